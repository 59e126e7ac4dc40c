"""How single words get other tags: by the tags and words around them."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

Change: TypeAlias = tuple[frozenset[str], Callable[[str, tuple[str, ...]], str]]
"""Words of which a sentence needs one, and what makes new tags of its tags and words."""


def retagged(tags: str, at: int, tag: str) -> str:
    """The tags with another one for the word ``at``; of several tags one for each word from it."""
    return f"{tags[:at]}{tag}{tags[at + len(tag) :]}"


def beside(
    words: frozenset[str],
    around: str,
    tag: str,
    *,
    behind: frozenset[str] | None = None,
    before: frozenset[str] | None = None,
) -> Change:
    """Give a word another tag where it has a tag, stands between tags, or stands between words.

    ``around``: a pattern that matches from the tag of the word on. ``behind`` and ``before``: the
    words right before and right behind it that it takes; null where these may be any.
    """
    pattern = re.compile(around)

    def change(tags: str, norms: tuple[str, ...]) -> str:
        for at, norm in enumerate(norms):
            if (
                norm in words
                and pattern.match(tags, at)
                and (behind is None or (at and norms[at - 1] in behind))
                and (before is None or (at + 1 < len(norms) and norms[at + 1] in before))
            ):
                tags = retagged(tags, at, tag)
        return tags

    return words, change


def places_by_word(signs: Iterable[frozenset[str]]) -> dict[str, tuple[int, ...]]:
    """For each word the places of those sets of a row that hold it."""
    places: dict[str, tuple[int, ...]] = {}
    for place, words in enumerate(signs):
        for word in words:
            places[word] = (*places.get(word, ()), place)
    return places


def asked_for(places: Mapping[str, tuple[int, ...]], vocabulary: frozenset[str]) -> list[int]:
    """The places that the words of a sentence ask for, in their order."""
    found = places.keys() & vocabulary
    return sorted({place for word in found for place in places[word]}) if found else []

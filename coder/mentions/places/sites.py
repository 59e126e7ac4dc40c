"""Buildings and grounds that are called after a town, a place or a saint.

All questions are about the name in tokens ``[i, j)`` of a sentence in lower case.
"""

from collections.abc import Sequence

from coder.gazetteer.names import WELL_KNOWN
from coder.gazetteer.store import Entry
from coder.gazetteer.words import PlaceWords
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes
from coder.mentions.places.quarters import lie_within
from coder.mentions.places.spans import PlaceSpan
from coder.values.labels import PlaceLevel
from coder.values.text import Sentence

_SAINT = frozenset({"st", "st.", "saint"})
_NEARBY_DEGREES = 0.2
_MOST_BETWEEN = 4  # words: "in the city of"
_BESIDE = frozenset({"outside", "near", "inside", "at", "beneath", "under", "beside", "opposite"})
_CITY = 100_000
_SCIENTIST = "ologist"


def without_site_names(
    spans: list[PlaceSpan], sentence: Sentence, words: PlaceWords
) -> list[PlaceSpan]:
    """Drop the names of sites: "the Santa Cruz cemetery in Dili", "St Peter's church in Navaly"."""
    if load_lexicon().targets.last_words.isdisjoint(sentence.vocabulary):
        return spans
    kept = []
    for at, span in enumerate(spans):
        following = spans[at + 1] if at + 1 < len(spans) else None
        if not _names_site(span, following, sentence, words):
            kept.append(span)
    return kept


def _names_site(
    span: PlaceSpan, following: PlaceSpan | None, sentence: Sentence, words: PlaceWords
) -> bool:
    if span.is_demonym or span.head not in {None, "site"} or not span.entries:
        return False
    if span.entries[0].level is PlaceLevel.COUNTRY:
        return False  # "the U.S. embassy in Lima": whose it is
    norms = sentence.norms
    is_saint = norms[span.first] in _SAINT and norms[span.last : span.last + 1] == ("'s",)
    noun = span.last + is_saint
    site = load_lexicon().targets.longest(norms, noun) if noun < len(norms) else None
    if site is None:
        return False
    if is_saint:
        return True
    behind = noun + site[0]
    if following is None or behind >= following.first or norms[behind] not in words.inside:
        return False
    between = norms[behind + 1 : following.first]
    return (
        len(between) < _MOST_BETWEEN
        and all(
            it in words.heads or it in words.area_links or it in words.directions for it in between
        )
        and _lies_apart(span, following)
    )


def _lies_apart(name: PlaceSpan, town: PlaceSpan) -> bool:
    """Whether all places of a name are far from a town and from the areas of its name."""
    if not town.entries or town.entries[0].level is PlaceLevel.COUNTRY:
        return False
    is_town = any(entry.level is PlaceLevel.PLACE for entry in town.entries)
    return is_town and not any(
        one.lies_in(other) or lie_within(one, other, _NEARBY_DEGREES)
        for one in name.entries
        for other in town.entries
    )


def is_whose_body(span: PlaceSpan, norms: Sequence[str], words: PlaceWords) -> bool:
    """As in "in Anbar, the U.S. military said": a country behind a comma that tells whose it is."""
    following = norms[span.last] if span.last < len(norms) else ""
    is_body = following in words.bodies and following not in words.heads
    return is_body and norms[span.first - 1] == "the"


def is_of_town(
    norms: Sequence[str], i: int, j: int, found: tuple[Entry, ...], lists: PlaceWords
) -> bool:
    """As in "near Kabul University", "struck the Peshawar High Court": the town is told, too.

    Who works at a school elsewhere speaks; what is stormed or struck stands where it was done.
    ``found``: what the name may mean.
    """
    if not _is_building(norms, j, lists):
        return False
    before, people = _before(norms, i), max(entry.population for entry in found)
    return people >= _CITY and (before in _BESIDE or _is_struck(before, lists))


def is_school_of(norms: Sequence[str], i: int, found: tuple[Entry, ...], lists: PlaceWords) -> bool:
    """As in "at the University of Nairobi": a building of the town, which stands behind "of"."""
    at = i - 2
    if at < 1 or norms[i - 1] != "of" or norms[at] not in lists.buildings:
        return False
    if max(entry.population for entry in found) < WELL_KNOWN:
        return False
    before = _before(norms, at)
    return before in _BESIDE or _is_struck(before, lists)


def is_beside(norms: Sequence[str], i: int, j: int, lists: PlaceWords) -> bool:
    """As in "outside the Lahore High Court": beside the building, and in the town."""
    return _is_building(norms, j, lists) and _before(norms, i) in _BESIDE


def _is_building(norms: Sequence[str], j: int, lists: PlaceWords) -> bool:
    """As in "Kabul University", "the Jakarta Stock Exchange", "Belfast City Hall"."""
    if norms[j] in lists.buildings:
        return True
    noun = load_lexicon().targets.longest(tuple(norms), j)
    return noun is not None and noun[0] > 1


def _before(norms: Sequence[str], i: int) -> str:
    """The word before a name and its article; none where somebody works or studies there."""
    at = i - 1 - (norms[i - 1] == "the")
    who = norms[at - 1]
    is_scholar = who in noun_classes()["of_school"] or who.endswith(_SCIENTIST)
    return "" if at < 1 or (norms[at] == "at" and is_scholar) else norms[at]


def _is_struck(verb: str, lists: PlaceWords) -> bool:
    return verb in lists.entering or verb in lists.taking or verb in noun_classes()["struck"]

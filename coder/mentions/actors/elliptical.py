"""Words that stand for people, or for some of them, where the tags of their neighbours mislead."""

from collections.abc import Iterable, Iterator

from coder.lexicon.closed import ONE_MORE
from coder.lexicon.words import noun_classes, word_tags
from coder.values.mentions import Quantity
from coder.values.text import Sentence

_REMAINS_SO = frozenset({"in", "missing", "critical", "unaccounted", "hospitalised"})
_RANKED = ONE_MORE | {"first", "other"}
_DETERMINERS = frozenset({"the", "its", "their", "all"})
_CUES = frozenset({"remains", "states", "remaining", "half", "aged"})
_BETWEEN_AGES = frozenset({"and", "or", "to", ",", "between"})
_LEADS_OF_HALF = frozenset({("more", "than"), ("at", "least")})
_OTHERS = frozenset({"other", "remaining"})
_IN_THE = ("in", "the")
_BEHIND_RANK = frozenset({",", "a", "an"})
_DEAD_AT = frozenset({("dead", "at"), ("wounded", "at"), ("injured", "at")})
_OF_RANK = 3  # words: "the first killing"
_HARMED = frozenset({"dead", "wounded", "injured", "killed"})
_AFTER_MORE = frozenset(
    {"were", "was", "are", "is", "have", "had", "has", "died", "wounded", "injured", "hurt"}
    | {"killed", "resulted", "remained", "remain", "suffered", "sustained", "received", "later"}
    | {"in", "on", "when", "after", "by", "and", ".", ",", ";", "near", "outside"}
)  # "two more", not "two more soldiers"


def elliptical_words(
    sentence: Sentence, quantities: Iterable[Quantity]
) -> Iterator[tuple[int, int, str]]:
    """Token ranges with the tag that they have.

    Nouns: "two more were hurt", "dozens of dead and wounded", "the number of wounded"; participles
    that would be taken for such words: "left the other 15 wounded"; what one of several did.
    """
    norms = sentence.norms
    if not _CUES.isdisjoint(sentence.vocabulary):
        yield from _at_cues(norms)
    if "number" in sentence.vocabulary:
        at = norms.index("number") + 2
        if norms[at - 1 : at] == ("of",) and at < len(norms) and norms[at] in _HARMED:
            yield at, at + 1, "N"
    if not _RANKED.isdisjoint(sentence.vocabulary):
        yield from _ranked_alone(norms)
    for quantity in quantities:
        yield from _behind_number(norms, quantity)


def _at_cues(norms: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """What the rarer words decide, looked at only where one of them stands."""
    if "remains" in norms:
        yield from _who_remains(norms, norms.index("remains"))
    if "states" in norms:
        at = norms.index("states")
        if at and norms[at + 1 : at + 2] == ("that",):
            yield at, at + 1, "L"  # "the panel states that"
    if "remaining" in norms or "half" in norms:
        yield from _how_many(norms)
    if "aged" in norms:
        for at, norm in enumerate(norms):
            if norm == "aged":
                yield from _ages(norms, at + 1)


def _ranked_alone(norms: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """As in "In the first, masked men shot a driver": no words for the men."""
    for at, norm in enumerate(norms[:-1]):
        if norm in _RANKED and norms[at - 2 : at] == _IN_THE and norms[at + 1] in _BEHIND_RANK:
            yield at, at + 1, "N"


def _who_remains(norms: tuple[str, ...], at: int) -> Iterator[tuple[int, int, str]]:
    """As in "another remains in hospital": one person and a verb, no remains."""
    if at and norms[at - 1] != "human" and not _REMAINS_SO.isdisjoint(norms[at + 1 : at + 2]):
        yield at - 1, at, "N"
        yield at, at + 1, "L"


def _how_many(norms: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """As in "the remaining 11", "more than half": words that belong to a number."""
    if "remaining" in norms:
        at = norms.index("remaining")
        if norms[max(at - 1, 0)] in _DETERMINERS:
            yield at, at + 1, "J"
    if "half" in norms:
        at = norms.index("half")
        if norms[at - 2 : at] in _LEADS_OF_HALF:
            yield at - 2, at, "A"


def _ages(norms: tuple[str, ...], at: int) -> Iterator[tuple[int, int, str]]:
    """As in "two men aged 25 and 31 sustained wounds": the last age counts nothing behind it."""
    last = at
    while last < len(norms) and (norms[last][0].isdigit() or norms[last] in _BETWEEN_AGES):
        last += 1
    if last > at + 1 and norms[last - 1][0].isdigit():
        yield last - 1, last, "E"


def _behind_number(norms: tuple[str, ...], quantity: Quantity) -> Iterator[tuple[int, int, str]]:
    at = quantity.first
    is_told = at >= _OF_RANK and norms[at - 3] == "the" and norms[at - 2] in _RANKED
    if is_told and norms[at - 1].endswith("ing"):
        yield at - 2, at - 1, "N"  # "two bombs exploded, the first killing three"
        yield at - 1, at, "G"
    if norms[at - 2 : at] in _DEAD_AT:
        yield at - 2, at - 1, "N"  # "put the rebel dead at 70"
    at = quantity.last
    words = norms[at : at + 4]
    if len(words) < 2:  # noqa: PLR2004 - the word and what follows it
        return
    if words[0] == "more" and (words[1] in _AFTER_MORE or _is_verb(words)):
        yield at, at + 1, "N"
    elif words[0] in noun_classes()["harmed_injured"]:
        if norms[quantity.first - 1] in _OTHERS and not noun_classes()["leaving"].isdisjoint(
            norms[max(quantity.first - 3, 0) : at]
        ):
            yield at, at + 1, "K"
    elif words[0] == "of" and words[1] in _HARMED:
        yield at + 1, at + 2, "N"
        if words[2:3] == ("and",) and words[3:4] and words[3] in _HARMED:
            yield at + 3, at + 4, "N"


def _is_verb(words: tuple[str, ...]) -> bool:
    """As in "two more succumbed to", "three more expired in": no noun that is counted."""
    tags = word_tags()
    tag = tags.get(words[1], "")
    return tag == "L" or (tag == "X" and tags.get(words[2] if words[2:] else "") == "P")

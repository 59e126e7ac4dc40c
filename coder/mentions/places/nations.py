"""Areas told beside a place: a nation in front of it, an area it lies outside of."""

from collections.abc import Sequence
from itertools import pairwise

from coder.gazetteer.store import Entry
from coder.gazetteer.words import PlaceWords
from coder.lexicon.words import noun_classes, word_tags
from coder.mentions.places.quarters import is_abroad, replace_namesake
from coder.mentions.places.spans import PlaceSpan
from coder.values.kinds import LOWER_AREAS
from coder.values.labels import PlaceLevel
from coder.values.text import Sentence

_OF = "of"
_DESCRIBING = frozenset("JN")
_MAX_BETWEEN = 4  # words: "northern border town of"
_HELD_ABROAD = frozenset({"settlement", "settlements", "outpost", "enclave", "colony", "base"})
"""What a nation may have outside its land."""
_MAX_TO_BORDER = 8  # words: ", a small town on the border with"
_VILLAGE = 20_000  # people: a larger town is known better than the borders around it
_BESIDE = frozenset({",", "in", "of", "("})
_AREA_HEADS = frozenset({"admin1", "admin2"})


def link_nations(spans: Sequence[PlaceSpan], norms: Sequence[str], words: PlaceWords) -> None:
    """Set ``area`` to the nation where it stands before the noun of a place."""
    for nation, place in pairwise(spans):
        between = norms[nation.last : place.first]
        if not nation.is_demonym or place.is_demonym or not 1 < len(between) <= _MAX_BETWEEN:
            continue
        *described, head, of = between
        if of != _OF or head not in words.heads or head in _HELD_ABROAD:
            continue
        if any(word_tags().get(word, "J") not in _DESCRIBING for word in described):
            continue  # "jets believed to be Russian struck the town of A"
        if any(one.lies_in(outer) for one in place.entries for outer in nation.entries):
            place.area = nation
        elif all(entry.level is PlaceLevel.COUNTRY for entry in nation.entries):
            if not place.entries:
                place.area = nation
            elif is_abroad(place, nation):
                replace_namesake(place, nation)


def drop_bordered(spans: Sequence[PlaceSpan], sentence: Sentence) -> None:
    """Leave out what a name means in a country that its place is said to border.

    "Rafah, on the border with Egypt", "a town bordering Uganda": on the other side of it.
    """
    norms = sentence.norms
    if noun_classes()["borders"].isdisjoint(sentence.vocabulary):
        return
    for span, country in pairwise(spans):
        between = norms[span.last : country.first]
        if not 0 < len(between) <= _MAX_TO_BORDER or country.is_demonym:
            continue
        at = len(between) - 1 - (between[-1] == "with")
        beyond = {it.iso2 for it in country.entries[:1] if it.level is PlaceLevel.COUNTRY}
        if between[at] in noun_classes()["borders"]:
            span.entries = tuple(one for one in span.entries if one.iso2 not in beyond)


def drop_outside(spans: Sequence[PlaceSpan], sentence: Sentence) -> None:
    """Take a village for one that no gazetteer has where its namesake lies in another province.

    Only beside an area that is called one, in the same country: there are many villages of a name.
    """
    for span, area in pairwise(spans):
        entry, other = span.chosen, area.chosen
        if entry is None or other is None or area.head not in _AREA_HEADS:
            continue
        if area.first != span.last + 1 or sentence.norms[span.last] not in _BESIDE:
            continue
        if _is_village(span, entry) and _is_apart(entry, other):
            span.entries, span.chosen, span.scores, span.certain = (), None, [], True


def _is_village(span: PlaceSpan, entry: Entry) -> bool:
    is_point = entry.level is PlaceLevel.PLACE or span.head in LOWER_AREAS
    return is_point and entry.population < _VILLAGE


def _is_apart(entry: Entry, other: Entry) -> bool:
    return (
        other.level is PlaceLevel.ADMIN1
        and entry.iso2 == other.iso2
        and bool(entry.admin1_code)
        and bool(other.admin1_code)
        and entry.admin1_code != other.admin1_code
        and not entry.lies_in(other)
    )

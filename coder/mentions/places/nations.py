"""A nation in front of what a place is: "the Syrian town of Mansura" lies in Syria."""

from collections.abc import Sequence
from itertools import pairwise

from coder.gazetteer.words import PlaceWords
from coder.lexicon.words import word_tags
from coder.mentions.places.quarters import is_abroad, replace_namesake
from coder.mentions.places.spans import PlaceSpan
from coder.values.labels import PlaceLevel

_OF = "of"
_DESCRIBING = frozenset("JN")
_MAX_BETWEEN = 4  # words: "northern border town of"
_HELD_ABROAD = frozenset({"settlement", "settlements", "outpost", "enclave", "colony", "base"})
"""What a nation may have outside its land."""


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

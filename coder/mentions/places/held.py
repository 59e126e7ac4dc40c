"""Names by what is told of them: "A fell to the rebels", "B was back in army hands" are places."""

from collections.abc import Sequence
from functools import cache

from coder.gazetteer.words import PlaceWords
from coder.lexicon.closed import BE, HIS_HER_THEIR, WAS_WERE
from coder.lexicon.words import noun_classes

_INTO = frozenset({"to", "into"})
_ANEW = frozenset({"back", "again", "now"})
_HANDS = frozenset({"hands", "control"})
_HELD_BY = frozenset({"hands", "masters"})
_STORMED = frozenset({"besieged", "overrun", "recaptured", "retaken", "shelled"})


@cache
def _conquerors() -> frozenset[str]:
    return noun_classes()["conquerors"] | _HANDS


def is_held(norms: Sequence[str], j: int) -> bool:
    """Whether the words from token ``j`` on say of what stands before them that it changes hands.

    >>> is_held(("kunduz", "fell", "to", "the", "rebels", ".", "", ""), 1)
    True
    >>> is_held(("murray", "fell", "to", "nadal", ".", "", ""), 1)
    False
    """
    verb, behind = norms[j], norms[j + 1]
    if verb == "fell":
        return behind in _INTO and not _conquerors().isdisjoint(norms[j + 2 : j + 5])
    if verb == "changed":
        return behind in _HELD_BY
    if verb in BE:
        if behind in _STORMED:
            return True
        return behind in _ANEW and not _HANDS.isdisjoint(norms[j + 3 : j + 7])
    return verb == "came" and behind == "under" and not _HANDS.isdisjoint(norms[j + 2 : j + 6])


def is_placed(norms: Sequence[str], i: int, j: int, lists: PlaceWords) -> bool:
    """Whether what stands beside tokens ``[i, j)`` can only be said of a place.

    As in "on the outskirts of Bentiu", "in the Bentiu area", "rockets fell on Bentiu": such a name
    is a town however small it is.
    """
    before, previous = norms[i - 2], norms[i - 1]
    if (before, previous) in lists.part_phrases:
        return True
    if norms[j] in lists.behind_places or norms[j] in lists.surroundings:
        return i > 1 and previous == "the"
    struck = before if previous == "on" else previous
    return struck in noun_classes()["struck"] and (
        norms[i - (3 if previous == "on" else 2)] in noun_classes()["munition"]
    )


def is_person(norms: Sequence[str], j: int, lists: PlaceWords) -> bool:
    """Whether what a sentence begins with acts or is hurt: "Burke shot his", "Rhodes was stabbed".

    >>> from coder.gazetteer.words import place_words
    >>> is_person(("burke", "shot", "his", "neighbour", ".", "", ""), 1, place_words())
    True
    >>> is_person(("bucha", "was", "bombed", "again", ".", "", ""), 1, place_words())
    False
    """
    following, behind = norms[j], norms[j + 1]
    if following in lists.saying or behind in HIS_HER_THEIR:
        return True
    return following in WAS_WERE and behind in noun_classes()["killed_by_hand"]

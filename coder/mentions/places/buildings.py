"""Buildings that are called after the town they stand in: "near Kabul University".

All questions are about the name in tokens ``[i, j)`` of a sentence in lower case.
"""

from collections.abc import Sequence

from coder.gazetteer.names import WELL_KNOWN
from coder.gazetteer.store import Entry
from coder.gazetteer.words import PlaceWords
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes

_BESIDE = frozenset({"outside", "near", "inside", "at", "beneath", "under", "beside", "opposite"})
_CITY = 100_000
_SCIENTIST = "ologist"


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

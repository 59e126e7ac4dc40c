"""Numbers that hold for each of several: "two in each village", "three each in Gao and Kidal"."""

from dataclasses import replace

from coder.events.drafts import Claim
from coder.events.reading import Reading

_EACH = "each"
_WHERE = frozenset({"in", "at", "from", "of", "near"})
_PEOPLE = frozenset({"person", "armed", "crowd", "number"})
_MOST = 50
_MAX_WALK = 6


def distributed(reading: Reading, claim: Claim, verb: int) -> Claim:
    """The claim over all of them, in persons; unchanged where its words hold for no each.

    ``verb`` is the chunk that tells what befell them: what stands behind it may say where.
    """
    if _EACH not in reading.vocabulary or claim.quantity is None or not claim.best:
        return claim
    times = _times(reading, claim, verb)
    if times is None:
        return claim
    low, best, high = (
        None if bound is None else bound * times for bound in (claim.low, claim.best, claim.high)
    )
    return replace(claim, low=low, best=best, high=high)


def _times(reading: Reading, claim: Claim, verb: int) -> int | None:
    """How many the number holds for; null where the words do not say."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    if claim.nominal.chunk + 1 >= len(clauses.kinds):
        return None
    at = max(clauses.behind_of(claim.nominal.chunk), verb + 1)
    for number in range(at, min(len(clauses.kinds), at + _MAX_WALK)):
        first = clauses.chunks[number].first
        if clauses.kinds[number] in "VXGIUWC.:":
            return None
        if clauses.kinds[number] != "N" or norms[first] != _EACH:
            continue
        if clauses.first_words[number - 1] in _WHERE:
            return _counted(reading, number) or _told_before(reading, claim)
        return _listed(reading, number) if number == at else None
    return None


def _counted(reading: Reading, number: int) -> int | None:
    """As in "each of the three villages"."""
    quantity = reading.nominal(number).quantity
    return quantity.best if quantity is not None and (quantity.best or 0) <= _MOST else None


def _told_before(reading: Reading, claim: Claim) -> int | None:
    """As in "in each", "in each village": the last number of things told before."""
    for first in sorted(reading.quantities, reverse=True):
        quantity = reading.quantities[first]
        if first >= claim.first or not 1 < (quantity.best or 0) <= _MOST:
            continue
        number = reading.clauses.at_token[first]
        if reading.clauses.kinds[number] == "N" and not reading.nominal(number).fillers & _PEOPLE:
            return quantity.best
    return None


def _listed(reading: Reading, number: int) -> int | None:
    """As in "three people each in Gao, Menaka and Kidal": as many as the places."""
    clauses = reading.clauses
    if clauses.kinds[number + 1 : number + 3] != "PN":
        return None
    places = clauses.conjoined_right(number + 2)
    return len(places) if len(places) > 1 else None

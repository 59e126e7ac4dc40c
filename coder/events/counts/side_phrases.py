"""Whose side a bare number of people is of: "on the rebels' side, eight died", "the army side"."""

from dataclasses import replace

from coder.events.drafts import Claim
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal

SIDES = frozenset({"side", "ranks"})
_PLACED = frozenset({"on", "from", "in"})


def with_side(claim: Claim) -> Claim:
    """The claim as one of the people of the side that the nearest such phrase names."""
    if claim.nominal.actor is not None or "number" not in claim.nominal.fillers:
        return claim
    side = _side_of(claim.reading, claim.nominal.chunk)
    if side is not None and side.actor is not None:
        claim.nominal = replace(claim.nominal, actor=side.actor)
    return claim


def _side_of(reading: Reading, number: int) -> Nominal | None:
    """The side behind a number in its clause, else that in front; the only one of a sentence."""
    kinds = reading.clauses.kinds
    sides = [at for at, kind in enumerate(kinds) if kind == "N" and _is_side(reading, at)]
    end = _end(kinds, number + 1)
    own = [at for at in sides if number < at < end] or [at for at in sides if at < number][-1:]
    for at in (own or sides)[:1]:
        group = reading.clauses.chunks[at]
        whose = reading.modifier(at, group.first, group.head)
        of = reading.of_what(at)
        return reading.nominal(of) if whose.actor is None and of is not None else whose
    return None


def _end(kinds: str, at: int) -> int:
    """The chunk where the next number of people may stand: behind "and" or a mark."""
    return min((found for mark in ",C:.U" if (found := kinds.find(mark, at)) >= 0), default=at)


def _is_side(reading: Reading, number: int) -> bool:
    clauses = reading.clauses
    return (
        number > 0
        and clauses.head_words[number] in SIDES
        and clauses.first_words[number - 1] in _PLACED
    )

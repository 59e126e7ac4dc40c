"""Service in a war, which is no clash: "25,000 men fought on the side of the king"."""

from coder.events.drafts import Draft
from coder.values.labels import EventType

_FIGHTS = frozenset({EventType.ARMED_CLASH, EventType.RIOT})
_WITH_A_SIDE = frozenset({"alongside", "under"})
_ON_A_SIDE = frozenset({"for", "on", "in"})
_SIDES = frozenset(
    {"side", "sides", "cause", "war", "wars", "independence", "freedom", "crown", "king", "queen"}
    | {"country", "liberty", "empire", "republic", "revolution", "campaign", "campaigns"}
)


def is_service(draft: Draft) -> bool:
    """Whether a clash tells for whom or in which war somebody fought, and nothing of a fight.

    Whom they fought, where or when makes it one.
    """
    if draft.type not in _FIGHTS or draft.support != "verb":
        return False
    if draft.places or draft.times or len(draft.fillers) > 1:
        return False
    clauses = draft.reading.clauses
    if clauses.kinds[draft.chunk + 1 : draft.chunk + 3] != "PN":
        return False
    if any(filler.nominal.chunk > draft.chunk for filler in draft.fillers):
        return False
    first, last = clauses.chunks[draft.chunk + 1].first, clauses.chunks[draft.chunk + 2].last
    norms = draft.reading.sentence.norms[first:last]
    return norms[0] in _WITH_A_SIDE or (norms[0] in _ON_A_SIDE and norms[-1] in _SIDES)

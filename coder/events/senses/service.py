"""Service in a war, which is no clash: "25,000 men fought on the side of the king"."""

from coder.events.drafts import Draft
from coder.lexicon.words import noun_classes
from coder.rules.model import PERSONS_IN_ARMS
from coder.values.kinds import FIGHTS

_FOUGHT = frozenset({"fight", "fights", "fought", "fighting"})
_WITH_A_SIDE = frozenset({"alongside", "under"})
_ON_A_SIDE = frozenset({"for", "on", "in"})


def is_service(draft: Draft) -> bool:
    """Whether a clash tells for whom or in which war somebody fought, and nothing of a fight.

    Whom they fought, where or when makes it one.
    """
    if draft.type not in FIGHTS or draft.support != "verb":
        return False
    if draft.places or draft.times or len(draft.fillers) > 1:
        return False
    clauses = draft.reading.clauses
    if clauses.head_words[draft.chunk] not in _FOUGHT or any(
        filler.nominal.chunk > draft.chunk for filler in draft.fillers
    ):
        return False
    return clauses.kinds[draft.chunk + 1 : draft.chunk + 3] == "PN" and _is_side(draft)


def _is_side(draft: Draft) -> bool:
    """As in "alongside the imperial infantry", "for the crown", "on the side of the king"."""
    reading = draft.reading
    norms = reading.sentence.norms
    word = reading.clauses.first_words[draft.chunk + 1]
    side = reading.nominal(draft.chunk + 2)
    if word in _WITH_A_SIDE:
        return not side.fillers.isdisjoint(PERSONS_IN_ARMS)
    return word in _ON_A_SIDE and norms[side.last - 1] in noun_classes()["war_side"]

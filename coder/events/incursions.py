"""Incursions: of an army an operation, of anybody else, or where people were hurt, a raid."""

from collections.abc import Sequence

from coder.events.drafts import Draft
from coder.values.labels import ActorType, EventType

_INCURSIONS = frozenset({"incursion", "incursions"})
_ARMIES = frozenset({ActorType.STATE_MILITARY, ActorType.INTL_FORCE, ActorType.STATE_OTHER})


def settle_incursions(drafts: Sequence[Draft]) -> None:
    """As in "the militia made three incursions, killing nine": raids; no offensive of an army."""
    for draft in drafts:
        if (
            draft.type is EventType.MILITARY_OPERATION
            and draft.reading.sentence.norms[draft.last - 1] in _INCURSIONS
            and not _is_by_army(draft)
        ):
            draft.type, draft.subtype = EventType.ARMED_ATTACK, "raid"


def _is_by_army(draft: Draft) -> bool:
    doers = [draft.meant_by(item)[1].actor for item in draft.by_role("perpetrator")]
    return not doers or any(doer is not None and doer.type in _ARMIES for doer in doers)

"""Incursions and searches: of an army an operation or arrests, where people were hurt a raid."""

from collections.abc import Sequence

from coder.events.drafts import Draft
from coder.values.labels import ActorType, CasualtyKind, EventType

_INCURSIONS = frozenset({"incursion", "incursions"})
_SEARCH = "raid_search"
_SEARCHING = frozenset({"search", "searched", "searches", "searching"})
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


def settle_searches(drafts: Sequence[Draft]) -> None:
    """As in "troops raided a rebel camp, killing six": an attack; those held besides are apart."""
    fatal = [draft for draft in drafts if tells_dead(draft)]
    for draft in drafts if fatal else ():
        if draft.subtype != _SEARCH or draft.construction != "active" or not draft.subjects:
            continue
        if draft.reading.sentence.norms[draft.first] in _SEARCHING:
            continue  # "searched the village and killed a militant"
        if any(it.subjects == draft.subjects and it.chunk > draft.chunk for it in fatal):
            draft.type, draft.subtype = EventType.ARMED_ATTACK, "raid"


def tells_dead(draft: Draft) -> bool:
    """Whether an act counts its dead."""
    return any(claim.kind is CasualtyKind.KILLED for claim in draft.claims)


def _is_by_army(draft: Draft) -> bool:
    doers = [draft.meant_by(item)[1].actor for item in draft.by_role("perpetrator")]
    return not doers or any(doer is not None and doer.type in _ARMIES for doer in doers)

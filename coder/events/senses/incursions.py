"""Incursions and searches: of an army an operation or arrests, where people were hurt a raid."""

from collections.abc import Sequence

from coder.events.drafts import Draft
from coder.events.roles.nominals import Nominal
from coder.values.labels import ActorType, CasualtyKind, EventType, PlaceLevel, TargetType

_INCURSIONS = frozenset({"incursion", "incursions"})
_SEARCH = "raid_search"
_SEARCHING = frozenset({"search", "searched", "searches", "searching"})
_RAIDED = frozenset({"raid", "raids", "raided", "raiding"})
_HOMES = frozenset({TargetType.CIVILIAN_RESIDENCE, TargetType.EDUCATION, TargetType.BUSINESS})
_RULED = frozenset({("ISR", "PSE")})  # who searches there day by day
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
    for draft in drafts:
        if draft.subtype == _SEARCH and _is_abroad(draft):
            draft.type, draft.subtype = EventType.ARMED_ATTACK, "raid"
    fatal = [draft for draft in drafts if tells_dead(draft)]
    for draft in drafts if fatal else ():
        if draft.subtype != _SEARCH or draft.construction != "active" or not draft.subjects:
            continue
        if draft.reading.sentence.norms[draft.first] in _SEARCHING:
            continue  # "searched the village and killed a militant"
        if any(it.subjects == draft.subjects and it.chunk > draft.chunk for it in fatal):
            draft.type, draft.subtype = EventType.ARMED_ATTACK, "raid"


def _is_abroad(draft: Draft) -> bool:
    """As in "British marines raided an Argentine oil rig": an army looks for nobody over there.

    In homes it does, wherever it is stationed.
    """
    if draft.reading.sentence.norms[draft.last - 1] not in _RAIDED:
        return False
    hit = [filler.nominal for filler in draft.by_role("target")]
    things = [nominal.target for nominal in hit if nominal.target is not None]
    if not hit or any(it.kind == "facility" and it.type in _HOMES for it in things):
        return False
    own = {_state_of(draft.meant_by(item)[1]) for item in draft.by_role("perpetrator")}
    named = {(ours, it.nationality) for ours, _ in own if ours for it in things if it.nationality}
    lying = {(ours, it.iso3) for _, ours in own if ours for it in draft.places if it.iso3}
    pairs = named | lying
    return bool(pairs) and all(a != b for a, b in pairs) and pairs.isdisjoint(_RULED)


def _state_of(doer: Nominal) -> tuple[str | None, str | None]:
    """Name and code of whose army, or what state itself, does something ("the American raid")."""
    if doer.actor is not None and doer.actor.type in _ARMIES:
        return doer.actor.nationality, doer.actor.country
    if doer.place is not None and doer.place.level is PlaceLevel.COUNTRY:
        return doer.place.name, doer.place.iso3
    return None, None


def tells_dead(draft: Draft) -> bool:
    """Whether an act counts its dead."""
    return any(claim.kind is CasualtyKind.KILLED for claim in draft.claims)


def _is_by_army(draft: Draft) -> bool:
    doers = [draft.meant_by(item)[1].actor for item in draft.by_role("perpetrator")]
    return not doers or any(doer is not None and doer.type in _ARMIES for doer in doers)

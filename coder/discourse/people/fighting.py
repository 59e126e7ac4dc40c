"""Armed people who fell in a fight are a side of it: "eight rebels died in clashes with troops"."""

from coder.discourse.acts import Act
from coder.events.drafts import Draft, Filler
from coder.events.roles.nominals import Nominal
from coder.values.kinds import ARMED_NON_STATE, HIRED_AND_INTERNATIONAL, SOLDIERS_AND_POLICE
from coder.values.labels import EventType, Side

_BETWEEN = frozenset({"between", "among"})  # "clashes between rival gangs": both sides
_FIGHTERS = ARMED_NON_STATE | HIRED_AND_INTERNATIONAL | SOLDIERS_AND_POLICE


def side_of_fallen(act: Act, victim: Filler) -> Side | None:
    """The side of a fight that its dead or hurt fought on; null where they were none.

    The side of those of their kind, else the one that nobody is told of. Who is told to have
    killed them makes them targets, and beside two other parties they were none of the fight.
    """
    nominal = victim.nominal
    is_fight = act.main.type is EventType.ARMED_CLASH and _is_fighter(nominal)
    fillers = [(draft, item) for draft in act.drafts for item in draft.fillers]
    if not is_fight or any(item.role == "perpetrator" for _, item in fillers):
        return None
    parties = [(draft, item) for draft, item in fillers if item.role == "participant"]
    for draft, party in parties:
        if _are_alike(party.nominal, nominal):
            return participant_side(draft, party)
    if not parties:
        return _beside_others([it for _, it in fillers if it.effect is not None], nominal)
    if len(parties) > 1 or parties[0][1].via in _BETWEEN:
        return None
    return Side.A if participant_side(*parties[0]) is Side.B else Side.B


def _beside_others(harmed: list[Filler], nominal: Nominal) -> Side | None:
    """As in "four soldiers and nine rebels died": the first are A; null for one side alone."""
    fallen = [item.nominal for item in harmed if _is_fighter(item.nominal)]
    if all(_are_alike(item, nominal) for item in fallen):
        return None  # "14 militiamen died in clashes"
    return Side.A if _are_alike(fallen[0], nominal) else Side.B


def _is_fighter(nominal: Nominal) -> bool:
    actor = nominal.actor
    is_person = actor is not None and actor.rule_id.startswith("actor-person")
    return actor is not None and not is_person and actor.type in _FIGHTERS


def _are_alike(one: Nominal, other: Nominal) -> bool:
    return one.actor is not None and other.actor is not None and one.actor.type is other.actor.type


def participant_side(draft: Draft, filler: Filler) -> Side:
    """The first party of a clash is A, the party behind "with" or "and" or fought is B."""
    if filler.via in {"with", "against"}:
        return Side.B
    participants = [item for item in draft.fillers if item.role == "participant"]
    if filler.via == "object" and participants[0].via == "subject":
        return Side.B
    if filler.via in {"between", "among", "subject"} and len(participants) > 1:
        same = [item for item in participants if item.via == filler.via]
        if len(same) > 1 and len(same) == len(participants):
            return Side.A if same[0] is filler else Side.B
    return Side.A

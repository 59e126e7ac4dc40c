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
    if act.main.type is not EventType.ARMED_CLASH or not _is_fighter(nominal):
        return None
    fillers = [(draft, item) for draft in act.drafts for item in draft.fillers]
    if any(item.role == "perpetrator" for _, item in fillers):
        return None
    parties = [(draft, item) for draft, item in fillers if item.role == "participant"]
    for draft, party in parties:
        if _are_alike(party.nominal, nominal):
            return participant_side(draft, party)
    if len(parties) > 1 or any(item.via in _BETWEEN for _, item in parties):
        return None
    if parties:
        return Side.A if participant_side(*parties[0]) is Side.B else Side.B
    return _beside_others([item for _, item in fillers if item.effect is not None], nominal)


def _beside_others(harmed: list[Filler], nominal: Nominal) -> Side | None:
    """As in "four soldiers and nine rebels died": A first; null where one side is told."""
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
    """The first party of a clash is A, the party behind "with" or "and" is B."""
    if filler.via in {"with", "against"}:
        return Side.B
    participants = [item for item in draft.fillers if item.role == "participant"]
    if filler.via in {"between", "among", "subject"} and len(participants) > 1:
        same = [item for item in participants if item.via == filler.via]
        if len(same) > 1 and len(same) == len(participants):
            return Side.A if same[0] is filler else Side.B
    return Side.A

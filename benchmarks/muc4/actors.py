"""People and groups of an event as the task knows them: perpetrators and targets."""

from benchmarks.muc4.places import is_place_name
from coder.values.events import Event, EventActor
from coder.values.labels import ActorType, Certainty, Modality, Role, Side, SourceType

STATE = frozenset({ActorType.STATE_MILITARY, ActorType.STATE_POLICE, ActorType.STATE_OTHER})
ARMED_STATE = frozenset(
    {ActorType.STATE_MILITARY, ActorType.STATE_POLICE, ActorType.PRO_GOV_MILITIA}
)
ILLEGAL = frozenset(
    {
        ActorType.REBEL_GROUP,
        ActorType.JIHADIST_GROUP,
        ActorType.POLITICAL_MILITIA,
        ActorType.COMMUNAL_MILITIA,
        ActorType.CRIMINAL_GROUP,
        ActorType.UNIDENTIFIED_ARMED,
    }
)
_AIMED_AT = frozenset({Role.TARGET, Role.VICTIM})
_AUTHORITY = frozenset(
    {
        SourceType.STATE_SECURITY,
        SourceType.STATE_OFFICIAL,
        SourceType.LOCAL_OFFICIAL,
        SourceType.STATE_MEDIA,
    }
)


def perpetrators(event: Event) -> list[EventActor]:
    """Who did it: the perpetrators, or the side that began a clash; not those who foiled it."""
    acting = [a for a in event.actors if a.role is Role.PERPETRATOR]
    if acting or event.modality is Modality.FOILED:
        return acting
    return [a for a in event.actors if a.role is Role.PARTICIPANT and a.side is not Side.B]


def targets(event: Event) -> list[EventActor]:
    """Who was aimed at or harmed; the name of a town is no target (section 1, 7)."""
    harmed = {row.actor_idx for row in event.casualties}
    return [
        a
        for number, a in enumerate(event.actors)
        if (a.role in _AIMED_AT or (a.role is Role.PARTICIPANT and a.side is Side.B))
        and (number in harmed or not is_place_name(a.text))
    ]


def category(acting: list[EventActor]) -> str:
    """``TERRORIST ACT`` unless the state is the only one who acted."""
    if acting and all(a.type in STATE for a in acting):
        return "STATE-SPONSORED VIOLENCE"
    return "TERRORIST ACT"


def confidence(event: Event, actor: EventActor) -> str:
    """How the text sees a perpetrator organisation."""
    if actor.certainty is Certainty.CLAIMED:
        return "CLAIMED OR ADMITTED"
    if actor.certainty in {Certainty.ACCUSED, Certainty.SUSPECTED}:
        by_authority = any(row.source_type in _AUTHORITY for row in event.attributions)
        return "SUSPECTED OR ACCUSED BY AUTHORITIES" if by_authority else "SUSPECTED OR ACCUSED"
    if actor.certainty is Certainty.INFERRED:
        return "POSSIBLE"
    return "REPORTED AS FACT"

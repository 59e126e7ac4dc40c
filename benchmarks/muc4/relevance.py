"""Which events are incidents in the sense of the task: task definition, section 1."""

from datetime import date

from benchmarks.muc4.actors import ARMED_STATE, ILLEGAL, perpetrators, targets
from benchmarks.muc4.dates import is_recent
from benchmarks.muc4.places import NINE_COUNTRIES
from coder.values.events import Event
from coder.values.labels import ActorType, EventType, Modality, Recency, Scope, TargetType

_TYPES = {
    EventType.ARMED_ATTACK: "ATTACK",
    EventType.ARMED_CLASH: "ATTACK",
    EventType.AIR_STRIKE: "ATTACK",
    EventType.SHELLING: "ATTACK",
    EventType.KILLING: "ATTACK",
    EventType.ABUSE: "ATTACK",
    EventType.OTHER_VIOLENCE: "ATTACK",
    EventType.PROPERTY_ATTACK: "ATTACK",
    EventType.BOMBING: "BOMBING",
    EventType.ABDUCTION: "KIDNAPPING",
}
_SUBTYPES = {
    (EventType.PROPERTY_ATTACK, "arson"): "ARSON",
    (EventType.PROPERTY_ATTACK, "looting"): "ROBBERY",
    (EventType.ABDUCTION, "hijacking"): "HIJACKING",
    (EventType.WEAPONS_DISRUPTION, "device_defused"): "BOMBING",
}
_STAGES = {
    Modality.OCCURRED: "ACCOMPLISHED",
    Modality.ATTEMPTED: "ATTEMPTED",
    Modality.FOILED: "ATTEMPTED",
    Modality.THREATENED: "THREATENED",
}
_MILITARY_TARGETS = frozenset({TargetType.MILITARY_POSITION, TargetType.POLICE})


def incident_type(event: Event) -> str | None:
    """The task's type; null for what is no incident."""
    return _SUBTYPES.get((event.event_type, event.event_subtype)) or _TYPES.get(event.event_type)


def stage(event: Event) -> str | None:
    """How far it went; null for what did not happen."""
    if event.event_type is EventType.WEAPONS_DISRUPTION:
        return "ATTEMPTED"
    return _STAGES.get(event.modality)


def is_relevant(event: Event, country: str | None, published: date | None) -> bool:
    """Whether the task wants a template for the event."""
    return (
        incident_type(event) is not None
        and stage(event) is not None
        and event.recency is Recency.CURRENT
        and event.scope is not Scope.SUMMARY
        and is_recent(event.date, published)
        and _concerns_the_nine(event, country)
        and not _is_purely_military(event)
        and _is_specific(event)
    )


def _concerns_the_nine(event: Event, country: str | None) -> bool:
    if country is None or country in NINE_COUNTRIES.values():
        return True
    involved = {actor.country for actor in event.actors} | {a.nationality for a in event.actors}
    return bool(involved & set(NINE_COUNTRIES))


def _is_purely_military(event: Event) -> bool:
    """Armed sides against each other, and nothing and nobody else harmed."""
    hit = targets(event)
    things = [t for t in event.targets if t.type is not TargetType.PERSONS]
    if any(t.type not in _MILITARY_TARGETS for t in things):
        return False
    if any(row.is_civilian for row in event.casualties):
        return False
    if event.event_type is EventType.ARMED_CLASH:
        return all(a.type in ARMED_STATE | ILLEGAL | {ActorType.UNKNOWN} for a in hit)
    if not hit:
        return bool(things)
    if all(a.type in ILLEGAL for a in hit):
        return True
    by_state = any(a.type in ARMED_STATE for a in perpetrators(event))
    return all(a.type in ARMED_STATE for a in hit) and not by_state


def _is_specific(event: Event) -> bool:
    """Something must be said about who or what was hit."""
    return bool(targets(event) or event.targets or event.casualties)

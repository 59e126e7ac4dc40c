"""Which events are incidents in the sense of the task: task definition, section 1.

Types and stages, and rules 3 (who did it), 4 (the nine countries) and 6 (recent). Rule 1 is
``military.py``, rule 7 ``specific.py``.
"""

from collections.abc import Callable
from datetime import date

from benchmarks.muc4.actors import perpetrators
from benchmarks.muc4.dates import is_recent
from benchmarks.muc4.military import is_purely_military
from benchmarks.muc4.nouns import head
from benchmarks.muc4.places import NINE_COUNTRIES, country_name
from benchmarks.muc4.specific import is_specific
from coder.values.events import Event
from coder.values.labels import EventType, Modality, Recency, TargetType

_TYPES = {
    EventType.ARMED_ATTACK: "ATTACK",
    EventType.ARMED_CLASH: "ATTACK",
    EventType.AIR_STRIKE: "ATTACK",
    EventType.SHELLING: "ATTACK",
    EventType.KILLING: "ATTACK",
    EventType.ABUSE: "ATTACK",
    EventType.PROPERTY_ATTACK: "ATTACK",
    EventType.BOMBING: "BOMBING",
    EventType.ABDUCTION: "KIDNAPPING",
}
_SUBTYPES = {
    (EventType.PROPERTY_ATTACK, "arson"): "ARSON",
    (EventType.PROPERTY_ATTACK, "looting"): "ROBBERY",
    (EventType.ABDUCTION, "hijacking"): "HIJACKING",
    (EventType.WEAPONS_DISRUPTION, "device_defused"): "BOMBING",
    (EventType.RELEASE, "hostage_release"): "KIDNAPPING",
    (EventType.RELEASE, "rescue"): "KIDNAPPING",
    (EventType.RELEASE, "escape"): "KIDNAPPING",
}
_STAGES = {
    Modality.OCCURRED: "ACCOMPLISHED",
    Modality.ONGOING: "ACCOMPLISHED",
    Modality.ATTEMPTED: "ATTEMPTED",
    Modality.FOILED: "ATTEMPTED",
    Modality.THREATENED: "THREATENED",
}
_NOT_POLITICAL = frozenset(
    {"PRISONER", "INMATE", "DETAINEE", "CONVICT", "LOOTER", "HOODLUM", "ROBBER", "THIEF"}
)
"""Who is said to have acted as such acted for no cause: task definition, section 1, 3."""


def incident_type(event: Event) -> str | None:
    """The task's type; null for what is no incident, as the end of a prisoner's time in jail."""
    if event.event_type is EventType.RELEASE and _is_from_jail(event):
        return None
    if event.event_type is EventType.RIOT:
        return "ATTACK" if event.targets or event.casualties else None
    return _SUBTYPES.get((event.event_type, event.event_subtype)) or _TYPES.get(event.event_type)


def _is_from_jail(event: Event) -> bool:
    return any(target.type is TargetType.POLICE for target in event.targets)


def stage(event: Event) -> str | None:
    """How far it went; null for what did not happen."""
    if event.event_type is EventType.WEAPONS_DISRUPTION:
        return "ATTEMPTED"
    return _STAGES.get(event.modality)


def is_relevant(
    event: Event,
    country: str | None,
    published: date | None,
    is_told: Callable[[Event], bool] = is_specific,
) -> bool:
    """Whether the task wants a template for the event; ``is_told``: whether enough is told."""
    return (
        incident_type(event) is not None
        and stage(event) is not None
        and _is_told_as_news(event)
        and (is_recent(event.date, published) or _is_news_again(event))
        and _may_be_political(event)
        and _concerns_the_nine(event, country)
        and not is_purely_military(event)
        and is_told(event)
    )


def _is_told_as_news(event: Event) -> bool:
    """Current; threats whenever they are to be carried out; a cause or crime of no known age."""
    if event.recency is Recency.CURRENT:
        return True
    if event.modality is Modality.THREATENED:
        return event.recency is not Recency.HABITUAL
    return event.recency is Recency.BACKGROUND


def _is_news_again(event: Event) -> bool:
    """Whether a report begins with an old crime, as with new suspects: section 1, 6b."""
    return event.sent_idx == 0


def _may_be_political(event: Event) -> bool:
    """Unless all who did it are told to be of those who act for no cause."""
    acting = perpetrators(event)
    return not acting or any(head(actor.text) not in _NOT_POLITICAL for actor in acting)


def _concerns_the_nine(event: Event, country: str | None) -> bool:
    if country is None or country in NINE_COUNTRIES.values():
        return True
    return any(actor.country in NINE_COUNTRIES for actor in event.actors) or any(
        country_name(None, thing.nationality) in NINE_COUNTRIES.values() for thing in event.targets
    )

"""Which events are incidents in the sense of the task: task definition, section 1."""

from datetime import date

from benchmarks.muc4.actors import ARMED_STATE, ILLEGAL, targets
from benchmarks.muc4.dates import is_recent
from benchmarks.muc4.human import name_and_description
from benchmarks.muc4.nouns import head, words
from benchmarks.muc4.places import NINE_COUNTRIES
from benchmarks.muc4.template import HumanFill, Template
from coder.values.events import Casualty, Event, EventActor, PhysicalTarget
from coder.values.labels import (
    ActorType,
    CasualtyKind,
    DateBasis,
    EventType,
    Modality,
    Qualifier,
    Recency,
    Role,
    Scope,
    TargetType,
)

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
_WAR_TOLL = 500
"""So many dead are no single incident of this kind."""
_PASSING = 1
"""In so many clauses a generic description is told; what is told in more is news."""
_EVERYBODY = frozenset(
    {
        "POPULATION",
        "CIVILIAN",
        "COMMUNITY",
        "GOVERNMENT",
        "ANYONE",
        "EVERYONE",
        "SOCIETY",
        "COUNTRY",
    }
)
_UNCOUNTED = frozenset({"PLURAL", "1"})
_SAY_NOTHING = frozenset({"DEAD", "WOUNDED", "OTHER", "CASUALTY", "ONE", "INJURED"})
_ARMED_HEADS = frozenset(
    {
        "FORCE",
        "UNIT",
        "TROOP",
        "PATROL",
        "REINFORCEMENT",
        "COMMANDER",
        "OFFICER",
        "PILOT",
        "PRISONER",
        "POSITION",
        "ENEMY",
    }
)
_UNARMED = frozenset({ActorType.CIVILIANS, ActorType.GOVERNMENT_OFFICIAL})
_LEFT = frozenset({"RETIRED", "FORMER", "EX"})
_CRAFT = frozenset({"HELICOPTER", "GUNSHIP", "AIRCRAFT", "WARPLANE", "TANK"})
"""What armed sides fight with and in, although civilians use some of it."""
_PLANES = frozenset({"PLANE", "AIRPLANE", "JET", "FIGHTER"})
"""Shot at or destroyed they are an air force's; a bomb or hijackers are on an airline's."""
_OF_TRAFFICKERS = frozenset({"COCAINE", "HEROIN", "MARIJUANA", "DRUG", "CLANDESTINE"})
"""Whose things these are, who is an illegal group: task definition, section 1, 1a."""
_AIRLINE_ACTS = frozenset({EventType.BOMBING, EventType.ABDUCTION})
_MASS_TOLL = 10
"""So many victims that nobody says the kind of are people of the street."""
_HUNDREDS = 100
_NO_DAY = frozenset({DateBasis.NONE, DateBasis.PUB_DATE_DEFAULT})
_HARMED = frozenset({CasualtyKind.KILLED, CasualtyKind.INJURED})
_MILITARY_TARGETS = frozenset({TargetType.MILITARY_POSITION, TargetType.POLICE})


def incident_type(event: Event) -> str | None:
    """The task's type; null for what is no incident, as the end of a prisoner's time in jail."""
    if event.event_type is EventType.RELEASE and _is_from_jail(event):
        return None
    return _SUBTYPES.get((event.event_type, event.event_subtype)) or _TYPES.get(event.event_type)


def _is_from_jail(event: Event) -> bool:
    return any(target.type is TargetType.POLICE for target in event.targets)


def stage(event: Event) -> str | None:
    """How far it went; null for what did not happen."""
    if event.event_type is EventType.WEAPONS_DISRUPTION:
        return "ATTEMPTED"
    return _STAGES.get(event.modality)


def says_whom(template: Template) -> bool:
    """Whether more is told of who was hit than "the population" or "civilians"."""
    if template.physical or not template.human:
        return True
    return any(person.name or not _is_everybody(person) for person in template.human)


def _is_everybody(person: HumanFill) -> bool:
    """As in "the population", and "the people" of whom no number and no harm is told."""
    kind = head(person.description or "")
    is_uncounted = person.number in _UNCOUNTED and person.effect is None
    return kind in _EVERYBODY or (kind == "PEOPLE" and is_uncounted)


def is_relevant(event: Event, country: str | None, published: date | None) -> bool:
    """Whether the task wants a template for the event."""
    return (
        incident_type(event) is not None
        and stage(event) is not None
        and _is_told_as_news(event)
        and not _is_sum(event)
        and is_recent(event.date, published)
        and _concerns_the_nine(event, country)
        and not _is_purely_military(event)
        and _is_specific(event)
        and not _is_told_in_passing(event)
    )


def _is_sum(event: Event) -> bool:
    """Attacks summed up; the task wants those on things, unless numbers or a period sum them up."""
    if event.date.basis in _NO_DAY and any(map(_is_vague_mass, event.casualties)):
        return True
    if event.scope is not Scope.SUMMARY:
        return False
    is_counted = any((row.best or 0) > 1 for row in event.casualties)
    return is_counted or not event.targets or event.date.basis not in _NO_DAY


def _is_vague_mass(row: Casualty) -> bool:
    """As in "hundreds of peasants were murdered": no one act."""
    is_vague = row.qualifier is Qualifier.VAGUE and row.kind is CasualtyKind.KILLED
    return is_vague and (row.low or 0) >= _HUNDREDS


def _is_told_as_news(event: Event) -> bool:
    """Current; threats whenever they are to be carried out; a cause or crime of no known age."""
    if event.recency is Recency.CURRENT:
        return True
    if event.modality is Modality.THREATENED:
        return event.recency is not Recency.HABITUAL
    return event.recency is Recency.BACKGROUND


def _concerns_the_nine(event: Event, country: str | None) -> bool:
    if country is None or country in NINE_COUNTRIES.values():
        return True
    involved = {actor.country for actor in event.actors} | {a.nationality for a in event.actors}
    return bool(involved & set(NINE_COUNTRIES))


def _is_purely_military(event: Event) -> bool:
    """Armed sides against each other, and nothing and nobody else harmed.

    What was hit beside armed people, and who, is theirs unless a kind of it is told.
    """
    things = [t for t in event.targets if t.type is not TargetType.PERSONS]
    named = [actor for actor in targets(event) if head(actor.text) not in _SAY_NOTHING]
    hits_armed = any(map(_is_armed, named))
    of_no_kind = {TargetType.OTHER} if hits_armed else set()
    if any(t.type not in of_no_kind and not _is_military(t, event) for t in things):
        return False
    if any(row.is_civilian for row in event.casualties) or _hit_passers_by(event):
        return False
    if not named:
        return bool(things) or event.event_type is EventType.ARMED_CLASH
    if event.event_type is EventType.ARMED_CLASH and _has_sides(event):
        return not any(
            (actor.is_civilian or actor.type in _UNARMED)
            and (actor.name is None or actor.description is not None)  # who is only named fought
            for actor in named
        )
    return hits_armed and all(_is_armed(actor) or _is_of_no_kind(actor) for actor in named)


def _is_of_no_kind(actor: EventActor) -> bool:
    return actor.type is ActorType.UNKNOWN and not actor.is_civilian


def _has_sides(event: Event) -> bool:
    """Whether a side of the fight is told: who fell and is no civilian fought in it."""
    return any(actor.role is Role.PARTICIPANT for actor in event.actors)


def _hit_passers_by(event: Event) -> bool:
    """As in "the bomb left 31 dead": so many in one blast are not of the armed side alone."""
    return event.event_type is EventType.BOMBING and any(
        row.kind in _HARMED and (row.best or 0) >= _MASS_TOLL and head(row.text) in _SAY_NOTHING
        for row in event.casualties
    )


def _is_military(target: PhysicalTarget, event: Event) -> bool:
    """Whether a thing is of an armed side."""
    if target.type in _MILITARY_TARGETS or not _OF_TRAFFICKERS.isdisjoint(words(target.text)):
        return True
    kind = head(target.text)
    return kind in _CRAFT or (kind in _PLANES and event.event_type not in _AIRLINE_ACTS)


def _is_armed(actor: EventActor) -> bool:
    """Whether a target is one of an armed side; who has left the forces is none."""
    if not _LEFT.isdisjoint(words(f"{actor.text} {actor.description or ''}")):
        return False
    if actor.type is ActorType.UNKNOWN:
        name, rank = name_and_description(actor)
        return head(rank if name and rank else actor.text) in _ARMED_HEADS
    return actor.type in ARMED_STATE | ILLEGAL


def _is_told_in_passing(event: Event) -> bool:
    """People of a kind, at no day and in no town, in one clause: a generic description.

    A threat has neither yet.
    """
    if event.targets or len(event.mentions) > _PASSING or event.modality is Modality.THREATENED:
        return False
    if event.date.basis not in _NO_DAY:
        return False
    if event.place.place_name or event.place.admin1_name:
        return False
    return not (
        any(actor.name or actor.number for actor in targets(event))
        or any(row.best for row in event.casualties)
    )


def _is_specific(event: Event) -> bool:
    """Something must be said about who or what was hit, and it must not be the toll of a war."""
    if any(
        row.kind is CasualtyKind.KILLED and (row.best or row.low or 0) >= _WAR_TOLL
        for row in event.casualties
    ):
        return False
    return bool(targets(event) or event.targets or event.casualties)

"""What armed sides do to each other, which is no incident: task definition, section 1, 1."""

from benchmarks.muc4.actors import ARMED_STATE, ILLEGAL, STATE, perpetrators, targets
from benchmarks.muc4.human import name_and_description
from benchmarks.muc4.nouns import head, words
from benchmarks.muc4.specific import SAY_NOTHING
from coder.values.events import Event, EventActor, PhysicalTarget
from coder.values.labels import ActorType, CasualtyKind, EventType, Role, TargetType

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
"""Whose things these are, who is an illegal group: section 1, 1a."""
_AIRLINE_ACTS = frozenset({EventType.BOMBING, EventType.ABDUCTION})
_OF_NO_KIND = frozenset({TargetType.OTHER, TargetType.TRANSPORT_VEHICLE})
"""Things that armed people have like anybody: what they were hit in is theirs."""
_MASS_TOLL = 10
"""So many victims that nobody says the kind of are people of the street."""
_HARMED = frozenset({CasualtyKind.KILLED, CasualtyKind.INJURED})
_MILITARY_TARGETS = frozenset({TargetType.MILITARY_POSITION, TargetType.POLICE})


def is_purely_military(event: Event) -> bool:
    """Armed sides against each other, and nothing and nobody else harmed.

    What was hit beside armed people, and who, is theirs unless a kind of it is told. What the
    state destroyed, and nobody with it, is of those it fights.
    """
    things = [t for t in event.targets if t.type is not TargetType.PERSONS]
    if things and _is_seized_by_the_state(event):
        return True
    named = [actor for actor in targets(event) if head(actor.text) not in SAY_NOTHING]
    hits_armed = any(map(_is_armed, named))
    of_no_kind = _OF_NO_KIND if hits_armed else frozenset()
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


def _is_seized_by_the_state(event: Event) -> bool:
    """As in "the police destroyed five laboratories"."""
    acting = perpetrators(event)
    return (
        event.event_type is EventType.PROPERTY_ATTACK
        and bool(acting)
        and all(actor.type in STATE for actor in acting)
        and not targets(event)
    )


def _is_of_no_kind(actor: EventActor) -> bool:
    return actor.type is ActorType.UNKNOWN and not actor.is_civilian


def _has_sides(event: Event) -> bool:
    """Whether a side of the fight is told: who fell and is no civilian fought in it."""
    return any(actor.role is Role.PARTICIPANT for actor in event.actors)


def _hit_passers_by(event: Event) -> bool:
    """As in "the bomb left 31 dead": so many in one blast are not of the armed side alone."""
    return event.event_type is EventType.BOMBING and any(
        row.kind in _HARMED and (row.best or 0) >= _MASS_TOLL and head(row.text) in SAY_NOTHING
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

"""Whether an incident is told specifically: task definition, section 1, 7.

Neither a generic description ("terrorist attacks on the pipeline", "a wave of murders of
students") nor a sum ("the persons kidnapped over the last six weeks"), and something is said of
who or what was hit, or of how: a bomb that was found in time, or went off on a day that is told.
"""

from datetime import timedelta

from benchmarks.muc4.actors import perpetrators, targets
from benchmarks.muc4.nouns import head, is_plural, words
from benchmarks.muc4.template import HumanFill, Template
from coder.values.events import Casualty, Event, EventActor
from coder.values.labels import (
    ActorType,
    CasualtyKind,
    DateBasis,
    EventType,
    Modality,
    Scope,
)

SAY_NOTHING = frozenset({"DEAD", "WOUNDED", "OTHER", "CASUALTY", "ONE", "INJURED"})
"""What is no kind of person."""
_WAR_TOLL = 500
"""So many dead are no single incident of this kind."""
_HUNDREDS = 100
"""So many dead or hurt at no one day are the toll of a war."""
_PASSING = 1
"""In so many clauses a generic description is told; what is told in more is news."""
_LEAD = 3
"""A report's first sentences: what they tell is its news."""
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
_ANYBODY = frozenset(
    {"PEOPLE", "PERSON", "BEING", "CIVILIAN", "POPULATION", "MAN", "WOMAN", "CHILD"}
)
_PERSONS = frozenset({ActorType.GOVERNMENT_OFFICIAL, ActorType.CIVILIANS})
_KNOWN = (["THE"], ["HIS"], ["HER"], ["OUR"])
_UNCOUNTED = frozenset({"PLURAL", "1"})
_A_MONTH = timedelta(days=31)
_NO_DAY = frozenset({DateBasis.NONE, DateBasis.PUB_DATE_DEFAULT})
_BOMBINGS = frozenset({EventType.BOMBING, EventType.WEAPONS_DISRUPTION})
_IN_TIME = frozenset({Modality.FOILED, Modality.ATTEMPTED})
_TOLLS = frozenset({CasualtyKind.KILLED, CasualtyKind.INJURED, CasualtyKind.CASUALTIES})


def says_whom(template: Template) -> bool:
    """Whether more is told of who was hit than "the population" or "civilians".

    Whoever is held was picked out.
    """
    if template.physical or not template.human or template.type == "KIDNAPPING":
        return True
    return any(person.name or not _is_everybody(person) for person in template.human)


def tells_nature(template: Template) -> bool:
    """Whether a template says of a bomb more than that it went off: it was found, or when."""
    is_bomb = template.type == "BOMBING" and any(tool.text for tool in template.instruments)
    has_day = template.date is not None and not template.date.startswith("-")
    return is_bomb and (template.stage == "ATTEMPTED" or has_day)


def _is_everybody(person: HumanFill) -> bool:
    """As in "the population", and "the people" of whom no number and no harm is told."""
    kind = head(person.description or "")
    is_uncounted = person.number in _UNCOUNTED
    return (kind in _EVERYBODY and is_uncounted) or (
        kind == "PEOPLE" and is_uncounted and person.effect is None
    )


def is_specific(event: Event) -> bool:
    """Something is said about who or what was hit, and it is no generic description and no sum."""
    return (
        bool(targets(event) or event.targets or event.casualties)
        and not _is_sum(event)
        and not _is_generic(event)
    )


def is_told_bomb(event: Event) -> bool:
    """Whether at least the nature of a bombing is told: a bomb that was found, or went off when."""
    is_bomb = event.event_type in _BOMBINGS and bool(event.weapons)
    is_told = event.modality in _IN_TIME or event.date.basis not in _NO_DAY
    return is_bomb and is_told and not _is_sum(event)


def _is_sum(event: Event) -> bool:
    """Attacks summed up; the task wants those on things, unless numbers or a period sum them up."""
    if any(map(_is_war_toll, event.casualties)):
        return True
    if not _has_one_day(event) and any(map(_is_mass, event.casualties)):
        return True
    if event.scope is not Scope.SUMMARY:
        return False
    is_counted = any((row.best or 0) > 1 for row in event.casualties)
    return is_counted or not event.targets or not _is_undated(event)


def _is_war_toll(row: Casualty) -> bool:
    return row.kind is CasualtyKind.KILLED and (row.best or row.low or 0) >= _WAR_TOLL


def _is_mass(row: Casualty) -> bool:
    """As in "hundreds of peasants were murdered": no one act."""
    return row.kind in _TOLLS and (row.best or row.low or 0) >= _HUNDREDS


def _has_one_day(event: Event) -> bool:
    when = event.date
    return when.basis not in _NO_DAY and when.start is not None and when.start == when.end


def _is_undated(event: Event) -> bool:
    return event.date.basis in _NO_DAY


def _is_over_months(event: Event) -> bool:
    """As in "this year", "in the past months": no day, nor a week of it."""
    start, end = event.date.start, event.date.end
    return start is not None and end is not None and end - start > _A_MONTH


def _is_generic(event: Event) -> bool:
    """Nobody by name or number, at no day: several acts, anybody, or told in passing.

    A threat has no day yet; attacks on things are wanted ("fewer attacks on electric towers").
    """
    if event.targets or not (_is_undated(event) or _is_over_months(event)):
        return False
    if event.modality is Modality.THREATENED:
        return False
    hit = targets(event)
    if any(actor.name or actor.number for actor in hit) or any(r.best for r in event.casualties):
        return False
    if any(map(_is_one_known, hit)):
        return False
    is_anybody = bool(hit) and all(head(actor.text) in _ANYBODY for actor in hit)
    return (
        is_anybody
        or event.scope is Scope.SERIES
        or (_is_told_in_passing(event) and not (perpetrators(event) and event.casualties))
    )


def _is_one_known(actor: EventActor) -> bool:
    """As in "the secretary general", "his driver": one person, of whom the reader knows."""
    return (
        actor.type in _PERSONS
        and words(actor.text)[:1] in _KNOWN
        and not is_plural(actor.text)
        and head(actor.text) not in _ANYBODY | _EVERYBODY
    )


def _is_told_in_passing(event: Event) -> bool:
    """In one clause after the report's lead, and in no town."""
    return (
        len(event.mentions) <= _PASSING
        and event.sent_idx >= _LEAD
        and event.place.place_name is None
        and event.place.admin1_name is None
    )

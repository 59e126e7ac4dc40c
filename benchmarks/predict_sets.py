"""Predictions for the public sets: one entry for each event mention of a countable event."""

from collections.abc import Iterator
from typing import Any

from benchmarks.inputs import BenchmarkInput
from benchmarks.words import actor_words, distinct, is_pronoun
from coder.values.events import CodedDocument, Event, EventActor, EventMention
from coder.values.labels import EventType, Role, Side

Entry = dict[str, Any]

_ACTING = frozenset({Role.PERPETRATOR, Role.GAINING_PARTY})
_SUFFERING = frozenset({Role.TARGET, Role.LOSING_PARTY})


def predict(coded: CodedDocument, given: BenchmarkInput) -> dict[str, Any]:
    """The prediction line of one document."""
    entries = [
        entry
        for event in coded.events
        if event.countable
        for mention in event.mentions
        for entry in _entries(event, mention, given)
    ]
    return {"id": given.document.doc_id, "events": entries}


def _entries(event: Event, mention: EventMention, given: BenchmarkInput) -> Iterator[Entry]:
    told = [event.actors[index] for index in mention.actors]
    entry = _common(event, mention, given)
    victims = _victims(event, mention)
    things = [t.text for t in event.targets if t.sent_idx == mention.section_sentence]
    if event.event_type is EventType.ARMED_CLASH:
        first, second = _sides(told)
        others = [actor_words(a) for a in told if a.role is Role.TARGET]
        for attackers, attacked in ((first, second), (second, first)):
            yield entry | {
                "actors": distinct(attackers),
                "targets": distinct([*attacked, *others, *things]),
                "victims": victims,
            }
        return
    yield entry | {
        "actors": distinct(actor_words(a) for a in told if _acts(a)) or _means(event, mention),
        "targets": distinct([*(actor_words(a) for a in told if a.role in _SUFFERING), *things]),
        "victims": victims,
    }


def _means(event: Event, mention: EventMention) -> list[str]:
    """The act that does it where a clause names nobody: "two strikes destroyed a depot"."""
    told = [row for row in event.evidence if row.field == "means"]
    return distinct(row.text for row in told if row.sent_idx == mention.section_sentence)


def _acts(actor: EventActor) -> bool:
    if actor.role is Role.PARTICIPANT:
        return actor.side is not Side.B
    return actor.role in _ACTING


def _sides(told: list[EventActor]) -> tuple[list[str | None], list[str | None]]:
    """The words of the two sides of a clash."""
    fighting = [a for a in told if a.role in {Role.PARTICIPANT, Role.PERPETRATOR, Role.SUPPORTER}]
    second = [actor for actor in fighting if actor.side is Side.B]
    first = [actor for actor in fighting if actor.side is not Side.B]
    if not second:
        first, second = first[:1], first[1:]
    elif not first:
        first, second = second[:1], second[1:]
    return [actor_words(a) for a in first], [actor_words(a) for a in second]


def _victims(event: Event, mention: EventMention) -> list[str]:
    """Who was harmed: the victims this clause names, and the words of its casualty counts."""
    harmed = {row.actor_idx for row in event.casualties if row.actor_idx is not None}
    named = [
        actor_words(event.actors[index])
        for index in mention.actors
        if event.actors[index].role is Role.VICTIM or index in harmed
    ]
    counted = [
        row.text
        for row in event.casualties
        if row.actor_idx is None
        and row.sent_idx == mention.section_sentence
        and not is_pronoun(row.text)
        and any(letter.isalpha() for letter in row.text)
    ]
    return distinct([*named, *counted])


def _common(event: Event, mention: EventMention, given: BenchmarkInput) -> Entry:
    """What both directions of an event share."""
    return {
        "event_type": f"{event.event_type}/{event.event_subtype}",
        "sentence_index": given.sentence_index(mention.trigger, mention.section_sentence),
        "killed_min": mention.killed_low,
        "killed": mention.killed_best,
        "killed_max": mention.killed_high,
        "injured_min": mention.injured_low,
        "injured": mention.injured_best,
        "injured_max": mention.injured_high,
        "actors": [],
        "targets": [],
        "victims": [],
        "weapons": _weapons(event, mention),
        "locations": _locations(event),
        "admin1": event.place.admin1_name,
        "date": _day(event),
    }


def _weapons(event: Event, mention: EventMention) -> list[str]:
    here = [w.text for w in event.weapons if w.sent_idx == mention.section_sentence]
    return distinct(here)


def _locations(event: Event) -> list[str]:
    """Place names of all levels, the finest first."""
    place = event.place
    things = {target.text for target in event.targets}
    return distinct(
        [
            None if place.site_name in things else place.site_name,
            place.place_name,
            place.admin3_name,
            place.admin2_name,
            place.admin1_name,
            place.admin0_name,
        ]
    )


def _day(event: Event) -> str | None:
    """The day of an event that has exactly one."""
    start, end = event.date.start, event.date.end
    return start.isoformat() if start is not None and start == end else None

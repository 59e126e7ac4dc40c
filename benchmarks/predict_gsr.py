"""Predictions for gold event records: source, target and CAMEO code of each countable event."""

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks.inputs import BenchmarkInput
from benchmarks.words import actor_words
from coder.records.actor_codes import actor_code, home_of
from coder.values.events import CodedDocument, Event, EventActor
from coder.values.labels import EventType, Role, Side

_ACTING = frozenset({Role.PERPETRATOR, Role.GAINING_PARTY})
_AIMED_AT = frozenset({Role.TARGET, Role.LOSING_PARTY})


@lru_cache(maxsize=1)
def cameo_codes() -> dict[str, str | None]:
    """The CAMEO code of every ``type/subtype``, as text; null where CAMEO has none."""
    path = Path(__file__).with_name("cameo_codes.json")
    codes: dict[str, str | None] = json.loads(path.read_text(encoding="utf-8"))
    return codes


def predict(coded: CodedDocument, given: BenchmarkInput) -> dict[str, Any]:
    """The prediction line of one document."""
    entries = [
        _entry(event, source, target)
        for event in coded.events
        if event.countable
        for source in _side(_acting(event))
        for target in _side(_acted_on(event))
    ]
    return {"id": given.document.doc_id, "events": entries}


def _side(actors: list[EventActor]) -> list[EventActor | None]:
    """The actors of one side, or one null where the side is not told."""
    return [*actors] or [None]


def _entry(event: Event, source: EventActor | None, target: EventActor | None) -> dict[str, Any]:
    kind = f"{event.event_type}/{event.event_subtype}"
    return {
        "source": _code(source, event),
        "target": _code(target, event),
        "code": cameo_codes().get(kind),
        "event_type": kind,
        "source_text": None if source is None else actor_words(source),
        "target_text": None if target is None else actor_words(target),
    }


def _code(actor: EventActor | None, event: Event) -> str | None:
    return None if actor is None else actor_code(actor, home_of(event)).text


def _acting(event: Event) -> list[EventActor]:
    """Who acts: the perpetrators, the side that began, those who foil and seize."""
    if event.event_type is EventType.WEAPONS_DISRUPTION:
        foiling = _once(actor for actor in event.actors if actor.role is Role.PARTICIPANT)
        if foiling:
            return foiling
    return _once(
        actor
        for actor in event.actors
        if actor.role in _ACTING or (actor.role is Role.PARTICIPANT and actor.side is not Side.B)
    )


def _acted_on(event: Event) -> list[EventActor]:
    """Who was aimed at; who was harmed where nobody was aimed at."""
    if event.event_type is EventType.WEAPONS_DISRUPTION and any(
        actor.role is Role.PARTICIPANT for actor in event.actors
    ):
        return _once(actor for actor in event.actors if actor.role is Role.PERPETRATOR)
    aimed_at = _once(
        actor
        for actor in event.actors
        if actor.role in _AIMED_AT or (actor.role is Role.PARTICIPANT and actor.side is Side.B)
    )
    return aimed_at or _once(actor for actor in event.actors if actor.role is Role.VICTIM)


def _once(actors: Iterable[EventActor]) -> list[EventActor]:
    """The actors without those of the same name, and without "five others" of a group before."""
    kept: dict[str, EventActor] = {}
    for actor in actors:
        words = (actor.name or actor_words(actor) or "").lower()
        if not (kept and words.endswith(("other", "others"))):
            kept.setdefault(words, actor)
    return list(kept.values())

"""Statements and states of control as the engine found them -> their published rows."""

from collections.abc import Mapping
from typing import TypeAlias

from coder.records.documents import ControlState, Statement
from coder.values import nonevents as engine

_Fields: TypeAlias = dict[str, object]


def statement_row(found: engine.Statement) -> Statement:
    """One row of ``statements``."""
    return Statement.model_validate(
        {
            "statement_id": found.statement_id,
            "kind": found.kind,
            "stance": found.stance,
            "event_id": found.event_id,
            "event_link": found.event_link,
            **_party("speaker", found.speaker, kind="speaker_actor_type"),
            "speaker_type": found.source_type,
            **_party("addressee", found.addressee),
            **_words("topic", found.topic),
            "date_start": found.first,
            "date_end": found.last,
            "date_text": None if found.time is None else found.time.text,
            **_telling(found.telling),
        }
    )


def control_state_row(found: engine.ControlState) -> ControlState:
    """One row of ``control_states``."""
    place = found.place
    return ControlState.model_validate(
        {
            "state_id": found.state_id,
            "kind": found.kind,
            "recency": found.recency,
            **_party("actor", found.actor),
            **_party("other", found.other),
            **_words("place", place.words),
            "place_name": place.name,
            "admin1_name": place.admin1,
            "iso3": place.iso3,
            "gazetteer_id": place.gazetteer_id,
            "place_number": place.number,
            "extent": place.extent,
            "since_start": found.since_first,
            "since_end": found.since_last,
            "since_text": None if found.since is None else found.since.text,
            "as_of": found.as_of,
            "source_name": found.source_name,
            "source_type": found.source_type,
            "event_id": found.event_id,
            "event_relation": found.event_relation,
            **_telling(found.telling),
        }
    )


def _telling(telling: engine.Telling) -> _Fields:
    span, trigger = telling.sentence.span, telling.trigger
    return {
        "doc_id": telling.doc_id,
        "trigger_start": trigger.span.start,
        "trigger_end": trigger.span.end,
        "trigger_text": trigger.text,
        "section": span.section,
        "sent_idx": telling.sent_idx,
        "char_start": span.start,
        "char_end": span.end,
        "text": telling.sentence.text,
        "rule_id": telling.rule_id,
    }


def _party(role: str, party: engine.Party | None, kind: str | None = None) -> Mapping[str, object]:
    return {
        f"{role}_name": None if party is None else party.name,
        kind or f"{role}_type": None if party is None else party.type,
        **_words(role, None if party is None else party.words),
    }


def _words(name: str, words: engine.Words | None) -> _Fields:
    return {
        f"{name}_text": None if words is None else words.text,
        f"{name}_start": None if words is None else words.span.start,
        f"{name}_end": None if words is None else words.span.end,
    }

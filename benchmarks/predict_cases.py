"""Predictions for hand-coded articles: every event with the wide columns of the codebook."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

from benchmarks.casualty_totals import totals
from benchmarks.inputs import BenchmarkInput
from coder.values.events import CodedDocument, Event, EventPlace
from coder.values.labels import CasualtyKind, Section

Record = dict[str, Any]


def predict(coded: CodedDocument, given: BenchmarkInput) -> Iterator[Record]:
    """One record for each event, countable or not; ``doc_id`` is the id of the input line."""
    for event in coded.events:
        yield _plain(_record(event, given.document.doc_id))


def _plain(record: Record) -> Record:
    """The record with labels as text and days as ISO dates."""
    return {name: _value(value) for name, value in record.items()}


def _value(value: Any) -> Any:  # noqa: ANN401 - a column holds whatever its type is
    if isinstance(value, Enum):
        return value.value
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(v) if isinstance(v, dict) else _value(v) for v in value]
    return value


def _record(event: Event, doc_id: str) -> Record:
    in_text = event.trigger.section is Section.TEXT
    return {
        "doc_id": doc_id,
        "event_id": event.event_id,
        "incident_id": event.event_id,
        "is_representative": True,
        "section": event.trigger.section,
        "sent_idx": event.sent_idx,
        "char_start": event.trigger.start if in_text else None,
        "char_end": event.trigger.end if in_text else None,
        "evidence_text": event.evidence_text,
        "event_class": event.event_class,
        "event_type": event.event_type,
        "event_subtype": event.event_subtype,
        "modality": event.modality,
        "recency": event.recency,
        "scope": event.scope,
        "countable": event.countable,
        "n_incidents_low": event.n_incidents_low,
        "n_incidents_high": event.n_incidents_high,
        "date_start": event.date.start,
        "date_end": event.date.end,
        "date_precision": event.date.precision,
        "date_basis": event.date.basis,
        "date_text": event.date.text,
        "civilian_targeting": event.civilian_targeting,
        "target_type": event.target_type,
        "weapons": list(dict.fromkeys(weapon.type.value for weapon in event.weapons)),
        "tactic": event.tactic,
        "outcome": event.outcome,
        "property_damage": event.property_damage,
        "crowd_size_low": event.crowd_size_low,
        "crowd_size_best": event.crowd_size_best,
        "crowd_size_high": event.crowd_size_high,
        "claimed_by": event.claimed_by,
        "tags": event.tags,
        **_place(event.place),
        **_counts(event),
        "actors": _actors(event),
        "casualties": _casualties(event),
        "attributions": _attributions(event),
    }


def _place(place: EventPlace) -> Record:
    return {
        "iso3": place.iso3,
        "admin1_name": place.admin1_name,
        "admin2_name": place.admin2_name,
        "admin3_name": place.admin3_name,
        "place_name": place.place_name,
        "site_name": place.site_name,
        "location_text": place.text,
        "geo_precision": place.precision,
        "lat": place.latitude,
        "lon": place.longitude,
    }


def _counts(event: Event) -> Record:
    killed = totals(event, CasualtyKind.KILLED)
    injured = totals(event, CasualtyKind.INJURED)
    return {
        "killed_low": killed[0],
        "killed_best": killed[1],
        "killed_high": killed[2],
        "injured_low": injured[0],
        "injured_best": injured[1],
        "injured_high": injured[2],
    }


def _actors(event: Event) -> list[Record]:
    return [
        {
            "text": actor.text,
            "name": actor.name,
            "role": actor.role,
            "actor_type": actor.type,
            "certainty": actor.certainty,
            "side": actor.side,
        }
        for actor in event.actors
    ]


def _casualties(event: Event) -> list[Record]:
    texts = {row.casualty_id: row.text for row in event.casualties}
    return [
        {
            "kind": row.kind,
            "low": row.low,
            "best": row.best,
            "high": row.high,
            "qualifier": row.qualifier,
            "victim_type": row.victim_type,
            "civilian": row.is_civilian,
            "text": row.text,
            "subset_of": None if row.subset_of is None else texts.get(row.subset_of),
            "is_attacker": row.is_attacker,
        }
        for row in event.casualties
    ]


def _attributions(event: Event) -> list[Record]:
    return [
        {"text": row.text, "name": row.name, "source_type": row.source_type, "stance": row.stance}
        for row in event.attributions
    ]

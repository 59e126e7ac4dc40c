"""From what the engine found in a document to its published records.

``build`` is the only way to make records: it renames the engine's fields to the published ones,
cuts the words out of the user's text and validates each event in one pass.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import TypeAlias

from pydantic import ValidationError

from coder.errors import SchemaError
from coder.records.actor_codes import actor_code, home_of
from coder.records.build_nonevents import control_state_row, statement_row
from coder.records.documents import DocumentRecord, DocumentRow, Relation
from coder.records.models import Event
from coder.records.taxonomy import CLASSES
from coder.records.versions import Versions
from coder.values import events as engine
from coder.values.labels import DocumentStatus, Section
from coder.values.mentions import listed_id
from coder.values.text import Document, Span

_Fields: TypeAlias = dict[str, object]


def build(coded: engine.CodedDocument, document: Document, versions: Versions) -> DocumentRecord:
    """The records of one coded document.

    Raises :class:`coder.errors.SchemaError` naming the event and the field when the engine hands
    over an event that breaks a rule of the schema.
    """
    events = tuple(_event(event, document, versions) for event in coded.events)
    place = coded.dateline_place
    return DocumentRecord(
        document=DocumentRow(
            **_given(document),
            status=DocumentStatus.CODED,
            reason=None,
            n_sentences=coded.n_sentences,
            n_events=len(events),
            n_countable=sum(event.countable for event in events),
            dateline_text=place.text if place else None,
            dateline_place=place.name if place else None,
            dateline_iso3=place.iso3 if place else None,
            reference_date=coded.reference_date,
        ),
        events=events,
        relations=tuple(
            Relation(
                from_event=relation.source_event,
                to_event=relation.target_event,
                kind=relation.kind,
                doc_id=coded.doc_id,
                reason=relation.reason,
            )
            for relation in coded.relations
        ),
        statements=tuple(map(statement_row, coded.statements)),
        control_states=tuple(map(control_state_row, coded.control_states)),
    )


def build_uncoded(
    document: Document, status: DocumentStatus, reason: str, *, language: str | None = None
) -> DocumentRecord:
    """The record of a document that was not coded: a row of ``documents`` and nothing else.

    ``language`` is the language that was found, where the user gave none.
    """
    given = _given(document)
    given["language"] = document.language or language
    return DocumentRecord(
        document=DocumentRow(
            **given,
            status=status,
            reason=reason,
            n_sentences=None,
            n_events=0,
            n_countable=0,
            dateline_text=None,
            dateline_place=None,
            dateline_iso3=None,
            reference_date=None,
        )
    )


def _given(document: Document) -> dict[str, object]:
    """What the user gave, under the names of the documents table."""
    return {
        "doc_id": document.doc_id,
        "title": document.title,
        "source": document.source,
        "url": document.url,
        "pub_date": document.published,
        "language": document.language,
        "n_characters": len(document.text),
        "text_sha256": sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
    }


def _event(event: engine.Event, document: Document, versions: Versions) -> Event:
    try:
        return Event.model_validate(_fields(event, document, versions))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "event"
        raise SchemaError(
            f"{event.event_id} of document {document.doc_id!r}: {where}: {first['msg']}"
        ) from error


def _fields(event: engine.Event, document: Document, versions: Versions) -> _Fields:
    sentence, trigger = event.evidence_sentence, event.trigger
    home = home_of(event)
    return {
        "event_id": event.event_id,
        "incident_id": event.event_id,
        "is_representative": True,
        "doc_id": event.doc_id,
        "section": sentence.section,
        "sent_idx": event.sent_idx,
        "char_start": sentence.start,
        "char_end": sentence.end,
        "evidence_text": event.evidence_text,
        "trigger_start": trigger.start,
        "trigger_end": trigger.end,
        "trigger_text": _words(document, trigger),
        "schema_version": versions.schema_version,
        "coder_version": versions.coder_version,
        "rules_version": versions.rules_version,
        "event_class": CLASSES[event.event_type],
        "event_type": event.event_type,
        "event_subtype": event.event_subtype,
        "modality": event.modality,
        "recency": event.recency,
        "scope": event.scope,
        "countable": event.countable,
        "n_incidents_low": event.n_incidents_low,
        "n_incidents_high": event.n_incidents_high,
        "date": _date(event.date),
        "pub_date": document.published,
        "place": _place(event.place, versions),
        "actors": tuple(_actor(actor, home) for actor in event.actors),
        "directed": event.directed,
        "civilian_targeting": event.civilian_targeting,
        "target_type": event.target_type,
        "targets": tuple(map(_target, event.targets)),
        "weapons": tuple(map(_weapon, event.weapons)),
        "tactic": event.tactic,
        "outcome": event.outcome,
        "casualties": tuple(map(_casualty, event.casualties)),
        "property_damage": event.property_damage,
        "crowd_size_low": event.crowd_size_low,
        "crowd_size_best": event.crowd_size_best,
        "crowd_size_high": event.crowd_size_high,
        "claimed_by": event.claimed_by,
        "attributions": tuple(map(_attribution, event.attributions)),
        "confidence": event.confidence,
        "tags": event.tags,
        "rule_ids": event.rule_ids,
        "mentions": tuple(_mention(mention, document) for mention in event.mentions),
        "evidence": tuple(map(_evidence, event.evidence)),
    }


def _words(document: Document, span: Span) -> str:
    text = document.title if span.section is Section.TITLE else document.text
    return (text or "")[span.start : span.end]


def _date(when: engine.EventDate) -> Mapping[str, object]:
    return {
        "start": when.start,
        "end": when.end,
        "precision": when.precision,
        "basis": when.basis,
        "text": when.text,
        "time_of_day": when.time_of_day,
    }


def _place(place: engine.EventPlace, versions: Versions) -> _Fields:
    is_own = (place.gazetteer_id or "").startswith("user:")
    credit = versions.gazetteer_credit or None
    return {
        "text": place.text,
        "admin0_name": place.admin0_name,
        "iso3": place.iso3,
        "admin1_name": place.admin1_name,
        "admin1_pcode": place.admin1_pcode,
        "admin2_name": place.admin2_name,
        "admin2_pcode": place.admin2_pcode,
        "admin3_name": place.admin3_name,
        "admin3_pcode": place.admin3_pcode,
        "place_name": place.place_name,
        "site_name": place.site_name,
        "site_type": place.site_type,
        "lat": place.latitude,
        "lon": place.longitude,
        "precision": place.precision,
        "coord_basis": place.coord_basis,
        "coord_credit": None if place.latitude is None or is_own else credit,
        "gazetteer_id": place.gazetteer_id,
    }


def _actor(actor: engine.EventActor, home: str | None) -> _Fields:
    span = actor.span
    code = actor_code(actor, home)
    return {
        "section": span.section,
        "sent_idx": actor.sent_idx,
        "char_start": span.start,
        "char_end": span.end,
        "actor_id": listed_id(actor.actor_id),
        "name": actor.name,
        "text": actor.text,
        "description": actor.description,
        "number": actor.number,
        "nationality": actor.nationality,
        "actor_type": actor.type,
        "role": actor.role,
        "side": actor.side,
        "certainty": actor.certainty,
        "country": actor.country,
        "sector": actor.sector,
        "actor_code": code.text,
        "actor_code_by_place": code.is_by_place,
        "civilian": actor.is_civilian,
        "is_primary": actor.is_primary,
        "is_organisation": actor.is_organisation,
    }


def _casualty(row: engine.Casualty) -> _Fields:
    span = row.span
    return {
        "section": span.section,
        "sent_idx": row.sent_idx,
        "char_start": span.start,
        "char_end": span.end,
        "casualty_id": row.casualty_id,
        "kind": row.kind,
        "low": row.low,
        "best": row.best,
        "high": row.high,
        "qualifier": row.qualifier,
        "victim_type": row.victim_type,
        "victim_group": row.victim_group,
        "nationality": row.nationality,
        "side": row.side,
        "civilian": row.is_civilian,
        "is_attacker": row.is_attacker,
        "subset_of": row.subset_of,
        "is_event_total": row.is_event_total,
        "is_cumulative": row.is_cumulative,
        "is_superseded": row.is_superseded,
        "period_start": row.period_start,
        "actor_idx": row.actor_idx,
        "attr_idx": row.attribution_idx,
        "text": row.text,
    }


def _target(target: engine.PhysicalTarget) -> _Fields:
    span = target.span
    return {
        "section": span.section,
        "sent_idx": target.sent_idx,
        "char_start": span.start,
        "char_end": span.end,
        "text": target.text,
        "target_type": target.type,
        "number": target.number,
        "nationality": target.nationality,
        "effect": target.effect,
    }


def _weapon(weapon: engine.Weapon) -> _Fields:
    span = weapon.span
    return {
        "section": span.section,
        "sent_idx": weapon.sent_idx,
        "char_start": span.start,
        "char_end": span.end,
        "text": weapon.text,
        "weapon_type": weapon.type,
    }


def _attribution(source: engine.Attribution) -> _Fields:
    span = source.span
    return {
        "section": span.section,
        "sent_idx": source.sent_idx,
        "char_start": span.start,
        "char_end": span.end,
        "name": source.name,
        "text": source.text,
        "source_type": source.source_type,
        "stance": source.stance,
        "is_party": source.is_party,
        "applies_to": source.applies_to,
    }


def _mention(mention: engine.EventMention, document: Document) -> _Fields:
    sentence, trigger = mention.sentence, mention.trigger
    return {
        "section": sentence.section,
        "sent_idx": mention.section_sentence,
        "char_start": sentence.start,
        "char_end": sentence.end,
        "text": _words(document, sentence),
        "trigger_start": trigger.start,
        "trigger_end": trigger.end,
        "trigger_text": mention.trigger_text,
        "frame_id": mention.frame_id,
        "event_type": mention.event_type,
        "event_subtype": mention.event_subtype,
        "modality": mention.modality,
        "recency": mention.recency,
        "scope": mention.scope,
        "killed_low": mention.killed_low,
        "killed_best": mention.killed_best,
        "killed_high": mention.killed_high,
        "injured_low": mention.injured_low,
        "injured_best": mention.injured_best,
        "injured_high": mention.injured_high,
        "actor_idxs": mention.actors,
        "reason": mention.reason,
    }


def _evidence(evidence: engine.Evidence) -> _Fields:
    span = evidence.span
    return {
        "section": span.section,
        "sent_idx": evidence.sent_idx,
        "char_start": span.start,
        "char_end": span.end,
        "field": evidence.field,
        "text": evidence.text,
    }

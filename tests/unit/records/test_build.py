from dataclasses import replace

import pytest
from hypothesis import given, settings

from coder.errors import SchemaError
from coder.records.build import build, build_uncoded
from coder.values.events import CodedDocument
from coder.values.labels import DocumentStatus, EventClass, Modality, Section
from coder.values.text import Span
from tests.unit.records.made import (
    ATTACK,
    CODED,
    DOCUMENT,
    KILLED,
    TEXT,
    TITLE,
    VERSIONS,
    coded,
    coded_documents,
)


def test_an_event_keeps_every_field_under_its_published_name() -> None:
    event = build(CODED, DOCUMENT, VERSIONS).events[0]
    assert event.event_id == event.incident_id == "ev_0123456789abcdef"
    assert event.is_representative
    assert (event.event_class, event.event_subtype) == (EventClass.VIOLENCE, "armed_assault")
    assert event.place.lat == 12.5
    assert event.pub_date == DOCUMENT.published
    assert [actor.text for actor in event.actors] == ["Gunmen", "three farmers"]
    assert event.actors[1].civilian is True
    assert event.casualties[0].attr_idx == 0
    assert event.mentions[0].actor_idxs == (0, 1)
    assert event.targets[0].target_type == "transport_vehicle"
    assert event.schema_version == VERSIONS.schema_version
    assert event.rules_version == "1"


@settings(max_examples=25)
@given(coded_documents())
def test_every_span_cuts_its_words_out_of_the_users_text(document: CodedDocument) -> None:
    for event in build(document, DOCUMENT, VERSIONS).events:
        assert TEXT[event.char_start : event.char_end] == event.evidence_text
        assert TEXT[event.trigger_start : event.trigger_end] == event.trigger_text
        parts = (
            *event.actors,
            *event.casualties,
            *event.targets,
            *event.weapons,
            *event.attributions,
            *event.evidence,
            *event.mentions,
        )
        for part in parts:
            assert TEXT[part.char_start : part.char_end] == part.text  # type: ignore[attr-defined]
        for mention in event.mentions:
            assert TEXT[mention.trigger_start : mention.trigger_end] == mention.trigger_text


def test_a_trigger_in_the_title_is_cut_out_of_the_title() -> None:
    title = Span(Section.TITLE, 0, len(TITLE))
    trigger = Span(Section.TITLE, 8, 12)
    told = replace(
        ATTACK, sent_idx=-1, evidence_sentence=title, trigger=trigger, evidence_text=TITLE
    )
    event = build(coded(told), DOCUMENT, VERSIONS).events[0]
    assert (event.section, event.sent_idx, event.trigger_text) == (Section.TITLE, -1, "shot")


def test_the_document_row_counts_events_and_keeps_the_dateline() -> None:
    row = build(CODED, DOCUMENT, VERSIONS).document
    assert (row.status, row.n_events, row.n_countable) == (DocumentStatus.CODED, 2, 1)
    assert (row.dateline_text, row.dateline_place, row.dateline_iso3) == ("ADREL", "Adrel", "TCD")
    assert row.n_characters == len(TEXT)
    assert len(row.text_sha256) == 64


def test_a_document_without_dateline_has_nulls_there() -> None:
    row = build(replace(CODED, dateline_place=None), DOCUMENT, VERSIONS).document
    assert (row.dateline_text, row.dateline_place, row.dateline_iso3) == (None, None, None)


def test_relations_name_the_document() -> None:
    (relation,) = build(CODED, DOCUMENT, VERSIONS).relations
    assert (relation.from_event, relation.to_event) == (CODED.events[1].event_id, ATTACK.event_id)
    assert relation.doc_id == "d1"


def test_a_document_that_is_not_coded_is_still_listed() -> None:
    record = build_uncoded(
        DOCUMENT, DocumentStatus.OTHER_LANGUAGE, "written in French", language="fr"
    )
    assert record.events == ()
    assert record.document.status is DocumentStatus.OTHER_LANGUAGE
    assert record.document.language == "fr"
    assert record.document.n_sentences is None


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (replace(ATTACK, event_subtype="picnic"), "armed_attack has no subtype 'picnic'"),
        (replace(ATTACK, casualties=(replace(KILLED, subset_of="c9"),)), "subset of no other"),
        (replace(ATTACK, casualties=(replace(KILLED, subset_of="c1"),)), "subset of no other"),
        (replace(ATTACK, casualties=(KILLED, KILLED)), "not unique"),
        (replace(ATTACK, casualties=(replace(KILLED, actor_idx=7),)), "actor that is not there"),
        (
            replace(ATTACK, casualties=(replace(KILLED, attribution_idx=7),)),
            "attribution that is not there",
        ),
        (replace(ATTACK, casualties=(replace(KILLED, low=9),)), "does not hold"),
        (replace(ATTACK, crowd_size_low=9, crowd_size_high=3), "crowd_size"),
        (replace(ATTACK, n_incidents_low=2, n_incidents_high=1), "n_incidents"),
        (replace(ATTACK, confidence=1.5), "confidence"),
        (replace(ATTACK, place=replace(ATTACK.place, longitude=None)), "lat and lon"),
        (replace(ATTACK, place=replace(ATTACK.place, coord_basis=None)), "coord_basis"),
        (replace(ATTACK, date=replace(ATTACK.date, end=None)), "precision day"),
        (replace(ATTACK, date=replace(ATTACK.date, start=DOCUMENT.published)), "is after end"),
    ],
    ids=[
        "unknown-subtype",
        "subset-of-nothing",
        "subset-of-itself",
        "same-casualty-id-twice",
        "no-such-actor",
        "no-such-attribution",
        "low-above-best",
        "crowd-bounds",
        "incident-bounds",
        "confidence-above-1",
        "lat-without-lon",
        "point-without-basis",
        "day-without-end",
        "start-after-end",
    ],
)
def test_an_event_that_breaks_the_schema_is_refused_by_name(broken: object, words: str) -> None:
    with pytest.raises(SchemaError, match=words) as caught:
        build(coded(broken), DOCUMENT, VERSIONS)  # type: ignore[arg-type]
    assert "ev_0123456789abcdef" in str(caught.value)
    assert "'d1'" in str(caught.value)


def test_countable_is_derived() -> None:
    threatened = replace(ATTACK, modality=Modality.THREATENED)
    assert not build(coded(threatened), DOCUMENT, VERSIONS).events[0].countable

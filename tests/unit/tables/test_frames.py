from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given, settings

from coder.records.build import build, build_uncoded
from coder.records.columns import tables
from coder.records.documents import ErrorRow
from coder.records.frame_schema import frame_schema
from coder.records.validate import validate_tables
from coder.tables.frames import TableBuilder, empty_frames
from coder.values.events import CodedDocument
from coder.values.labels import DocumentStatus
from tests.unit.records.made import ATTACK, CODED, DOCUMENT, VERSIONS, coded, coded_documents


def _frames(*documents: CodedDocument) -> dict[str, pl.DataFrame]:
    builder = TableBuilder()
    for document in documents:
        builder.add(build(document, DOCUMENT, VERSIONS))
    return builder.take()


def test_every_table_is_there_with_its_schema() -> None:
    for frames in (_frames(CODED), _frames(), empty_frames()):
        assert list(frames) == list(tables())
        for name, frame in frames.items():
            assert frame.schema == frame_schema(name), name


@settings(max_examples=12)
@given(coded_documents())
def test_tables_satisfy_the_schema_they_are_published_under(document: CodedDocument) -> None:
    assert validate_tables(_frames(document)) == []


def test_rows_of_long_tables_follow_their_event() -> None:
    actors = _frames(CODED)["actors"]
    assert actors["event_id"].to_list() == [ATTACK.event_id] * 2
    assert actors["actor_idx"].to_list() == [0, 1]
    assert actors["text"].to_list() == ["Gunmen", "three farmers"]


@pytest.mark.parametrize(
    ("table", "height"),
    [
        ("events", 2),
        ("event_mentions", 3),
        ("casualties", 1),
        ("targets", 1),
        ("weapons", 3),
        ("attributions", 1),
        ("evidence", 4),
        ("documents", 1),
        ("relations", 1),
        ("incidents", 2),
        ("errors", 0),
    ],
)
def test_each_table_has_its_grain(table: str, height: int) -> None:
    assert _frames(CODED)[table].height == height


def test_lists_keep_their_order_and_may_be_empty() -> None:
    frames = _frames(CODED)
    assert frames["events"]["weapons"].to_list() == [["firearms", "incendiary"], []]
    assert frames["events"]["tags"].to_list() == [["=cmd", "election"], []]
    assert frames["event_mentions"]["actor_idxs"].to_list() == [[0, 1], [], []]


def test_every_event_is_its_own_incident() -> None:
    frames = _frames(CODED)
    incidents = frames["incidents"]
    assert incidents["incident_id"].to_list() == frames["events"]["event_id"].to_list()
    assert incidents["event_ids"].to_list() == [[event.event_id] for event in CODED.events]
    assert incidents["n_reports"].to_list() == [1, 1]
    assert incidents["killed_best"].to_list() == [3, None]


def test_documents_without_events_and_errors_have_rows() -> None:
    builder = TableBuilder()
    builder.add(build(coded(), DOCUMENT, VERSIONS))
    builder.add(build_uncoded(DOCUMENT, DocumentStatus.DUPLICATE, "seen before"))
    builder.add_error(ErrorRow(source="in.csv", row=3, reason="no text"))
    frames = builder.frames()
    assert frames["documents"]["status"].to_list() == ["coded", "duplicate"]
    assert frames["errors"].row(0) == ("in.csv", 3, None, None, "no text", None)
    assert frames["events"].is_empty()


def test_taking_chunks_gives_the_same_rows_as_one_frame() -> None:
    other = coded(replace(ATTACK, event_id="ev_1111111111111111"))
    builder = TableBuilder()
    chunks = []
    for document in (CODED, other):
        builder.add(build(document, DOCUMENT, VERSIONS))
        assert len(builder) > 0
        chunks.append(builder.take())
        assert len(builder) == 0
    for name, frame in _frames(CODED, other).items():
        assert pl.concat([chunk[name] for chunk in chunks]).equals(frame), name

"""Tables that are each sound and contradict each other."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings

from coder.records.build import build
from coder.records.validate import validate_tables
from coder.tables.frames import TableBuilder
from coder.values.options import CasualtyPolicy
from tests.unit.records.made import CODED, DOCUMENT, VERSIONS, coded_documents

POLICY = CasualtyPolicy.CONSERVATIVE


def _frames() -> dict[str, pl.DataFrame]:
    builder = TableBuilder(POLICY)
    builder.add(build(CODED, DOCUMENT, VERSIONS))
    return builder.take()


def _texts(frames: dict[str, pl.DataFrame], policy: CasualtyPolicy | None = POLICY) -> list[str]:
    return [str(problem) for problem in validate_tables(frames, policy)]


def _with_first(frame: pl.DataFrame, **changes: Any) -> pl.DataFrame:  # noqa: ANN401
    first = pl.int_range(pl.len()) == 0
    return frame.with_columns(
        pl.when(first).then(pl.lit(value, frame.schema[name])).otherwise(name).alias(name)
        for name, value in changes.items()
    )


@pytest.mark.parametrize(
    ("table", "changes", "expected"),
    [
        ("events", {"n_actors": 9}, "events, row 1, n_actors: is not the number of those rows"),
        ("events", {"n_sources": 9}, "events, row 1, n_sources: is not the number of those"),
        ("documents", {"n_events": 9}, "documents, row 1, n_events: is not the number of"),
        ("documents", {"n_countable": 9}, "documents, row 1, n_countable: is not the number"),
        ("events", {"schema_version": "0"}, "events, row 1, schema_version: is not 1"),
        ("events", {"is_representative": False}, "events, row 1, is_representative: the incident"),
        ("incidents", {"n_reports": 9}, "incidents, row 1, n_reports: is not the number of"),
        ("incidents", {"n_documents": 9}, "incidents, row 1, n_documents: is not the number of"),
        ("incidents", {"doc_ids": ["d9"]}, "incidents, row 1, doc_ids: are not the documents"),
        ("incidents", {"event_ids": ["d9"]}, "incidents, row 1, event_ids: are not the events"),
        ("incidents", {"event_id": "ev_0"}, "incidents, row 1, event_id: is not the represent"),
        ("incidents", {"incident_id": "ev_0"}, "incidents, row 1, incident_id: no event reports"),
        ("actors", {"actor_idx": 7}, "actors, row 1, actor_idx: does not count from 0"),
        ("actors", {"doc_id": "d9"}, "actors, row 1, doc_id: is not the document of the event"),
        ("attributions", {"applies_to": "c9"}, "attributions, row 1, applies_to: is no actor or"),
        ("casualties", {"low": 2, "best": 2}, "events, row 1, killed_best: does not follow from"),
        ("casualties", {"kind": "injured"}, "events, row 1, injured_best: does not follow from"),
        ("casualties", {"is_superseded": True}, "events, row 1, killed_best: does not follow"),
        ("events", {"killed_unknown_best": 50}, "events, row 1, killed_best: its parts do not"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_tables_that_contradict_each_other_are_named(
    table: str, changes: dict[str, Any], expected: str
) -> None:
    frames = _frames()
    assert _texts(frames) == []
    frames[table] = _with_first(frames[table], **changes)
    assert any(text.startswith(expected) for text in _texts(frames)), _texts(frames)


def test_an_event_that_no_clause_tells_is_named() -> None:
    frames = _frames()
    frames["event_mentions"] = frames["event_mentions"].clear()
    assert any("no row of event_mentions" in text for text in _texts(frames))


def test_sums_are_left_out_where_the_policy_is_not_known() -> None:
    frames = _frames()
    frames["casualties"] = _with_first(frames["casualties"], low=2, best=2)
    assert _texts(frames, policy=None) == []


def test_a_table_alone_is_not_held_against_the_others() -> None:
    for name, frame in _frames().items():
        assert _texts({name: frame}) == []


@settings(max_examples=30)
@given(coded_documents())
def test_what_a_run_writes_agrees_in_all_its_tables(coded: Any) -> None:  # noqa: ANN401
    for policy in CasualtyPolicy:
        builder = TableBuilder(policy)
        builder.add(build(coded, DOCUMENT, VERSIONS))
        assert _texts(builder.take(), policy) == []

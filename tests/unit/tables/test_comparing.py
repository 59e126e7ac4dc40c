"""What a new run tells differently, on runs that are the first one with something changed."""

from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from coder import Coder, SchemaError, diff
from coder.tables.comparing import CHANGES, Differences
from coder.tables.frames import TableBuilder

TEXTS = {
    "d1": "Gunmen killed three policemen near Kirkuk. A car bomb wounded two men in Mosul.",
    "d2": "Soldiers arrested four men in Basra on Tuesday, the army said.",
}
Tables = dict[str, pl.DataFrame]


def code(texts: dict[str, str]) -> Tables:
    coder = Coder()
    builder = TableBuilder()
    for name, text in texts.items():
        result = coder.code(text, id=name)
        assert result.record is not None
        builder.add(result.record)
    return builder.take()


@pytest.fixture(scope="module")
def tables() -> Tables:
    return code(TEXTS)


def _changed(tables: Tables, row: int, **values: Any) -> Tables:  # noqa: ANN401
    """The tables with other values in one row of events; other ids follow through."""
    events = tables["events"]
    at = pl.int_range(pl.len()) == row
    new = events.with_columns(
        pl.when(at).then(pl.lit(value, events.schema[name])).otherwise(name).alias(name)
        for name, value in values.items()
    )
    ids = {events["event_id"][row]: values.get("event_id", events["event_id"][row])}
    parts = {
        name: frame.with_columns(pl.col("event_id").replace(ids))
        for name, frame in tables.items()
        if name not in ("events", "incidents") and "event_id" in frame.columns
    }
    return {**tables, **parts, "events": new}


def _told(found: Differences) -> list[tuple[str | None, ...]]:
    return found.changes.select("change", "field", "old", "new").rows()


def test_a_run_does_not_differ_from_itself(tables: Tables) -> None:
    found = diff(tables, tables)
    assert not found
    assert (found.n_same, found.n_old, found.n_new) == (3, 3, 3)
    assert found.changes.schema == CHANGES


def test_a_changed_figure_is_a_change_of_that_field(tables: Tables) -> None:
    found = diff(tables, _changed(tables, 0, killed_best=4, tags=["election", "other"]))
    assert _told(found) == [
        ("changed", "killed_best", "3", "4"),
        ("changed", "tags", "", "election;other"),
    ]
    assert found.changes["matched_by"].unique().to_list() == ["id"]
    assert (found.n_same, found.n_events("changed")) == (2, 1)
    assert found.fields().rows() == [("killed_best", 1), ("tags", 1)]


@pytest.mark.parametrize(
    ("values", "matched_by"),
    [
        ({"event_type": "armed_attack"}, "trigger"),
        ({"event_type": "arrest", "event_class": "strategic"}, "trigger"),
        ({"trigger_start": 0}, "overlapping trigger"),
        ({"trigger_start": 14, "trigger_end": 19}, "sentence and type"),
        (
            {"trigger_start": 14, "trigger_end": 19, "event_type": "bombing"},
            "sentence and class",
        ),
    ],
)
def test_another_trigger_or_type_is_a_change_and_not_a_loss_and_a_gain(
    tables: Tables, values: dict[str, Any], matched_by: str
) -> None:
    tables = {name: frame for name, frame in tables.items() if name != "event_mentions"}
    found = diff(tables, _changed(tables, 0, event_id="ev_" + "0" * 16, **values))
    assert {change for change, *_ in _told(found)} == {"changed"}
    assert set(found.changes["field"]) == set(values)
    assert set(found.changes["matched_by"]) == {matched_by}
    assert found.changes["new_event_id"][0] == "ev_" + "0" * 16


def test_an_event_now_told_first_by_another_of_its_clauses_is_a_change(tables: Tables) -> None:
    """The main trigger moved to another sentence that both runs read as the same act."""
    mentions = tables["event_mentions"]
    first = tables["events"].row(0, named=True)
    other = mentions.filter(event_id=first["event_id"]).with_columns(
        mention_idx=pl.lit(1, pl.Int32),
        trigger_start=pl.lit(900, pl.Int32),
        trigger_end=pl.lit(906, pl.Int32),
    )
    old = {**tables, "event_mentions": pl.concat([mentions, other])}
    moved = {"trigger_start": 900, "trigger_end": 906, "char_start": 880, "char_end": 950}
    new = _changed(tables, 0, event_id="ev_" + "0" * 16, **moved)
    new["event_mentions"] = other.with_columns(event_id=pl.lit("ev_" + "0" * 16))
    found = diff(old, new)
    assert set(found.changes["matched_by"]) == {"clause"}
    assert found.n_events("gained") == found.n_events("lost") == 0


def test_what_matches_nothing_is_lost_or_gained(tables: Tables) -> None:
    fewer = {**tables, "events": tables["events"][1:]}
    sentence = tables["events"]["evidence_text"][0]
    told = f"killing, countable: true, {sentence}"
    assert _told(diff(tables, fewer)) == [("lost", None, told, None)]
    assert _told(diff(fewer, tables)) == [("gained", None, None, told)]
    tables = {name: frame for name, frame in tables.items() if name != "event_mentions"}
    elsewhere = _changed(
        tables, 0, event_id="ev_" + "0" * 16, trigger_start=80, trigger_end=83, char_start=70
    )
    found = diff(tables, elsewhere)
    assert (found.n_events("lost"), found.n_events("gained"), found.n_same) == (1, 1, 2)


def test_long_tables_are_compared_as_a_whole(tables: Tables) -> None:
    actors = tables["actors"].with_columns(certainty=pl.lit("suspected"))
    found = diff(tables, {**tables, "actors": actors.cast(tables["actors"].schema)})
    assert set(found.changes["field"]) == {"actors (rows)"}
    assert "certainty=stated" in found.changes["old"][0]
    assert "certainty=suspected" in found.changes["new"][0]


def test_documents_of_one_run_only_and_changed_ones_are_told(tables: Tables) -> None:
    other = code({"d1": TEXTS["d1"], "d3": "Rebels shelled a village near Aleppo on Friday."})
    documents = other["documents"].with_columns(language=pl.lit("en"))
    found = diff(tables, {**other, "documents": documents})
    rows = found.changes.filter(table="documents").select("doc_id", "change", "field").rows()
    assert rows == [("d1", "changed", "language"), ("d2", "lost", None), ("d3", "gained", None)]
    assert [found.n_documents(name) for name in ("gained", "lost", "changed")] == [1, 1, 1]


def test_versions_and_links_are_no_change(tables: Tables) -> None:
    other = tables["events"].with_columns(
        rules_version=pl.lit("99"),
        incident_id=pl.lit("ev_1"),
        is_representative=pl.lit(value=False),
    )
    assert not diff(tables, {**tables, "events": other})


def test_events_alone_are_enough_and_an_older_schema_is_compared_in_common_columns(
    tables: Tables,
) -> None:
    old = {"events": tables["events"].drop("xw_cameo", "site_type")}
    found = diff(old, {"events": _changed(tables, 0, killed_best=9, xw_cameo="1")["events"]})
    assert _told(found) == [("changed", "killed_best", "3", "9")]


def test_tables_without_events_are_refused(tables: Tables) -> None:
    with pytest.raises(SchemaError, match="OLD has no events"):
        diff({}, tables)
    with pytest.raises(SchemaError, match="NEW has no events, or they have no column section"):
        diff(tables, {"events": tables["events"].drop("section")})


@settings(max_examples=10)
@given(st.randoms(use_true_random=False), st.sets(st.integers(0, 2)), st.sets(st.integers(0, 2)))
def test_every_event_is_the_same_changed_lost_or_gained_in_any_order(
    tables: Tables,
    random: Any,  # noqa: ANN401
    dropped: set[int],
    retyped: set[int],
) -> None:
    old = tables
    new = old
    for row in retyped:
        new = _changed(new, row, event_id=f"ev_{row:016x}", event_type="displacement")
    events = new["events"][sorted({0, 1, 2} - dropped)]
    found = diff(old, {**new, "events": events})
    changed = len(retyped - dropped)
    assert found.n_events("changed") == changed
    assert found.n_events("lost") == len(dropped)
    assert found.n_same == 3 - len(dropped | retyped)
    assert found.n_events("gained") == 0
    shuffled = events[random.sample(range(events.height), events.height)]
    assert_frame_equal(diff(old, {**new, "events": shuffled}).changes, found.changes)

"""Runs merged and checked from their folders."""

import json
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from coder import Coder, InputError, SchemaError, diff, merge, validate
from coder.api.runs import code_to_output
from coder.tables.frames import incidents_of
from coder.tables.merging import merge_tables
from coder.tables.parquet import read_metadata, read_tables

FIRST = "Gunmen killed three policemen in Kirkuk on Monday."
SECOND = "A car bomb wounded two men in Mosul on Sunday, the army said."
THIRD = "The rebels threatened to kill the mayor of Basra."


def run(folder: Path, texts: dict[str, str], published: str = "2017-12-12") -> Path:
    """The folder of a run over documents with these ids and texts."""
    source = folder.with_suffix(".jsonl")
    rows = [
        json.dumps({"id": name, "text": text, "published": published})
        for name, text in texts.items()
    ]
    source.write_text("\n".join(rows), encoding="utf-8")
    code_to_output(Coder(), [source], folder)
    return folder


def _with_metadata(folder: Path, **pairs: str) -> None:
    file = folder / "events.parquet"
    metadata = {**read_metadata(file), **pairs}
    pl.read_parquet(file).write_parquet(file, metadata=metadata)


def test_runs_over_parts_are_the_run_over_the_whole(tmp_path: Path) -> None:
    whole = run(tmp_path / "whole", {"d1": FIRST, "d2": SECOND, "d3": THIRD})
    parts = [run(tmp_path / "a", {"d1": FIRST}), run(tmp_path / "b", {"d2": SECOND, "d3": THIRD})]
    report = merge(parts, tmp_path / "out")
    assert (report.n_documents, report.n_events, report.n_equal) == (3, 3, 0)
    assert not report.clashes
    assert validate(tmp_path / "out") == []
    expected, found = read_tables(whole), read_tables(tmp_path / "out")
    assert found.keys() == expected.keys()
    for name, frame in expected.items():
        assert_frame_equal(found[name], frame)
    metadata = read_metadata(tmp_path / "out" / "events.parquet")
    assert metadata["created_from"] == "a, b"
    assert metadata["rules_version"] == Coder().versions.rules_version


def test_documents_coded_alike_are_taken_once(tmp_path: Path) -> None:
    first = run(tmp_path / "a", {"d1": FIRST, "d2": SECOND})
    second = run(tmp_path / "b", {"d2": SECOND, "d3": THIRD})
    report = merge([first, second], tmp_path / "out")
    assert (report.n_documents, report.n_equal, len(report.clashes)) == (3, 1, 0)
    assert validate(tmp_path / "out") == []
    assert pl.read_parquet(tmp_path / "out" / "documents.parquet")["doc_id"].to_list() == [
        "d1",
        "d2",
        "d3",
    ]


def test_merging_a_run_with_itself_changes_nothing(tmp_path: Path) -> None:
    folder = run(tmp_path / "a", {"d1": FIRST, "d2": SECOND, "d3": THIRD})
    report = merge([folder, folder], tmp_path / "out")
    assert report.n_equal == 3
    assert not diff(folder, tmp_path / "out")
    assert read_metadata(tmp_path / "out" / "events.parquet")["created_from"] == "a, a (2)"


@pytest.mark.parametrize(
    ("other", "published", "has_other_text"),
    [(SECOND, "2017-12-12", True), (FIRST, "2017-12-30", False)],
)
def test_documents_that_clash_are_reported_and_the_first_stays(
    tmp_path: Path, other: str, published: str, has_other_text: bool
) -> None:
    first = run(tmp_path / "a", {"d1": FIRST})
    second = run(tmp_path / "b", {"d1": other, "d2": THIRD}, published)
    report = merge([first, second], tmp_path / "out")
    (clash,) = report.clashes
    assert (clash.doc_id, clash.kept, clash.left_out) == ("d1", "a", "b")
    assert clash.has_other_text is has_other_text
    found = read_tables(tmp_path / "out")
    assert validate(tmp_path / "out") == []
    assert found["documents"]["doc_id"].to_list() == ["d1", "d2"]
    assert found["events"].filter(doc_id="d1")["evidence_text"].to_list() == [FIRST]
    error = found["errors"].row(0, named=True)
    assert (error["source"], error["doc_id"], error["reason"]) == ("b", "d1", "clash")
    assert "the document of a stays" in error["detail"]


def test_errors_of_reading_are_kept_once(tmp_path: Path) -> None:
    folder = run(tmp_path / "a", {"d1": FIRST, "d2": ""})
    before = read_tables(folder)["errors"]
    assert before.height == 1
    merge([folder, folder], tmp_path / "out")
    assert_frame_equal(read_tables(tmp_path / "out")["errors"], before)


def test_links_between_documents_are_not_carried_over(tmp_path: Path) -> None:
    folder = run(tmp_path / "a", {"d1": FIRST, "d2": FIRST.replace("three", "3")})
    linked = read_tables(folder)
    first = linked["events"]["event_id"][0]
    linked["events"] = linked["events"].with_columns(
        incident_id=pl.lit(first), is_representative=pl.col("event_id") == first
    )
    merged, report = merge_tables([("a", linked)])
    assert report.had_links
    assert merged["events"]["incident_id"].to_list() == merged["events"]["event_id"].to_list()
    assert_frame_equal(merged["incidents"], incidents_of(merged["events"]))
    assert validate(merged) == []


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        ({"schema_version": "0"}, "b has schema version 0; this package reads 1"),
        ({"casualty_policy": "max"}, "several casualty policies: conservative, max"),
        ({"rules_version": "7", "coder_version": "6"}, "the runs differ in coder_version: "),
    ],
)
def test_versions_are_checked(tmp_path: Path, pairs: dict[str, str], message: str) -> None:
    first, second = run(tmp_path / "a", {"d1": FIRST}), run(tmp_path / "b", {"d2": SECOND})
    _with_metadata(second, **pairs)
    with pytest.raises(SchemaError, match=message):
        merge([first, second], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_versions_may_be_mixed_on_purpose_and_all_are_named(tmp_path: Path) -> None:
    first, second = run(tmp_path / "a", {"d1": FIRST}), run(tmp_path / "b", {"d2": SECOND})
    _with_metadata(second, rules_version="7", crosswalk_version="0")
    merge([first, second], tmp_path / "out", mixed=True)
    metadata = read_metadata(tmp_path / "out" / "events.parquet")
    assert metadata["rules_version"] == f"{Coder().versions.rules_version}, 7"
    assert metadata["crosswalk_version"].endswith(", 0")


def test_a_column_that_may_be_null_may_be_missing_and_no_other(tmp_path: Path) -> None:
    tables = read_tables(run(tmp_path / "a", {"d1": FIRST}))
    merged, _ = merge_tables([("a", {**tables, "events": tables["events"].drop("xw_cameo")})])
    assert merged["events"]["xw_cameo"].to_list() == [None]
    for wrong, message in (
        (tables["events"].drop("evidence_text"), "a: events lacks evidence_text"),
        (tables["events"].with_columns(mood=1), "a: events has unknown mood"),
        (tables["events"].with_columns(modality=pl.lit("dreamt")), "does not fit this version"),
    ):
        with pytest.raises(SchemaError, match=message):
            merge_tables([("a", {**tables, "events": wrong})])
    with pytest.raises(SchemaError, match="a has no table documents"):
        merge_tables([("a", {"events": tables["events"]})])
    with pytest.raises(SchemaError, match="two runs are called a"):
        merge_tables([("a", tables), ("a", tables)])


def test_nothing_merged_is_empty_tables() -> None:
    merged, report = merge_tables([])
    assert report.n_documents == 0
    assert validate(merged) == []


def test_what_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no events\.parquet"):
        merge([tmp_path], tmp_path / "out")
    folder = run(tmp_path / "a", {"d1": FIRST})
    with pytest.raises(InputError, match="is an input of this run"):
        merge([folder], folder)

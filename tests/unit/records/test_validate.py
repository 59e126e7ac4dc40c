from pathlib import Path
from typing import Any

import polars as pl
import pytest

from coder.records.build import build
from coder.records.serialise import to_json_lines
from coder.records.validate import MAX_ROWS_SHOWN, validate_path, validate_tables
from coder.tables.frames import TableBuilder
from coder.tables.parquet import Provenance, TableWriter, write_parquet
from tests.unit.records.made import CODED, DOCUMENT, VERSIONS


@pytest.fixture
def frames() -> dict[str, pl.DataFrame]:
    builder = TableBuilder()
    builder.add(build(CODED, DOCUMENT, VERSIONS))
    return builder.take()


def test_tables_of_the_builder_are_sound(frames: dict[str, pl.DataFrame]) -> None:
    assert validate_tables(frames) == []


def _texts(frames: dict[str, pl.DataFrame]) -> list[str]:
    return [str(problem) for problem in validate_tables(frames)]


@pytest.mark.parametrize(
    ("table", "changes", "expected"),
    [
        ("events", {"killed_low": 9}, "events, row 1, killed_*: low <= best <= high"),
        ("events", {"killed_low": -1}, "events, row 1, killed_*: low <= best <= high"),
        ("events", {"event_subtype": "picnic"}, "events, row 1, event_subtype: is no subtype"),
        ("events", {"lat": None}, "events, row 1, lat, lon: stand together"),
        ("events", {"lat": 91.0}, "events, row 1, lat, lon: is no place on earth"),
        ("events", {"geometry": None}, "events, row 1, geometry: stands exactly where"),
        ("events", {"coord_basis": None}, "events, row 1, coord_basis: stands exactly where"),
        ("events", {"date_end": None}, "events, row 1, date_precision: day needs"),
        ("events", {"countable": False}, "events, row 1, countable: does not follow"),
        ("events", {"event_class": "strategic"}, "events, row 1, event_class: is not the class"),
        ("events", {"confidence": 2.0}, "events, row 1, confidence: is not between"),
        ("events", {"event_id": "acled"}, "events, row 1, event_id: is not ev_"),
        ("events", {"char_end": 0, "char_start": 5}, "events, row 1, char_start, char_end"),
        ("events", {"evidence_text": None}, "events, row 1, evidence_text: is null"),
        ("events", {"doc_id": "d9"}, "events, row 1, doc_id: is not in documents"),
        ("actors", {"event_id": "ev_0"}, "actors, row 1, event_id: is not in events"),
        ("actors", {"actor_idx": 1}, "actors, row 1, event_id, actor_idx: the key is not unique"),
        ("casualties", {"subset_of": "c9"}, "casualties, row 1, subset_of: is no casualty_id"),
        ("casualties", {"actor_idx": 9}, "casualties, row 1, actor_idx: is no such row"),
        ("casualties", {"attr_idx": 9}, "casualties, row 1, attr_idx: is no such row"),
        ("casualties", {"best": 1}, "casualties, row 1, low, best, high: low <= best <= high"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_a_broken_cell_is_named(
    frames: dict[str, pl.DataFrame], table: str, changes: dict[str, Any], expected: str
) -> None:
    frame = frames[table]
    first = pl.int_range(pl.len()) == 0
    frames[table] = frame.with_columns(
        pl.when(first).then(pl.lit(value, frame.schema[name])).otherwise(name).alias(name)
        for name, value in changes.items()
    )
    assert any(text.startswith(expected) for text in _texts(frames)), _texts(frames)


def test_columns_that_are_missing_unknown_or_of_another_dtype_are_named(
    frames: dict[str, pl.DataFrame],
) -> None:
    frames["weapons"] = (
        frames["weapons"]
        .drop("text")
        .with_columns(pl.col("sent_idx").cast(pl.Int64), pl.lit(1).alias("mood"))
        .cast({"weapon_type": pl.Enum(["firearms", "incendiary", "catapult"])})
    )
    assert _texts(frames) == [
        "weapons, text: the column is missing",
        "weapons, weapon_type: has labels that are not in WeaponType: ['catapult']",
        "weapons, sent_idx: has dtype Int64, should be Int32",
        "weapons, mood: is no column of this table",
    ]


def test_an_unknown_table_is_named(frames: dict[str, pl.DataFrame]) -> None:
    assert _texts({"moods": frames["weapons"]}) == ["moods: is no table of this schema"]


def test_many_problems_of_one_kind_are_cut_short(frames: dict[str, pl.DataFrame]) -> None:
    many = pl.concat([frames["documents"]] * 9)
    texts = _texts({"documents": many})
    assert len(texts) == MAX_ROWS_SHOWN + 1
    assert texts[-1] == "documents, doc_id: the key is not unique: 4 more rows"


def test_a_folder_a_file_and_json_lines_are_checked(
    frames: dict[str, pl.DataFrame], tmp_path: Path
) -> None:
    provenance = Provenance(versions=VERSIONS)
    with TableWriter(tmp_path / "out", provenance) as writer:
        writer.write(frames)
    assert validate_path(tmp_path / "out") == []
    write_parquet(frames["events"], tmp_path / "incidents-2020.parquet", "events", provenance)
    assert validate_path(tmp_path / "incidents-2020.parquet") == []
    lines = tmp_path / "events.jsonl"
    lines.write_text(to_json_lines(build(CODED, DOCUMENT, VERSIONS).events), encoding="utf-8")
    assert validate_path(lines) == []


def test_a_bad_line_is_named_with_its_field(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    (line, *_) = to_json_lines(build(CODED, DOCUMENT, VERSIONS).events).splitlines()
    path.write_text(f"{line}\n\n" + line.replace('"occurred"', '"maybe"', 1) + "\n{", "utf-8")
    texts = [str(problem) for problem in validate_path(path)]
    assert texts[0].startswith("events.jsonl, row 3, modality: ")
    assert texts[1].startswith("events.jsonl, row 4: ")


def test_what_is_no_parquet_is_named(tmp_path: Path) -> None:
    (tmp_path / "events.parquet").write_text("not parquet", encoding="utf-8")
    (problem,) = validate_path(tmp_path)
    assert problem.source == "events.parquet"
    assert problem.message.startswith("cannot be read")
    (tmp_path / "empty").mkdir()
    (problem,) = validate_path(tmp_path / "empty")
    assert "holds no Parquet file" in str(problem)


def test_another_schema_version_is_named(frames: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    frames["events"].write_parquet(path, metadata={"schema_version": "0"})
    assert "has schema version 0" in str(validate_path(path)[0])


def test_an_arrow_file_holds_events(frames: dict[str, pl.DataFrame], tmp_path: Path) -> None:
    path = tmp_path / "out.arrow"
    frames["events"].write_ipc(path)
    assert validate_path(path) == []


def test_an_event_told_twice_is_named(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    lines = to_json_lines(build(CODED, DOCUMENT, VERSIONS).events)
    path.write_text(lines + lines.splitlines()[0], encoding="utf-8")
    assert [str(problem) for problem in validate_path(path)] == [
        "events.jsonl, row 3, event_id: the key is not unique"
    ]


def test_lines_that_are_not_utf8_are_named(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_bytes(b"\xff\xfe")
    (problem,) = validate_path(path)
    assert problem.message.startswith("cannot be read")

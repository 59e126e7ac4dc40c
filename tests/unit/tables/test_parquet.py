import json
from pathlib import Path

import duckdb
import geopandas  # type: ignore[import-untyped]
import polars as pl
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings

from coder.errors import InputError
from coder.records.build import build
from coder.records.columns import tables
from coder.records.frame_schema import frame_schema
from coder.tables.frames import TableBuilder, empty_frames
from coder.tables.parquet import (
    Provenance,
    TableWriter,
    read_frame,
    read_metadata,
    read_tables,
    write_parquet,
)
from coder.values.events import CodedDocument
from coder.values.options import CasualtyPolicy
from tests.unit.records.made import CODED, DOCUMENT, VERSIONS, coded_documents

PROVENANCE = Provenance(
    versions=VERSIONS, policy=CasualtyPolicy.MAX, created_from="sha256:00 naïve"
)

KEYS = {
    "table",
    "schema_version",
    "coder_version",
    "rules_version",
    "gazetteer_version",
    "gazetteer_credit",
    "crosswalk_version",
    "casualty_policy",
    "created_from",
}


def _frames(document: CodedDocument = CODED) -> dict[str, pl.DataFrame]:
    builder = TableBuilder()
    builder.add(build(document, DOCUMENT, VERSIONS))
    return builder.take()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with TableWriter(tmp_path / "tables", PROVENANCE) as writer:
        writer.write(_frames())
    return tmp_path / "tables"


def test_the_folder_holds_one_file_a_table(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {f"{name}.parquet" for name in tables()}
    assert list(folder.parent.glob(".*")) == []


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(coded_documents())
def test_tables_survive_parquet(tmp_path: Path, document: CodedDocument) -> None:
    frames = _frames(document)
    with TableWriter(tmp_path / "tables", PROVENANCE) as writer:
        writer.write(frames)
    read = read_tables(tmp_path / "tables")
    for name, frame in frames.items():
        assert read[name].schema == frame_schema(name)
        assert read[name].equals(frame), name


@pytest.mark.parametrize("table", tables())
def test_every_reader_sees_the_same_metadata(folder: Path, table: str) -> None:
    path = folder / f"{table}.parquet"
    expected = KEYS | ({"geo"} if table == "events" else set())
    metadata = read_metadata(path)
    assert set(metadata) == expected
    assert metadata["casualty_policy"] == "max"
    assert metadata["gazetteer_credit"] == VERSIONS.gazetteer_credit
    footer = pq.read_metadata(path).metadata
    arrow = pq.read_schema(path).metadata
    for key, value in metadata.items():
        assert footer[key.encode()] == value.encode()
        assert arrow[key.encode()] == value.encode()


def test_arrow_reads_the_columns_under_their_types(folder: Path) -> None:
    table = pq.read_table(folder / "events.parquet")
    assert table.column_names == list(tables()["events"].names)
    assert table.column("event_type").to_pylist() == ["armed_attack", "property_attack"]
    assert table.column("weapons").to_pylist() == [["firearms", "incendiary"], []]


@pytest.mark.parametrize("is_empty", [False, True], ids=["rows", "no-rows"])
def test_duckdb_reads_geometry_crs_and_nulls(tmp_path: Path, is_empty: bool) -> None:
    path = tmp_path / "events.parquet"
    frames = empty_frames() if is_empty else _frames()
    write_parquet(frames["events"], path, "events", PROVENANCE)
    with duckdb.connect() as database:
        events = database.read_parquet(str(path))
        assert str(events.select("geometry").types[0]) == "GEOMETRY('OGC:CRS84')"
        nulls = events.project("geometry is null").fetchall()
    assert nulls == ([] if is_empty else [(False,), (True,)])


def test_duckdb_joins_the_tables(folder: Path) -> None:
    query = f"""
        select e.event_type, c.best, a.text
        from '{folder}/events.parquet' e
        join '{folder}/casualties.parquet' c using (event_id)
        join '{folder}/actors.parquet' a using (event_id, actor_idx)
    """  # noqa: S608 - a folder of the test
    with duckdb.connect() as database:
        assert database.execute(query).fetchall() == [("armed_attack", 3, "three farmers")]


@pytest.mark.parametrize("is_empty", [False, True], ids=["rows", "no-rows"])
def test_geopandas_reads_geometry_crs_and_nulls(tmp_path: Path, is_empty: bool) -> None:
    path = tmp_path / "events.parquet"
    frames = empty_frames() if is_empty else _frames()
    write_parquet(frames["events"], path, "events", PROVENANCE)
    read = geopandas.read_parquet(path)
    assert read.crs.to_string() == "OGC:CRS84"
    if not is_empty:
        assert (read.geometry.iloc[0].x, read.geometry.iloc[0].y) == (21.5, 12.5)
        assert read.geometry.iloc[1] is None


def test_geoparquet_names_no_crs(folder: Path) -> None:
    geo = json.loads(read_metadata(folder / "events.parquet")["geo"])
    assert geo["version"] == "1.1.0"
    assert geo["columns"]["geometry"] == {"encoding": "WKB", "geometry_types": ["Point"]}


def test_chunks_become_one_file(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "events.parquet"
    with TableWriter(out, PROVENANCE) as writer:
        for _ in range(3):
            writer.write(_frames())
        assert not out.exists()
    assert read_frame(out)["event_id"].to_list() == [e.event_id for e in CODED.events] * 3
    assert [path.name for path in out.parent.iterdir()] == ["events.parquet"]


def test_a_run_without_documents_writes_empty_tables(tmp_path: Path) -> None:
    with TableWriter(tmp_path / "none", PROVENANCE):
        pass
    read = read_tables(tmp_path / "none")
    assert {name: frame.height for name, frame in read.items()} == dict.fromkeys(tables(), 0)


def test_a_run_that_fails_leaves_nothing(tmp_path: Path) -> None:
    class DiskFullError(Exception):
        pass

    def fail() -> None:
        with TableWriter(tmp_path / "tables", PROVENANCE) as writer:
            writer.write(_frames())
            raise DiskFullError

    with pytest.raises(DiskFullError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_failing_write_keeps_the_earlier_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.parquet"
    write_parquet(_frames()["events"], path, "events", PROVENANCE)
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no space"):
        write_parquet(empty_frames()["events"], path, "events", PROVENANCE)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["events.parquet"]


def test_what_is_no_table_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="none of the tables"):
        read_tables(tmp_path)
    (tmp_path / "events.parquet").write_text("no", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read as Parquet"):
        read_tables(tmp_path)

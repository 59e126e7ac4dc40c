from pathlib import Path

import polars as pl
import pytest

from coder.formats.outputs import OutputExistsError, Shape, check_free, open_output, shape_of
from coder.formats.stored import read_stored
from coder.records.build import build
from coder.records.documents import DocumentRecord, ErrorRow
from coder.records.versions import Versions
from coder.values.options import CasualtyPolicy
from tests.unit.records.made import ATTACK, DOCUMENT, coded

VERSIONS = Versions(coder_version="1", rules_version="2", gazetteer_version="3")
ERROR = ErrorRow(source="a.jsonl", row=2, reason="unreadable_row")
SHAPES = ["folder", "a.parquet", "a.csv", "a.arrow", "a.jsonl"]


def _record() -> DocumentRecord:
    return build(coded(ATTACK), DOCUMENT, VERSIONS)


def _write(path: Path) -> None:
    with open_output(path, VERSIONS, CasualtyPolicy.CONSERVATIVE, created_from="a") as output:
        output.add(_record(), [ERROR])
        output.add(None, [ERROR])


def _break_off(path: Path, error: BaseException) -> None:
    with open_output(path, VERSIONS, CasualtyPolicy.CONSERVATIVE) as output:
        output.add(_record(), [])
        raise error


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_is_written_whole_and_read_back(tmp_path: Path, name: str) -> None:
    path = tmp_path / "new" / name
    _write(path)
    assert [entry.name for entry in path.parent.iterdir()] == [name]
    events = read_stored(path)["events"]
    record = _record()
    assert events["event_id"].to_list() == [event.event_id for event in record.events]


@pytest.mark.parametrize("name", SHAPES)
def test_run_that_fails_leaves_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        _break_off(tmp_path / name, KeyboardInterrupt())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", SHAPES)
def test_run_that_fails_leaves_what_was_there(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    _write(path)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    with pytest.raises(OSError, match="disk"):
        _break_off(path, OSError("disk full"))
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_errors_stand_in_the_folder(tmp_path: Path) -> None:
    _write(tmp_path / "out")
    errors = pl.read_parquet(tmp_path / "out" / "errors.parquet")
    assert errors["reason"].to_list() == ["unreadable_row"] * 2


def test_csv_joins_lists_and_holds_no_geometry(tmp_path: Path) -> None:
    _write(tmp_path / "a.csv")
    assert "geometry" not in pl.read_csv(tmp_path / "a.csv").columns


@pytest.mark.parametrize(
    ("name", "shape"),
    [("a.PARQUET", Shape.PARQUET), ("a.json", Shape.TABLES), ("out", Shape.TABLES)],
)
def test_suffix_decides_the_shape(name: str, shape: Shape) -> None:
    assert shape_of(Path(name)) is shape


@pytest.mark.parametrize("name", SHAPES)
def test_output_that_exists_is_refused_without_force(tmp_path: Path, name: str) -> None:
    _write(tmp_path / name)
    with pytest.raises(OutputExistsError, match="--force"):
        check_free(tmp_path / name, force=False)
    check_free(tmp_path / name, force=True)


def test_empty_folder_is_free(tmp_path: Path) -> None:
    check_free(tmp_path, force=False)
    check_free(tmp_path / "absent", force=False)


def test_input_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.touch()
    with pytest.raises(OutputExistsError, match="is an input"):
        check_free(path, force=True, inputs=[path])


def test_file_and_folder_do_not_replace_each_other(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(OutputExistsError, match="is a file"):
        check_free(tmp_path / "out", force=True)
    with pytest.raises(OutputExistsError, match="is a folder"):
        check_free(tmp_path / "a.csv", force=True)


def test_force_keeps_strange_files_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "notes.md").write_text("mine", encoding="utf-8")
    _write(tmp_path / "out")
    assert (tmp_path / "out" / "notes.md").read_text(encoding="utf-8") == "mine"

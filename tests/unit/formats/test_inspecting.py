import gzip
import io
import zipfile
from pathlib import Path

import polars as pl
import pytest

from coder.errors import InputError
from coder.formats.columns import ColumnNames, WrongColumnError
from coder.formats.decoding import ReadOptions
from coder.formats.inspecting import WrongFormatError, inspect_sources
from coder.formats.sources import Kind, MissingInputError, expand_inputs


def _inspect(path: Path, options: ReadOptions | None = None) -> None:
    inspect_sources(expand_inputs([path]), options or ReadOptions())


def _parquet() -> bytes:
    buffer = io.BytesIO()
    pl.DataFrame({"text": ["One."]}).write_parquet(buffer)
    return buffer.getvalue()


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a", "b")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.parquet", b"text\nOne.\n", "is no Parquet file"),
        ("b.parquet", b"PAR1 and then nothing", "no whole Parquet"),
        ("a.csv", _parquet(), "is no csv file but Parquet"),
        ("a.txt", _zip(), "a ZIP archive"),
        ("b.txt", b"%PDF-1.7", "but PDF"),
        ("a.jsonl", gzip.compress(b"{}"), "but gzip"),
        ("a.jsonl.gz", b'{"text": "One."}', "is no .gz file"),
        ("a.jsonl.zst", b'{"text": "One."}', "is no .zst file"),
        ("a.txt.zst", b"\x28\xb5\x2f\xfd" + b"damaged", "cannot be unpacked"),
        ("b.jsonl", b'[{"text": "One."}]', "a JSON array"),
        ("c.jsonl", b"id,text\n1,One.\n", "is no JSONL"),
        ("d.jsonl", b'{\n  "text": "One."\n}\n', "is no JSONL"),
        ("b.csv.gz", gzip.compress(_parquet()), "but Parquet"),
    ],
)
def test_file_that_is_not_what_its_suffix_says_is_refused(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(WrongFormatError, match=words):
        _inspect(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"id,words\n1,One.\n"),
        ("a.jsonl", b'{"id": 1, "words": "One."}\n{"id": 2}\n'),
    ],
)
def test_missing_text_column_names_the_columns_found(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(WrongColumnError, match="columns found: id, words"):
        _inspect(path)
    _inspect(path, ReadOptions(columns=ColumnNames(text="words")))


def test_missing_column_of_parquet_names_the_columns_found(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({"id": [1], "text": ["One."]}).write_parquet(path)
    with pytest.raises(WrongColumnError, match="no column 'day' for published"):
        _inspect(path, ReadOptions(columns=ColumnNames(published="day")))


def test_a_named_key_that_some_rows_have_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\n{"text": "Two.", "head": "Two"}\n', encoding="utf-8")
    _inspect(path, ReadOptions(columns=ColumnNames(title="head")))


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv"])
def test_empty_files_hold_no_documents_and_are_no_error(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    _inspect(tmp_path / name)


def test_rows_that_cannot_be_read_are_left_to_the_run(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "cut\n{broken}\n', encoding="utf-8")
    _inspect(path)


def test_unknown_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(InputError, match="unknown encoding 'utf8000'"):
        _inspect(tmp_path / "a.txt", ReadOptions(encoding="utf8000"))


def test_file_that_vanished_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    sources = expand_inputs([path])
    path.unlink()
    with pytest.raises(MissingInputError, match="cannot be opened"):
        inspect_sources(sources, ReadOptions())


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b'  {"text": "One."}\n', Kind.JSONL), (b"One man was hurt.\n", Kind.TXT)],
)
def test_standard_input_shows_what_it_is(
    monkeypatch: pytest.MonkeyPatch, content: bytes, kind: Kind
) -> None:
    stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(content)))
    monkeypatch.setattr("sys.stdin", stdin)
    (source,) = inspect_sources(expand_inputs(["-"]), ReadOptions())
    assert source.kind is kind
    assert stdin.buffer.read() == content


def test_parquet_on_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(_parquet())))
    monkeypatch.setattr("sys.stdin", stdin)
    with pytest.raises(MissingInputError, match="save it to a file"):
        inspect_sources(expand_inputs(["-"]), ReadOptions())


def test_csv_on_standard_input_needs_its_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"id,words\n1,One.\n")))
    monkeypatch.setattr("sys.stdin", stdin)
    with pytest.raises(WrongColumnError, match="words"):
        inspect_sources(expand_inputs(["-"], Kind.CSV), ReadOptions())

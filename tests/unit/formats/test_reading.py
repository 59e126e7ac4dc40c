import csv
import gzip
import hashlib
import io
import json
from pathlib import Path

import polars as pl
import pytest
import zstandard

from coder.formats.columns import ColumnNames
from coder.formats.decoding import ReadOptions
from coder.formats.incoming import RawRow, Reason
from coder.formats.reading import read_rows
from coder.formats.sources import Kind, expand_inputs

SENTENCE = "Two men were hurt in Sa\u00f1a."


def _read(
    path: Path, options: ReadOptions | None = None, *, kind: Kind | None = None
) -> list[RawRow]:
    (source,) = expand_inputs([path], kind)
    return list(read_rows(source, options or ReadOptions(), max_chars=10_000))


def _reasons(rows: list[RawRow]) -> list[Reason | None]:
    return [row.problem.reason if row.problem else None for row in rows]


def test_text_file_is_one_document_under_its_name(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(f"First line.\r\n{SENTENCE}\n".encode())
    (row,) = _read(path)
    assert row.fields == {"id": "report", "text": f"First line.\r\n{SENTENCE}\n"}
    assert row.row is None


def test_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(SENTENCE, encoding="utf-8-sig")
    assert _read(path)[0].fields == {"id": "report", "text": SENTENCE}


def test_jsonl_rows_are_counted_as_lines_and_empty_lines_skipped(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": 1, "body": "One."}\n\n{"body": "Two.", "n": 3}\n', encoding="utf-8")
    rows = _read(path)
    assert [row.row for row in rows] == [1, 3]
    assert [row.fields for row in rows] == [{"id": 1, "text": "One."}, {"text": "Two."}]


def test_line_separators_inside_a_json_text_end_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    text = "One.\u2028Two.\x85Three."
    path.write_text(json.dumps({"text": text}, ensure_ascii=False) + "\n", encoding="utf-8")
    assert [row.fields for row in _read(path)] == [{"text": text}]


def test_unreadable_json_rows_do_not_stop_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b'{"text": "One."}\n{"text": "cut\n[1]\n{"text": "caf\xe9"}\n'
        + b"[" * 100_000
        + b'\n{"text": "Last."}\n'
    )
    rows = _read(path)
    assert _reasons(rows) == [
        None,
        Reason.UNREADABLE_ROW,
        Reason.UNREADABLE_ROW,
        Reason.NOT_UTF8,
        Reason.UNREADABLE_ROW,
        None,
    ]
    assert rows[-1].row == 6


def test_json_with_many_layouts_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = (json.dumps({f"k{i}": 0, "text": f"Text {i}."}) for i in range(1_005))
    path.write_text("\n".join(lines), encoding="utf-8")
    assert len([row for row in _read(path) if row.fields]) == 1_005


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "latin-1"])
@pytest.mark.parametrize("suffix", ["txt", "jsonl", "csv"])
def test_other_encodings_are_read_when_named(tmp_path: Path, encoding: str, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    content = {
        "txt": SENTENCE,
        "jsonl": json.dumps({"text": SENTENCE}, ensure_ascii=False) + "\n",
        "csv": f"text\r\n{SENTENCE}\r\n",
    }[suffix]
    path.write_bytes(content.encode(encoding))
    (row,) = _read(path, ReadOptions(encoding=encoding))
    assert row.fields is not None
    assert row.fields["text"] == SENTENCE


def test_text_that_is_not_utf8_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(SENTENCE.encode("cp1252"))
    (row,) = _read(path)
    assert row.problem is not None
    assert row.problem.reason is Reason.NOT_UTF8
    assert row.problem.doc_id == "a"
    assert "--encoding" in row.problem.detail


def test_utf16_is_guessed_from_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(SENTENCE.encode("utf-16"))
    (row,) = _read(path)
    assert row.problem is not None
    assert "utf-16" in row.problem.detail


def test_broken_utf16_lines_end_with_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "One."}\n'.encode("utf-16") + b"\x00\xd8\x00")
    rows = _read(path, ReadOptions(encoding="utf-16"))
    assert rows[-1].problem is not None
    assert rows[-1].problem.reason is Reason.NOT_UTF8


@pytest.mark.parametrize("suffix", ["txt", "jsonl", "csv"])
def test_replacing_reads_every_byte(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    content = {"txt": b"caf\xe9", "jsonl": b'{"text": "caf\xe9"}', "csv": b"text\ncaf\xe9\n"}
    path.write_bytes(content[suffix])
    (row,) = _read(path, ReadOptions(replace=True))
    assert row.fields is not None
    assert row.fields["text"] == "caf\ufffd"


def test_csv_keeps_line_breaks_and_quotes_inside_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["id", "text"], ["x", 'One.\r\n"Two", he said.']])
    assert [row.fields for row in _read(path)] == [{"id": "x", "text": 'One.\r\n"Two", he said.'}]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_told_by_the_header(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(delimiter.join(["id", "text"]) + f"\nx{delimiter}One.\n", encoding="utf-8")
    assert [row.fields for row in _read(path)] == [{"id": "x", "text": "One."}]


def test_csv_rows_that_cannot_be_read_do_not_stop_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'id,text\n1,One.\n2,Two.,extra\n3\n4,caf\xe9\n\n5,"Five" x\n6,Six.\n')
    rows = _read(path)
    assert _reasons(rows) == [
        None,
        Reason.UNREADABLE_ROW,
        Reason.UNREADABLE_ROW,
        Reason.NOT_UTF8,
        Reason.UNREADABLE_ROW,
        None,
    ]
    assert [row.row for row in rows] == [1, 2, 3, 4, 5, 6]


def test_csv_cell_may_be_longer_than_the_modules_default(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text\n" + "word " * 100_000 + "\n", encoding="utf-8")
    (row,) = _read(path)
    assert row.fields is not None
    assert len(str(row.fields["text"])) == 500_000


def test_parquet_is_read_in_order_with_its_own_types(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    frame = pl.DataFrame(
        {"n": range(1_200), "article": [f"Text {i}." for i in range(1_200)], "other": 1}
    )
    frame.write_parquet(path)
    rows = _read(path, ReadOptions(columns=ColumnNames(id="n")))
    assert [row.fields for row in rows] == [{"id": i, "text": f"Text {i}."} for i in range(1_200)]
    assert rows[-1].row == 1_200


def _zstd(raw: bytes) -> bytes:
    return zstandard.compress(raw)


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("zst", _zstd)])
@pytest.mark.parametrize("kind", ["txt", "jsonl", "csv"])
def test_packed_files_read_like_plain_ones(
    tmp_path: Path, kind: str, suffix: str, pack: "type[bytes]"
) -> None:
    content = {"txt": "One.", "jsonl": '{"text": "One."}', "csv": "text\nOne.\n"}[kind]
    path = tmp_path / f"a.{kind}.{suffix}"
    path.write_bytes(pack(content.encode()))
    (row,) = _read(path)
    assert row.fields is not None
    assert row.fields["text"] == "One."


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("zst", _zstd)])
def test_packed_file_that_breaks_off_is_a_problem_of_its_next_row(
    tmp_path: Path, suffix: str, pack: "type[bytes]"
) -> None:
    texts = (hashlib.sha256(str(i).encode()).hexdigest() for i in range(5_000))
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    path = tmp_path / f"a.jsonl.{suffix}"
    path.write_bytes(pack(lines.encode())[:-2_000])
    rows = _read(path)
    assert rows[0].fields is not None
    assert rows[-1].problem is not None
    assert rows[-1].problem.reason is Reason.UNREADABLE_ROW


def test_several_zstandard_frames_are_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.zst"
    path.write_bytes(_zstd(b"One. ") + _zstd(b"Two."))
    (row,) = _read(path)
    assert row.fields == {"id": "a", "text": "One. Two."}


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b'{"text": "One."}\n'))
    monkeypatch.setattr("sys.stdin", stdin)
    (source,) = expand_inputs(["-"])
    rows = list(read_rows(source, ReadOptions(), max_chars=10))
    assert [row.fields for row in rows] == [{"text": "One."}]

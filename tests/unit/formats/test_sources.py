from pathlib import Path

import pytest

from coder.formats.compression import Compression
from coder.formats.sources import Kind, MissingInputError, expand_inputs, recognise


def _files(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A text.", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "kind", "compression"),
    [
        ("a.txt", Kind.TXT, Compression.NONE),
        ("a.TXT.GZ", Kind.TXT, Compression.GZIP),
        ("a.ndjson.zst", Kind.JSONL, Compression.ZSTD),
        ("a.tsv", Kind.CSV, Compression.NONE),
        ("a.b.parquet", Kind.PARQUET, Compression.NONE),
        ("a.docx", None, Compression.NONE),
    ],
)
def test_suffixes_say_what_a_file_holds(
    name: str, kind: Kind | None, compression: Compression
) -> None:
    assert recognise(Path(name)) == (kind, compression)


def test_folder_gives_its_readable_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    _files(tmp_path, "b.txt", "a/c.txt", "notes.docx", ".hidden.txt", ".git/x.txt")
    found = expand_inputs([tmp_path])
    assert [source.doc_id for source in found] == ["a/c", "b"]


def test_glob_gives_the_files_that_fit(tmp_path: Path) -> None:
    _files(tmp_path, "b.txt", "a.txt", "c.csv")
    found = expand_inputs([str(tmp_path / "*.txt")])
    assert [source.doc_id for source in found] == ["a", "b"]


def test_files_of_one_name_in_two_folders_keep_apart(tmp_path: Path) -> None:
    _files(tmp_path, "x/a.txt", "y/a.txt", "y/b.txt")
    found = expand_inputs([tmp_path / "x" / "a.txt", tmp_path / "y"])
    ids = [source.doc_id for source in found]
    assert len(set(ids)) == 3
    assert ids[2] == "b"


def test_the_same_file_twice_keeps_its_short_id(tmp_path: Path) -> None:
    _files(tmp_path, "a.txt")
    found = expand_inputs([tmp_path / "a.txt", tmp_path])
    assert [source.doc_id for source in found] == ["a", "a"]


def test_kind_overrides_an_unknown_suffix(tmp_path: Path) -> None:
    _files(tmp_path, "dump.log")
    assert expand_inputs([tmp_path / "dump.log"], Kind.JSONL)[0].kind is Kind.JSONL


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("absent.txt", "no such file"),
        ("*.nothing", "no file fits"),
        ("empty", "holds no file to read"),
        ("a.docx", "unknown suffix '.docx'"),
        ("a.parquet.gz", "packed inside already"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(
    tmp_path: Path, given: str, words: str
) -> None:
    (tmp_path / "empty").mkdir()
    _files(tmp_path, "a.docx", "a.parquet.gz")
    with pytest.raises(MissingInputError, match=words):
        expand_inputs([str(tmp_path / given)])


def test_dash_is_standard_input() -> None:
    (source,) = expand_inputs(["-"])
    assert source.path is None
    assert source.name == "<stdin>"

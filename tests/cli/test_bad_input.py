"""Bad input, end to end: the run goes on, nothing is lost, and the exit code says so."""

import json
from pathlib import Path

import polars as pl
import pytest

from tests.cli.conftest import TEXT, Command

GOOD = {"id": "good", "text": TEXT, "published": "2017-12-12"}
PAGE = "<html><body><p>Gunmen killed two men in Basra.</p></body></html>"


def _rows(path: Path, *rows: object) -> Path:
    lines = (row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows)
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return path


def _tables(folder: Path) -> dict[str, pl.DataFrame]:
    return {path.stem: pl.read_parquet(path) for path in folder.glob("*.parquet")}


CASES: dict[str, tuple[object, str, str | None]] = {
    "unreadable row": (b'{"id": "bad", "text', "unreadable_row", None),
    "row that is no object": ([1, 2], "unreadable_row", None),
    "missing text": ({"id": "bad"}, "missing_text", "text"),
    "empty text": ({"id": "bad", "text": " \n"}, "missing_text", "text"),
    "unreadable date": (
        {"id": "bad", "text": TEXT, "published": "soon"},
        "unreadable_date",
        "published",
    ),
    "ambiguous date": (
        {"id": "bad", "text": TEXT, "published": "03/04/2020"},
        "ambiguous_date",
        "published",
    ),
    "not UTF-8": (b'{"id": "bad", "text": "caf\xe9"}', "not_utf8", None),
    "NUL bytes": ({"id": "bad", "text": TEXT + "\0"}, "nul_bytes", "text"),
    "HTML": ({"id": "bad", "text": PAGE}, "html", "text"),
    "id with another text": ({"id": "good", "text": "Another text."}, "id_conflict", "id"),
    "too long": ({"id": "bad", "text": "x" * 200}, "too_long", "text"),
}


@pytest.mark.parametrize(("row", "reason", "field"), CASES.values(), ids=CASES)
def test_bad_row_is_listed_and_the_run_goes_on(
    command: Command, tmp_path: Path, row: object, reason: str, field: str | None
) -> None:
    path = _rows(tmp_path / "in.jsonl", GOOD, row, {**GOOD, "id": "last"})
    done = command("code", path, "-o", tmp_path / "out", "--max-chars", "100")
    assert done.code == 1
    tables = _tables(tmp_path / "out")
    errors = tables["errors"].to_dicts()
    assert [(one["source"], one["row"], one["reason"], one["field"]) for one in errors] == [
        (str(path), 2, reason, field)
    ]
    assert errors[0]["detail"]
    assert {"good", "last"} <= set(tables["events"]["doc_id"])
    assert reason in done.err
    assert tables["documents"]["doc_id"].is_unique().all()
    assert command("validate", tmp_path / "out").code == 0


@pytest.mark.parametrize("published", ["soon", "03/04/2020"])
def test_document_with_a_bad_date_is_coded_without_one(
    command: Command, tmp_path: Path, published: str
) -> None:
    path = _rows(tmp_path / "in.jsonl", {"id": "a", "text": TEXT, "published": published})
    assert command("code", path, "-o", tmp_path / "out", "-q").code == 1
    (event,) = _tables(tmp_path / "out")["events"].to_dicts()
    assert (event["pub_date"], event["date_start"], event["date_text"]) == (None, None, "Monday")


def test_date_order_settles_an_all_digit_date(command: Command, tmp_path: Path) -> None:
    path = _rows(tmp_path / "in.jsonl", {"id": "a", "text": TEXT, "published": "03/04/2020"})
    done = command("code", path, "-o", tmp_path / "out", "--date-order", "dmy")
    assert done.code == 0
    (day,) = _tables(tmp_path / "out")["events"]["pub_date"].to_list()
    assert day.isoformat() == "2020-04-03"


@pytest.mark.parametrize(
    ("option", "text"),
    [(("--encoding", "cp1252"), "caf\u00e9"), (("--replace",), "caf\ufffd")],
)
def test_other_bytes_are_read_when_asked(
    command: Command, tmp_path: Path, option: tuple[str, ...], text: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Gunmen killed two men in the caf\xe9 in Basra on Monday.")
    assert command("code", path, "-o", tmp_path / "none", "-q").code == 1
    assert command("code", path, "-o", tmp_path / "out", "-q", *option).code == 0
    assert text in _tables(tmp_path / "out")["events"]["evidence_text"][0]


def test_html_is_coded_when_its_markup_may_go(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PAGE, encoding="utf-8")
    assert command("code", path, "-o", tmp_path / "out", "-q", "--strip-html").code == 0
    (event,) = _tables(tmp_path / "out")["events"].to_dicts()
    assert PAGE[event["trigger_start"] : event["trigger_end"]] == "killed"


def test_exact_repeat_is_a_duplicate_and_coded_once(command: Command, tmp_path: Path) -> None:
    path = _rows(tmp_path / "in.jsonl", GOOD, GOOD)
    assert command("code", path, "-o", tmp_path / "out").code == 0
    tables = _tables(tmp_path / "out")
    assert sorted(tables["documents"]["status"]) == ["coded", "duplicate"]
    assert tables["events"].height == 1
    assert command("validate", tmp_path / "out").code == 0


def test_another_language_is_listed_and_not_coded(command: Command, tmp_path: Path) -> None:
    text = (
        "El gobierno dijo que los rebeldes atacaron el pueblo durante la noche y que dos de los "
        "soldados murieron; kill, bomb, attack."
    )
    path = _rows(tmp_path / "in.jsonl", {"id": "es", "text": text})
    assert command("code", path, "-o", tmp_path / "out").code == 0
    (document,) = _tables(tmp_path / "out")["documents"].to_dicts()
    assert (document["status"], document["language"]) == ("other_language", "es")
    assert _tables(tmp_path / "out")["events"].is_empty()


@pytest.mark.parametrize(
    ("arguments", "expected", "words"),
    [
        (("absent.txt",), 2, "no such file"),
        (("report.txt", "--published", "12/12/2017"), 2, "YYYY-MM-DD"),
        (("report.txt", "--no-such-option"), 2, "No such option"),
        (("table.csv",), 2, "columns found: id, words"),
        (("table.csv", "--text-column", "word"), 2, "no column 'word'"),
        (("report.txt", "-o", "taken"), 2, "--force"),
        (("report.txt", "--encoding", "none"), 2, "unknown encoding"),
        (("false.parquet",), 3, "is no Parquet file"),
        (("report.txt", "--rules", "broken.yaml"), 3, "broken.yaml:1"),
        (("report.txt", "--rules", "absent.yaml"), 3, "no such rule file"),
    ],
)
def test_hopeless_run_is_refused_at_once(
    command: Command,
    in_folder: Path,
    arguments: tuple[str, ...],
    expected: int,
    words: str,
) -> None:
    Path("table.csv").write_text("id,words\n1,One.\n", encoding="utf-8")
    Path("false.parquet").write_text("no", encoding="utf-8")
    Path("broken.yaml").write_text("- idd: x\n", encoding="utf-8")
    Path("taken").mkdir()
    Path("taken", "events.parquet").touch()
    before = sorted(in_folder.rglob("*"))
    done = command("code", *arguments)
    assert done.code == expected
    assert words in done.err
    assert "Traceback" not in done.err
    assert done.out == ""
    assert sorted(in_folder.rglob("*")) == before


def test_second_bad_input_is_refused_before_the_first_is_coded(
    command: Command, report: Path
) -> None:
    done = command("code", report, report.parent / "absent.txt")
    assert (done.code, done.out) == (2, "")

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest

from coder.records.columns import tables
from tests.cli.conftest import TEXT, Command


def test_folder_holds_one_file_a_table(command: Command, report: Path) -> None:
    out = report.parent / "records"
    done = command("code", report, "--published", "2017-12-12", "-o", out)
    assert done.code == 0
    assert sorted(path.stem for path in out.iterdir()) == sorted(tables())
    assert command("validate", out).code == 0


@pytest.mark.parametrize("suffix", ["parquet", "csv", "arrow", "jsonl"])
def test_suffix_decides_what_the_file_holds(command: Command, report: Path, suffix: str) -> None:
    out = report.parent / f"events.{suffix}"
    assert command("code", report, "-o", out).code == 0
    shown = command("show", out)
    assert shown.code == 0
    assert "Kirkuk" in shown.out
    whole = command("show", out, "--event", "ev_")
    assert whole.code == 0
    assert "killed_best" in whole.out


def test_without_an_output_records_go_to_standard_output(command: Command, report: Path) -> None:
    done = command("code", report)
    (line,) = done.out.splitlines()
    assert json.loads(line)["doc_id"] == "report"


def test_summary_counts_documents_events_deaths_and_errors(command: Command, report: Path) -> None:
    more = report.with_name("more.txt")
    more.write_text("Police said several men died when gunmen attacked Basra.", encoding="utf-8")
    report.with_name("empty.txt").touch()
    done = command("code", report.parent, "-o", report.parent / "out")
    assert "documents  3 (2 coded, 1 error)" in done.err
    assert "countable" in done.err
    assert "deaths     low " in done.err
    assert "errors     1" in done.err


def test_summary_calls_a_bound_nobody_states_unknown(command: Command, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Gunmen killed at least four people in Gao on Monday.", encoding="utf-8")
    done = command("code", report, "--published", "2020-01-01", "-o", tmp_path / "out")
    assert "deaths     low 4, best 4, high unknown (1)" in done.err


def test_quiet_says_nothing(command: Command, report: Path) -> None:
    assert command("code", report, "-q", "-o", report.parent / "out").err == ""


def test_errors_beyond_the_first_are_counted_and_verbose_lists_all(
    command: Command, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": ""}\n' * 30, encoding="utf-8")
    assert "and 10 more" in command("code", path).err
    assert command("code", path, "-v").err.count("missing_text") == 30


def test_force_replaces_an_output(command: Command, report: Path) -> None:
    out = report.parent / "events.csv"
    assert command("code", report, "-o", out).code == 0
    assert command("code", report, "-o", out).code == 2
    assert command("code", report, "-o", out, "--force").code == 0


def test_standard_input_is_an_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO(json.dumps({"id": "x", "text": TEXT}).encode())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(raw)))
    assert json.loads(command("code", "-").out)["doc_id"] == "x"


def test_columns_can_be_named(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    frame = pl.DataFrame({"key": ["k1"], "words": [TEXT], "day": ["2017-12-12"]})
    frame.write_parquet(path)
    options = ("--text-column", "words", "--id-column", "key", "--published-column", "day")
    record = json.loads(command("code", path, *options).out)
    assert (record["doc_id"], record["pub_date"]) == ("k1", "2017-12-12")


def test_same_input_gives_the_same_bytes(command: Command, report: Path) -> None:
    for name in ("one", "two"):
        command("code", report, "-o", report.parent / name)
    one, two = report.parent / "one", report.parent / "two"
    for path in one.iterdir():
        assert path.read_bytes() == (two / path.name).read_bytes()


def test_full_disk_leaves_no_file_that_looks_whole(
    command: Command, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pl.LazyFrame, "sink_parquet", fail)
    done = command("code", report, "-o", report.parent / "out")
    assert done.code != 0
    assert "No space left" in done.err
    assert sorted(path.name for path in report.parent.iterdir()) == ["report.txt"]


def _start(*arguments: str, folder: Path, stdin: int | None = None) -> "subprocess.Popen[bytes]":
    root = Path(__file__).parents[2]
    return subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "coder", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("out", ["records", "events.jsonl"])
def test_interrupt_leaves_nothing_and_says_130(tmp_path: Path, out: str) -> None:
    process = _start(
        "code", "-", "--input-format", "jsonl", "-o", out, folder=tmp_path, stdin=subprocess.PIPE
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps({"text": TEXT}).encode() + b"\n")
    process.stdin.flush()
    for _ in range(600):  # the output is begun when the first document is read
        if any(tmp_path.iterdir()):
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_closed_pipe_is_quiet(tmp_path: Path) -> None:
    line = json.dumps({"text": TEXT}) + "\n"
    lines = (json.dumps({"id": number, "text": TEXT}) + "\n" for number in range(200))
    (tmp_path / "a.jsonl").write_text("".join(lines) + line, encoding="utf-8")
    process = _start("code", "a.jsonl", "-q", folder=tmp_path)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0

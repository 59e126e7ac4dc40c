"""``coder incidents``: from reports to linked tables, and day after day."""

import json
from pathlib import Path

import polars as pl
import pytest

from coder.tables.parquet import read_metadata
from tests.cli.conftest import Command

REPORTS = (
    ("a", "2017-12-12", "A car bomb killed twelve people at a market in Kirkuk on Monday."),
    ("b", "2017-12-12", "Twelve people died when a car bomb exploded in a market in Kirkuk."),
    ("c", "2017-12-13", "A car bomb in Kirkuk on Monday killed twelve people, police said."),
    ("d", "2017-12-12", "Gunmen abducted three doctors in Basra on Sunday."),
)  # fmt: skip


def _coded(command: Command, folder: Path, name: str, *ids: str) -> Path:
    lines = [
        json.dumps({"id": one, "text": text, "published": day, "source": f"outlet {one}"})
        for one, day, text in REPORTS
        if one in ids
    ]
    source = folder / f"{name}.jsonl"
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = command("code", source, "-o", folder / name, "-q")
    assert done.code == 0, done.err
    return folder / name


@pytest.fixture
def records(command: Command, tmp_path: Path) -> Path:
    return _coded(command, tmp_path, "records", "a", "b", "c", "d")


def test_a_folder_is_linked_and_valid(command: Command, records: Path, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    done = command("incidents", records, "-o", linked)
    assert done.code == 0, done.err
    assert "4 countable events report 2 incidents" in done.err
    assert not done.out
    table = pl.read_parquet(linked / "incidents.parquet")
    assert sorted(table["n_reports"].to_list()) == [1, 3]
    assert command("validate", linked).code == 0
    told = read_metadata(linked / "incidents.parquet")
    assert json.loads(told["linking"])["window_days"] == 1
    assert told["gazetteer_credit"]


def test_without_output_the_incidents_told_several_times_are_shown(
    command: Command, records: Path
) -> None:
    done = command("incidents", records, "-q")
    assert done.code == 0
    assert "Kirkuk" in done.out
    assert "Basra" not in done.out
    assert not done.err


def test_days_are_linked_one_after_the_other(command: Command, tmp_path: Path) -> None:
    first = _coded(command, tmp_path, "first", "a", "d")
    second = _coded(command, tmp_path, "second", "b", "c")
    yesterday, today = tmp_path / "yesterday", tmp_path / "today"
    assert command("incidents", first, "-o", yesterday).code == 0
    done = command("incidents", second, "--previous", yesterday, "-o", today)
    assert done.code == 0, done.err
    before = pl.read_parquet(yesterday / "incidents.parquet")["incident_id"].to_list()
    after = pl.read_parquet(today / "incidents.parquet")
    assert after["incident_id"].to_list() == before
    assert after["n_reports"].sum() == 4
    assert command("validate", today).code == 0


@pytest.mark.parametrize("suffix", ["csv", "parquet", "arrow"])
def test_the_incidents_table_alone_is_a_file(
    command: Command, records: Path, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"incidents.{suffix}"
    assert command("incidents", records, "-o", out).code == 0
    read = {"csv": pl.read_csv, "parquet": pl.read_parquet, "arrow": pl.read_ipc}[suffix]
    assert read(out).height == 2  # type: ignore[operator]


def test_every_compared_pair_can_be_written(
    command: Command, records: Path, tmp_path: Path
) -> None:
    out = tmp_path / "pairs.csv"
    assert command("incidents", records, "--pairs", out, "-q").code == 0
    pairs = pl.read_csv(out)
    assert pairs.height == 3
    assert {"event_a", "event_b", "place", "toll", "score"} <= set(pairs.columns)


def test_settings_come_from_a_file_and_options_win(
    command: Command, records: Path, tmp_path: Path
) -> None:
    settings = tmp_path / "strict.json"
    settings.write_text('{"threshold": 99, "points": {"copies": 1}}', encoding="utf-8")
    strict = command("incidents", records, "--settings", settings)
    assert "report 4 incidents" in strict.err
    done = command("incidents", records, "--settings", settings, "--threshold", "3")
    assert "report 2 incidents" in done.err


def test_wrong_use_is_explained(command: Command, records: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"treshold": 1}', encoding="utf-8")
    done = command("incidents", records, "--settings", wrong)
    assert done.code == 2
    assert "treshold" in done.err
    assert command("incidents", records, "-o", records).code == 2
    assert command("incidents", records, "--pairs", tmp_path / "pairs.jsonl").code == 2
    assert command("incidents", records, "-o", tmp_path / "x.jsonl").code == 2

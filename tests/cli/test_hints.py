"""What a command says where it cannot guess what was meant."""

from pathlib import Path

import pytest

from tests.cli.conftest import TEXT, Command


@pytest.mark.parametrize("name", ["reprot.txt", "news/monday", "articles.jsonl.gz"])
@pytest.mark.usefixtures("in_folder")
def test_a_mistyped_file_is_no_text(command: Command, name: str) -> None:
    done = command("explain", name)
    assert done.code == 2
    assert "no such file" in done.err


@pytest.mark.usefixtures("in_folder")
def test_one_word_is_a_text(command: Command) -> None:
    assert command("explain", "Clashes.").code == 0


@pytest.mark.parametrize("suffix", [".xlsx", ".json", ".tsv"])
def test_an_unknown_suffix_is_no_folder(
    command: Command, report: Path, tmp_path: Path, suffix: str
) -> None:
    out = tmp_path / f"events{suffix}"
    done = command("code", report, "-o", out)
    assert done.code == 2
    assert ".parquet, .csv, .arrow, .jsonl" in done.err
    assert not out.exists()


def test_a_folder_may_have_a_number_behind_a_dot(
    command: Command, report: Path, tmp_path: Path
) -> None:
    assert command("code", report, "-o", tmp_path / "run.2017").code == 0


def test_a_column_of_dates_that_is_not_known_is_asked_for(command: Command, tmp_path: Path) -> None:
    table = tmp_path / "news.csv"
    table.write_text(f'body,issued\n"{TEXT.strip()}",2020-03-12\n', encoding="utf-8")
    done = command("code", table)
    assert "--published-column (found: body, issued)" in done.err
    done = command("code", table, "--published-column", "issued")
    assert "--published-column" not in done.err


def test_a_text_without_a_date_is_asked_for_one(command: Command, report: Path) -> None:
    assert "give it with --published" in command("code", report).err


def test_a_file_of_others_is_not_read_as_parquet(command: Command, tmp_path: Path) -> None:
    table = tmp_path / "others.csv"
    table.write_text("event_date,notes\n2020-01-01,none\n", encoding="utf-8")
    done = command("validate", table)
    assert done.code == 3
    assert "is nothing that can be checked" in done.out
    assert "1 problem\n" in done.err


def test_one_event_is_told_as_one(command: Command, report: Path) -> None:
    done = command("code", report, "--published", "2020-03-12")
    assert "1 countable, 0 others kept beside it" in done.err


def test_a_table_that_is_piped_is_wide(command: Command, report: Path, tmp_path: Path) -> None:
    command("code", report, "-o", tmp_path / "records", "--published", "2020-03-12")
    assert "Gunmen killed three policemen in Kirkuk" in command("show", tmp_path / "records").out

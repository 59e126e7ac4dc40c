"""Statements and states of control in the folder, on the terminal and under ``validate``."""

from pathlib import Path

import polars as pl
import pytest

from tests.cli.conftest import Command

TEXT = (
    "Gunmen killed four teachers near Pattani on Monday. The prime minister condemned the attack. "
    "Separatists control parts of the border."
)


@pytest.fixture
def folder(command: Command, tmp_path: Path) -> Path:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    out = tmp_path / "records"
    assert command("code", article, "-o", out, "--published", "2020-03-12").code == 0
    return out


def test_show_prints_who_said_what(command: Command, folder: Path) -> None:
    shown = command("show", folder, "--statements").out
    assert "condemnation" in shown
    assert "The prime minister" in shown


def test_show_prints_who_holds_what(command: Command, folder: Path) -> None:
    shown = command("show", folder, "--control").out
    assert "parts of the border" in shown


def test_a_file_without_the_table_is_refused(command: Command, folder: Path) -> None:
    result = command("show", folder / "events.parquet", "--statements")
    assert result.code == 2
    assert "statements" in result.err


def test_the_folder_is_valid(command: Command, folder: Path) -> None:
    assert command("validate", folder).code == 0


def test_a_statement_about_no_known_event_is_found(command: Command, folder: Path) -> None:
    file = folder / "statements.parquet"
    frame = pl.read_parquet(file).with_columns(event_id=pl.lit("ev_0000000000000000"))
    frame.write_parquet(file)
    result = command("validate", folder)
    assert result.code == 3
    assert "statements, row 1, event_id: is not in events" in result.out

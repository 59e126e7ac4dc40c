"""The other commands, and what all of them share."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from coder.cli import group
from tests.cli.conftest import TEXT, Command
from tests.unit.gazetteer.dumps import write_files

HEAVY = ("polars", "pydantic", "dateparser", "rich", "yaml", "sqlite3")


def _commands(
    command: click.Command, path: tuple[str, ...] = ()
) -> list[tuple[tuple[str, ...], click.Command]]:
    if isinstance(command, click.Group):
        return [
            pair
            for name, inner in command.commands.items()
            for pair in _commands(inner, (*path, name))
        ]
    return [(path, command)]


COMMANDS = _commands(group)


@pytest.mark.parametrize(("path", "inner"), COMMANDS, ids=lambda value: str(value)[:40])
def test_example_of_a_command_runs(
    command: Command,
    report: Path,
    monkeypatch: pytest.MonkeyPatch,
    path: tuple[str, ...],
    inner: click.Command,
) -> None:
    if path[0] == "chart":
        pytest.importorskip("matplotlib", reason="charts need the extra plot")
    monkeypatch.chdir(report.parent)
    (report.parent / "my-rules").mkdir()
    rule = Path(__file__).parents[1] / "unit" / "api" / "test_coding.py"
    content = re.search(r'RULE = """\\\n(.*?)"""', rule.read_text(encoding="utf-8"), re.DOTALL)
    assert content is not None
    (report.parent / "my-rules" / "mine.yaml").write_text(content[1], encoding="utf-8")
    if path[0] == "gazetteer":
        write_files(report.parent)
    if path[0] == "import":
        (report.parent / "my.actors.txt").write_text("RIVER_LEAGUE [MLIREB]\n", encoding="utf-8")
    if path[0] in (
        "show",
        "validate",
        "aggregate",
        "chart",
        "export",
        "diff",
        "merge",
        "incidents",
    ):
        command("code", report, "-o", "records")
        command("code", report, "-o", "records-new")
    help_text = inner.help or ""
    examples = re.findall(r"^ *coder (.+)$", help_text.split("Example:")[1], re.MULTILINE)
    assert examples
    for example in examples:
        done = command(*shlex.split(example))
        assert done.code == 0, done.err


@pytest.mark.parametrize(("path", "inner"), COMMANDS, ids=lambda value: str(value)[:40])
def test_every_option_is_explained(path: tuple[str, ...], inner: click.Command) -> None:
    assert path
    for parameter in inner.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize("arguments", [["--help"], ["code", "--help"], ["rules", "test", "-h"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom coder.cli import run\n"
        f"assert run({arguments!r}) == 0\n"
        f"sys.exit(repr([name for name in {HEAVY!r} if name in sys.modules] or ''))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.strip() == "''"
    assert "Usage: coder" in done.stdout


@pytest.mark.parametrize(("path", "_"), COMMANDS, ids=lambda value: str(value)[:40])
def test_help_keeps_the_lines_of_an_example(
    command: Command, path: tuple[str, ...], _: click.Command
) -> None:
    shown = command(*path, "--help").out
    assert "\\b" not in shown
    assert re.search(r"^  Example:\n    coder ", shown, re.MULTILINE)


def test_module_runs_as_a_program() -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "coder", "nothing"], cwd=root, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"No such command" in done.stderr


def test_explain_takes_a_text_a_file_or_one_of_its_documents(
    command: Command, report: Path
) -> None:
    assert "killed" in command("explain", TEXT, "--title", "Three dead").out
    assert "killed" in command("explain", report).out
    assert "killed" in command("explain", f"{TEXT} " * 30).out  # longer than a name can be
    rows = report.with_name("a.jsonl")
    lines = [json.dumps({"id": f"d{n}", "text": f"Rebels shot {n} men."}) for n in (2, 3)]
    rows.write_text("\n".join(lines), encoding="utf-8")
    assert "shot 2 men" in command("explain", rows).out
    assert "shot 3 men" in command("explain", rows, "--doc", "d3").out
    absent = command("explain", rows, "--doc", "d9")
    assert absent.code == 3
    assert "no document 'd9'" in absent.err


def test_explain_says_what_is_wrong_with_a_file(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    done = command("explain", tmp_path / "a.txt")
    assert done.code == 3
    assert "missing_text" in done.err


def test_explain_writes_a_page_once(command: Command, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert command("explain", TEXT, "--html", page).code == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert command("explain", TEXT, "--html", page).code == 2
    assert command("explain", TEXT, "--html", page, "--force").code == 0


def test_annotate_lists_what_it_cannot_read(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    done = command("annotate", tmp_path / "a.txt")
    assert done.code == 1
    assert "missing_text" in done.err
    assert command("annotate", tmp_path / "a.txt", "-q").err == ""


def test_show_hides_what_is_not_countable_and_says_so(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Rebels threatened to kill three mayors in Basra.", encoding="utf-8"
    )
    command("code", tmp_path / "a.txt", "-o", tmp_path / "out")
    hidden = command("show", tmp_path / "out")
    assert "Basra" not in hidden.out
    assert "1 more events" in hidden.err
    assert "threatened" in command("show", tmp_path / "out", "--all").out


def test_show_refuses_what_is_no_output(command: Command, report: Path) -> None:
    assert command("show", report).code == 2
    assert command("show", report.with_name("absent")).code == 2


def test_validate_lists_what_breaks_the_schema(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"event_id": 5}\n', encoding="utf-8")
    done = command("validate", tmp_path / "a.jsonl")
    assert done.code == 3
    assert "event_id" in done.out
    assert command("validate", tmp_path / "a.jsonl", "-q").out == ""


def test_rules_can_be_listed_shown_and_tested(command: Command, tmp_path: Path) -> None:
    assert "kill" in command("rules", "list").out
    assert "bombing" not in command("rules", "list", "--type", "killing").out
    unknown = command("rules", "show", "kil")
    assert unknown.code == 2
    assert "did you mean" in unknown.err
    (tmp_path / "mine.yaml").write_text(FAILING, encoding="utf-8")
    tested = command("rules", "test", "--rules", tmp_path)
    assert tested.code == 3
    assert "frobnicate" in tested.out


FAILING = """\
- id: frobnicate
  status: stable
  type: killing
  why: A verb nobody has, so that nothing else can find it.
  triggers: {verb: [frobnicate]}
  roles:
    victim: {is: [person], as: object, effect: killed}
  match:
    - text: "The farmers slept all day."
  no_match:
    - text: "The farmers slept."
      why: nobody did anything
"""


def test_version_is_the_packages(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda name: f"{name} 1")
    assert command("--version").out == "coder incident-coder 1\n"


def test_no_colour_where_nobody_asked_for_it(command: Command) -> None:
    assert "\x1b[" not in command("explain", TEXT).out

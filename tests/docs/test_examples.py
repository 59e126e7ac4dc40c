"""The examples of README and docs are executed, each page in a folder of its own, in order."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from coder.cli import run
from tests.docs.pages import PAGES, ROOT, Block, blocks

# `coder` in an example is this checkout under this interpreter.
_PRELUDE = 'set -euo pipefail\ncoder() { "$PYTHON" -m coder "$@"; }\n'
_RUN = ("sh", "python", "sql")
_STEP = re.compile(r".*<<'(\w+)'\n(?:.*\n)*?\1\n|(?:.*\\\n)*.*\n")  # with its here-document
_COMMAND = re.compile(r"coder ([^|<>&;$*]+?)(?: \|\| test \$\? -eq (\d+))?\n")


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if any(block.language in _RUN for block in blocks(page))],
    ids=lambda page: page.name,
)
def test_examples_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if "coder chart" in page.read_text(encoding="utf-8"):
        pytest.importorskip("matplotlib", reason="charts need the extra plot")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    names: dict[str, object] = {}
    for block in blocks(page):
        if block.language == "sh":
            _run_block(block, tmp_path)
        elif block.language == "sql":
            _run_query(block)
        elif block.language == "python" and block.code.startswith(">>> "):
            _run_python(block, names)
        elif block.language == "python":
            exec(compile(block.code, str(page), "exec"), names)  # noqa: S102 - our own page


def _run_block(block: Block, folder: Path) -> None:
    """Run plain commands in this process, which costs a second less for each, the rest in bash."""
    for step in _steps(block.code):
        if command := _COMMAND.fullmatch(step):
            wanted = int(command[2] or 0)
            assert run(shlex.split(command[1])) == wanted, f"{block.page.name}:{block.line} {step}"
        else:
            _run_shell(step, block, folder)


def _steps(code: str) -> Iterator[str]:
    """The commands of a block; what is no plain command goes to bash in one piece."""
    shell = ""
    for step in (found[0] for found in _STEP.finditer(code)):
        if _COMMAND.fullmatch(step):
            if shell:
                yield shell
            yield step
            shell = ""
        else:
            shell += step
    if shell:
        yield shell


def _run_shell(code: str, block: Block, folder: Path) -> None:
    environment = {**os.environ, "PYTHON": sys.executable, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(  # noqa: S603 - our own page
        ["bash", "-c", _PRELUDE + code],  # noqa: S607 - bash from the path
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, f"{block.page.name}:{block.line}\n{done.stderr}"


def _run_query(block: Block) -> None:
    """A query of a page gives rows, with DuckDB as it is installed: no extension is fetched."""
    offline: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    with duckdb.connect(config=offline) as database:
        rows = database.execute(block.code).fetchall()
    assert rows, f"{block.page.name}:{block.line}"


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if any(block.language == "r" for block in blocks(page))],
    ids=lambda page: page.name,
)
def test_examples_that_are_not_run_say_so(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    heading = text[: text.index("```r\n")].rpartition("\n## ")[2].splitlines()[0]
    assert "untested" in heading
    assert "R examples are untested" in text


def _run_python(block: Block, names: dict[str, object]) -> None:
    test = doctest.DocTestParser().get_doctest(
        block.code, {}, block.page.name, str(block.page), block.line - 1
    )
    test.globs = names
    report: list[str] = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS)
    runner.run(test, out=report.append, clear_globs=False)
    assert not report, "\n".join(report)

"""The command line in this process: quick, and with what it prints at hand."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from coder.cli import run


class Done(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Done]
TEXT = "Gunmen killed three policemen in Kirkuk on Monday.\n"


@pytest.fixture
def command(capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    def call(*arguments: str | Path) -> Done:
        capfdbinary.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Done(code, out.decode(), err.decode())

    return call


@pytest.fixture
def in_folder(report: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the report, as the working folder."""
    monkeypatch.chdir(report.parent)
    return report.parent


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path

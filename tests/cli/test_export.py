from pathlib import Path

import polars as pl
import pytest

from coder.cli.export import _FORMATS, _REGIMES
from coder.formats.exports import Format
from coder.regimes.model import regimes
from tests.cli.conftest import Command


@pytest.fixture
def records(command: Command, in_folder: Path, report: Path) -> Path:
    done = command("code", report, "-o", "records", "--published", "2017-12-12", "-q")
    assert done.code == 0
    return in_folder / "records"


def test_the_choices_are_those_of_the_product() -> None:
    assert list(_FORMATS) == [kind.value for kind in Format]
    assert list(_REGIMES) == list(regimes())


@pytest.mark.parametrize("kind", _FORMATS)
def test_every_format_is_written(command: Command, records: Path, kind: str) -> None:
    done = command("export", records, "-o", "out", "--format", kind)
    assert (done.code, done.out) == (0, "")
    assert done.err.split() == ["out"]
    assert Path("out").exists()


@pytest.mark.parametrize("regime", _REGIMES)
def test_every_regime_is_written_with_its_audit(
    command: Command, records: Path, regime: str
) -> None:
    done = command("export", records, "-o", "x.csv", "--regime", regime)
    assert done.code == 0, done.err
    assert done.err.split() == ["x.csv", "x.audit.csv"]
    assert pl.read_csv("x.audit.csv").height == 1
    expected = list(regimes()[regime].schema)
    assert pl.read_csv("x.csv").columns[: len(expected)] == expected


def test_options_reach_the_file(command: Command, records: Path) -> None:
    assert command("export", records, "-o", "a.csv", "--hxl", "-q").err == ""
    assert Path("a.csv").read_text(encoding="utf-8").splitlines()[1].startswith("#event+code")
    arguments = ("--regime", "acled", "--no-trace", "--countable")
    assert command("export", records, "-o", "b.csv", *arguments).code == 0
    assert "coder_rule" not in Path("b.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("records", "-o", "a.json"), 2),
        (("records", "-o", "a.geojson", "--regime", "acled"), 2),
        (("records", "-o", "records"), 2),
        (("records",), 2),
        (("records", "-o", "a.csv", "--table", "weather"), 2),
        (("report.txt", "-o", "a.csv"), 2),
    ],
)
def test_wrong_usage(
    command: Command, records: Path, arguments: tuple[str, ...], code: int
) -> None:
    assert records.exists()
    assert command("export", *arguments).code == code
    assert not list(Path().glob("a.*"))

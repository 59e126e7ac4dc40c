"""``coder gazetteer build`` and the commands that use its file."""

import json
import pickle
from pathlib import Path

import pytest

from coder import Coder, InputError, build_gazetteer
from tests.cli.conftest import Command
from tests.unit.gazetteer.dumps import write_files

TEXT = "Gunmen killed three policemen in Farabad, Syria, on Monday.\n"


@pytest.fixture
def compiled(tmp_path: Path) -> Path:
    out = tmp_path / "syria.sqlite"
    build_gazetteer(write_files(tmp_path / "files"), out)
    return out


@pytest.fixture
def farabad(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_summary_says_what_was_compiled(command: Command, tmp_path: Path) -> None:
    out = tmp_path / "out.sqlite"
    done = command("gazetteer", "build", *write_files(tmp_path / "files"), "-o", out)
    assert done.code == 0
    assert done.out == ""
    assert "places" in done.err
    assert "unreadable: 5 rows" in done.err
    again = command("gazetteer", "build", tmp_path / "files" / "SY.txt", "-o", out)
    assert again.code == 2
    assert "--force" in again.err
    quiet = command("gazetteer", "build", tmp_path / "files" / "SY.txt", "-o", out, "--force", "-q")
    assert (quiet.code, quiet.err) == (0, "")


def test_an_input_is_never_replaced(command: Command, tmp_path: Path) -> None:
    [own, *_] = write_files(tmp_path / "files")
    done = command("gazetteer", "build", own, "-o", own, "--force")
    assert done.code == 2
    assert "is an input" in done.err


def test_coded_places_come_from_the_given_gazetteer(
    command: Command, compiled: Path, farabad: Path
) -> None:
    done = command("code", farabad, "--gazetteer", compiled, "--published", "2020-03-12")
    event = json.loads(done.out)
    assert event["place"]["gazetteer_id"] == "geonames:106"
    assert event["place"]["admin2_name"] == "Nahr District"
    embedded = command("code", farabad, "--published", "2020-03-12")
    event = json.loads(embedded.out)
    assert event["place"]["gazetteer_id"] != "geonames:106"


def test_annotate_and_explain_use_it_too(command: Command, compiled: Path, farabad: Path) -> None:
    rows = command("annotate", farabad, "--gazetteer", compiled).out.splitlines()
    assert "geonames:106" in {json.loads(row).get("id") for row in rows}
    shown = command("explain", farabad, "--gazetteer", compiled)
    assert "Farabad" in shown.out
    assert shown.code == 0


def test_the_version_of_the_gazetteer_stands_in_the_tables(
    command: Command, compiled: Path, farabad: Path, tmp_path: Path
) -> None:
    import polars as pl  # noqa: PLC0415 - heavy

    out = tmp_path / "events.parquet"
    command("code", farabad, "--gazetteer", compiled, "-o", out)
    metadata = pl.read_parquet_metadata(out)
    assert metadata["gazetteer_version"] == "GeoNames dump, newest row 2023-05-06"
    assert "GeoNames" in metadata["gazetteer_credit"]


def test_a_coder_with_a_gazetteer_pickles(compiled: Path) -> None:
    coder = pickle.loads(pickle.dumps(Coder(gazetteer=compiled)))  # noqa: S301 - our own
    assert coder.versions.gazetteer_version.startswith("GeoNames dump")


def test_a_missing_or_wrong_gazetteer_is_named(
    command: Command, farabad: Path, tmp_path: Path
) -> None:
    assert command("code", farabad, "--gazetteer", tmp_path / "none.sqlite").code == 2
    with pytest.raises(InputError, match="no such gazetteer"):
        Coder(gazetteer=tmp_path / "none.sqlite")
    wrong = command("code", farabad, "--gazetteer", farabad)
    assert wrong.code == 3
    assert "is no gazetteer" in wrong.err

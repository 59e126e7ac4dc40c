"""The wheel holds what a run needs and nothing else; the version stands in one place."""

import re
import subprocess
import sys
import tomllib
from email.parser import HeaderParser
from pathlib import Path
from zipfile import ZipFile

import pytest

import coder

ROOT = Path(__file__).parents[1]
MAX_WHEEL_BYTES = 25_000_000  # the gazetteer of towns of 1,000 and more is 19 MB before packing
NOT_SHIPPED = ("tests/", "benchmarks/", "fixtures/", "docs/", "scripts/", "schemas/", ".ci/")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    """The wheel, built by the build backend without a network."""
    pytest.importorskip("hatchling", reason="the build backend is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.whl")
    assert path.stat().st_size < MAX_WHEEL_BYTES
    return ZipFile(path)


def _metadata(wheel: ZipFile) -> dict[str, str]:
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    return dict(HeaderParser().parsestr(wheel.read(name).decode()).items())


def test_wheel_holds_every_shipped_file_of_the_package(wheel: ZipFile) -> None:
    shipped = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "coder").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped <= set(wheel.namelist())
    assert "coder/py.typed" in shipped
    assert any(name.startswith("coder/lexicon/data/") for name in shipped)
    assert any(name.startswith("coder/rules/data/") for name in shipped)
    assert any(name.startswith("coder/gazetteer/data/") for name in shipped)


def test_wheel_holds_nothing_but_the_package(wheel: ZipFile) -> None:
    outside = [name for name in wheel.namelist() if name.startswith(NOT_SHIPPED)]
    assert not outside
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert tops == {"coder", f"incident_coder-{coder.__version__}.dist-info"}


def test_wheel_carries_licence_and_notice(wheel: ZipFile) -> None:
    names = {name.rsplit("/", 1)[-1] for name in wheel.namelist() if ".dist-info/" in name}
    assert {"LICENSE", "NOTICE"} <= names
    assert _metadata(wheel)["License-Expression"] == "Apache-2.0"


def test_version_is_written_once(wheel: ZipFile) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project
    assert "version" in project["dynamic"]
    assert _metadata(wheel)["Version"] == coder.__version__


def test_distribution_is_not_named_like_the_strangers_package(wheel: ZipFile) -> None:
    assert _metadata(wheel)["Name"] == "incident-coder"


def test_every_dependency_has_a_lower_bound() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["tests"]]
    assert not [entry for entry in wanted if not re.match(r"[\w.-]+>=\d", entry)]


def test_every_word_list_names_its_licence() -> None:
    for path in sorted((ROOT / "coder").rglob("data/*.tsv")):
        header = [
            line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")
        ]
        assert any("icence" in line for line in header), path.relative_to(ROOT)

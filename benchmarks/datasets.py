"""The developer data as inputs: which file, which format, which rows."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.inputs import Row, read_rows
from benchmarks.shared import data_folder, scorer_folder

HELD_OUT_SHARE = 4
"""One in so many developer documents of MUC-4 is validation: scored apart, not read."""
HELD_OUT_QUARTER = 1
"""Which of the quarters it is now; 0 before it was first rotated (0.1.0)."""
UNREAD = frozenset({"muc4-tst1", "muc4-tst2"})
"""Validation sets: their scores may be looked at, their texts and errors may not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """One measured set: the prediction format and the rows."""

    name: str
    format: str
    rows: Callable[[], Iterator[Row]]


def datasets() -> dict[str, Dataset]:
    """Every measured set by name."""
    muc4 = {
        "muc4-dev": lambda: _muc4("dev-muc3-*"),
        "muc4-tst1": lambda: _muc4("tst1-*"),
        "muc4-tst2": lambda: _muc4("tst2-*"),
    }
    lines = {"fakes": "sets", "re3d": "sets", "gum": "sets"} | {
        name: name for name in ("gsr", "dates", "geo")
    }
    found = [Dataset(name=name, format="muc4", rows=rows) for name, rows in muc4.items()]
    found += [Dataset(name=name, format=kind, rows=_lines(name)) for name, kind in lines.items()]
    found.append(Dataset(name="cases", format="cases", rows=_cases))
    return {dataset.name: dataset for dataset in found}


def is_held_out(doc_id: str) -> bool:
    """Whether a developer document of MUC-4 is kept for validation.

    The quarter rotates: when its errors are no longer fresh or those of another are needed,
    ``HELD_OUT_QUARTER`` moves on and the old quarter is read. A quarter that was read before it
    was held out says how figures move from then on, not what unread text would give.
    """
    return hashlib.sha256(doc_id.encode()).digest()[0] % HELD_OUT_SHARE == HELD_OUT_QUARTER


def _lines(name: str) -> Callable[[], Iterator[Row]]:
    return lambda: read_rows(data_folder() / name / "dev.jsonl")


def _muc4(pattern: str) -> Iterator[Row]:
    files = sorted((data_folder() / "muc4" / "texts").glob(pattern))
    converter = scorer_folder() / "muc4" / "to_jsonl.py"
    yield from _converted([str(converter), *map(str, files), "--reflow"])


def _cases() -> Iterator[Row]:
    converter = scorer_folder() / "cases" / "to_jsonl.py"
    yield from _converted([str(converter), str(data_folder() / "cases" / "dev.json")])


def _converted(command: list[str]) -> Iterator[Row]:
    done = subprocess.run(  # noqa: S603 - the scorers' own converter
        [sys.executable, "-X", "utf8", *command], capture_output=True, text=True, check=True
    )
    for line in done.stdout.splitlines():
        yield json.loads(line)


def muc4_keys(name: str) -> list[Path]:
    """The answer keys of one MUC-4 set."""
    pattern = {"muc4-dev": "key-dev-*", "muc4-tst1": "key-tst1*", "muc4-tst2": "key-tst2*"}[name]
    return sorted((data_folder() / "muc4" / "keys").glob(pattern))


def muc4_texts(name: str) -> list[Path]:
    """The raw text files of one MUC-4 set."""
    pattern = {"muc4-dev": "dev-muc3-*", "muc4-tst1": "tst1-*", "muc4-tst2": "tst2-*"}[name]
    return sorted((data_folder() / "muc4" / "texts").glob(pattern))

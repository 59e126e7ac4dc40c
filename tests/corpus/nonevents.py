"""What a sentence tells beside its events, compared with what a fixture or a rule expects."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

import coder
from coder.records.documents import ControlState, Statement

FOLDER = Path(__file__).parents[2] / "fixtures" / "nonevents"


class Row(BaseModel):
    """One expected row: the values of its columns; what is not given is free."""

    model_config = ConfigDict(extra="allow")


class Case(BaseModel):
    """A passage and every row it must give in the tables that are named."""

    model_config = ConfigDict(extra="forbid")

    text: str
    title: str | None = None
    statements: list[dict[str, object]] | None = None
    control_states: list[dict[str, object]] | None = None
    why: str | None = None


class Phenomenon(BaseModel):
    """A file of cases on one phenomenon."""

    model_config = ConfigDict(extra="forbid")

    why: str
    published: date
    cases: list[Case]
    known_miss: dict[str, str] = Field(default_factory=dict)


@lru_cache(maxsize=1)
def phenomena() -> tuple[tuple[str, Phenomenon], ...]:
    return tuple(
        (path.stem, Phenomenon.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))))
        for path in sorted(FOLDER.glob("*.yaml"))
    )


def told(case: Case, published: date) -> tuple[Sequence[Statement], Sequence[ControlState]]:
    """The rows of a passage."""
    record = coder.code(case.text, title=case.title, published=published, id="case").record
    assert record is not None
    return record.statements, record.control_states


def faults(case: Case, published: date) -> Iterator[str]:
    """What differs from what the case expects."""
    statements, states = told(case, published)
    for name, wanted, found in (
        ("statements", case.statements, statements),
        ("control_states", case.control_states, states),
    ):
        if wanted is None:
            continue
        if len(wanted) != len(found):
            shown = [row.model_dump(mode="json", exclude_none=True) for row in found]
            yield f"{name}: {len(found)} rows, not {len(wanted)}: {shown}"
            continue
        for expected, row in zip(wanted, found, strict=True):
            yield from _differences(name, expected, row.model_dump(mode="json"))


def _differences(
    name: str, expected: Mapping[str, object], row: Mapping[str, object]
) -> Iterator[str]:
    for column, value in expected.items():
        told_value = row[column]
        same = str(told_value) == str(value) if value is not None else told_value is None
        if not same:
            yield f"{name}.{column}: {told_value!r}, not {value!r}"

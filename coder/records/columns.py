"""The declaration of every published table; read once from ``data/columns.tsv``.

Everything that knows a column's name, dtype, nullability, key or meaning asks here: the Polars
schemas of ``tables/``, the checks of ``validate``, the data dictionary in ``schemas/tables``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

from coder.values import labels, nonevent_labels

_ENUM = "enum:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of one table.

    ``dtype`` is the plain name of the type; for ``enum`` the vocabulary stands in ``vocabulary``.
    ``references`` is the table whose key the column points to, null for no reference.
    """

    name: str
    dtype: str
    vocabulary: type[StrEnum] | None
    nullable: bool
    is_key: bool
    references: str | None
    unit: str | None
    meaning: str
    null_meaning: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table: its columns in published order."""

    name: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Column names in published order."""
        return tuple(column.name for column in self.columns)

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that together identify a row; empty where rows have no identity."""
        return tuple(column.name for column in self.columns if column.is_key)


@cache
def tables() -> Mapping[str, Table]:
    """Every published table by name, in the order in which tables are listed and written.

    >>> tables()["weapons"].key
    ('event_id', 'weapon_idx')
    """
    columns: dict[str, list[Column]] = {}
    for row in _rows("columns.tsv"):
        columns.setdefault(row["table"], []).append(_column(row))
    return {name: Table(name=name, columns=tuple(found)) for name, found in columns.items()}


def _column(row: Mapping[str, str]) -> Column:
    dtype = row["dtype"]
    vocabulary = None
    if dtype.startswith(_ENUM):
        name = dtype.removeprefix(_ENUM)
        vocabulary = getattr(labels, name, None) or getattr(nonevent_labels, name)
        dtype = "enum"
    roles = row["key"].split(",")
    references = [role.removeprefix("ref:") for role in roles if role.startswith("ref:")]
    return Column(
        name=row["column"],
        dtype=dtype,
        vocabulary=vocabulary,
        nullable=row["null"] == "yes",
        is_key="key" in roles,
        references=references[0] if references else None,
        unit=_optional(row["unit"]),
        meaning=row["meaning"],
        null_meaning=_optional(row["null_meaning"]),
    )


def _optional(cell: str) -> str | None:
    return None if cell == "-" else cell


def read_rows(package: str, file: str) -> list[dict[str, str]]:
    """The rows of a TSV file of ``package``; comments are skipped, the first line names columns."""
    text = resources.files(package).joinpath("data", file).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def _rows(file: str) -> list[dict[str, str]]:
    return read_rows("coder.records", file)

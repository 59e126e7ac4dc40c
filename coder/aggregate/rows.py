"""Which rows an aggregate counts, and the words that say so.

What every aggregate shares: the frame that comes in, its columns, the filter, the frame that goes
out.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

import polars as pl

from coder.errors import SchemaError
from coder.values.labels import EventType

Frame = TypeVar("Frame", bound=pl.DataFrame | pl.LazyFrame)

FILTER = "filter"
"""The column that says which rows were counted and how."""

UNITS = {
    "country": ("iso3",),
    "admin1": ("iso3", "admin1_name"),
    "admin2": ("iso3", "admin1_name", "admin2_name"),
    "admin3": ("iso3", "admin1_name", "admin2_name", "admin3_name"),
}
"""Areas by level. Names of areas repeat between countries, so the levels above come with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows to count. ``types`` null: every type."""

    countable: bool = True
    representative: bool = True
    types: Collection[str] | None = None

    def of(self, events: pl.DataFrame | pl.LazyFrame, *needed: str) -> pl.LazyFrame:
        """The chosen rows of ``events`` or ``incidents``; :class:`SchemaError` for a lost column.

        The table ``incidents`` holds one row an incident, so there nothing is representative.
        """
        lazy = events.lazy()
        columns = set(lazy.collect_schema().names())
        chosen = ["countable"] if self.countable else []
        if self.representative and not is_incidents(columns):
            chosen.append("is_representative")
        if self.types is not None:
            chosen.append("event_type")
        check_columns(columns, ("incident_id", *chosen, *needed), table="events")
        conditions = [pl.col(name) for name in chosen if name != "event_type"]
        if self.types is not None:
            wanted = checked_types(self.types)
            conditions.append(pl.col("event_type").cast(pl.String).is_in(wanted))
        return lazy.filter(*conditions) if conditions else lazy

    def words(self) -> list[str]:
        """What was chosen, in a few words each."""
        found = []
        if self.countable:
            found.append("countable")
        if self.representative:
            found.append("representative")
        if self.types is not None:
            found.append(f"event_type={'|'.join(checked_types(self.types))}")
        return found or ["all rows"]


def is_incidents(columns: Iterable[str]) -> bool:
    """Whether these are the columns of the table ``incidents``."""
    return "is_representative" not in columns and "n_reports" in columns


def checked_types(types: Collection[str]) -> list[str]:
    """The event types in their published order; ``ValueError`` for one that is none."""
    known = [event_type.value for event_type in EventType]
    unknown = sorted(set(types) - set(known))
    if unknown:
        raise ValueError(f"no event type: {', '.join(unknown)}; there are {', '.join(known)}")
    return [name for name in known if name in types]


def check_columns(columns: Collection[str], needed: Iterable[str], *, table: str) -> None:
    """Raise :class:`SchemaError` where a table lacks a column."""
    lost = [name for name in dict.fromkeys(needed) if name not in columns]
    if lost:
        raise SchemaError(
            f"{table} has no column {', '.join(lost)}", expected=", ".join(lost), found=None
        )


def names(by: str | Sequence[str]) -> tuple[str, ...]:
    """One name or several, as several.

    >>> names("country"), names(["iso3", "month"])
    (('country',), ('iso3', 'month'))
    """
    return (by,) if isinstance(by, str) else tuple(by)


def with_units(by: str | Sequence[str]) -> tuple[str, ...]:
    """Columns to group by: names of areas become the columns of their levels, each once.

    >>> with_units(["admin1", "month"])
    ('iso3', 'admin1_name', 'month')
    """
    found = (column for name in names(by) for column in UNITS.get(name, (name,)))
    return tuple(dict.fromkeys(found))


def finish(given: Frame, result: pl.LazyFrame, keys: Sequence[str], words: Sequence[str]) -> Frame:
    """The result in the order of its keys and with its filter: eager if ``given`` was."""
    if keys:
        result = result.sort(keys, nulls_last=True, maintain_order=True)
    return like(given, result.with_columns(pl.lit("; ".join(words)).alias(FILTER)))


def like(given: Frame, result: pl.LazyFrame) -> Frame:
    """``result`` as lazy or eager as ``given``."""
    return cast("Frame", result.collect() if isinstance(given, pl.DataFrame) else result)

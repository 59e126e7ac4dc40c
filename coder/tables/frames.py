"""Records to frames, document by document, column by column.

A :class:`TableBuilder` keeps tuples of values per table; frames are made only when asked for, so a
stream can take them off every few thousand documents and stay small.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import TypeAlias, cast

import polars as pl

from coder.records.columns import tables
from coder.records.documents import DocumentRecord, ErrorRow
from coder.records.frame_schema import frame_schema
from coder.records.models import Event, Model
from coder.tables.wide import wide_row
from coder.values.options import CasualtyPolicy

_Row: TypeAlias = tuple[object, ...]
_Take: TypeAlias = Callable[[Mapping[str, object]], _Row]

_PARTS = {
    "event_mentions": "mentions",
    "actors": "actors",
    "casualties": "casualties",
    "targets": "targets",
    "weapons": "weapons",
    "attributions": "attributions",
    "evidence": "evidence",
}
"""Long tables and the field of the event that holds their rows."""

_OWN = 3
"""A long table begins with ``event_id``, the position and ``doc_id``, which the event has."""


def _taker(names: Sequence[str]) -> _Take:
    getter: _Take = itemgetter(*names)
    return getter


class TableBuilder:
    """Collects the rows of every table, or of ``events`` alone. Not for several threads at once."""

    def __init__(
        self,
        policy: CasualtyPolicy = CasualtyPolicy.CONSERVATIVE,
        *,
        events_alone: bool = False,
    ) -> None:
        self.policy = policy
        self._is_whole = not events_alone
        self._parts = _PARTS if self._is_whole else {}
        names = tuple(tables()) if self._is_whole else ("events",)
        self._rows: dict[str, list[_Row]] = {name: [] for name in names}
        self._takers = {name: _taker(table.names) for name, table in tables().items()}
        for name in _PARTS:
            self._takers[name] = _taker(tables()[name].names[_OWN:])
        self._owners: dict[str, list[tuple[str, str, int]]] = {name: [] for name in self._parts}

    def add(self, record: DocumentRecord) -> None:
        """Take the rows of one document."""
        for event in record.events:
            self._add_event(event)
        if not self._is_whole:
            return
        self._rows["documents"].append(self._takers["documents"](record.document.__dict__))
        for relation in record.relations:
            self._rows["relations"].append(self._takers["relations"](relation.__dict__))
        for name, rows in (
            ("statements", record.statements),
            ("control_states", record.control_states),
        ):
            if rows:
                take = self._takers[name]
                self._rows[name].extend([take(row.__dict__) for row in rows])

    def add_error(self, error: ErrorRow) -> None:
        """Take one row of ``errors``."""
        if self._is_whole:
            self._rows["errors"].append(self._takers["errors"](error.__dict__))

    def _add_event(self, event: Event) -> None:
        row = wide_row(event, self.policy)
        self._rows["events"].append(self._takers["events"](row))
        event_id, doc_id = event.event_id, event.doc_id
        fields = event.__dict__
        for table, field in self._parts.items():
            parts: tuple[Model, ...] = fields[field]
            if parts:
                take = self._takers[table]
                self._rows[table].extend([take(part.__dict__) for part in parts])
                self._owners[table].append((event_id, doc_id, len(parts)))

    def __len__(self) -> int:
        """Rows of ``events`` held."""
        return len(self._rows["events"])

    def frames(self) -> dict[str, pl.DataFrame]:
        """Every table that is collected as a frame, also the empty ones, in published order."""
        frames = {}
        for name, rows in self._rows.items():
            if name in _PARTS:
                frames[name] = _long_frame(name, self._owners[name], rows)
            elif name == "incidents":
                frames[name] = incidents_of(frames["events"])
            else:
                frames[name] = _frame(frame_schema(name), rows)
        return frames

    def take(self) -> dict[str, pl.DataFrame]:
        """The frames of what was added since the last call; the builder is empty afterwards."""
        frames = self.frames()
        for rows in self._rows.values():
            rows.clear()
        for owners in self._owners.values():
            owners.clear()
        return frames


def incidents_of(events: pl.DataFrame) -> pl.DataFrame:
    """The ``incidents`` of events that nothing else reports: one row an event.

    Linking across documents replaces this; until then every event is its own incident.
    """
    return events.with_columns(
        pl.lit(1, pl.Int32).alias("n_reports"),
        pl.lit(1, pl.Int32).alias("n_documents"),
        pl.concat_list("event_id").alias("event_ids"),
        pl.concat_list("doc_id").alias("doc_ids"),
        pl.lit(1, pl.Int32).alias("n_independent_sources"),
        pl.col("pub_date").alias("first_report"),
        pl.col("pub_date").alias("last_report"),
        pl.lit([], pl.List(pl.String)).alias("conflicts"),
    ).select(frame_schema("incidents").names())


def _frame(schema: Mapping[str, pl.DataType], rows: list[_Row]) -> pl.DataFrame:
    if not rows:
        return pl.DataFrame(schema=schema)
    # Not zip(*rows): tens of thousands of iterators at once set off the garbage collector.
    return pl.DataFrame(
        [
            _series(name, list(map(itemgetter(position), rows)), dtype)
            for position, (name, dtype) in enumerate(schema.items())
        ]
    )


def _long_frame(table: str, owners: list[tuple[str, str, int]], rows: list[_Row]) -> pl.DataFrame:
    """The rows of a long table behind the columns that every row of an event shares."""
    schema = frame_schema(table)
    parts = dict(list(schema.items())[_OWN:])
    if not owners:
        return pl.DataFrame(schema=schema)
    own: tuple[Sequence[object], ...] = (
        [event_id for event_id, _, count in owners for _ in range(count)],
        [position for _, _, count in owners for position in range(count)],
        [doc_id for _, doc_id, count in owners for _ in range(count)],
    )
    shared = [
        _series(name, values, schema[name])
        for name, values in zip(schema.names()[:_OWN], own, strict=True)
    ]
    return pl.DataFrame([*shared, *_frame(parts, rows).get_columns()])


def _series(name: str, values: Sequence[object], dtype: pl.DataType) -> pl.Series:
    if isinstance(dtype, pl.List):
        return _list_series(name, values, dtype)
    return pl.Series(name, values, dtype=dtype)


def _list_series(name: str, values: Sequence[object], dtype: pl.List) -> pl.Series:
    """A series of lists by way of one flat series: ten times faster than list by list."""
    owners: list[int] = []
    flat: list[object] = []
    for position, items in enumerate(cast("list[Sequence[object]]", values)):
        owners.extend([position] * (len(items) or 1))
        flat.extend(items or (None,))
    return (
        pl.DataFrame({"owner": owners, "item": pl.Series(flat, dtype=dtype.inner)})
        .group_by("owner", maintain_order=True)
        .agg("item")["item"]
        .list.drop_nulls()
        .alias(name)
    )


def empty_frames() -> dict[str, pl.DataFrame]:
    """Every table without rows."""
    return {name: frame_schema(name).to_frame() for name in tables()}

"""Records to frames, document by document, column by column.

A :class:`TableBuilder` keeps tuples of values per table; frames are made only when asked for, so a
stream can take them off every few thousand documents and stay small.
"""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import TypeAlias

import polars as pl

from coder.records.casualty_summary import CasualtyPolicy
from coder.records.columns import tables
from coder.records.documents import DocumentRecord, ErrorRow
from coder.records.models import Event, Model
from coder.tables.schema import frame_schema
from coder.tables.wide import wide_row

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
"""``event_id``, the position and ``doc_id`` come from the event, not from the part."""


def _taker(names: Sequence[str]) -> _Take:
    getter: _Take = itemgetter(*names)
    return getter


class TableBuilder:
    """Collects the rows of every table. Not safe to share between threads."""

    def __init__(self, policy: CasualtyPolicy = CasualtyPolicy.CONSERVATIVE) -> None:
        self.policy = policy
        self._rows: dict[str, list[_Row]] = {name: [] for name in tables()}
        self._takers = {name: _taker(table.names) for name, table in tables().items()}
        for name in _PARTS:
            own = {"event_id", "doc_id", _position(name)}
            names = [column for column in tables()[name].names if column not in own]
            self._takers[name] = _taker(names)

    def add(self, record: DocumentRecord) -> None:
        """Take the rows of one document."""
        self._rows["documents"].append(self._takers["documents"](record.document.__dict__))
        for event in record.events:
            self._add_event(event)
        for relation in record.relations:
            self._rows["relations"].append(self._takers["relations"](relation.__dict__))

    def add_error(self, error: ErrorRow) -> None:
        """Take one row of ``errors``."""
        self._rows["errors"].append(self._takers["errors"](error.__dict__))

    def _add_event(self, event: Event) -> None:
        row = wide_row(event, self.policy)
        self._rows["events"].append(self._takers["events"](row))
        self._rows["incidents"].append(self._takers["incidents"](_incident(row)))
        event_id, doc_id = event.event_id, event.doc_id
        fields = event.__dict__
        for table, field in _PARTS.items():
            parts: tuple[Model, ...] = fields[field]
            if parts:
                take, rows = self._takers[table], self._rows[table]
                for position, part in enumerate(parts):
                    rows.append((event_id, position, doc_id, *take(part.__dict__)))

    def __len__(self) -> int:
        """Rows of ``events`` held."""
        return len(self._rows["events"])

    def frames(self) -> dict[str, pl.DataFrame]:
        """Every table as a frame, also the empty ones, in published order."""
        return {name: _frame(name, rows) for name, rows in self._rows.items()}

    def take(self) -> dict[str, pl.DataFrame]:
        """The frames of what was added since the last call; the builder is empty afterwards."""
        frames = self.frames()
        for rows in self._rows.values():
            rows.clear()
        return frames


def _position(table: str) -> str:
    """The column of a long table that counts the rows of an event."""
    return next(name for name in tables()[table].key if name.endswith("_idx"))


def _incident(row: dict[str, object]) -> dict[str, object]:
    """The incident of an event that is the only one to report it."""
    return {
        **row,
        "n_reports": 1,
        "n_documents": 1,
        "event_ids": [row["event_id"]],
        "doc_ids": [row["doc_id"]],
    }


def _frame(table: str, rows: list[_Row]) -> pl.DataFrame:
    schema = frame_schema(table)
    if not rows:
        return schema.to_frame()
    columns = zip(*rows, strict=True)
    return pl.DataFrame(
        [
            pl.Series(name, list(values), dtype=dtype, strict=True)
            for (name, dtype), values in zip(_published(table).items(), columns, strict=True)
        ]
    ).select(schema.names())


def _published(table: str) -> Mapping[str, pl.DataType]:
    """The schema in the order in which rows are kept: what belongs to the event comes first."""
    schema = frame_schema(table)
    if table not in _PARTS:
        return schema
    own = ("event_id", _position(table), "doc_id")
    return {name: schema[name] for name in (*own, *(n for n in schema.names() if n not in own))}


def empty_frames() -> dict[str, pl.DataFrame]:
    """Every table without rows."""
    return {name: frame_schema(name).to_frame() for name in tables()}

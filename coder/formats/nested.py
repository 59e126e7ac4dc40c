"""Tables back to nested records: one line of JSON an event, as ``coder code`` would write it.

The wide table holds the event, the long tables its parts; the casualty totals and the ``xw_*``
columns are derived and not read.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import polars as pl
from pydantic import ValidationError

from coder.errors import InputError, SchemaError
from coder.records.columns import tables as schemas
from coder.records.models import Event, EventDate, Place
from coder.records.serialise import to_json_lines

_Row: TypeAlias = dict[str, object]

_PARTS = {
    "mentions": "event_mentions",
    "actors": "actors",
    "casualties": "casualties",
    "targets": "targets",
    "weapons": "weapons",
    "attributions": "attributions",
    "evidence": "evidence",
}
"""Fields of the event that are rows of a long table."""
_DATE = {"start": "date_start", "end": "date_end", "precision": "date_precision"}
_DATE |= {"basis": "date_basis", "text": "date_text", "time_of_day": "time_of_day"}
_PLACE = {name: name for name in Place.model_fields}
_PLACE |= {"text": "location_text", "precision": "geo_precision"}
_OWN = 3
"""A long table begins with the event, the position and the document."""
_CHUNK = 5_000


def write_nested(tables: Mapping[str, pl.DataFrame], place: Path) -> None:
    """Write every event of the tables as one line of JSON, in the order of ``events``."""
    with place.open("w", encoding="utf-8", newline="\n") as file:
        for events in nested_events(tables):
            file.write(to_json_lines(events))


def nested_events(tables: Mapping[str, pl.DataFrame]) -> Iterator[Sequence[Event]]:
    """The events of the tables as nested records, a few thousand at a time.

    Raises :class:`InputError` where a long table is missing, :class:`SchemaError` where the tables
    do not make a record together.
    """
    missing = [table for table in _PARTS.values() if table not in tables]
    if missing:
        raise InputError(
            "is not there; nested records need the whole folder of tables", source=missing[0]
        )
    for events in tables["events"].iter_slices(_CHUNK):
        parts = {
            field: _rows_by_event(tables[table], table, events) for field, table in _PARTS.items()
        }
        # Float32 as the shortest text that means it: 0.6 and not 0.6000000238.
        grades = events["confidence"].cast(pl.String).cast(pl.Float64)
        rows = events.drop("geometry", strict=False).iter_rows(named=True)
        yield [
            _event({**row, "confidence": grade}, parts)
            for row, grade in zip(rows, grades, strict=True)
        ]


def _rows_by_event(
    frame: pl.DataFrame, table: str, events: pl.DataFrame
) -> dict[object, list[_Row]]:
    """The parts of each event in their order, without the columns that every part shares."""
    own = schemas()[table].names[:_OWN]
    kept = frame.join(events.select("event_id"), on="event_id", how="semi").sort(own[0], own[1])
    found: dict[object, list[_Row]] = {}
    fields = [name for name in kept.columns if name not in own]
    for event_id, *values in kept.select("event_id", *fields).iter_rows():
        found.setdefault(event_id, []).append(dict(zip(fields, values, strict=True)))
    return found


def _event(row: _Row, parts: Mapping[str, Mapping[object, list[_Row]]]) -> Event:
    nested: _Row = {name: row[name] for name in Event.model_fields if name in row}
    nested["date"] = {field: row[_DATE[field]] for field in EventDate.model_fields}
    nested["place"] = {field: row[column] for field, column in _PLACE.items()}
    for field, rows in parts.items():
        nested[field] = rows.get(row["event_id"], [])
    try:
        return Event.model_validate(nested)
    except ValidationError as error:
        raise SchemaError(f"{row['event_id']}: the tables make no record: {error}") from error

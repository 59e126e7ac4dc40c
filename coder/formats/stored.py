"""Output of an earlier run, whatever its shape, as tables again."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import polars as pl

from coder.errors import InputError
from coder.formats.csv_table import read_events_csv
from coder.formats.geojson import SUFFIX as GEOJSON
from coder.formats.geojson import read_geojson
from coder.formats.inspecting import WrongFormatError
from coder.formats.outputs import Shape, shape_of
from coder.records.columns import tables
from coder.records.documents import DocumentRecord, DocumentRow
from coder.records.models import Event
from coder.records.serialise import from_json_line
from coder.tables.frames import TableBuilder
from coder.tables.parquet import SUFFIX, read_frame, read_metadata, read_tables, scan_frame
from coder.values.labels import DocumentStatus

_NO_TEXT = sha256(b"").hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEvent:
    """One event of an output: its wide row, and its rows of the long tables that are there."""

    row: dict[str, object]
    parts: dict[str, list[dict[str, object]]]


def read_stored(path: Path) -> dict[str, pl.DataFrame]:
    """The tables of a folder, an events file or a file of nested records.

    Raises :class:`InputError` where it is none of these.
    """
    if path.is_dir():
        return read_tables(path)
    shape = shape_of(path)
    if shape is Shape.JSONL:
        return _read_lines(path)
    if shape is Shape.PARQUET:
        frame = read_frame(path)
    elif shape is Shape.CSV:
        frame = read_events_csv(path)
    elif shape is Shape.ARROW:
        frame = _read_arrow(path)
    elif path.suffix.lower() == GEOJSON:
        frame = read_geojson(path)
    else:
        raise InputError(
            "is no output of this program: a folder, .parquet, .csv, .arrow, .geojson or .jsonl",
            source=str(path),
        )
    if "event_id" not in frame.columns:
        raise WrongFormatError("is no events table: it has no event_id", source=str(path))
    return {"events": frame}


def scan_stored(path: Path, table: str) -> pl.LazyFrame:
    """One table of an output; of a folder only the columns that are asked for are ever read.

    Raises :class:`InputError` where the output has no such table.
    """
    if path.is_dir():
        file = path / f"{table}{SUFFIX}"
        if file.is_file():
            return scan_frame(file)
        raise InputError(f"holds no {file.name}", source=str(path))
    frame = read_stored(path).get(table)
    if frame is None:
        raise InputError(f"holds no table {table}: give the folder of a run", source=str(path))
    return frame.lazy()


def stored_metadata(path: Path) -> dict[str, dict[str, str]]:
    """The file metadata of an output by table; empty where its format has none."""
    if path.is_dir():
        files = {name: path / f"{name}{SUFFIX}" for name in tables()}
        return {name: read_metadata(file) for name, file in files.items() if file.is_file()}
    return {"events": read_metadata(path)} if shape_of(path) is Shape.PARQUET else {}


def _read_arrow(path: Path) -> pl.DataFrame:
    try:
        return pl.read_ipc(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise WrongFormatError(f"cannot be read as .arrow: {error}", source=str(path)) from error


def _read_lines(path: Path) -> dict[str, pl.DataFrame]:
    builder = TableBuilder()
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                builder.add(_alone(_read_line(line, path, number)))
    return builder.frames()


def _read_line(line: bytes, path: Path, number: int) -> Event:
    try:
        return from_json_line(line)
    except ValueError as error:
        first = str(error).split("\n", 1)[0]
        raise WrongFormatError(
            f"is no nested record: {first}", source=f"{path}, line {number}"
        ) from error


def _alone(event: Event) -> DocumentRecord:
    """The event under a document of which nothing else is known: its row is never shown."""
    row = DocumentRow(
        doc_id=event.doc_id,
        title=None,
        source=None,
        url=None,
        pub_date=event.pub_date,
        language=None,
        status=DocumentStatus.CODED,
        reason=None,
        n_sentences=None,
        n_events=1,
        n_countable=int(event.countable),
        n_characters=0,
        text_sha256=_NO_TEXT,
        dateline_text=None,
        dateline_place=None,
        dateline_iso3=None,
        reference_date=None,
    )
    return DocumentRecord(document=row, events=(event,))


def find_event(tables: dict[str, pl.DataFrame], event_id: str) -> StoredEvent:
    """The event whose id is, or begins with, ``event_id``; raises :class:`InputError`."""
    events = tables["events"] if "events" in tables else pl.DataFrame({"event_id": []})
    ids = events.get_column("event_id").cast(pl.String)
    chosen = events.filter(ids == event_id)
    if chosen.is_empty():
        chosen = events.filter(ids.str.starts_with(event_id))
    if chosen.height != 1:
        found = "no event" if chosen.is_empty() else f"{chosen.height} events"
        raise InputError(f"{found} with this id", source=event_id)
    row = chosen.row(0, named=True)
    return StoredEvent(
        row=row,
        parts={
            name: frame.filter(pl.col("event_id") == row["event_id"]).to_dicts()
            for name, frame in tables.items()
            if name not in ("events", "incidents") and "event_id" in frame.columns
        },
    )

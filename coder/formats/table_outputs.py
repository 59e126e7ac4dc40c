"""Outputs that are tables. They take records in chunks, so that memory stays flat in a long run."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Self

import polars as pl

from coder.errors import InputError
from coder.formats.outputs import Output, Shape, beside, shape_of
from coder.records.documents import DocumentRecord, ErrorRow
from coder.records.versions import Versions
from coder.tables.frames import TableBuilder
from coder.tables.parquet import Provenance, TableWriter
from coder.tables.plain import flat_for_csv
from coder.values.options import CasualtyPolicy

_CHUNK_DOCUMENTS = 2_000
_CHUNK_EVENTS = 10_000
_ONE_TABLE = frozenset({Shape.CSV, Shape.ARROW, Shape.PARQUET})


def open_tables(
    out: Path, versions: Versions, policy: CasualtyPolicy, *, created_from: str
) -> Output:
    """The writer for a folder, or for one file with the wide ``events`` table."""
    provenance = Provenance(versions=versions, policy=policy, created_from=created_from)
    if shape_of(out) in (Shape.TABLES, Shape.PARQUET):
        builder = TableBuilder(policy, events_alone=shape_of(out) is Shape.PARQUET)
        return TablesOutput(TableWriter(out, provenance), builder)
    return EventsFileOutput(out, policy)


class TablesOutput:
    """A folder with one Parquet file a table, or ``events`` as one Parquet file."""

    def __init__(self, writer: TableWriter, builder: TableBuilder) -> None:
        self._writer = writer
        self._builder = builder
        self._documents = 0

    def add(self, record: DocumentRecord | None, errors: Iterable[ErrorRow]) -> None:
        """Take one document; every few thousand are written to disk."""
        if record is not None:
            self._builder.add(record)
        for error in errors:
            self._builder.add_error(error)
        self._documents += 1
        if self._documents >= _CHUNK_DOCUMENTS or len(self._builder) >= _CHUNK_EVENTS:
            self._flush()

    def _flush(self) -> None:
        self._writer.write(self._builder.take())
        self._documents = 0

    def __enter__(self) -> Self:
        """Begin; nothing is in place yet."""
        self._writer.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        """Finish, or drop what was written."""
        if kind is None:
            try:
                self._flush()
            except BaseException:
                self._writer.abort()
                raise
        self._writer.__exit__(kind, *rest)


class EventsFileOutput:
    """The wide ``events`` table as CSV or Arrow IPC."""

    def __init__(self, path: Path, policy: CasualtyPolicy) -> None:
        self._path = path
        self._builder = TableBuilder(policy, events_alone=True)
        self._frames: list[pl.DataFrame] = []
        path.parent.mkdir(parents=True, exist_ok=True)

    def add(self, record: DocumentRecord | None, errors: Iterable[ErrorRow]) -> None:
        """Take one document; errors have no place in this file."""
        del errors
        if record is not None:
            self._builder.add(record)
        if len(self._builder) >= _CHUNK_EVENTS:
            self._frames.append(self._builder.take()["events"])

    def __enter__(self) -> Self:
        """Begin; nothing is in place yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Finish, or drop what was written."""
        if kind is None:
            events = pl.concat([*self._frames, self._builder.take()["events"]])
            write_beside(self._path, lambda place: write_frame(events, place, self._path))


def write_beside(path: Path, write: Callable[[Path], None]) -> None:
    """Call ``write`` with the place beside ``path``, then rename."""
    unfinished = beside(path)
    try:
        write(unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def write_arrow(frame: pl.DataFrame, place: Path) -> None:
    """Write Arrow IPC in the oldest layout of text and lists, which every Arrow library reads."""
    frame.write_ipc(place, compression="zstd", compat_level=pl.CompatLevel.oldest())


def write_frame(frame: pl.DataFrame, place: Path, named: Path) -> None:
    """Write a frame to ``place`` in the format that the suffix of ``named`` asks for."""
    shape = shape_of(named)
    if shape is Shape.CSV:
        flat_for_csv(frame).write_csv(place)
    elif shape is Shape.ARROW:
        write_arrow(frame, place)
    else:
        frame.write_parquet(place)


def write_frame_beside(frame: pl.DataFrame, out: Path) -> None:
    """Write a frame as one file by its suffix: ``.csv``, ``.arrow``, ``.parquet``.

    Raises :class:`coder.errors.InputError` for another suffix: no file is what its name denies.
    """
    if shape_of(out) not in _ONE_TABLE:
        raise InputError("is no .csv, .arrow or .parquet file; give one", source=str(out))
    out.parent.mkdir(parents=True, exist_ok=True)
    write_beside(out, lambda place: write_frame(frame, place, out))


def frame_as_csv(frame: pl.DataFrame) -> str:
    """A frame as the text of a CSV file."""
    return flat_for_csv(frame).write_csv()

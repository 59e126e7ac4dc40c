"""Where results go: the events table, nested records, a folder of tables, or standard output.

Everything is written beside its place and renamed when the run has ended well, so that a file under
its own name is whole. What a run leaves behind when it is killed begins with a dot and ends in
``.partial``.
"""

import re
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol, Self

from coder.errors import InputError
from coder.records.documents import DocumentRecord, ErrorRow
from coder.records.serialise import to_json_lines
from coder.records.versions import Versions
from coder.values.options import CasualtyPolicy, Depth

_FORMAT = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,7}")
"""What looks like the suffix of a file format: ".xlsx", not ".2017"."""


class OutputExistsError(InputError):
    """The place of the output is taken: wrong usage, exit code 2."""


class UnknownSuffixError(InputError):
    """No output has this suffix: wrong usage, exit code 2."""


class Shape(StrEnum):
    """What an output holds; decided by its suffix."""

    TABLES = "tables"
    PARQUET = ".parquet"
    CSV = ".csv"
    ARROW = ".arrow"
    JSONL = ".jsonl"


def shape_of(out: Path) -> Shape:
    """A known suffix is a file of that kind, anything else a folder.

    >>> shape_of(Path("events.CSV")), shape_of(Path("may-2017"))
    (<Shape.CSV: '.csv'>, <Shape.TABLES: 'tables'>)
    """
    try:
        return Shape(out.suffix.lower())
    except ValueError:
        return Shape.TABLES


def check_free(
    out: Path, *, force: bool, inputs: Iterable[Path] = (), is_file: bool = False
) -> None:
    """Refuse a place that is taken; ``force`` allows to replace an output, never an input.

    ``is_file``: the output is a file, whatever its suffix.
    """
    is_folder = not is_file and shape_of(out) is Shape.TABLES
    if is_folder and not out.is_dir() and _FORMAT.fullmatch(out.suffix):
        raise UnknownSuffixError(
            f"no output has the suffix {out.suffix}; give one of .parquet, .csv, .arrow, .jsonl, "
            "or a folder without a suffix",
            source=str(out),
        )
    for path in inputs:
        if path.exists() and out.exists() and path.samefile(out):
            raise OutputExistsError("is an input of this run", source=str(out))
    if not out.exists():
        return
    if is_folder and not out.is_dir():
        raise OutputExistsError(
            "is a file; give a folder, or one of .parquet, .csv, .arrow, .jsonl", source=str(out)
        )
    if not is_folder and out.is_dir():
        raise OutputExistsError("is a folder", source=str(out))
    if is_folder and not any(out.iterdir()):
        return
    if not force:
        raise OutputExistsError("exists already; give --force to replace it", source=str(out))


class Output(Protocol):
    """Takes documents one by one; a context that leaves nothing behind when it fails."""

    def add(self, record: DocumentRecord | None, errors: Iterable[ErrorRow]) -> None:
        """Take one document."""
        ...

    def __enter__(self) -> Self:
        """Begin; nothing is in place yet."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put everything in place, or drop it after an error."""
        ...


def depth_of(out: Path | None) -> Depth:
    """What an output has a place for: nested records for whole events, one table for its rows."""
    if out is None or shape_of(out) is Shape.JSONL:
        return Depth.EVENTS
    return Depth.EVERYTHING if shape_of(out) is Shape.TABLES else Depth.ROWS


class StreamOutput:
    """Nested records, one event a line, as they come."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def add(self, record: DocumentRecord | None, errors: Iterable[ErrorRow]) -> None:
        """Write the events of one document; errors have no place in this stream."""
        del errors
        if record is not None and record.events:
            self._stream.write(to_json_lines(record.events).encode())

    def __enter__(self) -> Self:
        """Begin; nothing is in place yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Finish, or drop what was written."""
        self._stream.flush()


def beside(path: Path) -> Path:
    """The name under which ``path`` is written until it is whole."""
    return path.with_name(f".{path.name}.partial")


class JsonLinesOutput:
    """Nested records, one event a line, in a file that appears when it is whole."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = beside(path).open("w", encoding="utf-8", newline="\n")

    def add(self, record: DocumentRecord | None, errors: Iterable[ErrorRow]) -> None:
        """Write the events of one document; errors have no place in this file."""
        del errors
        if record is not None and record.events:
            self._file.write(to_json_lines(record.events))

    def __enter__(self) -> Self:
        """Begin; nothing is in place yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Finish, or drop what was written."""
        unfinished = beside(self._path)
        try:
            self._file.close()  # a full disk shows here at the latest
            if kind is None:
                unfinished.replace(self._path)
        finally:
            unfinished.unlink(missing_ok=True)


def open_output(
    out: Path | None, versions: Versions, policy: CasualtyPolicy, *, created_from: str = ""
) -> Output:
    """The output at ``out``; null is nested records on standard output."""
    if out is None:
        return StreamOutput(sys.stdout.buffer)
    if shape_of(out) is Shape.JSONL:
        return JsonLinesOutput(out)
    from coder.formats.table_outputs import open_tables  # noqa: PLC0415 - loads Polars

    return open_tables(out, versions, policy, created_from=created_from)

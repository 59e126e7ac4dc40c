"""The ``events`` table as CSV or Arrow, and nested records as JSON lines; whole files or none."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import polars as pl

from coder.records.models import Event
from coder.records.serialise import to_json_lines

LIST_SEPARATOR = ";"

_FORMULA_START = r"^[=+\-@\t\r＝＋－＠]"
"""What makes a spreadsheet read a cell as a formula (OWASP, CSV injection)."""


def flat_for_csv(frame: pl.DataFrame, *, harmless: bool = True) -> pl.DataFrame:
    """The frame as CSV can hold it: lists joined by ``;``, no binary columns.

    With ``harmless`` a text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    columns = []
    for name, dtype in frame.schema.items():
        if dtype == pl.Binary:
            continue
        column = pl.col(name)
        if isinstance(dtype, pl.List):
            column = column.cast(pl.List(pl.String)).list.join(LIST_SEPARATOR)
        if harmless and (isinstance(dtype, pl.List) or dtype == pl.String):
            is_formula = column.str.contains(_FORMULA_START)
            column = pl.when(is_formula).then(pl.concat_str(pl.lit("'"), column)).otherwise(column)
        columns.append(column.alias(name))
    return frame.select(columns)


class _PartialFile:
    """A file that is written beside its place and moved there by ``close``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._beside = path.with_name(f".{path.name}.partial")
        self._handle: IO[bytes] = self._beside.open("wb")

    def close(self) -> None:
        """Finish the file and put it in place."""
        try:
            self._handle.close()
            self._beside.replace(self._path)
        except OSError:
            self.abort()
            raise

    def abort(self) -> None:
        """Drop what was written."""
        self._handle.close()
        self._beside.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.abort()


class CsvWriter(_PartialFile):
    """The ``events`` table as CSV: UTF-8, ISO dates, empty cells for null, no geometry."""

    def __init__(self, path: Path, *, harmless: bool = True) -> None:
        super().__init__(path)
        self._harmless = harmless
        self._has_header = False

    def write(self, frames: Mapping[str, pl.DataFrame]) -> None:
        """Take one chunk of tables; only ``events`` is written."""
        rows = flat_for_csv(frames["events"], harmless=self._harmless)
        self._handle.write(rows.write_csv(include_header=not self._has_header).encode("utf-8"))
        self._has_header = True


class ArrowWriter(_PartialFile):
    """The ``events`` table as an Arrow IPC file. Chunks are kept in memory until ``close``."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._chunks: list[pl.DataFrame] = []

    def write(self, frames: Mapping[str, pl.DataFrame]) -> None:
        """Take one chunk of tables; only ``events`` is written."""
        self._chunks.append(frames["events"])

    def close(self) -> None:
        """Write all chunks as one file and put it in place."""
        if self._chunks:
            buffer = BytesIO()
            pl.concat(self._chunks).write_ipc(buffer, compression="zstd")
            self._handle.write(buffer.getbuffer())
        super().close()


class JsonLinesWriter(_PartialFile):
    """Nested records, one event a line."""

    def write(self, events: Iterable[Event]) -> None:
        """Take the events of one or more documents."""
        self._handle.write(to_json_lines(events).encode("utf-8", "backslashreplace"))

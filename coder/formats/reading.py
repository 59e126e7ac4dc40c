"""Files -> raw rows, streaming: no reader holds more than one row or one batch.

Nothing here judges a text. A row that cannot be read becomes a raw row with a problem, and reading
goes on; a stream that breaks off ends with one such row.
"""

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO, TextIO

from coder.formats.columns import ColumnNames, find_columns
from coder.formats.compression import BROKEN_STREAM, open_bytes
from coder.formats.decoding import ReadOptions, decode, not_utf8_detail
from coder.formats.incoming import Problem, RawRow, Reason
from coder.formats.sources import Kind, Source

BATCH_ROWS = 500
_DELIMITERS = (",", "\t", ";", "|")
_MAX_LAYOUTS = 1_000


def read_rows(source: Source, options: ReadOptions, *, max_chars: int) -> Iterator[RawRow]:
    """The rows of one source in order. ``max_chars`` bounds what is read of a ``.txt`` file."""
    if source.kind is Kind.PARQUET:
        yield from _read_parquet(source, options)
        return
    row = 0
    try:
        with _opened(source) as stream:
            for raw in _text_rows(source, stream, options, max_chars):
                row = raw.row or 0
                yield raw
    except UnicodeDecodeError as error:
        # Only encodings in which a line break takes several bytes come here.
        yield unreadable(source.name, row + 1, not_utf8_detail(error), Reason.NOT_UTF8)
    except BROKEN_STREAM as error:
        yield unreadable(source.name, row + 1, f"the file breaks off: {error}")


@contextmanager
def _opened(source: Source) -> Iterator[BinaryIO]:
    """The stream of a source; standard input is left open."""
    stream = open_bytes(source.path, source.compression)
    try:
        yield stream
    finally:
        if source.path is not None:
            stream.close()


@contextmanager
def decoded(
    stream: BinaryIO, codec: str, errors: str, *, newline: str = ""
) -> Iterator[io.TextIOWrapper]:
    """The stream as text; whoever opened the stream closes it."""
    text = io.TextIOWrapper(stream, encoding=codec, errors=errors, newline=newline)
    try:
        yield text
    finally:
        text.detach()


def _text_rows(
    source: Source, stream: BinaryIO, options: ReadOptions, max_chars: int
) -> Iterator[RawRow]:
    if source.kind is Kind.TXT:
        return iter((_read_txt(source, stream, options, max_chars),))
    if source.kind is Kind.CSV:
        return _read_csv(source, stream, options)
    if options.encoding is None:
        return _read_jsonl(source, stream, options)
    return _read_encoded_jsonl(source, stream, options)


def unreadable(
    source: str, row: int | None, detail: str, reason: Reason = Reason.UNREADABLE_ROW
) -> RawRow:
    """A raw row that only says why it could not be read."""
    problem = Problem(source=source, row=row, doc_id=None, field=None, reason=reason, detail=detail)
    return RawRow(source=source, row=row, fields=None, problem=problem)


def _read_txt(source: Source, stream: BinaryIO, options: ReadOptions, max_chars: int) -> RawRow:
    # No encoding takes more than four bytes a character: what is longer is too long in any case.
    raw = stream.read(4 * max_chars + 4)
    try:
        text = decode(raw, options)
    except UnicodeDecodeError as error:
        problem = Problem(
            source=source.name,
            row=None,
            doc_id=source.doc_id,
            field="text",
            reason=Reason.NOT_UTF8,
            detail=not_utf8_detail(error),
        )
        return RawRow(source=source.name, row=None, fields=None, problem=problem)
    return RawRow(source=source.name, row=None, fields={"id": source.doc_id, "text": text})


def _read_encoded_jsonl(source: Source, stream: BinaryIO, options: ReadOptions) -> Iterator[RawRow]:
    """JSONL in another encoding, in which a newline may be more than one byte."""
    with decoded(stream, options.codec, options.errors, newline="\n") as lines:
        yield from _read_jsonl(source, lines, options)


def _read_jsonl(
    source: Source, lines: Iterable[bytes | str], options: ReadOptions
) -> Iterator[RawRow]:
    layouts: dict[tuple[str, ...], dict[str, str]] = {}
    for row, line in enumerate(lines, 1):
        try:
            text = decode(line, options) if isinstance(line, bytes) else line
            if not text or text.isspace():
                continue
            value = json.loads(text)
        except UnicodeDecodeError as error:
            yield unreadable(source.name, row, not_utf8_detail(error), Reason.NOT_UTF8)
            continue
        except (ValueError, RecursionError) as error:
            yield unreadable(source.name, row, f"no JSON: {error}")
            continue
        if not isinstance(value, dict):
            yield unreadable(source.name, row, "the line is no JSON object")
            continue
        yield RawRow(source=source.name, row=row, fields=_pick(value, options.columns, layouts))


def _pick(
    row: Mapping[str, object],
    names: ColumnNames,
    layouts: dict[tuple[str, ...], dict[str, str]],
) -> dict[str, object]:
    """The fields of a row; which key is which is looked up once for each set of keys."""
    keys = tuple(row)
    layout = layouts.get(keys)
    if layout is None:
        if len(layouts) >= _MAX_LAYOUTS:
            layouts.clear()
        layout = layouts[keys] = find_columns(keys, names)
    return {field: row[column] for field, column in layout.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _CsvLayout:
    """How the rows of one CSV file are read: field -> position among ``n_columns`` cells."""

    n_columns: int
    places: Mapping[str, int]
    codec: str


def _read_csv(source: Source, stream: BinaryIO, options: ReadOptions) -> Iterator[RawRow]:
    with csv_text(stream, options) as lines:
        reader, header = csv_reader(lines, options)
        found = find_columns(header, options.columns)
        layout = _CsvLayout(
            n_columns=len(header),
            places={field: header.index(column) for field, column in found.items()},
            codec=options.codec.upper(),
        )
        row = 0
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                row += 1
                yield unreadable(source.name, row, f"no CSV row: {error}")
                continue
            if cells:
                row += 1
                yield _csv_row(source, row, cells, layout)


def csv_text(stream: BinaryIO, options: ReadOptions) -> AbstractContextManager[io.TextIOWrapper]:
    """The text of a CSV file.

    One bad byte must cost its row, not the file: it is carried along as a lone surrogate and
    reported by the row that holds it.
    """
    codec = "utf-8-sig" if options.encoding is None else options.codec
    handler = "surrogateescape" if options.errors == "strict" else options.errors
    return decoded(stream, codec, handler)


def csv_reader(lines: TextIO, options: ReadOptions) -> tuple[Iterator[list[str]], list[str]]:
    """A strict reader placed after the header, and the header."""
    csv.field_size_limit(sys.maxsize)  # the default of 128 KiB is less than a long report
    first = lines.readline()
    delimiter = options.delimiter or max(_DELIMITERS, key=first.count)
    header = next(csv.reader([first], delimiter=delimiter), [])
    return csv.reader(lines, delimiter=delimiter, strict=True), [name.strip() for name in header]


def _csv_row(
    source: Source,
    row: int,
    cells: list[str],
    layout: "_CsvLayout",
) -> RawRow:
    if len(cells) != layout.n_columns:
        detail = f"{len(cells)} cells under {layout.n_columns} columns"
        return unreadable(source.name, row, detail)
    fields: dict[str, object] = {}
    for field, place in layout.places.items():
        cell = cells[place]
        if not cell.isascii() and not _is_text(cell):
            detail = (
                f"{field} holds bytes that are no {layout.codec}: give --encoding, or --replace"
            )
            return unreadable(source.name, row, detail, Reason.NOT_UTF8)
        fields[field] = cell or None
    return RawRow(source=source.name, row=row, fields=fields)


def _is_text(cell: str) -> bool:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return False
    return True


def _read_parquet(source: Source, options: ReadOptions) -> Iterator[RawRow]:
    import polars as pl  # noqa: PLC0415 - heavy, and only needed here

    if source.path is None:  # pragma: no cover - refused before reading
        return
    scan = pl.scan_parquet(source.path)
    layout = find_columns(scan.collect_schema().names(), options.columns)
    row = 0
    try:
        for batch in scan.select(layout.values()).collect_batches(chunk_size=BATCH_ROWS):
            columns = {field: batch[column].to_list() for field, column in layout.items()}
            for values in zip(*columns.values(), strict=True):
                row += 1
                yield RawRow(
                    source=source.name, row=row, fields=dict(zip(columns, values, strict=True))
                )
    except (pl.exceptions.PolarsError, OSError) as error:
        yield unreadable(source.name, row + 1, f"the file breaks off: {error}")


def plain_text(value: object) -> str | None:
    """A cell as text: null for nothing, ISO for days and moments."""
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value)

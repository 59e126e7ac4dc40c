"""The look at every input before a run starts, so that a hopeless one is refused at once.

What is checked: that the file can be opened, that it is what its suffix says, and that the columns
are there. Nothing is coded before all inputs have passed.
"""

import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from coder.errors import InputError
from coder.formats.columns import WrongColumnError, find_columns
from coder.formats.compression import BROKEN_STREAM, MAGIC, Compression, open_bytes
from coder.formats.decoding import ReadOptions, check_encoding, decode, not_utf8_detail
from coder.formats.reading import csv_reader, csv_text
from coder.formats.sources import Kind, MissingInputError, Source

_HEAD_BYTES = 1 << 16
_PARQUET = b"PAR1"
# First bytes of files that are no text whatever their suffix says.
_FOREIGN = {
    _PARQUET: "Parquet",
    b"\x1f\x8b": "gzip",
    b"\x28\xb5\x2f\xfd": "Zstandard",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"%PDF": "PDF",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"ARROW1": "Arrow",
    b"SQLite format 3": "SQLite",
    b"{\\rtf": "RTF",
}


class WrongFormatError(InputError):
    """A file is not what its suffix says: invalid input, exit code 3."""


def inspect_sources(sources: Iterable[Source], options: ReadOptions) -> tuple[Source, ...]:
    """The sources, each looked at; standard input gets the kind its first bytes show.

    Raises :class:`MissingInputError`, :class:`WrongColumnError` or :class:`WrongFormatError`.
    """
    check_encoding(options.encoding)
    return tuple(_inspect(source, options) for source in sources)


def _inspect(source: Source, options: ReadOptions) -> Source:
    if source.path is None:
        return _inspect_stdin(source, options)
    try:
        with source.path.open("rb") as file:
            head = file.read(_HEAD_BYTES if source.compression is Compression.NONE else 16)
    except OSError as error:
        raise MissingInputError(
            f"cannot be opened: {error.strerror}", source=source.name
        ) from error
    if source.compression is not Compression.NONE:
        if not head.startswith(MAGIC[source.compression]):
            raise WrongFormatError(f"is no .{source.compression} file", source=source.name)
        head = _unpacked_head(source)
    _check_magic(source, head)
    if source.kind is Kind.PARQUET:
        _check_parquet(source, options)
    else:
        _check_columns(source, head, options)
    return source


def _inspect_stdin(source: Source, options: ReadOptions) -> Source:
    stream = cast("io.BufferedReader", open_bytes(None, Compression.NONE))
    head = stream.peek(_HEAD_BYTES)
    if source.kind is Kind.PARQUET or head.startswith(_PARQUET):
        raise MissingInputError(
            "Parquet cannot be read from a pipe: save it to a file", source=source.name
        )
    _check_magic(source, head)
    if source.kind is None or source.kind is Kind.JSONL:
        begins = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        source = replace(source, kind=Kind.JSONL if begins == b"{" else Kind.TXT)
    if source.kind is Kind.CSV and b"\n" in head:
        _check_columns(source, head, options)
    return source


def _unpacked_head(source: Source) -> bytes:
    try:
        with open_bytes(source.path, source.compression) as stream:
            return stream.read(_HEAD_BYTES)
    except BROKEN_STREAM as error:
        raise WrongFormatError(f"cannot be unpacked: {error}", source=source.name) from error


def _check_magic(source: Source, head: bytes) -> None:
    if source.kind is Kind.PARQUET:
        if not head.startswith(_PARQUET):
            raise WrongFormatError("is no Parquet file", source=source.name)
        return
    for magic, called in _FOREIGN.items():
        if head.startswith(magic):
            raise WrongFormatError(f"is no {source.kind} file but {called}", source=source.name)


def _check_parquet(source: Source, options: ReadOptions) -> None:
    import polars as pl  # noqa: PLC0415 - heavy, and only needed here

    try:
        names = pl.scan_parquet(cast("str", source.path)).collect_schema().names()
    except (pl.exceptions.PolarsError, OSError) as error:
        raise WrongFormatError(f"is no whole Parquet file: {error}", source=source.name) from error
    find_columns(names, options.columns, need_text=True, source=source.name)


def _check_columns(source: Source, head: bytes, options: ReadOptions) -> None:
    if source.kind is Kind.CSV and head:
        with csv_text(io.BytesIO(head), options) as lines:
            _, header = csv_reader(lines, options)
        find_columns(header, options.columns, need_text=True, source=source.name)
    if source.kind is Kind.JSONL:
        _check_jsonl(source, head, options)


def _check_jsonl(source: Source, head: bytes, options: ReadOptions) -> None:
    """The first lines must look like JSON objects, and one of those that can be read has a text."""
    try:
        text = decode(head, replace(options, replace=True))
    except (UnicodeDecodeError, LookupError) as error:  # pragma: no cover - replace decodes all
        raise WrongFormatError(str(error), source=source.name) from error
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if not lines:
        return
    if lines[0].startswith("["):
        raise WrongFormatError(
            "is a JSON array, not one object a line (jq -c '.[]' makes the lines)",
            source=source.name,
        )
    if not any(line.startswith("{") for line in lines) or lines[0] == "{":
        raise WrongFormatError("is no JSONL: a line must be one JSON object", source=source.name)
    rows = list(_objects(lines))
    # A text that a later row brings is enough: rows without one are errors of their own.
    if rows and not any(_has_columns(row, options) for row in rows):
        keys = list(dict.fromkeys(key for row in rows for key in row))
        find_columns(keys, options.columns, need_text=True, source=source.name)


def _objects(lines: Sequence[str]) -> Iterable[dict[str, object]]:
    for line in lines:
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict):
            yield value


def _has_columns(row: dict[str, object], options: ReadOptions) -> bool:
    try:
        find_columns(row, options.columns, need_text=True)
    except WrongColumnError:
        return False
    return True


__all__ = ["WrongFormatError", "inspect_sources", "not_utf8_detail"]

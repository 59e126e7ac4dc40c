"""Rows of a Polars frame as raw rows, a batch at a time."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

import polars as pl

from coder.formats.columns import ColumnNames, find_columns
from coder.formats.incoming import RawRow
from coder.formats.reading import BATCH_ROWS

_DTYPES: dict[type, pl.DataType] = {
    str: pl.String(),
    int: pl.Int32(),
    float: pl.Float64(),
    bool: pl.Boolean(),
    date: pl.Date(),
}


def frame_rows(frame: pl.DataFrame | pl.LazyFrame, names: ColumnNames) -> Iterator[RawRow]:
    """The rows with the fields of a document; raises ``WrongColumnError`` without a text column."""
    lazy = frame.lazy()
    present = lazy.collect_schema().names()
    layout = find_columns(present, names, need_text=True, source="code_frame()")
    # One column may serve two fields (an address that is the id): each is selected under its field.
    selected = lazy.select(pl.col(column).alias(field) for field, column in layout.items())
    row = 0
    for batch in selected.collect_batches(chunk_size=BATCH_ROWS, maintain_order=True):
        for fields in batch.iter_rows(named=True):
            row += 1
            yield RawRow(source="code_frame()", row=row, fields=fields)


def dtype_of(kind: type) -> pl.DataType:
    """The dtype of a column for a Python type; a closed vocabulary becomes an enumeration."""
    if issubclass(kind, Enum):
        return pl.Enum([member.value for member in kind])
    return _DTYPES[kind]

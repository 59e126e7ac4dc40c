"""The declared columns as Polars schemas."""

from functools import lru_cache

import polars as pl

from coder.records.columns import Column, tables

_DTYPES: dict[str, pl.DataType] = {
    "string": pl.String(),
    "int32": pl.Int32(),
    "float32": pl.Float32(),
    "float64": pl.Float64(),
    "bool": pl.Boolean(),
    "date": pl.Date(),
    "binary": pl.Binary(),
    "list<string>": pl.List(pl.String()),
    "list<int32>": pl.List(pl.Int32()),
}


def dtype_of(column: Column) -> pl.DataType:
    """The Polars dtype of a declared column; a closed vocabulary becomes ``pl.Enum``."""
    if column.vocabulary is not None:
        return pl.Enum([member.value for member in column.vocabulary])
    return _DTYPES[column.dtype]


@lru_cache(maxsize=32)
def frame_schema(table: str) -> pl.Schema:
    """The schema of one published table.

    >>> frame_schema("weapons")["sent_idx"]
    Int32
    """
    return pl.Schema({column.name: dtype_of(column) for column in tables()[table].columns})

from base64 import b64decode

import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.records.columns import tables
from coder.records.frame_schema import frame_schema
from coder.tables.arrow_metadata import arrow_schema_with


def _read(encoded: str) -> pa.Schema:
    return pa.ipc.read_schema(pa.py_buffer(b64decode(encoded)))


@pytest.mark.parametrize("table", tables())
def test_the_columns_stay_as_polars_writes_them(table: str) -> None:
    schema = frame_schema(table)
    read = _read(arrow_schema_with(schema, {"key": "value"}))
    assert read.names == schema.names()
    assert pl.Schema(read.remove_metadata()).names() == schema.names()
    assert read.metadata == {b"key": b"value"}


@settings(max_examples=30)
@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8"), max_size=9),
        st.text(st.characters(codec="utf-8"), max_size=40),
        max_size=6,
    )
)
def test_any_pairs_are_read_back(pairs: dict[str, str]) -> None:
    read = _read(arrow_schema_with(pl.Schema({"x": pl.List(pl.String)}), pairs))
    found = {key.decode(): value.decode() for key, value in (read.metadata or {}).items()}
    assert found == pairs

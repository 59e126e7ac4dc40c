"""File metadata inside the Arrow schema that a Parquet file carries.

Readers built on Arrow take a file's metadata from the Arrow schema under ``ARROW:schema`` and not
from the Parquet footer. ``DataFrame.write_parquet(arrow_schema=...)`` would carry it, but (Polars
2.1, measured) drops it as soon as the frame has an Enum or a List. Polars does keep an
``ARROW:schema`` that it is given in ``metadata``, so the schema it would write is taken and the
key-value pairs are put in front of it.

The schema is a flatbuffer: tables that point forward to their parts. A new head is written before
the old bytes: a message and a schema that point to the old list of fields and to the new pairs.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from io import BytesIO
from struct import pack, pack_into, unpack_from

import polars as pl

ARROW_SCHEMA_KEY = "ARROW:schema"

_CONTINUATION = -1
_ENVELOPE = 8
"""Bytes before the flatbuffer: the continuation mark and the length."""


def arrow_schema_with(schema: pl.Schema, metadata: Mapping[str, str]) -> str:
    """The value of ``ARROW:schema`` for a frame of ``schema`` with ``metadata`` in it."""
    file = BytesIO()
    pl.DataFrame(schema=schema).write_parquet(file)
    file.seek(0)
    written = b64decode(pl.read_parquet_metadata(file)[ARROW_SCHEMA_KEY])
    return b64encode(_with_pairs(written, metadata)).decode("ascii")


def _with_pairs(message: bytes, metadata: Mapping[str, str]) -> bytes:
    (length,) = unpack_from("<I", message, 4)
    old = message[_ENVELOPE : _ENVELOPE + length]
    version, fields = _read_message(old)
    head = bytearray()
    # Polars' reader wants the description of a table ("vtable") behind what points to the table.
    head += pack("<IHHHHHH", 16, 12, 24, 4, 6, 8, 16)  # root; Message: 4 fields, 24 bytes
    message_at = len(head)
    head += pack("<iHBxIIq", message_at - 4, version, _SCHEMA_HEADER, 0, 0, 0)
    described_at = len(head)
    head += pack("<HHHHHH", 10, 12, 0, 4, 8, 0)  # Schema: endianness left out, fields, pairs
    schema_at = len(head)
    head += pack("<iII", schema_at - described_at, 0, 0)
    _point(head, message_at + 8, schema_at)
    pairs_at = len(head)
    _point(head, schema_at + 8, pairs_at)
    _write_pairs(head, metadata)
    head += bytes(-len(head) % 8)
    _point(head, schema_at + 4, len(head) + fields)
    new = bytes(head) + old
    new += bytes(-len(new) % 8)
    return pack("<iI", _CONTINUATION, len(new)) + new


_SCHEMA_HEADER = 1
"""Tag of a schema among the kinds of message."""


def _read_message(buffer: bytes) -> tuple[int, int]:
    """The metadata version of a schema message, and where its list of fields begins."""
    (message_at,) = unpack_from("<I", buffer, 0)
    (version,) = unpack_from("<H", buffer, _field(buffer, message_at, 0))
    schema_at = _follow(buffer, _field(buffer, message_at, 2))
    return version, _follow(buffer, _field(buffer, schema_at, 1))


def _field(buffer: bytes, table_at: int, number: int) -> int:
    """Where a table keeps a field, by its number in the description the table points back to."""
    (back,) = unpack_from("<i", buffer, table_at)
    (offset,) = unpack_from("<H", buffer, table_at - back + 4 + 2 * number)
    return table_at + int(offset)


def _follow(buffer: bytes, pointer_at: int) -> int:
    (distance,) = unpack_from("<I", buffer, pointer_at)
    return pointer_at + int(distance)


def _point(buffer: bytearray, pointer_at: int, destination: int) -> None:
    pack_into("<I", buffer, pointer_at, destination - pointer_at)


def _write_pairs(head: bytearray, metadata: Mapping[str, str]) -> None:
    """Append a list of KeyValue tables."""
    head += pack("<I", len(metadata))
    slots_at = len(head)
    head += bytes(4 * len(metadata))
    described_at = len(head)
    head += pack("<HHHH", 8, 12, 4, 8)  # KeyValue: key, value
    for position, pair in enumerate(metadata.items()):
        pair_at = len(head)
        head += pack("<iII", pair_at - described_at, 0, 0)
        _point(head, slots_at + 4 * position, pair_at)
        for offset, text in zip((4, 8), pair, strict=True):
            _point(head, pair_at + offset, len(head))
            encoded = text.encode("utf-8")
            head += pack("<I", len(encoded)) + encoded + b"\0"
            head += bytes(-len(head) % 4)

"""Bytes -> text, and what to say when the bytes are not what they should be."""

import codecs
from dataclasses import dataclass, field

from coder.errors import InputError
from coder.formats.columns import ColumnNames

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How files are read.

    ``encoding``: of text files, UTF-8 unless given. ``replace``: bytes that are no text become
    U+FFFD instead of an error. ``delimiter`` of CSV; null: the likeliest by the header.
    """

    columns: ColumnNames = field(default_factory=ColumnNames)
    encoding: str | None = None
    replace: bool = False
    delimiter: str | None = None

    @property
    def codec(self) -> str:
        """The name of the codec; a byte-order mark of UTF-8 is no part of the text."""
        return self.encoding or "utf-8"

    @property
    def errors(self) -> str:
        """The error handler of the codec."""
        return "replace" if self.replace else "strict"


def check_encoding(name: str | None) -> None:
    """Raise :class:`InputError` for an encoding Python does not know."""
    if name is None:
        return
    try:
        codecs.lookup(name)
    except LookupError:
        raise InputError(f"unknown encoding '{name}'", source="--encoding") from None


def decode(raw: bytes, options: ReadOptions) -> str:
    """The text of ``raw``; raises UnicodeDecodeError unless ``options.replace``."""
    if options.encoding is None and raw.startswith(codecs.BOM_UTF8):
        raw = raw[len(codecs.BOM_UTF8) :]
    return raw.decode(options.codec, options.errors)


def not_utf8_detail(error: UnicodeDecodeError) -> str:
    """What to tell the user about bytes that do not decode."""
    raw = error.object
    if raw[:2] in _UTF16_MARKS:
        return "the file looks like UTF-16: give --encoding utf-16"
    return (
        f"byte {raw[error.start]:#04x} at {error.start} is no {error.encoding.upper()}: "
        "give --encoding (for example cp1252), or --replace"
    )

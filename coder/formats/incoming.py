"""What reading yields: rows as they stand in a file, documents to be coded or set aside."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coder.values.labels import DocumentStatus
from coder.values.text import Document
from coder.values.value import value


class Reason(StrEnum):
    """Why something of the input could not be used; the ``reason`` column of ``errors``."""

    UNREADABLE_ROW = "unreadable_row"
    MISSING_TEXT = "missing_text"
    UNREADABLE_DATE = "unreadable_date"
    AMBIGUOUS_DATE = "ambiguous_date"
    NOT_UTF8 = "not_utf8"
    NUL_BYTES = "nul_bytes"
    HTML = "html"
    ID_CONFLICT = "id_conflict"
    TOO_LONG = "too_long"
    NOT_CODED = "not_coded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One row of ``errors``: what could not be read, where, and what to do about it.

    ``row`` counts rows of the source from 1 (lines of JSONL, rows without the header in CSV); null
    for a file that is one document. ``doc_id`` is null where the row does not even give an id.
    """

    source: str
    row: int | None
    doc_id: str | None
    field: str | None
    reason: Reason
    detail: str


@value
class RawRow:
    """One row of a source before any check. ``fields`` is null where the row itself is unreadable.

    ``fields`` holds the names ``id, text, title, published, source, url, language`` as far as the
    row has them, with the values as the file types them.
    """

    source: str
    row: int | None
    fields: Mapping[str, object] | None
    problem: Problem | None = None


@value
class Incoming:
    """A row after the checks.

    ``status`` is ``coded`` for a document that is to be coded. ``document`` is null where a row
    gives neither id nor text, and where its id belongs to another document; ``reason`` says why a
    document is not coded, ``language`` which language was found. A document can be coded and still
    have ``problems`` (a date that cannot be read).
    """

    document: Document | None
    status: DocumentStatus
    reason: str | None = None
    language: str | None = None
    problems: tuple[Problem, ...] = ()

"""What a document gave: its events as records, as tables, as JSON and as HTML for a notebook."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from coder.formats.incoming import Problem
from coder.records.documents import DocumentRecord, ErrorRow
from coder.records.models import Event
from coder.records.serialise import to_json
from coder.records.versions import Versions
from coder.values.events import CodedDocument
from coder.values.labels import DocumentStatus
from coder.values.options import CasualtyPolicy
from coder.values.text import Document

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, kw_only=True)
class Result:
    """Everything about one document.

    ``status`` says whether it was coded; ``errors`` what could not be read of it. ``record`` is
    null where the input gives neither an id nor a text. ``coded`` is what the engine says, null
    where the document was not coded.
    """

    document: Document | None
    status: DocumentStatus
    record: DocumentRecord | None
    coded: CodedDocument | None = field(default=None, repr=False)
    errors: tuple[ErrorRow, ...] = ()
    versions: Versions = field(repr=False)
    casualty_policy: CasualtyPolicy = field(default=CasualtyPolicy.CONSERVATIVE, repr=False)

    @property
    def events(self) -> tuple[Event, ...]:
        """The events in the order of the text, countable or not."""
        return self.record.events if self.record is not None else ()

    @cached_property
    def _tables(self) -> "dict[str, pl.DataFrame]":
        from coder.tables.frames import TableBuilder  # noqa: PLC0415 - loads Polars

        builder = TableBuilder(self.casualty_policy)
        if self.record is not None:
            builder.add(self.record)
        for row in self.errors:
            builder.add_error(row)
        return builder.frames()

    def tables(self) -> "dict[str, pl.DataFrame]":
        """Every table of the output by name, the same as the files of a folder."""
        return dict(self._tables)

    def to_polars(self) -> "pl.DataFrame":
        """The wide ``events`` table."""
        return self._tables["events"]

    def to_json(self, *, indent: int | None = None) -> str:
        """The document with its nested events as one JSON object; ``null`` without a document."""
        return "null" if self.record is None else to_json(self.record, indent=indent)

    def _repr_html_(self) -> str:
        from coder.explain.page import message_fragment, result_fragment  # noqa: PLC0415

        if self.document is None or self.coded is None:
            return message_fragment(f"Not coded: {self.status}", [str(row) for row in self.errors])
        return result_fragment(self.document, self.coded.events)


def error_row(problem: Problem) -> ErrorRow:
    """A problem of reading as a row of ``errors``."""
    return ErrorRow(
        source=problem.source,
        row=problem.row,
        doc_id=problem.doc_id,
        field=problem.field,
        reason=problem.reason.value,
        detail=problem.detail,
    )

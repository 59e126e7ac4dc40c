"""The rows beside the events: documents, relations, errors; and the bundle of one document."""

from datetime import date

from pydantic import Field

from coder.records.models import Event, Model
from coder.values.labels import DocumentStatus, RelationKind


class DocumentRow(Model):
    """What became of one input document."""

    doc_id: str = Field(description="Given by the user, or a hash of the text.")
    title: str | None = Field(description="Title as given.")
    source: str | None = Field(description="Publisher as given.")
    url: str | None = Field(description="Address as given.")
    pub_date: date | None = Field(description="Publication date as given.")
    language: str | None = Field(description="Language as given or found.")
    status: DocumentStatus = Field(description="What became of it.")
    reason: str | None = Field(description="Why it was not coded.")
    n_sentences: int | None = Field(description="Null where it was not coded.")
    n_events: int = Field(description="Events found.")
    n_countable: int = Field(description="Countable events found.")
    n_characters: int = Field(description="Length of the text as given.")
    text_sha256: str = Field(description="SHA-256 of the text as UTF-8.")
    dateline_text: str | None = Field(description="Words of the place in the dateline.")
    dateline_place: str | None = Field(description="The place of writing.")
    dateline_iso3: str | None = Field(description="Country of the place of writing.")
    reference_date: date | None = Field(description="Day relative dates were counted from.")


class Relation(Model):
    """A directed link between two events."""

    from_event: str = Field(description="The later or dependent event.")
    to_event: str = Field(description="The event it relates to.")
    kind: RelationKind = Field(description="The kind of link.")
    doc_id: str | None = Field(description="The document that tells both.")
    reason: str = Field(description="Why they were linked.")
    from_incident: str | None = Field(default=None, description="Log of linking: id that ended.")
    to_incident: str | None = Field(default=None, description="Log of linking: id that went on.")
    score: float | None = Field(default=None, description="Score of a pair of linked reports.")


class ErrorRow(Model):
    """Something in the input that could not be read. ``row`` counts from 1."""

    source: str = Field(description="The file or stream.")
    row: int | None = Field(default=None, description="Row or line of the source.")
    doc_id: str | None = Field(default=None, description="The document.")
    field: str | None = Field(default=None, description="The field at fault.")
    reason: str = Field(description="What is wrong, in a word or two.")
    detail: str | None = Field(default=None, description="What was found and what to do.")


class DocumentRecord(Model):
    """Everything published of one document."""

    document: DocumentRow
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()

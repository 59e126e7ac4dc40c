"""The rows beside the events: documents, relations, errors; and the bundle of one document."""

from datetime import date

from pydantic import Field

from coder.records.models import Event, Located, Model
from coder.values.labels import (
    ActorType,
    DocumentStatus,
    Recency,
    RelationKind,
    SourceType,
    Stance,
)
from coder.values.nonevent_labels import (
    ControlExtent,
    ControlKind,
    ControlRelation,
    EventLink,
    StatementKind,
)


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


class Statement(Located):
    """Something somebody did with words. The offsets are those of its sentence."""

    statement_id: str = Field(
        description="Identity of the statement: 'st_' and 16 hexadecimal digits."
    )
    doc_id: str = Field(description="The document.")
    kind: StatementKind = Field(description="What the speaker does with words.")
    stance: Stance | None = Field(description="What that does to the account of an act.")
    event_id: str | None = Field(description="The event it is about.")
    event_link: EventLink | None = Field(description="Why it is taken to be about that event.")
    speaker_name: str | None = Field(
        description="Who says it: canonical name, or the name in the text."
    )
    speaker_text: str | None = Field(description="The words of the speaker.")
    speaker_type: SourceType | None = Field(description="What kind of source speaks.")
    speaker_actor_type: ActorType | None = Field(description="What kind of actor speaks.")
    speaker_start: int | None = Field(ge=0, description="Where those words begin.")
    speaker_end: int | None = Field(ge=0, description="Where those words end (half-open).")
    addressee_name: str | None = Field(description="Who is asked, threatened, accused, condemned.")
    addressee_text: str | None = Field(description="Their words.")
    addressee_type: ActorType | None = Field(description="What kind of actor they are.")
    addressee_start: int | None = Field(ge=0, description="Where those words begin.")
    addressee_end: int | None = Field(ge=0, description="Where those words end (half-open).")
    topic_text: str | None = Field(
        description="The words of what is demanded, threatened, denied, condemned."
    )
    topic_start: int | None = Field(ge=0, description="Where those words begin.")
    topic_end: int | None = Field(ge=0, description="Where those words end (half-open).")
    date_start: date | None = Field(description="First day on which it can have been said.")
    date_end: date | None = Field(description="Last day on which it can have been said.")
    date_text: str | None = Field(description="The words of that date.")
    trigger_start: int = Field(ge=0, description="Where the trigger begins.")
    trigger_end: int = Field(ge=0, description="Where the trigger ends (half-open).")
    trigger_text: str = Field(description="The words of the trigger.")
    text: str = Field(description="The sentence.")
    rule_id: str = Field(description="The frame that read it.")


class ControlState(Located):
    """Who holds a place. The offsets are those of its sentence."""

    state_id: str = Field(
        description="Identity of the state: 'cs_' and 16 hexadecimal digits, the same in every run."
    )
    doc_id: str = Field(description="The document.")
    kind: ControlKind = Field(description="How things stand at the place.")
    recency: Recency = Field(
        description="Whether it stands so at the time of the report, or did before (background)."
    )
    actor_name: str | None = Field(
        description="Who holds the place (or does not): canonical name, or the name in the text."
    )
    actor_text: str | None = Field(description="Their words.")
    actor_type: ActorType | None = Field(description="What kind of actor they are.")
    actor_start: int | None = Field(ge=0, description="Where those words begin.")
    actor_end: int | None = Field(ge=0, description="Where those words end (half-open).")
    other_name: str | None = Field(description="Who besieges it, or the other side of the front.")
    other_text: str | None = Field(description="Their words.")
    other_type: ActorType | None = Field(description="What kind of actor they are.")
    other_start: int | None = Field(ge=0, description="Where those words begin.")
    other_end: int | None = Field(ge=0, description="Where those words end (half-open).")
    place_text: str = Field(description="The words of the place.")
    place_start: int = Field(ge=0, description="Where those words begin.")
    place_end: int = Field(ge=0, description="Where those words end (half-open).")
    place_name: str | None = Field(description="The place held.")
    admin1_name: str | None = Field(description="First-level area of the place.")
    iso3: str | None = Field(description="Country of the place.")
    gazetteer_id: str | None = Field(description="Gazetteer entry of the place.")
    place_number: int | None = Field(ge=0, description="How many places the words count.")
    extent: ControlExtent | None = Field(description="How much of the place is meant.")
    since_start: date | None = Field(description="First day on which the state can have begun.")
    since_end: date | None = Field(description="Last day on which it can have begun.")
    since_text: str | None = Field(description="The words of its beginning.")
    as_of: date | None = Field(
        description="The day of the report for a current state, the day told for an earlier one."
    )
    source_name: str | None = Field(description="Who says so.")
    source_type: SourceType | None = Field(description="What kind of source that is.")
    event_id: str | None = Field(
        description="The event of the document that began or ended the state."
    )
    event_relation: ControlRelation | None = Field(description="What the event did to the state.")
    trigger_start: int = Field(ge=0, description="Where the trigger begins.")
    trigger_end: int = Field(ge=0, description="Where the trigger ends (half-open).")
    trigger_text: str = Field(description="The words of the trigger.")
    text: str = Field(description="The sentence.")
    rule_id: str = Field(description="The frame that read it.")


class DocumentRecord(Model):
    """Everything published of one document."""

    document: DocumentRow
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    statements: tuple[Statement, ...] = ()
    control_states: tuple[ControlState, ...] = ()

"""What a document tells that is no event: statements, and who holds which place.

Both are kept so that a reader can audit what was not coded as an event; neither is ever counted.
Spans are published spans (code points of the section the user gave), half-open.
"""

from datetime import date

from coder.values.labels import ActorType, Recency, SourceType, Stance
from coder.values.nonevent_labels import (
    ControlExtent,
    ControlKind,
    ControlRelation,
    EventLink,
    StatementKind,
)
from coder.values.text import Span
from coder.values.value import value


@value
class Words:
    """Words of the user's text with their place."""

    text: str
    span: Span


@value
class Party:
    """Who speaks, is spoken to, or holds a place. ``name`` is null for a description or pronoun."""

    name: str | None
    type: ActorType | None
    words: Words


@value
class Telling:
    """What statements and states of control share: the trigger, its sentence and the rule."""

    doc_id: str
    sent_idx: int
    sentence: Words
    trigger: Words
    rule_id: str


@value
class Statement:
    """Something that somebody did with words: demanded, threatened, condemned, denied ...

    ``stance`` is what it does to the account of an act, null where it gives none. ``first`` and
    ``last`` are the days of the saying, null where the text does not tell them.
    """

    statement_id: str
    telling: Telling
    kind: StatementKind
    stance: Stance | None
    speaker: Party | None
    source_type: SourceType | None
    addressee: Party | None
    topic: Words | None
    first: date | None
    last: date | None
    time: Words | None
    event_id: str | None
    event_link: EventLink | None


@value
class HeldPlace:
    """The place of a state of control. ``number`` counts places ("18 villages")."""

    words: Words
    name: str | None
    admin1: str | None
    iso3: str | None
    gazetteer_id: str | None
    number: int | None
    extent: ControlExtent | None


@value
class ControlState:
    """Who holds a place, or how it is fought over, on the day the text speaks of.

    ``since_*`` bound the day the state began; ``as_of`` is the day it is told of, null where it is
    not known. ``other`` is the second party: who besieges, or the other side of a front.
    """

    state_id: str
    telling: Telling
    kind: ControlKind
    recency: Recency
    actor: Party | None
    other: Party | None
    place: HeldPlace
    since_first: date | None
    since_last: date | None
    since: Words | None
    as_of: date | None
    source_name: str | None
    source_type: SourceType | None
    event_id: str | None
    event_relation: ControlRelation | None

"""What the engine says about a document: event mentions, and the events they are merged into.

Spans here are published spans (code points of the section the user gave). The fields follow
codebook 2.3 to 2.9; ``records/`` publishes them without adding anything.
"""

from datetime import date

from coder.values.labels import (
    ActorType,
    CasualtyKind,
    Certainty,
    CoordBasis,
    DamageEffect,
    DateBasis,
    DatePrecision,
    EventClass,
    EventType,
    GeoPrecision,
    Modality,
    Outcome,
    Qualifier,
    Recency,
    RelationKind,
    Role,
    Scope,
    Side,
    SourceType,
    Stance,
    Tactic,
    TargetType,
    VictimGroup,
    WeaponType,
)
from coder.values.mentions import PlaceMention
from coder.values.nonevents import ControlState, Statement
from coder.values.text import Span
from coder.values.value import value


@value
class Evidence:
    """The words a field of an event was read from. ``text`` is the user's text at ``span``."""

    field: str
    sent_idx: int
    span: Span
    text: str


@value
class EventDate:
    """When it happened; codebook 2.4. Days are inclusive."""

    start: date | None = None
    end: date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    basis: DateBasis = DateBasis.NONE
    text: str | None = None
    time_of_day: str | None = None


@value
class EventPlace:
    """Where it happened; codebook 2.3 and 2.4."""

    text: str | None = None
    admin0_name: str | None = None
    iso3: str | None = None
    admin1_name: str | None = None
    admin1_pcode: str | None = None
    admin2_name: str | None = None
    admin2_pcode: str | None = None
    admin3_name: str | None = None
    admin3_pcode: str | None = None
    place_name: str | None = None
    site_name: str | None = None
    site_type: TargetType | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: GeoPrecision = GeoPrecision.UNKNOWN
    coord_basis: CoordBasis | None = None
    gazetteer_id: str | None = None


@value
class EventActor:
    """One actor of an event. ``is_primary``: one per role and side, see codebook 2.11."""

    actor_id: str | None
    name: str | None
    text: str
    description: str | None
    number: int | None
    nationality: str | None
    type: ActorType
    role: Role
    side: Side | None
    certainty: Certainty
    country: str | None
    sector: str | None
    is_civilian: bool | None
    is_primary: bool
    is_organisation: bool
    sent_idx: int
    span: Span


@value
class Casualty:
    """One claim about one number of people; codebook 2.5.

    ``casualty_id`` is unique in the event; ``subset_of`` names the row this one is part of.
    ``actor_idx``, ``attribution_idx`` are positions in the event's ``actors`` and ``attributions``.
    """

    casualty_id: str
    kind: CasualtyKind
    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    victim_type: ActorType
    victim_group: VictimGroup | None
    nationality: str | None
    side: Side | None
    is_civilian: bool | None
    is_attacker: bool
    subset_of: str | None
    is_event_total: bool
    is_cumulative: bool
    is_superseded: bool
    period_start: date | None
    actor_idx: int | None
    attribution_idx: int | None
    text: str
    sent_idx: int
    span: Span


@value
class PhysicalTarget:
    """A thing that was attacked or damaged."""

    text: str
    type: TargetType
    number: int | None
    nationality: str | None
    effect: DamageEffect | None
    sent_idx: int
    span: Span


@value
class Weapon:
    """A weapon or means, in its words."""

    text: str
    type: WeaponType
    sent_idx: int
    span: Span


@value
class Attribution:
    """Who says so; codebook 2.7. ``applies_to``: ``event``, ``actor:N`` or a casualty id."""

    name: str | None
    text: str
    source_type: SourceType
    stance: Stance
    is_party: bool | None
    applies_to: str
    sent_idx: int
    span: Span


@value
class EventMention:
    """One clause that tells an event, and why it was taken as telling this one.

    ``killed_*``/``injured_*`` are what this clause itself states. ``reason`` is ``first mention``
    or the rule of merging that applied.
    """

    section_sentence: int
    trigger: Span
    trigger_text: str
    frame_id: str
    event_type: EventType
    event_subtype: str
    modality: Modality
    recency: Recency
    scope: Scope
    killed_low: int | None
    killed_best: int | None
    killed_high: int | None
    injured_low: int | None
    injured_best: int | None
    injured_high: int | None
    actors: tuple[int, ...]
    reason: str
    sentence: Span


@value
class Relation:
    """A directed link between two events of one document."""

    source_event: str
    target_event: str
    kind: RelationKind
    reason: str


@value
class Event:
    """One act as one document tells it: a row of ``events`` with its long tables.

    ``trigger`` is the main trigger, ``evidence_sentence`` the sentence around it. ``confidence`` is
    rule-based and documented, between 0 and 1, no probability.
    """

    event_id: str
    doc_id: str
    sent_idx: int
    trigger: Span
    evidence_sentence: Span
    evidence_text: str
    event_class: EventClass
    event_type: EventType
    event_subtype: str
    modality: Modality
    recency: Recency
    scope: Scope
    n_incidents_low: int | None
    n_incidents_high: int | None
    date: EventDate
    place: EventPlace
    actors: tuple[EventActor, ...] = ()
    directed: bool = True
    civilian_targeting: bool | None = None
    target_type: TargetType | None = None
    tactic: Tactic | None = None
    outcome: Outcome | None = None
    casualties: tuple[Casualty, ...] = ()
    targets: tuple[PhysicalTarget, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    property_damage: str | None = None
    crowd_size_low: int | None = None
    crowd_size_best: int | None = None
    crowd_size_high: int | None = None
    claimed_by: str | None = None
    confidence: float = 0.0
    tags: tuple[str, ...] = ()
    rule_ids: tuple[str, ...] = ()
    mentions: tuple[EventMention, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def countable(self) -> bool:
        """Whether the default view counts the event; codebook 2.2."""
        return is_countable(self.modality, self.recency, self.scope)


CROWD_TYPES = frozenset({EventType.PROTEST, EventType.RIOT})
COUNTABLE_MODALITIES = frozenset({Modality.OCCURRED, Modality.ATTEMPTED, Modality.FOILED})
# Asked tens of times a document: a constant costs a tenth of a member of its class.
_CURRENT, _SUMMARY = Recency.CURRENT, Scope.SUMMARY


def is_countable(modality: Modality, recency: Recency, scope: Scope) -> bool:
    """The derived flag of codebook 2.2."""
    return modality in COUNTABLE_MODALITIES and recency is _CURRENT and scope is not _SUMMARY


@value
class CodedDocument:
    """Everything the engine found in one document."""

    doc_id: str
    n_sentences: int
    dateline_place: PlaceMention | None
    reference_date: date | None
    events: tuple[Event, ...]
    relations: tuple[Relation, ...] = ()
    statements: tuple[Statement, ...] = ()
    control_states: tuple[ControlState, ...] = ()


_STRATEGIC = (
    EventType.ARREST,
    EventType.WEAPONS_DISRUPTION,
    EventType.MILITARY_OPERATION,
    EventType.TERRITORIAL_CHANGE,
    EventType.AGREEMENT,
    EventType.RELEASE,
    EventType.DISPLACEMENT,
)
_CLASSES = {
    **dict.fromkeys(EventType, EventClass.VIOLENCE),
    **dict.fromkeys(_STRATEGIC, EventClass.STRATEGIC),
    **dict.fromkeys((EventType.PROTEST, EventType.RIOT), EventClass.DEMONSTRATION),
}


def class_of(event_type: EventType) -> EventClass:
    """The class of a type; codebook 2.1."""
    return _CLASSES[event_type]

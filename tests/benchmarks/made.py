"""Hand-made engine output for the adapters: the texts are ours."""

from dataclasses import replace
from datetime import date

from benchmarks.inputs import BenchmarkInput, Row, benchmark_input
from coder.values.events import (
    Attribution,
    Casualty,
    CodedDocument,
    Event,
    EventActor,
    EventDate,
    EventMention,
    EventPlace,
    PhysicalTarget,
    Weapon,
)
from coder.values.labels import (
    ActorType,
    CasualtyKind,
    Certainty,
    DamageEffect,
    DateBasis,
    DatePrecision,
    EventClass,
    EventType,
    GeoPrecision,
    Modality,
    Qualifier,
    Recency,
    Role,
    Scope,
    Section,
    SourceType,
    Stance,
    TargetType,
    WeaponType,
)
from coder.values.text import Span

NO_SPAN = Span(Section.TEXT, 0, 1)


def actor(text: str, role: Role = Role.PERPETRATOR, **changes: object) -> EventActor:
    base = EventActor(
        actor_id=None,
        name=None,
        text=text,
        description=None,
        number=None,
        nationality=None,
        type=ActorType.UNKNOWN,
        role=role,
        side=None,
        certainty=Certainty.STATED,
        country=None,
        sector=None,
        is_civilian=None,
        is_primary=True,
        is_organisation=False,
        sent_idx=0,
        span=NO_SPAN,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def casualty(
    text: str, kind: CasualtyKind = CasualtyKind.KILLED, count: int | None = 1, **changes: object
) -> Casualty:
    base = Casualty(
        casualty_id="c1",
        kind=kind,
        low=count,
        best=count,
        high=count,
        qualifier=Qualifier.EXACT,
        victim_type=ActorType.UNKNOWN,
        victim_group=None,
        nationality=None,
        side=None,
        is_civilian=None,
        is_attacker=False,
        subset_of=None,
        is_event_total=False,
        is_cumulative=False,
        is_superseded=False,
        period_start=None,
        actor_idx=None,
        attribution_idx=None,
        text=text,
        sent_idx=0,
        span=NO_SPAN,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def thing(
    text: str,
    kind: TargetType = TargetType.OTHER,
    effect: DamageEffect | None = None,
    number: int | None = None,
) -> PhysicalTarget:
    return PhysicalTarget(
        text=text,
        type=kind,
        number=number,
        nationality=None,
        effect=effect,
        sent_idx=0,
        span=NO_SPAN,
    )


def weapon(text: str, kind: WeaponType) -> Weapon:
    return Weapon(text=text, type=kind, sent_idx=0, span=NO_SPAN)


def said_by(source_type: SourceType) -> Attribution:
    return Attribution(
        name=None,
        text="the source",
        source_type=source_type,
        stance=Stance.ACCUSE,
        is_party=None,
        applies_to="event",
        sent_idx=0,
        span=NO_SPAN,
    )


def mention(words: str = "attacked", **changes: object) -> EventMention:
    base = EventMention(
        section_sentence=0,
        trigger=NO_SPAN,
        trigger_text=words,
        frame_id="attack",
        event_type=EventType.ARMED_ATTACK,
        event_subtype="unspecified",
        modality=Modality.OCCURRED,
        recency=Recency.CURRENT,
        scope=Scope.SINGLE,
        killed_low=None,
        killed_best=None,
        killed_high=None,
        injured_low=None,
        injured_best=None,
        injured_high=None,
        actors=(),
        reason="first mention",
        sentence=NO_SPAN,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def event(
    kind: EventType = EventType.ARMED_ATTACK, subtype: str = "unspecified", **changes: object
) -> Event:
    base = Event(
        event_id="ev_0000000000000001",
        doc_id="d",
        sent_idx=0,
        trigger=NO_SPAN,
        evidence_sentence=NO_SPAN,
        evidence_text="",
        event_class=EventClass.VIOLENCE,
        event_type=kind,
        event_subtype=subtype,
        modality=Modality.OCCURRED,
        recency=Recency.CURRENT,
        scope=Scope.SINGLE,
        n_incidents_low=1,
        n_incidents_high=1,
        date=EventDate(),
        place=EventPlace(),
        mentions=(mention(),),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def coded(*events: Event) -> CodedDocument:
    return CodedDocument(
        doc_id="d",
        n_sentences=1,
        dateline_place=None,
        reference_date=None,
        events=events,
    )


def given(text: str = "text", **fields: object) -> BenchmarkInput:
    row: Row = {"id": "d", "text": text} | fields
    return benchmark_input(row)


def on_day(day: date, basis: DateBasis = DateBasis.EXPLICIT) -> EventDate:
    return EventDate(start=day, end=day, precision=DatePrecision.DAY, basis=basis)


def place(**fields: object) -> EventPlace:
    return replace(EventPlace(precision=GeoPrecision.PLACE), **fields)  # type: ignore[arg-type]

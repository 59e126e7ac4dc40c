"""Hand-made results of the engine, and strategies for more of them."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from coder.records.models import Casualty
from coder.records.versions import Versions
from coder.values import events as engine
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
    PlaceLevel,
    Qualifier,
    Recency,
    RelationKind,
    Role,
    Scope,
    Section,
    Side,
    SourceType,
    Stance,
    TargetType,
    VictimGroup,
    WeaponType,
)
from coder.values.mentions import PlaceMention
from coder.values.text import Document, Span

TITLE = "Farmers shot near Adrel"
FIRST = "Gunmen shot dead three farmers near Adrel on Monday, police said 🚨."
SECOND = "They also set a lorry on fire."
TEXT = f"{FIRST}\r\n{SECOND}"

VERSIONS = Versions(
    coder_version="0.1.0",
    rules_version="1",
    gazetteer_version="2024-01",
    gazetteer_credit="Places: somebody, CC BY 4.0",
)

DOCUMENT = Document(
    doc_id="d1", text=TEXT, title=TITLE, published=date(2020, 3, 4), source="A Paper"
)


def span(words: str) -> Span:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return Span(Section.TEXT, start, start + len(words))


def actor(words: str = "Gunmen", **changes: Any) -> engine.EventActor:  # noqa: ANN401 - any field
    made = engine.EventActor(
        actor_id=None,
        name=None,
        text=words,
        description=None,
        number=None,
        nationality=None,
        type=ActorType.UNIDENTIFIED_ARMED,
        role=Role.PERPETRATOR,
        side=Side.A,
        certainty=Certainty.STATED,
        country=None,
        sector="UAF",
        is_civilian=False,
        is_primary=True,
        is_organisation=False,
        sent_idx=0,
        span=span(words) if words in TEXT else span("Gunmen"),
    )
    return replace(made, **changes)


FARMERS = actor(
    "three farmers",
    type=ActorType.CIVILIANS,
    role=Role.TARGET,
    side=Side.B,
    is_civilian=True,
    number=3,
    sector="CVL",
)

KILLED = engine.Casualty(
    casualty_id="c1",
    kind=CasualtyKind.KILLED,
    low=3,
    best=3,
    high=3,
    qualifier=Qualifier.EXACT,
    victim_type=ActorType.CIVILIANS,
    victim_group=VictimGroup.FARMERS_HERDERS,
    nationality=None,
    side=Side.B,
    is_civilian=True,
    is_attacker=False,
    subset_of=None,
    is_event_total=False,
    is_cumulative=False,
    is_superseded=False,
    period_start=None,
    actor_idx=1,
    attribution_idx=0,
    text="three farmers",
    sent_idx=0,
    span=span("three farmers"),
)

MENTION = engine.EventMention(
    section_sentence=0,
    trigger=span("shot dead"),
    trigger_text="shot dead",
    frame_id="shoot",
    event_type=EventType.ARMED_ATTACK,
    event_subtype="armed_assault",
    modality=Modality.OCCURRED,
    recency=Recency.CURRENT,
    scope=Scope.SINGLE,
    killed_low=3,
    killed_best=3,
    killed_high=3,
    injured_low=None,
    injured_best=None,
    injured_high=None,
    actors=(0, 1),
    reason="first mention",
    sentence=span(FIRST),
)


def evidence(field: str, words: str) -> engine.Evidence:
    return engine.Evidence(field=field, sent_idx=0, span=span(words), text=words)


ATTACK = engine.Event(
    event_id="ev_0123456789abcdef",
    doc_id="d1",
    sent_idx=0,
    trigger=span("shot dead"),
    evidence_sentence=span(FIRST),
    evidence_text=FIRST,
    event_class=EventClass.VIOLENCE,
    event_type=EventType.ARMED_ATTACK,
    event_subtype="armed_assault",
    modality=Modality.OCCURRED,
    recency=Recency.CURRENT,
    scope=Scope.SINGLE,
    n_incidents_low=1,
    n_incidents_high=1,
    date=engine.EventDate(
        start=date(2020, 3, 2),
        end=date(2020, 3, 2),
        precision=DatePrecision.DAY,
        basis=DateBasis.WEEKDAY,
        text="Monday",
    ),
    place=engine.EventPlace(
        text="Adrel",
        admin0_name="Chad",
        iso3="TCD",
        place_name="Adrel",
        latitude=12.5,
        longitude=21.5,
        precision=GeoPrecision.NEAR_PLACE,
        coord_basis=CoordBasis.GAZETTEER_POINT,
        gazetteer_id="geonames:1",
    ),
    actors=(actor(), FARMERS),
    civilian_targeting=True,
    target_type=TargetType.PERSONS,
    casualties=(KILLED,),
    targets=(
        engine.PhysicalTarget(
            text="a lorry",
            type=TargetType.TRANSPORT_VEHICLE,
            number=1,
            nationality=None,
            effect=DamageEffect.DESTROYED,
            sent_idx=1,
            span=span("a lorry"),
        ),
    ),
    weapons=(
        engine.Weapon(text="shot", type=WeaponType.FIREARMS, sent_idx=0, span=span("shot")),
        engine.Weapon(text="fire", type=WeaponType.INCENDIARY, sent_idx=1, span=span("fire")),
        engine.Weapon(text="shot", type=WeaponType.FIREARMS, sent_idx=0, span=span("shot")),
    ),
    attributions=(
        engine.Attribution(
            name=None,
            text="police",
            source_type=SourceType.STATE_SECURITY,
            stance=Stance.REPORT,
            is_party=False,
            applies_to="event",
            sent_idx=0,
            span=span("police"),
        ),
    ),
    confidence=0.75,
    tags=("=cmd", "election"),
    rule_ids=("shoot",),
    mentions=(MENTION, replace(MENTION, actors=(), reason="same act")),
    evidence=(
        evidence("event_type", "shot dead"),
        evidence("date", "Monday"),
        evidence("place", "Adrel"),
    ),
)

PLAN = replace(
    ATTACK,
    event_id="ev_fedcba9876543210",
    sent_idx=1,
    trigger=span("set"),
    evidence_sentence=span(SECOND),
    evidence_text=SECOND,
    event_type=EventType.PROPERTY_ATTACK,
    event_subtype="arson",
    modality=Modality.PLANNED,
    date=engine.EventDate(),
    place=engine.EventPlace(),
    actors=(),
    casualties=(),
    targets=(),
    weapons=(),
    attributions=(),
    tags=(),
    mentions=(replace(MENTION, actors=(), killed_low=None, killed_best=None, killed_high=None),),
    evidence=(evidence("event_type", "set a lorry on fire"),),
)

DATELINE = PlaceMention(
    start=0,
    end=5,
    first=0,
    last=1,
    text="ADREL",
    name="Adrel",
    level=PlaceLevel.PLACE,
    kind=None,
    country="Chad",
    iso3="TCD",
    iso2="TD",
    admin1=None,
    admin1_code=None,
    admin2=None,
    admin2_code=None,
    latitude=12.5,
    longitude=21.5,
    gazetteer_id="geonames:1",
    population=None,
    precision=GeoPrecision.PLACE,
    rule_id="dateline",
)

CODED = engine.CodedDocument(
    doc_id="d1",
    n_sentences=2,
    dateline_place=DATELINE,
    reference_date=date(2020, 3, 4),
    events=(ATTACK, PLAN),
    relations=(
        engine.Relation(
            source_event=PLAN.event_id,
            target_event=ATTACK.event_id,
            kind=RelationKind.CONSEQUENCE_OF,
            reason="told as a consequence",
        ),
    ),
)


def coded(*events: engine.Event) -> engine.CodedDocument:
    """The made document with other events."""
    return replace(CODED, events=events, relations=())


def claim(casualty_id: str = "c1", number: int | None = 5, **changes: Any) -> Casualty:  # noqa: ANN401
    """A published claim; the bounds are ``number`` unless given."""
    fields: dict[str, Any] = {
        "section": Section.TEXT,
        "sent_idx": 0,
        "char_start": 0,
        "char_end": 1,
        "casualty_id": casualty_id,
        "kind": CasualtyKind.KILLED,
        "low": number,
        "best": number,
        "high": number,
        "qualifier": Qualifier.EXACT,
        "victim_type": ActorType.UNKNOWN,
        "victim_group": None,
        "nationality": None,
        "side": None,
        "civilian": None,
        "is_attacker": False,
        "subset_of": None,
        "is_event_total": False,
        "is_cumulative": False,
        "is_superseded": False,
        "period_start": None,
        "actor_idx": None,
        "attr_idx": None,
        "text": "x",
    }
    return Casualty.model_validate(fields | changes)


@st.composite
def claims(draw: st.DrawFn, casualty_id: str = "c1", others: tuple[str, ...] = ()) -> Casualty:
    """Any claim; part of one of ``others`` or of none."""
    low, best, high = sorted(draw(st.tuples(*[st.integers(0, 40)] * 3)))
    keep_low, keep_best, keep_high = draw(st.tuples(*[st.booleans()] * 3))
    return claim(
        casualty_id,
        low=low if keep_low else None,
        best=best if keep_best else None,
        high=high if keep_high else None,
        kind=draw(st.sampled_from([CasualtyKind.KILLED, CasualtyKind.INJURED])),
        qualifier=draw(st.sampled_from(Qualifier)),
        victim_type=draw(
            st.sampled_from([ActorType.UNKNOWN, ActorType.CIVILIANS, ActorType.STATE_MILITARY])
        ),
        side=draw(st.none() | st.sampled_from(Side)),
        civilian=draw(st.none() | st.booleans()),
        is_attacker=draw(st.booleans()),
        subset_of=draw(st.none() | st.sampled_from(others)) if others else None,
        is_event_total=draw(st.integers(0, 4)) == 0,
        is_cumulative=draw(st.integers(0, 4)) == 0,
        is_superseded=draw(st.integers(0, 4)) == 0,
        attr_idx=draw(st.none() | st.integers(0, 2)),
    )


@st.composite
def claim_lists(draw: st.DrawFn) -> list[Casualty]:
    """Up to six claims of one event; later ones may be part of earlier ones."""
    names = [f"c{number}" for number in range(draw(st.integers(0, 6)))]
    return [
        draw(claims(name, others=tuple(names[:position]))) for position, name in enumerate(names)
    ]


def engine_claim(row: Casualty) -> engine.Casualty:
    """A published claim as the engine would have handed it over, without references."""
    return replace(
        KILLED,
        casualty_id=row.casualty_id,
        kind=row.kind,
        low=row.low,
        best=row.best,
        high=row.high,
        qualifier=row.qualifier,
        victim_type=row.victim_type,
        side=row.side,
        is_civilian=row.civilian,
        is_attacker=row.is_attacker,
        subset_of=row.subset_of,
        is_event_total=row.is_event_total,
        is_cumulative=row.is_cumulative,
        is_superseded=row.is_superseded,
        attribution_idx=None,
    )


@st.composite
def coded_documents(draw: st.DrawFn) -> engine.CodedDocument:
    """Documents with up to three events of any type, status, date and casualties."""
    events = []
    for number in range(draw(st.integers(0, 3))):
        days = sorted(draw(st.tuples(st.dates(), st.dates())))
        events.append(
            replace(
                ATTACK,
                event_id=f"ev_{number:016x}",
                event_subtype="unspecified",
                modality=draw(st.sampled_from(Modality)),
                recency=draw(st.sampled_from(Recency)),
                scope=draw(st.sampled_from(Scope)),
                date=engine.EventDate(
                    start=draw(st.sampled_from([None, days[0]])),
                    end=draw(st.sampled_from([None, days[1]])),
                    precision=DatePrecision.MONTH,
                    basis=draw(st.sampled_from(DateBasis)),
                ),
                casualties=tuple(map(engine_claim, draw(claim_lists()))),
                tags=tuple(draw(st.lists(st.text(max_size=5), max_size=3))),
                claimed_by=draw(st.none() | st.text(max_size=20)),
                confidence=draw(st.floats(0, 1, width=32)),
            )
        )
    return coded(*events)

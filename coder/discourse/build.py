"""Acts -> published events: roles, numbers, date, place, sources and evidence put together."""

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from coder.discourse.actors import collect_actors
from coder.discourse.casualties import collect_casualties
from coder.discourse.dates import event_date
from coder.discourse.merge import Act
from coder.discourse.refine import Kind, refined_type
from coder.discourse.spans import Spans
from coder.events.drafts import Draft, SourceDraft
from coder.mentions.event_place import event_place
from coder.mentions.weapons import find_weapons
from coder.rules.ruleset import RuleSet
from coder.values.events import (
    Attribution,
    Casualty,
    Event,
    EventActor,
    EventDate,
    EventMention,
    EventPlace,
    Evidence,
    PhysicalTarget,
    Weapon,
)
from coder.values.labels import (
    ActorType,
    CasualtyKind,
    Certainty,
    DamageEffect,
    EventClass,
    EventType,
    Role,
    Side,
    SourceType,
    Tactic,
    TargetType,
    WeaponType,
)
from coder.values.mentions import PlaceMention

_VIOLENCE = frozenset(
    {
        EventType.ARMED_CLASH,
        EventType.ARMED_ATTACK,
        EventType.BOMBING,
        EventType.AIR_STRIKE,
        EventType.SHELLING,
        EventType.KILLING,
        EventType.ABDUCTION,
        EventType.SEXUAL_VIOLENCE,
        EventType.ABUSE,
        EventType.PROPERTY_ATTACK,
        EventType.OTHER_VIOLENCE,
    }
)
_DEMONSTRATION = frozenset({EventType.PROTEST, EventType.RIOT})
_EFFECTS = {str(effect): effect for effect in DamageEffect}
_CIVILIAN_TARGETS = frozenset(TargetType) - {
    TargetType.MILITARY_POSITION,
    TargetType.POLICE,
    TargetType.OTHER,
}
_TYPE_OF_ACTOR = {
    ActorType.STATE_MILITARY: TargetType.MILITARY_POSITION,
    ActorType.STATE_POLICE: TargetType.POLICE,
    ActorType.GOVERNMENT_OFFICIAL: TargetType.GOVERNMENT,
    ActorType.STATE_OTHER: TargetType.GOVERNMENT,
    ActorType.CIVILIANS: TargetType.PERSONS,
}
_UNARMED = frozenset(
    {ActorType.CIVILIANS, ActorType.GOVERNMENT_OFFICIAL, ActorType.PROTESTERS, ActorType.ORGANISATION}
)
_PARTY_SOURCES = frozenset({SourceType.STATE_SECURITY, SourceType.NONSTATE_PARTY})


@dataclass(slots=True)
class Context:
    """What the acts of a document share while they are built."""

    doc_id: str
    spans: Spans
    rules: RuleSet
    reference: date | None
    places: tuple[tuple[int, PlaceMention], ...]
    previous_date: EventDate | None = None
    previous_place: EventPlace | None = None


def build_event(act: Act, context: Context, ordinal: int) -> Event:
    """The event of one act. ``ordinal`` tells acts with one trigger and type apart."""
    spans = context.spans
    main = act.main
    sources = _sources(act)
    actors, index = collect_actors(act, spans)
    weapons = _weapons(act, spans)
    kind = refined_type(act, context.rules, weapons)
    casualties = collect_casualties(act, spans, actors, index, sources)
    targets = _targets(act, spans)
    when = event_date(act, context.reference, context.previous_date)
    where = _place(act, context)
    trigger = spans.of(main.reading, main.first, main.last)
    sentence = spans.sentence(main.reading)
    claimed = next((a for a in actors if a.certainty is Certainty.CLAIMED), None)
    event = Event(
        event_id=_event_id(context.doc_id, trigger.start, trigger.end, kind.type, ordinal),
        doc_id=context.doc_id,
        sent_idx=main.reading.sentence.index,
        trigger=trigger,
        evidence_sentence=sentence,
        evidence_text=spans.text(sentence),
        event_class=_class_of(kind.type),
        event_type=kind.type,
        event_subtype=kind.subtype,
        modality=main.modality,
        recency=main.recency,
        scope=main.scope,
        n_incidents_low=main.n_low,
        n_incidents_high=main.n_high,
        date=when,
        place=where,
        actors=tuple(actors),
        directed=not any(actor.role is Role.PARTICIPANT for actor in actors),
        civilian_targeting=_civilian_targeting(actors, targets, kind.type),
        target_type=_target_type(actors, targets),
        tactic=_tactic(act, kind),
        outcome=next((d.frame.outcome for d in act.drafts if d.frame.outcome), None),
        casualties=tuple(casualties),
        targets=tuple(targets),
        weapons=tuple(weapons),
        attributions=tuple(_attribution(source, actors, spans) for source in sources),
        property_damage=_property_damage(act),
        claimed_by=(claimed.name or claimed.text) if claimed is not None else None,
        confidence=_confidence(main, actors, when, where),
        tags=tuple(sorted(set().union(*(draft.tags for draft in act.drafts)))),
        rule_ids=tuple(dict.fromkeys(draft.frame.frame_id for draft in act.drafts)),
        mentions=tuple(
            _mention(draft, reason, spans, index)
            for draft, reason in zip(act.drafts, act.reasons, strict=True)
        ),
        evidence=tuple(_evidence(act, spans, actors, casualties, targets, weapons, sources)),
    )
    context.previous_date = when if when.start is not None else context.previous_date
    if where.iso3 is not None:
        context.previous_place = where
    return event


def _event_id(doc_id: str, start: int, end: int, kind: EventType, ordinal: int) -> str:
    """Codebook 2.8: the same trigger and type give the same id in every run."""
    parts = f"{doc_id}|{start}|{end}|{kind}|{ordinal}"
    return "ev_" + blake2b(parts.encode(), digest_size=8).hexdigest()


def _class_of(kind: EventType) -> EventClass:
    if kind in _VIOLENCE:
        return EventClass.VIOLENCE
    return EventClass.DEMONSTRATION if kind in _DEMONSTRATION else EventClass.STRATEGIC


def _sources(act: Act) -> list[SourceDraft]:
    found: list[SourceDraft] = []
    for draft in act.drafts:
        for source in draft.sources:
            if not any(source is item for item in found):
                found.append(source)
    return found


def _weapons(act: Act, spans: Spans) -> list[Weapon]:
    """The weapons in the clauses that tell the act, each type and wording once."""
    found: list[Weapon] = []
    seen: set[tuple[WeaponType, str]] = set()
    for draft in act.drafts:
        reading = draft.reading
        clauses = reading.clauses
        left, right = clauses.clause(draft.chunk)
        first, last = clauses.chunks[left].first, clauses.chunks[right - 1].last
        for weapon in find_weapons(reading.sentence, reading.lexicon):
            key = (weapon.type, weapon.text.lower())
            if key in seen or not first <= weapon.first < last:
                continue
            seen.add(key)
            span = spans.at(reading.sentence.section, weapon.start, weapon.end)
            found.append(
                Weapon(
                    text=spans.text(span),
                    type=weapon.type,
                    sent_idx=reading.sentence.index,
                    span=span,
                )
            )
    return found


def _targets(act: Act, spans: Spans) -> list[PhysicalTarget]:
    found: list[PhysicalTarget] = []
    for draft in act.drafts:
        for filler in draft.fillers:
            target = filler.nominal.target
            if target is None or filler.role not in {"target", "victim", "territory"}:
                continue
            span = spans.of(draft.reading, filler.nominal.first, filler.nominal.last)
            if any(item.text.lower() == spans.text(span).lower() for item in found):
                continue
            number = filler.nominal.quantity
            found.append(
                PhysicalTarget(
                    text=spans.text(span),
                    type=target.type,
                    number=number.best if number is not None else None,
                    nationality=target.nationality,
                    effect=_EFFECTS.get(filler.effect or ""),
                    sent_idx=draft.reading.sentence.index,
                    span=span,
                )
            )
    return found


def _place(act: Act, context: Context) -> EventPlace:
    """Chosen by syntax; levels filled from what stands before; inherited where nothing is told."""
    main = act.main
    chosen = list(main.places)
    if not chosen:
        for draft in act.drafts:
            if draft.places:
                chosen = list(draft.places)
                break
    at = main.reading.sentence.index
    before = [place for index, place in context.places if index <= at and not place.is_demonym]
    behind = [place for index, place in context.places if index > at and not place.is_demonym]
    nearby = tuple(before[::-1] + behind)
    if not chosen and context.previous_place is not None:
        return context.previous_place
    text = None
    if chosen:
        reading = main.reading if main.places else None
        if reading is not None:
            first = min(place.first for place in chosen)
            last = max(place.last for place in chosen)
            if last - first < 14:  # noqa: PLR2004 - an address, not a list of places
                text = reading.words(first, last)
        text = text or chosen[0].text
    site = next(
        (
            filler.nominal
            for draft in act.drafts
            for filler in draft.fillers
            if filler.nominal.target is not None and filler.role in {"target", "territory"}
        ),
        None,
    )
    return event_place(
        chosen,
        nearby,
        text,
        site_name=None if site is None or site.target is None else site.target.text,
        site_type=None if site is None or site.target is None else site.target.type,
    )


def _civilian_targeting(
    actors: list[EventActor], targets: list[PhysicalTarget], kind: EventType
) -> bool | None:
    if kind not in _VIOLENCE and kind not in _DEMONSTRATION:
        return None
    hit = [actor for actor in actors if actor.role in {Role.TARGET, Role.VICTIM}]
    if any(actor.is_civilian or actor.type in _UNARMED for actor in hit):
        return True
    if any(target.type in _CIVILIAN_TARGETS for target in targets):
        return True
    return False if hit or targets else None


def _target_type(actors: list[EventActor], targets: list[PhysicalTarget]) -> TargetType | None:
    if targets:
        return targets[0].type
    for actor in actors:
        if actor.role in {Role.TARGET, Role.VICTIM}:
            found = _TYPE_OF_ACTOR.get(actor.type)
            if found is not None:
                return found
    return None


def _tactic(act: Act, kind: Kind) -> Tactic | None:
    told = next((draft.frame.tactic for draft in act.drafts if draft.frame.tactic), None)
    if told is not None:
        return told
    if kind.subtype in {"suicide_bomb", "suicide_vehicle_bomb"}:
        return Tactic.SUICIDE
    return Tactic.AMBUSH if kind.subtype == "ambush" else None


def _property_damage(act: Act) -> str | None:
    for draft in act.drafts:
        for filler in draft.fillers:
            if filler.effect in _EFFECTS and filler.nominal.target is not None:
                first = min(draft.first, filler.nominal.first)
                last = max(draft.last, filler.nominal.last)
                return draft.reading.words(first, last)
    return None


def _attribution(source: SourceDraft, actors: list[EventActor], spans: Spans) -> Attribution:
    span = spans.of(source.reading, source.first, source.last)
    actor = source.nominal.actor if source.nominal is not None else None
    sides = {item.actor_id for item in actors if item.actor_id is not None and item.side in {Side.A, Side.B}}
    is_party: bool | None = None
    if actor is not None and actor.actor_id is not None:
        is_party = actor.actor_id in sides
    elif source.source_type in _PARTY_SOURCES:
        is_party = True
    elif source.source_type is not SourceType.UNNAMED:
        is_party = False
    return Attribution(
        name=source.name,
        text=spans.text(span),
        source_type=source.source_type,
        stance=source.stance,
        is_party=is_party,
        applies_to="event",
        sent_idx=source.reading.sentence.index,
        span=span,
    )


def _mention(draft: Draft, reason: str, spans: Spans, index: dict[int, int]) -> EventMention:
    killed = _stated(draft, CasualtyKind.KILLED)
    injured = _stated(draft, CasualtyKind.INJURED)
    trigger = spans.of(draft.reading, draft.first, draft.last)
    return EventMention(
        section_sentence=draft.reading.sentence.index,
        trigger=trigger,
        trigger_text=spans.text(trigger),
        frame_id=draft.frame.frame_id,
        event_type=draft.type,
        event_subtype=draft.subtype,
        modality=draft.modality,
        recency=draft.recency,
        scope=draft.scope,
        killed_low=killed[0],
        killed_best=killed[1],
        killed_high=killed[2],
        injured_low=injured[0],
        injured_best=injured[1],
        injured_high=injured[2],
        actors=tuple(
            dict.fromkeys(
                index[id(filler.nominal)] for filler in draft.fillers if id(filler.nominal) in index
            )
        ),
        reason=reason,
        sentence=spans.sentence(draft.reading),
    )


def _stated(draft: Draft, kind: CasualtyKind) -> tuple[int | None, int | None, int | None]:
    """The sum a draft's own clause states; each bound null as soon as one part has none."""
    rows = [c for c in draft.claims if c.kind is kind and c.subset_of is None]
    if not rows:
        return None, None, None
    return (
        _sum([row.low for row in rows]),
        _sum([row.best for row in rows]),
        _sum([row.high for row in rows]),
    )


def _sum(values: list[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _confidence(
    main: Draft, actors: list[EventActor], when: EventDate, where: EventPlace
) -> float:
    """How much of an incident is told: a quarter each for a verb, an actor, a day and a place."""
    parts = (
        main.support == "verb",
        bool(actors),
        when.start is not None,
        where.iso3 is not None,
    )
    return sum(parts) / len(parts)


def _evidence(
    act: Act,
    spans: Spans,
    actors: list[EventActor],
    casualties: list[Casualty],
    targets: list[PhysicalTarget],
    weapons: list[Weapon],
    sources: list[SourceDraft],
) -> list[Evidence]:
    """The words each field was read from."""
    main = act.main
    rows: list[Evidence] = []

    def add(field: str, sent_idx: int, span: object) -> None:
        rows.append(Evidence(field=field, sent_idx=sent_idx, span=span, text=spans.text(span)))  # type: ignore[arg-type]

    at = main.reading.sentence.index
    add("event_type", at, spans.of(main.reading, main.first, main.last))
    for draft in act.drafts:
        if draft.times:
            time = draft.times[0]
            section = draft.reading.sentence.section
            add("date", draft.reading.sentence.index, spans.at(section, time.start, time.end))
            break
    for draft in act.drafts:
        if draft.places:
            for place in draft.places:
                section = draft.reading.sentence.section
                add("location", draft.reading.sentence.index, spans.at(section, place.start, place.end))
            break
    for actor in actors:
        add(f"actor_{actor.role}", actor.sent_idx, actor.span)
    for casualty in casualties:
        add(f"casualty_{casualty.kind}", casualty.sent_idx, casualty.span)
    for target in targets:
        add("target", target.sent_idx, target.span)
    for weapon in weapons:
        add("weapon", weapon.sent_idx, weapon.span)
    for source in sources:
        add("source", source.reading.sentence.index, spans.of(source.reading, source.first, source.last))
    return rows


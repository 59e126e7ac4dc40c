"""Who tells an act, in which clauses, and the words each field was read from."""

from coder.discourse.acts import Act
from coder.discourse.aliases import Aliases
from coder.discourse.spans import Spans
from coder.events.drafts import Draft, SourceDraft
from coder.values.events import (
    Attribution,
    Casualty,
    EventActor,
    EventMention,
    Evidence,
    PhysicalTarget,
    Weapon,
)
from coder.values.labels import CasualtyKind, Side, SourceType

_PARTY_SOURCES = frozenset({SourceType.STATE_SECURITY, SourceType.NONSTATE_PARTY})


def collect_sources(act: Act) -> list[SourceDraft]:
    """Every speaker of the sentences that tell an act, and who claims or accuses."""
    found: list[SourceDraft] = []
    for draft in act.drafts:
        for source in draft.sources:
            if not any(source is item for item in found):
                found.append(source)
    for item in act.responsibilities:
        said = item.source
        if (
            said is not None
            and not item.is_nobody
            and not any(
                known.reading is said.reading and known.verb == said.verb for known in found
            )
        ):
            found.append(said)
    return found


def attribution_of(
    source: SourceDraft, actors: list[EventActor], spans: Spans, aliases: Aliases
) -> Attribution:
    """A speaker as published, and whether it belongs to a side."""
    span = spans.of(source.reading, source.first, source.last)
    name, source_type = source.name, source.source_type
    if name is None:
        entry = aliases.resolve(source.reading.sentence, source.first, source.last)
        if entry is not None:
            name = entry.name
            source_type = entry.source_type or source_type
    actor = source.nominal.actor if source.nominal is not None else None
    sides = {
        item.actor_id
        for item in actors
        if item.actor_id is not None and item.side in {Side.A, Side.B}
    }
    is_party: bool | None = None
    if actor is not None and actor.actor_id is not None:
        is_party = actor.actor_id in sides
    elif source_type in _PARTY_SOURCES:
        is_party = True
    elif source_type is not SourceType.UNNAMED:
        is_party = False
    return Attribution(
        name=name,
        text=spans.text(span),
        source_type=source_type,
        stance=source.stance,
        is_party=is_party,
        applies_to="event",
        sent_idx=source.reading.sentence.index,
        span=span,
    )


def mention_of(draft: Draft, reason: str, spans: Spans, index: dict[int, int]) -> EventMention:
    """One clause that tells an act, with what it alone states."""
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


def _acting_noun(draft: Draft) -> int | None:
    """The noun of an act that itself does what a clause tells: "two strikes destroyed a depot"."""
    if draft.by_role("perpetrator") or not draft.by_role("target"):
        return None
    if draft.support == "verb":
        events = [n for n in draft.subjects if "event" in draft.reading.nominal(n).fillers]
        return events[0] if events else None
    is_subject = draft.support == "occurrence" and (draft.governor or 0) > draft.chunk
    return draft.chunk if is_subject else None


def collect_evidence(  # noqa: C901, PLR0912, PLR0917 - one walk, read in one place
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
                add(
                    "location",
                    draft.reading.sentence.index,
                    spans.at(section, place.start, place.end),
                )
            break
    acting: dict[tuple[int, int], Draft] = {}
    for draft in act.drafts:
        noun = _acting_noun(draft)
        if noun is not None:
            acting.setdefault((draft.reading.sentence.index, noun), draft)
    for (sentence, noun), draft in acting.items():
        group = draft.reading.clauses.chunks[noun]
        add("means", sentence, spans.of(draft.reading, group.first, group.last))
    for actor in actors:
        add(f"actor_{actor.role}", actor.sent_idx, actor.span)
    for casualty in casualties:
        add(f"casualty_{casualty.kind}", casualty.sent_idx, casualty.span)
    for target in targets:
        add("target", target.sent_idx, target.span)
    for weapon in weapons:
        add("weapon", weapon.sent_idx, weapon.span)
    for source in sources:
        add(
            "source",
            source.reading.sentence.index,
            spans.of(source.reading, source.first, source.last),
        )
    return rows

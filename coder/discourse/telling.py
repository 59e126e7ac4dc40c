"""Who tells an act, in which clauses, and the words each field was read from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coder.discourse.acts import Act
from coder.discourse.people.aliases import Aliases
from coder.discourse.spans import Spans
from coder.events.drafts import Draft, SourceDraft
from coder.mentions.sources import source_type
from coder.text import tokenise
from coder.text.items import item_at
from coder.values.events import (
    Attribution,
    Casualty,
    EventActor,
    EventMention,
    Evidence,
    PhysicalTarget,
    Weapon,
)
from coder.values.labels import ActorType, CasualtyKind, Side, SourceType, Stance

_STATE = frozenset(
    {
        ActorType.STATE_MILITARY,
        ActorType.STATE_POLICE,
        ActorType.STATE_OTHER,
        ActorType.GOVERNMENT_OFFICIAL,
    }
)
_STATE_SOURCES = frozenset({SourceType.STATE_SECURITY, SourceType.STATE_OFFICIAL})
_UNARMED = frozenset({ActorType.CIVILIANS, ActorType.UNKNOWN, ActorType.ORGANISATION})
_SIDES = frozenset({Side.A, Side.B})
_REACH, _MOST = 800, 6  # characters behind an act, names
_LABEL = re.compile(r"(?<![^\s.(\[])Sources?: ?(?P<who>[^\n\])]{2,160})")
_JOINTS = re.compile(r",\s|;\s|\sand\s|\s?/\s?")
_NOBODY = frozenset({"n/a", "na", "none", "unknown", "-"})


def collect_sources(act: Act) -> list[SourceDraft]:
    """Every speaker of the sentences that tell an act, and who claims, denies or accuses."""
    found: list[SourceDraft] = []
    for draft in act.drafts:
        for source in draft.sources:
            if not any(source is item for item in found):
                found.append(source)
    held = [item.source for item in act.responsibilities if not item.is_nobody]
    for said in (*held, *act.deniers, *act.confirmers):
        if said is None:
            continue
        known = next(
            (it for it in found if it.reading is said.reading and it.verb == said.verb), None
        )
        if known is None:
            found.append(said)
        else:
            known.stance = said.stance
    return found


@dataclass(slots=True)
class Statements:
    """What the speakers of an event say: its actors and rows, and who is meant by whom."""

    act: Act
    actors: Sequence[EventActor]
    index: Mapping[int, int]
    casualties: Sequence[Casualty]

    def covers(self, source: SourceDraft, number: int) -> str:
        """What a statement is about: a party, some of the figures, or the event as a whole."""
        for item in self.act.responsibilities:
            said = item.source
            if (
                said is not None
                and said.reading is source.reading
                and said.verb == source.verb
                and id(item.nominal) in self.index
            ):
                return f"actor:{self.index[id(item.nominal)]}"
        own = [row for row in self.casualties if row.attribution_idx == number]
        if own and len(own) < len([row for row in self.casualties if row.subset_of is None]):
            return own[0].casualty_id
        return "event"

    def is_party(self, source: SourceDraft, kind: SourceType) -> bool | None:
        """Whether the speaker belongs to a side; null for a speaker without institution."""
        if source.stance is Stance.CLAIM and kind is SourceType.NONSTATE_PARTY:
            return True
        sides = [item for item in self.actors if item.side in _SIDES]
        actor = source.nominal.actor if source.nominal is not None else None
        known = actor.actor_id if actor is not None else None
        if known is not None and any(item.actor_id == known for item in sides):
            return True
        if kind in _STATE_SOURCES:
            return any(item.type in _STATE for item in sides) or self._is_of_accused(source)
        if kind is SourceType.NONSTATE_PARTY:
            return any(item.type not in _STATE | _UNARMED for item in sides)
        return None if kind is SourceType.UNNAMED else False

    def _is_of_accused(self, source: SourceDraft) -> bool:
        """As in "Kyiv accused Russia": one state speaks of another that is said to have acted."""
        place = source.nominal.place if source.nominal is not None else None
        if place is None:
            return False
        states = {item.country for item in self.actors if item.side is Side.A} - {None}
        return bool(states) and (source.stance is Stance.ACCUSE or place.iso3 in states)


def attributions_of(
    act: Act, sources: Sequence[SourceDraft], said: Statements, spans: Spans, aliases: Aliases
) -> tuple[Attribution, ...]:
    """The speakers of an act as published, and who is named as its source behind it."""
    told = [attribution_of(it, number, said, spans, aliases) for number, it in enumerate(sources)]
    return (*told, *_labelled_sources(act, spans))


def attribution_of(
    source: SourceDraft, number: int, statements: Statements, spans: Spans, aliases: Aliases
) -> Attribution:
    """A speaker as published; ``number`` is its position among those of the event."""
    span = spans.of(source.reading, source.first, source.last)
    name, source_type = source.name, source.source_type
    if name is None:
        entry = aliases.resolve(source.reading.sentence, source.first, source.last)
        if entry is not None:
            name = entry.name
            source_type = entry.source_type or source_type
    return Attribution(
        name=name,
        text=spans.text(span),
        source_type=source_type,
        stance=source.stance,
        is_party=statements.is_party(source, source_type),
        applies_to=statements.covers(source, number),
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
    own = {id(claim) for claim in draft.claims}
    rows = [c for c in draft.claims if c.kind is kind and id(c.subset_of) not in own]
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


def _labelled_sources(act: Act, spans: Spans) -> Iterator[Attribution]:
    """The sources behind a label in the paragraph or entry of an act, which tell all of it."""
    reading = max((it.reading for it in act.drafts), key=lambda it: it.sentence.index)
    sentence = reading.sentence
    text = sentence.text
    if "Source" not in text:
        return
    end = text.find("\n\n", sentence.end, sentence.end + _REACH)
    label = _LABEL.search(text, sentence.end, end if end >= 0 else sentence.end + _REACH)
    if label is None or item_at(text, label.start()) != item_at(text, sentence.start):
        return
    start = label.start("who")
    for name in _JOINTS.split(label["who"])[:_MOST]:
        at = text.index(name, start)
        start = at + len(name)
        told = name.strip(" .")
        if not told or told.lower() in _NOBODY:
            continue
        first = text.index(told, at)
        words = tokenise(spans.section(sentence.section), first, first + len(told), sentence.index)
        span = spans.at(sentence.section, first, first + len(told))
        yield Attribution(
            name=None,
            text=spans.text(span),
            source_type=source_type(None, words.norms, reading.lexicon),
            stance=Stance.REPORT,
            is_party=None,
            applies_to="event",
            sent_idx=sentence.index,
            span=span,
        )

"""Acts -> published events: roles, numbers, date, place, sources and evidence put together."""

import sys
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b
from operator import itemgetter

from coder.discourse.acts import Act
from coder.discourse.counts.casualties import collect_casualties
from coder.discourse.counts.crowds import crowd_size
from coder.discourse.counts.others import tell_others
from coder.discourse.merging.totals import TOTAL
from coder.discourse.people.actors import collect_actors, with_officers
from coder.discourse.people.aliases import Aliases
from coder.discourse.people.parties import Parties
from coder.discourse.people.persons import FullNames, describe_named, join_named, with_full_names
from coder.discourse.people.told_later import with_what_is_told_later
from coder.discourse.refine import Kind, held_by_captors, how_it_ended, refined_type, taken_so
from coder.discourse.setting.borrowed_places import is_of_later, setting_of, state_told
from coder.discourse.setting.dates import Told, event_date
from coder.discourse.setting.headings import end_of_front, end_of_name
from coder.discourse.setting.home_country import in_country_of_authorities, in_country_of_parties
from coder.discourse.setting.note_days import inherited_day
from coder.discourse.setting.places import place_of
from coder.discourse.setting.writing import in_country_of_writing
from coder.discourse.spans import Spans
from coder.discourse.telling import (
    Statements,
    attributions_of,
    collect_evidence,
    collect_sources,
    mention_of,
)
from coder.discourse.things.of_act import (
    civilian_targeting,
    collect_targets,
    property_damage,
    tactic_of,
    target_type,
)
from coder.discourse.things.weapons import collect_weapons, with_implied
from coder.events.drafts import Draft, SourceDraft
from coder.events.reading import Reading
from coder.gazetteer.store import Gazetteer
from coder.mentions.places.event_place import event_place
from coder.mentions.places.finder import find_places
from coder.mentions.times.entry_days import entry_day
from coder.mentions.times.finder import find_times
from coder.rules.ruleset import RuleSet
from coder.text import tokenise
from coder.text.entries import Head
from coder.text.items import Item, item_at, item_of, listing_of
from coder.values.events import (
    COUNTABLE_MODALITIES,
    Casualty,
    Event,
    EventActor,
    EventDate,
    EventMention,
    EventPlace,
    Evidence,
    PhysicalTarget,
    Weapon,
    class_of,
)
from coder.values.kinds import TAKINGS
from coder.values.labels import (
    Certainty,
    DateBasis,
    DatePrecision,
    EventType,
    PlaceLevel,
    Recency,
    Role,
)
from coder.values.mentions import PlaceMention
from coder.values.text import Sentence, Span

_FRONT = 120  # characters behind the day of an entry
_AROUND = 100  # places told outside of a list that its items may take over
_BY_CAPTORS = frozenset({"kidnapping", "hostage_taking", "hijacking"})
_PARTICIPANT = Role.PARTICIPANT
_DAYS = frozenset({DatePrecision.DAY, DatePrecision.MULTI_DAY, DatePrecision.WEEK})


@dataclass(slots=True)
class Context:
    """What the acts of a document share while they are built."""

    doc_id: str
    aliases: Aliases
    parties: Parties
    names: FullNames
    spans: Spans
    rules: RuleSet
    gazetteer: Gazetteer
    reference: date | None
    readings: Sequence[Reading]
    places: tuple[tuple[int, PlaceMention], ...]
    note: EventDate | None = None
    period: EventDate | None = None  # the days a report is about
    rows_alone: bool = False  # the output has no place for clauses and evidence
    told: Told | None = None
    previous_place: EventPlace | None = None
    item: Item | None = None
    above: tuple[Told | None, EventPlace | None] = (None, None)
    last: Told | None = None  # also in the item before: "the next day" counts from it
    taken: tuple[Item | None, bool] = (None, False)  # whether captors took people, in which item
    ordinals: dict[str, int] = field(default_factory=dict)
    _by_item: dict[Item | None, list[tuple[int, PlaceMention]]] | None = None
    _country: PlaceMention | None = None  # of all places, where they lie in one

    def enter(self, sentence: Sentence) -> None:
        """In another item of a list only the day and place told above the list still hold."""
        item = item_of(sentence)
        if item == self.item:
            return
        if self.item is None:
            self.above = self.told, self.previous_place
        self.told, self.previous_place = self.above
        self.item = item
        if item is None:
            return
        if item.day is not None:
            self.told = self.last = None
        above = self._country_above(sentence, item)
        if item.head is not None:
            self.previous_place = self._place_in_front(sentence, item.head) or above
        elif above is not None:
            self.previous_place = above

    def _country_above(self, sentence: Sentence, item: Item) -> EventPlace | None:
        """The place of a section: the line above an item, where that names nothing else."""
        if item.title is None:
            return None
        place = self._place_in(sentence, *item.title)
        start, end = item.title
        whole = sentence.text[start:end].rstrip(":")
        return place if place is not None and place.text == whole else None

    def _place_in_front(self, sentence: Sentence, head: Head) -> EventPlace | None:
        """The place in front of an entry, also behind its day, as far as there are only names."""
        text = sentence.text
        line = text.find("\n", head.end, head.end + _FRONT)
        section = self.spans.section(sentence.section)
        end = min(head.end + _FRONT, len(text)) if line < 0 else line
        front = tokenise(section, head.start, end, sentence.index)
        [found] = find_places([front], self.gazetteer)
        times = find_times(text, head.start, end, self.reference)
        last = end_of_front(front, found, times, _FRONT) or 0
        told = bisect_left(front.starts, head.end)
        place = self._place_of(place for place in found if place.last <= max(last, told))
        return place or self._place_in(sentence, head.start, end_of_name(text, head))

    def _place_of(self, places: Iterable[PlaceMention]) -> EventPlace | None:
        named = [place for place in places if place.iso3 or place.level is PlaceLevel.FEATURE]
        around = [place for _, place in self.places]
        return event_place(named, around, None) if named else None

    def _place_in(self, sentence: Sentence, start: int, end: int) -> EventPlace | None:
        """The place told between two offsets of the section of a sentence."""
        section = self.spans.section(sentence.section)
        front = tokenise(section, start, end, sentence.index)
        return self._place_of(find_places([front], self.gazetteer)[0])

    def remember(self, act: Act, event: Event, place: EventPlace) -> None:
        """The day and place of an act, from which the next ones may take theirs."""
        when, main = event.date, act.main
        is_news = event.countable or main.status_note == TOTAL
        if when.start is not None and when.precision in _DAYS and is_news:
            lines = frozenset(draft.reading.sentence.index for draft in act.drafts)
            self.told = self.last = Told(
                date=when, type=event.event_type, scope=main.scope, sentences=lines
            )
        # What is only wanted or long past may be elsewhere: "they demand that troops leave A",
        # "11 died in Gao. In 1998 it had bombed Accra. Ten were held".
        is_past = event.recency is Recency.BACKGROUND and not is_news
        is_done = main.modality in COUNTABLE_MODALITIES and not is_past
        if place.iso3 is not None and (is_done or self.previous_place is None):
            self.previous_place = place

    def note_of(self, sentence: Sentence) -> EventDate | None:
        """The day of all that tells none of its own: in front of its entry, or of the note."""
        if self.item is None:
            is_sure = self.note is not None and self.note.basis is not DateBasis.INFERRED
            return self.note if is_sure else self.period or self.note
        day = entry_day(sentence, self.reference)
        return self.period if day is None else inherited_day(day)

    def places_around(self, sentence: Sentence) -> tuple[tuple[int, PlaceMention], ...]:
        """The places that may say where an act of this sentence was: not those of other items.

        Where all places of a list lie in one country, so does the act; the last stands behind all,
        and "the village" cannot refer back to it.
        """
        if self.item is None:
            return self.places
        if self._by_item is None:
            self._by_item = self._sorted_by_item(sentence.text)
        own = self._by_item.get(self.item, [])
        placed = sorted((*self._by_item[None], *own), key=itemgetter(0))
        if self.item.is_headline or self._country is None:
            return tuple(placed)
        return *placed, (sys.maxsize, self._country)

    def _sorted_by_item(self, text: str) -> dict[Item | None, list[tuple[int, PlaceMention]]]:
        """The places of each item, and under null the first ones of the running text."""
        found: dict[Item | None, list[tuple[int, PlaceMention]]] = {None: []}
        for at, place in self.places:
            found.setdefault(None if at < 0 else item_at(text, place.start), []).append((at, place))
        del found[None][_AROUND:]
        located = [p for _, p in self.places if p.iso3 is not None and not p.is_demonym]
        told = sum(any(p in located for _, p in own) for own in found.values())  # its items
        if 2 * told >= len(listing_of(text).starts) - 1 and len({p.iso3 for p in located}) == 1:
            self._country = located[-1]
        return found


@dataclass(slots=True)
class _Facts:
    """What the drafts of an act tell, day and place left out."""

    kind: Kind
    sources: list[SourceDraft]
    actors: list[EventActor]
    index: dict[int, int]  # noun group -> its actor
    casualties: list[Casualty]
    targets: list[PhysicalTarget]
    weapons: list[Weapon]


def build_event(act: Act, context: Context) -> Event:
    """The event of one act; the context remembers its id, date and place for the next ones."""
    tell_others(act)
    context.enter(act.main.reading.sentence)
    facts = _facts(act, context)
    note = context.note_of(act.main.reading.sentence)
    when = event_date(act, context.reference, context.told, note, last=context.last)
    told, where = _place(act, context, facts)
    event = _event(act, context, facts, when, where)
    context.remember(act, event, told)
    return event


def _facts(act: Act, context: Context) -> _Facts:
    """Who, with what, against whom, with which dead: and so of which type."""
    spans = context.spans
    sources = collect_sources(act)
    actors, index = collect_actors(act, spans, context.parties)
    actors, index = join_named(with_full_names(actors, context.names), index)
    actors = with_officers(with_what_is_told_later(describe_named(actors), context.names))
    weapons = collect_weapons(act, spans)
    kind = refined_type(act, context.rules, weapons)
    casualties = collect_casualties(act, spans, actors, index, sources)
    kind = held_by_captors(kind, act, actors, were_taken=context.taken == (context.item, True))
    if kind.type in TAKINGS:
        context.taken = context.item, kind.subtype in _BY_CAPTORS
    return _Facts(
        kind=kind,
        sources=sources,
        actors=actors,
        index=index,
        casualties=taken_so(kind, act, casualties),
        targets=collect_targets(act, spans),
        weapons=with_implied(act, spans, weapons),
    )


def _event(act: Act, context: Context, facts: _Facts, when: EventDate, where: EventPlace) -> Event:
    spans, main, teller = context.spans, act.main, act.teller
    kind, actors, targets = facts.kind, facts.actors, facts.targets
    statements = Statements(act, actors, facts.index, facts.casualties)
    crowd = crowd_size(act, kind.type)
    modality, outcome = how_it_ended(act)
    trigger = spans.of(teller.reading, teller.first, teller.last)
    sentence = spans.sentence(teller.reading)
    return Event(
        event_id=_event_id(context, trigger, kind.type),
        doc_id=context.doc_id,
        sent_idx=teller.reading.sentence.index,
        trigger=trigger,
        evidence_sentence=sentence,
        evidence_text=spans.text(sentence),
        event_class=class_of(kind.type),
        event_type=kind.type,
        event_subtype=kind.subtype,
        modality=modality,
        recency=main.recency,
        scope=main.scope,
        n_incidents_low=main.n_low,
        n_incidents_high=main.n_high,
        date=when,
        place=where,
        actors=tuple(actors),
        directed=not any(actor.role is _PARTICIPANT for actor in actors),
        civilian_targeting=civilian_targeting(actors, targets, kind.type),
        target_type=target_type(actors, targets),
        tactic=tactic_of(act, kind),
        outcome=outcome,
        casualties=tuple(facts.casualties),
        targets=tuple(targets),
        weapons=tuple(facts.weapons),
        attributions=attributions_of(act, facts.sources, statements, spans, context.aliases),
        property_damage=property_damage(act),
        crowd_size_low=crowd[0],
        crowd_size_best=crowd[1],
        crowd_size_high=crowd[2],
        claimed_by=_claimed_by(act, spans, actors, facts.index),
        confidence=_confidence(main, actors, when, where),
        tags=_tags(act),
        rule_ids=tuple(dict.fromkeys(draft.frame.frame_id for draft in act.drafts)),
        mentions=() if context.rows_alone else _mentions(act, spans, facts.index),
        evidence=() if context.rows_alone else _evidence(act, spans, facts),
    )


def _mentions(act: Act, spans: Spans, index: dict[int, int]) -> tuple[EventMention, ...]:
    told = zip(act.drafts, act.reasons, strict=True)
    return tuple(mention_of(draft, reason, spans, index) for draft, reason in told)


def _evidence(act: Act, spans: Spans, facts: _Facts) -> tuple[Evidence, ...]:
    told = facts.actors, facts.casualties, facts.targets, facts.weapons, facts.sources
    return tuple(collect_evidence(act, spans, *told))


def _place(act: Act, context: Context, facts: _Facts) -> tuple[EventPlace, EventPlace]:
    """Where an act was by the words of the text, and the same with what its parties say of it."""
    previous = context.previous_place
    around = context.places_around(act.main.reading.sentence)
    told = where = place_of(act, around, previous, context.readings)
    if told is previous or told.text is None:
        where = in_country_of_authorities(
            told, facts.actors, facts.sources, facts.kind.type, context.gazetteer
        )
    if where is told and (told is previous or told.text is None):
        setting = setting_of(act, () if told is previous else context.readings)
        if setting is not None and told.iso3 in {None, setting.iso3}:
            told = where = event_place([setting], (), setting.text)
    where = in_country_of_parties(where, facts.actors, context.gazetteer)
    where = where if context.item is not None else in_country_of_writing(where, previous)
    is_nowhere = (
        where.text is None
        and context.item is None
        and (
            where.iso3 is None
            or (where is told and told is not previous and is_of_later(act, told, around))
        )
    )
    if is_nowhere and (state := state_told(act, context.readings)) is not None:
        where = replace(event_place((), [state], None), site_name=where.site_name)
    return told, where


def _event_id(context: Context, trigger: Span, kind: EventType) -> str:
    """Codebook 2.8: the same trigger and type give the same id in every run.

    The ordinal tells acts of one type at the same offsets apart: one in the title, one in the text.
    """
    own = f"{context.doc_id}|{trigger.start}|{trigger.end}|{kind}"
    ordinal = context.ordinals.get(own, 0)
    context.ordinals[own] = ordinal + 1
    return "ev_" + blake2b(f"{own}|{ordinal}".encode(), digest_size=8).hexdigest()


def _claimed_by(
    act: Act, spans: Spans, actors: list[EventActor], index: dict[int, int]
) -> str | None:
    """Who claimed the act: the listed name, that of the party "the group" means, or the words."""
    for item in act.responsibilities:
        if item.certainty is Certainty.CLAIMED and not item.is_nobody:
            actor = item.nominal.actor
            if actor is not None and actor.name is not None:
                return actor.name
            row = index.get(id(item.nominal))
            if row is not None and item.nominal.is_definite and actors[row].name is not None:
                return actors[row].name
            return spans.text(spans.of(item.reading, item.nominal.first, item.nominal.last))
    return None


def _tags(act: Act) -> tuple[str, ...]:
    tags = {tag for draft in act.drafts for tag in draft.tags}
    if any(item.is_nobody and item.certainty is Certainty.CLAIMED for item in act.responsibilities):
        tags.add("no_claim")
    return tuple(sorted(tags))


def _confidence(main: Draft, actors: list[EventActor], when: EventDate, where: EventPlace) -> float:
    """How much of an incident is told: a quarter each for a verb, an actor, a day and a place."""
    parts = (
        main.support == "verb",
        bool(actors),
        when.start is not None,
        where.iso3 is not None,
    )
    return sum(parts) / len(parts)

"""The order of the stages, known here and, for what stands in a sentence, in ``reader``.

One scan finds the sentences with a trigger word; only these (and what their events need from their
surroundings) are tokenised and read. The engine holds no state and threads may share it.

Each stage runs over all documents it is given before the next one begins: the code and the tables
of one stage fit the processor's caches, those of all stages do not. With a hundred documents at a
time a run costs a sixth less than document by document.
"""

from collections.abc import Sequence
from datetime import date

from coder.discourse.acts import Act
from coder.discourse.apart import attach_what_is_told_apart
from coder.discourse.build import Context, build_event
from coder.discourse.merging.bombers import settle_bombers
from coder.discourse.merging.merge import merge_groups
from coder.discourse.merging.sums_ahead import mark_totals
from coder.discourse.merging.totals import settle_totals
from coder.discourse.news.passing import settle_told_at_large
from coder.discourse.news.told_as_news import settle_news
from coder.discourse.outcomes import (
    LONGEST_NOTE,
    act_of_outcome,
    tells_outcome_alone,
    untold_items,
    with_acts_of_items,
)
from coder.discourse.people.aliases import Aliases
from coder.discourse.people.parties import Parties
from coder.discourse.people.persons import FullNames
from coder.discourse.setting.headings import heading_of
from coder.discourse.setting.report_period import days_inquired, period_of, telling_day
from coder.discourse.setting.writing import holds_all, place_of_writing, set_in
from coder.discourse.spans import Spans
from coder.events.counts.claims import claims_of, join_undivided
from coder.events.drafts import Draft
from coder.events.gate import Opened
from coder.events.hits import may_hold_trigger
from coder.events.match import match_sentence
from coder.events.reading import Reading
from coder.events.roles.stoppers import name_stoppers
from coder.events.setting.circumstances import attach_circumstances
from coder.events.setting.placing import places_by_sentence
from coder.events.setting.stages import part_days_of_stages
from coder.events.status.attribution import find_sources, tells_of_speaker
from coder.events.status.of_draft import settle_status
from coder.events.together.within import group_within
from coder.events.tracing import sentence_trace
from coder.gazetteer.store import Gazetteer, open_gazetteer
from coder.mentions.actors.typing import named_actors
from coder.mentions.places.dateline import (
    Dateline,
    is_entry,
    place_text_of,
    read_dateline,
    written_on,
)
from coder.mentions.places.finder import find_places
from coder.mentions.quantities import find_quantities
from coder.mentions.times.entry_days import day_of_telling, day_of_words
from coder.nonevents import Told, ToldOf, told_beside
from coder.pipeline.reader import Reader
from coder.pipeline.scene import Scene, is_worth_reading, mentions_of, mentions_of_reading
from coder.pipeline.tables import tables_of
from coder.rules.nonevents import nonevent_rules
from coder.rules.ruleset import RuleSet
from coder.text import sections_of, sentence_spans, sentences, tokenise
from coder.values.events import CodedDocument, Event, EventPlace
from coder.values.labels import CaseProfile, PlaceLevel, Section
from coder.values.mentions import Mention
from coder.values.options import Depth, EngineOptions
from coder.values.text import Document, NormalisedText, Sentence
from coder.values.trace import DocumentTrace, FrameTrial

_MEMORY = 12  # drafts told before that a pronoun may refer to


class Engine:
    """Codes documents. Built once per set of options; picklable through its options.

    >>> from coder.values.text import Document
    >>> engine = Engine()
    >>> text = "Gunmen killed three farmers near Mopti, Mali, on Monday."
    >>> engine.code(Document(doc_id="d1", text=text)).events[0].event_type.value
    'killing'
    """

    def __init__(self, options: EngineOptions | None = None) -> None:
        self.options = options if options is not None else EngineOptions()
        self.rules, self.lexicon, self._gate = tables_of(self.options)
        self.gazetteer: Gazetteer = open_gazetteer(self.options.gazetteer, self.options.places)
        self._nonevents = nonevent_rules()
        self._reader = Reader(self.options, self.gazetteer, self._gate)

    def __reduce__(self) -> tuple[type["Engine"], tuple[EngineOptions]]:
        """Pickle as the options."""
        return Engine, (self.options,)

    @property
    def rules_version(self) -> str:
        """The version every record carries."""
        return self.rules.version

    def code(self, document: Document, *, depth: Depth = Depth.EVERYTHING) -> CodedDocument:
        """What one document tells, as deep as asked. Pure: same input, same answer."""
        return self.code_all([document], depth=depth)[0]

    def code_all(
        self, documents: Sequence[Document], *, depth: Depth = Depth.EVERYTHING
    ) -> list[CodedDocument]:
        """What each document tells, as if it were alone; quicker than one after the other."""
        return self._code(self._open(documents, depth))

    def trace(self, document: Document) -> DocumentTrace:
        """The same, with everything that was looked at, for every sentence."""
        [scene] = self._open([document], Depth.EVERYTHING, everything=True)
        trials: dict[int, list[FrameTrial]] = {}
        (coded,) = self._code([scene], trials)
        traces = tuple(
            sentence_trace(
                reading,
                mentions_of_reading(reading, scene.lexicon),
                trials.get(id(reading), []),
                coded,
            )
            for reading in scene.readings
        )
        return DocumentTrace(sections=scene.sections, sentences=traces, coded=coded)

    def annotate(
        self, document: Document
    ) -> tuple[tuple[NormalisedText, tuple[Mention, ...]], ...]:
        """Every mention of every sentence, by section, in the order of the text."""
        sections = sections_of(document)
        reference, dateline = self._reference(document, sections[-1])
        listed = [(section, item) for section in sections for item in sentences(section)]
        named = [named_actors(item, self.lexicon) for _, item in listed]
        items = [item for _, item in listed]
        places = self._reader.places(items, named, place_text_of(dateline), document.source)
        by_section: dict[Section, list[Mention]] = {section.section: [] for section in sections}
        for (section, item), found in zip(listed, places, strict=True):
            given = self._reader.given(item)
            times = self._reader.times(item, day_of_words(item, reference))
            own: list[Mention] = [*times, *found, *find_quantities(item)]
            by_section[section.section] += mentions_of(item, own, given, self.lexicon)
        return tuple((section, tuple(by_section[section.section])) for section in sections)

    def _open(
        self, documents: Sequence[Document], depth: Depth, *, everything: bool = False
    ) -> list[Scene]:
        """Sections, sentence boundaries, and the sentences worth reading, tokenised."""
        scenes = [self._split(document, depth) for document in documents]
        chosen = [self._chosen(scene, everything=everything) for scene in scenes]
        for scene, opened in zip(scenes, chosen, strict=True):
            scene.sentences = [
                sentence
                for sentence in _tokenised(scene, opened.events)
                if sentence.index not in opened.own or _is_of_use(sentence, self.rules)
            ]
            told = {sentence.index for sentence in scene.sentences}
            scene.beside = _tokenised(scene, [it for it in opened.beside if it not in told])
            if not (scene.sentences or scene.beside):
                scene.depth = Depth.ROWS
        return scenes

    def _split(self, document: Document, depth: Depth) -> Scene:
        """A document as sections and boundaries of sentences."""
        sections = sections_of(document)
        reference, dateline = self._reference(document, sections[-1])
        return Scene(
            document=document,
            sections=sections,
            spans=sentence_spans(sections[-1].text),
            reference=reference,
            dateline=dateline,
            depth=depth,
            lexicon=self.lexicon,
        )

    def _chosen(self, scene: Scene, *, everything: bool) -> Opened:
        """The sentences to read for events and for what is told beside them; -1 is the title."""
        if everything:
            whole = list(range(-len(scene.sections) + 1, len(scene.spans)))
            return Opened(events=whole, beside=[], own=frozenset())
        alone = scene.depth is not Depth.EVERYTHING
        opened = self._gate.scan(scene.sections[-1], scene.spans, events_alone=alone)
        if len(scene.sections) > 1:
            title = scene.sections[0]
            headline = [(0, len(title.text))]
            of_title = self._gate.scan(title, headline, is_text=False, events_alone=alone)
            opened = Opened(
                events=[-1, *opened.events] if of_title.events else opened.events,
                beside=[-1, *opened.beside] if of_title.beside else opened.beside,
                own=opened.own,
            )
        return opened

    def _reference(
        self, document: Document, text: NormalisedText
    ) -> tuple[date | None, Dateline | None]:
        """The day the report was written, and its dateline."""
        dateline = read_dateline(text.text)
        if dateline is not None and not (dateline.is_sure or self._is_town(dateline.place_text)):
            dateline = None
        if dateline is not None and is_entry(text.text, dateline):
            dateline = None  # of the first report of a row
        return written_on(dateline, document.published, text.text), dateline

    def _is_town(self, name: str | None) -> bool:
        """Whether a name in capitals before a colon ("LAHORE: ") can be a place of writing.

        A town may be the namesake of its district ("NAIROBI: "), but of no country ("PERU: ").
        """
        found = self.gazetteer.lookup((name or "").lower())
        return any(
            entry.level is PlaceLevel.PLACE and entry.iso3 == found[0].iso3 for entry in found
        )

    def _code(
        self, scenes: Sequence[Scene], trials: dict[int, list[FrameTrial]] | None = None
    ) -> list[CodedDocument]:
        worth_reading = [scene for scene in scenes if is_worth_reading(scene, self.rules)]
        self._reader.read(worth_reading)
        self._find_events(worth_reading, trials)
        return [self._coded(scene) for scene in scenes]

    def _coded(self, scene: Scene) -> CodedDocument:
        told = self._told(scene) if scene.depth is Depth.EVERYTHING else Told()
        return CodedDocument(
            doc_id=scene.document.doc_id,
            n_sentences=len(scene.spans),
            dateline_place=self._reader.written_at(scene),
            reference_date=scene.reference,
            events=scene.events,
            statements=told.statements,
            control_states=told.control_states,
        )

    def _told(self, scene: Scene) -> Told:
        """The statements and states of control, of the sentences read for events and the others."""
        readings = scene.readings
        if scene.beside:
            named = [named_actors(item, scene.lexicon) for item in scene.beside]
            dateline = set_in(place_text_of(scene.dateline), scene.places)
            places = self._reader.places(scene.beside, named, dateline, scene.document.source)
            others = [
                self._reader.reading(scene, *parts)
                for parts in zip(scene.beside, named, places, strict=True)
            ]
            readings = sorted([*readings, *others], key=lambda item: item.sentence.index)
        told = ToldOf(
            scene.document.doc_id, scene.sections, self.rules, scene.events, scene.reference
        )
        return told_beside(readings, told, self._nonevents)

    def _where_written(self, scene: Scene) -> EventPlace | None:
        """The place of acts of which the whole text tells none: that of writing, codebook 2.4."""
        place = self._reader.written_at(scene)
        if place is None or not holds_all(place, scene.places):
            return None
        end = scene.dateline.end if scene.dateline is not None else 0
        for section in scene.sections:
            for found in find_places(sentences(section), self.gazetteer):
                is_text = section is scene.sections[-1]
                if not holds_all(place, [[p for p in found if p.start >= end or not is_text]]):
                    return None
        return place_of_writing(place, is_seat=self.lexicon.seated(place.name.lower()) is not None)

    def _find_events(
        self, scenes: Sequence[Scene], trials: dict[int, list[FrameTrial]] | None
    ) -> None:
        for scene in scenes:
            scene.drafts = self._drafts(scene, trials)
        for scene in scenes:
            scene.inquired = days_inquired(scene.readings, scene.reference)
            for reading, drafts in zip(scene.readings, scene.drafts, strict=True):
                scene.groups += self._groups(scene, reading, drafts) if drafts else ()
        for scene in scenes:
            scene.acts = self._acts(scene)
        for scene in scenes:
            scene.events = self._build(scene) if scene.acts else ()

    def _drafts(
        self, scene: Scene, trials: dict[int, list[FrameTrial]] | None
    ) -> list[list[Draft]]:
        """The drafts of each sentence."""
        found: list[list[Draft]] = []
        earlier: list[Draft] = []
        for before, reading in zip((None, *scene.readings), scene.readings, strict=False):
            reading.previous = before
            collected = None if trials is None else trials.setdefault(id(reading), [])
            drafts = match_sentence(reading, self.rules, collected, earlier)
            earlier = (earlier + drafts)[-_MEMORY:]
            found.append(drafts)
        return found

    def _acts(self, scene: Scene) -> list[Act]:
        if not scene.groups:
            return []
        reference = None if scene.inquired else scene.reference  # none of its acts is of the past
        groups = settle_news(scene.groups, scene.readings, scene.sections, reference)
        if self.options.merge:
            settle_bombers(groups)
            mark_totals(groups)
        acts = merge_groups(groups, merge=self.options.merge)
        if untold := untold_items(acts, groups):
            acts = with_acts_of_items(acts, untold, self._all_readings(scene))
        if groups and len(scene.spans) <= LONGEST_NOTE and tells_outcome_alone(acts):
            acts = act_of_outcome(acts, groups, self._all_readings(scene))
        attach_what_is_told_apart(acts, scene.readings, self.rules)
        if self.options.merge:
            settle_totals(acts)
            settle_told_at_large(acts)
        return acts

    def _all_readings(self, scene: Scene) -> list[Reading]:
        """Every sentence of a note: what it was done with may stand in one without a trigger."""
        told = {reading.sentence.start for reading in scene.readings}
        rest = [item for item in sentences(scene.sections[-1]) if item.start not in told]
        return scene.readings + [
            self._reader.reading(scene, item, named_actors(item, scene.lexicon), ())
            for item in rest
        ]

    def _groups(
        self, scene: Scene, reading: Reading, drafts: list[Draft]
    ) -> list[tuple[list[Draft], str]]:
        sources = find_sources(reading)
        told = day_of_telling(reading.sentence, scene.reference)
        if scene.inquired and scene.reference is not None:
            told = telling_day(reading, scene.inquired, scene.reference)
        drafts = [draft for draft in drafts if not tells_of_speaker(draft, sources)]
        for draft in drafts:
            attach_circumstances(draft, sources)
            draft.claims, draft.sources = claims_of(draft), sources
            settle_status(draft, self.rules, told)
            name_stoppers(draft, self.rules)
        part_days_of_stages(drafts)
        join_undivided(drafts)
        return group_within(drafts)

    def _build(self, scene: Scene) -> tuple[Event, ...]:
        text = scene.sections[-1]
        known = self.gazetteer, scene.reference, scene.dateline
        heading = heading_of(text, scene.spans, scene.readings, *known)
        context = Context(
            doc_id=scene.document.doc_id,
            aliases=Aliases(text, scene.spans, scene.lexicon),
            names=FullNames(text, scene.lexicon),
            parties=Parties(scene.readings),
            spans=Spans(scene.sections),
            rules=self.rules,
            gazetteer=self.gazetteer,
            reference=scene.reference,
            note=heading.day,
            period=period_of(text.text, scene.reference),
            rows_alone=scene.depth is Depth.ROWS,
            readings=scene.readings,
            places=places_by_sentence(scene.readings),
            previous_place=heading.place or self._where_written(scene),
        )
        return tuple([build_event(act, context) for act in scene.acts])


def _is_of_use(sentence: Sentence, rules: RuleSet) -> bool:
    """Whether a sentence can hold a trigger, or a name of where another act was.

    In a text without case every word may be one.
    """
    return (
        sentence.case is not CaseProfile.MIXED
        or any(word[0].isupper() and word != "I" for word in sentence.words[1:])
        or may_hold_trigger(sentence, rules)
    )


def _tokenised(scene: Scene, indexes: Sequence[int]) -> list[Sentence]:
    """Sentences of a document by their numbers, without its dateline; -1 is the title."""
    found = list[Sentence]()
    for index in indexes:
        if index < 0:
            found += sentences(scene.sections[0])
            continue
        start, end = scene.spans[index]
        if scene.dateline is not None and start < scene.dateline.end < end:
            start = scene.dateline.end
        found.append(tokenise(scene.sections[-1], start, end, index))
    return found

"""Sentences -> readings, for many documents at a time: one kind of mention after the other."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from coder.events.gate import Gate
from coder.events.reading import Reading
from coder.gazetteer.store import Gazetteer
from coder.lexicon.entries import ActorEntry
from coder.lexicon.load import Lexicon
from coder.mentions.actors.context import redefined, settled
from coder.mentions.actors.typing import named_actors
from coder.mentions.actors.unlisted import with_unlisted
from coder.mentions.places.dateline import place_text_of
from coder.mentions.places.finder import find_places, place_spans, resolved_places
from coder.mentions.places.here import says_here, with_here
from coder.mentions.quantities import find_quantities
from coder.mentions.times.entry_days import day_of_words
from coder.mentions.times.finder import DateOrder, find_times
from coder.pipeline.scene import Scene
from coder.plugins import find_by_plugins, mention_finders, with_given
from coder.text import sentences, tokenise
from coder.values.labels import ActorType
from coder.values.mentions import Mention, PlaceMention, Quantity, TimeExpression
from coder.values.options import EngineOptions
from coder.values.text import Sentence

_PRESS = "JRN"
_BANDS = frozenset({ActorType.JIHADIST_GROUP})
_AT_HOME = frozenset(ActorType) - _BANDS - {ActorType.STATE_MILITARY, ActorType.INTL_FORCE}
_Named = tuple[tuple[int, int, ActorEntry], ...]


class Reader:
    """Reads sentences under one set of options. Holds no state of a document."""

    def __init__(self, options: EngineOptions, gazetteer: Gazetteer, gate: Gate) -> None:
        order = options.date_order
        self._date_order = DateOrder(str(order)) if order is not None else DateOrder.UNDECLARED
        self._finders = mention_finders() if options.plugins else ()
        self._gazetteer = gazetteer
        self._gate = gate

    def read(self, scenes: Sequence[Scene]) -> None:
        """Fill in the readings of scenes, and what they are made of.

        Each finder runs over all scenes before the next one begins, as in the engine.
        """
        for scene in scenes:
            scene.lexicon = lexicon = with_unlisted(scene.lexicon, scene.sentences, self._gazetteer)
            scene.named = [named_actors(s, lexicon, scene.contested) for s in scene.sentences]
        scans = [
            place_spans(scene.sentences, self._gazetteer, _blocked(scene.named)) for scene in scenes
        ]
        for scene, scan in zip(scenes, scans, strict=True):
            line, source = place_text_of(scene.dateline), scene.document.source
            scene.places = resolved_places(
                scan,
                dateline=line,
                source=source,
                bodies=_countries(scene.named, _AT_HOME),
                bands=_countries(scene.named, _BANDS),
            )
            if scene.dateline is not None and any(map(says_here, scene.sentences)):
                scene.places = with_here(scene.places, scene.sentences, self.written_at(scene))
        for scene in scenes:
            foreign = redefined(scene.sentences, scene.lexicon)
            if scene.contested or foreign:
                scene.lexicon = self._settled(scene, foreign)
                scene.named = [named_actors(item, scene.lexicon) for item in scene.sentences]
        for scene in scenes:
            told = [day_of_words(item, scene.reference) for item in scene.sentences]
            scene.times = list(map(self.times, scene.sentences, told))
        quantities = [[find_quantities(item) for item in scene.sentences] for scene in scenes]
        for scene, counted in zip(scenes, quantities, strict=True):
            found = zip(
                scene.sentences, scene.named, scene.places, scene.times, counted, strict=True
            )
            scene.readings = [self.reading(scene, *parts) for parts in found]

    def reading(  # noqa: PLR0917 - what a reading is made of
        self,
        scene: Scene,
        sentence: Sentence,
        named: _Named,
        places: tuple[PlaceMention, ...],
        times: tuple[TimeExpression, ...] | None = None,
        quantities: tuple[Quantity, ...] | None = None,
    ) -> Reading:
        """One sentence of a scene, read; times and quantities are found where none are given."""
        given = self.given(sentence)
        if times is None:
            times = self.times(sentence, day_of_words(sentence, scene.reference))
        return Reading(
            sentence,
            scene.lexicon,
            times=with_given(times, given, TimeExpression) if given else times,
            places=with_given(places, given, PlaceMention) if given else places,
            named=named,
            quantities=find_quantities(sentence) if quantities is None else quantities,
            event_heads=self._gate.event_nouns(sentence),
            given=given,
        )

    def given(self, sentence: Sentence) -> tuple[Mention, ...]:
        """What plug-ins find in a sentence."""
        return find_by_plugins(self._finders, sentence)

    def places(
        self,
        items: Sequence[Sentence],
        named: Sequence[_Named],
        dateline: str | None,
        source: str | None,
    ) -> tuple[tuple[PlaceMention, ...], ...]:
        """The places of each sentence; words that name an actor name no place."""
        blocked = _blocked(named)
        return find_places(
            items, self._gazetteer, dateline=dateline, source=source, blocked=blocked
        )

    def written_at(self, scene: Scene) -> PlaceMention | None:
        """The place of writing; null without a dateline, or where its name leads nowhere."""
        if scene.dateline is None or scene.dateline.place_span is None:
            return None
        line = tokenise(scene.sections[-1], *scene.dateline.place_span, 0)
        [found] = find_places([line], self._gazetteer)
        return next((place for place in found if not place.is_demonym), None)

    def times(self, sentence: Sentence, reference: date | None) -> tuple[TimeExpression, ...]:
        """The time expressions of a sentence."""
        where = sentence.text, sentence.start, sentence.end
        words = sentence.vocabulary
        return find_times(*where, reference, date_order=self._date_order, words=words)

    def _settled(self, scene: Scene, foreign: frozenset[str]) -> Lexicon:
        """The lexicon in which contested names stand for the actors this document means."""
        told = [item for section in scene.sections for item in sentences(section)]

        def countries() -> list[str]:
            line, source = place_text_of(scene.dateline), scene.document.source
            places = find_places(told, self._gazetteer, dateline=line, source=source)
            return [p.iso3 for found in places for p in found if p.iso3 is not None]

        year = scene.reference.year if scene.reference is not None else None
        return settled(scene.lexicon, scene.contested, told, countries, year, foreign)


def _blocked(named: Sequence[_Named]) -> list[list[tuple[int, int]]]:
    return [[item[:2] for item in found] for found in named]


def _countries(named: Sequence[_Named], types: AbstractSet[ActorType]) -> list[str]:
    """The countries of listed actors of some types in a document, each once, in the text's order.

    Armies go abroad; what preaches holy war is at home where it comes from, and fights elsewhere;
    the press writes of both.
    """
    told = [
        entry.country
        for found in named
        for _, _, entry in found
        if entry.type in types and entry.sector != _PRESS
    ]
    return list(dict.fromkeys(filter(None, told)))

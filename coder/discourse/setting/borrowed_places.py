"""The place of an act that names none, from what is told around it: the scene, or who speaks of it.

"A standoff continues in Marawi. Snipers shot two soldiers": the scene. "Police in Kisumu said he
had been beaten", "the mayor of Kisumu said": who serves a town speaks of what happened there.
"""

from collections.abc import Iterable, Iterator, Sequence

from coder.discourse.acts import Act
from coder.events.drafts import SourceDraft
from coder.events.reading import Reading
from coder.events.setting.elsewhere import is_modifier, is_of_care, is_party
from coder.events.status.attribution import find_sources
from coder.events.status.speech import is_place_of_speech
from coder.gazetteer.names import name_key
from coder.gazetteer.words import capitals
from coder.lexicon.closed import AT_PLACE
from coder.lexicon.words import noun_classes
from coder.text.items import item_of
from coder.values.events import EventPlace
from coder.values.labels import ActorType, PlaceLevel, SourceType
from coder.values.mentions import PlaceMention

_OF_FOR = frozenset({"of", "for"})
_MAX_BACK = 1  # sentences
_LEVELS = frozenset(
    {PlaceLevel.PLACE, PlaceLevel.DISTRICT, PlaceLevel.ADMIN1, PlaceLevel.ADMIN2}
    | {PlaceLevel.ADMIN3, PlaceLevel.SITE}
)
_OF_STATE = frozenset(
    {ActorType.GOVERNMENT_OFFICIAL, ActorType.STATE_OTHER, ActorType.STATE_POLICE}
)
_LOCAL = frozenset({SourceType.WITNESS, SourceType.MEDICAL, SourceType.LOCAL_OFFICIAL})
_ON_THE_SPOT = frozenset({SourceType.OTHER, SourceType.MONITOR_NGO})  # "aid workers in Gao say"
_SERVING = _LOCAL | {SourceType.STATE_OFFICIAL, SourceType.STATE_SECURITY}


def setting_of(act: Act, readings: Sequence[Reading]) -> PlaceMention | None:
    """The place of who speaks of the act on the spot, else of the scene told just before it.

    Without ``readings`` of the first alone, who is no medic: the wounded come to them from afar.
    """
    speakers = (it for draft in act.drafts for it in draft.sources)
    if not readings:
        speakers = (it for it in speakers if it.source_type is not SourceType.MEDICAL)
    return next(_of_local_speakers(speakers), None) or next(_scenes(act, readings), None)


def _of_local_speakers(sources: Iterable[SourceDraft]) -> Iterator[PlaceMention]:
    for source in sources:
        if not _is_local(source):
            yield from (place for place in _served_by(source) if not _is_capital(place))
        if not (_is_local(source) or source.source_type in _ON_THE_SPOT):
            continue
        for place, number in _standing(source.reading):
            if is_place_of_speech(source.reading.clauses, source, number) and (
                _is_local(source) or not _is_capital(place)
            ):
                yield place
        if _is_local(source):
            yield from _served_by(source)


def _served_by(source: SourceDraft) -> Iterator[PlaceMention]:
    """As in "Kisumu police", "the governor of Bomet": the place in the name of who speaks."""
    reading, nominal = source.reading, source.nominal
    if nominal is None or source.source_type not in _SERVING:
        return
    clauses, last = reading.clauses, nominal.chunk
    while clauses.kinds[last + 1 : last + 3] == "PN" and clauses.first_words[last + 1] in _OF_FOR:
        last += 2  # "a spokesman for the police of Kisumu"
    groups = range(nominal.chunk, last + 1)
    for place in reading.places:
        is_town = not place.is_demonym and place.level in _LEVELS and place.iso3 is not None
        if is_town and clauses.at_token[place.first] in groups:
            yield place


def _is_local(source: SourceDraft) -> bool:
    """Whether who speaks can only know of what happened where they are."""
    actor = source.nominal.actor if source.nominal is not None else None
    return source.source_type in _LOCAL or (
        actor is not None and actor.type is ActorType.STATE_POLICE
    )


def _scenes(act: Act, readings: Sequence[Reading]) -> Iterator[PlaceMention]:
    """The places where something goes on in the sentences before, the nearest sentence first.

    A capital, where all and sundry meet and speak, is none.
    """
    index = act.main.reading.sentence.index
    for reading in reversed(readings):
        if not 0 < index - reading.sentence.index <= _MAX_BACK or reading.sentence.index < 0:
            continue
        if item_of(reading.sentence) != item_of(act.main.reading.sentence):
            continue
        sources = find_sources(reading)
        for place, number in _standing(reading):
            if not _is_capital(place) and not any(
                is_place_of_speech(reading.clauses, source, number) for source in sources
            ):
                yield place
        yield from _topics(reading)


def _is_capital(place: PlaceMention) -> bool:
    return name_key(capitals().get(place.iso2 or "", "")) == name_key(place.name)


def _topics(reading: Reading) -> Iterator[PlaceMention]:
    """The place that a sentence is about: "Bama was calm", "Residents of the town of Bama stayed".

    What follows happened there; a capital is told of as the seat of a government as well.
    """
    clauses, nouns = reading.clauses, noun_classes()
    kinds, named = clauses.kinds, nouns["topic_place"] | nouns["topic_people"]
    at = 0
    while kinds[at : at + 2] == "NP" and clauses.first_words[at + 1] == "of":
        if clauses.head_words[at] not in named:
            return
        at += 2
    verb = kinds.find("V", at) if kinds[at : at + 2] == "N," else at + 1
    if kinds[at : at + 1] != "N" or kinds[verb : verb + 1] not in {"V", "X"}:
        return
    group, norms = clauses.chunks[at], reading.sentence.norms
    if norms[clauses.chunks[verb].last - 1] not in nouns["topic_verb"]:
        return
    for place in reading.places:
        is_head = place.last == group.last and not place.is_demonym
        if not is_head and group.first <= place.first < place.last < group.last:
            # "Bama's bus station was empty"
            is_head = norms[place.last] == "'s" and "facility" in reading.nominal(at).fillers
        if is_head and place.level in _LEVELS and place.iso3 and not is_party(reading, place):
            yield place


def _standing(reading: Reading) -> Iterator[tuple[PlaceMention, int]]:
    """The places of a sentence that stand behind a word of place, with their groups.

    Or that somebody came to: "The rebels entered Sinja. Shells landed on the market".
    """
    clauses, coming = reading.clauses, noun_classes()["scene_verb"]
    for place in reading.places:
        number = clauses.at_token[place.first]
        if place.is_demonym or place.level not in _LEVELS or place.iso3 is None:
            continue
        if not clauses.kinds.endswith("P", 0, number):
            if (
                number
                and clauses.kinds[number - 1] in "VX"
                and clauses.head_words[number - 1] in coming
            ):
                yield place, number
            continue
        before = reading.sentence.norms[clauses.chunks[number - 1].last - 1]
        if before in AT_PLACE and not (
            is_modifier(reading, place) or is_party(reading, place) or is_of_care(reading, place)
        ):
            yield place, number


def state_told(act: Act, readings: Sequence[Reading]) -> PlaceMention | None:
    """The one country whose government the text names up to an act: "Peru's president resigned"."""
    index = act.main.reading.sentence.index
    found = {
        place.iso3: place
        for reading in readings
        if reading.sentence.index <= index
        for place in reading.places
        if place.level is PlaceLevel.COUNTRY and _is_of_state(reading, place)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def is_of_later(act: Act, where: EventPlace, places: Sequence[tuple[int, PlaceMention]]) -> bool:
    """As in "Peru's president fell after riots. In Washington, the Fund said": told once, later."""
    told = [index for index, place in places if place.iso3 == where.iso3]
    return len(told) == 1 and told[0] > act.main.reading.sentence.index


def _is_of_state(reading: Reading, place: PlaceMention) -> bool:
    if not is_modifier(reading, place):
        return False
    actor = reading.nominal(reading.clauses.at_token[place.first]).actor
    return actor is not None and actor.type in _OF_STATE

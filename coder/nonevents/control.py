"""A frame of control with its roles -> rows of ``control_states``, one a place."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from coder.events.reading import Reading
from coder.events.status.attribution import find_sources
from coder.lexicon.closed import UNTIL
from coder.mentions.actors.typing import named_actors, type_actor
from coder.mentions.times.finder import find_times
from coder.nonevents.document import Telling
from coder.nonevents.fillers import is_place, place_in
from coder.nonevents.links import change_of
from coder.nonevents.roles import Found, RoleWords
from coder.nonevents.statements import digest
from coder.nonevents.status import is_former, is_negated, is_told
from coder.rules.nonevents import NonEventRules
from coder.values.kinds import PROVINCES_AND_COUNTRIES
from coder.values.labels import ActorType, Recency
from coder.values.mentions import PlaceMention, TimeExpression
from coder.values.nonevent_labels import ControlExtent, ControlKind
from coder.values.nonevents import ControlState, HeldPlace, Party, Words
from coder.values.text import Sentence

_WITHIN = frozenset({"in", "of", "around", "near", "on", "across", "at"})
_SINCE = frozenset({"since", "from"})
_NO_HOLDERS = frozenset({ActorType.ORGANISATION, ActorType.CIVILIANS})
_MEASURES = frozenset(
    {"kilometres", "kilometers", "km", "miles", "hectares", "acres", "percent", "per", "%"}
)


def states_of(found: Found, source: Telling, rules: NonEventRules) -> Iterator[ControlState]:
    """The states of one clause, a row for each place it names."""
    if not is_told(found):
        return
    reading, hit = found.reading, found.hit
    kind = ControlKind(found.frame.kind)
    if is_negated(found):
        if kind is not ControlKind.HELD:
            return
        kind = ControlKind.NOT_HELD
    actor = _party(found, "actor", source)
    other = _party(found, "other", source) or _second(found, source)
    trigger = source.words(reading, hit.first, hit.last)
    places = [found.roles["place"], *found.others.get("place", ())]
    held = [held_place(reading, words, source, rules) for words in places]
    for ordinal, place in enumerate(_with_shared_area(held)):
        yield _state(found, source, kind, trigger, (actor, other), place, ordinal)


def _with_shared_area(places: list[HeldPlace]) -> list[HeldPlace]:
    """As in "18 villages and towns in Homs": the area behind a list is that of all unnamed ones."""
    last = places[-1]
    return [
        replace(place, admin1=last.admin1, iso3=last.iso3)
        if place.iso3 is None and place.name is None
        else place
        for place in places
    ]


def compound_states(
    reading: Reading, source: Telling, rules: NonEventRules
) -> Iterator[ControlState]:
    """As in "the rebel-held town of Douma": who holds it stands inside the word."""
    norms = reading.sentence.norms
    for token, norm in enumerate(norms):
        if "-" not in norm:
            continue
        prefix, mark, suffix = norm.rpartition("-")
        if not mark or suffix not in rules.compounds or not prefix:
            continue
        number = reading.clauses.at_token[token]
        if reading.clauses.kinds[number] != "N":
            continue
        nominal = reading.nominal(number)
        if not is_place(reading, nominal):
            continue
        frame = rules.frames[rules.compounds[suffix]]
        actor = _inside(reading, token, len(prefix), source)
        if actor is None:
            continue
        place = held_place(reading, RoleWords(nominal.first, nominal.last, nominal), source, rules)
        trigger = source.words(reading, token, token + 1)
        change = change_of(place, actor, source)
        yield ControlState(
            state_id="cs_" + digest(source.doc_id, trigger, frame.kind),
            telling=source.telling(reading, trigger, frame.frame_id),
            kind=ControlKind(frame.kind),
            recency=Recency.CURRENT,
            actor=actor,
            other=None,
            place=place,
            as_of=source.reference,
            since_first=None,
            since_last=None,
            since=None,
            source_name=None,
            source_type=None,
            event_id=None if change is None else change[0],
            event_relation=None if change is None else change[1],
        )


def _state(  # noqa: PLR0917 - the parts of a row
    found: Found,
    source: Telling,
    kind: ControlKind,
    trigger: Words,
    parties: tuple[Party | None, Party | None],
    place: HeldPlace,
    ordinal: int,
) -> ControlState:
    reading = found.reading
    actor, other = parties
    since = _time_behind(reading, found, _SINCE)
    began = _days_of(reading, since, source)
    past = _time_behind(reading, found, UNTIL)
    dated = _own_day(found, source)
    is_past = is_former(found) or past is not None or dated is not None
    told_by = next(iter(find_sources(reading)), None)
    state = ControlState(
        state_id="cs_"
        + digest(source.doc_id, trigger, found.frame.kind, f"|{ordinal}" if ordinal else ""),
        telling=source.telling(reading, trigger, found.frame.frame_id),
        kind=kind,
        recency=Recency.BACKGROUND if is_past else Recency.CURRENT,
        actor=actor,
        other=other,
        place=place,
        since_first=began[0],
        since_last=began[1],
        since=source.at(reading, since.start, since.end) if since else None,
        as_of=None if is_past else source.reference,
        source_name=None if told_by is None else told_by.name,
        source_type=None if told_by is None else told_by.source_type,
        event_id=None,
        event_relation=None,
    )
    change = change_of(place, actor, source)
    if change is None:
        return state
    return replace(state, event_id=change[0], event_relation=change[1])


def _party(found: Found, role: str, source: Telling) -> Party | None:
    words = found.roles.get(role)
    if words is None or words.nominal is None:
        return None
    party = source.names.party(found.reading, words.nominal, words.last)
    if party.name is None and "pronoun" in words.nominal.fillers:
        return _named_before(found.reading, words.nominal.first, party)
    return party


def _named_before(reading: Reading, token: int, party: Party) -> Party:
    """As in "... the front, in the areas it controls": the group named last in the sentence."""
    for _, last, entry in reversed(reading.named):
        if last <= token and entry.type not in _NO_HOLDERS:
            return replace(party, name=entry.name, type=entry.type)
    return party


def _second(found: Found, source: Telling) -> Party | None:
    """As in "contested by A and B", "the line between A and B": the second holder."""
    if "other" not in found.frame.roles and found.frame.kind != ControlKind.FRONT_LINE:
        return None
    for words in found.others.get("actor", ()):
        if words.nominal is not None and found.frame.kind != ControlKind.HELD:
            return source.names.party(found.reading, words.nominal, words.last)
    return None


def held_place(
    reading: Reading, words: RoleWords, source: Telling, rules: NonEventRules
) -> HeldPlace:
    """The place of a state: its words, what they name, how many and how much of it."""
    first, last = words.first, words.last
    norms = reading.sentence.norms
    extent = next(
        (
            rules.extents[norms[token]]
            for token in range(first, last)
            if norms[token] in rules.extents and _measures(reading, token)
        ),
        None,
    )
    named = place_in(reading, first, last)
    around = None
    if named is None:
        around, last = _around(reading, last)
    quantity = words.nominal.quantity if words.nominal is not None else None
    where = named or around
    is_itself = where is not None and (
        named is not None or where.level not in PROVINCES_AND_COUNTRIES
    )
    if quantity is not None and _MEASURES.intersection(norms[first:last]):
        quantity = None  # "510 square kilometres of the heights"
    number = quantity.best if quantity is not None and quantity.best is not None else None
    if number is None and quantity is not None:
        number = quantity.low
    return HeldPlace(
        words=source.words(reading, first, last),
        name=where.name if where is not None and is_itself else None,
        admin1=where.admin1 if where is not None else None,
        iso3=where.iso3 if where is not None else None,
        gazetteer_id=where.gazetteer_id if where is not None and is_itself else None,
        number=number,
        extent=ControlExtent(extent) if extent is not None else None,
    )


def _measures(reading: Reading, token: int) -> bool:
    """Whether a word of extent measures a place: "parts of", "most", "the entire"; not "areas"."""
    norms = reading.sentence.norms
    head = reading.clauses.chunks[reading.clauses.at_token[token]].head
    return token < head or norms[token + 1 : token + 2] == ("of",)


def _around(reading: Reading, last: int) -> tuple[PlaceMention | None, int]:
    """As in "a small area in the south of X": the place behind, and where its words end."""
    clauses = reading.clauses
    at = clauses.at_token[last - 1] + 1
    while clauses.kinds[at : at + 2] == "PN" and clauses.first_words[at] in _WITHIN:
        nominal = reading.nominal(at + 1)
        if reading.tags[nominal.head] == "D":
            break  # "in the | northwest"
        last = nominal.last
        named = place_in(reading, nominal.first, nominal.last)
        if named is not None:
            return named, last
        at = clauses.at_token[last - 1] + 1
    return None, last


def _inside(reading: Reading, token: int, length: int, source: Telling) -> Party | None:
    """The party that the first part of a compound names."""
    sentence = reading.sentence
    start = sentence.starts[token]
    word, end = sentence.words[token][:length], start + length
    alone = Sentence(
        section=sentence.section,
        index=sentence.index,
        text=sentence.text,
        start=start,
        end=end,
        words=(word,),
        norms=(word.lower(),),
        starts=(start,),
        ends=(end,),
        case=sentence.case,
    )
    words = source.at(reading, start, end)
    for _, _, entry in named_actors(alone, reading.lexicon):
        return Party(name=entry.name, type=entry.type, words=words)
    actor = type_actor(alone, 0, 1, 0, reading.lexicon, None)
    if actor is not None:
        return Party(name=actor.name, type=actor.type, words=words)
    if reading.lexicon.nations.get(word.lower()):
        return Party(name=None, type=None, words=words)
    return None


def _time_behind(
    reading: Reading, found: Found, prepositions: frozenset[str]
) -> TimeExpression | None:
    """The time that a preposition introduces in the trigger's clause: "since 2012"."""
    sentence = reading.sentence
    left, right = reading.clauses.clause(found.hit.chunk)
    chunks = reading.clauses.chunks
    first, last = chunks[left].first, chunks[right - 1].last
    for time in reading.times:
        at = bisect_left(sentence.starts, time.start)
        if first <= at < last and (
            sentence.norms[at] in prepositions or (at and sentence.norms[at - 1] in prepositions)
        ):
            return time
    return None


def _days_of(
    reading: Reading, since: TimeExpression | None, source: Telling
) -> tuple[date | None, date | None]:
    """The days in which a state can have begun: of "since 2013" those of 2013."""
    if since is None:
        return None, None
    first, _, rest = since.text.partition(" ")
    start = since.end - len(rest) if first.lower() in _SINCE else since.start
    inner = find_times(reading.sentence.text, start, since.end, source.reference)
    return (inner[0].first, inner[0].last) if inner else (since.first, since.last)


def _own_day(found: Found, source: Telling) -> TimeExpression | None:
    """A year or day that is over, told of the state itself: "controlled the town in 2014"."""
    if source.reference is None:
        return None
    reading = found.reading
    sentence = reading.sentence
    for time in reading.times:
        at = bisect_left(sentence.starts, time.start)
        before = sentence.norms[at - 1] if at else ""
        is_over = time.last is not None and (source.reference - time.last).days > 30  # noqa: PLR2004 - a month
        if is_over and before in {"in", "between", "during"} and at >= found.hit.first:
            return time
    return None

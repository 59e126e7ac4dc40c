"""When and where of a draft: which time and place words of its sentence belong to its trigger."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from coder.events.days_apart import set_days_apart
from coder.events.drafts import Draft, SourceDraft
from coder.events.elsewhere import WAY, is_modifier, is_of_care, is_party
from coder.events.names import dates_office, is_part_of_name, is_person_name
from coder.events.nominals import is_rank
from coder.events.reading import Reading
from coder.events.rows import share_of_row
from coder.events.speech import is_day_of_speech, is_place_of_speech
from coder.events.tolls import tells_toll_of
from coder.grammar import Clauses
from coder.lexicon.words import noun_classes
from coder.mentions.places_syntax import BETWEEN
from coder.values.labels import DateBasis, DatePrecision, EventType, PlaceLevel, TimexType
from coder.values.mentions import PlaceMention, TimeExpression

_LOCATIVE = frozenset(
    {"in", "at", "near", "on", "outside", "inside", "around", "across", "along", "behind", "off"}
    | {"between", "under", "over", "within", "throughout", "against", "of", "towards", "by", "to"}
    | {"next", "opposite", "beside", "beyond"}
)
_PUBLICATION = frozenset({"published", "publication", "posted", "updated", "dated"})
_NOWHERE = -9  # a score that leaves a place out
_COARSE = frozenset({DatePrecision.WEEK, DatePrecision.MONTH, DatePrecision.YEAR})
_RANK_GAP = 10  # tokens between the rank and "since"
_MAX_PLACES = 12  # the nearest: a list of more names is no address
_CHAIN_GAP = 4
_PARTICIPLE = re.compile(r"N[XK][^,:CUWVXKIG]*\Z")  # what describes the subject of a later verb
_VERBAL = frozenset("VXKIG")
_OTHER_CLAUSE = _VERBAL | frozenset(",:CUW")
_TAKES = frozenset("VXG")
_ITEM_HEAD = 5  # groups before the dash: a date, and a time of day in brackets


def attach_circumstances(draft: Draft, sources: list[SourceDraft]) -> None:
    """Fill ``times`` (the surest first) and ``places`` (the surest first, its chain behind it)."""
    # The day of a toll is the day it was told, not the day of the act.
    draft.times = [] if "toll" in draft.frame.tags else _times(draft, sources)
    draft.places = _places(draft, sources)
    set_days_apart(draft)


def places_by_sentence(readings: Iterable[Reading]) -> tuple[tuple[int, PlaceMention], ...]:
    """The places of a document that may say where, each with the index of its sentence."""
    return tuple(
        (reading.sentence.index, place)
        for reading in readings
        for place in reading.places
        if not is_modifier(reading, place) and not is_party(reading, place)
    )


def _times(  # noqa: C901 - one walk, read in one place
    draft: Draft, sources: list[SourceDraft]
) -> list[TimeExpression]:
    reading = draft.reading
    if not reading.times:
        return []
    clauses = reading.clauses
    starts = reading.sentence.starts
    own = {draft.chunk, draft.governor}  # "carried out on Monday four raids" says nothing
    speech = {source.verb for source in sources if source.verb is not None} - own
    left, right = clauses.clause(draft.chunk)
    relative = _year_before_when(reading, left)
    if relative is not None:
        return [relative]
    inside: list[tuple[int, int, TimeExpression]] = []
    outside: list[tuple[int, int, TimeExpression]] = []
    for order, time in enumerate(reading.times):
        is_length = time.type is TimexType.DURATION and time.first is None
        if is_length or _dates_the_text(reading, time):
            continue
        number = clauses.at_token[bisect_left(starts, time.start)]
        if number != draft.chunk and _dates_another(reading, time, number):
            continue
        if is_day_of_speech(reading, number, speech) or tells_toll_of(draft, number):
            continue
        if _is_of_another(draft, time, number):
            continue
        is_between = _is_interruption(clauses, time, number, draft.chunk)
        if is_between or _dates_whom(clauses, number, draft):
            continue
        if dates_office(reading, number, draft.chunk):
            continue
        distance = abs(number - draft.chunk)
        is_inside = left <= number < right or _heads_item(clauses, number)
        if time.is_open_start and not is_inside and ",W" in clauses.kinds[draft.chunk : number]:
            continue  # "..., which has counted 140 deaths since May"
        (inside if is_inside else outside).append((distance, order, time))
    if inside:
        return [time for _, _, time in sorted(_of_row(draft, inside), key=lambda item: item[:2])]
    if len(outside) == 1 or (outside and draft.support != "verb"):
        return [time for _, _, time in sorted(outside, key=lambda item: item[:2])]
    return []


def _of_row(
    draft: Draft, times: list[tuple[int, int, TimeExpression]]
) -> list[tuple[int, int, TimeExpression]]:
    """As in "the raid on A on Monday and the murder of B on Friday": each noun has its own day."""
    share = share_of_row(draft.reading, draft.chunk) if draft.support != "verb" else None
    if share is None or len(times) == 1:
        return times
    reading = draft.reading
    at_token, starts = reading.clauses.at_token, reading.sentence.starts
    own = [
        item
        for item in times
        if share[0] <= at_token[bisect_left(starts, item[2].start)] < share[1]
    ]
    return own or times


def _year_before_when(reading: Reading, left: int) -> TimeExpression | None:
    """As in "the worst since 2011, when 24 died": the time that a clause with "when" is about."""
    clauses = reading.clauses
    if not left or reading.sentence.norms[clauses.chunks[left - 1].first] != "when":
        return None
    at = left - 2 - (clauses.kinds[left - 2 : left - 1] == ",")
    return next(
        (
            time
            for time in reading.times
            if clauses.at_token[bisect_left(reading.sentence.starts, time.start)] == at
        ),
        None,
    )


def _heads_item(clauses: Clauses, number: int) -> bool:
    """As in "30 November (night) - Armed men looted": the date an item of a list begins with."""
    kinds = clauses.kinds
    end = kinds.find(":", number)
    return 0 <= end <= _ITEM_HEAD and not kinds[:end].strip("t()")


def _is_interruption(clauses: Clauses, time: TimeExpression, number: int, trigger: int) -> bool:
    """As in "Ruiz, whose term began in 1986, was shot": a clause closed before the verb."""
    if number >= trigger or "," not in clauses.kinds[number:trigger]:
        return False
    kinds = clauses.kinds
    opening = kinds.rfind("W", 0, number)
    if opening < 0:
        return False
    # "which pulled out of the city in August"; a day may be that of both
    is_plain = time.precision in _COARSE and kinds[opening + 1] == "X"
    verb = opening + 1 if is_plain else kinds.find("V", opening, number)
    return verb >= 0 and "," not in kinds[verb:number]


def _dates_whom(clauses: Clauses, number: int, draft: Draft) -> bool:
    """As in "Pupils abducted in April were freed": the participle of the subject has the date.

    And in "cited a treaty signed in 1914, to drop the murder case": that of another noun.
    """
    is_noun = draft.construction == "nominal"
    is_verb = draft.support == "verb" and clauses.kinds[draft.chunk] == "V"
    if number >= draft.chunk or not (is_noun or is_verb):
        return False
    participle = _PARTICIPLE.search(clauses.kinds, 0, number)
    if participle is None:
        return False
    is_apart = bool(set(clauses.kinds[number : draft.chunk]) & _OTHER_CLAUSE)
    is_of_object = clauses.kinds[max(participle.start() - 1, 0)] in _VERBAL
    return (is_apart and is_of_object) if is_noun else not is_apart


def _dates_another(reading: Reading, time: TimeExpression, number: int) -> bool:
    """As in "the worst raid since the 2013 siege": the year of what it is compared with.

    And in "money meant to pay Christmas bonuses": a day that says what kind of thing it is.
    """
    clauses = reading.clauses
    if clauses.kinds[max(number - 1, 0) : number + 2] == "ItN":
        return time.basis is DateBasis.EXPLICIT
    if clauses.kinds[number] != "N" or not number:
        return False
    return reading.sentence.norms[clauses.chunks[number - 1].first] == "since"


def _dates_the_text(reading: Reading, time: TimeExpression) -> bool:
    """As in "Published April 26, 2017": the date of the text, and of no act."""
    token = bisect_left(reading.sentence.starts, time.start)
    if token > 0 and reading.sentence.norms[token - 1] in _PUBLICATION:
        return True
    return (
        reading.sentence.index <= 0
        and time.basis is DateBasis.EXPLICIT
        and time.precision is DatePrecision.DAY
        and _is_stamp(reading, token, time)
    )


def _is_stamp(reading: Reading, token: int, time: TimeExpression) -> bool:
    """As in "6 Oct 2017 At least 79 civilians died": a full date that no word ties to the story.

    A date with a comma, a dash or a preposition beside it is told of something.
    """
    sentence = reading.sentence
    if not time.text[-4:].isdigit() or (token and not sentence.words[token - 1].isupper()):
        return False
    behind = next(
        (word for word, at in zip(sentence.words, sentence.starts, strict=True) if at >= time.end),
        "",
    )
    return behind[:1].isupper() or behind[:1].isdigit()


def _is_of_another(draft: Draft, time: TimeExpression, number: int) -> bool:
    """Whether a time belongs to another act or a count of acts beside the trigger.

    "Demanded the return of land seized in the 1970s", "the third in the city this month", "killed
    ten and brought the number of people killed since January to 95".
    """
    reading = draft.reading
    if time.precision is DatePrecision.YEAR and draft.is_behind_participle(number):
        return True
    if time.is_open_start:
        between = reading.clauses.kinds[draft.chunk + 1 : number]
        return "NX" in between or _ranks(reading, time)
    if time.precision not in _COARSE:
        return False
    return _is_of_ordinal(reading, number) or _is_of_toll(draft, number)


def _is_of_toll(draft: Draft, number: int) -> bool:
    """As in "was shot dead, bringing to 12 the number killed this month": the period of a count."""
    clauses = draft.reading.clauses
    at = clauses.kinds.find("G", draft.chunk + 1, number)
    head = draft.reading.sentence.norms[clauses.chunks[at].head] if at >= 0 else ""
    return head in noun_classes()["toll_change"]


def _ranks(reading: Reading, time: TimeExpression) -> bool:
    """As in "the deadliest attack since 2015", "the first since May": no date of the act."""
    before = reading.sentence.norms[: bisect_left(reading.sentence.starts, time.start)]
    return any(map(is_rank, before[-_RANK_GAP:]))


def _is_of_ordinal(reading: Reading, number: int) -> bool:
    """As in "the third in the city this month": a period in which acts are counted."""
    clauses = reading.clauses
    at = number - 1
    while at > 0 and clauses.kinds[at] in "NP":
        group = clauses.chunks[at]
        if reading.sentence.norms[group.head] in noun_classes()["ordinal"]:
            return clauses.kinds[at - 1] == ","
        at -= 1
    return False


def _places(draft: Draft, sources: list[SourceDraft]) -> list[PlaceMention]:
    if "care" in draft.frame.tags:
        return []  # "are being treated in Jos": not where they came to harm
    reading = draft.reading
    named = [item.nominal for item in draft.fillers if is_person_name(item.nominal)]
    places = [
        p
        for p in reading.places
        if not (p.is_demonym or is_modifier(reading, p) or is_party(reading, p))
        and not any(is_part_of_name(reading, p, nominal) for nominal in named)
    ]
    if not places:
        return []
    places.sort(key=lambda place: abs(place.first - draft.first))
    scored = [
        (_score(draft, place, sources), -abs(place.first - draft.first), place)
        for place in places[:_MAX_PLACES]
        if draft.support != "dependent" or not is_of_care(reading, place)
    ]
    scored.sort(key=lambda item: (-item[0], -item[1], item[2].first))
    if not scored or scored[0][0] < 0:
        return []
    best = scored[0]
    first = _finer(best[2], scored)
    chain = [first, best[2]] if first is not best[2] else [first]
    rest = sorted((item[2] for item in scored[1:] if item[0] >= -1), key=lambda place: place.first)
    for place in rest:
        is_pair = place.relation == BETWEEN == best[2].relation
        if is_pair or any(_is_chained(reading, place, other) for other in chain):
            chain.append(place)
    return chain


_FINE = frozenset({PlaceLevel.PLACE, PlaceLevel.DISTRICT, PlaceLevel.SITE})
_AREAS = frozenset({PlaceLevel.ADMIN1, PlaceLevel.ADMIN2})


def _finer(best: PlaceMention, scored: list[tuple[int, int, PlaceMention]]) -> PlaceMention:
    """A town of the clause inside the area that stands nearest: "in al-Bab and ... Aleppo"."""
    if best.level not in _AREAS or best.admin1 is None:
        return best
    for score, _, place in scored:
        inside = place.level in _FINE and place.relation is None and place.admin1 == best.admin1
        if inside and score > 0:
            return place
    return best


def _score(draft: Draft, place: PlaceMention, sources: list[SourceDraft]) -> int:
    reading = draft.reading
    clauses = reading.clauses
    number = clauses.at_token[place.first]
    if _is_of_other_act(reading, draft.chunk, number) or any(
        source.first <= place.first < source.last or is_place_of_speech(clauses, source, number)
        for source in sources
    ):
        return _NOWHERE
    for filler in draft.fillers:
        nominal = filler.nominal
        if nominal.first <= place.first < nominal.last:
            if nominal.place is not None or "place" in nominal.fillers:
                return 4
            if nominal.target is not None:
                return 3
            is_whose = filler.effect is not None and _is_nationality(reading, place)
            return _NOWHERE if is_whose or is_modifier(reading, place) else 0
    before = clauses.kinds[number - 1 : number]
    preposition = reading.sentence.norms[clauses.chunks[number - 1].last - 1] if number else ""
    left, right = clauses.clause(draft.chunk)
    score = 1 if left <= number < right else 0
    if before == "P" and preposition in WAY:
        return score + _of_way(draft, preposition)
    score += _is_taken(clauses, number)
    if any(number in phrase.groups for phrase in clauses.phrases(draft.chunk)) or (
        draft.governor is not None
        and any(number in phrase.groups for phrase in clauses.phrases(draft.governor))
    ):
        score += 2
    elif before == "P" and preposition in _LOCATIVE:
        score += 1
    return score


def _is_nationality(reading: Reading, place: PlaceMention) -> bool:
    """As in "Two Lesotho soldiers were hurt", behind the sentence of the act: who they were."""
    return place.level is PlaceLevel.COUNTRY and reading.sentence.index > 0


def _is_of_other_act(reading: Reading, act: int, number: int) -> bool:
    """As in "carried out the bombings to avenge an offensive on A": A saw the offensive."""
    kinds = reading.clauses.kinds
    purpose = kinds.find("IN", act + 1, number)
    if purpose < 0:
        return False
    return reading.clauses.chunks[purpose + 1].head in reading.event_heads


def _of_way(draft: Draft, preposition: str) -> int:
    """What a way from or to a place is worth; who flees is driven from the one, not the other."""
    if draft.type is not EventType.DISPLACEMENT:
        return -1
    return 1 if preposition == "from" else _NOWHERE


def _is_taken(clauses: Clauses, number: int) -> bool:
    """As in "captured Bama": what a verb has as its object is where it was done."""
    before = clauses.kinds[number - 1 : number]
    return before in _TAKES and number in clauses.objects(number - 1)


def _is_chained(reading: Reading, place: PlaceMention, other: PlaceMention) -> bool:
    """Names a few words apart with no verb between make one address."""
    first, last = sorted(((place.first, place.last), (other.first, other.last)))
    between = reading.tags[first[1] : last[0]]
    return len(between) <= _CHAIN_GAP and not any(letter in between for letter in 'VXLZGKC:U"')

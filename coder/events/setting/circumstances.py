"""When an act was: which of the times of its sentence belong to it; ``placing`` says where."""

import re
from bisect import bisect_left
from dataclasses import replace

from coder.events.counts.tolls import tells_toll_of
from coder.events.drafts import Draft, SourceDraft
from coder.events.reading import Reading
from coder.events.roles.captives import STATE, VANISHED
from coder.events.roles.names import dates_office
from coder.events.roles.nominals import is_rank
from coder.events.setting.days_apart import set_days_apart, without_days_beside
from coder.events.setting.days_of_subject import (
    dates_paper,
    dates_the_text,
    dates_what_is_known,
    dates_whom,
    tells_scene,
)
from coder.events.setting.elsewhere import is_of_avenged, is_of_meeting
from coder.events.setting.placing import places_of
from coder.events.setting.stages import (
    is_embedded,
    is_in_aside,
    is_of_scene,
    is_of_what_went_before,
)
from coder.events.status.known_for import dates_making
from coder.events.status.ranked import COARSE, counts_times, ranking
from coder.events.status.speech import hearings, is_day_of_speech
from coder.events.together.rows import share_of_row
from coder.events.together.when_clauses import happened_as
from coder.grammar import Clauses
from coder.grammar.chunks import FINITE
from coder.lexicon.words import noun_classes
from coder.mentions.times.values import month_span, week_span, year_span
from coder.values.kinds import CUSTODY
from coder.values.labels import DateBasis, DatePrecision, EventType, PlaceLevel, TimexType
from coder.values.mentions import TimeExpression

_RANK_GAP = 10  # tokens between the rank and "since"
_CLAUSE = re.compile(r"N(?:[PC]N){0,3}A?[VX]")  # behind a preposition: "after a mob lynched two"
_OWN_CLAUSE = re.compile(r"t(?:PN|t)*,?N(?:[PC]N){0,3}A?[VX]")
_FIGURES = frozenset({"toll", "figure"})
_OF_VERBS = FINITE | {"G"}
_ITEM_HEAD = 5  # groups before the dash: a date, and a time of day in brackets
_HELD = frozenset({"held", "captive", "missing", "captivity"})
_SINCE = "since"
_OF_OTHER_TIMES = frozenset({"since", "before", "until"})
_HELD_BACK = 3  # tokens before "since"'s time: "held hostage since"
_WRITTEN = re.compile(r"\d{4}(?:(?P<week>-W\d\d)|(?P<month>-\d\d)(?P<day>-\d\d)?)?")


def attach_circumstances(draft: Draft, sources: list[SourceDraft]) -> None:
    """Fill ``times`` (the surest first) and ``places`` (the surest first, its chain behind it)."""
    # The day of a toll is the day it was told, not the day of the act.
    is_told_later = not _FIGURES.isdisjoint(draft.frame.tags)  # "on Sunday put the dead at 84"
    draft.times = [] if is_told_later else _times(draft, sources)
    draft.places = places_of(draft, sources)
    set_days_apart(draft)


def _times(  # noqa: C901 - one walk, read in one place
    draft: Draft, sources: list[SourceDraft]
) -> list[TimeExpression]:
    reading = draft.reading
    if not reading.times:
        return []
    clauses = reading.clauses
    own = {draft.chunk, draft.governor}  # "carried out on Monday four raids" says nothing
    speech = {source.verb for source in sources if source.verb is not None} | hearings(reading)
    speech -= own
    left, right = clauses.clause(draft.chunk)
    relative = _year_before_when(reading, left, draft.chunk) or _held_since(draft)
    if relative is not None:
        return [relative]
    inside: list[tuple[int, int, TimeExpression]] = []
    outside: list[tuple[int, int, TimeExpression]] = []
    for order, time in enumerate(reading.times):
        is_length = time.type is TimexType.DURATION and time.first is None
        is_of_hold = time.is_open_start and draft.type is EventType.RELEASE  # "held since Friday"
        if is_length or is_of_hold or dates_the_text(reading, time):
            continue
        number = reading.chunk_of(time)
        is_own = number == draft.chunk  # "spoke after Monday's raid"
        if not is_own and (
            _dates_another(reading, time, number)
            or is_day_of_speech(reading, number, speech)
            or is_of_meeting(reading, number, draft.chunk)
        ):
            continue
        if tells_toll_of(draft, number) or is_of_what_went_before(draft, number):
            continue
        if _is_of_another(draft, time, number) or _is_of_clause_behind(draft, number):
            continue
        is_apart = (
            (order and _opens_next(clauses, number, draft.chunk))
            or _is_interruption(clauses, time, number, draft.chunk)
            or is_in_aside(draft, time, number)
        )
        if is_apart or dates_whom(draft, number) or _is_of_relative(draft, number):
            continue
        if tells_scene(draft, number) or (not is_own and dates_what_is_known(draft, number)):
            continue
        if dates_office(reading, number, draft.chunk):
            continue
        distance = abs(number - draft.chunk)
        is_inside = left <= number < right or _heads_item(clauses, number)
        if not is_inside and (
            _is_of_act_behind(draft, time, number) or is_of_scene(draft, time, number)
        ):
            continue
        (inside if is_inside else outside).append((distance, order, time))
    if inside:
        inside = without_days_beside(draft, inside)
        return [time for _, _, time in sorted(_of_row(draft, inside), key=lambda item: item[:2])]
    return _from_outside(draft, outside)


def _from_outside(
    draft: Draft, outside: list[tuple[int, int, TimeExpression]]
) -> list[TimeExpression]:
    """The times in other clauses that may date an act: of a verb one alone."""
    reading = draft.reading
    outside = [item for item in outside if not _is_part_of_name(reading, item[2])] or outside
    outside = [item for item in outside if not is_embedded(draft, item[2])] or outside
    if len(outside) != 1 and draft.support == "verb":
        outside = [it for it in outside if happened_as(draft, reading.chunk_of(it[2]))][:1]
    return [time for _, _, time in sorted(outside, key=lambda item: item[:2])]


def _held_since(draft: Draft) -> TimeExpression | None:
    """As in "the abduction of a nun, who has been held since May 2016": when she was taken."""
    reading = draft.reading
    is_state = STATE in draft.frame.tags  # "they have been in custody since Monday"
    if not is_state and (draft.type is not EventType.ABDUCTION or draft.support == "verb"):
        return None
    for time in reading.times:
        token = bisect_left(reading.sentence.starts, time.start)
        before = reading.sentence.norms[max(token - _HELD_BACK, 0) : token]
        if time.is_open_start and (is_state or not _HELD.isdisjoint(before)):
            return _begins(time)
    return None


def _begins(time: TimeExpression) -> TimeExpression | None:
    """The day, week, month or year that a time open to its end begins with; null for a season."""
    first, written = time.first, _WRITTEN.fullmatch(time.value or "")
    if first is None or written is None:
        return None
    if written["day"]:
        last, precision = first, DatePrecision.DAY
    elif written["week"]:
        last, precision = week_span(first)[1], DatePrecision.WEEK
    elif written["month"]:
        last, precision = month_span(first.year, first.month)[1], DatePrecision.MONTH
    else:
        last, precision = year_span(first.year)[1], DatePrecision.YEAR
    return replace(time, last=last, precision=precision, is_open_start=False)


def _is_part_of_name(reading: Reading, time: TimeExpression) -> bool:
    """As in "night raids": an hour that says what kind of act it was, and no day."""
    number = reading.chunk_of(time)
    is_hour = time.type is TimexType.TIME and time.first is None
    return is_hour and reading.clauses.kinds[number + 1 : number + 2] == "N"


def _of_row(
    draft: Draft, times: list[tuple[int, int, TimeExpression]]
) -> list[tuple[int, int, TimeExpression]]:
    """As in "the raid on A on Monday and the murder of B on Friday": each noun has its own day."""
    if len(times) == 1:
        return times
    if draft.support == "verb":
        are_days = all(time.precision is DatePrecision.DAY for _, _, time in times)
        is_own = not draft.frame.tells_outcome or _has_town_behind(draft)
        return _of_verb(draft, times) if are_days and is_own else times
    share = share_of_row(draft.reading, draft.chunk)
    if share is None:
        return times
    reading = draft.reading
    own = [item for item in times if share[0] <= reading.chunk_of(item[2]) < share[1]]
    return own or times


def _of_verb(
    draft: Draft, times: list[tuple[int, int, TimeExpression]]
) -> list[tuple[int, int, TimeExpression]]:
    """As in "were freed on Sunday after being seized on Monday": the day behind its own verb."""
    clauses = draft.reading.clauses
    kinds, at = clauses.kinds, draft.chunk
    own = []
    for item in times:
        number = draft.reading.chunk_of(item[2])
        if number > at and FINITE.isdisjoint(kinds[at + 1 : number]):
            own.append(item)
        elif number > at or _OF_VERBS.isdisjoint(kinds[clauses.clause(at)[0] : number]):
            return times
    return own or times


def _has_town_behind(draft: Draft) -> bool:
    """As in "killed two in A on Monday and | wounded | three in B on Friday": told apart by it."""
    reading = draft.reading
    at_token, kinds = reading.clauses.at_token, reading.clauses.kinds
    return any(
        place.level is PlaceLevel.PLACE
        and at_token[place.first] > draft.chunk
        and FINITE.isdisjoint(kinds[draft.chunk + 1 : at_token[place.first]])
        for place in reading.places
    )


def _year_before_when(reading: Reading, left: int, act: int) -> TimeExpression | None:
    """As in "the worst since 2011, when 24 died": the time that a clause with "when" is about."""
    clauses = reading.clauses
    if not left or clauses.first_words[left - 1] != "when":
        return None
    if "V" in clauses.kinds[left : max(clauses.kinds.find(",", left, act), left)]:
        return None  # "unlike on Saturday, when it was calm, two were killed on Sunday"
    at = left - 2 - (clauses.kinds[left - 2 : left - 1] == ",")
    found = next((time for time in reading.times if reading.chunk_of(time) == at), None)
    return found if found is None or _ranks(reading, found) else _begins(found) or found


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
    opening = clauses.relative_before(number)
    if opening < 0:
        return False
    if not kinds[opening + 1 : number].strip("PtA"):  # "who in 1986 led a strike, was shot"
        verb = next((at for at in range(number, trigger) if kinds[at] in FINITE), trigger)
        return "," in kinds[verb:trigger]
    # "which pulled out of the city in August"; a day may be that of both
    is_plain = time.precision in COARSE and kinds[opening + 1] == "X"
    verb = opening + 1 if is_plain else kinds.find("V", opening, number)
    return verb >= 0 and "," not in kinds[verb:number]


def _is_of_relative(draft: Draft, number: int) -> bool:
    """As in "who had besieged it since May pulled out", "held a man who stabbed her on Monday".

    And in "the man who last year killed two was held".
    """
    kinds = draft.reading.clauses.kinds
    first, last = sorted((number, draft.chunk))
    if draft.support != "verb" or "," in kinds[first:last]:
        return False
    if number < draft.chunk:
        subjects = draft.subjects or draft.reading.clauses.subject(draft.chunk)
        is_main = kinds[draft.chunk] in "VX" and bool(subjects)
        clauses = draft.reading.clauses
        opening = clauses.relative_before(number, max(subjects)) if is_main else -1
        if opening == number - 1 and "C" not in kinds[number : draft.chunk]:
            number = draft.chunk  # its verb stands behind the time
    else:
        opening = kinds.find("W", first, last) if draft.type in CUSTODY else -1
        if all(item.nominal.chunk != opening - 1 for item in draft.by_role("victim")):
            return False
    return opening >= 0 and not {"V", "X"}.isdisjoint(kinds[opening + 1 : number])


def _is_of_clause_behind(draft: Draft, number: int) -> bool:
    """As in "the blast follows raids after 25 were killed at the weekend": no day of the blast.

    What came of the act behind "after" has its day: "five died after a bus was hit on Monday".
    """
    reading = draft.reading
    kinds = reading.clauses.kinds
    if draft.frame.tells_outcome or VANISHED in draft.frame.tags or not draft.chunk < number:
        return False
    prepositions = noun_classes()["behind_prep"]
    if prepositions.isdisjoint(reading.vocabulary):
        return False
    return any(
        kinds[at] == "P"
        and reading.clauses.first_words[at] in prepositions
        and _CLAUSE.match(kinds, at + 1, number) is not None
        for at in range(draft.chunk + 1, number)
    )


def _dates_another(reading: Reading, time: TimeExpression, number: int) -> bool:
    """As in "the worst raid since the 2013 siege": the year of what it is compared with.

    And in "detained 120 ahead of Saturday's rally", "money meant to pay Christmas bonuses", "won
    the 19 March elections": a day that says what kind of thing it is, or which one.
    """
    clauses = reading.clauses
    if clauses.kinds[max(number - 1, 0) : number + 2] == '"t"':
        return True  # 'the "9 May" Front'
    if clauses.kinds[number : number + 2] == "tN" and number:
        if clauses.kinds[number - 1] == "I":
            return time.basis is DateBasis.EXPLICIT
        if clauses.kinds[number - 1] in "VX" and _names_occasion(reading, number):
            return True
    if clauses.kinds[number] != "N" or not number:
        return False
    first = clauses.chunks[number - 1].first
    words = reading.sentence.norms[max(first - 1, 0) : first + 1]  # "ahead of" is two words
    return words[-1] in _OF_OTHER_TIMES or words == ("ahead", "of")


def _names_occasion(reading: Reading, number: int) -> bool:
    """As in "won the 19 March elections": the day by which something else than an act is known."""
    clauses = reading.clauses
    is_act = clauses.chunks[number + 1].head in reading.event_heads
    return clauses.first_words[number] == "the" and not is_act


def _is_of_another(draft: Draft, time: TimeExpression, number: int) -> bool:
    """Whether a time belongs to another act or a count of acts beside the trigger.

    "Demanded the return of land seized in the 1970s", "the third in the city this month", "killed
    ten and brought the number of people killed since January to 95".
    """
    reading = draft.reading
    if time.precision is DatePrecision.YEAR and (
        draft.is_behind_participle(number) or dates_making(reading, number)
    ):
        return True
    is_since_then = _SINCE in reading.vocabulary and _is_since_then(draft, number)
    is_other = is_since_then or is_of_avenged(reading, draft.chunk, number)
    if is_other or dates_paper(draft, number) or _is_in_ranking(draft, number):
        return True
    if time.is_open_start:
        between = reading.clauses.kinds[draft.chunk + 1 : number]
        return "NX" in between or _ranks(reading, time) or draft.is_behind_gerund(number)
    if time.precision not in COARSE:
        return False
    # "freed three nuns abducted in March": when they were taken
    is_of_taking = draft.type is EventType.RELEASE and draft.is_behind_participle(number)
    if is_of_taking or draft.is_behind_gerund(number):
        return True
    is_ranked = _ranks(reading, time) and (_has_day(reading) or counts_times(reading, time))
    return is_ranked or _is_of_toll(draft, number)


def _is_since_then(draft: Draft, number: int) -> bool:
    """As in "struck a suburb where rebels have dug in since launching an offensive on Monday"."""
    clauses = draft.reading.clauses
    for at in range(draft.chunk + 1, number - 1):
        if clauses.first_words[at] == _SINCE and clauses.kinds[at] == "P":
            is_told_apart = "W" in clauses.kinds[draft.chunk : at]
            between = clauses.kinds[at + 1 : number]
            return between[0] == "G" or (is_told_apart and FINITE.isdisjoint(between))
    return False


def _is_in_ranking(draft: Draft, number: int) -> bool:
    """As in "..., the third in the city this month": a period in which acts are counted."""
    tokens = ranking(draft.reading)
    return draft.first not in tokens and draft.reading.clauses.chunks[number].first in tokens


def _has_day(reading: Reading) -> bool:
    return any(time.precision is DatePrecision.DAY for time in reading.times)


def _is_of_act_behind(draft: Draft, time: TimeExpression, number: int) -> bool:
    """As in "..., which has counted 140 deaths since May", "as they sought men who were seized"."""
    reading = draft.reading
    kinds = reading.clauses.kinds
    if time.is_open_start and ",W" in kinds[draft.chunk : number]:
        return True
    at = kinds.find("WV", draft.chunk, number) + 1
    verb = reading.clauses.chunks[at]
    return at > 0 and verb.passive and verb.head in reading.event_heads


def _opens_next(clauses: Clauses, number: int, trigger: int) -> bool:
    """As in "on Monday two died and one was hurt, and on Friday, five died": each has its day."""
    before = clauses.kinds[max(number - 2, trigger) : number]
    return number > trigger and before == "CP" and bool(_OWN_CLAUSE.match(clauses.kinds, number))


def _is_of_toll(draft: Draft, number: int) -> bool:
    """As in "was shot dead, bringing to 12 the number killed this month": the period of a count."""
    clauses = draft.reading.clauses
    at = clauses.kinds.find("G", draft.chunk + 1, number)
    head = clauses.head_words[at] if at >= 0 else ""
    return head in noun_classes()["toll_change"]


def _ranks(reading: Reading, time: TimeExpression) -> bool:
    """As in "the deadliest attack since 2015", "the worst this year": no date of an act."""
    before = reading.sentence.norms[: bisect_left(reading.sentence.starts, time.start)]
    return any(it in noun_classes()["ordinal"] or is_rank(it) for it in before[-_RANK_GAP:])

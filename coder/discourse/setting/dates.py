"""The date of an act from the time words of its drafts; codebook 2.4."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from coder.discourse.acts import Act
from coder.discourse.merging.conflicts import compatible_types
from coder.discourse.setting.note_days import inherited_day
from coder.events.drafts import Draft
from coder.events.senses.violence import is_outcome
from coder.events.status.presupposed import is_definite_act
from coder.lexicon.words import noun_classes
from coder.mentions.times.words import context
from coder.text.items import stands_below_day
from coder.values.events import COUNTABLE_MODALITIES, EventDate
from coder.values.kinds import REMOTE
from coder.values.labels import (
    DateBasis,
    DatePrecision,
    EventType,
    Scope,
    TimexType,
)
from coder.values.mentions import TimeExpression
from coder.values.value import value

_DAYS = frozenset({DatePrecision.MULTI_DAY, DatePrecision.WEEK})
_YEAR = DatePrecision.YEAR
_FINEST = frozenset({DatePrecision.DAY})
_FINER = _FINEST | {DatePrecision.MONTH}
_SPANS = frozenset({DatePrecision.WEEK, DatePrecision.MONTH, _YEAR})
_SAME_TIME = ("same", "time")
_DAY_AND_HOUR = 2  # times
_WEEK = timedelta(days=7)
_NEAR = 3  # sentences between an act and the one whose day it takes over
_LEAVES_BODIES = REMOTE | {EventType.ABDUCTION}
_HOURS_NEAR = 5  # an hour alone is of the day told last
_WITHIN, _BY_THEN = "within", 5  # tokens: "Within less than 45 minutes, a car bomb"
_SHORTLY = frozenset({"minute", "minutes", "moments", "seconds", "hour"})
_HOUR_LINE = 12  # characters: "22:05", "9.40 a.m.", "01:15 GMT"
_STAMP = re.compile(
    r"[^\w\s]{0,2}\s?\d{1,2}(?:[:.]\d\d(?:\s?[ap]\.?m\.?)?|\s?[ap]\.?m\.?)"
    r"(?: (?:GMT|UTC|[A-Z]{3,4}))?\W{1,3}[A-Z\"']"
)


@value
class Told:
    """The last act whose day is known: ``sentences`` are all that tell it."""

    date: EventDate
    type: EventType
    scope: Scope
    sentences: frozenset[int]


def event_date(
    act: Act,
    reference: date | None,
    told: Told | None,
    note: EventDate | None = None,
    *,
    last: Told | None = None,
) -> EventDate:
    """The interval of an act, its precision, and how it is known.

    Words that count from the act told before ("the same day") take its date, basis ``inherited``;
    so do acts that a few sentences later only give the hour, refer back ("the strike"), say "also"
    or "simultaneous", are done by those who acted before ("the attackers then") or are details of a
    series told before, or acts of a total told with its day. An entry of a live report with the
    hour in front happened on the day of the report, basis ``inferred``; what a short note about
    one day tells, on that day (``note``). Without a date the act lies
    on or before the report's date: open, ``pub_date_default``.
    """
    before = last or told
    previous = before.date if before is not None else note
    times = _times(act)
    if note is not None and not act.main.times and stands_below_day(act.main.reading.sentence):
        times = [time for time in times if time.precision is not DatePrecision.DAY]
    hour = next((time.time_of_day for time in times if time.time_of_day is not None), None)
    for told_time in times:
        time = _closer(told_time, times) if act.main.scope is Scope.SINGLE else told_time
        if time.first is not None or time.last is not None:
            return EventDate(
                start=time.first,
                end=_until_report(act, time, reference),
                precision=time.precision,
                basis=time.basis,
                text=time.text,
                time_of_day=hour,
            )
        if time.event_offset_days is not None:
            counted = previous or _day_behind(act, time)
            shifted = _shift(counted, time.event_offset_days)
            if shifted is not None:
                return EventDate(
                    start=shifted[0],
                    end=shifted[1],
                    precision=counted.precision if counted else DatePrecision.DAY,
                    basis=DateBasis.INHERITED,
                    text=time.text,
                    time_of_day=hour,
                )
    text = next((time.text for time in times if time.type is not TimexType.DURATION), None)
    if not _is_unresolved_date(times) and (
        _is_current(act) or stands_below_day(act.main.reading.sentence)
    ):
        taken = _taken_over(act, reference, told, note, is_hour=hour is not None)
        if taken is not None:
            return replace(taken, text=text or taken.text, time_of_day=hour)
    if reference is None or (text is not None and _is_unresolved_date(times)):
        return EventDate(text=text, time_of_day=hour)
    return EventDate(
        end=reference,
        precision=DatePrecision.OPEN,
        basis=DateBasis.PUB_DATE_DEFAULT,
        text=text,
        time_of_day=hour,
    )


def _closer(time: TimeExpression, times: Sequence[TimeExpression]) -> TimeExpression:
    """The one day in a longer time: "this week ... The attackers arrived on Wednesday".

    Or the one month of a year: "in the worst raid this year they killed two in March".
    """
    first, last = time.first, time.last
    if first is None or last is None or time.precision not in _SPANS:
        return time
    finer = _FINER if time.precision is _YEAR else _FINEST
    days = {
        other.first: other
        for other in times
        if other.precision in finer and other.first is not None and first <= other.first <= last
    }
    return next(iter(days.values())) if len(days) == 1 else time


def _until_report(act: Act, time: TimeExpression, reference: date | None) -> date | None:
    """The last day of a time: what was done "this month" was not done after it was told."""
    first, last = time.first, time.last
    if (
        act.main.modality not in COUNTABLE_MODALITIES
        or reference is None
        or first is None
        or last is None
    ):
        return last
    return reference if first <= reference < last else last


def _taken_over(
    act: Act, reference: date | None, told: Told | None, note: EventDate | None, *, is_hour: bool
) -> EventDate | None:
    """The day that something else than the act's own words gives it; null where nothing does."""
    if reference is not None and _is_stamped(act.main):
        return EventDate(
            start=reference, end=reference, precision=DatePrecision.DAY, basis=DateBasis.INFERRED
        )
    if told is not None and _takes_over(act, told, is_hour=is_hour):
        return EventDate(
            start=told.date.start,
            end=told.date.end,
            precision=told.date.precision,
            basis=DateBasis.INHERITED,
        )
    came = _day_of_coming(act.main)
    if came is not None:
        return came
    if act.total is not None:
        whole = event_date(act.total, reference, None)
        if whole.start is not None and whole.end is not None and whole.end - whole.start < _WEEK:
            return replace(whole, basis=DateBasis.INHERITED, text=None)
    if note is not None and note.basis is DateBasis.INFERRED and _has_place(act):
        return None  # "Relatives burnt 30 houses in Zaria": another act than the dated one
    return note


def _day_of_coming(draft: Draft) -> EventDate | None:
    """As in "On 1 April the police came. They shot two": the one day of where "they" are told."""
    for filler in draft.by_role("perpetrator"):
        before = filler.antecedent[0] if filler.antecedent is not None else draft.reading
        days = {time.first: time for time in before.times if time.precision is DatePrecision.DAY}
        if before is not draft.reading and len(days) == 1 and len(before.times) <= _DAY_AND_HOUR:
            return inherited_day(next(iter(days.values())))
    return None


def _has_place(act: Act) -> bool:
    return any(draft.places for draft in act.drafts)


def _is_current(act: Act) -> bool:
    """Background, plans and denials take over no day."""
    return act.main.countable


def _is_stamped(draft: Draft) -> bool:
    """As in "14:05 Shells are landing": the entry of a live report, by its line or sentence."""
    sentence = draft.reading.sentence
    line = sentence.text.rfind("\n", 0, sentence.start) + 1
    above = sentence.text.rfind("\n", 0, max(line - 1, 0)) + 1  # an hour may be a line of its own
    starts = {sentence.start, line, above if line - above <= _HOUR_LINE else line}
    stamped = any(_STAMP.match(sentence.text, start) for start in starts)
    return stamped and not stands_below_day(sentence)


def _takes_over(act: Act, told: Told, *, is_hour: bool) -> bool:  # noqa: PLR0911 - one answer a wording
    """Whether the act happened when the one told shortly before it did."""
    main = act.main
    at = main.reading.sentence.index
    if told.date.start is None or told.date.end is None:
        return False
    near = _HOURS_NEAR if is_hour else _NEAR
    if not any(0 < at - sentence <= near for sentence in told.sentences if sentence >= 0):
        return False
    is_one_day = told.date.start == told.date.end
    if is_hour:
        return is_one_day
    if any(is_definite_act(draft) for draft in act.drafts) and compatible_types(
        main.type, told.type
    ):
        return True
    if is_one_day and any(_acts_again(draft) for draft in act.drafts):
        return True
    is_range = told.scope is Scope.SERIES or told.date.basis is DateBasis.EXPLICIT
    if is_range and told.date.precision in _DAYS:  # "between 4 and 7 May": details follow
        return True
    same_time = context("same_time")
    norms = main.reading.sentence.norms
    left, right = main.reading.clauses.clause(main.chunk)
    chunks = main.reading.clauses.chunks
    words = norms[chunks[left].first : chunks[right - 1].last]
    is_soon = norms[0] == _WITHIN and not _SHORTLY.isdisjoint(norms[1:_BY_THEN])
    return is_soon or not same_time.isdisjoint(words) or _SAME_TIME in pairwise(words)


def _acts_again(draft: Draft) -> bool:
    """As in "The attackers then abducted", "They burned": those who acted before go on."""
    return any(
        filler.antecedent is not None
        or (filler.nominal.is_definite and draft.head_word(filler) in noun_classes()["attacker"])
        for filler in draft.by_role("perpetrator")
    )


def _is_unresolved_date(times: list[TimeExpression]) -> bool:
    return any(
        time.type is TimexType.DATE and time.event_offset_days is None and time.value is None
        for time in times
    )


def _times(act: Act) -> list[TimeExpression]:
    """Times of the main draft first, then of the others, each once; last what is told apart.

    What only came of it has a day of its own: "He was beaten. He died four days later".
    """
    first, main = act.drafts[0], act.main
    is_behind = is_outcome(main) and first.reading.sentence.index < main.reading.sentence.index
    behind = _deaths_behind(act)
    ordered = {id(time): time for time in (first if is_behind else main).times}
    for draft in (main, *act.drafts):
        if draft.support == "dependent" and draft.reading.sentence.index in behind:
            continue
        if draft.subtype == "body_found" and main.type in _LEAVES_BODIES:
            continue  # "took away ten men. On 2 April their bodies were found"
        for time in draft.times:
            if not (time.event_offset_days and is_outcome(draft)):
                ordered.setdefault(id(time), time)
    told = [act.told_time] if act.told_time is not None else []
    return [*ordered.values(), *told]


def _day_behind(act: Act, time: TimeExpression) -> EventDate | None:
    """The one day told behind, as in "killed two the previous day, police said on Tuesday"."""
    days = {
        other.first: other
        for other in act.main.reading.times
        if other.start > time.end and other.precision is DatePrecision.DAY
    }
    return inherited_day(next(iter(days.values()))) if len(days) == 1 else None


def _deaths_behind(act: Act) -> set[int]:
    """Sentences behind an act that tell who died of it: "One of the wounded died this morning"."""
    dies = noun_classes()["dies_behind"]
    first = act.drafts[0].reading.sentence.index
    sentences = [draft.reading.sentence for draft in act.drafts if draft.support == "dependent"]
    return {it.index for it in sentences if it.index > first and not dies.isdisjoint(it.norms)}


def _shift(previous: EventDate | None, days: int) -> tuple[date, date] | None:
    if previous is None or previous.end is None or previous.start is None:
        return None
    step = timedelta(days=days)
    return previous.start + step, previous.end + step

"""Readings of calendar dates: which month, which year, and days that lack one."""

import re
from datetime import date
from functools import cache

from coder.mentions.times.tense import FUTURE, PAST, direction
from coder.mentions.times.tokens import DateOrder, Scene
from coder.mentions.times.values import (
    Floating,
    Kind,
    Reading,
    make_day,
    month_span,
)
from coder.mentions.times.words import context, letter
from coder.values.labels import DateBasis, TimexType

MONTHS = 12
# A date without a year that lies at most so many days ahead is announced, not remembered.


_NEAR_FUTURE_DAYS = 30

_LEAP_CYCLE = 8

TWO_DIGITS = 2

_PIVOT = 69

_SECOND_DATE = 2


def two_digit_year(number: int, reference: date | None) -> int:
    """The year a two-digit number means: the one in the hundred years up to 20 years ahead."""
    if reference is None:
        return number + (1900 if number >= _PIVOT else 2000)
    year = reference.year // 100 * 100 + number
    return year - 100 if year > reference.year + 20 else year


def stated_year(match: re.Match[str], scene: Scene) -> int | None:
    """The year at group ``y``; null where the match has none."""
    at = match.start("y")
    if at < 0:
        return None
    stop = match.end("y")
    number = scene.number(stop - 1)
    if scene.classes[stop - 1] == letter("year"):
        return number
    return two_digit_year(number, scene.reference)


@cache
def letter_set() -> frozenset[str]:
    """The classes that can end the first half of a range of dates."""
    return frozenset(letter(name) for name in ("small", "ordnum", "year", "month", "month_weak"))


def month_at(  # noqa: PLR0911 - one way out per kind of evidence
    match: re.Match[str], scene: Scene, *, alone: bool = False
) -> int | None:
    """The month of a match; null where the word is none here ("may", "April Jones")."""
    at = match.start("m")
    if scene.classes[at] == letter("month"):
        return scene.number(at)
    before, after = scene.word(at - 1), scene.word(at + 1)
    if scene.is_mixed_case and not scene.is_capital(at):
        ordinal = scene.classes[at + 1 : at + 2] == letter("ordnum")
        sure = ordinal or scene.words[at] not in ("may", "march", "mar", "jan", "jun")
        return scene.number(at) if sure and not alone else None
    if not alone:
        verb = after in ("be", "have", "not", "also") or before in ("will", "would", "and")
        if scene.is_mixed_case or (not verb and (before != "to" or at < _SECOND_DATE)):
            return scene.number(at)
        ranged = scene.classes[at - 2] in letter_set()
        return scene.number(at) if ranged and not verb else None
    if before in context("before_month"):
        return scene.number(at)
    if (
        before in context("maybe_before_month")
        and scene.is_mixed_case
        and not _names_follow(scene, at)
    ):
        return scene.number(at)
    if not scene.is_mixed_case or scene.words[at] in ("may", "march", "jan", "jun"):
        fits = scene.is_mixed_case and at > 0 and not _names_follow(scene, at)
        return scene.number(at) if fits else None
    return None if _names_follow(scene, at) else scene.number(at)


def _names_follow(scene: Scene, at: int) -> bool:
    """Whether a capitalised word stands beside: the month is then part of a name."""
    after = at + 1 < len(scene.words) and scene.is_capital(at + 1)
    before = at > 0 and scene.is_capital(at - 1)
    return after or before


def day_reading(
    day: date, *, note: str | None = None, floating: Floating = Floating.NONE
) -> Reading:
    """A reading of one calendar day."""
    return Reading(
        kind=Kind.DAY,
        type=TimexType.DATE,
        value=day.isoformat(),
        first=day,
        last=day,
        floating=floating,
        note=note,
    )


def span_reading(
    first: date | None,
    last: date | None,
    value: str | None,
    *,
    note: str | None = None,
    floating: Floating = Floating.NONE,
) -> Reading:
    """A reading of several days."""
    return Reading(
        kind=Kind.SPAN,
        type=TimexType.DATE,
        value=value,
        first=first,
        last=last,
        floating=floating,
        note=note,
    )


def relative(
    first: date | None,
    last: date | None,
    value: str | None,
    *,
    note: str | None = None,
    basis: DateBasis = DateBasis.RELATIVE,
) -> Reading:
    """A reading that counts from the report's date."""
    is_day = first is not None and first == last
    return Reading(
        kind=Kind.DAY if is_day else Kind.SPAN,
        type=TimexType.DATE,
        value=value,
        first=first,
        last=last,
        basis=basis,
        note=note,
    )


def unresolved(value: str | None = None, *, kind: Kind = Kind.OTHER) -> Reading:
    """A relative expression that gives no days."""
    return Reading(kind=kind, type=TimexType.DATE, value=value, basis=DateBasis.RELATIVE)


def floating_day(
    scene: Scene, month: int, day: int, *, start: int, end: int, weekday: int | None = None
) -> Reading | None:
    """A day without a year, in the year that fits the report, the tense and the weekday."""
    if not 1 <= month <= MONTHS or make_day(2000, month, day) is None:
        return None
    if scene.reference is None:
        value = f"XXXX-{month:02d}-{day:02d}"
        return Reading(kind=Kind.DAY, type=TimexType.DATE, value=value, floating=Floating.YEAR)
    reference = scene.reference
    span = range(-_LEAP_CYCLE, _LEAP_CYCLE + 1)
    days = [there for step in span if (there := make_day(reference.year + step, month, day))]
    if weekday is not None:
        days = [there for there in days if there.isoweekday() == weekday] or days
    if weekday is not None and days:
        near = min(days, key=lambda there: abs((there - reference).days))
        return day_reading(near)
    past = max((there for there in days if there <= reference), default=None)
    future = min((there for there in days if there >= reference), default=None)
    chosen, note = _choose(past, future, reference, direction(scene, start, end))
    if chosen is None:
        return None
    return day_reading(chosen, note=note, floating=Floating.YEAR)


def _choose(
    past: date | None, future: date | None, reference: date, tense: int
) -> tuple[date | None, str | None]:
    if past is None or future is None:
        return past or future, None
    if tense == FUTURE:
        return future, None if future == past else f"still to come; {past} is the last one before"
    if tense != PAST and (future - reference).days <= _NEAR_FUTURE_DAYS and past != future:
        return future, f"no tense; nearer than {past}"
    return past, None


def floating_month(scene: Scene, month: int, *, start: int, end: int) -> Reading:
    """A month without a year: the latest one up to the report's, or the next one in a preview."""
    if scene.reference is None:
        return span_reading(None, None, f"XXXX-{month:02d}", floating=Floating.YEAR)
    reference = scene.reference
    year = reference.year
    note = None
    tense = direction(scene, start, end)
    begins = date(year + (month < reference.month), month, 1)
    near = 0 < (begins - reference).days <= _NEAR_FUTURE_DAYS
    if tense == FUTURE or (tense != PAST and near):
        year += month < reference.month
        if month != reference.month:
            note = "still to come, by the verb"
    else:
        year -= month > reference.month
    first, last = month_span(year, month)
    return span_reading(first, last, f"{year:04d}-{month:02d}", floating=Floating.YEAR, note=note)


_NEWS_DAYS = 92  # a report tells of days not long past; from far back neither is nearer


def numeric_day(
    text: str, order: DateOrder, reference: date | None = None
) -> tuple[date | None, str | None]:
    """The day a numeric date means and, where another reading is possible, a note.

    >>> numeric_day("13/11/2015", DateOrder.UNDECLARED)
    (datetime.date(2015, 11, 13), None)
    """
    parts = [int(part) for part in re.split(r"[-/.]", text)]
    if len(re.split(r"[-/.]", text)[0]) > TWO_DIGITS or order is DateOrder.YMD:
        year, month, day = parts
        if year < 100:  # noqa: PLR2004 - two digits
            year = two_digit_year(year, reference)
        return make_day(year, month, day), None
    first, second, year = parts
    if year < 100:  # noqa: PLR2004 - two digits
        year = two_digit_year(year, reference)
    day_first, month_first = make_day(year, second, first), make_day(year, first, second)
    if order is DateOrder.DMY:
        return day_first, None
    if order is DateOrder.MDY:
        return month_first, None
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first, None
    return _ambiguous(text, day_first, month_first, reference)


def _ambiguous(
    text: str, day_first: date, month_first: date, reference: date | None
) -> tuple[date, str]:
    chosen, other = (day_first, month_first) if "." in text else (month_first, day_first)
    if reference is not None and (chosen > reference) != (other > reference):
        chosen, other = (chosen, other) if chosen <= reference else (other, chosen)
        why = "the other lies after the report"
    elif reference is not None and min(abs((day - reference).days) for day in (chosen, other)) <= (
        _NEWS_DAYS
    ):
        near = abs((chosen - reference).days) <= abs((other - reference).days)
        chosen, other = (chosen, other) if near or "." in text else (other, chosen)
        why = "dotted dates begin with the day" if "." in text else "nearer to the report"
    else:
        why = "no order declared"
    return chosen, f"could be {other}; {why}"

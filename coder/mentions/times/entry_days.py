"""The day in front of an entry of a list: "12 March 2014 - Gao: ...", or of all below it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from coder.mentions.times.finder import find_times
from coder.text.entries import Head
from coder.text.items import item_of, listing_of
from coder.values.labels import DateBasis
from coder.values.mentions import TimeExpression
from coder.values.text import Sentence

_YEAR = re.compile(r"(?:19|20)[0-9]{2}|[./-][0-9]{2}(?![0-9./-])")
_YEAR_OFF = timedelta(days=300)
_WHOLE_YEAR = timedelta(days=366)
_GOES_ON = timedelta(days=31)  # what an entry tells may go on behind its day


def entry_day(sentence: Sentence, published: date | None) -> TimeExpression | None:
    """The time in front of the entry a sentence stands in; null where there is none with a day."""
    item = item_of(sentence)
    if item is None or item.day is None:
        return None
    return _days_in(sentence.text, published).get(item.day.start)


def day_of_words(sentence: Sentence, published: date | None) -> date | None:
    """The day that the words of a sentence count from: of its entry, else of the report.

    Where one of them would lie most of a year back, as "on 3 August" below "2 August", the entry
    goes on behind its day, and they count from there.
    """
    time = entry_day(sentence, published)
    if time is None or time.last is None:
        return published
    day = time.last
    found = find_times(sentence.text, sentence.start, sentence.end, day)
    return _shortly_after(day, published) if any(_is_a_year_off(it, day) for it in found) else day


def _is_a_year_off(time: TimeExpression, day: date) -> bool:
    return (
        time.basis is DateBasis.EXPLICIT
        and time.last is not None
        and _YEAR.search(time.text) is None
        and _YEAR_OFF < day - time.last < _WHOLE_YEAR
    )


def _shortly_after(day: date, published: date | None) -> date:
    return day + _GOES_ON if published is None else min(day + _GOES_ON, max(published, day))


def day_of_telling(sentence: Sentence, published: date | None) -> date | None:
    """The day that a sentence is news as of: shortly behind its entry in a chronology.

    The acts of a chronology are what it tells, however late it is put together; those of a list
    below a report are as old as they are.
    """
    if not listing_of(sentence.text).is_chronology:
        return published
    time = entry_day(sentence, published)
    return published if time is None or time.last is None else _shortly_after(time.last, published)


def is_below_day_before(sentence: Sentence, day: date | None, span: timedelta) -> bool:
    """Whether the day in front of an entry below a report is more than a span before a day.

    Not of a chronology, which is news as of the day in front.
    """
    if listing_of(sentence.text).is_chronology:
        return False
    told = entry_day(sentence, day)
    return told is not None and told.last is not None and day is not None and day - told.last > span


def heads_entry(sentence: Sentence, time: TimeExpression) -> bool:
    """Whether a time of a sentence stands in front of its entry."""
    item = item_of(sentence)
    return item is not None and item.head is not None and time.start < item.head.end


@lru_cache(maxsize=256)
def _days_in(text: str, published: date | None) -> dict[int, TimeExpression]:
    """The time in front of each entry that has one, by its offset.

    A day without a year is in the year told above the entries; behind a day with one, it is the
    nearest to that: "30 December 2012: ...", "4 January: ...".
    """
    found = dict[int, TimeExpression]()
    before: date | None = None
    for head in listing_of(text).days:
        is_whole = _YEAR.search(head.month or text[head.day : head.end]) is not None
        if is_whole or (head.year is None and before is None):
            near, years = published, [published]
            if not is_whole and published is not None:  # no list tells of days to come
                years.append(date(published.year - 1, 12, 31))
        elif head.year is not None:
            near = date(head.year, 7, 2)
            years = [near, date(head.year, 12, 31)]
        else:
            near = before
            years = [before, *_year_ends_around(before)]
        times = [_time_in(text, head, reference) for reference in years]
        told = [time for time in times if time is not None]
        if not told:
            continue
        middle = near
        if len(told) > 1 and head.year is None and before is None:
            told = [time for time in told if not _is_after(time, published)] or told
        found[head.start] = min(told, key=lambda time: _distance(time, middle))
        before = found[head.start].last if is_whole or before is not None else None
    return found


def _year_ends_around(day: date | None) -> list[date]:
    return [date(day.year + step, 12, 31) for step in (0, 1, -1)] if day is not None else []


def _time_in(text: str, head: Head, reference: date | None) -> TimeExpression | None:
    if head.month:  # stands in a line above
        days = text[head.day : head.end].rstrip(" :-\u2013\u2014")
        words = f"{days} {head.month}"
        times = tuple(
            replace(time, start=head.day, end=head.day + len(days), text=days)
            for time in find_times(words, 0, len(words), reference)
        )
    else:
        times = find_times(text, head.day, head.end, reference)
    return _whole(times) if times and times[0].first is not None else None


def _whole(times: Sequence[TimeExpression]) -> TimeExpression:
    """The first time, or the days behind it in figures: "Friday and Saturday, 22-23 November"."""
    return next((time for time in times if time.basis is DateBasis.EXPLICIT), times[0])


def _is_after(time: TimeExpression, day: date | None) -> bool:
    return time.last is not None and day is not None and time.last > day


def _distance(time: TimeExpression, day: date | None) -> timedelta:
    return abs(time.last - day) if day is not None and time.last is not None else timedelta(0)

"""Calendar dates: days, months, years and ranges that are written out, with or without a year."""

import re
from datetime import date
from functools import lru_cache

from coder.mentions.foreign_dates import read_foreign
from coder.mentions.times_rules import Rule
from coder.mentions.times_tense import FUTURE, PAST, direction
from coder.mentions.times_tokens import DateOrder, Scene
from coder.mentions.times_values import (
    Floating,
    Kind,
    Reading,
    make_day,
    month_span,
    shift_month,
    year_span,
)
from coder.mentions.times_words import letter
from coder.values.labels import TimexType

MONTHS = 12
# A date without a year that lies at most so many days ahead is announced, not remembered.
_NEAR_FUTURE_DAYS = 30
_LEAP_CYCLE = 8
_TWO_DIGITS = 2
_PIVOT = 69
_BEFORE_MONTH = frozenset(
    "in of since by during from between before after until early mid late last next this every".split()
)
_SECOND_DATE = 2
_MAYBE_BEFORE_MONTH = frozenset("and or to for that at till through -".split())


def two_digit_year(number: int, reference: date | None) -> int:
    """The year a two-digit number means: the one in the hundred years up to 20 years ahead."""
    if reference is None:
        return number + (1900 if number >= _PIVOT else 2000)
    year = reference.year // 100 * 100 + number
    return year - 100 if year > reference.year + 20 else year


def _year(match: re.Match[str], scene: Scene) -> int | None:
    at = match.start("y")
    if at < 0:
        return None
    stop = match.end("y")
    number = scene.number(stop - 1)
    if scene.classes[stop - 1] == letter("year"):
        return number
    return two_digit_year(number, scene.reference)


@lru_cache(maxsize=1)
def letter_set() -> frozenset[str]:
    """The classes that can end the first half of a range of dates."""
    return frozenset(letter(name) for name in ("small", "ordnum", "year", "month", "month_weak"))


def month_at(
    match: re.Match[str], scene: Scene, group: str = "m", *, alone: bool = False
) -> int | None:
    """The month named at a group; null where the word is none here ("may", "march", "April Jones")."""
    at = match.start(group)
    if scene.classes[at] == letter("month"):
        return scene.number(at)
    before, after = scene.word(at - 1), scene.word(at + 1)
    if scene.is_mixed_case and not scene.is_capital(at):
        sure = scene.words[at] not in ("may", "march", "mar", "jan", "jun")
        return scene.number(at) if sure and not alone else None
    if not alone:
        verb = after in ("be", "have", "not", "also") or before in ("will", "would", "and")
        if scene.is_mixed_case or (not verb and (before != "to" or at < _SECOND_DATE)):
            return scene.number(at)
        ranged = scene.classes[at - 2] in letter_set()
        return scene.number(at) if ranged and not verb else None
    if before in _BEFORE_MONTH:
        return scene.number(at)
    if before in _MAYBE_BEFORE_MONTH and scene.is_mixed_case and not _names_follow(scene, at):
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


def floating_day(
    scene: Scene, month: int, day: int, *, start: int, end: int, weekday: int | None = None
) -> Reading | None:
    """A day without a year, put in the year that fits the report's date, the tense and the weekday."""
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


def _days_of_month(
    scene: Scene, match: re.Match[str], month: int, first: int, last: int
) -> Reading | None:
    """The days ``first`` to ``last`` of a month, in the stated or fitting year."""
    year = _year(match, scene)
    if year is None:
        end = floating_day(scene, month, last, start=match.start(), end=match.end())
        if end is None:
            return None
        if end.last is None:
            value = f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}"
            return span_reading(None, None, value, floating=Floating.YEAR)
        year = end.last.year
        floating = Floating.YEAR
    else:
        floating = Floating.NONE
    day, stop = make_day(year, month, first), make_day(year, month, last)
    if day is None or stop is None or not day < stop:
        return None
    return span_reading(day, stop, f"{day}/{stop}", floating=floating)


def _weekday(match: re.Match[str], scene: Scene) -> int | None:
    at = match.start("w") if "w" in match.re.groupindex else -1
    return scene.number(at) if at >= 0 else None


def _day_month(match: re.Match[str], scene: Scene) -> Reading | None:
    month = month_at(match, scene)
    if month is None:
        return None
    day = _day_number(match, scene)
    year = _year(match, scene)
    if year is not None:
        found = make_day(year, month, day)
        return None if found is None else day_reading(found)
    if match.start("d") > match.start("m") and scene.word(match.start() - 1) == "in":
        return None  # "In May 12 people": the number belongs to what follows
    weekday = _weekday(match, scene)
    return floating_day(scene, month, day, start=match.start(), end=match.end(), weekday=weekday)


def _day_number(match: re.Match[str], scene: Scene) -> int:
    """The day at group ``d``: digits, an ordinal, or number words ("twenty nine", "twenty-first")."""
    total = 0
    for index in range(match.start("d"), match.end("d")):
        if scene.classes[index] != letter("dash"):
            total += scene.number(index)
    return total


def _short_year_day(match: re.Match[str], scene: Scene) -> Reading | None:
    month = month_at(match, scene)
    year_at = match.start("y")
    if scene.word(match.start() - 1) in ("$", "\u20ac", "\u00a3"):
        return None
    if month is None or len(scene.words[year_at]) != _TWO_DIGITS:
        return None
    year = two_digit_year(scene.number(year_at), scene.reference)
    found = make_day(year, month, scene.number(match.start("d")))
    return None if found is None else day_reading(found)


def _day_range(match: re.Match[str], scene: Scene) -> Reading | None:
    month = month_at(match, scene)
    if month is None:
        return None
    if match.start("r") >= 0:
        pair = scene.values[match.start("r")]
        first, last = pair if isinstance(pair, tuple) else (0, 0)
    else:
        first, last = scene.number(match.start("a")), scene.number(match.start("b"))
        joined = match.start("j")
        between = scene.classes[match.start()] == letter("between")
        if scene.classes[joined] == letter("and") and not between and last != first + 1:
            return None  # "on 3 and 17 May" are two days, not a range
    return _days_of_month(scene, match, month, first, last)


def _earlier_of_pair(match: re.Match[str], scene: Scene) -> Reading | None:
    """The "18" of "18 and 25 June"."""
    month = month_at(match, scene)
    if month is None:
        return None
    day, year = scene.number(match.start("d")), _year(match, scene)
    if year is not None:
        found = make_day(year, month, day)
        return None if found is None else day_reading(found)
    return floating_day(scene, month, day, start=match.start(), end=match.end())


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


def _month(match: re.Match[str], scene: Scene) -> Reading | None:
    month = month_at(match, scene, alone=True)
    if month is None:
        return None
    return floating_month(scene, month, start=match.start(), end=match.end())


def _month_year(match: re.Match[str], scene: Scene) -> Reading | None:
    month, year = month_at(match, scene), _year(match, scene)
    if month is None or year is None:
        return None
    first, last = month_span(year, month)
    return span_reading(first, last, f"{year:04d}-{month:02d}")


def _year_month_token(match: re.Match[str], scene: Scene) -> Reading | None:
    pair = scene.values[match.start()]
    year, month = pair if isinstance(pair, tuple) else (0, 0)
    first, last = month_span(year, month)
    return span_reading(first, last, f"{year:04d}-{month:02d}")


def _year_range(match: re.Match[str], scene: Scene) -> Reading | None:
    pair = scene.values[match.start()]
    first, last = pair if isinstance(pair, tuple) else (0, 0)
    return span_reading(date(first, 1, 1), date(last, 12, 31), f"{first:04d}/{last:04d}")


def _stated_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """A year with words that prove it one ("in '82", "the year 2008", "fiscal 1989")."""
    year = _year(match, scene)
    if year is None:
        return None
    first, last = year_span(year)
    return span_reading(first, last, f"{year:04d}")


_YEAR_PREPOSITIONS = (
    "in since of by until during from between after before early mid late to till through and for "
    "around about circa than or the"
).split()
_NUMBERED = (
    "resolution no nr number article flight room route highway unit page section law decree about "
    "some nearly almost least than over up approximately around order form case bill act model task "
    "type square population"
).split()
_COUNTED = (
    "people persons men women children troops personnel staff civilians dead wounded km kilometers "
    "kilometres metres meters miles kg tons tonnes feet percent dollars euros pounds other more "
    "hours police fighters homes houses families"
).split()
_EARLIEST_BARE_YEAR = 1900


def _bare_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """A four-digit number that stands where a year stands and not where a count stands."""
    at = match.start("y")
    year = scene.number(at)
    before, after = scene.word(at - 1), scene.word(at + 1)
    proven = before in _YEAR_PREPOSITIONS and before not in _NUMBERED
    if after in _COUNTED or before in _NUMBERED or before in ("$", "\u20ac", "\u00a3", "#", "+"):
        return None
    if not proven and (year < _EARLIEST_BARE_YEAR or _is_counted(scene, at)):
        return None
    if (
        scene.starts[at]
        and scene.text[scene.starts[at] - 1] in "-/.:#$_"
        and scene.word(at - 2) != "mid"
    ):
        return None
    if after == "-" and scene.word(at + 2) not in ("", "style", "era") and _is_tight(scene, at):
        return None
    first, last = year_span(year)
    return span_reading(first, last, f"{year:04d}")


def _is_counted(scene: Scene, at: int) -> bool:
    """Whether a plural follows ("2000 pieces"), so that the number counts something."""
    after = scene.word(at + 1)
    own = scene.word(at + 2) in ("'", "\u2019")
    return after.endswith("s") and after.isalpha() and len(after) > _TWO_DIGITS + 1 and not own


def _is_tight(scene: Scene, at: int) -> bool:
    return at + 1 < len(scene.words) and scene.starts[at + 1] == scene.ends[at]


def _decade(match: re.Match[str], scene: Scene) -> Reading | None:
    at = match.start("y")
    year = scene.number(at)
    if scene.word(at - 1) in ("his", "her", "their", "my", "your") or (
        scene.words[at].isalpha() and scene.word(at - 1) not in ("the", "early", "mid", "late", "-")
    ):
        return None  # an age
    return span_reading(date(year, 1, 1), date(year + 9, 12, 31), f"{year // 10:03d}")


def _century(match: re.Match[str], scene: Scene) -> Reading | None:
    number = scene.number(match.start("d")) - 1
    if scene.values[match.end() - 1] != "CE" or not 0 < number <= _LAST_CENTURY:
        return None
    first, last = date(number * 100, 1, 1), date(number * 100 + 99, 12, 31)
    return span_reading(first, last, f"{number:02d}")


_LAST_CENTURY = 30


def numeric_day(
    text: str, order: DateOrder, reference: date | None = None
) -> tuple[date | None, str | None]:
    """The day a numeric date means and, where another reading is possible, a note.

    >>> numeric_day("13/11/2015", DateOrder.UNDECLARED)
    (datetime.date(2015, 11, 13), None)
    """
    parts = [int(part) for part in re.split(r"[-/.]", text)]
    if len(re.split(r"[-/.]", text)[0]) > _TWO_DIGITS or order is DateOrder.YMD:
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
    elif reference is not None:
        near = abs((chosen - reference).days) <= abs((other - reference).days)
        chosen, other = (chosen, other) if near or "." in text else (other, chosen)
        why = "dotted dates begin with the day" if "." in text else "nearer to the report"
    else:
        why = "no order declared"
    return chosen, f"could be {other}; {why}"


def _numeric(match: re.Match[str], scene: Scene) -> Reading | None:
    at = match.start("x")
    day, note = numeric_day(str(scene.values[at]), scene.order, scene.reference)
    return None if day is None else day_reading(day, note=note)


def _named_iso(match: re.Match[str], scene: Scene) -> Reading | None:
    year, day = scene.number(match.start("y")), scene.number(match.start("d"))
    found = make_day(year, scene.number(match.start("m")), day)
    return None if found is None else day_reading(found)


def _month_day_pair(match: re.Match[str], scene: Scene) -> Reading | None:
    """``12/3`` after words that ask for a date."""
    pair = scene.values[match.start("x")]
    first, second = pair if isinstance(pair, tuple) else (0, 0)
    day_first = scene.order is DateOrder.DMY or first > MONTHS
    month, day = (second, first) if day_first else (first, second)
    bounds = {"start": match.start(), "end": match.end()}
    return floating_day(scene, month, day, **bounds, weekday=_weekday(match, scene))


def _nine_eleven(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.values[match.start("x")] != (9, 11) or scene.order is DateOrder.DMY:
        return None
    return day_reading(date(2001, 9, 11), note="the attacks of 2001 are called by their day")


def _numbered_quarter(match: re.Match[str], scene: Scene) -> Reading | None:
    """``Q1 2019``, ``2019-Q1``, ``H2 of 2018``; without a year, of the report's year."""
    number = scene.number(match.start("d"))
    half = scene.words[match.start("q")] == "h"
    if match.start("y") >= 0:
        year = scene.number(match.start("y"))
    elif scene.reference is None or half:
        return None
    else:
        year = scene.reference.year
    return _part_of_year(year, number, half=half)


def _part_of_year(year: int, number: int, *, half: bool) -> Reading | None:
    if not 1 <= number <= (2 if half else 4):
        return None
    months = 6 if half else 3
    first = date(year, (number - 1) * months + 1, 1)
    last = month_span(year, number * months)[1]
    return span_reading(first, last, f"{year:04d}-{'H' if half else 'Q'}{number}")


def _quarter_token(match: re.Match[str], scene: Scene) -> Reading | None:
    """``Q1-2019``, whose number and year are one token."""
    pair = scene.values[match.start("x")]
    year, number = pair if isinstance(pair, tuple) else (0, 0)
    half = scene.words[match.start()] == "h"
    return (
        _part_of_year(year, number, half=half) if scene.words[match.start() + 1][1] == "-" else None
    )


def _week_number(match: re.Match[str], scene: Scene) -> Reading | None:
    """``week 31``, ``week 3 of 2027``: ISO weeks."""
    number = scene.number(match.start("d"))
    if scene.values[match.start("u")] != "W" or scene.word(match.start() - 1) in ("a", "per"):
        return None
    stated = match.start("y") >= 0
    if not stated and scene.reference is None:
        return None
    year = (
        scene.number(match.start("y"))
        if stated or scene.reference is None
        else scene.reference.year
    )
    try:
        first, last = (date.fromisocalendar(year, number, day) for day in (1, 7))
    except ValueError:
        return None
    return span_reading(first, last, f"{year:04d}-W{number:02d}")


def _named_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """``the year 2008``."""
    return _stated_year(match, scene) if scene.values[match.start("u")] == "Y" else None


def _spoken_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """``nineteen seventy-nine``, ``October two thousand and five``."""
    numbers = [
        scene.number(index)
        for index in range(match.start("y"), match.end("y"))
        if scene.classes[index] not in (letter("and"), letter("dash"))
    ]
    if numbers[:2] == [2, 1000]:
        year = 2000 + sum(numbers[2:])
    elif numbers[0] in (18, 19, 20) and len(numbers) > 1:
        year = numbers[0] * 100 + sum(number for number in numbers[1:] if number != 100)  # noqa: PLR2004 - "hundred"
    else:
        return None
    if (
        match.start() < match.start("y")
        and scene.classes[match.start("y") - 1] == letter("unit")
        and (scene.values[match.start("y") - 1] != "Y")
    ):
        return None
    if "m" in match.re.groupindex:
        month = month_at(match, scene)
        return (
            None if month is None else span_reading(*month_span(year, month), f"{year}-{month:02d}")
        )
    return span_reading(*year_span(year), f"{year:04d}")


def _foreign(match: re.Match[str], scene: Scene) -> Reading | None:
    at = match.start("m")
    words = scene.text[scene.starts[match.start()] : scene.ends[match.end() - 1]]
    found = read_foreign(words, str(scene.values[at]), scene.reference)
    if found is None:
        return None
    if match.start("y") < 0 and scene.reference is None:
        return Reading(kind=Kind.DAY, type=TimexType.DATE, floating=Floating.YEAR)
    if match.start("y") < 0:
        return floating_day(scene, found.month, found.day, start=match.start(), end=match.end())
    return day_reading(found)


def _ordinal_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """``on the 18th``, with nothing after it that the ordinal could count."""
    day = _day_number(match, scene)
    if scene.reference is None or day > 31:  # noqa: PLR2004 - days of a month
        return None
    reference = scene.reference
    weekday = _weekday(match, scene)
    months = [shift_month(reference.year, reference.month, step) for step in range(-14, 15)]
    days = [there for year, month in months if (there := make_day(year, month, day))]
    if weekday is not None:
        days = [there for there in days if there.isoweekday() == weekday]
    elif direction(scene, match.start(), match.end()) == FUTURE:
        days = [there for there in days if there >= reference]
    else:
        days = [there for there in days if there <= reference]
    near = min(days, key=lambda there: abs((there - reference).days), default=None)
    return None if near is None else day_reading(near)


DATE_PATTERN_END = "(?=$|<dot|comma|close|open|dash>)"
_NOT_COUNTED = "(?!<dash>?<units|unit>)"


def date_rules() -> tuple[Rule, ...]:
    """The rules of this module, most specific first."""
    return (
        Rule(
            rule_id="date-numeric",
            pattern="(?P<w>{WD})?(?P<x><date>)(?:<tee>(?=<clocktime>))?",
            build=_numeric,
        ),
        Rule(
            rule_id="date-named-iso",
            pattern="(?P<y><year>)<dash|slash>(?P<m><anymonth>)<dash|slash>(?P<d><small>)",
            build=_named_iso,
        ),
        Rule(
            rule_id="days-of-month",
            pattern="<from|between>?<the>?(?:(?P<a><day>)(?P<j><to|and|dash|tilde>)<the>?(?P<b><day>)"
            "|(?P<r><dayrange>))<of>?(?P<m><anymonth>)<dot>?(?:<of|comma>?(?P<y>{YEAR}))?",
            build=_day_range,
        ),
        Rule(
            rule_id="month-days",
            pattern="<from|between>?(?P<m><anymonth>)<dot>?(?:<the>?(?P<a><day>)"
            "(?P<j><to|and|dash|tilde>)<the>?(?P<b><day>)(?!<dot>?<anymonth>)|(?P<r><dayrange>))"
            "(?:<comma>?(?P<y>{YEAR}))?",
            build=_day_range,
        ),
        Rule(
            rule_id="day-of-pair",
            pattern="(?P<span><the>?(?P<d><small|ordnum>))(?:<and|or>|<comma>)<the>?<small|ordnum>"
            "(?:<and|or><the>?<small|ordnum>)?<of>?(?P<m><anymonth>)<dot>?(?:<comma>?(?P<y>{YEAR}))?",
            build=_earlier_of_pair,
        ),
        Rule(
            rule_id="day-month-short-year",
            pattern="(?:(?P<w>{WD}))?(?P<d><small>)<dash>?(?P<m><anymonth>)<dot>?<dash>?"
            "(?P<y><int>|<small>" + DATE_PATTERN_END + ")" + _NOT_COUNTED,
            build=_short_year_day,
        ),
        Rule(
            rule_id="day-month",
            pattern="(?:<this|next|last>?(?P<w>{WD}))?<the>?(?P<d><day>|<number><dash>?<ordinal>)<dash>?<of>?"
            "(?P<m><anymonth>)<dot>?(?:(?:<of>|<in>|<comma>|<dash>)?(?P<y>{YEAR}))?",
            build=_day_month,
        ),
        Rule(
            rule_id="month-day",
            pattern="(?:<this|next|last>?(?P<w>{WD}))?(?P<m><anymonth>)<dot>?<the>?<dash|slash>?"
            "(?P<d><number><dash>?<ordinal>|<day>|<number><number>?(?!<unit|units>))"
            "(?:<comma>?<of>?<dash>?(?P<y>{YEAR}))?(?!<dot>?<units|unit>)",
            build=_day_month,
        ),
        Rule(
            rule_id="date-foreign",
            pattern="(?P<d><small|ordnum>)<dot>?<of|other_de>?(?P<m><foreign>)<other_de|comma>?"
            "(?P<y><year>)?".replace("<of|other_de>?", ".?").replace("<other_de|comma>?", ".?"),
            build=_foreign,
        ),
        Rule(
            rule_id="quarter-year",
            pattern="(?P<q><q>)(?P<d><small>)(?:<of|dash|comma>?(?P<y><year>))?",
            build=_numbered_quarter,
        ),
        Rule(
            rule_id="quarter-month",
            pattern="<q>(?P<x><yearmonth>)",
            build=_quarter_token,
        ),
        Rule(
            rule_id="year-quarter",
            pattern="(?P<y><year>)<dash>?(?P<q><q>)(?P<d><small>)",
            build=_numbered_quarter,
        ),
        Rule(
            rule_id="week-number",
            pattern="<the>?(?P<u><unit>)(?P<d><small|int>)(?:<of>?(?P<y><year>))?",
            build=_week_number,
        ),
        Rule(
            rule_id="year-named",
            pattern="<the>?<stretch>?(?P<u><unit>)(?P<y><year>)",
            build=_named_year,
        ),
        Rule(
            rule_id="month-spoken-year",
            pattern="(?P<m><month|month_weak>)<of|comma>?(?P<y>{SPOKEN})",
            build=_spoken_year,
        ),
        Rule(
            rule_id="spoken-year",
            pattern="(?:(?<=<in|since|of|until|by>)|(?:<the>?<unit>))(?P<y>{SPOKEN})",
            build=_spoken_year,
        ),
        Rule(
            rule_id="month-year",
            pattern="(?P<m><anymonth>)<dot>?(?:<of>|<comma>|<dash>)?(?P<y>{YEAR})",
            build=_month_year,
        ),
        Rule(
            rule_id="year-month", pattern="(?P<y><year>)<dash>?(?P<m><anymonth>)", build=_month_year
        ),
        Rule(rule_id="year-month-token", pattern="<yearmonth>", build=_year_month_token),
        Rule(
            rule_id="month-day-numeric",
            pattern="(?:<this|next|last>?(?P<w>{WD})|(?<=<on|since|until|by|from|to>)|<this|next>)"
            "(?P<x><monthday>)"
            "(?!<dash|slash>)",
            build=_month_day_pair,
        ),
        Rule(rule_id="nine-eleven", pattern="(?P<x><monthday>)", build=_nine_eleven),
        Rule(
            rule_id="day-ordinal",
            pattern="(?:(?P<w>{WEEKDAY})<the>?|(?<=<on|of>)<the>)"
            "(?P<d><ordnum>|(?<=<the>)<number>?<ordinal>)"
            "(?=$|<dot|comma|close|and|at|in|clocktime>|<small><ampm>)",
            build=_ordinal_day,
        ),
        Rule(rule_id="month", pattern="(?P<m><anymonth>)(?:<dot>(?!$))?", build=_month),
        Rule(rule_id="year-range", pattern="<yearrange>", build=_year_range),
        Rule(rule_id="decade", pattern="(?:<the>)?(?P<y><decade>)", build=_decade),
        Rule(
            rule_id="century", pattern="<the>?(?P<d><ordinal|ordnum>)<dash>?<unit>", build=_century
        ),
        Rule(
            rule_id="year-short",
            pattern="(?<=<in|since|of|from|until|by>)(?P<y><shortyear>)",
            build=_stated_year,
        ),
        Rule(rule_id="year", pattern="(?P<y><year>)", build=_bare_year),
    )

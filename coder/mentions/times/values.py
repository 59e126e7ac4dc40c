"""What a time expression means before it is published: readings, and the calendar they rest on.

Everything here is arithmetic on days; no text, no clock. Functions that build a day answer null
where the calendar has no such day.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from coder.values.labels import DateBasis, DatePrecision, TimexType
from coder.values.value import value

_MULTI_DAY_MAX = 6
_WEEK_MAX = 10
_MONTH_MAX = 31
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MIN_YEAR = 1
MAX_YEAR = 9998


class Kind(StrEnum):
    """What a reading may be joined with. Each is one character of the string the joins match on."""

    DAY = "d"
    SPAN = "s"
    TIMED = "t"
    CLOCK = "c"
    PART = "p"
    LENGTH = "l"
    SHARE = "h"
    OTHER = "o"


class Floating(StrEnum):
    """What of a date the words leave open, and may therefore move to agree with a neighbour."""

    NONE = "none"
    WEEK = "week"
    YEAR = "year"


@value
class Reading:
    """One reading of one expression.

    ``share`` is set for parts of something still to come ("the third quarter"): which one
    (negative from the end) and the unit. ``length`` is the number and unit of a duration.
    ``clock`` is the TIMEX3 part after ``T``.
    """

    kind: Kind
    type: TimexType
    value: str | None = None
    first: date | None = None
    last: date | None = None
    basis: DateBasis = DateBasis.EXPLICIT
    precision: DatePrecision | None = None
    time_of_day: str | None = None
    event_offset_days: int | None = None
    note: str | None = None
    floating: Floating = Floating.NONE
    share: tuple[int, int, str] | None = None
    length: tuple[float | None, str] | None = None
    clock: str | None = None


def precision_of(first: date | None, last: date | None) -> DatePrecision:
    """The precision an interval has by its length; unknown where an end is."""
    if first is None or last is None:
        return DatePrecision.UNKNOWN
    days = (last - first).days + 1
    if days == 1:
        return DatePrecision.DAY
    if days <= _MULTI_DAY_MAX:
        return DatePrecision.MULTI_DAY
    if days <= _WEEK_MAX:
        return DatePrecision.WEEK
    return DatePrecision.MONTH if days <= _MONTH_MAX else DatePrecision.YEAR


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or null where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_days(day: date, days: int) -> date | None:
    """``day`` plus a number of days; null outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_span(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_span(year: int) -> tuple[date, date]:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def shift_month(year: int, month: int, months: int) -> tuple[int, int]:
    """The month that lies ``months`` after a month."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def shift_by_months(day: date, months: int) -> date | None:
    """The same day of another month, or that month's last day where it is shorter."""
    year, month = shift_month(day.year, day.month, months)
    if not MIN_YEAR <= year <= MAX_YEAR:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def week_span(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week a day lies in."""
    monday = day - timedelta(days=day.isoweekday() - 1)
    return monday, monday + timedelta(days=6)


def week_value(day: date) -> str:
    """TIMEX3 value of the week a day lies in."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def season_span(year: int, season: str) -> tuple[date, date]:
    """First and last day of a northern season; a winter begins in December of ``year``."""
    month = _SEASON_MONTHS[season]
    last_year, last_month = shift_month(year, month, 2)
    return date(year, month, 1), month_span(last_year, last_month)[1]


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Gauss, in the form of Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday_day(rule: str, year: int) -> date | None:
    """The day a rule of ``time_holidays.tsv`` gives in a year; null where it gives none."""
    if not rule:
        return None
    if rule.startswith("easter"):
        return shift_days(easter(year), int(rule[6:] or 0))
    if rule.startswith("nth-"):
        rule, _, later = rule.partition("+")
        after = int(later or 0)
        month, weekday, number = (int(part) for part in rule[4:].split("-"))
        first = date(year, month, 1)
        days = (weekday - first.isoweekday()) % 7 + 7 * (number - 1)
        return first + timedelta(days=days + after)
    if rule.startswith("last-"):
        month, weekday = (int(part) for part in rule[5:].split("-"))
        last = month_span(year, month)[1]
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    month, day = (int(part) for part in rule.split("-"))
    return make_day(year, month, day)


def unit_span(day: date, unit: str, offset: int) -> tuple[date, date, str] | None:
    """The week, month, year ... that lies ``offset`` units from the one around ``day``.

    Answers first day, last day and TIMEX3 value; null outside the calendar or for units of the
    clock.
    """
    try:
        return _unit_span(day, unit, offset)
    except (ValueError, OverflowError):
        return None


def _unit_span(  # noqa: PLR0911 - one way out per unit
    day: date, unit: str, offset: int
) -> tuple[date, date, str] | None:
    if unit == "D":
        there = day + timedelta(days=offset)
        return there, there, there.isoformat()
    if unit in ("W", "FN"):
        first, last = week_span(day + timedelta(days=offset * (14 if unit == "FN" else 7)))
        if unit == "FN":
            return first, last + timedelta(days=7), f"{first}/{last + timedelta(days=7)}"
        return first, last, week_value(first)
    if unit == "M":
        year, month = shift_month(day.year, day.month, offset)
        first, last = month_span(year, month)
        return first, last, f"{year:04d}-{month:02d}"
    if unit == "Q":
        year, month = shift_month(day.year, (day.month - 1) // 3 * 3 + 1, offset * 3)
        return quarter_span(year, (month - 1) // 3 + 1)
    if unit == "Y":
        first, last = year_span(day.year + offset)
        return first, last, f"{first.year:04d}"
    if unit == "DE":
        start = day.year // 10 * 10 + offset * 10
        return date(start, 1, 1), date(start + 9, 12, 31), f"{start // 10:03d}"
    if unit == "CE":
        start = day.year // 100 * 100 + offset * 100
        return date(start, 1, 1), date(start + 99, 12, 31), f"{start // 100:02d}"
    return None


def quarter_span(year: int, quarter: int) -> tuple[date, date, str]:
    """First day, last day and TIMEX3 value of a quarter."""
    first = date(year, quarter * 3 - 2, 1)
    return first, month_span(year, quarter * 3)[1], f"{year:04d}-Q{quarter}"


def step_back(day: date, amount: int, unit: str) -> date | None:
    """The day ``amount`` units before ``day``; null outside the calendar."""
    if unit in ("D", "W", "FN", "NI"):
        factor = {"D": 1, "W": 7, "FN": 14, "NI": 1}[unit]
        return shift_days(day, -amount * factor)
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    return day if months is None else shift_by_months(day, -amount * months)

"""The report's own date, from whatever shape the input gives it in."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Literal

from coder.mentions.times.calendar import numeric_day
from coder.mentions.times.finder import find_times
from coder.mentions.times.tokens import DateOrder
from coder.mentions.times.values import make_day

Reason = Literal["unreadable", "ambiguous"]

_LONGEST = 80
_ISO_LENGTH = 10
# Whole numbers in these ranges can only be seconds or milliseconds since 1970 (1973 to 2100).
_SECONDS = range(100_000_000, 4_102_444_800)
_MILLISECONDS = range(100_000_000_000, 4_102_444_800_000)
_COMPACT = range(1000_01_01, 3000_01_01)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class PublishedError(ValueError):
    """A publication date cannot be used. ``reason`` says whether it is unreadable or ambiguous."""

    def __init__(self, message: str, *, reason: Reason) -> None:
        super().__init__(message)
        self.reason: Reason = reason


def parse_published(raw: object, *, order: DateOrder = DateOrder.UNDECLARED) -> date:
    """The calendar day a value means, in the zone it is written in.

    :raises PublishedError: ``unreadable``, or ``ambiguous`` where day and month cannot be told
    apart

    >>> parse_published("2017-12-12T23:30:00+03:00")
    datetime.date(2017, 12, 12)
    >>> parse_published("03/04/2020", order=DateOrder.DMY)
    datetime.date(2020, 4, 3)
    """
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _from_number(raw)
    if not isinstance(raw, str):
        raise PublishedError(f"a {type(raw).__name__} is no publication date", reason="unreadable")
    text = raw.strip()
    if len(text) >= _ISO_LENGTH and text[4] == "-":
        try:
            return (
                date.fromisoformat(text[:_ISO_LENGTH]) if _is_iso(text) else _from_text(text, order)
            )
        except ValueError as error:
            if isinstance(error, PublishedError):
                raise
            raise _unreadable(text) from error
    return _from_text(text, order)


def _unreadable(text: object) -> PublishedError:
    shown = str(text)[:_LONGEST]
    return PublishedError(
        f"'{shown}' cannot be read as a date; ISO dates such as 2017-12-12 always can",
        reason="unreadable",
    )


@cache
def _iso() -> re.Pattern[str]:
    return re.compile(
        r"\d{4}-\d\d-\d\d(?:[T ]\d\d(?::?\d\d(?::?\d\d(?:[.,]\d{1,9})?)?)?"
        r"(?: ?(?:Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?)?"
    )


def _is_iso(text: str) -> bool:
    return len(text) == _ISO_LENGTH or _iso().fullmatch(text) is not None


def _from_number(raw: float) -> date:
    if raw != raw or raw in (float("inf"), float("-inf")) or raw != int(raw):  # noqa: PLR0124 - NaN
        raise _unreadable(raw)
    number = int(raw)
    if number in _SECONDS:
        return (_EPOCH + timedelta(seconds=number)).date()
    if number in _MILLISECONDS:
        return (_EPOCH + timedelta(milliseconds=number)).date()
    day = _compact(number)
    if day is None:
        raise _unreadable(number)
    return day


def _compact(number: int) -> date | None:
    """20171212 as a day; null where it is none."""
    if number not in _COMPACT:
        return None
    return make_day(number // 10_000, number // 100 % 100, number % 100)


@cache
def _numeric() -> re.Pattern[str]:
    clock = (
        r"(?:[T, ]{1,3}\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?"
        r"(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|[A-Z]{3,4}|[+-]\d\d:?\d\d))?)?"
    )
    return re.compile(r"(?P<day>\d{1,4}([-./])\d{1,2}\2\d{1,4})\.?" + clock)


@cache
def _rest() -> re.Pattern[str]:
    """What may stand beside a written-out date: a clock time, a zone, a weekday."""
    return re.compile(
        r"[\s,|()\-]*(?:(?:published|updated|posted|on|at|mon|tue|wed|thu|fri|sat|sun|[a-z]{3,6}day)[\s,:.]*){0,3}"
        r"(?:\d{1,2}:\d\d(?::\d\d)?)?\s*(?:[ap]\.?m\.?)?\s*(?:\s\(?[a-z]{1,4}|z)?\s*(?:[+-]\d\d:?\d\d)?\)?[\s,.]*",
        re.IGNORECASE,
    )


def _from_text(text: str, order: DateOrder) -> date:
    if not text or len(text) > _LONGEST:
        raise _unreadable(text)
    if text.isascii() and text.isdecimal():
        return _from_number(int(text))
    match = _numeric().fullmatch(text)
    if match:
        return _from_numeric(match["day"], text, order)
    for found in find_times(text, 0, len(text), None, date_order=order):
        rest = text[: found.start] + "|" + text[found.end :]
        if found.first is not None and found.first == found.last and _rest().fullmatch(rest):
            return found.first
    raise _unreadable(text)


def _from_numeric(day: str, text: str, order: DateOrder) -> date:
    parts = re.split(r"[-./]", day)
    year_first = len(parts[0]) > 2  # noqa: PLR2004 - two digits
    if len(parts[0]) not in (1, 2, 4) or len(parts[2]) not in (1, 2, 4):
        raise _unreadable(text)
    is_short = not year_first and len(parts[2]) <= 2  # noqa: PLR2004 - two digits
    if order is DateOrder.UNDECLARED and not year_first:
        first, second = int(parts[0]), int(parts[1])
        if is_short or (first <= 12 and second <= 12 and first != second):  # noqa: PLR2004 - months
            raise PublishedError(
                f"'{text}' is ambiguous: say the order of day and month (--date-order, date_order)",
                reason="ambiguous",
            )
    fits = is_short or order is not DateOrder.YMD or year_first
    found = numeric_day(day, order)[0] if fits else None
    if found is None:
        raise _unreadable(text)
    return found

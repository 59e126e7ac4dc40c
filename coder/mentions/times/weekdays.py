"""Weekdays and days of a month that are counted: "two Sundays ago", "the 5th of last month"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from coder.mentions.times.calendar import day_reading, relative
from coder.mentions.times.numbers import amount_of
from coder.mentions.times.rules import Rule
from coder.mentions.times.tokens import Scene
from coder.mentions.times.values import (
    Floating,
    Kind,
    Reading,
    make_day,
    shift_days,
    shift_month,
)
from coder.values.labels import DateBasis

_WEEK = 7
_MOST = 8  # "twenty Fridays ago" counts a custom, no act


def _weeks_back(scene: Scene, weekday: int, weeks: int) -> Reading | None:
    """The last such weekday before the report's day, and so many weeks earlier."""
    if scene.reference is None:
        return None
    gap = (scene.reference.isoweekday() - weekday) % _WEEK or _WEEK
    day = shift_days(scene.reference, -gap - _WEEK * weeks)
    reading = relative(day, day, day.isoformat() if day else None)
    return replace(reading, basis=DateBasis.WEEKDAY)


def _weekdays_ago(match: re.Match[str], scene: Scene) -> Reading | None:
    """``two Sundays ago``."""
    amount = amount_of(scene, match.start("n"), match.end("n"))
    if amount is None or amount != int(amount) or not 0 < amount <= _MOST:
        return None
    return _weeks_back(scene, scene.number(match.start("w")), int(amount) - 1)


def _before_last(match: re.Match[str], scene: Scene) -> Reading | None:
    """``the Friday before last``, ``a week last Friday``."""
    if "u" in match.re.groupindex and scene.values[match.start("u")] != "W":
        return None
    return _weeks_back(scene, scene.number(match.start("w")), 1)


def _last(match: re.Match[str], scene: Scene) -> Reading | None:
    """``on Friday last``."""
    return _weeks_back(scene, scene.number(match.start("w")), 0)


def _of_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """``the 5th of last month``."""
    if scene.reference is None or scene.values[match.start("u")] != "M":
        return None
    step = -1 if scene.word(match.start("q")) in ("last", "past") else 0
    year, month = shift_month(scene.reference.year, scene.reference.month, step)
    day = make_day(year, month, scene.number(match.start("d")))
    return day_reading(day) if day is not None and day <= scene.reference else None


def weekday_rules() -> tuple[Rule, ...]:
    """The rules of this module; they come before those of bare weekdays and months."""
    return (
        Rule(
            rule_id="weekdays-ago",
            pattern="(?P<n>{NUM})(?P<w><weekdays|weekday>)<ago>",
            build=_weekdays_ago,
        ),
        Rule(
            rule_id="weekday-before-last",
            pattern="<the>(?P<w><weekday>)<before><last>(?!<weekday|unit|month>)",
            build=_before_last,
        ),
        Rule(
            rule_id="week-last",
            pattern="<an>(?P<u><unit>)<last>(?P<w><weekday>)",
            build=_before_last,
        ),
        Rule(
            rule_id="weekday-last",
            pattern="(?P<w><weekday>)<last>(?=$|<dot|comma|close|and|at|in>)",
            build=_last,
        ),
        Rule(
            rule_id="day-of-told-month",
            pattern="<the>(?P<d><ordnum>)<of><the>?(?P<q><this|last|same>)(?P<u><unit>)",
            build=_of_month,
        ),
    )


def row_of_days(days: Sequence[Reading]) -> Reading | None:
    """``Saturday and Sunday``: one day after the other, which is one time of two or more days."""
    last = days[-1].last
    of_week = [
        day.first.isoweekday()
        for day in days
        if day.first is not None and day.floating is Floating.WEEK
    ]
    if last is None or len(of_week) != len(days):
        return None
    if any((after - before) % 7 != 1 for before, after in pairwise(of_week)):
        return None
    first = last - timedelta(days=len(days) - 1)
    return replace(
        days[-1], kind=Kind.SPAN, value=f"{first}/{last}", first=first, floating=Floating.NONE
    )


def night_of_days(part: Reading, days: Reading) -> Reading | None:
    """``overnight from Saturday to Sunday``: the days say which night."""
    if part.clock != "NI" or days.first is None or days.last != days.first + timedelta(days=1):
        return None
    return replace(days, time_of_day=part.time_of_day, clock=part.clock)

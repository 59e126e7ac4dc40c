"""Seasons, weekends, holidays, and shares of a period ("the third quarter")."""

import re
from dataclasses import replace
from datetime import date, timedelta

from coder.lexicon.words import noun_classes
from coder.mentions.times.calendar import (
    day_reading,
    relative,
    span_reading,
    two_digit_year,
    unresolved,
)
from coder.mentions.times.numbers import amount_of, duration_value
from coder.mentions.times.rules import Rule
from coder.mentions.times.tense import FUTURE, direction
from coder.mentions.times.tokens import Scene
from coder.mentions.times.values import (
    Floating,
    Kind,
    Reading,
    holiday_day,
    season_span,
    shift_days,
    unit_span,
    week_span,
    week_value,
)
from coder.mentions.times.words import letter
from coder.values.labels import DateBasis, TimexType

# "A summer camp": which kind of thing it is, and not when.

_MAX_NAME = 4
_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his", "her"})


def _season(match: re.Match[str], scene: Scene) -> Reading | None:
    """``the summer``, ``last winter``, ``spring 2015``."""
    at = match.start("s")
    season = str(scene.values[at])
    told = match.start("q") >= 0 or match.start("y") >= 0
    if not told and scene.word(at + 1) in noun_classes()["season_thing"]:
        return None
    year = _season_year(match, scene)
    weak = scene.classes[at] == letter("season_weak")
    proven = (
        told
        or (
            scene.word(at - 1) == "the"
            and scene.word(at - 2) in ("in", "since", "by", "until", "during")
            and scene.word(at + 1) != "of"
        )
        or scene.word(at - 1) in ("in", "early", "mid", "late", "-")
    )
    if weak and not proven:
        return None
    if year is None:
        return unresolved(None, kind=Kind.SPAN) if scene.reference is None else None
    try:
        first, last = season_span(year, season)
    except ValueError:
        return None
    return relative(first, last, f"{year:04d}-{season}")


def _season_year(match: re.Match[str], scene: Scene) -> int | None:  # noqa: PLR0911 - one per word
    at = match.end("y") - 1
    if match.start("y") >= 0:
        number = scene.number(at)
        return (
            number
            if scene.classes[at] == letter("year")
            else two_digit_year(number, scene.reference)
        )
    reference = scene.reference
    if reference is None:
        return None
    season = str(scene.values[match.start("s")])
    words = scene.words[match.start() : match.start("s")]
    begun, ended = season_span(reference.year, season)
    if "this" in words and "past" not in words:
        return reference.year
    if "next" in words or "coming" in words:
        return reference.year + (begun <= reference)
    if "last" in words or "past" in words:
        return reference.year - (ended >= reference)
    if direction(scene, match.start(), match.end()) == FUTURE:
        return reference.year + (ended < reference)
    return reference.year - (begun > reference)


def _weekend(match: re.Match[str], scene: Scene) -> Reading | None:
    """``the weekend``, ``last weekend``: Saturday and Sunday."""
    reference = scene.reference
    if reference is None:
        return replace(unresolved(None, kind=Kind.SPAN))
    words = scene.words[match.start() : match.end()]
    monday = week_span(reference)[0]
    tense = direction(scene, match.start(), match.end())
    weeks = 0
    if "last" in words or "past" in words or "previous" in words:
        weeks = -1
    elif "next" in words:
        weeks = 1
    elif "coming" not in words and tense != FUTURE and reference.isoweekday() < 6:  # noqa: PLR2004 - Saturday
        weeks = -1
    saturday = shift_days(monday, 7 * weeks + 5)
    if saturday is None:
        return None
    sunday = shift_days(saturday, 1)
    share = (-1, 1, "WE") if "last" in words else None
    return replace(relative(saturday, sunday, week_value(saturday) + "-WE"), share=share)


def _holiday(match: re.Match[str], scene: Scene) -> Reading | None:
    rule = str(scene.values[match.start("h")])
    if scene.words[match.start("h")] in ("tet", "lent", "carnival") and not (
        scene.is_mixed_case and scene.is_capital(match.start("h"))
    ):
        return None
    reference = scene.reference
    stated = _season_year(match, scene) if match.start("y") >= 0 else None
    if stated is None and _names_thing(match, scene):
        return None
    if not rule:
        return Reading(kind=Kind.OTHER, type=TimexType.DATE)
    is_weekend = match.start("x") >= 0
    if stated is not None:
        day = holiday_day(rule, stated)
        return None if day is None else _holiday_reading(day, is_weekend=is_weekend)
    if reference is None:
        value = f"XXXX-{rule}" if rule[0].isdigit() else None
        return Reading(kind=Kind.DAY, type=TimexType.DATE, value=value)
    days = [holiday_day(rule, reference.year + step) for step in (-1, 0, 1)]
    past = [day for day in days if day and day <= reference]
    future = [day for day in days if day and day >= reference]
    words = scene.words[match.start() : match.start("h")]
    ahead = direction(scene, match.start(), match.end()) == FUTURE or "next" in words
    chosen = future[0] if ahead and future else (past[-1] if past else None)
    return None if chosen is None else _holiday_reading(chosen, is_weekend=is_weekend)


def _names_thing(match: re.Match[str], scene: Scene) -> bool:
    """As in "a Christmas market": what the noun behind is about, and no day."""
    start, end = match.start("h"), match.end()
    if match.start() < start:
        return False
    before = start - 1
    while before > 0 and start - before < _MAX_NAME and scene.is_capital(before):
        before -= 1  # "at the Strasbourg Christmas market"
    if before < 0 or scene.words[before] not in _DETERMINERS:
        return False
    following = scene.words[end : end + 1]
    return (
        bool(following)
        and following[0].isalpha()
        and following[0] not in noun_classes()["holiday_rest"]
    )


def _holiday_reading(day: date, *, is_weekend: bool = False) -> Reading:
    """The day, or the weekend it falls on or makes longer."""
    if is_weekend:
        gap = (day.isoweekday() - 6) % 7  # days since Saturday
        saturday = day - timedelta(days=gap) if gap < 3 else day + timedelta(days=7 - gap)  # noqa: PLR2004 - a Monday makes it longer
        last = max(day, saturday + timedelta(days=1)) if gap < 3 else saturday + timedelta(days=1)  # noqa: PLR2004
        return span_reading(saturday, last, f"{saturday}/{last}")
    return day_reading(day, floating=Floating.YEAR)


def _share(match: re.Match[str], scene: Scene) -> Reading | None:
    """``the third quarter``, ``the first week``, ``the second half``: part of a period to come."""
    at = match.start("d")
    number = -1 if scene.classes[at] == letter("last") else scene.number(at)
    if scene.classes[match.start() + (scene.words[match.start()] == "the")] == letter("number"):
        number += scene.number(match.start() + (scene.words[match.start()] == "the"))
    if scene.classes[at] == letter("last") and scene.words[at] not in ("last", "final"):
        return None
    unit = _share_unit(match, scene)
    amount = amount_of(scene, match.start("n"), match.end("n")) if match.start("n") >= 0 else 1
    count = int(amount) if amount else 2
    reading = Reading(kind=Kind.SHARE, type=TimexType.DATE, share=(number, count, unit))
    if count > 1 and amount and unit not in ("H", "WE"):
        value = duration_value(amount, unit)
        return replace(reading, type=TimexType.DURATION, value=value, basis=DateBasis.NONE)
    if unit != "Q" or not 1 <= number <= 4:  # noqa: PLR2004 - quarters of a year
        return reading
    if scene.reference is None:
        return replace(reading, value=f"XXXX-Q{number}", basis=DateBasis.RELATIVE)
    year = scene.reference.year
    span = unit_span(date(year, number * 3 - 2, 1), "Q", 0)
    if span is None:
        return reading
    return replace(reading, first=span[0], last=span[1], value=span[2], basis=DateBasis.RELATIVE)


def _share_unit(match: re.Match[str], scene: Scene) -> str:
    at = match.start("u")
    kind = scene.classes[at]
    if kind == letter("quarter"):
        return "Q"
    if kind == letter("half"):
        return "H"
    if kind == letter("weekend"):
        return "WE"
    if kind == letter("weekday"):
        return f"wd{scene.number(at)}"
    return str(scene.values[at])


def season_rules() -> tuple[Rule, ...]:
    """The rules of this module, most specific first."""
    return (
        Rule(
            rule_id="weekend",
            pattern="<the>?<this>?<last|next|this|that>?<weekend>",
            build=_weekend,
        ),
        Rule(
            rule_id="season",
            pattern="<the>?(?P<q><this>?<last|next|this>)?(?P<s><season|season_weak>)"
            "(?:<of|comma>?(?P<y>{YEAR}))?",
            build=_season,
        ),
        Rule(
            rule_id="share",
            pattern="<the>?(?:<number><dash>?(?=<ordinal>))?(?P<d><anyordinal>)(?P<n>{NUM})?<stretch>?<dash>?"
            "(?P<u><unit|units|quarter|quarters|half|weekend|weekday>)",
            build=_share,
        ),
        Rule(
            rule_id="holiday",
            pattern="<last|next|this>?(?P<h><holiday><rest>{0,4})(?:<comma>?(?P<y><year>))?"
            "(?P<x><weekend>)?",
            build=_holiday,
        ),
    )

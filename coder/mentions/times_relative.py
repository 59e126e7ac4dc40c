"""Expressions that count from the report's date: weekdays, "yesterday", "last week", "two days ago"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from coder.mentions.times_dates import floating_month, month_at, span_reading, two_digit_year
from coder.mentions.times_rules import Rule
from coder.mentions.times_tense import FUTURE, direction
from coder.mentions.times_tokens import Scene
from coder.mentions.times_numbers import amount_of, duration_value
from coder.mentions.times_values import (
    Floating,
    Kind,
    Reading,
    holiday_day,
    season_span,
    shift_days,
    step_back,
    unit_span,
    week_span,
    week_value,
)
from coder.mentions.times_words import letter
from coder.values.labels import DateBasis, DatePrecision, TimexType

_FIGURES_LAG_DAYS = 45
_CLOCK_UNITS = ("TS", "TM", "TH")
_PAST_REF, _FUTURE_REF, _PRESENT_REF = "PAST_REF", "FUTURE_REF", "PRESENT_REF"


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


def weekday_reading(scene: Scene, weekday: int, *, start: int, end: int) -> Reading:
    """A bare weekday: the latest one up to the report's day, or the coming one in a preview."""
    basis = DateBasis.WEEKDAY
    if scene.reference is None:
        return Reading(
            kind=Kind.DAY,
            type=TimexType.DATE,
            value=f"XXXX-WXX-{weekday}",
            basis=basis,
            floating=Floating.WEEK,
        )
    back = (scene.reference.isoweekday() - weekday) % 7
    tense = direction(scene, start, end)
    note = None
    ahead = scene.word(start - 1) == "of" and scene.word(start - 2) == "ahead"
    if tense == FUTURE or ahead:
        day = shift_days(scene.reference, -back % 7)
        note = "the coming one, by the verb" if back else None
    else:
        day = shift_days(scene.reference, -back)
    value = day.isoformat() if day else None
    return replace(relative(day, day, value, note=note, basis=basis), floating=Floating.WEEK)


def _weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    at = match.start("w")
    if scene.classes[at] == letter("weekday_short") and not _is_short_weekday(scene, at):
        return None
    return weekday_reading(scene, scene.number(at), start=match.start(), end=match.end())


def _is_short_weekday(scene: Scene, at: int) -> bool:
    """Whether "sat", "sun", "mon" ... is a day here."""
    if scene.is_mixed_case and not scene.is_capital(at):
        return False
    before, word = scene.word(at - 1), scene.words[at]
    if word in ("sat", "sun", "mon", "wed") and before != "on":
        return before in ("last", "next", "since", "until", "every", "by") and word != "sun"
    return before in (
        "on",
        "last",
        "next",
        "this",
        "since",
        "until",
        "by",
        "every",
        "late",
        "early",
    )


def _deictic(match: re.Match[str], scene: Scene) -> Reading | None:
    offset = scene.number(match.start("k"))
    if match.start("s") >= 0:
        offset += -1 if scene.classes[match.end("s") - 1] == letter("before") else 1
        if abs(offset) != 2:  # noqa: PLR2004 - the day before yesterday, the day after tomorrow
            return None
    day = None if scene.reference is None else shift_days(scene.reference, offset)
    value = None if day is None else day.isoformat()
    return replace(relative(day, day, value), kind=Kind.DAY)


def part_of_day(scene: Scene, offset: int, part: str, words: str | None) -> Reading:
    """A part of the day that lies ``offset`` days from the report's."""
    day = None if scene.reference is None else shift_days(scene.reference, offset)
    return Reading(
        kind=Kind.TIMED,
        type=TimexType.TIME,
        value=f"{day}T{part}" if day else None,
        first=day,
        last=day,
        basis=DateBasis.RELATIVE,
        time_of_day=words,
        clock=part,
    )


def _tonight(match: re.Match[str], scene: Scene) -> Reading | None:
    return part_of_day(scene, 0, "NI", scene.words[match.start()])


def _overnight(match: re.Match[str], scene: Scene) -> Reading | None:
    """The night between the day before the report and its day."""
    evening = None if scene.reference is None else shift_days(scene.reference, -1)
    return Reading(
        kind=Kind.PART,
        type=TimexType.TIME,
        value=f"{evening}TNI" if evening else None,
        first=evening,
        last=scene.reference if evening else None,
        basis=DateBasis.RELATIVE,
        time_of_day=scene.words[match.start()],
        clock="NI",
        note="the night before the report's day",
    )


def _deictic_part(match: re.Match[str], scene: Scene) -> Reading | None:
    """``this morning``, ``last night``."""
    words, part = scene.word(match.start("q")), str(scene.values[match.start("p")])
    text = scene.text[scene.starts[match.start("p")] : scene.ends[match.end() - 1]].lower()
    if words in ("this", "these"):
        return part_of_day(scene, 0, part, text)
    if words == "last":
        return part_of_day(scene, -1, part, text)
    if words in ("next", "following", "previous", "preceding", "same", "that", "ensuing"):
        offset = {"previous": -1, "preceding": -1, "same": 0, "that": 0}.get(words, 1)
        return replace(
            event_relative(scene, offset), type=TimexType.TIME, time_of_day=text, clock=part
        )
    return None


def event_relative(scene: Scene, offset: int | None) -> Reading:
    """A form that counts from the event told before: from the day named last in this sentence, if any."""
    anchor = scene.days[-1][1] if scene.days else None
    day = shift_days(anchor, offset) if anchor is not None and offset is not None else None
    return Reading(
        kind=Kind.DAY if offset is not None else Kind.OTHER,
        type=TimexType.DATE,
        value=None if day is None else day.isoformat(),
        first=day,
        last=day,
        basis=DateBasis.RELATIVE,
        event_offset_days=offset,
        note=f"counted from {anchor}" if day else None,
    )


def _the_unit_beside(match: re.Match[str], scene: Scene) -> Reading | None:
    """``the day before``, ``the following week``, ``the same year``, ``that day``."""
    unit = str(scene.values[match.start("u")])
    at = match.start("q")
    word = scene.words[at]
    after = scene.classes[at] == letter("after") or word in (
        "following",
        "next",
        "ensuing",
        "subsequent",
    )
    step = 0 if word in ("same", "that") else (1 if after else -1)
    if unit in ("D", "NI") or scene.classes[match.start("u")] == letter("part"):
        reading = event_relative(scene, step)
        if unit == "D":
            return reading
        return replace(reading, type=TimexType.TIME, time_of_day=scene.words[match.start("u")])
    if unit == "W":
        reading = event_relative(scene, step * 7)
        span = week_span(reading.first) if reading.first else None
        if span is None:
            return replace(reading, kind=Kind.OTHER, precision=DatePrecision.WEEK)
        return relative(span[0], span[1], week_value(span[0]), note=reading.note)
    return unresolved()


def _unit_later(match: re.Match[str], scene: Scene) -> Reading | None:
    """``two days later``, ``a year earlier``, ``hours later``."""
    unit = str(scene.values[match.start("u")])
    amount = amount_of(scene, match.start("n"), match.end("n")) if match.start("n") >= 0 else None
    at = match.end() - 1
    later = scene.classes[at] in (letter("later"), letter("after"))
    if unit in _CLOCK_UNITS:
        return replace(event_relative(scene, 0), type=TimexType.TIME)
    if amount is None or amount != int(amount) or unit not in ("D", "W", "FN", "NI"):
        return unresolved(None if later else None)
    days = int(amount) * {"W": 7, "FN": 14}.get(unit, 1)
    reading = event_relative(scene, days if later else -days)
    return replace(reading, precision=DatePrecision.WEEK) if unit in ("W", "FN") else reading


def _ago(match: re.Match[str], scene: Scene) -> Reading | None:
    """``three days ago``; ``a week ago Friday``; ``two days from now``."""
    unit = str(scene.values[match.start("u")])
    amount = amount_of(scene, match.start("n"), match.end("n")) if match.start("n") >= 0 else None
    ahead = scene.classes[match.start("g")] != letter("ago")
    reference = scene.reference
    if amount is None or reference is None or unit in _CLOCK_UNITS:
        if unit in _CLOCK_UNITS and reference is not None and amount is not None:
            return replace(
                relative(reference, reference, reference.isoformat()), type=TimexType.TIME
            )
        return unresolved(_FUTURE_REF if ahead else _PAST_REF)
    steps = int(amount) * (-1 if ahead else 1)
    at = match.end("g")
    if ahead and at < match.end() and scene.classes[at] == letter("deictic"):
        reference = shift_days(reference, scene.number(at)) or reference
    there = step_back(reference, steps, unit)
    if there is None:
        return unresolved()
    if unit in ("M", "Y", "DE", "CE", "Q"):
        return _ago_period(there, unit, amount)
    weekday = match.start("w")
    if weekday >= 0 and unit == "W":
        back = (reference.isoweekday() - scene.number(weekday)) % 7
        day = shift_days(reference, -back - 7 * steps)
        return None if day is None else relative(day, day, day.isoformat())
    precision = DatePrecision.WEEK if unit in ("W", "FN") else None
    reading = relative(there, there, there.isoformat())
    return replace(reading, precision=precision, note="around this day" if precision else None)


def _ago_period(there: date, unit: str, amount: float) -> Reading | None:
    span = unit_span(there, "Y" if unit in ("DE", "CE") else unit, 0)
    if span is None:
        return None
    if amount != int(amount):
        return relative(*span[:2], span[2], note="half a unit is not counted")
    return relative(*span[:2], span[2])


def _deictic_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    """``this week``, ``last month``, ``the past year``, ``next quarter``."""
    unit = str(scene.values[match.start("u")]) or "Q"
    word = scene.words[match.start("q")]
    offset = 0 if word in ("this", "these") else scene.number(match.start("q"))
    if unit in _CLOCK_UNITS:
        return _hours_back(scene.reference, 1.0, unit, ahead=offset > 0)
    share = (-1, 1, unit) if word == "last" else None
    if scene.reference is None:
        return replace(unresolved(kind=Kind.SPAN), share=share)
    if word in ("past", "last") and match.start("t") >= 0 and unit != "Q":
        return replace(stretch_back(scene.reference, 1, unit), share=share)
    if unit == "D":
        return None if word == "this" else replace(event_relative(scene, offset), share=share)
    span = unit_span(scene.reference, unit, offset)
    if span is None:
        return None
    return replace(relative(span[0], span[1], span[2]), kind=Kind.SPAN, share=share)


def stretch_back(
    reference: date, amount: float | None, unit: str, *, ahead: bool = False
) -> Reading:
    """``the past three months``: a duration that ends (or begins) with the report's day."""
    value = duration_value(amount, unit)
    first = last = None
    if unit in _CLOCK_UNITS:
        return _hours_back(reference, amount, unit, ahead=ahead)
    if unit == "Q" and amount:
        edges = (1, int(amount)) if ahead else (-int(amount), -1)
        spans = [unit_span(reference, "Q", edge) for edge in edges]
        first, last = (spans[0] and spans[0][0]) or None, (spans[1] and spans[1][1]) or None
    elif amount is not None:
        steps = max(1, int(amount))
        if ahead:
            first, last = shift_days(reference, 1), step_back(reference, -steps, unit)
        else:
            first, last = step_back(reference, steps, unit), reference
    if first is None or last is None:
        first = last = None
    return Reading(
        kind=Kind.SPAN,
        type=TimexType.DURATION,
        value=value,
        first=first,
        last=last,
        basis=DateBasis.RELATIVE,
        note="an interval that ends with the report's day" if first and not ahead else None,
    )


def _hours_back(reference: date | None, amount: float | None, unit: str, *, ahead: bool) -> Reading:
    """``the past 24 hours``, ``the last hour``: the days they touch, the report's day included."""
    days = int(amount or 0) // 24 if unit == "TH" else 0
    other = None if reference is None else shift_days(reference, days if ahead else -days)
    first, last = (reference, other) if ahead else (other, reference)
    known = first is not None and last is not None
    return Reading(
        kind=Kind.SPAN,
        type=TimexType.DURATION,
        value=duration_value(amount, unit),
        first=first if known else None,
        last=last if known else None,
        basis=DateBasis.RELATIVE,
        note="hours that end with the report's day" if known and not ahead else None,
    )


def _in_length(match: re.Match[str], scene: Scene) -> Reading | None:
    """``will return in two weeks``: a date where the verb looks ahead, else a duration."""
    unit = str(scene.values[match.start("u")])
    amount = amount_of(scene, match.start("n"), match.end("n"))
    if scene.reference is None or amount is None or scene.word(match.end()) == "of":
        return None
    if direction(scene, match.start(), match.end()) != FUTURE:
        return None
    if unit in _CLOCK_UNITS:
        day = scene.reference
        return replace(relative(day, day, day.isoformat()), type=TimexType.TIME)
    there = step_back(scene.reference, -int(amount), unit)
    if there is None:
        return None
    precision = {"D": None, "W": DatePrecision.WEEK, "M": DatePrecision.MONTH}.get(
        unit, DatePrecision.YEAR
    )
    return replace(relative(there, there, there.isoformat()), precision=precision)


def _stretch(match: re.Match[str], scene: Scene) -> Reading | None:
    """``the last five years``, ``the next few days``, ``5 past years``."""
    unit = str(scene.values[match.start("u")]) or "Q"
    word = scene.words[match.start("q")]
    amount = amount_of(scene, match.start("n"), match.end("n"))
    ahead = scene.number(match.start("q")) > 0
    share = (-1, int(amount), unit) if word == "last" and amount else None
    if scene.reference is None:
        value = duration_value(amount, unit)
        return Reading(
            kind=Kind.SPAN,
            type=TimexType.DURATION,
            value=value,
            basis=DateBasis.RELATIVE,
            share=share,
        )
    return replace(stretch_back(scene.reference, amount, unit, ahead=ahead), share=share)


def _vague_stretch(match: re.Match[str], scene: Scene) -> Reading | None:
    """``in recent days``, ``these days``, ``the coming weeks``."""
    at = match.start("q")
    word = scene.words[at]
    if word == "those":
        return None
    if word == "these":
        return unresolved(_PRESENT_REF)
    if scene.classes[at] == letter("next"):
        return unresolved(_FUTURE_REF)
    share = (-1, 2, str(scene.values[match.start("u")])) if word == "last" else None
    return replace(unresolved(_PAST_REF), share=share)


def _deictic_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """``last Monday``, ``next Friday``, ``this Saturday``, ``this past Sunday``."""
    weekday, reference = scene.number(match.start("w")), scene.reference
    words = scene.words[match.start() : match.start("w")]
    if reference is None:
        value = f"XXXX-WXX-{weekday}"
        return Reading(kind=Kind.DAY, type=TimexType.DATE, value=value, basis=DateBasis.WEEKDAY)
    gap = (reference.isoweekday() - weekday) % 7
    note = None
    if "last" in words or "past" in words:
        day = shift_days(reference, -(gap or 7))
    elif "previous" in words or "preceding" in words:
        anchor = scene.days[-1][1] if scene.days else reference
        day = shift_days(anchor, -((anchor.isoweekday() - weekday) % 7 or 7))
    elif "next" in words:
        day = shift_days(week_span(reference)[0], 6 + weekday)
        near = shift_days(reference, -gap % 7 or 7)
        note = None if near == day else f"of the next week; could be {near}"
    elif "this" in words and "coming" not in words:
        day = shift_days(week_span(reference)[0], weekday - 1)
    else:
        day = shift_days(reference, -gap % 7 or 7)
    value = day.isoformat() if day else None
    return relative(day, day, value, note=note, basis=DateBasis.WEEKDAY)


def _deictic_month(match: re.Match[str], scene: Scene) -> Reading | None:
    """``last November``, ``this August``, ``next May``."""
    month = month_at(match, scene, alone=True)
    if month is None:
        return None
    words = scene.words[match.start() : match.start("m")]
    reference = scene.reference
    if reference is None:
        return floating_month(scene, month, start=match.start(), end=match.end())
    year = reference.year
    if "this" in words and "past" not in words:
        return _month_of(year, month)
    if "next" in words or "coming" in words:
        return _month_of(year + (month <= reference.month), month)
    return _month_of(year - (month >= reference.month), month)


def _month_of(year: int, month: int) -> Reading | None:
    span = unit_span(date(year, month, 1), "M", 0)
    return None if span is None else span_reading(*span)


def _season(match: re.Match[str], scene: Scene) -> Reading | None:
    """``the summer``, ``last winter``, ``spring 2015``."""
    at = match.start("s")
    season = str(scene.values[at])
    year = _season_year(match, scene)
    weak = scene.classes[at] == letter("season_weak")
    proven = (
        match.start("q") >= 0
        or match.start("y") >= 0
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


def _season_year(match: re.Match[str], scene: Scene) -> int | None:
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
    return relative(saturday, sunday, week_value(saturday) + "-WE")


def _holiday(match: re.Match[str], scene: Scene) -> Reading | None:
    rule = str(scene.values[match.start("h")])
    if scene.words[match.start("h")] in ("tet", "lent", "carnival") and not (
        scene.is_mixed_case and scene.is_capital(match.start("h"))
    ):
        return None
    reference = scene.reference
    stated = _season_year(match, scene) if match.start("y") >= 0 else None
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


def _holiday_reading(day: date, *, is_weekend: bool = False) -> Reading:
    """The day, or the weekend it falls on or makes longer."""
    if is_weekend:
        gap = (day.isoweekday() - 6) % 7  # days since Saturday
        saturday = day - timedelta(days=gap) if gap < 3 else day + timedelta(days=7 - gap)  # noqa: PLR2004 - a Monday makes it longer
        last = max(day, saturday + timedelta(days=1)) if gap < 3 else saturday + timedelta(days=1)  # noqa: PLR2004
        return span_reading(saturday, last, f"{saturday}/{last}")
    return Reading(
        kind=Kind.DAY,
        type=TimexType.DATE,
        value=day.isoformat(),
        first=day,
        last=day,
        floating=Floating.YEAR,
    )


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
    if unit != "Q" or number < 1 or number > 4 or scene.reference is None:  # noqa: PLR2004 - quarters
        return reading
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


def _reference(match: re.Match[str], scene: Scene) -> Reading | None:
    return unresolved(str(scene.values[match.start("r")]))


def _recent(match: re.Match[str], scene: Scene) -> Reading | None:
    del match, scene
    return unresolved(_PAST_REF)


def _the_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    """``the day``, ``the year``: the one the report is about."""
    unit = str(scene.values[match.start("u")])
    if scene.word(match.end()) in ("of", "-", "when", "that", "before", "after"):
        if unit == "D":
            return event_relative(scene, 0) if scene.word(match.end()) != "-" else None
        return None
    if unit == "D":
        return event_relative(scene, 0)
    if scene.classes[match.start("u")] == letter("quarter") and scene.reference is not None:
        return _reported_quarter(scene.reference)
    if unit not in ("W", "M", "Y") or scene.reference is None:
        return None
    span = unit_span(scene.reference, unit, 0)
    return None if span is None else replace(relative(*span[:2], span[2]), kind=Kind.SPAN)


def _reported_quarter(reference: date) -> Reading | None:
    """``the quarter`` of a report on business: the one whose figures are new."""
    span = unit_span(reference - timedelta(days=_FIGURES_LAG_DAYS), "Q", 0)
    return None if span is None else replace(relative(*span[:2], span[2]), kind=Kind.SPAN)


def relative_rules() -> tuple[Rule, ...]:
    """The rules of this module, most specific first."""
    deictic = "(?P<t><the>)?<this>?(?P<q><last|next>|(?<!<the>)<this>)"
    number = "(?P<n>{NUM})<stretch>?"
    return (
        Rule(
            rule_id="day-before-yesterday",
            pattern="(?P<s><the>?<unit><before|after>)?(?P<k><deictic>)(?!<rest>)",
            build=_deictic,
        ),
        Rule(rule_id="tonight", pattern="<tonight>", build=_tonight),
        Rule(rule_id="overnight", pattern="<overnight>", build=_overnight),
        Rule(
            rule_id="ago",
            pattern="{APPROX}?(?P<n>{NUM})?<stretch>?(?P<u>{UNIT})(?:<or><so>)?"
            "(?P<g><ago>|<from>(?=<reference|deictic>))(?:<reference|deictic>)?"
            "(?:<on>?(?P<w><weekday>))?",
            build=_ago,
        ),
        Rule(
            rule_id="part-deictic",
            pattern="<the>?(?P<q><this|last|next|same|that>)(?P<p><mod>?<part>)".replace(
                "(?P<p><mod>?<part>)", "<mod>?(?P<p><part>)"
            ),
            build=_deictic_part,
        ),
        Rule(
            rule_id="weekday-deictic",
            pattern="<the>?<this>?<last|next|this>(?P<w><weekday>)",
            build=_deictic_weekday,
        ),
        Rule(
            rule_id="month-deictic",
            pattern="<this>?<last|next|this>(?P<m><anymonth>)(?!<dot>?<day|year>)",
            build=_deictic_month,
        ),
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
            rule_id="in-length",
            pattern="<in>(?P<n>{NUM})(?P<u><unit|units>)(?!<later|earlier|before|after|ago|dash>)",
            build=_in_length,
        ),
        Rule(
            rule_id="week-after-next",
            pattern="<the>(?P<u><unit>)(?P<q><after|before>)(?P<n><next|last>)(?=$|<dot|comma|close>)",
            build=_week_after_next,
        ),
        Rule(
            rule_id="unit-later",
            pattern="{APPROX}?(?P<n>{NUM})?<stretch>?(?P<u>{UNIT})"
            "(?:<earlier|later>(?!<than>)|<before|after>(?=$|<dot|comma|close|and>))",
            build=_unit_later,
        ),
        Rule(
            rule_id="stretch",
            pattern="<the>?(?P<q><last|next>)" + number + "(?P<u>{UNIT})(?:<or><so>)?",
            build=_stretch,
        ),
        Rule(
            rule_id="stretch-inverted",
            pattern="<the>?(?P<n>{NUM})(?P<q><last|next>)(?P<u><units|quarters>)",
            build=_stretch,
        ),
        Rule(
            rule_id="stretch-vague",
            pattern="<the>?(?P<q><last|next|recent|this>)<stretch>?(?P<u><units>)",
            build=_vague_stretch,
        ),
        Rule(
            rule_id="unit-before",
            pattern="<the>(?P<u><unit|part>)(?P<q><before|after>)(?!<deictic|weekday|month>)",
            build=_the_unit_beside,
        ),
        Rule(
            rule_id="unit-beside",
            pattern="<the>?(?P<q><same|that>)(?P<u><unit>)",
            build=_the_unit_beside,
        ),
        Rule(
            rule_id="unit-following",
            pattern="<the>(?P<q><next>)(?P<u><unit>)|<the>?(?P<qq><next>)(?P<uu><unit>)".split(
                "|<the>?"
            )[0],
            build=_following_unit,
        ),
        Rule(
            rule_id="unit-deictic",
            pattern=deictic + "<stretch>?(?P<u><unit|quarter>)",
            build=_deictic_unit,
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
        Rule(rule_id="weekday", pattern="(?P<w>{WEEKDAY})", build=_weekday),
        Rule(
            rule_id="reference",
            pattern="(?P<r><reference>)|<the>(?P<rr><future_noun>)".split("|<the>")[0],
            build=_reference,
        ),
        Rule(rule_id="future", pattern="<the>(?P<r><future_noun>)", build=_reference),
        Rule(
            rule_id="the-past",
            pattern="(?<=<in|of|from>)<the><last>(?=$|<dot|comma|and>)",
            build=_recent,
        ),
        Rule(rule_id="recent", pattern="<recent>", build=_recent),
        Rule(rule_id="the-unit", pattern="<the><stretch>?(?P<u><unit|quarter>)", build=_the_unit),
    )


def _week_after_next(match: re.Match[str], scene: Scene) -> Reading | None:
    """``the week after next``, ``the year before last``."""
    if scene.reference is None:
        return unresolved()
    ahead = scene.classes[match.start("q")] == letter("after")
    span = unit_span(scene.reference, str(scene.values[match.start("u")]), 2 if ahead else -2)
    return None if span is None else replace(relative(*span[:2], span[2]), kind=Kind.SPAN)


def _following_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    """``the next day``, ``the following week``; ``the next decade`` counts from the report."""
    word = scene.words[match.start("q")]
    unit = str(scene.values[match.start("u")])
    if word not in ("following", "ensuing", "subsequent") and unit != "D":
        return _deictic_next(scene, unit)
    return _the_unit_beside(match, scene)


def _deictic_next(scene: Scene, unit: str) -> Reading | None:
    if scene.reference is None or unit in _CLOCK_UNITS:
        return unresolved()
    span = unit_span(scene.reference, unit, 1)
    return None if span is None else replace(relative(*span[:2], span[2]), kind=Kind.SPAN)

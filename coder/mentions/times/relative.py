"""Days that count from the report's date or from the event told before."""

import re
from dataclasses import replace
from datetime import date

from coder.lexicon.words import noun_classes
from coder.mentions.times.calendar import day_reading, relative, unresolved
from coder.mentions.times.numbers import amount_of
from coder.mentions.times.rules import Rule
from coder.mentions.times.tense import FUTURE, PAST, direction
from coder.mentions.times.tokens import Scene
from coder.mentions.times.values import (
    Floating,
    Kind,
    Reading,
    make_day,
    shift_days,
    shift_month,
    step_back,
    unit_span,
    week_span,
    week_value,
)
from coder.mentions.times.words import OTHER, context, letter
from coder.values.labels import DateBasis, DatePrecision, TimexType
from coder.values.mentions import COUNTED

_MONTHS_BACK = 2
_NEXT = frozenset({"following", "next", "ensuing", "subsequent"})
_DAY_HOURS = 24
_TO_ACT = 3  # words: "the Hangu market attack"
CLOCK_UNITS = ("TS", "TM", "TH")
_PAST_REF, _FUTURE_REF = "PAST_REF", "FUTURE_REF"
_DAY_PARTS = frozenset({"night", "morning", "afternoon", "evening"})
_HALVES = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m"})
_VERBS_TOO = frozenset({"sat", "sun", "wed"})


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


def _numbered_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """``Wednesday 19``: the day of that number and name in the last weeks."""
    if scene.reference is None:
        return None
    for step in range(_MONTHS_BACK + 1):
        year, month = shift_month(scene.reference.year, scene.reference.month, -step)
        day = make_day(year, month, int(scene.words[match.start("d")]))
        if day is not None and day <= scene.reference:
            is_named = day.isoweekday() == scene.number(match.start("w"))
            return day_reading(day) if is_named else None
    return None


def _own_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """``Tuesdays bombing``, where an apostrophe was lost; "on Tuesdays" is a set."""
    before, after = scene.word(match.start() - 1), scene.classes[match.end() : match.end() + 1]
    if before == "on" or after != OTHER:
        return None
    return weekday_reading(scene, scene.number(match.start()), start=match.start(), end=match.end())


def _is_short_weekday(scene: Scene, at: int) -> bool:
    """Whether "sat", "sun", "mon" ... is a day here; "fri night" is one in any case."""
    before, word = scene.word(at - 1), scene.words[at]
    is_small = scene.is_mixed_case and not scene.is_capital(at)
    if scene.word(at + 1) in _DAY_PARTS or before in _HALVES:
        return not (is_small and word in _VERBS_TOO)
    if is_small:
        return False
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


def _before_last(match: re.Match[str], scene: Scene) -> Reading:
    """``the night before last``."""
    at = match.start("p")
    return part_of_day(scene, -2, str(scene.values[at]), scene.words[at])


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
    text = scene.span_text(match.start("p"), match.end()).lower()
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
    """A form that counts from the event told before: from the day named last, if any."""
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
        note=f"{COUNTED} {anchor}" if day else None,
    )


def the_unit_beside(match: re.Match[str], scene: Scene) -> Reading | None:
    """``the day before``, ``the following week``, ``the same year``, ``that day``."""
    unit = str(scene.values[match.start("u")])
    at = match.start("q")
    is_relative = scene.word(match.end()) == "that" and scene.word(match.end() + 1).isalpha()
    if (
        at == match.end() - 1
        and scene.word(match.end()) in context("event_follows")
        and not is_relative  # "a raid the day before that killed two"
    ):
        return unresolved()  # "the day before the attack" counts from that attack
    word = scene.words[at]
    after = scene.classes[at] == letter("after") or word in _NEXT
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
    at = match.end() - 1 - (scene.classes[match.end() - 1] == letter("that"))
    later = scene.classes[at] in (letter("later"), letter("after"))
    if unit in CLOCK_UNITS:
        days = days_in_hours(amount, unit)
        reading = event_relative(scene, days if later else -days)
        return reading if days else replace(reading, type=TimexType.TIME)
    if amount is None or amount != int(amount) or unit not in ("D", "W", "FN", "NI"):
        return unresolved()
    days = int(amount) * {"W": 7, "FN": 14}.get(unit, 1)
    reading = event_relative(scene, days if later else -days)
    return replace(reading, precision=DatePrecision.WEEK) if unit in ("W", "FN") else reading


def days_in_hours(amount: float | None, unit: str) -> int:
    """How many days are told in hours: "48 hours earlier"; 0 where it is less or more than days."""
    if amount is None or unit != "TH" or amount % _DAY_HOURS:
        return 0
    return int(amount) // _DAY_HOURS


def _hours_after_act(match: re.Match[str], scene: Scene) -> Reading | None:
    """``two hours after the raid``: on the day of the act told before."""
    behind = scene.words[match.end() + 1 : match.end() + 1 + _TO_ACT]
    if scene.values[match.start("u")] not in CLOCK_UNITS:
        return None
    if noun_classes()["deed"].isdisjoint(word.lower() for word in behind):
        return None
    return replace(event_relative(scene, 0), type=TimexType.TIME)


def _ago(match: re.Match[str], scene: Scene) -> Reading | None:
    """``three days ago``; ``a week ago Friday``; ``two days from now``."""
    unit = str(scene.values[match.start("u")])
    amount = amount_of(scene, match.start("n"), match.end("n")) if match.start("n") >= 0 else None
    ahead = scene.classes[match.start("g")] != letter("ago")
    reference = scene.reference
    whole = days_in_hours(amount, unit)
    if whole:
        amount, unit = whole, "D"
    if amount is None or reference is None or unit in CLOCK_UNITS:
        if unit in CLOCK_UNITS and reference is not None and amount is not None:
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
    is_to_day = scene.classes[at : at + 1] == letter("deictic") and at < match.end()
    if unit in ("M", "Y", "DE", "CE", "Q") and not is_to_day:  # "a year ago today" is a day
        return _ago_period(there, unit, amount)
    weekday = match.start("w")
    if weekday >= 0 and unit == "W":
        back = (reference.isoweekday() - scene.number(weekday)) % 7
        day = shift_days(reference, -back - 7 * steps)
        return None if day is None else relative(day, day, day.isoformat())
    precision = DatePrecision.WEEK if unit in ("W", "FN") and not is_to_day else None
    reading = relative(there, there, there.isoformat())
    return replace(reading, precision=precision, note="around this day" if precision else None)


def _ago_period(there: date, unit: str, amount: float) -> Reading | None:
    span = unit_span(there, "Y" if unit in ("DE", "CE") else unit, 0)
    if span is None:
        return None
    if amount != int(amount):
        return relative(*span[:2], span[2], note="half a unit is not counted")
    return relative(*span[:2], span[2])


def _deictic_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    """``last Monday``, ``next Friday``, ``this Saturday``, ``this past Sunday``."""
    weekday, reference = scene.number(match.start("w")), scene.reference
    words = scene.words[match.start() : match.start("w")]
    if words[0] == "following":
        return None  # "dead following Sunday's attack": a preposition, unless "the" stands before
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
        is_told = direction(scene, match.start(), match.end()) == PAST
        if is_told and day is not None and day > reference:
            day = shift_days(reference, -gap)  # "two men were killed this Sunday"
    else:
        day = shift_days(reference, -gap % 7 or 7)
    iso = day.isoformat() if day else None
    share = (-1, 1, f"wd{weekday}") if words[-1:] == ["last"] else None
    return replace(relative(day, day, iso, note=note, basis=DateBasis.WEEKDAY), share=share)


def relative_rules() -> tuple[Rule, ...]:
    """The rules of this module, most specific first."""
    return (
        Rule(
            rule_id="day-before-yesterday",
            pattern="(?P<s><the>?<unit><before|after>)?(?P<k><deictic>)(?!<rest>)",
            build=_deictic,
        ),
        Rule(
            rule_id="night-before-last",
            pattern="<the>(?P<p><part>)<before><last>(?!<weekday|unit|month>)",
            build=_before_last,
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
            pattern="<the>?(?P<q><this|last|next|same|that>)<mod>?(?P<p><part>)",
            build=_deictic_part,
        ),
        Rule(
            rule_id="weekday-deictic",
            pattern="<the>?<this>?<last|next|this>(?P<w><weekday>)",
            build=_deictic_weekday,
        ),
        Rule(
            rule_id="unit-later",
            pattern="{APPROX}?(?P<n>{NUM})?<stretch>?(?P<u>{UNIT})"
            "(?:<earlier|later>(?!<than>)|<before|after><that>?(?=$|<dot|comma|close|and>))",
            build=_unit_later,
        ),
        Rule(
            rule_id="hours-after-act",
            pattern="{APPROX}?(?P<n>{NUM})?(?P<u>{UNIT})<after>(?=<the|that|this>)",
            build=_hours_after_act,
        ),
        Rule(
            rule_id="unit-before",
            pattern="<the>(?P<u><unit|part>)(?P<q><before|after>)(?!<deictic|weekday|month|last|next>)",
            build=the_unit_beside,
        ),
        Rule(
            rule_id="unit-beside",
            pattern="<the>?(?P<q><same|that>)(?P<u><unit|datum>)",
            build=the_unit_beside,
        ),
        Rule(
            rule_id="weekday-number",
            pattern="(?P<w><weekday>)(?P<d><digit>)(?=$|<dot|comma|close|and|at|in>)",
            build=_numbered_weekday,
        ),
        Rule(rule_id="weekday", pattern="(?P<w>{WEEKDAY})", build=_weekday),
        Rule(rule_id="weekday-own", pattern="(?P<w><weekdays>)", build=_own_weekday),
    )

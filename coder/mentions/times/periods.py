"""Weeks, months and longer that count from the report's date."""

import re
from dataclasses import replace
from datetime import date, timedelta

from coder.mentions.times.calendar import (
    floating_month,
    month_at,
    relative,
    span_reading,
    unresolved,
)
from coder.mentions.times.numbers import amount_of, duration_value
from coder.mentions.times.relative import CLOCK_UNITS, event_relative, the_unit_beside
from coder.mentions.times.rules import Rule
from coder.mentions.times.tense import FUTURE, direction
from coder.mentions.times.tokens import Scene
from coder.mentions.times.values import (
    Kind,
    Reading,
    shift_days,
    step_back,
    unit_span,
)
from coder.mentions.times.words import letter
from coder.values.labels import DateBasis, DatePrecision, TimexType

_COUNTED_ON = frozenset({"following", "ensuing", "subsequent"})  # from what is told
_FIGURES_LAG_DAYS = 45


def _deictic_unit(  # noqa: PLR0911 - one way out per unit
    match: re.Match[str], scene: Scene
) -> Reading | None:
    """``this week``, ``last month``, ``the past year``, ``next quarter``."""
    unit = str(scene.values[match.start("u")]) or "Q"
    word = scene.words[match.start("q")]
    offset = 0 if word in ("this", "these") else scene.number(match.start("q"))
    if unit in CLOCK_UNITS:
        return _hours_back(scene.reference, 1.0, unit, ahead=offset > 0)
    share = (-1, 1, unit) if word == "last" else None
    if scene.reference is None:
        return replace(unresolved(kind=Kind.SPAN), share=share)
    if word in ("past", "last") and match.start("t") >= 0 and unit != "Q":
        return replace(stretch_back(scene.reference, 1, unit), share=share)
    if unit == "D" and word in ("last", "past", "latest"):
        return Reading(kind=Kind.SHARE, type=TimexType.DATE, share=share)
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
    if unit in CLOCK_UNITS:
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
    if unit in CLOCK_UNITS:
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
    if scene.reference is None or word in _COUNTED_ON:
        value = duration_value(amount, unit)  # "the following three nights": from what is told
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
        return unresolved("PRESENT_REF")
    if scene.classes[at] == letter("next") and word not in _COUNTED_ON:
        return unresolved("FUTURE_REF")
    share = (-1, 2, str(scene.values[match.start("u")])) if word == "last" else None
    return replace(unresolved("PAST_REF", kind=Kind.SPAN if share else Kind.OTHER), share=share)


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


def _reference(match: re.Match[str], scene: Scene) -> Reading | None:
    return unresolved(str(scene.values[match.start("r")]))


def _recent(match: re.Match[str], scene: Scene) -> Reading | None:
    del match, scene
    return unresolved("PAST_REF")


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
    if word not in _COUNTED_ON and unit != "D":
        return _deictic_next(scene, unit)
    return the_unit_beside(match, scene)


def _deictic_next(scene: Scene, unit: str) -> Reading | None:
    if scene.reference is None or unit in CLOCK_UNITS:
        return unresolved()
    span = unit_span(scene.reference, unit, 1)
    return None if span is None else replace(relative(*span[:2], span[2]), kind=Kind.SPAN)


def period_rules() -> tuple[Rule, ...]:
    """The rules of this module, most specific first."""
    deictic = "(?P<t><the>)?<this>?(?P<q><last|next>|(?<!<the>)<this>)"
    number = "(?P<n>{NUM})<stretch>?"
    return (
        Rule(
            rule_id="month-deictic",
            pattern="<this>?<last|next|this>(?P<m><anymonth>)(?!<dot>?<day|year>)",
            build=_deictic_month,
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
            rule_id="unit-following",
            pattern="<the>(?P<q><next>)(?P<u><unit>)",
            build=_following_unit,
        ),
        Rule(
            rule_id="unit-deictic",
            pattern=deictic + "<stretch>?(?P<u><unit|quarter>)",
            build=_deictic_unit,
        ),
    )


def reference_rules() -> tuple[Rule, ...]:
    """The vaguest forms; they come after everything else that counts from the report."""
    return (
        Rule(
            rule_id="reference",
            pattern="(?P<r><reference>)",
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

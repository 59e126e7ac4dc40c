"""Calendar days that are written out, with or without a year, one or several."""

import re
from datetime import date

from coder.lexicon.words import noun_classes
from coder.mentions.times.calendar import (
    MONTHS,
    TWO_DIGITS,
    day_reading,
    floating_day,
    floating_month,
    month_at,
    numeric_day,
    span_reading,
    stated_year,
    two_digit_year,
)
from coder.mentions.times.foreign_dates import read_foreign
from coder.mentions.times.month_told import day_of_month_told
from coder.mentions.times.rules import Rule
from coder.mentions.times.tense import FUTURE, direction
from coder.mentions.times.tokens import DateOrder, Scene
from coder.mentions.times.values import (
    Floating,
    Kind,
    Reading,
    make_day,
    shift_month,
)
from coder.mentions.times.words import context, letter
from coder.values.labels import TimexType

_ALL_WEEK = (24, 7)
_NOTE_DAYS = 92  # a note tells of days not long past
_CHRONICLE_DAYS = 366
_BEFORE_FRONT = frozenset({"", ":"})
_BEHIND_FRONT = frozenset({"-", "\u2014", ":", ",", ")"})
_OF_NAMES = frozenset({"the", "in", "at", "near", "of", "outside"})
_DWELLING = frozenset({"residential", "housing"})
_ESTATES = frozenset({"city", "complex", "compound", "estate", "mosque", "university", "market"})


def _days_of_month(
    scene: Scene, match: re.Match[str], month: int, first: int, last: int
) -> Reading | None:
    """The days ``first`` to ``last`` of a month, in the stated or fitting year."""
    year = stated_year(match, scene)
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
    year = stated_year(match, scene)
    if year is not None:
        found = make_day(year, month, day)
        return None if found is None else day_reading(found)
    if match.start("d") > match.start("m") and scene.word(match.start() - 1) == "in":
        return None  # "In May 12 people": the number belongs to what follows
    if _names_place(match, scene):
        return None
    weekday = _weekday(match, scene)
    return floating_day(scene, month, day, start=match.start(), end=match.end(), weekday=weekday)


def _names_place(match: re.Match[str], scene: Scene) -> bool:
    """As in "the 14 July bridge", "on 7 July residential city": a place by the name of a day.

    "On 14 July bridge workers struck" may have a day: there an article has to stand before it.
    """
    before, behind = scene.word(match.start() - 1), scene.word(match.end())
    if before.isdigit():
        before = scene.word(match.start() - 2)
    if behind in _DWELLING and scene.word(match.end() + 1) in _ESTATES:
        return True
    return before in _OF_NAMES and behind in context("named_after_day") | _ESTATES


def _day_number(match: re.Match[str], scene: Scene) -> int:
    """The day at group ``d``: digits, an ordinal, or number words ("twenty nine")."""
    total = 0
    for index in range(match.start("d"), match.end("d")):
        if scene.classes[index] != letter("dash"):
            total += scene.number(index)
    return total


def _short_year_day(match: re.Match[str], scene: Scene) -> Reading | None:
    month = month_at(match, scene)
    year_at = match.start("y")
    if scene.word(match.start() - 1) in context("money"):
        return None
    if month is None or len(scene.words[year_at]) != TWO_DIGITS:
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
    day, year = scene.number(match.start("d")), stated_year(match, scene)
    if year is not None:
        found = make_day(year, month, day)
        return None if found is None else day_reading(found)
    return floating_day(scene, month, day, start=match.start(), end=match.end())


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


def _bare_pair(match: re.Match[str], scene: Scene) -> Reading | None:
    """``26/6`` and ``05/03`` in a note: a day shortly before the report, and no fraction.

    Two small figures are a day with a nought in front, or at the beginning of a line or beside a
    clock; of two readings the one nearer before the report is meant.
    """
    at = match.start("x")
    pair = scene.values[at]
    first, second = pair if isinstance(pair, tuple) else (0, 0)
    reference = scene.reference
    if reference is None or pair == _ALL_WEEK or scene.word(at - 1) in context("numbered"):
        return None
    is_marked = (
        "0" in {scene.words[at][0], scene.words[at].partition("/")[2][0]}
        or (scene.word(at - 1) in _BEFORE_FRONT and scene.word(at + 1) in _BEHIND_FRONT)
        or scene.classes[at + 1 : at + 2] in {letter("hhmm"), letter("clocktime")}
    )
    if max(first, second) <= MONTHS and not is_marked:
        return None
    longest = _NOTE_DAYS if at or not is_marked else _CHRONICLE_DAYS
    order = scene.order
    readings = [] if order is DateOrder.MDY else [(first, second)]
    readings += [(second, first)] if order is DateOrder.MDY or is_marked else []
    days = [
        there
        for day, month in readings
        for year in (reference.year, reference.year - 1)
        if (there := make_day(year, month, day)) and 0 <= (reference - there).days <= longest
    ]
    return day_reading(max(days)) if days else None


def _time_group(match: re.Match[str], scene: Scene) -> Reading | None:
    """``121430Z MAR 09``: the day, the clock and the zone of a military message."""
    month, day = month_at(match, scene), scene.number(match.start("d"))
    if month is None:
        return None
    if match.start("y") < 0:
        return floating_day(scene, month, day, start=match.start(), end=match.end())
    year = scene.number(match.start("y"))
    year = two_digit_year(year, scene.reference) if year < 100 else year  # noqa: PLR2004
    return _on(make_day(year, month, day))


def _nine_eleven(match: re.Match[str], scene: Scene) -> Reading | None:
    if scene.values[match.start("x")] != (9, 11) or scene.order is DateOrder.DMY:
        return None
    return day_reading(date(2001, 9, 11), note="the attacks of 2001 are called by their day")


def _glued(match: re.Match[str], scene: Scene) -> Reading | None:
    """``April 152017``."""
    month, pair = month_at(match, scene), scene.values[match.start("d")]
    if month is None or not isinstance(pair, tuple):
        return None
    found = make_day(pair[1], month, pair[0])
    return None if found is None else day_reading(found)


def _foreign(match: re.Match[str], scene: Scene) -> Reading | None:
    """``15 de septiembre de 2016``: our own list where it knows the month, else the library."""
    has_year = match.start("y") >= 0
    if not has_year and _is_named_after(match, scene):
        return None
    at = match.start("m")
    month, day = scene.number(at), _day_number(match, scene)
    if month and has_year:
        return _on(make_day(scene.number(match.start("y")), month, day))
    if not month:
        words = scene.span_text(match.start(), match.end())
        found = read_foreign(words, str(scene.values[at]), scene.reference)
        if found is None or has_year:
            return _on(found)
        month, day = found.month, found.day
    if scene.reference is None:
        return Reading(kind=Kind.DAY, type=TimexType.DATE, floating=Floating.YEAR)
    return floating_day(scene, month, day, start=match.start(), end=match.end())


def _on(day: date | None) -> Reading | None:
    return None if day is None else day_reading(day)


def _is_named_after(match: re.Match[str], scene: Scene) -> bool:
    """Whether the day is the name of a street, a quarter or a group: "the 9 de Julio avenue"."""
    named = context("named_after_day")
    around = (scene.word(match.start() - 1), scene.word(match.end()))
    return not named.isdisjoint(around)


def _ordinal_day(match: re.Match[str], scene: Scene) -> Reading | None:
    """``on the 18th``, with nothing after it that the ordinal could count."""
    day = _day_number(match, scene)
    if scene.reference is None or day > 31:  # noqa: PLR2004 - days of a month
        return None
    reference = scene.reference
    weekday = _weekday(match, scene)
    if weekday is None:
        told = day_of_month_told(scene, match.start(), day)
        if told is not None:
            return day_reading(told)
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


def _ordinal_day_of_act(match: re.Match[str], scene: Scene) -> Reading | None:
    """As in "On the 18th police fired on a march", "on the 26th when": an act is told next."""
    told = noun_classes()["ordinal_doer"] | context("behind_ordinal_day")
    return _ordinal_day(match, scene) if scene.word(match.end()) in told else None


def _month(match: re.Match[str], scene: Scene) -> Reading | None:
    month = month_at(match, scene, alone=True)
    if month is None or (scene.word(match.start() - 1).isdigit() and _names_place(match, scene)):
        return None
    return floating_month(scene, month, start=match.start(), end=match.end())


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
            rule_id="month-day-glued",
            pattern="(?P<m><anymonth>)<dot>?(?P<d><dayyear>)",
            build=_glued,
        ),
        Rule(
            rule_id="date-foreign",
            pattern="(?P<d><small|ordnum>)<dot>?<foreign_of>?(?P<m><foreign>)(?:<foreign_of|comma>?(?P<y><year>))?",
            build=_foreign,
        ),
        Rule(
            rule_id="month-day-numeric",
            pattern="(?:<this|next|last>?(?P<w>{WD})|(?<=<on|since|until|by|from|to>)|<this|next>)"
            "(?P<x><monthday>)"
            "(?!<dash|slash>)",
            build=_month_day_pair,
        ),
        Rule(rule_id="nine-eleven", pattern="(?P<x><monthday>)", build=_nine_eleven),
        Rule(
            rule_id="month-day-bare", pattern="(?P<x><monthday>)(?!<dash|slash>)", build=_bare_pair
        ),
        Rule(
            rule_id="date-time-group",
            pattern="(?P<d><timegroup>)(?P<m><anymonth>)<dot>?(?P<y><digit>|<year>)?",
            build=_time_group,
        ),
        Rule(
            rule_id="day-ordinal",
            pattern="(?:(?P<w>{WEEKDAY})<the>?|(?<=<on|of>)<the>)"
            "(?P<d><ordnum>|(?<=<the>)<number>?<ordinal>)"
            "(?=$|<dot|comma|close|and|at|in|clocktime|the|an|number|digit>|<small><ampm>)",
            build=_ordinal_day,
        ),
        Rule(
            rule_id="day-ordinal-of-act",
            pattern="(?<=<on>)<the>(?P<d><ordnum>)",
            build=_ordinal_day_of_act,
        ),
    )


def month_rules() -> tuple[Rule, ...]:
    """A month alone; it comes after everything that has a month in it."""
    return (Rule(rule_id="month", pattern="(?P<m><anymonth>)(?:<dot>(?!$))?", build=_month),)

"""What neighbouring expressions mean together: "early" + "June", "10 p.m." + "Friday"."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import TypeAlias

from coder.mentions.times.calendar import day_reading
from coder.mentions.times.first import first_characters
from coder.mentions.times.shares import share_span
from coder.mentions.times.tokens import Scene
from coder.mentions.times.values import (
    Floating,
    Kind,
    Reading,
    make_day,
    month_span,
    shift_days,
    step_back,
    week_span,
    week_value,
)
from coder.mentions.times.weekdays import night_of_days, row_of_days
from coder.mentions.times.words import expand, letter
from coder.values.labels import DateBasis, TimexType
from coder.values.mentions import COUNTED


@dataclass(slots=True, kw_only=True)
class Atom:
    """An expression read so far: the tokens ``start:end`` and their reading."""

    start: int
    end: int
    rule_id: str
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """A rule over classes in which an expression stands as its kind: ``[d]``, ``[s]`` ..."""

    rule_id: str
    pattern: re.Pattern[str]
    build: Callable[[list[Atom], Scene, int, int], Reading | None]


def _share_of(atoms: list[Atom], scene: Scene, start: int, end: int) -> Reading | None:
    """``the third quarter of 2018``, ``the first week of May``, ``the last days of the war``."""
    del scene, start, end
    part, whole = atoms[0].reading, atoms[-1].reading
    if part.share is None:
        return None
    number, count, unit = part.share
    if whole.first is None or whole.last is None:
        return replace(whole, kind=Kind.SPAN, value=None, time_of_day=None)
    span = share_span(whole.first, whole.last, number, count, unit)
    if span is None:
        return None
    first, last, value = span
    return replace(
        whole,
        kind=Kind.DAY if first == last else Kind.SPAN,
        type=TimexType.DATE,
        value=value,
        first=first,
        last=last,
        share=None,
        floating=Floating.NONE,
    )


def _open_share(atoms: list[Atom], scene: Scene, start: int, end: int) -> Reading | None:
    """``the first day of the war``: a date, but not one the words give."""
    share = atoms[0].reading.share
    if share is None or share[2] not in ("D", "W", "M", "Y"):
        return None
    told = scene.words[start] == "the" and scene.words[end - 2 : end - 1] == ["the"]
    if share[2] in ("M", "Y") and not told:
        return None
    return Reading(kind=Kind.OTHER, type=TimexType.DATE, basis=DateBasis.RELATIVE)


def _without_on(words: str) -> str:
    """The part of the day alone, as in "late on Saturday"."""
    return words.rstrip(" -").removesuffix(" on")


def _modified(atoms: list[Atom], scene: Scene, start: int, end: int) -> Reading | None:
    """``early June``, ``late last month``, ``the end of 2015``, ``early Thursday``."""
    del end
    inner = atoms[0].reading
    words = " ".join(scene.words[start : atoms[0].start])
    if inner.kind is Kind.DAY:
        return replace(inner, time_of_day=_without_on(words), floating=inner.floating)
    return replace(
        inner, kind=Kind.SPAN, share=None, note=f"{words.rstrip(' -')}: the whole is given"
    )


def _apposed(atoms: list[Atom], scene: Scene, start: int, end: int) -> Reading | None:
    """``the month of August``, ``the week of May 5``, ``the year 2008``."""
    inner = atoms[-1].reading
    unit = str(scene.values[start + (scene.words[start] == "the")])
    del end
    if unit == "W" and inner.kind is Kind.DAY and inner.first is not None:
        monday, sunday = week_span(inner.first)
        return replace(inner, kind=Kind.SPAN, first=monday, last=sunday, value=week_value(monday))
    return inner


def _timed(atoms: list[Atom], scene: Scene, start: int, end: int) -> Reading | None:
    """A day with a time of day, in either order: ``noon Saturday``, ``Friday night``."""
    del scene, start, end
    days = [a.reading for a in atoms if a.reading.kind in (Kind.DAY, Kind.TIMED)]
    parts = [a.reading for a in atoms if a.reading.kind in (Kind.CLOCK, Kind.PART)]
    if not days or not parts:
        return None
    day, part = days[0], parts[-1]
    words = [r.time_of_day for r in (atom.reading for atom in atoms) if r.time_of_day]
    clock = next((p.clock for p in parts if p.clock and ":" in p.clock), part.clock)
    if day.value is None or "T" in day.value:
        base = day.first.isoformat() if day.first else None
    else:
        base = day.value
    first, last = day.first, day.last
    if part.note and part.clock == "NI" and first is not None and first == last:
        last = shift_days(first, 1)  # "overnight Friday" ends on Saturday
    return replace(
        day,
        kind=Kind.TIMED,
        type=TimexType.TIME,
        value=f"{base}T{clock}" if base and clock else base,
        first=first,
        last=last,
        time_of_day=" ".join(dict.fromkeys(words)) or None,
        clock=clock,
    )


def _clock_range(atoms: list[Atom], scene: Scene, start: int, end: int) -> Reading | None:
    """``between 2 and 4 p.m.``, ``10:00-11:30``."""
    words = scene.span_text(start, end)
    return replace(atoms[0].reading, time_of_day=words, clock=atoms[0].reading.clock)


def _days_between(atoms: list[Atom], scene: Scene, start: int, end: int) -> Reading | None:
    """``between September 28 and October 2``, ``from Friday to Sunday``, ``2014 to 2018``."""
    del start, end
    begin, stop = atoms[0].reading, atoms[-1].reading
    begin, stop = _with_now(begin, scene), _with_now(stop, scene)
    if begin.first is None or stop.last is None:
        if begin.value and stop.value and Floating.NONE not in (begin.floating, stop.floating):
            return replace(begin, kind=Kind.SPAN, value=f"{begin.value}/{stop.value}")
        return None
    first, last = begin.first, stop.last
    if begin.floating is Floating.YEAR:
        first, last = _agree_on_year(first, last)
    elif stop.floating is Floating.YEAR and begin.basis is DateBasis.EXPLICIT:
        last = _in_year(last, first.year) or last
        if last < first:
            last = _in_year(last, first.year + 1) or last
    elif stop.floating is Floating.WEEK and last < first:
        if begin.floating is Floating.WEEK:
            first -= timedelta(days=7)
        else:
            last = first + timedelta(days=(last.isoweekday() - first.isoweekday()) % 7)
    if first > last:
        return None
    return Reading(
        kind=Kind.SPAN,
        type=TimexType.DATE,
        value=f"{first}/{last}",
        first=first,
        last=last,
        basis=begin.basis,
        time_of_day=begin.time_of_day,
    )


def _days_in_row(atoms: list[Atom], scene: Scene, start: int, end: int) -> Reading | None:
    del start
    return None if scene.word(end) == "'" else row_of_days([atom.reading for atom in atoms])


def _with_now(reading: Reading, scene: Scene) -> Reading:
    """The word "now" as an end of a range is the report's day."""
    if reading.value != "PRESENT_REF":
        return reading
    return replace(reading, first=scene.reference, last=scene.reference)


def _in_year(day: date, year: int) -> date | None:
    return make_day(year, day.month, day.day)


def _agree_on_year(first: date, last: date) -> tuple[date, date]:
    """The start without a year moves to the latest such day up to the end of the range."""
    moved = _in_year(first, last.year)
    if moved is not None and moved > last:
        moved = _in_year(first, last.year - 1)
    return moved or first, last


def _weekday_in_week(atoms: list[Atom], scene: Scene, start: int, end: int) -> Reading | None:
    """``Tuesday of last week``, ``next week on Tuesday``."""
    del scene, start, end
    week = next((a.reading for a in atoms if a.reading.kind is Kind.SPAN), None)
    day = next((a.reading for a in atoms if a.reading.kind is Kind.DAY), None)
    if week is None or day is None or day.floating is not Floating.WEEK:
        return None
    if week.first is None or week.last is None or (week.last - week.first).days != 6:  # noqa: PLR2004 - a week
        return None
    if day.first is None:
        return None
    there = week.first + timedelta(days=day.first.isoweekday() - 1)
    return replace(
        day, first=there, last=there, value=there.isoformat(), floating=Floating.NONE, note=None
    )


def _weekday_and_date(atoms: list[Atom], scene: Scene, start: int, end: int) -> Reading | None:
    """``Monday (March 3)``, ``March 3, a Monday``: the calendar date decides."""
    del start, end
    weekday, day = atoms[0].reading, atoms[-1].reading
    if scene.classes[atoms[-1].start - 1] == letter("an"):
        return weekday if day.floating is Floating.WEEK else None
    if weekday.floating is not Floating.WEEK or day.kind is not Kind.DAY:
        return None
    return None if day.floating is Floating.WEEK else day


def _from_day(atoms: list[Atom], scene: Scene, start: int, end: int) -> Reading | None:
    """``three days after January 12``, ``two weeks before May 13``."""
    del start, end
    span, day = atoms[0].reading, atoms[-1].reading
    if span.length is None or span.length[0] is None or day.first is None:
        return None
    if span.length[1].startswith("T"):
        return None
    before = scene.words[atoms[0].end] == "before"
    steps = int(span.length[0]) * (1 if before else -1)
    there = step_back(day.first, steps, span.length[1])
    if there is None:
        return None
    return replace(day_reading(there, note=f"{COUNTED} {day.first}"), basis=day.basis)


def _month_in_year(atoms: list[Atom], scene: Scene, start: int, end: int) -> Reading | None:
    """``October of next year``, ``March 3 last year``: the year is told by its own words."""
    del scene, start, end
    day, year = atoms[0].reading, atoms[-1].reading
    if day.floating is not Floating.YEAR or day.first is None or day.last is None:
        return None
    if year.first is None or year.last is None or (year.last - year.first).days < 364:  # noqa: PLR2004 - a year
        return None
    first = _in_year(day.first, year.first.year)
    if first is None:
        return None
    last = first if day.first == day.last else month_span(first.year, first.month)[1]
    value = first.isoformat() if first == last else f"{first.year:04d}-{first.month:02d}"
    return replace(
        day,
        first=first,
        last=last,
        value=value,
        note=None,
        basis=DateBasis.RELATIVE,
        floating=Floating.NONE,
    )


def _clipped_now(atoms: list[Atom], scene: Scene, start: int, end: int) -> Reading | None:
    """``earlier today``, ``later this week``."""
    del scene, start, end
    inner = atoms[0].reading
    return inner if inner.basis is DateBasis.RELATIVE else None


@cache
def joins() -> tuple[Join, ...]:
    """All joins in the order they are applied."""
    table = (
        ("weekday-in-week", "[d](?:<of|in|comma>)?[s]|[s](?:<on|comma>)?[d]", _weekday_in_week),
        ("year-of", "[ds](?:<of|in|comma>)?[s]", _month_in_year),
        ("share-of", "[hsd](?:<of|in>)<the>?[sdo]", _share_of),
        ("share-open", "[h](?:<of>)(?:<the>|<this|that>)?.", _open_share),
        ("earlier-now", "<earlier|later><in|on>?[dst]", _clipped_now),
        (
            "modified",
            "(?:<the>?<very>?<edge><of>|<the>?<mod><dash>?(?:<in|on>(?=[ds]))?)<the>?[dsh]",
            _modified,
        ),
        ("apposed", "<the>?<unit><of><the>?[ds]|<the>?<unit>[s]", _apposed),
        ("weekday-date", "[d](?:<comma|open>)<an>?[d]<close>?", _weekday_and_date),
        ("clock-range", "(?:<from|between>)?[c](?:<to|and|dash>)[c]", _clock_range),
        (
            "timed",
            (
                "(?:[cp](?:<comma>|<on|of|in>|<dash>)?<the>?){1,2}[dt]|"
                "[dt](?:<comma|at|in|during|by|about|at_sign|dash>|<to|from>(?=[c]))?<the>?"
                "[cp](?:(?:<in|at>)?<the>?[p])?"
            ),
            _timed,
        ),
        ("from-day", "[l](?:<before|after|from>)[dt]", _from_day),
        (
            "between",
            (
                "(?:<from><the>?[dsto]<to|dash|tilde>|<between><the>?[dsto]<and>|[dst]<to|dash|tilde>)"
                "<the>?[dsto]"
            ),
            _days_between,
        ),
        ("days-in-row", "[d](?:<comma>[d])*<comma>?<and>[d]", _days_in_row),
        ("night-of-days", "[p][s]", lambda atoms, *_: night_of_days(*[a.reading for a in atoms])),
    )
    return tuple(
        Join(rule_id=rule_id, pattern=re.compile(expand(pattern, {})), build=build)
        for rule_id, pattern, build in table
    )


def join(atoms: list[Atom], scene: Scene) -> list[Atom]:
    """The expressions of a sentence after neighbours have been joined where a rule says so."""
    if not _any_join().search(_with_kinds(atoms, scene)):
        return atoms
    reduced = _reduced(atoms, scene)
    for rule in joins():
        if rule.pattern.search(reduced[0]):
            atoms = _apply(rule, atoms, scene, reduced)
            reduced = _reduced(atoms, scene)
    return atoms


@cache
def _any_join() -> re.Pattern[str]:
    patterns = [rule.pattern.pattern for rule in joins()]
    starts = "".join(sorted(frozenset().union(*(first_characters(p) or () for p in patterns))))
    return re.compile(f"(?=[{starts}])(?:{'|'.join(f'(?:{p})' for p in patterns)})")


_Reduced: TypeAlias = tuple[str, list[int], list[int]]


def _apply(rule: Join, atoms: list[Atom], scene: Scene, reduced: _Reduced) -> list[Atom]:
    """One pass of one rule, left to right, over the class string with expressions put in."""
    text, tokens, numbers = reduced
    found: list[Atom] = []
    done = 0
    position = 0
    while match := rule.pattern.search(text, position):
        inside = [number for number in numbers[match.start() : match.end()] if number >= 0]
        start, end = tokens[match.start()], tokens[match.end()]
        try:
            reading = rule.build([atoms[number] for number in inside], scene, start, end)
        except (ValueError, OverflowError):
            reading = None  # a day outside the calendar is no reading
        if reading is None:
            position = match.start() + 1
            continue
        found.extend(atoms[done : inside[0]])
        found.append(Atom(start=start, end=end, rule_id=rule.rule_id, reading=reading))
        done = inside[-1] + 1
        position = match.end()
    if not done:
        return atoms
    found.extend(atoms[done:])
    return found


def _with_kinds(atoms: list[Atom], scene: Scene) -> str:
    """The class string with one character per expression."""
    found = ""
    at = 0
    for atom in atoms:
        found += scene.classes[at : atom.start] + atom.reading.kind
        at = atom.end
    return found + scene.classes[at:]


def _reduced(atoms: list[Atom], scene: Scene) -> _Reduced:
    """The class string with one character per expression.

    Beside it, for every character the token it begins at (and one entry for the end) and the
    number of the expression it stands for, -1 for a plain token.
    """
    tokens: list[int] = []
    numbers: list[int] = []
    at = 0
    for number, atom in enumerate(atoms):
        tokens.extend(range(at, atom.start + 1))
        numbers.extend([-1] * (atom.start - at))
        numbers.append(number)
        at = atom.end
    tokens.extend(range(at, len(scene.words) + 1))
    numbers.extend([-1] * (len(scene.words) - at))
    return _with_kinds(atoms, scene), tokens, numbers

"""Days counted from a day told behind: "two days after the cabinet met on Friday"."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from coder.mentions.times.calendar import relative
from coder.mentions.times.joins import Atom
from coder.mentions.times.tokens import Scene
from coder.mentions.times.values import Floating, Kind, Reading, shift_days
from coder.values.labels import DateBasis
from coder.values.mentions import COUNTED

_SIGNS = {"before": -1, "after": 1}
_UNITS = {"D": 1, "NI": 1, "W": 7, "FN": 14}
_OPENING = frozenset({"eve", "ago"})
_BESIDE_DAY = frozenset({"ago", "from-day"})
_GAP = 9  # words between "two days after" and the day it counts from
_MOST = 60  # days
_ENDS = frozenset({",", ".", ";", ":", "(", ")", "-", "and", "but", "while", "when"})
_BESIDE = frozenset({"on", "for", "last"})
_WEEK = 7


def count_from_days(atoms: list[Atom], scene: Scene) -> list[Atom]:
    """The expressions with spans of days counted from the one day that the same clause tells.

    "The day before the vote on Sunday" is Saturday; "on the eve of Sunday's vote" too.
    """
    if _SIGNS.keys().isdisjoint(scene.words) and _OPENING.isdisjoint(scene.words):
        return atoms
    found = list(atoms)
    for number, (atom, behind) in enumerate(pairwise(atoms)):
        days = _days(atom, scene)
        start = atom.end + (atom.reading.kind is Kind.LENGTH)
        if days and _is_anchor(behind, start, scene):
            day = _counted(behind.reading, days, scene.reference)
            if day is not None:
                found[number] = replace(atom, end=start, reading=_told(day, behind, atom))
    return _without_asides([_on_eve(atom, scene) for atom in found], scene)


def _without_asides(atoms: list[Atom], scene: Scene) -> list[Atom]:
    """As in "on 14 April, three weeks before the vote on 5 May,": the day is told already."""
    found: list[Atom] = []
    is_counted = False
    for atom in atoms:
        if is_counted or (found and _is_beside_day(atom, found[-1], scene)):
            # the day it is counted from goes with it
            is_counted = not is_counted and atom.rule_id not in _BESIDE_DAY
            continue
        found.append(atom)
    return found


def _is_beside_day(atom: Atom, day: Atom, scene: Scene) -> bool:
    return (
        day.reading.kind in (Kind.DAY, Kind.TIMED)
        and day.reading.basis is DateBasis.EXPLICIT
        and (atom.rule_id in _BESIDE_DAY or (atom.reading.note or "").startswith(COUNTED))
        and scene.words[day.end : atom.start] == [","]
    )


def _days(atom: Atom, scene: Scene) -> int:
    """Days with their sign that a span of days or "the day after" counts; 0 for anything else."""
    if atom.rule_id == "unit-before":
        is_open = atom.reading.value is None and atom.reading.event_offset_days is None
        return _SIGNS.get(scene.word(atom.end - 1), 0) if is_open else 0
    sign = _SIGNS.get(scene.word(atom.end), 0)
    if not sign or atom.reading.length is None:
        return 0
    amount, unit = atom.reading.length
    if amount is None or amount != int(amount) or unit not in _UNITS:
        return 0
    days = int(amount) * _UNITS[unit]
    return sign * days if days <= _MOST else 0


def _is_anchor(behind: Atom, start: int, scene: Scene) -> bool:
    reading = behind.reading
    if reading.kind not in (Kind.DAY, Kind.TIMED) or reading.first is None:
        return False
    between = scene.words[start : behind.start]
    return (
        reading.first == reading.last
        and 0 < len(between) <= _GAP
        and _ENDS.isdisjoint(between)
        and _is_told_of(between[-1], behind, scene)
    )


def _is_told_of(before: str, day: Atom, scene: Scene) -> bool:
    """Whether something is told of a day: "the vote on Sunday", "Sunday's vote"."""
    return before in _BESIDE or scene.words[day.end : day.end + 2] == ["'", "s"]


def _counted(reading: Reading, days: int, reference: date | None) -> date | None:
    """The day so many days away: the latest up to the report; the vote itself may be to come."""
    if reference is None or reading.first is None:
        return None
    is_weekday = reading.floating is Floating.WEEK and days < 0
    ahead = shift_days(reading.first, days + _WEEK) if is_weekday else None
    day = ahead if ahead is not None and ahead <= reference else shift_days(reading.first, days)
    return day if day is not None and day <= reference else None


def _told(day: date, behind: Atom, atom: Atom) -> Reading:
    reading = relative(day, day, day.isoformat(), note=f"{COUNTED} {behind.reading.first}")
    return replace(reading, time_of_day=atom.reading.time_of_day)


def _on_eve(atom: Atom, scene: Scene) -> Atom:
    """As in "on the eve of the vote on Sunday": the day before that day."""
    reading = atom.reading
    before = scene.words[max(0, atom.start - _GAP) : atom.start]
    if "eve" not in before or reading.kind is not Kind.DAY or reading.first is None:
        return atom
    at = len(before) - 1 - before[::-1].index("eve")
    between = before[at + 1 :]
    is_near = between[:1] == ["of"] and _ENDS.isdisjoint(between)
    if reading.first != reading.last or not is_near or not _is_told_of(between[-1], atom, scene):
        return atom
    day = reading.first - timedelta(days=1)
    if scene.reference is not None and day > scene.reference:
        return atom
    start = atom.start - len(before) + at
    return replace(atom, start=start, reading=_told(day, atom, atom))

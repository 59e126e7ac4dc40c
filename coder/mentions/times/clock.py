"""Clock times and times of day. Without a day they say when in the day, and give no date."""

import re

from coder.mentions.times.rules import Rule
from coder.mentions.times.tokens import Scene
from coder.mentions.times.values import Kind, Reading
from coder.mentions.times.words import context, letter
from coder.values.labels import DateBasis, TimexType

_DOTTED = re.compile(r"[0-2]\d\.[0-5]\d")  # "09.00 hrs", as police bulletins write it
_FROM, _TO = frozenset({"from", "between"}), frozenset({"to", "and", "until", "till"})
_FIGURES = (letter("year"), letter("hhmm"))
_HALF_DAY, _LAST_HOUR, _LAST_MINUTE = 12, 24, 59


def clock_reading(
    scene: Scene, start: int, end: int, clock: str | None, *, kind: Kind = Kind.CLOCK
) -> Reading:
    """A time of day in the words of the tokens ``start:end``, without a day."""
    words = scene.span_text(start, end)
    return Reading(
        kind=kind,
        type=TimexType.TIME,
        value=f"T{clock}" if clock else None,
        basis=DateBasis.NONE,
        time_of_day=words,
        clock=clock,
    )


def _clock(match: re.Match[str], scene: Scene) -> Reading | None:
    """``10:30``, ``5 p.m.``, ``0600 hours``, ``09.00 hrs``, ``16:08 UTC``, ``6 o'clock``."""
    at = match.start("c")
    found = _hour_minute(scene, at)
    if found is None:
        return None
    hour, minute = found
    half_at = match.start("a")
    if half_at >= 0:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if scene.words[half_at].startswith("p") else 0)
    if match.start("h") >= 0 and (
        scene.values[match.start("h")] != "TH"
        or (
            not _DOTTED.fullmatch(scene.words[at])
            and scene.classes[at] not in (letter("hhmm"), letter("year"), letter("clocktime"))
        )
    ):
        return None
    zone_at = max(match.start("z"), match.start("y"))
    zone = str(scene.values[zone_at]) if zone_at >= 0 else ""
    clock = f"{hour:02d}:{minute:02d}{zone}"
    marked = half_at >= 0 or zone_at >= 0 or match.end() - at > 1
    proven = marked or scene.word(match.start() - 1) in context("before_clock") or at == 0
    is_bare = scene.classes[at] in (letter("small"), letter("number"), letter("decimal"))
    if is_bare and (not marked or (half_at < 0 and scene.word(match.end() - 1) == "local")):
        return None  # "killed 12 local leaders"
    if scene.classes[at] in (letter("year"), letter("hhmm")) and not marked:
        colon = scene.word(at - 1) == "at" or _is_of_pair(scene, at)
        if not colon or scene.word(at + 1) in ("metres", "meters", "feet", "km"):
            return None
    return clock_reading(scene, match.start(), match.end(), clock if proven else None)


def _is_of_pair(scene: Scene, at: int) -> bool:
    """As in "on 4 May, from 1710 to 2250", "between 1710 and 1800 on Monday": no years.

    One of the two is no year, or the day of both follows.
    """
    first = at if scene.word(at - 1) in _FROM else at - 2
    if scene.word(first - 1) not in _FROM or scene.word(first + 1) not in _TO:
        return False
    pair = (first, first + 2)
    if not all(scene.classes[it : it + 1] in _FIGURES and _hour_minute(scene, it) for it in pair):
        return False
    behind = first + 3 + (scene.word(first + 3) == "on")
    return any(scene.classes[it] == letter("hhmm") for it in pair) or (
        scene.classes[behind : behind + 1] in (letter("weekday"), letter("deictic"))
    )


def _hour_minute(scene: Scene, at: int) -> tuple[int, int] | None:
    value = scene.values[at]
    if isinstance(value, tuple):
        hour, minute = value
    elif isinstance(value, float):
        hour, minute = int(value), round(value % 1 * 100)
    elif scene.classes[at] in (letter("year"), letter("hhmm")):
        hour, minute = divmod(scene.number(at), 100)
    else:
        hour, minute = scene.number(at), 0
    return (hour, minute) if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else None


def _part(match: re.Match[str], scene: Scene) -> Reading | None:
    """``before dawn``, ``the early hours``, ``at noon``."""
    at = match.start("p")
    if scene.word(match.start() - 1) == "good":
        return None
    if scene.classes[at] == letter("units"):
        if scene.values[at] != "TH":
            return None
        part = "MO"
    else:
        part = str(scene.values[at])
    if scene.words[at] == "night" and scene.word(match.start() - 1) in ("opening", "wedding"):
        return None
    return clock_reading(scene, match.start(), match.end(), part, kind=Kind.PART)


def clock_rules() -> tuple[Rule, ...]:
    """The rules of this module."""
    zone = "(?:(?P<z><zone|zulu>)|<local><time>?|<open>(?P<y><zone>)<plus|dash>?<digit>?<close>)"
    return (
        Rule(
            rule_id="clock",
            pattern="(?:<about><dot>?)?(?P<c><clocktime|decimal|small|number|hhmm|year>)"
            "(?:(?P<a><ampm>)|<oclock>|(?P<h><units>))?"
            f"(?:{zone})?",
            build=_clock,
        ),
        Rule(
            rule_id="part-hours",
            pattern="<the>?<very>?<mod>(?:<part><of>)?(?P<p><units>)(?:<of><the><part>)?",
            build=_part,
        ),
        Rule(
            rule_id="part",
            pattern="(?:<before|after|about>(?=<part>)|<the>?<mod><dash>?(?:<in|on><the>)?|"
            "<the>?<edge><of><the>)?<the>?(?P<p><part>)",
            build=_part,
        ),
    )

"""Months, quarters, years and longer that are written out."""

import re
from datetime import date

from coder.mentions.times.calendar import (
    TWO_DIGITS,
    month_at,
    span_reading,
    stated_year,
)
from coder.mentions.times.rules import Rule
from coder.mentions.times.tokens import Scene
from coder.mentions.times.values import (
    Reading,
    month_span,
    year_span,
)
from coder.mentions.times.words import context, letter

_EARLIEST_BARE_YEAR = 1900

_LAST_CENTURY = 30
_PAIR = 2
_MIDDLE_AGES, _MIDDLE_AGES_END = 1000, 1500
_YEAR_DIGITS = 4


def _month_year(match: re.Match[str], scene: Scene) -> Reading | None:
    month, year = month_at(match, scene), stated_year(match, scene)
    if month is None or year is None:
        return None
    first, last = month_span(year, month)
    return span_reading(first, last, f"{year:04d}-{month:02d}")


def _year_month_token(match: re.Match[str], scene: Scene) -> Reading | None:
    pair = scene.values[match.start()]
    year, month = pair if isinstance(pair, tuple) else (0, 0)
    first, last = month_span(year, month)
    return span_reading(first, last, f"{year:04d}-{month:02d}")


def _year_range(match: re.Match[str], scene: Scene) -> Reading | None:
    pair = scene.values[match.start()]
    first, last = pair if isinstance(pair, tuple) else (0, 0)
    return span_reading(date(first, 1, 1), date(last, 12, 31), f"{first:04d}/{last:04d}")


def _stated_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """A year with words that prove it one ("in '82", "the year 2008", "fiscal 1989")."""
    year = stated_year(match, scene)
    if year is None:
        return None
    first, last = year_span(year)
    return span_reading(first, last, f"{year:04d}")


def _bare_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """A four-digit number that stands where a year stands and not where a count stands."""
    at = match.start("y")
    year = scene.number(at)
    before, after = scene.word(at - 1), scene.word(at + 1)
    proven = before in context("before_year")
    numbered = before in context("numbered") or before in context("money") or before in ("#", "+")
    is_apart = proven and (after, scene.word(at + 2)) == ("more", "than")  # "since 2013 more than"
    if numbered or (after in context("counted") and not is_apart):
        return None
    if not proven and (year < _EARLIEST_BARE_YEAR or _is_counted(scene, at)):
        return None
    if (
        scene.starts[at]
        and scene.text[scene.starts[at] - 1] in "-/.:#$_"
        and scene.word(at - 2) != "mid"
    ):
        return None
    if after == "-" and scene.word(at + 2) not in ("", "style", "era") and _is_tight(scene, at):
        return None
    first, last = year_span(year)
    return span_reading(first, last, f"{year:04d}")


def _is_counted(scene: Scene, at: int) -> bool:
    """Whether a plural follows ("2000 pieces"), so that the number counts something."""
    after = scene.word(at + 1)
    own = scene.word(at + 2) in ("'", "\u2019")
    return after.endswith("s") and after.isalpha() and len(after) > TWO_DIGITS + 1 and not own


def _is_tight(scene: Scene, at: int) -> bool:
    return at + 1 < len(scene.words) and scene.starts[at + 1] == scene.end(at)


_PARTS = frozenset({"early", "mid", "late"})
_SHORT_DECADE = 5  # "30s", "80's"; "1980s" is none


def _decade(match: re.Match[str], scene: Scene) -> Reading | None:
    at = match.start("y")
    year = scene.number(at)
    is_aside = scene.word(at - 1) in {"(", ","} and len(scene.words[at]) < _SHORT_DECADE
    if (
        is_aside
        or scene.word(at - 1) in context("possessive")
        or _is_part_of_life(scene, at - 1)
        or (
            scene.words[at].isalpha()
            and scene.word(at - 1) not in ("the", "early", "mid", "late", "-")
        )
    ):
        return None  # an age: "in his 30s", "in her late 30s", "a man (30s)", "a cook, 30s,"
    return span_reading(date(year, 1, 1), date(year + 9, 12, 31), f"{year // 10:03d}")


def _is_part_of_life(scene: Scene, at: int) -> bool:
    """As in "in her late 30s", "in his mid-30s": the word before a decade and whose it is."""
    at -= scene.word(at) == "-"
    return scene.word(at) in _PARTS and scene.word(at - 1) in context("possessive")


def _century(match: re.Match[str], scene: Scene) -> Reading | None:
    number = scene.number(match.start("d")) - 1
    if scene.values[match.end() - 1] != "CE" or not 0 < number <= _LAST_CENTURY:
        return None
    if match.end() - match.start("d") > _PAIR:
        return None  # "near the 11th-century temple": how old it is, and no time of what is told
    first, last = date(number * 100, 1, 1), date(number * 100 + 99, 12, 31)
    return span_reading(first, last, f"{number:02d}")


def _numbered_quarter(match: re.Match[str], scene: Scene) -> Reading | None:
    """``Q1 2019``, ``2019-Q1``, ``H2 of 2018``; without a year, of the report's year."""
    number = scene.number(match.start("d"))
    half = scene.words[match.start("q")] == "h"
    if match.start("y") >= 0:
        year = scene.number(match.start("y"))
    elif scene.reference is None or half:
        return None
    else:
        year = scene.reference.year
    return _part_of_year(year, number, half=half)


def _part_of_year(year: int, number: int, *, half: bool) -> Reading | None:
    if not 1 <= number <= (2 if half else 4):
        return None
    months = 6 if half else 3
    first = date(year, (number - 1) * months + 1, 1)
    last = month_span(year, number * months)[1]
    return span_reading(first, last, f"{year:04d}-{'H' if half else 'Q'}{number}")


def _quarter_token(match: re.Match[str], scene: Scene) -> Reading | None:
    """``Q1-2019``, whose number and year are one token."""
    pair = scene.values[match.start("x")]
    year, number = pair if isinstance(pair, tuple) else (0, 0)
    half = scene.words[match.start()] == "h"
    return (
        _part_of_year(year, number, half=half) if scene.words[match.start() + 1][1] == "-" else None
    )


def _week_number(match: re.Match[str], scene: Scene) -> Reading | None:
    """``week 31``, ``week 3 of 2027``: ISO weeks."""
    number = scene.number(match.start("d"))
    if scene.values[match.start("u")] != "W" or scene.word(match.start() - 1) in ("a", "per"):
        return None
    stated = match.start("y") >= 0
    if not stated and scene.reference is None:
        return None
    year = (
        scene.number(match.start("y"))
        if stated or scene.reference is None
        else scene.reference.year
    )
    try:
        first, last = (date.fromisocalendar(year, number, day) for day in (1, 7))
    except ValueError:
        return None
    return span_reading(first, last, f"{year:04d}-W{number:02d}")


def _named_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """``the year 2008``."""
    return _stated_year(match, scene) if scene.values[match.start("u")] == "Y" else None


def _spoken_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """``nineteen seventy-nine``, ``October two thousand and five``."""
    numbers = [
        scene.number(index)
        for index in range(match.start("y"), match.end("y"))
        if scene.classes[index] not in (letter("and"), letter("dash"))
    ]
    if numbers[:2] == [2, 1000]:
        year = 2000 + sum(numbers[2:])
    elif numbers[0] in (18, 19, 20) and len(numbers) > 1:
        year = numbers[0] * 100 + sum(number for number in numbers[1:] if number != 100)  # noqa: PLR2004 - "hundred"
    else:
        return None
    if (
        match.start() < match.start("y")
        and scene.classes[match.start("y") - 1] == letter("unit")
        and (scene.values[match.start("y") - 1] != "Y")
    ):
        return None
    if "m" in match.re.groupindex:
        month = month_at(match, scene)
        return (
            None if month is None else span_reading(*month_span(year, month), f"{year}-{month:02d}")
        )
    return span_reading(*year_span(year), f"{year:04d}")


def _early_year(match: re.Match[str], scene: Scene) -> Reading | None:
    """As in "attacked in 1345 by the French": a number that counts nothing."""
    at = match.start("y")
    year, after = scene.number(at), scene.word(at + 1)
    if not _MIDDLE_AGES <= year < _MIDDLE_AGES_END or len(scene.words[at]) > _YEAR_DIGITS:
        return None
    if after in context("counted") or _is_counted(scene, at) or scene.word(at - 2).isdecimal():
        return None
    first, last = year_span(year)
    return span_reading(first, last, f"{year:04d}")


def year_rules() -> tuple[Rule, ...]:
    """The rules of this module but the last, most specific first."""
    return (
        Rule(
            rule_id="quarter-year",
            pattern="(?P<q><q>)(?P<d><small>)(?:<of|dash|comma>?(?P<y><year>))?",
            build=_numbered_quarter,
        ),
        Rule(
            rule_id="quarter-month",
            pattern="<q>(?P<x><yearmonth>)",
            build=_quarter_token,
        ),
        Rule(
            rule_id="year-quarter",
            pattern="(?P<y><year>)<dash>?(?P<q><q>)(?P<d><small>)",
            build=_numbered_quarter,
        ),
        Rule(
            rule_id="week-number",
            pattern="<the>?(?P<u><unit>)(?P<d><small|int>)(?:<of>?(?P<y><year>))?",
            build=_week_number,
        ),
        Rule(
            rule_id="year-named",
            pattern="<the>?<stretch>?(?P<u><unit>)(?P<y><year>)",
            build=_named_year,
        ),
        Rule(
            rule_id="month-spoken-year",
            pattern="(?P<m><month|month_weak>)<of|comma>?(?P<y>{SPOKEN})",
            build=_spoken_year,
        ),
        Rule(
            rule_id="spoken-year",
            pattern="(?:(?<=<in|since|of|until|by>)|(?:<the>?<unit>))(?P<y>{SPOKEN})",
            build=_spoken_year,
        ),
        Rule(
            rule_id="month-year",
            pattern="(?P<m><anymonth>)<dot>?(?:<of>|<comma>|<dash>)?(?P<y>{YEAR})",
            build=_month_year,
        ),
        Rule(
            rule_id="year-month", pattern="(?P<y><year>)<dash>?(?P<m><anymonth>)", build=_month_year
        ),
        Rule(rule_id="year-month-token", pattern="<yearmonth>", build=_year_month_token),
        Rule(rule_id="year-range", pattern="<yearrange>", build=_year_range),
        Rule(rule_id="decade", pattern="(?:<the>)?(?P<y><decade>)", build=_decade),
        Rule(
            rule_id="century", pattern="<the>?(?P<d><ordinal|ordnum>)<dash>?<unit>", build=_century
        ),
        Rule(
            rule_id="year-early",
            pattern="(?<=<in>)(?P<y><hhmm>)",
            build=_early_year,
        ),
        Rule(
            rule_id="year-short",
            pattern="(?<=<in|since|of|from|until|by>)(?P<y><shortyear>)",
            build=_stated_year,
        ),
    )


def bare_year_rules() -> tuple[Rule, ...]:
    """A number that may be a year; it comes after everything that explains the number otherwise."""
    return (Rule(rule_id="year", pattern="(?P<y><year>)", build=_bare_year),)

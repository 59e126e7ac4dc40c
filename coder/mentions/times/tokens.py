"""A sentence as the grammar of time expressions sees it: tokens, their values, one class string.

The tokens are coarser than those of the text stage where time needs it: "2017-12-11", "10:30",
"1990s", "6th" and "p.m." are one token each.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import accumulate, chain
from typing import NamedTuple

from coder.mentions.times.words import OTHER, foreign_months, holidays, letter, word_table
from coder.values.kept import Kept

_EARLIEST_YEAR, _LATEST_YEAR = 1500, 2100
_LAST_DAY, _LAST_HOUR, _LAST_MINUTE = 31, 24, 59
_SHORT_NUMBER, _YEAR_DIGITS, _COMPACT_DIGITS = 2, 4, 8
_MONTHS = 12

_LIKE = {0x2013: "-", 0x2019: "'", 0x2018: "'"}

Value = int | float | str | tuple[int, ...]


class DateOrder(StrEnum):
    """In which order numbers such as 03/04/2020 name day, month and year."""

    UNDECLARED = "undeclared"
    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


@dataclass(slots=True, kw_only=True)
class Scene:
    """One sentence while it is read: parallel lists of tokens, and what the days rest on.

    ``starts`` are offsets in the text the sentence was cut from. ``days`` collects the
    days that expressions read so far resolve to, with their first token, for forms that count
    from them.
    """

    text: str
    words: list[str]
    starts: list[int]
    values: list[Value]
    classes: str
    reference: date | None
    order: DateOrder
    is_mixed_case: bool
    days: list[tuple[int, date]] = field(default_factory=list)

    def word(self, index: int) -> str:
        """The lower-case token at a position, empty outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def end(self, index: int) -> int:
        """The offset behind a token."""
        return self.starts[index] + len(self.words[index])

    def span_text(self, first: int, last: int) -> str:
        """The text of tokens ``first:last`` as it is written."""
        return self.text[self.starts[first] : self.end(last - 1)]

    def is_capital(self, index: int) -> bool:
        """Whether the token begins with a capital in the text."""
        return self.text[self.starts[index]].isupper()

    def number(self, index: int) -> int:
        """The value of a token that is a whole number; 0 for any other."""
        value = self.values[index]
        return value if isinstance(value, int) else 0


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        r"(?![ap]\.|o')[^\W\d_]+|\d{6}[a-z](?![^\W_])|(?<![^\W_])'\d\d(?![\w'])|\d{1,12}(?:(?:[.,:/]|-)\d{1,12}){0,4}(?:(?:st|nd|rd|th|s)(?![^\W_]))?"
        r"|[ap]\.\s?m(?![^\W_])\.?|o'clock|[^\W\d_]+|[^\w\s]"
    )


@cache
def _punctuation() -> dict[str, str]:
    marks = {
        "-": "dash", "\u2014": "dash", ",": "comma", ".": "dot", "'": "apostrophe", "/": "slash",
        "(": "open", ")": "close", "@": "at_sign", "+": "plus",
        "~": "tilde",
    }  # fmt: skip
    return {mark: letter(name) for mark, name in marks.items()}


def lowered(text: str) -> str:
    """``text`` in lower case, with the same length."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


class _Piece(NamedTuple):
    """The tokens of what stands between two spaces: offsets in it, words, classes, values.

    ``size`` is its length with the space behind it.
    """

    size: int
    starts: tuple[int, ...]
    words: tuple[str, ...]
    classes: str
    values: tuple[Value, ...]


class _Pieces(Kept[str, _Piece]):
    """The tokens of pieces by their lower-case letters."""

    def __missing__(self, piece: str) -> _Piece:
        """Read a piece, and keep it unless it is too long to be met again."""
        known = _table()
        if piece.isalpha():
            kind, value = known.get(piece) or _entry(piece)
            found = _Piece(len(piece) + 1, (0,), (piece,), kind, (value,))
            return self._kept(piece, found)
        matches = list(_token().finditer(piece))
        words = tuple([match[0] for match in matches])
        entries = [known.get(word) or _entry(word) for word in words]
        found = _Piece(
            size=len(piece) + 1,
            starts=tuple([match.start() for match in matches]),
            words=words,
            classes="".join([kind for kind, _ in entries]),
            values=tuple([value for _, value in entries]),
        )
        return self._kept(piece, found)

    def _kept(self, piece: str, found: _Piece) -> _Piece:
        return self.keep(piece, found) if len(piece) <= _LONGEST_KEPT else found


_LONGEST_KEPT = 40
_kept = _Pieces()


def read_scene(text: str, start: int, end: int, reference: date | None, order: DateOrder) -> Scene:
    """The tokens of ``text[start:end]`` with classes and values."""
    part = text[start:end]
    lower = lowered(part)
    if not lower.isascii():
        lower = lower.translate(_LIKE)
    # What crosses a space ("5 p. m") is read in one piece.
    pieces = [lower] if ". m" in lower else lower.split(" ")
    sizes, firsts, words_of, classes_of, values_of = zip(
        *map(_kept.__getitem__, pieces), strict=True
    )
    offsets = accumulate(sizes, initial=start)
    words = list(chain.from_iterable(words_of))
    classes = "".join(classes_of)
    values = list(chain.from_iterable(values_of))
    if part[2:3] == "." and (stamp := _stamp().match(part)) is not None:
        classes = letter("clocktime") + classes[1:]
        values[0] = (int(stamp[1]), int(stamp[2]))
    if not _holiday_starts().isdisjoint(words):
        classes = _mark_holidays(words, classes, values)
    return Scene(
        text=text,
        words=words,
        starts=[
            at + first for at, inside in zip(offsets, firsts, strict=False) for first in inside
        ],
        values=values,
        classes=classes,
        reference=reference,
        order=order,
        is_mixed_case=lower != part and not part.isupper(),
    )


@cache
def _stamp() -> re.Pattern[str]:
    """As in "07.40 The governor says": the stamp of an entry, before a capital."""
    return re.compile(r"([01]\d|2[0-3])\.([0-5]\d) (?=[A-Z])")


_UNKNOWN: tuple[str, Value] = (OTHER, "")


@cache
def _table() -> dict[str, tuple[str, Value]]:
    """Class and value of every token that is known as it stands."""
    table: dict[str, tuple[str, Value]] = {
        word: (letter("foreign"), month) for word, month in foreign_months().items()
    }
    table.update(word_table())
    table.update({mark: (kind, "") for mark, kind in _punctuation().items()})
    half_days = [
        f"{half}.{space}m{dot}" for half in "ap" for space in ("", " ") for dot in ("", ".")
    ]
    table.update({word: (letter("ampm"), "") for word in [*half_days, "am", "pm"]})
    table["o'clock"] = (letter("oclock"), "")
    return table


def _entry(word: str) -> tuple[str, Value]:
    """Class and value of a token by its shape."""
    if word[0].isdecimal():
        shape, value = _number(word)
        return letter(shape) if shape else OTHER, value
    if word[0] == "'" and len(word) > 1:
        return letter("shortyear"), int(word[1:])
    return _UNKNOWN


@cache
def _holiday_starts() -> frozenset[str]:
    return frozenset(holidays())


def _mark_holidays(words: list[str], known: str, values: list[Value]) -> str:
    """The classes with those of holidays; their rules become values."""
    table = holidays()
    classes = list(known)
    done = 0
    for index, word in enumerate(words):
        if index < done or word not in table:
            continue
        for tokens, rule in table[word]:
            stop = index + len(tokens)
            if tuple(words[index:stop]) == tokens:
                classes[index:stop] = [letter("holiday"), *[letter("rest")] * (len(tokens) - 1)]
                values[index] = rule
                done = stop
                break
    return "".join(classes)


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, Value]]], ...]:
    return (
        (re.compile(r"(\d{1,3}(?:,\d{3})+)"), lambda m: ("int", int(m[1].replace(",", "")))),
        (re.compile(r"(\d{1,2})(?:st|nd|rd|th)"), _ordinal),
        (re.compile(r"(\d{4}|\d{2})'?s"), _decade),
        (re.compile(r"(\d{1,2})[:](\d{2})(?::\d{2})?"), _clock),
        (re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})"), _date),
        (re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})"), _date),
        (re.compile(r"(\d{4})-(\d{4})"), _year_range),
        (re.compile(r"(\d{4})-(\d{1,2})"), _year_tail),
        (re.compile(r"(\d{1,2})[-/](\d{4})"), _month_year),
        (re.compile(r"(\d{1,2})-(\d{1,2})"), lambda m: ("dayrange", (int(m[1]), int(m[2])))),
        (re.compile(r"(\d{1,2})/(\d{1,2})"), lambda m: ("monthday", (int(m[1]), int(m[2])))),
        (re.compile(r"(\d\d)(\d\d)(\d\d)[a-z]"), _time_group),
        (re.compile(r"(\d{1,4})\.(\d{1,3})"), lambda m: ("decimal", float(m[0]))),
    )


def _number(word: str) -> tuple[str, Value]:  # noqa: PLR0911 - one way out per shape
    """The shape class (empty for none of ours) and value of a token that begins with a digit."""
    if word.isdecimal():
        value = int(word)
        if len(word) == _YEAR_DIGITS:
            if word[0] == "0":
                return ("hhmm" if _is_clock(value) else ""), value
            return ("year" if _EARLIEST_YEAR <= value <= _LATEST_YEAR else "hhmm"), value
        glued = _glued_day_year(word)
        if glued:
            return "dayyear", glued
        if _is_compact_date(word):
            return "date", f"{word[:4]}-{word[4:6]}-{word[6:]}"
        return ("small" if len(word) <= _SHORT_NUMBER and 0 < value <= _LAST_DAY else "int"), value
    for pattern, read in _shapes():
        match = pattern.fullmatch(word)
        if match:
            return read(match)
    return "", word


def _is_clock(value: int) -> bool:
    return value // 100 <= _LAST_HOUR and value % 100 <= _LAST_MINUTE


def _glued_day_year(word: str) -> tuple[int, int] | None:
    """Day and year of ``152017``, as in "April 152017", where a comma and a space were lost."""
    day, year = word[:-4], word[-4:]
    if not 1 <= len(day) <= _SHORT_NUMBER or year[:2] not in ("19", "20"):
        return None
    return (int(day), int(year)) if 1 <= int(day) <= _LAST_DAY else None


def _is_compact_date(word: str) -> bool:
    """Whether eight digits are a day of this or the last century written without separators."""
    if len(word) != _COMPACT_DIGITS or word[:2] not in ("19", "20"):
        return False
    return 1 <= int(word[4:6]) <= _MONTHS and 1 <= int(word[6:]) <= _LAST_DAY


def _ordinal(match: re.Match[str]) -> tuple[str, Value]:
    return "ordnum", int(match[1])


def _decade(match: re.Match[str]) -> tuple[str, Value]:
    year = int(match[1])
    if len(match[1]) == _SHORT_NUMBER:
        year += 1900
    return ("decade" if year % 10 == 0 and year >= _EARLIEST_YEAR else ""), year


def _clock(match: re.Match[str]) -> tuple[str, Value]:
    good = int(match[1]) <= _LAST_HOUR and int(match[2]) <= _LAST_MINUTE
    return ("clocktime" if good else ""), (int(match[1]), int(match[2]))


def _time_group(match: re.Match[str]) -> tuple[str, Value]:
    """``121430Z``: day, hour and minute of a military message, with its zone."""
    day, hour, minute = (int(part) for part in match.groups())
    good = 0 < day <= _LAST_DAY and hour <= _LAST_HOUR and minute <= _LAST_MINUTE
    return ("timegroup" if good else ""), day


def _date(match: re.Match[str]) -> tuple[str, Value]:
    return "date", match[0]


def _year_range(match: re.Match[str]) -> tuple[str, Value]:
    first, last = int(match[1]), int(match[2])
    good = _EARLIEST_YEAR <= first < last <= _LATEST_YEAR
    return ("yearrange" if good else ""), (first, last)


def _year_tail(match: re.Match[str]) -> tuple[str, Value]:
    """``2016-17`` and ``1967-70`` are years, ``2015-3`` a month."""
    year, tail = int(match[1]), int(match[2])
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        return "", match[0]
    more = tail - year % 100
    if len(match[2]) == _SHORT_NUMBER and (more == 1 or (more > 0 and tail > _MONTHS)):
        return "yearrange", (year, year + more)
    return ("yearmonth" if 1 <= tail <= _MONTHS else ""), (year, tail)


def _month_year(match: re.Match[str]) -> tuple[str, Value]:
    month, year = int(match[1]), int(match[2])
    good = 1 <= month <= _MONTHS and _EARLIEST_YEAR <= year <= _LATEST_YEAR
    return ("yearmonth" if good else ""), (year, month)

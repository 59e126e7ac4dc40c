"""The words of time expressions as classes: one private character each, and patterns over them.

A sentence becomes a string with one character per token; the grammar is regular expressions over
that string, written with class names: ``<month> <dot>? <day>``.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from coder.lexicon.tsv import read_rows

_DATA = Path(__file__).parents[2] / "lexicon" / "data"


def _names(words: str) -> tuple[str, ...]:
    return tuple(words.split())


# Classes of single tokens: those of time_words.tsv, then those read off the shape of a token.
_WORD_CLASSES = _names(
    "weekday weekdays weekday_short month month_weak unit units second quarter quarters "
    "weekend weekends half ordinal number bignum vague deictic tonight overnight part season "
    "season_weak an the this that same every per once times mod edge very ago earlier later "
    "before after of on in at to from between and or so by since during over for within than "
    "more least no up about last next recent stretch regular reference future_noun unit_long "
    "long old aged zone local time clock tee zulu q not future past datum"
)
_SHAPE_CLASSES = _names(
    "small int year shortyear dayyear hhmm decimal clocktime date monthday dayrange yearrange "
    "yearmonth decade ordnum ampm oclock dash comma dot apostrophe slash open close holiday "
    "rest foreign foreign_of at_sign tilde plus timegroup"
)
OTHER = "\u00bf"
_CLASSES = {name: chr(0x100 + index) for index, name in enumerate(_WORD_CLASSES + _SHAPE_CLASSES)}

# Groups of classes that the grammar names as one.
_GROUPS = {
    "day": "small ordnum ordinal second",
    "digit": "small int",
    "anymonth": "month month_weak",
    "anyweekday": "weekday weekday_short",
    "anyunit": "unit units second quarter quarters",
    "anyordinal": "ordinal ordnum second last",
    "approx": "about over",
    "until": "to dash tilde",
}

# What a token must be for its sentence to be worth parsing; everything else is glue between such.
_ANCHORS = _names(
    "weekday weekdays weekday_short month month_weak unit units second quarter quarters "
    "weekend weekends deictic tonight overnight part season season_weak ago earlier later "
    "regular reference future_noun unit_long date monthday yearrange yearmonth decade year "
    "hhmm clocktime ampm oclock holiday foreign recent q zone ordnum shortyear clock"
)


def letter(name: str) -> str:
    """The private character of a class."""
    return _CLASSES[name]


def members(names: str) -> str:
    """The private characters of several classes, as the inside of a character set."""
    return "".join(_CLASSES[name] for name in names.split())


@cache
def anchors() -> frozenset[str]:
    """The characters of the classes that can make a time expression."""
    return frozenset(_CLASSES[name] for name in _ANCHORS)


def expand(pattern: str, macros: Mapping[str, str]) -> str:
    """A pattern over class names as a pattern over private characters. ``{NAME}`` is a macro."""
    while "{" in pattern:
        longer = re.sub(r"\{([A-Z_]+)\}", lambda m: f"(?:{macros[m[1]]})", pattern)
        if longer == pattern:
            break
        pattern = longer
    pattern = re.sub(r"\s+", "", pattern)
    return re.sub(r"(?<!\(\?P)<(\w+(?:\|\w+)*)>", _as_set, pattern)


def _as_set(match: re.Match[str]) -> str:
    characters = ""
    for name in match[1].split("|"):
        characters += members(_GROUPS.get(name, name))
    return characters if len(characters) == 1 else f"[{characters}]"


@cache
def word_table() -> dict[str, tuple[str, int | str]]:
    """Every word of ``time_words.tsv`` with its class character and value."""
    table: dict[str, tuple[str, int | str]] = {}
    for row in read_rows(_DATA / "time_words.tsv", ("word", "class", "value"), required=("word",)):
        value = row["value"]
        number = value.removeprefix("-").isdecimal()
        table[row["word"]] = (letter(row.required("class")), int(value) if number else value)
    return table


@cache
def foreign_months() -> dict[str, int | str]:
    """Month names of other languages, lower case, with the month: 1 to 12.

    Where the list leaves the month to the library for foreign dates: the codes of the languages.
    """
    rows = read_rows(
        _DATA / "time_foreign_months.tsv", ("word", "languages", "month"), required=("word",)
    )
    return {
        row["word"]: int(row["month"]) if row["month"] else row.required("languages")
        for row in rows
    }


@cache
def holidays() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Holiday names as tokens, with the rule for the day, longest first, by first token."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_rows(_DATA / "time_holidays.tsv", ("name", "day"), required=("name",)):
        tokens = tuple(re.findall(r"[^\W\d_]+|\d+\w*|[^\w\s]", row["name"]))
        table.setdefault(tokens[0], []).append((tokens, row["day"]))
    return {
        first: tuple(sorted(names, key=lambda name: -len(name[0])))
        for first, names in table.items()
    }


@lru_cache(maxsize=64)
def context(name: str) -> frozenset[str]:
    """The words of one list of ``time_context.tsv``."""
    rows = read_rows(_DATA / "time_context.tsv", ("list", "word"), required=("list", "word"))
    return frozenset(row["word"] for row in rows if row["list"] == name)

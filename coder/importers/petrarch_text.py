"""What the dictionaries of PETRARCH have in common: comments, phrases, codes, dates, a report.

The formats are those of the project's own documentation (``dictionaries.rst``): upper case, blanks
or underscores between the words of a phrase, codes in square brackets, comments behind ``#`` or
``;`` or between ``<!--`` and ``-->``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from coder.lexicon.tsv import ListText, TsvRow, read_rows
from coder.lexicon.words import word_tags

_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LATE_YEARS: Final = 30  # of two digits: 00 to 30 are 2000 to 2030, as PETRARCH reads them
_SHORT_DATE: Final = 6  # digits of YYMMDD
_ACRONYM_MAX: Final = 4
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "du", "des", "la"})


class Line(NamedTuple):
    """A line that says something: its number from 1, its text without comments."""

    number: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmapped:
    """Something that could not be taken over: where it stands, what it is, and why."""

    file: str
    line: int
    text: str
    reason: str


def lines(source: ListText, marks: str = "#;") -> Iterator[Line]:
    """The lines of a dictionary without comments; blank lines are kept as empty ones."""
    blanked = _COMMENT.sub(lambda found: "\n" * found.group().count("\n"), source.text)
    for number, text in enumerate(blanked.splitlines(), start=1):
        for mark in marks:
            text = text.partition(mark)[0]  # noqa: PLW2901 - cut twice
        yield Line(number, text.rstrip())


def words_of(phrase: str) -> str:
    """A phrase as a text has it: ``AL-QAEDA_NETWORK_`` -> ``Al-Qaeda Network``.

    A single short word that is none of the dictionary is an acronym and keeps its capitals.
    """
    parts = re.split(r"[\s_]+", phrase.strip(" _\t"))
    if len(parts) == 1:
        word = parts[0]
        is_acronym = len(word) <= _ACRONYM_MAX and word.lower() not in word_tags()
        return word if is_acronym or "." in word else _capital(word)
    return " ".join(
        part.lower() if number and part.lower() in _SMALL else _capital(part)
        for number, part in enumerate(parts)
    )


def _capital(word: str) -> str:
    """A word with a capital at its beginning and behind each hyphen."""
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))


def year_of(date: str) -> int:
    """The year of YYYYMMDD or YYMMDD.

    >>> year_of("980101"), year_of("050101"), year_of("19891109")
    (1998, 2005, 1989)
    """
    if len(date) > _SHORT_DATE:
        return int(date[:4])
    year = int(date[:2])
    return year + (2000 if year <= _LATE_YEARS else 1900)


def parts_of(code: str) -> tuple[str, ...]:
    """The three-letter parts of a code, in capitals: ``SYRREB`` -> ``("SYR", "REB")``."""
    letters = code.strip().upper()
    return tuple(letters[at : at + 3] for at in range(0, len(letters), 3))


class CodePart(NamedTuple):
    """What one part of an actor code becomes; see ``data/petrarch_codes.tsv``."""

    type: str
    sector: str
    is_body: bool


@cache
def code_parts() -> Mapping[str, CodePart]:
    """The known parts of actor codes that are no countries."""
    rows = data_rows("petrarch_codes.tsv", ("code", "type", "sector", "body"))
    return {
        row["code"]: CodePart(row["type"], row["sector"] or row["code"], bool(row.flag("body")))
        for row in rows
    }


def data_rows(name: str, columns: tuple[str, ...]) -> Iterator[TsvRow]:
    """The rows of a table of this package."""
    content = (files("coder.importers") / "data" / name).read_text(encoding="utf-8")
    return read_rows(ListText(name, content), columns, required=columns[:1])

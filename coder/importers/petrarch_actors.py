"""PETRARCH actor dictionaries -> our list of actors.

A record is a phrase, its synonyms (``+``) and codes, some for a time only. An actor whose code
changes becomes one row for each time; of rows with one name the year of the report chooses (see
``mentions/actors/context.py``). Times are kept by year: our lists know no days.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from coder.importers.petrarch_text import (
    Unmapped,
    code_parts,
    lines,
    parts_of,
    words_of,
    year_of,
)
from coder.lexicon.entries import Demonym
from coder.lexicon.load import load_lexicon
from coder.lexicon.spelling import without_accents
from coder.lexicon.tsv import ListText

COLUMNS: Final = (
    "id", "name", "aliases", "type", "country", "sector", "from", "to", "source",
)  # fmt: skip
_CODE: Final = re.compile(r"\[([^\]]*)\]")
_RESTRICTED: Final = re.compile(
    r"\s*(?P<code>\S+?)\s*(?:(?P<sign>[<>])\s*(?P<date>\d{6,8})|"
    r"\s(?P<first>\d{6,8})\s*-\s*(?P<last>\d{6,8}))?\s*"
)
_NULL: Final = frozenset({"---", "+++", "###"})


class _Code(NamedTuple):
    line: int
    text: str
    code: str
    since: int | None
    until: int | None


@dataclass(slots=True)
class _Record:
    line: int
    phrase: str
    synonyms: list[str] = field(default_factory=list)
    codes: list[_Code] = field(default_factory=list)


def import_actors(source: ListText) -> tuple[list[tuple[str, ...]], list[Unmapped]]:
    """The rows of our list (columns :data:`COLUMNS`), and what could not be taken over."""
    rows: list[tuple[str, ...]] = []
    left: list[Unmapped] = []
    taken: set[str] = set()
    for record in _records(source, left):
        if not record.codes:
            left.append(_left(source, record.line, record.phrase, "no code"))
        for code in record.codes:
            made = _row(source, record, code, left)
            if made is not None:
                rows.append((_free(made[0], taken), *made[1:]))
    return sorted(rows), left


def _records(source: ListText, left: list[Unmapped]) -> Iterator[_Record]:
    record: _Record | None = None
    for number, text in lines(source):
        phrase = _CODE.sub("", text).strip()
        if phrase.startswith("+"):
            if record is None:
                left.append(_left(source, number, phrase, "a synonym of nothing"))
                continue
            record.synonyms.append(phrase[1:])
        elif phrase:
            if record is not None:
                yield record
            record = _Record(number, phrase)
        for found in _CODE.findall(text):
            code = _code(number, found)
            if record is None or code is None:
                left.append(_left(source, number, found, "the code cannot be read"))
            else:
                record.codes.append(code)
    if record is not None:
        yield record


def _code(line: int, text: str) -> _Code | None:
    match = _RESTRICTED.fullmatch(text)
    if match is None:
        return None
    since = until = None
    if match["date"]:
        year = year_of(match["date"])
        since, until = (year, None) if match["sign"] == ">" else (None, year)
    elif match["first"]:
        since, until = year_of(match["first"]), year_of(match["last"])
    return _Code(line, text, match["code"], since, until)


def _row(
    source: ListText, record: _Record, code: _Code, left: list[Unmapped]
) -> tuple[str, ...] | None:
    name = words_of(record.phrase)
    if code.code in _NULL:
        left.append(_left(source, code.line, code.text, f"{name}: a code for nobody"))
        return None
    country, kind, sector, unknown = read_code(code.code)
    if unknown:
        reason = f"{name}: unknown part of a code: {', '.join(unknown)}"
        left.append(_left(source, code.line, code.text, reason))
    if kind is None:
        if not unknown:
            reason = f"{name}: a country or place, not an actor; the list of countries has those"
            left.append(_left(source, code.line, code.text, reason))
        return None
    if code.since is not None or code.until is not None:
        reason = f"{name}: the days of the restriction became years"
        left.append(_left(source, code.line, code.text, reason))
    aliases = dict.fromkeys(words_of(synonym) for synonym in record.synonyms)
    aliases.pop(name, None)
    return (
        _slug(name),
        name,
        "|".join(aliases),
        kind,
        country or "",
        sector or "",
        "" if code.since is None else str(code.since),
        "" if code.until is None else str(code.until),
        f"imported from {Path(source.name).name}, line {record.line}",
    )


def read_code(code: str) -> tuple[str | None, str | None, str | None, tuple[str, ...]]:
    """Country, actor type and sector of a code, and the parts that mean nothing to us.

    Of several sectors the first counts; what stands behind a known one is the name of a group.
    """
    parts = parts_of(code)
    country = parts[0] if parts[0] in _countries() else None
    body = code_parts().get(parts[0]) if country is None else None
    if body is not None and not body.is_body:
        body = None
    inner = parts if country is None and body is None else parts[1:]
    known = next((found for found in map(code_parts().get, inner) if found is not None), None)
    if known is None and body is None:
        return country, None, None, tuple(inner)
    if body is not None and known is not None and known.type == "state_military":
        return None, "intl_force", known.sector, ()  # soldiers of an international body
    found = known or body
    assert found is not None  # noqa: S101 - one of the two is known
    return country, found.type, found.sector, ()


def _countries() -> frozenset[str]:
    entries = (entry for entry in load_lexicon().nations.entries())
    return frozenset(e.iso3 for e in entries if isinstance(e, Demonym) and e.iso3 is not None)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", without_accents(name).lower()).strip("-")


def _free(actor_id: str, taken: set[str]) -> str:
    """The id, with a number behind it where it is taken; PETRARCH's ids have their own prefix."""
    number = 1
    free = f"petrarch-{actor_id}"
    while free in taken:
        number += 1
        free = f"petrarch-{actor_id}-{number}"
    taken.add(free)
    return free


def _left(source: ListText, line: int, text: str, reason: str) -> Unmapped:
    return Unmapped(file=source.name, line=line, text=text.strip(), reason=reason)


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows as the text of a list: tab-separated under a header."""
    return "".join("\t".join(row).rstrip("\t") + "\n" for row in (columns, *rows))

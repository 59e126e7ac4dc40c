"""PETRARCH agent dictionaries -> our nouns for people and bodies."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from coder.importers.petrarch_text import Unmapped, code_parts, lines, parts_of
from coder.lexicon.spelling import plural
from coder.lexicon.tsv import ListText

COLUMNS: Final = ("singular", "plural", "actor_type", "kind", "armed", "open")
_ENTRY: Final = re.compile(
    r"(?P<phrase>[^\[{]+?)\s*(?:\{(?P<plural>[^}]*)\})?\s*\[\s*(?P<code>[^\]\s]+)\s*[\]}]"
)
_MARKER: Final = re.compile(r"!(\w+)!")
_ARMED: Final = frozenset(
    {
        "state_military", "state_police", "rebel_group", "jihadist_group", "political_militia",
        "communal_militia", "criminal_group", "unidentified_armed",
    }
)  # fmt: skip


def import_agents(source: ListText) -> tuple[list[tuple[str, ...]], list[Unmapped]]:
    """The rows of our list (columns :data:`COLUMNS`), and what could not be taken over.

    Markers such as ``!PERSON!`` are replaced by each of their words; then no plural is made.
    """
    markers: dict[str, tuple[str, ...]] = {}
    rows: dict[str, tuple[str, ...]] = {}
    left: list[Unmapped] = []
    for number, text in lines(source):
        if not text.strip():
            continue
        defined = re.fullmatch(r"\s*!(\w+)!\s*=\s*(.+)", text)
        if defined is not None:
            markers[defined[1]] = tuple(word.strip() for word in defined[2].split(","))
            continue
        entry = _ENTRY.fullmatch(text.strip())
        reason = "the line cannot be read"
        if entry is not None:
            reason = _take(entry, markers, rows)
        if reason:
            left.append(Unmapped(file=source.name, line=number, text=text.strip(), reason=reason))
    return sorted(rows.values()), left


def _take(
    entry: re.Match[str], markers: dict[str, tuple[str, ...]], rows: dict[str, tuple[str, ...]]
) -> str:
    """Add the rows of an entry; returns why not, or nothing."""
    kind = _type(entry["code"])
    if kind is None:
        return f"unknown code {entry['code']}"
    unknown = [name for name in _MARKER.findall(entry["phrase"]) if name not in markers]
    if unknown:
        return f"undefined marker !{unknown[0]}!"
    for phrase in _filled(entry["phrase"], markers):
        words = " ".join(re.split(r"[\s_]+", phrase.strip(" _").lower()))
        several = _plural(words, entry["plural"], is_filled=phrase != entry["phrase"])
        is_body = kind in {"organisation", "state_other"}
        armed = "true" if kind in _ARMED else ""
        rows.setdefault(words, (words, several, kind, "body" if is_body else "", armed, armed))
    return ""


def _type(code: str) -> str | None:
    for part in parts_of(code.replace("~", "")):
        known = code_parts().get(part)
        if known is not None and known.type:
            return known.type
    return None


def _filled(phrase: str, markers: dict[str, tuple[str, ...]]) -> Iterator[str]:
    pieces = _MARKER.split(phrase)
    choices = [markers[piece] if number % 2 else (piece,) for number, piece in enumerate(pieces)]
    for chosen in product(*choices):
        yield "".join(chosen)


def _plural(words: str, written: str | None, *, is_filled: bool) -> str:
    """Our plural column: ``-`` for none, empty for the regular one, else the plural itself."""
    if is_filled or (written is not None and not written.strip()):
        return "-"
    if written is None:
        return ""
    several = " ".join(re.split(r"[\s_]+", written.strip(" _").lower()))
    return "" if several == plural(words) else several

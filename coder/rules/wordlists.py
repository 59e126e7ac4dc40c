"""The word lists beside the frames: TSV -> light verbs, refinements, cues, irregular verbs.

A row has as many columns as the header names; ``#`` begins a comment line. A wrong row raises
:class:`coder.errors.RuleError` with file, line and a caret.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from coder.errors import RuleError
from coder.rules.forms import IrregularVerbs, verb_forms
from coder.rules.model import (
    FILLERS,
    ROLES,
    SUBTYPES,
    Cue,
    LightVerb,
    Refinement,
    RuleSource,
)
from coder.values.labels import EventType, WeaponType

CUE_KINDS: Final = (
    "attempted",
    "background",
    "denied",
    "figurative",
    "foiled",
    "future",
    "habitual",
    "hypothetical",
    "negated",
    "ongoing",
    "planned",
    "series",
    "summary",
    "threatened",
)
CUE_POSITIONS: Final = ("after", "any", "before", "governs")
CUE_WORD_CLASSES: Final = ("noun", "verb", "word")
LIGHT_VERB_PARTIES: Final = ("event", "none", "participant", "perpetrator", "target")
_REFINEMENT_KINDS: Final = ("filler", "suicide", "unheard", "weapon", "word")

#: The word lists a rule pack may hold, with their columns.
WORD_LISTS: Final[Mapping[str, tuple[str, ...]]] = {
    "cues.tsv": ("term", "kind", "pos", "position"),
    "irregular_verbs.tsv": ("base", "past", "participle", "gerund"),
    "light_verbs.tsv": ("verb", "subject", "object"),
    "refinements.tsv": ("from_type", "kind", "cue", "to_type", "rank"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a word list with its place."""

    file: str
    line: int
    text: str
    cells: tuple[str, ...]

    def error(self, message: str, column: int) -> RuleError:
        """A :class:`RuleError` that points at one cell."""
        start = sum(len(cell) + 1 for cell in self.cells[:column])
        return RuleError(
            message,
            file=self.file,
            line=self.line,
            snippet=self.text.replace("\t", " "),
            span=(start, start + len(self.cells[column])),
        )

    def one_of(self, column: int, allowed: Iterable[str]) -> str:
        """The cell if it is one of ``allowed``; else an error with the likely word."""
        value = self.cells[column]
        options = list(allowed)
        if value not in options:
            close = get_close_matches(value, options, n=1)
            hint = f" (did you mean '{close[0]}'?)" if close else f": one of {', '.join(options)}"
            raise self.error(f"unknown value '{value}'{hint}", column)
        return value


def read_rows(sources: Iterable[RuleSource], name: str) -> Iterator[Row]:
    """The rows of every source that is the word list ``name``."""
    columns = WORD_LISTS[name]
    for item in sources:
        if item.name.replace("\\", "/").rsplit("/", 1)[-1] != name:
            continue
        for number, line in enumerate(item.text.splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            cells = tuple(cell.strip() for cell in line.split("\t"))
            row = Row(item.name, number, line, cells)
            if cells == columns:
                continue
            if len(cells) != len(columns):
                found = f"{len(cells)} columns, not {len(columns)}: {', '.join(columns)}"
                raise row.error(found, len(cells) - 1)
            yield row


def read_irregular_verbs(sources: Iterable[RuleSource]) -> IrregularVerbs:
    """Base form -> past forms, participles, gerunds; an empty cell means: by rule."""
    return {
        row.cells[0]: (_variants(row, 1), _variants(row, 2), _variants(row, 3))
        for row in read_rows(sources, "irregular_verbs.tsv")
    }


def _variants(row: Row, column: int) -> tuple[str, ...]:
    return tuple(row.cells[column].split("|")) if row.cells[column] else ()


def read_light_verbs(
    sources: Iterable[RuleSource], irregular: IrregularVerbs
) -> Iterator[tuple[str, LightVerb]]:
    """First word and :class:`LightVerb` of every form of every light verb."""
    for row in read_rows(sources, "light_verbs.tsv"):
        verb, *words = row.cells[0].split()
        subject = row.one_of(1, LIGHT_VERB_PARTIES)
        held = row.one_of(2, LIGHT_VERB_PARTIES)
        for form, tags in verb_forms(verb, irregular).items():
            yield form, LightVerb(row.cells[0], tuple(words), tags, subject, held)


def read_refinements(sources: Iterable[RuleSource]) -> Iterator[tuple[Row, Refinement]]:
    """Refinements with their rows, unsorted."""
    for row in read_rows(sources, "refinements.tsv"):
        from_type, from_subtype = _type_path(row, 0)
        to_type, to_subtype = _type_path(row, 3)
        kind = row.one_of(1, _REFINEMENT_KINDS)
        _check_cue(row, kind)
        if not row.cells[4].isdecimal():
            raise row.error(f"the rank '{row.cells[4]}' is no number", 4)
        yield (
            row,
            Refinement(
                from_type=from_type,
                from_subtype=from_subtype,
                kind=kind,
                cue=row.cells[2],
                to_type=to_type,
                to_subtype=to_subtype or SUBTYPES[to_type][-1],
                rank=int(row.cells[4]),
            ),
        )


def _type_path(row: Row, column: int) -> tuple[EventType, str | None]:
    head, _, tail = row.cells[column].partition("/")
    if head not in set(EventType):
        row.one_of(column, [str(event_type) for event_type in EventType])
    event_type = EventType(head)
    if tail and tail not in SUBTYPES[event_type]:
        row.one_of(column, [f"{head}/{name}" for name in SUBTYPES[event_type]])
    return event_type, tail or None


def _check_cue(row: Row, kind: str) -> None:
    if kind == "weapon":
        row.one_of(2, [str(weapon) for weapon in WeaponType])
    elif kind == "filler":
        row.one_of(2, [f"{role}={filler}" for role in ROLES for filler in FILLERS])
    elif kind == "word" and row.cells[2] != row.cells[2].lower():
        raise row.error("a word is written in lower case", 2)


def read_cues(sources: Iterable[RuleSource], irregular: IrregularVerbs) -> Iterator[Cue]:
    """Every form of every cue."""
    for row in read_rows(sources, "cues.tsv"):
        kind = row.one_of(1, CUE_KINDS)
        pos = row.one_of(2, CUE_WORD_CLASSES)
        position = row.one_of(3, CUE_POSITIONS)
        first, *rest = row.cells[0].split()
        spellings = verb_forms(first, irregular) if pos == "verb" else {first: ""}
        for form in spellings:
            yield Cue((form, *rest), kind, pos, position, row.cells[0])

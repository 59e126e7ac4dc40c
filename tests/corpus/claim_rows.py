"""Casualty rows and attributions in a short notation, and how they are compared.

A row is ``KIND NUMBER [WORD ...]``, an attribution ``WORDS: STANCE TYPE [WORD ...]``;
``fixtures/README.md`` explains both. A list is complete: a row too many is a fault like a missing
one.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from coder.values.events import Attribution, Casualty, Event
from coder.values.labels import (
    ActorType,
    CasualtyKind,
    Qualifier,
    Side,
    SourceType,
    Stance,
    VictimGroup,
)

_KEYS = frozenset({"in", "by", "as", "group"})
_FLAGS = frozenset({"A", "B", "civilian", "armed", "attacker", "total", "old", "cumulative"})
_FORMS: tuple[tuple[str, Qualifier, tuple[bool, bool, bool]], ...] = (
    (r"(\d+)\+", Qualifier.AT_LEAST, (True, True, False)),
    (r">(\d+)", Qualifier.MORE_THAN, (True, True, False)),
    (r"~(\d+)", Qualifier.ABOUT, (False, True, False)),
    (r"<(\d+)", Qualifier.NEARLY, (False, True, True)),
    (r"to(\d+)", Qualifier.UP_TO, (False, False, True)),
    (r"v(\d+)", Qualifier.VAGUE, (True, True, False)),
    (r"pl(\d+)", Qualifier.PLURAL, (True, False, False)),
    (r"\?(\d+)", Qualifier.UNSPECIFIED, (True, False, False)),
)
"""How a number is written, its qualifier, and which of low, best and high it states."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One casualty row as the notation states it; what it leaves out is not checked."""

    kind: CasualtyKind
    bounds: tuple[int | None, int | None, int | None]
    qualifier: Qualifier
    flags: frozenset[str]
    whole: int | None
    said_by: str | None
    types: tuple[str, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution as the notation states it."""

    words: str
    stance: tuple[str, ...]
    types: tuple[str, ...]
    is_party: bool | None
    covers: str | None


def read_number(text: str) -> tuple[tuple[int | None, int | None, int | None], Qualifier]:
    """The bounds and the qualifier of a number in the notation.

    >>> read_number("12+")
    ((12, 12, None), <Qualifier.AT_LEAST: 'at_least'>)
    """
    if text.isdigit():
        number = int(text)
        return (number, number, number), Qualifier.EXACT if number else Qualifier.NONE
    if span := re.fullmatch(r"(\d+)-(\d+)", text):
        return (int(span[1]), int(span[1]), int(span[2])), Qualifier.RANGE
    for form, qualifier, stated in _FORMS:
        if found := re.fullmatch(form, text):
            low, best, high = (int(found[1]) if each else None for each in stated)
            return (low, best, high), qualifier
    raise ValueError(f"no number of the notation: {text!r}")


def read_row(text: str) -> ClaimRow:
    """One row of the notation; a ValueError names what it does not know."""
    kind, number, *words = text.split()
    bounds, qualifier = read_number(number)
    given = dict(word.split("=", 1) for word in words if "=" in word)
    flags = frozenset(word for word in words if "=" not in word)
    if unknown := (given.keys() - _KEYS) | (flags - _FLAGS):
        raise ValueError(f"{text!r}: unknown {sorted(unknown)}")
    types, groups = _split(given.get("as")), _split(given.get("group"))
    for name in types:
        ActorType(name)
    for name in groups:
        VictimGroup(name)
    return ClaimRow(
        kind=CasualtyKind(kind),
        bounds=bounds,
        qualifier=qualifier,
        flags=flags,
        whole=int(given["in"]) if "in" in given else None,
        said_by=given.get("by"),
        types=types,
        groups=groups,
    )


def read_said(text: str) -> Said:
    """One attribution of the notation; a ValueError names what it does not know."""
    words, _, rest = text.partition(": ")
    stance, kind, *more = rest.split()
    stances, types = _split(stance), _split(kind)
    for name in stances:
        Stance(name)
    for name in types:
        SourceType(name)
    if unknown := [word for word in more if word not in _SAID and not word.startswith("of=")]:
        raise ValueError(f"{text!r}: unknown {unknown}")
    covers = next((word[3:] for word in more if word.startswith("of=")), None)
    party = next((_SAID[word] for word in more if word in _SAID), None)
    return Said(words, stances, types, party, covers)


_SAID = {"party": True, "outsider": False}


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def row_faults(event: Event, rows: Sequence[str]) -> list[str]:
    """What differs between the casualty rows of an event and the whole list expected."""
    wanted = [read_row(text) for text in rows]
    given = [row for row in event.casualties if row.qualifier is not Qualifier.NO_REPORT]
    left = list(given)
    faults = []
    for text, expected in zip(rows, wanted, strict=True):
        found = next((row for row in left if _is_row(event, row, expected)), None)
        if found is None:
            faults.append(f"no row {text!r}")
        else:
            left.remove(found)
    return faults + [f"row too many: {_shown(event, row)}" for row in left if not row.is_superseded]


def _is_row(event: Event, row: Casualty, wanted: ClaimRow) -> bool:
    whole = next((item for item in event.casualties if item.casualty_id == row.subset_of), None)
    return (
        row.kind is wanted.kind
        and row.qualifier is wanted.qualifier
        and (row.low, row.best, row.high) == wanted.bounds
        and (_size(whole) if whole is not None else None) == wanted.whole
        and (not wanted.types or row.victim_type in wanted.types)
        and (not wanted.groups or row.victim_group in wanted.groups)
        and (wanted.said_by is None or wanted.said_by.replace("_", " ") in _teller(event, row))
        and ("old" in wanted.flags) == row.is_superseded
        and all(_FLAG_TESTS[flag](row) for flag in wanted.flags)
    )


_FLAG_TESTS: dict[str, Callable[[Casualty], bool]] = {
    "A": lambda row: row.side is Side.A,
    "B": lambda row: row.side is Side.B,
    "civilian": lambda row: row.is_civilian is True,
    "armed": lambda row: row.is_civilian is False,
    "attacker": lambda row: row.is_attacker,
    "total": lambda row: row.is_event_total,
    "old": lambda row: row.is_superseded,
    "cumulative": lambda row: row.is_cumulative,
}


def _size(row: Casualty) -> int | None:
    return next((bound for bound in (row.best, row.low, row.high) if bound is not None), None)


def _teller(event: Event, row: Casualty) -> str:
    if row.attribution_idx is None:
        return ""
    source = event.attributions[row.attribution_idx]
    return f"{source.name} {source.text}".lower()


def _shown(event: Event, row: Casualty) -> str:
    whole = f" in {row.subset_of}" if row.subset_of else ""
    old = " old" if row.is_superseded else ""
    return (
        f"{row.kind} {row.low}/{row.best}/{row.high} {row.qualifier} {row.victim_type}"
        f" {row.side}{whole}{old} by {_teller(event, row)!r}: {row.text!r}"
    )


def said_faults(event: Event, said: Sequence[str]) -> list[str]:
    """What differs between the attributions of an event and the whole list expected."""
    left = list(event.attributions)
    faults = []
    for text in said:
        wanted = read_said(text)
        found = next((source for source in left if _is_said(event, source, wanted)), None)
        if found is None:
            faults.append(f"no source {text!r}")
        else:
            left.remove(found)
    return faults + [
        f"source too many: {source.text!r} {source.stance} {source.source_type}"
        f" {source.is_party} of {source.applies_to}"
        for source in left
    ]


def _is_said(event: Event, source: Attribution, wanted: Said) -> bool:
    return (
        wanted.words.lower() in f"{source.name} {source.text}".lower()
        and source.stance in wanted.stance
        and source.source_type in wanted.types
        and (wanted.is_party is None or source.is_party is wanted.is_party)
        and (wanted.covers is None or wanted.covers in _covered(event, source))
    )


def _covered(event: Event, source: Attribution) -> Iterator[str]:
    """What a source speaks of, in the words of the notation: ``event``, ``KIND:N``, ``actor``."""
    for part in source.applies_to.split(","):
        if part.startswith("actor:"):
            yield "actor"
        elif part == "event":
            yield part
        for row in event.casualties:
            if row.casualty_id == part:
                yield f"{row.kind}:{_size(row)}"

"""Cutting a text at the borders of marked spans, so that overlapping marks can be drawn."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A half-open range of a text and what it is evidence of."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text under the same marks; ``labels`` is empty for plain text."""

    text: str
    labels: tuple[str, ...]


def cut(text: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The whole text in pieces; what a mark has outside the text is left out.

    >>> [piece.text for piece in cut("two men died", [Mark(0, 7, "victim"), Mark(0, 3, "killed")])]
    ['two', ' men', ' died']
    """
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for mark in sorted(set(marks)):
        start, end = max(0, mark.start), min(len(text), mark.end)
        if start < end:
            opening.setdefault(start, []).append(mark.label)
            closing.setdefault(end, []).append(mark.label)
    borders = sorted({0, len(text), *opening, *closing})
    active: list[str] = []
    pieces = []
    for start, end in pairwise(borders):
        for label in closing.get(start, ()):
            active.remove(label)
        active += opening.get(start, ())
        pieces.append(Piece(text=text[start:end], labels=tuple(dict.fromkeys(active))))
    return tuple(pieces)

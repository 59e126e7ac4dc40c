"""Which words of a document stand for which fields, and the text cut at the borders of marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from coder.values.events import Event
from coder.values.labels import Section
from coder.values.text import Span


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


def event_marks(event: Event, section: Section) -> tuple[Mark, ...]:
    """The marks of one event in one section, in the user's coordinates."""
    spans: list[tuple[Span, str]] = [(event.trigger, event.event_type.value)]
    spans += [(mention.trigger, event.event_type.value) for mention in event.mentions]
    spans += [(row.span, row.field) for row in event.evidence]
    spans += [(row.span, row.role.value) for row in event.actors]
    spans += [(row.span, row.kind.value) for row in event.casualties]
    spans += [(row.span, "weapon") for row in event.weapons]
    spans += [(row.span, "target") for row in event.targets]
    spans += [(row.span, "source") for row in event.attributions]
    return tuple(
        Mark(span.start, span.end, label) for span, label in spans if span.section is section
    )


def within(marks: Iterable[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks that touch ``[start, end)``, counted from ``start``."""
    return tuple(
        Mark(mark.start - start, mark.end - start, mark.label)
        for mark in marks
        if mark.start < end and mark.end > start
    )

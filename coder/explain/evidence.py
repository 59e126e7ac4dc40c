"""Which words of a document stand for which fields: the marks that terminal and HTML draw."""

from collections.abc import Iterable

from coder.explain.marking import Mark
from coder.values.events import Event
from coder.values.labels import Section
from coder.values.text import Span


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

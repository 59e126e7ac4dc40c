"""Event classes, types and subtypes (codebook 2.1), and the definition of every label.

The definitions live in ``data/labels.tsv``; a test holds that file and ``values.labels`` equal.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from coder.records.columns import read_rows
from coder.values.events import class_of
from coder.values.labels import EventClass, EventType

CLASSES: Mapping[EventType, EventClass] = {member: class_of(member) for member in EventType}
"""The class of every type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelDefinition:
    """What one label means. ``source`` says where the definition comes from."""

    vocabulary: str
    label: str
    definition: str
    source: str


@cache
def label_definitions() -> tuple[LabelDefinition, ...]:
    """Every label of every vocabulary, in the order in which they are published."""
    return tuple(LabelDefinition(**row) for row in read_rows("coder.records", "labels.tsv"))


@cache
def _subtypes() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in label_definitions():
        if entry.vocabulary == "EventSubtype":
            event_type, _, subtype = entry.label.partition("/")
            found.setdefault(event_type, set()).add(subtype)
    return {event_type: frozenset(values) for event_type, values in found.items()}


def subtypes(event_type: EventType) -> frozenset[str]:
    """The subtypes an event type may have.

    >>> sorted(subtypes(EventType.RIOT))
    ['communal_violence', 'mob_violence', 'unspecified', 'violent_demonstration']
    """
    return _subtypes()[event_type]

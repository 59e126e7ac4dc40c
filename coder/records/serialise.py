"""Nested records as JSON: one event a line, enumerations as their values, dates in ISO form."""

from collections.abc import Iterable

from coder.records.documents import DocumentRecord
from coder.records.models import Event


def to_json(record: DocumentRecord, *, indent: int | None = None) -> str:
    """A document with its events and relations as one JSON object."""
    return record.model_dump_json(indent=indent)


def to_json_lines(events: Iterable[Event]) -> str:
    """One line of JSON an event, each ended by a newline; empty for no events."""
    return "".join(f"{event.model_dump_json()}\n" for event in events)


def from_json_line(line: str | bytes) -> Event:
    """Read one event back.

    Raises ``pydantic.ValidationError`` with the path of each wrong field.
    """
    return Event.model_validate_json(line)

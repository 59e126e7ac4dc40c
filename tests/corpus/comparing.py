"""What is wrong with the coded events of an article or a passage, check by check."""

import re
from collections.abc import Iterator

from coder.values.events import Event
from coder.values.text import Document
from tests.corpus.engine import coded
from tests.corpus.expectations import (
    FIELD_CHECKS,
    Case,
    ExpectedDocument,
    ExpectedEvent,
    Phenomenon,
    align,
    countable,
    describe,
    told_in,
)

NOT_FOUND = "the event is not found"


def check_names(expected: ExpectedDocument) -> Iterator[str]:
    """The names of all checks of an article; they do not depend on the coder's answer."""
    for event in expected.required:
        yield f"{event.id}:found"
        yield f"{event.id}:one-record"
        for field in FIELD_CHECKS:
            yield f"{event.id}:{field}"
    for never in expected.never:
        yield f"never:{never.sentence}"
    yield "nothing-else"


def article_faults(expected: ExpectedDocument, document: Document, name: str) -> list[str]:
    """The faults of one check; ``[NOT_FOUND]`` where a field of a missing event is asked for."""
    subject, _, check = name.partition(":")
    spare = _spare_events(expected, document)
    if subject == "nothing-else":
        told = {entry.sentence for entry in expected.never}
        told |= {sentence for event in expected.required for sentence in event.sentences}
        return [describe(event) for event in spare if event.sent_idx not in told]
    if subject == "never":
        return [describe(event) for event in spare if event.sent_idx == int(check)]
    wanted = next(event for event in expected.required if event.id == subject)
    if check == "one-record":
        return [describe(event) for event in spare if event.sent_idx in wanted.sentences]
    return _event_faults(expected, document, wanted, check)


def _event_faults(
    expected: ExpectedDocument, document: Document, wanted: ExpectedEvent, check: str
) -> list[str]:
    events = countable(coded(document))
    matched = align(expected.required, events)
    position = expected.required.index(wanted)
    if position in matched:
        return [] if check == "found" else FIELD_CHECKS[check](events[matched[position]], wanted)
    if check != "found":
        return [NOT_FOUND]
    if wanted.may_merge_into is not None:
        host = [event.id for event in expected.required].index(wanted.may_merge_into)
        if host in matched and wanted.sentence in told_in(events[matched[host]]):
            return []
    return [NOT_FOUND]


def _spare_events(expected: ExpectedDocument, document: Document) -> list[Event]:
    """Countable events that are neither required nor allowed."""
    events = countable(coded(document))
    used = set(align(expected.required, events).values())
    allowed = {(entry.sentence, kind) for entry in expected.optional for kind in entry.types}
    return [
        event
        for index, event in enumerate(events)
        if index not in used and (event.sent_idx, event.event_type) not in allowed
    ]


def case_name(case: Case) -> str:
    """The words of a passage as a name: what a test id and a known miss go by."""
    return re.sub(r"\W+", "-", case.title or case.text).strip("-")[:70]


def case_document(phenomenon: Phenomenon, case: Case) -> Document:
    return Document(
        doc_id="case",
        text=case.text,
        title=case.title,
        published=phenomenon.published if case.published == "default" else case.published,
    )


def case_faults(phenomenon: Phenomenon, case: Case) -> list[str]:
    """Everything that is wrong with the countable events of one passage."""
    events = countable(coded(case_document(phenomenon, case)))
    matched = align(case.events, events)
    faults = [
        f"not found: {expected.type}"
        for position, expected in enumerate(case.events)
        if position not in matched
    ]
    for position, index in matched.items():
        for check in FIELD_CHECKS.values():
            faults += check(events[index], case.events[position])
    faults += [
        f"one too many: {describe(event)}"
        for index, event in enumerate(events)
        if index not in matched.values() and event.event_type not in case.tolerated
    ]
    return faults

"""The shipped articles against their hand-coded events, check by check.

A check that fails today is listed under ``known_miss`` of its article with a reason; it is a strict
expected failure, so a repair forces the line out.
"""

from collections.abc import Iterator

import pytest

from coder.values.events import Event
from coder.values.text import Document
from tests.corpus.engine import articles, coded
from tests.corpus.expectations import (
    FIELD_CHECKS,
    ExpectedDocument,
    align,
    countable,
    describe,
    folded,
    told_in,
)


def _check_names(expected: ExpectedDocument) -> Iterator[str]:
    for event in expected.required:
        yield f"{event.id}:found"
        yield f"{event.id}:one-record"
        for field in FIELD_CHECKS:
            yield f"{event.id}:{field}"
    for never in expected.never:
        yield f"never:{never.sentence}"
    yield "nothing-else"


def _cases() -> Iterator[object]:
    for expected, document in articles():
        names = tuple(_check_names(expected))
        assert set(expected.known_miss) <= set(names), f"{expected.id}: unknown check in known_miss"
        for name in names:
            reason = expected.known_miss.get(name)
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(expected, document, name, marks=marks, id=f"{expected.id}:{name}")


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


@pytest.mark.parametrize(("expected", "document", "name"), list(_cases()))
def test_article(expected: ExpectedDocument, document: Document, name: str) -> None:
    subject, _, check = name.partition(":")
    spare = _spare_events(expected, document)
    if subject == "nothing-else":
        told = {entry.sentence for entry in expected.never}
        told |= {sentence for event in expected.required for sentence in event.sentences}
        assert not [describe(event) for event in spare if event.sent_idx not in told]
    elif subject == "never":
        assert not [describe(event) for event in spare if event.sent_idx == int(check)]
    else:
        _check_event(expected, document, subject, check)


def _check_event(expected: ExpectedDocument, document: Document, subject: str, check: str) -> None:
    position = [event.id for event in expected.required].index(subject)
    wanted = expected.required[position]
    events = countable(coded(document))
    matched = align(expected.required, events)
    if check == "one-record":
        spare = _spare_events(expected, document)
        assert not [describe(event) for event in spare if event.sent_idx in wanted.sentences]
        return
    if position not in matched and wanted.may_merge_into is not None:
        host = [event.id for event in expected.required].index(wanted.may_merge_into)
        assert host in matched
        assert wanted.sentence in told_in(events[matched[host]])
        return
    if check != "found" and position not in matched:
        pytest.skip("the event is not found")
    assert position in matched, [describe(event) for event in events]
    if check != "found":
        assert not FIELD_CHECKS[check](events[matched[position]], wanted)


@pytest.mark.parametrize("index", range(len(articles())), ids=[e.id for e, _ in articles()])
def test_quotes_of_the_expectations_stand_in_the_article(index: int) -> None:
    expected, document = articles()[index]
    for event in expected.required:
        assert folded(event.quote or "") in folded(document.text)

"""Sentence-level gold, phenomenon by phenomenon, and the repaired faults.

A case that fails today carries ``known_miss`` with a reason; it is a strict expected failure.
"""

import re
from collections.abc import Iterator

import pytest

from coder.values.text import Document
from tests.corpus.engine import coded, phenomena
from tests.corpus.expectations import FIELD_CHECKS, Case, align, countable, describe


def _document(name: str, case: Case) -> Document:
    published = dict(phenomena())[name].published
    return Document(
        doc_id=name,
        text=case.text,
        title=case.title,
        published=published if case.published == "default" else case.published,
    )


def _cases() -> Iterator[object]:
    for name, phenomenon in phenomena():
        for number, case in enumerate(phenomenon.cases):
            marks = []
            if case.known_miss is not None:
                marks.append(pytest.mark.xfail(reason=case.known_miss, strict=True))
            slug = re.sub(r"\W+", "-", case.title or case.text).strip("-")[:60]
            yield pytest.param(name, case, marks=marks, id=f"{name}:{number}:{slug}")


@pytest.mark.parametrize(("name", "case"), list(_cases()))
def test_phenomenon(name: str, case: Case) -> None:
    events = countable(coded(_document(name, case)))
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
    assert not faults


def test_there_are_enough_phenomena_and_sentences() -> None:
    assert len(phenomena()) >= 20
    assert sum(len(phenomenon.cases) for _, phenomenon in phenomena()) >= 120

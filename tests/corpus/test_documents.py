"""The shipped articles against their hand-coded events, check by check.

A check that fails today is listed under ``known_miss`` of its article with a reason; it is a strict
expected failure, so a repair forces the line out (``python -m tests.corpus.known_misses``).
"""

from collections.abc import Iterator

import pytest

from coder.values.text import Document
from tests.corpus.comparing import NOT_FOUND, article_faults, check_names
from tests.corpus.engine import articles
from tests.corpus.expectations import ExpectedDocument, folded


def _cases() -> Iterator[object]:
    for expected, document in articles():
        names = tuple(check_names(expected))
        assert set(expected.known_miss) <= set(names), f"{expected.id}: unknown check in known_miss"
        for name in names:
            reason = expected.known_miss.get(name)
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(expected, document, name, marks=marks, id=f"{expected.id}:{name}")


@pytest.mark.parametrize(("expected", "document", "name"), list(_cases()))
def test_article(expected: ExpectedDocument, document: Document, name: str) -> None:
    faults = article_faults(expected, document, name)
    if faults == [NOT_FOUND] and not name.endswith(":found"):
        pytest.skip(NOT_FOUND)
    assert not faults


@pytest.mark.parametrize("index", range(len(articles())), ids=[e.id for e, _ in articles()])
def test_quotes_of_the_expectations_stand_in_the_article(index: int) -> None:
    expected, document = articles()[index]
    for event in expected.required:
        assert folded(event.quote or "") in folded(document.text)

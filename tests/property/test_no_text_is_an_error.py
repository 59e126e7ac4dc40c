"""No string raises, and the same string gives the same events."""

from hypothesis import given, settings

from coder.values.text import Document
from tests.corpus.engine import coded
from tests.property.strategies import any_text, documents


@given(any_text())
@settings(max_examples=150)
def test_no_text_raises(text: str) -> None:
    coded(Document(doc_id="odd", text=text))


@given(documents())
@settings(max_examples=30)
def test_the_same_text_gives_the_same_events(document: Document) -> None:
    assert coded.__wrapped__(document) == coded.__wrapped__(document)

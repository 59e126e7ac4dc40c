"""Whatever a record cites stands in the text the user gave, at the offsets it says."""

from hypothesis import given, settings

from coder.values.labels import Section
from coder.values.text import Document, Span
from tests.corpus.engine import coded
from tests.property.strategies import documents


def _slice(document: Document, span: Span) -> str:
    section = document.title if span.section is Section.TITLE else document.text
    assert section is not None
    assert 0 <= span.start < span.end <= len(section)
    return section[span.start : span.end]


@given(documents())
@settings(max_examples=60)
def test_every_piece_of_evidence_is_a_slice_of_the_document(document: Document) -> None:
    for event in coded(document).events:
        assert _slice(document, event.evidence_sentence) == event.evidence_text
        assert _slice(document, event.trigger)
        for evidence in event.evidence:
            assert _slice(document, evidence.span) == evidence.text
        for casualty in event.casualties:
            assert _slice(document, casualty.span) == casualty.text


@given(documents())
@settings(max_examples=60)
def test_sentences_are_numbered_from_the_title(document: Document) -> None:
    result = coded(document)
    for event in result.events:
        assert (event.sent_idx == -1) == (event.trigger.section is Section.TITLE)
        assert event.sent_idx < result.n_sentences

"""No string raises, and the same string gives the same events."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coder.records.build import build
from coder.records.versions import Versions
from coder.values.text import Document
from tests.corpus.engine import coded
from tests.property.strategies import SENTENCES, any_text, documents, notes

_VERSIONS = Versions(
    coder_version="0", rules_version="0", gazetteer_version="0", gazetteer_credit=""
)


def _check_records(document: Document) -> None:
    """Build the records, which checks each row against the schema; ids are unique in all."""
    record = build(coded(document), document, _VERSIONS)
    ids = [event.event_id for event in record.events]
    assert len(ids) == len(set(ids))
    for event in record.events:
        claims = [row.casualty_id for row in event.casualties]
        assert len(claims) == len(set(claims))


@given(any_text())
@example("Eight people were killed: six Germans and")
@settings(max_examples=150)
def test_no_text_raises(text: str) -> None:
    _check_records(Document(doc_id="odd", text=text))


@given(notes(), st.none() | st.sampled_from(SENTENCES))
@settings(max_examples=150)
def test_no_note_breaks_a_rule_of_the_schema(text: str, title: str | None) -> None:
    _check_records(Document(doc_id="note", text=text, title=title, published=date(2020, 3, 10)))


@pytest.mark.parametrize("text", ["Ambush 12 dead gunmen", "Raid the massacre victims"])
def test_a_line_of_nouns_alone_is_no_error(text: str) -> None:
    _check_records(Document(doc_id="line", text=text))


@given(documents())
@settings(max_examples=30)
def test_no_report_breaks_a_rule_of_the_schema(document: Document) -> None:
    _check_records(document)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("\n", "Rebels shot 28 people at Mandera on Saturday.", id="no text"),
        pytest.param("Rebels shot a Briton and a Dane (", None, id="cut off in brackets"),
        pytest.param("Rebels shot a Briton and a Dane [", None, id="cut off in square ones"),
        pytest.param("Bandits abducted six whole families", None, id="a number of families"),
        pytest.param("Blast: two shot. South of Mosul)", None, id="a bearing alone"),
    ],
)
def test_what_is_cut_off_is_no_error(text: str, title: str | None) -> None:
    assert coded(Document(doc_id="cut", text=text, title=title)).events


@given(documents())
@settings(max_examples=30)
def test_the_same_text_gives_the_same_events(document: Document) -> None:
    assert coded.__wrapped__(document) == coded.__wrapped__(document)

"""low <= best <= high, start <= end, and a day is one day."""

from hypothesis import given, settings

from coder.values.labels import DatePrecision
from coder.values.text import Document
from tests.corpus.engine import coded
from tests.property.strategies import documents


@given(documents())
@settings(max_examples=60)
def test_numbers_and_days_are_ordered(document: Document) -> None:
    for event in coded(document).events:
        for row in event.casualties:
            known = [number for number in (row.low, row.best, row.high) if number is not None]
            assert known == sorted(known)
        start, end = event.date.start, event.date.end
        assert start is None or end is None or start <= end
        if event.date.precision is DatePrecision.DAY:
            assert start == end
            assert start is not None
        assert (event.place.latitude is None) == (event.place.longitude is None)


@given(documents())
@settings(max_examples=60)
def test_without_a_report_date_no_relative_day_is_made(document: Document) -> None:
    undated = Document(doc_id="undated", text=document.text, title=document.title)
    for event in coded(undated).events:
        assert event.date.basis not in {"weekday", "relative", "pub_date_default"} or (
            event.date.start is None and event.date.end is None
        )

"""Benchmark rows of time expressions: ``{id, text, published}`` -> ``{id, timexes}``.

The expressions are those of :func:`.finder.find_times`, sentence by sentence. What a
sentence leaves to the story is filled in here as the TimeML guidelines ask: a form that counts from
the event told before counts from the last day named, else from the report's; a clock time with a
zone belongs to that day.
"""

from datetime import date, timedelta
from typing import Any

from coder.mentions.times.finder import DateOrder, find_times
from coder.mentions.times.published import PublishedError, parse_published
from coder.text import normalise, sentences
from coder.values.labels import DatePrecision, Section, TimexType
from coder.values.mentions import TimeExpression

_WEEK = 7


def predict_row(row: dict[str, Any]) -> dict[str, Any]:
    """``{id, timexes: [{start, end, type, value, interval}]}``; offsets count in ``text``."""
    reference = _reference(row.get("published"))
    normalised = normalise(str(row.get("text") or ""), Section.TEXT)
    timexes: list[dict[str, Any]] = []
    anchor = reference
    for sentence in sentences(normalised):
        for found in find_times(normalised.text, sentence.start, sentence.end, reference):
            value, first, last = _filled(found, anchor, reference)
            span = normalised.original(found.start, found.end)
            line = {"start": span.start, "end": span.end, "type": str(found.type), "value": value}
            if first is not None and last is not None:
                line["interval"] = [first.isoformat(), last.isoformat()]
            timexes.append(line)
            if first is not None and first == last and reference is not None and first <= reference:
                anchor = first
    return {"id": row["id"], "timexes": timexes}


def _reference(published: object) -> date | None:
    try:
        return parse_published(published, order=DateOrder.UNDECLARED) if published else None
    except PublishedError:
        return None


def _filled(
    found: TimeExpression, anchor: date | None, reference: date | None
) -> tuple[str | None, date | None, date | None]:
    if found.first is not None or anchor is None or reference is None:
        return found.value, found.first, found.last
    if found.event_offset_days is not None:
        day = anchor + timedelta(days=found.event_offset_days)
        if found.precision is DatePrecision.WEEK and abs(found.event_offset_days) == _WEEK:
            monday = day - timedelta(days=day.isoweekday() - 1)
            return f"{day:%G-W%V}", monday, monday + timedelta(days=6)
        return day.isoformat(), day, day
    if found.type is TimexType.TIME and found.value and found.value.endswith("Z"):
        return f"{anchor}{found.value}", anchor, anchor
    return found.value, None, None

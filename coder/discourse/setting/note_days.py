"""The day of a short note that names it once: in front, or in a line of its own.

"02/25/2016: Assailants stormed ...", "On 5 May 2019, militants attacked ... Eight were killed.",
"Clashes near K. 30 January 2020." What such a note tells without a day of its own happened on that
day (basis ``inherited``). What a few lines tell without day and place of its own, on the only day
they name (basis ``inferred``).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coder.events.reading import Reading
from coder.events.setting.opening import opens_text
from coder.events.status.summing import TOLLS
from coder.lexicon.words import noun_classes
from coder.mentions.times.finder import find_times
from coder.text.sentences import begins_with_label
from coder.values.events import EventDate
from coder.values.kinds import OF_DAYS
from coder.values.labels import DateBasis
from coder.values.mentions import TimeExpression

_MAX_SENTENCES = 8
_FORM, _FIELDS = 1_200, 3  # characters of a form, labels that make one
_FEW = 4  # sentences
_LONGEST_LINE = 45
_LABEL = re.compile(
    r"\W{0,2}(?:incident )?(?:date(?:\s?/\s?time)?|when)(?: of (?:the )?(?:incident|attack|event))?"
    r"\W{1,3}",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s(?:hrs|hours|LT|UTC|local)\W{0,2}\Z")  # behind the hour of a form
_ABOUT = re.compile(r"[\s,]{1,2}(?:approx\.?|around|about|at|ca\.)\s")
_DIGIT = re.compile(r"\d")
_SPARE = 3  # brackets and a full stop around the date


def note_day(
    readings: Sequence[Reading], text: str, spans: Sequence[tuple[int, int]], published: date | None
) -> EventDate | None:
    """The days a short text is about; null for longer texts and where no day is set apart."""
    if len(spans) > most_sentences(text):
        return None
    for reading in readings[:2]:
        if reading.times and opens_text(reading, reading.times[0], published):
            return inherited_day(reading.times[0])
    return _lone_day(text, spans, published) or _only_day(readings, len(spans))


def most_sentences(text: str) -> int:
    """Of how many sentences a note may be: a form has one for each of its fields."""
    if text.count(":", 0, _FORM) < _FIELDS:
        return _MAX_SENTENCES
    fields = sum(map(begins_with_label, text[:_FORM].split("\n")))
    return 2 * _MAX_SENTENCES if fields >= _FIELDS else _MAX_SENTENCES


def _only_day(readings: Sequence[Reading], size: int) -> EventDate | None:
    """As in "Rebels came to Tula on 30 May. They killed six men.": the one day of a few lines.

    Not the day of an arrest, a word or a new toll, nor a stamp in front.
    """
    if size > _FEW or not readings:
        return None
    words = readings[0].vocabulary
    # "Arrested on Monday. They are accused of killing a priest": not the day of the killing.
    if not (TOLLS.isdisjoint(words) and noun_classes()["afterwards"].isdisjoint(words)):
        return None
    times = {time.start: time for reading in readings for time in reading.times}.values()
    days = {(time.first, time.last) for time in times}
    first = next(iter(readings[0].times), None)
    if first is None or first.precision not in OF_DAYS or first.first is None or len(days) != 1:
        return None
    clauses, sentence = readings[0].clauses, readings[0].sentence
    at = clauses.at_token[bisect_left(sentence.starts, first.start)]
    if not clauses.kinds.endswith("Pt", 0, at + 1):
        return None
    told = clauses.head_words[at - 2] if at > 1 else ""
    if told in readings[0].lexicon.speech_words:
        return None
    return replace(inherited_day(first), basis=DateBasis.INFERRED)


def _lone_day(
    text: str, spans: Sequence[tuple[int, int]], published: date | None
) -> EventDate | None:
    """As in "Date: 26 July 2016.": a sentence that is nothing but a day."""
    for start, end in spans:
        if end - start > _LONGEST_LINE:
            continue
        label = _LABEL.match(text, start, end)
        if label is None and _DIGIT.search(text, start, end) is None:
            continue
        begin = label.end() if label else start
        zone = _ZONE.search(text, begin, end)
        stop = zone.start() if zone is not None else end
        times = find_times(text, begin, stop, published)
        days = [time for time in times if time.first is not None]
        spare = stop - begin - sum(len(time.text) for time in times)
        spare -= sum(len(about[0]) for about in _ABOUT.finditer(text, begin, stop)) if label else 0
        if len(days) == 1 and spare <= _SPARE:
            found = days[0]
            is_sure = found.basis is DateBasis.EXPLICIT or (
                label is not None
                and found.basis is DateBasis.WEEKDAY  # "WHEN: Thursday, 9.40 a.m."
            )
            if is_sure and found.precision in OF_DAYS:
                return inherited_day(found)
    return None


def inherited_day(time: TimeExpression) -> EventDate:
    """The days of a time as those of acts that tell none of their own."""
    return EventDate(
        start=time.first,
        end=time.last,
        precision=time.precision,
        basis=DateBasis.INHERITED,
        text=time.text,
    )

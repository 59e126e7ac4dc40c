"""Whether a text opens with a day, or a sentence with the hour, as entries and live reports do.

Such a note is about that day, however much later it was published.
"""

import re
from datetime import date, timedelta

from coder.events.reading import Reading
from coder.grammar.chunks import FINITE
from coder.values.kinds import OF_DAYS
from coder.values.labels import DateBasis, Section
from coder.values.mentions import TimeExpression

_BEFORE = frozenset({"on", "around", "about", "at", "in", "early", "late", "during", "from", "("})
_MOST_BEFORE = 8
_JOINTS = frozenset({",", "(", ")", "and", "/", "-"})
_SHORT = 400  # characters of a note
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_STORY = timedelta(days=730)
"""An opening "On 5 May 2019, ..." so much older than its report begins a look back."""
_HEADING = frozenset({":", "-"})
_MARKS = frozenset({":", "-", ",", ".", "("})
_LIVE = 2  # sentences
_HOUR = re.compile(r"\d{1,2}[:.]\d\d")


def opens_text(reading: Reading, time: TimeExpression, published: date | None) -> bool:
    """Whether ``time`` is a day in front of the text that says when all of it happened."""
    sentence = reading.sentence
    if sentence.index or sentence.section is not Section.TEXT or time.last is None:
        return False
    if time.basis is not DateBasis.EXPLICIT or time.precision not in OF_DAYS:
        return False
    first = next((n for n, at in enumerate(sentence.starts) if at >= time.start), _MOST_BEFORE)
    if not _may_precede(reading, first):
        return _is_day_of_note(reading, time, first, published)
    mark = sentence.text[time.end : time.end + 2].strip()
    if not first and mark[:1] not in _MARKS:
        return False  # "6 May 2016 At least nine ...": when it was published
    is_heading = mark in _HEADING
    return is_heading or published is None or published - time.last <= _STORY


def _may_precede(reading: Reading, first: int) -> bool:
    """Whether nothing but "on", "around" or the names of places stands before a token."""
    if first > _MOST_BEFORE:
        return False
    names = {at for place in reading.places for at in range(place.first, place.last)}
    return all(
        norm in _BEFORE or at in names or (norm in _JOINTS and names)
        for at, norm in enumerate(reading.sentence.norms[:first])
    )


def _is_day_of_note(
    reading: Reading, time: TimeExpression, first: int, published: date | None
) -> bool:
    """As in "An editor was shot dead in Kyiv on 19 January 2007.": the one day of a note.

    A data set publishes its notes months after; it writes the year, and the first verb tells it.
    ``first`` is the token of the day: before a verb it is the stamp of an agency, but in a line
    without a verb the heading of the note.
    """
    sentence, clauses = reading.sentence, reading.clauses
    told = {group.kind for group in clauses.chunks if group.first < first}
    return (
        len(sentence.text) <= _SHORT
        and _YEAR.search(time.text) is not None
        and sum(other.precision in OF_DAYS for other in reading.times) == 1
        and published is not None
        and time.last is not None
        and published - time.last <= _STORY
        and "N" in told
        and (
            bool(FINITE & told)
            or FINITE.isdisjoint(clauses.kinds)
            or sentence.norms[first - 1] in _BEFORE
        )
        and not {"W", "U"} & set(clauses.kinds)
    )


def is_live(reading: Reading) -> bool:
    """Whether a sentence, or one shortly before it, begins with the hour, as a live report does."""
    told: Reading | None = reading
    while told is not None and reading.sentence.index - told.sentence.index <= _LIVE:
        if _HOUR.fullmatch(told.sentence.norms[0]):
            return True
        told = told.previous
    return False

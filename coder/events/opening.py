"""Whether a text opens with a day: "02/25/2016: Assailants ...", "On 5 May 2019, militants ...".

Such a note is about that day, however much later it was published.
"""

from datetime import date, timedelta

from coder.events.reading import Reading
from coder.values.labels import DateBasis, DatePrecision, Section
from coder.values.mentions import TimeExpression

_DAYS = frozenset({DatePrecision.DAY, DatePrecision.MULTI_DAY})
_BEFORE = frozenset({"on", "around", "about", "at", "in", "early", "late", "during", "from", "("})
_MOST_BEFORE = 3
_STORY = timedelta(days=730)
"""An opening "On 5 May 2019, ..." so much older than its report begins a look back."""
_HEADING = frozenset({":", "-"})
_MARKS = frozenset({":", "-", ",", ".", "("})


def opens_text(reading: Reading, time: TimeExpression, published: date | None) -> bool:
    """Whether ``time`` is a day in front of the text that says when all of it happened."""
    sentence = reading.sentence
    if sentence.index or sentence.section is not Section.TEXT or time.last is None:
        return False
    if time.basis is not DateBasis.EXPLICIT or time.precision not in _DAYS:
        return False
    words = sentence.norms[: _MOST_BEFORE + 1]
    first = next((n for n, at in enumerate(sentence.starts) if at >= time.start), len(words))
    if first > _MOST_BEFORE or not _BEFORE.issuperset(words[:first]):
        return False
    mark = sentence.text[time.end : time.end + 2].strip()
    if not first and mark[:1] not in _MARKS:
        return False  # "6 May 2016 At least nine ...": when it was published
    is_heading = mark in _HEADING
    return is_heading or published is None or published - time.last <= _STORY

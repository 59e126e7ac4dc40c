"""The days a report is about: a line of its own near the top, "(19 - 25 April 2018)".

What such a report tells without a day happened in its period (basis ``inherited``).
"""

from datetime import date, timedelta

from coder.discourse.note_days import inherited_day
from coder.mentions.times import find_times
from coder.values.events import EventDate
from coder.values.labels import DateBasis

_TOP = 600  # characters
_LINES = 6
_TITLE = 120  # characters: what is longer, or ends with a stop, is a sentence
_LONGEST = timedelta(days=31)


def period_of(text: str, published: date | None) -> EventDate | None:
    """The days between two that a line near the top of a report names; null where none does."""
    start = 0
    for line in text[:_TOP].split("\n")[:_LINES]:
        end = start + len(line)
        is_title = 0 < len(line.strip()) <= _TITLE and not line.rstrip().endswith(".")
        if is_title and any(letter.isdigit() for letter in line):
            for time in find_times(text, start, end, published):
                if time.first is None or time.last is None or time.basis is not DateBasis.EXPLICIT:
                    continue
                if timedelta(0) < time.last - time.first <= _LONGEST:
                    return inherited_day(time)
        start = end + 1
    return None

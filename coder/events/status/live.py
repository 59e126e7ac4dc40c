"""Whether a sentence is of a live report, whose verbs tell in the present what happens."""

import re

from coder.events.reading import Reading

_LIVE = 2  # sentences
_HOUR = re.compile(r"\d{1,2}[:.]\d\d")


def is_live(reading: Reading) -> bool:
    """Whether a sentence, or one shortly before it, begins with the hour, as a live report does."""
    told: Reading | None = reading
    while told is not None and reading.sentence.index - told.sentence.index <= _LIVE:
        if _HOUR.fullmatch(told.sentence.norms[0]):
            return True
        told = told.previous
    return False

"""Dates of the text itself beside those of acts: "Published April 26, 2017"."""

from bisect import bisect_left

from coder.events.reading import Reading
from coder.values.labels import DateBasis, DatePrecision
from coder.values.mentions import TimeExpression

_PUBLICATION = frozenset({"published", "publication", "posted", "updated", "dated"})


def dates_the_text(reading: Reading, time: TimeExpression) -> bool:
    """As in "Published April 26, 2017": the date of the text, and of no act."""
    token = bisect_left(reading.sentence.starts, time.start)
    if token > 0 and reading.sentence.norms[token - 1] in _PUBLICATION:
        return True
    return (
        reading.sentence.index <= 0
        and time.basis is DateBasis.EXPLICIT
        and time.precision is DatePrecision.DAY
        and _is_stamp(reading, token, time)
    )


def _is_stamp(reading: Reading, token: int, time: TimeExpression) -> bool:
    """As in "3 May 2016 Some 40 civilians died": a full date that no word ties to the story.

    A date with a comma, a dash or a preposition beside it is told of something.
    """
    sentence = reading.sentence
    if not time.text[-4:].isdigit() or (token and not sentence.words[token - 1].isupper()):
        return False
    behind = next(
        (word for word, at in zip(sentence.words, sentence.starts, strict=True) if at >= time.end),
        "",
    )
    return behind[:1].isupper() or behind[:1].isdigit()

"""Dates of the text itself beside those of acts: "Published April 26, 2017"."""

from bisect import bisect_left

from coder.events.reading import Reading
from coder.values.labels import DateBasis, DatePrecision
from coder.values.mentions import TimeExpression

_CITED_FROM, _CITED_TO = frozenset({"(", ";"}), frozenset({(")",), (";",)})
_LONGEST_SOURCE = 4  # words
_AS_OF = ("as", "of")
_PUBLICATION = frozenset({"published", "publication", "posted", "updated", "dated"})


def dates_the_text(reading: Reading, time: TimeExpression) -> bool:
    """As in "Published April 26, 2017": the date of the text, and of no act.

    And in "as of 27 December": up to which day something is summed up.
    """
    token = bisect_left(reading.sentence.starts, time.start)
    norms = reading.sentence.norms
    if token > 0 and (norms[token - 1] in _PUBLICATION or norms[:token] == _AS_OF):
        return True
    if _is_of_source(reading, token, time):
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


def _is_of_source(reading: Reading, token: int, time: TimeExpression) -> bool:
    """As in "(Itar-Tass, August 4; NYT, August 5)": the day of the paper that is cited."""
    words, starts = reading.sentence.words, reading.sentence.starts
    behind = bisect_left(starts, time.end)
    if words[max(token - 1, 0)] != "," or words[behind : behind + 1] not in _CITED_TO:
        return False
    opens = next((at for at in range(token - 2, -1, -1) if words[at] in _CITED_FROM), token)
    cited = words[opens + 1 : token - 1]
    return (
        0 < len(cited) <= _LONGEST_SOURCE
        and all(word[0].isupper() or "." in word for word in cited)
        and not any(starts[opens] <= place.start < time.start for place in reading.places)
    )

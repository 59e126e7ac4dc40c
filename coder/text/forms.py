"""Forms in a row: entries whose day and place stand behind labels, each with a text of its own.

"Location: Leipzig", "Time: 01.09.2018, 02:30", "Unknown persons set fire to ...", and then the same
labels again; or all of it in one line: "Serial 2. Date: 5 April. Place: Nasir. ...".
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from coder.lexicon.words import noun_classes
from coder.text.entries import Head

_FEWEST = 2
_LONGEST_TITLE = 90  # characters
_DAY = frozenset({"date", "day", "when"})
_HOUR = frozenset({"time", "hour"})
_STOPS = frozenset(".!?;,")


class _Field(NamedTuple):
    """A label, the offset of what stands behind it, where that ends, and the line it is in."""

    label: str
    start: int
    end: int
    line: int


def forms_of(lines: Sequence[tuple[int, str]]) -> dict[int, Head]:
    """The front of each form of a row, by the offset of the line it begins with.

    A label of day or place that comes again opens each; a title directly above belongs to it.
    """
    fields = [field for at, line in enumerate(lines) for field in _fields(at, *line)]
    if len(fields) < _FEWEST + _FEWEST:
        return {}
    told = Counter(field.label for field in fields)
    opening = next((field.label for field in fields if told[field.label] >= _FEWEST), None)
    if opening is None:
        return {}
    starts = [at for at, field in enumerate(fields) if field.label == opening]
    found: dict[int, Head] = {}
    for start, behind in zip(starts, [*starts[1:], len(fields)], strict=True):
        head = _head(fields[start:behind], lines)
        if head is not None:
            found[lines[_first_line(lines, fields[start].line)][0]] = head
    return found if len(found) >= _FEWEST else {}


def _fields(at: int, start: int, line: str) -> Iterator[_Field]:
    """The fields of a line that tell a day, an hour or a place."""
    if ":" not in line:
        return
    marks = [*_label().finditer(line)]
    for number, mark in enumerate(marks):
        words = _words(mark["label"])
        if words & noun_classes()["label_ground"]:
            end = marks[number + 1].start() if number + 1 < len(marks) else len(line)
            stop = line.find(". ", mark.end(), end)
            label = mark["label"].lower()
            yield _Field(label, start + mark.end(), start + (end if stop < 0 else stop), at)


def _words(label: str) -> frozenset[str]:
    """The words of a label: "Date/time" has two."""
    return frozenset(label.lower().replace("/", " ").split())


def _head(fields: Sequence[_Field], lines: Sequence[tuple[int, str]]) -> Head | None:
    """The front of a form: from its first field to its last, as far as no text is between them."""
    own = [fields[0]]
    for field in fields[1:]:
        if field.label in {it.label for it in own} or _is_parted(lines, own[-1].line, field.line):
            break
        own.append(field)
    words = [_words(field.label) for field in own]
    days = [it for it, told in zip(own, words, strict=True) if told & _DAY]
    hours = [it for it, told in zip(own, words, strict=True) if told & _HOUR]
    grounds = [it for it in own if it not in days and it not in hours]
    day = next(iter(days or hours), None)
    if day is None or (not grounds and not days):
        return None
    first = min((*grounds, day), key=lambda field: field.start)
    return Head(start=first.start, end=own[-1].end, is_day=True, day=day.start)


def _is_parted(lines: Sequence[tuple[int, str]], above: int, below: int) -> bool:
    """Whether a line between two fields has no label."""
    return any(line and _label().match(line) is None for _, line in lines[above + 1 : below])


def _first_line(lines: Sequence[tuple[int, str]], at: int) -> int:
    """The line a form begins with: the highest of the fields and the title right above."""
    first = at
    while first and _label().match(lines[first - 1][1]) is not None:
        first -= 1
    above = lines[first - 1][1] if first else ""
    if not above and first > 1 and lines[first - 2][1]:
        above = lines[first - 2][1] if first == at and _is_title(lines[first - 2][1]) else ""
        return first - 2 if above else first
    return first - 1 if above and _is_title(above) else first


def _is_title(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and line[-1] not in _STOPS and line[:1].isupper()


@cache
def _label() -> re.Pattern[str]:
    """A label at the beginning of a line or sentence, with a colon and a value."""
    mark = r"[*_\u2022-]{0,2}\s?"
    return re.compile(rf"(?:\A{mark}|(?<=[.;|] ))(?P<label>[A-Z][\w /()-]{{1,30}}?)\*?: (?=\S)")

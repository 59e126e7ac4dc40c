"""Tables that were pasted as text: lines of cells between bars, below a line of headings.

"Date | District | Incident | Killed", then "2 April | Raman | Roadside bomb hit rangers | 2".
"""

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise

from coder.lexicon.words import noun_classes
from coder.values.text import Sentence
from coder.values.value import value

_BAR = "|"
_LEAST_BARS = 2  # of a row
_LEAST_HEADINGS = 2  # that a form has as labels
_LETTERS = {"k": "killed", "w": "wounded"}  # of two narrow columns side by side
_KINDS = ("label_killed", "label_injured", "label_casualties", "label_kind", "label_ground")


@value
class Cell:
    """One cell, half-open offsets in the section, and the heading it stands below."""

    start: int
    end: int
    heading: str


@value
class Row:
    """A line of cells; the line of headings is none."""

    start: int
    end: int
    cells: tuple[Cell, ...]


def is_row(line: str) -> bool:
    """Whether a line is made of cells."""
    return line.count(_BAR) >= _LEAST_BARS


def row_of(sentence: Sentence) -> Row | None:
    """The row that a sentence stands in; null outside tables with headings."""
    rows = rows_of(sentence.text)
    at = bisect_right(rows, sentence.start, key=lambda row: row.start) - 1
    return rows[at] if at >= 0 and sentence.start < rows[at].end else None


def heading_at(sentence: Sentence, token: int) -> frozenset[str] | None:
    """The words of the heading above the cell that a token stands in; null outside tables."""
    row, start = row_of(sentence), sentence.starts[token]
    for cell in row.cells if row is not None else ():
        if cell.start <= start < cell.end:
            return frozenset(cell.heading.split())
    return None


@lru_cache(maxsize=256)  # as many as of lists: `listing_of`
def rows_of(text: str) -> tuple[Row, ...]:
    r"""The rows of the tables of a normalised section, in order; mostly none.

    >>> [row.cells[1].heading for row in rows_of("Date | Killed | Place\n2 May | 3 | Gao")]
    ['killed']
    """
    if text.count(_BAR) < 2 * _LEAST_BARS:
        return ()
    found: list[Row] = []
    headings: tuple[str, ...] = ()
    start = 0
    for line in text.split("\n"):
        if not is_row(line):
            headings = headings if not line.strip() else ()
        elif not headings:
            headings = _headings(line)
        else:
            cells = [
                Cell(start=start + first, end=start + last, heading=heading)
                for (first, last), heading in zip(_cuts(line), headings, strict=False)
            ]
            found.append(Row(start=start, end=start + len(line), cells=tuple(cells)))
        start += len(line) + 1
    return tuple(found)


def _headings(line: str) -> tuple[str, ...]:
    """The headings in small letters; none of a line that tells nothing a form asks for."""
    classes = noun_classes()
    labels = {word for kind in _KINDS for word in classes[kind]}
    found = tuple([line[first:last].strip().lower() for first, last in _cuts(line)])
    if _LETTERS.keys() <= {*found}:
        found = tuple([_LETTERS.get(heading, heading) for heading in found])
    known = sum(not labels.isdisjoint(heading.split()) for heading in found)
    return found if known >= _LEAST_HEADINGS else ()


def _cuts(line: str) -> list[tuple[int, int]]:
    """Where the cells of a line stand, without what stands outside its first and last bar."""
    edges = [-1, *(at for at, mark in enumerate(line) if mark == _BAR), len(line)]
    if not line[: edges[1]].strip():
        edges = edges[1:]
    if not line[edges[-2] + 1 :].strip():
        edges = edges[:-1]
    return [(left + 1, right) for left, right in pairwise(edges)]

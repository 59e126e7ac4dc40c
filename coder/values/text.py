"""Documents, sections, sentences and spans: where things stand in the text the user gave.

Two coordinate systems exist. Inside the pipeline every offset counts code points of the
*normalised* section (``NormalisedText.text``). Published offsets count code points of the section
as the user gave it; :meth:`NormalisedText.original` is the only way from one to the other.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from coder.values.labels import CaseProfile, Section
from coder.values.value import value


@value
class Document:
    """One news item as the user gave it. ``text`` and ``title`` are never altered."""

    doc_id: str
    text: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(slots=True, order=True, unsafe_hash=True)
class Span:
    """Half-open range ``[start, end)`` of code points in one section as the user gave it."""

    section: Section
    start: int
    end: int


@value
class NormalisedText:
    """A section after normalisation, with the way back.

    ``breaks`` and ``shifts`` are parallel and empty where nothing changed length: from normalised
    offset ``breaks[i]`` on, the original offset is the normalised one plus ``shifts[i]``.
    """

    section: Section
    text: str
    original_text: str
    case: CaseProfile
    breaks: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> Span:
        """The span of the user's text that became ``text[start:end]``."""
        if not self.breaks:
            return Span(self.section, start, end)
        first = self._shift(start)
        last = self._shift(end - 1) if end > start else first
        # The end is where the next normalised character begins, so that a character which stands
        # for a whole entity ("&amp;") takes all of it along.
        following = end + self._shift(end) if end < len(self.text) else len(self.original_text)
        tail = self._shift(end) != last if end < len(self.text) else bool(self.breaks)
        return Span(self.section, start + first, following if tail else end + last)

    def _shift(self, offset: int) -> int:
        position = bisect_right(self.breaks, offset) - 1
        return self.shifts[position] if position >= 0 else 0


@value
class Sentence:
    """One sentence of a section, as parallel tuples of tokens.

    ``start``/``end`` and ``starts``/``ends`` are offsets in the *normalised section* ``text`` (not
    in the sentence). ``norms`` are the lower-cased words, ``vocabulary`` each of them once.
    ``index`` is the published ``sent_idx``: it counts the sentences of the text from 0; the title
    is -1.
    """

    section: Section
    index: int
    text: str
    start: int
    end: int
    words: tuple[str, ...]
    norms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    case: CaseProfile
    vocabulary: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Whether a word stands in the sentence is asked dozens of times."""
        self.vocabulary = frozenset(self.norms)  # type: ignore[misc]

    def as_written(self, first: int, last: int) -> str:
        """The text from token ``first`` up to ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]

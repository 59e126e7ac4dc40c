"""From tokens of a reading to published spans: code points of the section the user gave."""

from coder.events.reading import Reading
from coder.values.labels import Section
from coder.values.text import NormalisedText, Span


class Spans:
    """The sections of one document, to publish spans and their text."""

    __slots__ = ("_sections",)

    def __init__(self, sections: tuple[NormalisedText, ...]) -> None:
        self._sections: dict[Section, NormalisedText] = {item.section: item for item in sections}

    def section(self, section: Section) -> NormalisedText:
        """The text that normalised offsets count in."""
        return self._sections[section]

    def of(self, reading: Reading, first: int, last: int) -> Span:
        """The published span of tokens ``first`` up to ``last``, with a quote that they open."""
        sentence = reading.sentence
        if sentence.norms[last : last + 1] == ('"',) and '"' in sentence.norms[first:last]:
            last += sentence.norms[first:last].count('"') % 2
        return self.at(sentence.section, sentence.starts[first], sentence.ends[last - 1])

    def at(self, section: Section, start: int, end: int) -> Span:
        """The published span of normalised offsets."""
        return self._sections[section].original(start, end)

    def sentence(self, reading: Reading) -> Span:
        """The published span of the whole sentence."""
        sentence = reading.sentence
        return self.at(sentence.section, sentence.start, sentence.end)

    def text(self, span: Span) -> str:
        """The user's words."""
        return self._sections[span.section].original_text[span.start : span.end]

"""What the rows of one document share: words, parties, events, the day of the report."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Self

from coder.discourse.spans import Spans
from coder.events.reading import Reading
from coder.nonevents.parties import Names
from coder.rules.ruleset import RuleSet
from coder.values.events import Event
from coder.values.nonevents import Telling as TellingValue
from coder.values.nonevents import Words
from coder.values.text import Span
from coder.values.value import value


class Mentioned(NamedTuple):
    """Where a document tells one of its events; the title has sentences below 0."""

    sentence: int
    trigger: Span
    event_id: str

    @classmethod
    def all_of(cls, events: Iterable[Event]) -> tuple[Self, ...]:
        """Every mention of the events, as the document tells them."""
        found = [
            cls(mention.section_sentence, mention.trigger, event.event_id)
            for event in events
            for mention in event.mentions
        ]
        return tuple(sorted(found, key=lambda item: (item[0], item[1].start, item[2])))


@value
class Telling:
    """One document while its statements and states are read."""

    doc_id: str
    spans: Spans
    names: Names
    rules: RuleSet
    events: tuple[Event, ...]
    mentioned: tuple[Mentioned, ...]
    reference: date | None

    def words(self, reading: Reading, first: int, last: int) -> Words:
        """Tokens ``first:last`` as the user's words."""
        span = self.spans.of(reading, first, last)
        return Words(text=self.spans.text(span), span=span)

    def at(self, reading: Reading, start: int, end: int) -> Words:
        """Normalised offsets of the reading's section as the user's words."""
        span = self.spans.at(reading.sentence.section, start, end)
        return Words(text=self.spans.text(span), span=span)

    def telling(self, reading: Reading, trigger: Words, rule_id: str) -> TellingValue:
        """Where a row stands."""
        span = self.spans.sentence(reading)
        return TellingValue(
            doc_id=self.doc_id,
            sent_idx=reading.sentence.index,
            sentence=Words(text=self.spans.text(span), span=span),
            trigger=trigger,
            rule_id=rule_id,
        )

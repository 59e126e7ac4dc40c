"""A sentence without any incident before a text shifts the offsets of what counts, no more."""

from dataclasses import replace

from hypothesis import assume, given, settings

from coder.discourse.merging.leads import LEAD
from coder.events import gate
from coder.mentions.places.dateline import read_dateline
from coder.mentions.times.finder import find_times
from coder.text.normalise import case_profile, normalise
from coder.text.sentences import sentence_spans
from coder.values.events import Event
from coder.values.labels import DateBasis, Section
from coder.values.text import Document
from tests.corpus.engine import coded
from tests.property.strategies import documents

NEUTRAL = "The library was open as usual.\n\n"


def _opens_with_day(document: Document) -> bool:
    opening = document.text.partition(". ")[0]
    times = find_times(opening, 0, len(opening), document.published)
    return any(time.basis is DateBasis.EXPLICIT for time in times)


def _is_longest_note(document: Document) -> bool:
    """Whether one more sentence makes a text longer than the notes in which every word counts."""
    text = normalise(document.text, Section.TEXT).text
    return len(sentence_spans(text)) in {gate._NOTE, gate._BRIEF}  # noqa: SLF001 - the edge itself


def _is_told_at_end_of_lead(event: Event) -> bool:
    """Whether the act of a headline is told by the last sentence that may be its lead."""
    told = {mention.section_sentence for mention in event.mentions}
    return min(told) < 0 and LEAD - 1 in told


# The law speaks of what follows a beginning: it does not hold where the sentence itself takes the
# place of a dateline, makes a text in capitals one in mixed letters, stands before the day with
# which a note opens, makes of a note a text that is no note, or parts a headline from its lead.
@given(documents())
@settings(max_examples=60, derandomize=True)
def test_a_neutral_sentence_shifts_every_offset_by_its_length(document: Document) -> None:
    assume(read_dateline(document.text) is None)
    assume(not _opens_with_day(document))
    assume(not _is_longest_note(document))
    assume(case_profile(document.text) is case_profile(NEUTRAL + document.text))
    # What is read besides depends on how dense a text is with force, which the sentence thins out.
    before = [event for event in coded(document).events if event.countable]
    assume(not any(map(_is_told_at_end_of_lead, before)))
    shifted = coded(replace(document, text=NEUTRAL + document.text)).events
    after = [event for event in shifted if event.countable]
    assert [event.event_type for event in after] == [event.event_type for event in before]
    for old, new in zip(before, after, strict=True):
        moved = 0 if old.sent_idx < 0 else len(NEUTRAL)
        assert new.trigger.start == old.trigger.start + moved
        assert new.sent_idx == old.sent_idx + (1 if moved else 0)

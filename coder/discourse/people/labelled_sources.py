"""Who is named as the source behind an entry: "... two men were killed. Source: Radio Okapi"."""

import re
from collections.abc import Iterator

from coder.discourse.acts import Act
from coder.discourse.spans import Spans
from coder.mentions.sources import source_type
from coder.text import tokenise
from coder.text.items import item_at
from coder.values.events import Attribution
from coder.values.labels import Stance

_REACH, _MOST = 800, 6  # characters behind an act, names
_LABEL = re.compile(r"(?<![^\s.(\[])Sources?: ?(?P<who>[^\n\])]{2,160})")
_JOINTS = re.compile(r",\s|;\s|\sand\s|\s?/\s?")
_NOBODY = frozenset({"n/a", "na", "none", "unknown", "-"})


def labelled_sources(act: Act, spans: Spans) -> Iterator[Attribution]:
    """The sources behind a label in the paragraph or entry of an act, which tell all of it."""
    reading = max((it.reading for it in act.drafts), key=lambda it: it.sentence.index)
    sentence = reading.sentence
    text = sentence.text
    if "Source" not in text:
        return
    end = text.find("\n\n", sentence.end, sentence.end + _REACH)
    label = _LABEL.search(text, sentence.end, end if end >= 0 else sentence.end + _REACH)
    if label is None or item_at(text, label.start()) != item_at(text, sentence.start):
        return
    start = label.start("who")
    for name in _JOINTS.split(label["who"])[:_MOST]:
        at = text.index(name, start)
        start = at + len(name)
        told = name.strip(" .")
        if not told or told.lower() in _NOBODY:
            continue
        first = text.index(told, at)
        words = tokenise(spans.section(sentence.section), first, first + len(told), sentence.index)
        span = spans.at(sentence.section, first, first + len(told))
        yield Attribution(
            name=None,
            text=spans.text(span),
            source_type=source_type(None, words.norms, reading.lexicon),
            stance=Stance.REPORT,
            is_party=None,
            applies_to="event",
            sent_idx=sentence.index,
            span=span,
        )

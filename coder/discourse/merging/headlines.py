"""A headline in front of a text, or above one of its briefs, and what stands under it."""

import re

from coder.events.drafts import Draft
from coder.events.reading import Reading, is_title
from coder.text.items import item_of
from coder.text.sentences import begins_with_label
from coder.values.text import Sentence

_STOPPED = re.compile(
    r"\s{1,4}[^\W\d_a-z][^\Wa-z]{2,20}(?:[ -][^\W\d_a-z]{2,20}){0,3}\."
    r"(?:\s(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})\.?)?\s{0,3}"
)
_FULL_STOPS = frozenset(".!?")
_HEADLINES = 3  # in a row
_CATCHLINE = 9  # words
_OF_SENTENCES = frozenset("D#VBHM")  # tags: articles, numbers, finite verbs
_FINITE = frozenset("VBHM")  # tags of finite verbs
_UNSAID = frozenset({"bare", "headline"})
_FIELDS = 4  # sentences that the fields of a form make
_CLOCK = re.compile(r"\b[0-9:.]{1,5}\s?[ap]\.?m\.?", re.IGNORECASE)


def is_headline(reading: Reading) -> bool:
    """A line of its own without a full stop, above its brief."""
    sentence = reading.sentence
    return sentence.index >= 0 and is_title(sentence)


def is_catchline(draft: Draft) -> bool:
    """As in "Journalist arrested. Ana Paz, a reporter of A, was ...": a title with a full stop.

    It opens the text or a brief in a few words, has no article, no number and no verb but a
    participle.
    """
    reading = draft.reading
    start = reading.sentence.start
    opens_brief = reading.sentence.text[start - 1 : start] == "\n" and item_of(reading.sentence)
    return (
        (reading.sentence.index == 0 or bool(opens_brief))
        and len(reading.sentence.words) <= _CATCHLINE
        and draft.construction == "participle"
        and not _OF_SENTENCES.intersection(reading.tags)
    )


def stands_under(headline: Draft, draft: Draft) -> bool:
    """Whether a sentence is the first under a headline, other headlines between them or none.

    Or the fields of a form, and what tells a kind in the title of a form or in front of a line:
    "Arson. Church on Elm Road. Someone threw a petrol bomb".
    """
    above, below = headline.reading.sentence, draft.reading.sentence
    if 0 < below.index - above.index <= _FIELDS and (
        _is_title_of_form(above, below) or _is_kind_in_front(headline, below)
    ):
        return True
    between = below.text[above.end : below.start]
    return (
        0 < below.index - above.index <= _HEADLINES
        and is_headline(headline.reading)
        and (not any(mark in between for mark in _FULL_STOPS) or is_where_written(between))
    )


def is_where_written(between: str) -> bool:
    """As in "KHARKIV. Feb 22.": a dateline whose parts end in full stops."""
    return _STOPPED.fullmatch(between) is not None


def _is_title_of_form(above: Sentence, below: Sentence) -> bool:
    item = item_of(below)
    head = item.head if item is not None else None
    if head is None or item_of(above) != item or above.end > head.start:
        return False
    line = below.text.find("\n", head.end)
    between = below.text[max(line, head.end) : below.start] if line >= 0 else ""
    return below.start >= head.end and not any(mark in between for mark in _FULL_STOPS)


def _is_kind_in_front(headline: Draft, below: Sentence) -> bool:
    """As in "11:40 p.m. Assault. Corner of Oak. A man was stabbed": a noun alone, on one line."""
    reading = headline.reading
    above = reading.sentence
    line = above.text.rfind("\n", 0, above.start) + 1
    return (
        headline.support in _UNSAID
        and len(above.words) <= _CATCHLINE
        and not _FINITE.intersection(reading.tags)
        and "\n" not in above.text[above.start : below.start]
        and not any(letter.islower() for letter in _CLOCK.sub("", above.text[line : above.start]))
    )


def opens_section(headline: Draft, before: Draft) -> bool:
    """A headline inside the text: what it tells is not what came of the act told above it.

    No field of a form: "VICTIMS: three pupils dead".
    """
    above, below = before.reading, headline.reading
    line = below.sentence
    return (
        is_headline(below)
        and above.sentence.index >= 0
        and not is_headline(above)
        and not begins_with_label(line.text[line.start : line.end])
    )

"""The word "here" of a report with a dateline: "the United States embassy here".

In: the sentences of a document with their places, and the place of writing. Out: the same places,
and the place of writing for each "here" behind a noun, outside of quotes.
"""

from collections.abc import Sequence
from dataclasses import replace

from coder.lexicon.closed import HERE
from coder.lexicon.words import noun_classes, word_tags
from coder.values.mentions import PlaceMention
from coder.values.text import Sentence

_NOUNS = frozenset({"N", "n", "s"})
_GOES_ON = frozenset({"in", "at", "and", "is", "are", "who", "to"})


def with_here(
    places: Sequence[tuple[PlaceMention, ...]],
    sentences: Sequence[Sentence],
    written: PlaceMention | None,
) -> tuple[tuple[PlaceMention, ...], ...]:
    """The places of each sentence with the place of writing where "here" stands for it."""
    if written is None:
        return tuple(places)
    return tuple(
        _with_here(found, sentence, written) if says_here(sentence) else found
        for found, sentence in zip(places, sentences, strict=True)
    )


def says_here(sentence: Sentence) -> bool:
    """Whether "here" stands behind a noun and outside quotes: "here" alone may be anywhere."""
    if HERE not in sentence.vocabulary:
        return False
    norms = sentence.norms
    at = norms.index(HERE)
    following = norms[min(at + 1, len(norms) - 1)]
    return (
        at > 0
        and word_tags().get(norms[at - 1]) in _NOUNS
        and '"' not in norms
        and following not in _GOES_ON  # "here in Lima" names it
        and following not in noun_classes()["clausal"]  # "officials here said"
    )


def _with_here(
    places: tuple[PlaceMention, ...], sentence: Sentence, written: PlaceMention
) -> tuple[PlaceMention, ...]:
    at = sentence.norms.index(HERE)
    here = replace(
        written,
        start=sentence.starts[at],
        end=sentence.ends[at],
        first=at,
        last=at + 1,
        text=sentence.words[at],
        rule_id="place-here",
    )
    return tuple(sorted((*places, here), key=lambda place: place.start))

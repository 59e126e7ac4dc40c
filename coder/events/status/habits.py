"""What somebody is said to do, and no day is meant: "it bombs, it burns, it rapes"."""

from collections import Counter

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.grammar.chunks import Chunk

_REPEATED = 2
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "you"})
_THE = "the"
_WORDS = frozenset({"word", "term", "expression", "phrase", "euphemism"})
_PRESENT = frozenset({"use", "uses", "using"})
_USING = _PRESENT | {"used"}
_MEANING = frozenset({"mean", "means", "meaning", "indicate", "describe", "denote", "signify"})
_FOR = frozenset({"for", "when", "if"})
_NEAR = 5  # tokens between "use" and "the word"
_ARE, _BEING = frozenset({"is", "are"}), "being"


def is_habit(draft: Draft) -> bool:
    """Whether a verb in the present is one of a row, or says what a thing or gang is there for."""
    return _is_of_row(draft.reading) or says_what_for(draft)


def _is_of_row(reading: Reading) -> bool:
    """As in "they kidnap, they murder, they burn": one pronoun before every verb."""
    if _PRONOUNS.isdisjoint(reading.vocabulary):
        return False
    clauses = reading.clauses
    rows = Counter(
        clauses.head_words[at]
        for at in range(len(clauses.kinds) - 1)
        if clauses.kinds[at : at + 2] == "NV" and is_present(reading, clauses.chunks[at + 1])
    )
    return any(rows[norm] >= _REPEATED for norm in _PRONOUNS)


def says_what_for(draft: Draft) -> bool:
    """As in "we condemn the bomb that kills the guard": the one stands for all of its kind."""
    reading = draft.reading
    clauses, at = reading.clauses, draft.chunk
    if not clauses.kinds.endswith("NW", 0, at):
        return False
    first = clauses.chunks[at - 2].first
    return reading.sentence.norms[first] == _THE and any(
        kind == "V" and number < at - 2 and is_present(reading, clauses.chunks[number])
        for number, kind in enumerate(clauses.kinds)
    )


def is_what_word_means(draft: Draft) -> bool:
    """As in "they use the word to indicate that the men were killed": what a word is used for."""
    reading = draft.reading
    if _WORDS.isdisjoint(reading.vocabulary) or _USING.isdisjoint(reading.vocabulary):
        return False
    norms = reading.sentence.norms
    for at in range(min(draft.first, len(norms))):
        around = norms[max(at - _NEAR, 0) : at + _NEAR]
        if norms[at] in _WORDS and not _USING.isdisjoint(around):
            between = norms[at : draft.first]
            is_of_now = not _PRESENT.isdisjoint(around) or not _ARE.isdisjoint(around)
            return not _MEANING.isdisjoint(between) or (is_of_now and not _FOR.isdisjoint(between))
    return False


def is_present(reading: Reading, group: Chunk) -> bool:
    """As in "they burn", "are being bombed": no day is behind the words."""
    if not group.aux:
        return reading.tags[group.head] in "VZ"
    words = reading.sentence.norms[group.first : group.head]
    return words[0] in _ARE and _BEING in words

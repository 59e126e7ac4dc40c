"""Which of the speakers of a sentence says what: the source of one claim."""

from collections.abc import Sequence

from coder.events.drafts import SourceDraft
from coder.events.reading import Reading

_CONTRAST = frozenset({"while", "whereas", "but", "although", "though"})


def teller_of(reading: Reading, token: int, sources: Sequence[SourceDraft]) -> SourceDraft | None:
    """The speaker whose statement covers a token of the sentence; null where nobody is named.

    A speaker covers what follows, up to the next one; what stands before the first of all belongs
    to it ("..., police said"), and so does what stands before one that ends its own clause
    ("..., while ten died, the army said").
    """
    own = [item for item in sources if item.reading is reading and not item.is_relay]
    if len(own) <= 1:
        return own[0] if own else None
    own.sort(key=_place)
    before = [item for item in own if _place(item) <= token]
    after = [item for item in own if _place(item) > token]
    if not before:
        return after[0]
    if after and _is_parted(reading, _place(before[-1]), token):
        closing = after[0]
        if not _is_parted(reading, token, _place(closing)) and _ends(reading, closing):
            return closing
    return before[-1]


def _place(source: SourceDraft) -> int:
    return source.first


def _is_parted(reading: Reading, first: int, last: int) -> bool:
    """Whether a semicolon or a word of contrast stands between two tokens."""
    norms = reading.sentence.norms
    return any(norms[token] in _CONTRAST or norms[token] == ";" for token in range(first, last))


def _ends(reading: Reading, source: SourceDraft) -> bool:
    """Whether nothing follows the speaker and its verb in the sentence: a trailing attribution."""
    clauses = reading.clauses
    last = source.verb if source.verb is not None else clauses.at_token[source.last - 1]
    last = max(last, clauses.at_token[source.last - 1])
    return all(kind in 'tPA.")' for kind in clauses.kinds[last + 1 :])

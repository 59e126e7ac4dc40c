"""What the clause above makes of a clause behind "that": "there is no truth to the report that"."""

from collections.abc import Iterator

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.rules.ruleset import RuleSet

MATRIX_KINDS = frozenset({"denied", "negated", "threatened"})
_FALSE = frozenset({"false", "untrue", "baseless", "unfounded", "fabricated", "fake", "hoax"})
_FALSE |= {"incorrect", "invented", "groundless"}
_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_REMINDING = frozenset({("remind",), ("reminds",), ("reminded",), ("reminding",)})


def matrix_cues(draft: Draft, rules: RuleSet, number: int) -> Iterator[tuple[str, str]]:
    """What the clause above a "that" makes of it: "there is no truth to the report that"."""
    reading = draft.reading
    left, right = reading.clauses.clause(number)
    chunks = reading.clauses.chunks
    first, last = chunks[left].first, chunks[right - 1].last
    aside = _relative_before(reading, left, right)
    for token, cue in reading.cues(rules):
        if (
            first <= token < last
            and token not in aside
            and (cue.kind in MATRIX_KINDS or cue.words in _REMINDING)
            and (cue.pos == "word" or cue.position == "governs")
        ):
            yield cue.kind, " ".join(cue.words)


def told_false(draft: Draft, that: int) -> Iterator[tuple[str, str]]:
    """As in "reports that troops had fired were false": what is said of the telling, behind it."""
    reading = draft.reading
    if _FALSE.isdisjoint(reading.vocabulary) or reading.clauses.kinds[that - 1 : that] != "N":
        return
    clauses, norms = reading.clauses, reading.sentence.norms
    _, right = clauses.clause(draft.chunk)
    for at in range(draft.chunk + 1, right):
        group = clauses.chunks[at]
        is_false = not _FALSE.isdisjoint(norms[group.last : group.last + 3])
        if clauses.kinds[at] == "V" and norms[group.head] in _BE and is_false:
            yield "denied", reading.words(group.first, group.last + 1)


def _relative_before(reading: Reading, left: int, right: int) -> range:
    """The tokens of a clause about who speaks: "sources who asked not to be named told"."""
    kinds = reading.clauses.kinds
    start = kinds.find("W", left, right) if kinds[left - 1 : left] != "W" else left
    verb = max(kinds.rfind("V", left, right), kinds.rfind("X", left, right))
    if not 0 <= start < verb:
        return range(0)
    chunks = reading.clauses.chunks
    return range(chunks[start].first, chunks[verb].first)

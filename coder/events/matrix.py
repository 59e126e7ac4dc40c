"""What the clause above makes of a clause behind "that": "there is no truth to the report that"."""

from collections.abc import Iterator

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.rules.ruleset import RuleSet

MATRIX_KINDS = frozenset({"denied", "negated", "threatened"})
_WORDS_AHEAD = 3  # "were | all totally false"
_BE = frozenset({"is", "are", "was", "were", "be", "been", "proved", "proven", "turned"})
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


def told_false(draft: Draft, rules: RuleSet, that: int) -> Iterator[tuple[str, str]]:
    """As in "reports that troops had fired were false": what is said of the telling, behind it."""
    reading = draft.reading
    clauses, norms = reading.clauses, reading.sentence.norms
    if clauses.kinds[that - 1 : that] != "N":
        return
    _, right = clauses.clause(draft.chunk)
    said = [
        (token, " ".join(cue.words))
        for token, cue in reading.cues(rules)
        if cue.kind == "denied" and cue.pos == "noun" and cue.position == "governs"
    ]
    for at in range(draft.chunk + 1, right) if said else ():
        group = clauses.chunks[at]
        if clauses.kinds[at] == "V" and not _BE.isdisjoint(norms[group.first : group.last]):
            reach = range(group.first, group.last + _WORDS_AHEAD)
            yield from [("denied", words) for token, words in said if token in reach]


def is_called_untrue(draft: Draft) -> bool:
    """As in "the news of the killing of five men and the taking of the post is false"."""
    reading = draft.reading
    kinds, chunks, norms = reading.clauses.kinds, reading.clauses.chunks, reading.sentence.norms
    verb = kinds.find("V", draft.chunk + 1)
    said = kinds.rfind("V", 0, draft.chunk) + 1
    behind = norms[chunks[verb].last : chunks[verb].last + 3]
    return (
        verb > 0
        and reading.tags[chunks[verb].head] == "B"
        and "not" not in behind
        and not noun_classes()["untrue"].isdisjoint(behind)
        and any(
            kinds[at : at + 2] == "NP" and norms[chunks[at].head] in noun_classes()["saying_noun"]
            for at in range(said, draft.chunk)
        )
    )


def _relative_before(reading: Reading, left: int, right: int) -> range:
    """The tokens of a clause about who speaks: "sources who asked not to be named told"."""
    kinds = reading.clauses.kinds
    start = kinds.find("W", left, right) if kinds[left - 1 : left] != "W" else left
    verb = max(kinds.rfind("V", left, right), kinds.rfind("X", left, right))
    if not 0 <= start < verb:
        return range(0)
    chunks = reading.clauses.chunks
    return range(chunks[start].first, chunks[verb].first)

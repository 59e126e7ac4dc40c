"""Acts that stand behind another: "closed its office after the shooting", "hurt in earlier raids".

An act that only dates or causes another is background unless it brings a place, a number or a
victim of its own (codebook 2.2).
"""

from coder.events.drafts import Draft
from coder.events.nominals import is_measure
from coder.lexicon.words import noun_classes
from coder.values.labels import Recency

SEQUEL = frozenset({"after", "before"})
_BACKGROUND = Recency.BACKGROUND


def settle_sequel(drafts: list[Draft]) -> None:
    """As in "closed its office after the shooting": an act that only dates or causes another.

    Without a place, a number or a victim of its own it is background (codebook 2.2).
    """
    for draft in drafts:
        if draft.support != "bare" or draft.claims or draft.by_role("victim"):
            return
        if any(place.first > draft.first for place in draft.places):
            return
        if not _is_behind(draft):
            return
        if any(item.nominal.chunk != draft.chunk for item in draft.by_role("target")):
            return  # "after an attack on a bank"; no "after the museum shooting"
    for draft in drafts:
        draft.put_behind(preposition_of(draft))


def settle_outcome(drafts: list[Draft]) -> None:
    """As in "wounded in earlier shelling": what came of an act lies as far back as the act."""
    past = {draft.chunk for draft in drafts if draft.recency is _BACKGROUND}
    for draft in drafts if past else ():
        if not past.isdisjoint(draft.causes):
            draft.put_behind("what came of it")


def _is_behind(draft: Draft) -> bool:
    """Whether the noun trigger hangs on words that put one act behind another."""
    word = preposition_of(draft).partition(" ")[0]
    return word in noun_classes()["behind_prep"] or (word == "of" and is_in_wake(draft))


def is_in_wake(draft: Draft) -> bool:
    """As in "in the wake of a number of attacks"."""
    clauses = draft.reading.clauses
    norms = draft.reading.sentence.norms
    at = draft.chunk - 2
    if at > 0 and is_measure(norms[clauses.chunks[at].head]) and clauses.kinds[at - 1] == "P":
        at -= 2
    return (
        at >= 0
        and clauses.kinds[at] == "N"
        and norms[clauses.chunks[at].head] in noun_classes()["sequel"]
    )


def preposition_of(draft: Draft) -> str:
    """The preposition that a noun trigger hangs on; empty where there is none."""
    clauses = draft.reading.clauses
    at = draft.chunk - 1
    if at > 0 and clauses.kinds[at] == "t":
        at -= 1  # "after the 16 May assassination"
    if clauses.kinds[draft.chunk] == "G":
        while at > 0 and clauses.kinds[at - 1 : at + 1] == "GC":
            at -= 2  # "after threatening and beating the guards"
    if clauses.kinds[max(at, 0) : at + 1] not in ("P", "G"):  # "following" is a verb
        return ""
    group = clauses.chunks[at]
    return " ".join(draft.reading.sentence.norms[group.first : group.last])


def is_sequel(draft: Draft) -> bool:
    """As in "after killing the mayor they blew up the bridge", "burnt it down after a killing"."""
    if draft.support == "verb":
        return draft.construction == "gerund" and preposition_of(draft) in SEQUEL
    is_clause = draft.support == "occurrence"  # "after explosions ripped through the town"
    return not is_clause and _is_behind(draft)

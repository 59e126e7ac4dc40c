"""Which of two acts told before "the second attack" is: the text counts them as it tells them."""

from collections.abc import Sequence

from coder.discourse.acts import Act
from coder.events.drafts import Draft
from coder.rules.model import HIT_ROLES

RANKS = {"first": 0, "former": 0, "second": 1, "latter": 1}
FEW = 2
"""As many acts have been told where one is called the first or the second without more."""
RANKED = "the rank says which of two acts told before"


def act_of_rank(acts: Sequence[Act], group: Act) -> Act | None:
    """As in "a bomb went off in A. A grenade hit B. ... It claimed the second attack": that on B.

    Only where the words tell nothing else of it: "the second attack killed four" may be another.
    """
    if RANKS.keys().isdisjoint(group.main.reading.vocabulary):
        return None
    told = [act for act in acts if act.is_told_violence]
    ranks = [_rank(draft) for draft in group.drafts]
    if len(told) != FEW or None in ranks or not ranks:
        return None
    return told[ranks[0] or 0]


def _rank(draft: Draft) -> int | None:
    if draft.support == "verb" or draft.claims or draft.places or draft.times:
        return None
    chunks, norms = draft.reading.clauses.chunks, draft.reading.sentence.norms
    group = chunks[draft.chunk]
    is_predicate = draft.reading.tags[chunks[draft.chunk - 1].head] == "B"  # "it was the first"
    if is_predicate or any(item.role in HIT_ROLES for item in draft.fillers):
        return None
    ranks = [RANKS[norm] for norm in norms[group.first + 1 : group.head] if norm in RANKS]
    return ranks[0] if ranks and norms[group.first] == "the" else None

"""Who is told by their rank among those who came to harm: "and a sixth died", "a third child"."""

from coder.events.drafts import Claim
from coder.lexicon.closed import A_OR_ANOTHER
from coder.lexicon.words import noun_classes
from coder.mentions.times.words import word_table

_SECOND = "second"  # a length of time as well, so the table of times has no value for it


def rank_of(claim: Claim) -> int:
    """As in "a sixth", "a third child": which of the people told it is; 0 where no rank is told."""
    norms = claim.reading.sentence.norms
    if claim.best != 1 or norms[claim.first] not in A_OR_ANOTHER:
        return 0
    ranks = noun_classes()["ordinal"]
    told = next((norm for norm in norms[claim.first + 1 : claim.last] if norm in ranks), None)
    if told is None:
        return 0
    value = 2 if told == _SECOND else word_table()[told][1]
    return value if isinstance(value, int) else 0


def is_last_of(claim: Claim, earlier: Claim) -> bool:
    """As in "Six soldiers died. Five were killed at once and a sixth later": one of the six.

    With a noun ("a third child") only of as many: others may have been no children.
    """
    rank = rank_of(claim)
    is_bare = claim.head_word in noun_classes()["ordinal"]
    return (
        0 < rank <= (earlier.best or 0)
        and (is_bare or rank == earlier.best)
        and claim.kind is earlier.kind
        and claim.reading is not earlier.reading
        and earlier.subset_of is None
        and not earlier.is_superseded
    )

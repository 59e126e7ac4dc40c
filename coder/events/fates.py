"""What became of some of the people an act took: "three have been let go", "the other two died".

A clause that only says so belongs to the act that took them; whoever frees all of them, or is told
to free them, does something of his own (codebook 2.1).
"""

from coder.events.drafts import Claim, Draft
from coder.events.reading import Reading
from coder.values.labels import EventType

_FATES = frozenset({EventType.RELEASE, EventType.KILLING})
_REST = frozenset({"other", "others", "rest", "remaining"})


def is_fate_of_some(taken: Draft, draft: Draft) -> bool:
    """Whether ``draft`` says no more than what became of some of those ``taken`` tells of."""
    if taken.type is not EventType.ABDUCTION or draft.type not in _FATES:
        return False
    if draft.type is EventType.KILLING and draft.subtype != "body_found":
        return False
    if not draft.claims or draft.by_role("perpetrator"):
        return False
    whole = max((claim.best or 0 for claim in taken.claims), default=0)
    return all(_is_some(draft.reading, claim, whole) for claim in draft.claims)


def mark_as_some(draft: Draft) -> None:
    """Say of its claims that they count people told before, and of it that it is no act."""
    draft.support = "dependent"
    for claim in draft.claims:
        claim.is_partitive = True


def _is_some(reading: Reading, claim: Claim, whole: int) -> bool:
    """Whether a claim is a number of people told before, smaller than their number."""
    words = reading.sentence.norms[claim.first : claim.last]
    quantity = claim.quantity
    is_bare = quantity is not None and quantity.last == claim.last
    return 0 < (claim.best or 0) < whole and (is_bare or not _REST.isdisjoint(words))

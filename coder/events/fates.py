"""What became of some of the people of an act: "three have been let go", "two were captured".

A clause that only says so belongs to the act that took or hit them; whoever frees all of them, or
is told to free them, does something of his own (codebook 2.1).
"""

from coder.events.drafts import Claim, Draft
from coder.events.reading import Reading
from coder.values.labels import CasualtyKind, EventType

_FATES = frozenset({EventType.RELEASE, EventType.KILLING})
_CAPTURED = frozenset({"capture", "captured", "capturing"})
_REST = frozenset({"other", "others", "rest", "remaining"})
_ARREST = EventType.ARREST


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


def are_captured_of_them(act: Draft, draft: Draft) -> bool:
    """As in "killed five rebels and captured two others": a bare number of those who fought."""
    norms = draft.reading.sentence.norms
    return (
        draft.type is EventType.ARREST
        and norms[draft.first] in _CAPTURED
        and act.frame.does_harm
        and act.chunk < draft.chunk
        and bool(draft.claims)
        and all(_counts_the_rest(draft.reading, claim) for claim in draft.claims)
    )


def mark_as_captured(draft: Draft) -> None:
    """Say of an arrest that it is no act, and of its people that they were captured in one."""
    draft.support = "dependent"
    for claim in draft.claims:
        claim.kind = CasualtyKind.CAPTURED


def is_capture_of_some(draft: Draft) -> bool:
    """Whether a draft was marked as telling whom an act captured."""
    return draft.type is _ARREST and draft.support == "dependent"


def _is_some(reading: Reading, claim: Claim, whole: int) -> bool:
    """Whether a claim is a number of people told before, smaller than their number."""
    return 0 < (claim.best or 0) < whole and _counts_the_rest(reading, claim)


def _counts_the_rest(reading: Reading, claim: Claim) -> bool:
    """As in "two", "two others": no noun says that these are people of another kind."""
    quantity = claim.quantity
    is_bare = quantity is not None and quantity.last == claim.last
    return is_bare or not _REST.isdisjoint(reading.sentence.norms[claim.first : claim.last])

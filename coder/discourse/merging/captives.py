"""People taken in an act told before: what befell some; fighters captured in a fight."""

from coder.discourse.acts import HARM, Act
from coder.discourse.merging.own_ground import has_own_ground
from coder.events.counts.fates import are_captured_fighters, mark_as_captured
from coder.events.drafts import fillers_in
from coder.rules.model import HIT_ROLES
from coder.values.kinds import AT_CLOSE_QUARTERS
from coder.values.labels import CasualtyKind, EventType

_TAKEN = CasualtyKind.ABDUCTED


def befell_taken(act: Act, group: Act) -> bool:
    """As in "kidnapped 30 passengers. Two passengers who tried to flee were shot dead".

    Fewer of the same noun, by nobody else and nowhere else.
    """
    if act.main.type is not EventType.ABDUCTION or has_own_ground(group):
        return False
    claims = [claim for draft in group.drafts for claim in draft.claims]
    if not claims or any(draft.by_role("perpetrator") for draft in group.drafts):
        return False
    many = {
        draft.head_word(filler): claim.best or 0
        for draft, filler in fillers_in(act.witnesses, HIT_ROLES)
        for claim in draft.claims
        if claim.kind is _TAKEN and claim.nominal.chunk == filler.nominal.chunk
    }
    return all(
        claim.kind in HARM and 0 < (claim.best or 0) < many.get(claim.head_word, 0)
        for claim in claims
    )


def take_in(act: Act, group: Act, reason: str) -> None:
    """Add drafts to an act; "Twelve soldiers were taken prisoner" counts whom a fight captured."""
    if act.main.type in AT_CLOSE_QUARTERS and group.main.type is EventType.ABDUCTION:
        for draft in filter(are_captured_fighters, group.drafts):
            mark_as_captured(draft)
    act.add(group.drafts, reason)

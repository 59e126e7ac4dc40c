"""The total of several acts that are then told one by one.

As in "A wave of attacks left nine dead. In Acapulco four men were shot. In Taxco gunmen killed".

Each of the acts is an incident, and their total a summary: counted beside them it would count their
dead twice (codebook 2.2 and 2.5).
"""

from collections.abc import Sequence

from coder.discourse.acts import Act
from coder.discourse.conflicts import days_conflict
from coder.discourse.elaboration import may_lie_within
from coder.discourse.wholes import adds
from coder.events.drafts import Claim, Draft
from coder.events.presupposed import ANEW
from coder.values.labels import CasualtyKind, Scope

_MAX_DISTANCE = 8  # sentences
_PARTS = 2
_NOTE = "the acts it sums up are told one by one"


def settle_totals(acts: Sequence[Act]) -> None:
    """Make the total of a series a summary where two or more of its acts are told behind it."""
    _settle_title(acts)
    for at, act in enumerate(acts):
        if not act.is_told_violence or not any(map(_is_of_acts, act.drafts)):
            continue
        total = _dead(act)
        if not total:
            continue
        behind = [other for other in acts[at + 1 :] if _may_be_part(act, other)]
        if _are_all(act, behind, total) or _make_up(
            [it for it in behind if not _is_more(it)], total
        ):
            for draft in act.drafts:
                draft.scope, draft.status_note = Scope.SUMMARY, _NOTE
                draft.n_low = draft.n_high = None


def _are_all(act: Act, parts: Sequence[Act], total: int) -> bool:
    """As in "five died in two attacks": as many acts are told next, and their dead add up."""
    number = act.main.n_high
    if number is None or number < _PARTS or len(parts) < number:
        return False
    told = [_dead(part) for part in parts[:number]]
    return all(told) and sum(told) == total


def _make_up(parts: Sequence[Act], total: int) -> bool:
    """Whether most of the total is told act by act."""
    told = [_dead(part) for part in parts]
    return len(parts) >= _PARTS and all(told) and total / 2 < sum(told) <= total


def _is_more(act: Act) -> bool:
    """As in "a further five died", "in a separate incident": these come on top of the series."""
    words = act.drafts[0].reading.vocabulary
    return any(map(adds, killed(act))) or not ANEW.isdisjoint(words)


def _settle_title(acts: Sequence[Act]) -> None:
    """Leave out the number of a title that adds up several acts of the text.

    As in "Bombs kill 11", above a text of nine dead in one town and two in the next.
    """
    for act in acts:
        if act.drafts[0].reading.sentence.index >= 0:
            continue
        told = killed(act)
        total = sum(claim.best or 0 for claim in told if claim.reading.sentence.index < 0)
        own = sum(claim.best or 0 for claim in told) - total
        others = [_dead(other) for other in acts if other is not act and other.is_told_violence]
        if own and total - own in {*filter(None, others), sum(others) or -1}:
            for draft in act.drafts:
                if draft.reading.sentence.index < 0:
                    draft.claims = []


def _is_of_acts(draft: Draft) -> bool:
    """Whether several acts are told: a series, or "a wave of attacks" before what came of it."""
    norms = draft.reading.sentence.norms
    return draft.scope is Scope.SERIES or any(
        token < draft.first and norms[token].endswith("s") for token in draft.reading.event_heads
    )


def _may_be_part(act: Act, other: Act) -> bool:
    """Whether an act told behind a series can be one of it: only the place tells them apart."""
    first = other.drafts[0].reading
    return (
        0 < first.sentence.index - act.drafts[0].reading.sentence.index <= _MAX_DISTANCE
        and other.is_told_violence
        and not days_conflict(act, other)
        and may_lie_within(other.drafts, act.drafts)
    )


def killed(act: Act) -> list[Claim]:
    """The claims of an act that count its dead, neither parts of others nor outdated."""
    return [
        claim
        for draft in act.drafts
        for claim in draft.claims
        if claim.kind is CasualtyKind.KILLED and claim.subset_of is None and not claim.is_superseded
    ]


def _dead(act: Act) -> int:
    """How many an act killed by its own numbers; 0 where it states none."""
    return sum(claim.best or 0 for claim in killed(act))

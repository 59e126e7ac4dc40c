"""A series whose acts are all told: its total is a sum of theirs, and no incident beside them."""

from collections.abc import Sequence

from coder.discourse.acts import Act
from coder.events.within import is_violent
from coder.values.labels import CasualtyKind, Scope

_MAX_DISTANCE = 3  # sentences from one act of a series to the next
_SEVERAL = 2


def settle_series(acts: Sequence[Act]) -> None:
    """Make sums of those series whose dead are exactly those of the acts told behind them.

    As in "a series of bombings killed 17. The first killed nine in A; the second killed eight in
    B": the two are counted, codebook 2.2.
    """
    for at, act in enumerate(acts):
        if act.main.scope is Scope.SERIES and _are_all_told(act, acts[at + 1 :]):
            for draft in act.drafts:
                draft.scope = Scope.SUMMARY
                draft.n_low = draft.n_high = None


def _are_all_told(series: Act, later: Sequence[Act]) -> bool:
    total = _dead(series)
    index = series.main.reading.sentence.index
    told = number = 0
    for act in later if total else ():
        here = act.main.reading.sentence.index
        if here - index > _MAX_DISTANCE or not is_violent(act.main.type):
            return False
        told, number, index = told + _dead(act), number + 1, here
        if told >= total:
            return told == total and number >= _SEVERAL
    return False


def _dead(act: Act) -> int:
    """The dead of the sentence that tells an act first."""
    reading = act.main.reading
    return sum(
        claim.best or 0
        for draft in act.drafts
        for claim in draft.claims
        if claim.kind is CasualtyKind.KILLED
        and claim.subset_of is None
        and claim.reading is reading
    )

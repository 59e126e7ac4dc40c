"""Blows from afar: bombs, shells and raids from the air. They choose nobody; murderers do.

In: two drafts of a sentence, or the drafts of two acts. Out: whether one is a killing of chosen
people and the other a blow that is not told as its means.
"""

from collections.abc import Iterable

from coder.events.drafts import Draft
from coder.events.roles.nominals import Nominal
from coder.values.kinds import REMOTE

_STATE = frozenset({"authority", "aircraft"})
_CHOSEN = "chosen"  # a tag of frames: who was killed was singled out


def is_killing_of_chosen(draft: Draft) -> bool:
    """Whether the trigger says that its victims were singled out, and no means is told with it."""
    return (
        _CHOSEN in draft.frame.tags
        and draft.frame.does_harm
        and bool(draft.by_role("victim"))
        and not draft.by_role("instrument")
    )


def are_killing_and_blow(one: Iterable[Draft], other: Iterable[Draft]) -> bool:
    """As in "the murder of the bishop and the bombings", "Bombs fell. Editors were murdered"."""
    act, group = tuple(one), tuple(other)
    return _is_blow_beside(act, group) or _is_blow_beside(group, act)


def is_blow_in_answer(one: Draft, other: Draft) -> bool:
    """As in "rebels set off a bomb, killing a soldier, and jets bombed two villages".

    The blow is told in a clause of its own, and the other side strikes it.
    """
    if other.type not in REMOTE or other.construction != "active" or other.chunk < one.chunk:
        return False
    strikers = [item.nominal for item in other.by_role("perpetrator")]
    kinds = other.reading.clauses.kinds
    return any(
        striker.chunk > one.chunk and kinds[striker.chunk - 1] == "C" for striker in strikers
    ) and _are_of_state(strikers) is not _are_of_state(
        [item.nominal for item in one.by_role("perpetrator")]
    )


def _are_of_state(doers: list[Nominal]) -> bool:
    return any(not _STATE.isdisjoint(doer.fillers) for doer in doers)


def _is_blow_beside(blow: Iterable[Draft], killing: Iterable[Draft]) -> bool:
    return all(draft.type in REMOTE for draft in blow) and all(map(is_killing_of_chosen, killing))

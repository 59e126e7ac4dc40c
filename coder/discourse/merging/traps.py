"""Mines and bombs that raiders leave: "the bodies lay there, for the rebels had mined it"."""

from collections.abc import Sequence

from coder.discourse.acts import HARM, Act
from coder.events.drafts import Draft
from coder.lexicon.words import noun_classes
from coder.values.kinds import AT_CLOSE_QUARTERS

_LAID = "laid"  # the tag of frames that tell of laying alone
_NEAR = 4  # sentences
_BANDS = frozenset({"insurgents", "rebels", "militants", "guerrillas", "group", "fighters"})
_RAIDERS = frozenset({"they", "who", "which", "that"})


def set_traps_aside(acts: Sequence[Act], drafts: Sequence[Draft]) -> None:
    """Make what doers told before had laid around their deed background; it hit nobody."""
    if not acts or not any(_LAID in draft.frame.tags for draft in drafts):
        return
    last = next((act for act in reversed(acts) if act.is_told_violence), None)
    if last is None or last.main.type not in AT_CLOSE_QUARTERS or not _harmed(last):
        return
    for draft in drafts:
        distance = draft.reading.sentence.index - last.sentence
        if last.main.reading is not draft.reading and distance <= _NEAR and _is_trap(last, draft):
            draft.put_behind("what the raiders left behind")


def _harmed(act: Act) -> bool:
    return any(claim.kind in HARM and claim.best != 0 for it in act.drafts for claim in it.claims)


def _is_trap(act: Act, draft: Draft) -> bool:
    """Whether those of the act had laid it, and nobody is told to have been hurt."""
    if _LAID not in draft.frame.tags or draft.claims:
        return False
    if "H" not in draft.reading.clauses.chunks[draft.chunk].aux:
        return False
    norms = draft.reading.sentence.norms
    known = noun_classes()["attacker"] | {
        it.head_word(item) for it in act.drafts for item in it.by_role("perpetrator")
    }
    return any(
        norms[item.nominal.head] in _RAIDERS
        or (item.nominal.is_definite and norms[item.nominal.head] in known | _BANDS)
        for item in draft.by_role("perpetrator")
    )

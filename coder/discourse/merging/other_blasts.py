"""Blasts that are acts beside those told before, and mines that are part of one.

"Rebels shot dead a mayor ... The bishop denounced the bombing of the market", "the murder of the
nuns ... the bombing of the civilian population": the noun tells by other means of others.
"""

from collections.abc import Sequence

from coder.discourse.acts import HARM, Act
from coder.events.drafts import Draft, fillers_in
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.kinds import AT_CLOSE_QUARTERS, REMOTE
from coder.values.labels import CasualtyKind, EventType

_KILLING = EventType.KILLING
_SHOOTING = frozenset({"armed_assault"})
_LAID = "laid"  # the tag of frames that tell of laying alone
_NEAR = 4  # sentences
_BANDS = frozenset({"insurgents", "rebels", "militants", "guerrillas", "group", "fighters"})
_RAIDERS = frozenset({"they", "who", "which", "that"})


def is_other_blast(act: Act, group: Act) -> bool:
    """Whether a noun tells of a blast that hit others than whom an act without one killed."""
    new = group.main
    if new.type not in REMOTE or new.construction != "nominal" or act.sentence < 0:
        return False
    if new.reading is act.main.reading or not _has_other_means(act):
        return False
    hit = list(fillers_in(group.drafts, HIT_ROLES))
    known = {draft.noun_meant(item) for draft, item in fillers_in(act.witnesses, HIT_ROLES)}
    return bool(hit) and not any(
        "pronoun" in item.nominal.fillers or draft.noun_meant(item) in known for draft, item in hit
    )


def _has_other_means(act: Act) -> bool:
    """Whether all tell of persons killed or shot, and none of a blast."""
    verbs = noun_classes()["killed_by_hand"]
    return any(
        claim.kind is CasualtyKind.KILLED for draft in act.witnesses for claim in draft.claims
    ) and all(
        (
            draft.type is _KILLING
            and not verbs.isdisjoint(draft.reading.sentence.norms[draft.first : draft.last])
        )
        or draft.subtype in _SHOOTING
        for draft in act.witnesses
    )


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

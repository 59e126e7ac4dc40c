"""Bombers whom guards kill before they act: "a would-be bomber was shot dead at the gate".

In: the drafts of a sentence. Out: nothing; such a blow is told as the foiled bombing that it ended,
with the bomber as who wanted to do it and the guards as who stopped it.
"""

from collections.abc import Sequence
from dataclasses import replace

from coder.events.drafts import Draft, Filler
from coder.events.nominals import BOMBERS
from coder.lexicon.closed import ANY_ONE
from coder.rules.model import HIT_ROLES
from coder.values.kinds import ATTACK_OR_KILLING, STATE_FORCES
from coder.values.labels import EventType, Modality, WeaponType

_WORN = frozenset({"wearing", "carrying", "with"})
_ON_BODY = frozenset({WeaponType.SUICIDE_VEST, WeaponType.EXPLOSIVE_DEVICE})
_WOULD_BE = frozenset({"would-be", "wannabe", "suspected"})
_PREVENTED = frozenset({"before", "could", "tried", "trying", "attempted", "attempting"})
_NO_CRAFT = frozenset({"jet", "jets", "plane", "planes", "aircraft"})


def settle_stopped_bombers(drafts: Sequence[Draft]) -> None:
    """Make the killing of a bomber who had not acted yet a foiled bombing."""
    for draft in drafts:
        if draft.type not in ATTACK_OR_KILLING or draft.modality is not Modality.OCCURRED:
            continue
        hit = next((item for item in draft.fillers if _is_bomber(draft, item)), None)
        if hit is None or not _is_stopped(drafts, draft, hit):
            continue
        draft.type, draft.subtype, draft.modality = (
            EventType.BOMBING,
            "suicide_bomb",
            Modality.FOILED,
        )
        draft.fillers = [_as_stopped(item, hit) for item in draft.fillers]


def _is_bomber(draft: Draft, item: Filler) -> bool:
    """As in "a suicide bomber", "a man wearing an explosive belt"."""
    reading = draft.reading
    norms, chunks = reading.sentence.norms, reading.clauses.chunks
    if item.role not in HIT_ROLES or "person" not in item.nominal.fillers:
        return False
    if norms[item.nominal.head] in BOMBERS:
        return _NO_CRAFT.isdisjoint(reading.vocabulary)
    worn = item.nominal.chunk + 1
    if worn + 1 >= len(chunks) or reading.clauses.head_words[worn] not in _WORN:
        return False
    weapon = reading.nominal(worn + 1).weapon
    return weapon is not None and weapon.type in _ON_BODY


def _is_stopped(drafts: Sequence[Draft], blow: Draft, hit: Filler) -> bool:
    """Whether nothing went off: the words say so, or forces killed somebody new."""
    reading = blow.reading
    norms = reading.sentence.norms
    if any(
        one.modality is Modality.OCCURRED
        and one is not blow
        and one.type is EventType.BOMBING
        and not _is_of_aim(one)
        for one in drafts
    ):
        return False
    if not _WOULD_BE.isdisjoint(norms[hit.nominal.first : hit.nominal.head]):
        return True
    is_new = norms[hit.nominal.first] in ANY_ONE or hit.nominal.quantity is not None
    was_defused = any(one.modality is Modality.FOILED for one in drafts if one is not blow)
    return was_defused or (
        is_new and (blow.is_by(STATE_FORCES) or not _PREVENTED.isdisjoint(reading.vocabulary))
    )


def _is_of_aim(draft: Draft) -> bool:
    """As in "before he could detonate his vest": what was not done."""
    return draft.reading.clauses.chunks[draft.chunk].modal is not None


def _as_stopped(item: Filler, hit: Filler) -> Filler:
    if item is hit:
        return replace(item, role="perpetrator")
    return replace(item, role="participant") if item.role == "perpetrator" else item

"""Bombers whom guards kill before they act: "a would-be bomber was shot dead at the gate".

In: the drafts of a sentence. Out: nothing; such a blow is told as the foiled bombing that it ended,
with the bomber as who wanted to do it and the guards as who stopped it. Where those who are hit
were laying a device ("killed two men planting a bomb"), the blow stays and the laying is foiled.
"""

from collections.abc import Sequence
from dataclasses import replace

from coder.events.drafts import Draft, Filler
from coder.events.roles.nominals import BOMBERS
from coder.lexicon.closed import ANY_ONE
from coder.rules.model import HIT_ROLES
from coder.values.kinds import ATTACK_OR_KILLING, STATE_FORCES
from coder.values.labels import EventType, Modality, WeaponType

_WORN = frozenset({"wearing", "carrying", "with"})
_ON_BODY = frozenset({WeaponType.SUICIDE_VEST, WeaponType.EXPLOSIVE_DEVICE})
_WOULD_BE = frozenset({"would-be", "wannabe", "suspected"})
_PREVENTED = frozenset({"before", "could", "tried", "trying", "attempted", "attempting"})
_NO_CRAFT = frozenset({"jet", "jets", "plane", "planes", "aircraft"})
_LAID = "laid"
_STOPPED = "those who laid it were hit"
_THEY = frozenset({"they", "he", "she"})
_MEANWHILE = frozenset({"as", "while"})
_HITTING = ATTACK_OR_KILLING | {EventType.AIR_STRIKE, EventType.SHELLING, EventType.ARMED_CLASH}


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


def settle_stopped_layers(drafts: Sequence[Draft]) -> None:
    """As in "an airstrike killed two men planting a bomb": one act, and another that it ended."""
    for laying in drafts:
        if _LAID not in laying.frame.tags or laying.modality is not Modality.OCCURRED:
            continue
        hit = next((item for one in drafts if (item := _layer_hit_by(one, laying))), None)
        if hit is not None:
            laying.modality, laying.status_note = Modality.FOILED, _STOPPED
            others = [item for item in laying.fillers if item.role != "perpetrator"]
            laying.fillers = [replace(hit, role="perpetrator"), *others]
            _part_weapons(drafts, laying)


def _part_weapons(drafts: Sequence[Draft], laying: Draft) -> None:
    """What was laid is no weapon of those who stopped it, nor theirs one of the laying."""
    laid = weapon_heads(laying)
    for one in drafts:
        if one is not laying and one.reading is laying.reading:
            laying.weapons_apart |= weapon_heads(one) - laid
            one.weapons_apart |= laid


def weapon_heads(draft: Draft) -> frozenset[int]:
    """The words of weapons and aircraft that stand in its roles."""
    return frozenset(
        item.nominal.head
        for item in draft.fillers
        if item.nominal.weapon is not None or "aircraft" in item.nominal.fillers
    )


def is_stopped_laying(draft: Draft) -> bool:
    """Whether an act is the laying of a device whose layers another act of the sentence hit."""
    return draft.status_note == _STOPPED


def _layer_hit_by(one: Draft, laying: Draft) -> Filler | None:
    """Who was hit while laying: named before the verb, or the "they" of a clause behind."""
    if one.type not in _HITTING or one.chunk > laying.chunk or one.reading is not laying.reading:
        return None
    strikers = {item.nominal.chunk for item in one.by_role("perpetrator")}
    found = (
        item
        for item in one.fillers
        if item.role in HIT_ROLES
        and "person" in item.nominal.fillers
        # "two were killed while planting a bomb": by their own, perhaps
        and (one.causes or strikers - {item.nominal.chunk})
        and _lays(item.nominal.chunk, laying, is_by_people=bool(strikers))
    )
    return next(found, None)


def _lays(number: int, laying: Draft, *, is_by_people: bool) -> bool:
    """As in "two men (seen) planting a bomb", "who were planting", "as they planted"."""
    kinds, norms = laying.reading.clauses.kinds, laying.reading.sentence.norms
    chunks = laying.reading.clauses.chunks
    if laying.construction == "gerund":
        before = laying.chunk - 1
        if number == before or (kinds[before] in "XK" and number == before - 1):
            return True
    layers = [item.nominal for item in laying.by_role("perpetrator")]
    if any(layer.chunk == number for layer in layers):
        return True
    opening = norms[max(chunks[layers[0].chunk].first - 1, 0)] if layers else ""
    is_meanwhile = opening in _MEANWHILE or laying.construction == "gerund" or not is_by_people
    return is_meanwhile and any(
        norms[layer.head] in _THEY and number < layer.chunk for layer in layers
    )


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

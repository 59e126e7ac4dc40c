"""Weapons that several clauses of a sentence tell of: one bomb laid, found, made safe, gone off."""

from coder.events.drafts import Draft
from coder.lexicon.words import noun_classes
from coder.values.labels import EventType, Modality

_DID = frozenset({"did", "didn't", "didn", "never"})
_DEVICES = frozenset({EventType.BOMBING, EventType.WEAPONS_DISRUPTION})


def instruments(draft: Draft) -> set[int]:
    """As in "a bomb planted in a market went off": the groups of the weapons."""
    return {filler.nominal.chunk for filler in draft.by_role("instrument")}


def is_made_safe(one: Draft, other: Draft) -> bool:
    """As in "a bomb left in a bus was defused", "discovered and defused a bomb": one device."""
    kinds = {one.type, other.type}
    return (
        EventType.BOMBING in kinds <= _DEVICES
        and Modality.FOILED in {one.modality, other.modality}
        and (
            bool(instruments(one) & instruments(other))
            # "a bomber was shot dead, and his vest was defused"
            or (one.modality is other.modality and one.frame.type is not one.type)
            or (len(kinds) > 1 and one.subjects == other.subjects)
        )
    )


def is_of_it(draft: Draft) -> bool:
    """As in "it exploded at noon", "it failed to go off": what the device told before did."""
    norms = draft.reading.sentence.norms
    return draft.type is EventType.BOMBING and any(
        norms[draft.reading.nominal(group).head] == "it" for group in draft.subjects
    )


def is_dud(draft: Draft) -> bool:
    """As in "the grenade did not go off", "but it did not explode": laid, and nothing came of it.

    Not one of several: "four bombs exploded; a fifth did not".
    """
    norms = draft.reading.sentence.norms
    if draft.type is not EventType.BOMBING or draft.construction != "active":
        return False
    if draft.reading.clauses.first_words[draft.chunk] not in _DID:
        return False
    return is_of_it(draft) or any(
        item.role == "instrument"
        and item.via == "subject"
        and not item.nominal.is_negative
        and noun_classes()["other_device"].isdisjoint(norms[item.nominal.first : item.nominal.last])
        for item in draft.fillers
    )

"""Weapons that several clauses of a sentence tell of: one bomb laid, found, made safe, gone off."""

from coder.events.drafts import Draft
from coder.values.labels import EventType, Modality

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
            or (len(kinds) > 1 and one.subjects == other.subjects)
        )
    )

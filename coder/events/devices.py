"""Weapons that several clauses of a sentence tell of: one bomb laid, found, made safe, gone off."""

from coder.events.drafts import Draft
from coder.values.labels import EventType, Modality


def instruments(draft: Draft) -> set[int]:
    """As in "a bomb planted in a market went off": the groups of the weapons."""
    return {filler.nominal.chunk for filler in draft.by_role("instrument")}


def is_made_safe(one: Draft, other: Draft) -> bool:
    """As in "a bomb left in a bus was defused": one device, laid and made safe."""
    return (
        one.type is other.type is EventType.BOMBING
        and Modality.FOILED in {one.modality, other.modality}
        and bool(instruments(one) & instruments(other))
    )

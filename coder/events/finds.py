"""What a find or seizure of weapons says of them besides: where they were hidden or planted."""

from coder.events.devices import instruments
from coder.events.drafts import Draft
from coder.values.labels import EventType

_WEAPONS_DISRUPTION = EventType.WEAPONS_DISRUPTION


def without_hiding_places(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that tell where weapons lay that the same sentence says were found.

    As in "troops found four mines hidden in a house", "seized a bomb planted under a bridge": one
    find (codebook 2.12, 4).
    """
    found = {
        filler.nominal.chunk
        for draft in drafts
        if draft.type is _WEAPONS_DISRUPTION
        for filler in draft.by_role("instrument")
    }
    if not found:
        return drafts
    return [draft for draft in drafts if not _tells_where(draft, found)]


def _tells_where(draft: Draft, found: set[int]) -> bool:
    return (
        draft.type is EventType.BOMBING
        and draft.construction == "participle"
        and not draft.claims
        and (draft.chunk - 1 in found or not found.isdisjoint(instruments(draft)))
    )

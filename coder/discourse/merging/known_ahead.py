"""Acts taken for known before they are told: by their toll, or as "the attack of Sunday"."""

from coder.discourse.acts import Act
from coder.discourse.merging.conflicts import compatible_types, days_of
from coder.events.counts.tolls import is_update
from coder.events.drafts import Draft
from coder.events.status.presupposed import is_definite_act
from coder.values.labels import EventType


def told_ahead(act: Act, group: Act) -> str | None:
    """Why an act told as known, or by its toll, is the one told now."""
    is_first = act.sentence == act.main.reading.sentence.index
    if is_first and _tells_what_toll_is_of(act.main, group.main):
        return "the act whose toll was told"
    return "the act known to the reader" if _tells_known_act(act, group) else None


def _tells_what_toll_is_of(old: Draft, new: Draft) -> bool:
    """As in "The death toll from a truck bomb rose to 92. A tanker blew up on Wednesday"."""
    return (
        compatible_types(old.type, new.type)
        and old.construction == "nominal"
        and not old.times
        and "toll" in old.reading.vocabulary
        and is_update(old.reading)
    )


def _tells_known_act(act: Act, group: Act) -> bool:
    """As in "condemned the attack of Sunday in A. Early on Sunday troops repelled an assault"."""
    old, new = ({days_of(draft) for draft in part.witnesses} - {None} for part in (act, group))
    is_blow = not any(draft.type is EventType.ABDUCTION for draft in group.drafts)
    return (
        (old == new != set() or (is_blow and not new))
        and all(is_definite_act(draft) for draft in act.drafts)
        and not any(draft.places for draft in group.drafts)
    )

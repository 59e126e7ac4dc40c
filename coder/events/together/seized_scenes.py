"""Buildings seized with those in them: "seized a theatre and took 700 people hostage".

To seize the building is the means of the one taking of people (codebook, "How to count"), and no
change of control beside it.
"""

from collections.abc import Sequence

from coder.events.drafts import Draft
from coder.lexicon.words import noun_classes
from coder.values.labels import EventType

_TAKING, _CONTROL = EventType.ABDUCTION, EventType.TERRITORIAL_CHANGE


def without_seized_scenes(drafts: list[Draft]) -> list[Draft]:
    """Without the seizure of a building by who takes people in it."""
    taking = [draft for draft in drafts if draft.type is _TAKING]
    if not taking:
        return drafts
    return [draft for draft in drafts if not _is_means(draft, taking)]


def _is_means(draft: Draft, taking: Sequence[Draft]) -> bool:
    ground = draft.by_role("territory") if draft.type is _CONTROL else []
    is_house = bool(ground) and draft.head_word(ground[0]) in noun_classes()["holding_guests"]
    return is_house and any(one.subjects == draft.subjects for one in taking if draft.subjects)

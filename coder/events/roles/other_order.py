"""The slots of a verb read the other way round: "fell a shell on a school"."""

import re
from dataclasses import replace

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.slots import Slots, active_slots

_BEFORE_MAIN = re.compile("(?:PN|A?P?t)+A?[VX]")  # phrases, then the verb of who stands before


def turned(reading: Reading, hit: Hit, slots: Slots) -> Slots | None:
    """The slots of a past form read the other way round, where it may be; else null.

    "Fell a shell on a school": the one group behind the verb as its subject. "Two rockets landed in
    a field": a past form behind its subject need not be passive.
    """
    clauses = reading.clauses
    if slots.object and not slots.subject and not slots.agent:
        parties = clauses.parties_behind(hit.chunk)
        if parties is not None and parties[1] is None:
            return replace(slots, subject=slots.object, object=[], construction="active")
    before = clauses.kinds[hit.chunk - 1 : hit.chunk]
    if clauses.kinds[hit.chunk + 1 : hit.chunk + 2] == "P":  # "soldiers today struck | on the town"
        before = clauses.kinds[: hit.chunk].rstrip("tA")[-1:]
    is_behind = slots.construction == "participle" and before in "N," and not slots.agent
    if is_behind and _BEFORE_MAIN.match(clauses.kinds, hit.chunk + 1):
        return None  # "prisoners held at the base | told their lawyers"
    return active_slots(reading, hit) if is_behind else None

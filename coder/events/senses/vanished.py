"""Who had to do with people before they vanished: "gone after soldiers stopped their car"."""

from coder.events.drafts import Filler
from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.rules.model import Frame

VANISHED = "vanished"
"""Tag of frames in which an act by a force is what makes people disappear."""
_AFTER = frozenset({"after", "when", "once", "since", "as"})
_VERBS = frozenset("VXL")
_MOST = 4  # groups from "being" to "by": "being handed | over | by | police"


def force_before(reading: Reading, hit: Hit, frame: Frame) -> list[Filler]:
    """The force that acts in a clause of time behind the trigger, as who took people."""
    if VANISHED not in frame.tags:
        return []
    kinds, chunks = reading.clauses.kinds, reading.clauses.chunks
    norms, firsts = reading.sentence.norms, reading.clauses.first_words
    for at in range(hit.chunk + 1, len(kinds) - 2):
        if norms[chunks[at].last - 1] not in _AFTER:
            continue
        who = at + 1
        if firsts[who] == "being":
            behind = range(who + 1, min(who + _MOST, len(kinds) - 1))
            who = next((by + 1 for by in behind if firsts[by] == "by"), who)
        elif kinds[who + 1] not in _VERBS:
            continue
        if kinds[who] == "N" and "authority" in reading.nominal(who).fillers:
            return [Filler("perpetrator", reading.nominal(who), None, "after")]
    return []

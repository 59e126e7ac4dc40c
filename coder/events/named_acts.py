"""Acts that a sentence of the dead only names: "the border fighting killed 13"."""

from collections.abc import Sequence

from coder.events.drafts import Draft, Filler
from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.support import told_as
from coder.rules.model import HARMS
from coder.values.labels import EventType

_DURING = frozenset({"in", "during"})


def that_killed(reading: Reading, named: list[Hit], drafts: Sequence[Draft]) -> list[Hit]:
    """The acts a sentence of the dead says killed them: "the border fighting killed 13"."""
    caused = {number for draft in drafts for number in _killing(draft)}
    return _in_front(reading, named, drafts) or [
        hit for hit in named if told_as(reading, hit.chunk) in caused
    ]


def _killing(draft: Draft) -> Sequence[int]:
    """Its subject, or what left people dead."""
    if draft.construction == "predicate":
        return draft.causes
    if draft.type is EventType.DISPLACEMENT:
        return draft.subjects  # "the attack displaced 7,500 people"
    return draft.subjects if draft.frame.tells_outcome and draft.frame.does_harm else ()


def _in_front(reading: Reading, named: list[Hit], drafts: Sequence[Draft]) -> list[Hit]:
    """As in "In fighting near Gao 11 soldiers were killed": acts a sentence opens with.

    Only of a sentence that tells nothing else but who came to harm, by nobody.
    """
    if any(not draft.frame.tells_outcome or draft.by_role("perpetrator") for draft in drafts):
        return []
    kinds, chunks = reading.clauses.kinds, reading.clauses.chunks
    first_verb = min(draft.chunk for draft in drafts)
    return [
        hit
        for hit in named
        if 0 < hit.chunk < first_verb
        and kinds[hit.chunk - 1] == "P"
        and reading.sentence.norms[chunks[hit.chunk - 1].first] in _DURING
        and not set(kinds[: hit.chunk - 1]) - set("tA,")
    ]


def is_count(draft: Draft) -> bool:
    """Whether a draft only says how many came to harm, in an act told beside it."""
    is_told = tells_harm(draft.fillers) or "count" in draft.frame.tags
    return draft.support == "dependent" and is_told


def tells_harm(fillers: Sequence[Filler]) -> bool:
    """Whether people came to harm: enough for a part of an act told elsewhere, not for an act."""
    return any(filler.effect in HARMS for filler in fillers)

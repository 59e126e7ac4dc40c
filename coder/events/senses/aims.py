"""Acts that are aims: "raised money to kill them", "talks on the withdrawal of the troops"."""

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.senses.violence import is_violent
from coder.events.status.governors import carried_out, governor_of
from coder.events.status.ranked import counts_by_ordinal
from coder.lexicon.words import noun_classes
from coder.values.events import class_of
from coder.values.labels import EventClass, EventType

_CARRIED_OUT = frozenset({EventType.ARREST, EventType.AGREEMENT})
_RESCUE = "rescue"
_AIMED_AT = frozenset({EventType.TERRITORIAL_CHANGE, EventType.MILITARY_OPERATION})
_ON = frozenset({"on", "over", "about"})
_HAD = ("had",)
_GO = frozenset({"went", "gone", "go", "going"})
_STRATEGIC = EventClass.STRATEGIC


def is_purpose(draft: Draft) -> bool:
    """As in "raised money to kill them", "were sent to arrest him": what an infinitive wants.

    Unless the verb over it did it: "managed to", "began to", "were reported to", "to have killed".
    """
    verb = draft.chunk if draft.support == "verb" else draft.governor
    if verb is None or draft.support == "bare":
        return False
    if draft.type is EventType.ARREST and _is_errand(draft.reading, verb):
        return True
    if draft.type in _CARRIED_OUT or draft.subtype == _RESCUE:
        if any(claim.quantity is not None for claim in draft.claims):
            return False  # "moved in to arrest 14 men", "stormed the plane to free 90"
    elif not (is_violent(draft.type) or draft.type in _AIMED_AT):
        return False
    return is_wanted(draft.reading, verb) or _is_meant(draft.reading, verb)


def _is_errand(reading: Reading, verb: int) -> bool:
    """As in "were shot when they went to arrest him", and not in "went on to arrest"."""
    clauses = reading.clauses
    return clauses.kinds.endswith("VI", 0, verb + 1) and clauses.head_words[verb - 1] in _GO


def _is_meant(reading: Reading, verb: int) -> bool:
    """As in "their focus is on attacking the port": what something is about to be, or about."""
    clauses = reading.clauses
    if not clauses.kinds.endswith("VPG", 0, verb + 1):
        return False
    is_on = clauses.first_words[verb - 1] == "on"
    return is_on and reading.tags[clauses.chunks[verb - 2].head] == "B"


def is_talked_over(draft: Draft) -> bool:
    """As in "talks on the withdrawal of the troops": a step that is still to be agreed on."""
    clauses = draft.reading.clauses
    if class_of(draft.type) is not _STRATEGIC:
        return False
    if clauses.kinds[draft.chunk - 2 : draft.chunk] not in ("NP", "XP", "VP"):
        return False
    norms = draft.reading.sentence.norms
    matter, about = clauses.chunks[draft.chunk - 2], clauses.chunks[draft.chunk - 1]
    return norms[about.first] in _ON and norms[matter.head] in noun_classes()["talks"]


def is_wanted(reading: Reading, verb: int) -> bool:
    """Whether a verb is an infinitive that tells an aim, of which nobody says that it was met."""
    if reading.clauses.kinds[verb] != "I":
        return False
    if "H" in reading.clauses.chunks[verb].aux:
        return False
    if counts_by_ordinal(reading, verb - 1):
        return False  # "the third journalist to be murdered this year"
    governor = governor_of(reading, verb)
    if governor is None or carried_out(reading, verb) is not None:
        return False
    norms = reading.sentence.norms
    group = reading.clauses.chunks[governor]
    if norms[group.first : group.last] == _HAD:
        return False  # "had to give up two outposts"
    return noun_classes()["implicative"].isdisjoint(norms[group.first : group.last + 1])

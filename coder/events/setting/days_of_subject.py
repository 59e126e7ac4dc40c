"""Days that say who the subject is, or when it spoke of an act: "on Sunday condemned the raid"."""

import re

from coder.events.drafts import Draft
from coder.events.status.presupposed import is_definite_act
from coder.lexicon.closed import KNOWN

_PARTICIPLE = re.compile(r"N[AtJ]?([XK])[^,:CUWVXKIG]*\Z")
_VERBAL = frozenset("VXKIG")
_FINITE = frozenset("VX")
_OTHER_CLAUSE = _VERBAL | frozenset(",:CUW")
_ABOUT = frozenset({"about", "against", "concerning", "for", "into", "of", "over", "regarding"})


def tells_scene(draft: Draft, number: int) -> bool:
    """As in "killed two in Gao, the scene of heavy fighting last year": of the other act."""
    clauses = draft.reading.clauses
    comma = clauses.kinds.find(",N", draft.chunk, number)
    if comma < 0 or not _FINITE.isdisjoint(clauses.kinds[comma:number]):
        return False
    return any(
        clauses.chunks[at].head in draft.reading.event_heads and clauses.kinds[at - 1] == "P"
        for at in range(comma + 2, number)
    )


def dates_whom(draft: Draft, number: int) -> bool:
    """As in "Pupils abducted in April were freed": the participle of the subject has the date.

    And in "cited a treaty signed in 1914, to drop the murder case", "a man jailed for a raid died".
    """
    clauses = draft.reading.clauses
    whom = clauses.described_by(*sorted((number, draft.chunk)))
    if whom is not None and clauses.chunks[whom].head not in draft.reading.event_heads:
        return True
    if number >= draft.chunk:
        return False
    kinds = clauses.kinds
    participle = _PARTICIPLE.search(kinds, 0, number)
    if participle is None or participle.start(1) == draft.chunk:
        return False
    between = kinds[number : draft.chunk]
    if draft.construction == "nominal":
        is_of_object = kinds[max(participle.start() - 1, 0)] in _VERBAL
        return is_of_object and not _OTHER_CLAUSE.isdisjoint(between)
    if kinds[draft.chunk] == "G":  # "a militia formed in 2014 attacked a village, killing six"
        return between[1:2] in {"V", "X"}
    if draft.reading.sentence.norms[0] == "of":
        between = between.replace(",", "", 1)  # "Of the 20 abducted in May, nine fled on Sunday"
    is_verb = draft.support == "verb" and kinds[draft.chunk] in _FINITE
    return is_verb and _OTHER_CLAUSE.isdisjoint(between)


def dates_what_is_known(draft: Draft, number: int) -> bool:
    """As in "on Sunday condemned the killing of six nuns", "today discussed the attack".

    The day before a verb, or between it and the act that it only speaks of, is of the speaking.
    """
    if number >= draft.chunk or draft.support != "bare" or not is_definite_act(draft):
        return False
    clauses, acts = draft.reading.clauses, draft.reading.event_heads
    before = clauses.chunks[: draft.chunk]
    if _FINITE.isdisjoint(clauses.kinds[: draft.chunk]) or any(it.head in acts for it in before):
        return False  # "the blast led on Sunday to the killing of two"
    at = draft.chunk - 1
    if clauses.kinds[at] == "P" and clauses.first_words[at] not in _ABOUT:
        return False  # "was in the dark on Friday after the destruction of a pylon"
    return number < draft.chunk - 1 or clauses.first_words[number] not in KNOWN

"""Acts that a sentence of the dead only names: "the border fighting killed 13"."""

from collections.abc import Sequence

from coder.events.drafts import Draft, Filler
from coder.events.hanging import told_as
from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.support import Support
from coder.lexicon.closed import IN_DURING
from coder.lexicon.words import noun_classes
from coder.rules.model import HARMS
from coder.values.labels import EventType

_VERBAL = frozenset("VXKGIUW")
_BEHIND = frozenset({"after", "following"})
_FINITE = "VX"


def that_killed(reading: Reading, named: list[Hit], drafts: Sequence[Draft]) -> list[Hit]:
    """The acts a sentence of the dead says killed them: "the border fighting killed 13"."""
    caused = {number for draft in drafts for number in _killing(draft)}
    chunks = reading.clauses.chunks
    # "In another attack, an air strike killed two": the subject says which act it was.
    is_named = any(chunks[number].head in reading.event_heads for number in caused)
    opening = [] if is_named else _in_front(reading, named, drafts)
    return opening or [
        hit
        for hit in named
        if told_as(reading, hit.chunk) in caused or _is_where_they_died(reading, hit, drafts)
    ]


def _is_where_they_died(reading: Reading, hit: Hit, drafts: Sequence[Draft]) -> bool:
    """As in "were freed after fighting near Gao in which two soldiers died"."""
    kinds = reading.clauses.kinds
    relative = kinds.find("PW", hit.chunk)
    is_close = kinds[relative - 1 : relative] != ","  # no aside about an act of an untrue story
    return (
        relative > hit.chunk
        and _VERBAL.isdisjoint(kinds[hit.chunk + 1 : relative])
        and any(
            (draft.support == "dependent" or (is_close and not draft.by_role("perpetrator")))
            and draft.frame.does_harm
            and draft.chunk > relative
            and _VERBAL.isdisjoint(kinds[relative + 2 : draft.chunk])
            for draft in drafts
        )
    )


def _killing(draft: Draft) -> Sequence[int]:
    """Its subject, or what left people dead."""
    if cause := came_of(draft):
        return cause
    if draft.construction == "predicate":
        return draft.causes
    if draft.construction == "participle":  # "the attack left 28 killed"
        return [number for number in draft.causes if number < draft.chunk]
    if draft.type is EventType.DISPLACEMENT:
        return draft.subjects  # "the attack displaced 7,500 people"
    return draft.subjects if draft.frame.tells_outcome and draft.frame.does_harm else ()


def _in_front(reading: Reading, named: list[Hit], drafts: Sequence[Draft]) -> list[Hit]:
    """As in "In fighting near Gao 11 soldiers were killed": acts a sentence opens with.

    Only of a sentence that tells nothing else but who came to harm, by nobody.
    """
    if any(not draft.frame.tells_outcome or draft.by_role("perpetrator") for draft in drafts):
        return []
    kinds = reading.clauses.kinds
    first_verb = min(draft.chunk for draft in drafts)
    return [
        hit
        for hit in named
        if 0 < hit.chunk < first_verb
        and kinds[hit.chunk - 1] == "P"
        and reading.clauses.first_words[hit.chunk - 1] in IN_DURING
        and not set(kinds[reading.clauses.start : hit.chunk - 1]) - set("tA,")
    ]


def fought_around(reading: Reading, number: int) -> Support | None:
    """As in "after an exchange of fire, police arrested two men": the clause names both sides."""
    clauses = reading.clauses
    before = clauses.chunks[number - 1] if number else None
    if before is None or reading.sentence.norms[before.last - 1] not in _BEHIND:
        return None
    verb = _verb_behind(clauses.kinds, number)
    if verb is None or reading.nominal(number).is_definite:
        return None
    sides = [*clauses.subject(verb)]
    sides += [] if clauses.chunks[verb].passive else clauses.objects(verb)
    return Support("occurrence", verb, (("participant", tuple(sides)),)) if sides else None


def _verb_behind(kinds: str, number: int) -> int | None:
    """The verb of the clause that a phrase opens, or closes; none of a clause about the phrase."""
    relative = kinds.find("W", number)
    start = number if relative < 0 else kinds.find(",", relative)
    behind = next((at for at in range(max(start, number), len(kinds)) if kinds[at] in ":U"), None)
    found = [at for at in range(max(start, number), behind or len(kinds)) if kinds[at] in _FINITE]
    found += [at for at in range(number, 0, -1) if kinds[at] in _FINITE]
    return found[0] if found else None


def came_of(draft: Draft) -> Sequence[int]:
    """As in "the raid resulted in the killing of three": the subject, of which the harm came."""
    clauses, verb = draft.reading.clauses, draft.governor
    if verb is None or draft.construction != "nominal" or not draft.frame.does_harm:
        return ()
    return clauses.subject(verb) if clauses.head_words[verb] in noun_classes()["resulting"] else ()


def is_count(draft: Draft) -> bool:
    """Whether a draft only says how many came to harm, in an act told beside it."""
    is_told = tells_harm(draft.fillers) or "count" in draft.frame.tags
    return draft.support == "dependent" and is_told


def counts_told(draft: Draft, told: Sequence[Draft]) -> bool:
    """As in "found 12 | bodies": the noun counts nobody but whom a verb has counted."""
    return draft.construction == "nominal" and any(
        filler.effect in HARMS and filler.nominal.chunk == draft.chunk
        for other in told
        for filler in other.fillers
    )


def tells_harm(fillers: Sequence[Filler]) -> bool:
    """Whether people came to harm: enough for a part of an act told elsewhere, not for an act."""
    return any(filler.effect in HARMS for filler in fillers)

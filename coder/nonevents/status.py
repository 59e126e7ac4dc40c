"""Whether what a trigger tells was done: a demand that was made, a place that is held.

What is negated, only possible, only meant or only asked is none; "no longer" ends a state.
"""

from coder.events.reading import Reading
from coder.lexicon.closed import IF
from coder.lexicon.words import noun_classes
from coder.nonevents.roles import Found

_ASIDE = frozenset({"in", "by", "after", "while", "when", "before", "and", "as", "with"})
_FORMER = frozenset({"formerly", "previously", "once", "former", "then"})
_ENDED = ("no", "longer")
_UNSURE = frozenset({"will", "would", "could", "may", "might", "can", "should", "must", "shall"})
_UNSURE_SHORT = frozenset({"'ll", "'d"})


def is_told(found: Found) -> bool:  # noqa: C901, PLR0911 - one answer a construction
    """Whether the trigger's clause tells that it was so; a negation is another question."""
    reading, hit = found.reading, found.hit
    clauses = reading.clauses
    norms = reading.sentence.norms
    if norms and norms[-1] == "?":
        return False
    if not IF.isdisjoint(norms[max(0, hit.first - 8) : hit.first]):
        return False
    verb = _verb(found)
    if verb is None:
        return not is_negated(found)
    group = clauses.chunks[verb]
    if group.modal is not None and norms[group.modal] in _UNSURE | _UNSURE_SHORT:
        return False
    if group.kind == "X" and reading.tags.endswith("DA", 0, group.first):
        return False  # "the widely criticised operation"
    if group.kind == "I":
        return _is_carried_out(reading, verb)
    if group.kind == "G":
        before = clauses.kinds[verb - 1 : verb]
        if found.frame.family == "control":
            return before == ","  # "the area surrounding the square" is no siege
        if before == "P":
            return clauses.first_words[verb - 1] in _ASIDE
        return before != "I"
    if found.construction == "participle":
        return found.frame.family == "control" or _has_agent(found)
    return True


def _has_agent(found: Found) -> bool:
    return any(found.roles.get(role) is not None for role in ("speaker", "actor"))


def _verb(found: Found) -> int | None:
    """The verb group that carries the trigger; null for a noun that no verb carries."""
    clauses = found.reading.clauses
    if found.hit.form.pos == "verb":
        return found.hit.chunk
    if found.hit.form.pos == "noun":
        return None
    at = clauses.at_token[found.hit.first] - 1
    while at >= 0 and clauses.kinds[at] in "tAJ!":
        at -= 1
    return at if at >= 0 and clauses.kinds[at] in "VXIG" else None


def _is_carried_out(reading: Reading, infinitive: int) -> bool:
    """As in "hastened to declare", "continue to hold"; not "plans to", "refused to"."""
    clauses = reading.clauses
    at = infinitive - 1
    while at >= 0 and clauses.kinds[at] in "tA":
        at -= 1
    if at < 0 or clauses.kinds[at] not in "VX":
        return False
    group = clauses.chunks[at]
    words = reading.sentence.norms[group.first : group.last + 1]
    is_sure = group.modal is None and not group.negated
    return is_sure and not noun_classes()["implicative"].isdisjoint(words)


def is_negated(found: Found) -> bool:
    """Whether the clause says that it is not so, or no longer so."""
    reading, hit = found.reading, found.hit
    clauses = reading.clauses
    norms = reading.sentence.norms
    verb = _verb(found)
    number = hit.chunk if verb is None else verb
    group = clauses.chunks[number]
    if group.negated or clauses.kinds[number - 1 : number] == "!":
        return True
    if norms[max(0, group.first - 2) : group.first] == _ENDED:
        return True
    if _ENDED[1] in norms[group.first : hit.last] or "never" in norms[group.first : hit.last]:
        return True
    return group.kind == "N" and norms[group.first] in {"no", "neither", "nobody"}


def is_former(found: Found) -> bool:
    """Whether a state is told as past: "had held", "used to control", "once ruled", "until"."""
    reading = found.reading
    norms = reading.sentence.norms
    verb = _verb(found)
    number = found.hit.chunk if verb is None else verb
    group = reading.clauses.chunks[number]
    if norms[group.first] in {"had", "'d"} and group.head > group.first:
        return True
    near = norms[max(0, group.first - 3) : found.hit.last]
    return not _FORMER.isdisjoint(near) or "used" in norms[max(0, group.first - 2) : group.first]

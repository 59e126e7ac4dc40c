"""What a sentence says or asks for and does not tell as done: orders, protests in words, proofs."""

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.slots import Slots

_SHOWING = frozenset({"protest", "demonstrate"})


def is_order(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "Kill the heat and beat the eggs": a sentence that tells its reader to do something."""
    if slots.subject or slots.construction != "active" or not hit.form.form.startswith("base"):
        return False
    clauses = reading.clauses
    first = clauses.chunks[0]
    if first.kind not in "VX" or first.passive or reading.tags[first.head] != "V":
        return False
    return hit.chunk == 0 or clauses.kinds[hit.chunk - 1] in "C,"


def is_saying(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "the law breaks the treaty, a rights group protested": words behind a statement."""
    if hit.form.lemma not in _SHOWING or slots.construction != "active":
        return False
    if hit.form.pos == "verb" and _has_that_clause(reading, hit.chunk):
        return True
    if hit.form.lemma != "protest" or not slots.subject:
        return False
    kinds = reading.clauses.kinds
    start = min(slots.subject)
    while (phrase := reading.clauses.phrase_start(start)) is not None and phrase > 0:
        start = phrase - 1  # "a group of tenants"
    behind = kinds[hit.chunk :].replace("Pt", "t")
    if kinds[start - 1 : start] not in (",", '"') or "P" in behind:
        return False
    told = kinds[: start - 1]
    return kinds[0] not in "UP" and ("V" in told or "X" in told)


def _has_that_clause(reading: Reading, verb: int) -> bool:
    """As in "protested to the editor that", "demonstrated that": words, or a proof."""
    clauses = reading.clauses
    at = verb + 1
    while clauses.kinds[at : at + 1] in {"A", "t"} or clauses.kinds[at : at + 2] == "PN":
        at += 2 if clauses.kinds[at] == "P" else 1
    if clauses.kinds[at : at + 1] != "U":
        return False
    return clauses.first_words[at] == "that"

"""Acts that the police or medics were sent to: "Officers were called to a stabbing in Mill Road".

In: the noun of an act. Out: the verb, where those who come to such acts were called to it, or to
reports of it. What they found is told behind.
"""

from coder.events.reading import Reading
from coder.lexicon.words import noun_classes

_REPORTS = frozenset({"report", "reports"})
_TO = frozenset({"to", "following", "after"})
_PASSED = "NPtAJ"


def called_to(reading: Reading, number: int) -> int | None:
    """The verb that says who was called to an act; null where nobody was."""
    classes = noun_classes()
    clauses, at = reading.clauses, number
    if classes["called_out"].isdisjoint(reading.vocabulary):
        return None
    if clauses.head_words[number] not in classes["called_out_to"]:
        return None  # a disturbance may be none
    is_reported = clauses.kinds.endswith("NP", 0, at) and clauses.head_words[at - 2] in _REPORTS
    at -= 2 if is_reported else 0
    if not clauses.kinds.endswith("P", 0, at) or clauses.first_words[at - 1] not in _TO:
        return None
    at -= 1
    while at > 0 and clauses.kinds[at] in _PASSED:
        at -= 1
    if clauses.kinds[at] not in "VX" or clauses.head_words[at] not in classes["called_out"]:
        return None
    heads = {clauses.head_words[group] for group in clauses.subject(at)}
    return at if not heads.isdisjoint(classes["responders"]) else None

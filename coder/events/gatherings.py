"""Who gathers to demand something, and who was only there."""

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.rules.model import Frame
from coder.values.labels import EventType

_MEETING = frozenset({"gather", "congregate", "converge"})
_ANYBODY = frozenset({"crowd", "crowds", "people", "onlookers"})
_BEFORE_SEATS = frozenset({"outside", "at", "on", "before", "in"})  # "in the main square"
_WHERE_ELSE = "where"


def is_setting(reading: Reading, hit: Hit, frame: Frame) -> bool:
    """As in "a park where families had gathered": who was there, and no demand is told."""
    if hit.form.lemma not in _MEETING:
        return False
    clauses, norms = reading.clauses, reading.sentence.norms
    if noun_classes()["demanding"].isdisjoint(reading.vocabulary) and (
        "I" in clauses.kinds[hit.chunk : clauses.clause(hit.chunk)[1] + 1]
        or _looks_on(reading, hit.chunk)
    ):
        return True  # "gathered to drink to the end of an era", "soon a crowd gathered"
    if _WHERE_ELSE not in reading.vocabulary:
        return False
    first = clauses.chunks[clauses.clause(hit.chunk)[0]].first
    is_inside = _WHERE_ELSE in norms[max(first - 1, 0) : hit.first]
    return is_inside and frame.type is EventType.PROTEST and "I" not in clauses.kinds[hit.chunk :]


def _looks_on(reading: Reading, verb: int) -> bool:
    """As in "a crowd gathered", "people gathered around the car": before nobody's seat or gate."""
    clauses, norms = reading.clauses, reading.sentence.norms
    subject = clauses.subject(verb)
    if not subject or norms[clauses.chunks[subject[0]].head] not in _ANYBODY:
        return False
    return all(phrase.preposition not in _BEFORE_SEATS for phrase in clauses.phrases(verb))

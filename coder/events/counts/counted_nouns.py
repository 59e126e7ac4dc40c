"""A noun that counts people itself: "four deaths", "no casualties", "was the only fatality"."""

from collections.abc import Sequence
from dataclasses import replace

from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.lexicon.words import noun_classes

_WOUNDS = frozenset({"injuries", "wounds"})
_OF_WOUNDS = frozenset(
    {"multiple", "bullet", "gunshot", "stab", "knife", "shrapnel", "splinter", "pellet"}
)
_SOLE = frozenset({"only", "sole", "lone"})
_CAUSING = frozenset({"cause", "caused", "claimed", "inflicted", "left", "produced"})


def counted_noun(reading: Reading, number: int) -> Nominal:
    """The noun that counts people; a zero behind "without" ("without causing injuries")."""
    sole = _sole_subject(reading, number)
    if sole is not None:
        return sole
    nominal = reading.nominal(number)
    at = number - 1
    kinds = reading.clauses.kinds
    norms = reading.sentence.norms
    if norms[nominal.first] == "zero" or _joins_zero(reading, at):
        return replace(nominal, is_negative=True, quantity=None)
    if _is_nothing(reading, at):
        return replace(nominal, is_negative=True, quantity=None)
    while at >= 0 and kinds[at] == "G":
        at -= 1
    if at >= 0 and kinds[at] == "P":
        group = reading.clauses.chunks[at]
        preposition = norms[group.last - 1]
        if preposition == "without":
            return replace(nominal, is_negative=True)
        is_bare = nominal.quantity is None and not nominal.is_definite
        if is_bare and preposition == "of" and at and _is_number_alone(reading, at - 1):
            return reading.nominal(at - 1)  # "dozens of wounded"
    return nominal


def are_on_one_body(norms: Sequence[str], at: int) -> bool:
    """As in "multiple injuries", "two bullet injuries", "head wounds": how many one person has."""
    before = norms[at - 1] if at else ""
    return norms[at] in _WOUNDS and (before in _OF_WOUNDS or before in noun_classes()["body_part"])


def are_remains(reading: Reading, nominal: Nominal) -> bool:
    """As in "the remains of two men": of people, and not of a villa or of a Bronze Age."""
    if reading.clauses.head_words[nominal.chunk] != "remains":
        return False
    whose = reading.of_what(nominal.chunk)
    if whose is None or "person" not in reading.nominal(whose).fillers:
        return False
    group = reading.clauses.chunks[whose]
    words = reading.sentence.norms[group.first : group.last]
    return noun_classes()["long_ago"].isdisjoint(words)


def _is_number_alone(reading: Reading, number: int) -> bool:
    quantity = reading.nominal(number).quantity
    return quantity is not None and quantity.last == reading.clauses.chunks[number].last


def _sole_subject(reading: Reading, number: int) -> Nominal | None:
    """As in "the bomber was the only fatality": who it is said of."""
    if _SOLE.isdisjoint(reading.vocabulary):
        return None
    clauses = reading.clauses
    norms = reading.sentence.norms
    group = clauses.chunks[number]
    words = set(norms[group.first : group.head])
    at = number - 1
    while at > 0 and clauses.kinds[at] in "AN" and clauses.chunks[at].first >= group.first - 2:
        words.update(norms[clauses.chunks[at].first : clauses.chunks[at].last])
        at -= 1
    if at < 0 or words.isdisjoint(_SOLE) or clauses.kinds[at] != "V":
        return None
    if reading.tags[clauses.chunks[at].head] != "B":
        return None
    groups = clauses.subject(at)
    return reading.nominal(groups[0]) if len(groups) == 1 else None


def _joins_zero(reading: Reading, at: int) -> bool:
    """As in "no deaths or injuries", "no loss of life or injuries": "no" covers both."""
    clauses = reading.clauses
    if not clauses.kinds.endswith("NC", 0, at + 1) or clauses.first_words[at] != "or":
        return False
    start = at - 1
    while start >= 2 and clauses.kinds[start - 2 : start] == "NP":  # noqa: PLR2004 - noun, "of"
        start -= 2
    return reading.nominal(start).is_negative


def _is_nothing(reading: Reading, at: int) -> bool:
    """As in "neither caused casualties", "none of the rockets claimed victims"."""
    if at < 0 or reading.clauses.kinds[at] not in "VX":
        return False
    if reading.clauses.head_words[at] not in _CAUSING:
        return False
    subject = reading.clauses.subject(at)
    first = reading.clauses.chunks[subject[0]].first if subject else -1
    return bool(subject) and reading.sentence.norms[first] in {"neither", "none"}

"""Whose body a noun group is a part of: who is meant by "into the legs of a judge", "in his back".

In: a noun group. Out: the person, or the pronoun that stands for one.
"""

from coder.events.nominals import Nominal
from coder.events.reading import Reading
from coder.lexicon.closed import HIS_HER_THEIR
from coder.lexicon.words import noun_classes

INSIDE = frozenset({"into", "in", "through", "object"})
_PRONOUN = frozenset({"pronoun"})
_LEADING = frozenset({"head", "heads", "arm", "arms", "hand", "hands", "back", "face"})


def whose_body(reading: Reading, number: int) -> Nominal | None:
    """The person whose limb or organ a group is; null where it is no part of a body."""
    clauses, norms = reading.clauses, reading.sentence.norms
    group = clauses.chunks[number]
    if norms[group.head] not in noun_classes()["body_part"]:
        return None
    if norms[group.first] in HIS_HER_THEIR:
        return Nominal(number, group.first, group.first + 1, group.first, _PRONOUN)
    mark = reading.tags.find("S", group.first, group.head)
    if mark > group.first:
        return reading.modifier(number, group.first, mark)
    is_of = (
        clauses.kinds[number + 1 : number + 3] == "PN"
        and norms[clauses.chunks[number + 1].first] == "of"
        and norms[group.head] not in _LEADING
    )
    owner = reading.nominal(number + 2) if is_of else None
    return owner if owner is not None and "person" in owner.fillers else None


def hurt_in(reading: Reading, number: int, whom: Nominal, via: str) -> str | None:
    """As in "into his legs": shots in a limb hurt; null where that is not told ("at his feet")."""
    head = reading.clauses.chunks[number].head
    is_in = (
        via in INSIDE
        and head != whom.head
        and reading.sentence.norms[head] in noun_classes()["limb"]
    )
    return "injured" if is_in else None

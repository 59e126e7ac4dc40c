"""Whose body a noun group is a part of: who is meant by "into the legs of a judge", "in his back".

In: a noun group. Out: the person, or the pronoun that stands for one.
"""

from dataclasses import replace

from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.roles.role_types import is_plausible
from coder.lexicon.closed import HIS_HER_THEIR
from coder.lexicon.words import noun_classes
from coder.rules.model import RoleSpec

INSIDE = frozenset({"into", "in", "through", "object"})
_PRONOUN = frozenset({"pronoun"})
_HAD = frozenset({"VNX", "XNX", "VNV", "GNX", "VNK", "XNK", "GNK"})
_HAVING = frozenset({"have", "has", "had", "having"})
_LEADING = frozenset({"head", "heads", "arm", "arms", "hand", "hands", "back", "face"})


def whose_body(reading: Reading, number: int) -> Nominal | None:
    """The person whose limb or organ a group is; null where it is no part of a body."""
    clauses, norms = reading.clauses, reading.sentence.norms
    group = clauses.chunks[number]
    if norms[group.head] not in noun_classes()["body_part"]:
        return None
    if norms[group.first] in HIS_HER_THEIR:
        pronoun = Nominal(number, group.first, group.first + 1, group.first, _PRONOUN)
        return _who_had(reading, number) or pronoun
    mark = reading.tags.find("S", group.first, group.head)
    if mark > group.first:
        return reading.modifier(number, group.first, mark)
    if norms[group.head] in _LEADING:
        return None
    return _of_whom(reading, number)


def _of_whom(reading: Reading, number: int) -> Nominal | None:
    """As in "the legs of a judge", "a judge had both legs broken"."""
    clauses, norms = reading.clauses, reading.sentence.norms
    owner = None
    if clauses.kinds[number + 1 : number + 3] == "PN":
        is_of = norms[clauses.chunks[number + 1].first] == "of"
        owner = reading.nominal(number + 2) if is_of else None
    else:
        owner = _who_had(reading, number)
    return owner if owner is not None and "person" in owner.fillers else None


def _who_had(reading: Reading, number: int) -> Nominal | None:
    """As in "a judge had both legs broken", "a vendor had his jaw broken"."""
    clauses = reading.clauses
    if clauses.kinds[number - 1 : number + 2] not in _HAD:
        return None
    had = clauses.head_words[number - 1] in _HAVING
    subjects = clauses.subject(number - 1) if had else []
    owner = reading.nominal(subjects[0]) if subjects else None
    return owner if owner is not None and "person" in owner.fillers else None


def is_part_asked(reading: Reading, role: RoleSpec, number: int) -> bool:
    """Whether a role for people names the part of a body that a group is ("hand", "throat")."""
    head = reading.clauses.head_words[number]
    return bool(role.heads) and "person" in role.fillers and head in role.heads


def owner_asked(reading: Reading, role: RoleSpec, number: int, via: str) -> Nominal | None:
    """As in "chopped off the hands of two clerks": who lost what the role names."""
    owner = whose_body(reading, number) or _of_whom(reading, number)
    anybody = replace(role, heads=frozenset())
    return owner if owner is not None and is_plausible(reading, anybody, owner, via) else None


def hurt_in(reading: Reading, number: int, whom: Nominal, via: str) -> str | None:
    """As in "into his legs": shots in a limb hurt; null where that is not told ("at his feet")."""
    head = reading.clauses.chunks[number].head
    is_in = (
        via in INSIDE
        and head != whom.head
        and reading.sentence.norms[head] in noun_classes()["limb"]
    )
    return "injured" if is_in else None

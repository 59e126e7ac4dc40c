"""Who is thought to be behind an act: "X was suspected", "X is believed to be responsible".

Adjectives and no verbs of saying: the party stands before "be", or behind "suspected". Such
sentences tell no act of their own; the party goes to the act they stand with.
"""

from collections.abc import Iterator

from coder.discourse.acts import PARTIES, Responsibility
from coder.events.names import name_of_group
from coder.events.reading import Reading
from coder.values.labels import Certainty

_PREDICATES = frozenset({"suspected", "responsible", "accountable", "culpable"})
_SUSPECTED = "suspected"
_INVOLVEMENT = frozenset({"involvement", "complicity", "participation", "role", "hand"})


def find_suspects(reading: Reading) -> Iterator[Responsibility]:
    """The parties one sentence holds to be behind an act, in the order of the text."""
    if _PREDICATES.isdisjoint(reading.vocabulary):
        return
    clauses = reading.clauses
    for number, kind in enumerate(clauses.kinds):
        if kind != "J" or reading.sentence.norms[clauses.chunks[number].head] not in _PREDICATES:
            continue
        if _ends_there(reading, number):
            yield from _of_predicate(reading, number)


def _ends_there(reading: Reading, number: int) -> bool:
    """As in "was suspected", "suspected of involvement": acts told behind are :mod:`involvement`'s.

    Nor is "responsible for the area" said of an act.
    """
    clauses = reading.clauses
    if clauses.kinds[number + 1 : number + 3] != "PN":
        return True
    return reading.sentence.norms[clauses.chunks[number + 2].head] in _INVOLVEMENT


def _of_predicate(reading: Reading, number: int) -> Iterator[Responsibility]:
    """As in "X was responsible", "officials suspected X", "X suspected." at the end."""
    kinds = reading.clauses.kinds
    found = list(_before_be(reading, number))
    if found or reading.sentence.norms[reading.clauses.chunks[number].head] != _SUSPECTED:
        yield from found
    elif kinds[number + 1 : number + 2] in {"", "."} and kinds[number - 1 : number] in {"N", ")"}:
        yield from _parties(reading, reading.clauses.subject(number), Certainty.SUSPECTED)
    elif kinds[number - 1 : number] == "N" and kinds[number + 1 : number + 2] == "N":
        yield from _parties(reading, [_involved(reading, number + 1)], Certainty.SUSPECTED)


def _involved(reading: Reading, number: int) -> int:
    """The party of "the involvement of X"; the group itself where it is none of that."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    is_noun = norms[clauses.chunks[number].head] in _INVOLVEMENT
    return number + 2 if is_noun and clauses.kinds[number + 1 : number + 3] == "PN" else number


def _before_be(reading: Reading, number: int) -> Iterator[Responsibility]:
    """The subject of a "be" before a predicate, also that of "is believed to be"."""
    clauses = reading.clauses
    verb = number - 1
    while verb > 0 and clauses.kinds[verb] == "A":
        verb -= 1
    if verb < 0 or clauses.kinds[verb] not in "VI":
        return
    group = clauses.chunks[verb]
    if group.negated or reading.tags[group.head] != "B":
        return
    is_doubted = reading.sentence.norms[clauses.chunks[number].head] == _SUSPECTED
    subject = clauses.subject(verb)
    if clauses.kinds[verb] == "I":
        if verb == 0 or clauses.kinds[verb - 1] != "V":
            return
        is_doubted, subject = True, clauses.subject(verb - 1)
    yield from _parties(reading, subject, Certainty.SUSPECTED if is_doubted else Certainty.ACCUSED)


def _parties(reading: Reading, groups: list[int], certainty: Certainty) -> Iterator[Responsibility]:
    for number in groups:
        nominal = name_of_group(reading, reading.nominal(number))
        if nominal.fillers & PARTIES and not nominal.is_negative:
            yield Responsibility(reading, nominal, certainty)

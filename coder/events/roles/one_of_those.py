"""Which of several things told before a rank without a noun stands for.

"Two bombs went off. The first killed four people. The other wounded nine": a bomb each. In: a noun
group that is a rank alone. Out: the group with the type of those it ranks. One more beside one
("a bomb went off and another was found") is for ``device_meant`` among the roles.
"""

from dataclasses import replace
from typing import Protocol

from coder.events.roles.nominals import Nominal, is_rank, may_rank
from coder.grammar import Clauses
from coder.lexicon.closed import A_OR_ANOTHER, A_OR_ONE
from coder.lexicon.words import noun_classes
from coder.values.text import Sentence

_ARTICLES = frozenset({("the",), ("a",)})
_RANKS = frozenset({"first", "other", "latter", "former", "last"})

_BARE = frozenset({"one", "another"})
_ANY = _RANKS | _BARE
_SEVERAL = frozenset({"twin", "pair", "both", "several"})
_PREPOSITIONS = frozenset({"in", "by", "during"})
_VERBS = "VX"
_MANY = 40
_MAX_DISTANCE = 3  # sentences


class _Read(Protocol):
    """What a reading knows of its sentence and of the one before."""

    sentence: Sentence
    clauses: Clauses

    @property
    def previous(self) -> "_Read | None": ...

    def nominal(self, number: int) -> Nominal: ...


def may_stand_for_those(vocabulary: frozenset[str]) -> bool:
    """Whether any word of a sentence is such a rank."""
    return not (
        _ANY.isdisjoint(vocabulary) and noun_classes()["ordinal"].isdisjoint(vocabulary)
    ) or may_rank(vocabulary)


def is_rank_alone(norms: tuple[str, ...], first: int, last: int) -> bool:
    """As in "the first", "a second", "another", "the other": no noun behind it."""
    head = norms[last - 1]
    if last - first == 1:
        return head in _BARE
    return norms[first : last - 1] in _ARTICLES and (
        head in _RANKS or head in noun_classes()["ordinal"] or is_rank(head)
    )


def as_one_of_those(reading: _Read, found: Nominal) -> Nominal:
    """A rank alone with the type of the things or acts it ranks; itself where none are told."""
    norms = reading.sentence.norms
    if norms[found.last : found.last + 1] == ("of",) or not _may_be_thing(reading, found.chunk):
        return found
    those = _those(reading, found.chunk)
    if those is None and norms[found.first] in A_OR_ANOTHER:
        those = _one_more(reading, found.chunk)
    if those is None:
        return found
    weapon = those.weapon  # its words stay those of the sentence that tells of all
    if weapon is not None:
        weapon = replace(weapon, first=found.first, last=found.last)
    fillers = those.fillers
    return Nominal(found.chunk, found.first, found.last, found.head, fillers, weapon=weapon)


def _may_be_thing(reading: _Read, number: int) -> bool:
    """Whether it stands where an act or a weapon does: "the first killed four", "in the second"."""
    clauses = reading.clauses
    if clauses.kinds[number - 1 : number] == "P":
        return clauses.first_words[number - 1] in _PREPOSITIONS
    return any(
        kind in _VERBS
        and not clauses.chunks[verb].passive
        and number in clauses.subject(verb)
        and clauses.objects(verb)
        for verb, kind in enumerate(clauses.kinds[number + 1 :], start=number + 1)
    )


def _those(reading: _Read, number: int) -> Nominal | None:
    """The last of several arms or acts told before a chunk, in the sentence or shortly before."""
    index, told = reading.sentence.index, reading
    end = number
    while True:
        for at in range(end - 1, -1, -1):
            if told.clauses.kinds[at] == "N" and _are_several(told, at):
                return told.nominal(at)
        before = told.previous
        if before is None or index - before.sentence.index > _MAX_DISTANCE:
            return None
        if before.sentence.section is not reading.sentence.section:
            return None
        told, end = before, len(before.clauses.kinds)


def _one_more(reading: _Read, number: int) -> Nominal | None:
    """The one that acts in the clause before: "A bomb hit a bank. A second wounded two guards"."""
    told, end = reading, number
    if "N" not in reading.clauses.kinds[reading.clauses.start : number]:
        before = reading.previous
        if before is None or before.sentence.section is not reading.sentence.section:
            return None
        told, end = before, len(before.clauses.kinds)
    clauses = told.clauses
    for verb in range(clauses.start, end):
        subject = clauses.subject(verb) if clauses.kinds[verb] in _VERBS else []
        if len(subject) == 1 and subject[0] < end:
            nominal = told.nominal(subject[0])
            is_one = told.sentence.norms[nominal.first] in A_OR_ONE
            is_thing = bool(nominal.fillers & {"weapon", "event"}) and nominal.actor is None
            return nominal if is_one and is_thing else None
    return None


def _are_several(reading: _Read, number: int) -> bool:
    group = reading.clauses.chunks[number]
    nominal = reading.nominal(number)
    if not nominal.fillers & {"weapon", "event"} or nominal.actor is not None:
        return False
    quantity = nominal.quantity
    if quantity is not None:
        return 1 < (quantity.best or quantity.low or 0) <= _MANY
    norms = reading.sentence.norms
    is_bare = group.first == group.head and norms[group.head].endswith("s")  # "Bombs exploded"
    return is_bare or not _SEVERAL.isdisjoint(norms[group.first : group.head])

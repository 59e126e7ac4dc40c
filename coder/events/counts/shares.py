"""A share of a number of people: "almost all of the 2,000", "all but two of the 12", "half of"."""

from dataclasses import replace
from typing import Protocol

from coder.events.roles.nominals import Nominal
from coder.grammar import Clauses
from coder.lexicon.closed import OF_FROM
from coder.lexicon.words import noun_classes
from coder.values.labels import Qualifier
from coder.values.mentions import Quantity
from coder.values.text import Sentence


class _Read(Protocol):
    """What a reading knows of its sentence."""

    sentence: Sentence
    clauses: Clauses
    quantities: dict[int, Quantity]

    def nominal(self, number: int) -> Nominal: ...


_DEBRIS = frozenset({"debris", "fragment", "fragments", "wreckage", "shards", "shrapnel"})
_ALMOST = frozenset({"almost", "nearly", "virtually", "practically"})
_MORE = frozenset({("more", "than"), ("well", "over"), ("at", "least")})
_MOSTLY = frozenset({"most", "majority", "bulk"})
_FRACTIONS = {
    "two-thirds": (2, 3),
    "thirds": (2, 3),
    "three-quarters": (3, 4),
    "quarters": (3, 4),
    "third": (1, 3),
    "quarter": (1, 4),
}
_ONE = frozenset({"a", "one"})
_ALL_BUT = ("all", "but")


def share_of(
    norms: tuple[str, ...], first: int, head: int, own: Quantity | None, whole: Quantity | None
) -> Quantity | None:
    """The number a group counts that says how much of a whole it is.

    ``first`` and ``head`` are tokens of the group before "of"; ``own`` is its number ("two of the
    12"), null where it has a word of share or none. Of a whole told exactly "most" is more than
    half, "half" is about half, and "all but two" is the rest; else the number of the whole stands.
    """
    if whole is None or whole.best is None or whole.qualifier is not Qualifier.EXACT:
        return whole if own is None else own
    if own is None:
        return _share(norms, first, head, whole, whole.best)
    rest = whole.best - (own.best or whole.best)
    if norms[first - 2 : first] != _ALL_BUT or rest < 1:
        return own
    return replace(whole, low=rest, best=rest, high=rest)


def is_fraction(norms: tuple[str, ...], head: int) -> bool:
    """As in "a third of", "a fifth of", "three-quarters of"."""
    word = norms[head]
    if norms[head - 1] in _ONE:
        return word in noun_classes()["ordinal"] or word in _FRACTIONS
    return word in _FRACTIONS and ("-" in word or word.endswith("s"))


def sized(reading: _Read, found: Nominal) -> Nominal:
    """As in "its crew of three", "a family of six": as many people, where no noun follows."""
    norms, clauses = reading.sentence.norms, reading.clauses
    if norms[found.head] not in noun_classes()["sized"] or found.quantity is not None:
        return found
    if clauses.kinds[found.chunk + 1 : found.chunk + 3] != "PN":
        return found
    group = clauses.chunks[found.chunk + 2]
    quantity = reading.quantities.get(group.first)
    if quantity is None or quantity.last != group.last or norms[group.first - 1] != "of":
        return found
    return replace(found, quantity=quantity)


def debris_of(reading: _Read, number: int) -> int | None:
    """The arms of which something fell: "debris from a downed rocket", "fragments of a drone"."""
    clauses = reading.clauses
    if clauses.head_words[number] not in _DEBRIS:
        return None
    if clauses.kinds[number + 1 : number + 3] != "PN":
        return None
    is_from = clauses.first_words[number + 1] in OF_FROM
    return number + 2 if is_from and reading.nominal(number + 2).weapon is not None else None


def _share(norms: tuple[str, ...], first: int, head: int, whole: Quantity, number: int) -> Quantity:
    word = norms[head]
    if word == "all" and first and norms[first - 1] in _ALMOST:
        return replace(whole, low=None, qualifier=Qualifier.NEARLY)
    if word == "half":
        is_least = norms[head - 2 : head] in _MORE
        low, how = (number // 2, Qualifier.MORE_THAN) if is_least else (None, Qualifier.ABOUT)
        return replace(whole, low=low, best=number // 2, high=None, qualifier=how)
    if word in _FRACTIONS:
        part, parts = _FRACTIONS[word]
        best = number * part // parts
        return replace(whole, low=None, best=best, high=None, qualifier=Qualifier.ABOUT)
    if word in _MOSTLY or word == "some":
        low = min(2, number) if word == "some" else number // 2 + 1
        return replace(whole, low=low, best=None, qualifier=Qualifier.UNSPECIFIED)
    return whole

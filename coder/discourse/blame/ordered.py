"""Who had an act done: "the general ordered the killing", "gave the order to shoot".

Whoever orders an act that was done has done it, as whoever does it on his orders.
"""

from collections.abc import Iterator

from coder.discourse.blame.party import Blame
from coder.events.reading import Reading
from coder.events.status.charges import charge_on
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.labels import Certainty

_GIVING = frozenset({"gave", "given", "giving", "issued", "issuing"})
_ORDERS = frozenset({"order", "orders", "instructions", "command"})
_UNDER = frozenset({"on", "upon", "under"})
ORDERING = sign("ordering", _ORDERS)


def find_ordered(reading: Reading) -> Iterator[Blame]:
    """Those who one sentence says had an act done, in the order of the text."""
    if not reading.signs & ORDERING:
        return
    ordering = noun_classes()["ordering"]
    clauses = reading.clauses
    kinds = clauses.kinds
    norms = reading.sentence.norms
    for number, kind in enumerate(kinds):
        group = clauses.chunks[number]
        norm = norms[group.head]
        behind = kinds[number + 1 : number + 3]
        if kind in "VXG" and norm in ordering and not (group.passive or group.negated):
            deed = _ordered_deed(reading, number)
            if deed is not None:
                certainty = charge_on(reading, number) or Certainty.STATED
                yield Blame(clauses.subject(number), certainty, deed=deed)
        elif kind in "VXG" and norm in _GIVING and behind == "NI":
            if clauses.head_words[number + 1] in _ORDERS:
                yield Blame(clauses.subject(number), Certainty.STATED, deed=number + 2)
        elif kind == "N" and norm in _ORDERS and behind == "PN":
            deed = _done_on(reading, number - 1)
            if deed is not None:
                yield Blame([number + 2], Certainty.STATED, deed=deed)


def _done_on(reading: Reading, number: int) -> int | None:
    """The act before the preposition of "killed two men on the orders of the general".

    The verb, or the noun it asserts: "carried out the murder on instructions from the mayor".
    """
    clauses = reading.clauses
    if number < 0 or clauses.kinds[number] != "P":
        return None
    if clauses.first_words[number] not in _UNDER:
        return None
    verb = max(clauses.kinds.rfind(kind, 0, number) for kind in "VX")
    if verb < 0:
        return None
    return _deed_of(reading, verb) or verb


def _ordered_deed(reading: Reading, verb: int) -> int | None:
    """The act behind a verb of ordering: "ordered the killing", "ordered his men to fire"."""
    clauses = reading.clauses
    for at in (verb + 1, verb + 2):
        if clauses.kinds[at : at + 1] == "I":
            return at
    return _deed_of(reading, verb)


def _deed_of(reading: Reading, verb: int) -> int | None:
    """The noun of an act that is the only object of a verb."""
    objects = reading.clauses.objects(verb)
    if len(objects) != 1:
        return None
    head = reading.clauses.chunks[objects[0]].head
    return objects[0] if reading.sentence.norms[head] in noun_classes()["deed"] else None

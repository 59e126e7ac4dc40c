"""Who is said to have a part in an act told elsewhere: "X is linked to the murder", "X was guilty".

Such sentences tell no act of their own; the party goes to the act they name. How sure they are is
never more than an accusation.
"""

from collections.abc import Iterator

from coder.discourse.acts import PARTIES, Responsibility
from coder.events.nominals import Nominal
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.values.labels import Certainty

_TIES = {
    "guilty": frozenset({"of"}),
    "blame": frozenset({"for"}),
    "responsible": frozenset({"for"}),
    "accountable": frozenset({"for"}),
    "answerable": frozenset({"for"}),
    "culpable": frozenset({"for"}),
    "linked": frozenset({"to", "with"}),
    "tied": frozenset({"to"}),
    "connected": frozenset({"to", "with"}),
    "involved": frozenset({"in"}),
    "implicated": frozenset({"in"}),
    "complicit": frozenset({"in"}),
    "suspected": frozenset({"of", "in"}),
    "accused": frozenset({"of"}),
    "behind": frozenset({"the", "this", "these", "that", "those"}),
}
_WORDS = frozenset(_TIES)
_KNOWN = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "both"})
_NONE = frozenset({"no", "not", "never", "n't", "nobody", "neither", "without"})
_DENYING = frozenset({"denied", "denies", "deny", "denying", "rejected", "rejects", "innocent"})
_MAX_LEFT = 3  # chunks: "are most certainly to blame"


def find_involved(reading: Reading) -> Iterator[Responsibility]:
    """The parties one sentence ties to an act, in the order of the text."""
    if _WORDS.isdisjoint(reading.vocabulary):
        return
    norms = reading.sentence.norms
    if not _DENYING.isdisjoint(norms) or not _NONE.isdisjoint(norms):
        return
    for token in range(1, len(norms) - 2):
        ties = _TIES.get(norms[token])
        if ties is None or norms[token + 1] not in ties:
            continue
        behind = token + 1 if norms[token] == "behind" else token + 2
        if _names_deed(reading, reading.clauses.at_token[behind]):
            yield from _parties(reading, token)


def _names_deed(reading: Reading, number: int) -> bool:
    """Whether a noun group is an act that the reader knows: "the murder", "his death"."""
    clauses = reading.clauses
    if clauses.kinds[number] != "N":
        return False
    group = clauses.chunks[number]
    norms = reading.sentence.norms
    return norms[group.first] in _KNOWN and norms[group.head] in noun_classes()["deed"]


def _parties(reading: Reading, token: int) -> Iterator[Responsibility]:
    """Whoever is tied: the subject of the verb, or the group that a participle stands behind."""
    clauses = reading.clauses
    number = clauses.at_token[token]
    verb = number
    while verb >= 0 and number - verb <= _MAX_LEFT and clauses.kinds[verb] not in "VXN":
        verb -= 1
    if verb < 0 or clauses.kinds[verb] not in "VXN":
        return
    groups = clauses.conjoined_left(verb) if clauses.kinds[verb] == "N" else clauses.subject(verb)
    is_sure = clauses.chunks[verb].modal is None
    certainty = Certainty.ACCUSED if is_sure else Certainty.SUSPECTED
    for group in groups:
        party = _party(reading, group)
        if party is not None:
            yield Responsibility(reading, party, certainty)


def _party(reading: Reading, number: int) -> Nominal | None:
    nominal = reading.nominal(number)
    if nominal.is_negative or not nominal.fillers & PARTIES:
        return reading.state(nominal)
    return nominal

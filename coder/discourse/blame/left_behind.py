"""Whose papers, slogans or initials were left where an act was: "a note signed by the Front".

A signature claims the act; leaflets and slogans only make their group suspected.
"""

from collections.abc import Iterator

from coder.discourse.blame.party import Blame, party_of
from coder.events.reading import Reading
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.kinds import ARMED_GROUPS
from coder.values.labels import Certainty

_SIGNED = "signed"
_WHOSE = frozenset({"of", "by", "from"})
LEFT = sign("left_behind")
_PLACED = sign("left_there")
_MAX_BACK = 6  # chunks from the party to the paper or mark


def find_left_behind(reading: Reading) -> Iterator[Blame]:
    """The armed groups whose papers or marks one sentence tells to have been left."""
    if not (reading.signs & LEFT and reading.signs & _PLACED) or "not" in reading.vocabulary:
        return
    clauses = reading.clauses
    for number, kind in enumerate(clauses.kinds):
        if kind != "N" or number < 2 or clauses.first_words[number - 1] not in _WHOSE:  # noqa: PLR2004
            continue
        party = party_of(reading, number)
        if party is None or party.actor is None or party.actor.type not in ARMED_GROUPS:
            continue
        is_signed = clauses.head_words[number - 2] == _SIGNED
        if is_signed or _is_mark(reading, number - 2):
            certainty = Certainty.CLAIMED if is_signed else Certainty.SUSPECTED
            if any(_is_mark(reading, at) for at in range(max(0, number - _MAX_BACK), number)):
                yield Blame([number], certainty)


def _is_mark(reading: Reading, number: int) -> bool:
    """As in "a leaflet", "the initials", "slogans": what somebody may leave as a sign."""
    is_noun = reading.clauses.kinds[number] == "N"
    return is_noun and reading.clauses.head_words[number] in noun_classes()["left_behind"]

"""Whose fire it was by where it came from: "the shells came from rebel positions"."""

from collections.abc import Iterator

from coder.discourse.blame.party import LINES, Blame
from coder.events.reading import Reading
from coder.events.status.attribution import find_sources
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.labels import Certainty

_COMING = frozenset({"came", "come", "coming", "originated"})
COMES, _FIRES = sign(_COMING), sign("fire")


def find_came_from(reading: Reading) -> Iterator[Blame]:
    """Those from whom one sentence says that the fire came, in the order of the text."""
    if not (reading.signs & COMES and reading.signs & _FIRES):
        return
    fire = noun_classes()["fire"]
    clauses = reading.clauses
    for number in clauses.headed(_COMING, "VX"):
        is_from = (
            not clauses.chunks[number].negated
            and clauses.kinds[number + 1 : number + 3] == "PN"
            and clauses.first_words[number + 1] == "from"
        )
        if is_from and clauses.has_head(clauses.subject(number), fire):
            yield Blame([_party(reading, number + 2)], Certainty.ACCUSED, _speech(reading, number))


def _party(reading: Reading, number: int) -> int:
    """The group for whoever fires: behind "of" in "from positions of the Front"."""
    clauses = reading.clauses
    is_ground = clauses.head_words[number] in LINES
    if not is_ground or clauses.kinds[number + 1 : number + 3] != "PN":
        return number
    is_theirs = clauses.first_words[number + 1] == "of"
    return number + 2 if is_theirs else number


def _speech(reading: Reading, number: int) -> int | None:
    """The verb of those who say so."""
    verbs = [source.verb for source in find_sources(reading) if source.verb is not None]
    return max((verb for verb in verbs if verb < number), default=None)

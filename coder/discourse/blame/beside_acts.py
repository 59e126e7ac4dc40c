"""Who did it, told by what lies beside the act: where the fire came from, who was seen running.

Such sentences tell no act of their own. They count only where nobody else is told to have done it,
and soon behind the act: who flees from an attack need not have made it.
"""

from collections.abc import Iterator

from coder.discourse.blame.party import LINES, Blame
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.status.attribution import find_sources
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.labels import ActorType, Certainty

_KNOWN = frozenset({"the", "these", "those", "both", "all"})
_SEEN = frozenset({"saw", "seen", "spotted", "noticed", "observed"})
_FLIGHT, _ARE_KNOWN, _UNKNOWN = sign("flight"), sign(_KNOWN), sign("unknown_doer")
_COMING = frozenset({"came", "come", "coming", "originated"})
COMES, _FIRES = sign(_COMING), sign("fire")


def find_fled(reading: Reading) -> Iterator[Blame]:
    """Those whom one sentence tells of as known doers, or as seen in flight from the act."""
    words, signs = reading.vocabulary, reading.signs
    is_flight = bool(signs & _FLIGHT)
    if not is_flight and not (signs & _UNKNOWN and signs & _ARE_KNOWN):
        return
    classes = noun_classes()
    clauses = reading.clauses
    norms = reading.sentence.norms
    for number, kind in enumerate(clauses.kinds):
        if kind not in "VX" or clauses.chunks[number].negated or clauses.chunks[number].passive:
            continue
        subject = clauses.subject(number)
        if len(subject) != 1 or clauses.kinds[subject[0]] != "N":
            continue
        who = reading.nominal(subject[0])
        if norms[who.first] in _KNOWN and norms[who.head] in classes["unknown_doer"]:
            yield Blame(subject, Certainty.STATED, is_told_elsewhere=True)
            return
        is_flight_verb = clauses.head_words[number] in classes["flight"]
        if is_flight_verb and _is_somebody(who) and _is_behind_deed(reading, number):
            yield Blame(subject, Certainty.SUSPECTED, is_told_elsewhere=True)
            return
    yield from _seen(reading) if is_flight and not _SEEN.isdisjoint(words) else ()


def _seen(reading: Reading) -> Iterator[Blame]:
    """As in "a witness saw two men flee", "two men were seen running away"."""
    clauses = reading.clauses
    for number in clauses.headed(_SEEN, "VX"):
        group = clauses.chunks[number]
        if group.negated:
            continue
        who = clauses.befallen(number)
        behind = clauses.chunks[number + 1 : number + 4]
        runs = any(reading.sentence.norms[item.head] in noun_classes()["flight"] for item in behind)
        if len(who) == 1 and runs and _is_somebody(reading.nominal(who[0])):
            yield Blame(who, Certainty.SUSPECTED, is_told_elsewhere=True)


def _is_somebody(who: Nominal) -> bool:
    """As in "two men", "three hooded youths": people of no known side, told for the first time."""
    actor = who.actor
    return (
        actor is not None
        and actor.type in {ActorType.UNIDENTIFIED_ARMED, ActorType.UNKNOWN, ActorType.CIVILIANS}
        and actor.name is None
        and not who.is_definite
        and who.quantity is not None
    )


def _is_behind_deed(reading: Reading, number: int) -> bool:
    """As in "fled after the blast": the act they leave is named."""
    return any(
        phrase.preposition == "after"
        and reading.clauses.head_words[phrase.groups[0]] in noun_classes()["deed"]
        for phrase in reading.clauses.phrases(number)
    )


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

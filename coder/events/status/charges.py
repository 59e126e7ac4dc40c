"""Who is only held or thought to have done an act: "blamed for", "accused of", "believed to"."""

from coder.events.hanging import is_presumed
from coder.events.reading import Reading
from coder.events.status.attribution import speech_verb
from coder.values.labels import Certainty, Stance

_BLAMING = frozenset({"blame", "blames", "blamed", "blaming"})
_BLAMED_FOR = frozenset({"for", "of", "in"})


def is_blamed(reading: Reading, number: int, verb: int | None) -> bool:
    """As in "blamed the police for the death of two": who is blamed for it is said to have done it.

    ``number`` is the chunk of the noun, ``verb`` the one over it.
    """
    clauses = reading.clauses
    if verb is None or clauses.kinds[number - 1 : number] != "P":
        return False
    said = speech_verb(reading, verb)
    if said is None or said.stance is not Stance.ACCUSE or clauses.chunks[verb].negated:
        return False
    blamed = clauses.befallen(verb)
    is_for = clauses.first_words[number - 1] in _BLAMED_FOR
    return is_for and any(reading.nominal(group).actor is not None for group in blamed)


def charge_on(reading: Reading, number: int) -> Certainty | None:
    """How sure an act is that somebody is only thought, held or said to have done; null if told.

    As in "believed to have killed", "on suspicion of killing", "accused the army of masterminding
    the attack", "accused it of stirring up hatred by killing".
    """
    clauses = reading.clauses
    if is_presumed(reading, number):
        return Certainty.SUSPECTED
    if clauses.kinds[number] != "G":
        return None
    if clauses.is_charge(number):
        return Certainty.SUSPECTED
    accused = clauses.object_accused(number)
    if accused:
        said = speech_verb(reading, accused[0] - 1)
        is_accused = said is not None and said.stance is Stance.ACCUSE
        return Certainty.ACCUSED if is_accused else None
    above = clauses.gerund_above(number)
    return None if above is None else charge_on(reading, above)


def is_laid_on(reading: Reading, number: int, verb: int | None) -> bool:
    """As in "blamed the attack on the rebels": on those who did it, not on whom it was aimed at."""
    clauses = reading.clauses
    if verb is None or clauses.head_words[verb] not in _BLAMING:
        return False
    return number in clauses.objects(verb)

"""What befell whom: a participle that begins a sentence and has no subject in front of it.

"Victim: Ana Ruiz. Abducted by gunmen near Wajir.", "Kidnapped on Monday, the nuns were freed."
"""

import re
from collections.abc import Sequence

from coder.events.drafts import Filler
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.rules.model import Frame
from coder.values.kinds import ATTACK_OR_KILLING, OWN_RECORD, TAKINGS

_ON_PERSONS = TAKINGS | ATTACK_OR_KILLING | OWN_RECORD

_OPENING = re.compile(r"[XK][IJN]?(?:P[Nt]|[tA])+,N(?=(?:P[Nt])*[VX][^,U])")
_MARKS = "\"':(A,"
_BEING = "BH"  # "were freed", "have been freed", and not "police said"


def whom_it_opens_on(reading: Reading, number: int) -> list[int]:
    """As in "Seized by gunmen on Monday, the pupils were freed": who stands behind the comma.

    Also behind a mark, "Meanwhile," or "that".
    """
    clauses = reading.clauses
    before = clauses.kinds[:number]
    if before.strip(_MARKS) and not before.endswith("U"):
        return []
    opening = _OPENING.match(clauses.kinds, number)
    if opening is None:
        return []
    whom = opening.end() - 1
    verb = next(at for at in range(whom, len(clauses.kinds)) if clauses.kinds[at] in "VX")
    is_being = reading.tags[clauses.chunks[verb].first] in _BEING
    return [whom] if is_being or _got_somewhere(reading, whom, verb) else []


def _got_somewhere(reading: Reading, whom: int, verb: int) -> bool:
    """As in "Displaced by clashes, 2,400 people reached Hamdayet": those it befell moved on."""
    return (
        reading.clauses.head_words[verb] in noun_classes()["getting_there"]
        and "person" in reading.nominal(whom).fillers
    )


def is_without_subject(reading: Reading, number: int) -> bool:
    """As in "Taken from his shop by masked youths.": a case, and no other clause tells of whom."""
    kinds = reading.clauses.kinds
    if number or kinds[:1] not in {"X", "K"} or "V" in kinds or "by" not in reading.vocabulary:
        return False
    if any(mark in kinds for mark in (",NX", ",NK")):
        return False
    return any(
        phrase.preposition == "by"
        and any("person" in reading.nominal(group).fillers for group in phrase.groups)
        for phrase in reading.clauses.phrases(number)
    )


def is_of_case(
    reading: Reading, chunk: int, frame: Frame, agent: Sequence[int], fillers: Sequence[Filler]
) -> bool:
    """As in "Abducted by gunmen near Wajir.": whom the case is about is told before."""
    return (
        bool(agent)
        and "victim" in frame.needs
        and frame.type in _ON_PERSONS
        and any(
            filler.role == "perpetrator"
            and ("armed" in filler.nominal.fillers or filler.nominal.quantity is not None)
            for filler in fillers
        )
        and is_without_subject(reading, chunk)
    )

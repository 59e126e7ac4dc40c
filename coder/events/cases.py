"""What befell whom a case is about: a participle that begins a sentence and has no subject.

"Victim: Ana Ruiz. Abducted by gunmen near Wajir on 3 May."
"""

from collections.abc import Sequence

from coder.events.drafts import Filler
from coder.events.reading import Reading
from coder.rules.model import Frame
from coder.values.labels import EventType

_ON_PERSONS = frozenset(
    {EventType.ABDUCTION, EventType.ARREST, EventType.KILLING, EventType.ARMED_ATTACK}
    | {EventType.ABUSE, EventType.SEXUAL_VIOLENCE}
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

"""What made people leave, and how their leaving is told beside the other acts of a sentence.

What drove them is told as an act of its own, or is the one act that the leaving belongs to.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from coder.events.drafts import Draft, Filler
from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.senses.violence import is_counted_act
from coder.events.together.different_people import victims
from coder.events.together.told_apart import on_two_days
from coder.lexicon.closed import TIME_CLAUSES
from coder.lexicon.words import noun_classes
from coder.rules.model import Frame
from coder.values.labels import EventType

_MANY = 50
_WHY = frozenset({"instrument"})
_WHEN = TIME_CLAUSES | {"once"}
_ALL_THE_TIME = frozenset({"since", "while"})  # "left since", and "held since" no news
_VERBS = frozenset("VXGL")
_DISPLACEMENT = EventType.DISPLACEMENT
_IN_FORCE = frozenset({"armed", "weapon"})


def is_before_force(reading: Reading, frame: Frame, at: int) -> bool:
    """As in "left as troops closed in", "since the shelling began": a clause of time or cause.

    Whoever or whatever does something there is armed, a weapon or an act.
    """
    clauses, size = reading.clauses, len(reading.clauses.chunks)
    opening = _WHEN if frame.type is _DISPLACEMENT else _WHEN - _ALL_THE_TIME
    for number in range(at + 1, size - 2):
        if clauses.first_words[number] not in opening or clauses.kinds[number + 1] != "N":
            continue
        verb = next((one for one in range(number + 2, size) if clauses.kinds[one] not in "PN"), 0)
        if clauses.kinds[verb] in _VERBS and _is_force(reading, number + 1):
            return True
    return False


def _is_force(reading: Reading, number: int) -> bool:
    nominal = reading.nominal(number)
    is_act = "event" in nominal.fillers
    return not _IN_FORCE.isdisjoint(nominal.fillers) or (
        is_act and reading.clauses.head_words[number] in noun_classes()["fled"]
    )


def leave_after(  # noqa: PLR0917 - what a frame meets
    reading: Reading,
    hit: Hit,
    frame: Frame,
    fillers: Sequence[Filler],
    earlier: Sequence[Draft],
    lacking: AbstractSet[str],
) -> bool:
    """As in "Gunmen raided A. Some 3,000 villagers crossed into B": right behind an act of force.

    In numbers, and by a verb of leaving: who enters or reaches a place may be anybody. Nor do they
    leave "to protest".
    """
    verb = reading.sentence.norms[hit.first]
    if frame.type is not _DISPLACEMENT or lacking != _WHY:
        return False
    if verb not in noun_classes()["leaving_town"]:
        return False
    at, behind = reading.sentence.index, reading.clauses.kinds[hit.chunk + 1 :]
    if "I" in behind or not any(
        it.reading.sentence.index == at - 1 and is_counted_act(it) for it in earlier
    ):
        return False
    numbers = (it.nominal.quantity for it in fillers if it.role == "victim")
    return any(it is not None and max(it.best or 0, it.low or 0) >= _MANY for it in numbers)


def are_going(frame: Frame, fillers: Sequence[Filler]) -> bool:
    """Whether a displacement is told of people who go, not of who or what drives them out."""
    victim = frame.role("victim")
    return (
        frame.type is _DISPLACEMENT
        and victim is not None
        and "object" not in victim.places
        and any(item.effect and item.via == "subject" for item in fillers)
    )


def own_acts(frame: Frame, fillers: Sequence[Filler], causes: list[int], at: int) -> list[int]:
    """The acts the leaving is one with: none where people go and the act is what they go from.

    "The raid displaced 300" and "300 were displaced by the raid" tell one act, "300 fled the raid"
    and "left after the raid" two.
    """
    if not causes or not are_going(frame, fillers):
        return causes
    return [number for number in causes if number < at]


def flees_from(one: Draft, other: Draft) -> bool:
    """As in "900 people fled a clash between two gangs": the flight is told beside the clash."""
    return (
        one.type is _DISPLACEMENT
        and other.type is not _DISPLACEMENT
        and are_going(one.frame, one.fillers)
    )


def left_when(one: Draft, other: Draft) -> bool:
    """As in "families sought shelter after the army bombed a hamlet": what others did, behind."""
    return (
        flees_from(one, other)
        and one.chunk < other.chunk
        and other.support == "verb"
        and bool(other.by_role("perpetrator"))
        and one.subjects != other.subjects
    )


def are_of_one_flight(one: Draft, other: Draft) -> bool:
    """As in "refugees who fled Kutum crossed into Chad": no day, or one, for both."""
    return (
        one.type is other.type is _DISPLACEMENT
        and one.subtype == other.subtype
        and (
            not victims(one).isdisjoint(victims(other))
            or not {*one.subjects}.isdisjoint(other.subjects)  # families are no count of persons
        )
        and not on_two_days(one, other)
    )

"""Whom an act of violence cannot mean: everybody ("you"), the doer alone, things told before.

In: the fillers of a frame on its trigger. Out: those that may be people of the act, and whether
it is one at all.
"""

from collections.abc import Sequence

from coder.events.drafts import Filler
from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.nominals import LIFELESS, Nominal
from coder.events.roles.slots import Slots
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES, Frame
from coder.values.events import class_of
from coder.values.kinds import ATTACKS
from coder.values.labels import EventClass, EventType, WeaponType

_EVERYBODY = frozenset({"you", "yourself", "yourselves"})
ONESELF = frozenset({"himself", "herself", "themselves", "myself", "oneself", "itself"})
_I_ME = frozenset({"i", "me"})
_REMAINING = frozenset({"others", "another", "they", "them", "some", "both", "all"})
_REMAIN, _CONVEYING, _REACHING = sign(_REMAINING), sign("conveying"), sign("reaching")
_FIREARMS = WeaponType.FIREARMS
_AIMED_AT = frozenset({"person", "armed", "crowd", "vehicle", "facility", "aircraft"})
_BODILY = frozenset({"killed", "injured", "harmed", "abducted"})
ON_BODY = frozenset({EventType.KILLING, EventType.ARMED_ATTACK, EventType.ABUSE})
_PLURALS = frozenset({"s", "n"})
_THINGS = LIFELESS | {"facility", "vehicle", "event"}
_VIOLENCE = EventClass.VIOLENCE


def is_of_everybody(
    reading: Reading, frame: Frame, slots: Slots, fillers: Sequence[Filler]
) -> bool:
    """As in "you rob trains and shoot the guard": advice, a game, a way of putting it."""
    if _EVERYBODY.isdisjoint(reading.vocabulary) or class_of(frame.type) is not _VIOLENCE:
        return False
    norms = reading.sentence.norms
    chunks = reading.clauses.chunks
    heads = [chunks[number].head for number in slots.subject]
    heads += [filler.nominal.head for filler in fillers]
    return any(norms[head] in _EVERYBODY for head in heads)


def is_on_oneself(reading: Reading, frame: Frame, slots: Slots, fillers: Sequence[Filler]) -> bool:
    """As in "he shot himself", "have cut themselves": nobody else comes to harm."""
    if frame.type not in ON_BODY or ONESELF.isdisjoint(reading.vocabulary):
        return False
    norms = reading.sentence.norms
    hit = [filler.nominal.head for filler in fillers if filler.effect in _BODILY]
    if not hit and slots.construction == "active":
        hit = [reading.clauses.chunks[number].head for number in slots.object]
    return bool(hit) and all(norms[head] in ONESELF for head in hit)


def is_of_dead_teller(reading: Reading, fillers: Sequence[Filler]) -> bool:
    """As in "I was gunned down eleven times": who tells it lives, and it was a game or a dream."""
    return not _I_ME.isdisjoint(reading.vocabulary) and any(
        filler.effect == "killed" and reading.sentence.norms[filler.nominal.head] in _I_ME
        for filler in fillers
    )


def aboard(reading: Reading, frame: Frame, fillers: Sequence[Filler]) -> list[Filler]:
    """Who was aboard what was hit: "ambushed a bus carrying pilgrims", "that carried 24 nurses".

    They were aimed at with it; what became of them is told apart.
    """
    if frame.type not in ATTACKS or not reading.signs & _CONVEYING:
        return []
    found = []
    for filler in fillers:
        if filler.role == "target" and "vehicle" in filler.nominal.fillers:
            people = _conveyed(reading, filler.nominal.chunk)
            if people is not None:
                found.append(Filler(role="target", nominal=people, effect=None, via="aboard"))
    return found


def _conveyed(reading: Reading, vehicle: int) -> Nominal | None:
    clauses = reading.clauses
    verb = vehicle + (2 if clauses.kinds[vehicle + 1 : vehicle + 2] in ("W", ",") else 1)
    if (
        clauses.kinds[verb : verb + 1] not in tuple("GVX")
        or clauses.kinds[verb + 1 : verb + 2] != "N"
    ):
        return None
    if clauses.head_words[verb] not in noun_classes()["conveying"]:
        return None
    people = reading.nominal(verb + 1)
    return people if people.actor is not None and "person" in people.fillers else None


def reached(reading: Reading, hit: Hit, frame: Frame, fillers: Sequence[Filler]) -> list[Filler]:
    """At whom shots went of which that is not told: "stopped a bus and opened fire"."""
    if frame.means is not _FIREARMS or not reading.signs & _REACHING:
        return []
    role = frame.role("target")
    if role is None or any(filler.role in HIT_ROLES for filler in fillers):
        return []
    clauses = reading.clauses
    verb = max(clauses.kinds.rfind(kind, 0, hit.chunk) for kind in "VX")
    if verb < 0 or "C" not in clauses.kinds[verb : hit.chunk] or clauses.chunks[hit.chunk].passive:
        return []
    is_of_same = clauses.subject(verb) == clauses.subject(hit.chunk)
    if not is_of_same or clauses.head_words[verb] not in noun_classes()["reaching"]:
        return []
    met = (reading.nominal(number) for number in clauses.objects(verb))
    return [
        Filler(role.name, whom, role.effect, "object")
        for whom in met
        if whom.fillers & _AIMED_AT and not whom.is_negative
    ]


def without_things(reading: Reading, fillers: list[Filler]) -> list[Filler]:
    """The fillers without those that stand for things.

    As in "some plants survive while others are killed", "processes return when they are killed".
    """
    if not reading.signs & _REMAIN:
        return fillers
    return [filler for filler in fillers if not _stands_for_things(reading, filler)]


def _stands_for_things(reading: Reading, filler: Filler) -> bool:
    nominal = filler.nominal
    if (
        filler.effect not in _BODILY
        or filler.antecedent is not None
        or reading.sentence.norms[nominal.head] not in _REMAINING
        or nominal.head - reading.clauses.chunks[nominal.chunk].first > 0
    ):
        return False
    clauses = reading.clauses
    told = [number for number in range(nominal.chunk) if clauses.kinds[number] == "N"]
    if not told or not all(reading.nominal(number).fillers <= _THINGS for number in told):
        return False
    return any(reading.tags[clauses.chunks[number].head] in _PLURALS for number in told)


def takes_nobody(frame: Frame, slots: Slots, fillers: Sequence[Filler]) -> bool:
    """As in "guards held after the escape": a verb that takes people needs them as its object.

    Not in "seized by gunmen on Monday, the pupils were freed": who did it says that it is passive.
    """
    is_active = (
        frame.type is EventType.ABDUCTION and slots.construction == "active" and not slots.object
    )
    return is_active and all(
        filler.role == "perpetrator" and filler.via != "by" for filler in fillers
    )

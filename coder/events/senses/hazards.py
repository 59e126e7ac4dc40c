"""Accidents that the surroundings or a mistake give away: foul air, a launch, a shot at a deer."""

from coder.events.reading import Reading
from coder.events.roles.nominals import LIFELESS
from coder.events.roles.slots import Slots
from coder.events.senses.crashes import is_armed
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.rules.model import Frame
from coder.values.labels import EventType

SHOTS = frozenset({"shot", "fired", "shots", "bomb", "attacked", "ambushed", "blast"})
LOST = frozenset({"lost", "control"})
_AFTER = frozenset({"after", "during", "into", "before"})
_LIFTED = frozenset({"rocket", "booster", "missile", "rockets"})
_FAR = 3  # tokens: "after its maiden launch"
_ON_SET = ("on", "the", "set")
_OF = ("of",)
_GAS = frozenset({"gas", "gases", "fumes", "vapours"})
_FUEL = frozenset({"fuel", "petrol", "gasoline", "oil", "diesel"})
_ACCIDENT = frozenset({"accident", "accidentally", "accidental", "mistake", "mistakenly"})
_GUNS = frozenset({"howitzer", "gun", "mortar", "cannon", "rifle"})
_BURST = frozenset({"exploded", "burst", "misfired", "blew"})
_TRAINING = frozenset({"training"})
_ERUPTING = frozenset({"erupted", "erupts", "eruption", "erupting"})
_MOUNTAINS = frozenset({"mount", "mt", "volcano", "volcanoes"})
_ANOTHER = frozenset({"one", "ones", "another"})
_UNDER_TEN = (*"23456789", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_CHILDREN = frozenset(f"{age}-year-old" for age in _UNDER_TEN)
_YOUNG = sign(_CHILDREN)
_INJURIES = frozenset({"injuries", "injury"})
_FALLS = frozenset({"fall", "falls", "tumble"})
_THINGS = LIFELESS | {"facility"}
HAZARDS = sign("underground", "on_set", "launching", "scooping", "rehearsed", _TRAINING)
_BRAKES = frozenset({"brakes", "brake", "pedals", "skidded", "aquaplaned"})
_LEFT = ("left", "the", "road")
_AGAINST_FIRE = frozenset({"battling", "fighting", "tackling", "dousing", "battled", "fought"})
_ON_DUTY = frozenset({"firefighters", "firefighter", "firemen", "fireman"})
HAZARDS |= _YOUNG | sign("accident", _ERUPTING, _BRAKES, frozenset({"road"}), _ON_DUTY)
"""Without one of these words a sentence tells of none of them."""
TAKING = frozenset({"took", "taken", "taking", "mistook", "mistaken"})


def is_of_hazard(reading: Reading, slots: Slots) -> bool:
    """Whether what kills or explodes is foul air, a stunt, a launch that failed, spilt fuel.

    Or a mountain, "one" of the accidents told before, or a small child with a gun.
    """
    if not reading.signs & HAZARDS:
        return False
    words, classes = reading.vocabulary, noun_classes()
    is_drill = bool(words & _TRAINING or words & classes["rehearsed"])
    if (
        is_by_child(reading, slots)
        or (words & _ANOTHER and _is_another(reading, slots))
        or (is_drill and words & _ACCIDENT)  # "a grenade exploded by accident in a drill"
        or (is_drill and words & _GUNS and words & _BURST)
        or (words & classes["launching"] and words & _LIFTED and _is_at_launch(reading))
    ):
        return True
    is_hazard = (
        bool(words & _ERUPTING and words & _MOUNTAINS)  # "Mount Lewotobi erupted and killed ten"
        or bool(words & _BRAKES)  # "a lorry lost its brakes and mowed down a procession"
        or bool(words & _ON_DUTY and words & _AGAINST_FIRE and words & classes["blaze"])
        or ("road" in words and _is_off_road(reading))
        or bool(words & classes["underground"] and words & _GAS)
        or bool(words & classes["scooping"] and words & _FUEL)
        or (bool(words & classes["on_set"]) and _is_on_set(reading))
    )
    return is_hazard and not _is_by_armed(reading)


def is_by_no_force(reading: Reading, frame: Frame, slots: Slots) -> bool:
    """As in "bad weather hit the north, killing four": a thing that is no arms and no event.

    Nobody sent it: it is the subject of an active verb, and nobody is armed.
    """
    if frame.type is not EventType.KILLING or slots.construction != "gerund" or slots.agent:
        return False
    return (
        bool(slots.subject)
        and all(_is_unsent(reading, number) for number in slots.subject)
        and not _is_by_armed(reading)
    )


def _is_unsent(reading: Reading, number: int) -> bool:
    """Whether a group names no arms, no event and no vehicle, and its verb is no passive."""
    clauses = reading.clauses
    verb = next((at for at in range(number, clauses.told) if clauses.kinds[at] in "VX"), None)
    return (
        reading.nominal(number).fillers <= _THINGS
        and clauses.head_words[number] not in noun_classes()["sent"]
        and (verb is None or not clauses.chunks[verb].passive)
    )


def is_by_child(reading: Reading, slots: Slots) -> bool:
    """As in "a two-year-old boy shot his mother": who cannot mean it."""
    if not reading.signs & _YOUNG or slots.construction not in {"active", "passive"}:
        return False
    norms, chunks = reading.sentence.norms, reading.clauses.chunks
    doers = slots.agent or (slots.subject if slots.object else ())
    return any(
        not _CHILDREN.isdisjoint(norms[chunks[number].first : chunks[number].last])
        for number in doers
    )


def _is_another(reading: Reading, slots: Slots) -> bool:
    """As in "such accidents are frequent, and a similar one killed 25"."""
    clauses, accidents = reading.clauses, noun_classes()["accident"]
    return any(
        clauses.head_words[number] in _ANOTHER
        and any(clauses.head_words[at] in accidents for at in range(number))
        for number in slots.subject
    )


def _is_at_launch(reading: Reading) -> bool:
    """As in "a rocket exploded minutes after launch": on its way up, at nobody."""
    norms, launching = reading.sentence.norms, noun_classes()["launching"]
    return any(
        norm in launching and not _AFTER.isdisjoint(norms[max(at - _FAR, 0) : at])
        for at, norm in enumerate(norms)
    ) and not _is_by_armed(reading)


def _is_off_road(reading: Reading) -> bool:
    """As in "a rally car left the road and hit a family": nobody steered it there."""
    norms = reading.sentence.norms
    at = norms.index("road")
    return norms[at - 2 : at + 1] == _LEFT


def _is_on_set(reading: Reading) -> bool:
    """As in "a stunt man", "a prop gun", "exploded on the set of the new film"."""
    norms = reading.sentence.norms
    if "set" not in reading.vocabulary:
        return True
    at = norms.index("set")
    return norms[at - 2 : at + 1] == _ON_SET and norms[at + 1 : at + 2] == _OF


def _is_by_armed(reading: Reading) -> bool:
    return any(
        "armed" in reading.nominal(number).fillers
        for number, kind in enumerate(reading.clauses.kinds)
        if kind == "N"
    )


def is_by_mistake(reading: Reading) -> bool:
    """As in "a hunter was shot by mistake by his brother"; soldiers who err have acted."""
    mistakes = noun_classes()["mistake"]
    if mistakes.isdisjoint(reading.vocabulary) and not _is_taken_for_beast(reading):
        return False
    return not is_armed(reading)


def _is_taken_for_beast(reading: Reading) -> bool:
    """As in "shot by a friend who took him for a deer"."""
    norms, animals = reading.sentence.norms, noun_classes()["animal"]
    return "for" in norms and any(
        norms[at] == "for" and norms[at - 2] in TAKING and norms[at + 2] in animals
        for at in range(2, len(norms) - 2)
    )


def is_control_lost(reading: Reading) -> bool:
    """As in "the driver lost control of the van"."""
    words = reading.vocabulary
    return (
        words >= LOST
        and not noun_classes()["driver"].isdisjoint(words)
        and SHOTS.isdisjoint(words)
        and noun_classes()["literal"].isdisjoint(words)
    )


def is_fall(reading: Reading, number: int) -> bool:
    """As in "died after a fall", "of injuries suffered in a fall", and no fall of a city."""
    clauses = reading.clauses
    if clauses.head_words[number] in _FALLS:
        return not (
            clauses.kinds[number + 1 : number + 2] == "P"
            and clauses.first_words[number + 1] == "of"
        )
    return (
        clauses.head_words[number] in _INJURIES
        and clauses.kinds[number + 1 : number + 4] in {"XPN", "KPN"}
        and clauses.head_words[number + 3] in noun_classes()["tumble"]
    )

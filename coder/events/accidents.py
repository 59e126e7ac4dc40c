"""Harm and explosions that are no acts: accidents, disasters, illness, what bursts by itself."""

from collections.abc import Sequence
from functools import cache

from coder.events.blazes import BLAZES, is_burning_by_itself, names_blaze
from coder.events.crashes import in_crash, is_armed, names_bursting
from coder.events.hits import Hit
from coder.events.nominals import LIFELESS
from coder.events.reading import Reading
from coder.events.roles import CAUSAL
from coder.events.slots import Slots
from coder.lexicon.words import noun_classes
from coder.rules.model import Frame
from coder.values.labels import EventType

_UNEXPLAINED = frozenset({"explosion", "blast", "detonation"})
_MEANT = frozenset({"attack", "attacks", "assault", "bombing", "bombings", "raid", "ambush"})
_PEOPLE = frozenset({"person", "crowd", "organisation"})
_BEING = frozenset({"was", "is", "were"})
_LOST = frozenset({"lost", "control"})
_AT_WHEEL = frozenset({"driver", "pilot", "motorist", "rider", "motorcyclist", "drivers", "pilots"})
_SHOTS = frozenset({"shot", "fired", "shots", "bomb", "attacked", "ambushed", "blast"})
_INJURIES = frozenset({"injuries", "injury"})
_POISONING = "poisoning"
_SURGING = frozenset({"in", "of"})
_UNSUSPICIOUS = frozenset({"suspicious", "non-suspicious"})
_FLOP = "bomb"
_DROWN = "drown"
_AT_WORKS = frozenset({"at", "in", "of"})
_DEVICES = frozenset({"device", "devices"})
_BOMBING = frozenset({"armed", "weapon"})
_HELD = frozenset({"as", "be", "not"})
_DISPLACEMENT, _BLAST = EventType.DISPLACEMENT, EventType.BOMBING


def is_accident(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """Harm whose subject or cause is an accident, a disaster or an illness."""
    if _signs().isdisjoint(reading.vocabulary) and hit.form.lemma != _DROWN:
        return False
    if (
        _is_blast_at_works(reading, hit, slots)
        or _is_by_mistake(reading)
        or (hit.form.lemma == _DROWN and not slots.object and slots.construction == "active")
        or is_burning_by_itself(reading, hit, slots)
        or _is_from_disaster(reading, frame)
        or _is_called_accident(reading)
    ):
        return True
    if not frame.does_harm or _mishap_words().isdisjoint(reading.vocabulary):
        return False
    if _is_unsuspicious(reading):
        return True
    accidents = noun_classes()["accident"]
    norms = reading.sentence.norms
    doers = [*slots.subject, *slots.agent]  # "the shooting of a driver": no doer
    groups = doers.copy()
    for phrase in slots.phrases:
        if phrase.preposition in CAUSAL:
            groups += phrase.groups
    groups += _cause_of_both(reading, hit)
    groups += _wholes(reading, slots.subject or _antecedent(reading, hit.chunk))
    chunks = reading.clauses.chunks
    if any(norms[chunks[number].head] in accidents for number in groups):
        return True
    return (
        any(names_blaze(reading, number) for number in slots.subject)  # no "army fire killed two"
        or any(_is_mishap(reading, number) for number in groups)
        or any(_is_of_nature(reading, number) for number in groups)
        or any(_is_at_wheel(reading, number) for number in doers)
        or (not groups and _is_after_disaster(reading, hit, frame))
        or _is_control_lost(reading)
        or in_crash(reading, hit.chunk)
    )


def _is_called_accident(reading: Reading) -> bool:
    """As in "the explosion that killed two was an accident and no sabotage, the minister said"."""
    norms, clauses = reading.sentence.norms, reading.clauses
    if "accident" not in reading.vocabulary:
        return False
    at = norms.index("accident")
    if norms[at - 1] != "an" or norms[at - 2] not in _BEING:
        return False
    subjects = clauses.subject(clauses.at_token[at - 2])
    return any(norms[clauses.chunks[number].head] in _UNEXPLAINED for number in subjects)


def _is_from_disaster(reading: Reading, frame: Frame) -> bool:
    """As in "villages were evacuated after the river burst its banks": no one drives them out."""
    if frame.type is not _DISPLACEMENT:
        return False
    classes = noun_classes()
    hazards = BLAZES | classes["accident"] | classes["hazard"]
    return not hazards.isdisjoint(reading.vocabulary) and not is_armed(reading)


def _wholes(reading: Reading, subject: Sequence[int]) -> list[int]:
    """The groups of which a subject is a part: "the crash of a plane off Peniche, which killed"."""
    kinds = reading.clauses.kinds
    wholes = []
    for number in subject:
        at = number
        while at > 1 and kinds[at - 1] == "P" and kinds[at - 2] in "N,":
            at -= 2 if kinds[at - 2] == "N" else 3  # "near Peniche, in the west, which"
            if kinds[at] != "N":
                break
            wholes.append(at)
    return wholes


def _antecedent(reading: Reading, verb: int) -> list[int]:
    """The nearest group before a "which" right before the verb."""
    kinds = reading.clauses.kinds
    at = kinds.rfind("N", 0, verb) if kinds[verb - 1 : verb] == "W" else -1
    return [] if at < 0 else [at]


def _cause_of_both(reading: Reading, hit: Hit) -> list[int]:
    """As in "three were killed and 12 injured in a pile-up": the cause behind the second verb."""
    kinds = reading.clauses.kinds
    at = hit.chunk + 1
    if kinds[at : at + 3] != "CNX" or "t" in kinds[hit.chunk : at]:
        return []
    causes = [p for p in reading.clauses.phrases(at + 2) if p.preposition in CAUSAL]
    return [number for phrase in causes for number in phrase.groups]


def _is_of_nature(reading: Reading, number: int) -> bool:
    """As in "a heat wave", "a falling branch", "a tiger": what acts is no one's doing."""
    group = reading.clauses.chunks[number]
    norms = reading.sentence.norms
    if reading.nominal(number).weapon is not None or "armed" in reading.nominal(number).fillers:
        return False
    is_animal = norms[group.head] in noun_classes()["animal"]
    if is_animal and reading.sentence.words[group.head].islower():  # no "Black Tiger"
        return True
    return not noun_classes()["natural"].isdisjoint(norms[group.first : group.head])


def _is_at_wheel(reading: Reading, number: int) -> bool:
    """As in "a drunken driver killed two", "a motorist killed a cyclist"."""
    group = reading.clauses.chunks[number]
    norms = reading.sentence.norms
    if norms[group.head] not in _AT_WHEEL or not _SHOTS.isdisjoint(reading.vocabulary):
        return False
    classes = noun_classes()
    return not classes["literal"].intersection(reading.vocabulary) and not (
        classes["reckless"].isdisjoint(norms[group.first : group.head])
        and classes["on_road"].isdisjoint(reading.vocabulary)
    )


def _is_after_disaster(reading: Reading, hit: Hit, frame: Frame) -> bool:
    """As in "landslides buried a village, and 14 bodies have been recovered"."""
    if frame.type is not EventType.KILLING or is_armed(reading):
        return False
    accidents = noun_classes()["accident"]
    norms = reading.sentence.norms
    clauses = reading.clauses
    return any(
        clauses.kinds[at] in "VX"
        and any(norms[clauses.chunks[number].head] in accidents for number in clauses.subject(at))
        for at in range(hit.chunk)
    )


def _is_mishap(reading: Reading, number: int) -> bool:
    """As in "a gas explosion", "a blast in a coal mine", "injuries suffered in a fall"."""
    group = reading.clauses.chunks[number]
    modifiers = reading.sentence.norms[group.first : group.head]
    if reading.sentence.norms[group.head] == _POISONING:
        return not noun_classes()["fumes"].isdisjoint(modifiers)
    if group.head not in reading.event_heads:
        return False
    if not noun_classes()["seizing"].isdisjoint(modifiers):
        return True  # "a heart attack"
    if reading.sentence.norms[group.head] in _MEANT:
        return False  # "a poison gas attack"
    if reading.sentence.norms[group.head] in _UNEXPLAINED and _is_from_leak(reading):
        return True
    return (
        not noun_classes()["mishap_modifier"].isdisjoint(modifiers)
        or _is_at_bursting_site(reading, number)
        or _is_blast_of_works(reading, number)
        or _is_injury_of_fall(reading, number)
    )


def _is_blast_at_works(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "an explosion occurred at a chemical plant": works explode without anybody's doing.

    Not where a weapon, or somebody who did it, is told.
    """
    if hit.form.lemma not in _UNEXPLAINED:
        return False
    works = noun_classes()["works"]
    if works.isdisjoint(reading.vocabulary):
        return False
    groups = [number for phrase in slots.phrases for number in phrase.groups]
    if any(phrase.preposition == "by" for phrase in slots.phrases) or any(
        nominal.weapon is not None for nominal in (*slots.modifiers, *map(reading.nominal, groups))
    ):
        return False
    norms = reading.sentence.norms
    chunks = reading.clauses.chunks
    group = chunks[hit.chunk]
    return any(norms[chunks[number].head] in works for number in groups) or not works.isdisjoint(
        norms[group.first : hit.first]
    )


def _is_blast_of_works(reading: Reading, number: int) -> bool:
    """As in "an explosion at a fertiliser plant killed 15": the act is the subject of the harm."""
    works = noun_classes()["works"]
    chunks, norms = reading.clauses.chunks, reading.sentence.norms
    if works.isdisjoint(reading.vocabulary) or norms[chunks[number].head] not in _UNEXPLAINED:
        return False
    return not is_armed(reading) and any(
        phrase.preposition in _AT_WORKS
        and any(norms[chunks[group].head] in works for group in phrase.groups)
        for phrase in reading.clauses.phrases(number)
    )


@cache
def _mishap_words() -> frozenset[str]:
    """Without one of these words a sentence tells of no accident."""
    classes = noun_classes()
    names = (
        *("accident", "mishap_modifier", "mishap_word", "accident_verb", "mishap_verb"),
        *("bursting", "tumble", "seizing", "fumes", "natural", "reckless", "on_road"),
        *("fallen", "animal", "works"),
    )
    return BLAZES.union(*(classes[name] for name in names), _LOST, _UNSUSPICIOUS)


@cache
def _signs() -> frozenset[str]:
    """Without one of these words, whatever they tell, nobody came to harm by accident."""
    classes = noun_classes()
    return _mishap_words().union(classes["works"], classes["mistake"], classes["hazard"])


def _is_unsuspicious(reading: Reading) -> bool:
    """As in "remains were found; the death is not being treated as suspicious"."""
    norms = reading.sentence.norms
    if "suspicious" not in norms:
        return "non-suspicious" in norms
    return "not" in norms and norms[norms.index("suspicious") - 1] in _HELD


def _is_by_mistake(reading: Reading) -> bool:
    """As in "a hunter was shot by mistake by his brother"; soldiers who err have acted."""
    mistakes = noun_classes()["mistake"]
    return not mistakes.isdisjoint(reading.vocabulary) and not is_armed(reading)


def _is_control_lost(reading: Reading) -> bool:
    """As in "the driver lost control of the van"."""
    words = reading.vocabulary
    return (
        words >= _LOST
        and not _AT_WHEEL.isdisjoint(words)
        and _SHOTS.isdisjoint(words)
        and noun_classes()["literal"].isdisjoint(words)
    )


def _is_injury_of_fall(reading: Reading, number: int) -> bool:
    """As in "died of injuries suffered in a fall"."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    return (
        norms[clauses.chunks[number].head] in _INJURIES
        and clauses.kinds[number + 1 : number + 4] in {"XPN", "KPN"}
        and norms[clauses.chunks[number + 3].head] in noun_classes()["tumble"]
    )


def _is_at_bursting_site(reading: Reading, number: int) -> bool:
    """As in "an explosion at a fireworks plant", "a blast in a coal mine"."""
    clauses = reading.clauses
    if clauses.kinds[number + 1 : number + 3] != "PN":
        return False
    group = clauses.chunks[number + 2]
    words = reading.sentence.norms[group.first : group.last]
    return not noun_classes()["bursting"].isdisjoint(words)


def is_burst(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """Explosions that nobody sets off: boilers burst, a mine blows up, demand explodes."""
    heads = reading.event_heads
    chunks = reading.clauses.chunks
    is_of_surge = bool(heads and slots.subject) and any(
        chunks[number].head in heads and _is_surge(reading, number) for number in slots.subject
    )
    if is_of_surge or frame.type is not _BLAST:
        return is_of_surge
    if hit.form.pos == "noun":
        is_leak = hit.form.lemma in _UNEXPLAINED and _is_from_leak(reading)
        return is_leak or _is_at_bursting_site(reading, hit.chunk) or _is_surge(reading, hit.chunk)
    objects = _own_objects(reading, hit, slots)
    if slots.agent or (objects and slots.construction == "active"):
        return False
    return _has_flopped(reading, hit, slots) or _bursts_by_itself(
        reading, frame, [*slots.subject, *objects]
    )


def _own_objects(reading: Reading, hit: Hit, slots: Slots) -> list[int]:
    """The objects right behind the verb: none in "exploded and burnt 14 people"."""
    kinds = reading.clauses.kinds
    return [
        number for number in slots.object if {"V", "X"}.isdisjoint(kinds[hit.chunk + 1 : number])
    ]


def _is_from_leak(reading: Reading) -> bool:
    """As in "a gas leak caused the blast", "an explosion due to a short-circuit": no weapon."""
    return not noun_classes()["mishap_word"].isdisjoint(reading.vocabulary) and not is_armed(
        reading
    )


def _bursts_by_itself(reading: Reading, frame: Frame, groups: list[int]) -> bool:
    """Whether what explodes is no device: a battery, a ship aground, a band."""
    wholes = [number - 2 for number in groups if reading.clauses.kinds[number - 2 : number] == "NP"]
    if any(names_bursting(reading, number) for number in (*groups, *wholes)):
        return True  # "the battery of a scooter exploded"
    device = frame.role("instrument")
    if device is None or "subject" not in device.places:
        return False  # "bombed", "blew himself up"
    if not noun_classes()["mishap_verb"].isdisjoint(reading.vocabulary):
        are_vehicles = all("vehicle" in reading.nominal(number).fillers for number in groups)
        if groups and are_vehicles and not is_armed(reading):
            return True  # "a tanker exploded after it overturned"
    if not noun_classes()["mishap_word"].isdisjoint(reading.vocabulary):
        norms = reading.sentence.norms
        return all(
            reading.nominal(number).weapon is None
            or norms[reading.clauses.chunks[number].head] in _DEVICES
            for number in groups
        )
    # People do not explode, nor do bands; "the militants blew up" asks for what they blew up.
    return bool(groups) and all(
        reading.nominal(number).fillers and reading.nominal(number).fillers <= _PEOPLE
        for number in groups
    )


def _has_flopped(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "the sequel bombed", "his jokes about the army bombed with the audience"."""
    if hit.form.lemma != _FLOP:
        return False
    if slots.construction == "active":
        return not any(reading.nominal(number).fillers & _BOMBING for number in slots.subject)
    clauses = reading.clauses
    return (
        slots.construction == "participle"
        and clauses.kinds[hit.chunk + 1 : hit.chunk + 3] == "PN"
        and reading.sentence.norms[clauses.chunks[hit.chunk + 1].first] == "with"
        and reading.nominal(hit.chunk + 2).weapon is None
    )


def _is_surge(reading: Reading, number: int) -> bool:
    """As in "an explosion in bad loans": more of what is no place and no thing one can touch."""
    clauses = reading.clauses
    if clauses.kinds[number + 1 : number + 3] != "PN":
        return False
    if reading.sentence.norms[clauses.chunks[number + 1].first] not in _SURGING:
        return False
    group = clauses.chunks[number + 2]
    return (
        reading.tags[group.first] not in "DE#"
        and reading.tags[group.head] == "s"
        and reading.nominal(number + 2).fillers == LIFELESS
    )

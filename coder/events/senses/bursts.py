"""Explosions that nobody sets off: boilers, leaks; films that bomb and cooks who blow up."""

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.nominals import LIFELESS
from coder.events.roles.slots import Slots
from coder.events.senses.crashes import is_armed, names_bursting
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.rules.model import Frame
from coder.values.labels import EventType

EXPLOSION = frozenset({"explosion", "blast", "detonation"})
_PEOPLE = frozenset({"person", "crowd", "organisation"})
_SURGING = frozenset({"in", "of"})
_FLOP = "bomb"
_LEAVE = frozenset({"set off", "set ... off"})
_BLOW = frozenset({"blow up", "blow ... up"})
_BADLY = frozenset({"hard", "badly", "spectacularly", "miserably", "big", "horribly", "so"})
_DEVICES = frozenset({"device", "devices"})
_BOMBING = frozenset({"armed", "weapon"})
_LEFT_OVER = frozenset({"wartime", "unexploded", "found", "old", "suspected", "suspicious"})
_SAPPERS = frozenset({"divers", "experts", "sappers", "technicians", "specialists"})
_IT = frozenset({"it", "they", "both"})
_BLAST = EventType.BOMBING
_VOLCANIC = sign("volcanic")


def _is_of_volcano(reading: Reading) -> bool:
    return not (noun_classes()["volcanic"].isdisjoint(reading.vocabulary) or is_armed(reading))


def is_burst(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """Explosions that nobody sets off: boilers burst, a mine blows up, demand explodes."""
    heads = reading.event_heads
    chunks = reading.clauses.chunks
    is_of_surge = bool(heads and slots.subject) and any(
        chunks[number].head in heads and _is_surge(reading, number) for number in slots.subject
    )
    if is_of_surge or frame.type is not _BLAST:
        return is_of_surge
    if reading.signs & _VOLCANIC and _is_of_volcano(reading):
        return True  # "volcanologists fled when Stromboli exploded"
    if hit.form.pos == "noun":
        is_leak = hit.form.lemma in EXPLOSION and is_from_leak(reading)
        return is_leak or is_at_bursting_site(reading, hit.chunk) or _is_surge(reading, hit.chunk)
    objects = _own_objects(reading, hit, slots)
    if _is_leaving(hit, slots) or _is_made_safe(reading, hit, slots, objects):
        return True
    if slots.agent or (objects and slots.construction == "active"):
        return False
    return (
        _rises(reading, hit)
        or _has_flopped(reading, hit, slots)
        or _loses_temper(reading, hit, slots)
        or _bursts_by_itself(reading, frame, [*slots.subject, *objects])
    )


def _is_made_safe(reading: Reading, hit: Hit, slots: Slots, objects: list[int]) -> bool:
    """As in "the army detonated a wartime bomb": who keeps order blows up the bombs of others."""
    clauses = reading.clauses
    if slots.construction == "passive":  # "it was blown up by navy divers"
        return clauses.has_head(slots.agent, _SAPPERS) and clauses.has_head(slots.object, _IT)
    if slots.construction != "active" or not (slots.subject and objects):
        return False
    end = clauses.chunks[clauses.clause(hit.chunk)[1] - 1].last  # no "and found two rifles"
    return all("authority" in reading.nominal(at).fillers for at in slots.subject) and all(
        reading.nominal(at).weapon is not None
        and not _LEFT_OVER.isdisjoint(reading.sentence.norms[clauses.chunks[at].first : end])
        for at in objects
    )


def _is_leaving(hit: Hit, slots: Slots) -> bool:
    """As in "the ship set off from the port": nothing goes off."""
    return hit.form.lemma in _LEAVE and slots.construction == "active" and not slots.object


def _rises(reading: Reading, hit: Hit) -> bool:
    """As in "has exploded to 400 pounds", "exploded from 20 to 60 per cent": a price or a rate."""
    norms, tags = reading.sentence.norms[hit.last :], reading.tags[hit.last :]
    is_rate = norms[:1] in {("to",), ("from",), ("by",)} and tags[1:2] == "#"
    return hit.form.lemma == "explode" and is_rate


def _own_objects(reading: Reading, hit: Hit, slots: Slots) -> list[int]:
    """The objects right behind the verb: none in "exploded and burnt 14 people"."""
    kinds = reading.clauses.kinds
    return [
        number for number in slots.object if {"V", "X"}.isdisjoint(kinds[hit.chunk + 1 : number])
    ]


def is_from_leak(reading: Reading) -> bool:
    """As in "a gas leak caused the blast", "an explosion due to a short-circuit": no weapon."""
    return not noun_classes()["mishap_word"].isdisjoint(reading.vocabulary) and not is_armed(
        reading
    )


def is_at_bursting_site(reading: Reading, number: int) -> bool:
    """As in "an explosion at a fireworks plant", "a blast in a coal mine"."""
    clauses = reading.clauses
    if clauses.kinds[number + 1 : number + 3] != "PN":
        return False
    group = clauses.chunks[number + 2]
    words = reading.sentence.norms[group.first : group.last]
    return not noun_classes()["bursting"].isdisjoint(words)


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
    if not noun_classes()["crash_scene"].isdisjoint(reading.vocabulary):
        are_craft = all("vehicle" in reading.nominal(number).fillers for number in groups)
        if groups and are_craft and not is_armed(reading, groups):
            return True  # "an airliner shot off the runway and exploded"
    if not noun_classes()["mishap_word"].isdisjoint(reading.vocabulary):
        return all(
            reading.nominal(number).weapon is None or reading.clauses.head_words[number] in _DEVICES
            for number in groups
        )
    # People do not explode, nor do bands; "the militants blew up" asks for what they blew up.
    return bool(groups) and all(
        reading.nominal(number).fillers and reading.nominal(number).fillers <= _PEOPLE
        for number in groups
    )


def _loses_temper(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "the chef blew up at a waiter": people, who have no bomb, and nothing is blown up."""
    subjects = [reading.nominal(number).fillers for number in slots.subject]
    return (
        hit.form.lemma in _BLOW
        and slots.construction == "active"
        and not slots.object
        and bool(subjects)
        and all(fillers and fillers <= _PEOPLE for fillers in subjects)
    )


def _has_flopped(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "the sequel bombed", "his jokes about the army bombed with the audience"."""
    if hit.form.lemma != _FLOP:
        return False
    if slots.construction == "active":
        return not any(reading.nominal(number).fillers & _BOMBING for number in slots.subject)
    clauses = reading.clauses
    if slots.construction == "participle" and not slots.agent and not is_armed(reading):
        behind = reading.sentence.norms[hit.last : hit.last + 1]
        if behind and behind[0] in _BADLY:
            return True  # "Monster Trucks bombed hard"
    return (
        slots.construction == "participle"
        and clauses.kinds[hit.chunk + 1 : hit.chunk + 3] == "PN"
        and clauses.first_words[hit.chunk + 1] == "with"
        and reading.nominal(hit.chunk + 2).weapon is None
    )


def _is_surge(reading: Reading, number: int) -> bool:
    """As in "an explosion in bad loans": more of what is no place and no thing one can touch."""
    clauses = reading.clauses
    if clauses.kinds[number + 1 : number + 3] != "PN":
        return False
    if clauses.first_words[number + 1] not in _SURGING:
        return False
    group = clauses.chunks[number + 2]
    return (
        reading.tags[group.first] not in "DE#"
        and reading.tags[group.head] == "s"
        and reading.nominal(number + 2).fillers == LIFELESS
    )

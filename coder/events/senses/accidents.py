"""Harm that is no act: accidents, disasters, illness, what animals do."""

from collections.abc import Sequence

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.filling import CAUSAL
from coder.events.roles.slots import Slots
from coder.events.senses.blazes import is_burning_by_itself, names_blaze
from coder.events.senses.bursts import EXPLOSION, is_at_bursting_site, is_from_leak
from coder.events.senses.crashes import BROKE, CRAFT_DOWN, in_crash, is_armed, is_craft_lost
from coder.events.senses.hazards import (
    HAZARDS,
    LOST,
    SHOTS,
    TAKING,
    is_by_mistake,
    is_by_no_force,
    is_control_lost,
    is_fall,
    is_of_hazard,
)
from coder.grammar.clauses import groups_behind
from coder.lexicon.closed import BE
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.rules.model import Frame
from coder.values.kinds import ATTACKS
from coder.values.labels import EventType

_POISONING = "poisoning"
_FRONTS = frozenset({"cold", "warm", "weather", "storm", "polar"})
_UNSUSPICIOUS = frozenset({"suspicious", "non-suspicious"})
_DROWN, _DOWN = "drown", frozenset(CRAFT_DOWN)
_AT_WORKS = frozenset({"at", "in", "of"})
_LONE_GUN, _OFF = sign("lone_gun"), ("off",)
_HUNTING, _ROADS = "hunting", "roads"
_FIRES = frozenset({"fire", "fires"})
_COLD, _BLOOD = "cold", "blood"
_MISHAPS = sign(
    *("accident", "mishap_modifier", "mishap_word", "accident_verb", "mishap_verb"),
    *("bursting", "tumble", "seizing", "fumes", "natural", "reckless", "on_road"),
    *("fallen", "animal", "works", "blaze", "crash_scene", LOST, _UNSUSPICIOUS, _DOWN, BROKE),
)
"""Without one of these words a sentence tells of no accident."""
_SIGNS = _MISHAPS | HAZARDS | sign("mistake", "hazard", "lone_gun", TAKING | {_HUNTING, _ROADS})
"""Without one of these, whatever they tell, nobody came to harm by accident."""
_AFIELD = frozenset({"while", "out", "went"})
_OF_BEAST = 2  # tokens before "attack": "a wolf"
_HELD = frozenset({"as", "be", "not"})
_CROWDS = frozenset({"mob", "mobs", "crowd", "crowds", "rioters", "settlers", "arsonists"})
_DISPLACEMENT = EventType.DISPLACEMENT


def is_accident(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """Harm whose subject or cause is an accident, a disaster or an illness."""
    if not reading.signs & _SIGNS and hit.form.lemma != _DROWN:
        return is_by_no_force(reading, frame, slots)
    if (
        _is_blast_at_works(reading, hit, slots)
        or is_by_mistake(reading)
        or is_of_hazard(reading, slots)
        or is_by_no_force(reading, frame, slots)
        or _is_poisoning_of(reading, hit)
        or _is_discharge(reading)
        or is_craft_lost(reading, hit, slots)
        or _is_of_hunt(reading, hit, slots)
        or (hit.form.lemma == _DROWN and not slots.object and slots.construction == "active")
        or is_burning_by_itself(reading, hit, slots)
        or _is_from_disaster(reading, frame)
        or _is_called_accident(reading)
        or _is_traffic(reading, slots)
    ):
        return True
    if not reading.signs & _MISHAPS:
        return False
    if not (frame.does_harm or frame.type is EventType.PROPERTY_ATTACK):
        return frame.type in ATTACKS and _is_by_nature(reading, slots)
    return _is_unsuspicious(reading) or _is_harm_of_accident(reading, hit, frame, slots)


def _is_harm_of_accident(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """Whether what does harm, or brings it about, is an accident, a beast or a driver."""
    accidents = noun_classes()["accident"]
    doers = [*slots.subject, *slots.agent]  # "the shooting of a driver": no doer
    groups = doers.copy()
    for phrase in slots.phrases:
        if phrase.preposition in CAUSAL and not phrase.is_inner:
            groups += phrase.groups  # and not "drove off 40 head of cattle"
    groups += _cause_of_both(reading, hit) + _contents(reading, slots.agent)
    groups += _wholes(reading, slots.subject or _antecedent(reading, hit.chunk))
    if reading.clauses.has_head(groups, accidents):
        return True
    return (
        any(_is_fire(reading, number) for number in slots.subject)  # no "army fire killed two"
        or any(_is_mishap(reading, number) for number in groups)
        or any(_is_of_nature(reading, number) for number in groups)
        or any(_is_at_wheel(reading, number) for number in doers)
        or (not groups and _is_after_disaster(reading, hit, frame))
        or is_control_lost(reading)
        or in_crash(reading, hit.chunk)
    )


def _is_called_accident(reading: Reading) -> bool:
    """As in "the explosion that killed two was an accident and no sabotage, the minister said"."""
    norms, clauses = reading.sentence.norms, reading.clauses
    if "accident" not in reading.vocabulary:
        return False
    at = norms.index("accident")
    if norms[at - 1] != "an" or norms[at - 2] not in BE:
        return False
    subjects = clauses.subject(clauses.at_token[at - 2])
    return clauses.has_head(subjects, EXPLOSION)


def _is_from_disaster(reading: Reading, frame: Frame) -> bool:
    """As in "villages were evacuated after the river burst its banks": no one drives them out."""
    if frame.type is not _DISPLACEMENT:
        return False
    classes = noun_classes()
    hazards = classes["blaze"] | classes["accident"] | classes["hazard"]
    if hazards.isdisjoint(reading.vocabulary) or not _CROWDS.isdisjoint(reading.vocabulary):
        return False  # "fled when a mob set fire to their houses"
    return not is_armed(reading)


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


def _contents(reading: Reading, groups: Sequence[int]) -> list[int]:
    """As in "killed by a chain of errors": what the group is of."""
    clauses = reading.clauses
    return [
        number + 2
        for number in groups
        if clauses.kinds[number + 1 : number + 3] == "PN"
        and clauses.first_words[number + 1] == "of"
    ]


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


def _is_fire(reading: Reading, number: int) -> bool:
    """As in "a fire tore through a mill, killing six", in a headline "Fire kills", "Lima fire"."""
    if names_blaze(reading, number):
        return True
    group = reading.clauses.chunks[number]
    words = reading.sentence.norms[group.first : group.last]
    if words[-1] not in _FIRES or reading.clauses.kinds[number + 1 : number + 2] not in {"V", "X"}:
        return False
    if len(words) == 1:  # in other forms it is a verb: "Fire!"
        opens = group.first == 0 and reading.nominal(number).weapon is None
        return opens and not is_armed(reading)
    kindling = noun_classes()["kindling"]
    return not is_armed(reading) and all(
        norm in kindling or reading.place_at(group.first + at, is_modifier=True) is not None
        for at, norm in enumerate(words[:-1])
    )


def _is_by_nature(reading: Reading, slots: Slots) -> bool:
    """As in "wasps attacked a class", "villagers attacked by a leopard": a beast, an illness."""
    return any(
        _is_of_nature(reading, number)
        or (
            reading.clauses.head_words[number] in noun_classes()["accident"]
            and "armed" not in reading.nominal(number).fillers
        )
        for number in (*slots.subject, *slots.agent)
    )


def _is_of_nature(reading: Reading, number: int) -> bool:
    """As in "a heat wave", "a falling branch", "a tiger": what acts is no one's doing."""
    group = reading.clauses.chunks[number]
    norms = reading.sentence.norms
    if norms[group.head] == "front" and norms[group.head - 1] in _FRONTS:
        return True  # "a cold front"
    if reading.nominal(number).weapon is not None or "armed" in reading.nominal(number).fillers:
        return False
    if _is_beast(reading, group.head):
        return True
    if norms[group.head] == _BLOOD and norms[group.head - 1] == _COLD:
        return False  # "shot in cold blood"
    return not noun_classes()["natural"].isdisjoint(norms[group.first : group.head])


def _is_beast(reading: Reading, token: int) -> bool:
    """Whether a word in small letters, or the first of all, names an animal; no "Black Tiger"."""
    return reading.sentence.norms[token] in noun_classes()["animal"] and (
        reading.sentence.words[token].islower() or token == 0
    )


def _is_at_wheel(reading: Reading, number: int) -> bool:
    """As in "a drunken driver killed two", "a motorist killed a cyclist"."""
    group = reading.clauses.chunks[number]
    norms = reading.sentence.norms
    if norms[group.head] not in noun_classes()["driver"] or not SHOTS.isdisjoint(
        reading.vocabulary
    ):
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
    clauses = reading.clauses
    return any(
        clauses.kinds[at] in "VX"
        and (
            clauses.has_head(subject := clauses.subject(at), accidents)
            or any(_is_mishap(reading, number) for number in subject)  # "bird strikes"
        )
        for at in range(hit.chunk)
    )


def _is_poisoning_of(reading: Reading, hit: Hit) -> bool:
    """As in "food poisoning struck ninety guests", where it is read as a verb."""
    norms = reading.sentence.norms
    return norms[hit.first] == _POISONING and norms[hit.first - 1] in noun_classes()["fumes"]


def _is_mishap(reading: Reading, number: int) -> bool:
    """As in "a gas explosion", "a blast in a coal mine", "injuries suffered in a fall"."""
    group = reading.clauses.chunks[number]
    modifiers = reading.sentence.norms[group.first : group.head]
    if reading.sentence.norms[group.head] == _POISONING:
        return not noun_classes()["fumes"].isdisjoint(modifiers)
    if group.head not in reading.event_heads:
        return False
    if not noun_classes()["seizing"].isdisjoint(modifiers) or (
        group.head - group.first <= _OF_BEAST
        and _is_beast(reading, group.head - 1)
        and reading.sentence.norms[group.head] not in noun_classes()["robbing"]
    ):
        return True  # "a heart attack", "a wolf attack", and no "cattle raid"
    if reading.sentence.norms[group.head] in noun_classes()["meant_blow"]:
        return False  # "a poison gas attack"
    if reading.sentence.norms[group.head] in EXPLOSION and is_from_leak(reading):
        return True
    return (
        not noun_classes()["mishap_modifier"].isdisjoint(modifiers)
        or is_at_bursting_site(reading, number)
        or _is_blast_of_works(reading, number)
        or is_fall(reading, number)
    )


def _is_blast_at_works(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "an explosion occurred at a chemical plant": works explode without anybody's doing.

    Not where a weapon, or somebody who did it, is told.
    """
    if hit.form.lemma not in EXPLOSION:
        return False
    norms = reading.sentence.norms
    named = norms[reading.clauses.chunks[hit.chunk].first : hit.first]
    if not noun_classes()["mishap_modifier"].isdisjoint(named):
        return True  # "a coal mine explosion", where no mine was laid
    works = noun_classes()["works"]
    if works.isdisjoint(reading.vocabulary):
        return False
    groups = [number for phrase in slots.phrases for number in phrase.groups]
    if any(phrase.preposition == "by" for phrase in slots.phrases) or any(
        nominal.weapon is not None for nominal in (*slots.modifiers, *map(reading.nominal, groups))
    ):
        return False
    if reading.clauses.has_head(groups, works) or not works.isdisjoint(named):
        return True
    return hit.form.pos == "noun" and _is_blast_of_works(reading, hit.chunk)


def _is_blast_of_works(reading: Reading, number: int) -> bool:
    """As in "an explosion at a fertiliser plant", "a refinery blast", "blasts ripped through"."""
    works = noun_classes()["works"]
    if works.isdisjoint(reading.vocabulary) or reading.clauses.head_words[number] not in EXPLOSION:
        return False
    clauses = reading.clauses
    group = clauses.chunks[number]
    if not works.isdisjoint(reading.sentence.norms[group.first : group.head]):
        return not is_armed(reading, [number, *_tellers(reading)])
    groups = groups_behind(clauses.phrases(number), *_AT_WORKS)
    for at in range(number + 1, clauses.clause(number)[1]):
        if clauses.kinds[at] in "VX" and number in clauses.subject(at):
            groups += clauses.objects(at) + groups_behind(clauses.phrases(at), "through")
    # "an explosives plant"
    return clauses.has_head(groups, works) and not is_armed(reading, [*groups, *_tellers(reading)])


def _tellers(reading: Reading) -> list[int]:
    """As in "the sheriff said": who keeps order and tells of it."""
    kinds = reading.clauses.kinds
    return [
        number
        for number, kind in enumerate(kinds)
        if kind == "N" and "authority" in reading.nominal(number).fillers
    ]


def _is_unsuspicious(reading: Reading) -> bool:
    """As in "remains were found; the death is not being treated as suspicious"."""
    norms = reading.sentence.norms
    if "suspicious" not in norms:
        return "non-suspicious" in norms
    return "not" in norms and norms[norms.index("suspicious") - 1] in _HELD


def _is_traffic(reading: Reading, slots: Slots) -> bool:
    """As in "twelve people were killed on the roads": by nobody."""
    clauses, norms = reading.clauses, reading.sentence.norms
    return (
        _ROADS in reading.vocabulary
        and not (slots.agent or is_armed(reading))
        and any(
            norms[clauses.chunks[at].first : clauses.chunks[at].last] == ("the", _ROADS)
            for at in groups_behind(slots.phrases, "on")
        )
    )


def _is_discharge(reading: Reading) -> bool:
    """As in "dropped his gun, which discharged and killed him": it went off, and nobody fired."""
    if not reading.signs & _LONE_GUN:
        return False
    clauses, norms = reading.clauses, reading.sentence.norms
    went_off = any(
        clauses.has_head(subject, noun_classes()["lone_gun"])
        and (
            clauses.head_words[at] in noun_classes()["misfiring"]
            or norms[clauses.chunks[at].head + 1 : clauses.chunks[at].head + 2] == _OFF
        )
        for at, kind in enumerate(clauses.kinds)
        if kind in "VX" and (subject := clauses.subject(at))
    )
    return went_off and not any(
        "armed" in reading.nominal(number).fillers
        for number, kind in enumerate(clauses.kinds)
        if kind == "N"
    )


def _is_of_hunt(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "shot his friend with a shotgun while out turkey hunting": no force that hunts men."""
    norms, clauses = reading.sentence.norms, reading.clauses
    if _HUNTING not in reading.vocabulary or slots.construction != "active":
        return False
    at = norms.index(_HUNTING)
    game = norms[at - 1]
    if "W" in clauses.kinds[hit.chunk : clauses.at_token[at]]:
        return False  # "killed two men who were out hunting"
    is_of_game = game in _AFIELD or (
        reading.sentence.words[at - 1].islower()
        and game in noun_classes()["animal"] | noun_classes()["game"]
    )
    return is_of_game and not any(
        "armed" in reading.nominal(number).fillers
        for number, kind in enumerate(reading.clauses.kinds)
        if kind == "N"
    )

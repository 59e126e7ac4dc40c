"""Vehicles, crafts and structures that come to grief, and whoever they kill: nobody's doing."""

from collections.abc import Sequence
from functools import cache

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.nominals import LIFELESS, PLAIN_THINGS
from coder.events.roles.slots import Slots
from coder.grammar.clauses import groups_behind
from coder.lexicon.words import noun_classes
from coder.rules.model import FLYING

CRAFT_DOWN = ("down",)
BROKE, _APART = frozenset({"broke", "breaks"}), (("apart",), ("up",))
_MAX_GAP = 14
_FIRE_AT = frozenset({"fire", "missile", "missiles", "rocket", "rockets", "shots", "shot", "hit"})
_TANK = "tank"
_BUILT = PLAIN_THINGS | {"facility"}
_AIMED = frozenset({"hit", "struck"})
_AFLAME = (("into", "flames"), ("fire",))
_GOING = frozenset({"went", "goes", "came", "comes", "going", "coming"})
_FUEL = frozenset({"petrol", "gasoline", "kerosene", "diesel"})


def in_crash(reading: Reading, number: int) -> bool:
    """As in "killed when the lorry hit a wall": a vehicle comes to grief."""
    clauses = reading.clauses
    if clauses.kinds[number] in "GVX" and _after_crash(reading, number):
        return True
    verbs = noun_classes()["accident_verb"]
    for at in range(number + 1, min(number + 9, len(clauses.kinds))):
        if clauses.kinds[at] not in "VX":
            continue
        if clauses.head_words[at] not in verbs:
            if clauses.has_head(clauses.subject(at), noun_classes()["accident"]):
                return not is_armed(reading)  # "killed when a tornado touched down"
        else:
            by = groups_behind(clauses.phrases(at), "by")
            if any(_is_weapon(reading, group) for group in (*clauses.objects(at), *by)):
                return False  # "when their truck hit a mine", "the car was hit by bullets"
            subject = clauses.subject(at)
            if (
                _is_struck_by_thing(reading, at, by)
                or _is_craft(reading, subject)
                or _is_loose_thing(reading, at, subject)
            ):
                return not is_armed(reading)
            return (_hits_obstacle(reading, at) and not is_armed(reading)) or (
                subject != clauses.subject(number)
                and (
                    any("vehicle" in reading.nominal(group).fillers for group in subject)
                    or _is_accidental(reading, at, subject)
                )
            )
    return False


def _hits_obstacle(reading: Reading, verb: int) -> bool:
    """As in "killed when his Mercedes hit the wall", "when he flew off and struck a pole"."""
    if reading.clauses.chunks[verb].passive:
        return False
    heads = {reading.clauses.head_words[group] for group in reading.clauses.objects(verb)}
    return not heads.isdisjoint(noun_classes()["obstacle"])


def _is_struck_by_thing(reading: Reading, verb: int, agents: list[int]) -> bool:
    """As in "killed when she was struck by the propeller": no person, weapon or act."""
    return (
        reading.clauses.chunks[verb].passive
        and bool(agents)
        and all(reading.nominal(group).fillers <= PLAIN_THINGS for group in agents)
    )


def _is_loose_thing(reading: Reading, verb: int, subject: list[int]) -> bool:
    """As in "killed when a container hit his cab": no debris, which came from a blow."""
    pieces = noun_classes()["munition"] | noun_classes()["piece"]
    return (
        bool(subject)
        and not reading.clauses.chunks[verb].passive
        and all(
            reading.nominal(group).fillers == LIFELESS
            and reading.clauses.head_words[group] not in pieces
            for group in subject
        )
    )


def _is_craft(reading: Reading, subject: list[int]) -> bool:
    """As in "the pilot was killed when it struck a ridge"."""
    return [reading.clauses.head_words[group] for group in subject] == ["it"]


def _is_accidental(reading: Reading, verb: int, subject: list[int]) -> bool:
    """As in "killed when scaffolding collapsed", "when a storm hit", "when their quad overturned".

    What falls or comes to grief may be anything, where no act or weapon is told.
    """
    classes = noun_classes()
    if reading.clauses.has_head(subject, classes["accident"]):
        return True
    kinds, at_token = reading.clauses.kinds, reading.clauses.at_token
    came = classes["fallen"]
    if subject and kinds[min(subject) - 1 : min(subject)] == "U":  # "when their quad overturned"
        came |= classes["mishap_verb"]
    if reading.clauses.head_words[verb] not in came:
        return False
    tells_act = any(kinds[at_token[head]] == "N" for head in reading.event_heads)
    return bool(subject) and not tells_act and not is_armed(reading)


def _goes_down(reading: Reading, verb: int, subjects: list[int]) -> bool:
    """As in "the helicopter went down in fog", "was brought down by engine failure".

    And in "the shuttle broke apart", "an airliner broke up": no meeting that is broken up.
    """
    clauses = reading.clauses
    group = clauses.chunks[verb]
    behind = reading.sentence.norms[group.head + 1 : group.head + 2]
    if clauses.head_words[verb] in BROKE and behind in _APART:
        return not (clauses.objects(verb) or group.passive or is_armed(reading))
    if behind != CRAFT_DOWN:
        return False
    if all(FLYING.isdisjoint(reading.nominal(number).fillers) for number in subjects):
        return False
    if not group.passive:
        return clauses.head_words[verb] in _GOING and _FIRE_AT.isdisjoint(reading.vocabulary)
    by = groups_behind(clauses.phrases(verb), "by")
    return bool(by) and all(reading.nominal(number).fillers <= PLAIN_THINGS for number in by)


def _after_crash(reading: Reading, number: int) -> bool:
    """As in "the bus plunged into a ravine, killing 18": the main verb is what a mishap does."""
    clauses = reading.clauses
    if any(_is_weapon(reading, group) for group in clauses.objects(number)):
        return False  # "was derailed after hitting a mine"
    start = clauses.chunks[number].head
    heads = (head for head in reading.event_heads if head < start)
    if any(clauses.kinds[clauses.at_token[head]] == "N" for head in heads):
        return False
    behind = range(number - 1, max(-1, number - _MAX_GAP), -1)
    verb = next((at for at in behind if clauses.kinds[at] in "VX"), None)
    return verb is not None and _tells_mishap(reading, verb, clauses.subject(verb))


def _tells_mishap(reading: Reading, at: int, subjects: list[int]) -> bool:
    """Whether a verb tells how something burst, fell or ran into something by itself."""
    clauses = reading.clauses
    if clauses.head_words[at] in noun_classes()["burst_verb"]:
        is_scene = not noun_classes()["crash_scene"].isdisjoint(reading.vocabulary)
        return any(names_bursting(reading, group) for group in subjects) or (
            is_scene
            and _are_carriages(reading, subjects, FLYING)
            and not is_armed(reading, subjects)
        )  # "an airliner shot off the runway and exploded, killing 179"
    hit = clauses.objects(at)
    if _comes_to_grief(reading, at, subjects):
        return not is_armed(reading, hit)  # "rocks" are no weapon here
    if any("vehicle" in reading.nominal(group).fillers for group in hit):
        return False  # "a suicide driver crashed a truck into the barracks"
    if _runs_into_vehicle(reading, at, subjects) or (
        clauses.head_words[at] in _fallen()
        and (_is_thing(reading, subjects) or _are_carriages(reading, subjects))
    ):
        return not is_armed(reading)  # "a slab that fell, killing a driver"
    is_mishap = clauses.head_words[at] in noun_classes()["mishap_verb"] and not any(
        "armed" in fillers or ("weapon" in fillers and "vehicle" not in fillers)
        for fillers in (reading.nominal(group).fillers for group in subjects)
    )
    return is_mishap or _goes_down(reading, at, subjects)


def _comes_to_grief(reading: Reading, verb: int, subject: list[int]) -> bool:
    """As in "a train hit a bus", "she struck rocks, killing six": what it runs into tells so.

    Trains and ships come to grief on anything.
    """
    clauses, classes = reading.clauses, noun_classes()
    if (
        clauses.head_words[verb] not in classes["accident_verb"]
        or clauses.chunks[verb].passive
        or any("weapon" in reading.nominal(group).fillers for group in subject)
    ):
        return False
    if _hits_obstacle(reading, verb):
        return True
    if clauses.has_head(subject, classes["on_course"]):
        return True
    return any("vehicle" in reading.nominal(group).fillers for group in subject) and any(
        "vehicle" in reading.nominal(group).fillers for group in clauses.objects(verb)
    )


def _runs_into_vehicle(reading: Reading, verb: int, subject: list[int]) -> bool:
    """As in "a truck slammed into a bus, killing 33"; not into a crowd or a checkpoint."""
    return any("vehicle" in reading.nominal(group).fillers for group in subject) and any(
        phrase.preposition == "into"
        and all(reading.nominal(group).fillers <= PLAIN_THINGS for group in phrase.groups)
        for phrase in reading.clauses.phrases(verb)
    )


@cache
def _fallen() -> frozenset[str]:
    return noun_classes()["fallen"] - noun_classes()["mishap_verb"]


def _is_thing(reading: Reading, groups: list[int]) -> bool:
    """Whether what fell is a plain thing, by all that is known."""
    return bool(groups) and all(reading.nominal(group).fillers == LIFELESS for group in groups)


def _are_carriages(reading: Reading, groups: list[int], but: frozenset[str] = frozenset()) -> bool:
    """As in "a cable car fell", "the footbridge fell": no aircraft, which may be shot down."""
    fillers = [reading.nominal(group).fillers for group in groups]
    shot_down = FLYING - but
    return bool(fillers) and all(it - but <= _BUILT and shot_down.isdisjoint(it) for it in fillers)


def _is_weapon(reading: Reading, number: int) -> bool:
    head = reading.clauses.head_words[number]
    return reading.nominal(number).weapon is not None or head in noun_classes()["munition"]


def is_armed(reading: Reading, but: Sequence[int] = ()) -> bool:
    """Whether a weapon or an armed party is told anywhere in the sentence; fuel alone is none."""
    return any(
        (
            reading.nominal(number).weapon is not None
            and reading.clauses.head_words[number] not in _FUEL
        )
        or "armed" in reading.nominal(number).fillers
        for number, kind in enumerate(reading.clauses.kinds)
        if kind == "N" and number not in but
    )


def names_bursting(reading: Reading, number: int) -> bool:
    """Whether a group names what bursts by itself: a boiler, a battery, a hydrogen tank."""
    group = reading.clauses.chunks[number]
    words = reading.sentence.norms[group.first : group.last]
    is_vessel = (
        reading.nominal(number).weapon is None or reading.clauses.head_words[number] == _TANK
    )
    return is_vessel and not noun_classes()["bursting"].isdisjoint(words)


def is_craft_lost(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "a cargo jet ploughed into a block of flats, killing 43": nobody flew it there."""
    clauses = reading.clauses
    if all(FLYING.isdisjoint(reading.nominal(number).fillers) for number in slots.subject):
        return False
    verb = max(
        clauses.kinds.rfind("V", 0, hit.chunk + 1), clauses.kinds.rfind("X", 0, hit.chunk + 1)
    )
    return (
        verb >= 0
        and clauses.head_words[verb] in noun_classes()["accident_verb"]
        and (clauses.head_words[verb] not in _AIMED or _is_itself_aflame(reading, verb))
        and noun_classes()["crash_meant"].isdisjoint(reading.vocabulary)
    )


def _is_itself_aflame(reading: Reading, verb: int) -> bool:
    """As in "the jet hit a hangar and burst into flames": what it ran into was its own end."""
    clauses, norms = reading.clauses, reading.sentence.norms
    if clauses.kinds[verb + 1 : verb + 4] not in {"NCV", "NCX"}:
        return False
    last = clauses.chunks[verb + 3].last
    is_aflame = any(norms[last : last + len(words)] == words for words in _AFLAME)
    return is_aflame or clauses.head_words[verb + 3] in noun_classes()["mishap_verb"]

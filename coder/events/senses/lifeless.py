"""What acts and is nobody: prices, a lorry, vanity, animals, an army of volunteers."""

from collections.abc import Sequence

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.arms import LED_BY, OPERATIONS
from coder.events.roles.nominals import LIFELESS, PLAIN_THINGS, is_plural
from coder.events.roles.slots import Slots
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.rules.model import FORCES, Frame
from coder.values.kinds import REMOTE
from coder.values.labels import EventType

_STANDING_IN = frozenset({"it", "them", "one"})
_FIRE = frozenset({"fire", "crossfire", "gunfire"})
_NAMES = frozenset("E")
_OF_PEOPLE = ("s", "ist", "ian", "man", "men", "eer", "ee")  # "barons": who are on no list
_ON_BEASTS = frozenset({EventType.KILLING, EventType.RIOT, EventType.ABUSE, EventType.ABDUCTION})
_NO_HOST = frozenset({"armed", "territory", "place"})
_BURN = "burn"
_BLASTS = frozenset({"blast", "blasts", "explosion", "explosions", "eruption"})
_ANIMALS, _HOSTS, _BEAST_ARMS = sign("animal"), sign("host"), sign("beast_arms")
_DOERS = frozenset({"armed", "person", "crowd", "organisation", "weapon", "event"})
_HERDS = frozenset({"flock", "flocks", "head", "heads", "herd", "herds", "number"})


def is_lifeless(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """As in "hail bombarded the vineyards": an everyday verb with a plain thing that acts."""
    if slots.agent and _is_done_by_mind(reading, frame, slots.agent):
        return True
    if not slots.subject or slots.construction != "active":
        return False
    role = frame.role("perpetrator")
    if role is None or "subject" not in role.places:
        return False
    is_hurled = frame.type is EventType.RIOT and reading.clauses.has_head(slots.subject, _BLASTS)
    if is_hurled or (frame.type is EventType.KILLING and _is_deadly_thing(reading, hit, slots)):
        return True  # "a blast hurled rocks at a shelter"
    if not all(_is_plain_thing(reading, number) for number in slots.subject):
        return False
    return frame.strength == "weak" or (frame.does_harm and _is_of_trade(reading, slots.subject))


def _is_done_by_mind(reading: Reading, frame: Frame, agent: list[int]) -> bool:
    """As in "killed by bad projects", "were hijacked by an app"."""
    if frame.type not in REMOTE and _is_of_mind(reading, agent):
        return True
    return all(_is_program(reading, number) for number in agent)


def _is_plain_thing(reading: Reading, number: int) -> bool:
    """Whether a group is a thing, and none of arms or violence: "a rain of shells" is."""
    if reading.nominal(number).fillers != LIFELESS:
        return False
    of = reading.of_what(number)
    return of is None or reading.nominal(of).fillers.isdisjoint({"weapon", "event"})


def _is_of_mind(reading: Reading, groups: Sequence[int]) -> bool:
    """As in "killed by bad projects", "sabotaged by vanity": what no one can touch acted."""
    heads = {number: reading.clauses.head_words[number] for number in groups}
    minds = {number for number, norm in heads.items() if _is_mind(reading, number, norm)}
    return bool(minds) and all(
        reading.nominal(number).fillers.isdisjoint(_DOERS)
        for number in groups
        if number not in minds
    )


def _is_program(reading: Reading, number: int) -> bool:
    """As in "their cars were hijacked by an app"."""
    is_thing = reading.nominal(number).fillers == LIFELESS
    return is_thing and reading.clauses.head_words[number] in noun_classes()["technology"]


def _is_mind(reading: Reading, number: int, norm: str) -> bool:
    """Whether a noun names a thought, a quality or a state of affairs."""
    return (
        norm in noun_classes()["abstract"]
        and reading.tags[reading.clauses.chunks[number].head] not in _NAMES
    )


def _is_deadly_thing(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "tainted liquor killed 23", "an overloaded truck killed a cyclist": nobody's doing.

    Not where an act or a weapon is told before, nor in a clause behind "that" or "which".
    """
    kinds = reading.clauses.kinds
    if "W" in kinds[: hit.chunk] or any(
        kind == "N"
        and ("event" in reading.nominal(at).fillers or reading.nominal(at).weapon is not None)
        for at, kind in enumerate(kinds[: hit.chunk])
    ):
        return False
    classes = noun_classes()
    for subject in slots.subject:
        number = _meant(reading, subject)
        head = reading.clauses.chunks[number].head
        norm = reading.sentence.norms[head]
        if norm in classes["nature"]:
            continue  # "the mountain has killed 500"
        if not reading.nominal(number).fillers <= PLAIN_THINGS or reading.tags[head] in _NAMES:
            return False
        if norm in classes["war"] or norm in classes["munition"] or norm in classes["crewed"]:
            return False
        leader = reading.of_what(number, LED_BY) if norm in OPERATIONS else None
        if leader is not None and reading.nominal(leader).fillers & FORCES:
            return False  # "an operation by the army killed ten"
        if norm in _FIRE or norm.endswith(_OF_PEOPLE) or not reading.nominal(number).fillers:
            return False
    return True


def _meant(reading: Reading, number: int) -> int:
    """The vehicle or storm that "it" or "one of them" stands for, where nobody is told between."""
    clauses = reading.clauses
    if clauses.head_words[number] not in _STANDING_IN:
        return number
    for at in range(number - 1, -1, -1):
        fillers = reading.nominal(at).fillers if clauses.kinds[at] == "N" else frozenset()
        if "vehicle" in fillers or clauses.head_words[at] in noun_classes()["accident"]:
            return at
        if "person" in fillers or "armed" in fillers:
            break
    return number


def _is_of_trade(reading: Reading, groups: Sequence[int]) -> bool:
    """As in "the weak yen is killing importers": prices, taxes and apps harm nobody's body."""
    classes = noun_classes()
    heads = {reading.clauses.head_words[number] for number in groups}
    return heads <= classes["business"] | classes["technology"]


def is_of_animals(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """As in "culled and burned 6,000 hogs", "found 16 dead birds": no people come to harm."""
    if not reading.signs & (_ANIMALS | _BEAST_ARMS):
        return False
    animals = noun_classes()["animal"]
    words, chunks = reading.sentence.words, reading.clauses.chunks
    if slots.construction == "nominal" and words[hit.first - 1] in animals:
        return True  # "a wolf attack"
    acting = [chunks[_members(reading, at)].head for at in (*slots.subject, *slots.agent)]
    if slots.agent and reading.signs & _BEAST_ARMS:
        animals |= noun_classes()["beast_arms"]  # "was stabbed in the thigh by the horn"
    if acting and all(words[head] in animals for head in acting):
        return slots.construction in {"active", "passive"}  # "was attacked by wasps"
    if not slots.object:
        return False
    if not (frame.does_harm or frame.type in _ON_BEASTS or hit.form.lemma == _BURN):
        return False
    return all(_is_of_herd(reading, number) for number in slots.object)


def _is_of_herd(reading: Reading, number: int) -> bool:
    """As in "the cows", "80 heads of cattle", "an unknown number of heads of cattle"."""
    clauses = reading.clauses
    while clauses.head_words[number] in _HERDS and clauses.kinds[number + 1 : number + 3] == "PN":
        number += 2
    return clauses.head_words[number] in noun_classes()["animal"]


def _members(reading: Reading, number: int) -> int:
    """The group behind "of": "a gang of monkeys", "an army of volunteers"; else the group."""
    whole = reading.of_what(number)
    return number if whole is None else whole


def is_host(reading: Reading, slots: Slots) -> bool:
    """As in "an army of volunteers invaded the beaches": many who have no arms."""
    if not reading.signs & _HOSTS:
        return False
    hosts = noun_classes()["host"]
    acting = [*slots.subject, *slots.agent]
    return bool(acting) and all(
        reading.clauses.head_words[at] in hosts
        and (many := _members(reading, at)) != at
        and is_plural(reading.clauses.head_words[many])
        and reading.nominal(many).fillers.isdisjoint(_NO_HOST)
        for at in acting
    )

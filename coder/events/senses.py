"""What makes a trigger another sense: accidents, things that act, foreign objects."""

from collections.abc import Sequence
from functools import lru_cache

from coder.events.drafts import Filler
from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.slots import Slots
from coder.lexicon.words import noun_classes
from coder.rules.model import Frame
from coder.values.labels import EventType

_MAX_GAP = 14
_CAUSAL = frozenset({"in", "during", "by", "from", "after", "following", "of", "amid", "through"})
_UNEXPLAINED = frozenset({"explosion", "blast", "detonation"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_OF_WORDS_TOO = frozenset({"attack", "assail", "assault", "onslaught"})
_BLAZES = frozenset({"fire", "fires", "blaze", "inferno"})
_LIFELESS = frozenset({"thing"})
_SITES = frozenset({"facility", "place"})
_WHERE = frozenset({"at", "near", "outside", "inside", "around", "behind", "next to"})


def is_cancelled(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """Whether a word in a role slot is listed as one that makes another sense."""
    if hit.form.lemma in _OF_WORDS_TOO and _is_of_words(reading, hit, slots):
        return True
    if frame.cancel.isdisjoint(reading.vocabulary):
        return False
    norms = reading.sentence.norms
    chunks = reading.clauses.chunks
    groups = [*slots.subject, *slots.object, *slots.agent]
    for phrase in slots.phrases[:2]:
        # Some phrases only say where: "killed six people at a market", "exploded at a gas station".
        if phrase.preposition in _WHERE:
            if not slots.object and any(
                norms[chunks[number].head] in frame.cancel for number in phrase.groups
            ):
                return True
        else:
            groups += [
                number
                for number in phrase.groups
                if phrase.preposition != "in" or not reading.nominal(number).fillers & _SITES
            ]
    kinds = reading.clauses.kinds
    groups += [  # "the body of an activist, riddled with bullets"
        number - 2
        for number in slots.object
        if kinds[max(number - 2, 0) : number] == "NP" and norms[chunks[number - 1].first] == "of"
    ]
    acting = {*slots.subject, *slots.agent}
    return any(
        norm in frame.cancel
        for number in groups
        if not (number in acting and _is_named_by_prey(reading, number, frame))
        for norm in norms[chunks[number].first : chunks[number].last]
    ) or any(
        norm in frame.cancel
        for nominal in slots.modifiers
        for norm in norms[nominal.first : nominal.last]
    )


def _is_named_by_prey(reading: Reading, number: int, frame: Frame) -> bool:
    """As in "cattle raiders", "bank robbers": armed people called after what they are after."""
    nominal = reading.nominal(number)
    return "armed" in nominal.fillers and reading.sentence.norms[nominal.head] not in frame.cancel


def _is_of_words(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "harshly attacked the president", "the paper attacked him": words hurt nobody."""
    classes = noun_classes()
    norms = reading.sentence.norms
    chunks = reading.clauses.chunks
    press = classes["press"]
    if hit.form.pos == "verb" and any(
        norms[chunks[number].head] in press for number in slots.subject
    ):
        return True
    verbal = classes["verbal"]
    if verbal.isdisjoint(reading.vocabulary):
        return False
    group = chunks[hit.chunk]
    if not verbal.isdisjoint(norms[max(0, group.first - 2) : group.last + 1]):
        return True
    return norms[group.first] in _POSSESSIVES and any(norm.startswith("critic") for norm in norms)


def is_accident(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """Harm whose subject or cause is an accident, a disaster or an illness."""
    if _is_blast_at_works(reading, hit, slots):
        return True
    if not frame.does_harm or _mishap_words().isdisjoint(reading.vocabulary):
        return False
    accidents = noun_classes()["accident"]
    norms = reading.sentence.norms
    groups = [*slots.subject, *slots.agent]
    for phrase in slots.phrases:
        if phrase.preposition in _CAUSAL:
            groups += phrase.groups
    chunks = reading.clauses.chunks
    if any(norms[chunks[number].head] in accidents for number in groups):
        return True
    if any(
        norms[chunks[number].head] in _BLAZES
        and not reading.tags[chunks[number].first : chunks[number].head].strip("DJ#")
        for number in slots.subject
    ):
        return True  # "a fire killed two", but not "army fire"
    mishaps = noun_classes()["mishap_modifier"]
    if any(
        chunks[number].head in reading.event_heads
        and not mishaps.isdisjoint(norms[chunks[number].first : chunks[number].head])
        for number in groups
    ):
        return True
    return _in_crash(reading, hit.chunk)


def _is_blast_at_works(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "an explosion occurred at a chemical plant": works explode without anybody's doing.

    Not where a weapon, or somebody who did it, is told.
    """
    works = noun_classes()["works"]
    if hit.form.lemma not in _UNEXPLAINED or works.isdisjoint(reading.vocabulary):
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


@lru_cache(maxsize=1)
def _mishap_words() -> frozenset[str]:
    """Without one of these words a sentence tells of no accident."""
    classes = noun_classes()
    names = ("accident", "mishap_modifier", "accident_verb", "mishap_verb")
    return _BLAZES.union(*(classes[name] for name in names))


def is_lifeless(reading: Reading, frame: Frame, slots: Slots) -> bool:
    """As in "hail bombarded the vineyards": an everyday verb with a plain thing that acts."""
    if frame.strength != "weak" or slots.construction != "active" or not slots.subject:
        return False
    role = frame.role("perpetrator")
    if role is None or "subject" not in role.places:
        return False
    return all(reading.nominal(number).fillers == _LIFELESS for number in slots.subject)


def _in_crash(reading: Reading, number: int) -> bool:
    """As in "killed when the lorry hit a wall": a vehicle comes to grief."""
    clauses = reading.clauses
    if clauses.kinds[number] in "GV" and _after_crash(reading, number):
        return True
    verbs = noun_classes()["accident_verb"]
    norms = reading.sentence.norms
    for at in range(number + 1, min(number + 9, len(clauses.kinds))):
        if clauses.kinds[at] in "VX" and norms[clauses.chunks[at].head] in verbs:
            if any(reading.nominal(group).weapon is not None for group in clauses.objects(at)):
                return False  # "when their truck hit a mine"
            subject = clauses.subject(at)
            return subject != clauses.subject(number) and any(
                "vehicle" in reading.nominal(group).fillers for group in subject
            )
    return False


def _after_crash(reading: Reading, number: int) -> bool:
    """As in "the bus plunged into a ravine, killing 18": the main verb is what a mishap does."""
    clauses = reading.clauses
    verbs = noun_classes()["mishap_verb"]
    norms = reading.sentence.norms
    start = clauses.chunks[number].head
    heads = (head for head in reading.event_heads if head < start)
    if any(clauses.kinds[clauses.at_token[head]] == "N" for head in heads):
        return False
    for at in range(number - 1, max(-1, number - _MAX_GAP), -1):
        if clauses.kinds[at] in "VX":
            subject = [reading.nominal(group).fillers for group in clauses.subject(at)]
            return norms[clauses.chunks[at].head] in verbs and not any(
                "armed" in fillers or "weapon" in fillers for fillers in subject
            )
    return False


def object_is_foreign(  # noqa: PLR0917 - what a row is made of
    reading: Reading,
    hit: Hit,
    frame: Frame,
    slots: Slots,
    fillers: Sequence[Filler],
    causes: Sequence[int],
) -> bool:
    """An everyday verb whose direct object fits no role has another sense ("hold a ceremony")."""
    if frame.strength != "weak" or hit.form.pos != "verb" or not slots.object:
        return False
    if hit.form.words and not hit.form.gap:
        return False
    filled = {filler.nominal.chunk for filler in fillers} | set(causes)
    if filled & set(slots.object) or _holds_words(reading, hit, slots):
        return False
    # "Guerrillas attacked the ballot boxes": what armed people attack may be any thing.
    is_armed = any(
        filler.role == "perpetrator" and "armed" in filler.nominal.fillers for filler in fillers
    )
    return not (
        is_armed and frame.type is EventType.ARMED_ATTACK and slots.construction == "active"
    )


def _holds_words(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """Whether the object is made of the trigger's own words: "lost his life"."""
    if not hit.form.gap:
        return False
    norms = reading.sentence.norms
    groups = (reading.clauses.chunks[number] for number in slots.object)
    return any(hit.form.words[-1] in norms[group.first : group.last] for group in groups)

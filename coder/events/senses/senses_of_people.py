"""What the people around a trigger say of its sense: who fights, takes, harms or is harmed."""

from collections.abc import Sequence

from coder.events.drafts import Filler
from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.nominals import LIFELESS
from coder.events.roles.slots import Slots
from coder.events.senses.crashes import is_armed
from coder.grammar.clauses import groups_behind
from coder.lexicon.closed import IS_ARE
from coder.lexicon.words import noun_classes
from coder.rules.model import Frame
from coder.values.labels import EventType

_CLASHING = frozenset({"clash", "clashes", "clashed", "clashing"})
_ENGAGE = "engage"
_ENGAGED_IN = frozenset({"in", "on", "upon", "for"})
_WITH, _FRONTS = "with", frozenset({"front", "fronts"})
_STRUGGLING = frozenset({"fight", "battle"})
_BEFORE_EYES = frozenset({"in", "outside"})  # "outside" stands for "in front of"
_ABDUCTION = EventType.ABDUCTION
_SPELLS = frozenset({"day", "week", "month", "year"})
_LASTING = ("-hour", "-day", "-week", "-month", "-old", "-long")


def is_struggle(reading: Reading, hit: Hit, fillers: Sequence[Filler]) -> bool:
    """As in "farmers fight to save the harvest", "fighting for their lives": with nobody."""
    if hit.form.pos == "verb" and hit.form.lemma == _ENGAGE:
        return _is_occupied(reading, hit, fillers)
    if hit.form.pos != "verb" or hit.form.lemma not in _STRUGGLING:
        return False
    if any("armed" in filler.nominal.fillers for filler in fillers):
        return False
    clauses = reading.clauses
    at = hit.chunk + 1
    while clauses.kinds[at : at + 1] in {"A", "t"} or clauses.kinds[at : at + 2] == "Pt":
        at += 1  # "fought on Sunday to save"
    if clauses.kinds[at : at + 1] == "I":
        return True
    if clauses.first_words[at - 1] == "back" and len(fillers) == 1:
        return True  # "the family fought back in court"
    return clauses.kinds[at : at + 1] == "P" and _is_for_something(reading, hit, at)


def _is_for_something(reading: Reading, hit: Hit, at: int) -> bool:
    """As in "for their lives", "on two fronts", "nurses are fighting with buckets and salt"."""
    clauses = reading.clauses
    if clauses.first_words[at] == "for" or clauses.kinds[at + 1 : at + 2] != "N":
        return clauses.first_words[at] == "for"
    if clauses.first_words[at] != _WITH:
        return clauses.head_words[at + 1] in _FRONTS
    means = reading.nominal(at + 1)
    is_now = reading.sentence.norms[clauses.chunks[hit.chunk].first] in IS_ARE
    return is_now and means.weapon is None and means.fillers == LIFELESS


def _is_occupied(reading: Reading, hit: Hit, fillers: Sequence[Filler]) -> bool:
    """As in "engaged in trade", "engaging China": no force, and no fight that they are in.

    Nor in "engage sailors to unload grain": they are hired.
    """
    if not any("armed" in filler.nominal.fillers for filler in fillers):
        return True
    clauses = reading.clauses
    if clauses.kinds[hit.chunk + 1 : hit.chunk + 3] == "NI":
        return True
    if clauses.kinds[hit.chunk + 1 : hit.chunk + 3] != "PN":
        return False
    is_in = clauses.first_words[hit.chunk + 1] in _ENGAGED_IN
    return is_in and "event" not in reading.nominal(hit.chunk + 2).fillers


def is_of_armed(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """As in "rebels clashed with police", "armed youths attacked": no riot, of armed people."""
    if frame.type is not EventType.RIOT:
        return False
    if reading.sentence.norms[hit.first] not in _CLASHING:
        groups = [reading.clauses.chunks[at] for at in [*slots.subject, *slots.agent]]
        return any("armed" in reading.sentence.norms[it.first : it.head] for it in groups)
    return bool(slots.subject) and all(
        "armed" in fillers and not fillers & {"crowd", "authority"}
        for fillers in (reading.nominal(number).fillers for number in slots.subject)
    )


def is_taken_along(reading: Reading, frame: Frame, slots: Slots) -> bool:
    """As in "the nurse bundled the baby into a blanket": civilians take people along.

    Frames in which anybody may hold people say so: "students took the dean hostage".
    """
    if frame.type is not _ABDUCTION or frame.strength != "weak":
        return False
    if _is_to_care(reading, slots):
        return True
    role = frame.role("perpetrator") if slots.construction == "active" else None
    if not slots.subject or role is None or "person" in role.fillers:
        return False
    return all(
        nominal.actor is not None and nominal.actor.is_civilian and "armed" not in nominal.fillers
        for nominal in map(reading.nominal, slots.subject)
    )


def _is_to_care(reading: Reading, slots: Slots) -> bool:
    """As in "a gunman drove the wounded to hospital"."""
    heads = {reading.clauses.head_words[number] for number in slots.object}
    return not heads.isdisjoint(noun_classes()["harmed"] | {"victim"}) and reading.clauses.has_head(
        groups_behind(slots.phrases, "to"), noun_classes()["hospital"] | {"center", "centre"}
    )


def is_done_by_others(
    reading: Reading, frame: Frame, roles: Sequence[tuple[str, Sequence[int]]]
) -> bool:
    """As in "the regulator launched a raid": who acts by a light verb makes it another sense."""
    if not roles or frame.cancel.isdisjoint(reading.vocabulary):
        return False
    groups = [number for name, numbers in roles if name == "perpetrator" for number in numbers]
    return reading.clauses.has_head(groups, frame.cancel)


def is_walkout(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """As in "the bus strike went on", "the seamen's strike hit the port": a trade stops work."""
    norms = reading.sentence.norms
    if frame.type is EventType.PROTEST:
        return False
    if norms[hit.first - 1 : hit.last] == ("on", hit.form.lemma):
        return True  # "while their school was on strike"
    if slots.construction != "nominal":
        return False
    is_of_trade = any(
        "vehicle" in nominal.fillers
        and nominal.weapon is None
        and "aircraft" not in nominal.fillers
        for nominal in slots.modifiers
    )
    return is_of_trade or (hit.last - hit.first == 1 and _is_of_workers(reading, hit))


def _is_of_workers(reading: Reading, hit: Hit) -> bool:
    """As in "in its 13th day", "a 24-hour strike", "a port strike": where nobody is hurt or armed.

    So is one in a sentence about unions and wages.
    """
    norms, classes = reading.sentence.norms, noun_classes()
    if not classes["harmed"].isdisjoint(reading.vocabulary) or is_armed(reading):
        return False
    group = reading.clauses.chunks[hit.chunk]
    before = norms[group.first : hit.first]
    owner = reading.sentence.words[hit.first - 2]
    by_people = norms[hit.first - 1] == "'" or owner.endswith("men")
    return (
        (bool(before) and by_people and before[-1].startswith("'") and owner.islower())
        or any(norm.endswith(_LASTING) for norm in before)
        or any(norm in _SPELLS and norms[i - 2] == "its" for i, norm in enumerate(norms))
        or not classes["of_labour"].isdisjoint(reading.vocabulary)
        or not classes["workplace"].isdisjoint(before)
    )


def is_bodily(reading: Reading, slots: Slots) -> bool:
    """As in "he was shot in the leg": the part of the body says that it is meant.

    Or those who had to look on: "shot him in front of his children".
    """
    return any(
        reading.clauses.head_words[number] in noun_classes()["body_part"]
        if phrase.preposition == "in"
        else "person" in reading.nominal(number).fillers
        for phrase in slots.phrases
        if phrase.preposition in _BEFORE_EYES
        for number in phrase.groups
    )

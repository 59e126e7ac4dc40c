"""Verbs whose object makes them another sense: "hold a ceremony", "take the nurse for a spy"."""

import re
from collections.abc import Sequence

from coder.events.drafts import Filler
from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.filling import takes_object
from coder.events.roles.nominals import LIFELESS
from coder.events.roles.slots import Slots
from coder.events.senses.bursts import EXPLOSION
from coder.lexicon.closed import A_AN
from coder.lexicon.words import noun_classes
from coder.rules.model import Frame
from coder.values.labels import EventType

_TAKE = "take"
_ASIDE, _PICK = "aside", "pick"
_SEIZE, _UPON = "seize", frozenset({"on", "upon"})
_APART = frozenset({"out", "apart", "aback"})
_DRAGGING = frozenset({"pull", "drag", "haul", "bundle", "take"})
_OUT_OF = frozenset({"from", "off", "out"})
_CHAIN = re.compile(r"[^CUW:]{1,12}C[VXK]")  # "pulled him out of his car and shot him"
_MADE_OFF = frozenset({"drove", "fled", "left", "disappeared", "vanished", "sped", "led", "took"})
_EACH_OTHER = (("each", "other"), ("one", "another"))
_PRICE = frozenset({"ransom"})
_VEHICLES = frozenset({"vehicle"})
_SET_OFF, _EVENT = frozenset({"set off", "set ... off"}), frozenset({"event"})
_EXPLOSIONS = EXPLOSION | {f"{word}s" for word in EXPLOSION}
_ABDUCTION, _ARMED_ATTACK = EventType.ABDUCTION, EventType.ARMED_ATTACK
_TERRITORIAL_CHANGE = EventType.TERRITORIAL_CHANGE


def has_foreign_object(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """What :func:`object_is_foreign` says, where the object alone tells before any role is filled.

    A quarter of all trials end here: "take" and its like have frames for a few of their objects.
    """
    if (
        frame.strength != "weak"
        or hit.form.pos != "verb"
        or hit.form.words
        or frame.reciprocal
        or not slots.object
        or (frame.type is _ARMED_ATTACK and slots.construction == "active")
        or takes_object(reading, frame, slots.object)
    ):
        return False
    others = [*slots.subject, *slots.agent]  # a group in two places may fill a role in the other
    for phrase in slots.phrases:
        others += phrase.groups
    return set(slots.object).isdisjoint(others)


def takes_otherwise(reading: Reading, hit: Hit, frame: Frame, fillers: Sequence[Filler]) -> bool:
    """As in "took over farms", "took the nurse for a spy", "for a walk": nobody is carried off."""
    is_out_of = hit.form.gap and hit.form.words[0] in _OUT_OF
    if is_out_of and hit.form.lemma.split()[0] in _DRAGGING and frame.type is _ABDUCTION:
        chain = _CHAIN.match(reading.clauses.kinds, hit.chunk)
        if chain is None or reading.clauses.chunks[chain.end() - 1].aux:
            return False
        # "pulled him out of his car and drove off with him": the same act goes on
        return reading.clauses.head_words[chain.end() - 1] not in _MADE_OFF
    if (
        _is_with_particle(reading, hit, frame)
        or _is_taken_aboard(reading, hit, frame, fillers)
        or _sets_off_event(reading, hit)
    ):
        return True
    if hit.form.lemma != _TAKE or hit.form.words or frame.type is not _ABDUCTION:
        return False
    taken = [item for item in fillers if item.effect == "abducted"]
    clauses = reading.clauses
    for item in taken:
        at = clauses.behind_of(item.nominal.chunk)
        if (
            item.via == "object"
            and clauses.kinds[at : at + 2] == "PN"
            and clauses.first_words[at] == "for"
            and clauses.first_words[at + 1] in A_AN
        ):
            return clauses.head_words[at + 1] not in noun_classes()["kin"] | _PRICE
    return not taken


def _is_taken_aboard(reading: Reading, hit: Hit, frame: Frame, fillers: Sequence[Filler]) -> bool:
    """As in "a frigate picked up five men": a ship saves them."""
    if frame.type is not _ABDUCTION or not hit.form.lemma.startswith(_PICK):
        return False
    doers = [item.nominal.chunk for item in fillers if item.role == "perpetrator"]
    return bool(doers) and all(
        reading.clauses.head_words[at] in noun_classes()["rescuing"] for at in doers
    )


def _sets_off_event(reading: Reading, hit: Hit) -> bool:
    """As in "ran into him, setting off a series of scuffles": no bomb, and no explosions."""
    if hit.form.lemma not in _SET_OFF or not _EXPLOSIONS.isdisjoint(reading.vocabulary):
        return False
    objects = reading.clauses.objects(hit.chunk)
    return bool(objects) and all(reading.nominal(at).fillers == _EVENT for at in objects)


def _is_with_particle(reading: Reading, hit: Hit, frame: Frame) -> bool:
    """As in "seized on the remark", "was taken out by a rival": another verb than the bare one."""
    clauses, behind = reading.clauses, reading.sentence.norms[hit.last : hit.last + 1]
    if frame.type is _ABDUCTION and _ASIDE in behind:
        return True  # "took aside two guards"
    if hit.form.pos != "verb" or hit.form.words or not behind:
        return False
    if hit.form.lemma == _TAKE and frame.type is _TERRITORIAL_CHANGE:
        return behind[0] in _APART
    at = hit.chunk + 1
    return (
        hit.form.lemma == _SEIZE
        and behind[0] in _UPON
        and not clauses.chunks[hit.chunk].passive
        and clauses.kinds[at : at + 2] == "PN"
        and reading.nominal(at + 1).fillers <= LIFELESS
    )


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
    is_mutual = frame.reciprocal and _is_each_other(reading, slots)
    if is_mutual or (hit.form.words and not hit.form.gap):
        return False
    if hit.form.lemma in noun_classes()["common"] and any(
        filler.via == "object" and filler.effect == "abducted" and filler.is_unknown
        for filler in fillers
    ):
        return True  # "sold vehicles, and the enemy took them": who or what is not told
    filled = {filler.nominal.chunk for filler in fillers} | set(causes)
    if filled & set(slots.object) or _holds_words(reading, hit, slots):
        return False
    is_of_body = reading.clauses.has_head(slots.object, noun_classes()["body_part"])
    if is_of_body and any(it.via == "object" for it in fillers):
        return False  # "cut off the ears of two clerks"
    # "Guerrillas attacked the ballot boxes": what armed people attack may be any thing.
    is_armed = any(
        filler.role == "perpetrator" and "armed" in filler.nominal.fillers for filler in fillers
    )
    return not (
        is_armed
        and frame.type is EventType.ARMED_ATTACK
        and slots.construction == "active"
        and not _is_of_vehicles(frame)
    )


def _is_each_other(reading: Reading, slots: Slots) -> bool:
    """As in "engaged each other", "battled one another": both sides are the subject."""
    groups = (reading.clauses.chunks[number] for number in slots.object)
    norms = reading.sentence.norms
    return any(norms[group.first : group.last] in _EACH_OTHER for group in groups)


def _is_of_vehicles(frame: Frame) -> bool:
    """Whether only boats and the like are its object; who torpedoes a plan has another sense."""
    return all(role.fillers <= _VEHICLES for role in frame.roles if "object" in role.places)


def _holds_words(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """Whether the object is made of the trigger's own words: "lost his life"."""
    if not hit.form.gap:
        return False
    norms = reading.sentence.norms
    groups = [reading.clauses.chunks[number] for number in slots.object]
    return any(
        hit.form.words[-1] in norms[group.first : group.last] or norms[group.head] in hit.form.words
        for group in groups
    )

"""The groups inside the noun group of an act: "rebel attack", "market bombing", "Ndlovu's murder".

In: a role and the groups that stand in front of the noun. Out: those that have the role.
"""

from collections.abc import Iterator
from dataclasses import replace

from coder.events.drafts import Filler
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.roles.owners import FATED
from coder.events.roles.slots import Slots
from coder.lexicon.words import noun_classes
from coder.mentions.actors.acting_states import seat_actor
from coder.rules.model import Frame, RoleSpec
from coder.values.events import CROWD_TYPES
from coder.values.kinds import BOMBARDMENT, UNARMED
from coder.values.labels import ActorType, PlaceLevel

_FATES = frozenset({"killed", "abducted"})
_SUFFERED = _FATES | {"arrested", "injured"}
_GOVERNMENT = frozenset({"authority", "organisation", "armed"})
_KINDS = frozenset({"terrorist", "criminal", "twin", "human"})


def modifiers_of(
    reading: Reading, frame: Frame, slots: Slots, role: RoleSpec, used: set[int]
) -> Iterator[Filler]:
    """The groups in front of a noun that fill a role; their first tokens are added to ``used``."""
    for whole in slots.modifiers:
        nominal = (_seat(reading, frame, whole) or whole) if role.name == "perpetrator" else whole
        if nominal.first in used or _is_degree(reading, nominal):
            continue
        if not _fits(role, nominal) and not _is_whose(reading, slots, role, nominal):
            continue
        if role.name == "perpetrator" and (
            _is_suffered(reading, frame, slots, nominal)
            or _is_site(reading, nominal)
            or _is_where(reading, frame, nominal)
        ):
            continue
        used.add(nominal.first)
        whom = _counted_whom(reading, nominal) if role.effect is not None else nominal
        yield Filler(role.name, whom, role.effect, "modifier")


def _seat(reading: Reading, frame: Frame, nominal: Nominal) -> Nominal | None:
    """As in "Riyadh's air strikes on Taiz": the government, where another place is told."""
    if frame.type not in BOMBARDMENT or nominal.place is None or not _owns(reading, nominal):
        return None
    if nominal.place.level is PlaceLevel.COUNTRY or len(reading.places) == 1:
        return None
    span = nominal.first, nominal.last, nominal.head
    actor = seat_actor(reading.sentence, *span, reading.lexicon)
    if actor is None:
        return None
    return replace(nominal, actor=actor, place=None, fillers=_GOVERNMENT)


def _fits(role: RoleSpec, nominal: Nominal) -> bool:
    """Groups inside a noun group: "rebel attack", "market bombing", "car bomb attack"."""
    if role.name == "instrument":
        return nominal.weapon is not None and not role.fillers.isdisjoint(nominal.fillers)
    if nominal.weapon is not None or "event" in nominal.fillers:
        return False
    if says_what_kind(nominal):
        return False
    return bool(nominal.fillers & role.fillers - {"thing"})


def _is_degree(reading: Reading, nominal: Nominal) -> bool:
    """As in "very minor injuries": how bad they are; "a minor's injuries" are a child's."""
    return reading.sentence.norms[nominal.head] == "minor" and not _owns(reading, nominal)


def says_what_kind(nominal: Nominal) -> bool:
    """As in "a terrorist attack", "twin bombs", "human casualties": of which kind, not whose."""
    actor = nominal.actor
    return (
        actor is not None
        and actor.name is None
        and nominal.quantity is None
        and (actor.description or "").rsplit(" ", 1)[-1].lower().strip('"') in _KINDS
    )


def _is_whose(reading: Reading, slots: Slots, role: RoleSpec, nominal: Nominal) -> bool:
    """As in "Ndlovu's murder", "his arrest": the owner of a fate is who met it."""
    is_fated = FATED in nominal.fillers
    is_named = "name" in nominal.fillers and _owns(reading, nominal)
    return (
        role.effect in (_SUFFERED if is_fated else _FATES)
        and (is_fated or is_named)
        and not any(phrase.preposition == "of" for phrase in slots.phrases)
    )


def _is_suffered(reading: Reading, frame: Frame, slots: Slots, nominal: Nominal) -> bool:
    """As in "the judge's murder": what belongs to somebody unarmed was done to him.

    Not where the victim stands behind the noun ("the general's murder of a priest").
    """
    victim = frame.role("victim")
    return (
        victim is not None
        and victim.effect is not None
        and (FATED in nominal.fillers or (_owns(reading, nominal) and _is_unarmed(nominal)))
        and not any(
            phrase.preposition == "of" and phrase.position == nominal.chunk + 1
            for phrase in slots.phrases
        )
    )


def _owns(reading: Reading, nominal: Nominal) -> bool:
    """Whether an apostrophe follows: "the judge's murder"."""
    return reading.tags[nominal.last : nominal.last + 1] == "S"


def _is_site(reading: Reading, nominal: Nominal) -> bool:
    """As in "the parliament attack", "the embassy bombing": a body by its house, which was hit."""
    if nominal.actor is None or "armed" in nominal.fillers:
        return False
    if _owns(reading, nominal):
        return False
    norms = reading.sentence.norms
    return reading.lexicon.targets.ending(norms, nominal.first, nominal.last) is not None


def _is_where(reading: Reading, frame: Frame, nominal: Nominal) -> bool:
    """As in "Chile's food riots": of a crowd a country only says where it was."""
    return _owns(reading, nominal) and nominal.place is not None and frame.type in CROWD_TYPES


def _is_unarmed(nominal: Nominal) -> bool:
    actor = nominal.actor
    if actor is None:
        return "name" in nominal.fillers
    is_one = not actor.is_plural and "organisation" not in nominal.fillers
    return (
        actor.actor_id is None
        and (actor.type in UNARMED or (is_one and actor.type is ActorType.UNKNOWN))
        and "armed" not in nominal.fillers
    )


def _counted_whom(reading: Reading, nominal: Nominal) -> Nominal:
    """As in "five civilian deaths": the number of the deaths is that of the civilians."""
    noun = reading.clauses.head_words[nominal.chunk]
    if nominal.quantity is not None or noun not in noun_classes()["one_each"]:
        return nominal
    number = reading.number_in(nominal.chunk)
    if number is None or number.last > nominal.first:
        return nominal
    return replace(nominal, first=number.first, quantity=number)

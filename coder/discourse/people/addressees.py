"""Whom an act is meant for: a protest, or an attack on somebody's home or car.

A protest is aimed at the authority, or the state of a nationality, that stands behind a word of
protest or demand after the trigger. Speakers are no addressees, and a country where people march
is a place.

A person is aimed at where the text names the person or the office; a family or a firm is not.
"""

from collections.abc import Iterator
from dataclasses import replace

from coder.discourse.acts import Act
from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.lexicon.words import noun_classes
from coder.mentions.actors.acting_states import acting_nation
from coder.values.labels import ActorType, EventType, PlaceLevel

_POSSESSIVE = frozenset({"'s", "'"})
_AIMED = frozenset(
    {EventType.ARMED_ATTACK, EventType.BOMBING, EventType.PROPERTY_ATTACK, EventType.KILLING}
)
_WHERE = frozenset({"which", "where"})


def addressee(draft: Draft) -> Nominal | None:
    """The first authority behind a word of protest or demand."""
    reading = draft.reading
    norms, chunks = reading.sentence.norms, reading.clauses.chunks
    cue = next(
        (at for at in range(draft.last, len(norms)) if norms[at] in noun_classes()["addressing"]),
        None,
    )
    if cue is None:
        return None
    speakers = {source.nominal.chunk for source in draft.sources if source.nominal is not None}
    taken = {filler.nominal.chunk for filler in draft.fillers} | speakers
    for number in range(draft.chunk + 1, len(chunks)):
        if chunks[number].kind == "N" and chunks[number].first > cue and number not in taken:
            found = _authority(reading, number)
            if found is not None:
                return found
    return None


def _authority(reading: Reading, number: int) -> Nominal | None:
    nominal = reading.nominal(number)
    if nominal.actor is not None:
        return nominal if "authority" in nominal.fillers else None
    norms = reading.sentence.norms
    first, head = nominal.first, nominal.head
    owned = next((at for at in range(first, head) if norms[at] in _POSSESSIVE), None)
    if owned is not None and owned > first:
        owner = reading.modifier(number, first, owned)
        if owner.actor is not None and "authority" in owner.fillers:
            return owner if owner.place is None else _state(reading, owner)
    for place in reading.places:
        if first <= place.first < head and (place.is_demonym or place.last == owned):
            inner = reading.modifier(number, place.first, place.last)
            if place.is_demonym or place.level is PlaceLevel.COUNTRY:
                return _state(reading, inner)
    return None


def _state(reading: Reading, nominal: Nominal) -> Nominal | None:
    """The state of a nationality or country."""
    actor = acting_nation(reading.sentence, nominal.first, nominal.last, reading.lexicon)
    if actor is None or actor.country is None:
        return None
    state = replace(actor, type=ActorType.STATE_OTHER, is_civilian=None)
    return replace(nominal, actor=state, place=None, fillers=frozenset({"authority"}))


def owners(act: Act) -> Iterator[tuple[Draft, Filler]]:
    """The persons whose homes or cars the drafts of an act say were hit."""
    if act.main.type not in _AIMED:
        return
    for draft in act.drafts:
        for filler in draft.by_role("target"):
            if filler.nominal.target is None:
                continue
            owner = _owner(draft.reading, filler.nominal)
            if owner is not None and _is_aimed_at(owner):
                yield draft, Filler("target", owner, None, "owner")


def _owner(reading: Reading, thing: Nominal) -> Nominal | None:
    """The group behind "of" or before the possessive mark, or the one who was inside."""
    norms = reading.sentence.norms
    if norms[thing.head] not in noun_classes()["personal"]:
        return None
    clauses = reading.clauses
    at = thing.chunk + 1
    if (whole := reading.of_what(thing.chunk)) is not None:
        return reading.nominal(whole)
    if clauses.kinds[at : at + 3] == "PWN" and clauses.first_words[at + 1] in _WHERE:
        return reading.nominal(at + 2)
    mark = reading.tags.rfind("S", thing.first, thing.head)
    return reading.modifier(thing.chunk, thing.first, mark) if mark > thing.first else None


def _is_aimed_at(owner: Nominal) -> bool:
    """Whether a person is told by name, or by an office that one holds."""
    actor = owner.actor
    if actor is None or actor.actor_id is not None or actor.is_plural:
        return False
    is_named = actor.name is not None and actor.rule_id.startswith("actor-person")
    return is_named or (actor.type is ActorType.GOVERNMENT_OFFICIAL and "person" in owner.fillers)

"""Whom an attack on a home or car is meant for: "the house of senator Paz", "the car in which".

A person is aimed at where the text names the person or the office; a family or a firm is not.
"""

from collections.abc import Iterator

from coder.discourse.acts import Act
from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.lexicon.words import noun_classes
from coder.values.labels import ActorType, EventType

_AIMED = frozenset(
    {EventType.ARMED_ATTACK, EventType.BOMBING, EventType.PROPERTY_ATTACK, EventType.KILLING}
)
_WHERE = frozenset({"which", "where"})


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

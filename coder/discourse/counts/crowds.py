"""How many took part in a demonstration."""

from collections.abc import Iterator, Sequence

from coder.discourse.acts import Act
from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal, is_of_state_forces
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.rules.model import ACTING_ROLES
from coder.values.events import class_of
from coder.values.labels import ActorType, EventClass, EventType

_MARCHING = frozenset({ActorType.PROTESTERS, ActorType.CIVILIANS})
_MAX_DISTANCE = 3  # sentences
_CROWD = frozenset({"crowd", "turnout", "attendance"})
_TOOK = frozenset({"took", "taking", "take", "taken"})
_ATTENDING = sign("attending", _CROWD, frozenset({"part"}))


def attach_crowds(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give a demonstration the number that its sentence or one behind it says took part.

    As in "Villagers held a rally; some 600 people took part", "Police put the crowd at 600".
    """
    telling = [item for item in readings if item.signs & _ATTENDING]
    marches = [it for it in acts if class_of(it.main.type) is EventClass.DEMONSTRATION]
    for reading in telling if marches else ():
        at = reading.sentence.index
        near = [it for it in marches if 0 <= at - it.main.reading.sentence.index <= _MAX_DISTANCE]
        for nominal in _attending(reading) if near else ():
            act = near[-1]
            if act.crowd is None and not is_of_state_forces(nominal):
                act.crowd = nominal.quantity


def _attending(reading: Reading) -> Iterator[Nominal]:
    """The numbers of those who are told to have come."""
    clauses = reading.clauses
    for number, word in enumerate(clauses.head_words):
        kind = clauses.kinds[number]
        if kind == "N" and word in _CROWD:
            at = clauses.kinds.find("PN", number + 1)
            who = [at + 1] if at > 0 and clauses.first_words[at] == "at" else []
        elif kind in "VXG" and word in noun_classes()["drawing"]:
            who = clauses.objects(number)
        elif kind in "VXG" and (
            word in noun_classes()["attending"] or _takes_part(reading, number)
        ):
            who = clauses.subject(number) or [max(number - 1, 0)]
        else:
            continue
        yield from (it for it in map(reading.nominal, who[:1]) if it.quantity is not None)


def _takes_part(reading: Reading, verb: int) -> bool:
    clauses = reading.clauses
    return clauses.head_words[verb] in _TOOK and clauses.head_words[verb + 1 : verb + 2] == ["part"]


def crowd_size(act: Act, kind: EventType) -> tuple[int | None, int | None, int | None]:
    """How many marched: the number of the party that acts, or of those that force dispersed."""
    if class_of(kind) is not EventClass.DEMONSTRATION:
        return None, None, None
    told = [(draft, filler) for draft in act.drafts for filler in draft.fillers]
    # "200 police broke up a rally": their number is no crowd
    acting = [
        it for _, it in told if it.role in ACTING_ROLES and not is_of_state_forces(it.nominal)
    ]
    met = [item for draft, item in told if _are_dispersed(draft, item)]
    for filler in (*acting, *met):
        quantity = filler.nominal.quantity
        if quantity is not None:
            return quantity.low, quantity.best, quantity.high
    if act.crowd is not None:
        return act.crowd.low, act.crowd.best, act.crowd.high
    return None, None, None


def _are_dispersed(draft: Draft, filler: Filler) -> bool:
    """As in "used tear gas to disperse 3,000 protesters"; no "beat 20 protesters", some of them."""
    actor = filler.nominal.actor
    return (
        draft.type is EventType.PROTEST
        and filler.role == "target"
        and filler.effect is None
        and actor is not None
        and actor.type in _MARCHING
        and not noun_classes()["dispersing"].isdisjoint(draft.reading.vocabulary)
    )

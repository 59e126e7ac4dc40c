"""How many took part in a demonstration."""

from coder.discourse.acts import Act
from coder.events.drafts import Draft, Filler
from coder.events.roles.nominals import is_of_state_forces
from coder.lexicon.words import noun_classes
from coder.rules.model import ACTING_ROLES
from coder.values.events import class_of
from coder.values.labels import ActorType, EventClass, EventType

_MARCHING = frozenset({ActorType.PROTESTERS, ActorType.CIVILIANS})


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

"""Who the others are: "three guerrillas were killed and five others wounded"."""

from dataclasses import replace

from coder.discourse.acts import Act
from coder.events.drafts import Draft, Filler
from coder.events.nominals import Nominal
from coder.events.within import HIT_ROLES
from coder.values.labels import ActorType

_OTHERS = frozenset({"other", "others", "another", "more"})
_GENERAL = frozenset({ActorType.UNKNOWN, ActorType.CIVILIANS})
_SEVERAL = 2


def tell_others(act: Act) -> None:
    """Type "five others" as the several people counted before them whom something else befell.

    Beside whom the same befell ("two soldiers and three others were killed") they are of another
    kind, or the words would have counted them together.
    """
    counted: Filler | None = None
    sentence: int | None = None
    for draft in act.drafts:
        if draft.reading.sentence.index != sentence:
            counted, sentence = None, draft.reading.sentence.index
        for filler in draft.fillers:
            if filler.role not in HIT_ROLES or filler.effect is None:
                continue
            if _are_others(draft, filler.nominal):
                if counted is not None and counted.effect != filler.effect:
                    _retype(draft, filler, counted.nominal)
            elif _are_several(filler.nominal):
                counted = filler


def _are_others(draft: Draft, nominal: Nominal) -> bool:
    actor = nominal.actor
    return (
        draft.reading.sentence.norms[nominal.head] in _OTHERS
        and actor is not None
        and actor.type in _GENERAL
    )


def _are_several(nominal: Nominal) -> bool:
    quantity = nominal.quantity
    return (
        nominal.actor is not None
        and nominal.actor.type not in _GENERAL
        and quantity is not None
        and (quantity.best or quantity.low or 0) >= _SEVERAL
    )


def _retype(draft: Draft, filler: Filler, known: Nominal) -> None:
    old, actor = filler.nominal, filler.nominal.actor
    if actor is None or known.actor is None:
        return
    kind = replace(
        actor,
        type=known.actor.type,
        is_civilian=known.actor.is_civilian,
        country=known.actor.country,
        sector=known.actor.sector,
    )
    filler.nominal = replace(old, actor=kind, fillers=known.fillers)
    for claim in draft.claims:
        if claim.nominal is old:
            claim.nominal = filler.nominal

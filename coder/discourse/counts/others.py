"""Who the others are: "three guerrillas were killed and five others wounded"."""

from dataclasses import replace

from coder.discourse.acts import Act
from coder.events.drafts import Draft, Filler
from coder.events.roles.nominals import Nominal
from coder.lexicon.closed import MORE_OR_ANOTHER
from coder.rules.model import HIT_ROLES
from coder.values.kinds import PLAIN_PEOPLE
from coder.values.labels import EventType

_MEN = frozenset({"man", "men", "own"})  # "the marines lost four men"
_SEVERAL = 2
_FEW = 10  # "a soldier was killed and three others hurt", but not "and 30 others"


def tell_others(act: Act) -> None:
    """Type "five others" as the several people counted before them whom something else befell.

    Beside whom the same befell ("two soldiers and three others were killed") they are of another
    kind, or the words would have counted them together. One in arms tells who a few others are,
    unless a bomb hit whoever was there.
    """
    aims = act.main.type is not EventType.BOMBING
    counted: Filler | None = None
    sentence: int | None = None
    for draft in act.drafts:
        if draft.reading.sentence.index != sentence:
            counted, sentence = None, draft.reading.sentence.index
        for filler in draft.fillers:
            if filler.role not in HIT_ROLES or filler.effect is None:
                continue
            for loser in draft.by_role("losing_party"):
                if draft.head_word(filler) in _MEN:
                    _retype(draft, filler, loser.nominal)
            if _are_others(draft, filler.nominal):
                is_likely = counted is not None and (
                    _are_several(counted.nominal) or _number(filler.nominal) <= _FEW
                )
                if counted is not None and is_likely and counted.effect != filler.effect:
                    _retype(draft, filler, counted.nominal)
            elif filler.nominal.actor is not None:
                # none behind "killed an officer and two civilians and wounded nine others"
                is_one = aims and _is_one_in_arms(filler.nominal)
                counted = filler if is_one or _are_several(filler.nominal) else None


def _are_others(draft: Draft, nominal: Nominal) -> bool:
    actor = nominal.actor
    return (
        draft.reading.sentence.norms[nominal.head] in MORE_OR_ANOTHER
        and actor is not None
        and actor.type in PLAIN_PEOPLE
    )


def _are_several(nominal: Nominal) -> bool:
    return (
        nominal.actor is not None
        and nominal.actor.type not in PLAIN_PEOPLE
        and _number(nominal) >= _SEVERAL
    )


def _number(nominal: Nominal) -> int:
    quantity = nominal.quantity
    return 0 if quantity is None else quantity.best or quantity.low or 0


def _is_one_in_arms(nominal: Nominal) -> bool:
    """As in "a marine", "one soldier"."""
    actor = nominal.actor
    is_one = actor is not None and not actor.is_plural and actor.name is None
    return is_one and "armed" in nominal.fillers and "organisation" not in nominal.fillers


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

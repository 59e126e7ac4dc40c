"""Damage: that nobody is told to have done, and that is told of nothing in particular."""

from coder.discourse.acts import Act
from coder.discourse.merging.conflicts import places_conflict, sets_apart
from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading
from coder.lexicon.closed import ANY_ONE
from coder.lexicon.words import noun_classes
from coder.values.kinds import AT_CLOSE_QUARTERS, REMOTE
from coder.values.labels import DamageEffect, EventType, Modality

_BEFORE = 7  # tokens: "causing property but no personal damage"
NEAR = 2  # sentences in which damage without an author is still told of the act before
DAMAGING = REMOTE | AT_CLOSE_QUARTERS | {EventType.PROPERTY_ATTACK, EventType.RIOT}
_HARM = frozenset({str(DamageEffect.DAMAGED), str(DamageEffect.DESTROYED)})
_PROPERTY_ATTACK, _PROTEST = EventType.PROPERTY_ATTACK, EventType.PROTEST


def told_damage(act: Act) -> DamageEffect | None:
    """As in "causing considerable damage", "caused no damage": told of the act, not of a thing."""
    if act.main.type not in DAMAGING:
        return None
    for draft in act.drafts:
        said = _caused(draft.reading)
        if said is not None:
            return said
    return None


def _caused(reading: Reading) -> DamageEffect | None:
    norms = reading.sentence.norms
    if "damage" not in reading.vocabulary:
        return None
    at = norms.index("damage")
    before = norms[max(0, at - _BEFORE) : at]
    if noun_classes()["causing"].isdisjoint(before) or norms[at + 1 : at + 2] == ("to",):
        return None
    is_none = "no" in norms[max(0, at - 3) : at] or "any" in before or "without" in before
    return DamageEffect.NONE if is_none else DamageEffect.DAMAGED


def effect_told(draft: Draft, effect: str | None) -> str | None:
    """What became of a thing that a frame says was damaged: nothing, where that is denied."""
    return str(DamageEffect.NONE) if effect in _HARM and _is_spared(draft) else effect


def _is_spared(draft: Draft) -> bool:
    """As in "the embassy was not damaged", "suffered no damage", "without damaging it"."""
    clauses = draft.reading.clauses
    if draft.modality is Modality.NEGATED or clauses.chunks[draft.chunk].negated:
        return True
    hit = {item.nominal.chunk for item in draft.fillers}
    return any(
        draft.reading.nominal(at).is_zero for at in clauses.objects(draft.chunk) if at not in hit
    )


def tells_damage(group: Act) -> bool:
    """As in "two shops were destroyed": things that came to harm by an act told elsewhere."""
    return all(
        draft.type is _PROPERTY_ATTACK and (draft.support == "dependent" or _counts_burnt(draft))
        for draft in group.drafts
    )


def _counts_burnt(draft: Draft) -> bool:
    """As in "Fifty houses were burned", "Huts were burned": by nobody else, nowhere else."""
    things = draft.by_role("target")
    kinds = draft.reading.clauses.kinds
    is_gapped = kinds.endswith("CNX", 0, draft.chunk + 1)  # "and shops looted"
    return (
        (draft.construction == "passive" or (draft.construction == "participle" and is_gapped))
        and bool(things)
        and all(
            filler.nominal.quantity is not None or _are_some(draft, filler) for filler in things
        )
        and not draft.by_role("perpetrator")
        and not draft.places
    )


def _are_some(draft: Draft, filler: Filler) -> bool:
    """Things without an article, not told of before: "huts and livestock"."""
    first = draft.reading.sentence.norms[filler.nominal.first]
    return not filler.nominal.is_definite and first not in ANY_ONE


def may_have_done(act: Act, group: Act) -> bool:
    """Whether an act told just before is of a kind that destroys, and nothing sets it apart."""
    old, new = act.main, group.main
    is_unrest = old.type is _PROTEST and any(it.type is EventType.RIOT for it in act.witnesses)
    return (
        (old.type in DAMAGING or is_unrest)
        and new.reading.sentence.index - act.sentence <= NEAR
        and not any(time.event_offset_days for time in new.times)  # "were looted the next day"
        and not counted_differs(old, new)
        and not sets_apart(act, group)
        and not places_conflict(act, group)
    )


def counted_differs(old: Draft, new: Draft) -> bool:
    """Whether one of two drafts is counted and the other is not."""
    return old.countable is not new.countable

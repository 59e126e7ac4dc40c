"""What an act hit: physical targets, damage, and what both say of its tactic (codebook 2.3)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from coder.discourse.acts import Act
from coder.discourse.refine import Kind
from coder.discourse.spans import Spans
from coder.discourse.things.damage import effect_told, told_damage
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.senses.finds import uses_shields
from coder.events.senses.violence import is_violent
from coder.lexicon.closed import MORE_OR_ANOTHER
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_OR_HELD, HIT_ROLES
from coder.values.events import EventActor, PhysicalTarget, class_of
from coder.values.labels import (
    ActorType,
    DamageEffect,
    EventClass,
    EventType,
    Tactic,
    TargetType,
)

_EFFECTS = {str(effect): effect for effect in DamageEffect}
_DAMAGED, _DESTROYED = str(DamageEffect.DAMAGED), str(DamageEffect.DESTROYED)
_TO_NOTHING = frozenset({"up", "down", "ground", "ashes"})  # "blown up", "burnt to the ground"
_SHOT_DOWN = frozenset({("shot", "down"), ("brought", "down"), ("shoots", "down")})
_NEAR = 6  # tokens: "burned two shops down"
_GRAVITY = (DamageEffect.DESTROYED, DamageEffect.DAMAGED, DamageEffect.NONE)
_LIVED_IN = frozenset({TargetType.CIVILIAN_RESIDENCE, TargetType.OTHER})
_NAMING = frozenset({"including", "namely"})
_BESIDE = frozenset({"outside", "near", "at", "beside"})  # "a van blew up outside a bank"
_WHERE = frozenset({"in", "near", "around", "outside"})
_CIVILIAN_TARGETS = frozenset(TargetType) - {
    TargetType.MILITARY_POSITION,
    TargetType.POLICE,
    TargetType.OTHER,
}
_TYPE_OF_ACTOR = {
    ActorType.STATE_MILITARY: TargetType.MILITARY_POSITION,
    ActorType.STATE_POLICE: TargetType.POLICE,
    ActorType.GOVERNMENT_OFFICIAL: TargetType.GOVERNMENT,
    ActorType.STATE_OTHER: TargetType.GOVERNMENT,
    ActorType.CIVILIANS: TargetType.PERSONS,
}
_UNARMED = frozenset(
    {
        ActorType.CIVILIANS,
        ActorType.GOVERNMENT_OFFICIAL,
        ActorType.PROTESTERS,
        ActorType.ORGANISATION,
    }
)
_REACH = 8  # chunks behind the act that tells what the things are
_ALSO_DAMAGED = frozenset({"damaged", "damaging"})
_VERBS = frozenset("VXGKL")


def collect_targets(act: Act, spans: Spans) -> list[PhysicalTarget]:
    """The things an act hit, each once; what a definite noun tells again adds its effect."""
    found: list[PhysicalTarget] = []
    heads: list[str] = []
    for draft, reading, nominal, kind, effect in _things(act):
        span = spans.of(reading, nominal.first, nominal.last)
        text = spans.text(span)
        head = reading.sentence.norms[nominal.head]
        known = next((at for at, row in enumerate(found) if row.text.lower() == text.lower()), None)
        if known is None and nominal.is_definite and nominal.last == nominal.head + 1:
            known = heads.index(head) if heads.count(head) == 1 else None
        said = _EFFECTS.get(effect or "")
        if known is not None:
            found[known] = replace(found[known], effect=_graver(found[known].effect, said))
            continue
        number = nominal.quantity
        heads.append(head)
        found.append(
            PhysicalTarget(
                text=text,
                type=kind,
                number=number.best if number is not None else None,
                nationality=nominal.target.nationality if nominal.target is not None else None,
                effect=said,
                sent_idx=reading.sentence.index,
                span=span,
            )
        )
        if reading is draft.reading:
            found += _things_beside(draft, found[-1], spans)
            heads += [""] * (len(found) - len(heads))
    if found and all(row.effect is None for row in found):
        told = told_damage(act)
        found = [replace(row, effect=told) for row in found]
    return found


def _things(act: Act) -> Iterator[tuple[Draft, Reading, Nominal, TargetType, str | None]]:
    """The things in the roles of the drafts, with those that "including" names of them."""
    for draft in act.drafts:
        for filler in draft.fillers:
            reading, nominal = draft.meant_by(filler)
            kind = _type_hit(draft, filler.role, nominal)
            if kind is None or (filler.via in _WHERE and _is_ground(nominal)):
                continue
            effect = filler.effect
            if (effect == _DAMAGED and _destroys(draft)) or _is_downed(draft, nominal):
                effect = None if filler.via in _BESIDE else _DESTROYED
            yield draft, reading, nominal, kind, (effect := effect_told(draft, effect))
            for member in (*_members(reading, nominal), *_sharing_parts(reading, nominal)):
                if member.target is not None:
                    yield draft, reading, member, member.target.type, effect


def _destroys(draft: Draft) -> bool:
    """As in "a bomb wrecked two shops", "blew up a lorry": the verb says that little is left."""
    group = draft.reading.clauses.chunks[draft.chunk]
    norms = draft.reading.sentence.norms
    if norms[group.head] in noun_classes()["destroying"]:
        return True
    behind = norms[group.head + 1 : group.head + _NEAR]
    return norms[group.head] in noun_classes()["burning_down"] and not _TO_NOTHING.isdisjoint(
        behind
    )


def _is_downed(draft: Draft, nominal: Nominal) -> bool:
    """As in "a missile shot down an airliner": little is left of an aircraft that is."""
    norms, head = draft.reading.sentence.norms, draft.reading.clauses.chunks[draft.chunk].head
    return nominal.target is not None and norms[head : head + 2] in _SHOT_DOWN


def _is_ground(nominal: Nominal) -> bool:
    """As in "exploded in a suburb of Durban": where people live, and no thing that was hit."""
    target = nominal.target
    return target is not None and target.kind == "area" and target.type in _LIVED_IN


def _members(reading: Reading, nominal: Nominal) -> Iterator[Nominal]:
    """As in "ten homes were damaged, including the homes of two deputies", "; namely, a bank"."""
    told = _NAMING & reading.vocabulary if nominal.quantity is not None else ()
    clauses, norms = reading.clauses, reading.sentence.norms
    for word in told:
        at = clauses.at_token[norms.index(word)]
        first = at + 1 + (clauses.kinds[at + 1 : at + 2] == ",")
        if at > nominal.chunk and clauses.kinds[first : first + 1] == "N":
            yield from map(reading.nominal, clauses.conjoined_right(first))


def _sharing_parts(reading: Reading, nominal: Nominal) -> Iterator[Nominal]:
    """As in "the windows of two hotels and a bank": the bank, whose windows they are as well."""
    clauses, whole = reading.clauses, reading.of_what(nominal.chunk)
    if whole is not None and clauses.head_words[nominal.chunk] in noun_classes()["part_noun"]:
        yield from map(reading.nominal, clauses.conjoined_right(whole)[1:])


def _graver(one: DamageEffect | None, other: DamageEffect | None) -> DamageEffect | None:
    """What is told of a thing twice: destroyed is more than damaged, damaged more than nothing."""
    return min(
        (effect for effect in (one, other) if effect is not None), key=_GRAVITY.index, default=None
    )


def _type_hit(draft: Draft, role: str, nominal: Nominal) -> TargetType | None:
    """What kind of thing fills a role; null where it is nothing that is hit.

    A weapon that is hit is a military thing ("destroyed two mortars"), a stolen one no target.
    """
    if nominal.target is not None:
        return nominal.target.type if role in HIT_OR_HELD else None
    if role != "target" or nominal.weapon is None or draft.subtype == "looting":
        return None
    return TargetType.MILITARY_POSITION


def civilian_targeting(
    actors: list[EventActor], targets: list[PhysicalTarget], kind: EventType
) -> bool | None:
    """Whether civilians, their things or unarmed officials were hit; null where undecidable."""
    if class_of(kind) is EventClass.STRATEGIC:
        return None
    hit = [actor for actor in actors if actor.role in HIT_ROLES]
    if any(actor.is_civilian or actor.type in _UNARMED for actor in hit):
        return True
    if any(target.type in _CIVILIAN_TARGETS for target in targets):
        return True
    return False if hit or targets else None


def target_type(actors: list[EventActor], targets: list[PhysicalTarget]) -> TargetType | None:
    """What was aimed at: the first thing hit, else what the first party hit stands for."""
    if targets:
        return targets[0].type
    for actor in actors:
        if actor.role in HIT_ROLES:
            found = _TYPE_OF_ACTOR.get(actor.type)
            if found is not None:
                return found
    return None


def tactic_of(act: Act, kind: Kind) -> Tactic | None:
    """The tactic the trigger or the subtype tells."""
    told = next((draft.frame.tactic for draft in act.drafts if draft.frame.tactic), None)
    if told is not None:
        return told
    if kind.subtype in {"suicide_bomb", "suicide_vehicle_bomb"}:
        return Tactic.SUICIDE
    if is_violent(kind.type) and any(uses_shields(draft.reading) for draft in act.drafts):
        return Tactic.HUMAN_SHIELD
    return Tactic.AMBUSH if kind.subtype == "ambush" else None


def property_damage(act: Act) -> str | None:
    """The words that tell of damage."""
    for draft in act.drafts:
        for filler in draft.fillers:
            if filler.effect in _EFFECTS and filler.nominal.target is not None:
                first = min(draft.first, filler.nominal.first)
                last = max(draft.last, filler.nominal.last)
                return draft.reading.words(first, last)
    return None


def _things_beside(draft: Draft, thing: PhysicalTarget, spans: Spans) -> Iterator[PhysicalTarget]:
    """Things of the same kind that the sentence only counts, with an effect of their own."""
    reading = draft.reading
    clauses, norms = reading.clauses, reading.sentence.norms
    if thing.number is None or _effects().keys().isdisjoint(norms):
        return
    for at in range(draft.chunk + 1, min(draft.chunk + _REACH, len(clauses.chunks))):
        group = clauses.chunks[at]
        words = range(group.first, group.last)
        if clauses.kinds[at] != "N" or not all(
            reading.tags[word] == "#" or norms[word] in MORE_OR_ANOTHER for word in words
        ):
            continue
        verbs = (it for it in (at - 1, at + 1) if clauses.kinds[it : it + 1] in _VERBS)
        effect = next(
            (_effects()[head] for it in verbs if (head := clauses.head_words[it]) in _effects()),
            None,
        )
        quantity = reading.quantity_in(group.first, group.last - 1)
        is_one = norms[group.first] == "another"
        if effect is not None and (quantity is not None or is_one):
            span = spans.of(reading, group.first, group.last)
            number = quantity.best if quantity is not None else 1
            yield replace(thing, text=spans.text(span), number=number, effect=effect, span=span)


@cache
def _effects() -> dict[str, DamageEffect]:
    """What the verbs say of the things they count."""
    destroying = dict.fromkeys(noun_classes()["destroying"], DamageEffect.DESTROYED)
    return destroying | dict.fromkeys(_ALSO_DAMAGED, DamageEffect.DAMAGED)

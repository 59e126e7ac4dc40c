"""Whether a later sentence brings in its own doer or weapon, and its own victims.

What a text brings in anew it tells with "a", a number or a bare plural; what it has told it takes
for known ("the bomb", "the gunmen"). "Gunmen killed two policemen in Kirkuk. A bomb wounded three
people in Kirkuk": the second sentence needs nothing of the first, and its means is another.
"""

from collections.abc import Iterable, Sequence

from coder.discourse.acts import HARM, Act
from coder.discourse.merging.headlines import stands_under
from coder.events.drafts import Draft, Filler, fillers_in
from coder.events.senses.violence import is_outcome
from coder.events.status.presupposed import is_definite_act
from coder.lexicon.closed import HIS_HER_THEIR, KNOWN
from coder.lexicon.words import noun_classes
from coder.rules.model import DOING_ROLES, HIT_ROLES
from coder.values.events import CROWD_TYPES
from coder.values.kinds import REMOTE
from coder.values.labels import CasualtyKind, EventType, WeaponType

_MANIFOLD = CROWD_TYPES | {EventType.ARMED_CLASH, EventType.MILITARY_OPERATION}
_ASSAULTS = frozenset({"raid", "ambush", "unspecified"})
_DIRECT = frozenset({"subject", "object"})
_PLAIN = 2  # words: "attackers", "two attackers"
_BY_HAND = frozenset({WeaponType.FIREARMS, WeaponType.MELEE, WeaponType.INCENDIARY})


def brings_own_cause(act: Act, group: Act) -> bool:
    """Whether a group is caused by other means than the act, to people not told of before."""
    if act.sentence < 0 or group.main.reading is act.main.reading:
        return False
    if act.sentence == act.main.reading.sentence.index and stands_under(act.main, group.main):
        return False  # a headline brings in as anew what the text does
    if act.main.type in _MANIFOLD or not is_told_for_itself(group):
        return False
    means = _means(act.witnesses), _means(group.drafts)
    if act.main.type is EventType.ABDUCTION and not means[0]:
        return bool(means[1] - _BY_HAND)  # "two were kidnapped ... A mine wounded four rangers"
    if not all(means) or means[0] & means[1]:
        return False
    is_assault = act.main.type is EventType.ARMED_ATTACK and act.main.subtype in _ASSAULTS
    return not is_assault or _has_place(group)


def without_those_left(acts: Sequence[Act], group: Act) -> Sequence[Act]:
    """The acts without those that other acts have been told behind, where they count others.

    As in "A bomb in A killed nine. Two soldiers were shot in B. A bomb wounded five in C".
    """
    if len(acts) <= 1 or not _has_place(group) or not is_told_for_itself(group):
        return acts
    last = max(act.sentence for act in acts if act.is_told_violence or act is acts[0])
    return [act for act in acts if act.sentence >= last or not _count_others(act, group)]


def _count_others(act: Act, group: Act) -> bool:
    """Whether both count their harmed, and no number of a kind is in both."""
    old, new = _numbers(act.witnesses), _numbers(group.drafts)
    return act.sentence >= 0 and bool(old and new) and old.isdisjoint(new)


def _numbers(drafts: Iterable[Draft]) -> set[tuple[CasualtyKind, int]]:
    return {
        (claim.kind, claim.best)
        for draft in drafts
        for claim in draft.claims
        if claim.kind in HARM and claim.best
    }


def is_told_for_itself(group: Act) -> bool:
    """Whether what it tells has its own doer or weapon and victims, and takes none for known."""
    drafts = group.drafts
    doing = list(fillers_in(drafts, DOING_ROLES))
    hit = [it for it in fillers_in(drafts, HIT_ROLES) if _is_hit(it[1])]
    return (
        bool(doing and hit)
        and all(_is_new(*it) for it in doing)
        and _are_new(hit)
        and any(filler.effect is not None for _, filler in hit)
        and not any(map(is_definite_act, drafts))
        and not any(claim.is_partitive or claim.is_total for it in drafts for claim in it.claims)
    )


def _are_new(hit: Sequence[tuple[Draft, Filler]]) -> bool:
    """Whether all that was hit is brought in anew: "a man", and with him "his wife"."""
    new = [_is_new(*it) for it in hit]
    return any(new) and all(
        is_new or draft.reading.sentence.norms[filler.nominal.first] in HIS_HER_THEIR
        for is_new, (draft, filler) in zip(new, hit, strict=True)
    )


def _is_hit(filler: Filler) -> bool:
    """Whom or what it befell: no town, nor what stands behind a preposition ("on the street").

    But persons, as in "opened fire on the survivors".
    """
    if filler.effect is not None or "person" in filler.nominal.fillers:
        return True
    return filler.via in _DIRECT and filler.nominal.place is None


def _is_new(draft: Draft, filler: Filler) -> bool:
    """Whether somebody or something is brought in anew: no "the", no pronoun, no "attackers"."""
    nominal = filler.nominal
    if filler.antecedent is not None or nominal.is_definite or "pronoun" in nominal.fillers:
        return False
    if filler.via == "subject" and "number" in nominal.fillers:
        return False  # "Two died in gunfire": of those told before
    norms = draft.reading.sentence.norms
    words = norms[nominal.first : nominal.last]
    is_plain = len(words) <= _PLAIN and words[-1] in noun_classes()["attacker"]
    return KNOWN.isdisjoint(words) and not is_plain  # "three suicide bombers" are not told yet


def _means(drafts: Sequence[Draft]) -> set[bool]:
    """By what was done to people: true by what goes off or comes from afar, false by hand.

    Who "killed two" may have done so by either.
    """
    found, is_by_somebody = set(), False
    for draft in drafts:
        weapons = {
            filler.nominal.weapon.type
            for filler in draft.by_role("instrument")
            if filler.nominal.weapon is not None
        }
        if draft.type in REMOTE or weapons - _BY_HAND:
            found.add(True)
        elif weapons or (draft.by_role("perpetrator") and not is_outcome(draft)):
            found.add(False)
        is_by_somebody = is_by_somebody or bool(draft.by_role("perpetrator"))
    return found or ({False} if is_by_somebody else found)


def _has_place(group: Act) -> bool:
    return any(draft.places for draft in group.drafts)

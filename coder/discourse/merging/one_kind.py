"""Whether the types of two tellings can name one act, by what they are told with."""

from coder.discourse.acts import Act
from coder.discourse.merging.conflicts import compatible_types, is_mixed_salvo
from coder.discourse.merging.own_doers import is_by_attackers
from coder.discourse.merging.own_ground import has_own_ground
from coder.discourse.merging.same_numbers import same_victims
from coder.discourse.merging.unrest import is_of_unrest
from coder.events.drafts import Draft, fillers_in
from coder.events.status.presupposed import is_definite_act
from coder.lexicon.words import noun_classes
from coder.rules.model import ACTING_ROLES
from coder.values.kinds import ARMED_NON_STATE, ATTACK_OR_KILLING, BOMBARDMENT
from coder.values.labels import EventType

_STRIKE = frozenset({("strike",), ("strikes",)})
_EXCESSIVE = "excessive_force"
_THEN = frozenset({"followed", "ensued", "ensuing"})
_NEXT = 2  # sentences
_SOON = 4  # sentences


def of_one_kind(act: Act, group: Act) -> bool:
    """Whether the types of two acts can name one."""
    if act.main.type is EventType.PROPERTY_ATTACK and _came_afterwards(group):
        return False
    return (
        compatible_types(act.main.type, group.main.type)
        or _is_bombardment(act, group)
        or _is_strike_of_headline(act.main, group.main)
        or _is_its_blast(act, group)
        or _is_crowd_of_headline(act.main, group.main)
        or is_plunder_by_attackers(act, group)
        or _is_force_used_there(act, group)
        or _is_salvo(act, group)
        or is_of_unrest(act, group)
    )


def _came_afterwards(group: Act) -> bool:
    """As in "burnt two cars. A man was shot in the clashes that followed": another act."""
    return not _THEN.isdisjoint(group.main.reading.vocabulary)


def _is_force_used_there(act: Act, group: Act) -> bool:
    """As in "troops fired on marchers. The shooting took place in A", "the killings"."""
    return (
        act.main.subtype == _EXCESSIVE
        and 0 < group.main.reading.sentence.index - act.sentence <= _SOON
        and group.main.type in ATTACK_OR_KILLING
        and group.main.support != "verb"
        and is_definite_act(group.main)
        and not any(draft.by_role("perpetrator") for draft in group.drafts)
    )


def is_plunder_by_attackers(act: Act, group: Act) -> bool:
    """As in "killed two and took six. The bandits also burnt three barns": what they did besides.

    By those known to have made the act told before; with a town or a day of its own it is another.
    """
    return (
        act.is_told_violence
        and act.main.modality is group.main.modality
        and 0 < group.main.reading.sentence.index - act.sentence <= _SOON
        and all(draft.type is EventType.PROPERTY_ATTACK for draft in group.drafts)
        and (is_by_attackers(group) or _are_the_bandits(act, group))
        and not has_own_ground(group)
    )


def _is_salvo(act: Act, group: Act) -> bool:
    """As in "80 killed in missile attack", then "in a missile and drone attack": both."""
    if {act.main.type, group.main.type} != BOMBARDMENT:
        return False
    is_mixed = any(is_mixed_salvo(draft) for draft in (*act.drafts, *group.drafts))
    return is_mixed and same_victims(act, group)


def _are_the_bandits(act: Act, group: Act) -> bool:
    """As in "the hoodlums", behind "bandits": armed men without a name, taken for known."""
    old = [it.nominal for _, it in fillers_in(act.witnesses, ACTING_ROLES)]
    new = [it.nominal for _, it in fillers_in(group.drafts, ACTING_ROLES)]
    if not old or any(it.actor is None or it.actor.type not in ARMED_NON_STATE for it in old):
        return False
    return bool(new) and all(
        it.is_definite
        and it.actor is not None
        and it.actor.actor_id is None
        and it.actor.type in ARMED_NON_STATE
        for it in new
    )


def _is_crowd_of_headline(old: Draft, new: Draft) -> bool:
    """As in "Nine shot dead at rally in A", above a text of police who fired on demonstrators."""
    return (
        old.reading.sentence.index < 0
        and old.type in ATTACK_OR_KILLING
        and new.subtype == _EXCESSIVE
        and not old.by_role("perpetrator")
        and not noun_classes()["protest"].isdisjoint(old.reading.vocabulary)
    )


def _is_its_blast(act: Act, group: Act) -> bool:
    """As in "a drone hit a car. A guard was hurt by the explosion": no other weapon."""
    new = group.main
    return (
        act.main.type in BOMBARDMENT
        and new.type is EventType.BOMBING
        and new.subtype == "unspecified"
        and new.reading.sentence.index - act.sentence <= _NEXT
        and is_definite_act(new)
        and not any(draft.by_role("instrument") for draft in group.drafts)
    )


def _is_strike_of_headline(old: Draft, new: Draft) -> bool:
    """As in "12 killed in strike on A", above a text of missiles: the word tells no aircraft."""
    return (
        old.reading.sentence.index < 0
        and old.type is EventType.AIR_STRIKE
        and new.type is EventType.SHELLING
        and old.reading.sentence.norms[old.first : old.last] in _STRIKE
        and not old.by_role("instrument")
    )


def _is_bombardment(act: Act, group: Act) -> bool:
    """As in "12 killed in bombing of market", and then of an air strike: no device is told.

    Of a headline and what stands under it, or where both count the same victims. Whoever bombs
    from aircraft ("jets bombed targets") makes an air strike.
    """
    old, new = act.main, group.main
    bombing, other = (old, new) if old.type is EventType.BOMBING else (new, old)
    if (
        bombing.type is EventType.BOMBING
        and other.type is EventType.AIR_STRIKE
        and is_definite_act(new)
    ):
        doers = bombing.by_role("perpetrator")
        if any("aircraft" in it.nominal.fillers for it in doers):
            return True
    return (
        bombing.type is EventType.BOMBING
        and other.type in BOMBARDMENT
        and bombing.subtype == "unspecified"
        and not bombing.by_role("instrument")
        and (old.reading.sentence.index < 0 or same_victims(act, group))
    )

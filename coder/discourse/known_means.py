"""Acts known by the weapon told before: "firing the missile", "the bomb had been placed"."""

from coder.discourse.acts import Act
from coder.discourse.likeliest import UNDONE
from coder.discourse.own_ground import has_own_ground
from coder.events.violence import is_violent
from coder.values.labels import EventType, WeaponType

_BOMBING = EventType.BOMBING
_SHOTS = frozenset({"shot", "shots", "round", "rounds", "bullet", "bullets", "gunfire"})


def weapons_of(act: Act) -> set[WeaponType]:
    """The types of the weapons that an act was done with."""
    return {
        filler.nominal.weapon.type
        for draft in act.witnesses
        for filler in draft.by_role("instrument")
        if filler.nominal.weapon is not None
    } | {draft.frame.means for draft in act.witnesses if draft.frame.means is not None}


def uses_known_means(act: Act, group: Act) -> bool:
    """As in "accused the rebels of firing the missile": the weapon is the one told before."""
    known = weapons_of(act)
    return not has_own_ground(group) and any(
        filler.nominal.weapon.type in known
        for draft in group.drafts
        for filler in draft.by_role("instrument")
        if filler.nominal.weapon is not None and filler.nominal.is_definite
    )


def tells_of_its_weapon(act: Act, group: Act) -> bool:
    """As in "the bomb had been placed under a car", behind a bombing."""
    old = act.main
    return _fired_its_shots(act, group) or (
        old.type is _BOMBING
        and group.main.type is _BOMBING
        and UNDONE.isdisjoint({old.modality, group.main.modality})
        and any(
            filler.nominal.is_definite and filler.nominal.weapon is not None
            for draft in group.drafts
            for filler in draft.by_role("instrument")
        )
    )


def _fired_its_shots(act: Act, group: Act) -> bool:
    """As in "it was not the rebels who fired the shots": those of the act told before."""
    return (
        is_violent(act.main.type)
        and not has_own_ground(group)
        and any(
            filler.nominal.is_definite
            and draft.support == "verb"
            and draft.head_word(filler) in _SHOTS
            for draft in group.drafts
            for filler in draft.by_role("instrument")
        )
    )

"""Acts known by the weapon told before: "firing the missile", "the bomb had been placed"."""

from coder.discourse.acts import Act, weapons_of
from coder.discourse.merging.likeliest import UNDONE
from coder.discourse.merging.own_ground import has_own_ground
from coder.events.drafts import Draft, Filler
from coder.events.roles.devices import is_of_it
from coder.events.roles.nominals import is_fighter
from coder.events.senses.violence import is_violent
from coder.grammar.clauses import groups_behind
from coder.lexicon.words import noun_classes
from coder.values.labels import EventType

_BOMBING, _SHELLING = EventType.BOMBING, EventType.SHELLING
_USED = frozenset({"used", "using", "employed"})
_IN = frozenset({"in", "during", "for"})
_SHOTS = frozenset({"shot", "shots", "round", "rounds", "bullet", "bullets", "gunfire"})


def uses_known_means(act: Act, group: Act) -> bool:
    """As in "accused the rebels of firing the missile": the weapon is the one told before.

    "The shells" are what was fired, behind "fired mortars".
    """
    known = weapons_of(act)
    are_shells = act.main.type is group.main.type is _SHELLING
    return not has_own_ground(group) and any(
        (are_shells or filler.nominal.weapon.type in known)
        for draft in group.drafts
        for filler in draft.by_role("instrument")
        if filler.nominal.weapon is not None and filler.nominal.is_definite
    )


def tells_of_its_weapon(act: Act, group: Act) -> bool:
    """As in "the bomb had been placed under a car", behind a bombing."""
    old = act.main
    return (
        _fired_its_shots(act, group)
        or _says_what_with(act, group)
        or (
            old.type is _BOMBING
            and group.main.type is _BOMBING
            and (
                is_of_it(group.main)
                or (
                    UNDONE.isdisjoint({old.modality, group.main.modality})
                    and any(
                        filler.nominal.is_definite and filler.nominal.weapon is not None
                        for draft in group.drafts
                        for filler in draft.by_role("instrument")
                    )
                )
            )
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


def _says_what_with(act: Act, group: Act) -> bool:
    """As in "the rebels used explosives in the incident", or the same side used them."""
    if not is_violent(act.main.type) or has_own_ground(group):
        return False
    is_by_fighters = any(is_fighter(filler.nominal) for filler in _doers(act))
    return all(
        draft.support == "verb"
        and draft.reading.clauses.head_words[draft.chunk] in _USED
        and (_is_in_it(draft) or (is_by_fighters and any(map(_is_of_fighters, _doers(group)))))
        for draft in group.drafts
    )


def _doers(act: Act) -> list[Filler]:
    return [filler for draft in act.witnesses for filler in draft.by_role("perpetrator")]


def _is_of_fighters(filler: Filler) -> bool:
    nominal = filler.nominal
    is_known = nominal.is_definite or (nominal.actor is not None and nominal.actor.name is not None)
    return is_known and is_fighter(nominal)


def _is_in_it(draft: Draft) -> bool:
    """As in "used ... in the attack", of an act that was told before."""
    clauses, deeds = draft.reading.clauses, noun_classes()["deed"]
    return any(
        clauses.head_words[number] in deeds and draft.reading.nominal(number).is_definite
        for number in groups_behind(clauses.phrases(draft.chunk), *_IN)
    )

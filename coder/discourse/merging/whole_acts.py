"""Acts that are part of the one told before by what they are: an answer, a witness's account."""

from coder.discourse.acts import Act
from coder.discourse.merging.conflicts import compatible_types, sets_apart
from coder.discourse.merging.own_ground import has_own_ground
from coder.discourse.merging.same_things import names_same_hit
from coder.discourse.things.damage import NEAR
from coder.events.drafts import Draft, Filler, fillers_in
from coder.events.roles.nominals import is_of_state_forces
from coder.events.senses.violence import is_outcome
from coder.events.status.presupposed import is_definite_act
from coder.events.together.sequels import are_hurt_marchers
from coder.rules.model import ACTING_ROLES, HIT_ROLES
from coder.values.kinds import ATTACK_OR_KILLING, FIGHTS, OWN_RECORD, PLAIN_PEOPLE
from coder.values.labels import EventType, Modality

_BY_FORCE = frozenset({"excessive_force", "intervention"})
_BY = frozenset({"perpetrator"})
_SOON = 4  # sentences
_SUSPECTED = "suspected of"  # the cue that leaves an act in the background
_FIRST = "first"
_GAINING = frozenset({"gaining_party"})
_BLOWS = FIGHTS | {EventType.ARMED_ATTACK}
_RAIDS = ATTACK_OR_KILLING | {EventType.ABDUCTION}


def answers(group: Act) -> bool:
    """As in "The patrol returned fire": there is no answer without the attack told before.

    "Returned fire and killed four of the rebels" tells what came of the answer.
    """
    told = [draft for draft in group.asserting if not is_outcome(draft)]
    return (
        bool(told)
        and not has_own_ground(group)
        and all("answer" in draft.frame.tags for draft in told)
    )


def died_of_protest(old: Draft, group: Act) -> bool:
    """As in "police dispersed the march. One marcher later died": only what came of it is told.

    And in "fired on the march. Two marchers were killed", by no words of whom or where else; "a
    boy was shot and died".
    """
    if old.type is not EventType.PROTEST:
        return False
    if all(draft.support == "dependent" and is_outcome(draft) for draft in group.drafts):
        return True
    return (
        old.subtype in _BY_FORCE
        and all(
            (draft.construction == "passive" or is_outcome(draft))
            and draft.type not in OWN_RECORD
            and draft.frame.does_harm
            and not draft.by_role("perpetrator")
            for draft in group.drafts
        )
        and not has_own_ground(group)
    )


def fell_in_it(old: Draft, group: Act) -> bool:
    """Whether people fell in a protest, or in the taking of a place."""
    return died_of_protest(old, group) or _fell_in_taking(old, group)


def _fell_in_taking(old: Draft, group: Act) -> bool:
    """As in "Rebels took A on Monday. Twelve soldiers died": the next sentence tells its dead."""
    is_fought_for = old.type is EventType.TERRITORIAL_CHANGE or old.subtype == "offensive"
    return (
        is_fought_for
        and old.countable
        and group.main.reading.sentence.index - old.reading.sentence.index == 1
        and all(
            is_outcome(draft) and not (draft.by_role("perpetrator") or draft.times or draft.causes)
            for draft in group.drafts
        )
        and not has_own_ground(group)
    )


def leaves_taken(act: Act, group: Act) -> bool:
    """As in "Rebels seized A. The army has withdrawn to B": the same change, told of its loser."""
    gained = {draft.head_word(it) for draft, it in fillers_in(act.drafts, _GAINING)}
    left = {draft.head_word(it) for draft, it in fillers_in(group.drafts, ACTING_ROLES)}
    return (
        act.main.type is EventType.TERRITORIAL_CHANGE
        and act.main.countable
        and all(draft.subtype == "withdrawal" and draft.countable for draft in group.drafts)
        and group.main.reading.sentence.index - act.sentence <= NEAR
        and bool(gained and left)
        and gained.isdisjoint(left)
    )


def settle_loss(group: Act) -> None:
    """Who left has lost the place; where they went, and when, says nothing of its taking."""
    for draft in group.drafts:
        draft.places, draft.times = [], []
        for filler in draft.fillers:
            if filler.role in ACTING_ROLES:
                filler.role = "losing_party"


def says_who_may_have(act: Act, group: Act) -> bool:
    """As in "rebels may be involved in the kidnapping", "is suspected of the raid on the bank"."""
    main = act.main
    is_hit = names_same_hit(act, group)
    return (
        main.countable
        and compatible_types(main.type, group.main.type)
        and all(
            (draft.modality is Modality.HYPOTHETICAL or draft.status_note == _SUSPECTED)
            and is_definite_act(draft)
            and bool(draft.fillers)
            and (all(filler.role == "perpetrator" for filler in draft.fillers) or is_hit)
            for draft in group.drafts
        )
        and not has_own_ground(group)
        and not sets_apart(act, group)
    )


def began_fire(act: Act, group: Act) -> bool:
    """As in "The two armies exchanged fire. A said B had opened fire first": one of the sides."""
    sides = {name for _, it in fillers_in(act.drafts, ACTING_ROLES) for name in _names(it)}
    doers = [_names(it) for _, it in fillers_in(group.drafts, ACTING_ROLES)]
    return (
        act.main.type is EventType.ARMED_CLASH
        and bool(doers)
        and not any(names.isdisjoint(sides) for names in doers)
        and not any(True for _ in fillers_in(group.drafts, HIT_ROLES))
        and _FIRST in group.main.reading.vocabulary
    )


def _names(filler: Filler) -> set[str]:
    actor = filler.nominal.actor
    return set() if actor is None else {name for name in (actor.name, actor.country) if name}


def goes_on_in(act: Act, group: Act) -> bool:
    """Whether a fight or riot is a step of the act told before."""
    return (
        _riots_on(act, group)
        or _fights_in_it(act, group)
        or _stones_police(act, group)
        or _took_people(act, group)
        or _began_so(act, group)
        or _were_beaten(act, group)
        or _arrests_those_found(act, group)
        or (act.main.type is EventType.RIOT and all(map(are_hurt_marchers, group.drafts)))
    )


def _took_people(act: Act, group: Act) -> bool:
    """As in "bandits killed seven and took 60. Police said 12 were abducted": by nobody told.

    Several, and counted: one who was kidnapped, or has a name, may be another's captive.
    """
    return (
        act.main.type in _RAIDS
        and group.main.reading.sentence.index - act.sentence <= _SOON
        and act.is_told_violence
        and not has_own_ground(group)
        and all(
            draft.type is EventType.ABDUCTION
            and draft.modality is Modality.OCCURRED
            and draft.construction == "passive"
            and bool(draft.claims)
            and all(it.quantity is not None and (it.best or 0) > 1 for it in draft.claims)
            and not draft.by_role("perpetrator")
            for draft in group.drafts
        )
    )


def _arrests_those_found(act: Act, group: Act) -> bool:
    """As in "Police raided a mosque. More than 200 people were arrested": what came of the search.

    By nobody told, or by those known to search: "the army said it had arrested 12".
    """
    doers = [draft.meant_by(it)[1] for draft, it in fillers_in(group.drafts, _BY)]
    return (
        act.main.subtype == "raid_search"
        and 0 < group.main.reading.sentence.index - act.sentence <= _SOON
        and all(draft.type is EventType.ARREST for draft in group.drafts)
        and not any(draft.claims for draft in act.drafts)
        and all(who.is_definite or who.fillers >= {"pronoun"} for who in doers)
        and not has_own_ground(group)
    )


def _were_beaten(act: Act, group: Act) -> bool:
    """As in "masked men attacked migrants. Several people were beaten": by nobody told."""
    hit = [draft.meant_by(it)[1].actor for draft, it in fillers_in(group.drafts, HIT_ROLES)]
    return (
        act.main.type in _BLOWS
        and bool(hit)
        and all(who is not None and who.type in PLAIN_PEOPLE for who in hit)
        and all(
            draft.type is EventType.ABUSE and draft.construction == "passive"
            for draft in group.drafts
        )
        and not any(draft.by_role("perpetrator") for draft in group.drafts)
        and not has_own_ground(group)
    )


def _began_so(act: Act, group: Act) -> bool:
    """As in "killed nine in a battle. Fighting started when a patrol was attacked"."""
    fights = [it for it in group.drafts if it.type is EventType.ARMED_CLASH]
    return (
        any(it.type is EventType.ARMED_CLASH for it in act.drafts)
        and any(it.construction == "nominal" and not it.chunk for it in fights)
        and len(group.drafts) > len(fights)
        and not has_own_ground(group)
    )


def _riots_on(act: Act, group: Act) -> bool:
    """As in "Rioting broke out in A. Youths hurled bricks at police": the noun, then its steps.

    Also "Clashes broke out in A. Rebels attacked a camp", of nobody told at first.
    """
    old, new = act.main, group.main
    is_next = new.reading.sentence.index - act.sentence == 1
    return (
        old.type in FIGHTS
        and (new.type is EventType.RIOT or (is_next and new.type is EventType.ARMED_ATTACK))
        and old.construction == "nominal"
        and new.construction != "nominal"
        and not any(True for _ in fillers_in(act.drafts, ACTING_ROLES))
        and not has_own_ground(group)
    )


def _fights_in_it(act: Act, group: Act) -> bool:
    """As in "gunmen fired on a bus and fled after a gun battle": a noun in the sentence itself.

    With a town, a day or dead of its own it is another fight.
    """
    reading = group.main.reading
    return (
        act.main.type is EventType.ARMED_ATTACK
        and any(draft.reading is reading for draft in act.witnesses)
        and all(
            draft.type is EventType.ARMED_CLASH and draft.support != "verb" and not draft.claims
            for draft in group.drafts
        )
        and not has_own_ground(group)
    )


def _stones_police(act: Act, group: Act) -> bool:
    """As in "troops fired on a crowd. They said stones had been thrown at them": why they did."""
    hit = [draft.meant_by(it)[1] for draft, it in fillers_in(group.drafts, HIT_ROLES)]
    return (
        act.main.type is EventType.PROTEST
        and bool(hit)
        and all(draft.type is EventType.RIOT for draft in group.drafts)
        and all(map(is_of_state_forces, hit))
        and not any(draft.by_role("perpetrator") for draft in group.drafts)
        and not has_own_ground(group)
    )


def is_of_witness(act: Act, group: Act) -> bool:
    """As in "'They lined us up and shot at us', said a farmer": no act but the one just told."""
    return (
        act.is_told_violence
        and group.is_told_violence
        and all(draft.reading.sentence.norms[0] == '"' for draft in group.drafts)
        and not has_own_ground(group)
    )

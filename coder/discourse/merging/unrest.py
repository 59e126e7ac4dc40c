"""Unrest of one afternoon: what the crowd just told does, and the force that meets it, are one act.

As in "Students blocked the road. Police fired tear gas. The students threw stones. Troops opened
fire, killing two". Who comes between two sides told before is a participant.
"""

from coder.discourse.acts import Act
from coder.discourse.merging.own_ground import has_own_ground
from coder.events.drafts import Draft, Filler, fillers_in
from coder.events.roles.nominals import is_of_state_forces
from coder.events.senses.violence import is_outcome
from coder.lexicon.closed import A_AN
from coder.lexicon.words import noun_classes
from coder.rules.model import ACTING_ROLES, DOING_ROLES, HIT_ROLES
from coder.values.events import CROWD_TYPES
from coder.values.kinds import AT_CLOSE_QUARTERS, ATTACKS, PLAIN_PEOPLE
from coder.values.labels import EventType

_NEAR = 2  # sentences
_FAR = 5  # between two tellings of what police did to a crowd
_AMONG, _TOTAL = "among", "total"
_BY_HAND = AT_CLOSE_QUARTERS | {EventType.ABUSE}
_OFFICERS = frozenset({"officers", "guards"})  # of the police just told of
_TOLD = ACTING_ROLES | HIT_ROLES
_INTERVENTION, _EXCESSIVE = "intervention", "excessive_force"
_PROTEST, _RIOT, _ARREST = EventType.PROTEST, EventType.RIOT, EventType.ARREST


def settle_interventions(act: Act, group: Act) -> None:
    """Police who come between are participants of the act that others began (codebook 2.6)."""
    if any(
        is_of_state_forces(filler.nominal) for _, filler in fillers_in(act.drafts, ACTING_ROLES)
    ):
        return
    for _, filler in fillers_in(group.drafts, ACTING_ROLES):
        if is_of_state_forces(filler.nominal):
            filler.role = "participant"


def is_of_unrest(act: Act, group: Act) -> bool:
    """Whether all that a group tells are steps of the unrest told before, in the same place."""
    if act.main.type not in CROWD_TYPES or not act.main.countable:
        return False
    is_met_again = act.main.subtype == group.main.subtype == _INTERVENTION
    if group.main.reading.sentence.index - act.sentence > (_FAR if is_met_again else _NEAR):
        return False
    told = [draft for draft in group.asserting if not is_outcome(draft)] or group.asserting
    return (
        any(draft.type is not _ARREST for draft in told)
        and all(_is_step(act, draft) for draft in told)
        and not has_own_ground(group)
    )


def tells_arrests_again(act: Act, group: Act) -> bool:
    """As in "holding a dozen. ... Among those held was A. ... A total of 14 were arrested"."""
    if act.main.type not in CROWD_TYPES or has_own_ground(group):
        return False
    if any(draft.type is not _ARREST for draft in group.drafts):
        return False
    if not any(draft.type is _ARREST and draft.claims for draft in act.drafts):
        return False
    sentence = group.main.reading.sentence
    return sentence.norms[0] == _AMONG or _TOTAL in sentence.vocabulary


def _is_step(act: Act, draft: Draft) -> bool:
    """Whether one act is what the crowd does, or what is done against it."""
    if draft.type is _ARREST:  # beside an intervention
        return not _brings_crowd(act, draft)
    if draft.type is _PROTEST:
        is_step = _is_met_or_goes_on(act, draft) and not _brings_crowd(act, draft)
        return _is_known_march(draft) if draft.causes else is_step
    if draft.type is _RIOT:
        return _is_by_crowd(act, draft)
    if draft.construction == "passive" and (_is_left_by_crowd(draft) or _is_thrown(draft)):
        return any(it.type is _RIOT for it in act.witnesses)
    if draft.type is EventType.PROPERTY_ATTACK:
        return _is_burnt_by_crowd(act, draft)
    # Also "Police retreated"
    is_of_forces = draft.type in _BY_HAND or draft.subtype == "withdrawal"
    return is_of_forces and _is_force(act, draft)


def _is_known_march(draft: Draft) -> bool:
    """As in "The march drew 600 people": its size, and no other march."""
    march = draft.reading.nominal(draft.causes[0])
    return march.is_definite and not draft.times and not draft.places


def _is_met_or_goes_on(act: Act, draft: Draft) -> bool:
    """As in "fired tear gas"; "the miners had gathered on a hill": those told, by their article."""
    if not _has_doer(draft):
        return False
    if draft.subtype == _INTERVENTION or (
        draft.subtype == _EXCESSIVE and bool(draft.by_role("target"))
    ):
        return True
    return _is_by_crowd(act, draft) and not _are_bare(draft)


def _has_doer(draft: Draft) -> bool:
    """As in "they were dispersed", "a boy was hit by a canister": something or somebody did it."""
    return any(it.role in DOING_ROLES or it.antecedent is not None for it in draft.fillers)


def _brings_crowd(act: Act, draft: Draft) -> bool:
    """Whether several people are brought in who may be another crowd: "a crowd of fishermen"."""
    return any(
        "crowd" in it.nominal.fillers
        and (it.nominal.actor is None or it.nominal.actor.is_plural)
        and not _is_known(act, draft, it)
        for it in draft.fillers
    )


def _is_by_crowd(act: Act, draft: Draft) -> bool:
    """As in "the demonstrators threw stones", "clashes between protesters and police"."""
    acting = list(fillers_in([draft], ACTING_ROLES))
    crowd = [it for _, it in acting if not is_of_state_forces(it.nominal)]
    if draft.places and _are_bare(draft):
        return False  # "Mobs attacked homes in the suburb of A"
    return bool(acting) and all(
        _is_known(act, draft, it) or (draft.type is _RIOT and _is_bare(draft, it)) for it in crowd
    )


def _is_burnt_by_crowd(act: Act, draft: Draft) -> bool:
    """As in "Drivers smashed the windows of an office", by those told; by "youths" in a riot."""
    doers = draft.by_role("perpetrator")
    is_riot = act.main.type is _RIOT
    return (
        bool(doers)
        and not draft.places
        and not any(is_of_state_forces(it.nominal) for it in doers)
        and all(_is_known(act, draft, it) or (is_riot and _is_bare(draft, it)) for it in doers)
    )


def _is_thrown(draft: Draft) -> bool:
    """As in "Dynamite sticks were thrown at officers", behind a crowd that fights them."""
    hit = [it for it in draft.fillers if it.role in HIT_ROLES]
    return (
        bool(hit)
        and not draft.by_role("perpetrator")
        and draft.type in ATTACKS
        and all(is_of_state_forces(it.nominal) or draft.head_word(it) in _OFFICERS for it in hit)
    )


def _are_bare(draft: Draft) -> bool:
    """Whether nobody of the crowd is told by an article: "Mobs", "masked youths"."""
    acting = [it for _, it in fillers_in([draft], ACTING_ROLES)]
    return not any(it.nominal.is_definite or it.antecedent is not None for it in acting)


def _is_left_by_crowd(draft: Draft) -> bool:
    """As in "a petrol station was looted", behind a crowd that threw stones."""
    is_damage = draft.type is EventType.PROPERTY_ATTACK
    return is_damage and not draft.by_role("perpetrator") and not draft.places


def _is_force(act: Act, draft: Draft) -> bool:
    """As in "Police opened fire", by forces of a state on nobody but the crowd."""
    doers = draft.by_role("perpetrator")
    if not doers or not all(
        is_of_state_forces(it.nominal) or draft.head_word(it) in _OFFICERS for it in doers
    ):
        return False
    hit = [it for it in draft.fillers if it.role in HIT_ROLES]
    return all(_is_known(act, draft, it) or _is_anybody(draft, it) for it in hit)


def _is_anybody(draft: Draft, filler: Filler) -> bool:
    """As in "two people", "one of them": whoever stood there."""
    actor = filler.nominal.actor
    is_plain = actor is not None and actor.type in PLAIN_PEOPLE and actor.is_plural
    return is_plain or draft.head_word(filler) in noun_classes()["harmed"]


def _is_known(act: Act, draft: Draft, filler: Filler) -> bool:
    """Whether a noun takes the crowd for known: by its article, without a number, or as "they"."""
    nominal = filler.nominal
    if filler.antecedent is not None or "pronoun" in nominal.fillers:
        return True
    known = {old.head_word(it) for old, it in fillers_in(act.witnesses, _TOLD)}
    is_crowd = "crowd" in nominal.fillers or draft.head_word(filler) in known
    return is_crowd and (nominal.is_definite or _is_bare(draft, filler))


def _is_bare(draft: Draft, filler: Filler) -> bool:
    """As in "protesters", "masked youths": a plural without a number or a name."""
    sentence, nominal = draft.reading.sentence, filler.nominal
    words = sentence.words[nominal.first + 1 : nominal.last]
    is_plain = nominal.quantity is None and sentence.norms[nominal.first] not in A_AN
    return is_plain and not any(word[:1].isupper() for word in words)


def settle_unrest(act: Act, group: Act) -> None:
    """Give the steps the type of the act: live fire on marchers, a mob met with tear gas."""
    is_riot = act.main.type is _RIOT
    for draft in group.drafts:
        if is_riot and not is_outcome(draft) and draft.type is not _ARREST:
            draft.type, draft.subtype = _RIOT, act.main.subtype
        elif draft.type in _BY_HAND and _is_force(act, draft) and not is_outcome(draft):
            is_beaten = draft.type is EventType.ABUSE
            draft.type = _PROTEST
            draft.subtype = _INTERVENTION if is_beaten else _EXCESSIVE
    if any(draft.subtype == _EXCESSIVE for draft in group.drafts):
        for _, filler in fillers_in(act.drafts, ACTING_ROLES):
            if not is_of_state_forces(filler.nominal):
                filler.role = "target"  # the marchers (codebook, protest)
    else:
        settle_interventions(act, group)
    _leave_out_crowd(group)


def _leave_out_crowd(group: Act) -> None:
    """Drop the crowd that "they" stands for from whom force was used on: it has a row itself."""
    for draft in group.drafts:
        draft.fillers = [
            filler
            for filler in draft.fillers
            if filler.role != "target"
            or filler.antecedent is None
            or "crowd" not in filler.antecedent[1].fillers
        ]

"""Whether a sentence near the lead tells the blow of which the lead told only what came.

"Five soldiers died in a clash with rebels at the weekend. Rebels ambushed a patrol on Saturday":
the lead counts the victims, the next sentences count none and tell place, day, means or what was
hit. A second act would bring in victims of its own, or say that it is one ("also", "elsewhere").
"""

import re
from collections.abc import Iterator, Sequence

from coder.discourse.acts import HARM, Act
from coder.discourse.counts.wholes import adds
from coder.discourse.merging.arrests_again import arrested_again
from coder.discourse.merging.conflicts import days_conflict, days_of, places_conflict, sets_apart
from coder.discourse.merging.evidence import by_nobody_else, is_anybody, is_known_party
from coder.discourse.merging.identity import in_other_entry, in_other_item
from coder.discourse.merging.leads import LEAD
from coder.discourse.merging.one_kind import of_one_kind
from coder.discourse.merging.own_doers import has_own_doers, is_by_attackers
from coder.discourse.merging.own_ground import has_own_ground
from coder.discourse.merging.same_persons import other_dead
from coder.discourse.merging.told_again import (
    is_of_that_time,
    may_be_told_again,
    told_again,
)
from coder.discourse.merging.where_it_lies import lies_beside, may_lie_there
from coder.events.drafts import Claim, Draft, Filler, fillers_in
from coder.events.roles.nominals import is_of_state_forces, is_plural
from coder.events.support import ASSERTING
from coder.lexicon.closed import A_AN, HIM_HER_THEM, HIS_HER_THEIR
from coder.rules.model import ACTING_ROLES, HIT_ROLES
from coder.values.kinds import (
    ARMED_NON_STATE,
    ATTACKS,
    BOMBARDMENT,
    POINT_LEVELS,
    REMOTE,
    STATE_FORCES,
)
from coder.values.labels import (
    ActorType,
    CasualtyKind,
    EventType,
    Modality,
    Qualifier,
    Scope,
    TargetType,
)

BY_ATTACKERS = "those known to have done the one act told"
DETAILS = "what the lead told the outcome of"
_MEN, _OFFICERS = "men", "officers"
_NEAR, _SOON = 3, 2  # sentences
# "A guard who survived | said men stormed", "the men, who had rifles, | came and fired"
_MAIN_VERB = re.compile(r"[VX](?:(?:[AtJ]|P[Nt])*|(?:[AtJNC]|P[Nt])*,)[VX]")
_OF_STATE = frozenset({TargetType.MILITARY_POSITION, TargetType.POLICE})
_DIRECT = frozenset({"subject", "object"})
_INSTRUMENT = frozenset({"instrument"})
# Also "overran the camp after an exchange of fire": how it went, behind the verb that tells it.
_BESIDE = frozenset({EventType.PROPERTY_ATTACK, EventType.ARMED_CLASH, EventType.DISPLACEMENT})
_WHOM = HARM | {CasualtyKind.ABDUCTED}
_PEOPLED = frozenset({"vehicle", "person"})


def told_in_detail(acts: Sequence[Act], group: Act) -> tuple[Act, str] | None:
    """The act that a group tells again, or of which it only says how it was done."""
    return (
        told_again(acts, group)
        or _details_lead(acts, group)
        or _tried_so(acts, group)
        or arrested_again(acts, group)
    )


def _tried_so(acts: Sequence[Act], group: Act) -> tuple[Act, str] | None:
    """As in "survived an attempt on his life. A bomb hit his convoy": how somebody tried to kill.

    The blow just behind is on him, or on what is his.
    """
    act, new = acts[-1], group.main
    old, words = act.main, new.reading.vocabulary
    if old.modality is not Modality.ATTEMPTED or old.type is not EventType.KILLING:
        return None
    if new.type not in ATTACKS or not 0 < new.reading.sentence.index - act.sentence <= _SOON:
        return None
    whom = {old.head_word(it) for it in old.by_role("victim") + old.by_role("target")}
    is_his = not words.isdisjoint(HIS_HER_THEIR | HIM_HER_THEM) or not words.isdisjoint(whom)
    is_one = is_his and new.modality is not Modality.NEGATED and not has_own_ground(group)
    return (act, DETAILS) if is_one and not sets_apart(act, group) else None


def _details_lead(acts: Sequence[Act], group: Act) -> tuple[Act, str] | None:
    """The act that a text opens with, or the only one told, where a group brings in no other."""
    told = [act for act in acts if act.is_told_violence and not days_conflict(act, group)]
    if len(told) > 1 and not has_own_ground(group):
        told = [act for act in told[-1:] if _stands_before(act, group)]
    if len(told) != 1 or group.main.support not in ASSERTING:
        return None
    [act] = told
    distance = group.main.reading.sentence.index - act.sentence
    # "fired at traders and set shops on fire": what they burnt besides is of the same act
    blows = [it for it in group.drafts if it.type not in _BESIDE and not _takes_those(act, it)]
    told_of = blows or group.drafts
    is_told = any(map(may_be_told_again, told_of)) and all(map(is_of_that_time, told_of))
    is_behind = act.drafts[0].reading.sentence.index < group.main.reading.sentence.index
    if not (is_behind and is_told and distance >= 0) or _is_aside(group.main):
        return None
    if _is_by_its_attackers(act, group):
        return act, BY_ATTACKERS
    is_one = (
        (_opens(act, group) or _stands_before(act, group))
        and distance <= _NEAR
        and _counts_nobody_new(act, group)
        and may_be_one(act, group)
        and _is_by_its_doers(act, group)
        and _may_hit_the_same(act, group)
        and not _brings_weapon_anew(act, group)
    )
    return (act, DETAILS) if is_one else None


def _takes_those(act: Act, draft: Draft) -> bool:
    """As in "killed 12 and kidnapped several ... killing and kidnapping people": no number anew."""
    return (
        draft.type is EventType.ABDUCTION
        and any(it.type is EventType.ABDUCTION for it in act.drafts)
        and all(claim.best is None for claim in draft.claims)
    )


def _is_by_its_attackers(act: Act, group: Act) -> bool:
    """As in "The attackers struck at night", behind the only act that a text has told."""
    return is_by_attackers(group) and _counts_no_more_dead(act, group) and may_be_one(act, group)


def _counts_no_more_dead(act: Act, group: Act) -> bool:
    dead = [
        max((it.best or 0 for it in _harmed(side) if it.kind is CasualtyKind.KILLED), default=0)
        for side in (act.witnesses, group.drafts)
    ]
    return dead[1] <= dead[0]


def _is_aside(draft: Draft) -> bool:
    """As in "the rebels, who attacked targets across the city": told of somebody in passing."""
    clauses = draft.reading.clauses
    left, _ = clauses.clause(draft.chunk)
    if clauses.kinds[max(0, left - 1) : left + 1].find("W") < 0 or draft.support != "verb":
        return False
    return _MAIN_VERB.search(clauses.kinds, left, draft.chunk + 1) is None


def _opens(act: Act, group: Act) -> bool:
    """Whether the first sentence, or the title, tells the act with those harmed in it.

    Of "attacks on villages" it tells no single one, but "They attacked 11 villages" all of them.
    """
    is_one = act.main.scope is Scope.SINGLE or act.main.type in BOMBARDMENT
    return (
        act.drafts[0].reading.sentence.index < LEAD
        and (is_one or (act.main.scope is Scope.SERIES and _hits_several(group)))
        and (
            any(it.kind in _WHOM and it.best for draft in act.witnesses for it in draft.claims)
            or (act.main.type in BOMBARDMENT and _only_fires(group))
        )
    )


def _only_fires(group: Act) -> bool:
    """As in "A was shelled. Troops fired 40 rounds from across the river": at what was told."""
    return not any(it.role in HIT_ROLES for draft in group.drafts for it in draft.fillers)


def _hits_several(group: Act) -> bool:
    """As in "attacked 11 villages": several places or things of a kind."""
    norms = group.main.reading.sentence.norms
    return any(
        it.nominal.target is not None and is_plural(norms[it.nominal.head])
        for it in group.main.fillers
        if it.role in HIT_ROLES
    )


def _stands_before(act: Act, group: Act) -> bool:
    """Whether the sentence before alone has told the act, with its day, and those harmed in it."""
    first = act.drafts[0].reading
    return (
        first.sentence.index == group.main.reading.sentence.index - 1
        and act.main.scope is Scope.SINGLE
        and (act.main.type is group.main.type or act.main.type not in REMOTE)
        and any(days_of(draft) is not None for draft in act.drafts)
        and any(_harmed(act.witnesses))
        and not has_own_ground(group)
    )


def _harmed(drafts: Sequence[Draft]) -> Iterator[Claim]:
    return (it for draft in drafts for it in draft.claims if it.kind in HARM and it.best)


def _counts_nobody_new(act: Act, group: Act) -> bool:
    """As in "killed one man and hurt 11 ... A man was shot dead, and several were hurt"."""
    old = list(_harmed(act.witnesses))
    counted = {it.kind for it in old}
    # "killed nine ... Ten more were hurt": those whom the lead had not counted
    new = [it for it in _harmed(group.drafts) if it.kind in counted or not adds(it)]
    # "killed dozens ... several dozen being killed": no other number
    is_vague = any(it.qualifier is Qualifier.VAGUE for it in old)
    new = [it for it in new if not (is_vague and it.qualifier is Qualifier.VAGUE)]
    if not new:
        return True
    killed = CasualtyKind.KILLED
    dead = {(it.best, it.head_word) for it in old if it.kind is killed}
    died = [it for it in new if it.kind is killed]
    told = sorted(it.best or 0 for it in old if it.kind is killed)
    # "a mayor and his manager ... a mayor and an adviser": as many, one by one
    are_as_many = len(died) > 1 and told == sorted(it.best or 0 for it in died)
    return (
        bool(died)
        and (are_as_many or all((it.best, it.head_word) in dead for it in died))
        and all(
            any(one.kind is it.kind and (one.best or 0) >= (it.best or 0) for one in old)
            for it in new
        )
    )


def may_be_one(act: Act, group: Act) -> bool:
    """Whether neither kind, entry, doer, victim nor place sets the two apart."""
    old, new = act.main, group.main
    return (
        old.modality is new.modality
        and of_one_kind(act, group)
        and not in_other_item(old, new)
        and not in_other_entry(old, new)
        and not sets_apart(act, group)
        and not other_dead(act, group)
        and not has_own_doers(act, group)
        and not (_has_point(act.witnesses) and _has_point(group.drafts) and _moves(act, group))
        and (not places_conflict(act, group) or may_lie_there(act, group))
    )


def _has_point(drafts: Sequence[Draft]) -> bool:
    return any(place.level in POINT_LEVELS for draft in drafts for place in draft.places)


def _moves(act: Act, group: Act) -> bool:
    """Whether the group names none of the towns of the act, nor a village that is near one."""
    places = [it for draft in act.witnesses for it in draft.places]
    first = next((it for draft in group.drafts for it in draft.places), None)
    if first is not None and lies_beside(places, first):
        return False
    old, new = (
        {it.name for draft in side for it in draft.places if it.level in POINT_LEVELS}
        for side in (act.witnesses, group.drafts)
    )
    return old.isdisjoint(new)


def _is_by_its_doers(act: Act, group: Act) -> bool:
    """Whether those who act are known, told by their name or kind, or nobody in particular."""
    new = list(fillers_in(group.drafts, ACTING_ROLES))
    old = list(fillers_in(act.witnesses, ACTING_ROLES))
    if not old or by_nobody_else(act, group):
        return True
    is_open = any(is_anybody(told) for _, told in old)  # "Gunmen seized ... 20 men raided"
    is_fight = group.main.type is EventType.ARMED_CLASH
    known = [*old, *fillers_in(act.witnesses, HIT_ROLES)] if is_fight else old
    return all(
        is_known_party(draft, filler)
        or (is_open and _may_be_anybody(draft, filler))
        or any(_are_like(told, filler, is_fight=is_fight) for _, told in known)
        for draft, filler in new
    )


def _may_be_anybody(draft: Draft, filler: Filler) -> bool:
    """As in "gunmen", and "20 men with rifles", whom no list calls armed."""
    return is_anybody(filler) or draft.head_word(filler) == _MEN


def _are_like(told: Filler, filler: Filler, *, is_fight: bool) -> bool:
    """As in "leftist rebels" or "gunmen" and the name of a rebel group, but no two names.

    Of soldiers only where both fight: "killed six soldiers ... The troops met the rebels".
    """
    old, new = ((it.antecedent[1] if it.antecedent else it.nominal).actor for it in (told, filler))
    if old is None or new is None:
        return False
    if old.actor_id is not None and new.actor_id is not None:
        return old.actor_id == new.actor_id
    if old.type in ARMED_NON_STATE:
        return new.type in ARMED_NON_STATE or new.type is ActorType.UNKNOWN
    return old.type is new.type and (is_fight or old.type not in STATE_FORCES)


def _may_hit_the_same(act: Act, group: Act) -> bool:
    """Whether what was hit may be where those harmed were: no school behind dead soldiers.

    What they burnt besides may be anything: "They fired at traders and set shops on fire".
    """
    old = [told for _, told in fillers_in(act.witnesses, HIT_ROLES)]
    blows = [draft for draft in group.drafts if draft.type is not EventType.PROPERTY_ATTACK]
    new = list(fillers_in(blows or group.drafts, HIT_ROLES))
    things = set(map(_thing, old))
    heads = {draft.head_word(told) for draft, told in fillers_in(act.witnesses, HIT_ROLES)}
    # "Shelling killed four people. Shells hit a school": where they were had not been told.
    is_open = act.main.type is group.main.type and things <= {None} and _may_be_anywhere(act)
    if old and any(_is_other_side(it, old) for _, it in new):
        return False
    return all(
        any(_is_of_state(told) is _is_of_state(it) for told in old)
        and (
            is_open
            or _is_where_people_are(it)
            or _thing(it) in things
            or draft.head_word(it) in heads  # "farming villages ... 11 villages"
        )
        for draft, it in new
        if it.via in _DIRECT and it.antecedent is None and not _is_known_person(it)
    )


def _is_other_side(filler: Filler, old: Sequence[Filler]) -> bool:
    """As in "officers raided a house, where they came under fire", behind five dead civilians."""
    if filler.antecedent is None:
        return False
    reading, whom = filler.antecedent
    is_state = is_of_state_forces(whom) or reading.sentence.norms[whom.head] == _OFFICERS
    return all(_is_of_state(told) is not is_state for told in old)


def _may_be_anywhere(act: Act) -> bool:
    """Whether an act came from afar, or was done by nobody that the text has told."""
    return act.main.type in REMOTE or not any(fillers_in(act.witnesses, ACTING_ROLES))


def _brings_weapon_anew(act: Act, group: Act) -> bool:
    """As in "A bomb killed six. A bomb went off under a lorry": "a" is said of one more."""
    old = {draft.head_word(it) for draft, it in fillers_in(act.witnesses, _INSTRUMENT)}
    return any(
        draft.head_word(it) in old and draft.reading.sentence.norms[it.nominal.first] in A_AN
        for draft, it in fillers_in(group.drafts, _INSTRUMENT)
    )


def _is_known_person(filler: Filler) -> bool:
    return filler.nominal.is_definite and _thing(filler) is None


def _is_where_people_are(filler: Filler) -> bool:
    """As in "the patrol", "a lorry", "the club": people, what they ride in, or a known place."""
    nominal = filler.nominal
    return nominal.target is None or nominal.is_definite or not _PEOPLED.isdisjoint(nominal.fillers)


def _thing(filler: Filler) -> TargetType | None:
    return None if filler.nominal.target is None else filler.nominal.target.type


def _is_of_state(filler: Filler) -> bool:
    return _thing(filler) in _OF_STATE or is_of_state_forces(filler.nominal)

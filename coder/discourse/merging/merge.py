"""Groups of drafts (one act in one sentence) -> acts of a document, each join with its reason.

A later sentence joins an earlier act that it refers back to ("the blast"), updates the toll of, or
tells an act of the same family as, with nothing that sets the two apart.
"""

from collections.abc import Callable, Container
from typing import TypeAlias

from coder.discourse.acts import (
    GOES_ON,
    HORIZON,
    ONE_OF_SERIES,
    OUTCOME,
    REFERS_BACK,
    SAME_VICTIMS,
    SOME_OF_THEM,
    Act,
)
from coder.discourse.counts.counted_among import counts_among
from coder.discourse.merging import anew, captives, headlines, leads, likeliest
from coder.discourse.merging.briefs import act_of_brief
from coder.discourse.merging.conflicts import (
    fights_after_blast,
    places_conflict,
    sets_apart,
)
from coder.discourse.merging.deeds_of_hit import set_deeds_of_hit_aside
from coder.discourse.merging.described import hits_survivors, same_doers, same_sides
from coder.discourse.merging.found_bodies import finds_bodies, kills_others
from coder.discourse.merging.identity import (
    MAX_DISTANCE,
    died_before,
    in_other_entry,
    in_other_item,
    same_thing_hit,
    same_victims_told,
    tells_dead,
)
from coder.discourse.merging.known_ahead import (
    TollAhead,
    judged_ahead,
    told_ahead,
    told_as_known,
    told_inside,
)
from coder.discourse.merging.known_means import tells_of_its_weapon, uses_known_means
from coder.discourse.merging.lead_details import told_in_detail
from coder.discourse.merging.one_kind import is_plunder_by_attackers, of_one_kind
from coder.discourse.merging.other_blasts import set_traps_aside
from coder.discourse.merging.own_cause import without_those_left
from coder.discourse.merging.own_doers import has_own_doers, told_of_attackers
from coder.discourse.merging.own_ground import (
    counts_over_days,
    fell_within,
    has_other_ground,
    has_own_ground,
    stays_there,
    towns,
)
from coder.discourse.merging.same_numbers import are_few_others, same_victims, victims
from coder.discourse.merging.same_persons import are_said_to_have_killed, other_dead
from coder.discourse.merging.same_things import tells_same_hit
from coder.discourse.merging.serial import count_as_parts, is_one_of_series, is_told_beside
from coder.discourse.merging.standing import stands_alone
from coder.discourse.merging.sums_ahead import ends_list
from coder.discourse.merging.totals import sum_up
from coder.discourse.merging.unrest import is_of_unrest, settle_unrest, tells_arrests_again
from coder.discourse.merging.whole_acts import (
    answers,
    began_fire,
    fell_in_it,
    goes_on_in,
    is_of_witness,
    leaves_taken,
    says_who_may_have,
    settle_loss,
)
from coder.discourse.setting.elaboration import (
    goes_into_detail,
    says_where_it_was,
    tells_rape_of_others,
)
from coder.discourse.things.damage import (
    DAMAGING,
    NEAR,
    counted_differs,
    may_have_done,
    tells_damage,
)
from coder.events.counts.tolls import is_update
from coder.events.drafts import Draft
from coder.events.senses.from_afar import are_killing_and_blow
from coder.events.senses.violence import is_outcome
from coder.events.status.presupposed import BACK
from coder.lexicon.closed import THIS_THOSE
from coder.values.kinds import FIGHTS
from coder.values.labels import EventType, Modality

_BESIDE_HARM = frozenset({EventType.PROPERTY_ATTACK, EventType.DISPLACEMENT, EventType.ABDUCTION})
_MAX_TOLD = 5  # sentences in which "the bomb" is still the one told of
_Question: TypeAlias = Callable[[Act, Act], str | None]
_NEGATED = Modality.NEGATED


def merge_groups(groups: list[tuple[list[Draft], str]], *, merge: bool) -> list[Act]:
    """Acts in the order of their first mention; with ``merge`` off every group stays alone."""
    acts: list[Act] = []
    ahead = TollAhead(acts)
    for drafts, reason in groups:
        if all(map(anew.ranks_the_act, drafts)) or (acts and all(map(anew.counts_the_act, drafts))):
            continue
        if merge:
            likeliest.name_raids(acts, drafts)
            set_traps_aside(acts, drafts)
            set_deeds_of_hit_aside(acts, drafts)
        group = Act()
        group.add(drafts, reason)
        if merge and ahead.takes(group):
            continue
        if merge and ends_list(acts, group):
            sum_up(group.drafts)
            acts.append(group)
            continue
        found = _earlier_act(acts, group) if merge else None
        if found and found[1] == ONE_OF_SERIES and is_told_beside(acts, found[0], group):
            found = None
        if found is None and stands_alone(group):
            group.reasons[0] = "first mention"
            acts.append(group)
        elif found is not None:
            act, why = found
            if why == ONE_OF_SERIES:
                count_as_parts(act, group)
            act = leads.join_lead(acts, act, group)
            captives.take_in(act, group, why)
    ahead.settle()
    return acts


def _earlier_act(acts: list[Act], group: Act) -> tuple[Act, str] | None:
    if headlines.is_headline(group.main.reading):
        acts = [act for act in acts[-HORIZON:] if _may_be_headline_of(act, group)]
    if anew.is_told_after_interval(group):
        # A headline may tell both; so may "Hours later gunmen raided a farm and shot two".
        acts = [act for act in acts if act.sentence < 0 or anew.share_opening(act, group)]
    if not acts:
        return None
    if (counted := anew.act_of_rank(acts, group)) is not None:
        return counted, anew.RANKED
    acts = list(without_those_left(acts[-HORIZON:], group))
    known = likeliest.likeliest_first(likeliest.without_other_lines(acts, group), group)
    order: tuple[_Question, ...] = (told_inside, _reason_to_join)
    if tells_damage(group):
        order = (_reason_for_damage,)
    elif tells_dead(group):
        order = (told_inside, died_before, _reason_to_join)
    for reason_of in order:
        for act in known:
            reason = reason_of(act, group)
            if reason is not None:
                return act, reason
    near = acts[-HORIZON:]
    return act_of_brief(acts, group) or judged_ahead(near, group) or told_in_detail(near, group)


def _may_be_headline_of(act: Act, group: Act) -> bool:
    """Whether a headline inside the text may tell an act again that the text above it told."""
    return not headlines.opens_section(group.main, act.main) or same_victims(act, group)


def _reason_for_damage(act: Act, group: Act) -> str | None:
    return "the damage of the act told before" if may_have_done(act, group) else None


def _reason_to_join(act: Act, group: Act) -> str | None:
    old, new = act.main, group.main
    known = _known_before(act, group)
    if known is not None:
        return known
    distance = new.reading.sentence.index - act.sentence
    is_one = _may_be_one(act, group, distance)
    is_open = is_one or (0 < distance <= _MAX_TOLD and says_who_may_have(act, group))
    if not is_open or in_other_entry(old, new):
        return None
    if not is_one:
        return "who may have done the act told before"
    if places_conflict(act, group) and not _is_there(act, group, distance):
        return _detail(act, group)
    apart = in_other_item(old, new)
    reason = _points_back(act, group, distance, apart=apart)
    if reason is None:
        reason = _same_kind(act, group) if apart else _goes_with(act, group, distance)
    return reason


def _is_there(act: Act, group: Act, distance: int) -> bool:
    """Whether the other place is where the act was after all."""
    old = act.main
    return (
        (distance == 1 and leads.heads_brief(old, group))
        or (_is_under_title(old, group.main) and tells_same_hit(act, group))
        or likeliest.names_village(act, group, distance)
        or says_where_it_was(act, group)
        or captives.are_held_again(act, group)
    )


def _is_under_title(old: Draft, new: Draft) -> bool:
    return old.reading.sentence.index < 0 or headlines.stands_under(old, new)


def _points_back(act: Act, group: Act, distance: int, *, apart: bool) -> str | None:
    """Why the act is the one told before by where it stands, or by the words for it."""
    if leads.is_told_by_headline(act, group, distance, apart=apart):
        return "the headline tells it"
    if 0 < distance <= NEAR and (ahead := told_ahead(act, group)) is not None:
        return ahead
    if is_of_unrest(act, group):
        settle_unrest(act, group)
        return "a step of the unrest told before"
    if distance <= NEAR and answers(group):
        return "an answer to the act told before"
    if distance > NEAR and has_other_ground(act, group):
        return None
    return REFERS_BACK if _takes_for_known(act, group, distance, apart=apart) else None


def _goes_with(act: Act, group: Act, distance: int) -> str | None:
    """Why what is told without a word that points back is of the act told before."""
    lasts = act.main.type is EventType.ARMED_CLASH or not counts_over_days(group)
    stays = not has_own_ground(group) or stays_there(act, group) or fell_within(act, group)
    if ((_came_of(act, group) and lasts) or finds_bodies(act, group)) and stays:
        return OUTCOME
    if distance <= 1 and _goes_on(act, group):
        return "a pronoun goes on with the act"
    if distance <= NEAR and _is_of_those_told(act, group):
        return GOES_ON
    are_same = same_victims(act, group) and not are_few_others(act, group)
    if are_same or captives.are_held_again(act, group):
        return SAME_VICTIMS
    if distance <= NEAR and is_of_witness(act, group):
        return "a witness tells of the act"
    return _same_kind(act, group) or _detail(act, group)


def _is_of_those_told(act: Act, group: Act) -> bool:
    """Whether those told before act on, or some of them come to harm."""
    return (
        same_doers(act, group)
        or _fight_on(act, group)
        or (hits_survivors(act, group) and not has_own_ground(group))
        or captives.befell_taken(act, group)
        or captives.ends_siege(act, group)
        or captives.counts_held(act, group)
    )


def _same_kind(act: Act, group: Act) -> str | None:
    is_same = _shares_place_and_day(act, group)
    return "the same kind of act, place and day" if is_same else None


def _known_before(act: Act, group: Act) -> str | None:
    """Why people, a thing or one of the acts told before are told of again."""
    if counts_among(act, group) or tells_arrests_again(act, group):
        return SOME_OF_THEM
    if is_one_of_series(act, group):
        return ONE_OF_SERIES
    if captives.found_dead(act, group):
        return GOES_ON
    if leaves_taken(act, group):
        settle_loss(group)
        return "those who lost the place left it"
    if counted_differs(act.main, group.main):
        return None
    return same_victims_told(act, group) or same_thing_hit(act, group)


def _takes_for_known(act: Act, group: Act, distance: int, *, apart: bool) -> bool:
    """Whether the words say that the act, or the weapon, was told before."""
    tolls = (it for it in group.drafts if "toll" in it.frame.tags and is_update(it.reading))
    known = (*told_as_known(group), *tolls)
    if any(map(likeliest.refers_back, known)) or uses_known_means(act, group):
        return True
    if distance <= _MAX_TOLD and not apart and tells_of_its_weapon(act, group):
        return True
    is_alike = 0 < distance <= NEAR and act.main.type is group.main.type
    if is_alike and likeliest.tells_of_those(group.main):
        return True
    return distance == 1 and (
        _names_act(group.main, THIS_THOSE) or likeliest.opens_with_some(group.main)
    )


def _may_be_one(act: Act, group: Act, distance: int) -> bool:
    """Whether the types can name one act and nothing but a place may set the two apart."""
    old, new = act.main, group.main
    told_with_damage = old.type in DAMAGING and _tells_outcome(group)
    # "Instead of taking prisoners ...": what was not done is no part of it.
    is_left = new.modality is _NEGATED and new.support == "verb" and old.type != new.type
    return (
        distance <= MAX_DISTANCE
        and (not is_left or old.modality is _NEGATED)
        and not fights_after_blast(act, group, is_far=distance > NEAR)
        and (told_with_damage or of_one_kind(act, group) or fell_in_it(old, group))
        and not sets_apart(act, group)
        and not counted_differs(old, new)
        and not (old.type is not new.type and tells_rape_of_others(new))
    )


def _detail(act: Act, group: Act) -> str | None:
    """As in "14 were killed in Mali. The attackers stormed the village of A"."""
    if not goes_into_detail(act, group):
        return None
    old, new = victims(act), victims(group)
    if old and new and not old & new:
        return None
    return "a part of the act told before leads to the town"


def _came_of(act: Act, group: Act) -> bool:
    """Whether harm came of an act: not by the other side, and not in its place to somebody else."""
    return (
        (_tells_outcome(group) or fell_in_it(act.main, group))
        and not are_killing_and_blow(act.witnesses, group.drafts)
        and not has_own_doers(act, group)
        and not (has_own_ground(group) and other_dead(act, group))
        and not are_said_to_have_killed(act, group)
        and not kills_others(act, group)
    )


def _tells_outcome(group: Act) -> bool:
    """Who came to harm, also beside damage or flight: "Eight were killed and houses burnt"."""
    rest = [it for it in group.drafts if not is_outcome(it) or tells_rape_of_others(it)]
    if not rest:
        return True
    return (
        len(rest) < len(group.drafts)
        and all(draft.type in _BESIDE_HARM for draft in rest)
        and not any(it.reading.clauses.chunks[it.chunk].modal for it in rest)  # "may have been"
        and not any(draft.by_role("perpetrator") for draft in group.drafts)
        and any(claim.best is not None for draft in group.drafts for claim in draft.claims)
    )


def _fight_on(act: Act, group: Act) -> bool:
    """As in "clashes of herders and farmers ... Herders fired on the farmers": a step of it."""
    if began_fire(act, group):
        return True
    if has_own_ground(group):
        return False
    if act.main.type is EventType.ARMED_ATTACK and all(map(told_of_attackers, group.drafts)):
        return True  # "The assailants clashed with guards before they left"
    if goes_on_in(act, group) or is_plunder_by_attackers(act, group):
        return True
    return act.main.type in FIGHTS and same_sides(act, group)


def _goes_on(act: Act, group: Act) -> bool:
    """As in "They killed 11 people": who acts is a pronoun for who acted in the act before."""
    acting = {
        id(filler.nominal) for draft in act.witnesses for filler in draft.by_role("perpetrator")
    }
    return any(
        filler.antecedent is not None and id(filler.antecedent[1]) in acting
        for draft in group.drafts
        for filler in draft.by_role("perpetrator")
    ) and not has_own_ground(group)


def _shares_place_and_day(act: Act, group: Act) -> bool:
    if act.main.type is EventType.MILITARY_OPERATION and group.main.subtype != act.main.subtype:
        return False  # "withdrew as they faced a counter-offensive"
    old, new = victims(act), victims(group)
    if old and new and {kind for kind, _ in old} & {kind for kind, _ in new}:
        return False
    places_old = towns(act.witnesses)
    places_new = towns(group.drafts)
    if not places_new or not places_old & places_new or other_dead(act, group):
        return False
    if act.main.type is group.main.type:
        return True
    return all(is_outcome(draft) for draft in group.drafts) and _names_act(group.main, BACK)


def _names_act(draft: Draft, words: Container[str]) -> bool:
    """Whether the sentence names an act behind one of these words: "the strike: three died"."""
    reading = draft.reading
    clauses = reading.clauses
    return any(
        clauses.first_words[clauses.at_token[token]] in words for token in reading.event_heads
    )

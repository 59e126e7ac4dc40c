"""Drafts of one sentence -> groups that tell one act.

The means of an act make no second record (codebook 2): what a sentence tells as cause and outcome,
as main verb and participle, or as one actor's chain of blows is one act.
"""

from collections.abc import Sequence

from coder.events.counts.fates import (
    are_captured_of_them,
    died_of_it_later,
    is_fate_of_some,
    mark_as_captured,
    mark_as_some,
    were_captured_before,
)
from coder.events.counts.one_by_one import one_by_one
from coder.events.drafts import Draft
from coder.events.roles.devices import is_made_safe
from coder.events.senses.driven import are_of_one_flight, flees_from, left_when
from coder.events.senses.finds import (
    settle_state_of_bodies,
    without_approaches,
    without_departures,
    without_hiding_places,
    without_shields,
)
from coder.events.senses.freed import settle_freedom
from coder.events.senses.from_afar import are_killing_and_blow, is_blow_in_answer
from coder.events.senses.held_and_harmed import (
    is_abuse_of_held,
    without_reduced_holds,
    without_roundups,
    without_seen,
)
from coder.events.senses.incursions import settle_incursions, settle_searches
from coder.events.senses.stopped_bombers import (
    is_stopped_laying,
    settle_stopped_bombers,
    settle_stopped_layers,
)
from coder.events.senses.violence import is_outcome
from coder.events.setting.days_apart import are_days_apart
from coder.events.status.known_for import is_attribute, is_what_known_for
from coder.events.status.summing import is_period, spread_sums
from coder.events.together.contrasts import MORE_PEOPLE, at_contrast, own_act_first
from coder.events.together.different_people import (
    are_held_for,
    are_two_items,
    befell_his_own,
    befell_others,
    says_who_was_taken,
    victims,
)
from coder.events.together.in_common import in_common, is_noise_of_fight
from coder.events.together.named_acts import came_of
from coder.events.together.own_means import (
    have_own_means,
    leave_places_ahead,
    part_weapons,
    settle_harm_elsewhere,
)
from coder.events.together.pairs import is_hit_elsewhere, one_matter
from coder.events.together.rows import are_deeds_in_row
from coder.events.together.sequels import (
    are_complements,
    are_told_one_before_other,
    avenges,
    has_left_before,
    is_anchor,
    is_grievance,
    is_in_wake,
    settle_anchors,
    settle_burnt_hijacks,
    settle_grievances,
    settle_outcome,
    settle_sequel,
    settle_truces,
    spare_those_hit,
    turn_violent,
    without_aims,
)
from coder.events.together.told_apart import (
    adds_people,
    are_told_as_one,
    befell_in_act,
    befell_in_other_act,
    brought_unrest,
    is_bare_outcome,
    is_by_its_target,
    is_listed_behind,
    is_what_scene_saw,
    on_two_days,
)
from coder.events.together.when_clauses import (
    answers_what_others_did,
    broke_out_beside,
    fell_in_own_fight,
    have_own_causes,
    is_of_other_subject,
    settle_scene,
)
from coder.grammar.interruptions import DASHES
from coder.values.labels import EventType, Scope

_FINITE = frozenset("VXI")
_FATE = "what became of some of them"
_CAPTURED = "others of them were captured"


def group_within(drafts: list[Draft]) -> list[tuple[list[Draft], str]]:
    """Groups of drafts in the order of the text, with the reason of the last join."""
    spread_sums(drafts)
    settle_grievances(drafts)
    settle_truces(drafts)
    settle_anchors(drafts)
    settle_stopped_bombers(drafts)
    settle_stopped_layers(drafts)
    settle_incursions(drafts)
    settle_state_of_bodies(drafts)
    settle_searches(drafts)
    drafts = without_departures(without_hiding_places(settle_freedom(drafts)))
    drafts = without_shields(without_approaches(without_seen(drafts)))
    drafts = without_aims(without_roundups(without_reduced_holds(drafts)))
    groups: list[tuple[list[Draft], str]] = []
    for draft in drafts:
        for index, (members, _) in own_act_first(groups, draft):
            reason = _reason(members, draft)
            if reason is not None:
                if reason == _FATE:
                    mark_as_some(draft)
                elif reason == _CAPTURED:
                    mark_as_captured(draft)
                members.append(draft)
                _count_once(members)
                groups[index] = (members, reason)
                _draw_in(groups, index, draft)
                break
        else:
            groups.append(([draft], "first mention"))
            settle_harm_elsewhere(draft, drafts)
            leave_places_ahead(draft, drafts)
    groups = [part for group in groups for part in at_contrast(group)]
    groups = [part for group in groups for part in one_by_one(group)]
    if len(groups) > 1:
        part_weapons(groups)
    for members, _ in groups:
        turn_violent(members)
        settle_burnt_hijacks(members)
        settle_sequel(members)
        settle_outcome(members)
        spare_those_hit(members)
    settle_scene(drafts)
    return groups


def _reason(members: list[Draft], draft: Draft) -> str | None:
    deaths = [it for it in members if died_of_it_later(it, draft)]
    if deaths:
        for death in deaths:
            if are_days_apart(death, draft):
                death.times = []  # "three days after he was shot": the day of the death
        return "who was hit died of it later"
    if any(
        _came_of_another_day(it, draft)
        or avenges(it, draft)
        or are_told_one_before_other(it, draft)
        or is_hit_elsewhere(it, draft)
        or fell_in_own_fight(it, draft)
        or broke_out_beside(it, draft)
        or have_own_means(it, draft)
        or is_anchor(it) is not is_anchor(draft)
        for it in members
    ):
        return None
    if any(are_captured_of_them(member, draft) for member in members):
        return _CAPTURED
    if all(were_captured_before(member, draft) for member in members):
        for member in members:
            mark_as_captured(member)
        return "those captured in it are told before"
    return next((found for member in members if (found := _joins(member, draft)) is not None), None)


def _came_of_another_day(one: Draft, other: Draft) -> bool:
    """As in "four were killed and two hurt on Monday, and on Friday another five were killed".

    And in "a guard was shot dead on Monday, and gunmen killed two on Friday", who did it told anew;
    and in "12 died on Monday, and on Friday nine were killed when a bus was attacked".
    """
    is_told_anew = bool(other.by_role("perpetrator")) and other.subjects != one.subjects
    return (
        (
            is_told_anew
            or (one.frame is other.frame and is_outcome(one))
            or _has_clause(one, other)
            or _opens_with_day(one, other)
        )
        and on_two_days(one, other)
        and victims(one).isdisjoint(victims(other))
    )


def _opens_with_day(one: Draft, other: Draft) -> bool:
    """As in "a man was killed on 29 May, and on 20 June | six people were shot": a day in front."""
    clauses = other.reading.clauses
    subject = other.subjects or clauses.subject(other.chunk)
    if not subject or not one.chunk < subject[0]:
        return False
    return clauses.kinds.endswith(("CPt", "Ct", "CPt,", "Ct,"), one.chunk, subject[0])


def _has_clause(one: Draft, other: Draft) -> bool:
    """Whether "and" joins a second clause with another subject, which tells how it came about."""
    kinds = one.reading.clauses.kinds
    return (
        one.support == "verb"
        and bool(one.subjects and other.subjects)
        and one.chunk < other.subjects[0]
        and "C" in kinds[one.chunk : other.subjects[0]]
        and "U" in kinds[other.chunk :]
    )


def _came_of_one(one: Draft, other: Draft) -> Draft | None:
    """The one of two drafts that tells what came of the other, which was done once in a long time.

    As in "in 2012 gunmen attacked a bus, killing two": so these two are no sum over the year. Or
    what was done in it, of nobody that is counted: "attacked a village, kidnapping women".
    """
    outcome, act = (one, other) if one.scope is Scope.SUMMARY else (other, one)
    if act.scope is Scope.SINGLE and _was_done_in(outcome, act):
        return outcome
    is_once = act.scope is Scope.SINGLE and any(
        is_period(time) and time in outcome.times for time in act.times
    )
    return outcome if is_once and is_outcome(outcome) and not is_outcome(act) else None


def _was_done_in(deed: Draft, act: Draft) -> bool:
    """As in "stormed Gao, burning houses and looting shops": gerunds behind the verb of an act."""
    kinds = deed.reading.clauses.kinds[act.chunk + 1 : deed.chunk]
    return (
        act.support == deed.support == "verb"
        and deed.construction == "gerund"
        and kinds[-1:] in {",", "C"}
        and _FINITE.isdisjoint(kinds)
    )


def _count_once(members: Sequence[Draft]) -> None:
    """Make what came of an act done once no sum over the time."""
    for draft in members:
        if draft.scope is Scope.SUMMARY and any(_came_of_one(draft, act) for act in members):
            draft.scope, draft.n_low, draft.n_high = Scope.SINGLE, 1, 1


def _draw_in(groups: list[tuple[list[Draft], str]], index: int, draft: Draft) -> None:
    """As in "a blast hit A; two men died in the bombing": its dead follow the act they died in."""
    for other in range(len(groups) - 1, index, -1):
        members, _ = groups[other]
        if any(draft.chunk in member.causes for member in members):
            groups[index][0].extend(members)
            del groups[other]


def _joins(one: Draft, other: Draft) -> str | None:  # noqa: C901, PLR0911, PLR0912 - one walk, read in one place
    """Why two drafts of a sentence are one act; null where they are not."""
    if one.chunk == other.chunk:
        return "same words"
    if (one.scope is Scope.SUMMARY) is not (other.scope is Scope.SUMMARY) and (
        _came_of_one(one, other) is None
    ):
        return None
    if any(map(is_what_known_for, (one, other))) or is_grievance(other):
        return None
    if are_two_items(one, other) or are_deeds_in_row(one, other):
        return None
    if is_what_scene_saw(one, other) or are_held_for(one, other):
        return None
    if any(map(is_stopped_laying, (one, other))):
        return None
    if is_fate_of_some(one, other):
        return _FATE
    if one.recency is not other.recency and EventType.PROTEST in {one.type, other.type}:
        return None  # "marched against the murder of A"
    if one.chunk in came_of(other):
        return "one fills a role of the other"
    if other.chunk in one.causes or one.chunk in other.causes:
        in_wake = any(map(is_in_wake, (one, other))) or are_days_apart(one, other)
        is_harm = is_outcome(one) or is_outcome(other)
        if (not in_wake or is_harm) and not any(map(has_left_before, (one, other))):
            return "one fills a role of the other"
    if is_made_safe(one, other):
        return "the device was made safe"
    if is_abuse_of_held(one, other):
        return "how those taken were treated"
    if (matter := one_matter(one, other)) is not None:
        return matter
    if are_of_one_flight(one, other):
        return "the same people on their way"
    if adds_people(one, other):
        return MORE_PEOPLE
    if befell_in_act(one, other):
        return "what befell them in it"
    if is_noise_of_fight(one, other):
        return "how the fight sounded"
    if not are_told_as_one(one, other):
        return None
    if other.chunk == one.governor or one.chunk == other.governor:
        return None if flees_from(one, other) else "the verb governs the noun"
    if left_when(one, other):
        return None
    if is_attribute(other) or are_complements(one, other):
        return None
    if any(are_apart(one, other) for are_apart in _APART):
        return None
    kinds = one.reading.clauses.kinds
    between = _between(one, other)
    if kinds[other.chunk] == "G" and ":" not in between:
        return "participle tells the outcome"
    if ":" in between and is_listed_behind(one, other):
        return "listed after a colon"
    if are_killing_and_blow((one,), (other,)):
        return "what befell them when it happened" if "U" in between else None
    if is_outcome(one) or is_outcome(other):
        if (
            ":" not in between
            or is_bare_outcome(one, other)
            or is_outcome(one) == is_outcome(other)
            or other.support == "dependent"
        ):
            return "cause and outcome in one sentence"
        return None
    return in_common(one, other, between)


def _between(one: Draft, other: Draft) -> str:
    """The chunks between two triggers, without an aside: "12 were hurt - two badly - when"."""
    clauses = one.reading.clauses
    first, last = sorted((one.chunk, other.chunk))
    kinds = clauses.kinds[first + 1 : last]
    opening, closing = kinds.find(":"), kinds.rfind(":")
    if opening < closing and kinds.count(":") == 2:  # noqa: PLR2004 - a pair
        marks = {clauses.first_words[first + 1 + at] for at in (opening, closing)}
        if marks <= DASHES:
            return kinds[:opening] + kinds[closing + 1 :]
    return kinds


_APART = (
    *(befell_his_own, befell_others, says_who_was_taken, have_own_causes, is_blow_in_answer),
    brought_unrest,
    befell_in_other_act,
    answers_what_others_did,
    is_by_its_target,
    is_of_other_subject,
)

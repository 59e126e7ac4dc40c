"""Drafts of one sentence -> groups that tell one act.

The means of an act make no second record (codebook 2): what a sentence tells as cause and outcome,
as main verb and participle, or as one actor's chain of blows is one act.
"""

from collections.abc import Iterator, Sequence

from coder.events.behind_marks import is_bare, is_listed_behind
from coder.events.contrasts import MORE_PEOPLE, at_contrast, own_act_first
from coder.events.days_apart import are_days_apart, are_hours_apart
from coder.events.devices import is_made_safe
from coder.events.different_people import befell_others, says_who_was_taken, victims
from coder.events.drafts import Draft
from coder.events.fates import (
    are_captured_of_them,
    is_capture_of_some,
    is_fate_of_some,
    mark_as_captured,
    mark_as_some,
)
from coder.events.finds import (
    settle_state_of_bodies,
    without_approaches,
    without_departures,
    without_hiding_places,
    without_shields,
)
from coder.events.freed import settle_freedom
from coder.events.from_afar import REMOTE, are_killing_and_blow, is_blow_in_answer
from coder.events.held_and_harmed import is_abuse_of_held, without_roundups
from coder.events.in_common import in_common
from coder.events.incursions import settle_incursions, settle_searches
from coder.events.known_for import is_attribute, is_what_known_for
from coder.events.pairs import have_own_doers, in_two_places, is_hit_elsewhere, one_matter
from coder.events.ranked import ranks_no_act
from coder.events.rows import stand_in_row
from coder.events.sequels import (
    are_complements,
    are_told_one_before_other,
    did_it_and_left,
    died_in_fight,
    is_grievance,
    is_in_wake,
    is_sequel,
    preposition_of,
    settle_burnt_hijacks,
    settle_grievances,
    settle_outcome,
    settle_sequel,
    spare_those_hit,
    turn_violent,
)
from coder.events.stopped_bombers import settle_stopped_bombers
from coder.events.summing import is_period, spread_sums
from coder.events.towns import are_told_in_two_towns
from coder.events.when_clauses import (
    fell_in_own_fight,
    have_own_causes,
    settle_scene,
    words_of_scene,
)
from coder.grammar.interruptions import DASHES
from coder.rules.model import HIT_ROLES, TYPE_PRECEDENCE
from coder.values.events import CROWD_TYPES
from coder.values.labels import CasualtyKind, EventType, Scope

_VIOLENT = frozenset(TYPE_PRECEDENCE) | {EventType.SEXUAL_VIOLENCE, EventType.ABUSE}
_FATE = "what became of some of them"
_CAPTURED = "others of them were captured"
_MORE = frozenset({"another", "others"})
_LEAVING = "withdrawal"
_SEPARATING = frozenset(
    {"separate", "separately", "another", "elsewhere", "meanwhile", "second", "later"}
)


def is_violent(kind: EventType) -> bool:
    """Whether the type is an act of violence that other violence can be the means of."""
    return kind in _VIOLENT


def is_outcome(draft: Draft) -> bool:
    """A draft that tells what came of an act, not which act it was: killed, wounded, destroyed."""
    is_taken = draft.type is EventType.ABDUCTION and draft.support == "dependent"
    return draft.frame.tells_outcome or is_taken or is_capture_of_some(draft)


def group_within(drafts: list[Draft]) -> list[tuple[list[Draft], str]]:
    """Groups of drafts in the order of the text, with the reason of the last join."""
    spread_sums(drafts)
    settle_grievances(drafts)
    settle_stopped_bombers(drafts)
    settle_incursions(drafts)
    settle_state_of_bodies(drafts)
    settle_searches(drafts)
    drafts = without_departures(without_hiding_places(settle_freedom(drafts)))
    drafts = without_roundups(without_shields(without_approaches(drafts)))
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
    groups = [part for group in groups for part in at_contrast(group)]
    for members, _ in groups:
        turn_violent(members)
        settle_burnt_hijacks(members)
        settle_sequel(members)
        settle_outcome(members)
        spare_those_hit(members)
    settle_scene(drafts)
    return groups


def _reason(members: list[Draft], draft: Draft) -> str | None:
    if any(
        _came_of_another_day(it, draft)
        or are_told_one_before_other(it, draft)
        or is_hit_elsewhere(it, draft)
        or fell_in_own_fight(it, draft)
        for it in members
    ):
        return None
    if any(are_captured_of_them(member, draft) for member in members):
        return _CAPTURED
    return next((found for member in members if (found := _joins(member, draft)) is not None), None)


def _came_of_another_day(one: Draft, other: Draft) -> bool:
    """As in "four were killed and two hurt on Monday, and on Friday another five were killed".

    And in "a guard was shot dead on Monday, and gunmen killed two on Friday", who did it told anew.
    """
    is_told_anew = bool(other.by_role("perpetrator")) and other.subjects != one.subjects
    return (
        (is_told_anew or (one.frame is other.frame and is_outcome(one)))
        and _on_two_days(one, other)
        and victims(one).isdisjoint(victims(other))
    )


def _came_of_one(one: Draft, other: Draft) -> Draft | None:
    """The one of two drafts that tells what came of the other, which was done once in a long time.

    As in "in 2012 gunmen attacked a bus, killing two": so these two are no sum over the year.
    """
    outcome, act = (one, other) if one.scope is Scope.SUMMARY else (other, one)
    is_once = act.scope is Scope.SINGLE and any(
        is_period(time) and time in outcome.times for time in act.times
    )
    return outcome if is_once and is_outcome(outcome) and not is_outcome(act) else None


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
    if is_fate_of_some(one, other):
        return _FATE
    if one.recency is not other.recency and EventType.PROTEST in {one.type, other.type}:
        return None  # "marched against the murder of A"
    if other.chunk in one.causes or one.chunk in other.causes:
        in_wake = any(map(is_in_wake, (one, other))) or are_days_apart(one, other)
        if not in_wake or is_outcome(one) or is_outcome(other):
            return "one fills a role of the other"
    if is_made_safe(one, other):
        return "the device was made safe"
    if is_abuse_of_held(one, other):
        return "how those taken were treated"
    if (matter := one_matter(one, other)) is not None:
        return matter
    if _adds_people(one, other):
        return MORE_PEOPLE
    if not _are_told_as_one(one, other):
        return None
    if other.chunk == one.governor or one.chunk == other.governor:
        return "the verb governs the noun"
    if is_attribute(other) or are_complements(one, other):
        return None
    if any(are_apart(one, other) for are_apart in _APART):
        return None
    kinds = one.reading.clauses.kinds
    between = _between(one, other)
    if kinds[other.chunk] == "G" and ":" not in between:
        return None if is_by_its_target(one, other) else "participle tells the outcome"
    if ":" in between and is_listed_behind(one, other):
        return "listed after a colon"
    if are_killing_and_blow((one,), (other,)):
        return "what befell them when it happened" if "U" in between else None
    if is_outcome(one) or is_outcome(other):
        if (
            ":" not in between
            or _is_bare_outcome(one, other)
            or is_outcome(one) == is_outcome(other)
            or other.support == "dependent"
        ):
            return "cause and outcome in one sentence"
        return None
    return in_common(one, other, between)


def _are_told_as_one(one: Draft, other: Draft) -> bool:
    """Whether nothing in the words for two drafts says that they are two acts."""
    if not _may_join(one, other) or _is_separated(one, other) or is_found_dead_by(one, other):
        return False
    is_behind = (is_sequel(one) or is_sequel(other)) and not (
        _are_one_sequel(one, other) or _went_on_to(one, other) or did_it_and_left(one, other)
    )
    # "Two were dead after the battle" counts the dead of the battle.
    is_outside = is_behind and "dependent" not in {one.support, other.support}
    return one.recency is other.recency and not is_outside


def is_found_dead_by(one: Draft, other: Draft) -> bool:
    """As in "troops stormed the house but found five hostages dead": found, not killed, by them.

    And in "a bomb killed nine, and police found another 14 bodies": no bodies of the bomb's.
    """
    if other.subtype != "body_found" or other.construction != "active" or not other.subjects:
        return False
    if one.subjects == other.subjects:
        return bool(one.by_role("perpetrator"))
    return one.subtype != other.subtype and bool(other.claims) and _counts_others(other)


def is_by_its_target(one: Draft, other: Draft) -> bool:
    """As in "bombed rebels firing on a convoy": those who are hit by one do the other."""
    if other.construction != "gerund" or other.reading is not one.reading:
        return False
    before = other.chunk - 1
    return any(item.nominal.chunk == before for item in other.by_role("perpetrator")) and any(
        item.nominal.chunk == before for item in one.fillers if item.role in HIT_ROLES
    )


def _adds_people(one: Draft, other: Draft) -> bool:
    """As in "beheaded a man while another was shot": the same done to more, by nobody else."""
    if one.type is not other.type or not is_violent(one.type) or other.by_role("perpetrator"):
        return False
    if is_found_dead_by(one, other):
        return False
    if one.recency is not other.recency or one.modality is not other.modality:
        return False
    if _on_two_days(one, other):
        return False
    if not {place.name for place in other.places} <= {place.name for place in one.places}:
        return False
    return bool(other.claims) and _counts_others(other)


def _counts_others(draft: Draft) -> bool:
    norms = draft.reading.sentence.norms
    return all(
        norms[claim.first] in _MORE or norms[claim.last - 1] in _MORE for claim in draft.claims
    )


def _between(one: Draft, other: Draft) -> str:
    """The chunks between two triggers, without an aside: "12 were hurt - two badly - when"."""
    clauses = one.reading.clauses
    first, last = sorted((one.chunk, other.chunk))
    kinds = clauses.kinds[first + 1 : last]
    opening, closing = kinds.find(":"), kinds.rfind(":")
    if opening < closing and kinds.count(":") == 2:  # noqa: PLR2004 - a pair
        norms = one.reading.sentence.norms
        marks = {norms[clauses.chunks[first + 1 + at].first] for at in (opening, closing)}
        if marks <= DASHES:
            return kinds[:opening] + kinds[closing + 1 :]
    return kinds


def _is_bare_outcome(one: Draft, other: Draft) -> bool:
    """As in "rebels attacked a camp; 29 soldiers were killed": no doer, place or day of its own."""
    has_own = bool(other.by_role("perpetrator") or other.causes)
    return is_outcome(other) and not has_own and is_bare(one, other)


def counting_tokens(draft: Draft) -> Iterator[int]:
    """Where words count people: "another nine fighters" sets no two acts apart."""
    for claim in draft.claims:
        if claim.reading is draft.reading and claim.best is not None:
            yield from range(claim.first, claim.last)


def _are_one_sequel(one: Draft, other: Draft) -> bool:
    """As in "fled after killing a guard and wounding two": one preposition for both."""
    kinds = one.reading.clauses.kinds
    pair = kinds[one.chunk], kinds[other.chunk - 1 : other.chunk + 1]
    return pair == ("G", "CG") or died_in_fight(one, other)


def _went_on_to(one: Draft, other: Draft) -> bool:
    """As in "shot a guard before setting fire to the hut": one doer's blows in one place."""
    late = max(one, other, key=lambda draft: draft.chunk)
    return (
        late.construction == "gerund"
        and preposition_of(late) == "before"
        and bool(one.subjects)
        and one.subjects == other.subjects
        and not (in_two_places(one, other) or _on_two_days(one, other))
    )


def _may_join(one: Draft, other: Draft) -> bool:
    if one.type in CROWD_TYPES or other.type in CROWD_TYPES:
        pair = {one.type, other.type}
        if pair == {EventType.RIOT, EventType.ARREST}:
            return not any(map(_tells_arrested, (one, other)))
        return pair <= (_VIOLENT | CROWD_TYPES | {EventType.ARREST})
    if EventType.ABDUCTION in {one.type, other.type} and REMOTE & {one.type, other.type}:
        return False  # "kidnapped three men and shelled the town": neither is a means
    if EventType.DISPLACEMENT in {one.type, other.type} and one.type is not other.type:
        return one.type in _VIOLENT or other.type in _VIOLENT
    if (one.subtype == _LEAVING) is not (other.subtype == _LEAVING):
        return False  # "who had besieged the town since May pulled out on Tuesday"
    return (one.type in _VIOLENT and other.type in _VIOLENT) or one.type is other.type


def _tells_arrested(draft: Draft) -> bool:
    """As in "students stoned a van; eight were detained": codebook 2.1, a record of its own."""
    return any(claim.kind is CasualtyKind.ARRESTED for claim in draft.claims)


def _is_separated(one: Draft, other: Draft) -> bool:
    """Words between or before that set two acts apart, or two different places or days."""
    norms = one.reading.sentence.norms
    first, last = sorted((one.first, other.first))
    is_sequel = other.support == "dependent" and is_outcome(other)  # "one of them later died"
    is_result = is_outcome(other) and one.reading.clauses.kinds[other.chunk] == "G"
    is_unhurt = bool(other.claims) and all(claim.best == 0 for claim in other.claims)
    counted = {at for draft in (one, other) for at in counting_tokens(draft)}
    counted.update(words_of_scene(*sorted((one, other), key=lambda draft: draft.first)))
    if any(
        norms[at] in _SEPARATING
        and at not in counted
        and not (is_unhurt and norms[at] == "separate")
        and not (is_sequel and norms[at] == "later")
        # "blew up minutes later, killing six"
        and not (is_result and norms[at] == "later" and at + 1 != other.first)
        and not (norms[at] == "second" and ranks_no_act(one.reading, at))
        for at in range(first + 1, last + 1)
    ):
        return True
    if one.modality is not other.modality and not (is_outcome(one) or is_outcome(other)):
        return True
    is_apart = (
        have_own_doers(one, other) or are_hours_apart(one, other) or are_days_apart(one, other)
    )
    is_captive = other.type is EventType.ABDUCTION and other.construction == "participle"
    is_apart = is_apart or (is_captive and _on_two_days(one, other))
    if is_apart or are_told_in_two_towns(one, other):
        return True
    is_told = is_outcome(one) or is_outcome(other) or other.construction in {"gerund", "participle"}
    if is_told and not stand_in_row(one, other):
        return False
    if is_told and one.frame is not other.frame and one.construction != "nominal":
        return "dependent" not in {one.support, other.support} and _on_two_days(one, other)
    return in_two_places(one, other) or _on_two_days(one, other)


def _on_two_days(one: Draft, other: Draft) -> bool:
    days = [draft.times[0] for draft in (one, other) if draft.times and draft.times[0].first]
    return len(days) == 2 and days[0].first != days[1].first and days[0].last != days[1].last  # noqa: PLR2004


_APART = (befell_others, says_who_was_taken, have_own_causes, is_blow_in_answer)

"""What the words for two drafts of a sentence say of their being one act or two."""

from collections.abc import Iterator

from coder.events.drafts import Draft
from coder.events.senses.violence import VIOLENT, is_outcome, is_violent
from coder.events.setting.days_apart import are_days_apart, are_hours_apart
from coder.events.setting.towns import are_told_in_two_towns
from coder.events.status.ranked import ranks_no_act
from coder.events.together.pairs import have_own_doers, in_two_places
from coder.events.together.rows import stand_in_row
from coder.events.together.sequels import (
    did_it_and_left,
    died_in_fight,
    is_sequel,
    preposition_of,
)
from coder.events.together.when_clauses import (
    is_what_befell,
    words_of_scene,
)
from coder.lexicon.closed import WHILE
from coder.rules.model import HIT_ROLES
from coder.values.events import CROWD_TYPES
from coder.values.kinds import REMOTE
from coder.values.labels import CasualtyKind, EventType, Recency

_IN = frozenset({"in", "during"})
_WHICH = "which"
_MORE = frozenset({"another", "others"})
_LEAVING = "withdrawal"
_SEPARATING = frozenset(
    {"separate", "separately", "another", "elsewhere", "meanwhile", "second", "later"}
)
_THEN_AND_THERE = frozenset({"elsewhere", "later"})
_COUNTING = frozenset({"toll", "count"})
_SCENE = frozenset({"scene", "site"})


def befell_in_act(one: Draft, other: Draft) -> bool:
    """As in "after a battle in which 12 rebels were killed": they fell in it."""
    fight, whom = (one, other) if one.chunk < other.chunk else (other, one)
    return (
        fight.type is EventType.ARMED_CLASH
        and is_outcome(whom)
        and not whom.by_role("perpetrator")
        and _act_around(whom) == fight.chunk
    )


def befell_in_other_act(one: Draft, other: Draft) -> bool:
    """As in "shot a driver, sparking protests in which a youth was killed": in those protests."""
    early, late = (one, other) if one.chunk < other.chunk else (other, one)
    act = _act_around(late)
    return act is not None and early.chunk < act not in {*early.causes, early.governor}


def _act_around(draft: Draft) -> int | None:
    """The noun of the act that a clause with "in which" tells of."""
    clauses = draft.reading.clauses
    if _WHICH not in draft.reading.vocabulary:
        return None
    left, _ = clauses.clause(draft.chunk)
    while left > 1 and clauses.kinds[left - 1] == "C":
        left, _ = clauses.clause(left - 2)  # "in which a youth was killed and | two were hurt"
    if not clauses.kinds.endswith("PW", 0, left) or clauses.first_words[left - 1] != _WHICH:
        return None
    acts = clauses.antecedent(left - 1) if clauses.first_words[left - 2] in _IN else []
    is_act = bool(acts) and clauses.chunks[acts[0]].head in draft.reading.event_heads
    return acts[0] if is_act else None


def are_told_as_one(one: Draft, other: Draft) -> bool:
    """Whether nothing in the words for two drafts says that they are two acts."""
    if not _may_join(one, other) or _is_separated(one, other) or is_found_dead_by(one, other):
        return False
    if _is_toll_beside(one, other):
        return False
    is_behind = (is_sequel(one) or is_sequel(other)) and not (
        _are_one_sequel(one, other)
        or _went_on_to(one, other)
        or did_it_and_left(one, other)
        or _share_device(one, other)
    )
    # "Two were dead after the battle" counts the dead of the battle.
    is_outside = is_behind and "dependent" not in {one.support, other.support}
    return one.recency is other.recency and not is_outside


def _share_device(one: Draft, other: Draft) -> bool:
    """As in "derailed after hitting a mine planted on the track": what was hit was laid."""
    devices = [{it.nominal.chunk for it in it.by_role("instrument")} for it in (one, other)]
    is_met = preposition_of(other) == "after" and any(
        it.via == "object" for it in other.by_role("instrument")
    )
    return not devices[0].isdisjoint(devices[1]) or (is_met and not devices[0])


def _is_toll_beside(toll: Draft, act: Draft) -> bool:
    """As in "put the toll at 84 and said its troops had killed 30": who else was killed by whom."""
    if _COUNTING.isdisjoint(toll.frame.tags) or not _COUNTING.isdisjoint(act.frame.tags):
        return False
    clauses = toll.reading.clauses
    is_said = any(
        clauses.kinds[at] in "VX" and clauses.head_words[at] in toll.reading.lexicon.speech_words
        for at in range(toll.chunk + 1, act.chunk)
    )
    counted = {claim.best for claim in toll.claims if claim.kind is CasualtyKind.KILLED}
    killed = {claim.best for claim in act.claims if claim.kind is CasualtyKind.KILLED}
    return (
        is_said
        and bool(counted and killed)
        and counted.isdisjoint(killed)
        and bool(act.by_role("perpetrator"))
    )


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
    """As in "bombed rebels firing on a convoy": those who are hit by one do the other.

    So in "shot a man who had taken a clerk hostage", "who was holding two hostages".
    """
    if other.reading is not one.reading:
        return False
    if other.construction != "gerund" and not _is_why_they_were_hit(other):
        return False
    doers = {item.nominal.chunk for item in other.by_role("perpetrator")}
    doers &= {other.chunk - 1} if other.construction == "gerund" else set(range(other.chunk))
    hit = {it.nominal.chunk for it in one.fillers if it.role in HIT_ROLES}
    return not doers.isdisjoint(hit | {it.nominal.chunk for it in one.claims})


def _is_why_they_were_hit(draft: Draft) -> bool:
    """Whether a relative clause tells what was done before, or whom somebody holds.

    "Shot dead four men who had hacked 29 to death" is how that attack ended.
    """
    clauses = draft.reading.clauses
    if clauses.kinds[max(draft.chunk - 1, 0)] != "W" or draft.construction != "active":
        return False
    if any(claim.kind is CasualtyKind.KILLED for claim in draft.claims):
        return False
    group = clauses.chunks[draft.chunk]
    words = draft.reading.sentence.norms[group.first : group.last]
    return draft.type is EventType.ABDUCTION or "had" in words


def adds_people(one: Draft, other: Draft) -> bool:
    """As in "beheaded a man while another was shot": the same done to more, by nobody else."""
    if one.type is not other.type or not is_violent(one.type) or other.by_role("perpetrator"):
        return False
    if is_found_dead_by(one, other):
        return False
    if one.recency is not other.recency or one.modality is not other.modality:
        return False
    if on_two_days(one, other):
        return False
    if not {place.name for place in other.places} <= {place.name for place in one.places}:
        return False
    return bool(other.claims) and _counts_others(other)


def _counts_others(draft: Draft) -> bool:
    norms = draft.reading.sentence.norms
    return all(
        norms[claim.first] in _MORE or norms[claim.last - 1] in _MORE for claim in draft.claims
    )


def is_bare_outcome(one: Draft, other: Draft) -> bool:
    """As in "rebels attacked a camp; 29 soldiers were killed": no doer, place or day of its own."""
    has_own = bool(other.by_role("perpetrator") or other.causes)
    return is_outcome(other) and not has_own and _is_bare(one, other)


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
    """As in "shot a guard before setting fire to the hut": one doer's blows in one place.

    And in "arrested seven people after searching their homes".
    """
    late = max(one, other, key=lambda draft: draft.chunk)
    is_search = one.type is other.type is EventType.ARREST and late.subtype == "raid_search"
    return (
        late.construction == "gerund"
        and (is_search or preposition_of(late) == "before")
        and bool(one.subjects)
        and one.subjects == other.subjects
        and not (in_two_places(one, other) or on_two_days(one, other))
    )


def _may_join(one: Draft, other: Draft) -> bool:
    if one.type in CROWD_TYPES or other.type in CROWD_TYPES:
        pair = {one.type, other.type}
        if pair == {EventType.RIOT, EventType.ARREST}:
            return not any(map(_tells_arrested, (one, other)))
        return pair <= (VIOLENT | CROWD_TYPES | {EventType.ARREST})
    if EventType.ABDUCTION in {one.type, other.type} and REMOTE & {one.type, other.type}:
        return False  # "kidnapped three men and shelled the town": neither is a means
    if EventType.DISPLACEMENT in {one.type, other.type} and one.type is not other.type:
        return one.type in VIOLENT or other.type in VIOLENT
    if (one.subtype == _LEAVING) is not (other.subtype == _LEAVING):
        return False  # "who had besieged the town since May pulled out on Tuesday"
    return (one.type in VIOLENT and other.type in VIOLENT) or one.type is other.type


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
    counted.update(_of_doer_behind_when(one, other))
    if any(
        norms[at] in _SEPARATING
        and at not in counted
        and not (is_unhurt and norms[at] == "separate")
        and not (is_sequel and norms[at] == "later")
        # "blew up minutes later, killing six", "landed on a house elsewhere in the city, wounding"
        and not (is_result and norms[at] in _THEN_AND_THERE and at + 1 != other.first)
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
    is_apart = is_apart or (is_captive and on_two_days(one, other))
    if is_apart or are_told_in_two_towns(one, other):
        return True
    is_told = is_outcome(one) or is_outcome(other) or other.construction in {"gerund", "participle"}
    if is_told and not stand_in_row(one, other):
        return False
    if is_told and one.frame is not other.frame and one.construction != "nominal":
        return "dependent" not in {one.support, other.support} and on_two_days(one, other)
    return in_two_places(one, other) or on_two_days(one, other)


def _of_doer_behind_when(one: Draft, other: Draft) -> Iterator[int]:
    """As in "killed when another group attacked", "died when a second bomb exploded": one act."""
    norms, chunks = one.reading.sentence.norms, one.reading.clauses.chunks
    for draft in (one, other):
        fronts = [it.nominal.chunk for it in draft.by_role("perpetrator")]
        for number in {*draft.subjects, *fronts}:
            group = chunks[number]
            if group.first and norms[group.first - 1] in WHILE:
                yield from range(group.first, group.last)


def on_two_days(one: Draft, other: Draft) -> bool:
    """Whether each of two drafts has a day of its own, and they differ."""
    days = [draft.times[0] for draft in (one, other) if draft.times and draft.times[0].first]
    return len(days) == 2 and days[0].first != days[1].first and days[0].last != days[1].last  # noqa: PLR2004


def is_what_scene_saw(one: Draft, other: Draft) -> bool:
    """As in "killed two in Gao, the scene of heavy fighting last year": what Gao saw before."""
    late = max(one, other, key=lambda draft: draft.chunk)
    clauses, scene = late.reading.clauses, late.chunk - 2
    return (
        late.construction == "nominal"
        and late.recency is Recency.BACKGROUND
        and clauses.kinds[scene - 1 : scene + 2] == ",NP"
        and clauses.head_words[scene] in _SCENE
    )


def brought_unrest(one: Draft, other: Draft) -> bool:
    """As in "the killing of two students sparked protests": the killing, and what people did then.

    The act is the subject of the verb whose object the unrest is.
    """
    early, late = sorted((one, other), key=lambda draft: draft.chunk)
    if late.type not in CROWD_TYPES or late.governor is None or early.construction != "nominal":
        return False
    if early.type in CROWD_TYPES or not early.chunk < late.governor < late.chunk:
        return False
    return early.chunk in late.reading.clauses.subject(late.governor)


def is_listed_behind(one: Draft, other: Draft) -> bool:
    """As in "raided a town: two men were shot dead, shops burned": what befell them, by nobody."""
    if other.by_role("perpetrator"):
        return False
    if other.construction == "participle":
        return True
    told = is_what_befell(other) and bool(one.by_role("perpetrator"))
    told = told and REMOTE.isdisjoint({one.type, other.type})
    return told and one.support == other.support == "verb" and _is_bare(one, other)


def _is_bare(one: Draft, other: Draft) -> bool:
    """Whether an act has neither place nor day but those of the other."""
    own_times = [time for time in other.times if not any(time is item for item in one.times)]
    known = {place.name for place in one.places}
    return not own_times and all(place.name in known for place in other.places)

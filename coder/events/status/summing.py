"""Totals over a war, a period or many acts: sums that are told, and no incident (codebook 2.2)."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from coder.events.drafts import Claim, Draft
from coder.events.roles.nominals import is_plural, is_rank, ranks_an_act
from coder.grammar.clauses import groups_behind
from coder.lexicon.words import noun_classes
from coder.values.kinds import LASTING, ON_SIDE_OF_STATES
from coder.values.labels import CasualtyKind, DateBasis, PlaceLevel, Qualifier, Scope, TimexType
from coder.values.mentions import TimeExpression

_HARM = frozenset(
    {CasualtyKind.KILLED, CasualtyKind.INJURED, CasualtyKind.CASUALTIES, CasualtyKind.DISPLACED}
)
TOLLS = frozenset({"number", "toll", "total"})  # "bringing to 12 the number killed this year"
_SINCE = "since"
_OPENING = ',"UWVX'  # what may stand before a clause: "said that since the war began, 80 have died"
_FRONT = re.compile(r"[PU]N(?:PN){0,3}N")  # "since the signing of the accords | the rebels"
_TAKEN = frozenset({CasualtyKind.ABDUCTED, CasualtyKind.ARRESTED})
_TAKEN_AT_ONCE = 100  # persons: raids of one day take fewer, as a rule
_FRONTED = "PNtAJC,"  # what may stand in front of a whole sentence and say when
_NONE = Qualifier.NONE
_HAVE = frozenset({"have", "has", "'ve"})
_HAD = frozenset({"had"})
_RECORDED = frozenset({"recorded", "registered", "documented", "verified", "logged", "tallied"})
_LENGTH = re.compile(r"P(\d{1,3})D")
_MONTHS = re.compile(r"P\d{1,3}[MY]")
_WITHIN = frozenset({"in", "over", "during", "within"})
_RANK_REACH = 10  # tokens between a rank and the time it is counted from
_RANK_BEFORE = 3  # tokens between them: "the latest in a string of"
RANKS = frozenset({"one", "part", "first", "second", "third", "last", "latest"})
"""What one act is among several: "the latest in a string of raids"."""
_APART = (["after"], ["before"])
_SHORT = timedelta(days=7)
_HURT_FOR_EACH_DEAD = 10  # at most: single acts have hurt thousands
_MANY_DEAD = 1_000  # in one act told without a day; the deadliest single attacks have a date
_MANY = {CasualtyKind.INJURED: 10_000, CasualtyKind.DISPLACED: 100_000}  # gas, and whole towns
_MORE_THAN_AN_ACT_KILLS = 20_000  # killed in one act by arms, whatever is said of the day
_DEAD_OF_A_FIGHT = 40  # at most, told without a day
_ALSO_DEAD = 100
_FIGHTING, _BETWEEN = frozenset({"fighting"}), "between"
_SUMMARY = Scope.SUMMARY
_AS_OF = ("as", "of")


def is_sum(draft: Draft) -> bool:
    """Whether the numbers of a draft add up a war, a campaign or a period.

    "The war has killed 70,000", "more than 600 have died in two months"; never where a day is told,
    but for numbers that no single act reaches.
    """
    harmed = [
        claim for claim in draft.claims if claim.kind in _HARM and claim.qualifier is not _NONE
    ]
    is_up_to_now = _is_perfect(draft) or _is_perfect(draft, _HAD)  # "said 30 had died since"
    is_since = is_up_to_now and (_opens_with_since(draft) or _is_since_event(draft))
    if not harmed:
        taken = [_number(claim) for claim in draft.claims if claim.kind in _TAKEN]
        return is_since and max(taken, default=0) > _TAKEN_AT_ONCE
    dead = max((_size(claim) for claim in harmed), default=0)
    has_day = any(is_day(time) for time in draft.times)
    is_many = any(_number(claim) >= _MANY.get(claim.kind, _MANY_DEAD) for claim in harmed)
    if _is_compared(draft) or dead >= _MORE_THAN_AN_ACT_KILLS or (is_many and not has_day):
        return True
    if is_since or (dead > 1 and _is_state_of_a_day(draft)):
        return True
    if any(
        is_day(time) and (_is_own(draft, time) or _broke_out_then(draft, time))
        for time in draft.times
    ):
        return False
    has_span = _spans_a_period(draft)
    if _is_perfect(draft):
        # "about 400 civilians have also died": of a war
        is_also = dead >= _ALSO_DEAD and "also" in draft.reading.vocabulary and not draft.times
        is_of_war = _is_of_war(draft) and not _is_of_a_fight(draft, dead)
        # "in battles in the last 24 hours": news of a day
        is_news = any((time.value or "").startswith("PT") for time in draft.times)
        return is_also or has_span or (is_of_war and not is_news)
    # "From 2 to 18 May the mission recorded 516 civilians killed"
    is_counted = dead > 1 and not _RECORDED.isdisjoint(draft.reading.vocabulary)
    is_of_all = is_counted or (dead > 0 and _is_of_war(draft))
    return (is_of_all and has_span) or (dead > 1 and _is_within_months(draft))


def period_start(draft: Draft) -> date | None:
    """The first day of the period a sum covers; null where its words state none.

    The draft's own times come first; a time of another clause dates another thing.
    """
    spans = [time for time in (draft.times or draft.reading.times) if time.first is not None]
    return next((time.first for time in spans if is_period(time)), None)


def is_period(time: TimeExpression) -> bool:
    """Whether a time is open to its start, or longer than one act takes."""
    if time.is_open_start:
        return True
    return time.first is not None and time.last is not None and time.last - time.first > _SHORT


def tells_total_apart(draft: Draft) -> bool:
    """As in "ten were killed, bringing to 65 the number of dead since May": the sum of all acts.

    It stands behind a verb of change, so its time is none of the act.
    """
    reading = draft.reading
    if TOLLS.isdisjoint(reading.vocabulary):
        return False
    clauses = reading.clauses
    change = noun_classes()["toll_change"]
    at = clauses.kinds.find("G", draft.chunk + 1)
    return at > 0 and clauses.head_words[at] in change


def spread_sums(drafts: Sequence[Draft]) -> None:
    """As in "air strikes have killed thousands": the acts that killed are a sum like the dead.

    And so are all ways they died: "90 people killed since May, slain by bombs or shot".
    """
    for draft in drafts:
        if draft.scope is not _SUMMARY:
            continue
        caused = {*draft.causes, *draft.subjects}
        summed = {id(claim.nominal) for claim in draft.claims}
        for other in drafts:
            if other is draft:
                continue
            hurt = [id(claim.nominal) for claim in other.claims] or [
                id(filler.nominal) for filler in other.fillers if filler.effect is not None
            ]
            do_harm = other.frame.does_harm and draft.frame.does_harm  # not "freed last month"
            is_of_them = do_harm and bool(hurt) and summed.issuperset(hurt)
            if (
                is_of_them
                or other.chunk in caused
                or other.governor == draft.chunk
                or _is_gapped_behind(draft, other)
                or _is_told_of(draft, other)
            ):
                other.scope = _SUMMARY
                other.n_low = other.n_high = None


def _is_gapped_behind(draft: Draft, other: Draft) -> bool:
    """As in "since May 45 were murdered and 12 | kidnapped": the time is that of both."""
    kinds = draft.reading.clauses.kinds
    between = kinds[draft.chunk + 1 : other.chunk]
    return (
        other.reading is draft.reading
        and bool(other.claims)
        and all(time in draft.times for time in other.times)
        and kinds[other.chunk] == "X"
        and between.endswith("CN")
        and not between.strip("NPtA,C")
    )


def _is_told_of(draft: Draft, other: Draft) -> bool:
    """As in "has staged many bombings in which it hit markets", "raids that left dozens dead"."""
    if (
        draft.support == "verb"
        or other.times
        or not is_plural(draft.reading.sentence.norms[draft.last - 1])
    ):
        return False
    clauses = draft.reading.clauses
    opens = clauses.clause(other.chunk)[0] - 1
    if opens <= draft.chunk or clauses.kinds[opens] != "W":
        return False
    between = clauses.kinds[draft.chunk + 1 : opens]
    return not between.strip("P,") or draft.chunk in clauses.antecedent(opens)


def _is_compared(draft: Draft) -> bool:
    """As in "the deadliest raid since the siege that left 67 dead": what an act is held against.

    And in "the latest in a string of raids that have left 67 dead".
    """
    clauses = draft.reading.clauses
    left, _ = clauses.clause(draft.chunk)
    if not left or clauses.kinds[left - 1] != "W":
        return False
    norms = draft.reading.sentence.norms
    for at in range(left - 2, max(-1, left - 8), -1):
        if clauses.kinds[at] in "VXG,":
            return False
        group = clauses.chunks[at]
        if norms[group.first] == "since":
            return True
        if norms[group.last - 1] in noun_classes()["spell"] and not RANKS.isdisjoint(
            norms[max(group.first - _RANK_BEFORE, 0) : group.first]
        ):
            return True
    return False


def _number(claim: Claim) -> int:
    return claim.best or claim.low or claim.high or 0


def _size(claim: Claim) -> int:
    """How deadly an act with that number would be; 0 for people who only left."""
    if claim.kind is CasualtyKind.DISPLACED:
        return 0
    size = _number(claim)
    return size // _HURT_FOR_EACH_DEAD if claim.kind is CasualtyKind.INJURED else size


def is_day(time: TimeExpression) -> bool:
    """A day or a few: what dates one act."""
    if time.is_open_start or time.type in LASTING:
        return False
    if time.first is None or time.last is None:
        return time.type in {TimexType.DATE, TimexType.TIME} and time.value is None
    return time.last - time.first <= _SHORT


def _is_short(time: TimeExpression) -> bool:
    """Hours, or days up to a week: "the past three days"."""
    found = _LENGTH.fullmatch(time.value or "")
    return "T" in (time.value or "") or (found is not None and int(found[1]) <= _SHORT.days)


def _is_perfect(draft: Draft, words: frozenset[str] = _HAVE) -> bool:
    """As in "has killed", "have been wounded", "having lost": up to now, at no one time."""
    clauses = draft.reading.clauses
    norms = draft.reading.sentence.norms
    group = clauses.chunks[draft.chunk]
    if clauses.kinds.endswith("CX", 0, draft.chunk + 1) and draft.subjects:
        at = clauses.kinds.rfind("V", 0, draft.chunk)  # "have killed 96 and abducted 200"
        if at >= 0 and clauses.subject(at) == [*draft.subjects]:
            group = clauses.chunks[at]
    return group.kind == "V" and not words.isdisjoint(norms[group.first : group.head])


def _opens_with_since(draft: Draft) -> bool:
    """As in "since the start of the escalation, on Monday, 188 have died": a sum of many acts."""
    norms = draft.reading.sentence.norms
    if _SINCE not in norms[: draft.first]:
        return False
    clauses = draft.reading.clauses
    at = clauses.at_token[norms.index(_SINCE)]
    opens = at == 0 or clauses.kinds[at - 1] in _OPENING
    between = clauses.kinds[at : draft.chunk]
    return opens and ("," in between or _FRONT.match(between) is not None)


def _is_since_event(draft: Draft) -> bool:
    """As in "250 have been killed since the results were announced": a sum, whatever the day."""
    reading = draft.reading
    norms = reading.sentence.norms
    if _SINCE not in norms[draft.last :]:
        return False
    behind = reading.clauses.at_token[norms.index(_SINCE, draft.last)] + 1
    following = reading.clauses.kinds[behind:].lstrip("NPtA")
    return reading.clauses.kinds[behind : behind + 1] == "N" and following[:1] in {"V", "X"}


def _is_state_of_a_day(draft: Draft) -> bool:
    """As in "as of 3 May, 766 have been killed by the junta"; "14 are dead" may be of one act."""
    is_as_of = draft.reading.clauses.front[:2] == _AS_OF and draft.support == "verb"
    return is_as_of and draft.is_by(ON_SIDE_OF_STATES)


def _is_of_war(draft: Draft) -> bool:
    """Whether a war or campaign is what kills, or in which people died."""
    wars = noun_classes()["war"]
    clauses = draft.reading.clauses
    groups = [*draft.causes, *draft.subjects]
    if not draft.subjects and clauses.kinds[draft.chunk] in "VX":
        groups += clauses.subject(draft.chunk)
    groups += groups_behind(clauses.phrases(draft.chunk), "in", "during", "by", "from")
    groups += _told_of_by(draft)
    return clauses.has_head(groups, wars)


def _is_of_a_fight(draft: Draft, dead: int) -> bool:
    """As in "six have been killed in fighting between gangs in Gao, police say": no war.

    Few are dead, and a place or two sides make it one fight.
    """
    clauses = draft.reading.clauses
    fights = groups_behind(clauses.phrases(draft.chunk), "in", "during")
    if not 0 < dead <= _DEAD_OF_A_FIGHT or not clauses.has_head(fights, _FIGHTING):
        return False
    is_placed = any(place.level is not PlaceLevel.COUNTRY for place in draft.places)
    return is_placed or _BETWEEN in draft.reading.vocabulary


def _told_of_by(draft: Draft) -> list[int]:
    """As in "a struggle | during which 800 have been killed": what the clause is said of."""
    clauses = draft.reading.clauses
    opening = clauses.kinds.rfind("PW", 0, draft.chunk)
    if opening < 0 or not {*clauses.kinds[opening + 2 : draft.chunk]} <= {*"NPtA,"}:
        return []
    is_within = clauses.first_words[opening] in _WITHIN
    return clauses.antecedent(opening + 1) if is_within else []


def _broke_out_then(draft: Draft, time: TimeExpression) -> bool:
    """As in "have died in unrest | that flared up on Monday": of one day, and of this week."""
    clauses = draft.reading.clauses
    opening = clauses.kinds.rfind("W", draft.chunk, draft.reading.chunk_of(time))
    return (
        time.basis is DateBasis.WEEKDAY
        and opening > 0
        and clauses.head_words[opening - 1] in noun_classes()["war"]
    )


def _spans_a_period(draft: Draft) -> bool:
    """Whether a length of time stands in the clause: "over the past five years"."""
    return any(
        _is_own(draft, time)
        and not _is_of_rank(draft, time)
        and not _is_distance(draft, time)
        and ((time.type is TimexType.DURATION and not _is_short(time)) or is_period(time))
        for time in draft.reading.times
    )


def _is_distance(draft: Draft, time: TimeExpression) -> bool:
    """As in "have killed six, days after a like attack": how far apart two acts were."""
    behind = draft.reading.chunk_of(time) + 1
    return (
        time.type is TimexType.DURATION
        and draft.reading.clauses.first_words[behind : behind + 1] in _APART
    )


def _is_within_months(draft: Draft) -> bool:
    """As in "15 priests were murdered in ten years", and not "in the first attack in ten years"."""
    reading = draft.reading
    clauses = reading.clauses
    for time in reading.times:
        if time.type is not TimexType.DURATION or _MONTHS.fullmatch(time.value or "") is None:
            continue
        at = reading.chunk_of(time)
        if clauses.kinds[at - 1 : at] != "P" or not _is_own(draft, time):
            continue
        is_span = clauses.first_words[at - 1] in _WITHIN
        if is_span and not _is_of_rank(draft, time):
            return True
    return False


def _is_of_rank(draft: Draft, time: TimeExpression) -> bool:
    """As in "died in the worst violence in twelve years": since when nothing was as bad."""
    norms = draft.reading.sentence.norms
    until = bisect_left(draft.reading.sentence.starts, time.start)
    return any(
        ranks_an_act(norms, at) and norms[at + 1] != "of"  # "most of them in Ghouta"
        for at in range(max(0, until - _RANK_REACH), until)
    )


def _is_own(draft: Draft, time: TimeExpression) -> bool:
    """Whether a time stands in the clause of the trigger, and is not borrowed from another one."""
    reading = draft.reading
    left, right = reading.clauses.clause(draft.chunk)
    kinds, chunks = reading.clauses.kinds, reading.clauses.chunks
    if left and kinds[left - 1] == "W":
        comma = kinds.find(",", draft.chunk, right)
        right = comma if comma > 0 else right
    elif left and (not kinds[:left].strip(_FRONTED) or _opens_with_span(draft)):
        left = 0  # "during the two years of the war, 60 judges have been killed"
    start = reading.sentence.starts[chunks[left].first]
    end = reading.sentence.ends[chunks[min(right, len(chunks)) - 1].last - 1]
    return start <= time.start < end


def _opens_with_span(draft: Draft) -> bool:
    """As in "in the three years that the war has lasted, | 200 have been killed"."""
    clauses = draft.reading.clauses
    start = clauses.start
    opens = clauses.kinds.startswith("P", start) and clauses.first_words[start] in _WITHIN
    comma = clauses.kinds.find(",", start, draft.chunk)
    return opens and clauses.kinds[comma + 1 : comma + 2] == "N"


def is_sum_since(draft: Draft) -> bool:
    """As in "706 people have been killed since the coup": several, and no day makes it one act.

    Not in "killed in the first attack since the vote", which says since when there was none.
    """
    if any(map(is_day, draft.times)) or not any((it.best or 0) > 1 for it in draft.claims):
        return False
    norms, clauses = draft.reading.sentence.norms, draft.reading.clauses
    if "since" not in norms[draft.last : clauses.chunks[clauses.clause(draft.chunk)[1] - 1].last]:
        return False
    at = norms.index("since", draft.last)
    is_event = clauses.kinds[clauses.at_token[at] + 1 :][:1] == "N"
    behind = norms[draft.last : at]
    return is_event and "first" not in behind and not any(map(is_rank, behind))

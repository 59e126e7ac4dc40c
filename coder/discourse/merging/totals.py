"""The total of several acts that are then told one by one.

As in "A wave of attacks left nine dead. In Acapulco four men were shot. In Taxco gunmen killed".

Each of the acts is an incident, and their total a summary: counted beside them it would count their
dead twice (codebook 2.2 and 2.5).
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, islice

from coder.discourse.acts import Act, claims_once
from coder.discourse.counts.wholes import adds
from coder.discourse.merging.conflicts import days_conflict
from coder.discourse.merging.headlines import is_headline
from coder.discourse.merging.serial import is_told_in_turn
from coder.discourse.setting.elaboration import finest, may_lie_within
from coder.discourse.setting.report_period import opens_report
from coder.events.drafts import Claim, Draft
from coder.events.reading import Reading
from coder.events.status.presupposed import ANEW
from coder.lexicon.closed import IN_DURING
from coder.lexicon.words import noun_classes
from coder.text.items import item_of
from coder.values.labels import CasualtyKind, EventType, Scope

_MAX_DISTANCE = 8  # sentences
_PARTS = 2
_WAVES = frozenset({"wave", "string", "spate", "series", "spree", "rash"})
TOTAL = "the acts it sums up are told one by one"


def settle_totals(acts: Sequence[Act]) -> None:
    """Make the total of a series a summary where two or more of its acts are told behind it.

    From the last to the first: a total of some of the acts ("five died in raids in Diyala, four of
    them in Hudaid") is none of the acts of the total before it.
    """
    _settle_title(acts)
    acts = sorted(acts, key=_in_text)  # a title may stand over any of them
    starts = list(map(_in_text, acts))
    _settle_headlines(acts)
    _settle_opening(acts)
    for at, act in reversed(list(enumerate(acts))):
        total = _dead_once(act) if act.is_told_violence else 0
        is_wave = bool(total) and any(map(_tells_wave, act.drafts))
        is_series = is_wave or (bool(total) and any(map(is_of_acts, act.drafts)))
        is_counted = bool(total) and (any(map(counts_acts, act.drafts)) or _opens(acts, at))
        is_both = bool(total) and bool(hurt(act.drafts))
        end = bisect_right(starts, starts[at] + _MAX_DISTANCE)
        near = [other for other in acts[at + 1 : end] if _is_told_behind(act, other)]
        behind = [other for other in near if may_lie_within(other.drafts, act.drafts)]
        if len(behind) >= _PARTS and is_told_in_turn(act, behind):
            sum_up(act.drafts)
            for part in behind:
                part.total = act
                if part.main.type is EventType.KILLING and part.main.frame.tells_outcome:
                    part.main.type, part.main.subtype = act.main.type, act.main.subtype
        if _makes_up_undivided(act, near):
            sum_up(act.drafts)
        if not (is_series or is_counted or is_both):
            continue
        if is_both and _add_up_to_both(act, behind):
            sum_up(act.drafts)
            continue
        parts = [it for it in behind if is_series and (is_wave or not _is_more(it))]
        told = [dead(part.drafts) for part in behind]
        number = max(draft.n_high or 0 for draft in act.drafts)
        is_all = (  # wherever they were, where as many acts are told and their dead add up
            _are_all(told[:number], number, total)
            or _are_all(list(map(_dead_once, near[:number])), number, total)
            if number >= _PARTS
            else is_counted and _add_up(told, total)
        )
        if is_all or _make_up(parts, total, is_wave=is_wave):
            sum_up(act.drafts)
    _name_totals(acts)


def _makes_up_undivided(act: Act, near: Sequence[Act]) -> bool:
    """As in "14 were killed and wounded in attacks", whose dead and hurt are told one by one."""
    number = sum(
        claim.best or 0
        for claim in claims_once(act.drafts)
        if claim.kind is CasualtyKind.CASUALTIES and claim.subset_of is None
    )
    told = [both for part in near if (both := dead(part.drafts) + hurt(part.drafts))]
    return number > 0 and number in list(accumulate(told))[_PARTS - 1 :]


def _opens(acts: Sequence[Act], at: int) -> bool:
    """As in "discussed the murder of six people on Tuesday": told first, and of no town."""
    before = islice(acts, at)
    return all(act.main.status_note == TOTAL for act in before) and finest(acts[at]) is None


def _is_one_like(other: Act, act: Act) -> bool:
    """Whether an act is of the kind of another, and no series of them told as one."""
    return other.main.type is act.main.type and not any(
        draft.scope is Scope.SERIES or (draft.n_high or 0) >= _PARTS for draft in other.drafts
    )


def sum_up(drafts: Iterable[Draft]) -> None:
    """Make drafts the total of acts told one by one."""
    for draft in drafts:
        draft.scope, draft.status_note = Scope.SUMMARY, TOTAL
        draft.n_low = draft.n_high = None


def _name_totals(acts: Sequence[Act]) -> None:
    """Tell each act the total it is in: what has no day of its own happened on that of the sum."""
    for at, act in enumerate(acts):
        if act.main.status_note != TOTAL:
            continue
        for other in acts[at + 1 :]:
            if _may_be_part(act, other) and not _is_more(other):
                other.total = act


def _are_all(told: Sequence[int], number: int, total: int) -> bool:
    """As in "five died in two attacks": as many acts are told next, and their dead add up."""
    return len(told) == number and all(told) and sum(told) == total


def _add_up(told: Sequence[int], total: int) -> bool:
    """As in "eleven died in a series of raids": the first two or more acts add up to it."""
    sums = list(accumulate(told))
    last = sums.index(total) + 1 if total in sums else 0
    return last >= _PARTS and all(told[:last])


def _add_up_to_both(act: Act, behind: Sequence[Act]) -> bool:
    """As in "raids left five dead and four hurt": acts of its kind behind it add up to both."""
    alike = [other for other in behind if other.main.type is act.main.type]
    sums = list(accumulate((_harm(other) for other in alike), _add))
    whole = _harm(act)
    last = sums.index(whole) + 1 if whole in sums else 0
    return last >= _PARTS and all(map(any, map(_harm, alike[:last])))


def _harm(act: Act) -> tuple[int, int]:
    """The dead and the injured by the numbers of an act."""
    return dead(act.drafts), hurt(act.drafts)


def _add(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


def _make_up(parts: Sequence[Act], total: int, *, is_wave: bool) -> bool:
    """Whether most of the total is told act by act, or two acts of what is called a wave."""
    told = [number for part in parts if (number := dead(part.drafts))]
    least = 0 if is_wave else total / 2
    return len(told) >= _PARTS and least < sum(told) <= total


def _is_more(act: Act) -> bool:
    """As in "a further five died", "in a separate incident": these come on top of the series.

    "In the second" is one of it.
    """
    anew = act.drafts[0].reading.vocabulary & ANEW
    is_apart = not anew <= noun_classes()["ordinal"]
    return any(map(adds, killed(act.drafts))) or is_apart


def _settle_headlines(acts: Sequence[Act]) -> None:
    """Make what a headline alone tells of several acts their summary where they are told below.

    As in "Series of attacks sweeps Darfur", "Attacks drive out hundreds".
    """
    for at, act in enumerate(acts):
        if not act.is_told_violence or not all(_is_above(it.reading) for it in act.drafts):
            continue
        if dead(act.drafts) or not any(map(is_of_acts, act.drafts)):
            continue
        behind = [other for other in acts[at + 1 :] if _may_be_part(act, other)]
        is_bare = not any(draft.fillers or draft.places for draft in act.drafts)
        if len(behind) >= _PARTS or (behind and is_bare):
            sum_up(act.drafts)


def _is_above(reading: Reading) -> bool:
    """Whether a sentence is the title, or a line without a full stop above what it heads."""
    return reading.sentence.index < 0 or is_headline(reading)


def _settle_opening(acts: Sequence[Act]) -> None:
    """Make what the opening of a report tells of no town a summary of what its lines tell below.

    As in "During the past day the enemy shelled nine settlements; seven were hurt", above
    "Kupiansk: two were hurt by a drone", also where these do not add up.
    """
    for act in acts:
        told = [draft.reading.sentence for draft in act.drafts]
        text, start = told[0].text, told[0].start
        if not act.is_told_violence or item_of(told[0]) is not None or finest(act) is not None:
            continue
        below = text.find("\n", start)
        parts = [
            it for it in acts if it.is_told_violence and it.main.reading.sentence.start > below
        ]
        number = max(draft.n_low or 0 for draft in act.drafts)
        is_opening = opens_report(text, start, is_counted=_PARTS <= number <= len(parts) + 1)
        if not is_opening or any(it.start > below for it in told):
            continue
        if sum(finest(it) is not None for it in parts) >= _PARTS:
            sum_up(act.drafts)


def _settle_title(acts: Sequence[Act]) -> None:
    """Leave out the number of a title that adds up several acts of the text.

    As in "Bombs kill 11", above a text of nine dead in one town and two in the next.
    """
    for act in acts:
        if not _is_title(act.drafts[0].reading):
            continue
        told = killed(act.drafts)
        total = sum(claim.best or 0 for claim in told if _is_title(claim.reading))
        own = sum(claim.best or 0 for claim in told) - total
        rest = [other for other in acts if other is not act and other.is_told_violence]
        others = [dead(other.drafts) for other in rest]
        alike = sum(dead(it.drafts) for it in rest if _is_one_like(it, act))
        if own and total and total - own in {*filter(None, others), sum(others) or -1, alike or -1}:
            for draft in act.drafts:
                if _is_title(draft.reading):
                    draft.claims = []


def _is_title(reading: Reading) -> bool:
    return reading.sentence.index < 0 or (reading.sentence.index == 0 and is_headline(reading))


def _tells_wave(draft: Draft) -> bool:
    """As in "13 were killed in a wave of violence", "after a string of bombings"."""
    norms = draft.reading.sentence.norms
    return not _WAVES.isdisjoint(draft.reading.vocabulary) and any(
        norm in _WAVES and norms[at + 1 : at + 2] == ("of",) for at, norm in enumerate(norms)
    )


def is_of_acts(draft: Draft) -> bool:
    """Whether several acts are told: a series, or "a wave of attacks" before what came of it."""
    norms = draft.reading.sentence.norms
    return draft.scope is Scope.SERIES or any(
        token < draft.first and norms[token].endswith("s") for token in draft.reading.event_heads
    )


def counts_acts(draft: Draft) -> bool:
    """As in "seven died during two operations": several acts, told behind what came of them."""
    norms, tags = draft.reading.sentence.norms, draft.reading.tags
    kinds, vocabulary = noun_classes()["kinds_of_action"], draft.reading.vocabulary
    if "separate" in vocabulary and any(
        norms[at] == "separate" and tags[at - 1] == "#" for at in range(1, len(norms))
    ):
        return True  # "attacked two separate areas"
    return (
        not kinds.isdisjoint(vocabulary)
        and any(
            tags[before] in "#J"
            or norms[before] == "of"
            # "killed in attacks on"
            or (norms[before] in IN_DURING and norms[before + 1].endswith("s"))
            for before in [at for at, norm in enumerate(norms[1:]) if norm in kinds]
        )
    )


def _in_text(act: Act) -> int:
    """The first sentence of the text that tells an act; that of the title where none does."""
    told = [draft.reading.sentence.index for draft in act.drafts]
    return min((index for index in told if index >= 0), default=-1)


def _may_be_part(act: Act, other: Act) -> bool:
    """Whether an act told behind a series can be one of it: only the place tells them apart."""
    return _is_told_behind(act, other) and may_lie_within(other.drafts, act.drafts)


def _is_told_behind(act: Act, other: Act) -> bool:
    """Whether an act of violence stands near behind another, and no day keeps it from being it."""
    return (
        0 < _in_text(other) - _in_text(act) <= _MAX_DISTANCE
        and other.is_told_violence
        and not days_conflict(act, other)
    )


def killed(drafts: Iterable[Draft]) -> list[Claim]:
    """The claims of an act's drafts that count its dead, neither parts of others nor outdated."""
    return [
        claim
        for claim in claims_once(drafts)
        if claim.kind is CasualtyKind.KILLED and claim.subset_of is None and not claim.is_superseded
    ]


def _dead_once(act: Act) -> int:
    """How many were killed in an act; what a headline and the text both tell is counted once."""
    told: dict[int, int] = {}
    for claim in killed(act.drafts):
        index = claim.reading.sentence.index
        told[index] = told.get(index, 0) + (claim.best or 0)
    return next(iter(told.values())) if len(set(told.values())) == 1 else dead(act.drafts)


def hurt(drafts: Iterable[Draft]) -> int:
    """How many were injured by the numbers of an act's drafts; 0 where they state none."""
    return sum(
        claim.best or 0
        for claim in claims_once(drafts)
        if claim.kind is CasualtyKind.INJURED
        and claim.subset_of is None
        and not claim.is_superseded
    )


def dead(drafts: Iterable[Draft]) -> int:
    """How many were killed by the numbers of an act's drafts; 0 where they state none."""
    return sum(claim.best or 0 for claim in killed(drafts))

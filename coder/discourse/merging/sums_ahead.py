"""The total that a text opens with, when the acts it adds up are told next, each in its own place.

And the one that a text or list ends with: "In all, nine were killed", "TOTAL: 9 dead, 4 hurt".

"Gunmen killed 41 in raids on two villages. In A ... 24 people were killed there. In B another 17
died": the numbers say which acts these are, before anything is joined. The total is a summary
(codebook 2.2), so that no act is taken for a part of it or for another one of its acts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, product

from coder.discourse.acts import Act
from coder.discourse.merging.totals import counts_acts, dead, is_of_acts, sum_up
from coder.discourse.merging.where_it_lies import contains
from coder.events.counts.labels import opens_with_total
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.senses.violence import is_outcome, is_violent
from coder.text.items import Item, item_of
from coder.values.kinds import OF_DAYS, WIDE, WIDE_OR_PROVINCE
from coder.values.labels import CasualtyKind, EventType, Scope
from coder.values.mentions import PlaceMention

_OPENING = 2  # sentences in which a text tells its total
_MAX_DISTANCE = 14  # sentences in which the acts of a total are told
_PAIR = 2
_OUT_OF = frozenset({"of", "among"})
_THESE = frozenset({"these", "them", "those", "which"})
_MORE = frozenset({"others", "another", "more"})
_LEAST = 3  # dead: smaller numbers add up by chance
_MAX_GROUNDS = 4
_SETTLEMENTS = frozenset({"towns", "cities", "villages", "hamlets", "settlements", "communities"})
_SEVERAL = frozenset({"two", "three", "four", "several", "separate", "different", "neighbouring"})


Groups = Sequence[tuple[list[Draft], str]]


@dataclass(slots=True)
class _Ground:
    """One place of a text, with the numbers of dead that are told of it and who tells them."""

    place: PlaceMention
    numbers: list[int] = field(default_factory=list)
    groups: list[list[Draft]] = field(default_factory=list)


def mark_totals(groups: Groups) -> None:
    """Make the total that a text opens with a summary, where its acts are told behind it."""
    _mark_parts_of_sums(groups)
    opening = [drafts for drafts, _ in groups if drafts[0].reading.sentence.index < _OPENING]
    lead = next((drafts for drafts in opening if _tells_total(drafts)), None)
    if lead is None:
        return
    total = dead(lead)
    parts = _parts(groups, lead, total)
    if parts is None:
        return
    for drafts in opening:
        if drafts is lead or (dead(drafts) == total and _is_one_of_violence(drafts)):
            sum_up(drafts)
    for ground in parts:
        told = ground.groups[0]
        if all(draft.support == "dependent" for draft in told):
            told[0].support = "verb"  # "In Yoro 17 villagers died": the total says by what


def _mark_parts_of_sums(groups: Groups) -> None:
    """Make a sum what is a part of one, or comes on top of it, in the sentence behind it.

    As in "62 villagers were killed in August. Of these, 40 died in raids. 14 others were abducted".
    """
    behind = -1  # the sentence a sum goes on in
    for drafts, _ in groups:
        reading = drafts[0].reading
        index = reading.sentence.index
        if any(draft.scope is Scope.SUMMARY and draft.claims for draft in drafts):
            behind = index + 1
        elif index == behind and _goes_on_counting(reading) and not any(map(_has_ground, drafts)):
            sum_up(drafts)
            behind = index + 1


def _goes_on_counting(reading: Reading) -> bool:
    """As in "Of these, 40 ...", "14 others ...", "Another 20 ..."."""
    first, second, *_ = (*reading.sentence.norms, "", "")
    is_part = first in _OUT_OF and second in _THESE
    return is_part or second in _MORE or (first in _MORE and second.isdigit())


def _has_ground(draft: Draft) -> bool:
    """Whether an act has a day or a town of its own."""
    is_day = any(time.precision in OF_DAYS for time in draft.times)
    return is_day or any(place.level not in WIDE_OR_PROVINCE for place in draft.places)


def _tells_total(drafts: Sequence[Draft]) -> bool:
    return (
        _is_one_of_violence(drafts)
        and dead(drafts) >= _LEAST
        and any(is_of_acts(it) or counts_acts(it) or _hits_places(it.reading) for it in drafts)
    )


def _is_one_of_violence(drafts: Sequence[Draft]) -> bool:
    return any(draft.countable and is_violent(draft.type) for draft in drafts)


def _hits_places(reading: Reading) -> bool:
    """As in "raided two settlements", "in three cities"."""
    norms = reading.sentence.norms
    return not _SETTLEMENTS.isdisjoint(reading.vocabulary) and any(
        norm in _SETTLEMENTS and not _SEVERAL.isdisjoint(norms[max(0, at - 3) : at])
        for at, norm in enumerate(norms)
    )


def _parts(groups: Groups, lead: list[Draft], total: int) -> list[_Ground] | None:
    """The first places behind the lead whose dead are the total; null where no two are."""
    grounds = [ground for ground in _grounds(groups, lead, total) if ground.numbers]
    for count in range(2, min(len(grounds), _MAX_GROUNDS) + 1):
        for told in product(*(_may_be(ground) for ground in grounds[:count])):
            if sum(told) == total:
                return grounds[:count]
    return None


def _may_be(ground: _Ground) -> set[int]:
    """How many died in a place: one number told again, or the sum of all."""
    return {ground.numbers[0], max(ground.numbers), sum(ground.numbers)}


def _grounds(groups: Groups, lead: list[Draft], total: int) -> list[_Ground]:
    found: list[_Ground] = []
    now: _Ground | None = None
    start = lead[0].reading.sentence.index
    for drafts, _ in groups:
        reading = drafts[0].reading
        if not start < reading.sentence.index <= start + _MAX_DISTANCE:
            continue
        place = _place_of(drafts)
        if place is not None:
            now = next((it for it in found if _is_same(it.place, place)), None)
            if now is None:
                now = _Ground(place)
                found.append(now)
        number = dead(drafts)
        is_told = any(draft.countable for draft in drafts)
        is_one_side = _are_armed(drafts) in {None, _are_armed(lead)} or _are_armed(lead) is None
        if now is not None and 0 < number < total and is_told and is_one_side:
            now.numbers.append(number)
            now.groups.append(drafts)
    return found


def _are_armed(drafts: Sequence[Draft]) -> bool | None:
    """Whether the dead are fighters or others; null where they are both, or nobody says."""
    told = {
        "armed" in claim.nominal.fillers
        for draft in drafts
        for claim in draft.claims
        if claim.kind is CasualtyKind.KILLED and claim.nominal.actor is not None
    }
    return told.pop() if len(told) == 1 else None


def _is_same(one: PlaceMention, other: PlaceMention) -> bool:
    return one.name == other.name or contains(one, other)


def _place_of(drafts: Sequence[Draft]) -> PlaceMention | None:
    """The first place of an act that is finer than a country."""
    return next(
        (p for draft in drafts for p in draft.places if p.level not in WIDE),
        None,
    )


def ends_list(acts: Sequence[Act], group: Act) -> bool:
    """Whether a group adds up two or more acts told before: by their numbers, or below a list.

    "Total for the week: 5 killed" stands below its items whatever their numbers are, for lists
    leave out what they do not tell in words.
    """
    drafts = group.drafts
    series = [it for it in drafts if it.scope is Scope.SERIES]
    is_cued = opens_with_total(group.main.reading)
    if not ((is_cued or (series and dead(drafts))) and _tells_no_more(drafts, series)):
        return False
    told = [act for act in acts if act.is_told_violence and act.main.countable]
    if is_cued and len(_items_of(told, group)) >= _PAIR:
        return True
    sums = list(accumulate(dead(act.drafts) for act in reversed(told)))
    if is_cued:
        return dead(drafts) in sums[1:]
    number = series[0].n_low or 0  # "The two attacks left three dead"
    return _PAIR <= number <= len(sums) and dead(drafts) == sums[number - 1]


def _tells_no_more(drafts: Sequence[Draft], series: Sequence[Draft]) -> bool:
    """Whether drafts tell what came of acts and no place of one."""
    return not any(place.level not in WIDE for it in drafts for place in it.places) and all(
        is_outcome(it) or it.type is EventType.KILLING or it in series for it in drafts
    )


def _items_of(told: Sequence[Act], group: Act) -> set[Item]:
    """The other items of a list that acts stand in."""
    own = item_of(group.main.reading.sentence)
    items = {item_of(act.main.reading.sentence) for act in told}
    return {item for item in items if item is not None and item != own}

"""One of several acts told together: "a pair of bombings ... The first bomber struck ...".

A series and its parts are one record, whose number is the series' own (codebook 1 and 2.5): the
parts would count its dead again.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from coder.discourse.acts import HARM, ONE_OF_SERIES, Act
from coder.discourse.counts.wholes import adds, make_parts
from coder.discourse.merging.conflicts import days_conflict
from coder.discourse.setting.elaboration import finest, may_lie_in
from coder.events.drafts import Draft
from coder.events.roles.nominals import Nominal
from coder.events.senses.violence import is_violent
from coder.lexicon.words import noun_classes
from coder.rules.model import DOING_ROLES
from coder.values.kinds import ATTACK_OR_KILLING
from coder.values.labels import CasualtyKind, EventType, PlaceLevel, Scope
from coder.values.mentions import PlaceMention

_MAX_DISTANCE = 4  # sentences
_RANKS = frozenset({"first", "one", "other", "another", "last", "final"})
_PERSONS = frozenset({"man", "woman", "boy", "girl", "youth", "teenager"})
_MINUTES = frozenset({"minutes", "seconds", "moments", "minute", "instants"})
_LATER = frozenset({"later", "after", "afterwards"})
_SOON = frozenset({"shortly", "immediately", "simultaneously"})
_ALONE, _ONE = "alone", "one"


def is_one_of_series(act: Act, group: Act) -> bool:
    """Whether a group ranks what it tells among the acts of a series told shortly before."""
    old, new = act.main, group.main
    return (
        act.drafts[0].reading.sentence.index < new.reading.sentence.index
        and new.reading.sentence.index - act.sentence <= _MAX_DISTANCE
        and _is_of_kind(old, new)
        and old.countable
        and new.countable
        and (_is_of_place_alone(group) or _is_ranked_in(act, group))
        and not days_conflict(act, group)
        and all(_may_be_there(place, area) for place in _places(group) for area in _places(act))
    )


def _is_ranked_in(act: Act, group: Act) -> bool:
    """Whether a group is said to be one of the acts of a series."""
    is_series = act.main.scope is Scope.SERIES or _is_by_several(act)
    return (is_series or _is_minutes_later(act, group)) and any(map(_is_ranked, group.drafts))


def _is_of_place_alone(group: Act) -> bool:
    """As in "30 died in Melia alone": some of all those told before."""
    return any(
        draft.reading.sentence.norms[place.last : place.last + 1] == (_ALONE,)
        for draft in group.drafts
        for place in draft.places
    )


def is_told_beside(acts: Sequence[Act], act: Act, group: Act) -> bool:
    """As in "Bombs in Togo killed nine. One in Lomé killed six. Another in Kara killed three".

    Where the series names no town and one of it is told as an act of its town, so is the next; and
    so is one whose dead come on top ("Six were also killed in another strike"), and the first of
    those of a series that counts nobody, and the one whose dead make up those of the series.
    """
    if _makes_up(acts, act, group):
        return True
    if finest(act) is None and finest(group) is not None and not _counts_harm(act):
        return _counts_harm(group)
    return (_comes_on_top(act, group) and not any(map(_is_in_known, group.drafts))) or (
        finest(act) is None
        and finest(group) is not None
        and any(
            other is not act
            and other.is_told_violence
            and finest(other) is not None
            and other.drafts[0].reading.sentence.index > act.drafts[0].reading.sentence.index
            for other in acts
        )
    )


def _makes_up(acts: Sequence[Act], act: Act, group: Act) -> bool:
    """As in "Nine died in two raids. Five men were shot. Four nurses died in another"."""
    told = [
        _dead(other)
        for other in acts
        if other is not act and other.is_told_violence and other.sentence > act.sentence
    ]
    own, total = _dead(group), _dead(act)
    return bool(told and own and all(told)) and sum(told) + own == total


def _dead(act: Act) -> int:
    return sum(
        claim.best or 0
        for draft in act.drafts
        for claim in draft.claims
        if claim.kind is CasualtyKind.KILLED and claim.subset_of is None
    )


def _counts_harm(act: Act) -> bool:
    return any(claim.kind in HARM for draft in act.drafts for claim in draft.claims)


def _comes_on_top(act: Act, group: Act) -> bool:
    counted = {claim.kind for draft in act.drafts for claim in draft.claims if claim.best}
    return any(
        claim.kind in HARM and claim.kind in counted and adds(claim)
        for draft in group.drafts
        for claim in draft.claims
    )


def _is_by_several(act: Act) -> bool:
    """As in "two suicide bombers", "three car bombs": as many blasts."""
    return any(
        filler.role in DOING_ROLES
        and filler.nominal.quantity is not None
        and (filler.nominal.quantity.best or 0) > 1
        and _does_one_act(draft, filler.nominal.head)
        for draft in act.witnesses
        for filler in draft.fillers
    )


def _is_minutes_later(act: Act, group: Act) -> bool:
    """As in "Twenty minutes later a second bomb went off": two blasts of one attack.

    Not where both count their dead, or their wounded: then each is told for itself.
    """
    words = group.main.reading.vocabulary
    is_soon = not words.isdisjoint(_MINUTES) and not words.isdisjoint(_LATER)
    if act.main.type is not group.main.type or not (is_soon or not words.isdisjoint(_SOON)):
        return False
    kinds = [
        {claim.kind for draft in part.witnesses for claim in draft.claims} for part in (act, group)
    ]
    return kinds[0].isdisjoint(kinds[1])


def _does_one_act(draft: Draft, token: int) -> bool:
    norm = draft.reading.sentence.norms[token]
    return norm in noun_classes()["attacker"] or norm in noun_classes()["munition"]


def count_as_parts(act: Act, group: Act) -> None:
    """Make the numbers of one act parts of those of the series, where the series has its place.

    Where the series has no number of its own, those of its acts add up.
    """
    has_place = finest(act) is not None
    told = [claim for draft in act.drafts for claim in draft.claims if claim.subset_of is None]
    wholes = [claim for claim in told if not claim.is_of_one]
    counted = {claim.kind for claim in wholes}
    for draft in group.drafts:
        draft.places = [] if has_place else draft.places
        make_parts(draft.claims, wholes)
        for claim in draft.claims:
            claim.is_of_one = claim.subset_of is None and claim.kind not in counted


def _may_be_there(place: PlaceMention, area: PlaceMention) -> bool:
    """Whether a part may be where the series is: no other town, but a quarter of it."""
    levels = {place.level, area.level}
    is_other = levels == {PlaceLevel.PLACE} and place.name != area.name
    return not (is_other and place.admin1 is not None) and may_lie_in(place, area)


def _places(act: Act) -> list[PlaceMention]:
    """Where an act was, by its own words: not where the parts were that were joined to it."""
    told = zip(act.drafts, act.reasons, strict=True)
    return [place for draft, why in told if why != ONE_OF_SERIES for place in draft.places]


def _is_of_kind(old: Draft, new: Draft) -> bool:
    """A bomber strikes in a series of bombings, also where the words say no more than "killed"."""
    kinds = {old.type, new.type}
    return len(kinds) == 1 or (
        all(map(is_violent, kinds)) and not kinds.isdisjoint(ATTACK_OR_KILLING)
    )


def _is_ranked(draft: Draft) -> bool:
    """As in "the first blast", "a second bomber", "the other device"."""
    norms = draft.reading.sentence.norms
    ranks = _ranks()
    if ranks.isdisjoint(draft.reading.vocabulary):
        return False
    heads = noun_classes()["retold_act"] | ranks | _PERSONS
    return any(
        not ranks.isdisjoint(norms[first:last]) and norms[last - 1] in heads
        for first, last in _groups(draft)
    ) or any(not ranks.isdisjoint(norms[whom.first : whom.last]) for whom in _went_off(draft))


def _is_in_known(draft: Draft) -> bool:
    """As in "nineteen more died in the second": in one of those told before."""
    norms = draft.reading.sentence.norms
    return any(norms[first] == "the" for first, _ in _in_which(draft))


def is_told_in_turn(act: Act, behind: Sequence[Act]) -> bool:
    """As in "Two mines exploded. The first killed three at A and the second wounded five at B".

    Nobody is counted for all of them, and two of them or more are told as acts of their places.
    """
    if _counts_harm(act) or not (act.main.scope is Scope.SERIES or _is_by_several(act)):
        return False
    return sum(any(map(_is_told_as_one, other.drafts)) for other in behind) > 1


def _is_told_as_one(draft: Draft) -> bool:
    """As in "The second killed six at B", "In another, masked men shot a driver in C"."""
    norms, clauses = draft.reading.sentence.norms, draft.reading.clauses
    ranked = [norms[first:last] for first, last in _groups(draft)]
    if clauses.kinds.startswith("PN", clauses.start) and clauses.front[0] == "in":
        chunk = clauses.chunks[clauses.start + 1]
        ranked.append(norms[chunk.first : chunk.last])
    return any(words == (_ONE,) or not _ranks_among().isdisjoint(words) for words in ranked)


def _went_off(draft: Draft) -> Iterator[Nominal]:
    """What did the harm: "a second car laden with explosives", "a second car blew up"."""
    for filler in draft.by_role("instrument"):
        if filler.nominal.weapon is not None:
            yield filler.nominal
    if draft.type is EventType.BOMBING:
        for number in draft.subjects:
            nominal = draft.reading.nominal(number)
            if "vehicle" in nominal.fillers:
                yield nominal


@cache
def _ranks() -> frozenset[str]:
    return noun_classes()["ordinal"] | _RANKS


@cache
def _ranks_among() -> frozenset[str]:
    return _ranks() - {_ONE}  # "one strike hit a bridge"


def _groups(draft: Draft) -> Iterator[tuple[int, int]]:
    if draft.construction == "nominal":
        chunk = draft.reading.clauses.chunks[draft.chunk]
        yield chunk.first, chunk.last
    for filler in draft.fillers:
        if filler.role in DOING_ROLES:
            yield filler.nominal.first, filler.nominal.last
    for number in draft.subjects:
        chunk = draft.reading.clauses.chunks[number]
        yield chunk.first, chunk.last
    yield from _in_which(draft)


def _in_which(draft: Draft) -> Iterator[tuple[int, int]]:
    """As in "In the first four men died", "a boy died in the second": what came of one of them."""
    clauses = draft.reading.clauses
    if not draft.frame.tells_outcome or draft.places or draft.by_role("perpetrator"):
        return  # "In one, gunmen shot dead a driver in A": told as an act of its own
    left, right = clauses.clause(draft.chunk)
    at = clauses.kinds.find("PN", left, right)
    while at >= 0:
        group = clauses.chunks[at + 1]
        if clauses.first_words[at] == "in":
            yield group.first, group.last
        at = clauses.kinds.find("PN", at + 1, right)

"""Whether two acts count the same people, by the numbers alone."""

from coder.discourse.acts import Act, claims_once
from coder.events.drafts import Claim, Draft, place_names
from coder.events.roles.names import is_person_name, name_words
from coder.lexicon.closed import MORE_OTHERS
from coder.values.labels import CasualtyKind, PlaceLevel

_FEW = 4
_ANYBODY = frozenset(
    {"people", "persons", "victims", "bodies", "dead", "others", "men", "women", "civilians"}
)


def victims(act: Act) -> set[tuple[CasualtyKind, int]]:
    """The numbers above one that an act counts, by kind; no rest of a row ("and two others").

    Nor some of those it counts: three "of the dead" are not the three of another act.
    """
    told = [(draft, claim) for draft in act.witnesses for claim in draft.claims]
    return {
        (claim.kind, claim.best)
        for draft, claim in told
        if claim.best is not None
        and claim.best > 1
        and not _is_rest(claim, draft)
        and not (
            claim.is_partitive
            and any(it.kind is claim.kind and (it.best or 0) > claim.best for _, it in told)
        )
    }


def _is_rest(claim: Claim, draft: Draft) -> bool:
    """As in "murdering a party leader and two other supporters": three in all, and not two."""
    return not MORE_OTHERS.isdisjoint(
        claim.reading.sentence.norms[claim.first : claim.last]
    ) and any(
        it.kind is claim.kind and it.reading is claim.reading and it.first < claim.first
        for it in draft.claims
    )


def same_victims(act: Act, group: Act) -> bool:
    """Whether both count one number of one kind, the one by its parts or by the names of all."""
    old, new = victims(act), victims(group)
    if _counts_others(act, group):
        return False
    return bool(
        old & new
        or old & _names_counted(group)
        or new & _names_counted(act)
        or counts_parts(act, group)
    )


def _counts_others(act: Act, group: Act) -> bool:
    """As in "three dead and five hurt" and "three dead and 22 hurt in A": another place's."""
    old, new = victims(act), victims(group)
    kinds = {kind for kind, _ in old} & {kind for kind, _ in new}
    differ = {kind for kind in kinds if {it for it in old if it[0] is kind}.isdisjoint(new)}
    there = place_names(group.witnesses)
    return bool(differ) and bool(there) and there.isdisjoint(place_names(act.witnesses))


def are_few_others(act: Act, group: Act) -> bool:
    """As in "two cousins were taken" and "on 1 May rebels took two passengers near A": not they.

    A small number proves little where doer, place and day are told anew and the people have other
    names.
    """
    shared = victims(act) & victims(group)
    drafts = group.drafts
    if any(number > _FEW for _, number in shared) or not (
        any(draft.by_role("perpetrator") for draft in drafts)
        and any(draft.times for draft in drafts)
        and any(draft.places for draft in drafts)
    ):
        return False
    if not place_names(act.witnesses).isdisjoint(place_names(group.witnesses)):
        return False
    old, new = _called(act, shared), _called(group, shared)
    is_called_else = old.isdisjoint(new) or (_has_town(act) and _has_town(group))
    return is_called_else and _ANYBODY.isdisjoint(old | new)


def _has_town(act: Act) -> bool:
    """Whether a town is told that a list has: "two rebels in A ... two rebels in B on Saturday"."""
    return any(
        place.level is PlaceLevel.PLACE and place.iso3
        for it in act.witnesses
        for place in it.places
    )


def _called(act: Act, shared: set[tuple[CasualtyKind, int]]) -> set[str]:
    """The nouns for those counted; of those taken for known, what anybody is called."""
    return {
        "people" if claim.nominal.is_definite else claim.head_word
        for draft in act.witnesses
        for claim in draft.claims
        if (claim.kind, claim.best) in shared
    }


def counts_parts(act: Act, group: Act) -> bool:
    """As in "killed 15" and "four women, eight men and three children died"."""
    return bool(victims(act) & _sums(group) or victims(group) & _sums(act))


def _sums(act: Act) -> set[tuple[CasualtyKind, int]]:
    """What the parts told in one sentence come to: "four women, eight men and three children"."""
    told: dict[tuple[int, CasualtyKind], list[int]] = {}
    for claim in claims_once(act.witnesses):
        if claim.best:
            told.setdefault((id(claim.reading), claim.kind), []).append(claim.best)
    return {(kind, sum(parts)) for (_, kind), parts in told.items() if len(parts) > 1}


def _names_counted(act: Act) -> set[tuple[CasualtyKind, int]]:
    """How many named persons an act harmed, by kind: "two reporters" may be "A and B"."""
    named: dict[CasualtyKind, set[frozenset[str]]] = {}
    for draft in act.witnesses:
        for claim in draft.claims:
            if claim.best == 1 and is_person_name(claim.nominal):
                words = name_words(claim.reading, claim.nominal)
                named.setdefault(claim.kind, set()).add(words)
    return {(kind, len(words)) for kind, words in named.items() if len(words) > 1}

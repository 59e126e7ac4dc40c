"""Which claims tell again of people counted before: each number of people stands once."""

from coder.discourse.counts.died_since import has_died_since
from coder.discourse.counts.wholes import (
    adds,
    counts_bodies,
    end_of_counted,
    is_of_injured,
    may_die_of,
    victim_type,
)
from coder.events.counts.fate_words import HURT_KINDS
from coder.events.drafts import Claim, Draft
from coder.events.roles.names import is_one_name, is_person_name, name_words
from coder.lexicon.words import noun_classes
from coder.values.kinds import INSURGENTS, PLAIN_PEOPLE, STATE_FORCES
from coder.values.labels import ActorType, CasualtyKind, Qualifier

_SUSPECTS = frozenset({ActorType.CRIMINAL_GROUP, ActorType.CIVILIANS})
_FULL_STOPS = frozenset({".", '"', "!", "?", ")"})

_ALL_OF = frozenset({("all",), ("the",), ("both",)})


def without_repeats(
    claims: list[tuple[Draft, Claim]], known: set[int]
) -> list[tuple[Draft, Claim]]:
    """Each number once: of two tellings the one that says who they were.

    ``known``: the ids of drafts that count nobody but those counted before.
    """
    kept: list[tuple[Draft, Claim]] = []
    for draft, claim in claims:
        if claim.subset_of is not None and not any(item is claim.subset_of for _, item in kept):
            continue
        if claim.best is None and any(_counts_with(item, claim) for _, item in claims):
            continue
        if _sums_up(claim, kept) or _is_old(draft, claim, kept):
            continue
        if id(draft) in known and _was_told_dead(claim, kept):
            continue
        at = next(
            (
                number
                for number, told in enumerate(kept)
                if (
                    _repeats(draft, claim, *told)
                    or (id(draft) in known and _counts_the_same(claim, told[1]))
                )
                and not _were_only_hurt(claim, told[1], kept)
            ),
            None,
        )
        if at is not None and (hurt := _hurt_before(claim, kept)) is not None:
            claim.subset_of, claim.is_superseded = hurt, True
            kept.append((draft, claim))
        elif at is None:
            kept.append((draft, claim))
        elif (
            _says_more(claim, kept[at][1])
            or (claim.best == kept[at][1].best is not None and _has_parts(claim, claims))
        ) and not _has_parts(kept[at][1], kept):
            kept[at] = (draft, claim)
        elif claim.is_total and claim.best == kept[at][1].best:
            kept[at][1].is_total = True  # "killed six ... bringing the toll to six"
    return kept


def _is_old(draft: Draft, claim: Claim, kept: list[tuple[Draft, Claim]]) -> bool:
    """Whether a number that another one has replaced is as great as that one."""
    return (
        claim.is_superseded
        and claim.subset_of is None
        and any(_repeats(draft, claim, *told) for told in kept)
    )


def _sums_up(claim: Claim, kept: list[tuple[Draft, Claim]]) -> bool:
    """As in "the bodies of five men and a girl; all six had been strangled": those told before."""
    whom = claim.nominal
    words = claim.reading.sentence.norms[whom.first : whom.last]
    if words[:1] not in _ALL_OF or "number" not in whom.fillers or claim.best is None:
        return False
    told = [
        item.best or 0
        for _, item in kept
        if item.kind is claim.kind and item.subset_of is None and not item.is_superseded
    ]
    return sum(told) == claim.best


def _was_told_dead(claim: Claim, kept: list[tuple[Draft, Claim]]) -> bool:
    """As in "killed a lawyer. Ali Haddad, 51, was hit by two bullets": how the one dead was hit."""
    dead = [item for _, item in kept if item.kind is CasualtyKind.KILLED]
    return (
        claim.kind in HURT_KINDS
        and claim.best == 1
        and bool(dead)
        and all(item.best == 1 for item in dead)
        and claim.reading is not dead[0].reading
    )


def _has_parts(claim: Claim, claims: list[tuple[Draft, Claim]]) -> bool:
    """As in "nine members of a family, including four children"."""
    return any(item.subset_of is claim for _, item in claims)


def _counts_with(earlier: Claim, claim: Claim) -> bool:
    """As in "31 men, women and children": the number counts all of them."""
    return (
        claim.kind is earlier.kind
        and claim.reading is earlier.reading
        and claim.best is None
        and earlier.last < claim.last <= end_of_counted(earlier)
    )


def _hurt_before(claim: Claim, kept: list[tuple[Draft, Claim]]) -> Claim | None:
    """As in "two were killed. Four were hit, two of whom died": who counts dead told before."""
    if claim.kind is not CasualtyKind.KILLED or not (claim.is_partitive or claim.origin):
        return None
    for _, earlier in reversed(kept):
        if earlier.kind is CasualtyKind.INJURED and may_die_of(claim, earlier):
            return earlier
    return None


def _were_only_hurt(claim: Claim, earlier: Claim, kept: list[tuple[Draft, Claim]]) -> bool:
    """As in "killed a trader and wounded a boy. The boy died", "one of the wounded died".

    Whether who died since is somebody else than those told dead before.
    """
    if is_of_injured(claim):
        return not earlier.is_partitive
    hurt = [item for _, item in kept if item.kind in HURT_KINDS]
    if claim.best == earlier.best == 1 and all("pronoun" in it.nominal.fillers for it in hurt):
        return False  # "killed a man ... wounding him in the face. The victim was declared dead"
    return claim.head_word != earlier.head_word and has_died_of_wounds(claim, kept)


def has_died_of_wounds(claim: Claim, claims: list[tuple[Draft, Claim]]) -> bool:
    """Whether somebody who was told to be wounded is dead since."""
    return any(has_died_since(claim, earlier) for _, earlier in claims)


def _counts_the_same(claim: Claim, earlier: Claim) -> bool:
    """As in "lynched two reservists ... beat the two men to death".

    Nor are the dead wounded besides: "killed two pilgrims. Both pilgrims were hit in the chest".
    """
    is_of_dead = (
        claim.kind in HURT_KINDS
        and earlier.kind is CasualtyKind.KILLED
        and claim.nominal.is_definite
    )
    return (
        (claim.kind is earlier.kind or is_of_dead)
        and claim.reading is not earlier.reading
        and claim.subset_of is None
        and not (claim.is_listed and earlier.is_listed)
        and claim.best in {earlier.best, None}
        and not _is_other_part(claim, earlier)
    )


def _is_other_part(claim: Claim, earlier: Claim) -> bool:
    """As in "four of the soldiers were burned; four more militants": some of those, and others."""
    return earlier.is_partitive and not (claim.is_partitive or claim.nominal.is_definite)


def _says_more(claim: Claim, earlier: Claim) -> bool:
    if claim.kind is not earlier.kind:
        return False
    if claim.is_total and not earlier.is_total:
        return claim.best == earlier.best
    return (
        claim.best == earlier.best
        and victim_type(earlier) is ActorType.UNKNOWN
        and victim_type(claim) is not ActorType.UNKNOWN
    )


def _repeats(draft: Draft, claim: Claim, earlier_draft: Draft, earlier: Claim) -> bool:
    """The same number of the same kind of people told again, or a vaguer word for them."""
    is_other = claim.kind is not earlier.kind or (claim.is_listed and earlier.is_listed)
    if is_other or claim.subset_of is not None:
        return False
    if draft.reading is earlier_draft.reading:
        told = claim.origin or claim.nominal
        # "the bodies of six people killed", "counted 70 bodies after gunmen had killed 70 farmers"
        is_inside = earlier.first <= claim.first < earlier.last or (
            claim.first <= earlier.first < claim.last
        )
        if claim.best == earlier.best and (
            is_inside or counts_bodies(claim) != counts_bodies(earlier)
        ):
            return True
        return claim.first == earlier.first or (
            claim.origin is not None
            and (told.chunk == earlier.nominal.chunk or claim.best == earlier.best == 1)
        )
    are_known = _are_those_others(claim, earlier)
    if not are_known and (
        adds(claim) or _is_other_part(claim, earlier) or not _may_be_them(claim, earlier)
    ):
        return False
    if claim.best is None:
        return (
            counts_bodies(claim)
            or claim.nominal.is_definite
            or claim.low is None
            or claim.low <= (earlier.low or 0)
        )
    return claim.best == earlier.best


def _are_those_others(claim: Claim, earlier: Claim) -> bool:
    """As in "hurt a further nine. The other nine were treated": told as more before."""
    norms, first = claim.reading.sentence.norms, claim.nominal.first
    is_known = norms[first : first + 2] == ("the", "other")
    return is_known and claim.best is not None and claim.best == earlier.best


def _may_be_them(claim: Claim, earlier: Claim) -> bool:
    return same_people(claim, earlier) or _means_them(claim, earlier)


def _is_named(one: Claim, other: Claim) -> bool:
    """As in "killed a gendarmerie officer. ... killed Colonel Aziz": one person, once by name."""
    is_first_named, is_second_named = (is_person_name(claim.nominal) for claim in (one, other))
    return one.best == other.best == 1 and is_first_named is not is_second_named


def _means_them(claim: Claim, earlier: Claim) -> bool:
    """As in "two policemen ... both men are in hospital", "the injured driver": told before."""
    return (
        claim.nominal.is_definite
        and claim.best == earlier.best
        and _is_of_attackers(claim) is _is_of_attackers(earlier)
        and (claim.head_word == earlier.head_word or victim_type(claim) in PLAIN_PEOPLE)
    )


def same_people(one: Claim, other: Claim) -> bool:
    """Whether two claims may count the same people: "12 people" and "nine soldiers" may.

    Attackers and those they hit, or "72 migrants" and "a marine", are not the same.
    """
    if _is_of_attackers(one) is not _is_of_attackers(other):
        return False
    if is_person_name(one.nominal) and is_person_name(other.nominal):
        mine, theirs = (name_words(claim.reading, claim.nominal) for claim in (one, other))
        if is_one_name(mine, theirs):
            return True  # "Judge Diallo", "Diallo"
    kinds = {victim_type(one), victim_type(other)}
    return (
        len(kinds) == 1
        or any(_is_general(claim) for claim in (one, other))
        or _is_called_the_same(one, other)
        or _is_called_in_part(one, other)
        or (
            kinds <= STATE_FORCES
            and (
                any(map(_are_of_security, (one, other)))
                or _is_named(one, other)
                or _is_in_headline(one, other)
            )
        )
        or (kinds == _SUSPECTS and _is_in_headline(one, other))
        or (kinds == INSURGENTS and not all(map(_is_of_known_group, (one, other))))
    )


def _is_in_headline(one: Claim, other: Claim) -> bool:
    """As in the headline "Six soldiers hurt" over "six policemen": as many, more exactly told.

    Also "Six thieves lynched" over "six men accused of theft were lynched".
    """
    return one.best == other.best and any(
        it.index < 0 or (not it.index and it.words[-1] not in _FULL_STOPS)
        for it in (one.reading.sentence, other.reading.sentence)
    )


def _is_called_the_same(one: Claim, other: Claim) -> bool:
    """As in the headline "Inspector, pupil shot" over "a police inspector": more is said of one."""
    return one.best == other.best == 1 and one.head_word == other.head_word


def _is_called_in_part(one: Claim, other: Claim) -> bool:
    """As in "beat student demonstrators. Four students were killed": the noun stood before."""
    norms = other.reading.sentence.norms
    words = norms[other.nominal.first : other.nominal.head]
    return other.qualifier is Qualifier.PLURAL and one.head_word.removesuffix("s") in words


def _is_of_known_group(claim: Claim) -> bool:
    """As in "five Taliban fighters", where "three militants" may be of any group."""
    return claim.nominal.actor is not None and claim.nominal.actor.actor_id is not None


def _are_of_security(claim: Claim) -> bool:
    """As in "ten security men": police, troops or both."""
    return "security" in claim.reading.sentence.norms[claim.first : claim.last]


def _is_of_attackers(claim: Claim) -> bool:
    return claim.is_of_doers or claim.head_word in noun_classes()["attacker"]


def _is_general(claim: Claim) -> bool:
    """Whether the words leave open who they were: a number alone, "people", "victims"."""
    kind = victim_type(claim)
    if end_of_counted(claim):
        return True
    if kind is ActorType.CIVILIANS:
        head = claim.head_word
        return head in noun_classes()["elliptical"] or head in noun_classes()["harmed"]
    return kind in PLAIN_PEOPLE

"""Some of the people of a number, called by their age, nation or rank: "a sixth died"."""

from collections.abc import Iterable

from coder.events.drafts import Claim, Draft
from coder.lexicon.closed import A_OR_ANOTHER
from coder.lexicon.words import noun_classes
from coder.mentions.times.words import word_table

ANYONE = frozenset({"people", "persons", "person", "others", "dead", "lives"})
_BY_AGE = frozenset({"women", "children", "girls", "boys", "infants", "babies", "minors"})
_SECOND = "second"  # a length of time as well, so the table of times has no value for it


def are_some_by_kind(claim: Claim, earlier: Claim, claims: Iterable[tuple[Draft, Claim]]) -> bool:
    """As in "killing 38 people. Eleven women died", "Three Mexican citizens were killed".

    A later sentence counts fewer of a narrower kind; that others are meant, its words would say.
    ``claims``: what was counted before, for "three Mexicans were killed and six wounded".
    """
    return (
        claim.kind is earlier.kind
        and claim.reading is not earlier.reading
        and earlier.subset_of is None
        and 0 < (claim.best or 0) < (earlier.best or 0)
        and _are_anyone(earlier)
        and (_are_of_age(claim) or _are_of_nation(claim) or _stand_beside(claim, claims))
    )


def _are_anyone(claim: Claim) -> bool:
    """Whether people are counted whatever they are; also "20 people dead and 26 injured"."""
    return claim.head_word in ANYONE or (claim.is_beside and _is_bare(claim))


def _is_bare(claim: Claim) -> bool:
    return claim.nominal.actor is None and "number" in claim.nominal.fillers


def _are_of_age(claim: Claim) -> bool:
    """Women or children; men are told apart by their age beside those only."""
    head = claim.head_word
    return head in _BY_AGE or (head == "men" and not _BY_AGE.isdisjoint(claim.reading.vocabulary))


def _are_of_nation(claim: Claim) -> bool:
    """Plain people of a country: no soldiers, whom the number before may have left out."""
    actor = claim.nominal.actor
    is_plain = actor is not None and actor.is_civilian is not False
    return is_plain and actor is not None and actor.nationality is not None


def _stand_beside(claim: Claim, claims: Iterable[tuple[Draft, Claim]]) -> bool:
    """A bare number beside people of a country: "three Mexicans were killed and six wounded"."""
    return _is_bare(claim) and any(
        other.reading is claim.reading and other.subset_of is not None and _are_of_nation(other)
        for _, other in claims
    )


def rank_of(claim: Claim) -> int:
    """As in "a sixth", "a third child": which of the people told it is; 0 where no rank is told."""
    norms = claim.reading.sentence.norms
    if claim.best != 1 or norms[claim.first] not in A_OR_ANOTHER:
        return 0
    ranks = noun_classes()["ordinal"]
    told = next((norm for norm in norms[claim.first + 1 : claim.last] if norm in ranks), None)
    if told is None:
        return 0
    value = 2 if told == _SECOND else word_table()[told][1]
    return value if isinstance(value, int) else 0


def is_last_of(claim: Claim, earlier: Claim) -> bool:
    """As in "Six soldiers died. Five were killed at once and a sixth later": one of the six.

    With a noun ("a third child") only of as many: others may have been no children.
    """
    rank = rank_of(claim)
    is_bare = claim.head_word in noun_classes()["ordinal"]
    return (
        0 < rank <= (earlier.best or 0)
        and (is_bare or rank == earlier.best)
        and claim.kind is earlier.kind
        and claim.reading is not earlier.reading
        and earlier.subset_of is None
        and not earlier.is_superseded
    )

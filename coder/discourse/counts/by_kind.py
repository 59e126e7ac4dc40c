"""Some of the people of a number, called by their age or nation: "three Mexicans were killed"."""

from collections.abc import Iterable

from coder.events.drafts import Claim, Draft

ANYONE = frozenset({"people", "persons", "person", "others", "dead", "lives"})
_BY_AGE = frozenset({"women", "children", "girls", "boys", "infants", "babies", "minors"})


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

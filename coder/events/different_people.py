"""Two acts of one sentence that befell different people."""

from coder.events.drafts import Draft
from coder.events.names import is_person_name
from coder.values.labels import EventType


def victims(draft: Draft) -> set[int]:
    """The chunks of those of the sentence whom something befell."""
    return {claim.nominal.chunk for claim in draft.claims if claim.reading is draft.reading}


def befell_others(one: Draft, other: Draft) -> bool:
    """As in "the murder of the judge A and the kidnapping of the mayor B": nobody suffered both."""
    if (one.type is EventType.ABDUCTION) is (other.type is EventType.ABDUCTION):
        return False
    harmed = [
        {
            (item.nominal.first, is_person_name(item.nominal))
            for item in draft.fillers
            if item.effect
        }
        for draft in (one, other)
    ]
    return (
        all(harmed)
        and all(is_named for row in harmed for _, is_named in row)
        and harmed[0].isdisjoint(harmed[1])
    )


def says_who_was_taken(one: Draft, other: Draft) -> bool:
    """As in "12 were killed in the search for two men who were abducted in May": of others."""
    clauses = one.reading.clauses
    taken = max(one, other, key=lambda draft: draft.type is EventType.ABDUCTION)
    rest = other if taken is one else one
    is_relative = taken.support == "verb" and clauses.kinds[taken.chunk - 1] == "W"
    return (
        is_relative
        and taken.type is EventType.ABDUCTION is not rest.type
        and bool(taken.times or taken.places)
        and bool(victims(taken))
        and victims(taken).isdisjoint(victims(rest))
    )

"""Two acts of one sentence that befell different people."""

from coder.events.drafts import Draft
from coder.events.roles.names import is_person_name
from coder.lexicon.closed import HIS_HER_THEIR, KNOWN, THE_THIS_THAT
from coder.lexicon.words import noun_classes
from coder.values.events import class_of
from coder.values.kinds import STATE_FORCES
from coder.values.labels import EventClass, EventType

_WHOSE = "whose"
_RAPE = EventType.SEXUAL_VIOLENCE
_OF_THOSE = frozenset(
    {"they", "he", "she", "it", "them", "others", "another", "one", "both", "all"}
)


def victims(draft: Draft) -> set[int]:
    """The chunks of those of the sentence whom something befell."""
    return {claim.nominal.chunk for claim in draft.claims if claim.reading is draft.reading}


def befell_others(one: Draft, other: Draft) -> bool:
    """As in "the murder of the judge A and the kidnapping of the mayor B": nobody suffered both."""
    return are_raped_besides(one, other) or _are_named_apart(one, other)


def are_raped_besides(one: Draft, other: Draft) -> bool:
    """As in "shot two men and raped a nurse": rape is a record of its own, where they are others.

    "Raped two women and killed their husbands", "and killed one of them" is one act.
    """
    if (one.type is _RAPE) is (
        other.type is _RAPE
    ) or not one.construction == other.construction == "active":
        return False
    hit = [[it for it in draft.fillers if it.via == "object"] for draft in (one, other)]
    words = {one.reading.sentence.norms[it.nominal.first] for row in hit for it in row}
    if not all(hit) or any("pronoun" in it.nominal.fillers for row in hit for it in row):
        return False
    chunks = [{it.nominal.chunk for it in row} for row in hit]
    return HIS_HER_THEIR.isdisjoint(words) and chunks[0].isdisjoint(chunks[1])


def _are_named_apart(one: Draft, other: Draft) -> bool:
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


def befell_his_own(one: Draft, other: Draft) -> bool:
    """As in "a farmer whose brother had been kidnapped in March was killed": before, to another."""
    his, rest = (one, other) if _is_of_his_own(one) else (other, one)
    return _is_of_his_own(his) and not _is_of_his_own(rest) and not _is_before(rest)


def _is_of_his_own(draft: Draft) -> bool:
    """Whether "whose brother" suffered it, at a time told with it, or before the rest."""
    clauses = draft.reading.clauses
    if _WHOSE not in draft.reading.vocabulary or draft.construction != "passive":
        return False
    if all(clauses.first_words[at] != _WHOSE for at in clauses.subject(draft.chunk)):
        return False
    return _is_before(draft) or "t" in clauses.kinds[draft.chunk + 1 : draft.chunk + 3]


def _is_before(draft: Draft) -> bool:
    verb = draft.reading.clauses.chunks[draft.chunk]
    return "had" in draft.reading.sentence.norms[verb.first : verb.last]


def are_held_for(one: Draft, other: Draft) -> bool:
    """As in "a man was arrested in a stabbing that left two hurt": for it, and not by it.

    Who raids, fights or lies in ambush may take people in it.
    """
    held, deed = (one, other) if one.type is EventType.ARREST else (other, one)
    clauses = deed.reading.clauses
    doers = [item.nominal.actor for item in deed.by_role("perpetrator")]
    return (
        held.type is EventType.ARREST
        and deed.construction == "nominal"
        and class_of(deed.type) is EventClass.VIOLENCE
        and clauses.head_words[deed.chunk] not in noun_classes()["taking_people"]
        and clauses.first_words[max(deed.chunk - 1, 0)] in _HELD_FOR
        and not any(actor is not None and actor.type in STATE_FORCES for actor in doers)
    )


_HELD_FOR = frozenset({"in", "over", "for", "with"})


def are_two_items(one: Draft, other: Draft) -> bool:
    """As in "Bishop shot in Cali; nine soldiers killed in clash": two items of one headline.

    Each side of a semicolon tells whom its act befell, and the second where it was, or another
    kind of act that the first does not name.
    """
    first, second = sorted((one, other), key=lambda draft: draft.chunk)
    clauses = first.reading.clauses
    mark = next(
        (at for at in range(first.chunk, second.chunk) if clauses.first_words[at] == ";"), None
    )
    if mark is None or clauses.kinds[mark + 1 : mark + 2] != "N":
        return False
    opening = {clauses.head_words[mark + 1], clauses.first_words[mark + 1]}
    if opening & (_OF_THOSE | KNOWN | HIS_HER_THEIR) or "W" in clauses.kinds[mark : second.chunk]:
        return False
    acts = {at for at in (*second.causes, second.chunk) if clauses.kinds[at] == "N"}
    kinds = {clauses.head_words[at] for at in acts if clauses.first_words[at] not in THE_THIS_THAT}
    if kinds & noun_classes()["kind_of_act"] and victims(first):
        return True
    return (
        bool(first.places and second.places and victims(second))
        and all(clauses.at_token[place.first] < mark for place in first.places)
        and all(clauses.at_token[place.first] > mark for place in second.places)
    )

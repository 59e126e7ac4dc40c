"""People taken or held: how many, what befell some, who are told again; fighters captured."""

from coder.discourse.acts import HARM, Act
from coder.discourse.merging.own_ground import has_own_ground
from coder.events.counts.fates import are_captured_fighters, mark_as_captured
from coder.events.drafts import Draft, Filler, fillers_in
from coder.events.roles.nominals import is_of_state_forces
from coder.lexicon.closed import A_OR_ANOTHER, HIS_HER_THEIR, OTHERS
from coder.lexicon.words import noun_classes
from coder.rules.model import ACTING_ROLES, HIT_ROLES
from coder.values.kinds import AT_CLOSE_QUARTERS
from coder.values.labels import CasualtyKind, EventType

_TAKEN = CasualtyKind.ABDUCTED
_NEAR = 3  # sentences
_ABDUCTION, _RELEASE = EventType.ABDUCTION, EventType.RELEASE
_HELD = frozenset({"victim"})


def befell_taken(act: Act, group: Act) -> bool:
    """As in "kidnapped 30 passengers. Two passengers who tried to flee were shot dead".

    Fewer of the same noun, by nobody else and nowhere else.
    """
    if act.main.type is not EventType.ABDUCTION or has_own_ground(group):
        return False
    claims = [claim for draft in group.drafts for claim in draft.claims]
    if not claims or any(draft.by_role("perpetrator") for draft in group.drafts):
        return False
    many = {
        draft.head_word(filler): claim.best or 0
        for draft, filler in fillers_in(act.witnesses, HIT_ROLES)
        for claim in draft.claims
        if claim.kind is _TAKEN and claim.nominal.chunk == filler.nominal.chunk
    }
    return all(
        claim.kind in HARM and 0 < (claim.best or 0) < many.get(claim.head_word, 0)
        for claim in claims
    )


def found_dead(act: Act, group: Act) -> bool:
    """As in "kidnapped a teacher. His body was found on Sunday": what became of who was taken."""
    return (
        act.main.type is EventType.ABDUCTION
        and act.main.countable
        and all(_is_body_of_known(draft) for draft in group.drafts)
        and not any(place.iso3 is not None for draft in group.drafts for place in draft.places)
    )


def _is_body_of_known(draft: Draft) -> bool:
    """As in "his body", "their bodies"; "the others were found dead"."""
    norms = draft.reading.sentence.norms
    whom = [it.nominal for it in draft.fillers if it.role in HIT_ROLES]
    return (
        draft.subtype == "body_found"
        and bool(whom)
        and all(
            norms[it.first] in HIS_HER_THEIR or (it.is_definite and norms[it.head] in OTHERS)
            for it in whom
        )
    )


def counts_held(act: Act, group: Act) -> bool:
    """As in "dragged marchers into vans. In all 340 were detained": how many, by nobody told."""
    told = any(claim.best for draft in act.witnesses for claim in draft.claims)
    counts = [claim for draft in group.drafts for claim in draft.claims if claim.best]
    return (
        act.main.type is group.main.type is EventType.ARREST
        and bool(counts)
        and not told
        and all(draft.construction == "passive" for draft in group.drafts)
        and not any(draft.by_role("perpetrator") for draft in group.drafts)
        and not has_own_ground(group)
    )


def ends_siege(act: Act, group: Act) -> bool:
    """As in "took 14 hostage. Police burst into the building, shooting dead two of the gunmen"."""
    takers = {draft.head_word(it) for draft, it in fillers_in(act.witnesses, ACTING_ROLES)}
    takers |= noun_classes()["attacker"]
    doers = [it for _, it in fillers_in(group.drafts, ACTING_ROLES)]
    claims = [claim for draft in group.drafts for claim in draft.claims]
    return (
        act.main.type is EventType.ABDUCTION
        and bool(doers and claims)
        and all(is_of_state_forces(it.nominal) for it in doers)
        and all(it.kind in HARM and it.head_word in takers for it in claims)
        and not has_own_ground(group)
    )


def take_in(act: Act, group: Act, reason: str) -> None:
    """Add drafts to an act; "Twelve soldiers were taken prisoner" counts whom a fight captured."""
    if act.main.type in AT_CLOSE_QUARTERS and group.main.type is _ABDUCTION:
        for draft in filter(are_captured_fighters, group.drafts):
            mark_as_captured(draft)
    act.add(group.drafts, reason)


def are_held_again(act: Act, group: Act) -> bool:
    """As in "two engineers were abducted ... The engineers were seized near A": nobody is twice.

    And in "six men were freed ... 'Our nationals are free'": near, and no number of their own.
    """
    kind = group.main.type
    if kind is not act.main.type or kind not in {_ABDUCTION, _RELEASE}:
        return False
    held = list(fillers_in(group.drafts, _HELD))
    known = {draft.head_word(it) for draft, it in fillers_in(act.witnesses, _HELD)}
    if not held or not known:
        return False
    if any(_is_known(it) and draft.head_word(it) in known for draft, it in held):
        return True
    distance = group.main.reading.sentence.index - act.sentence
    is_near = kind is _RELEASE and 0 < distance <= _NEAR
    return is_near and all(_is_unnumbered(*told) for told in held)


def _is_known(filler: Filler) -> bool:
    return filler.nominal.is_definite and "pronoun" not in filler.nominal.fillers


def _is_unnumbered(draft: Draft, filler: Filler) -> bool:
    nominal = filler.nominal
    return (
        nominal.quantity is None
        and "name" not in nominal.fillers
        and draft.reading.sentence.norms[nominal.first] not in A_OR_ANOTHER
    )

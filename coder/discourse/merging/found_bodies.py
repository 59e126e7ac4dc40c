"""Bodies that are found behind an act: of those it killed, or of somebody else."""

from coder.discourse.acts import Act
from coder.events.drafts import Claim, Draft
from coder.lexicon.closed import A_AN, AT_PLACE
from coder.lexicon.words import noun_classes
from coder.values.labels import Qualifier

_MANY = 5  # dead
_WHERE = AT_PLACE | {"on", "by", "along"}
_SOME = {(word,) for word in A_AN}


def finds_bodies(act: Act, group: Act) -> bool:
    """As in "killed four villagers. Bodies were recovered by the river": no number of their own.

    Or about as many as many dead: "shot dead at least 40 pupils. Soldiers recovered 42 bodies".
    """
    claims = [claim for draft in group.drafts for claim in draft.claims]
    told = [claim.best or 0 for draft in act.witnesses for claim in draft.claims]
    if group.main.subtype != "body_found" or not claims:
        return False
    known = max(told, default=0)
    if all(claim.best is None or _are_a_few(claim, known) for claim in claims):
        return bool(told)
    return (
        known >= _MANY
        and all(
            (claim.best or 0) <= known + known // 2
            and (known <= (claim.best or 0) or _are_plain_bodies(claim))
            for claim in claims
        )
        and not any(map(is_found_elsewhere, group.drafts))
    )


def finds_others(act: Act, group: Act) -> bool:
    """As in "Rebels ambush patrol", above a grave of 40 that is found: no such dead were told."""
    found = {claim.best for draft in group.drafts for claim in draft.claims if claim.best}
    told = {claim.best for draft in act.drafts for claim in draft.claims}
    is_find = any(draft.subtype == "body_found" for draft in group.drafts)
    return is_find and bool(found) and found.isdisjoint(told)


def _are_a_few(claim: Claim, known: int) -> bool:
    """As in "killed 12 villagers ... found several burnt bodies": no number of their own."""
    norms, head = claim.reading.sentence.norms, claim.nominal.head
    return (
        claim.qualifier is Qualifier.VAGUE
        and (claim.best or 0) < known
        and norms[head] in noun_classes()["remains"]
        and norms[head + 1 : head + 2] != ("of",)
    )


def _are_plain_bodies(claim: Claim) -> bool:
    """As in "At least 41 died ... 25 bodies had been recovered so far": whose is not told."""
    norms = claim.reading.sentence.norms
    return (
        (claim.best or 0) >= _MANY
        and norms[claim.nominal.head] in noun_classes()["remains"]
        and norms[claim.nominal.last : claim.nominal.last + 1] != ("of",)
    )


def is_found_elsewhere(draft: Draft) -> bool:
    """As in "found four bodies in the south of the city", "in a ditch": a place of their own."""
    if draft.subtype != "body_found":
        return False
    norms, compass = draft.reading.sentence.norms, noun_classes()["compass"]
    return any(
        norms[at] in _WHERE
        and (norms[at + 1 : at + 2] in _SOME or not compass.isdisjoint(norms[at + 1 : at + 3]))
        for at in range(draft.last, len(norms))
    )


def kills_others(act: Act, group: Act) -> bool:
    """As in "found five bodies. A sniper killed a corporal": somebody else, by a doer told anew."""
    return act.main.subtype == "body_found" and any(
        bool(draft.by_role("perpetrator"))
        and any(
            not item.nominal.is_definite and "pronoun" not in item.nominal.fillers
            for item in draft.by_role("victim")
        )
        for draft in group.drafts
    )

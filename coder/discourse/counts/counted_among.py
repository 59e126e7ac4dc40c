"""How some of the people came to harm who were counted before: "Eight of the dead were shot"."""

from coder.discourse.acts import HARM, Act
from coder.discourse.counts.wholes import is_of_injured
from coder.discourse.things.damage import NEAR, counted_differs
from coder.events.counts.fate_words import HURT_KINDS
from coder.events.drafts import Claim
from coder.lexicon.words import noun_classes
from coder.values.labels import CasualtyKind

_KILLED = CasualtyKind.KILLED


def counts_among(act: Act, group: Act) -> bool:
    """As in "Eight of the dead were shot": how some of those came to harm who were told before."""
    if not 0 < group.main.reading.sentence.index - act.sentence <= NEAR:
        return False
    claims = [claim for draft in group.drafts for claim in draft.claims]
    return (
        bool(claims)
        and all(claim.kind in HARM and _is_of_those_told(claim) for claim in claims)
        and all(_are_of_act(act, claim) for claim in claims)
        and not counted_differs(act.main, group.main)
    )


def counts_among_dead(act: Act, group: Act) -> bool:
    """As in "One of the dead was a girl of six": of as many dead as an act counts, or more."""
    claims = [claim for draft in group.drafts for claim in draft.claims]
    told = max(
        (it.best or 0 for draft in act.witnesses for it in draft.claims if _is_dead(it)), default=0
    )
    return bool(claims) and all(
        _is_dead(claim)
        and claim.is_partitive
        and claim.head_word in noun_classes()["harmed_killed"]
        and told > (claim.best or 0)
        for claim in claims
    )


def _are_of_act(act: Act, part: Claim) -> bool:
    """Whether an act counts people they may be some of: no "four of the wounded" of two dead."""
    told = [claim for draft in act.witnesses for claim in draft.claims if claim.kind in HARM]
    whole = _number_told(part)
    if whole is not None:
        return any(it.best == whole for it in told)
    if is_of_injured(part):
        told = [claim for claim in told if claim.kind in HURT_KINDS]
        return any(it.best is None or it.best > (part.best or 0) for it in told)
    return bool(told)


def _number_told(claim: Claim) -> int | None:
    """As in "one of the four": the number of those counted before; null where none is told."""
    reading, head = claim.reading, claim.nominal.head
    quantity = reading.quantities.get(head)
    is_known = claim.is_partitive and reading.sentence.norms[head - 1] == "the"
    return quantity.best if is_known and quantity is not None else None


def _is_dead(claim: Claim) -> bool:
    return claim.kind is _KILLED


def _is_of_those_told(claim: Claim) -> bool:
    """As in "eight of the dead", "three of them", where the sentence names no others before."""
    reading, whom = claim.reading, claim.nominal
    norm = reading.sentence.norms[whom.head]
    if not claim.is_partitive or norm in noun_classes()["harmed"]:
        return claim.is_partitive
    kinds = reading.clauses.kinds
    if _number_told(claim) is not None:
        return True
    return norm == "them" and not any(
        reading.nominal(number).actor is not None
        for number in range(whom.chunk)
        if kinds[number] == "N"
    )

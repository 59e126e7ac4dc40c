"""Noun groups with an effect -> claims about numbers of people (codebook 2.5)."""

import re
from dataclasses import replace

from coder.events.drafts import Claim, Draft, Filler
from coder.events.nominals import Nominal
from coder.events.reading import Reading
from coder.values.labels import ActorType, CasualtyKind, Qualifier
from coder.values.mentions import Quantity

_KINDS = {str(kind): kind for kind in CasualtyKind}
_UNDIVIDED = {CasualtyKind.KILLED, CasualtyKind.INJURED}
_ONE = frozenset({"a", "an", "another"})
_SEVERAL = frozenset({"they", "them", "he", "him", "she", "her"})
_HURT = frozenset({"hurt", "harmed", "hit"})
_AMONG = frozenset({"among", "including", "include", "included"})
_SINGULAR_DETERMINERS = frozenset(
    {"the", "his", "her", "its", "this", "that", "their", "my", "our"}
)
_MAX_SUBSETS = 4
_NUMBER_ATTACHED = re.compile(r"^[0-9]")
_MEASURED = frozenset(
    {"group", "family", "families", "households", "household", "houses", "villages"}
)


def claims_of(draft: Draft) -> list[Claim]:
    """The claims a draft makes about whoever fills its roles with an effect."""
    found: list[Claim] = []
    for filler in draft.fillers:
        kind = _KINDS.get(filler.effect or "")
        if kind is None or _shares_number(draft.reading, filler.nominal, found):
            continue
        claim = claim_of(draft.reading, filler.nominal, kind) or _inherited(draft, filler, kind)
        if claim is not None:
            claim.is_total = "toll" in draft.frame.tags
            found.append(claim)
            found += _subsets(draft.reading, claim)
    if not found and "count" in draft.frame.tags:
        found = _own_count(draft)
    return [item for claim in found for item in _with_nobody_killed(draft, claim)]


def _inherited(draft: Draft, filler: Filler, kind: CasualtyKind) -> Claim | None:
    """As in "They were set free": the number of those the pronoun stands for (codebook 2.12)."""
    norm = draft.reading.sentence.norms[filler.nominal.head]
    if filler.antecedent is None or norm not in _SEVERAL:
        return None
    claim = claim_of(*filler.antecedent, kind)
    if claim is not None:
        claim.nominal = filler.nominal
        claim.reading = draft.reading
        claim.first, claim.last = filler.nominal.first, filler.nominal.last
    return claim


def _own_count(draft: Draft) -> list[Claim]:
    """As in "four deaths", "no casualties": the noun is counted, not people in a role."""
    role = draft.frame.role("victim")
    kind = _KINDS.get(role.effect or "") if role is not None else None
    nominal = counted_noun(draft.reading, draft.chunk)
    if kind is None or (nominal.quantity is None and not nominal.is_negative):
        return []
    claim = claim_of(draft.reading, nominal, kind)
    return [claim] if claim is not None else []


def counted_noun(reading: Reading, number: int) -> Nominal:
    """The noun that counts people; a zero behind "without" ("without causing injuries")."""
    nominal = reading.nominal(number)
    at = number - 1
    kinds = reading.clauses.kinds
    while at >= 0 and kinds[at] == "G":
        at -= 1
    if at >= 0 and kinds[at] == "P":
        group = reading.clauses.chunks[at]
        if reading.sentence.norms[group.last - 1] == "without":
            return replace(nominal, is_negative=True)
    return nominal


def _with_nobody_killed(draft: Draft, claim: Claim) -> list[Claim]:
    """As in "nobody was hurt", "no casualties": neither dead nor injured (codebook 2.12)."""
    if claim.qualifier is not Qualifier.NONE:
        return [claim]
    if claim.kind is CasualtyKind.CASUALTIES:
        return [replace(claim, kind=CasualtyKind.KILLED), replace(claim, kind=CasualtyKind.INJURED)]
    norm = draft.reading.sentence.norms[draft.first]
    if claim.kind is CasualtyKind.INJURED and norm in _HURT:
        return [claim, replace(claim, kind=CasualtyKind.KILLED)]
    return [claim]


def join_undivided(drafts: list[Draft]) -> None:
    """As in "20 people were killed or wounded": one number for both makes one undivided claim."""
    first: dict[int, Claim] = {}
    for draft in drafts:
        for claim in list(draft.claims):
            known = first.setdefault(id(claim.nominal), claim)
            if claim.qualifier is Qualifier.NONE:
                continue
            if known is not claim and {known.kind, claim.kind} == _UNDIVIDED:
                known.kind = CasualtyKind.CASUALTIES
                draft.claims.remove(claim)


def _shares_number(reading: Reading, nominal: Nominal, earlier: list[Claim]) -> bool:
    """As in "175 members and commanders": one number for both."""
    return (
        bool(earlier)
        and earlier[-1].quantity is not None
        and nominal.quantity is None
        and reading.tags[nominal.first] in "JNsn"
        and nominal.actor is not None
        and nominal.actor.is_plural
        and reading.clauses.kinds[nominal.chunk - 1] == "C"
    )


def claim_of(reading: Reading, nominal: Nominal, kind: CasualtyKind) -> Claim | None:  # noqa: PLR0911 - one answer a construction
    """One group of people as a claim; null where its words count nobody."""
    if "pronoun" in nominal.fillers and not nominal.is_negative:
        return None
    norms = reading.sentence.norms
    if norms[nominal.head] in _MEASURED:
        return None
    if nominal.is_negative and (nominal.quantity is None or nominal.quantity.best == 0):
        return _claim(reading, nominal, kind, (0, 0, 0), Qualifier.NONE)
    quantity = nominal.quantity
    if quantity is not None:
        bounds = (quantity.low, quantity.best, quantity.high)
        return _claim(reading, nominal, kind, bounds, quantity.qualifier, quantity)
    actor = nominal.actor
    is_plural = actor.is_plural if actor is not None else False
    if norms[nominal.first] in _ONE and not is_plural:
        return _claim(reading, nominal, kind, (1, 1, 1), Qualifier.EXACT)
    if actor is None and "name" not in nominal.fillers:
        return None
    if is_plural:
        if actor is not None and _is_body(actor.type, reading, nominal):
            return None
        return _claim(reading, nominal, kind, (2, None, None), Qualifier.PLURAL)
    if "name" in nominal.fillers or (actor is not None and actor.actor_id is None):
        return _claim(reading, nominal, kind, (1, 1, 1), Qualifier.EXACT)
    return None


def _is_body(kind: ActorType, reading: Reading, nominal: Nominal) -> bool:
    """An organised body as a whole ("the army") is no number of people."""
    actor = nominal.actor
    return kind is ActorType.ORGANISATION or (
        actor is not None and actor.actor_id is not None and reading.tags[nominal.head] == "E"
    )


def _claim(  # noqa: PLR0917 - what a row is made of
    reading: Reading,
    nominal: Nominal,
    kind: CasualtyKind,
    bounds: tuple[int | None, int | None, int | None],
    qualifier: Qualifier,
    quantity: Quantity | None = None,
) -> Claim:
    low, best, high = bounds
    return Claim(
        kind=kind,
        low=low,
        best=best,
        high=high,
        qualifier=qualifier,
        nominal=nominal,
        reading=reading,
        first=nominal.first,
        last=nominal.last,
        quantity=quantity,
    )


def _subsets(reading: Reading, whole: Claim) -> list[Claim]:  # noqa: C901 - one walk, read in one place
    """As in "nine people, among them three children and a nurse": parts of a claim, never added."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    at = clauses.at_token[whole.last - 1] + 1
    while at < len(clauses.kinds) and clauses.kinds[at] in ",(":
        at += 1
    if at >= len(clauses.kinds):
        return []
    if norms[clauses.chunks[at].first] not in _AMONG:
        return []
    at += 1
    found: list[Claim] = []
    while at < len(clauses.kinds) and clauses.kinds[at] != "N":
        if clauses.kinds[at] not in "PtA":
            return []
        at += 1
    if at >= len(clauses.kinds):
        return []
    if norms[clauses.chunks[at].head] in {"them", "those", "whom", "dead"}:
        at += 1
        if at >= len(clauses.kinds) or clauses.kinds[at] != "N":
            return []
    for number in clauses.conjoined_right(at)[:_MAX_SUBSETS]:
        part = claim_of(reading, reading.nominal(number), whole.kind)
        if part is not None:
            part.subset_of = whole
            found.append(part)
    return found

"""Parts of numbers -> claims that point to the claim they are part of; codebook 2.5."""

from collections.abc import Sequence
from dataclasses import replace

from coder.discourse.acts import Act, Named
from coder.discourse.merging.totals import counts_acts, is_of_acts
from coder.events.counts.counting import claim_of, number_claim
from coder.events.counts.part_groups import Part
from coder.events.counts.parts import find_parts
from coder.events.drafts import Claim, Draft
from coder.events.reading import Reading
from coder.events.roles.names import is_person_name, names_beside
from coder.events.senses.violence import is_violent
from coder.lexicon.words import noun_classes
from coder.values.labels import CasualtyKind, Qualifier
from coder.values.mentions import Quantity

_MAX_DISTANCE = 3  # sentences
_OF_ALL = 6  # behind which "the dead were a guard and two nuns" still tells of them


def attach_parts(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Add the parts each sentence tells to the claims of the act it stands with."""
    if not acts:
        return
    for reading in readings:
        for part in find_parts(reading):
            found = _whole_of(acts, reading, part)
            if found is not None:
                _add(*found, reading, part)
            elif part.is_of_all and part.kind is not None:
                _add_as_least(acts, reading, part, part.kind)


def _add_as_least(acts: Sequence[Act], reading: Reading, part: Part, kind: CasualtyKind) -> None:
    """As in "the dead included six officers" with no number of the dead: at least six."""
    drafts = [draft for act in reversed(acts) for draft in act.drafts if is_violent(draft.type)]
    told = [
        claim
        for draft in drafts
        for claim in draft.claims
        if claim.reading is reading and _is_in(claim, part) and claim.kind is kind
    ]
    index = reading.sentence.index
    near = (draft for draft in drafts if 0 <= index - draft.reading.sentence.index <= _MAX_DISTANCE)
    draft = next(near, None)
    if draft is not None and not told:
        found = [claim_of(reading, piece, kind) for piece in part.pieces]
        told = [claim for claim in found if claim is not None]
        if part.inner is not None:
            draft.claims.append(_number_of_all(reading, part.inner, kind, told))
        draft.claims += told
    for claim in told:
        if part.is_least and claim.qualifier is Qualifier.EXACT:
            claim.high, claim.qualifier = None, Qualifier.AT_LEAST


def _number_of_all(
    reading: Reading, number: Quantity, kind: CasualtyKind, parts: list[Claim]
) -> Claim:
    """As in "four guards are among the 25 injured": the number that stands in the words."""
    nominal = reading.nominal(reading.clauses.at_token[number.first])
    whole = number_claim(reading, nominal, kind, number)
    for part in parts:
        part.subset_of = whole
    return whole


def _whole_of(acts: Sequence[Act], reading: Reading, part: Part) -> tuple[Act, Draft, Claim] | None:
    """The claim a part belongs to: the nearest before it in its sentence, else the last told."""
    index = reading.sentence.index
    noun = _noun_before(reading, part.token)
    best: tuple[tuple[bool, bool, int, int], Act, Draft, Claim] | None = None
    for act in acts:
        for draft in act.drafts:
            distance = index - draft.reading.sentence.index
            if not 0 <= distance <= (_OF_ALL if part.is_of_all else _MAX_DISTANCE):
                continue
            for claim in draft.claims:
                if not _covers(claim, part) or (part.is_list and distance):
                    continue
                if part.is_list and claim.first > part.token:
                    continue  # ": two marines and two civilians killed" are no parts of each other
                if claim.reading is reading and claim.first <= part.token < claim.last - 1:
                    continue  # "deaths: 5": the number of the label itself
                if claim.reading is reading and part.inner is None and _is_in(claim, part):
                    continue
                is_behind = not distance and claim.first > part.token
                gap = abs(part.token - claim.first) if not distance else -claim.first
                rank = (is_behind, bool(distance) and claim.head_word != noun, distance, gap)
                if best is None or rank < best[0]:
                    best = rank, act, draft, claim
    return best[1:] if best is not None else None


def _noun_before(reading: Reading, token: int) -> str | None:
    """As in "the dead soldiers included a major": of whom; null where no noun says it."""
    clauses = reading.clauses
    number = clauses.at_token[token] - 1
    if number < 0 or clauses.kinds[number] != "N":
        return None
    noun = clauses.head_words[number]
    return None if noun in noun_classes()["harmed"] else noun  # "the dead": all of them


def _covers(claim: Claim, part: Part) -> bool:
    """Whether the claim can be the whole of a part: of its kind, and large enough."""
    if claim.subset_of is not None or claim.is_superseded:
        return False
    if part.kind is not None and claim.kind is not part.kind:
        return False
    size = sum((item.quantity.best or 0) if item.quantity else 1 for item in part.pieces)
    if part.is_list:
        return claim.best is not None and size == claim.best
    if part.inner is not None and claim.best != part.inner.best:
        return False
    least = claim.best or claim.low
    return bool(least) and claim.high != 1 and (claim.high is None or size <= claim.high)


def _is_in(claim: Claim, part: Part) -> bool:
    """Whether a claim stands in the words of the part itself."""
    return part.token <= claim.first < part.end


def _add(act: Act, draft: Draft, whole: Claim, reading: Reading, part: Part) -> None:
    for told in act.drafts:
        if told.reading is reading:
            told.claims = [
                claim for claim in told.claims if claim is whole or not _is_in(claim, part)
            ]
    at = next(number for number, claim in enumerate(draft.claims) if claim is whole)
    found = []
    names = {id(piece): names_beside(reading, piece) for piece in part.pieces}
    beside = {name.first for group in names.values() for name in group}
    for piece in part.pieces:
        item = piece
        if item.first in beside:
            continue
        if is_person_name(item) or names[id(item)]:
            act.named.append(Named(reading, item))
        elif item.actor is None:
            item = replace(item, actor=whole.nominal.actor)
        claim = claim_of(reading, item, CasualtyKind.KILLED if part.is_fatal else whole.kind)
        if claim is not None:
            claim.subset_of = whole
            found.append(claim)
    if found and whole.reading is reading and _died_in_one_act(act, reading, part):
        whole.is_cumulative = True
        for claim in found:
            claim.subset_of = None
    draft.claims[at + 1 : at + 1] = found


def _died_in_one_act(act: Act, reading: Reading, part: Part) -> bool:
    """As in "12 died in bombings, including ten who died when a bomber hit A": of one of several.

    The act told in the clause about the part is the one that is told; the whole is a sum.
    """
    kinds = reading.clauses.kinds
    at = part.pieces[-1].chunk + 1
    if kinds[at : at + 1] != "W" or kinds[at + 1 : at + 2] not in ("V", "X"):
        return False
    behind = at + 2
    while kinds[behind : behind + 1] in ("t", "A") or kinds[behind : behind + 2] == "Pt":
        behind += 1 + (kinds[behind] == "P")
    is_when = kinds[behind : behind + 1] == "U"
    is_in = kinds[behind : behind + 2] == "PN" and "event" in reading.nominal(behind + 1).fillers
    return (is_when or is_in) and any(
        is_of_acts(draft) or counts_acts(draft) for draft in act.drafts if draft.reading is reading
    )

"""Noun groups with an effect -> claims about numbers of people (codebook 2.5)."""

from dataclasses import replace

from coder.events.counts.counted_nouns import are_on_one_body, counted_noun
from coder.events.counts.counting import claim_of, make_claim, number_claim, of_them, sole_victim
from coder.events.counts.distributive import distributed
from coder.events.counts.fate_words import bodies_of, kind_told
from coder.events.counts.gapped import with_gapped, with_others_telling
from coder.events.counts.joined_counts import joined_claims
from coder.events.counts.side_phrases import SIDES, with_side
from coder.events.counts.tolls import (
    counts_wider,
    is_of_toll,
    is_only_feared,
    sums_from,
    toll_kind,
    toll_number,
)
from coder.events.drafts import Claim, Draft, Filler
from coder.events.reading import LATTER, Reading
from coder.events.roles.bodies import INSIDE
from coder.events.roles.nominals import Nominal, are_dead
from coder.lexicon.closed import HIS_HER_THEIR, OTHERS
from coder.lexicon.words import noun_classes
from coder.rules.model import HARMS, KILLED_OR_INJURED
from coder.values.labels import CasualtyKind, EventType, Modality, Qualifier

_KINDS = {str(kind): kind for kind in CasualtyKind}
_ATTACK = EventType.ARMED_ATTACK
_KILLINGS = frozenset({"massacre", "killing", "killings", "murder", "murders", "slaughter"})
_CARE = frozenset(
    {"hospital", "treated", "treatment", "injured", "wounded", "survivors", "survived"}
)
_NUMBER = "number"
_COUNTING = frozenset({"count", "toll"})
_FALLING = frozenset({"fell", "fall", "fallen"})
_SEVERAL = frozenset({"they", "them", "all", "both", "he", "him", "she", "her"}) | LATTER
_HURT = frozenset({"hurt", "harmed", "hit"}) | {
    "unharmed",
    "unhurt",
    "uninjured",
    "unscathed",
}
_HE = frozenset({"he", "she", "himself", "herself"}) | LATTER


def claims_of(draft: Draft) -> list[Claim]:
    """The claims a draft makes about whoever fills its roles with an effect.

    Who only stands for people told before ("the dead") is taken out of the roles.
    """
    norms = draft.reading.sentence.norms
    if _fell_to_earth(draft) or is_only_feared(draft):
        return []
    if draft.type is _ATTACK and any(bodies_of(draft, it.nominal) for it in draft.fillers):
        draft.type, draft.subtype = EventType.KILLING, "body_found"
    if not _COUNTING.isdisjoint(draft.frame.tags):
        harmed = noun_classes()["harmed"]
        draft.fillers = [
            item
            for item in draft.fillers
            if item.nominal.quantity is not None or norms[item.nominal.head] not in harmed
        ]
        if draft.reading.clauses.first_words[draft.chunk] in HIS_HER_THEIR:
            draft.fillers = []
    found = (_toll(draft, draft.chunk) if "toll" in draft.frame.tags else []) or _of_roles(draft)
    if not found and (
        "count" in draft.frame.tags or norms[draft.last - 1] in noun_classes()["one_each"]
    ):
        found = _own_count(draft)
    found = with_gapped(draft, found + _joined(draft, found))
    found = with_others_telling(draft, found)
    if found and not SIDES.isdisjoint(draft.reading.vocabulary):
        found = list(map(with_side, found))
    summed = sums_from(draft.reading) if found else None
    if summed is not None:
        for claim in found:
            at = max(draft.chunk, draft.reading.clauses.at_token[claim.first])
            claim.is_cumulative |= summed <= at
    return [item for claim in found for item in _with_nobody_killed(draft, claim)]


def _told_behind(reading: Reading, nominal: Nominal, kind: CasualtyKind) -> list[Claim]:
    """As in "the victims - a couple and their two daughters - were": who they were is told next."""
    clauses = reading.clauses
    at = nominal.chunk + 1
    if reading.sentence.norms[nominal.head] not in noun_classes()["harmed"]:
        return []
    if clauses.kinds[at : at + 2] not in {":N", ",N"}:
        return []
    groups = [at + 1, *(group for group in clauses.conjoined_right(at + 1) if group > at + 1)]
    verb = groups[-1] + 1  # "two were among the dead, Mayor Ali Hassan told reporters"
    if verb < len(clauses.kinds) and (clauses.head_words[verb] in noun_classes()["clausal"]):
        return []
    told = [claim_of(reading, reading.nominal(group), kind) for group in groups]
    return [claim for claim in told if claim is not None and claim.best is not None]


def _is_counted_elsewhere(reading: Reading, nominal: Nominal, found: list[Claim]) -> bool:
    """Whether a group shares a number, or is no news: "killed a teacher as well as the boys"."""
    is_known = nominal.quantity is None and nominal.is_definite
    if is_known and reading.clauses.is_added(nominal.chunk):
        return True
    return _shares_number(reading, nominal, found)


def _fell_to_earth(draft: Draft) -> bool:
    """As in "of three shells two fell in a field", "the others fell in a yard": nobody died."""
    norms = draft.reading.sentence.norms
    return (
        norms[draft.first] in _FALLING
        and not noun_classes()["munition"].isdisjoint(draft.reading.vocabulary)
        and all(
            "number" in filler.nominal.fillers or norms[filler.nominal.head] in OTHERS
            for filler in draft.fillers
        )
    )


def _of_roles(draft: Draft) -> list[Claim]:
    """The claims about whoever stands in a role with an effect."""
    found: list[Claim] = []
    norms = draft.reading.sentence.norms
    for filler in filter(None, (_whole(draft, filler) for filler in draft.fillers)):
        kind = _KINDS.get(filler.effect or "")
        is_of_noun = "count" in draft.frame.tags and filler.nominal.quantity is None
        if kind is not None and (filler.via == "light verb" or is_of_noun):
            own = _own_number(draft, filler.nominal, kind)
            if own is not None:
                found.append(own)
                continue
        if kind is None or _is_counted_elsewhere(draft.reading, filler.nominal, found):
            continue
        if "toll" in draft.frame.tags and filler.nominal.chunk == draft.chunk:
            continue  # "the rebel death toll could be higher": whose, and no number
        if draft.construction == "active" and are_dead(norms, filler.nominal):
            continue  # "killed three men and dumped their bodies"
        told = _number_reached(draft, filler.nominal)
        if told:
            return told
        claim = claim_of(draft.reading, filler.nominal, kind) or _inherited(draft, filler, kind)
        if claim is not None:
            claim = distributed(draft.reading, claim, draft.chunk)
            claim.is_total = "toll" in draft.frame.tags
            claim.kind = kind_told(draft, claim, is_next=bool(found))
            claim.meant = filler.antecedent
            found.append(claim)
        else:
            found += _told_behind(draft.reading, filler.nominal, kind)
    return found


def _whole(draft: Draft, filler: Filler) -> Filler | None:
    """As in "three of the five dead": all five; null in "a sister of one of the dead said"."""
    if draft.reading.of_what(filler.nominal.chunk) != draft.chunk:
        return filler
    whole = draft.reading.nominal(draft.chunk)
    if whole.quantity is not None:
        return replace(filler, nominal=whole)
    return None if _is_of_speaker(draft.reading, filler.nominal) else filler


def _is_of_speaker(reading: Reading, nominal: Nominal) -> bool:
    """As in "a sister of one of the dead said": it says who speaks, and counts nobody."""
    clauses = reading.clauses
    first, verb = nominal.chunk, clauses.behind_phrases(nominal.chunk + 1)  # "one of the dead"
    while clauses.kinds[first - 1 : first + 1] == "PN" and clauses.first_words[first - 1] == "of":
        first -= 2
    return (
        0 <= first < nominal.chunk
        and clauses.kinds[verb : verb + 1] in ("V", "X")
        and clauses.head_words[verb] in noun_classes()["clausal"]
    )


def _own_number(draft: Draft, whose: Nominal, kind: CasualtyKind) -> Claim | None:
    """As in "the army suffered two deaths": two of the army, and no army died."""
    nominal = counted_noun(draft.reading, draft.chunk)
    norms, at = draft.reading.sentence.norms, draft.last - 1
    is_each = norms[at] in noun_classes()["one_each"] and not are_on_one_body(norms, at)
    if nominal.quantity is None or not is_each:
        return None
    told = replace(nominal, actor=whose.actor, fillers=whose.fillers)
    return number_claim(draft.reading, told, kind, nominal.quantity)


def _joined(draft: Draft, found: list[Claim]) -> list[Claim]:
    """Who else the clause counts, each group once."""
    told = {(claim.kind, claim.first) for claim in found}
    others = []
    for claim in found:
        for other in joined_claims(draft, claim):
            if (other.kind, other.first) not in told:
                told.add((other.kind, other.first))
                others.append(other)
                # "a toll of 38 here and eight there": no total of both
                claim.is_total &= other.kind is not claim.kind
    return others


def _number_reached(draft: Draft, counted: Nominal) -> list[Claim]:
    """As in "the number of officers killed reached 38": a toll told by a participle."""
    clauses = draft.reading.clauses
    at = counted.chunk - 2
    if at < 0 or counted.quantity is not None or clauses.kinds[at : at + 2] != "NP":
        return []
    is_number = clauses.head_words[at] == _NUMBER
    return _toll(draft, at) if is_number and draft.construction == "participle" else []


def _toll(draft: Draft, number: int) -> list[Claim]:
    """As in "the toll rose to 12": the number of dead, or of injured, of the whole act.

    ``number`` is the chunk of the toll.
    """
    reading = draft.reading
    if reading.clauses.kinds[number] != "N":
        return []  # "ascends to four deceased": the dead stand in a role
    told = toll_number(reading, number)
    if told is None:
        return []
    at, quantity = told
    nominal = reading.nominal(at)
    if at == number or nominal.actor is None:
        nominal = replace(nominal, actor=None, fillers=frozenset({"number"}))
    kind = toll_kind(draft, number, CasualtyKind.KILLED)
    claim = number_claim(reading, nominal, kind, quantity)
    claim.first, claim.last = quantity.first, max(quantity.last, nominal.last)
    period = next((time for time in reading.times if is_of_toll(draft, time)), None)
    if period is not None:  # "the number of people killed in the city since January"
        claim.is_cumulative, claim.period_start = True, period.first
    claim.is_cumulative = claim.is_cumulative or counts_wider(reading, number)
    claim.is_total = not claim.is_cumulative
    return [claim]


def _inherited(draft: Draft, filler: Filler, kind: CasualtyKind) -> Claim | None:
    """As in "They were set free": the number of those the pronoun stands for (codebook 2.12)."""
    nominal = filler.nominal
    norm = draft.reading.sentence.norms[nominal.head]
    is_hurt = norm in HIS_HER_THEIR and filler.via in INSIDE  # "fired a bullet into his leg"
    if filler.antecedent is None or not (is_hurt or norm in _SEVERAL):
        return of_them(draft.reading, nominal, kind)
    claim = claim_of(*filler.antecedent, kind)
    if nominal.quantity is not None:
        told = replace(nominal, actor=filler.antecedent[1].actor)
        claim = number_claim(draft.reading, told, kind, nominal.quantity)
        claim.is_partitive = True
    elif claim is not None:
        if filler.antecedent[0] is draft.reading:
            claim.origin = filler.antecedent[1]
        claim.nominal = nominal
        claim.reading = draft.reading
        claim.first, claim.last = nominal.first, nominal.last
    return claim


def _own_count(draft: Draft) -> list[Claim]:
    """As in "four deaths", "no casualties": the noun is counted, not people in a role."""
    if draft.reading.clauses.first_words[draft.chunk] in HIS_HER_THEIR:
        return []  # "succumbed to their injuries"
    if are_on_one_body(draft.reading.sentence.norms, draft.last - 1):
        return []  # "succumbed to multiple injuries", "received two bullet injuries"
    role = draft.frame.role("victim")
    kind = _KINDS.get(role.effect or "") if role is not None else None
    nominal = counted_noun(draft.reading, draft.chunk)
    if draft.frame.type is EventType.OTHER_VIOLENCE and _names_victims(draft, nominal):
        if not _died_in_act(draft.reading, nominal):
            return []
        kind = CasualtyKind.KILLED
    if kind is not None and "toll" in draft.frame.tags:
        kind = toll_kind(draft, draft.chunk, kind)  # "and an equal number wounded"
    is_said_of = nominal.chunk != draft.chunk
    if kind is None or not (nominal.quantity is not None or nominal.is_negative or is_said_of):
        return []
    claim = claim_of(draft.reading, nominal, kind)
    return [claim] if claim is not None else []


def _died_in_act(reading: Reading, nominal: Nominal) -> bool:
    """As in "the 16 victims of the massacre": of an attack where no word tells of the hurt."""
    act = reading.of_what(nominal.chunk)
    if act is None or nominal.quantity is None or "event" not in reading.nominal(act).fillers:
        return False
    is_killing = reading.clauses.head_words[act] in _KILLINGS
    return is_killing or (nominal.is_definite and _CARE.isdisjoint(reading.vocabulary))


def _names_victims(draft: Draft, nominal: Nominal) -> bool:
    """As in "five victims": only "no victims" says what became of people."""
    return (
        draft.reading.sentence.norms[draft.first] in {"victim", "victims"}
        and not nominal.is_negative
    )


def tells_nobody(draft: Draft) -> bool:
    """Whether harm to people is negated and nobody is said to have meant it."""
    roles = [role for role in draft.frame.roles if role.effect in HARMS]
    if not roles or draft.by_role("perpetrator"):
        return False
    if "count" in draft.frame.tags:
        return draft.modality is Modality.NEGATED
    group = draft.reading.clauses.chunks[draft.chunk]
    verb = group.kind in "VX" and draft.construction in {"passive", "participle", "predicate"}
    return verb and (
        group.negated
        or any(
            item.nominal.is_negative and sole_victim(draft.reading, item.nominal) is None
            for item in draft.fillers
            if item.effect in HARMS
        )
    )


def zero_claims(draft: Draft) -> list[Claim]:
    """The claims of a negated draft as reported zeros: "people were not injured"."""
    found: list[Claim] = []
    for filler in draft.fillers:
        kind = _KINDS.get(filler.effect or "")
        if kind is not None and not found:
            claim = make_claim(draft.reading, filler.nominal, kind, (0, 0, 0), Qualifier.NONE)
            is_he = draft.reading.sentence.norms[filler.nominal.first] in _HE
            found += [claim] if is_he else _with_nobody_killed(draft, claim)
    found = found or [claim for claim in draft.claims if claim.qualifier is Qualifier.NONE]
    return [claim for claim in found if claim.kind is CasualtyKind.KILLED or not _is_grave(draft)]


def _is_grave(draft: Draft) -> bool:
    """As in "none was seriously hurt": some may have been hurt, and nobody was killed."""
    group = draft.reading.clauses.chunks[draft.chunk]
    words = draft.reading.sentence.norms[group.first : group.last]
    return not noun_classes()["gravity"].isdisjoint(words)


def _with_nobody_killed(draft: Draft, claim: Claim) -> list[Claim]:
    """As in "nobody was hurt", "no casualties": neither dead nor injured (codebook 2.12)."""
    if claim.qualifier is not Qualifier.NONE:
        return [claim]
    if draft.reading.sentence.norms[claim.nominal.head] in noun_classes()["remains"]:
        return []  # "saw no bodies", "the bodies were not recovered": some may have died
    if claim.kind is CasualtyKind.CASUALTIES:
        return [replace(claim, kind=CasualtyKind.KILLED), replace(claim, kind=CasualtyKind.INJURED)]
    norm = draft.reading.sentence.norms[draft.first]
    if claim.kind is CasualtyKind.INJURED and norm in _HURT:
        return [claim, replace(claim, kind=CasualtyKind.KILLED)]
    return [claim]


def join_undivided(drafts: list[Draft]) -> None:
    """As in "20 people were killed or wounded": one number for both makes one undivided claim.

    Of those hit whose fate a second word tells that fate stands alone.
    """
    first: dict[int, tuple[Draft, Claim]] = {}
    for draft in drafts:
        for claim in list(draft.claims):
            known_draft, known = first.setdefault(id(claim.nominal), (draft, claim))
            if claim.qualifier is Qualifier.NONE:
                continue
            if known.kind is CasualtyKind.CASUALTIES and claim.kind in KILLED_OR_INJURED:
                known_draft.claims.remove(known)  # "shot himself dead", "was shot and wounded"
                first[id(claim.nominal)] = draft, claim
                continue
            if known is claim or {known.kind, claim.kind} != KILLED_OR_INJURED:
                continue
            if not _are_joined(known_draft, draft):
                continue
            norms = draft.reading.sentence.norms
            is_blow = norms[draft.first - 1] == "and" and (
                norms[known_draft.first] not in noun_classes()["harmed_injured"]
            )
            if claim.kind is CasualtyKind.KILLED and (is_blow or draft.construction == "active"):
                # "was hit and killed", "was wounded and later died"
                known_draft.claims.remove(known)
            else:
                known.kind = CasualtyKind.CASUALTIES
                draft.claims.remove(claim)


def _are_joined(one: Draft, other: Draft) -> bool:
    """As in "killed or wounded": two verbs with nothing but "and" or "or" between them."""
    first, last = sorted((one.chunk, other.chunk))
    return one.reading.clauses.kinds[first + 1 : last].strip("A") == "C"


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

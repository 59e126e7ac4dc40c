"""Who else a clause counts beside the people in a role: joined, gapped and listed numbers.

"Five policemen as well as the bomber", "14 dead on one side and 11 on the other", "the bodies of
four men and three women".
"""

from dataclasses import replace

from coder.events.counts.counting import claim_of, make_claim
from coder.events.drafts import Claim, Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import BOMBERS, Nominal
from coder.lexicon.closed import AT_PLACE, HE_SHE, THEM_WHOM
from coder.lexicon.words import noun_classes
from coder.mentions.quantities import measures_persons
from coder.values.labels import CasualtyKind, Qualifier
from coder.values.mentions import Quantity

_JOINTS = (
    ("as", "well", "as"),
    ("along", "with"),
    ("together", "with"),
    ("in", "addition", "to"),
    ("besides",),
    ("not", "counting"),
    ("not", "including"),
    ("excluding",),
    ("apart", "from"),
    ("aside", "from"),
    ("other", "than"),
    ("plus",),
)
_JOINING = frozenset(max(words, key=len) for words in _JOINTS)  # the rarest word of each
_OPENING = frozenset(words[0] for words in _JOINTS)
_MAX_GAP = 5
_MAX_LIST = 6
_MAX_WALK = 14
_WHERE = frozenset({"in", "at", "near", "on", "from", "outside", "among", "to"})
_CARE = frozenset({"condition", "hospital", "coma"})
_WOUNDS = frozenset({"wounds", "injuries", "burns", "bruises", "fractures", "cuts"})
_STATES = {"in": _CARE, "with": _WOUNDS}  # "four in hospital", "several with bullet wounds"
_HURT = "harmed_injured"
_BETWEEN = "between"
_DEAD = frozenset({"dead", "killed", "died"})
_WITH = frozenset({"with", "alongside"})
_AS_SO = frozenset({"as", "so"})
_LIKEWISE = frozenset({"was", "were", "did", "had", "has", "have"})


def joined_claims(draft: Draft, claim: Claim) -> list[Claim]:
    """The claims about people whom the same verb counts in other places of the clause."""
    reading = draft.reading
    if claim.reading is not reading:
        return []
    if claim.best == 0:  # "besides the bomber, no one was killed"
        found = _in_addition(reading, claim)
        return [other for other in found if _has_died(reading, other.nominal)]
    group = reading.clauses.chunks[claim.nominal.chunk]
    if group.first <= claim.nominal.head < group.head:
        return []  # "five civilian deaths and nine injuries": the nouns are joined, not who died
    return [
        *(_in_addition(reading, claim) or _along_with(draft, claim)),
        *_person_beside(reading, claim),
        *_likewise(draft, claim),
        *_counted_too(reading, claim),
        *_gapped(draft, claim),
        *_hurt_too(draft, claim),
    ]


def _in_addition(reading: Reading, claim: Claim) -> list[Claim]:
    """As in "in addition to the two assailants, 64 people were killed"."""
    opening = _joint_words(reading.sentence.norms, 0)
    if not opening or len(opening) >= len(reading.sentence.norms):
        return []
    group = reading.clauses.at_token[len(opening)]
    if reading.clauses.kinds[group : group + 3] != "N,N" or group + 2 != claim.nominal.chunk:
        return []
    if claim.kind is CasualtyKind.INJURED and claim.best == 0:
        return []
    found = claim_of(reading, reading.nominal(group), claim.kind)
    return [found] if found is not None and found.best is not None else []


def _along_with(draft: Draft, claim: Claim) -> list[Claim]:
    """As in "five policemen as well as the bomber", "were killed, besides the five attackers"."""
    reading = draft.reading
    norms = reading.sentence.norms
    if _JOINING.isdisjoint(norms):
        return []
    at = reading.clauses.at_token[claim.last - 1] + 1
    found = _joined_behind(reading, claim, at)
    if found is None and draft.chunk >= at:
        found = _joined_behind(reading, claim, draft.chunk + 1)
    return found or []


def _joined_behind(reading: Reading, claim: Claim, at: int) -> list[Claim] | None:
    """Who is joined by such words within a few chunks; null where no such words stand there."""
    norms = reading.sentence.norms
    clauses = reading.clauses
    kinds = clauses.kinds
    for number in range(at, min(at + _MAX_GAP, len(kinds))):
        first = clauses.chunks[number].first
        words = _joint_words(norms, first)
        if words and first + len(words) < len(norms):
            group = clauses.at_token[first + len(words)]
            if kinds[group] != "N":
                return []
            nominal = reading.nominal(group)
            if (
                nominal.is_definite
                and nominal.quantity is None
                and _is_several(nominal)
                and norms[nominal.head] not in noun_classes()["attacker"]
            ):
                return []  # "as well as the children": told before, and no number
            kind = CasualtyKind.KILLED if _has_died(reading, nominal) else claim.kind
            if _is_hurt(reading, group):
                kind = CasualtyKind.INJURED
            found = claim_of(reading, nominal, kind)
            return [found] if found is not None else []
        if kinds[number] in "GIUW:.V":
            return None
    return None


def _is_hurt(reading: Reading, number: int) -> bool:
    """As in "along with seven people with burns", "as well as 42 injured", "dozens of wounded"."""
    clauses, norms = reading.clauses, reading.sentence.norms
    hurt = noun_classes()[_HURT]
    behind = clauses.chunks[number + (clauses.kinds[number + 1 : number + 2] == "X")]
    if norms[behind.head] in hurt:
        return True
    at = number + 1 + (clauses.kinds[number + 1 : number + 2] == "A")  # "40 still in hospital"
    if clauses.kinds[at : at + 2] != "PN":
        return False
    preposition, state = clauses.chunks[at : at + 2]
    word = norms[preposition.first]
    if word == "of":
        return norms[state.first] in hurt
    return norms[state.head] in _STATES.get(word, ())


def _likewise(draft: Draft, claim: Claim) -> list[Claim]:
    """As in "two guards were killed, as were all three assailants", "so did two"."""
    reading = draft.reading
    norms = reading.sentence.norms
    clauses = reading.clauses
    at = next((at for at in range(draft.last, len(norms) - 2) if norms[at] in _AS_SO), None)
    if at is None:
        return []
    if norms[at + 1] not in _LIKEWISE:
        return []
    group = clauses.at_token[at + 2]
    if clauses.kinds[group] != "N":
        return []
    found = claim_of(reading, reading.nominal(group), claim.kind)
    return [found] if found is not None else []


def _has_died(reading: Reading, nominal: Nominal) -> bool:
    """As in "5 killed, 9 hurt, besides the attacker": the dead are counted without him."""
    head = reading.sentence.norms[nominal.head]
    return head in BOMBERS or (
        head in noun_classes()["attacker"] and not _DEAD.isdisjoint(reading.vocabulary)
    )


def _person_beside(reading: Reading, claim: Claim) -> list[Claim]:
    """As in "he and 21 others were killed", "he died with two sons": nobody says who he is."""
    clauses = reading.clauses
    if claim.quantity is None:
        return []
    at = claim.nominal.chunk - 2
    if at < 0 or clauses.kinds[at : at + 2] != "NC":
        at = _subject_of_with(reading, claim.nominal.chunk)
    if at < 0:
        return []
    group = clauses.chunks[at]
    if reading.sentence.norms[group.head] not in HE_SHE or group.last - group.first > 1:
        return []
    return [make_claim(reading, reading.nominal(at), claim.kind, (1, 1, 1), Qualifier.EXACT)]


def _subject_of_with(reading: Reading, number: int) -> int:
    """Who stands before the verb of "were killed with A", "died along with A"; -1 for nobody."""
    clauses = reading.clauses
    at = number - 1
    if at < 0 or reading.sentence.norms[clauses.chunks[at].last - 1] not in _WITH:
        return -1
    while clauses.kinds[at] in "PA" and at:
        at -= 1
    return at - 1 if clauses.kinds[at - 1 : at + 1] in {"NV", "NX"} else -1


def _joint_words(norms: tuple[str, ...], first: int) -> tuple[str, ...]:
    """The words at a token that join one group to another; empty where there are none."""
    if norms[first] not in _OPENING:
        return ()
    return next((words for words in _JOINTS if norms[first : first + len(words)] == words), ())


def _is_several(nominal: Nominal) -> bool:
    return nominal.actor is not None and nominal.actor.is_plural


def _counted_too(reading: Reading, claim: Claim) -> list[Claim]:
    """As in "the bodies of four men and three women": what else the "of" phrase counts."""
    clauses = reading.clauses
    chunk = claim.nominal.chunk
    if clauses.kinds[chunk] != "N" or clauses.chunks[chunk].head == claim.nominal.head:
        return []
    inner = clauses.at_token[claim.nominal.head]
    found = []
    joined = clauses.conjoined_right(inner)[1:]
    if not joined and clauses.kinds[inner + 1 : inner + 3] == "CN":
        joined = [inner + 2]  # "... of four men and three women were found"
    for number in joined:
        nominal = reading.nominal(number)
        if "event" in nominal.fillers:
            continue  # "hundreds of injuries and scores of deaths": told by its own noun
        if nominal.quantity is not None or claim.quantity is None:
            other = claim_of(reading, nominal, claim.kind)
            found += [other] if other is not None else []
    return found


def _gapped(draft: Draft, claim: Claim) -> list[Claim]:
    """As in "killed 24 at the pumps and 14 at the bus stand": numbers that share the verb.

    Also with a subject of their own ("the army lost 50 men and the rebels at least 30").
    """
    if claim.quantity is None:
        return []
    reading = draft.reading
    clauses = reading.clauses
    found: list[Claim] = []
    at = clauses.behind_of(claim.nominal.chunk)
    for _ in range(_MAX_LIST):
        joint = _joint(draft, at)
        if joint is None:
            break
        nominal = _gapped_group(reading, joint, is_next=joint == at + 1)
        if nominal is None:
            break
        other = claim_of(reading, nominal, claim.kind)
        if other is None:
            break
        other.last = max(other.last, nominal.last)
        found.append(other)
        at = clauses.at_token[nominal.last - 1] + 1
    return found


def _joint(draft: Draft, number: int) -> int | None:
    """The group behind the next "and" of a clause with places and times alone in between."""
    clauses = draft.reading.clauses
    kinds = clauses.kinds
    for at in range(number, min(len(kinds) - 1, number + _MAX_WALK)):
        kind = kinds[at]
        if kind == "C" or (kind == "," and kinds[at + 1] == "N"):
            is_list = clauses.first_words[at] in {"and", ","}
            return at + 1 if is_list and kinds[at + 1] == "N" else None
        if kind == "P" and clauses.first_words[at] == _BETWEEN:
            return None
        if kind not in "PNtAJ" and not (kind in "VX" and at in {draft.chunk, number}):
            return None
    return None


def _gapped_group(reading: Reading, number: int, *, is_next: bool) -> Nominal | None:
    """A number before a place or a time of its own, or who was counted and then the number.

    ``is_next``: nothing but "and" stands before it, so a number alone is no clause of its own.
    """
    clauses = reading.clauses
    kinds = clauses.kinds
    chunks = clauses.chunks
    own = reading.quantities.get(chunks[number].first)
    if own is not None:
        return None if is_next else _number_somewhere(reading, number, own)
    if kinds[number + 1 : number + 2] != "N":
        return None
    quantity = reading.quantities.get(chunks[number + 1].first)
    if quantity is None or quantity.last != chunks[number + 1].last:
        return None
    who = reading.nominal(number)
    if who.actor is None or not measures_persons(reading.sentence, quantity):
        return None
    return replace(who, quantity=quantity, last=quantity.last)


def _number_somewhere(reading: Reading, number: int, own: Quantity) -> Nominal | None:
    """As in "14 at the bus stand", "eight civilians in Menaka"; not "seven in hospital"."""
    clauses = reading.clauses
    chunks = clauses.chunks
    following = clauses.kinds[number + 1 : number + 3]
    if not measures_persons(reading.sentence, own):
        return None
    where = clauses.first_words[number + 1] if following[:1] == "P" else ""
    if following == "PN" and clauses.head_words[number + 2] in _CARE:
        return None
    nominal = reading.nominal(number)
    if own.last == chunks[number].last and (where in _WHERE or following[:1] == "t"):
        return replace(nominal, quantity=own, actor=None, fillers=frozenset({"number"}))
    return nominal if where in AT_PLACE and nominal.actor is not None else None


def _hurt_too(draft: Draft, claim: Claim) -> list[Claim]:
    """As in "put the wounded at 50", "and a fourth in hospital", "and dozens of wounded"."""
    reading = draft.reading
    clauses = reading.clauses
    kinds = clauses.kinds
    if claim.kind is not CasualtyKind.KILLED or not {*"C,"} & {*kinds[claim.nominal.chunk :]}:
        return []
    start = clauses.behind_of(claim.nominal.chunk)
    for at in range(start, min(len(kinds) - 2, start + _MAX_WALK)):
        leaves = kinds[at] in "VXG" and clauses.head_words[at] in noun_classes()["leaving"]
        if kinds[at] in "VXGIUW:" and not leaves:
            break
        if kinds[at : at + 3] != "NPN" and kinds[at : at + 4] != "NAPN":
            continue
        preposition = clauses.first_words[at + 1]
        behind = clauses.chunks[at + 2]
        is_with = kinds[at - 1] == "P" and clauses.first_words[at - 1] == "with"
        if preposition == "at" and clauses.head_words[at] in noun_classes()[_HURT]:
            quantity = reading.quantities.get(behind.first)
            nominal = replace(reading.nominal(at + 2), actor=None, quantity=quantity)
        elif (
            _is_hurt(reading, at)
            and (is_with or kinds[at - 1] in ",CVXG")
            and clauses.head_words[at] not in THEM_WHOM
        ):
            nominal = reading.nominal(at)
        else:
            continue
        found = claim_of(reading, nominal, CasualtyKind.INJURED)
        return [found] if found is not None else []
    return []

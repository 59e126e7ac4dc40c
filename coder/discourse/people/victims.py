"""Who the victims were, told in a sentence of its own: "The dead were identified as A and B"."""

from collections.abc import Iterator, Sequence

from coder.discourse.acts import HARM, Act, Named
from coder.discourse.blame.named import IDENTIFIED
from coder.events.reading import Reading
from coder.events.roles.names import listed_names
from coder.events.roles.nominals import Nominal
from coder.events.senses.violence import is_violent
from coder.lexicon.closed import HE_SHE, HE_SHE_THEY
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.kinds import SOLDIERS_AND_POLICE

_NEAR = 2  # sentences: "Four died. The police gave their names. They are A, B, C and D"
_BETWEEN = "PNtA"
_MAX_NAMES = 20
_VICTIMS = sign("told_victim")


def attach_victims(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give the last act of violence told before them the names that a sentence lists."""
    for reading in readings:
        if not reading.signs & _VICTIMS and reading.sentence.norms[0] not in HE_SHE_THEY:
            continue
        act = _act_before(acts, reading)
        if act is not None:
            act.named += [Named(reading, nominal) for nominal in _victims(reading, act)]


def counted_victims(act: Act) -> list[Named]:
    """As in "two teachers were among those killed in the raid": counted, and in no role of it."""
    if not is_violent(act.main.type):
        return []
    hit = [it for draft in act.drafts for it in draft.fillers if it.role in HIT_ROLES]
    if any(it.nominal.actor is not None or it.antecedent is not None for it in hit):
        return []
    others = noun_classes()["victim"] | noun_classes()["attacker"]
    return [
        Named(claim.reading, claim.nominal)
        for draft in act.drafts
        for claim in draft.claims
        if claim.kind in HARM
        and claim.nominal.actor is not None
        and "person" in claim.nominal.fillers
        and claim.head_word not in others
        and not (claim.is_of_doers or claim.is_partitive or claim.subset_of is not None)
        and not tells_only_harm(claim.reading, claim.nominal)
    ]


def _act_before(acts: Sequence[Act], reading: Reading) -> Act | None:
    index = reading.sentence.index
    return next(
        (
            act
            for act in reversed(acts)
            if act.drafts[0].reading.sentence.index <= index and is_violent(act.main.type)
        ),
        None,
    )


def _victims(reading: Reading, act: Act) -> Iterator[Nominal]:
    """The names behind "were identified as", "the dead are" and "among the injured was"."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    kinds = clauses.kinds
    for number, kind in enumerate(kinds):
        if kind == ":":
            yield from _behind_colon(reading, number, act)
        if kind == "N" and kinds[number + 1 : number + 3] == ",N" and _is_victim(reading, number):
            yield from listed_names(reading, number + 2, 1)
        if kind not in "VX":
            continue
        group = clauses.chunks[number]
        if norms[group.head] in IDENTIFIED:
            start = _behind_identified(reading, number, act)
            if start is not None:
                yield from listed_names(reading, start, _MAX_NAMES)
        elif reading.tags[group.head] == "B":
            yield from _behind_copula(reading, number, act)


def _behind_colon(reading: Reading, number: int, act: Act) -> Sequence[Nominal]:
    """As in "Dead: A and B", "the following soldiers died: A and B", "two were killed: A and B"."""
    norms = reading.sentence.norms
    if number == 1 and _is_harmed(reading, 0):
        return listed_names(reading, number + 1, _MAX_NAMES)
    if reading.clauses.first_words[number] != ":":
        return ()
    if "following" in norms and not noun_classes()["hurt"].isdisjoint(norms):
        return listed_names(reading, number + 1, _MAX_NAMES)
    return _counted_names(reading, number + 1, act)


def _behind_copula(reading: Reading, number: int, act: Act) -> Sequence[Nominal]:
    """As in "the dead are A and B", "they are A and B", "one of the wounded is A"."""
    kinds = reading.clauses.kinds
    start = number + 1 + (kinds[number + 1 : number + 2] == ":")
    if _is_of_harmed(reading, number):
        return listed_names(reading, start, _MAX_NAMES)
    pronoun = reading.sentence.norms[0]
    if number != 1 or pronoun not in HE_SHE_THEY:
        return ()
    names = _counted_names(reading, start, act)
    return names if (len(names) > 1) is (pronoun == "they") else ()


def _counted_names(reading: Reading, at: int, act: Act) -> list[Nominal]:
    """The names of as many people as the act was just said to have harmed; else none.

    As in "A bomb killed four people. They are A, B, C and D", "two died when it hit: A and B".
    """
    names = listed_names(reading, at, _MAX_NAMES)
    index = reading.sentence.index
    is_told = names and any(
        filler.role in HIT_ROLES
        and 0 <= index - draft.reading.sentence.index <= _NEAR
        and _number_of(filler.nominal) == len(names)
        for draft in act.drafts
        for filler in draft.fillers
    )
    return names if is_told else []


def _number_of(nominal: Nominal) -> int | None:
    """How many unnamed people a noun group tells; null where it does not say."""
    actor = nominal.actor
    if nominal.quantity is not None:
        return nominal.quantity.best
    is_one = actor is not None and actor.name is None and not actor.is_plural
    return 1 if is_one and "person" in nominal.fillers else None


def tells_only_harm(reading: Reading, nominal: Nominal) -> bool:
    """As in "the dead", "the two victims": who they were is told elsewhere."""
    norms = reading.sentence.norms
    is_definite = nominal.is_definite or norms[nominal.head - 1] == "the"  # "two of the dead"
    return (
        is_definite
        and norms[nominal.head] in noun_classes()["victim"]
        and nominal.last == nominal.head + 1
    )


def _behind_identified(reading: Reading, number: int, act: Act) -> int | None:
    """Where the names begin: "were identified as A", "police identified the dead as A"."""
    clauses = reading.clauses
    kinds = clauses.kinds
    said_of = _said_of(reading, number)
    if said_of is not None:
        at = _as_behind(reading, number)
        if at is not None and (
            _is_of_harmed(reading, number)
            or _is_of_one_told(reading, said_of, act)
            or (_is_number(reading, said_of) and len(_counted_names(reading, at + 1, act)) > 1)
        ):
            return at + 1
        return None
    whom = clauses.objects(number)
    if len(whom) == 1 and _is_harmed(reading, whom[0]):
        behind = clauses.behind_of(whom[0])
        return behind + 1 if kinds[behind : behind + 1] == "P" else None
    return None


def _said_of(reading: Reading, verb: int) -> Sequence[int] | None:
    """Of whom it is said who they are; null where the verb says it of its object.

    Also in "the teacher, identified as Ana Ruiz, was".
    """
    clauses = reading.clauses
    if clauses.chunks[verb].passive:
        return clauses.subject(verb)
    before = verb - 1 - (clauses.kinds[verb - 1 : verb] == ",")
    is_aside = clauses.kinds[verb] == "X" and clauses.kinds[verb + 1 : verb + 2] == "P"
    return [before] if is_aside and before >= 0 and clauses.kinds[before] == "N" else None


def _is_number(reading: Reading, groups: Sequence[int]) -> bool:
    """As in "they", "the three": people by nothing but how many they are."""
    if len(groups) != 1:
        return False
    whom = reading.nominal(groups[0])
    is_bare = whom.quantity is not None and whom.quantity.last == whom.last
    return is_bare or reading.sentence.norms[whom.first] == "they"


def _as_behind(reading: Reading, verb: int) -> int | None:
    """Where "as" stands behind the verb: also in "named by police last night as A"."""
    clauses = reading.clauses
    for at in range(verb + 1, len(clauses.kinds)):
        if clauses.kinds[at] not in _BETWEEN:
            return None
        if clauses.first_words[at] == "as":
            return at
    return None


def _is_of_one_told(reading: Reading, said_of: Sequence[int], act: Act) -> bool:
    """As in "the policeman was identified as": whom the verb is about is called as a victim was.

    Or by another word for people of that kind: "the policemen" after "three officers".
    """
    if len(said_of) != 1:
        return False
    whom = reading.nominal(said_of[0])
    if reading.sentence.norms[whom.first] in HE_SHE:
        return _harms_one(act)
    if not whom.is_definite:
        return False
    head = reading.sentence.norms[whom.head]
    return any(
        filler.role in HIT_ROLES
        and (draft.head_word(filler) == head or _are_same_kind(filler.nominal, whom))
        for draft in act.drafts
        for filler in draft.fillers
    )


def _are_same_kind(one: Nominal, other: Nominal) -> bool:
    """Whether two groups tell unnamed people of one trade in arms, both one or both several."""
    mine, theirs = one.actor, other.actor
    return (
        mine is not None
        and theirs is not None
        and mine.type is theirs.type
        and mine.type in SOLDIERS_AND_POLICE
        and mine.is_plural is theirs.is_plural
        and "person" in one.fillers & other.fillers
    )


def _harms_one(act: Act) -> bool:
    """Whether the act harmed one person and no more: "he" is that one."""
    counted = [claim for draft in act.drafts for claim in draft.claims if claim.kind in HARM]
    return bool(counted) and all(claim.best == 1 for claim in counted)


def _is_of_harmed(reading: Reading, verb: int) -> bool:
    """Whether the verb is about people harmed: its subject, or "among" them before it."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    kinds = clauses.kinds
    before = verb - 1
    while before > 0 and kinds[before] in "At":
        before -= 1
    if before > 0 and kinds[before] == "N":
        opening = clauses.chunks[before - 1]
        if (
            norms[opening.first] == "among"
            and clauses.head_words[before] in noun_classes()["victim"]
        ):
            return True
    if kinds[:1] == "X" and clauses.head_words[0] in noun_classes()["hurt"]:
        return not kinds[1:verb].strip("PN")  # "Injured by the blast were"
    return any(
        _is_harmed(reading, number) or _tells_harm(reading, number, verb)
        for number in clauses.subject(verb)
    )


def _is_harmed(reading: Reading, number: int) -> bool:
    """As in "the dead", "the two other wounded nuns"."""
    chunks = reading.clauses.chunks
    group = chunks[number]
    norms = reading.sentence.norms
    if reading.clauses.kinds[number + 1 : number + 3] == "PN" and norms[group.last] == "of":
        part = chunks[number + 2]  # "one of the wounded"
        return (
            norms[part.head] in noun_classes()["victim"]
            and norms[group.head] not in noun_classes()["deed"]
        )
    return norms[group.head] in noun_classes()["victim"] or not noun_classes()["hurt"].isdisjoint(
        norms[group.first : group.head]
    )


def _is_victim(reading: Reading, number: int) -> bool:
    """As in "the victim, Ana Ruiz, is recovering", "the other victim, Eva Paz"."""
    group = reading.clauses.chunks[number]
    norms = reading.sentence.norms
    return norms[group.first] == "the" and norms[group.last - 1] == "victim"


def _tells_harm(reading: Reading, first: int, last: int) -> bool:
    """As in "the students who were killed are", and not "the man who killed four is"."""
    clauses = reading.clauses
    return any(
        clauses.kinds[number] in "VX"
        and clauses.head_words[number] in noun_classes()["hurt"]
        and (clauses.chunks[number].passive or not clauses.objects(number))
        for number in range(first, last)
    )

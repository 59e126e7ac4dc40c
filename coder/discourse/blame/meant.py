"""Which act of a text is meant by those who claim it, accuse or suspect; which words name one."""

from collections.abc import Iterator, Sequence
from datetime import date

from coder.discourse.acts import Act, Responsibility
from coder.discourse.blame.named import label_of_doers
from coder.discourse.blame.party import Blame
from coder.discourse.merging.anew import FEW, RANKS
from coder.discourse.merging.likeliest import names_in_clause
from coder.discourse.merging.named_kinds import describing
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal, is_plural
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.kinds import ARMED_GROUPS, STATE_FORCES
from coder.values.labels import ActorType, Certainty, EventType, Modality, WeaponType

_NEAR = 7  # chunks: "the man wanted by the United States over the July 7 attacks"
_SOON = 3  # sentences: "... were shot dead. ... The attackers escaped."
_UNCOUNTED = frozenset({"violence", "bloodshed", "carnage", "terror", "unrest"})
_DEEDS_BLAMED = frozenset({"NXP", "NKP", "NVP"})
_OTHER = frozenset({"previous", "past", "earlier", "prior", "similar"})
_ATTACK = frozenset({"attack", "attacks", "killing", "killings", "massacre"})
_COUNTING = frozenset({"both", "all", "the"})
_ANSWERED = frozenset(
    {"in answer to", "in response to", "in reaction to", "in reprisal for", "in retaliation for"}
    | {"retaliation for", "reprisal for", "revenge for", "retribution for"}
)
PART = frozenset({"part", "role", "hand", "involvement", "link", "links", "connection"})
_VIOLENT = frozenset({"complicity", "terrorism", "genocide", "abuses", "responsibility"})
_EXPLODING = frozenset({WeaponType.EXPLOSIVE_DEVICE, WeaponType.VEHICLE_BOMB, WeaponType.ROCKET})
_DEEDS = PART | _VIOLENT | {"it", "this"}
_THEFT = "theft"
_BARE = frozenset({"", ".", ",", "P", "t"})
_CLOSE = 6  # chunks


def act_meant(acts: Sequence[Act], blame: Blame, found: Responsibility) -> Act | None:
    """The act of violence a sentence tells itself, else the last one told before it.

    Not one that the other side did: no rebels claim the raid of the police told last; nor what was
    foiled, behind what happened. Null where none is left, or where the party is only what the text
    calls somebody else.
    """
    reading = found.reading
    acts = [] if _is_kind_blamed(acts, found) else acts
    acts = _of_rank(_as_described(_of_that_day(acts, blame, found), found), found)
    acts = _without_takings(acts, found)
    chosen: Act | None = None
    for act in acts:
        told = [draft.chunk for draft in act.drafts if draft.reading is reading]
        if told and len(acts) > 1 and _only_says_who(blame, found, told):
            continue
        if told and blame.certainty is Certainty.CLAIMED and act.main.status_note in _ANSWERED:
            continue  # "claimed the barrage, in answer to the bombing of the camp"
        if told and (blame.deed is None or blame.deed in told) and _may_be_of(act, found.nominal):
            chosen = act
            break
        is_before = act.drafts[0].reading.sentence.index <= reading.sentence.index
        is_likely = chosen is None or _happened(act) or not _happened(chosen)
        if is_before and not told and is_likely and _may_be_of(act, found.nominal):
            chosen = act
    else:
        if blame.deed is not None and not _refers_back(acts, blame.deed, found):
            return None
    if chosen is None and acts and label_of_doers(reading):
        chosen = acts[0]  # "Perpetrator: bandits. Incident: attack on a village."
    if chosen is None or (blame.like is not None and not _did_it(chosen, blame, found)):
        return None
    if blame.is_told_elsewhere and not _lacks_doers(chosen, found):
        return None
    return chosen


def _without_takings(acts: Sequence[Act], found: Responsibility) -> Sequence[Act]:
    """As in "43 were killed ... Eight are thought to be kidnapped ... It claimed the attack"."""
    reading = found.reading
    if _ATTACK.isdisjoint(reading.vocabulary):
        return acts
    index = reading.sentence.index
    others = [act for act in acts if act.main.type is not EventType.ABDUCTION]
    is_told = any(
        act.drafts[0].reading.sentence.index < index
        for act in others
        if _happened(act) and _may_be_of(act, found.nominal)
    )
    return others if is_told else acts


def _is_kind_blamed(acts: Sequence[Act], found: Responsibility) -> bool:
    """As in "killings blamed on gangs have risen": no one act, and none told there."""
    reading, at = found.reading, found.nominal.chunk
    clauses, kinds = reading.clauses, reading.clauses.kinds
    while kinds[at - 2 : at] in {"NC", "N,"}:
        at -= 2  # "blamed on rebels and bandits"
    if kinds[at - 3 : at] not in _DEEDS_BLAMED or reading.sentence.words[-1] != ".":
        return False
    if clauses.head_words[at - 2] not in noun_classes()["blaming"]:
        return False
    deeds = clauses.chunks[at - 3]
    if not _OTHER.isdisjoint(reading.sentence.norms[max(deeds.first - 1, 0) : deeds.head]):
        return True  # "previous such attacks have been blamed on the Front"
    if kinds[at - 2] == "V":
        return False
    norm = reading.sentence.norms[deeds.head]
    return (
        norm in noun_classes()["deed"]
        and (is_plural(norm) or norm in _UNCOUNTED)
        and {"D", "#", "S"}.isdisjoint(reading.tags[deeds.first : deeds.head])
        and not any(
            draft.reading is reading and at - 3 in {draft.chunk, *draft.causes, *draft.subjects}
            for act in acts
            for draft in act.drafts
        )
    )


def acts_meant(acts: Sequence[Act], blame: Blame, found: Responsibility) -> Sequence[Act]:
    """The act of violence meant, or as many as the words count: "claimed both attacks"."""
    chosen = act_meant(acts, blame, found)
    if chosen is None:
        return ()
    number = _how_many(found)
    index = found.reading.sentence.index
    told = [
        act
        for act in acts
        if number > 1 and _happened(act) and act.drafts[0].reading.sentence.index < index
    ]
    last = told[-number:]
    return last if len(last) == number and chosen in last else (chosen,)


def _how_many(found: Responsibility) -> int:
    """As in "both attacks", "the two bombings"; one where the acts are not counted."""
    reading = found.reading
    deeds = noun_classes()["deed"]
    for at, group in enumerate(reading.clauses.chunks):
        norms = reading.sentence.norms[group.first : group.head + 1]
        if reading.clauses.kinds[at] == "N" and norms[-1:] and norms[-1] in deeds:
            counted = reading.number_in(at)
            if norms[0] in _COUNTING and counted is not None and norms[-1].endswith("s"):
                return counted.best or 1
    return 1


def _only_says_who(blame: Blame, found: Responsibility, told: Sequence[int]) -> bool:
    """As in "suspicion fell on the Front, which often attacks convoys": who the party is."""
    clauses = found.reading.clauses
    behind = clauses.behind_of(found.nominal.chunk)
    behind += 2 if clauses.kinds[behind : behind + 3] == ",NW" else 0  # "the Front, a group which"
    behind += clauses.kinds[behind : behind + 1] == ","
    is_relative = clauses.kinds[behind : behind + 1] == "W"
    return blame.deed is None and is_relative and min(told) > behind


def _lacks_doers(act: Act, found: Responsibility) -> bool:
    """Whether an act told not far before has no doers, and those meant are not whom it hit."""
    distance = found.reading.sentence.index - act.drafts[-1].reading.sentence.index
    norms = found.reading.sentence.norms
    head = norms[found.nominal.head]
    return (
        distance <= _SOON
        and not act.responsibilities
        and not any(
            filler.role in {"perpetrator", "participant"}
            or (draft.reading is found.reading and filler.nominal.chunk == found.nominal.chunk)
            or draft.head_word(filler) == head
            for draft in act.drafts
            for filler in draft.fillers
        )
    )


def _of_that_day(acts: Sequence[Act], blame: Blame, found: Responsibility) -> Sequence[Act]:
    """As in "accused of the July 7 attacks": of the acts told those of the day the words name."""
    reading = found.reading
    deed = _dated_deed(reading, found.nominal.chunk) if blame.deed is None else blame.deed
    if deed is None or not _days_in(reading, deed):
        return acts
    days = _days_in(reading, deed)
    return [
        act
        for act in acts
        if any(
            (draft.reading is reading and draft.chunk == deed)
            or any((time.first, time.last) in days for time in draft.times)
            for draft in act.drafts
        )
    ]


def _as_described(acts: Sequence[Act], found: Responsibility) -> Sequence[Act]:
    """As in "claimed the attack on the labourers", "the Lahore blast": of the acts those so told.

    Where several are, those that tell of most of these words.
    """
    if len(acts) <= 1:
        return acts
    words = set(_describing(found))
    told = [sum(names_in_clause(act, {word}, but=found.reading) for word in words) for act in acts]
    most = max(told)
    return [act for act, number in zip(acts, told, strict=True) if number == most]


def _of_rank(acts: Sequence[Act], found: Responsibility) -> Sequence[Act]:
    """As in "claimed the first attack but not the second": of the few acts told, the one meant."""
    reading = found.reading
    if RANKS.keys().isdisjoint(reading.vocabulary):
        return acts
    clauses, norms = reading.clauses, reading.sentence.norms
    for at in clauses.headed(noun_classes()["deed"], "N"):
        group = clauses.chunks[at]
        told = [act for act in acts if _happened(act) and _is_before(act, reading)]
        ranks = [RANKS[norm] for norm in norms[group.first : group.head] if norm in RANKS]
        if norms[group.first] == "the" and len(told) == FEW and ranks:
            return [told[ranks[0]]]
    return acts


def _is_before(act: Act, reading: Reading) -> bool:
    return act.drafts[0].reading.sentence.index < reading.sentence.index


def _describing(found: Responsibility) -> Iterator[str]:
    """The words that say which act is meant: where it was, whom or what it hit."""
    clauses = found.reading.clauses
    deeds = noun_classes()["deed"] | noun_classes()["retold_act"]
    for at in clauses.headed(deeds, "N"):
        if at != found.nominal.chunk:
            yield from describing(found.reading, at)


def _dated_deed(reading: Reading, number: int) -> int | None:
    """The deed behind those who are held to be behind it, where its words name a day."""
    kinds = reading.clauses.kinds
    for at in range(number + 1, min(number + _NEAR, len(kinds))):
        if kinds[at] in "UW:.":
            return None
        if kinds[at] == "N" and _days_in(reading, at):
            head = reading.clauses.head_words[at]
            return at if head in noun_classes()["deed"] else None
    return None


def _days_in(reading: Reading, number: int) -> set[tuple[date | None, date | None]]:
    """The days named inside a noun group: "the 7 July attacks"."""
    group = reading.clauses.chunks[number]
    start, end = reading.sentence.starts[group.first], reading.sentence.starts[group.head]
    return {(time.first, time.last) for time in reading.times if start <= time.start < end}


def _happened(act: Act) -> bool:
    """Whether an act was done, and is told as news."""
    return act.main.countable and act.main.modality is not Modality.FOILED


def _refers_back(acts: Sequence[Act], deed: int, found: Responsibility) -> bool:
    """Whether the words for the act can mean one told before: "the killing", beside no other."""
    reading = found.reading
    return reading.clauses.kinds[deed] == "N" and not any(
        draft.reading is reading for act in acts for draft in act.drafts
    )


def _may_be_of(act: Act, party: Nominal) -> bool:
    """Whether no party of the other side, the state's or those against it, is told as the doer."""
    side = _is_of_state(party)
    is_flown = act.main.type is EventType.AIR_STRIKE and not _is_official(party)
    if side is None and not is_flown:
        return True
    doers = [
        _is_of_state(filler.nominal)
        for draft in act.drafts
        for filler in draft.by_role("perpetrator")
    ]
    return not doers or None in doers or side in doers


def _is_official(party: Nominal) -> bool:
    return party.actor is not None and party.actor.type is ActorType.GOVERNMENT_OFFICIAL


def _is_of_state(party: Nominal) -> bool | None:
    """Whether a party is of the state, or against it; null where that is not told."""
    if party.is_negative:
        return False  # "no group has claimed it": whoever could have
    kind = party.actor.type if party.actor is not None else None
    if kind in STATE_FORCES:
        return True
    return False if kind in ARMED_GROUPS else None


def _did_it(act: Act, blame: Blame, found: Responsibility) -> bool:
    """Whether those meant did the act, or were just said to have ("he", "the man").

    Who only says of himself who he is need not be told as the doer: "the callers said they were".
    """
    reading = found.reading
    for draft in act.drafts:
        if draft.reading is reading:
            for filler in draft.fillers:
                if filler.nominal.chunk == blame.like:
                    return filler.role == "perpetrator"
    if blame.certainty is Certainty.CLAIMED:
        return True
    nominal = reading.nominal(blame.like or 0)
    if nominal.is_definite and "armed" in nominal.fillers and _by_unknown_men(act):
        return True  # "Hooded men fired. The gunmen were policemen"
    if not act.responsibilities or not ("pronoun" in nominal.fillers or nominal.is_definite):
        return False
    last = act.responsibilities[-1]
    if last.reading is reading:  # the second of the names that one is identified by
        return True
    return last.reading.sentence.index == reading.sentence.index - 1 and not last.is_nobody


def _by_unknown_men(act: Act) -> bool:
    """Whether armed men of whom no more is told did the act, and hit none in arms."""
    told = [filler for draft in act.drafts for filler in draft.fillers]
    doers = [it.nominal.actor for it in told if it.role == "perpetrator"]
    return any(
        actor is not None and actor.type is ActorType.UNIDENTIFIED_ARMED for actor in doers
    ) and not any(it.role in HIT_ROLES and "armed" in it.nominal.fillers for it in told)


def is_deed(reading: Reading, number: int) -> bool:
    """Whether a chunk names an act, or a weapon that stands for one."""
    head = reading.clauses.chunks[number].head
    norm = reading.sentence.norms[head]
    if norm in _DEEDS or norm in noun_classes()["deed"]:
        return True
    if head in reading.event_heads and norm != _THEFT:
        return True
    weapon = reading.nominal(number).weapon  # "blamed the Front for two car bombs"
    return weapon is not None and weapon.type in _EXPLODING


def is_harmless(reading: Reading, gerund: int) -> bool:
    """As in "accused of spying for a neighbour", "of cheating": done to nobody, no part of a deed.

    Not "of lying in wait for them", nor "of plotting with others in the murder".
    """
    clauses = reading.clauses
    if clauses.kinds[gerund + 1 : gerund + 2] not in _BARE or is_deed(reading, gerund):
        return False
    behind = range(gerund + 1, min(gerund + _CLOSE, len(clauses.kinds)))
    return not any(
        clauses.kinds[at] == "N"
        and (is_deed(reading, at) or "pronoun" in reading.nominal(at).fillers)
        for at in behind
    )

"""A number of dead or injured that is told to have changed, without a word for the dead.

"Police put the number of dead at 16 but later lowered it to 14", "The navy revised the figure down
to ten", "39 dead by noon, 50 by nightfall and 52 on Saturday", "put the rebel dead at 70 and its
own at nine". In: the acts of a text and its sentences. Out: the acts, with the last number.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from coder.discourse.acts import Act
from coder.events.counts.counting import make_claim, number_claim
from coder.events.counts.tolls import fate_of
from coder.events.drafts import Claim, Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.lexicon.closed import IT_THIS_THAT
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.mentions.quantities import measures_persons
from coder.rules.model import KILLED_OR_INJURED
from coder.values.labels import CasualtyKind, Qualifier
from coder.values.mentions import Quantity

_MAX_DISTANCE = 2  # sentences
_OWN = ("its", "own")
_LOSSES = frozenset({"losses"})
_NTH = frozenset({"victim", "fatality", "death"})
_RANK_ENDS = frozenset({"st", "nd", "rd", "th"})
_TOLLS = frozenset({"toll", "tolls"})
_GOALS = frozenset({"to", "at", "as"})
_BEFORE_TIME = frozenset({"by", "on", "at", "late"})
_BETWEEN = frozenset({",", "and"})
_MAX_SERIES = 6
_VERBAL = "VXLKJ"
_NAMING = "NnsE"
_UNTIL = "by"
_NUMBERS = frozenset({"number", "numbers"})
_NTHS, _CORRECTING = sign(_NTH), sign("toll_correct", "toll_state", "toll_change")


def attach_changed_tolls(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Add what a number of dead or injured became to the act it was told of."""
    for reading in readings:
        if reading.signs & _NTHS:
            _count_nth(acts, reading)
        if not reading.signs & _CORRECTING:
            continue
        told = [
            claim.first
            for act in acts
            for draft in act.drafts
            for claim in draft.claims
            if claim.reading is reading
        ]
        changes = sorted((*_changes(reading), *_of_sides(reading)), key=lambda it: it[3].first)
        for whose, kind, number, quantity in changes:
            if max(told, default=-1) >= quantity.first:
                continue
            meant = _meant(acts, reading, kind, number)
            if meant is not None:
                _add(meant, reading, whose, quantity)
            elif kind is not None and (act := _last_told(acts, reading)):
                counted = whose or _people(number, reading.nominal(number), quantity)
                act.drafts[-1].claims.append(number_claim(reading, counted, kind, quantity))
    for act in acts:
        _follow_series(act)


def _count_nth(acts: Sequence[Act], reading: Reading) -> None:
    """As in "killing 38. A 39th victim died on Tuesday": as many dead as the rank says."""
    norms = reading.sentence.norms
    for at in range(1, len(norms)):
        rank = norms[at - 1][:-2]
        if norms[at] not in _NTH or not rank.isdigit() or norms[at - 1][-2:] not in _RANK_ENDS:
            continue
        chunk = reading.clauses.at_token[at]
        meant = _meant(acts, reading, CasualtyKind.KILLED, chunk)
        if meant is None or _is_of_another(acts, meant[0], reading, chunk):
            continue
        if meant[2].best == int(rank) - 1:
            number = int(rank)
            nominal = Nominal(chunk, at - 1, at + 1, at, frozenset({"person"}))
            bounds = number, number, number
            claim = make_claim(reading, nominal, CasualtyKind.KILLED, bounds, Qualifier.EXACT)
            claim.is_total = meant[2].is_superseded = True
            meant[1].claims.append(claim)


def _is_of_another(acts: Sequence[Act], meant: Act, reading: Reading, number: int) -> bool:
    """As in "A 2nd victim was shot in B", "It was the 2nd death this year": of no act told before.

    The sentence tells of an act of its own, or the words say what something was.
    """
    return reading.clauses.kinds[number - 1 : number] == "V" or any(
        act is not meant and draft.reading is reading for act in acts for draft in act.drafts
    )


def _add(
    meant: tuple[Act, Draft, Claim], reading: Reading, whose: Nominal | None, quantity: Quantity
) -> None:
    """The new number, in place of the old ones where it counts the same people."""
    act, draft, known = meant
    nominal = whose or _counted_anew(known, reading, quantity)
    claim = number_claim(reading, nominal, known.kind, quantity)
    if whose is None:
        claim.is_total = True
        for other in (item for told in act.drafts for item in told.claims):
            other.is_superseded |= other.kind is claim.kind and other.subset_of is None
    draft.claims.append(claim)


def _counted_anew(known: Claim, reading: Reading, quantity: Quantity) -> Nominal:
    """The people of a claim, by the words of their new number."""
    return _people(reading.clauses.at_token[quantity.first], known.nominal, quantity)


def _meant(
    acts: Sequence[Act], reading: Reading, kind: CasualtyKind | None, number: int
) -> tuple[Act, Draft, Claim] | None:
    """The last claim of the kind, told before a chunk of the sentence or shortly before."""
    first = reading.clauses.chunks[number].first
    found = [
        (act, draft, claim)
        for act in acts
        for draft in act.drafts
        for claim in draft.claims
        if (claim.kind in KILLED_OR_INJURED if kind is None else kind is claim.kind)
        and _is_before(claim, reading, first)
    ]
    return max(found, key=_position, default=None)


def _position(told: tuple[Act, Draft, Claim]) -> tuple[int, int]:
    return told[2].reading.sentence.index, told[2].first


def _is_before(claim: Claim, reading: Reading, first: int) -> bool:
    """Whether a claim stands before a token of a sentence, or in a sentence shortly before."""
    if claim.reading is reading:
        return claim.first < first
    return 0 <= reading.sentence.index - claim.reading.sentence.index <= _MAX_DISTANCE


def _changes(
    reading: Reading,
) -> Iterator[tuple[Nominal | None, CasualtyKind | None, int, Quantity]]:
    """Whose number changed where it is that of a side, what befell them, the chunk, the number."""
    clauses = reading.clauses
    correcting = noun_classes()["toll_correct"]
    for verb, kind in enumerate(clauses.kinds):
        if kind not in "VXG" or "M" in clauses.chunks[verb].aux:
            continue
        head = clauses.head_words[verb]
        if head in noun_classes()["toll_state"]:
            yield from _stated(reading, verb)
        if head in noun_classes()["toll_change"]:
            yield from _grown(reading, verb)
        if head not in correcting:
            continue
        quantity = _reached(reading, verb)
        if quantity is None:
            continue
        what = clauses.befallen(verb)
        number = what[0] if what else _head_of_relative(reading, verb)
        if number is not None and _is_figure(reading, number):
            yield None, _kind_of(reading, number), number, quantity


def _stated(reading: Reading, verb: int) -> Iterator[tuple[None, CasualtyKind, int, Quantity]]:
    """As in "The dead numbered 49"."""
    clauses = reading.clauses
    whom, objects = clauses.subject(verb), clauses.objects(verb)
    quantity = reading.number_in(objects[0]) if objects else None
    kind = _kind_of(reading, whom[0]) if whom else None
    if quantity is not None and kind is not None and measures_persons(reading.sentence, quantity):
        yield None, kind, objects[0], quantity


def _grown(reading: Reading, verb: int) -> Iterator[tuple[None, CasualtyKind, int, Quantity]]:
    """As in "the number displaced rose to 400": of those who came to no bodily harm."""
    clauses, quantity = reading.clauses, _reached(reading, verb)
    number = verb - 1
    while number >= 0 and clauses.head_words[number] not in _NUMBERS:
        number = number - 1 if clauses.kinds[number] in "NPXA" else -1
    if number < 0 or quantity is None:
        return
    kind = fate_of(reading.sentence.norms[clauses.chunks[number].first : clauses.chunks[verb].last])
    if kind is not None:
        yield None, kind, number, quantity


def _of_sides(
    reading: Reading,
) -> Iterator[tuple[Nominal, CasualtyKind, int, Quantity]]:
    """As in "put the rebel dead at 70 and its own at nine": whose they are, and how many."""
    clauses, norms = reading.clauses, reading.sentence.norms
    kind, side = CasualtyKind.KILLED, None
    for number in range(1, len(clauses.kinds) - 2):
        group = clauses.chunks[number]
        at = _behind_at(reading, number)
        quantity = reading.number_in(at) if at is not None else None
        if at is None or quantity is None or not measures_persons(reading.sentence, quantity):
            continue
        is_own = norms[group.first : group.first + 2] == _OWN
        if is_own and side is not None:
            yield _people(at, side, quantity), kind, number, quantity
        elif norms[group.head] in noun_classes()["harmed"] | _LOSSES and not is_own:
            told = _kind_of(reading, number) or CasualtyKind.KILLED
            verb = number - 1
            speaker = clauses.subject(verb) if clauses.kinds[verb] in "VX" else []
            side = reading.nominal(speaker[0]) if speaker else None
            kind = told
            whose = reading.modifier(number, group.first, group.head)
            if at > number + 2 or group.head > group.first + 1 or whose.actor is not None:
                yield _people(at, whose, quantity), kind, number, quantity


def _behind_at(reading: Reading, number: int) -> int | None:
    """The number behind "at" in "put the dead at 16", "put the dead in the raid on Gao at 16"."""
    clauses = reading.clauses
    at = number + 1
    while clauses.kinds[at : at + 2] in {"PN", "Pt"}:
        if clauses.first_words[at] == "at":
            return at + 1 if reading.number_in(at + 1) is not None else None
        at += 2
    return None


def _people(number: int, side: Nominal, quantity: Quantity) -> Nominal:
    """People of a side, by the words of their number."""
    first, last = quantity.first, quantity.last
    return Nominal(number, first, last, last - 1, side.fillers, actor=side.actor, quantity=quantity)


def _last_told(acts: Sequence[Act], reading: Reading) -> Act | None:
    """The act told last before a sentence, or in it."""
    index = reading.sentence.index
    near = [act for act in acts if 0 <= index - act.sentence <= _MAX_DISTANCE]
    return near[-1] if near else None


def _reached(reading: Reading, verb: int) -> Quantity | None:
    """The number of people behind a verb and "to" or "at"."""
    clauses = reading.clauses
    at = verb + 1
    while at < len(clauses.kinds) and clauses.kinds[at] in "NAt":
        at += 1
    if clauses.kinds[at : at + 2] != "PN" or clauses.head_words[at] not in _GOALS:
        return None
    quantity = reading.number_in(at + 1)
    if quantity is None or not measures_persons(reading.sentence, quantity):
        return None
    return quantity if quantity.last >= clauses.chunks[at + 1].last else None


def _head_of_relative(reading: Reading, verb: int) -> int | None:
    """As in "a figure it later cut to 79"."""
    return verb - 2 if reading.clauses.kinds[verb - 2 : verb] == "NN" else None


def _is_figure(reading: Reading, number: int) -> bool:
    """Whether a group is a number of people told before: "it", "the figure", "a figure"."""
    clauses, norms = reading.clauses, reading.sentence.norms
    group = clauses.chunks[number]
    figures = noun_classes()["toll_noun"]
    if norms[group.head] in IT_THIS_THAT:
        before = norms[: group.first]
        return figures.isdisjoint(before) or _counts_harm(before)
    of = reading.of_what(number)
    if any(tag in _NAMING for tag in reading.tags[group.first : group.head]):
        return False  # "its growth figure"
    return norms[group.head] in figures and (
        of is None or _counts_harm(norms[clauses.chunks[of].first : clauses.chunks[of].last])
    )


def _counts_harm(words: Sequence[str]) -> bool:
    harmed = noun_classes()["harmed"] | noun_classes()["harmed_killed"]
    return not harmed.isdisjoint(words) or not _TOLLS.isdisjoint(words)


def _kind_of(reading: Reading, number: int) -> CasualtyKind | None:
    """What befell them, by the words of the group: "the first count of three injured"."""
    clauses, norms = reading.clauses, reading.sentence.norms
    last = clauses.chunks[reading.of_what(number) or number].last
    words = norms[clauses.chunks[number].first : last]
    if not noun_classes()["harmed_injured"].isdisjoint(words):
        return CasualtyKind.INJURED
    return CasualtyKind.KILLED if _counts_harm(words) else None


def _follow_series(act: Act) -> None:
    """As in "39 dead by noon, 50 by nightfall and 52 on Saturday": the last of them stands.

    Without "by" they are added up: "killed 3 men on Monday and 5 on Tuesday".
    """
    for draft in act.drafts:
        for claim in list(draft.claims):
            if claim.kind in KILLED_OR_INJURED and (last := _last_of_series(claim)) is not None:
                told = _counted_anew(claim, claim.reading, last)
                claim.is_superseded = True
                draft.claims.append(number_claim(claim.reading, told, claim.kind, last))


def _last_of_series(claim: Claim) -> Quantity | None:
    reading = claim.reading
    found: Quantity | None = None
    kinds, number = reading.clauses.kinds, claim.nominal.chunk
    while kinds[number + 1 : number + 2] and kinds[number + 1] in _VERBAL:
        number += 1  # "Nineteen people | had died | by Friday and 20 by Saturday"
    is_alone = number == claim.nominal.chunk
    told = claim.nominal.last if is_alone else reading.clauses.chunks[number].last
    at = _behind_time(reading, told)
    is_until = at is not None and _UNTIL in reading.sentence.norms[told:at]
    for _ in range(_MAX_SERIES):
        if at is None:
            break
        norms = reading.sentence.norms
        first = at
        while norms[at : at + 1] and norms[at] in _BETWEEN:
            at += 1
        quantity = reading.quantities.get(at) if at > first else None
        at = None if quantity is None else _behind_time(reading, quantity.last)
        is_until |= at is not None and _UNTIL in norms[first:at]
        found = quantity if at is not None else found
    return found if is_until else None


def _behind_time(reading: Reading, token: int) -> int | None:
    """The token behind "by noon", "on Saturday" that begins at a token; null for anything else."""
    norms, starts = reading.sentence.norms, reading.sentence.starts
    if norms[token : token + 1] and norms[token] in _BEFORE_TIME:
        token += 1
    for time in reading.times:
        if token < len(starts) and time.start <= starts[token] < time.end:
            return bisect_left(starts, time.end)
    return None

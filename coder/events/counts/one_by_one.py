"""Acts that one verb tells one by one: "80 were killed in Nairobi on Friday and seven in Dodoma".

Each has its own town or day, and whom or what it hit; the verb stands once for all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coder.events.counts.counting import claim_of, make_claim, number_claim
from coder.events.drafts import Claim, Draft, Filler
from coder.events.reading import Reading
from coder.events.senses.violence import is_outcome
from coder.lexicon.closed import A_OR_ANOTHER, AT_PLACE
from coder.lexicon.words import noun_classes
from coder.mentions.quantities import measures_persons
from coder.rules.model import HIT_ROLES
from coder.values.labels import DatePrecision, PlaceLevel, Qualifier
from coder.values.mentions import PlaceMention, TimeExpression

_PLACE = PlaceLevel.PLACE
_OF_ONE = frozenset({"toll", "hospital", "hospitals", "clinic", "clinics"})
_WHERE_AND_WHEN = r"(?:A?P?t|PN|(?<=N),N(?=,))+"
_FIRST = re.compile(rf"J?N?{_WHERE_AND_WHEN}")
_NEXT = re.compile(
    rf"(?:,?C|,)(?:(?:{_WHERE_AND_WHEN},?)?(?P<whom>N){_WHERE_AND_WHEN}|{_WHERE_AND_WHEN})(?![VXJN])"
)
_NOBODY = -1  # "went off in Jos on Saturday and in Kano on Sunday"
ONE_BY_ONE = "told one by one with its own town or day"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """One of the acts: the chunk of whom or what it hit (``_NOBODY``: none), where and when.

    ``within`` are the chunks that tell it.
    """

    whom: int
    place: PlaceMention | None
    time: TimeExpression | None
    within: range


def one_by_one(group: tuple[list[Draft], str]) -> Iterator[tuple[list[Draft], str]]:
    """A group of drafts, and behind it each further act that shares the verb of one of them."""
    members, reason = group
    parts: list[tuple[Draft, list[Draft]]] = []
    for draft in members:
        parts += [(part, _named_in(turn, draft, members)) for part, turn in _parts(draft, members)]
    if not parts:
        yield members, reason
        return
    taken = {id(named) for _, acts in parts for named in acts}
    members = [draft for draft in members if id(draft) not in taken]
    for draft in members:
        draft.causes = [
            at for at in draft.causes if all(at != it.chunk for _, acts in parts for it in acts)
        ]
    yield members, reason
    act = next((draft for draft in members if not is_outcome(draft)), None)
    for part, acts in parts:
        if acts:
            part.causes = [it.chunk for it in acts]
        elif act is not None and part.frame.tells_outcome:  # "clashes left 12 dead in A, two in B"
            part.type, part.subtype = act.type, act.subtype
        yield [*acts, part], ONE_BY_ONE


def _named_in(turn: _Turn, draft: Draft, members: Sequence[Draft]) -> list[Draft]:
    """As in "in an ambush in Gao and two in a grenade attack in Kidal": what each of them was."""
    return [
        it
        for it in members
        if it is not draft and it.reading is draft.reading and it.chunk in turn.within
    ]


def _parts(draft: Draft, members: Sequence[Draft]) -> list[tuple[Draft, _Turn]]:
    """The acts behind the first, which loses what belongs to them."""
    is_told = bool(draft.claims) or draft.support == "verb"
    if not is_told or not _OF_ONE.isdisjoint(draft.reading.vocabulary):
        return []
    turns = _turns(draft)
    if len(turns) <= 1 or not _are_apart(turns):
        return []
    home, *rest = turns
    made: list[tuple[Draft, _Turn]] = []
    for turn in rest:
        part = _part(draft, turn, turns)
        if part is None:
            return []
        made.append((part, turn))
    counted = [claim for part, _ in made for claim in part.claims]
    if counted and draft.claims[0].best == sum(claim.best or 0 for claim in counted):
        return []  # "killed 21 people in Tillaberi, 13 in A and eight in B": some of them
    _part_weapons(draft.reading, ((members, home), *(([part], turn) for part, turn in made)))
    whom = {turn.whom for turn in rest}
    draft.claims = [claim for claim in draft.claims if claim.nominal.chunk not in whom]
    draft.fillers = [filler for filler in draft.fillers if filler.nominal.chunk not in whom]
    if home.place is not None:  # "two on Friday and three on Monday in Gao": both were there
        theirs = [turn.place for turn in rest]
        draft.places = [place for place in draft.places if place not in theirs]
    draft.times = [home.time] if home.time is not None else draft.times
    return made


def _turns(draft: Draft) -> list[_Turn]:
    """The first act, and those behind it in the clause; empty where nothing says where or when."""
    reading = draft.reading
    kinds = reading.clauses.kinds
    hit = [filler.nominal.chunk for filler in draft.fillers if filler.role in HIT_ROLES]
    first = draft.claims[0].nominal.chunk if draft.claims else min(hit, default=draft.chunk)
    start = max(first, draft.chunk) + 1
    told = _FIRST.match(kinds, start)
    if told is None:
        return []
    found = [_turn(reading, first, range(start, told.end()))]
    at = told.end()
    while (told := _NEXT.match(kinds, at)) is not None:
        found.append(_turn(reading, told.start("whom"), range(at, told.end())))
        at = told.end()
    return found


def _part_weapons(reading: Reading, told: Sequence[tuple[Sequence[Draft], _Turn]]) -> None:
    """No weapon among the words that tell one of the acts is another's."""
    chunks = reading.clauses.chunks
    for acts, own in told:
        others = (at for _, turn in told if turn is not own for at in turn.within)
        words = {word for at in others for word in range(chunks[at].first, chunks[at].last)}
        for act in acts:
            act.weapons_apart |= words if act.reading is reading else frozenset()


def _turn(reading: Reading, whom: int, within: range) -> _Turn:
    """Where and when, by what stands behind whom or what was hit, or right before."""
    clauses = reading.clauses
    at_token = clauses.at_token
    place = (
        next(
            (
                place
                for place in reading.places
                if (number := at_token[place.first]) in within
                and (number == whom or clauses.first_words[number - 1] in AT_PLACE)
                and place.level is _PLACE
                and not place.is_demonym
            ),
            None,
        )
        or reading.nominal(whom).place
    )
    time = next(
        (
            time
            for time in reading.times
            if time.precision is DatePrecision.DAY and reading.chunk_of(time) in within
        ),
        None,
    )
    return _Turn(whom=whom, place=place, time=time, within=within)


def _are_apart(turns: Sequence[_Turn]) -> bool:
    """Whether each has a town of its own, or a day of its own; both where nothing else differs."""
    towns = {turn.place.name for turn in turns if turn.place is not None}
    days = {turn.time.first for turn in turns if turn.time is not None}
    if any(turn.whom == _NOBODY for turn in turns):
        return len(turns) == len(towns) == len(days)
    return len(turns) in (len(towns), len(days))


def _part(draft: Draft, turn: _Turn, turns: Sequence[_Turn]) -> Draft | None:
    """One of the further acts; null where it is none of the kind of the first."""
    hit = _hit(draft, turn.whom)
    if hit is None:
        return None
    claims, fillers = hit
    kept = draft.fillers
    if turn.whom != _NOBODY:
        others = {it.whom for it in turns} - {turn.whom}
        kept = [it for it in kept if it.nominal.chunk not in others and it.role not in HIT_ROLES]
    return replace(
        draft,
        claims=claims,
        fillers=kept + fillers,
        places=[turn.place] if turn.place is not None else draft.places,
        times=[turn.time] if turn.time is not None else draft.times,
    )


def _hit(draft: Draft, number: int) -> tuple[list[Claim], list[Filler]] | None:
    """Who is counted and whom or what is hit in a further act; null where it is of no such kind."""
    if number == _NOBODY:
        return None if draft.claims else ([], [])
    is_number = "number" in draft.reading.nominal(number).fillers  # "another in Kano"
    filler = None if is_number else _filler(draft, number)
    fillers = [] if filler is None else [filler]
    if not draft.claims:
        return ([], fillers) if fillers or is_number else None
    claim = _claim(draft, number)
    return None if claim is None else ([claim], fillers)


def _claim(draft: Draft, number: int) -> Claim | None:
    """Who is counted in a further act, as those of the first were; null where nobody is."""
    reading, kind = draft.reading, draft.claims[0].kind
    known = next((claim for claim in draft.claims if claim.nominal.chunk == number), None)
    if known is not None:
        return known if known.kind is kind and known.quantity is not None else None
    nominal, quantity = reading.nominal(number), reading.number_in(number)
    if quantity is not None:
        is_persons = measures_persons(reading.sentence, quantity)
        return number_claim(reading, nominal, kind, quantity) if is_persons else None
    norms = reading.sentence.norms[nominal.first : nominal.last]
    if norms[0] in A_OR_ANOTHER and norms[-1] in noun_classes()["ordinal"] | A_OR_ANOTHER:
        return make_claim(reading, nominal, kind, (1, 1, 1), Qualifier.EXACT)  # "a third in Gao"
    return claim_of(reading, nominal, kind) if nominal.actor is not None else None


def _filler(draft: Draft, number: int) -> Filler | None:
    """What was hit in a further act, in the role of what was in the first."""
    like = next((filler for filler in draft.fillers if filler.role in HIT_ROLES), None)
    nominal = draft.reading.nominal(number)
    if like is None or nominal.fillers.isdisjoint(like.nominal.fillers):
        return None
    return replace(like, nominal=nominal, antecedent=None)

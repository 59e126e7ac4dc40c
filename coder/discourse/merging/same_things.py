"""Whether two clauses hit the same thing: "an attack on the Pacific pipeline ... the pipeline"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coder.discourse.acts import Act
from coder.discourse.merging.same_numbers import same_victims
from coder.events.drafts import Draft, fillers_in
from coder.events.roles.names import name_words
from coder.events.status.presupposed import is_definite_act
from coder.lexicon.closed import A_AN
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.kinds import ATTACKS, DAMAGE, HITTING
from coder.values.labels import CasualtyKind, EventType, TargetType

_HITS = HITTING | ATTACKS
_SEVERAL = 5  # dead
_LEAD = 2  # sentences
_NEAR = 5  # sentences in which "the pipeline" is still the one told of


@dataclass(slots=True)
class _Thing:
    head: str
    names: frozenset[str]
    type: TargetType
    is_definite: bool
    is_one: bool
    is_new: bool
    sentence: int


def same_thing(act: Act, group: Act) -> bool:
    """Whether both hit the same thing by its name, or the second takes the thing for known."""
    told = list(_things(group)) if any(it.type in _HITS for it in group.drafts) else []
    if not told:
        return False
    old = list(_settlements(act)) if _is_by_many(act) else []
    if any(draft.type in _HITS for draft in act.drafts):
        old += _things(act)
    return any(_is_one(one, new) for one in old for new in told)


def _is_by_many(act: Act) -> bool:
    """Whether several died, as in a raid: "the village" was not hit where a man was shot in it."""
    return act.main.type in ATTACKS | {EventType.KILLING} and any(
        claim.kind is CasualtyKind.KILLED and (claim.best or 0) >= _SEVERAL
        for draft in act.drafts
        for claim in draft.claims
    )


def names_same_hit(act: Act, group: Act) -> bool:
    """As in "killed four traders ... the attack on the traders": by a noun told before."""
    told = {word for word, _ in nouns_hit(act.witnesses)}
    found = list(nouns_hit(group.witnesses))
    return bool(found) and all(is_definite and word in told for word, is_definite in found)


def tells_same_hit(act: Act, group: Act) -> bool:
    """Whether as many came to harm, or a headline and what is under it name one body as hit."""
    return same_victims(act, group) or bool(_bodies_hit(act) & _bodies_hit(group))


def _bodies_hit(act: Act) -> set[str]:
    return {
        it.nominal.actor.actor_id
        for _, it in fillers_in(act.witnesses, HIT_ROLES)
        if it.nominal.actor is not None and it.nominal.actor.actor_id is not None
    }


def nouns_hit(drafts: Iterable[Draft]) -> Iterator[tuple[str, bool]]:
    """The head noun of each person or thing that was hit, and whether it is definite.

    Of "the mosque attack" the mosque is.
    """
    for draft in drafts:
        is_known = is_definite_act(draft)
        for filler in draft.fillers:
            nominal = filler.nominal
            if filler.role in {"target", "victim"}:
                is_definite = nominal.is_definite or (is_known and filler.via == "modifier")
                yield draft.reading.sentence.norms[nominal.head], is_definite


def damages(one: EventType, other: EventType) -> bool:
    """Whether one type may only tell the damage that the other did."""
    return {one, other} == DAMAGE


def _things(act: Act) -> Iterator[_Thing]:
    for draft in act.witnesses:
        reading = draft.reading
        for filler in draft.fillers:
            nominal = filler.nominal
            if nominal.target is None or filler.role not in HIT_ROLES:
                continue
            quantity = nominal.quantity
            yield _Thing(
                head=reading.sentence.norms[nominal.head],
                names=name_words(reading, nominal),
                type=nominal.target.type,
                is_definite=nominal.is_definite,
                is_one=quantity is None or quantity.best == 1,
                is_new=reading.sentence.norms[nominal.first] in A_AN,
                sentence=reading.sentence.index,
            )


def _settlements(act: Act) -> Iterator[_Thing]:
    """As in "killed in the village of A", "in A village": "the village" is the one told."""
    for draft in act.witnesses:
        sentence = draft.reading.sentence
        for place in draft.places:
            before = sentence.norms[max(place.first - 2, 0) : place.first]
            behind = sentence.norms[place.last : place.last + 1]
            nouns = behind if before[1:] != ("of",) else before[:1]
            if not nouns or nouns[0] not in noun_classes()["place_noun"]:
                continue
            yield _Thing(
                head=nouns[0],
                names=frozenset(),
                type=TargetType.CIVILIAN_RESIDENCE,
                is_definite=True,
                is_one=True,
                is_new=False,
                sentence=sentence.index,
            )


def _is_one(old: _Thing, new: _Thing) -> bool:
    if old.names and new.names:
        # "an office of the party ... a unit office of the party": one more, unless in the lead
        is_more = new.is_new and old.is_new and old.sentence >= _LEAD
        return old.type is new.type and bool(old.names & new.names) and not is_more
    return (
        old.head == new.head
        and new.is_definite
        and not new.names
        and old.is_one
        and new.is_one
        and 0 <= new.sentence - old.sentence <= _NEAR
    )

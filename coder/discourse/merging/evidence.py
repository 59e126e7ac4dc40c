"""What speaks for and against two tellings being of one act, where neither words nor facts do.

Nothing sets them apart, and nothing says that they are one: a witness's account, a detail, one of
the dead by name. Each sign weighs a little; together they have to reach ``ENOUGH``.
"""

from collections.abc import Callable, Container, Iterator, Sequence

from coder.discourse.acts import HARM, Act, weapons_of
from coder.discourse.counts.wholes import adds
from coder.discourse.merging.conflicts import GENERAL, days_of
from coder.discourse.merging.described import number_of
from coder.discourse.merging.where_it_lies import contains
from coder.events.drafts import Claim, Draft, Filler, fillers_in, place_names
from coder.events.reading import Reading
from coder.events.roles.names import is_person_name
from coder.events.roles.nominals import Nominal
from coder.lexicon.closed import A_AN
from coder.lexicon.words import noun_classes
from coder.rules.model import ACTING_ROLES, HIT_ROLES
from coder.values.kinds import POINT_LEVELS
from coder.values.labels import ActorType, CasualtyKind

ENOUGH = 5
_NEAR = 3  # sentences
_TELLING = 3  # victims: smaller numbers are told of many acts
_QUOTES = frozenset({'"', "``", "''"})
_LITTLE = frozenset({"the", "a", "an", "some", "several", "its", "their", "two", "three", "four"})
_UNNAMED = frozenset({ActorType.UNIDENTIFIED_ARMED, ActorType.UNKNOWN})


def likeliest(acts: Sequence[Act], group: Act) -> list[Act]:
    """The act that a group most likely tells again, of equals the last; none where none is."""
    best, at = max(((weigh(act, group), at) for at, act in enumerate(acts)), default=(0, 0))
    return [acts[at]] if best >= ENOUGH else []


def weigh(act: Act, group: Act) -> int:
    """The sum of all signs: the greater, the likelier a group tells an act again."""
    return (
        sum(weight for sign, weight in _OF_BOTH if sign(act, group))
        + sum(weight for sign, weight in _OF_GROUP if sign(group))
        + _OPENING * (act.drafts[0].reading.sentence.index <= 1)
    )


def _same_type(act: Act, group: Act) -> bool:
    return act.main.type not in GENERAL and any(it.type is act.main.type for it in group.drafts)


def _same_general_type(act: Act, group: Act) -> bool:
    return act.main.type is group.main.type and act.main.type in GENERAL


def _same_weapon(act: Act, group: Act) -> bool:
    return bool(weapons_of(act) & weapons_of(group))


def _other_weapon(act: Act, group: Act) -> bool:
    old, new = weapons_of(act), weapons_of(group)
    return bool(old and new) and not old & new


def _same_place(act: Act, group: Act) -> bool:
    return bool(place_names(act.witnesses) & place_names(group.drafts))


def _new_place(act: Act, group: Act) -> bool:
    """A place that the act was not told with, but no area around it."""
    old = [place for draft in act.witnesses for place in draft.places]
    new = [place for draft in group.drafts for place in draft.places]
    return (
        bool(new)
        and not _same_place(act, group)
        and not any(
            place.level not in POINT_LEVELS and contains(place, area)
            for place in new
            for area in old
        )
    )


def _no_place(group: Act) -> bool:
    return not any(draft.places for draft in group.drafts)


def _own_victims_there(act: Act, group: Act) -> bool:
    """As in "two died in Kara", behind seven dead in another town: its own place and number."""
    return _new_place(act, group) and bool(_numbers(group)) and not _same_number(act, group)


def _same_day(act: Act, group: Act) -> bool:
    return bool(_days(act) & _days(group))


def _new_day(act: Act, group: Act) -> bool:
    return bool(_days(group)) and not _days(act)


def _is_near(act: Act, group: Act) -> bool:
    return group.main.reading.sentence.index - act.sentence <= _NEAR


def _is_of_witness(group: Act) -> bool:
    """As in "'He fired at us', said a guard", "a driver said he saw a man throw a grenade"."""
    sentence = group.main.reading.sentence
    return sentence.norms[0] in _QUOTES or not noun_classes()["witnessing"].isdisjoint(
        group.main.reading.vocabulary
    )


def _by_known(act: Act, group: Act) -> bool:
    """Whether all who act are taken for known, or told in the act by the same noun."""
    acting = list(fillers_in(group.drafts, ACTING_ROLES))
    old = list(fillers_in(act.witnesses, ACTING_ROLES))
    return bool(acting) and all(
        any(_are_one(*told, draft, filler) for told in old)
        or draft.noun_meant(filler) in noun_classes()["attacker"]
        or is_known_party(draft, filler)
        for draft, filler in acting
    )


def by_nobody_else(act: Act, group: Act) -> bool:
    """As in "two men burst in", where the act was told without those who did it, or as by some."""
    acting = list(fillers_in(group.drafts, ACTING_ROLES))
    old = list(fillers_in(act.witnesses, ACTING_ROLES))
    return (
        bool(acting)
        and not _by_known(act, group)
        and all(is_anybody(filler) for _, filler in acting)
        and all(is_anybody(filler) for _, filler in old)
    )


def _by_others(act: Act, group: Act) -> bool:
    """Whether somebody acts who is neither known nor anybody."""
    acting = list(fillers_in(group.drafts, ACTING_ROLES))
    return bool(acting) and not (
        _by_known(act, group) or by_nobody_else(act, group) or _hits_attackers(act, group)
    )


def _hits_attackers(act: Act, group: Act) -> bool:
    """As in "three gunmen ... Two were shot by guards and the third blew himself up"."""
    doers = list(fillers_in(act.witnesses, ACTING_ROLES))
    many = max((number_of(it.nominal) or 0 for _, it in doers), default=0)
    hit = [(draft, it) for draft, it in _hit(group) if it.effect is not None]
    return bool(hit) and all(
        draft.noun_meant(it) in noun_classes()["attacker"]
        or ("number" in it.nominal.fillers and 0 < (number_of(it.nominal) or 0) < many)
        for draft, it in hit
    )


def _hits_told(act: Act, group: Act) -> bool:
    """Whether whom or what it hit is told in the act by the same noun, or some of those harmed."""
    hit = list(_hit(group))
    heads = _heads_hit(act)
    return bool(hit) and all(_is_told(draft, filler, heads) for draft, filler in hit)


def _hits_definite(act: Act, group: Act) -> bool:
    """As in "a nightclub ... threw grenades into the club": known by its article, and no name."""
    hit = list(_hit(group))
    heads = _heads_hit(act)
    return (
        bool(hit)
        and not _hits_told(act, group)
        and all(
            _is_told(draft, filler, heads) or _is_plain_definite(draft, filler)
            for draft, filler in hit
        )
    )


def _hits_same_thing(act: Act, group: Act) -> bool:
    """As in "a bus station ... the terminal": a thing of the same kind, known by its article."""
    old = {_thing(filler) for _, filler in fillers_in(act.witnesses, HIT_ROLES)} - {None}
    return any(
        _thing(filler) in old and _is_plain_definite(draft, filler) for draft, filler in _hit(group)
    )


def _hits_new_thing(act: Act, group: Act) -> bool:
    """As in "attacked a school", "the Chinese embassy", where the act hit something else."""
    heads = _heads_hit(act)
    return any(
        filler.nominal.target is not None
        and not _is_told(draft, filler, heads)
        and not _is_plain_definite(draft, filler)
        for draft, filler in _hit(group)
    )


def _hits_somebody_new(act: Act, group: Act) -> bool:
    """As in "shot a boy" behind a robber shot, "ambushed a patrol": one more, by the same doers."""
    heads = _heads_hit(act)
    return any(
        draft.reading.sentence.norms[filler.nominal.first] in A_AN
        and filler.nominal.target is None
        and not _is_told(draft, filler, heads)
        for draft, filler in _hit(group)
    )


def _same_number(act: Act, group: Act) -> bool:
    """Whether both count one number of one kind that is told of few acts."""
    old, new = _numbers(act), _numbers(group)
    return any(number >= _TELLING and (kind, number) in old for kind, number in new)


def _counts_more(act: Act, group: Act) -> bool:
    """Whether it counts more than the act, which counts some of the kind."""
    return any(0 < _most(act, kind) < number for kind, number in _numbers(group))


def _counts_new_kind(act: Act, group: Act) -> bool:
    """Whether it counts, of people not told before, what the act counts none of."""
    return any(not _most(act, kind) for kind, _ in _numbers(group))


def _counts_others_there(act: Act, group: Act) -> bool:
    """As in "two other people were hit too": more of those harmed in the act just told."""
    return _adds(group) and _is_near(act, group) and not _has_ground(group)


def _counts_others_elsewhere(group: Act) -> bool:
    """As in "six more civilians died in shelling of B": on top of those told."""
    return _adds(group) and _has_ground(group)


def _adds(group: Act) -> bool:
    return any(adds(claim) for claim in _claims(group))


def _has_ground(group: Act) -> bool:
    return bool(place_names(group.drafts) or _days(group))


def _names_one_of_them(act: Act, group: Act) -> bool:
    """As in "Two people died ... Abdul Sharif, 31, was shot": by his name one of those counted."""
    named = [it for _, it in fillers_in(group.drafts, HIT_ROLES) if _is_one_named(it)]
    others = any(map(_is_one_named, (it for _, it in fillers_in(act.witnesses, HIT_ROLES))))
    return bool(named) and not others and _most(act, CasualtyKind.KILLED) > len(named)


def _names_somebody_else(act: Act, group: Act) -> bool:
    named = any(_is_one_named(it) for _, it in fillers_in(group.drafts, HIT_ROLES))
    return named and not _names_one_of_them(act, group)


def _is_one_named(filler: Filler) -> bool:
    return filler.effect is not None and is_person_name(filler.nominal)


_OPENING = 1  # for the act that a text opens with
_OF_GROUP: tuple[tuple[Callable[[Act], bool], int], ...] = (
    (_no_place, 1),
    (_is_of_witness, 1),
    (_counts_others_elsewhere, -4),
)
_OF_BOTH: tuple[tuple[Callable[[Act, Act], bool], int], ...] = (
    (_same_type, 2),
    (_same_general_type, 1),
    (_same_weapon, 1),
    (_other_weapon, -2),
    (_same_place, 2),
    (_new_place, -2),
    (_own_victims_there, -2),
    (_same_day, 2),
    (_new_day, -4),
    (_is_near, 1),
    (_by_known, 2),
    (_by_others, -2),
    (_hits_attackers, 3),
    (_hits_told, 2),
    (_hits_definite, 1),
    (_hits_same_thing, 1),
    (_hits_new_thing, -3),
    (_hits_somebody_new, -2),
    (_same_number, 3),
    (_counts_more, -3),
    (_counts_new_kind, -1),
    (_counts_others_there, 2),
    (_names_one_of_them, 3),
    (_names_somebody_else, -3),
)


def _hit(group: Act) -> Iterator[tuple[Draft, Filler]]:
    """Whom and what a group hits, but for the town it was in."""
    return (it for it in fillers_in(group.drafts, HIT_ROLES) if it[1].nominal.place is None)


def _heads_hit(act: Act) -> frozenset[str]:
    heads = {draft.noun_meant(filler) for draft, filler in fillers_in(act.witnesses, HIT_ROLES)}
    return noun_classes()["harmed"].union(heads)


def _is_told(draft: Draft, filler: Filler, heads: Container[str]) -> bool:
    """Whether who or what was hit was told before: no "three civilians", who may be others."""
    nominal = filler.nominal
    is_counted = nominal.actor is not None and nominal.actor.is_plural and not nominal.is_definite
    norm = draft.noun_meant(filler)
    if is_counted and norm not in noun_classes()["harmed"]:
        return False
    return "pronoun" in nominal.fillers or (norm in heads and nominal.place is None)


def _is_plain_definite(draft: Draft, filler: Filler) -> bool:
    """As in "the club", and not "the Chinese embassy", "the offices of the union", "A's house"."""
    nominal = filler.nominal
    words = draft.reading.sentence.words[nominal.first + 1 : nominal.last]
    return (
        nominal.is_definite
        and not is_person_name(nominal)
        and not (draft.reading.sentence.text.isupper() and len(words) > 1)
        and not any(word[:1].isupper() for word in words)
    )


def _are_one(old: Draft, told: Filler, new: Draft, filler: Filler) -> bool:
    """Whether two parties are told by one noun, and the second not as another group's."""
    one, other = old.meant_by(told), new.meant_by(filler)
    if _named_by_id(one[1]) & _named_by_id(other[1]):
        return True
    if old.noun_meant(told) != new.noun_meant(filler):
        return False
    marks = _marks_of(*one)
    return not marks or _marks_of(*other) <= marks


def _named_by_id(nominal: Nominal) -> set[str]:
    actor = nominal.actor
    return set() if actor is None or actor.actor_id is None else {actor.actor_id}


def _marks_of(reading: Reading, nominal: Nominal) -> set[str]:
    """The names before a noun: "Turkish", "regime" of "regime forces"."""
    sentence = reading.sentence
    return {sentence.norms[at] for at in range(nominal.first, nominal.head)} - _LITTLE


def is_known_party(draft: Draft, filler: Filler) -> bool:
    """Whether a party is taken for known by an article or a pronoun."""
    nominal = filler.nominal
    if filler.antecedent is not None:
        return filler.antecedent[1].is_definite and not is_person_name(filler.antecedent[1])
    return "pronoun" in nominal.fillers or _is_plain_definite(draft, filler)


def is_anybody(filler: Filler) -> bool:
    """As in "gunmen", "unidentified men": without a name, of no side."""
    actor = filler.nominal.actor
    if is_person_name(filler.nominal):
        return False
    return actor is None or (actor.actor_id is None and actor.type in _UNNAMED)


def _thing(filler: Filler) -> object | None:
    return None if filler.nominal.target is None else filler.nominal.target.type


def _days(act: Act) -> set[object]:
    return {days for draft in act.witnesses if (days := days_of(draft)) is not None}


def _claims(act: Act) -> Iterator[Claim]:
    for draft in act.witnesses:
        yield from (
            it for it in draft.claims if it.kind in HARM and it.best and not it.is_partitive
        )


def _numbers(act: Act) -> set[tuple[CasualtyKind, int]]:
    return {(claim.kind, claim.best or 0) for claim in _claims(act)}


def _most(act: Act, kind: CasualtyKind) -> int:
    return max((number for it, number in _numbers(act) if it is kind), default=0)

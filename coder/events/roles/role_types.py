"""Whether a noun group is of a type that a role takes, given where it stands.

People at large (``PEOPLE_AT_LARGE`` among the heads of a role) are whoever leaves in numbers: a few
who run off are as often those who did it, and who is on the way, on a visit or held somewhere gets
away without a home being left.
"""

from collections.abc import Collection, Sequence

from coder.events.counts.counted_nouns import are_remains
from coder.events.reading import Reading
from coder.events.roles.captives import is_held
from coder.events.roles.names import is_person_name
from coder.events.roles.nominals import Nominal, are_dead
from coder.events.roles.pronoun_things import speaker_before
from coder.lexicon.closed import A_OR_ONE, HIM_HER_THEM, HIS_HER_THEIR, ME_US, MORE_OTHERS
from coder.lexicon.entries import PersonNoun
from coder.lexicon.words import noun_classes
from coder.mentions.quantities import measures_persons
from coder.rules.asked import (
    CAPTIVE,
    DISPLACED,
    LADEN_VEHICLE,
    MANY,
    PEOPLE_AT_LARGE,
    PEOPLE_BY_NAME,
    PERSON_BY_NAME,
    REMAINS_OF_PEOPLE,
)
from coder.rules.model import DAMAGES, GROUPS_OF_PEOPLE, HARMS, RoleSpec
from coder.values.labels import ActorType, VictimGroup, WeaponType

_AT_LEAST = 50  # "some 3,000 fled": a few who flee are as often those who did it
RELEASED = "released"  # "was freed after a week with his kidnappers"
_OF_THINGS = DAMAGES | {None}
_ON_PEOPLE = HARMS | {"abducted"}
_CROWD_ALONE = frozenset({"crowd"})
_ARMED_ALONE = frozenset({"armed"})
_MEN = frozenset(
    {"man", "men", "individual", "individuals", "person", "persons", "youth", "youths"}
)
_PEOPLE_TOGETHER = frozenset({"crowd", "person"})
_OWN = A_OR_ONE | HIS_HER_THEIR
_ONE_MORE = frozenset({"one", "another", "second", "third"})
_ANOTHER = frozenset({"another", "a", "the"})
_CAR_BOMB = WeaponType.VEHICLE_BOMB
_ROADS = frozenset({"autopista", "avenida", "avenue", "boulevard", "carretera", "route", "ruta"})
_AIMING = frozenset({"at", "on", "into", "in", "upon", "towards"})  # "fired two shots at him"
_OF_THEM = ("of", "them")
_PERSONAL = HIM_HER_THEM | HIS_HER_THEIR | ME_US
PEOPLE = GROUPS_OF_PEOPLE | {"person"}
_CIVILIANS = ActorType.CIVILIANS
_DISPLACED = VictimGroup.REFUGEES_IDPS
_MANY = 50
_BAND = 10  # of one people: "two Syrians fled" may be anybody
_ARTICLES = frozenset({"the", "these", "those"})


def is_plausible(reading: Reading, role: RoleSpec, nominal: Nominal, via: str) -> bool:  # noqa: C901, PLR0911 - one answer a construction
    """Whether a noun group is of a type the role takes, given how surely it stands there."""
    if (role.fillers == _CROWD_ALONE and _is_one(reading, nominal)) or (
        role.name == "perpetrator" and are_dead(reading.sentence.norms, nominal)
    ):
        return False
    if role.heads:
        is_too_few = _asks_for_many(role) and _is_one(reading, nominal, _OWN)
        if is_too_few or (role.fillers == _ARMED_ALONE and _is_unarmed_man(reading, nominal)):
            return False
        return _is_listed(reading, role, nominal)
    if role.effect == "abducted" and _is_group_itself(reading, nominal):
        return False
    if not nominal.fillers.isdisjoint(role.fillers):
        return nominal.fillers & role.fillers != _CROWD_ALONE or not _is_one(reading, nominal)
    takes_people = bool(role.fillers & PEOPLE)
    if "name" in nominal.fillers:
        is_aim = "of" in role.prepositions or "object" in role.places  # no "exploded on Elm Street"
        if role.name == "target" and via in {"on", "against"} and is_aim:
            return takes_people
        return takes_people and via in {"subject", "object", "by", "of"}
    if nominal.is_unheard and takes_people and role.effect in _ON_PEOPLE:
        return _is_somebody(reading, nominal)
    if "pronoun" in nominal.fillers:
        if (
            role.effect not in _OF_THINGS
            and reading.sentence.norms[nominal.head] == "it"
            and (
                role.effect == "abducted"
                or reading.clauses.kinds[max(nominal.chunk - 1, 0)] in "VXIG"
            )
        ):
            return False  # "the command kills it": what is called "it" is nobody
        is_aim = via in _AIMING and reading.sentence.norms[nominal.head] in _PERSONAL
        return takes_people and (via in {"subject", "object", "by", "light verb"} or is_aim)
    if "number" in nominal.fillers:
        counted = {"to", "at", "light verb"} if role.effect is not None else set()
        return bool(role.fillers & {"person", "crowd"}) and via in {
            "subject",
            "object",
            "of",
            *counted,
        }
    return nominal.is_negative and takes_people and role.effect is not None


def _is_somebody(reading: Reading, nominal: Nominal) -> bool:
    """As in "shot two mukhtars", "wounded a mukhtar"; but "the daemon was killed"."""
    if nominal.quantity is not None:
        return measures_persons(reading.sentence, nominal.quantity)
    is_object = reading.clauses.kinds[max(nominal.chunk - 1, 0)] in "VXIGJ"  # "shot dead a ..."
    return is_object and reading.sentence.norms[nominal.first] in A_OR_ONE


def _asks_for_many(role: RoleSpec) -> bool:
    """Whether people of some kinds are meant as a crowd: "lynched by traders", by no clerk."""
    return role.fillers == _PEOPLE_TOGETHER and role.effect is None


def _is_unarmed_man(reading: Reading, nominal: Nominal) -> bool:
    """As in "two men took it", where those listed carry arms: "two men carrying rifles took it"."""
    return reading.sentence.norms[nominal.head] in _MEN and "armed" not in nominal.fillers


def _is_listed(reading: Reading, role: RoleSpec, nominal: Nominal) -> bool:
    """Whether a group is one of the things a role lists by their nouns."""
    weapon = nominal.weapon
    if (
        (weapon is not None and weapon.type is _CAR_BOMB and LADEN_VEHICLE in role.heads)
        or (CAPTIVE in role.heads and is_held(reading, nominal))
        or (REMAINS_OF_PEOPLE in role.heads and are_remains(reading, nominal))
        or _is_group_asked(reading, role, nominal)
    ):
        return True
    if (speaker := speaker_before(reading, nominal)) is not None:
        return _is_listed(reading, role, speaker)
    norms = reading.sentence.norms
    counting = reading.clauses.chunks[nominal.chunk].head
    if (_opens_with_head(reading, nominal, role) or _is_some_of_listed(reading, nominal, role)) or (
        role.name == "instrument" and device_meant(reading, role, nominal) is not None
    ):
        return True
    if role.effect == RELEASED and any(
        _has_head(norms, token, role) for token in range(nominal.first, nominal.head)
    ):
        return True  # "the soldier Ana Ruiz": the title of somebody who comes free
    if MANY in role.heads and "number" in nominal.fillers:
        return nominal.quantity is not None and (nominal.quantity.best or 0) >= _AT_LEAST
    return _has_head(norms, _head_meant(reading, nominal), role) or (
        counting != nominal.head
        and reading.clauses.kinds[nominal.chunk] == "N"
        and _has_head(norms, counting, role)
    )


def _is_some_of_listed(reading: Reading, nominal: Nominal, role: RoleSpec) -> bool:
    """As in "came upon a band of bandits and destroyed nine of them": of those told before."""
    clauses, norms = reading.clauses, reading.sentence.norms
    last = clauses.chunks[nominal.chunk].last
    if norms[last : last + 2] != _OF_THEM or nominal.quantity is None:
        return False  # "control of them"
    return any(
        kind == "N" and _has_head(norms, clauses.chunks[at].head, role)
        for at, kind in enumerate(clauses.kinds[: nominal.chunk])
    )


def _opens_with_head(reading: Reading, nominal: Nominal, role: RoleSpec) -> bool:
    """As in "the Autopista del Sol", "Route Nationale 4": a name that begins with what it is."""
    group, words = reading.clauses.chunks[nominal.chunk], reading.sentence.words
    first = group.first + (words[group.first].lower() == "the")
    return (
        first < group.head
        and reading.tags[first] == "E"
        and words[first].lower() in _ROADS & role.heads
    )


def device_meant(reading: Reading, role: RoleSpec, nominal: Nominal) -> Nominal | None:
    """As in "a bomb went off at a bank and another one was left at a school", "a second was"."""
    group = reading.clauses.chunks[nominal.chunk]
    words = reading.sentence.norms[group.first : group.last]
    if words[-1] not in _ONE_MORE or words[0] not in _ANOTHER or len(words) > len(_ANOTHER):
        return None
    clauses = reading.clauses
    for verb in range(nominal.chunk - 1, -1, -1):
        if clauses.kinds[verb] in "VX":
            for at in (*clauses.objects(verb), *clauses.subject(verb)):
                told = reading.nominal(at)
                is_one = told.quantity is not None  # "one rocket hit a wall and another a field"
                if at < nominal.chunk and _has_head(reading.sentence.norms, told.head, role):
                    return None if is_one else told
    return None


def _head_meant(reading: Reading, nominal: Nominal) -> int:
    """As in "killed five rebels and captured two others": the head of those counted before."""
    head = nominal.head
    if "number" not in nominal.fillers and reading.sentence.norms[head] not in MORE_OTHERS:
        return head
    chunks, kinds = reading.clauses.chunks, reading.clauses.kinds
    return next(
        (
            chunks[at].head
            for at in range(nominal.chunk - 1, -1, -1)
            if kinds[at] == "N"
            and reading.tags[chunks[at].head] not in "#E"
            and reading.number_in(at)
        ),
        head,
    )


def _is_group_itself(reading: Reading, nominal: Nominal) -> bool:
    """As in "took Azov": a group by its name, which nobody carries off as a whole."""
    actor = nominal.actor
    return (
        actor is not None
        and actor.actor_id is not None
        and "organisation" in nominal.fillers
        and reading.tags[nominal.head] == "E"
    )


def _is_one(reading: Reading, nominal: Nominal, articles: Collection[str] = A_OR_ONE) -> bool:
    """As in "a student": one person, who is no crowd."""
    actor = nominal.actor
    norms = reading.sentence.norms
    if (
        actor is None
        or actor.type is not ActorType.CIVILIANS
        or actor.is_plural
        or norms[nominal.first] not in articles
    ):
        return False
    found = reading.lexicon.persons.ending(norms, nominal.first, nominal.head + 1)
    entry = found[1][0].entry if found is not None else None
    return isinstance(entry, PersonNoun) and entry.kind == "person"


def _has_head(norms: Sequence[str], head: int, role: RoleSpec) -> bool:
    """Whether the head, alone or with the one or two words before it, is listed ("peace deal")."""
    return norms[head] in role.last_words and any(
        " ".join(norms[start : head + 1]) in role.heads
        for start in range(head, max(-1, head - 3), -1)
    )


def _is_group_asked(reading: Reading, role: RoleSpec, nominal: Nominal) -> bool:
    """Whether a role takes people by what kind of group they are, and these are of that kind."""
    actor = nominal.actor
    if DISPLACED in role.heads and actor is not None and actor.victim_group is _DISPLACED:
        return True  # "displaced Lebanese"
    if PERSON_BY_NAME in role.heads and is_person_name(nominal):
        return True  # "captured Abu Omar"
    if PEOPLE_AT_LARGE in role.heads:
        return _are_at_large(reading, nominal)
    return PEOPLE_BY_NAME in role.heads and (
        reading.tags[nominal.head] == "E"
        and nominal.quantity is not None
        and (nominal.quantity.best or nominal.quantity.low or 0) >= _MANY
        and _are_at_large(reading, nominal)
    )


def _are_at_large(reading: Reading, nominal: Nominal) -> bool:
    """As in "900 Burundians", "Somalis", "some 300 weavers"; no "80 passengers"."""
    norms = reading.sentence.norms
    if norms[nominal.head] in noun_classes()["passing"]:
        return False
    actor, quantity = nominal.actor, nominal.quantity
    is_name = reading.tags[nominal.head] == "E"
    if actor is None:
        if not is_name or "name" not in nominal.fillers or quantity is None:
            return False  # "3,000 Anglophones": a name that no list has
    elif actor.type is not _CIVILIANS or "armed" in nominal.fillers or actor.name is not None:
        return False
    if quantity is None:
        return is_name and actor is not None and actor.is_plural and _is_open(reading, nominal)
    return max(quantity.best or 0, quantity.low or 0) >= (_BAND if is_name else _MANY)


def _is_open(reading: Reading, nominal: Nominal) -> bool:
    """Not "the Iraqis", who may be forces told of before."""
    return reading.sentence.norms[nominal.first] not in _ARTICLES

"""Who fills what: a role gets the groups that stand in its place and are of its types."""

from collections.abc import Collection, Sequence

from coder.events.arms import owners_of_arms, users_of_craft
from coder.events.captives import is_held
from coder.events.counted_nouns import are_remains
from coder.events.crews import crew_of
from coder.events.doers import share_in
from coder.events.drafts import Filler
from coder.events.from_afar import BOMBARDMENT
from coder.events.gatherings import is_protest_met
from coder.events.ground import former_holder, ground
from coder.events.listed import HITTING, bodies_in_row, people_in_row, things_in_row
from coder.events.modifiers import modifiers_of
from coder.events.names import share_title
from coder.events.nominals import Nominal
from coder.events.pronoun_things import speaker_before, thing_meant
from coder.events.reading import Reading
from coder.events.slots import Slots
from coder.events.support import Support
from coder.lexicon.closed import A_OR_ONE, HIS_HER_THEIR
from coder.lexicon.entries import PersonNoun
from coder.lexicon.words import noun_classes
from coder.rules.asked import CAPTIVE, LADEN_VEHICLE, REMAINS_OF_PEOPLE
from coder.rules.model import DAMAGES, FORCES, Frame, RoleSpec
from coder.values.labels import ActorType, EventType, WeaponType

CAUSAL = frozenset(
    {"in", "during", "by", "from", "after", "following", "of", "amid", "through", "due to"}
)
# "Died after an attack" tells of one act, "burnt the school after an attack" of two.
_STRUCTURAL = frozenset({"subject", "object", "by", "light verb"})
_LOCATIVE = frozenset({"in", "at", "near", "on", "from", "of", "inside", "outside", "around"})
_ACTING = frozenset({"subject", "by", "light verb"})
SIDES = frozenset({"participant", "perpetrator", "gaining_party"})
_ALONGSIDE = "alongside"
_RELEASED = "released"  # "was freed after a week with his kidnappers"
_WITH = frozenset({"along with", "together with", _ALONGSIDE})
_HUMAN = frozenset({"person", "name", "number"})
_OF_THINGS = DAMAGES | {None}
_CROWD_ALONE = frozenset({"crowd"})
_PEOPLE_TOGETHER = frozenset({"crowd", "person"})
_OWN = A_OR_ONE | {"his", "her", "their"}
_OTHERS = frozenset({"other", "others", "more"})
_ONE_MORE = frozenset({"one", "another", "second", "third"})
_ANOTHER = frozenset({"another", "a", "the"})
_GROUND = frozenset({"territory", "losing_party"})
_CAR_BOMB = WeaponType.VEHICLE_BOMB
_EXPLOSION = "explosion"
_BEFALLEN = frozenset({"object", "subject"})  # "was killed with", "died with"
_ROADS = frozenset({"autopista", "avenida", "avenue", "boulevard", "carretera", "route", "ruta"})
PEOPLE = frozenset({"person", "armed", "organisation", "authority", "crowd"})
_TERRITORIAL_CHANGE = EventType.TERRITORIAL_CHANGE


def fill_roles(  # noqa: C901, PLR0912 - one walk, read in one place
    reading: Reading, frame: Frame, slots: Slots, support: Support
) -> tuple[list[Filler], list[int]]:
    """Give each role the groups that stand in its place and are of its types."""
    fillers: list[Filler] = []
    causes: list[int] = []
    used: set[int] = set()
    inside: set[int] = set()  # first tokens of the modifiers that have a role
    filled: set[str] = set()  # roles with a subject, an object or an agent
    for role in frame.roles:
        for via, number in _offers(role, slots, support):
            if number in used or _is_act_beside(reading, slots, number):
                continue
            if via in _LOCATIVE and role.name in filled:
                continue
            nominal = _fitting(reading, role, number, via, by_forces=frame.type in BOMBARDMENT)
            if nominal is None:
                continue
            used |= {number, nominal.chunk}
            if "event" in nominal.fillers:
                causes.append(number)
                is_met = role.name == "target" and is_protest_met(reading, frame, nominal, filled)
                if nominal.weapon is None and _EXPLOSION not in role.heads and not is_met:
                    continue  # but "an explosion ripped through a train"
            fillers.append(Filler(role.name, nominal, role.effect, via))
            if via in _STRUCTURAL:
                filled.add(role.name)
        fillers += modifiers_of(reading, frame, slots, role, inside)
    offered = [*slots.subject, *slots.agent]
    for phrase in slots.phrases:
        if phrase.preposition in CAUSAL and (
            frame.does_harm
            or frame.tells_outcome
            or phrase.preposition not in noun_classes()["behind_prep"]
        ):
            offered += phrase.groups
    causes += [
        number
        for number in offered
        if number not in used
        and not _is_act_beside(reading, slots, number)
        and share_in(reading, number) is None
        and "event" in reading.nominal(number).fillers
    ]
    if frame.reciprocal:
        fillers += _opponents(reading, frame, slots, support, used, fillers)
    target = frame.role("target") if frame.type in HITTING else None
    if target is not None:
        fillers += things_in_row(reading, frame, _offers(target, slots, support), fillers)
    if not fillers:
        return fillers, causes
    if len(slots.object) > 1:
        fillers += people_in_row(reading, slots.object, fillers)
    fillers += _companions(reading, frame, slots, fillers)
    fillers += bodies_in_row(reading, frame, slots.object, fillers)
    if frame.type is _TERRITORIAL_CHANGE and "by" in reading.vocabulary:
        fillers += former_holder(reading, fillers)
    if not any(filler.role == "perpetrator" for filler in fillers):
        fillers += owners_of_arms(reading, frame, fillers) or users_of_craft(
            reading, frame, _offers_of("perpetrator", frame, slots, support), fillers
        )
    fillers.sort(key=lambda filler: filler.nominal.first)
    if len(fillers) > 1:
        share_title(reading, fillers)
    return fillers, causes


def _fitting(
    reading: Reading, role: RoleSpec, number: int, via: str, *, by_forces: bool = False
) -> Nominal | None:
    """The noun group of a chunk as it fills a role in a place; null where it is not of its types.

    In the place of a party a craft is its crew, and the name of a country or town its government.
    """
    nominal = reading.nominal(number)
    acts = via in _ACTING
    is_side = role.name in SIDES
    if acts and is_side:
        nominal = crew_of(reading, nominal) or nominal
    elif role.name in _GROUND:
        nominal = ground(reading, role.name, nominal)
    if is_plausible(reading, role, nominal, via):
        return nominal
    if via == "object" and thing_meant(reading, role, nominal) is not None:
        return nominal
    is_acting = acts and is_side
    state = None
    if acts or is_side:
        state = reading.state(nominal, acts=is_acting, bare=is_acting and by_forces)
    return state if state is not None and is_plausible(reading, role, state, via) else None


def takes_object(reading: Reading, frame: Frame, objects: Sequence[int]) -> bool:
    """Whether one of the objects of a verb is of a type that a role of the frame takes there."""
    return any(
        _fitting(reading, role, number, "object") is not None
        for role in frame.roles
        if "object" in role.places
        for number in objects
    )


def _is_act_beside(reading: Reading, slots: Slots, number: int) -> bool:
    """As in "the murder of A and the kidnapping of B": an act beside another fills no role."""
    if reading.clauses.kinds[number - 1 : number + 2] != "CNP":
        return False
    if "event" not in reading.nominal(number).fillers:
        return False
    return any(
        number in phrase.groups[1:] and phrase.preposition == "of" for phrase in slots.phrases
    )


def _opponents(  # noqa: PLR0917 - the same walk goes on
    reading: Reading,
    frame: Frame,
    slots: Slots,
    support: Support,
    used: set[int],
    fillers: Sequence[Filler],
) -> list[Filler]:
    """As in "police and protesters clashed": with one party found, the armed other one is, too.

    And whoever else is of the role's types, where its heads were asked of the first.
    """
    role = frame.role("participant")
    if role is None or not any(item.role == role.name for item in fillers):
        return []
    kinds = FORCES | role.fillers if role.heads else FORCES
    offers = {number: via for via, number in _offers(role, slots, support)}
    nominals = [reading.nominal(number) for number in offers if number not in used]
    return [
        Filler(role.name, nominal, role.effect, offers[nominal.chunk])
        for nominal in nominals
        if nominal.chunk in offers and nominal.fillers & kinds and nominal.actor is not None
    ]


def _companions(
    reading: Reading, frame: Frame, slots: Slots, fillers: Sequence[Filler]
) -> list[Filler]:
    """As in "was killed along with her driver": the same befell the people named with "with"."""
    harmed = next((item for item in fillers if item.via in _BEFALLEN and item.effect), None)
    role = frame.role(harmed.role) if harmed is not None else None
    if role is None:
        return []
    norms = reading.sentence.norms
    found: list[Filler] = []
    for phrase in slots.phrases:
        if reading.clauses.chunks[phrase.position - 1].head in reading.event_heads:
            continue  # "held for fighting alongside the rebels"
        token = reading.clauses.chunks[phrase.position].first
        words = phrase.preposition
        if words == "with" and norms[token - 1 : token] == ("together",):
            words = "together with"
        elif norms[token] == _ALONGSIDE:
            words = _ALONGSIDE  # else no more than "near"
        elif words == "with" and norms[token + 1] in HIS_HER_THEIR and role.effect != _RELEASED:
            words = "together with"  # "abducted the chief with his two wives"
        if words in _WITH:
            nominals = [reading.nominal(number) for number in phrase.groups]
            found += [
                Filler(role.name, nominal, role.effect, words)
                for nominal in nominals
                if nominal.fillers & _HUMAN and is_plausible(reading, role, nominal, "object")
            ]
    return found


def _offers_of(name: str, frame: Frame, slots: Slots, support: Support) -> list[tuple[str, int]]:
    role = frame.role(name)
    return [] if role is None else _offers(role, slots, support)


def _offers(role: RoleSpec, slots: Slots, support: Support) -> list[tuple[str, int]]:
    """The groups that stand where the role may stand, the surest place first."""
    offers: list[tuple[str, int]] = []
    if "subject" in role.places:
        if slots.subject:
            offers += [("subject", number) for number in slots.subject]
        # "The injured were rushed to hospital by police": what befell the one did not the other.
        if slots.agent and not (role.effect and slots.object and "object" in role.places):
            offers += [("by", number) for number in slots.agent]
    if slots.object and "object" in role.places:
        offers += [("object", number) for number in slots.object]
    for name, groups in support.roles:
        if name == role.name:
            offers += [("light verb", number) for number in groups]
    for phrase in slots.phrases:
        if phrase.preposition in role.prepositions and (
            not phrase.is_inner or (role.name == "losing_party" and slots.object)
        ):  # "cleared the town of rebels": of whom the ground was freed, not whose it is
            offers += [(phrase.preposition, number) for number in phrase.groups]
    return offers


def is_plausible(reading: Reading, role: RoleSpec, nominal: Nominal, via: str) -> bool:  # noqa: PLR0911 - one answer a construction
    """Whether a noun group is of a type the role takes, given how surely it stands there."""
    if role.fillers == _CROWD_ALONE and _is_one(reading, nominal):
        return False
    if role.heads:
        is_too_few = _asks_for_many(role) and _is_one(reading, nominal, _OWN)
        return not is_too_few and _is_listed(reading, role, nominal)
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
    if "pronoun" in nominal.fillers:
        if (
            role.effect not in _OF_THINGS
            and reading.sentence.norms[nominal.head] == "it"
            and reading.clauses.kinds[max(nominal.chunk - 1, 0)] in "VXIG"
        ):
            return False  # "the command kills it": what is called "it" is nobody
        return takes_people and via in {"subject", "object", "by", "light verb"}
    if "number" in nominal.fillers:
        counted = {"to", "at", "light verb"} if role.effect is not None else set()
        return bool(role.fillers & {"person", "crowd"}) and via in {
            "subject",
            "object",
            "of",
            *counted,
        }
    return nominal.is_negative and takes_people and role.effect is not None


def _asks_for_many(role: RoleSpec) -> bool:
    """Whether people of some kinds are meant as a crowd: "lynched by traders", by no clerk."""
    return role.fillers == _PEOPLE_TOGETHER and role.effect is None


def _is_listed(reading: Reading, role: RoleSpec, nominal: Nominal) -> bool:
    """Whether a group is one of the things a role lists by their nouns."""
    weapon = nominal.weapon
    if (
        (weapon is not None and weapon.type is _CAR_BOMB and LADEN_VEHICLE in role.heads)
        or (CAPTIVE in role.heads and is_held(reading, nominal))
        or (REMAINS_OF_PEOPLE in role.heads and are_remains(reading, nominal))
    ):
        return True
    if (speaker := speaker_before(reading, nominal)) is not None:
        return _is_listed(reading, role, speaker)
    norms = reading.sentence.norms
    counting = reading.clauses.chunks[nominal.chunk].head
    if _opens_with_head(reading, nominal, role) or (
        role.name == "instrument" and device_meant(reading, role, nominal) is not None
    ):
        return True
    if role.effect == _RELEASED and any(
        _has_head(norms, token, role) for token in range(nominal.first, nominal.head)
    ):
        return True  # "the soldier Ana Ruiz": the title of somebody who comes free
    return _has_head(norms, _head_meant(reading, nominal), role) or (
        counting != nominal.head
        and reading.clauses.kinds[nominal.chunk] == "N"
        and _has_head(norms, counting, role)
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
    if "number" not in nominal.fillers and reading.sentence.norms[head] not in _OTHERS:
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

"""Who fills what: a role gets the groups that stand in its place and are of its types."""

from collections.abc import Sequence
from dataclasses import replace

from coder.events.drafts import Filler
from coder.events.reading import Reading
from coder.events.roles.arms import (
    arms_of_doers,
    leaders_of_operation,
    owners_of_arms,
    users_of_craft,
)
from coder.events.roles.bodies import hurt_in, is_part_asked, owner_asked, whose_body
from coder.events.roles.crews import crew_of
from coder.events.roles.doers import share_in
from coder.events.roles.gatherings import is_protest_met
from coder.events.roles.listed import bodies_in_row, people_beside, people_in_row, things_in_row
from coder.events.roles.modifiers import modifiers_of
from coder.events.roles.nominals import Nominal
from coder.events.roles.owners import doer_behind
from coder.events.roles.pronoun_things import thing_meant
from coder.events.roles.role_types import RELEASED, is_plausible
from coder.events.roles.slots import Slots
from coder.events.roles.titled import share_title
from coder.events.support import Support
from coder.lexicon.closed import HIS_HER_THEIR
from coder.lexicon.words import noun_classes
from coder.mentions.actors.crews import crew_actor
from coder.rules.model import DOING_PLACES, FORCES, HIT_ROLES, Frame, RoleSpec
from coder.values.kinds import BOMBARDMENT, HITTING
from coder.values.labels import EventType

CAUSAL = frozenset(
    {"in", "during", "by", "from", "after", "following", "of", "amid", "through", "due to"}
)
# "Died after an attack" tells of one act, "burnt the school after an attack" of two.
_STRUCTURAL = frozenset({"subject", "object", "by", "light verb"})
_LOCATIVE = frozenset({"in", "at", "near", "on", "from", "of", "inside", "outside", "around"})
SIDES = frozenset({"participant", "perpetrator", "gaining_party"})
_ALONGSIDE = "alongside"
_WITH = frozenset({"along with", "together with", _ALONGSIDE})
_HUMAN = frozenset({"person", "name", "number"})
_GROUND = frozenset({"territory", "losing_party"})
_EXPLOSION = "explosion"
_DURING, _AFTERWARDS = frozenset({"in", "during"}), frozenset({"after", "following"})
_BEFALLEN = frozenset({"object", "subject"})  # "was killed with", "died with"
_PROTEST, _TERRITORIAL_CHANGE = EventType.PROTEST, EventType.TERRITORIAL_CHANGE


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
            effect = role.effect or hurt_in(reading, number, nominal, via)
            fillers.append(Filler(role.name, nominal, effect, via))
            if via in _STRUCTURAL:
                filled.add(role.name)
        if slots.modifiers:
            fillers += modifiers_of(reading, frame, slots, role, inside)
    offered = [*slots.subject, *slots.agent]
    for phrase in slots.phrases:
        if phrase.preposition in CAUSAL and (
            frame.does_harm
            or frame.tells_outcome
            or phrase.preposition not in noun_classes()["behind_prep"]
        ):
            offered += phrase.groups
    causes = _without_earlier(
        slots,
        causes
        + [
            number
            for number in offered
            if number not in used
            and not _is_act_beside(reading, slots, number)
            and share_in(reading, number) is None
            and reading.is_act(number)
            and _may_be_means(reading, frame, number)
        ],
    )
    if frame.reciprocal:
        fillers += _opponents(reading, frame, slots, support, used, fillers)
    target = frame.role("target") if frame.type in HITTING else None
    if target is not None:
        fillers += things_in_row(reading, frame, _offers(target, slots, support), fillers)
    if not fillers:
        return fillers, causes
    if "instrument" in frame.requires:
        fillers += arms_of_doers(reading, frame, slots.subject, fillers)
    if len(slots.object) > 1:
        fillers += people_in_row(reading, slots.object, fillers)
    if len(slots.subject) > 1 or len(slots.object) > 1:
        fillers += people_beside(reading, frame, slots, fillers)
    fillers += _companions(reading, frame, slots, fillers)
    fillers += bodies_in_row(reading, frame, slots.object, fillers)
    if frame.type is _TERRITORIAL_CHANGE and "by" in reading.vocabulary:
        fillers += _former_holder(reading, fillers)
    if not any(filler.role == "perpetrator" for filler in fillers):
        fillers += (
            owners_of_arms(reading, frame, fillers)
            or leaders_of_operation(reading, frame, slots, fillers)
            or users_of_craft(
                reading, frame, _offers_of("perpetrator", frame, slots, support), fillers
            )
        )
    fillers.sort(key=lambda filler: filler.nominal.first)
    if len(fillers) > 1:
        share_title(reading, fillers)
    return _hit_alone(fillers), causes


def _without_earlier(slots: Slots, causes: list[int]) -> list[int]:
    """As in "killed in riots after the arrest of A": what came before what they were killed in."""
    if len(causes) < 2:  # noqa: PLR2004
        return causes
    inside = [group for it in slots.phrases if it.preposition in _DURING for group in it.groups]
    first = min((number for number in causes if number in inside), default=None)
    if first is None:
        return causes
    behind = {group for it in slots.phrases if it.preposition in _AFTERWARDS for group in it.groups}
    return [number for number in causes if number < first or number not in behind]


def _hit_alone(fillers: list[Filler]) -> list[Filler]:
    """As in "medics treated 14 people": what has an object harms no subject."""
    if len(fillers) == 1:
        return fillers
    hit = {item.role for item in fillers if item.via == "object" and item.role in HIT_ROLES}
    return [item for item in fillers if item.via != "subject" or item.role not in hit]


def _fitting(
    reading: Reading, role: RoleSpec, number: int, via: str, *, by_forces: bool = False
) -> Nominal | None:
    """The noun group of a chunk as it fills a role in a place; null where it is not of its types.

    In the place of a party a craft is its crew, and the name of a country or town its government.
    """
    nominal = reading.nominal(number)
    is_of_body = reading.clauses.head_words[number] in noun_classes()["body_part"]
    if is_of_body and role.name in HIT_ROLES:
        if is_part_asked(reading, role, number):
            return owner_asked(reading, role, number, via)
        nominal = whose_body(reading, number) or nominal
    acts = via in DOING_PLACES
    is_side = role.name in SIDES
    if acts and is_side:
        nominal = crew_of(reading, nominal) or nominal
    elif role.name in _GROUND:
        nominal = _ground(reading, role.name, nominal)
    if is_plausible(reading, role, nominal, via):
        return nominal
    meant = thing_meant(reading, role, nominal) if via == "object" else None
    if meant is not None and (
        "weapon" not in meant.fillers or is_plausible(reading, role, meant, via)
    ):
        return nominal
    is_acting = acts and is_side
    state = None
    # "The invasion of Iran": on whom, where "the attack of Iran on" has been told apart before
    if (acts or is_side) and via != "of":
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
    if not reading.is_act(number):
        return False
    return any(
        number in phrase.groups[1:] and phrase.preposition == "of" for phrase in slots.phrases
    )


def _may_be_means(reading: Reading, frame: Frame, number: int) -> bool:
    """As in "a strike closed schools", where a threat or fighting that closes them is no strike."""
    means = frame.role("instrument")
    if means is None or not means.heads or frame.type is not _PROTEST:
        return True
    return reading.clauses.head_words[number] in means.heads


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
    if not slots.phrases:
        return []
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
        elif words == "with" and norms[token + 1] in HIS_HER_THEIR and role.effect != RELEASED:
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


def _ground(reading: Reading, role: str, nominal: Nominal) -> Nominal:
    """The ground behind its extent, or the party behind its grip; else the group as it is."""
    norm = reading.sentence.norms[nominal.head]
    if role == "territory" and norm in noun_classes()["extent_noun"]:
        return _measured(reading, nominal)
    if role == "losing_party" and norm in noun_classes()["grip"]:
        return _holder(reading, nominal)
    return nominal


def _former_holder(reading: Reading, fillers: Sequence[Filler]) -> list[Filler]:
    """As in "retook the town held by the rebels": who loses the _ground that is taken."""
    if any(filler.role == "losing_party" for filler in fillers):
        return []
    for filler in fillers:
        if filler.role != "territory":
            continue
        number = doer_behind(reading, reading.clauses.behind_of(filler.nominal.chunk), "held")
        if number is None:
            continue
        holder = reading.nominal(number)
        if holder.actor is not None and all(holder.chunk != it.nominal.chunk for it in fillers):
            return [Filler("losing_party", holder, None, "by")]
    return []


def _measured(reading: Reading, nominal: Nominal) -> Nominal:
    """As in "20 percent of the city", "80 square kilometres of territory"."""
    number = reading.of_what(nominal.chunk)
    if number is None or "territory" not in (inner := reading.nominal(number)).fillers:
        return nominal
    return replace(inner, chunk=nominal.chunk, first=nominal.first)


def _holder(reading: Reading, nominal: Nominal) -> Nominal:
    """As in "from rebel control", "from the grip of the militia"."""
    number = reading.of_what(nominal.chunk)
    if number is not None and (inner := reading.nominal(number)).actor is not None:
        return inner
    sentence = reading.sentence
    head = nominal.head
    actor = crew_actor(sentence, nominal.first, head, head, reading.lexicon)
    if actor is None:
        return nominal
    fillers = frozenset({"armed", "organisation", "authority"})
    return replace(nominal, last=head, head=head - 1, actor=actor, fillers=fillers)

"""Noun groups as the frames see them: what they denote, how many, and which roles they can fill."""

from collections.abc import Collection
from dataclasses import dataclass, field

from coder.lexicon.closed import A_AN, HIS_HER_THEIR, POSSESSIVES
from coder.lexicon.load import Lexicon
from coder.lexicon.numbers import Measure, number_table
from coder.lexicon.words import noun_classes, word_tags
from coder.values.kinds import (
    ARMED_NON_STATE,
    HIRED_AND_INTERNATIONAL,
    OFFICES,
    ON_SIDE_OF_STATES,
    SOLDIERS_AND_POLICE,
    STATE_FORCES,
)
from coder.values.labels import ActorType, CaseProfile, Qualifier, TargetType
from coder.values.mentions import (
    ActorMention,
    PlaceMention,
    Quantity,
    TargetMention,
    WeaponMention,
)
from coder.values.text import Sentence

_ARMED = SOLDIERS_AND_POLICE | ARMED_NON_STATE | HIRED_AND_INTERNATIONAL
_CROWD = frozenset({ActorType.PROTESTERS, ActorType.RIOTERS, ActorType.CIVILIANS})
_PERSON = "actor-person"
TITLED = "actor-person-titled"
_BODIES_OR_NOBODY = frozenset({ActorType.ORGANISATION, ActorType.UNKNOWN})

OWNED = frozenset({TargetType.OTHER, TargetType.BUSINESS})
"""What "headquarters", "offices" and "installations" are taken for without an owner."""
OWNERS = {
    ActorType.STATE_MILITARY: TargetType.MILITARY_POSITION,
    ActorType.STATE_POLICE: TargetType.POLICE,
}
_FIGHTERS = frozenset({"fighter", "fighters"})
BOMBERS = frozenset({"bomber", "bombers"})

PEOPLE = ("men", "women", "ists")
"""How counted nouns end that stand for people whatever they do: "six bandsmen"."""

_SCALES = frozenset({"hundred", "thousand", "million", "billion"})  # "4 MILLION SUCRES"
_CURRENCIES = frozenset({"rs", "sh", "rp", "rm", "hk", "us"})
_LIVES = frozenset({"life", "lives"})
LIFELESS = frozenset({"thing"})
PLAIN_THINGS = LIFELESS | {"vehicle"}
"""The fillers of a thing of which nothing more is known."""
_ORGANISATION = ActorType.ORGANISATION


@dataclass(slots=True)
class Nominal:
    """A noun group, typed. Tokens are those of its sentence; ``last`` takes "of" phrases along.

    ``fillers`` are the filler types of ``rules/model.py`` plus ``name`` (a proper name nothing is
    known of), ``pronoun`` and ``number`` (a number that stands for people).
    """

    chunk: int
    first: int
    last: int
    head: int
    fillers: frozenset[str]
    actor: ActorMention | None = None
    weapon: WeaponMention | None = None
    target: TargetMention | None = None
    place: PlaceMention | None = None
    quantity: Quantity | None = None
    is_definite: bool = False
    is_negative: bool = False
    parts: tuple["Nominal", ...] = field(default=())
    is_unheard: bool = False  # a thing only because no dictionary has the noun: "two mukhtars"

    @property
    def is_zero(self) -> bool:
        """As in "no soldiers": a reported zero."""
        return self.is_negative or (
            self.quantity is not None and self.quantity.qualifier is Qualifier.NONE
        )


def actor_fillers(actor: ActorMention) -> set[str]:
    """The filler types an actor can stand for."""
    fillers = {"person"} if actor.type is not _ORGANISATION else {"organisation"}
    if actor.type in _ARMED:
        fillers |= {"armed", "person"}
    if actor.type in ON_SIDE_OF_STATES:
        fillers.add("authority")
    if actor.type in _CROWD:
        fillers.add("crowd")
    if actor.type in OFFICES or actor.actor_id is not None or names_body(actor):
        fillers.add("organisation")
    return fillers


def names_body(actor: ActorMention) -> bool:
    """Whether the name is that of a body, as of "members of the Coast Front", and of no person."""
    return actor.name is not None and not actor.rule_id.startswith(_PERSON)


def target_fillers(kind: str) -> set[str]:
    """The filler types a thing can stand for."""
    fillers = {"thing", "vehicle" if kind == "vehicle" else "facility"}
    if kind == "area":
        fillers |= {"place", "territory"}
    return fillers


def is_kind_of_thing(sentence: Sentence, lexicon: Lexicon, actor: ActorMention, first: int) -> bool:
    """As in "a travel agency", "the power network": the thing has more words than the body."""
    if actor.type not in _BODIES_OR_NOBODY or actor.name is not None:
        return False
    thing = lexicon.targets.ending(sentence.norms, first, actor.head + 1)
    body = lexicon.persons.ending(sentence.norms, first, actor.head + 1)
    return thing is not None and body is not None and thing[0] > body[0]


def bombs_on_foot(sentence: Sentence, head: int) -> bool:
    """As in "suicide bombers", "two bombers set off their vests": no aircraft."""
    norms = sentence.norms
    return norms[head - 1] == "suicide" or (
        norms[head] in BOMBERS and not noun_classes()["on_body"].isdisjoint(norms)
    )


def is_aircraft(norm: str, before: str = "") -> bool:
    """Whether the head noun flies: "a helicopter", and "a jet fighter" by the word before it."""
    if norm in _FIGHTERS and before and is_aircraft(before):
        return True
    return norm in noun_classes()["aircraft"] or ("-" in norm and _is_aircraft_model(norm))


def may_fly(vocabulary: Collection[str]) -> bool:
    """Whether any word of a sentence is an aircraft, a model of one or an air force."""
    return (
        "air" in vocabulary
        or not noun_classes()["aircraft"].isdisjoint(vocabulary)
        or any("-" in norm and _is_aircraft_model(norm) for norm in vocabulary)
    )


def is_crewed(norm: str) -> bool:
    """Whether the noun is a craft or gun that stands for the forces using it."""
    return norm in noun_classes()["crewed"] or ("-" in norm and _is_aircraft_model(norm))


def _is_aircraft_model(norm: str) -> bool:
    """As in "two F-16s", "an Antonov-26"."""
    make, mark, number = norm.partition("-")
    return bool(mark) and number[:1].isdigit() and make in noun_classes()["aircraft_make"]


def is_named_aircraft(sentence: Sentence, first: int, head: int) -> bool:
    """As in "a Soviet Antonov", "a Mirage fighter": one by its maker's name, and nobody's own."""
    norms = sentence.norms
    at = head - (norms[head] in _FIGHTERS)
    return norms[at] in noun_classes()["aircraft_make"] and (
        first < at and norms[first] in A_AN and sentence.words[at][0].isupper()
    )


def is_surname(actor: ActorMention, place: PlaceMention) -> bool:
    """As in "Senator Amina Bala": the place is only a part of a person's name."""
    if actor.name is None or not actor.rule_id.startswith("actor-person"):
        return False
    size = len(actor.name.split())
    return size > place.last - place.first or (size > 1 and actor.rule_id == TITLED)


def is_counted_people(actor: ActorMention, quantity: Quantity | None) -> bool:
    """As in "over 1,000 Acholi", where a place is called so too: nobody counts a place."""
    return quantity is not None and actor.type is ActorType.CIVILIANS and actor.name is None


def is_measure(norm: str) -> bool:
    """Whether the noun counts what its "of" phrase names ("a group of gunmen")."""
    unit = norm.lstrip("0123456789.,") if norm[:1].isdigit() else norm  # "12kg"
    return unit in noun_classes()["measure_noun"]


def is_place_noun(norm: str) -> bool:
    """Whether the noun is a kind of place."""
    return norm in noun_classes()["place_noun"]


def is_rank(norm: str) -> bool:
    """As in "the worst", "the deadliest": a word that ranks an act among others."""
    return norm in noun_classes()["rank"] or (norm.endswith("iest") and norm[-6:] != "priest")


def may_rank(vocabulary: frozenset[str]) -> bool:
    """Whether any word of a sentence is such a word; nearly all sentences have none."""
    return not noun_classes()["rank"].isdisjoint(vocabulary) or (
        "iest" in " ".join(vocabulary) and any(map(is_rank, vocabulary))
    )


def ranks_an_act(norms: tuple[str, ...], at: int) -> bool:
    """As in "the worst raid this year", "for the second time this year": one act among others."""
    is_turn = norms[at] in noun_classes()["ordinal"] and norms[at + 1 : at + 2] == ("time",)
    return is_turn or is_rank(norms[at])


def is_side_of_river(norms: tuple[str, ...], first: int, head: int) -> bool:
    """As in "the west bank", "the left bank": no bank with a counter."""
    return (
        norms[head] in {"bank", "banks"}
        and head > first
        and norms[head - 1] in noun_classes()["compass"]
    )


def stands_alone(norm: str, before: str) -> bool:
    """Whether a number word stands for people: "two others", "a third" (``before``: the tag)."""
    classes = noun_classes()
    return norm in classes["elliptical"] or (before == "D" and norm in classes["ordinal"])


def is_possession(first: str, before: str) -> bool:
    """As in "his Ferrari", "his first Formula": a name that somebody owns is no person.

    ``first``: the first word of the group; ``before``: the tags before its head. No "her son Ali".
    """
    return first in POSSESSIVES and bool(before) and not before[1:].strip("J#E")


def is_amount(norms: tuple[str, ...], head: int) -> bool:
    """As in "Rs15", "Sh18,000", "632 KG": letters with a number beside them are no one's name."""
    norm = norms[head]
    if norm[-1].isdigit():
        return norm[:2] in _CURRENCIES
    is_counted = head > 0 and (norms[head - 1][-1].isdigit() or norms[head - 1] in _SCALES)
    return is_counted and number_table().measures.get(norm) is Measure.AFTER


def whose_life(norms: tuple[str, ...], tags: str, first: int, head: int) -> int:
    """The token behind whose life a group names: "the mayor's life", "his life"; zero for none."""
    if norms[head] not in _LIVES or head == first:
        return 0
    if tags[head - 1] == "S":
        return head - 1
    return head if head == first + 1 and norms[first] in POSSESSIVES else 0


def is_aged(norms: tuple[str, ...], head: int) -> bool:
    """As in "a 31-year-old", "a 31-year-old roofer"; no "22-year-old war"."""
    if norms[head].endswith(("-year-old", "-year-olds")):
        return True
    return norms[head - 1].endswith("-year-old") and norms[head] not in noun_classes()["war"]


def is_unheard_of(sentence: Sentence, head: int) -> bool:
    """As in "two mukhtars", "a lorrymate": whoever they are, a word of the place or the trade."""
    norm = sentence.norms[head]
    return (
        sentence.case is CaseProfile.MIXED
        and sentence.words[head][0].islower()
        and norm.isalpha()
        and norm not in word_tags()
        and norm not in number_table().measures  # "stole 300 kwacha"
    )


def are_dead(norms: tuple[str, ...], nominal: Nominal) -> bool:
    """As in "leaving 20 dead and huts burnt", "and their bodies set on fire": they do nothing."""
    first, head = norms[nominal.first], norms[nominal.head]
    return head == "dead" or (first in HIS_HER_THEIR and head in noun_classes()["remains"])


def tagged_head(found: ActorMention | WeaponMention | TargetMention) -> tuple[int, str]:
    """The head token of what a plug-in found, and the tag that makes a noun group of it."""
    head = found.last - 1 if isinstance(found, WeaponMention) else found.head
    return head, "E" if isinstance(found, ActorMention) and found.name is not None else "N"


def is_plural(head: str) -> bool:
    """Whether a noun is plural by its form ("bombings")."""
    return head.endswith("s") and not head.endswith(("ss", "us"))


def is_fighter(nominal: Nominal) -> bool:
    """As in "gunmen", "the guerrillas": armed people of no state."""
    return nominal.actor is not None and nominal.actor.type in ARMED_NON_STATE


def is_of_state_forces(nominal: Nominal) -> bool:
    """As in "the army", "two policemen": forces of a state."""
    return nominal.actor is not None and nominal.actor.type in STATE_FORCES

"""The rules as the engine sees them: frames, trigger forms and the word lists beside them.

Everything here is frozen, comes out of :mod:`coder.rules.loader` and holds no examples. A **frame**
is one sense of a trigger with its roles; the grammar derives the constructions.
``coder/rules/README.md`` explains each field for people who write frames.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, TypeAlias

from coder.values.labels import (
    CasualtyKind,
    DamageEffect,
    EventType,
    Modality,
    Outcome,
    Tactic,
    WeaponType,
)

#: In a trigger, whoever something belongs to: "fall into ~ hands".
OWNER: Final = "~"

Position: TypeAlias = Literal["subject", "object"]
PartOfSpeech: TypeAlias = Literal["verb", "noun", "predicate", "item"]
Strength: TypeAlias = Literal["strong", "weak"]
RuleStatus: TypeAlias = Literal["preview", "stable", "deprecated"]

#: Semantic version of the shipped rules; the content hash is appended to it.
RULES_VERSION: Final = "0.1.0"

#: What can fill a role; README.md defines each.
FILLERS: Final = (
    "person",
    "armed",
    "authority",
    "crowd",
    "organisation",
    "facility",
    "vehicle",
    "aircraft",
    "place",
    "territory",
    "weapon",
    "event",
    "thing",
    "name",
)

#: The roles of codebook 2.6, with the means and the ground that changes hands beside them.
ROLES: Final = (
    "perpetrator",
    "target",
    "victim",
    "participant",
    "gaining_party",
    "losing_party",
    "mediator",
    "instrument",
    "territory",
)

#: What a frame says about the filler of a role: people (codebook 2.5) and things.
EFFECTS: Final = (
    *(str(kind) for kind in CasualtyKind),
    str(DamageEffect.DESTROYED),
    str(DamageEffect.DAMAGED),
)

#: The effects that say people came to harm.
HARMS: Final = frozenset({"killed", "injured", "harmed", "casualties", "missing"})
KILLED_OR_INJURED: Final = frozenset({"killed", "injured"})

#: The effects that tell what came of an act, not which act it was.
DAMAGES: Final = frozenset({str(DamageEffect.DESTROYED), str(DamageEffect.DAMAGED)})
OUTCOMES: Final = HARMS | DAMAGES

#: Roles: who or what did it, and whom or what it hit.
DOING_ROLES: Final = frozenset({"perpetrator", "instrument"})
ACTING_ROLES: Final = frozenset({"perpetrator", "participant"})
HIT_ROLES: Final = frozenset({"target", "victim"})
#: Codebook 2.6: who is harmed stands as target where aimed at and as victim where not.
HIT_OR_HELD: Final = HIT_ROLES | {"territory"}

#: Where the filler of a role that acts stands.
DOING_PLACES: Final = frozenset({"subject", "by", "light verb"})

#: Types of fillers: whoever bears arms, and groups that act as one.
FORCES: Final = frozenset({"armed", "authority"})
BANDS: Final = frozenset({"armed", "organisation"})
GROUPS_OF_PEOPLE: Final = FORCES | BANDS | {"crowd"}
PERSONS: Final = frozenset({"person", "name"})
PERSONS_IN_ARMS: Final = PERSONS | {"armed"}
ANYBODY_IN_ARMS: Final = frozenset({"person", "armed"})
GROUND: Final = frozenset({"place", "territory"})
THINGS_AND_GROUND: Final = GROUND | {"facility", "vehicle"}
FLYING: Final = frozenset({"aircraft"})

#: Tags of ``TriggerForm.form``. None is a part of another, so ``"past" in form`` is a safe test.
FORM_TAGS: Final = ("base", "third", "past", "participle", "gerund", "singular", "plural")
#: The tag of a noun made of a verb, which "of" follows: "the butchering of".
OF_ACT: Final = "gerund"

#: Codebook 2.1: the subtypes of each type; the last is the one to fall back on.
SUBTYPES: Final[Mapping[EventType, tuple[str, ...]]] = MappingProxyType(
    {
        EventType.ARMED_CLASH: ("clash", "border_clash", "unspecified"),
        EventType.ARMED_ATTACK: (
            "armed_assault",
            "ambush",
            "raid",
            "sniper",
            "melee",
            "vehicle_ramming",
            "complex_attack",
            "unspecified",
        ),
        EventType.BOMBING: (
            "ied",
            "vehicle_bomb",
            "suicide_bomb",
            "suicide_vehicle_bomb",
            "landmine_erw",
            "grenade",
            "parcel_bomb",
            "unspecified",
        ),
        EventType.AIR_STRIKE: ("manned", "helicopter", "drone", "unspecified"),
        EventType.SHELLING: ("artillery", "mortar", "rocket", "missile", "tank", "unspecified"),
        EventType.KILLING: (
            "execution",
            "massacre",
            "assassination",
            "body_found",
            "unspecified",
        ),
        EventType.ABDUCTION: (
            "kidnapping",
            "hostage_taking",
            "forced_disappearance",
            "hijacking",
            "unspecified",
        ),
        EventType.SEXUAL_VIOLENCE: ("unspecified",),
        EventType.ABUSE: ("beating", "torture", "unspecified"),
        EventType.PROPERTY_ATTACK: (
            "arson",
            "looting",
            "vandalism",
            "demolition",
            "sabotage",
            "unspecified",
        ),
        EventType.OTHER_VIOLENCE: ("unspecified",),
        EventType.PROTEST: (
            "peaceful",
            "intervention",
            "excessive_force",
            "strike",
            "blockade",
            "hunger_strike",
            "unspecified",
        ),
        EventType.RIOT: (
            "violent_demonstration",
            "mob_violence",
            "communal_violence",
            "unspecified",
        ),
        EventType.ARREST: ("arrest", "mass_arrest", "raid_search"),
        EventType.WEAPONS_DISRUPTION: (
            "device_defused",
            "cache_seized",
            "interception",
            "unspecified",
        ),
        EventType.MILITARY_OPERATION: (
            "offensive",
            "deployment",
            "siege_blockade",
            "withdrawal",
            "unspecified",
        ),
        EventType.TERRITORIAL_CHANGE: (
            "captured",
            "recaptured",
            "lost",
            "handed_over",
            "unspecified",
        ),
        EventType.AGREEMENT: ("ceasefire", "peace_deal", "surrender", "unspecified"),
        EventType.RELEASE: (
            "hostage_release",
            "rescue",
            "escape",
            "prisoner_exchange",
            "unspecified",
        ),
        EventType.DISPLACEMENT: ("forced_displacement", "evacuation", "return", "unspecified"),
    }
)

#: Codebook 2.1, when several triggers describe one act: the type that stands first wins.
TYPE_PRECEDENCE: Final = (
    EventType.BOMBING,
    EventType.AIR_STRIKE,
    EventType.SHELLING,
    EventType.ABDUCTION,
    EventType.ARMED_ATTACK,
    EventType.ARMED_CLASH,
    EventType.RIOT,
    EventType.KILLING,
    EventType.PROPERTY_ATTACK,
    EventType.OTHER_VIOLENCE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSpec:
    """What may fill a role and where it stands.

    ``places``: where in the plain active clause; empty where only a preposition introduces the
    role. ``prepositions`` may have several words ("at the hands of"). ``heads``, where not empty,
    are the lower-cased head nouns (singular and plural) the filler must have, or have as its last
    words ("body", "peace deal"). ``effect`` is one of :data:`EFFECTS`.
    """

    name: str
    fillers: frozenset[str]
    places: tuple[Position, ...]
    prepositions: tuple[str, ...]
    heads: frozenset[str]
    effect: str | None
    last_words: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """The words that ``heads`` end with: without one a noun group need not be looked at."""
        ends = frozenset(head.rpartition(" ")[2] for head in self.heads)
        object.__setattr__(self, "last_words", ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One sense of a trigger.

    ``needs``: names of roles, one of which a plausible filler must fill; empty where a strong frame
    takes any role. ``requires``: names of roles each of which one must fill. ``bare``: fires
    without a filler ("an explosion occurred"). ``rank``: among frames that share a trigger the
    higher is tried first and the first that fits is taken; equal ranks are an error at load time.
    ``cancel``: lower-cased head nouns or collocates of a role slot that make this another sense
    ("kill the bill"). ``modality``, ``outcome``, ``tactic``, ``means`` hold what the trigger itself
    says ("shot": firearms), null where it says nothing. ``does_harm`` (people come to harm),
    ``takes_object`` and ``tells_outcome`` (what came of an act, not which act it was) are read off
    the roles.
    """

    frame_id: str
    type: EventType
    subtype: str
    status: RuleStatus
    why: str
    strength: Strength
    bare: bool
    reciprocal: bool
    rank: int
    needs: tuple[str, ...]
    requires: tuple[str, ...]
    roles: tuple[RoleSpec, ...]
    cancel: frozenset[str]
    modality: Modality | None
    outcome: Outcome | None
    tactic: Tactic | None
    means: WeaponType | None
    tags: tuple[str, ...]
    source: str
    does_harm: bool = field(init=False, repr=False, compare=False)
    takes_object: bool = field(init=False, repr=False, compare=False)
    takes_people: bool = field(init=False, repr=False, compare=False)
    tells_outcome: bool = field(init=False, repr=False, compare=False)
    _by_name: dict[str, RoleSpec] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """What every trial of the frame asks of its roles."""
        effects = {role.effect for role in self.roles}
        does_harm = not HARMS.isdisjoint(effects)
        takes_object = any("object" in role.places for role in self.roles)
        tells_outcome = self.subtype == "unspecified" and not OUTCOMES.isdisjoint(effects)
        object.__setattr__(self, "does_harm", does_harm)
        object.__setattr__(self, "takes_object", takes_object)
        object.__setattr__(self, "tells_outcome", tells_outcome)
        by_name = {role.name: role for role in reversed(self.roles)}
        victim = by_name.get("victim")
        object.__setattr__(self, "_by_name", by_name)
        takes_people = victim is not None and victim.effect == "abducted"
        object.__setattr__(self, "takes_people", takes_people)

    def role(self, name: str) -> RoleSpec | None:
        """The role of that name, or null where the frame has none."""
        return self._by_name.get(name)


class TriggerForm(NamedTuple):
    """One inflected form of a trigger; a named tuple, as thousands are made when a run starts.

    ``frame`` is the position in ``RuleSet.frames``; ``words`` are the lower-cased literal words
    that follow the first; with ``gap`` an object may stand between the first word and them ("shot
    three men dead"; none needs to: "was shot dead"). ``form`` holds the tags of :data:`FORM_TAGS`
    this spelling can be, joined by blanks ("past participle").
    """

    frame: int
    lemma: str
    words: tuple[str, ...]
    gap: bool
    pos: PartOfSpeech
    form: str


class LightVerb(NamedTuple):
    """A verb whose noun carries the event ("carry out an attack"); one inflected form.

    ``subject`` and ``object`` say what its subject and object are: ``perpetrator``, ``target``,
    ``event`` (the noun that triggers), ``participant``, ``none``.
    """

    lemma: str
    words: tuple[str, ...]
    form: str
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class Refinement:
    """A type made more specific by what stands beside the trigger.

    Applies to events of ``from_type`` (and ``from_subtype`` unless null). ``kind`` says what
    ``cue`` is: ``weapon`` (a weapon type), ``suicide`` (a suicide means; cue empty), ``unheard``
    (nobody knows where somebody is; cue empty), ``filler`` (``role=filler`` of this module) or
    ``word`` (a lower-cased word or phrase in the clause). The refinement of the highest ``rank``
    that applies is taken.
    """

    from_type: EventType
    from_subtype: str | None
    kind: str
    cue: str
    to_type: EventType
    to_subtype: str
    rank: int


class Cue(NamedTuple):
    """A word or phrase that bears on status; codebook 2.2.

    ``words`` are lower-cased, verbs inflected (one row a form). ``pos`` is ``verb``, ``noun`` or
    ``word``. ``position`` says where it stands against the trigger: ``before``, ``after``,
    ``governs`` (the trigger is its complement or object), ``any``.
    """

    words: tuple[str, ...]
    kind: str
    pos: str
    position: str
    lemma: str


@dataclass(frozen=True, slots=True)
class RuleSource:
    """A rule file or word list by content, so that rules travel to a process without the file.

    ``name`` ends in ``.yaml`` for frames, and is the file name of a word list otherwise.
    """

    name: str
    text: str

"""What the rows of the word lists become: one frozen value per kind of list."""

from dataclasses import dataclass
from typing import TypeAlias

from coder.values.labels import (
    ActorType,
    Certainty,
    SourceType,
    Stance,
    TargetType,
    VictimGroup,
    WeaponType,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """A named group, body or organisation.

    ``country`` is an ISO3 code, ``since``/``until`` are years; null where unknown. ``source_type``
    is what the actor is when it is the one that tells something.
    """

    actor_id: str
    name: str
    aliases: tuple[str, ...]
    type: ActorType
    country: str | None = None
    sector: str | None = None
    parent: str | None = None
    since: int | None = None
    until: int | None = None
    source_type: SourceType | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNoun:
    """A noun for a person or group.

    ``kind``: ``person``; ``group`` (counts no persons: patrol, family); ``body`` (an organised
    body:
    army, ministry); ``member`` (takes the type of what it belongs to: member, leader); ``remains``.
    ``is_title``: stands before a name ("judge Maria Diaz"). ``is_open``: a modifier decides the
    type ("rebel forces"). ``is_civilian`` null where undecidable. ``state_body``: what it is of a
    country ("police"), as the ids of the bodies of states have it.
    """

    singular: str
    plural: str
    type: ActorType
    kind: str
    is_civilian: bool | None
    victim_group: VictimGroup | None
    armed: bool
    is_open: bool
    is_title: bool
    state_body: str | None = None

    @property
    def is_collective(self) -> bool:
        """Whether the one form stands for several persons ("police", "staff")."""
        return not self.plural and not self.is_title


@dataclass(frozen=True, slots=True, kw_only=True)
class ModifierTerm:
    """A word before a head noun that says what kind of group it is.

    ``type`` replaces the type of open heads ("rebel" in "rebel forces"), null where the word types
    nothing. ``certainty`` is set by words such as "suspected". ``is_former`` marks words that take
    a person out of a force or an office. ``victim_group`` is set by words such as "displaced".
    """

    term: str
    type: ActorType | None
    certainty: Certainty | None
    is_former: bool
    victim_group: VictimGroup | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponTerm:
    """A weapon or means. ``kind``: ``weapon``, or ``fire`` for what comes out of one (shots)."""

    term: str
    type: WeaponType
    is_suicide: bool
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetNoun:
    """A thing that can be attacked.

    ``kind``: ``facility``, ``vehicle``, ``site``, ``area``, ``thing``. ``is_open``: a word before
    it decides the type ("office", "vehicle", "headquarters").
    """

    term: str
    type: TargetType
    kind: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetModifier:
    """A word before an open target noun, and the type it gives ("municipal building")."""

    term: str
    type: TargetType


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNoun:
    """A noun for who tells something. In a noun group the greatest ``weight`` decides."""

    term: str
    type: SourceType
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonym:
    """An adjective or name of people of a country, or the country's own name.

    ``iso3`` is null where no one country is meant ("European"). ``adjective`` is the first demonym
    of the country, from which the names of its bodies are made ("Syrian army").
    """

    term: str
    iso3: str | None
    country: str
    adjective: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechVerb:
    """A verb of saying. ``stance`` is what it makes of what is said."""

    lemma: str
    stance: Stance
    forms: tuple[str, ...]


Entry: TypeAlias = (
    ActorEntry | PersonNoun | ModifierTerm | WeaponTerm | TargetNoun | SourceNoun | Demonym
)

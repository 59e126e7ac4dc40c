"""Typed spans found in one sentence, before any event is known.

``start``/``end`` of a mention are offsets in the normalised section; ``first``/``last`` are the
half-open range of tokens it covers in its sentence.
"""

from datetime import date
from typing import Protocol, TypeAlias

from coder.values.labels import (
    ActorType,
    Certainty,
    DateBasis,
    DatePrecision,
    GeoPrecision,
    PlaceLevel,
    Qualifier,
    TargetType,
    TimexType,
    VictimGroup,
    WeaponType,
)
from coder.values.value import value

UNLISTED = "~"
"""Begins the identity that an unlisted group has inside one document; none is published."""


def listed_id(actor_id: str | None) -> str | None:
    """The identity of a listed actor; null for a group that no list has."""
    return None if actor_id is None or actor_id.startswith(UNLISTED) else actor_id


COUNTED = "counted from"
"""How the note of a time begins whose day is counted from another day of the text."""


@value
class TimeExpression:
    """A time expression and what it resolves to against the report's date.

    ``first``/``last`` are inclusive days, null where nothing is known (also for every relative form
    without a reference date). ``event_offset_days`` is set for forms that count from the event told
    before ("two days earlier": -2; "the same day": 0); their days are filled in later.
    ``time_of_day`` keeps the words ("before dawn"). ``note`` explains a choice between readings.
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str | None
    first: date | None
    last: date | None
    precision: DatePrecision
    basis: DateBasis
    time_of_day: str | None = None
    event_offset_days: int | None = None
    is_open_start: bool = False
    rule_id: str
    note: str | None = None


class PlaceCandidate(Protocol):
    """A gazetteer entry, as far as what a name could mean is told of it."""

    @property
    def gazetteer_id(self) -> str:
        """The published id."""


@value
class PlaceMention:
    """A place name in the text and the place the document means by it.

    Names of containing areas are the gazetteer's. ``relation`` is the word that takes the event
    away from the point ("near", "north of", "12 km from"), null where the place itself is meant.
    ``is_demonym`` marks "Syrian"; a demonym says a country and is no place of an event.
    ``in_town`` is the town of the same name that a camp lies in ("the Kakuma refugee camp").
    Coordinates are null where no honest point exists. ``candidates`` are the entries the name could
    mean, best first, with the scores they got in this document.
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    name: str
    level: PlaceLevel
    kind: str | None
    country: str | None
    iso3: str | None
    iso2: str | None
    admin1: str | None
    admin1_code: str | None
    admin2: str | None
    admin2_code: str | None
    latitude: float | None
    longitude: float | None
    gazetteer_id: str | None
    population: int | None
    precision: GeoPrecision
    relation: str | None = None
    is_demonym: bool = False
    in_town: str | None = None
    candidates: tuple[tuple[float, PlaceCandidate], ...] = ()
    rule_id: str


@value
class Quantity:
    """A number as the text states it; bounds follow the expression table of codebook 2.5.

    ``low``/``best``/``high`` are null where the words give no such bound.
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    rule_id: str


@value
class ActorMention:
    """A noun group that names or describes a person, a group or an organised body.

    ``name`` is the canonical name of a listed actor, or the name as the text has it for a named one
    that is not listed, or null for a description. ``is_civilian`` is null where undecidable.
    ``certainty`` is ``suspected`` when the words themselves say so ("suspected rebels").
    """

    start: int
    end: int
    first: int
    last: int
    head: int
    text: str
    name: str | None
    actor_id: str | None
    type: ActorType
    country: str | None
    nationality: str | None
    sector: str | None
    number: Quantity | None
    victim_group: VictimGroup | None
    is_civilian: bool | None
    is_plural: bool
    certainty: Certainty
    description: str | None
    rule_id: str


@value
class WeaponMention:
    """A weapon or means of attack, in its own words."""

    start: int
    end: int
    first: int
    last: int
    text: str
    type: WeaponType
    is_suicide: bool
    rule_id: str


@value
class TargetMention:
    """A building, vehicle, installation or other thing that can be attacked.

    ``kind`` is that of the word list: ``facility``, ``vehicle``, ``site``, ``area``, ``thing``.
    """

    start: int
    end: int
    first: int
    last: int
    head: int
    text: str
    type: TargetType
    number: Quantity | None
    nationality: str | None
    kind: str = "facility"
    rule_id: str


Mention: TypeAlias = (
    TimeExpression | PlaceMention | Quantity | ActorMention | WeaponMention | TargetMention
)

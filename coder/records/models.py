"""The published nested record: one event as one document tells it (codebook 2.9).

Field names of the parts are the column names of the long tables, so that what is read in JSON is
found under the same name in Parquet. ``char_start``/``char_end`` are half-open and count code
points of ``section`` as the user gave it; ``sent_idx`` counts sentences of the text, -1 is the
title.
Null always means "not stated", never zero.
"""

import datetime as dt
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from coder.records.taxonomy import CLASSES, subtypes
from coder.values.events import is_countable
from coder.values.kinds import MAX_COUNT
from coder.values.labels import (
    ActorType,
    CasualtyKind,
    Certainty,
    CoordBasis,
    DamageEffect,
    DateBasis,
    DatePrecision,
    EventClass,
    EventType,
    GeoPrecision,
    Modality,
    Outcome,
    Qualifier,
    Recency,
    Role,
    Scope,
    Section,
    Side,
    SourceType,
    Stance,
    Tactic,
    TargetType,
    VictimGroup,
    WeaponType,
)


def _ordered(low: int | None, best: int | None, high: int | None) -> bool:
    """Whether ``low <= best <= high`` among the bounds that are given."""
    if best is not None:
        return (low is None or low <= best) and (high is None or best <= high)
    return low is None or high is None or low <= high


class Model(BaseModel):
    """What all parts share: frozen, and no field that is not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Located(Model):
    """A part that stands in the text."""

    section: Section = Field(description="The field the offsets count in.")
    sent_idx: int = Field(ge=-1, description="Sentence of the text from 0; -1 is the title.")
    char_start: int = Field(ge=0, description="First code point of the words.")
    char_end: int = Field(ge=0, description="One past the last code point of the words.")


class EventDate(Model):
    """When it happened; inclusive local days."""

    start: dt.date | None = Field(description="First possible day.")
    end: dt.date | None = Field(description="Last possible day.")
    precision: DatePrecision = Field(description="How narrow the date is.")
    basis: DateBasis = Field(description="How the date was obtained.")
    text: str | None = Field(description="The words of the date.")
    time_of_day: str | None = Field(description="The words of the time of day.")

    @model_validator(mode="after")
    def _check_days(self) -> Self:
        start, end = self.start, self.end
        if start is not None and end is not None and start > end:
            raise ValueError(f"date: start {start} is after end {end}")
        if self.precision is DatePrecision.DAY and (start is None or start != end):
            raise ValueError(f"date: precision day needs one day, found {start} to {end}")
        return self


class Place(Model):
    """Where it happened."""

    text: str | None = Field(description="The words of the place.")
    admin0_name: str | None = Field(description="Country.")
    iso3: str | None = Field(description="Country, ISO 3166-1 alpha-3.")
    admin1_name: str | None = Field(description="First-level area.")
    admin1_pcode: str | None = Field(description="Code of the first-level area.")
    admin2_name: str | None = Field(description="Second-level area.")
    admin2_pcode: str | None = Field(description="Code of the second-level area.")
    admin3_name: str | None = Field(description="Third-level area.")
    admin3_pcode: str | None = Field(description="Code of the third-level area.")
    place_name: str | None = Field(description="Settlement.")
    site_name: str | None = Field(description="Facility or spot.")
    site_type: TargetType | None = Field(description="What kind of facility it is.")
    lat: float | None = Field(ge=-90.0, le=90.0, description="Latitude, WGS 84.")
    lon: float | None = Field(ge=-180.0, le=180.0, description="Longitude, WGS 84.")
    precision: GeoPrecision = Field(description="What the point or the names stand for.")
    coord_basis: CoordBasis | None = Field(description="Where the point comes from.")
    coord_credit: str | None = Field(
        default=None, description="Whom the licence of the point asks to credit."
    )
    gazetteer_id: str | None = Field(description="Gazetteer entry.")

    @model_validator(mode="after")
    def _check_point(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("place: lat and lon stand together or not at all")
        if (self.lat is None) != (self.coord_basis is None):
            raise ValueError("place: coord_basis stands exactly where a point stands")
        return self


class Actor(Located):
    """Somebody who had a part in the event."""

    actor_id: str | None = Field(description="Identity of a listed actor.")
    name: str | None = Field(description="Canonical name, or the name in the text.")
    text: str = Field(description="The words.")
    description: str | None = Field(description="Description beside or instead of a name.")
    number: int | None = Field(ge=0, le=MAX_COUNT, description="Strength the words give.")
    nationality: str | None = Field(description="Nationality the words give.")
    actor_type: ActorType = Field(description="One of the 18 types.")
    role: Role = Field(description="Part in the event.")
    side: Side | None = Field(description="A acts, B is acted on, C a third.")
    certainty: Certainty = Field(description="How sure the text is.")
    country: str | None = Field(description="Country, ISO 3166-1 alpha-3.")
    sector: str | None = Field(description="CAMEO sector code.")
    actor_code: str = Field(description="CAMEO and PLOVER actor code.")
    actor_code_by_place: bool = Field(description="The code has the country of the act.")
    civilian: bool | None = Field(description="Null where undecidable.")
    is_primary: bool = Field(description="One per role and side.")
    is_organisation: bool = Field(description="A body rather than persons.")


class Casualty(Located):
    """One claim about one number of people."""

    casualty_id: str = Field(description="Name of the claim inside the event.")
    kind: CasualtyKind = Field(description="What happened to the people.")
    low: int | None = Field(ge=0, le=MAX_COUNT, description="At least.")
    best: int | None = Field(ge=0, le=MAX_COUNT, description="As stated.")
    high: int | None = Field(ge=0, le=MAX_COUNT, description="At most.")
    qualifier: Qualifier = Field(description="How the number is stated.")
    victim_type: ActorType = Field(description="Who the people are.")
    victim_group: VictimGroup | None = Field(description="A group of special interest.")
    nationality: str | None = Field(default=None, description="Nationality the words give.")
    side: Side | None = Field(description="Side the people belong to.")
    civilian: bool | None = Field(description="Null where undecidable.")
    is_attacker: bool = Field(description="Of the side that attacked.")
    subset_of: str | None = Field(description="Claim these people are part of.")
    is_event_total: bool = Field(description="Covers the whole event.")
    is_cumulative: bool = Field(description="A total over a period.")
    is_superseded: bool = Field(description="Replaced by a later claim.")
    period_start: dt.date | None = Field(description="Where a cumulative total begins.")
    actor_idx: int | None = Field(ge=0, description="Row of actors these people are.")
    attr_idx: int | None = Field(ge=0, description="Row of attributions that claims it.")
    text: str = Field(description="The words.")

    @model_validator(mode="after")
    def _check_bounds(self) -> Self:
        if not _ordered(self.low, self.best, self.high):
            raise ValueError(f"casualty: {self.low} <= {self.best} <= {self.high} does not hold")
        return self


class Target(Located):
    """A thing that was attacked or damaged."""

    text: str = Field(description="The words.")
    target_type: TargetType = Field(description="What kind of thing it is.")
    number: int | None = Field(ge=0, le=MAX_COUNT, description="How many.")
    nationality: str | None = Field(description="Whose it is, as the words say.")
    effect: DamageEffect | None = Field(description="What happened to it.")


class Weapon(Located):
    """A weapon or means."""

    text: str = Field(description="The words.")
    weapon_type: WeaponType = Field(description="Its type.")


class Attribution(Located):
    """Who says so."""

    name: str | None = Field(description="Name of the source.")
    text: str = Field(description="The words.")
    source_type: SourceType = Field(description="What kind of source it is.")
    stance: Stance = Field(description="What the source does.")
    is_party: bool | None = Field(description="Belongs to a belligerent; null: unknown.")
    applies_to: str = Field(description="event, actor:N or a casualty_id.")


class EventMention(Located):
    """One clause that tells the event. The offsets are those of its sentence."""

    text: str = Field(description="The sentence.")
    trigger_start: int = Field(ge=0, description="First code point of the trigger.")
    trigger_end: int = Field(ge=0, description="One past the last code point of the trigger.")
    trigger_text: str = Field(description="The words of the trigger.")
    frame_id: str = Field(description="The frame that read the clause.")
    event_type: EventType = Field(description="Type of the clause alone.")
    event_subtype: str = Field(description="Subtype of the clause alone.")
    modality: Modality = Field(description="Modality of the clause.")
    recency: Recency = Field(description="Recency of the clause.")
    scope: Scope = Field(description="Scope of the clause.")
    killed_low: int | None = Field(description="Dead the clause states, at least.")
    killed_best: int | None = Field(description="Dead the clause states.")
    killed_high: int | None = Field(description="Dead the clause states, at most.")
    injured_low: int | None = Field(description="Injured the clause states, at least.")
    injured_best: int | None = Field(description="Injured the clause states.")
    injured_high: int | None = Field(description="Injured the clause states, at most.")
    actor_idxs: tuple[int, ...] = Field(description="Rows of actors the clause tells.")
    reason: str = Field(description="first mention, or why it was merged.")


class Evidence(Located):
    """The words a field was read from."""

    field: str = Field(description="The field.")
    text: str = Field(description="The words.")


class Event(Located):
    """One act as one document tells it. The offsets are those of ``evidence_text``."""

    event_id: str = Field(description="ev_ and 16 hexadecimal digits.")
    incident_id: str = Field(description="The incident this event reports.")
    is_representative: bool = Field(description="Stands for its incident.")
    doc_id: str = Field(description="The document.")
    evidence_text: str = Field(description="The sentence that tells the event.")
    trigger_start: int = Field(ge=0, description="First code point of the main trigger.")
    trigger_end: int = Field(ge=0, description="One past its last code point.")
    trigger_text: str = Field(description="The words of the main trigger.")
    schema_version: str = Field(description="Version of this schema.")
    coder_version: str = Field(description="Version of the package.")
    rules_version: str = Field(description="Version of the rules.")
    event_class: EventClass = Field(description="Follows from event_type.")
    event_type: EventType = Field(description="One of the 20 types.")
    event_subtype: str = Field(description="Subtype of that type.")
    modality: Modality = Field(description="Whether it happened.")
    recency: Recency = Field(description="Whether it is the news.")
    scope: Scope = Field(description="One act, a series, or a total.")
    countable: bool = Field(description="Derived from the three fields before.")
    n_incidents_low: int | None = Field(ge=0, description="At least so many acts.")
    n_incidents_high: int | None = Field(ge=0, description="At most so many acts.")
    date: EventDate = Field(description="When.")
    pub_date: dt.date | None = Field(description="Publication date given with the document.")
    place: Place = Field(description="Where.")
    actors: tuple[Actor, ...] = Field(description="Who.")
    directed: bool = Field(description="One side acted on the other.")
    civilian_targeting: bool | None = Field(description="Null where undecidable.")
    target_type: TargetType | None = Field(description="What was aimed at.")
    targets: tuple[Target, ...] = Field(description="Physical targets.")
    weapons: tuple[Weapon, ...] = Field(description="Weapons and means.")
    tactic: Tactic | None = Field(description="A tactic the type does not carry.")
    outcome: Outcome | None = Field(description="How the act ended.")
    casualties: tuple[Casualty, ...] = Field(description="Claims about people.")
    property_damage: str | None = Field(description="The words of the damage.")
    crowd_size_low: int | None = Field(ge=0, description="Participants, at least.")
    crowd_size_best: int | None = Field(ge=0, description="Participants.")
    crowd_size_high: int | None = Field(ge=0, description="Participants, at most.")
    claimed_by: str | None = Field(description="Who claimed the act.")
    attributions: tuple[Attribution, ...] = Field(description="Who says so.")
    confidence: float = Field(ge=0.0, le=1.0, description="Rule-based grade; no probability.")
    tags: tuple[str, ...] = Field(description="Free tags.")
    rule_ids: tuple[str, ...] = Field(description="Rules that fired.")
    mentions: tuple[EventMention, ...] = Field(description="Clauses that tell the event.")
    evidence: tuple[Evidence, ...] = Field(description="Which words each field was read from.")

    @model_validator(mode="after")
    def _check_types(self) -> Self:
        if self.event_class is not CLASSES[self.event_type]:
            raise ValueError(f"{self.event_type} is no {self.event_class}")
        if self.event_subtype not in subtypes(self.event_type):
            raise ValueError(f"{self.event_type} has no subtype {self.event_subtype!r}")
        if self.countable != is_countable(self.modality, self.recency, self.scope):
            raise ValueError("countable does not follow from modality, recency and scope")
        if not _ordered(self.crowd_size_low, self.crowd_size_best, self.crowd_size_high):
            raise ValueError("crowd_size: low <= best <= high does not hold")
        if not _ordered(self.n_incidents_low, None, self.n_incidents_high):
            raise ValueError("n_incidents: low <= high does not hold")
        return self

    @model_validator(mode="after")
    def _check_rows(self) -> Self:
        if self.casualties:
            known = {row.casualty_id for row in self.casualties}
            if len(known) != len(self.casualties):
                raise ValueError("casualties: casualty_id is not unique")
            for row in self.casualties:
                _check_casualty(row, known, len(self.actors), len(self.attributions))
        return self


def _check_casualty(row: Casualty, known: set[str], n_actors: int, n_attributions: int) -> None:
    """Raise ``ValueError`` where a claim points to a row that the event does not have."""
    if row.subset_of is not None and (
        row.subset_of not in known or row.subset_of == row.casualty_id
    ):
        raise ValueError(f"casualties: {row.casualty_id} is a subset of no other row")
    if row.actor_idx is not None and row.actor_idx >= n_actors:
        raise ValueError(f"casualties: {row.casualty_id} names an actor that is not there")
    if row.attr_idx is not None and row.attr_idx >= n_attributions:
        raise ValueError(f"casualties: {row.casualty_id} names an attribution that is not there")

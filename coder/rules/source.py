"""The pydantic models of a rule file: what a person writes in YAML.

Only the pack build, ``rules test`` and the reading of users' rules import this module; a plain run
reads the built pack. ``schemas/rule/v1.json`` is exported from here.
"""

import json
import re
from collections.abc import Iterator
from itertools import product
from typing import Annotated, Final, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    TypeAdapter,
    field_validator,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from coder.rules.model import ROLES, SUBTYPES
from coder.values.labels import (
    CasualtyKind,
    EventType,
    Modality,
    Outcome,
    Recency,
    Scope,
    Tactic,
    WeaponType,
)

RULE_SCHEMA_VERSION: Final = 1

_TYPE_PATHS: Final = tuple(
    path
    for event_type in EventType
    for path in (str(event_type), *(f"{event_type}/{name}" for name in SUBTYPES[event_type]))
)


def _one_of(kind: str, allowed: tuple[str, ...]) -> BeforeValidator:
    """A closed vocabulary whose error names what was found; the loader adds the likely word."""

    def check(value: object) -> object:
        if isinstance(value, str) and value not in allowed:
            raise ValueError(f"unknown {kind} '{value}'")
        return value

    return BeforeValidator(check)


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


class _OneOrMany:
    """A list that may also be written as its single value, in files and in the exported schema."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_as_tuple, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        several = handler(schema)
        return {"anyOf": [several["items"], several]}


def _null(value: object) -> object:
    return None if value in ("null", "", "~") else value


Filler = Literal[
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
]
Place = Literal["subject", "object", "none"]
Effect = Literal[
    "killed",
    "injured",
    "harmed",
    "casualties",
    "missing",
    "abducted",
    "arrested",
    "captured",
    "displaced",
    "released",
    "destroyed",
    "damaged",
]
Words = Annotated[tuple[str, ...], _OneOrMany()]
Trigger = Annotated[str, Field(min_length=2, pattern=r"^[a-z0-9(][a-z0-9' .~|()-]*[a-z0-9)]$")]
SingleWord = Annotated[str, Field(pattern=r"^[^\sA-Z]+$")]
TypePath = Annotated[
    str,
    _one_of("type", _TYPE_PATHS),
    Field(json_schema_extra={"enum": list(_TYPE_PATHS)}),
]
RoleName = Annotated[str, _one_of("role", ROLES), Field(json_schema_extra={"enum": list(ROLES)})]
Bound = Annotated[int | None, BeforeValidator(_null)]


def _combinations(trigger: str) -> Iterator[str]:
    """The triggers that one with alternatives stands for; without any itself."""
    parts = re.split(r"\(([^()]+)\)", trigger)
    for chosen in product(
        *(part.split("|") if at % 2 else [part] for at, part in enumerate(parts))
    ):
        yield "".join(chosen)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class TriggerSource(_Strict):
    """The words that call the frame up, in their base form; inflections are derived.

    Further words of a verb are literal ("open fire"); ``...`` marks where an object may stand
    ("shoot ... dead"). ``(stand|sit) ... (in protest|demanding)`` is short for each combination.
    """

    verb: tuple[Trigger, ...] = ()
    noun: tuple[Trigger, ...] = ()
    predicate: tuple[Trigger, ...] = ()
    item: tuple[Trigger, ...] = ()

    @field_validator("verb", "noun", "predicate", "item")
    @classmethod
    def _each(cls, triggers: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for trigger in triggers for one in _combinations(trigger))

    @model_validator(mode="after")
    def _holds_one(self) -> "TriggerSource":
        if not (self.verb or self.noun or self.predicate or self.item):
            raise ValueError("a frame needs a trigger: verb, noun, predicate or item")
        return self


class RoleSource(_Strict):
    """One role: what fills it, where it stands, what happens to it."""

    fillers: Annotated[tuple[Filler, ...], Field(min_length=1), _OneOrMany()] = Field(alias="is")
    places: Annotated[tuple[Place, ...], _OneOrMany()] = Field(default=("none",), alias="as")
    after: Words = Field(default=(), description="prepositions that introduce the role")
    heads: Words = Field(default=(), description="head nouns the filler must have, singular")
    effect: Effect | None = None


class MatchSource(_Strict):
    """A sentence the frame must find, with the words of its roles.

    What is not given is not checked; ``count`` maps a kind of casualty to [low, best, high].
    """

    text: str = Field(min_length=8)
    roles: dict[RoleName, str] = Field(default_factory=dict)
    type: TypePath | None = None
    modality: Modality | None = None
    recency: Recency | None = None
    scope: Scope | None = None
    count: dict[CasualtyKind, tuple[Bound, Bound, Bound]] = Field(default_factory=dict)
    why: str | None = None


class NoMatchSource(_Strict):
    """A sentence that must give no countable record of the frame, and why."""

    text: str = Field(min_length=4)
    why: str = Field(min_length=3)


class FrameSource(_Strict):
    """One sense of a trigger."""

    id: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
    status: Literal["preview", "stable", "deprecated"]
    type: TypePath
    why: str = Field(min_length=10)
    triggers: TriggerSource
    strength: Literal["strong", "weak"] = "strong"
    bare: bool = False
    reciprocal: bool = False
    rank: int = Field(default=0, ge=-9, le=9)
    needs: Annotated[tuple[RoleName, ...], _OneOrMany()] = ()
    requires: Annotated[tuple[RoleName, ...], _OneOrMany()] = ()
    roles: dict[RoleName, RoleSource] = Field(default_factory=dict)
    cancel: Annotated[tuple[SingleWord, ...], _OneOrMany()] = ()
    modality: Modality | None = None
    outcome: Outcome | None = None
    tactic: Tactic | None = None
    means: WeaponType | None = None
    tags: Words = ()
    match: tuple[MatchSource, ...] = ()
    no_match: tuple[NoMatchSource, ...] = ()
    known_miss: tuple[MatchSource, ...] = ()

    @model_validator(mode="after")
    def _is_consistent(self) -> "FrameSource":
        for key, names in (("needs", self.needs), ("requires", self.requires)):
            for name in names:
                if name not in self.roles:
                    raise ValueError(f"{key} '{name}', which is no role of this frame")
        if self.strength == "weak" and not self.needs:
            raise ValueError("a weak trigger must say which role it needs")
        if self.strength == "weak" and self.bare:
            raise ValueError("a weak trigger cannot stand bare")
        if self.reciprocal and "participant" not in self.roles:
            raise ValueError("a reciprocal frame needs the role 'participant'")
        return self


FRAME_FILE: Final = TypeAdapter(tuple[FrameSource, ...])


def rule_schema() -> dict[str, object]:
    """The JSON Schema of a rule file, version :data:`RULE_SCHEMA_VERSION`."""
    schema = FRAME_FILE.json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rule file of the incident coder",
        "description": f"A list of frames; version {RULE_SCHEMA_VERSION} of the format.",
        **schema,
    }


def rule_schema_text() -> str:
    """The exported file; a test holds it in sync."""
    return json.dumps(rule_schema(), indent=2, ensure_ascii=False) + "\n"


def rule_schema_path() -> str:
    """Where the file stands, from the root of the schemas."""
    return f"rule/v{RULE_SCHEMA_VERSION}.json"

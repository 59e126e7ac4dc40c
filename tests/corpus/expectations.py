"""Hand-coded expectations and how a coded document is compared with them.

``fixtures/README.md`` explains the keys. An expectation says only what matters; what it leaves out
is not checked. Every check has a name that does not depend on the coder's answer, so that a known
miss can be listed by name.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from coder.values.events import CodedDocument, Event, EventActor
from coder.values.labels import (
    CasualtyKind,
    Certainty,
    DamageEffect,
    DateBasis,
    DatePrecision,
    EventType,
    GeoPrecision,
    Modality,
    Outcome,
    Qualifier,
    Role,
    Scope,
    TargetType,
    WeaponType,
)
from tests.corpus.claim_rows import read_number, row_faults, said_faults
from tests.corpus.totals import bounds, qualifiers

Numbers: TypeAlias = tuple[int | None, ...]
TITLE = -1


class Expectation(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Count(Expectation):
    """Accepted values of the bounds of one quantity; an absent bound is not checked."""

    low: Numbers = ()
    best: Numbers = ()
    high: Numbers = ()
    qualifier: tuple[Qualifier, ...] = ()

    @classmethod
    def read(cls, value: object) -> "Count":
        """``23`` is exact, ``23+`` as in rows, ``unstated`` null in all bounds, 0 a zero."""
        if value == "unstated":
            return cls(low=(None,), best=(None,), high=(None,))
        if isinstance(value, int):
            return cls(low=(value,), best=(value,), high=(value,))
        if isinstance(value, str):
            bounds, how = read_number(value)
            return cls(low=bounds[:1], best=bounds[1:2], high=bounds[2:], qualifier=(how,))
        if isinstance(value, dict):
            lists = {key: it if isinstance(it, list) else [it] for key, it in value.items()}
            return cls.model_validate(lists)
        raise ValueError(f"not a count: {value!r}")


class When(Expectation):
    """Days and the accepted ways to have got them; an absent day is not checked."""

    start: date | None = None
    end: date | None = None
    precision: tuple[DatePrecision, ...] = ()
    basis: tuple[DateBasis, ...] = ()
    text: str | None = None


class Where(Expectation):
    iso3: str | None = None
    admin1: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    precision: tuple[GeoPrecision, ...] = ()


class ExpectedEvent(Expectation):
    """One countable act. Lists of words are met by one entry; an empty list means "none stated"."""

    id: str = "event"
    sentence: int | None = None
    quote: str | None = None
    also_in: tuple[int, ...] = ()
    may_merge_into: str | None = None
    type: str
    accept: tuple[str, ...] = ()
    modality: tuple[Modality, ...] = (Modality.OCCURRED,)
    scope: tuple[Scope, ...] = (Scope.SINGLE, Scope.SERIES)
    n_incidents: int | None = None
    date: When | None = None
    place: Where | None = None
    killed: int | str | dict[str, object] | None = None
    injured: int | str | dict[str, object] | None = None
    harmed: int | str | dict[str, object] | None = None
    abducted: int | None = None
    arrested: int | None = None
    released: int | None = None
    displaced: int | None = None
    crowd_best: int | None = None
    subset_counts: tuple[int, ...] = ()
    perpetrators: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    participants: tuple[str, ...] | None = None
    gaining: tuple[str, ...] | None = None
    losing: tuple[str, ...] | None = None
    accused: tuple[str, ...] | None = None
    weapons: tuple[WeaponType, ...] = ()
    target_type: tuple[TargetType, ...] = ()
    effects: dict[str, DamageEffect | None] = {}
    outcome: tuple[Outcome, ...] = ()
    sources: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] | None = None
    rows: tuple[str, ...] | None = None
    said: tuple[str, ...] | None = None

    @cached_property
    def types(self) -> tuple[str, ...]:
        return (self.type, *self.accept)

    @property
    def sentences(self) -> frozenset[int]:
        return frozenset(() if self.sentence is None else (self.sentence, *self.also_in))


class Optional(Expectation):
    sentence: int
    types: tuple[EventType, ...]
    why: str


class Never(Expectation):
    sentence: int
    why: str


class ExpectedDocument(Expectation):
    """The metadata of an article and what must and must not be coded from it."""

    id: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    style: str
    required: tuple[ExpectedEvent, ...]
    optional: tuple[Optional, ...] = ()
    never: tuple[Never, ...] = ()
    known_miss: dict[str, str] = Field(default_factory=dict)


class Case(Expectation):
    """One sentence or passage of a phenomenon. ``events`` are all countable events of it."""

    text: str
    title: str | None = None
    country: str | None = None
    style: Literal["news", "wire", "report", "police", "translated"] | None = None
    published: date | Literal["default"] | None = "default"
    events: tuple[ExpectedEvent, ...]
    tolerated: tuple[EventType, ...] = ()


class Phenomenon(Expectation):
    """Passages of one phenomenon. ``known_miss`` names passages by their words."""

    why: str
    published: date
    cases: tuple[Case, ...]
    known_miss: dict[str, str] = Field(default_factory=dict)


def folded(words: str) -> str:
    """Lower case, without accents and punctuation.

    >>> folded("Ta'izz, Café")
    'taizz cafe'
    """
    plain = unicodedata.normalize("NFKD", words)
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s]", " ", letters.replace("'", "").casefold()).split())


def shows(wanted: Sequence[str], given: Iterable[str | None]) -> bool:
    """Whether one of the wanted words stands in one of the given texts."""
    texts = [folded(text) for text in given if text]
    return any(folded(word) in text for word in wanted for text in texts)


def told_in(event: Event) -> frozenset[int]:
    return frozenset({event.sent_idx, *(mention.section_sentence for mention in event.mentions)})


def type_fits(event: Event, expected: ExpectedEvent) -> bool:
    full = f"{event.event_type}/{event.event_subtype}"
    names = (event.event_type, full, event.event_class)
    return any(wanted in names for wanted in expected.types)


def align(events: Sequence[ExpectedEvent], coded: Sequence[Event]) -> dict[int, int]:
    """Pair expected with coded events, the surest pair first; positions to positions."""
    pairs = []
    for position, expected in enumerate(events):
        for index, event in enumerate(coded):
            score = _likeness(expected, event)
            if score:
                pairs.append((-score, position, index))
    matched: dict[int, int] = {}
    for _, position, index in sorted(pairs):
        if position not in matched and index not in matched.values():
            matched[position] = index
    return matched


def _likeness(expected: ExpectedEvent, event: Event) -> int:
    if expected.sentences and not expected.sentences & told_in(event):
        return 0
    score = 1 + 8 * type_fits(event, expected)
    if expected.sentence is not None:
        score += 4 * (event.sent_idx == expected.sentence) + 2 * (
            expected.sentence in told_in(event)
        )
    score += 3 * (expected.killed is not None and not _count(event, "killed", expected.killed))
    score += 2 * (expected.date is not None and not date_faults(event, expected))
    return score + 2 * (expected.place is not None and not place_faults(event, expected))


def type_faults(event: Event, expected: ExpectedEvent) -> list[str]:
    if type_fits(event, expected):
        return []
    return [f"type {event.event_type}/{event.event_subtype}, not {' or '.join(expected.types)}"]


def status_faults(event: Event, expected: ExpectedEvent) -> list[str]:
    faults = []
    if event.modality not in expected.modality:
        faults.append(f"modality {event.modality}")
    if event.scope not in expected.scope:
        faults.append(f"scope {event.scope}")
    if expected.n_incidents is not None and event.n_incidents_low != expected.n_incidents:
        faults.append(f"n_incidents {event.n_incidents_low}")
    return faults


def date_faults(event: Event, expected: ExpectedEvent) -> list[str]:
    wanted, found = expected.date, event.date
    if wanted is None:
        return []
    faults = []
    if "start" in wanted.model_fields_set and found.start != wanted.start:
        faults.append(f"date_start {found.start}, not {wanted.start}")
    if "end" in wanted.model_fields_set and found.end != wanted.end:
        faults.append(f"date_end {found.end}, not {wanted.end}")
    if wanted.precision and found.precision not in wanted.precision:
        faults.append(f"date_precision {found.precision}")
    if wanted.basis and found.basis not in wanted.basis:
        faults.append(f"date_basis {found.basis}")
    if wanted.text is not None and found.text != wanted.text:
        faults.append(f"date_text {found.text!r}")
    return faults


def place_faults(event: Event, expected: ExpectedEvent) -> list[str]:
    wanted, found = expected.place, event.place
    if wanted is None:
        return []
    faults = []
    if wanted.iso3 is not None and found.iso3 != wanted.iso3:
        faults.append(f"iso3 {found.iso3}, not {wanted.iso3}")
    if wanted.admin1 and folded(found.admin1_name or "") not in {folded(n) for n in wanted.admin1}:
        faults.append(f"admin1_name {found.admin1_name}, not {' or '.join(wanted.admin1)}")
    names = (found.place_name, found.site_name, found.admin3_name, found.text)
    if wanted.place and not shows(wanted.place, names):
        faults.append(f"place {found.place_name}, not {' or '.join(wanted.place)}")
    if wanted.precision and found.precision not in wanted.precision:
        faults.append(f"geo_precision {found.precision}")
    return faults


def count_faults(event: Event, expected: ExpectedEvent) -> list[str]:
    faults = []
    for kind in ("killed", "injured", "harmed"):
        if kind in expected.model_fields_set:
            faults += _count(event, kind, getattr(expected, kind))
    for kind in ("abducted", "arrested", "released", "displaced"):
        if kind in expected.model_fields_set:
            low, best, _ = bounds(event, CasualtyKind(kind))
            number = best if best is not None else low
            if number != getattr(expected, kind):
                faults.append(f"{kind} {number}, not {getattr(expected, kind)}")
    if expected.rows is not None:
        faults += row_faults(event, expected.rows)
    if expected.crowd_best is not None and event.crowd_size_best != expected.crowd_best:
        faults.append(f"crowd_size_best {event.crowd_size_best}, not {expected.crowd_best}")
    parts = {row.best for row in event.casualties if row.subset_of is not None}
    faults += [f"no subset of {n}" for n in expected.subset_counts if n not in parts]
    return faults


def _count(event: Event, kind: str, value: object) -> list[str]:
    wanted = Count.read(value)
    faults = []
    found = dict(zip(("low", "best", "high"), bounds(event, CasualtyKind(kind)), strict=True))
    for bound, number in found.items():
        accepted = getattr(wanted, bound)
        if accepted and number not in accepted:
            wished = " or ".join(map(str, accepted))
            faults.append(f"{kind}_{bound} {number}, not {wished}")
    if wanted.qualifier and not qualifiers(event, CasualtyKind(kind)) & set(wanted.qualifier):
        stated = " and ".join(sorted(qualifiers(event, CasualtyKind(kind)))) or "none"
        faults.append(f"{kind} qualifier {stated}, not {' or '.join(wanted.qualifier)}")
    return faults


_ROLES: dict[str, frozenset[Role]] = {
    "perpetrators": frozenset({Role.PERPETRATOR}),
    "targets": frozenset({Role.TARGET, Role.VICTIM}),
    "participants": frozenset({Role.PARTICIPANT}),
    "gaining": frozenset({Role.GAINING_PARTY}),
    "losing": frozenset({Role.LOSING_PARTY}),
    "accused": frozenset({Role.PERPETRATOR}),
}


def actor_faults(event: Event, expected: ExpectedEvent) -> list[str]:
    faults = []
    for key, roles in _ROLES.items():
        wanted: tuple[str, ...] | None = getattr(expected, key)
        if wanted is None:
            continue
        actors = [actor for actor in event.actors if actor.role in roles]
        if key == "accused":
            actors = [actor for actor in actors if actor.certainty is not Certainty.STATED]
        words = [word for actor in actors for word in (actor.name, actor.text)]
        if key == "targets":
            words += [target.text for target in event.targets]
        if wanted and not shows(wanted, words):
            faults.append(f"{key} {words}, not {' or '.join(wanted)}")
        if not wanted and any(_is_told(actor) for actor in actors):
            faults.append(f"{key} {words}, but none is told")
    return faults


def _is_told(actor: EventActor) -> bool:
    return actor.certainty is not Certainty.INFERRED


def means_faults(event: Event, expected: ExpectedEvent) -> list[str]:
    faults = []
    weapons = {weapon.type for weapon in event.weapons}
    if expected.weapons and not weapons & set(expected.weapons):
        found = " and ".join(sorted(weapons)) or "none"
        faults.append(f"weapons {found}, not {' or '.join(expected.weapons)}")
    for words, effect in expected.effects.items():
        told = {target.effect for target in event.targets if words in target.text}
        if told != {effect}:
            faults.append(f"effect on {words!r} {sorted(map(str, told))}, not {effect}")
    types = {event.target_type, *(target.type for target in event.targets)}
    if expected.target_type and not types & set(expected.target_type):
        faults.append(f"target_type {event.target_type}, not {' or '.join(expected.target_type)}")
    if expected.outcome and event.outcome not in expected.outcome:
        faults.append(f"outcome {event.outcome}, not {' or '.join(expected.outcome)}")
    return faults


def source_faults(event: Event, expected: ExpectedEvent) -> list[str]:
    faults = []
    words = [word for source in event.attributions for word in (source.name, source.text)]
    if expected.sources and not shows(expected.sources, words):
        faults.append(f"sources {words}, not {' or '.join(expected.sources)}")
    if expected.said is not None:
        faults += said_faults(event, expected.said)
    if expected.claimed_by and not shows(expected.claimed_by, (event.claimed_by,)):
        faults.append(f"claimed_by {event.claimed_by}, not {' or '.join(expected.claimed_by)}")
    if expected.claimed_by == () and event.claimed_by is not None:
        faults.append(f"claimed_by {event.claimed_by}, but nobody claimed it")
    return faults


FIELD_CHECKS = {
    "type": type_faults,
    "status": status_faults,
    "date": date_faults,
    "place": place_faults,
    "counts": count_faults,
    "actors": actor_faults,
    "means": means_faults,
    "sources": source_faults,
}


def countable(coded: CodedDocument) -> tuple[Event, ...]:
    return tuple(event for event in coded.events if event.countable)


def describe(event: Event) -> str:
    """One line for a failure message."""
    kind = f"{event.event_type}/{event.event_subtype} {event.modality}"
    return f"{kind} in sentence {event.sent_idx}: {event.evidence_text[:100]!r}"

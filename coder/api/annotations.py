"""Mentions as ``annotate`` publishes them: one flat row for each typed span, whatever its kind."""

from dataclasses import dataclass, fields
from datetime import date
from enum import Enum

from coder.values.labels import MentionKind, Section
from coder.values.mentions import (
    ActorMention,
    Mention,
    PlaceMention,
    Quantity,
    TargetMention,
    TimeExpression,
    WeaponMention,
)
from coder.values.text import NormalisedText

_SCORE_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A typed span. Offsets are code points of the section as the user gave it, half-open.

    Fields that another kind of mention has are null. ``type`` is the TIMEX3 type of a time
    expression, the level of a place, the type of an actor, weapon or target. ``value`` is the
    TIMEX3 value of a time expression, the canonical name of a place or actor. ``first`` and
    ``last`` are the inclusive days of a time expression, ``note`` says why this reading was taken
    where two were possible. ``id`` is the gazetteer's or the actor list's. ``candidates`` are the
    places a name could mean, the chosen one first, each as "ID SCORE", separated by "; ".
    ``credit`` names whom the licence of the coordinates asks to credit.
    """

    doc_id: str
    section: Section
    char_start: int
    char_end: int
    text: str
    kind: MentionKind
    type: str | None = None
    value: str | None = None
    id: str | None = None
    first: date | None = None
    last: date | None = None
    precision: str | None = None
    basis: str | None = None
    note: str | None = None
    low: int | None = None
    best: int | None = None
    high: int | None = None
    qualifier: str | None = None
    country: str | None = None
    iso2: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    credit: str | None = None
    candidates: str | None = None
    relation: str | None = None
    is_demonym: bool | None = None
    nationality: str | None = None
    certainty: str | None = None
    rule_id: str

    def as_json(self) -> dict[str, object]:
        """Names and values, ISO days, without what is null."""
        row = {}
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, Enum):
                value = value.value
            if isinstance(value, date):
                value = value.isoformat()
            if value is not None:
                row[field.name] = value
        return row


def annotation(
    doc_id: str, section: NormalisedText, mention: Mention, credit: str | None = None
) -> Annotation:
    """The row of one mention, in the user's coordinates and the user's words.

    ``credit`` is the line the gazetteer's licence asks for; rows with coordinates carry it.
    """
    span = section.original(mention.start, mention.end)
    common = {
        "doc_id": doc_id,
        "section": section.section,
        "char_start": span.start,
        "char_end": span.end,
        "text": section.original_text[span.start : span.end],
        "rule_id": mention.rule_id,
    }
    values = _values(mention)
    if values.get("lat") is not None and not str(values["id"] or "").startswith("user:"):
        values["credit"] = credit
    return Annotation(**common, **values)  # type: ignore[arg-type]  # as tested


def _values(mention: Mention) -> dict[str, object]:
    match mention:
        case TimeExpression():
            return _time(mention)
        case PlaceMention():
            return _place(mention)
        case Quantity():
            return {"kind": MentionKind.QUANTITY, **_bounds(mention)}
        case ActorMention():
            return {
                "kind": MentionKind.ACTOR,
                "type": mention.type.value,
                "value": mention.name,
                "id": mention.actor_id,
                "country": mention.country,
                "nationality": mention.nationality,
                "certainty": mention.certainty.value,
                **_bounds(mention.number),
            }
        case WeaponMention():
            return {"kind": MentionKind.WEAPON, "type": mention.type.value}
        case TargetMention():
            return {
                "kind": MentionKind.TARGET,
                "type": mention.type.value,
                "nationality": mention.nationality,
                **_bounds(mention.number),
            }


def _time(mention: TimeExpression) -> dict[str, object]:
    return {
        "kind": MentionKind.TIME,
        "type": mention.type.value,
        "value": mention.value,
        "first": mention.first,
        "last": mention.last,
        "precision": mention.precision.value,
        "basis": mention.basis.value,
        "note": mention.note,
    }


def _place(mention: PlaceMention) -> dict[str, object]:
    return {
        "kind": MentionKind.PLACE,
        "type": mention.level.value,
        "value": mention.name,
        "id": mention.gazetteer_id,
        "precision": mention.precision.value,
        "country": mention.iso3,
        "iso2": mention.iso2,
        "admin1": mention.admin1,
        "lat": mention.latitude,
        "lon": mention.longitude,
        "candidates": _candidates(mention),
        "relation": mention.relation,
        "is_demonym": mention.is_demonym,
    }


def _candidates(mention: PlaceMention) -> str | None:
    """The places of that name with their scores; null where there was nothing to choose from."""
    listed = [
        f"{entry.gazetteer_id} {round(score, _SCORE_DIGITS):g}"
        for score, entry in mention.candidates
    ]
    return "; ".join(listed) or None


def _bounds(number: Quantity | None) -> dict[str, object]:
    if number is None:
        return {}
    return {
        "low": number.low,
        "best": number.best,
        "high": number.high,
        "qualifier": number.qualifier.value,
    }

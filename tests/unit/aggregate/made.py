"""Small tables for the aggregates, by hand and at random."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import polars as pl
from hypothesis import strategies as st

from coder.records.frame_schema import frame_schema
from coder.values.labels import ActorType, Certainty, EventType, SourceType

DAY = date(2020, 3, 2)  # a Monday

_EVENT: Mapping[str, object] = {
    "is_representative": True,
    "doc_id": "d1",
    "event_class": "violence",
    "event_type": "bombing",
    "modality": "occurred",
    "recency": "current",
    "scope": "single",
    "countable": True,
    "date_start": DAY,
    "date_end": DAY,
    "date_precision": "day",
    "date_basis": "explicit",
    "iso3": "MLI",
    "admin1_name": "Gao",
    "geo_precision": "place",
    "directed": True,
    "casualties_conflicting": False,
    "n_sources": 0,
    "n_actors": 0,
}


def table(name: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    """A frame with the columns of a published table; cells that are not given are null."""
    return pl.DataFrame(rows, schema=frame_schema(name), orient="row")


_READ = (
    *("event_id", "incident_id", *_EVENT, "date_text", "place_name"),
    *("killed_low", "killed_best", "killed_high", "killed_qualifier", "killed_civilians_best"),
    *("injured_low", "injured_best", "injured_high", "abducted_best"),
    *("actor1_name", "actor1_type", "actor2_name", "actor2_type"),
)
"""Half of the columns, so that a thousand frames are made in a moment."""


def events(*rows: Mapping[str, object]) -> pl.DataFrame:
    """Events with what each row says and, for the rest, one countable bombing in Gao."""
    made = []
    for number, row in enumerate(rows):
        own = {"event_id": f"ev_{number:016x}", **_EVENT, **row}
        made.append({"incident_id": own["event_id"], **own})
    schema = {name: frame_schema("events")[name] for name in _READ}
    return pl.DataFrame(made, schema=schema, orient="row")


def actor(event: int, position: int = 0, **fields: object) -> dict[str, Any]:
    """A row of ``actors`` of the event with this number."""
    given = {
        "actor_type": "unidentified_armed",
        "role": "perpetrator",
        "side": "A",
        "certainty": "stated",
        "is_primary": position == 0,
        "text": "gunmen",
        **fields,
    }
    return {"event_id": f"ev_{event:016x}", "actor_idx": position, "doc_id": "d1", **given}


def source(event: int, name: str | None, **fields: object) -> dict[str, Any]:
    """A row of ``attributions`` of the event with this number."""
    given = {"name": name, "text": "officials", "source_type": "unnamed", "stance": "report"}
    return {"event_id": f"ev_{event:016x}", "doc_id": "d1", **given, **fields}


def document(doc_id: str, pub_date: date | None, **fields: object) -> dict[str, Any]:
    """A row of ``documents``."""
    return {"doc_id": doc_id, "pub_date": pub_date, "status": "coded", **fields}


_days = st.integers(0, 70).map(lambda days: DAY + timedelta(days=days))
_persons = st.none() | st.integers(0, 40)


@st.composite
def _dates(draw: st.DrawFn) -> dict[str, object]:
    first, length = draw(_days), draw(st.sampled_from([0, 0, 1, 5, 30]))
    shape = draw(st.sampled_from(["both", "both", "start", "end", "none"]))
    return {
        "date_start": first if shape in ("both", "start") else None,
        "date_end": first + timedelta(days=length) if shape in ("both", "end") else None,
        "date_precision": "day" if shape == "both" and not length else "open",
    }


@st.composite
def _figures(draw: st.DrawFn) -> dict[str, object]:
    told = sorted(draw(st.lists(st.integers(0, 40), min_size=3, max_size=3)))
    kept = draw(st.lists(st.booleans(), min_size=3, max_size=3))
    low, best, high = (value if keep else None for value, keep in zip(told, kept, strict=True))
    return {
        "killed_low": low,
        "killed_best": best,
        "killed_high": high,
        "killed_civilians_best": draw(st.none() | st.integers(0, best)) if best else None,
        "injured_best": draw(_persons),
    }


@st.composite
def _event(draw: st.DrawFn, *, all_count: bool = False) -> dict[str, object]:
    names = st.none() | st.sampled_from(["Army", "Front", "gunmen"])
    area = draw(st.sampled_from([("MLI", "Gao"), ("MLI", None), ("NER", "Gao"), (None, None)]))
    return {
        **draw(_dates()),
        **draw(_figures()),
        "iso3": area[0],
        "admin1_name": area[1],
        "event_type": draw(st.sampled_from(list(EventType)[:4])).value,
        "actor1_name": draw(names),
        "actor2_name": draw(names),
        "directed": draw(st.booleans()),
        "countable": all_count or draw(st.sampled_from([True, True, True, False])),
        "doc_id": draw(st.sampled_from(["d1", "d2", "d3"])),
    }


@st.composite
def event_frames(draw: st.DrawFn) -> pl.DataFrame:
    """Events of every kind of date, place and toll; some told twice, some not countable."""
    rows = draw(st.lists(_event(), max_size=12))
    for number, row in enumerate(rows):
        if number and draw(st.booleans()) and draw(st.booleans()):
            row |= {"incident_id": f"ev_{number - 1:016x}", "is_representative": False}
    return _linked(rows)


def _linked(rows: list[dict[str, object]]) -> pl.DataFrame:
    """A report that repeats a repeat reports the incident of the first one, and counts like it."""
    for number, row in enumerate(rows):
        if "incident_id" in row:
            before = rows[number - 1]
            row["incident_id"] = before.get("incident_id", row["incident_id"])
            row["countable"] = before["countable"]
    return events(*rows)


@st.composite
def actor_frames(draw: st.DrawFn, n_events: int = 12) -> pl.DataFrame:
    """Nobody, one or several perpetrators an event, sure or not, and targets beside them."""
    rows = [
        actor(
            event,
            position,
            name=draw(st.sampled_from([None, "Army", "Front", "Front"])),
            role=draw(st.sampled_from(["perpetrator", "perpetrator", "target"])),
            side=draw(st.sampled_from(["A", "B", None])),
            certainty=draw(st.sampled_from(list(Certainty))).value,
            actor_type=draw(st.sampled_from(list(ActorType)[:2])).value,
            is_primary=draw(st.booleans()),
        )
        for event in range(n_events)
        for position in range(draw(st.integers(0, 3)))
    ]
    return table("actors", rows)


@st.composite
def attribution_frames(draw: st.DrawFn, n_events: int = 12) -> pl.DataFrame:
    """Sources of events: none, one or several, of belligerents or not."""
    rows = [
        source(
            event,
            draw(st.sampled_from([None, "Army", "ARMY", "A watchdog"])),
            attr_idx=position,
            source_type=draw(st.sampled_from(list(SourceType)[:3])).value,
            is_party=draw(st.none() | st.booleans()),
        )
        for event in range(n_events)
        for position in range(draw(st.integers(0, 2)))
    ]
    return table("attributions", rows)


@st.composite
def document_frames(draw: st.DrawFn) -> pl.DataFrame:
    """Documents of some days, not all of them coded."""
    days = draw(st.lists(st.none() | _days, max_size=6))
    return table(
        "documents",
        [
            document(f"d{number}", day, status=draw(st.sampled_from(["coded", "coded", "error"])))
            for number, day in enumerate(days)
        ],
    )

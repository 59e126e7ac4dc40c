"""Events for timemap (Forensic Architecture, and the fork of Bellingcat): a JSON array of events.

Every value is text, as the event schema of timemap asks; dates are MM/DD/YYYY, its default. An
event with neither a date nor a point has no place on the map or the line and is left out.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import polars as pl

_DAY = "%m/%d/%Y"


def write_timemap(tables: Mapping[str, pl.DataFrame], place: Path) -> None:
    """Write the array, one event a line."""
    lines = [json.dumps(event, ensure_ascii=False) for event in timemap_events(tables)]
    place.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8", newline="\n")


def timemap_events(tables: Mapping[str, pl.DataFrame]) -> Iterator[dict[str, object]]:
    """The events as timemap reads them; documents give the sources where they are there."""
    documents: dict[object, Mapping[str, object]] = {}
    if "documents" in tables:
        documents = {row["doc_id"]: row for row in tables["documents"].iter_rows(named=True)}
    for row in tables["events"].drop("geometry", strict=False).iter_rows(named=True):
        day = row["date_start"] or row["date_end"]
        has_point = row["lat"] is not None and row["lon"] is not None
        if day is None and not has_point:
            continue
        yield _event(row, day, documents.get(row["doc_id"], {}), has_point=has_point)


def _event(
    row: Mapping[str, object],
    day: date | None,
    document: Mapping[str, object],
    *,
    has_point: bool,
) -> dict[str, object]:
    places = [row["place_name"], row["admin1_name"], row["admin0_name"]]
    event: dict[str, object] = {
        "id": row["event_id"],
        "description": row["evidence_text"],
        "date": day.strftime(_DAY) if day else "",
        "time": "",
        "time_display": row["time_of_day"] or "",
        "time_precision": row["date_precision"],
        "location": ", ".join(str(place) for place in places if place is not None),
        "category": row["event_type"],
        "category_full": f"{row['event_class']}/{row['event_type']}/{row['event_subtype']}",
        "associations": [],
        "sources": [document.get("url") or document.get("source") or row["doc_id"]],
        "comments": f"place: {row['geo_precision']}; date: {row['date_basis']}",
    }
    if has_point:
        event |= {"latitude": str(row["lat"]), "longitude": str(row["lon"])}
        if row.get("coord_credit"):
            event["comments"] = f"{event['comments']}; point: {row['coord_credit']}"
    return event

"""Events as FollowTheMoney entities, one line of JSON each: the events and who took part.

An ``Event`` names those involved. A listed actor is the same entity in every event; a group that is
only described ("gunmen") has no identity, so it is no entity and stays in the notes.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TypeAlias

import polars as pl

from coder.regimes.model import areas

_Entity: TypeAlias = dict[str, object]
_STATE = "state_"
_ID_BYTES = 8


def write_followthemoney(tables: Mapping[str, pl.DataFrame], place: Path) -> None:
    """Write the entities of the events, each actor once, before the first event it is in."""
    with place.open("w", encoding="utf-8", newline="\n") as file:
        for entity in entities(tables):
            file.write(json.dumps(entity, ensure_ascii=False) + "\n")


def entities(tables: Mapping[str, pl.DataFrame]) -> Iterator[_Entity]:
    """The entities of a table of events; actors and documents are used where they are there."""
    actors = _actors_by_event(tables.get("actors"))
    documents = _documents(tables.get("documents"))
    countries = dict(areas().select("iso3", pl.col("iso2").str.to_lowercase()).iter_rows())
    seen: set[object] = set()
    for row in tables["events"].drop("geometry", strict=False).iter_rows(named=True):
        involved = []
        for actor in actors.get(row["event_id"], []):
            if actor["name"] is None:
                continue
            entity = _party(actor, countries)
            involved.append(entity["id"])
            if entity["id"] not in seen:
                seen.add(entity["id"])
                yield entity
        told = documents.get(row["doc_id"], {})
        yield _event(row, told, involved, _notes(row, actors.get(row["event_id"], [])), countries)


def _actors_by_event(frame: pl.DataFrame | None) -> dict[object, list[Mapping[str, object]]]:
    found: dict[object, list[Mapping[str, object]]] = {}
    if frame is not None:
        for row in frame.sort("event_id", "actor_idx").iter_rows(named=True):
            found.setdefault(row["event_id"], []).append(row)
    return found


def _documents(frame: pl.DataFrame | None) -> dict[object, Mapping[str, object]]:
    if frame is None:
        return {}
    return {row["doc_id"]: row for row in frame.iter_rows(named=True)}


def _party(actor: Mapping[str, object], countries: Mapping[str, str]) -> _Entity:
    kind = str(actor["actor_type"])
    schema = "LegalEntity"
    if kind.startswith(_STATE):
        schema = "PublicBody"
    elif actor["is_organisation"]:
        schema = "Organization"
    return {
        "id": _party_id(actor),
        "schema": schema,
        "properties": _filled(
            name=[actor["name"]],
            country=[countries.get(str(actor["country"]))],
            classification=[kind],
        ),
    }


def _party_id(actor: Mapping[str, object]) -> str:
    """The id of the list, or a hash of what a name without an entry is known by."""
    if actor["actor_id"] is not None:
        return f"actor-{actor['actor_id']}"
    known = f"{actor['name']}|{actor['actor_type']}|{actor['country']}".casefold()
    return f"actor-{blake2b(known.encode(), digest_size=_ID_BYTES).hexdigest()}"


def _event(
    row: Mapping[str, object],
    document: Mapping[str, object],
    involved: list[object],
    notes: list[object],
    countries: Mapping[str, str],
) -> _Entity:
    start, end = row["date_start"], row["date_end"]
    places = [row["place_name"], row["admin2_name"], row["admin1_name"], row["admin0_name"]]
    named = ", ".join(str(place) for place in places if place is not None)
    return {
        "id": row["event_id"],
        "schema": "Event",
        "properties": _filled(
            name=[_title(row)],
            date=[start if start == end else None],
            startDate=[start],
            endDate=[end],
            location=[named or row["location_text"]],
            country=[countries.get(str(row["iso3"]))],
            involved=involved,
            sourceUrl=[document.get("url")],
            publisher=[document.get("source")],
            summary=[row["evidence_text"]],
            keywords=[row["event_type"], row["event_subtype"]],
            recordId=[row["incident_id"]],
            notes=notes,
        ),
    }


def _title(row: Mapping[str, object]) -> str:
    """A name for a list: what, where, when."""
    what = str(row["event_type"]).replace("_", " ").capitalize()
    where = row["place_name"] or row["admin1_name"] or row["admin0_name"] or row["location_text"]
    parts = (what, where, row["date_start"] or row["date_end"])
    return ", ".join(str(part) for part in parts if part is not None)


def _notes(row: Mapping[str, object], actors: list[Mapping[str, object]]) -> list[object]:
    notes: list[object] = [
        f"{actor['role']}: {actor['name'] or actor['text']} ({actor['certainty']})"
        for actor in actors
    ]
    for kind in ("killed", "injured"):
        low, best, high = (row[f"{kind}_{bound}"] for bound in ("low", "best", "high"))
        if (low, best, high) != (None, None, None):
            notes.append(f"{kind}: best {best}, low {low}, high {high}")
    return notes


def _filled(**properties: list[object]) -> dict[str, list[str]]:
    """Properties as FollowTheMoney has them: lists of texts, none of them empty."""
    found = {}
    for name, values in properties.items():
        texts = [_text(value) for value in values if value is not None and value != ""]
        if texts:
            found[name] = list(dict.fromkeys(texts))
    return found


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)

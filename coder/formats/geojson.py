"""Events as GeoJSON (RFC 7946) and back: one feature an event, null geometry without a point.

The properties are the columns of ``events`` in their order; dates are ISO text, lists are arrays.
"""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polars as pl

from coder.formats.inspecting import WrongFormatError
from coder.records.frame_schema import frame_schema
from coder.tables.wide import wkb_point

SUFFIX = ".geojson"


def write_geojson(events: pl.DataFrame, place: Path) -> None:
    """Write the features line by line, so that a diff shows single events."""
    with place.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        start = "\n"
        for row in events.drop("geometry", strict=False).iter_rows(named=True):
            file.write(start + json.dumps(_feature(row), ensure_ascii=False, allow_nan=False))
            start = ",\n"
        file.write("\n]}\n")


def _feature(row: Mapping[str, object]) -> dict[str, object]:
    lon, lat = row["lon"], row["lat"]
    point = {"type": "Point", "coordinates": [lon, lat]}
    properties = {
        name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()
    }
    return {
        "type": "Feature",
        "id": row["event_id"],
        "geometry": None if lon is None or lat is None else point,
        "properties": properties,
    }


def read_geojson(path: Path) -> pl.DataFrame:
    """The ``events`` of a file that :func:`write_geojson` wrote.

    Raises :class:`WrongFormatError` where it is none.
    """
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        rows = [_row(feature["properties"]) for feature in features]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WrongFormatError(f"is no GeoJSON of events: {error!r}", source=str(path)) from error
    try:
        # Series by series: a frame made of rows turns what does not fit into null.
        return pl.DataFrame(
            [
                pl.Series(name, [row.get(name) for row in rows], dtype=dtype)
                for name, dtype in frame_schema("events").items()
            ]
        )
    except (pl.exceptions.PolarsError, TypeError) as error:
        reason = str(error).split("\n", 1)[0]
        raise WrongFormatError(f"holds no events: {reason}", source=str(path)) from error


def _row(properties: Mapping[str, object]) -> dict[str, object]:
    schema = frame_schema("events")
    row: dict[str, object] = {}
    for name, dtype in schema.items():
        value = properties.get(name)
        is_day = dtype == pl.Date() and isinstance(value, str)
        row[name] = date.fromisoformat(str(value)) if is_day else value
    lon, lat = row["lon"], row["lat"]
    if isinstance(lon, int | float) and isinstance(lat, int | float):
        row["geometry"] = wkb_point(lon, lat)
    return row

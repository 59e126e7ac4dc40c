"""Places of the user's own, from a TSV or CSV file.

The first line names the columns. ``name`` is needed; known columns beside it are ``id``,
``alternatives`` (separated by ``|``), ``level`` (of :class:`PlaceLevel`, default ``place``),
``kind``, ``latitude``, ``longitude`` (both or none), ``iso2``, ``admin1``, ``population``.

An ``id`` with a colon is a published one ("geonames:2460596"): the row takes the place of that
entry of the gazetteer. Every other id is published as ``user:ID``.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from coder.errors import InputError
from coder.gazetteer.names import name_key
from coder.values.labels import PlaceLevel

COLUMNS = (
    "id",
    "name",
    "alternatives",
    "level",
    "kind",
    "latitude",
    "longitude",
    "iso2",
    "admin1",
    "population",
)
_POLE, _DATE_LINE = 90.0, 180.0


@dataclass(frozen=True, slots=True, kw_only=True)
class UserPlace:
    """One row. ``gazetteer_id`` is the published id; null fields are unknown."""

    gazetteer_id: str
    name: str
    alternatives: tuple[str, ...] = ()
    level: PlaceLevel = PlaceLevel.PLACE
    kind: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    iso2: str | None = None
    admin1: str | None = None
    population: int = 0


def read_user_places(path: Path) -> tuple[UserPlace, ...]:
    """The places of a ``.tsv`` or ``.csv`` file; raises :class:`InputError` that names the row."""
    return parse_user_places(path.read_text(encoding="utf-8-sig"), str(path))


def parse_user_places(content: str, name: str) -> tuple[UserPlace, ...]:
    """The places of the content of such a file; ``name`` is what errors call it.

    Under a name with neither suffix, a tab in the first line that is no comment makes it a TSV.
    """
    lines = [line for line in content.splitlines(keepends=True) if not line.startswith("#")]
    suffix = Path(name).suffix.lower()
    is_tsv = suffix == ".tsv" or (suffix != ".csv" and "\t" in "".join(lines[:1]))
    rows = csv.DictReader(lines, delimiter="\t" if is_tsv else ",")
    unknown = sorted(set(rows.fieldnames or ()) - set(COLUMNS))
    if unknown or "name" not in (rows.fieldnames or ()):
        raise InputError(
            f"columns are {', '.join(COLUMNS)}; name is needed; unknown: {unknown}", source=name
        )
    return tuple(_read_row(row, name, number) for number, row in enumerate(rows, start=2))


def _read_row(row: dict[str, str | None], source: str, number: int) -> UserPlace:
    cells = {key: (value or "").strip() for key, value in row.items() if key is not None}
    if not cells["name"]:
        raise InputError("is empty", source=source, row=number, field="name")
    latitude = _degrees(cells, "latitude", _POLE, source, number)
    longitude = _degrees(cells, "longitude", _DATE_LINE, source, number)
    if (latitude is None) != (longitude is None):
        raise InputError(
            "needs both coordinates or none", source=source, row=number, field="latitude"
        )
    level = cells.get("level") or "place"
    if level not in {known.value for known in PlaceLevel}:
        raise InputError(
            f"{level!r} is none of {', '.join(PlaceLevel)}",
            source=source,
            row=number,
            field="level",
        )
    population = cells.get("population") or "0"
    if not population.isdigit():
        raise InputError(
            f"{population!r} is no number", source=source, row=number, field="population"
        )
    place_id = cells.get("id") or name_key(cells["name"]).replace(" ", "-")
    return UserPlace(
        gazetteer_id=place_id if ":" in place_id else f"user:{place_id}",
        name=cells["name"],
        alternatives=tuple(
            part.strip() for part in cells.get("alternatives", "").split("|") if part.strip()
        ),
        level=PlaceLevel(level),
        kind=cells.get("kind") or None,
        latitude=latitude,
        longitude=longitude,
        iso2=cells.get("iso2", "").upper() or None,
        admin1=cells.get("admin1") or None,
        population=int(population),
    )


def _degrees(
    cells: dict[str, str], field: str, limit: float, source: str, number: int
) -> float | None:
    text = cells.get(field, "")
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = limit + 1
    if not -limit <= value <= limit:
        raise InputError(f"{text!r} is no {field}", source=source, row=number, field=field)
    return value

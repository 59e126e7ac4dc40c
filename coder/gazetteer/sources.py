"""What the build of the gazetteer reads: rows of the sources and our own TSV files."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town of the main source. ``admin1`` is GeoNames' code, ``""`` when unknown."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    iso2: str
    admin1: str
    population: int
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedTown:
    """A town of the source that knows the names of the areas around it; ``""`` when unknown."""

    name: str
    latitude: float
    longitude: float
    iso2: str
    admin1: str
    admin2: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRow:
    """What the main source says of a country."""

    iso2: str
    iso3: str
    name: str
    geonameid: int
    population: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Everything the build reads. ``tables`` is the folder with the TSV files."""

    towns: Sequence[Town]
    named_towns: Sequence[NamedTown]
    countries: Sequence[CountryRow]
    tables: Path
    version: str
    credit: str


def read_table(path: Path) -> Iterator[list[str]]:
    """Rows of a TSV file without its ``#`` comments; every cell stripped."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(
            (line for line in lines if line.strip() and not line.startswith("#")),
            delimiter="\t",
            quoting=csv.QUOTE_NONE,
        ):
            yield [cell.strip() for cell in row]


def split_cell(text: str) -> list[str]:
    """The parts of a cell that holds several, separated by ``|``."""
    return [part for part in (piece.strip() for piece in text.split("|")) if part]

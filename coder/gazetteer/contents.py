"""The rows of the gazetteer file and how they are written, the same bytes for the same rows."""

import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path

from coder.gazetteer.names import (
    FILTER_BITS,
    FORMAT_VERSION,
    MAX_NAME_WORDS,
    coarse_key,
    name_key,
)
from coder.gazetteer.spellings import article_variants

_BITS_PER_KEY = 8
_LARGEST_FILTER = 1 << 27  # 16 MiB, for the 20 million names of the whole of GeoNames
_DEGREE = 10_000  # coordinates are stored as whole ten-thousandths of a degree (11 m)

SCHEMA = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, lat INTEGER, lon INTEGER,
  area INTEGER, population INTEGER NOT NULL);
CREATE TABLE area (id INTEGER PRIMARY KEY, gid TEXT NOT NULL, level TEXT NOT NULL, kind TEXT,
  iso2 TEXT, iso3 TEXT, parent INTEGER, radius INTEGER, countries TEXT, centroid INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (key, id)) WITHOUT ROWID;
CREATE TABLE coarse (key TEXT NOT NULL, iso2 TEXT NOT NULL, id INTEGER NOT NULL,
  PRIMARY KEY (key, iso2, id)) WITHOUT ROWID;
CREATE TABLE demonym (key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (key, id)) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""


class Contents:
    """The rows to be written, collected in one place so that ids and order are settled once."""

    def __init__(
        self, transliterated: frozenset[str], arabic: frozenset[str] = frozenset()
    ) -> None:
        self.transliterated = transliterated
        self.arabic = arabic
        self.places: list[tuple[int, str, int | None, int | None, int | None, int]] = []
        self.areas: list[tuple[object, ...]] = []
        self.names: set[tuple[str, int]] = set()
        self.coarse: set[tuple[str, str, int]] = set()
        self.demonyms: set[tuple[str, int]] = set()
        self.by_gid: dict[str, int] = {}

    def add_area(
        self,
        gid: str,
        name: str,
        level: str,
        *,
        point: tuple[float, float] | None,
        names: Iterable[str],
        kind: str | None = None,
        iso2: str | None = None,
        iso3: str | None = None,
        parent: int | None = None,
        radius: int | None = None,
        countries: str | None = None,
        centroid: bool = False,
        population: int = 0,
    ) -> int:
        """Add an area or feature; ids below zero keep it apart from GeoNames' towns."""
        number = self.reserve(gid)
        lat, lon = (None, None) if point is None else (fixed(point[0]), fixed(point[1]))
        self.places.append((number, name, lat, lon, parent, population))
        self.areas.append(
            (number, gid, level, kind, iso2, iso3, parent, radius, countries, int(centroid))
        )
        names = (name, *names)
        self.add_names(number, names)
        if iso2 in self.arabic:
            self.add_names(number, article_variants(names))
        if iso2 in self.transliterated and level.startswith("admin"):
            self.coarse.update((key, iso2, number) for key in {coarse_key(name)} if key)
        return number

    def reserve(self, gid: str) -> int:
        """The number of a row that is added later; a second one of that id is an error."""
        if gid in self.by_gid:
            raise ValueError(f"two rows are called {gid!r}")
        number = self.by_gid[gid] = -len(self.by_gid) - 1
        return number

    def add_names(self, number: int, names: Iterable[str]) -> None:
        """Let these names find the place; names of more than seven words are left out."""
        for name in names:
            key = name_key(name)
            if key and key.count(" ") < MAX_NAME_WORDS:
                self.names.add((key, number))


def fixed(degrees: float) -> int:
    """Degrees as the file stores them."""
    return round(degrees * _DEGREE)


def name_filter(keys: Iterable[str], size: int = FILTER_BITS) -> bytes:
    """A bitmap that says of every key that it may be a name, and of most other words that not.

    The first word of a longer name, with a space behind it, stands in it as well.
    """
    bits = bytearray(size // 8)
    for key in keys:
        first, space, _ = key.partition(" ")
        for entry in (key, first + space) if space else (key,):
            bit = zlib.crc32(entry.encode()) % size
            bits[bit >> 3] |= 1 << (bit & 7)
    return bytes(bits)


def filter_size(keys: int) -> int:
    """How many bits the filter of so many keys needs, a power of two."""
    size = FILTER_BITS
    while size < keys * _BITS_PER_KEY and size < _LARGEST_FILTER:
        size *= 2
    return size


def write(tables: Contents, path: Path, *, version: str, credit: str) -> None:
    """Write the file; ``path`` must not exist, raises :class:`FileExistsError`."""
    if path.exists():
        raise FileExistsError(path)
    connection = sqlite3.connect(path)
    try:
        connection.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA page_size=4096; PRAGMA auto_vacuum=NONE;" + SCHEMA
        )
        for table, rows in (
            ("place", sorted(tables.places)),
            ("area", sorted(tables.areas, key=lambda row: str(row[1]))),
            ("name", sorted(tables.names)),
            ("coarse", sorted(tables.coarse)),
            ("demonym", sorted(tables.demonyms)),
        ):
            marks = ",".join("?" * len(rows[0])) if rows else "?"
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608
        keys = {key for key, _ in tables.names} | {key for key, _ in tables.demonyms}
        meta: dict[str, bytes | str] = {
            "credit": credit,
            "filter": zlib.compress(name_filter(sorted(keys)), 9),
            "format": FORMAT_VERSION,
            "version": version,
        }
        connection.executemany("INSERT INTO meta VALUES (?,?)", sorted(meta.items()))
        connection.commit()
        connection.execute("VACUUM")
        connection.commit()
    finally:
        connection.close()

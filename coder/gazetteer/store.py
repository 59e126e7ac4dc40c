"""Look-up of place names in the embedded gazetteer.

Opening reads two rows; everything else is read when it is first asked for and kept in bounded
tables, so that a word that is no place costs one look into a dictionary.
"""

import sqlite3
import threading
import weakref
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from functools import cached_property
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from coder.errors import InputError, SchemaError
from coder.gazetteer.entries import Entry
from coder.gazetteer.names import FORMAT_VERSION, coarse_key, name_key
from coder.gazetteer.openings import Openings
from coder.gazetteer.user_places import UserPlace, parse_user_places
from coder.values.labels import PlaceLevel
from coder.values.options import SourceText

__all__ = ["Entry", "Gazetteer"]
_MAX_KEPT_NAMES = 60_000  # about 12 MB; a corpus of 10,000 articles has fewer distinct candidates
_MAX_KEPT_ENTRIES = 60_000
_DEGREE = 10_000
# number, name, lat, lon, containing area, population; of areas also gid, level, kind, iso2, iso3,
# radius, countries, is centroid
_Row: TypeAlias = tuple[
    int,
    str,
    int | None,
    int | None,
    int | None,
    int,
    str | None,
    str | None,
    str | None,
    str | None,
    str | None,
    int | None,
    str | None,
    int | None,
]
_ROWS = (
    "SELECT p.id, p.name, p.lat, p.lon, p.area, p.population, a.gid, a.level, a.kind, a.iso2,"
    " a.iso3, a.radius, a.countries, a.centroid FROM place p LEFT JOIN area a ON a.id = p.id"
)
_LEVELS = {level.value: level for level in PlaceLevel}
_LEVEL_RANK = {
    PlaceLevel.COUNTRY: 0,
    PlaceLevel.INTERNATIONAL: 1,
    PlaceLevel.ADMIN1: 2,
    PlaceLevel.FEATURE: 3,
    PlaceLevel.PLACE: 4,
    PlaceLevel.ADMIN2: 5,
    PlaceLevel.ADMIN3: 6,
    PlaceLevel.DISTRICT: 7,
    PlaceLevel.SITE: 8,
}


class _Handle:
    """Keeps the file open as long as a gazetteer uses it."""

    def __init__(self, connection: sqlite3.Connection, closing: ExitStack) -> None:
        self.connection = connection
        self.lock = threading.Lock()
        weakref.finalize(self, closing.close)


class Gazetteer:
    """All places, read-only and safe to share between threads."""

    def __init__(self, handle: _Handle, *, user: tuple[UserPlace, ...] = ()) -> None:
        self._handle = handle
        self._connection = handle.connection
        self._lock = handle.lock
        self._names: dict[str, tuple[Entry, ...]] = {}
        self._demonyms: dict[str, tuple[Entry, ...]] = {}
        self._coarse: dict[tuple[str, str], tuple[Entry, ...]] = {}
        self._entries: dict[int, Entry] = {}
        self._countries: Mapping[str, Entry] | None = None
        self._user_rows = user
        self._replaced = frozenset(row.gazetteer_id for row in user)
        self._user: dict[str, tuple[UserPlace, ...]] = {}
        for row in user:
            for key in {name_key(name) for name in (row.name, *row.alternatives)}:
                self._user[key] = (*self._user.get(key, ()), row)
        meta = dict(
            self._connection.execute("SELECT key, value FROM meta WHERE key != 'filter'").fetchall()
        )
        if meta.get("format") != FORMAT_VERSION:
            raise SchemaError(
                "the gazetteer was built by another version; build it again",
                found=str(meta.get("format")),
                expected=FORMAT_VERSION,
            )
        self.version: str = meta["version"]
        self.credit: str = meta["credit"]

    @classmethod
    def open(cls, path: Path | None = None) -> "Gazetteer":
        """The gazetteer in ``path``, by default the embedded one."""
        with ExitStack() as stack:
            if path is None:
                source = resources.files("coder.gazetteer") / "data" / "places.sqlite"
                path = stack.enter_context(resources.as_file(source))
            if not path.is_file():
                raise FileNotFoundError(path)
            connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            stack.callback(connection.close)
            handle = _Handle(connection, stack.pop_all())
        try:
            return cls(handle)
        except sqlite3.DatabaseError as error:
            raise SchemaError(f"{path} is no gazetteer: {error}") from error

    def with_places(self, rows: Iterable[UserPlace]) -> "Gazetteer":
        """The same gazetteer with places of the user's own; they come first in every answer."""
        return Gazetteer(self._handle, user=(*self._user_rows, *rows))

    @cached_property
    def openings(self) -> Openings:
        """What words can be for names: nearly all that are asked for never reach the file."""
        return Openings(self._rows, self._user)

    @cached_property
    def _demonym_keys(self) -> frozenset[str]:
        return frozenset(key for (key,) in self._rows("SELECT DISTINCT key FROM demonym"))

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Every place of that name, countries first, then by population. Empty if there is none.

        Case, accents, apostrophes, hyphens and dots make no difference.
        """
        found = self._names.get(name)
        if found is None:
            found = self._find(name_key(name))
            if len(self._names) >= _MAX_KEPT_NAMES:
                self._names = {}
            self._names[name] = found
        return found

    def lookup_coarse(self, name: str, countries: Iterable[str]) -> tuple[Entry, ...]:
        """Places of those countries whose name is the same but for its transliteration."""
        key = coarse_key(name)
        if not key:
            return ()
        found: list[Entry] = []
        for iso2 in sorted(set(countries)):
            entries = self._coarse.get((key, iso2))
            if entries is None:
                entries = self._unreplaced(
                    self._read("SELECT id FROM coarse WHERE key = ? AND iso2 = ?", (key, iso2))
                )
                if len(self._coarse) >= _MAX_KEPT_NAMES:
                    self._coarse = {}
                self._coarse[key, iso2] = entries
            found.extend(entries)
        return tuple(found)

    def lookup_coarse_anywhere(self, name: str) -> tuple[Entry, ...]:
        """Places of any country whose names are transliterated, by the same key."""
        key = coarse_key(name)
        if not key:
            return ()
        entries = self._coarse.get((key, ""))
        if entries is None:
            entries = self._unreplaced(self._read("SELECT id FROM coarse WHERE key = ?", (key,)))
            self._coarse[key, ""] = entries
        return entries

    def demonyms(self, word: str) -> tuple[Entry, ...]:
        """The countries, regions or towns whose people or things are called so ("Syrian")."""
        found = self._demonyms.get(word)
        if found is None:
            found = (
                self._read("SELECT id FROM demonym WHERE key = ?", (key,))
                if (key := name_key(word)) in self._demonym_keys
                else ()
            )
            if len(self._demonyms) >= _MAX_KEPT_NAMES:
                self._demonyms = {}
            self._demonyms[word] = found
        return found

    def demonym(self, word: str) -> Entry | None:
        """The first of :meth:`demonyms`: the most populous country; null if the word is none."""
        found = self.demonyms(word)
        return found[0] if found else None

    def country(self, iso: str) -> Entry | None:
        """The country of an ISO 3166-1 alpha-2 or alpha-3 code; null if there is none."""
        if self._countries is None:
            entries = self._read("SELECT id FROM area WHERE level = 'country'", ())
            table = {}
            for entry in entries:
                for code in (entry.iso2, entry.iso3):
                    if code:
                        table[code] = entry
            self._countries = MappingProxyType(table)
        return self._countries.get(iso.upper())

    def entry(self, gazetteer_id: str) -> Entry | None:
        """The place of a published id; null if there is none."""
        for rows in self._user.values():
            for row in rows:
                if row.gazetteer_id == gazetteer_id:
                    return self._user_entry(row)
        found = self._read("SELECT id FROM area WHERE gid = ?", (gazetteer_id,))
        prefix, _, tail = gazetteer_id.partition(":")
        if not found and prefix == "geonames" and tail.isdigit():
            found = self._read("SELECT id FROM place WHERE id = ?", (int(tail),))
        return found[0] if found else None

    def _find(self, key: str) -> tuple[Entry, ...]:
        own = tuple(self._user_entry(row) for row in self._user.get(key, ()))
        if not key or not self.openings.may_be_name(key):
            return own
        return own + self._unreplaced(self._read("SELECT id FROM name WHERE key = ?", (key,)))

    def _unreplaced(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """The entries without those a row of the user took the place of."""
        if not self._replaced:
            return entries
        return tuple(entry for entry in entries if entry.gazetteer_id not in self._replaced)

    def _read(self, query: str, values: tuple[object, ...]) -> tuple[Entry, ...]:
        """The entries whose ids a query gives, best known first."""
        with self._lock:
            rows = self._connection.execute(f"{_ROWS} WHERE p.id IN ({query})", values).fetchall()
            entries = [self._kept(row) for row in rows]
        entries.sort(key=lambda entry: (_LEVEL_RANK[entry.level], -entry.population, entry.number))
        return tuple(entries)

    def _kept(self, row: _Row) -> Entry:
        """The entry of a row, made once; the lock is held."""
        known = self._entries.get(row[0])
        if known is not None:
            return known
        parent = None
        if row[4] is not None:
            parent = self._entries.get(row[4]) or self._kept(
                self._connection.execute(f"{_ROWS} WHERE p.id = ?", (row[4],)).fetchone()
            )
        entry = _make_entry(row, parent)
        if len(self._entries) >= _MAX_KEPT_ENTRIES:
            self._entries = {}
        self._entries[row[0]] = entry
        return entry

    def _user_entry(self, row: UserPlace) -> Entry:
        country = self.country(row.iso2) if row.iso2 else None
        return Entry(
            number=-1_000_000_000 - zlib.crc32(row.gazetteer_id.encode()),
            gazetteer_id=row.gazetteer_id,
            name=row.name,
            key=name_key(row.name),
            level=row.level,
            kind=row.kind,
            country=country.name if country else None,
            iso2=country.iso2 if country else None,
            iso3=country.iso3 if country else None,
            admin1=row.admin1,
            admin1_code=None,
            admin2=None,
            admin2_code=None,
            latitude=row.latitude,
            longitude=row.longitude,
            population=row.population,
            radius_km=None,
            countries=(country.iso2,) if country and country.iso2 else (),
            is_centroid=False,
        )


def _degrees(fixed: int | None) -> float | None:
    return None if fixed is None else fixed / _DEGREE


def _make_entry(row: _Row, parent: Entry | None) -> Entry:
    number, name, lat, lon, _area, population = row[:6]
    gid, level, kind, iso2, iso3, radius, countries, centroid = row[6:]
    gid, level = gid or f"geonames:{number}", level or "place"
    code = gid.removeprefix("geonames:")
    iso2 = iso2 or (parent.iso2 if parent else None)
    is_admin1, is_admin2 = level == "admin1", level == "admin2"
    return Entry(
        number=number,
        gazetteer_id=gid,
        name=name,
        key=name_key(name),
        level=_LEVELS[level],
        kind=kind,
        country=name if level == "country" else (parent.country if parent else None),
        iso2=iso2,
        iso3=iso3 or (parent.iso3 if parent else None),
        admin1=name if is_admin1 else (parent.admin1 if parent else None),
        admin1_code=code if is_admin1 else (parent.admin1_code if parent else None),
        admin2=name if is_admin2 else (parent.admin2 if parent else None),
        admin2_code=code if is_admin2 else (parent.admin2_code if parent else None),
        latitude=_degrees(lat),
        longitude=_degrees(lon),
        population=population,
        radius_km=radius,
        countries=tuple(countries.split("|")) if countries else ((iso2,) if iso2 else ()),
        is_centroid=bool(centroid),
    )


def open_gazetteer(path: Path | None, lists: Iterable[SourceText]) -> Gazetteer:
    """The gazetteer with the places of the user; of one id the last row counts."""
    own = {
        place.gazetteer_id: place
        for item in lists
        for place in parse_user_places(item.content, item.name)
    }
    try:
        gazetteer = Gazetteer.open(path)
    except FileNotFoundError as error:
        raise InputError("there is no such gazetteer", source=str(path)) from error
    return gazetteer.with_places(own.values()) if own else gazetteer

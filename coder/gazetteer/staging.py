"""Rows of a build on their way to the gazetteer file: written as they come, sorted by SQLite.

The staging file lies beside the result and is deleted at the end. Indexed tables are filled in the
order of their keys, so that no page is written twice however many rows there are.
"""

import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path

from coder.gazetteer.contents import SCHEMA, Contents, filter_size, name_filter
from coder.gazetteer.names import FORMAT_VERSION

_CACHE_KIB = 65_536
_SETTINGS = (
    "PRAGMA {schema}.journal_mode=OFF",
    "PRAGMA {schema}.synchronous=OFF",
    f"PRAGMA {{schema}}.cache_size=-{_CACHE_KIB}",
)
_STAGE = """
CREATE TABLE stage.place (id, name, lat, lon, area, population);
CREATE TABLE stage.area (id, gid, level, kind, iso2, iso3, parent, radius, countries, centroid);
CREATE TABLE stage.name (key, id);
CREATE TABLE stage.coarse (key, iso2, id);
CREATE TABLE stage.alternate (key, id);
CREATE TABLE stage.lost (old INTEGER PRIMARY KEY, new);
"""
# Large tables of areas are asked for a published id and for the countries.
_INDEXES = (
    "CREATE INDEX area_gid ON area (gid)",
    "CREATE INDEX area_country ON area (id) WHERE level = 'country'",
)
_REPARENT = (
    "UPDATE stage.{table} SET {column} = (SELECT new FROM stage.lost WHERE old = {column})"
    " WHERE {column} IN (SELECT old FROM stage.lost)"
)
_MOVES = (
    _REPARENT.format(table="place", column="area"),
    _REPARENT.format(table="area", column="parent"),
    "INSERT OR REPLACE INTO main.place SELECT * FROM stage.place ORDER BY id, rowid",
    "INSERT OR REPLACE INTO main.area SELECT * FROM stage.area ORDER BY id, rowid",
    """INSERT OR IGNORE INTO main.name SELECT key, id FROM (SELECT key, id FROM stage.name UNION ALL
    SELECT key, id FROM stage.alternate WHERE id IN (SELECT id FROM main.place))
    ORDER BY key, id""",
    "INSERT OR IGNORE INTO main.coarse SELECT * FROM stage.coarse ORDER BY key, iso2, id",
)


def _lifted(
    rows: Iterable[tuple[object, ...]], at: int, lost: list[tuple[int, int]]
) -> list[tuple[object, ...]]:
    """Rows of the tables with what is around a lost area in its place, in one column."""
    moved: dict[object, object] = dict(lost)
    return [(*row[:at], moved.get(row[at], row[at]), *row[at + 1 :]) for row in rows]


class Staging:
    """The open files of one build. Rows are appended to the lists and moved by :meth:`flush`."""

    def __init__(self, path: Path) -> None:
        self._stage = path.with_name(path.name + ".staging")
        self._stage.unlink(missing_ok=True)
        path.unlink(missing_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None)
        run = self._connection.execute
        run("PRAGMA page_size=4096")
        run("ATTACH ? AS stage", (str(self._stage),))
        for schema in ("main", "stage"):
            for setting in _SETTINGS:
                run(setting.format(schema=schema))
        run("PRAGMA temp_store=FILE")
        self._connection.executescript(SCHEMA + _STAGE)
        run("BEGIN")
        self.places: list[tuple[object, ...]] = []
        self.areas: list[tuple[object, ...]] = []
        self.names: list[tuple[str, int]] = []
        self.coarse: list[tuple[str, str, int]] = []
        self.alternates: list[tuple[str, int]] = []

    def flush(self) -> None:
        """Move the rows of the lists into the staging file."""
        rows: list[tuple[str, list[tuple[object, ...]]]] = [
            ("place", self.places),
            ("area", self.areas),
            ("name", list(self.names)),
            ("coarse", list(self.coarse)),
            ("alternate", list(self.alternates)),
        ]
        for table, waiting in rows:
            self._insert(f"stage.{table}", waiting)
        for kept in (self.places, self.areas, self.names, self.coarse, self.alternates):
            kept.clear()

    def _insert(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        waiting = list(rows)
        if waiting:
            marks = ",".join("?" * len(waiting[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", waiting)  # noqa: S608

    def write(
        self, tables: Contents, lost: list[tuple[int, int]], *, version: str, credit: str
    ) -> tuple[int, int]:
        """Write the result; returns the numbers of places and of names."""
        run = self._connection.execute
        self._insert("stage.lost", lost)
        self._insert("main.place", _lifted(sorted(tables.places), 4, lost))
        self._insert("main.area", _lifted(tables.areas, 6, lost))
        self._insert("stage.name", sorted(tables.names))
        self._insert("stage.coarse", sorted(tables.coarse))
        self._insert("main.demonym", sorted(tables.demonyms))
        for statement in (*_MOVES, "COMMIT", *_INDEXES):
            run(statement)
        names: int = run("SELECT count(*) FROM name").fetchone()[0]
        self._write_meta(names, version=version, credit=credit)
        places_written: int = run("SELECT count(*) FROM place").fetchone()[0]
        return places_written, names

    def _write_meta(self, names: int, *, version: str, credit: str) -> None:
        keys = (
            key
            for (key,) in self._connection.execute(
                "SELECT key FROM name UNION ALL SELECT key FROM demonym"
            )
        )
        meta = {
            "credit": credit,
            "filter": zlib.compress(name_filter(keys, filter_size(names))),
            "format": FORMAT_VERSION,
            "version": version,
        }
        for row in sorted(meta.items()):
            self._connection.execute("INSERT INTO meta VALUES (?,?)", row)

    def close(self) -> None:
        """Close both files and delete the staging one."""
        self._connection.close()
        self._stage.unlink(missing_ok=True)

"""The areas of a dump: numbers on first sight, names and points whenever a row brings them.

A town may stand in the dump before its province does, and the files with the names of areas may be
missing. So an area gets its number when it is first spoken of; what is nameless at the end gives
its places to the area around it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from coder.gazetteer.areas import AdminRow, clean_area_name, reviewed_admin1
from coder.gazetteer.contents import Contents, fixed
from coder.gazetteer.dumps import DumpRow
from coder.gazetteer.names import MAX_NAME_WORDS, coarse_key, name_key
from coder.gazetteer.sources import Sources

Codes = tuple[str, ...]
"""Country, first order, second order."""
_SECOND = 3  # codes of an area of the second order
_NO_AREA = frozenset({"", "00"})  # GeoNames writes 00 where it does not know the area


@dataclass(slots=True, kw_only=True)
class _Area:
    """What is known of one area so far."""

    number: int
    name: str | None = None
    keys: dict[str, None] = field(default_factory=dict)
    point: tuple[float, float] | None = None
    population: int = 0


class Areas:
    """Areas of the first and second order by their codes: ``("SY", "07")``, ``("SY", "07", "03")``.

    Published ids are ``geonames:SY.07`` and ``geonames:SY.07.03``.
    """

    def __init__(self, tables: Contents, sources: Sources, countries: Mapping[str, int]) -> None:
        self._tables = tables
        self._countries = countries
        reviewed = reviewed_admin1(sources)
        self._reviewed: dict[Codes, AdminRow] = {(*codes,): row for codes, row in reviewed.items()}
        self._areas: dict[Codes, _Area] = {}
        self._by_name: dict[tuple[str, str], int] = {}
        for codes in self._reviewed:
            if codes[0] in countries:
                self._area(codes)

    def around(self, iso2: str, admin1: str, admin2: str) -> int | None:
        """The number of the smallest area the codes name; null where there is no country."""
        if iso2 not in self._countries:
            return None
        if admin1 in _NO_AREA:
            return self._countries[iso2]
        first = self._area((iso2, admin1))
        return first.number if admin2 in _NO_AREA else self._area((iso2, admin1, admin2)).number

    def reserved(self, code: str) -> int | None:
        """The number of an area by its published code (``SY.07``); null for an unknown country."""
        iso2, _, admin1 = code.partition(".")
        return self.around(iso2, admin1, "") if admin1 else None

    def named(self, iso2: str, admin1: str | None) -> int:
        """The number of the area of the first order of that name, else of the country."""
        country = self._countries[iso2]
        return self._by_name.get((iso2, name_key(admin1)), country) if admin1 else country

    def name(self, codes: Codes, name: str, others: Iterable[str]) -> None:
        """A name from a file with the names of areas."""
        if codes[0] in self._countries and not _NO_AREA.intersection(codes):
            self._learn(codes, name, map(name_key, (name, *others)))

    def take(self, row: DumpRow, keys: Iterable[str]) -> None:
        """The row of the dump that is the area itself."""
        deeper = (row.admin2,) if row.code == "A.ADM2" else ()
        codes: Codes = (row.iso2, row.admin1, *deeper)
        if _NO_AREA.intersection(codes) or row.iso2 not in self._countries:
            return
        area = self._learn(codes, row.name, keys)
        area.point = area.point or (row.latitude, row.longitude)
        area.population = row.population

    def settle(self) -> list[tuple[int, int]]:
        """Write what is known into the tables.

        Returns the areas without a name, each with the area around it, which takes its places.
        """
        around = {codes: self._around(codes) for codes in self._areas}
        lost = []
        for codes, area in self._areas.items():
            if area.name is None:
                lost.append((area.number, around[codes]))
            else:
                self._write(codes, area.name, area, around[codes])
        return lost

    def _around(self, codes: Codes) -> int:
        """The smallest area with a name around one."""
        if len(codes) == _SECOND:
            first = self._areas.get(codes[:-1])
            if first is not None and first.name is not None:
                return first.number
        return self._countries[codes[0]]

    def _area(self, codes: Codes) -> _Area:
        area = self._areas.get(codes)
        if area is not None:
            return area
        gid = f"geonames:{'.'.join(codes)}"
        area = self._areas[codes] = _Area(number=self._tables.reserve(gid))
        reviewed = self._reviewed.get(codes)
        if reviewed is not None:
            area.point = reviewed.point
            self._learn(
                codes, reviewed.name, map(name_key, (reviewed.name, *reviewed.alternatives))
            )
        return area

    def _learn(self, codes: Codes, name: str, keys: Iterable[str]) -> _Area:
        area = self._area(codes)
        if area.name is None:
            area.name = clean_area_name(name)
            keys = (*keys, name_key(area.name))
        for key in keys:
            if key and key not in area.keys and key.count(" ") < MAX_NAME_WORDS:
                area.keys[key] = None
                if len(codes) < _SECOND:
                    self._by_name.setdefault((codes[0], key), area.number)
        return area

    def _write(self, codes: Codes, name: str, area: _Area, around: int) -> None:
        tables, iso2 = self._tables, codes[0]
        lat, lon = (None, None) if area.point is None else map(fixed, area.point)
        level = "admin1" if len(codes) < _SECOND else "admin2"
        gid = f"geonames:{'.'.join(codes)}"
        tables.places.append((area.number, name, lat, lon, around, area.population))
        row = (area.number, gid, level, None, iso2, None, around, None, None, 0)
        tables.areas.append(row)
        tables.names.update((key, area.number) for key in area.keys)
        coarse = coarse_key(name) if iso2 in tables.transliterated else ""
        if coarse:
            tables.coarse.add((coarse, iso2, area.number))

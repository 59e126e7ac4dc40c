"""Compiles GeoNames dumps and user tables to a gazetteer file, whatever their size.

What enters is files (``dumps`` knows their layouts) and the reviewed tables of ``gazetteer/data``;
what leaves is a file of the format of the embedded gazetteer, with the same ids. Rows go one by one
into a staging file on disk, which SQLite sorts; memory holds the areas (some 50,000 in the world)
and a page cache of fixed size.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from coder.errors import InputError
from coder.gazetteer.areas import add_countries
from coder.gazetteer.build import (
    add_demonyms,
    add_supplement,
    country_groups,
    demonym_towns,
    shown_name,
)
from coder.gazetteer.contents import Contents, fixed
from coder.gazetteer.dump_areas import Areas
from coder.gazetteer.dumps import (
    DumpRow,
    Layout,
    Part,
    Reading,
    admin_rows,
    alternate_rows,
    dump_rows,
    other_names,
    parts_of,
    usable_key,
)
from coder.gazetteer.names import MAX_NAME_WORDS, coarse_key, name_key
from coder.gazetteer.sources import CountryRow, Sources, read_table
from coder.gazetteer.staging import Staging
from coder.gazetteer.store import Gazetteer
from coder.gazetteer.user_places import UserPlace, read_user_places

CREDIT = "Contains data from GeoNames (https://www.geonames.org), CC BY 4.0"
_TABLES = resources.files("coder.gazetteer") / "data"
_BATCH = 20_000
Seen = Callable[[int, int], None]
"""Called with the bytes read so far and in all."""


@dataclass(slots=True, kw_only=True)
class Compiled:
    """What a build took in. ``left_out`` counts rows whose feature code names no place of ours."""

    places: int = 0
    names: int = 0
    left_out: int = 0
    unread: int = 0
    first_unread: str | None = None
    parts: list[str] = field(default_factory=list)


def compile_gazetteer(paths: Sequence[Path], out: Path, seen: Seen | None = None) -> Compiled:
    """Write the gazetteer of ``paths`` to ``out``, whole or not at all; what was there is replaced.

    The same files give the same bytes. Raises :class:`InputError` for a file that is none of
    GeoNames' and no list of places.
    """
    parts = parts_of(list(paths))
    if not parts:
        raise InputError("no file was named", source=str(out))
    partial = out.with_name(out.name + ".partial")
    try:
        with resources.as_file(_TABLES) as tables, closing(Staging(partial)) as staging:
            sources = Sources(
                towns=(),
                named_towns=(),
                countries=_country_facts(tables),
                tables=tables,
                version="",
                credit=CREDIT,
            )
            compiled = _Compiler(staging, parts, sources, seen or _unseen).run()
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)
    return compiled


def _unseen(_done: int, _size: int) -> None:
    return


class _Compiler:
    """One build."""

    def __init__(self, staging: Staging, parts: list[Part], sources: Sources, seen: Seen) -> None:
        self.staging = staging
        self.parts = parts
        self.seen = seen
        self.done = Compiled(parts=[part.name for part in parts])
        self.sources = sources
        groups = country_groups(sources)
        self.transliterated = groups["transliterated"]
        self.tables = Contents(self.transliterated, groups["arabic"])
        self.countries = add_countries(self.tables, sources)
        self.country_names = frozenset(key for key, _number in self.tables.names)
        self.areas = Areas(self.tables, sources, self.countries)
        add_supplement(self.tables, sources, self.countries, self.areas.reserved)
        self.features = {
            code: (level, kind or None)
            for code, level, kind in read_table(sources.tables / "feature_codes.tsv")
        }
        self.supplement = _supplement_points(sources.tables)
        self.towns_asked = demonym_towns(sources)
        self.towns_met: set[int] = set()
        self.newest = ""
        self.size = sum(part.path.stat().st_size for part in parts)

    def run(self) -> Compiled:
        """Read every part and write the file."""
        before = 0
        for part in self.parts:
            reading = Reading(size=part.path.stat().st_size)
            for count, _ in enumerate(self._take(part, reading)):
                if count % _BATCH == 0:
                    self.staging.flush()
                    self.seen(before + reading.done, self.size)
            before += reading.size
            self._note(part, reading)
            self.seen(min(before, self.size), self.size)
        self.staging.flush()
        lost = self.areas.settle()
        add_demonyms(self.tables, self.sources, known=self.towns_met.__contains__)
        self.done.places, self.done.names = self.staging.write(
            self.tables, lost, version=self._version(), credit=CREDIT
        )
        return self.done

    def _note(self, part: Part, reading: Reading) -> None:
        self.done.unread += reading.unread
        if self.done.first_unread is None and reading.first_unread is not None:
            self.done.first_unread = f"{part.name}, row {reading.first_unread}"

    def _version(self) -> str:
        return f"GeoNames dump, newest row {self.newest}" if self.newest else "places of the user"

    def _take(self, part: Part, reading: Reading) -> Iterator[None]:
        """Take in the rows of one part, one a step."""
        if part.layout is Layout.DUMP:
            for row in dump_rows(part, reading):
                self._add(row)
                yield
        elif part.layout is Layout.ALTERNATES:
            for number, name in alternate_rows(part, reading):
                if (key := usable_key(name)) is not None:
                    self.staging.alternates.append((key, number))
                yield
        elif part.layout is Layout.USER:
            for place in read_user_places(part.path):
                self._add_user_place(place)
                yield
            reading.done = reading.size
        else:
            for codes, name, ascii_name in admin_rows(part, reading):
                self.areas.name(codes, name, (ascii_name,))
                yield

    # -- rows of a dump --------------------------------------------------------------------------

    def _add(self, row: DumpRow) -> None:
        self.newest = max(self.newest, row.modified)
        if row.iso2 and row.iso2 not in self.countries:
            self.done.left_out += 1
        elif row.code in {"A.ADM1", "A.ADM2"}:
            self.areas.take(row, self._names(row))
        elif row.code in self.features:
            self._add_place(row, *self.features[row.code])
        else:
            self.done.left_out += 1

    def _add_place(self, row: DumpRow, level: str, kind: str | None) -> None:
        if level in {"feature", "international"} and self._is_in_supplement(row):
            self.done.left_out += 1
            return
        if row.geonameid in self.towns_asked:
            self.towns_met.add(row.geonameid)
        area = self.areas.around(row.iso2, row.admin1, row.admin2)
        is_transliterated = row.iso2 in self.transliterated
        self.staging.places.append(
            (
                row.geonameid,
                shown_name(row.name, is_transliterated=is_transliterated),
                fixed(row.latitude),
                fixed(row.longitude),
                area,
                row.population,
            )
        )
        if (level, kind) != ("place", None):
            countries = "|".join(dict.fromkeys(filter(None, (row.iso2, *row.also_in))))
            self.staging.areas.append(
                (
                    row.geonameid,
                    f"geonames:{row.geonameid}",
                    level,
                    kind,
                    row.iso2 or None,
                    None,
                    area,
                    None,
                    countries if row.also_in else None,
                    0,
                )
            )
        self.staging.names.extend((key, row.geonameid) for key in self._names(row))
        coarse = coarse_key(row.name) if is_transliterated and level == "place" else ""
        if coarse:
            self.staging.coarse.append((coarse, row.iso2, row.geonameid))

    def _names(self, row: DumpRow) -> list[str]:
        """The keys of a row: of its name always, of other names as far as they can be read."""
        taken = () if row.code.startswith("A.") else self.country_names
        return other_names(
            row.name,
            (row.ascii_name, *row.alternatives),
            taken=taken,
            with_bare=row.iso2 in self.transliterated,
        )

    def _is_in_supplement(self, row: DumpRow) -> bool:
        """Whether a reviewed line already is this river or range."""
        return any(
            abs(latitude - row.latitude) <= reach and abs(longitude - row.longitude) <= reach
            for latitude, longitude, reach in self.supplement.get(_proper(row.name), ())
        )

    # -- the user's own --------------------------------------------------------------------------

    def _add_user_place(self, place: UserPlace) -> None:
        prefix, _, tail = place.gazetteer_id.partition(":")
        number = self.tables.by_gid.get(place.gazetteer_id)
        if number is None and prefix == "geonames" and tail.isdigit():
            number = int(tail)
        if number is None:
            number = self.tables.reserve(place.gazetteer_id)
        iso2 = place.iso2 if place.iso2 in self.countries else None
        area = self.areas.named(iso2, place.admin1) if iso2 else None
        has_point = place.latitude is not None and place.longitude is not None
        self.staging.places.append(
            (
                number,
                place.name,
                fixed(place.latitude) if place.latitude is not None and has_point else None,
                fixed(place.longitude) if place.longitude is not None and has_point else None,
                area,
                place.population,
            )
        )
        self.staging.areas.append(
            (
                number,
                place.gazetteer_id,
                str(place.level),
                place.kind,
                iso2,
                None,
                area,
                None,
                None,
                0,
            )
        )
        names = (place.name, *place.alternatives)
        keys = {name_key(name) for name in names}
        self.staging.names.extend(
            (key, number) for key in sorted(keys) if key and key.count(" ") < MAX_NAME_WORDS
        )


def _country_facts(tables: Path) -> list[CountryRow]:
    """Codes, ids and populations of the countries, as the embedded gazetteer has them."""
    facts, embedded = [], Gazetteer.open()
    for iso2, *_ in read_table(tables / "countries.tsv"):
        country = embedded.country(iso2)
        if country is not None and country.iso3 is not None:
            facts.append(
                CountryRow(
                    iso2=iso2,
                    iso3=country.iso3,
                    name=country.name,
                    geonameid=int(country.gazetteer_id.partition(":")[2]),
                    population=country.population,
                )
            )
    return facts


_KM_PER_DEGREE = 111.0
_SLACK_DEGREES = 1.0


_KIND_WORDS = frozenset({"river", "lake", "wadi", "mount", "mountains", "island", "desert", "sea"})


def _proper(name: str) -> str:
    """The key of a name without the word for what it is: "Euphrates River", "Lake Chad"."""
    words = name_key(name).split()
    kept = [word for word in words if word not in _KIND_WORDS]
    return " ".join(kept or words)


def _supplement_points(tables: Path) -> dict[str, list[tuple[float, float, float]]]:
    """Points of the reviewed features, with how far around them a dump's row is the same."""
    points: dict[str, list[tuple[float, float, float]]] = {}
    for row in read_table(tables / "supplement.tsv"):
        _slug, name, _other, level, _kind, lat, lon, radius, *_ = row
        if lat and level == "feature":
            reach = float(radius or 0) / _KM_PER_DEGREE + _SLACK_DEGREES
            points.setdefault(_proper(name), []).append((float(lat), float(lon), reach))
    return points

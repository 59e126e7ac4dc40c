"""Builds the gazetteer: GeoNames towns and areas plus our own tables -> one SQLite file.

What enters is plain rows (:class:`Town`, :class:`NamedTown`) and the TSV files of ``gazetteer/data``;
what leaves is a file that is byte-identical for the same input. Areas have no points or names in the
town table: their names are voted by the towns both sources know, their points are the means of their
towns and are marked as centroids.
"""

import csv
import sqlite3
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from coder.gazetteer.names import (
    ARTICLES,
    FILTER_BITS,
    FORMAT_VERSION,
    MAX_NAME_WORDS,
    coarse_key,
    name_key,
)

_DEGREE = 10_000  # coordinates are stored as whole ten-thousandths of a degree (11 m)
_SAME_TOWN_DEGREES = 0.05
_MIN_ALTERNATE_LENGTH = 4
_MAX_ALTERNATE_LENGTH = 32
# How many other spellings a town of a certain size keeps: many where names are transliterated in
# many ways, few where the local name is the English one, so that the file stays small.
_KEPT_TRANSLITERATED = ((100_000, 30), (15_000, 16), (5_000, 8), (0, 4))
_KEPT_ELSEWHERE = ((100_000, 14), (15_000, 5), (5_000, 2), (0, 1))
_KEPT_LATIN = ((500_000, 10), (100_000, 4), (15_000, 1), (0, 0))
_LATIN_COUNTRIES = frozenset(
    "AT AU BE CA CH CZ DE DK ES FI FR GB HU IE IT JP KR LI LU NL NO NZ PL PT RO SE SI SK US BR MX "
    "AR CN TW HR EE LV LT IS MT PR".split()
)
_SMALL_TOWN = 2_000
_FEW_VILLAGES_COUNTRIES = frozenset("AT BE CH CN CZ DE DK FR HU IT JP NL PL RO SK ES".split())
_COARSE_COUNTRIES = frozenset(
    "AE AF BH DJ DZ EG EH ER ET IL IQ IR JO KM KW KZ LB LY MA ML MR NE NG OM PK PS QA SA SD SO SS "
    "SY TD TJ TM TN TR UZ XK YE IN BD MM".split()
)

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


class _Tables:
    """The rows to be written, collected in one place so that ids and order are settled once."""

    def __init__(self) -> None:
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
        if gid in self.by_gid:
            raise ValueError(f"two rows are called {gid!r}")
        number = -len(self.by_gid) - 1
        self.by_gid[gid] = number
        lat, lon = (None, None) if point is None else (_fixed(point[0]), _fixed(point[1]))
        self.places.append((number, name, lat, lon, parent, population))
        self.areas.append(
            (number, gid, level, kind, iso2, iso3, parent, radius, countries, int(centroid))
        )
        self.add_names(number, (name, *names))
        if iso2 in _COARSE_COUNTRIES and level.startswith("admin"):
            self.coarse.update((key, iso2, number) for key in {coarse_key(name)} if key)
        return number

    def add_names(self, number: int, names: Iterable[str]) -> None:
        for name in names:
            key = name_key(name)
            if key and key.count(" ") < MAX_NAME_WORDS:
                self.names.add((key, number))


def build(sources: Sources, path: Path) -> None:
    """Write the gazetteer to ``path`` (must not exist); the same sources give the same bytes."""
    tables = _Tables()
    countries = _add_countries(tables, sources)
    pairs = _pair(sources.towns, sources.named_towns)
    states = _add_admin1(tables, sources, countries, pairs)
    _add_former_areas(tables, sources, countries)
    counties = _add_admin2(tables, sources, states, pairs)
    for town in sources.towns:
        _add_town(tables, town, counties, states, countries)
    _add_supplement(tables, sources, countries)
    _add_demonyms(tables, sources)
    _write(tables, sources, path)


def _fixed(degrees: float) -> int:
    return round(degrees * _DEGREE)


def _add_countries(tables: _Tables, sources: Sources) -> dict[str, int]:
    facts = {row.iso2: row for row in sources.countries}
    numbers: dict[str, int] = {}
    for iso2, lat, lon, name, alternatives, demonyms in read_table(
        sources.tables / "countries.tsv"
    ):
        fact = facts[iso2]
        numbers[iso2] = tables.add_area(
            f"geonames:{fact.geonameid}",
            name,
            "country",
            point=(float(lat), float(lon)),
            names=[*_cells(alternatives), fact.name],
            iso2=iso2,
            iso3=fact.iso3,
            population=fact.population,
        )
        tables.demonyms.update((key, numbers[iso2]) for key in _demonym_keys(demonyms))
    return numbers


def _cells(text: str) -> list[str]:
    return [part for part in (piece.strip() for piece in text.split("|")) if part]


def _demonym_keys(text: str) -> Iterator[str]:
    """Keys of the words for people, with the regular plural where one is formed by -s."""
    for word in _cells(text):
        key = name_key(word)
        yield key
        if not key.endswith(("s", "sh", "ch", "ese", "men")):
            yield key + "s"


def _pair(towns: Sequence[Town], named: Sequence[NamedTown]) -> dict[int, NamedTown]:
    """The row of the second source for each town both know: same name, same spot."""
    by_name: dict[tuple[str, str], list[NamedTown]] = defaultdict(list)
    for row in named:
        by_name[row.iso2, name_key(row.name)].append(row)
    pairs = {}
    for town in towns:
        for row in by_name.get((town.iso2, name_key(town.name)), ()):
            if (
                abs(row.latitude - town.latitude) < _SAME_TOWN_DEGREES
                and abs(row.longitude - town.longitude) < _SAME_TOWN_DEGREES
            ):
                pairs[town.geonameid] = row
                break
    return pairs


@dataclass(frozen=True, slots=True)
class _AdminRow:
    """A reviewed line of ``admin1.tsv``; ``point`` is null where the centroid must do."""

    name: str
    alternatives: list[str]
    point: tuple[float, float] | None


def _reviewed_admin1(sources: Sources) -> dict[tuple[str, str], _AdminRow]:
    return {
        (iso2, code): _AdminRow(
            name, _cells(alternatives), (float(lat), float(lon)) if lat else None
        )
        for iso2, code, name, alternatives, lat, lon in read_table(sources.tables / "admin1.tsv")
    }


def _vote(
    towns: Sequence[Town], pairs: Mapping[int, NamedTown]
) -> dict[tuple[str, str], tuple[str, int]]:
    """For each admin-1 code the name most of its towns give, with the number of those towns."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in towns:
        row = pairs.get(town.geonameid)
        if row is not None and row.admin1 and town.admin1:
            votes[town.iso2, town.admin1][row.admin1] += 1
    best = {}
    for code, counter in votes.items():
        best[code] = max(counter.items(), key=lambda item: (item[1], item[0]))
    return best


def _add_admin1(
    tables: _Tables,
    sources: Sources,
    countries: Mapping[str, int],
    pairs: Mapping[int, NamedTown],
) -> dict[tuple[str, str], int]:
    """Areas of the first order. A name two codes would share goes to the one with more towns."""
    reviewed = _reviewed_admin1(sources)
    voted = _vote(sources.towns, pairs)
    taken = {(code[0], name_key(row.name)): code for code, row in reviewed.items()}
    for code, (name, _count) in sorted(voted.items(), key=lambda item: (-item[1][1], item[0])):
        taken.setdefault((code[0], name_key(clean_area_name(name))), code)
    towns: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in sources.towns:
        towns[town.iso2, town.admin1].append(town)
    numbers = {}
    for code in sorted(set(voted) | set(reviewed)):
        row = reviewed.get(code)
        raw = voted[code][0] if code in voted else ""
        name = row.name if row else clean_area_name(raw)
        if not name or taken[code[0], name_key(name)] != code or code[0] not in countries:
            continue
        keep_raw = taken.get((code[0], name_key(clean_area_name(raw)))) in {None, code}
        members = towns[code]
        numbers[code] = tables.add_area(
            f"geonames:{code[0]}.{code[1]}",
            name,
            "admin1",
            point=(row.point if row else None) or _centroid(members),
            names=[*(row.alternatives if row else ()), *([raw] if keep_raw and raw else ())],
            iso2=code[0],
            parent=countries[code[0]],
            centroid=not (row and row.point),
            population=sum(town.population for town in members),
        )
    return numbers


def _add_former_areas(tables: _Tables, sources: Sources, countries: Mapping[str, int]) -> None:
    """Areas only the older source knows: provinces since merged or split, still named in archives."""
    known: dict[str, set[str]] = defaultdict(set)
    iso_of = {row[0]: str(row[4]) for row in tables.areas}
    for key, number in tables.names:
        known[iso_of[number]].add(key)
    members: dict[tuple[str, str], list[NamedTown]] = defaultdict(list)
    for row in sources.named_towns:
        if row.admin1 and row.iso2 in countries:
            members[row.iso2, row.admin1].append(row)
    for (iso2, raw), towns in sorted(members.items()):
        name = clean_area_name(raw)
        key = name_key(name)
        gid = f"geonames:{iso2}:{key.replace(' ', '-')}"
        if not key or key in known[iso2] or name_key(raw) in known[iso2] or gid in tables.by_gid:
            continue
        tables.add_area(
            gid,
            name,
            "admin1",
            kind="former area",
            point=_centroid(towns),
            names=[raw],
            iso2=iso2,
            parent=countries[iso2],
            centroid=True,
        )


_AREA_WORDS = (
    ("muhafazat ", ""),
    ("provincia de ", ""),
    ("provincia del ", ""),
    ("province of ", ""),
    ("provincia di ", ""),
    ("departement de la ", ""),
    ("departement de l'", ""),
    ("departement du ", ""),
    ("departement des ", ""),
    ("departement de ", ""),
    ("departement d'", ""),
    ("departamento de ", ""),
    ("departamento del ", ""),
    ("wilayat-e ", ""),
    ("wilaya de ", ""),
    ("wilaya ", ""),
    ("region of ", ""),
    ("sous-region de la ", ""),
    ("sous-region du ", ""),
    ("", " governorate"),
    ("sha`biyat ", ""),
    ("mintaqat ", ""),
    ("respublika ", ""),
    ("raionul ", ""),
    ("", " sheng"),
    ("", " shi"),
    ("", " rayon"),
    ("", " oblysy"),
    ("", " apskritis"),
    ("", " rajons"),
    ("", " province"),
    ("", " region"),
    ("", " voivodeship"),
    ("", " oblast"),
    ("", " oblast'"),
)


def clean_area_name(name: str) -> str:
    """The name without the word for what kind of area it is.

    >>> clean_area_name("Muhafazat Kirkuk"), clean_area_name("Provincia de Rioja")
    ('Kirkuk', 'Rioja')
    """
    lower = name.lower()
    for prefix, suffix in _AREA_WORDS:
        if lower.startswith(prefix) and lower.endswith(suffix):
            return name[len(prefix) : len(name) - len(suffix)].rstrip("'").strip()
    return name.rstrip("'")


def _centroid(towns: Sequence[Town] | Sequence[NamedTown]) -> tuple[float, float] | None:
    """The mean of the towns, or null; an area across the date line gets no point."""
    if not towns:
        return None
    longitudes = [town.longitude for town in towns]
    if max(longitudes) - min(longitudes) > 180:  # noqa: PLR2004 - half the globe
        return None
    return sum(town.latitude for town in towns) / len(towns), sum(longitudes) / len(towns)


def _add_admin2(
    tables: _Tables,
    sources: Sources,
    states: Mapping[tuple[str, str], int],
    pairs: Mapping[int, NamedTown],
) -> dict[int, int]:
    """Areas of the second order; returns the area of each town that has one."""
    members: dict[tuple[str, str, str], list[Town]] = defaultdict(list)
    for town in sources.towns:
        row = pairs.get(town.geonameid)
        if row is not None and row.admin2 and (town.iso2, town.admin1) in states:
            members[town.iso2, town.admin1, row.admin2].append(town)
    counties = {}
    for (iso2, code, raw), towns in sorted(members.items()):
        slug = name_key(raw).replace(" ", "-")
        gid = f"geonames:{iso2}.{code}:{slug}"
        if not slug or gid in tables.by_gid:
            continue
        number = tables.add_area(
            gid,
            clean_area_name(raw),
            "admin2",
            point=_centroid(towns),
            names=[raw],
            iso2=iso2,
            parent=states[iso2, code],
            centroid=True,
            population=sum(town.population for town in towns),
        )
        counties.update((town.geonameid, number) for town in towns)
    return counties


def _add_town(
    tables: _Tables,
    town: Town,
    counties: Mapping[int, int],
    states: Mapping[tuple[str, str], int],
    countries: Mapping[str, int],
) -> None:
    area = (
        counties.get(town.geonameid)
        or states.get((town.iso2, town.admin1))
        or countries.get(town.iso2)
    )
    small = town.population < _SMALL_TOWN and town.iso2 in _FEW_VILLAGES_COUNTRIES
    if area is None or small:
        return
    number = town.geonameid
    tables.places.append(
        (number, town.name, _fixed(town.latitude), _fixed(town.longitude), area, town.population)
    )
    tables.add_names(number, (town.name, *_useful(town), *_without_article(town)))
    if town.iso2 in _COARSE_COUNTRIES:
        key = coarse_key(town.name)
        if key:
            tables.coarse.add((key, town.iso2, number))


def _without_article(town: Town) -> Iterator[str]:
    """"Al Qamishli" is also written "Qamishli", "Ar Raqqah" also "Raqqa"."""
    if town.iso2 not in _COARSE_COUNTRIES:
        return
    article, _, rest = name_key(town.name).partition(" ")
    if article in ARTICLES and len(rest) >= _MIN_ALTERNATE_LENGTH:
        yield rest
        if rest.endswith("ah"):
            yield rest[:-1]


def _useful(town: Town) -> list[str]:
    """Other Latin-script spellings worth keeping: no codes, no phrases, fewer for small towns."""
    if town.iso2 in _COARSE_COUNTRIES:
        tiers = _KEPT_TRANSLITERATED
    else:
        tiers = _KEPT_LATIN if town.iso2 in _LATIN_COUNTRIES else _KEPT_ELSEWHERE
    limit = next(most for least, most in tiers if town.population >= least)
    main = name_key(town.name)
    kept: dict[str, str] = {}
    for name in town.alternatives:
        if not (_MIN_ALTERNATE_LENGTH <= len(name) <= _MAX_ALTERNATE_LENGTH) or name.isupper():
            continue
        key = name_key(name)
        if key == main or not key.isascii() or not key.replace(" ", "").isalpha():
            continue
        kept.setdefault(key, name)
    # Names with the shape of an English gazetteer entry first: the list is alphabetical by script.
    ranked = sorted(kept.items(), key=lambda item: (abs(len(item[0]) - len(main)), item[0]))
    return [name for _key, name in ranked[:limit]]


def _add_supplement(tables: _Tables, sources: Sources, countries: Mapping[str, int]) -> None:
    for row in read_table(sources.tables / "supplement.tsv"):
        slug, name, alternatives, level, kind, lat, lon, radius, inside, area, _source = row
        isos = _cells(inside)
        single = isos[0] if len(isos) == 1 else None
        parent = tables.by_gid.get(f"geonames:{area}") if area else None
        if area and parent is None:
            raise ValueError(f"{slug}: there is no area {area!r}")
        if parent is None and single:
            parent = countries[single]
        tables.add_area(
            f"supplement:{slug}",
            name,
            level,
            point=(float(lat), float(lon)) if lat else None,
            names=_cells(alternatives),
            kind=kind,
            iso2=single,
            parent=parent,
            radius=int(radius) if radius else None,
            countries="|".join(isos) or None,
        )


def _add_demonyms(tables: _Tables, sources: Sources) -> None:
    for words, gid in read_table(sources.tables / "demonyms.tsv"):
        number = tables.by_gid.get(gid)
        if number is None and gid.startswith("geonames:") and gid[9:].isdigit():
            number = int(gid[9:])
        if number is None:
            raise ValueError(f"{words}: there is no place {gid!r}")
        tables.demonyms.update((key, number) for key in _demonym_keys(words))


def name_filter(keys: Iterable[str]) -> bytes:
    """A bitmap that says of every key that it may be a name, and of most other words that not."""
    bits = bytearray(FILTER_BITS // 8)
    for key in keys:
        bit = zlib.crc32(key.encode()) % FILTER_BITS
        bits[bit >> 3] |= 1 << (bit & 7)
    return bytes(bits)


def _write(tables: _Tables, sources: Sources, path: Path) -> None:
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
        keys |= {key.partition(" ")[0] + " " for key in keys if " " in key}
        meta: dict[str, bytes | str] = {
            "credit": sources.credit,
            "filter": zlib.compress(name_filter(sorted(keys)), 9),
            "format": FORMAT_VERSION,
            "version": sources.version,
        }
        connection.executemany("INSERT INTO meta VALUES (?,?)", sorted(meta.items()))
        connection.commit()
        connection.execute("VACUUM")
        connection.commit()
    finally:
        connection.close()

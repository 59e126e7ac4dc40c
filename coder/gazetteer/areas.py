"""Countries and areas of the gazetteer, put together from towns.

The main source knows codes of areas, the second their names: a code gets the name most of its
towns vote for, unless ``admin1.tsv`` has a reviewed one. Points are the means of the towns.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coder.gazetteer.contents import Contents
from coder.gazetteer.names import name_key
from coder.gazetteer.sources import NamedTown, Sources, Town, read_table, split_cell

_SAME_TOWN_DEGREES = 0.05


def add_countries(tables: Contents, sources: Sources) -> dict[str, int]:
    """The countries of ``countries.tsv``; returns their numbers by ISO alpha-2 code."""
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
            names=[*split_cell(alternatives), fact.name],
            iso2=iso2,
            iso3=fact.iso3,
            population=fact.population,
        )
        tables.demonyms.update((key, numbers[iso2]) for key in demonym_keys(demonyms))
    return numbers


def demonym_keys(text: str) -> Iterator[str]:
    """Keys of the words for people, with the regular plural where one is formed by -s."""
    for word in split_cell(text):
        key = name_key(word)
        yield key
        if not key.endswith(("s", "sh", "ch", "ese", "men")):
            yield key + "s"


def pair(towns: Sequence[Town], named: Sequence[NamedTown]) -> dict[int, NamedTown]:
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
class AdminRow:
    """A reviewed line of ``admin1.tsv``; ``point`` is null where the centroid must do."""

    name: str
    alternatives: list[str]
    point: tuple[float, float] | None


def reviewed_admin1(sources: Sources) -> dict[tuple[str, str], AdminRow]:
    """The lines of ``admin1.tsv`` by country and code."""
    return {
        (iso2, code): AdminRow(
            name, split_cell(alternatives), (float(lat), float(lon)) if lat else None
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


def add_admin1(
    tables: Contents,
    sources: Sources,
    countries: Mapping[str, int],
    pairs: Mapping[int, NamedTown],
) -> dict[tuple[str, str], int]:
    """Areas of the first order. A name two codes would share goes to the one with more towns."""
    reviewed = reviewed_admin1(sources)
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


def add_former_areas(tables: Contents, sources: Sources, countries: Mapping[str, int]) -> None:
    """Areas only the older source knows: provinces since merged or split."""
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
    ("province de la ", ""),
    ("province de l'", ""),
    ("province de ", ""),
    ("province du ", ""),
    ("province des ", ""),
    ("province d'", ""),
    ("prefecture de ", ""),
    ("prefecture du ", ""),
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


def add_admin2(
    tables: Contents,
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
    counties: dict[int, int] = {}
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

"""Builds the gazetteer: GeoNames towns and areas plus our own tables -> one SQLite file.

What enters is plain rows (:class:`Town`, :class:`NamedTown`) and the TSV files of
``gazetteer/data``; what leaves is a file that is byte-identical for the same input. ``areas``
derives countries and areas, ``contents`` holds the rows and writes them.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from coder.gazetteer.areas import (
    add_admin1,
    add_admin2,
    add_countries,
    add_former_areas,
    demonym_keys,
    pair,
    reviewed_admin1,
)
from coder.gazetteer.contents import Contents, fixed, write
from coder.gazetteer.names import ARTICLES, coarse_key, name_key
from coder.gazetteer.sources import Sources, Town, read_table, split_cell
from coder.gazetteer.spellings import article_variants, halves, seats

_MIN_ALTERNATE_LENGTH = 4
_MAX_ALTERNATE_LENGTH = 32
# How many other spellings a town of a certain size keeps: many where names are transliterated in
# many ways, few where the local name is the English one, so that the file stays small.
_KEPT_TRANSLITERATED = ((100_000, 30), (15_000, 16), (5_000, 8), (0, 4))
_KEPT_ELSEWHERE = ((100_000, 14), (15_000, 5), (5_000, 2), (0, 1))
_KEPT_LATIN = ((500_000, 10), (100_000, 4), (15_000, 1), (0, 0))
_SMALL_TOWN = 2_000
_FORMER_NAME = "former name"
_SAME_SPOT = fixed(0.15)


def build(sources: Sources, path: Path) -> None:
    """Write the gazetteer to ``path`` (must not exist); the same sources give the same bytes."""
    groups = country_groups(sources)
    tables = Contents(groups["transliterated"], groups["arabic"])
    countries = add_countries(tables, sources)
    country_names = frozenset(key for key, _number in tables.names)
    pairs = pair(sources.towns, sources.named_towns)
    states = add_admin1(tables, sources, countries, pairs)
    add_former_areas(tables, sources, countries)
    area_names = frozenset(key for key, _number in tables.names)
    counties = add_admin2(tables, sources, states, pairs)
    english = _english_names(sources)
    for town in sources.towns:
        taken = area_names if town.iso2 in groups["latin"] else country_names
        _add_town(tables, town, _area_of(town, counties, states, countries), groups, taken)
        name = english.get((town.iso2, town.name))
        if name is not None and name in town.alternatives:
            tables.add_names(town.geonameid, (name,))
    kept = {row[0] for row in tables.places}
    for town in sources.towns:
        if town.geonameid in kept:
            tables.add_names(town.geonameid, halves(town, country_names, area_names))
    reviewed = [
        (*code, row.name, row.alternatives) for code, row in reviewed_admin1(sources).items()
    ]
    for number, name in seats(sources.towns, reviewed):
        if number in kept:
            tables.add_names(number, (name,))
    add_supplement(tables, sources, countries)
    add_demonyms(tables, sources)
    write(tables, path, version=sources.version, credit=sources.credit)


def country_groups(sources: Sources) -> dict[str, frozenset[str]]:
    """The countries of each group of ``country_groups.tsv``."""
    groups: dict[str, set[str]] = {
        "arabic": set(),
        "few_villages": set(),
        "latin": set(),
        "transliterated": set(),
    }
    for iso2, group in read_table(sources.tables / "country_groups.tsv"):
        groups[group].add(iso2)
    return {group: frozenset(isos) for group, isos in groups.items()}


def _english_names(sources: Sources) -> dict[tuple[str, str], str]:
    """The English names that :func:`_useful` finds no room for, by country and own name."""
    rows = read_table(sources.tables / "english_names.tsv")
    return {(iso2, own): english for iso2, own, english in rows}


def _area_of(
    town: Town,
    counties: Mapping[int, int],
    states: Mapping[tuple[str, str], int],
    countries: Mapping[str, int],
) -> int | None:
    """The smallest known area around the town."""
    return (
        counties.get(town.geonameid)
        or states.get((town.iso2, town.admin1))
        or countries.get(town.iso2)
    )


def _add_town(
    tables: Contents,
    town: Town,
    area: int | None,
    groups: Mapping[str, frozenset[str]],
    area_names: frozenset[str],
) -> None:
    small = town.population < _SMALL_TOWN and town.iso2 in groups["few_villages"]
    if area is None or small:
        return
    number = town.geonameid
    tables.places.append(
        (
            number,
            shown_name(town.name, is_transliterated=town.iso2 in groups["transliterated"]),
            fixed(town.latitude),
            fixed(town.longitude),
            area,
            town.population,
        )
    )
    names = (town.name, *_both(town), *_useful(town, groups, area_names))
    tables.add_names(number, names)
    if town.iso2 in tables.arabic:
        tables.add_names(number, article_variants(names))
    if town.iso2 in groups["transliterated"]:
        tables.add_names(number, _without_article(town))
        key = coarse_key(town.name)
        if key:
            tables.coarse.add((key, town.iso2, number))


def _both(town: Town) -> list[str]:
    """As in "Donostia / San Sebastián": a town that goes by either name, each in one language."""
    names = town.name.split(" / ")
    return names if set(names) <= set(town.alternatives) else []


def shown_name(name: str, *, is_transliterated: bool) -> str:
    """The published name: without the marks of scholarly transliteration, with other accents."""
    if not is_transliterated:
        return name
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.translate(_TRANSLITERATION_MARKS).strip()


# Opening and closing quotes and modifier letters stand for ayn and hamza.
_TRANSLITERATION_MARKS = dict.fromkeys(map(ord, "\u2018\u02bb\u02bc\u02bf\u02be`"), None) | {
    ord("\u2019"): "'"
}


def _without_article(town: Town) -> Iterator[str]:
    """As in "Al Qamishli" is also written "Qamishli", "Ar Raqqah" also "Raqqa"."""
    article, _, rest = name_key(town.name).partition(" ")
    if article in ARTICLES and len(rest) >= _MIN_ALTERNATE_LENGTH:
        yield rest
        if rest.endswith("ah"):
            yield rest[:-1]


def _useful(
    town: Town, groups: Mapping[str, frozenset[str]], area_names: frozenset[str]
) -> list[str]:
    """Other Latin-script spellings worth keeping: fewer for small towns, no codes, no phrases.

    Names in ``area_names`` stay with the areas: the local word "Mexico" for the city is left out.
    Where names are transliterated the city keeps the spellings it shares with its province.
    """
    if town.iso2 in groups["transliterated"]:
        tiers = _KEPT_TRANSLITERATED
    else:
        tiers = _KEPT_LATIN if town.iso2 in groups["latin"] else _KEPT_ELSEWHERE
    limit = next(most for least, most in tiers if town.population >= least)
    main = name_key(town.name)
    kept: dict[str, str] = {}
    for name in town.alternatives:
        if not (_MIN_ALTERNATE_LENGTH <= len(name) <= _MAX_ALTERNATE_LENGTH) or name.isupper():
            continue
        key = name_key(name)
        if (
            key == main
            or key in area_names
            or not key.isascii()
            or not key.replace(" ", "").isalpha()
        ):
            continue
        kept.setdefault(key, name)
    if len(kept) <= limit:
        return list(kept.values())
    # What is spelled most like the main name first: other languages' names come last.
    ranked = sorted(kept.items(), key=lambda item: (_distance(item[0], main), item[0]))
    return [name for _key, name in ranked[:limit]]


def _distance(one: str, other: str) -> int:
    """How many letters must be added, dropped or changed to make one name the other."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        diagonal, row[0] = row[0], at
        for place, wanted in enumerate(other, 1):
            changed = diagonal + (letter != wanted)
            diagonal = row[place]
            row[place] = min(changed, row[place] + 1, row[place - 1] + 1)
    return row[-1]


def add_supplement(
    tables: Contents,
    sources: Sources,
    countries: Mapping[str, int],
    area_of: Callable[[str], int | None] | None = None,
) -> None:
    """The rows of ``supplement.tsv``. ``area_of`` gives the number of an area by its code."""
    for row in read_table(sources.tables / "supplement.tsv"):
        slug, name, alternatives, level, kind, lat, lon, radius, inside, area, _source = row
        isos = split_cell(inside)
        single = isos[0] if len(isos) == 1 else None
        parent = None
        if area:
            parent = area_of(area) if area_of else tables.by_gid.get(f"geonames:{area}")
            if parent is None:
                raise ValueError(f"{slug}: there is no area {area!r}")
        elif single:
            parent = countries[single]
        if (
            kind == _FORMER_NAME
        ):  # the town by its name of today, and this row where it is not listed
            town = _town_at(tables, float(lat), float(lon))
            tables.add_names(town, (name, *split_cell(alternatives)) if town else ())
        tables.add_area(
            f"supplement:{slug}",
            name,
            level,
            point=(float(lat), float(lon)) if lat else None,
            names=split_cell(alternatives),
            kind=kind,
            iso2=single,
            parent=parent,
            radius=int(radius) if radius else None,
            countries="|".join(isos) or None,
        )


def _town_at(tables: Contents, lat: float, lon: float) -> int:
    """The largest town at a point; 0 for none."""
    north, east = fixed(lat), fixed(lon)
    _people, number = max(
        (
            (people, number)
            for number, _name, y, x, _area, people in tables.places
            if number > 0 and y is not None and x is not None
            if abs(y - north) <= _SAME_SPOT and abs(x - east) <= _SAME_SPOT
        ),
        default=(0, 0),
    )
    return number


def add_demonyms(
    tables: Contents, sources: Sources, *, known: Callable[[int], bool] | None = None
) -> None:
    """The rows of ``demonyms.tsv``; with ``known``, those of other places are left out."""
    for words, gid in read_table(sources.tables / "demonyms.tsv"):
        number = tables.by_gid.get(gid)
        if number is None and gid.startswith("geonames:") and gid[9:].isdigit():
            number = int(gid[9:])
        if known is not None and (number is None or (number > 0 and not known(number))):
            continue
        if number is None:
            raise ValueError(f"{words}: there is no place {gid!r}")
        tables.demonyms.update((key, number) for key in demonym_keys(words))


def demonym_towns(sources: Sources) -> frozenset[int]:
    """The GeoNames ids of the towns ``demonyms.tsv`` speaks of."""
    ids = (gid for _words, gid in read_table(sources.tables / "demonyms.tsv"))
    return frozenset(
        int(gid[9:]) for gid in ids if gid.startswith("geonames:") and gid[9:].isdigit()
    )

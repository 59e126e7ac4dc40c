"""The task's own place names: country, containing areas and type, read from the data folder."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from benchmarks.muc4.nouns import plain, trimmed
from benchmarks.shared import data_folder

Level = tuple[str, str]
"""Name and type of one level: ``("MEDELLIN", "CITY")``."""

NINE_COUNTRIES = {
    "ARG": "ARGENTINA",
    "BOL": "BOLIVIA",
    "CHL": "CHILE",
    "COL": "COLOMBIA",
    "ECU": "ECUADOR",
    "GTM": "GUATEMALA",
    "HND": "HONDURAS",
    "PER": "PERU",
    "SLV": "EL SALVADOR",
}
"""The countries the task is about, by ISO alpha-3."""

_DEMONYMS = {
    "ARGENTIN": "ARGENTINA",
    "BOLIVIAN": "BOLIVIA",
    "CHILEAN": "CHILE",
    "COLOMBIAN": "COLOMBIA",
    "ECUADOR": "ECUADOR",
    "GUATEMALAN": "GUATEMALA",
    "HONDURAN": "HONDURAS",
    "PERUVIAN": "PERU",
    "SALVADORAN": "EL SALVADOR",
}
"""How the words for their people begin."""
_SPELLINGS = {
    "USA": "UNITED STATES",
    "GBR": "UNITED KINGDOM",
    "RUS": "USSR",
    "SUN": "USSR",
    "CHN": "PEOPLES REP OF CHINA",
    "PRK": "DEMOCRATIC PEOPLES REP OF KOREA",
    "KOR": "REPUBLIC OF KOREA",
    "DEU": "GERMANY",
    "CZE": "CZECHOSLOVAKIA",
    "DOM": "DOMINICAN REPUBLIC",
}
_AREA_TYPES = (
    "DEPARTMENT",
    "PROVINCE",
    "OFFICIAL REGION",
    "REGION",
    "STATE",
    "INTENDANCY",
    "COMMISSARIAT",
    "COUNTY",
    "FEDERAL DISTRICT",
    "CONSTITUTIONAL PROVINCE",
)
_TOWN_TYPES = ("CITY", "TOWN", "MUNICIPALITY", "JURISDICTION", "VILLAGE", "CAPITAL", "HAMLET")
_FINE_TYPES = (
    "NEIGHBORHOOD",
    "SUBURB",
    "DISTRICT",
    "SECTOR",
    "CANTON",
    "UNIVERSITY",
    "AIRPORT",
    "FARM",
    "SCHOOL",
)
_QUARTERS = ("NEIGHBORHOOD", "CANTON", "DISTRICT", "SECTOR", "SUBURB", "FARM")
_ORDER = _TOWN_TYPES + _FINE_TYPES + _AREA_TYPES
_CUE = "|".join(sorted((*_AREA_TYPES, *_TOWN_TYPES, *_FINE_TYPES), key=len, reverse=True))
_PROVINCES = frozenset({"ARGENTINA", "ECUADOR"})
_LINE = re.compile(r"^([A-Z][A-Z .']+): (.+)$")
_LEVEL = re.compile(r"^(.*?)\s*\(([^()]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """``chains``: country and plain name to the known chains of levels that end in that name."""

    chains: dict[tuple[str, str], tuple[tuple[Level, ...], ...]]
    countries: frozenset[str]

    def lookup(self, country: str, name: str) -> tuple[tuple[Level, ...], ...]:
        """All chains of a country that end in ``name``."""
        return self.chains.get((country, name), ())

    def country_of(self, name: str) -> str | None:
        """The one country of the nine that has a place of this name; null if several or none."""
        found = {c for c in NINE_COUNTRIES.values() if (c, name) in self.chains}
        return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1)
def place_names() -> PlaceNames:
    """The containing-areas files as a table; empty where the data folder is absent."""
    folder = data_folder() / "muc4" / "doc"
    found: dict[tuple[str, str], list[tuple[Level, ...]]] = defaultdict(list)
    for name in ("containing-areas-part1.v5", "containing-areas-part2"):
        for country, chain in _read(folder / name):
            key = (country, chain[-1][0])
            if chain not in found[key]:
                found[key].append(chain)
    chains = {key: tuple(value) for key, value in found.items()}
    return PlaceNames(chains=chains, countries=frozenset(country for country, _ in chains))


def is_place_name(text: str) -> bool:
    """Whether words are the name of a listed place of the nine countries."""
    name = plain(trimmed(text))
    return any(place_names().lookup(country, name) for country in NINE_COUNTRIES.values())


def _read(path: Path) -> list[tuple[str, tuple[Level, ...]]]:
    if not path.is_file():
        return []
    rows = []
    for line in path.read_text(encoding="latin-1").splitlines():
        match = _LINE.match(line.strip())
        if match is None:
            continue
        levels = [_level(part) for part in match[2].split("*")[0].split(":")]
        if all(name for name, _ in levels):
            rows.append((match[1].strip(), tuple(levels)))
    return rows


def _level(text: str) -> Level:
    match = _LEVEL.match(text.strip())
    if match is None:
        return plain(text).strip(), ""
    return plain(match[1]).strip(), match[2].rstrip("?").strip()


def country_name(iso3: str | None, name: str | None) -> str | None:
    """The country as the task spells it."""
    if iso3 in NINE_COUNTRIES:
        return NINE_COUNTRIES[iso3]
    if iso3 in _SPELLINGS:
        return _SPELLINGS[iso3]
    return plain(name) if name else None


def foreign_nation(iso3: str | None, name: str | None, country: str | None) -> str | None:
    """A target's country as the task spells it; null where it is that of the incident."""
    found = country_name(iso3, name)
    return None if found == country else found


def most_named(text: str) -> str | None:
    """The one of the nine countries that ``text`` (in capitals) speaks of most; null for none."""
    counts = {name: text.count(name) for name in NINE_COUNTRIES.values()}
    for start, name in _DEMONYMS.items():
        counts[name] += text.count(start)
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPlace:
    """Name of one level of an event's place; ``is_area`` says that a larger area is meant."""

    name: str
    is_area: bool = False
    is_site: bool = False


def location(country: str, wanted: list[WantedPlace], text: str, near: str | None = None) -> str:
    """``COUNTRY: AREA (TYPE): PLACE (TYPE)``, from the levels that the text names.

    ``wanted`` are names from the finest to the coarsest level. ``text`` is the document and
    ``near`` the sentences of the event (by default all), both in capitals without accents: the
    finest level must stand in the first, levels above it in the second. A name that is on no list
    is printed with the type the text or its level suggests; a wrong place costs no more than none.
    """
    near = text if near is None else near
    levels: list[Level] = []
    for place in wanted:
        name = _bare_name(plain(place.name).strip())
        if place.is_site and not _is_place_name(country, name):
            continue
        if name in {country, *(known for known, _ in levels)}:
            continue
        if not _names(near if levels else text, name):
            continue
        chain = _chain(country, name, text, is_area=place.is_area)
        if levels and chain[-1][1] not in _AREA_TYPES + _TOWN_TYPES:
            continue
        levels = [*chain, *levels] if not levels else [chain[-1], *levels]
    if not levels:
        levels = list(_told_place(country, near, text))
    printed = [country, *(f"{name} ({kind})" if kind else name for name, kind in levels)]
    return ": ".join(printed)


_ARTICLE = re.compile(r"^(?:THE|A|AN|HIS|HER|ITS|THEIR) ")


_AFTER_WORD = re.compile(
    r"\b(?:IN|AT|NEAR|OUTSIDE|AROUND|DOWNTOWN|THROUGHOUT|TO) (?:THE )?"
    r"(?:(?:CITY|TOWN|VILLAGE) OF )?"
)
_MAX_NAME = 4


def _told_place(country: str, near: str, text: str) -> tuple[Level, ...]:
    """The listed place that the sentences of an event name behind "in", "at" or "near"."""
    best: tuple[Level, ...] = ()
    for found in _AFTER_WORD.finditer(near):
        said = re.findall(r"[A-Z'.-]+", near[found.end() : found.end() + 60])[:_MAX_NAME]
        for size in range(len(said), 0, -1):
            name = " ".join(said[:size]).rstrip(".")
            if name != country and place_names().lookup(country, name):
                chain = _chain(country, name, text, is_area=False)
                if len(chain) > len(best) or not best:
                    best = chain
                break
    return best


def _bare_name(name: str) -> str:
    return _ARTICLE.sub("", name)


def _is_place_name(country: str, name: str) -> bool:
    """Whether a building or quarter has a name of its own; what was hit is no place."""
    if place_names().lookup(country, name):
        return True
    front, _, kind = name.rpartition(" ")
    return bool(front) and (kind in _QUARTERS or (kind in _FINE_TYPES and " " in front))


def _names(text: str, name: str) -> bool:
    return name in text and re.search(rf"\b{re.escape(name)}\b", text) is not None


def _chain(country: str, name: str, text: str, *, is_area: bool) -> tuple[Level, ...]:
    """The listed chain whose type and upper levels fit the text best, or one made from the text."""
    said = _said_type(name, text)
    chains = place_names().lookup(country, name)
    if not chains:
        area = "PROVINCE" if country in _PROVINCES else "DEPARTMENT"
        front, _, ending = name.rpartition(" ")
        if ending in _QUARTERS and front:
            known = place_names().lookup(country, front)
            return known[0] if known else ((front, ending),)
        own = ending if ending in _FINE_TYPES else area if is_area else "TOWN"
        return ((name, said or own),)

    def rank(chain: tuple[Level, ...]) -> tuple[bool, bool, int, int]:
        kind = chain[-1][1]
        unsaid = any(not _names(text, upper) or upper == name for upper, _ in chain[:-1])
        place = _ORDER.index(kind) if kind in _ORDER else len(_ORDER)
        return said is not None and kind != said, unsaid, place, -len(chain)

    best = min(chains, key=rank)
    is_fine = best[-1][1] in _FINE_TYPES
    upper = (
        level
        for level in best[:-1]
        if level[0] != name and (_names(text, level[0]) or (is_fine and level[1] in _TOWN_TYPES))
    )
    return (*upper, best[-1])


def _said_type(name: str, text: str) -> str | None:
    """The kind of place the text calls it: "the town of X", "X Department"."""
    quoted = re.escape(name)
    match = re.search(rf"\b{quoted},? (?:CITY'S )?({_CUE})\b", text) or re.search(
        rf"\b({_CUE}) OF (?:THE )?{quoted}\b", text
    )
    return match[1] if match else None

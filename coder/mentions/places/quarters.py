"""Quarters, suburbs and camps told with their town: "the Damascus suburb of Douma"."""

from collections.abc import Sequence
from itertools import pairwise

from coder.gazetteer.store import Entry
from coder.mentions.places.spans import PlaceSpan
from coder.values.labels import PlaceLevel

CITIES = frozenset({PlaceLevel.PLACE, PlaceLevel.ADMIN1})
SUBURB_DEGREES = 0.35
_MANY_TIMES = 10
_LARGE = 100_000
_LARGE_CITY = 500_000
_MOST = 0.5
_CITY_DEGREES = 0.15
_FAR_DEGREES = 15.0
_CITY = 100_000
VILLAGES = frozenset({"village", "hamlet", "locality", "settlement", "villages", "hamlets"})
_QUARTER = "district"
_CAMPS = frozenset({"camp", "refugee camp"})


def turn_suburbs(spans: Sequence[PlaceSpan], norms: Sequence[str]) -> None:
    """Leave the head noun of "the Damascus suburb (or camp) of Douma" to the smaller of the two.

    "The Damascus district of Mazraa" is one of the city where the smaller lies beside it.
    """
    for city, suburb in pairwise(spans):
        is_district = city.head_word == _QUARTER
        if not (_is_part(city) or is_district) or suburb.head is not None or suburb.is_demonym:
            continue
        if norms[city.name_last : suburb.first] != (city.head_word, "of"):
            continue
        people = _people(suburb)
        if _people(city) < max(_LARGE, people + 1):
            continue
        beside = tuple([entry for entry in suburb.entries if _is_beside(entry, city)])
        if beside:
            suburb.entries = beside
        elif is_district or (people and _people(city) < _MANY_TIMES * people):
            continue
        elif people:
            suburb.entries, suburb.area, suburb.certain = (), city, True
        suburb.head, suburb.head_word, city.relation = city.head, city.head_word, city.head_word
        city.head, city.head_word, city.last = None, None, city.name_last


def lies_in_town(part: PlaceSpan, town: PlaceSpan) -> bool:
    """Tie a quarter or camp to its town: the town of its name close by, else one no list has.

    As in "the Cibitoke neighbourhood of Bujumbura", "the Balata refugee camp in Nablus".
    """
    if not _is_part(part) or not part.entries or not _people(town):
        return False
    if any(entry.level is PlaceLevel.DISTRICT for entry in part.entries):
        return False
    near = tuple([entry for entry in part.entries if _is_beside(entry, town)])
    if near:
        part.entries, town.relation = near, part.head_word
    else:
        replace_namesake(part, town)
    return True


def city_around(part: Entry, area: PlaceSpan | None) -> Entry | None:
    """The city that a district told to be of it lies in: "Lima's Miraflores district"."""
    city = city_of_districts(area) if area is not None else None
    return city if city is not None and lie_within(part, city, _CITY_DEGREES) else None


def city_of_districts(area: PlaceSpan) -> Entry | None:
    """The city that districts are told to be of: "Baghdad's Sadr City district", and no province.

    A large one, or one that is most of the province of its name.
    """
    if area.head is not None or area.is_demonym:
        return None
    towns = [entry for entry in area.entries if entry.level is PlaceLevel.PLACE]
    city = max(towns, key=lambda entry: entry.population, default=None)
    if city is None or city.population >= _LARGE_CITY:
        return city
    provinces = [it.population for it in area.entries if it.level is PlaceLevel.ADMIN1]
    return city if provinces and city.population >= _MOST * max(provinces) else None


def _is_part(span: PlaceSpan) -> bool:
    """Whether the noun beside a name is one for a part of a town."""
    return span.head == _QUARTER or span.head_word in _CAMPS


def _people(span: PlaceSpan) -> int:
    """How many live in the largest town that a name means; 0 for no town."""
    best = span.entries[0] if span.entries else None
    if best is None or best.level not in CITIES:
        return 0
    return max(entry.population for entry in span.entries if entry.level in CITIES)


def _is_beside(entry: Entry, town: PlaceSpan) -> bool:
    towns = (other for other in town.entries if other.level in CITIES)
    return any(entry is not it and lie_within(entry, it, SUBURB_DEGREES) for it in towns)


def replace_namesake(part: PlaceSpan, area: PlaceSpan) -> None:
    """Take a part for one that no gazetteer has: the area says where it is, and not elsewhere."""
    part.area, part.entries, part.certain = area, (), True


def lie_within(one: Entry, other: Entry, degrees: float) -> bool:
    """Whether two places are fewer degrees apart."""
    return (
        abs((one.latitude or 0.0) - (other.latitude or 0.0)) < degrees
        and abs((one.longitude or 0.0) - (other.longitude or 0.0)) < degrees
    )


def is_abroad(town: PlaceSpan, area: PlaceSpan) -> bool:
    """Whether all that a name means lies far from the area it is told to be in.

    Towns near a border have changed their country ("Juba in Sudan", "Belfast in Ireland").
    """
    return (
        town.certain  # no "Mission in Chad"
        and bool(town.entries)
        and not any(
            is_near(one, other)
            for one in town.entries
            for other in area.entries
            if one.iso2 == other.iso2 or not _is_no_village(town, one)
        )
    )


def _is_no_village(town: PlaceSpan, entry: Entry) -> bool:
    """As in "the village of Brest in Macedonia": not the city of that name elsewhere."""
    return town.head_word in VILLAGES and entry.population > _CITY


def is_near(one: Entry, other: Entry) -> bool:
    """Whether two places may be told of one land."""
    if one.iso2 == other.iso2 or one.iso2 is None or one.level is PlaceLevel.COUNTRY:
        return True
    return lie_within(one, other, _FAR_DEGREES)

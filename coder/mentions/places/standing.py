"""How well known the places of a name are before anything is known of the document."""

import math
from collections.abc import Iterator, Mapping, Sequence

from coder.gazetteer.names import name_key
from coder.gazetteer.store import Entry
from coder.gazetteer.words import capitals
from coder.mentions.places.spans import PlaceSpan
from coder.values.kept import Kept
from coder.values.kinds import AREAS
from coder.values.labels import PlaceLevel
from coder.values.value import value

# What a level is worth before anything is known of the document; towns get it from population.
_A_CITY = 100  # times the people of its namesake in another province
_LEVEL_PRIOR = {
    PlaceLevel.COUNTRY: 7.0,
    PlaceLevel.INTERNATIONAL: 5.5,
    PlaceLevel.ADMIN1: 4.2,
    PlaceLevel.ADMIN2: 2.6,
    PlaceLevel.ADMIN3: 2.4,
    PlaceLevel.FEATURE: 3.8,
    PlaceLevel.DISTRICT: 2.6,
    PlaceLevel.SITE: 3.0,
}
_SEA = 4.6  # "the Red Sea" before the provinces called after it
_WATERS = frozenset({"sea", "ocean"})
_WIDE = _WATERS | {"island"}
_POPULATION_WEIGHT = 0.85
_COMMON_AREA, _BY_SIZE = 200_000, 0.8  # inhabitants, and what ten times as many are worth
_COMMON_REACH = 30  # km, of an island or a sea
_SMALLER = -0.25  # and no area is less known than one of a tenth
_LISTED = 10_000  # inhabitants: as well known as such a town is a place somebody listed by hand
_SEAT_SHARE = 0.1  # of the people of the area; below, the area is better known than its town
_MAIN_NAME = 0.75
_SPELLED, _STEM, _LONGER = 0.3, 4, 2  # "Sloviansk" is Slovyansk before a former name of Nikopol
_FOREIGN_NAME = -1.5  # of another town, where the name is a capital's own
_CLEAR_LEAD = 1.2  # a reading this far ahead of the next counts for the context of the others
_CITY = 50_000
_FAR_DEGREES = 30.0
_TRIED_ENTRIES = 40  # common village names have hundreds of entries, all alike
# Where towns are told with their state: "Athens, Georgia", unless others of the country are told.
WITH_STATE = "US"
_LARGER = 3  # times its people, of the town abroad that the name alone means
_CAPITAL = 10  # times as well known as another town of its size
_WORLD_CITY = 5_000_000  # people: where all the world is told of
_SAME_STATE = 1000.0  # and where another town of the same state is told
_FAR_LARGER = 20  # and where towns of the country are told, but not the state of its namesake
_PLACE, _ADMIN1 = PlaceLevel.PLACE, PlaceLevel.ADMIN1


def prior(entry: Entry) -> float:
    """How likely a place is meant when nothing else is known."""
    if entry.level is _PLACE:
        people = entry.population or (_LISTED if entry.number < 0 else 0)
        return _POPULATION_WEIGHT * math.log10(people + 30)
    value = _SEA if entry.kind in _WATERS else _LEVEL_PRIOR[entry.level]
    if entry.level is PlaceLevel.COUNTRY and entry.population < 100_000:  # noqa: PLR2004
        value -= 1.5
    return value


@value
class Standing:
    """What the entries of one name are worth before a document is read.

    ``known``: how well known each is; ``seats``: how large a seat of each area is, by its code.
    ``clear``: the countries of the best known one, empty where another comes near it.
    ``is_country``: the first is a country, or several, whose name no far province has.
    """

    entries: tuple[Entry, ...]
    known: tuple[float, ...]
    seats: dict[str | None, float]
    clear: tuple[str, ...]
    is_country: bool


class _ByKey(Kept[str, Standing]):
    """The standing of names met so far, by key."""


_kept = _ByKey()


def standing(span: PlaceSpan) -> Standing:
    """What all the entries of a name are worth."""
    found = _kept.get(span.key)
    if found is None or found.entries is not span.entries:
        found = _kept.keep(span.key, _measured(span.key, span.entries))
    return found


def standing_in(span: PlaceSpan, weights: Mapping[str, float]) -> Standing:
    """The same for the entries worth a try in a document about the countries of ``weights``."""
    if len(span.entries) > _TRIED_ENTRIES:
        return _measured(span.key, _tried(span, weights))
    return standing(span)


def _tried(span: PlaceSpan, weights: Mapping[str, float]) -> tuple[Entry, ...]:
    return (
        *span.entries[:_TRIED_ENTRIES],
        *(
            entry
            for entry in span.entries[_TRIED_ENTRIES:]
            if span.area is not None or any(iso in weights for iso in entry.countries)
        ),
    )


def _measured(key: str, entries: tuple[Entry, ...]) -> Standing:
    # "in Homs" is the city: the main town of a province of the same name, if it is large in it.
    seats = {
        entry.admin1_code: _SEAT_SHARE * entry.population
        for entry in entries
        if entry.level is _ADMIN1
    }
    names = [_by_name(entry, key) for entry in entries]
    has_capital = any(_is_capital(entry, key) for entry in entries)  # "in Washington"
    is_famous = has_capital or any(_is_island(entry, key) for entry in entries)  # "on Samar"
    less = _FOREIGN_NAME if is_famous else 0.0
    own = {entry.iso2 for entry in entries if entry.level is _PLACE}  # "in Mopti, Mali": the town
    priors = [
        prior(entry)
        + (less if name < _MAIN_NAME else 0.0)
        + (0.0 if has_capital or entry.iso2 in own else _by_size(entry))
        for entry, name in zip(entries, names, strict=True)
    ]
    return Standing(
        entries=entries,
        known=tuple(map(sum, zip(priors, names, strict=True))),
        seats=seats,
        clear=_clear_countries(entries, priors),
        is_country=_is_country(entries) and not _is_half(entries, key),
    )


def _by_size(entry: Entry) -> float:
    """As of Bali, the province, or the Red Sea: large ones come before namesakes abroad."""
    if entry.level is _ADMIN1 and entry.population:
        return max(_SMALLER, _BY_SIZE * math.log10(entry.population / _COMMON_AREA))
    if entry.kind in _WIDE and entry.radius_km:
        return max(0.0, _BY_SIZE * math.log10(entry.radius_km / _COMMON_REACH))
    return 0.0


def _by_name(entry: Entry, key: str) -> float:
    """More for the name of the table, some for another spelling of it, none for another name."""
    if entry.key == key or _is_half_of_name(entry, key):
        return _MAIN_NAME
    is_alike = entry.key[:_STEM] == key[:_STEM] and abs(len(entry.key) - len(key)) <= _LONGER
    return _SPELLED if is_alike else 0.0


def _is_half_of_name(entry: Entry, key: str) -> bool:
    """As San Sebastian of Donostia / San Sebastian: a town with a name in each of two languages."""
    if not entry.key.startswith(key) and not entry.key.endswith(key):
        return False
    return key in [name_key(part) for part in entry.name.split("/")]


def _is_capital(entry: Entry, key: str) -> bool:
    """As Dili, which some languages call Delhi: a capital by the name of the table."""
    return (
        entry.key == key
        and entry.level is _PLACE
        and entry.iso2 is not None
        and name_key(capitals().get(entry.iso2, "")) == key
    )


def _is_island(entry: Entry, key: str) -> bool:
    """As Samar, which some languages call a city abroad: by the name of the table."""
    return entry.kind == "island" and entry.key == key


def _clear_countries(entries: tuple[Entry, ...], priors: list[float]) -> tuple[str, ...]:
    most = max(priors)
    countries = entries[priors.index(most)].countries
    if len(countries) != 1 or any(
        most - own < _CLEAR_LEAD and entry.countries != countries
        for entry, own in zip(entries, priors, strict=True)
    ):
        return ()
    return countries


def _is_country(entries: tuple[Entry, ...]) -> bool:
    """A country or a part of the world ("the Middle East", which is a village of Maryland, too).

    Georgia is also a state elsewhere, so that its name alone says nothing of the country.

    Niger is one too, but next door; there the country is meant unless the text says "State".
    """
    country = entries[0]
    if country.level is PlaceLevel.INTERNATIONAL:
        return all(other.level is PlaceLevel.PLACE for other in entries[1:])
    return country.level is PlaceLevel.COUNTRY and not any(
        other.level is PlaceLevel.ADMIN1
        and other.iso2 != country.iso2
        and abs((other.longitude or 0.0) - (country.longitude or 0.0)) > _FAR_DEGREES
        for other in entries[1:]
    )


def _is_half(entries: tuple[Entry, ...], key: str) -> bool:
    """As in "Trinidad", which Bolivia has as well: a city has the first name of a country."""
    return entries[0].key.startswith(f"{key} ") and any(
        entry.key == key and entry.population >= _CITY for entry in entries
    )


def abroad_under_heading(spans: Sequence[PlaceSpan]) -> Iterator[PlaceSpan]:
    """Towns of another country in the item that a province heads: "Daraa Province: in Saida"."""
    head: PlaceSpan | None = None
    sentence = -1
    for span in spans:
        if span.sentence != sentence:
            sentence = span.sentence
            is_head = span.first <= 1 and span.head == "admin1" and span.chosen is not None
            head = span if is_head else None
        elif head is not None and head.chosen is not None and span.chosen is not None:
            is_town = span.chosen.level is PlaceLevel.PLACE and span.area is None
            is_common = len({entry.iso2 for entry in span.entries}) > 1  # no "Idlib"
            if (
                is_town
                and is_common
                and span.chosen.iso2 != head.chosen.iso2
                and not span.is_demonym
            ):
                yield span


def are_cities(span: PlaceSpan, area: PlaceSpan, entry: Entry) -> bool:
    """As in "missiles hit Tehran, Isfahan": two cities, no small namesake in the other."""
    is_city = any(other.level is PlaceLevel.PLACE for other in area.entries)
    return is_city and any(
        other.iso2 == entry.iso2 and other.population > _A_CITY * max(entry.population, 1_000)
        for other in span.entries
    )


def people_abroad(entry: Entry) -> int:
    """The people of a town abroad, as many more as a capital is better known."""
    if entry.level is not _PLACE or entry.iso2 == WITH_STATE:
        return 0
    is_capital = capitals().get(entry.iso2 or "") == entry.name
    return entry.population * (_CAPITAL if is_capital else 1)


def states_told(places: Sequence[PlaceSpan]) -> dict[str, float] | None:
    """The states told of the country whose towns are told with one; null where it is not told of.

    Each with how much larger a town abroad must be to be meant before one in it: "US officials in
    Boston said a bomb went off in Cairo".
    """
    first = [span.entries[0] for span in places if span.certain and _lies_with_state(span)]
    if not first:
        return None
    towns = {it.admin1_code: _SAME_STATE for it in first if it.population < _WORLD_CITY}
    areas = {it.admin1_code: math.inf for it in first if it.level in AREAS}
    return {code: times for code, times in (towns | areas).items() if code}


def _lies_with_state(span: PlaceSpan) -> bool:
    return span.entries[0].level is not PlaceLevel.COUNTRY and WITH_STATE in standing(span).clear


def times_larger(entry: Entry, states: Mapping[str, float] | None) -> float:
    """How many times the people of a town one abroad must have to be meant before it."""
    return _LARGER if states is None else states.get(entry.admin1_code or "", _FAR_LARGER)

"""How well known the places of a name are before anything is known of the document."""

import math
from collections.abc import Mapping
from typing import TypeAlias

from coder.gazetteer.store import Entry
from coder.mentions.places_spans import PlaceSpan
from coder.values.labels import PlaceLevel

# What a level is worth before anything is known of the document; towns get it from population.
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
_POPULATION_WEIGHT = 0.85
_SEAT_SHARE = 0.2  # of the people of the area; below, the area is better known than its town
_MAIN_NAME = 0.6
_TRIED_ENTRIES = 40  # common village names have hundreds of entries, all alike


def prior(entry: Entry) -> float:
    """How likely a place is meant when nothing else is known."""
    if entry.level is PlaceLevel.PLACE:
        return _POPULATION_WEIGHT * math.log10(entry.population + 30)
    value = _LEVEL_PRIOR[entry.level]
    if entry.level is PlaceLevel.COUNTRY and entry.population < 100_000:  # noqa: PLR2004
        value -= 1.5
    return value


_Standing: TypeAlias = tuple[tuple[Entry, ...], tuple[float, ...], dict[str | None, float]]
# What a name is worth before a document is read, by key; full, the table is begun anew.
_MAX_KEPT = 20_000
_kept: dict[str, _Standing] = {}


def standing(span: PlaceSpan, weights: Mapping[str, float]) -> _Standing:
    """The entries worth a try, how well known each is, and how large a seat of each area is."""
    entries = span.entries
    if len(entries) > _TRIED_ENTRIES:
        return _measured(span.key, _tried(span, weights))
    found = _kept.get(span.key)
    if found is None or found[0] is not entries:
        if len(_kept) >= _MAX_KEPT:
            _kept.clear()
        found = _kept[span.key] = _measured(span.key, entries)
    return found


def _tried(span: PlaceSpan, weights: Mapping[str, float]) -> tuple[Entry, ...]:
    return (
        *span.entries[:_TRIED_ENTRIES],
        *(
            entry
            for entry in span.entries[_TRIED_ENTRIES:]
            if span.area is not None or any(iso in weights for iso in entry.countries)
        ),
    )


def _measured(key: str, entries: tuple[Entry, ...]) -> _Standing:
    # "in Homs" is the city: the main town of a province of the same name, if it is large in it.
    seats = {
        entry.admin1_code: _SEAT_SHARE * entry.population
        for entry in entries
        if entry.level is PlaceLevel.ADMIN1
    }
    known = tuple(prior(entry) + (_MAIN_NAME if entry.key == key else 0.0) for entry in entries)
    return entries, known, seats

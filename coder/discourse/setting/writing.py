"""The place of writing as the place of acts of which a text tells no other; codebook 2.4."""

from collections.abc import Iterable
from dataclasses import replace

from coder.values.events import EventPlace
from coder.values.kinds import UPPER_AREAS
from coder.values.labels import CoordBasis, GeoPrecision, PlaceLevel
from coder.values.mentions import PlaceMention


def holds_all(written: PlaceMention, told: Iterable[Iterable[PlaceMention]]) -> bool:
    """Whether a text names nothing but areas around the place of writing, and no other people."""
    people: set[str | None] = set()
    for found in told:
        for place in found:
            if place.is_demonym:
                people.add(place.iso3)
            elif place.iso3 is not None and not _lies_in(written, place):
                return False
    return not people or written.iso3 in people


def _lies_in(written: PlaceMention, area: PlaceMention) -> bool:
    if area.iso3 != written.iso3:
        return False
    if area.level is PlaceLevel.COUNTRY or area.name == written.name:
        return True
    return area.level in UPPER_AREAS and area.name in {written.admin1, written.admin2}


def set_in(dateline: str | None, told: Iterable[Iterable[PlaceMention]]) -> str:
    """Where a text is set, for its further sentences: place of writing, countries it names."""
    countries = {place.country for found in told for place in found if place.country is not None}
    return ", ".join([dateline or "", *sorted(countries)])


def in_country_of_writing(where: EventPlace, written: EventPlace | None) -> EventPlace:
    """A village no gazetteer has, in the country of a note that is about no other place."""
    if where.iso3 is not None or where.place_name is None or written is None:
        return where
    is_area = written.precision is GeoPrecision.ADMIN1  # "Ethiopia (Oromia): In Aweday, ..."
    return replace(
        where,
        admin0_name=written.admin0_name,
        iso3=written.iso3,
        admin1_name=written.admin1_name if is_area else None,
    )


def place_of_writing(written: PlaceMention, *, is_seat: bool) -> EventPlace | None:
    """The place of writing as an event's: in or near a town, of a capital only its country.

    From the seat of a government (``is_seat``) a correspondent writes of the whole country.
    """
    if written.iso3 is None:
        return None
    if is_seat or written.level is not PlaceLevel.PLACE:
        return EventPlace(
            text=written.text,
            admin0_name=written.country,
            iso3=written.iso3,
            precision=GeoPrecision.COUNTRY,
        )
    has_point = written.latitude is not None and written.longitude is not None
    return EventPlace(
        text=written.text,
        admin0_name=written.country,
        iso3=written.iso3,
        admin1_name=written.admin1,
        admin2_name=written.admin2,
        place_name=written.name,
        latitude=written.latitude,
        longitude=written.longitude,
        precision=GeoPrecision.NEAR_PLACE,
        coord_basis=CoordBasis.GAZETTEER_POINT if has_point else None,
        gazetteer_id=written.gazetteer_id,
    )

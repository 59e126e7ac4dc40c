"""One place of the gazetteer."""

from coder.values.labels import PlaceLevel
from coder.values.value import value

_COUNTRY, _ADMIN1, _ADMIN2 = PlaceLevel.COUNTRY, PlaceLevel.ADMIN1, PlaceLevel.ADMIN2


@value
class Entry:
    """One place. Codes of areas are GeoNames' (``SY.07``); ``population`` 0 means unknown.

    ``is_centroid``: the point is the mean of the area's towns, no place of its own. ``countries``:
    the ISO alpha-2 codes of every country the place lies in, also when there is more than one.
    ``key`` is the name as :func:`name_key` writes it.
    """

    number: int
    gazetteer_id: str
    name: str
    key: str
    level: PlaceLevel
    kind: str | None
    country: str | None
    iso2: str | None
    iso3: str | None
    admin1: str | None
    admin1_code: str | None
    admin2: str | None
    admin2_code: str | None
    latitude: float | None
    longitude: float | None
    population: int
    radius_km: int | None
    countries: tuple[str, ...]
    is_centroid: bool

    def lies_in(self, area: "Entry") -> bool:
        """Whether this place is inside that area, as far as the gazetteer's levels tell."""
        if self.number == area.number:
            return False
        level = area.level
        if level is _COUNTRY:
            return area.iso2 in self.countries
        if level is _ADMIN1:
            return self.admin1_code is not None and self.admin1_code == area.admin1_code
        if level is _ADMIN2:
            return self.admin2_code is not None and self.admin2_code == area.admin2_code
        return False

"""Place mentions of an event -> its published place, with a precision that never lies.

``chosen`` are the mentions that syntax tied to the event; they give the place. ``context`` are
other mentions of the document in order of trust; they only fill containing areas that the chosen
ones leave open. Coordinates are published when they are the point of what the text names: never
for a country, for an area only as its centroid, for a river or border not at all (codebook 2.4).
"""

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from coder.gazetteer.names import coarse_key
from coder.gazetteer.words import place_words
from coder.mentions.places.syntax import BETWEEN
from coder.values.events import EventPlace
from coder.values.kinds import AREAS, BELOW_PROVINCE, POINT_LEVELS, WIDE
from coder.values.labels import CoordBasis, GeoPrecision, PlaceLevel, TargetType
from coder.values.mentions import PlaceMention

_SPECIFIC_FIRST = (
    PlaceLevel.SITE,
    PlaceLevel.DISTRICT,
    PlaceLevel.PLACE,
    PlaceLevel.FEATURE,
    PlaceLevel.ADMIN3,
    PlaceLevel.ADMIN2,
    PlaceLevel.ADMIN1,
    PlaceLevel.COUNTRY,
    PlaceLevel.INTERNATIONAL,
)
_RANK = {level: rank for rank, level in enumerate(_SPECIFIC_FIRST)}
_CONTAINED = "place-unlisted-contained"  # "Wad Rawa, Khartoum"
_SMALL = frozenset({"village", "hamlet", "locality", "settlement", "vereda", "aldea"})
_SETTLEMENTS = frozenset({PlaceLevel.PLACE, PlaceLevel.DISTRICT})
_WATERS = frozenset({"sea", "ocean"})
_PRECISION = {
    PlaceLevel.SITE: GeoPrecision.SITE,
    PlaceLevel.DISTRICT: GeoPrecision.PLACE,
    PlaceLevel.PLACE: GeoPrecision.PLACE,
    PlaceLevel.FEATURE: GeoPrecision.FEATURE,
    PlaceLevel.ADMIN3: GeoPrecision.ADMIN3,
    PlaceLevel.ADMIN2: GeoPrecision.ADMIN2,
    PlaceLevel.ADMIN1: GeoPrecision.ADMIN1,
    PlaceLevel.COUNTRY: GeoPrecision.COUNTRY,
    PlaceLevel.INTERNATIONAL: GeoPrecision.INTERNATIONAL,
}
# Beyond this distance the named town's point says too little about where the event was.
_FARTHEST_KM = 50.0
_ELSEWHERE_KM = 150.0  # as in "275 miles southeast of the capital": not even near
_TOWN_KM = 15.0
_KM_A_DEGREE = 111.0
_DISTANCE = re.compile(r"^(?P<number>\d{1,4}(?:[.,]\d{1,3})?) (?P<unit>[a-z]{1,12})")
_UNIT_KM = {
    "mile": 1.61,
    "miles": 1.61,
    "m": 0.001,
    "meters": 0.001,
    "metres": 0.001,
    "leagues": 4.8,
}


def event_place(
    chosen: Sequence[PlaceMention],
    context: Sequence[PlaceMention],
    location_text: str | None,
    *,
    site_name: str | None = None,
    site_type: TargetType | None = None,
) -> EventPlace:
    """The place of one event.

    Several chosen places of one level that do not lie in each other leave their common area.
    Without a chosen place only the country of the most trusted context is known.
    """
    named = [mention for mention in chosen if not mention.is_demonym]
    inside = [mention for mention in named if mention.relation is None]
    nearest = _anchors(inside)
    # "in Zaragoza, 10 km from San Salvador": what is only near helps when nothing finer is told.
    near = _closest(_anchors([item for item in named if item.relation and _is_beside(item)]))
    if near and (not nearest or _tells_more(near[0], nearest[0])):
        nearest = near
    nearest = [mention for mention in nearest if not _is_province_of(mention, nearest)]
    villages = [mention for mention in nearest if _is_small(mention)]
    if len(villages) == 1:
        nearest = villages  # "the village of A, in the B area": in or by the town
    text = location_text or (", ".join(mention.text for mention in named) or None)
    if not nearest:
        return _country_only([*chosen, *context], text, site_name, site_type)
    if len(nearest) > 1:
        if all(place.iso3 is None for place in nearest) and not WIDE & {p.level for p in nearest}:
            nearest = [_within(place, named, context) for place in nearest]
        return _common_area(nearest, text, site_name, site_type)
    place = _located(nearest[0], named, context, text)
    return replace(place, site_name=site_name or place.site_name, site_type=site_type)


def _tells_more(near: PlaceMention, inside: PlaceMention) -> bool:
    """Whether a town beside the event lies in the wider place it was in.

    In "in Diyala province, north of Baghdad" the town is not in the province.
    """
    if _RANK[near.level] >= _RANK[inside.level]:
        return False
    return inside.admin1 is None or near.admin1 in {None, inside.admin1}


def is_some_way_off(mention: PlaceMention) -> bool:
    """As in "25 km west of B": B only helps to find where it was."""
    return _distance_km(mention) > 0


def is_measured_from(mention: PlaceMention) -> bool:
    """As in "25 km west of B", "across the river from B": B helps to find it, however far."""
    return (mention.relation or "")[:1].isdigit() or mention.relation == "across from"


def _is_beside(mention: PlaceMention) -> bool:
    return _distance_km(mention) <= _ELSEWHERE_KM


def _closest(near: list[PlaceMention]) -> list[PlaceMention]:
    """Those the act was right beside: "near A, 25 km west of B", "near A, south of B"."""
    beside = [mention for mention in near if not is_some_way_off(mention)]
    beside = [mention for mention in beside if not _is_bearing(mention)] or beside
    return [mention for mention in beside if mention.relation != BETWEEN] or beside or near


def _is_bearing(mention: PlaceMention) -> bool:
    """As in "south of B": on which side of it, however far."""
    return (mention.relation or "").partition(" ")[0] in place_words().directions


def _is_small(mention: PlaceMention) -> bool:
    """A village or quarter no gazetteer has: the town named beside it says where it lies."""
    is_within = mention.rule_id == _CONTAINED or mention.kind in _SMALL
    return mention.gazetteer_id is None and is_within


def _is_province_of(mention: PlaceMention, towns: Sequence[PlaceMention]) -> bool:
    """As in "in the city of Safita Tartus": right behind a town, a namesake of its province."""
    return any(
        mention.first == town.last
        and town.admin1 is not None
        and coarse_key(town.admin1) == coarse_key(mention.name) != ""
        for town in towns
    )


def _anchors(mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The distinct places of the most specific level."""
    if not mentions:
        return []
    best = min(_RANK[mention.level] for mention in mentions)
    found: dict[str, PlaceMention] = {}
    for mention in mentions:
        if _RANK[mention.level] == best:
            found.setdefault(mention.gazetteer_id or mention.name.lower(), mention)
    return list(found.values())


def _country_only(
    mentions: Sequence[PlaceMention],
    text: str | None,
    site_name: str | None,
    site_type: TargetType | None,
) -> EventPlace:
    for mention in mentions:
        if mention.iso3 is not None:
            return EventPlace(
                text=text,
                admin0_name=mention.country,
                iso3=mention.iso3,
                site_name=site_name,
                site_type=site_type,
                precision=GeoPrecision.COUNTRY,
            )
    return EventPlace(text=text, site_name=site_name, site_type=site_type)


def _common_area(
    places: Sequence[PlaceMention],
    text: str | None,
    site_name: str | None,
    site_type: TargetType | None,
) -> EventPlace:
    """The smallest area that holds all of them; no point, since none would be true of all."""
    # A name that could not be resolved says nothing about the country.
    placed = [place for place in places if place.iso3 is not None] or list(places)
    first = placed[0]
    same_country = first.iso3 is not None and all(place.iso3 == first.iso3 for place in placed)
    same_admin1 = same_country and (
        first.admin1 is not None and all(place.admin1 == first.admin1 for place in placed)
    )
    same_admin2 = same_admin1 and (
        first.admin2 is not None and all(place.admin2 == first.admin2 for place in placed)
    )
    if same_admin2:
        precision = GeoPrecision.ADMIN2
    elif same_admin1:
        precision = GeoPrecision.ADMIN1
    else:
        precision = GeoPrecision.COUNTRY if same_country else GeoPrecision.INTERNATIONAL
        if first.iso3 is None and all(place.level not in WIDE for place in placed):
            precision = GeoPrecision.UNKNOWN
    if same_country and all(place.relation == BETWEEN for place in placed):
        precision = GeoPrecision.FEATURE  # "on the road between A and B"
    return EventPlace(
        text=text,
        admin0_name=first.country if same_country else None,
        iso3=first.iso3 if same_country else None,
        admin1_name=first.admin1 if same_admin1 else None,
        admin2_name=first.admin2 if same_admin2 else None,
        site_name=site_name,
        site_type=site_type,
        precision=precision,
    )


def _located(
    anchor: PlaceMention,
    named: Sequence[PlaceMention],
    context: Sequence[PlaceMention],
    text: str | None,
) -> EventPlace:
    if anchor.relation == "outside" and anchor.level not in POINT_LEVELS:
        return EventPlace(text=text)
    others = [mention for mention in named if mention is not anchor]
    if anchor.level is PlaceLevel.SITE:
        others += [mention for mention in context if _is_town_of(mention, anchor)]
    area = _fill(anchor, others, context)
    precision = _precision(anchor)
    latitude, longitude, basis = _point(anchor, precision)
    settlement = anchor if anchor.level in _SETTLEMENTS else _settlement(others, area)
    is_site = anchor.level is PlaceLevel.SITE
    return EventPlace(
        text=text,
        admin0_name=area.country,
        iso3=area.iso3,
        admin1_name=area.admin1,
        admin2_name=area.admin2,
        admin3_name=anchor.name if anchor.level is PlaceLevel.ADMIN3 else None,
        place_name=settlement.name if settlement else anchor.in_town,
        site_name=anchor.name if is_site else None,
        latitude=latitude,
        longitude=longitude,
        precision=precision,
        coord_basis=basis,
        gazetteer_id=anchor.gazetteer_id,
    )


def _within(
    village: PlaceMention, named: Sequence[PlaceMention], context: Sequence[PlaceMention]
) -> PlaceMention:
    """One of several villages no gazetteer has, with the areas that the text is about."""
    areas = _fill(village, [mention for mention in named if mention.iso3 is not None], context)
    return replace(village, country=areas.country, iso3=areas.iso3, admin1=areas.admin1)


class _Areas:
    """Containing areas as far as they are known; each is taken from the most trusted mention."""

    __slots__ = ("admin1", "admin2", "country", "iso3")

    def __init__(self, anchor: PlaceMention) -> None:
        self.country = anchor.country
        self.iso3 = anchor.iso3
        self.admin1 = anchor.admin1
        self.admin2 = anchor.admin2

    def take(self, mention: PlaceMention) -> None:
        """Fill what is open from a mention that does not contradict what is known."""
        if mention.iso3 is None or self.iso3 not in {None, mention.iso3}:
            return
        self.country, self.iso3 = mention.country, mention.iso3
        if _distance_km(mention) > _FARTHEST_KM:
            return  # "Kut, 170 km south of Baghdad": in another province
        if mention.admin1 is None and self.admin1 is None:  # "Gorgadji in Seno province"
            self.admin2 = self.admin2 or mention.admin2
        if mention.admin1 is None or self.admin1 not in {None, mention.admin1}:
            return
        self.admin1 = mention.admin1
        self.admin2 = self.admin2 or mention.admin2


def _fill(
    anchor: PlaceMention, others: Sequence[PlaceMention], context: Sequence[PlaceMention]
) -> _Areas:
    areas = _Areas(anchor)
    for mention in others:
        areas.take(mention)
    if anchor.kind in _WATERS or (anchor.kind == "border" and anchor.gazetteer_id is None):
        return areas  # of several countries, and in none alone
    if areas.iso3 is None and anchor.level is not PlaceLevel.INTERNATIONAL:
        for mention in context:
            if areas.iso3 is None and mention.level is not PlaceLevel.INTERNATIONAL:
                areas.country, areas.iso3 = mention.country, mention.iso3
    # A known town has all its areas from the gazetteer; only what the gazetteer does not place
    # (a river, a village it lacks) may inherit an area the document speaks of.
    is_open = anchor.gazetteer_id is None or anchor.level is PlaceLevel.FEATURE
    # A district nobody lists belongs to the town named nearest to it.
    levels = AREAS | _SETTLEMENTS if anchor.level in BELOW_PROVINCE else AREAS
    if is_open and areas.admin1 is None:
        for mention in context:
            if not mention.is_demonym and mention.level in levels and areas.admin1 is None:
                areas.take(mention)
    return areas


def _is_town_of(town: PlaceMention, site: PlaceMention) -> bool:
    """Whether the points of the two say that the site is in the town."""
    if town.level is not PlaceLevel.PLACE or town.iso3 != site.iso3:
        return False
    if town.latitude is None or site.latitude is None:
        return False
    if town.longitude is None or site.longitude is None:
        return False
    across = math.cos(math.radians(site.latitude)) * (town.longitude - site.longitude)
    return math.hypot(town.latitude - site.latitude, across) * _KM_A_DEGREE <= _TOWN_KM


def _settlement(others: Sequence[PlaceMention], areas: _Areas) -> PlaceMention | None:
    """The town a site or district is said to lie in."""
    for mention in others:
        if mention.level is not PlaceLevel.PLACE or mention.iso3 not in {None, areas.iso3}:
            continue
        if mention.relation is None or areas.admin1 is None or mention.admin1 == areas.admin1:
            return mention
    return None


def _precision(anchor: PlaceMention) -> GeoPrecision:
    if anchor.relation is None or anchor.level in {PlaceLevel.COUNTRY, PlaceLevel.INTERNATIONAL}:
        return _PRECISION[anchor.level]
    if anchor.level is PlaceLevel.FEATURE:
        return GeoPrecision.FEATURE
    if anchor.level in AREAS and anchor.relation in _STILL_INSIDE:
        return _PRECISION[anchor.level]
    return GeoPrecision.NEAR_PLACE


_STILL_INSIDE = frozenset({"countryside", "outskirts", "suburbs", "hinterland"})


def _point(
    anchor: PlaceMention, precision: GeoPrecision
) -> tuple[float | None, float | None, CoordBasis | None]:
    """The coordinates that may be published, with where they come from."""
    if anchor.latitude is None or anchor.longitude is None or _distance_km(anchor) > _FARTHEST_KM:
        return None, None, None
    if anchor.level in POINT_LEVELS:
        return anchor.latitude, anchor.longitude, CoordBasis.GAZETTEER_POINT
    is_listed = anchor.gazetteer_id is not None  # an area the gazetteer lacks has no centroid
    if anchor.level in AREAS and is_listed and precision is not GeoPrecision.NEAR_PLACE:
        return anchor.latitude, anchor.longitude, CoordBasis.ADMIN_CENTROID
    return None, None, None


def _distance_km(anchor: PlaceMention) -> float:
    """How far from the place the words put the event; 0 where they give no figure."""
    found = _DISTANCE.match(anchor.relation or "")
    if found is None:
        return 0.0
    number = found["number"].replace(",", "") if "," in found["number"] else found["number"]
    return float(number) * _UNIT_KM.get(found["unit"], 1.0)

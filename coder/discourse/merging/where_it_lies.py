"""Whether one of two places may lie in the other, or beside it."""

from collections.abc import Iterable, Sequence

from coder.discourse.acts import Act
from coder.events.drafts import Draft
from coder.events.status.presupposed import is_definite_act, is_said_of_known
from coder.values.kinds import POINT_LEVELS, UPPER_AREAS_AND_COUNTRIES
from coder.values.labels import PlaceLevel
from coder.values.mentions import PlaceMention

_REGIONS = frozenset({PlaceLevel.FEATURE, PlaceLevel.INTERNATIONAL})
_PARTS = frozenset({"area", "estate", "street"})  # of a town
_BESIDE_TOWN = frozenset({"outside", "near", "close to"})
_VERBS = frozenset("VXG")
_CONFIRMED, _FRONT = "confirmed", 1  # token
_NEAR = 0.6  # degrees, some 60 km


def is_quarter_of(town: PlaceMention, part: PlaceMention) -> bool:
    """As in "shot two in Juarez. ... in the Salvar neighborhood", which no gazetteer has.

    Or which it has as a quarter of a town in the same province.
    """
    if town.level is not PlaceLevel.PLACE or town.iso3 is None:
        return False
    if part.iso3 is None:
        return part.level is PlaceLevel.DISTRICT or part.kind in _PARTS
    is_there = (part.iso3, part.admin1) == (town.iso3, town.admin1)
    return part.level is PlaceLevel.DISTRICT and is_there


def lies_beside(places: Iterable[PlaceMention], place: PlaceMention) -> bool:
    """Whether a village may be what was near the one town told: "in Borno ... near A. In B"."""
    towns = [it for it in places if it.level in POINT_LEVELS]
    return bool(towns) and all(may_lie_beside(town, place) for town in towns)


def may_lie_beside(old: PlaceMention, new: PlaceMention) -> bool:
    """As in "attacked north of Niamey. About 70 died at A", which no gazetteer has.

    Or which is a village of the country, listed without its people, or lies near the town: "outside
    Lusaka ... in Chongwe".
    """
    relation = old.relation
    if relation is None or new.level not in POINT_LEVELS:
        return False
    if relation in _BESIDE_TOWN and new.iso3 == old.iso3 and are_near(old, new):
        return True
    is_village = new.level is PlaceLevel.PLACE and new.population is None
    return new.iso3 is None or (is_village and relation.endswith(" of") and new.iso3 == old.iso3)


def are_near(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether both have a point, at most some 60 km from each other."""
    points = (one.latitude, one.longitude, other.latitude, other.longitude)
    if None in points:
        return False
    north, east, other_north, other_east = (point or 0.0 for point in points)
    return abs(north - other_north) < _NEAR and abs(east - other_east) < _NEAR


def is_wide(place: PlaceMention) -> bool:
    """A region of several countries."""
    return place.level in _REGIONS and place.iso3 is None


def is_unknown_inside(place: PlaceMention, area: PlaceMention) -> bool:
    """A village no gazetteer has may lie in any country or province, a temple in any town."""
    if place.iso3 is not None or place.level not in POINT_LEVELS:
        return False
    is_wide = area.level in UPPER_AREAS_AND_COUNTRIES or area.level is PlaceLevel.FEATURE
    return is_wide or (  # "on the island of A"
        place.level is PlaceLevel.SITE and area.level is PlaceLevel.PLACE
    )


def may_lie_there(act: Act, group: Act) -> bool:
    """Whether a village that no gazetteer has is told where the act is told with an area only.

    Or the other way round: nothing says that it lies there, and nothing that it does not.
    """
    old = [place for draft in act.witnesses for place in draft.places]
    new = [place for draft in group.drafts for place in draft.places]
    return bool(old and new) and (
        all(is_unknown_inside(new[0], area) for area in old)
        or all(is_unknown_inside(old[0], area) for area in new)
    )


def lies_in_told(places: list[PlaceMention], area: PlaceMention) -> bool:
    """As in "killed in North Kivu" and "the village of Beu, in Beni territory", which is there."""
    return any(place.iso3 is not None and contains(place, area) for place in places[1:])


def contains(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether one of two places is an area that the other lies in."""
    return one.name in {other.admin1, other.admin2, other.country} or other.name in {
        one.admin1,
        one.admin2,
        one.country,
    }


def is_in_town_of(act: Act, place: PlaceMention) -> bool:
    """Whether a place is a part of a town that an act is told with."""
    return any(is_quarter_of(town, place) for draft in act.drafts for town in draft.places)


def places_beside(draft: Draft) -> Sequence[PlaceMention]:
    """The places told with an act; of one known already ("the blast") those before a second verb.

    As in "The blast came after a woman asked for the bus to Jos". Nor where it is confirmed: "In
    Tel Aviv, a spokeswoman confirmed an air strike".
    """
    if not draft.places:
        return draft.places
    clauses, at = draft.reading.clauses, draft.chunk
    if _is_confirmed(draft):
        return [place for place in draft.places if place.first > _FRONT]
    if not (is_definite_act(draft) or is_said_of_known(draft)):
        return draft.places
    return [
        place
        for place in draft.places
        if sum(kind in _VERBS for kind in clauses.kinds[at : clauses.at_token[place.first]]) <= 1
    ]


def _is_confirmed(draft: Draft) -> bool:
    reading = draft.reading
    return (
        _CONFIRMED in reading.vocabulary
        and reading.clauses.kinds.startswith("PN")
        and _CONFIRMED in reading.sentence.norms[: draft.first]
    )

"""The country of an act whose words name none: that of a party that fights or serves in one alone.

"Naxals shot dead a farmer", "CODECO fighters attacked the mine of Lodjo". Armies and aircraft go
abroad and the nationality of victims is told where they are strangers, so neither says where.
Police and authorities act at home, whatever place was told before: "Kenyan police arrested four".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from coder.events.drafts import SourceDraft
from coder.gazetteer.store import Gazetteer
from coder.values.events import EventActor, EventPlace
from coder.values.kinds import ARMED_GROUPS
from coder.values.labels import ActorType, EventType, GeoPrecision, PlaceLevel, Role

_AT_HOME = ARMED_GROUPS | {ActorType.STATE_POLICE}
_OFFICIAL = frozenset({ActorType.STATE_POLICE, ActorType.STATE_OTHER})


def in_country_of_parties(
    where: EventPlace, actors: Sequence[EventActor], gazetteer: Gazetteer
) -> EventPlace:
    """The place with the country of its parties, where it has none and they agree on one."""
    if where.iso3 is not None:
        return where
    told = {
        actor.country
        for actor in actors
        if actor.actor_id is not None and actor.type in _AT_HOME and actor.country is not None
    }
    country = gazetteer.country(told.pop()) if len(told) == 1 else None
    if country is None:
        return where
    is_nowhere = where.precision is GeoPrecision.UNKNOWN
    precision = GeoPrecision.COUNTRY if is_nowhere else where.precision
    return replace(where, admin0_name=country.country, iso3=country.iso3, precision=precision)


def in_country_of_authorities(
    where: EventPlace,
    actors: Sequence[EventActor],
    sources: Iterable[SourceDraft],
    kind: EventType,
    gazetteer: Gazetteer,
) -> EventPlace:
    """The place an act has not by its own words, unless authorities of another country act."""
    doers = [actor for actor in actors if actor.role is Role.PERPETRATOR]
    told = {actor.country for actor in doers if _acts_at_home(actor, kind)} - {None}
    if not told and kind is EventType.ARREST and not any(actor.country for actor in doers):
        told = set(_speaking(sources))  # "Peru announced it had arrested"
    country = gazetteer.country(told.pop() or "") if len(told) == 1 else None
    if country is None or country.iso3 == where.iso3:
        return where
    return EventPlace(
        admin0_name=country.country,
        iso3=country.iso3,
        site_name=where.site_name,
        site_type=where.site_type,
        precision=GeoPrecision.COUNTRY,
    )


def _acts_at_home(actor: EventActor, kind: EventType) -> bool:
    return actor.type is ActorType.STATE_POLICE or (
        kind is EventType.ARREST and actor.type in _OFFICIAL
    )


def _speaking(sources: Iterable[SourceDraft]) -> Iterator[str]:
    """The countries whose governments or police tell what they did."""
    for source in sources:
        nominal = source.nominal
        if nominal is None:
            continue
        if nominal.place is not None and nominal.place.level is PlaceLevel.COUNTRY:
            yield nominal.place.iso3 or ""
        elif nominal.actor is not None and nominal.actor.type in _OFFICIAL:
            yield nominal.actor.country or ""

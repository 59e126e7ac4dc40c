"""The country of an act whose words name none: that of a party that fights or serves in one alone.

"Naxals shot dead a farmer", "CODECO fighters attacked the mine of Lodjo". Armies and aircraft go
abroad and the nationality of victims is told where they are strangers, so neither says where.
"""

from collections.abc import Sequence
from dataclasses import replace

from coder.discourse.blame.party import UNOFFICIAL
from coder.gazetteer.store import Gazetteer
from coder.values.events import EventActor, EventPlace
from coder.values.labels import ActorType, GeoPrecision

_AT_HOME = UNOFFICIAL | {ActorType.STATE_POLICE}


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

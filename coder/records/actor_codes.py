"""Actor codes as CAMEO and PLOVER write them: ``SYRREB``, ``IGOMIL``, ``---UAF``.

In: an actor of an event and the country of the act. Out: the code, and whether its
country is only that of the act.
The letters of each actor type stand in ``data/actor_sectors.tsv``.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from coder.records.columns import read_rows
from coder.values.events import Event, EventActor
from coder.values.labels import ActorType, EventClass

UNKNOWN = "---"
_LETTERS = 3
_BODIES = frozenset({"IGO", "NGO"})  # sectors that stand in the place of a country


class ActorCode(NamedTuple):
    """Three letters for country or international body, then the sector where one is known.

    ``is_by_place``: the country is that of the act, since none is known of the actor.
    """

    text: str
    is_by_place: bool = False


class _Row(NamedTuple):
    sector: str
    primary: str
    home: bool


@cache
def _rows() -> Mapping[ActorType, _Row]:
    return {
        ActorType(row["type"]): _Row(row["sector"], row["primary"], row["home"] == "true")
        for row in read_rows("coder.records", "actor_sectors.tsv")
    }


def home_of(event: Event) -> str | None:
    """The country where those of an event are at home whose own country is not told.

    That of the place; of a demonstration without one, that of the people who take part.
    """
    if event.place.iso3 is not None or event.event_class is not EventClass.DEMONSTRATION:
        return event.place.iso3
    told = {actor.country for actor in event.actors if actor.country is not None}
    return told.pop() if len(told) == 1 else None


def actor_code(actor: EventActor, home: str | None) -> ActorCode:
    """The code of an actor; ``home`` is that of :func:`home_of`, null where unknown.

    The country is the actor's own, else that of its nationality, else, for those who are at home
    where they act, their home. An international force is one wherever it serves. Listed
    actors without one country get the letters of an international body.
    """
    row = _rows()[actor.type]
    sector = _code(actor.sector) or row.sector
    if actor.type is ActorType.INTL_FORCE:
        return ActorCode(row.primary + sector)
    country = _code(actor.country) or _code(actor.nationality)
    if country is not None:
        return ActorCode(country + sector)
    if sector in _BODIES:
        return ActorCode(sector)
    if actor.actor_id is not None and row.primary:
        return ActorCode(row.primary + sector)
    if row.home and home is not None:
        return ActorCode(home + sector, is_by_place=True)
    return ActorCode(UNKNOWN + sector)


def _code(text: str | None) -> str | None:
    """The text where it is three capital letters, else null."""
    is_code = text is not None and len(text) == _LETTERS and text.isascii() and text.isupper()
    return text if is_code else None

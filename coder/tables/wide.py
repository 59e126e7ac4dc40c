"""One event as the row of the wide ``events`` table: derived views of the nested record."""

from struct import Struct

from coder.records.casualty_summary import CasualtySummary, summarise
from coder.records.models import Actor, Attribution, Event
from coder.regimes.crosswalk import COLUMNS, crosswalk
from coder.values.kinds import FIGHTS
from coder.values.labels import Role, Side
from coder.values.options import CasualtyPolicy

_WKB_POINT = Struct("<BIdd")
_LITTLE_ENDIAN = 1
_POINT = 1


def wide_row(event: Event, policy: CasualtyPolicy) -> dict[str, object]:
    """The columns of ``events`` by name, and a few more that the table does not take."""
    when, place = event.date, event.place
    sources = [source.source_type for source in event.attributions]
    summary = summarise(event.casualties, policy, sources)
    first, second = principal_actors(event)
    row: dict[str, object] = event.__dict__ | place.__dict__
    derived = (
        when.start,
        when.end,
        when.precision,
        when.basis,
        when.text,
        when.time_of_day,
        place.text,
        place.precision,
        wkb_point(place.lon, place.lat),
        len(event.actors),
        _weapon_types(event),
        *_actor_values(first),
        *_actor_values(second),
        *_summary_values(summary),
        *_source_values(event.attributions),
        *crosswalk(event, _first_known(summary)),
    )
    row.update(zip(_DERIVED, derived, strict=True))
    return row


def _weapon_types(event: Event) -> list[str]:
    if not event.weapons:
        return []
    return list(dict.fromkeys([weapon.weapon_type.value for weapon in event.weapons]))


def _first_known(summary: CasualtySummary) -> int | None:
    return summary.killed.low if summary.killed.best is None else summary.killed.best


def wkb_point(lon: float | None, lat: float | None) -> bytes | None:
    """The point as well-known binary, little-endian; null without a point."""
    if lon is None or lat is None:
        return None
    return _WKB_POINT.pack(_LITTLE_ENDIAN, _POINT, lon, lat)


_ACTOR_PARTS = ("name", "type", "country", "role", "certainty")
_ACTOR_COLUMNS = tuple(
    f"{prefix}_{part}" for prefix in ("actor1", "actor2") for part in _ACTOR_PARTS
)
_NO_ACTOR: tuple[object, ...] = (None,) * len(_ACTOR_PARTS)


def _actor_values(actor: Actor | None) -> tuple[object, ...]:
    if actor is None:
        return _NO_ACTOR
    name = actor.name or actor.text
    return (name, actor.actor_type, actor.country, actor.role, actor.certainty)


_ASIDE = frozenset({Role.SUPPORTER, Role.MEDIATOR})


def principal_actors(event: Event) -> tuple[Actor | None, Actor | None]:
    """Actor 1 and actor 2 of the wide table.

    Actor 1 is the first perpetrator, else the first of side A; actor 2 the first target, else the
    first victim, else the first of side B; primary actors before others. Two sides that met each
    other are the actors whoever fell: "Farmers clashed with herders, leaving 20 dead". In acts
    that are not directed, participants without a side fill the places in their order.
    """
    actors = sorted(event.actors, key=_secondary) if len(event.actors) > 1 else event.actors
    meets = event.event_type in FIGHTS
    parties = [actor for actor in actors if meets and actor.role is Role.PARTICIPANT]
    if (one := _on_side(parties, Side.A)) and (other := _on_side(parties, Side.B)):
        return one, other
    first = _pick(actors, (Role.PERPETRATOR,)) or _on_side(actors, Side.A)
    second = _pick(actors, (Role.TARGET, Role.VICTIM)) or _on_side(actors, Side.B)
    if not event.directed:
        rest = [
            actor
            for actor in event.actors
            if actor.side is None
            and actor.role not in _ASIDE
            and actor is not first
            and actor is not second
        ]
        if first is None and rest:
            first = rest.pop(0)
        if second is None and rest:
            second = rest.pop(0)
    return first, second


def _secondary(actor: Actor) -> bool:
    return not actor.is_primary


def _pick(actors: list[Actor] | tuple[Actor, ...], roles: tuple[Role, ...]) -> Actor | None:
    for role in roles:
        for actor in actors:
            if actor.role is role:
                return actor
    return None


def _on_side(actors: list[Actor] | tuple[Actor, ...], side: Side) -> Actor | None:
    for actor in actors:
        if actor.side is side and actor.role not in _ASIDE:
            return actor
    return None


_BOUND_COLUMNS = tuple(
    f"{kind}_{bound}" for kind in ("killed", "injured") for bound in ("low", "best", "high")
)
_REST_OF_SUMMARY = tuple(
    field for field in CasualtySummary._fields if field not in ("killed", "injured")
)
_SUMMARY_COLUMNS = (
    *_BOUND_COLUMNS,
    *(field.replace("is_conflicting", "casualties_conflicting") for field in _REST_OF_SUMMARY),
)


def _summary_values(summary: CasualtySummary) -> tuple[object, ...]:
    killed, qualifier, injured, *rest = summary
    return (*killed, *injured, qualifier, *rest)


_SOURCE_COLUMNS = (
    "source_name",
    "source_type",
    "source_stance",
    "source_is_party",
    "n_sources",
)
_NO_SOURCE = (None, None, None, None, 0)


def _source_values(attributions: tuple[Attribution, ...]) -> tuple[object, ...]:
    if not attributions:
        return _NO_SOURCE
    first = attributions[0]
    name = first.name or first.text
    count = 1
    if len(attributions) > 1:
        count = len({(source.name or source.text).casefold() for source in attributions})
    return (name, first.source_type, first.stance, first.is_party, count)


_DERIVED = (
    "date_start",
    "date_end",
    "date_precision",
    "date_basis",
    "date_text",
    "time_of_day",
    "location_text",
    "geo_precision",
    "geometry",
    "n_actors",
    "weapons",
    *_ACTOR_COLUMNS,
    *_SUMMARY_COLUMNS,
    *_SOURCE_COLUMNS,
    *COLUMNS,
)
"""The columns that :func:`wide_row` derives, in its order."""

"""One event as the row of the wide ``events`` table: derived views of the nested record."""

from struct import Struct

from coder.records.casualty_summary import CasualtySummary, summarise
from coder.records.models import Actor, Attribution, Event
from coder.regimes.crosswalk import COLUMNS, crosswalk
from coder.values.labels import Role, Side
from coder.values.options import CasualtyPolicy

_WKB_POINT = Struct("<BIdd")
_LITTLE_ENDIAN = 1
_POINT = 1


def wide_row(event: Event, policy: CasualtyPolicy) -> dict[str, object]:
    """The columns of ``events`` by name, and a few more that the table does not take."""
    when, place = event.date, event.place
    summary = summarise(event.casualties, policy)
    row: dict[str, object] = event.__dict__.copy()
    row.update(place.__dict__)
    row.update(
        date_start=when.start,
        date_end=when.end,
        date_precision=when.precision,
        date_basis=when.basis,
        date_text=when.text,
        time_of_day=when.time_of_day,
        location_text=place.text,
        geo_precision=place.precision,
        geometry=_point(place.lon, place.lat),
        n_actors=len(event.actors),
        weapons=list(dict.fromkeys(weapon.weapon_type.value for weapon in event.weapons)),
        property_damage=event.property_damage,
    )
    first, second = principal_actors(event)
    row.update(zip(_ACTOR_COLUMNS[0], _actor_values(first), strict=True))
    row.update(zip(_ACTOR_COLUMNS[1], _actor_values(second), strict=True))
    row.update(zip(_SUMMARY_COLUMNS, _summary_values(summary), strict=True))
    row.update(_source_columns(event.attributions))
    row.update(zip(COLUMNS, crosswalk(event, _first_known(summary)), strict=True))
    return row


def _first_known(summary: CasualtySummary) -> int | None:
    return summary.killed.low if summary.killed.best is None else summary.killed.best


def _point(lon: float | None, lat: float | None) -> bytes | None:
    if lon is None or lat is None:
        return None
    return _WKB_POINT.pack(_LITTLE_ENDIAN, _POINT, lon, lat)


_ACTOR_PARTS = ("name", "type", "country", "role", "certainty")
_ACTOR_COLUMNS = tuple(
    tuple(f"{prefix}_{part}" for part in _ACTOR_PARTS) for prefix in ("actor1", "actor2")
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
    first victim, else the first of side B; primary actors before others. In acts that are not
    directed, participants without a side fill the places in their order.
    """
    actors = sorted(event.actors, key=_secondary) if len(event.actors) > 1 else event.actors
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


def _source_columns(attributions: tuple[Attribution, ...]) -> dict[str, object]:
    if not attributions:
        return _NO_SOURCE
    first = attributions[0]
    names = {(source.name or source.text).casefold() for source in attributions}
    return {
        "source_name": first.name or first.text,
        "source_type": first.source_type,
        "source_stance": first.stance,
        "source_is_party": first.is_party,
        "n_sources": len(names),
    }


_NO_SOURCE: dict[str, object] = {
    "source_name": None,
    "source_type": None,
    "source_stance": None,
    "source_is_party": None,
    "n_sources": 0,
}

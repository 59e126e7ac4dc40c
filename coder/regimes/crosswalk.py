"""The ``xw_*`` columns: the nearest code of other data sets for an event (codebook 2.10).

The mapping is data (``data/crosswalk.tsv``); here stand only the conditions it may use and the two
rules that depend on who did it: UCDP needs a death and an organised side, GTD no state perpetrator.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from coder.records.columns import read_rows
from coder.records.models import Actor, Event
from coder.values.labels import ActorType, EventType, Modality, Role, Side, WeaponType

CROSSWALK_VERSION = "1"

COLUMNS = (
    "xw_acled_disorder",
    "xw_acled_event",
    "xw_acled_sub_event",
    "xw_ucdp_type",
    "xw_gtd_attacktype",
    "xw_cameo",
    "xw_plover_event",
    "xw_plover_mode",
    "xw_muc_type",
)

CONDITIONS = frozenset(
    {"foiled", "chemical", "firearms", "armed_target", "civilian_target", "state_acts"}
)

_STATE = frozenset({ActorType.STATE_MILITARY, ActorType.STATE_POLICE, ActorType.STATE_OTHER})
_ORGANISED_NON_STATE = frozenset(
    {
        ActorType.PRO_GOV_MILITIA,
        ActorType.REBEL_GROUP,
        ActorType.JIHADIST_GROUP,
        ActorType.POLITICAL_MILITIA,
        ActorType.COMMUNAL_MILITIA,
    }
)
_ARMED = (
    _STATE
    | _ORGANISED_NON_STATE
    | {ActorType.INTL_FORCE, ActorType.CRIMINAL_GROUP, ActorType.UNIDENTIFIED_ARMED}
) - {ActorType.STATE_OTHER}
_ACTING = frozenset({Role.PERPETRATOR, Role.GAINING_PARTY})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    conditions: frozenset[str]
    priority: int
    codes: tuple[str | None, ...]


@lru_cache(maxsize=1)
def _table() -> Mapping[tuple[str, str], tuple[_Row, ...]]:
    """The rows by type and subtype, ``*`` for all subtypes."""
    found: dict[tuple[str, str], list[_Row]] = {}
    for row in read_rows("coder.regimes", "crosswalk.tsv"):
        cells = list(row.values())
        condition = frozenset() if row["condition"] == "-" else frozenset(cells[2].split("+"))
        entry = _Row(
            conditions=condition,
            priority=int(row["priority"]),
            codes=tuple(None if cell == "-" else cell for cell in cells[4:]),
        )
        found.setdefault((row["event_type"], row["event_subtype"]), []).append(entry)
    return {kind: tuple(rows) for kind, rows in found.items()}


@lru_cache(maxsize=4096)
def _codes(
    event_type: EventType, subtype: str, conditions: frozenset[str]
) -> tuple[str | None, ...]:
    """The nine codes of the fitting row with the highest priority."""
    table = _table()
    rows = (*table.get((event_type, "*"), ()), *table.get((event_type, subtype), ()))
    return max(
        (row for row in rows if row.conditions <= conditions), key=lambda row: row.priority
    ).codes


def crosswalk(event: Event, killed: int | None) -> dict[str, str | None]:
    """The nine ``xw_*`` values of an event; ``killed`` is the number of dead the text gives."""
    acting = {actor.actor_type for actor in event.actors if _acts(actor)}
    acted_on = {actor.actor_type for actor in event.actors if actor.role in _AIMED_AT}
    codes = dict(zip(COLUMNS, _codes_of(event, acting, acted_on), strict=True))
    if codes["xw_ucdp_type"] is not None:
        codes["xw_ucdp_type"] = _ucdp_type(event, killed)
    if acting & _STATE:
        codes["xw_gtd_attacktype"] = None
    return codes


_AIMED_AT = frozenset({Role.TARGET, Role.LOSING_PARTY})


def _acts(actor: Actor) -> bool:
    return actor.role in _ACTING


def _codes_of(
    event: Event, acting: set[ActorType], acted_on: set[ActorType]
) -> tuple[str | None, ...]:
    conditions = set()
    if event.modality is Modality.FOILED:
        conditions.add("foiled")
    for weapon in event.weapons:
        if weapon.weapon_type is WeaponType.CHEMICAL:
            conditions.add("chemical")
        elif weapon.weapon_type is WeaponType.FIREARMS:
            conditions.add("firearms")
    if event.civilian_targeting:
        conditions.add("civilian_target")
    elif acted_on & _ARMED:
        conditions.add("armed_target")
    if acting & _STATE:
        conditions.add("state_acts")
    return _codes(event.event_type, event.event_subtype, frozenset(conditions))


def _ucdp_type(event: Event, killed: int | None) -> str | None:
    """1 state-based, 2 non-state, 3 one-sided; null without a death or an organised side."""
    if not killed:
        return None
    side_a = {actor.actor_type for actor in event.actors if actor.side is Side.A}
    side_b = {actor.actor_type for actor in event.actors if actor.side is Side.B}
    organised = _STATE | _ORGANISED_NON_STATE
    if side_a & organised and side_b & organised:
        return "1" if (side_a | side_b) & _STATE else "2"
    if side_a & organised and event.civilian_targeting:
        return "3"
    return None

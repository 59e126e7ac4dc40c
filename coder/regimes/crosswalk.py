"""The ``xw_*`` columns: the nearest code of other data sets for an event (codebook 2.10).

The mapping is data (``data/crosswalk.tsv``); here stand only the conditions it may use and the two
rules that depend on who did it: UCDP needs a death and an organised side, GTD no state perpetrator.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from coder.records.columns import read_rows
from coder.records.models import Event
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
_ORGANISED = _STATE | _ORGANISED_NON_STATE
_ARMED = (
    _ORGANISED | {ActorType.INTL_FORCE, ActorType.CRIMINAL_GROUP, ActorType.UNIDENTIFIED_ARMED}
) - {ActorType.STATE_OTHER}
_ACTING = frozenset({Role.PERPETRATOR, Role.GAINING_PARTY})


_FIRST_CODE = 4


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
            codes=tuple(None if cell == "-" else cell for cell in cells[_FIRST_CODE:]),
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


def crosswalk(event: Event, killed: int | None) -> tuple[str | None, ...]:
    """The ``xw_*`` values of an event in the order of :data:`COLUMNS`.

    ``killed`` is the number of dead the text gives, null where it gives none.
    """
    state_acts = False
    armed_target = False
    for actor in event.actors:
        if actor.role in _ACTING:
            state_acts = state_acts or actor.actor_type in _STATE
        elif actor.role in _ACTED_ON:
            armed_target = armed_target or actor.actor_type in _ARMED
    codes = _codes(
        event.event_type, event.event_subtype, _conditions(event, state_acts, armed_target)
    )
    if codes[_UCDP] is None and codes[_GTD] is None:
        return codes
    adapted = list(codes)
    adapted[_UCDP] = _ucdp_type(event) if killed and codes[_UCDP] else None
    if state_acts:
        adapted[_GTD] = None
    return tuple(adapted)


_ACTED_ON = frozenset({Role.TARGET, Role.LOSING_PARTY})
_UCDP = COLUMNS.index("xw_ucdp_type")
_GTD = COLUMNS.index("xw_gtd_attacktype")


def _conditions(event: Event, state_acts: bool, armed_target: bool) -> frozenset[str]:
    found = []
    if event.modality is Modality.FOILED:
        found.append("foiled")
    for weapon in event.weapons:
        if weapon.weapon_type is WeaponType.CHEMICAL:
            found.append("chemical")
        elif weapon.weapon_type is WeaponType.FIREARMS:
            found.append("firearms")
    if event.civilian_targeting:
        found.append("civilian_target")
    elif armed_target:
        found.append("armed_target")
    if state_acts:
        found.append("state_acts")
    return frozenset(found)


def _ucdp_type(event: Event) -> str | None:
    """1 state-based, 2 non-state, 3 one-sided; null where no organised side is known."""
    side_a = {actor.actor_type for actor in event.actors if actor.side is Side.A}
    side_b = {actor.actor_type for actor in event.actors if actor.side is Side.B}
    if side_a & _ORGANISED and side_b & _ORGANISED:
        return "1" if (side_a | side_b) & _STATE else "2"
    if side_a & _ORGANISED and event.civilian_targeting:
        return "3"
    return None

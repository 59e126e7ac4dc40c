"""The ``xw_*`` columns: the nearest code of other data sets for an event (codebook 2.10).

The mapping is data (``data/crosswalk.tsv``); here stand only the conditions it may use and the two
rules that depend on who did it: UCDP needs a death and an organised side, GTD no perpetrator that
is a state. Filled for every event while coding, so every answer is kept after its first use.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from coder.records.columns import read_rows
from coder.records.models import Actor, Event, Weapon
from coder.values.kinds import ARMED_NON_STATE, ORGANISED_NON_STATE, STATE_FORCES
from coder.values.labels import ActorType, EventType, Modality, Role, Side, WeaponType

CROSSWALK_VERSION = "2"

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
    "xw_rule",
)

CONDITIONS = frozenset(
    {
        "foiled",
        "attempted",
        "chemical",
        "firearms",
        "armed_target",
        "civilian_target",
        "state_acts",
        "nonstate_acts",
        "crowd",
        "land_changes",
    }
)
WORD = "word:"
"""What comes before a word that one of the weapons must be told with."""

_OF_STATES = STATE_FORCES | {ActorType.INTL_FORCE}
ORGANISED = _OF_STATES | ORGANISED_NON_STATE
_ARMED = (_OF_STATES | ARMED_NON_STATE) - {ActorType.STATE_OTHER}

_STATE_ACTS = "state_acts"
_STATES_ACT = "states_act"
_ACTS_AS = {
    **dict.fromkeys(STATE_FORCES, _STATE_ACTS),
    ActorType.INTL_FORCE: _STATES_ACT,
    **dict.fromkeys(ARMED_NON_STATE, "nonstate_acts"),
    ActorType.RIOTERS: "crowd",
    ActorType.PROTESTERS: "crowd",
}

_PARTS = {
    Role.PERPETRATOR: (True, False),
    Role.GAINING_PARTY: (True, True),
    Role.TARGET: (False, False),
    Role.LOSING_PARTY: (False, True),
}
"""Whether a role acts, and whether it says that land changes hands; others say nothing here."""

_FIRST_CODE = 4
_UCDP = COLUMNS.index("xw_ucdp_type")
_GTD = COLUMNS.index("xw_gtd_attacktype")
_SIDE_A, _SIDE_B = Side.A, Side.B
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    conditions: frozenset[str]
    priority: int
    codes: tuple[str | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """The rows by type and subtype (``*`` for all), and the words a type asks for."""

    rows: Mapping[tuple[str, str], tuple[_Row, ...]]
    words: Mapping[str, tuple[str, ...]]


@cache
def _table() -> _Table:
    found: dict[tuple[str, str], list[_Row]] = {}
    words: dict[str, set[str]] = {}
    for row in read_rows("coder.regimes", "crosswalk.tsv"):
        kind = (row["event_type"], row["event_subtype"])
        conditions = _NOTHING if row["condition"] == "-" else frozenset(row["condition"].split("+"))
        codes = tuple(None if cell == "-" else cell for cell in list(row.values())[_FIRST_CODE:])
        found.setdefault(kind, []).append(
            _Row(
                conditions=conditions,
                priority=int(row["priority"]),
                codes=(*codes, row_name(row)),
            )
        )
        for condition in conditions:
            if condition.startswith(WORD):
                words.setdefault(kind[0], set()).add(condition.removeprefix(WORD))
    return _Table(
        rows={kind: tuple(rows) for kind, rows in found.items()},
        words={kind: tuple(sorted(asked)) for kind, asked in words.items()},
    )


def row_name(row: Mapping[str, str]) -> str:
    """The name of a row of the crosswalk, which is its ``xw_rule``.

    >>> row_name({"event_type": "bombing", "event_subtype": "*", "condition": "foiled"})
    'bombing/*[foiled]'
    """
    kind = f"{row['event_type']}/{row['event_subtype']}"
    return kind if row["condition"] == "-" else f"{kind}[{row['condition']}]"


@lru_cache(maxsize=8192)
def _codes(
    event_type: EventType, subtype: str, conditions: frozenset[str]
) -> tuple[str | None, ...]:
    """The codes of the fitting row with the highest priority, and its name."""
    table = _table().rows
    rows = (*table.get((event_type, "*"), ()), *table.get((event_type, subtype), ()))
    return max(
        (row for row in rows if row.conditions <= conditions), key=lambda row: row.priority
    ).codes


def crosswalk(event: Event, killed: int | None) -> tuple[str | None, ...]:
    """The ``xw_*`` values of an event in the order of :data:`COLUMNS`.

    ``killed`` is the number of dead the text gives, null where it gives none.
    """
    flags: list[str] = []
    armed_target = _add_actors(event.actors, flags) if event.actors else False
    _add_circumstances(event, armed_target, flags)
    codes = _codes(event.event_type, event.event_subtype, frozenset(flags))
    if codes[_UCDP] is None and codes[_GTD] is None:
        return codes
    adapted = list(codes)
    adapted[_UCDP] = _ucdp_type(event) if killed and codes[_UCDP] else None
    if _STATE_ACTS in flags or _STATES_ACT in flags:
        adapted[_GTD] = None
    return tuple(adapted)


def _add_actors(actors: tuple[Actor, ...], flags: list[str]) -> bool:
    """Add what the actors say; returns whether one who is acted on is armed."""
    armed_target = False
    for actor in actors:
        part = _PARTS.get(actor.role)
        if part is None:
            continue
        acts, land_changes = part
        if land_changes:
            flags.append("land_changes")
        if acts:
            flags.append(_ACTS_AS.get(actor.actor_type, ""))
        elif not armed_target:
            armed_target = actor.actor_type in _ARMED
    return armed_target


def _add_circumstances(event: Event, armed_target: bool, flags: list[str]) -> None:
    if event.civilian_targeting:
        flags.append("civilian_target")
    elif armed_target:
        flags.append("armed_target")
    if event.modality is Modality.FOILED:
        flags += ("foiled", "attempted")
    elif event.modality is Modality.ATTEMPTED:
        flags.append("attempted")
    if event.weapons:
        _add_weapons(event.weapons, _table().words.get(event.event_type, ()), flags)


def _add_weapons(weapons: tuple[Weapon, ...], words: tuple[str, ...], flags: list[str]) -> None:
    for weapon in weapons:
        if weapon.weapon_type is WeaponType.FIREARMS:
            flags.append("firearms")
        elif weapon.weapon_type is WeaponType.CHEMICAL:
            flags.append("chemical")
        flags.extend([WORD + word for word in words if word in weapon.text.casefold()])


def _ucdp_type(event: Event) -> str | None:
    """1 state-based, 2 non-state, 3 one-sided; null where no organised side is known.

    A force of states stands for a state.
    """
    kinds_a, kinds_b = [], []
    for actor in event.actors:
        side = actor.side
        if side is _SIDE_A:
            kinds_a.append(actor.actor_type)
        elif side is _SIDE_B:
            kinds_b.append(actor.actor_type)
    if ORGANISED.isdisjoint(kinds_a):
        return None
    if not ORGANISED.isdisjoint(kinds_b):
        return "2" if _OF_STATES.isdisjoint(kinds_a + kinds_b) else "1"
    return "3" if event.civilian_targeting else None

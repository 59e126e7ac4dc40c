"""Tables of made events, changed cell by cell: what regimes read."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl

from coder.records.build import build
from coder.records.taxonomy import CLASSES
from coder.regimes.export import RegimeTables, export_regime
from coder.regimes.model import regimes
from coder.tables.frames import TableBuilder
from coder.values import events as engine
from coder.values.labels import ActorType, DatePrecision, EventType, Role, Side
from tests.unit.records.made import ATTACK, DOCUMENT, FARMERS, KILLED, VERSIONS, actor, coded

REGIMES = list(regimes())

ARMY = actor(name="Army of Chad", type=ActorType.STATE_MILITARY, country="TCD", sector="MIL")
POLICE = actor(type=ActorType.STATE_POLICE, country="TCD", sector="COP")
REBELS = actor(
    name="Front of the Lake", actor_id="front-lake", type=ActorType.REBEL_GROUP, sector="REB"
)
RIVALS = actor(name="Union of the Lake", type=ActorType.REBEL_GROUP, role=Role.TARGET, side=Side.B)
DEAD = replace(KILLED, actor_idx=None)
"""Three dead farmers, whoever the actors are."""
GUNMEN = actor()
GANG = actor(type=ActorType.CRIMINAL_GROUP, sector="CRM")
SOLDIERS = replace(ARMY, role=Role.TARGET, side=Side.B)
MARCHERS = actor("three farmers", type=ActorType.PROTESTERS, side=Side.B, role=Role.TARGET)


def made(*events: engine.Event, **changes: Any) -> dict[str, pl.DataFrame]:  # noqa: ANN401
    """The tables of one document: ``events``, or the made attack with ``changes``.

    By default rebels attack farmers on a day and kill three.
    """
    if not events:
        events = (attack(**changes),)
    numbered = [
        replace(event, event_id=f"ev_{number:016x}") for number, event in enumerate(events, 1)
    ]
    builder = TableBuilder()
    builder.add(build(coded(*numbered), DOCUMENT, VERSIONS))
    return builder.take()


def attack(**changes: Any) -> engine.Event:  # noqa: ANN401 - any field
    """The made attack by rebels, changed."""
    given: dict[str, Any] = {"actors": (REBELS, FARMERS), "casualties": (DEAD,)}
    return replace(ATTACK, **(given | changes))


def exported(regime: str, **changes: Any) -> RegimeTables:  # noqa: ANN401
    """The made attack, changed, as a regime has it."""
    return export_regime(made(**changes), regime)


def row(regime: str, **changes: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """The one row that a regime makes of the made attack, changed."""
    found = exported(regime, **changes)
    assert found.rows.height == 1, found.audit.row(0, named=True)["rule"]
    return found.rows.row(0, named=True)


def reason(regime: str, **changes: Any) -> str | None:  # noqa: ANN401
    """The criterion that leaves the made attack, changed, out of a regime; null if none does."""
    audit = exported(regime, **changes).audit.row(0, named=True)
    return None if audit["included"] else str(audit["rule"])


def on(precision: DatePrecision, first: date | None, last: date | None) -> dict[str, Any]:
    """A date, as a change."""
    return {"date": replace(ATTACK.date, start=first, end=last, precision=precision)}


def of_type(event_type: EventType, subtype: str) -> dict[str, Any]:
    """A type, as a change."""
    return {
        "event_type": event_type,
        "event_subtype": subtype,
        "event_class": CLASSES[event_type],
    }

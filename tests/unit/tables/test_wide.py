from dataclasses import replace
from typing import Any

import pytest

from coder.records.build import build
from coder.records.columns import tables
from coder.tables.wide import wide_row
from coder.values.events import Attribution, Event, EventActor
from coder.values.labels import Certainty, Role, Side
from coder.values.options import CasualtyPolicy
from tests.unit.records.made import ATTACK, DOCUMENT, FARMERS, PLAN, VERSIONS, actor, coded


def _row(event: Event) -> dict[str, Any]:
    record = build(coded(event), DOCUMENT, VERSIONS).events[0]
    return wide_row(record, CasualtyPolicy.CONSERVATIVE)


def test_the_row_fills_every_column() -> None:
    assert set(tables()["events"].names) <= set(_row(ATTACK))
    assert set(tables()["events"].names) <= set(_row(PLAN))


def test_derived_columns_come_from_the_nested_parts() -> None:
    row = _row(ATTACK)
    assert (row["date_start"], row["date_text"]) == (ATTACK.date.start, "Monday")
    assert (row["location_text"], row["lat"], row["geo_precision"]) == (
        "Adrel",
        12.5,
        "near_place",
    )
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == (3, 3, 3)
    assert (row["killed_civilians_best"], row["killed_side_b_best"]) == (3, None)
    assert (row["source_name"], row["source_stance"], row["n_sources"]) == ("police", "report", 1)
    assert row["n_actors"] == 2
    assert row["casualties_conflicting"] is False


def test_geometry_is_little_endian_wkb_of_lon_and_lat() -> None:
    assert _row(ATTACK)["geometry"].hex() == "0101000000" + "0000000000803540" + "0000000000002940"
    assert _row(PLAN)["geometry"] is None


def test_nothing_stated_is_null_and_never_zero() -> None:
    row = _row(PLAN)
    for column in ("killed_best", "injured_best", "abducted_best", "source_name", "actor1_name"):
        assert row[column] is None
    assert (row["n_actors"], row["n_sources"], row["weapons"]) == (0, 0, [])


ARMY = actor(name="Northern Army", side=Side.B, role=Role.PARTICIPANT)
REBELS = actor(name="Free Rebels", side=Side.A, role=Role.PARTICIPANT)
ALLY = actor(name="Helpers", side=Side.A, role=Role.SUPPORTER)
ACCUSED = actor(name="Some Group", certainty=Certainty.ACCUSED, is_primary=False)
VICTIM = replace(FARMERS, role=Role.VICTIM)
LEFT = actor(name="First Party", side=None, role=Role.PARTICIPANT)
RIGHT = actor(name="Second Party", side=None, role=Role.PARTICIPANT)
GUNMEN = actor()


@pytest.mark.parametrize(
    ("actors", "directed", "expected"),
    [
        ((GUNMEN, FARMERS), True, ("Gunmen", "three farmers")),
        ((ACCUSED, GUNMEN), True, ("Gunmen", None)),
        ((GUNMEN, VICTIM), True, ("Gunmen", "three farmers")),
        ((VICTIM, FARMERS), True, (None, "three farmers")),
        ((ARMY, REBELS), False, ("Free Rebels", "Northern Army")),
        ((ALLY, ARMY), False, (None, "Northern Army")),
        ((LEFT, RIGHT), False, ("First Party", "Second Party")),
        ((LEFT, ARMY), False, ("First Party", "Northern Army")),
        ((LEFT, RIGHT), True, (None, None)),
        ((REBELS, LEFT), False, ("Free Rebels", "First Party")),
    ],
    ids=[
        "perpetrator-and-target",
        "primary-before-accused",
        "victim-where-no-target",
        "target-before-victim",
        "sides-of-a-clash",
        "supporter-is-no-side",
        "parties-without-side",
        "one-party-without-side",
        "directed-needs-a-role",
        "second-party-without-side",
    ],
)
def test_principal_actors(
    actors: tuple[EventActor, ...], directed: bool, expected: tuple[str | None, str | None]
) -> None:
    row = _row(replace(ATTACK, actors=actors, casualties=(), directed=directed))
    assert (row["actor1_name"], row["actor2_name"]) == expected


def test_sources_are_counted_once_each() -> None:
    police = ATTACK.attributions[0]
    named: Attribution = replace(police, name="Adrel Police")
    row = _row(replace(ATTACK, attributions=(police, replace(police), named)))
    assert row["n_sources"] == 2

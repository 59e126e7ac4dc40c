from dataclasses import replace
from datetime import date, datetime

import pytest

from coder.values import events as engine
from coder.values.labels import (
    ActorType,
    DatePrecision,
    EventType,
    GeoPrecision,
    Qualifier,
    Role,
    Scope,
    Side,
)
from tests.unit.records.made import ATTACK, FARMERS
from tests.unit.regimes.made import ARMY, DEAD, REBELS, RIVALS, SOLDIERS, exported, of_type, on, row

SOLDIER = replace(
    DEAD, casualty_id="c2", low=2, best=2, high=2, is_civilian=False, side=Side.B, is_attacker=False
)
REBEL = replace(SOLDIER, casualty_id="c3", low=1, best=1, high=1, side=Side.A, is_attacker=True)
SOMEBODY = replace(SOLDIER, casualty_id="c4", low=4, best=4, high=4, side=None, is_civilian=None)
BATTLE = {"actors": (REBELS, SOLDIERS), "civilian_targeting": False}


def test_one_sided_violence_has_civilians_as_side_b() -> None:
    found = row("ucdp")
    expected = {
        "id": int("0000000000000", 16),
        "year": 2020,
        "code_status": "Clear",
        "type_of_violence": 3,
        "side_a": "Front of the Lake",
        "side_b": "Civilians",
        "dyad_name": "Front of the Lake - Civilians",
        "number_of_sources": 1,
        "source_article": "A Paper,2020-03-04,Farmers shot near Adrel",
        "source_office": "A Paper",
        "source_date": date(2020, 3, 4),
        "source_original": "police",
        "where_prec": 2,
        "where_coordinates": "Adrel",
        "latitude": 12.5,
        "longitude": 21.5,
        "geom_wkt": "POINT (21.5 12.5)",
        "country": "Chad",
        "region": "Africa",
        "event_clarity": 1,
        "date_prec": 1,
        "date_start": datetime(2020, 3, 2),  # noqa: DTZ001 - days without a zone
        "date_end": datetime(2020, 3, 2),  # noqa: DTZ001 - the same
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": 3,
        "deaths_unknown": 0,
        "best": 3,
        "high": 3,
        "low": 3,
        "active_year": None,
    }
    assert {name: found[name] for name in expected} == expected


def test_the_state_is_side_a_in_state_based_violence() -> None:
    found = row("ucdp", **BATTLE, casualties=(SOLDIER, REBEL, SOMEBODY))
    assert found["type_of_violence"] == 1
    assert (found["side_a"], found["side_b"]) == ("Government of Chad", "Front of the Lake")
    assert (found["deaths_a"], found["deaths_b"]) == (2, 1)
    assert "sides:swapped" in found["coder_rule"]


def test_a_state_that_attacks_stays_side_a() -> None:
    found = row(
        "ucdp",
        actors=(ARMY, RIVALS),
        civilian_targeting=False,
        casualties=(SOLDIER,),
    )
    assert (found["side_a"], found["side_b"]) == ("Government of Chad", "Union of the Lake")
    assert (found["deaths_a"], found["deaths_b"]) == (0, 2)
    assert "swapped" not in found["coder_rule"]


def test_the_party_is_the_organised_one_of_its_side_and_an_unnamed_one_has_its_kind() -> None:
    rebels = replace(REBELS, name=None, actor_id=None)
    found = row("ucdp", actors=(rebels, FARMERS, SOLDIERS), civilian_targeting=False)
    assert found["dyad_name"] == "Government of Chad - unnamed rebel group"


def test_two_groups_without_a_state_are_non_state_violence() -> None:
    found = row("ucdp", actors=(REBELS, RIVALS), civilian_targeting=False)
    assert found["type_of_violence"] == 2
    assert found["dyad_name"] == "Front of the Lake - Union of the Lake"


def test_a_force_of_states_keeps_its_own_name() -> None:
    force = replace(
        SOLDIERS, type=ActorType.INTL_FORCE, name="Lake Force", country=None, role=Role.TARGET
    )
    found = row("ucdp", actors=(REBELS, force), civilian_targeting=False)
    assert (found["type_of_violence"], found["side_a"]) == (1, "Lake Force")


@pytest.mark.parametrize(
    ("casualty", "expected"),
    [
        (DEAD, (3, 3, 3)),
        (replace(DEAD, high=None, qualifier=Qualifier.AT_LEAST), (3, 3, 3)),
        (replace(DEAD, low=3, best=3, high=5, qualifier=Qualifier.RANGE), (3, 3, 5)),
        (replace(DEAD, low=None, qualifier=Qualifier.ABOUT, high=None), (3, 3, 3)),
        (replace(DEAD, low=2, best=None, high=None, qualifier=Qualifier.PLURAL), (2, 2, 2)),
    ],
    ids=["exact", "at-least", "range", "about", "plural"],
)
def test_low_best_and_high_are_ordered_and_never_null(
    casualty: engine.Casualty, expected: tuple[int, int, int]
) -> None:
    found = row("ucdp", casualties=(casualty,))
    assert (found["low"], found["best"], found["high"]) == expected


def test_deaths_by_side_add_up_to_best() -> None:
    found = exported("ucdp", **BATTLE, casualties=(SOLDIER, REBEL, SOMEBODY, DEAD)).rows
    parts = ["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]
    assert found.select(parts).sum_horizontal().to_list() == found["best"].to_list() == [10]
    assert found["deaths_unknown"].to_list() == [4]


@pytest.mark.parametrize(
    ("precision", "expected"),
    [("day", 1), ("multi_day", 2), ("week", 3), ("month", 4), ("year", 5)],
)
def test_date_prec(precision: str, expected: int) -> None:
    dated = on(DatePrecision(precision), date(2020, 3, 2), date(2020, 3, 2))
    assert row("ucdp", **dated)["date_prec"] == expected


@pytest.mark.parametrize(
    ("precision", "admin1", "expected"),
    [
        ("point", None, 1),
        ("site", None, 1),
        ("place", None, 1),
        ("near_place", None, 2),
        ("admin3", "Lac", 3),
        ("admin2", "Lac", 3),
        ("admin1", "Lac", 4),
        ("feature", None, 5),
        ("feature", "Lac", 4),
        ("country", None, 6),
        ("international", None, 7),
    ],
)
def test_where_prec(precision: str, admin1: str | None, expected: int) -> None:
    place = replace(ATTACK.place, precision=GeoPrecision(precision), admin1_name=admin1)
    assert row("ucdp", place=place)["where_prec"] == expected


def test_acts_told_as_one_are_less_clear() -> None:
    assert row("ucdp", scope=Scope.SERIES)["event_clarity"] == 2


@pytest.mark.parametrize(
    ("lat", "lon", "cell"),
    [(-89.9, -179.9, 1), (33.33, 44.4, 177569), (89.9, 179.9, 259200), (90.0, 180.0, 259200)],
)
def test_the_half_degree_cell_of_a_point(lat: float, lon: float, cell: int) -> None:
    place = replace(ATTACK.place, latitude=lat, longitude=lon)
    assert row("ucdp", place=place)["priogrid_gid"] == cell


def test_no_point_is_no_geometry() -> None:
    place = replace(ATTACK.place, latitude=None, longitude=None, coord_basis=None)
    found = row("ucdp", place=place)
    assert (found["geom_wkt"], found["priogrid_gid"]) == (None, None)


def test_an_abduction_that_kills_nobody_is_no_event_and_one_that_kills_is() -> None:
    changes = of_type(EventType.ABDUCTION, "kidnapping")
    assert row("ucdp", **changes)["best"] == 3
    assert exported("ucdp", **changes, casualties=()).rows.is_empty()

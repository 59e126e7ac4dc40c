from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from coder.regimes.export import export_regime
from coder.values import events as engine
from coder.values.labels import (
    ActorType,
    DatePrecision,
    EventType,
    GeoPrecision,
    Qualifier,
    Role,
    Side,
)
from tests.unit.records.made import ATTACK, FARMERS, FIRST, actor
from tests.unit.regimes.made import (
    ARMY,
    DEAD,
    GUNMEN,
    MARCHERS,
    POLICE,
    REBELS,
    SOLDIERS,
    attack,
    made,
    of_type,
    on,
    row,
)


def test_an_attack_on_farmers_fills_the_columns() -> None:
    found = row("acled")
    expected = {
        "event_id_cnty": "TCD0000000000000001",
        "event_date": date(2020, 3, 2),
        "year": 2020,
        "time_precision": 1,
        "disorder_type": "Political violence",
        "event_type": "Violence against civilians",
        "sub_event_type": "Attack",
        "actor1": "Front of the Lake",
        "assoc_actor_1": None,
        "inter1": "Rebel group",
        "actor2": "Civilians (Chad)",
        "assoc_actor_2": None,
        "inter2": "Civilians",
        "interaction": "Rebel group-Civilians",
        "civilian_targeting": "Civilian targeting",
        "iso": 148,
        "region": "Middle Africa",
        "country": "Chad",
        "location": "Adrel",
        "latitude": 12.5,
        "longitude": 21.5,
        "geo_precision": 2,
        "source": "A Paper",
        "notes": FIRST,
        "fatalities": 3,
        "tags": None,
        "timestamp": None,
        "coder_event_id": "ev_0000000000000001",
        "coder_rule": "armed_attack/*[civilian_target+firearms]; fatalities:stated",
    }
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("precision", "expected"),
    [("day", 1), ("multi_day", 2), ("week", 2), ("month", 3)],
)
def test_time_precision(precision: str, expected: int) -> None:
    dated = on(DatePrecision(precision), date(2020, 3, 2), date(2020, 3, 2))
    assert row("acled", **dated)["time_precision"] == expected


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        ("point", 1),
        ("site", 1),
        ("place", 1),
        ("near_place", 2),
        ("admin3", 2),
        ("admin2", 2),
        ("admin1", 3),
        ("feature", 3),
        ("country", 3),
        ("unknown", None),
    ],
)
def test_geo_precision(precision: str, expected: int | None) -> None:
    place = replace(ATTACK.place, precision=GeoPrecision(precision))
    assert row("acled", place=place)["geo_precision"] == expected


PLURAL = replace(DEAD, low=2, best=None, high=None, qualifier=Qualifier.PLURAL)


@pytest.mark.parametrize(
    ("casualties", "fatalities", "rule"),
    [
        ((DEAD,), 3, "fatalities:stated"),
        ((replace(DEAD, low=0, best=0, high=0, qualifier=Qualifier.NONE),), 0, "fatalities:stated"),
        ((replace(DEAD, high=None, qualifier=Qualifier.AT_LEAST),), 3, "fatalities:stated"),
        ((replace(DEAD, low=12, best=12, high=None, qualifier=Qualifier.VAGUE),), 12, "stated"),
        ((PLURAL,), 3, "fatalities:unknown-as-3"),
        ((replace(PLURAL, low=1, qualifier=Qualifier.UNSPECIFIED),), 3, "unknown-as-3"),
        ((), 0, "fatalities:none-told-as-0"),
    ],
    ids=["exact", "none", "at-least", "dozens", "plural", "unknown-number", "not-told"],
)
def test_fatalities_are_never_null_and_say_by_which_convention(
    casualties: tuple[engine.Casualty, ...], fatalities: int, rule: str
) -> None:
    found = row("acled", casualties=casualties)
    assert found["fatalities"] == fatalities
    assert rule in found["coder_rule"]


def test_an_unknown_perpetrator_is_an_unidentified_armed_group() -> None:
    found = row("acled", actors=(FARMERS,))
    assert found["actor1"] == "Unidentified Armed Group (Chad)"
    assert found["inter1"] == "Political militia"
    assert "actor1:unidentified" in found["coder_rule"]


def test_civilians_that_nobody_names_are_civilians_of_the_country() -> None:
    found = row("acled", actors=(REBELS,))
    assert (found["actor2"], found["inter2"]) == ("Civilians (Chad)", "Civilians")
    assert "actor2:civilians" in found["coder_rule"]


def test_a_named_state_force_stands_behind_its_generic_name() -> None:
    found = row("acled", actors=(ARMY, FARMERS))
    assert found["actor1"] == "Military Forces of Chad"
    assert found["assoc_actor_1"] == "Army of Chad"
    assert found["interaction"] == "State forces-Civilians"


def test_a_state_force_abroad_is_external() -> None:
    found = row("acled", actors=(replace(ARMY, country="FRA"), FARMERS))
    assert found["actor1"] == "Military Forces of France"
    assert found["inter1"] == "External/Other forces"
    assert found["interaction"] == "External/Other forces-Civilians"


def test_a_group_without_a_name_is_unidentified() -> None:
    found = row("acled", actors=(GUNMEN, FARMERS))
    assert found["actor1"] == "Unidentified Armed Group (Chad)"
    assert found["assoc_actor_1"] is None
    found = row("acled", actors=(actor(type=ActorType.COMMUNAL_MILITIA), FARMERS))
    assert found["actor1"] == "Unidentified Communal Militia (Chad)"


@pytest.mark.parametrize(
    ("kind", "number", "label"),
    [
        ("state_military", 1, "State forces"),
        ("state_police", 1, "State forces"),
        ("state_other", 1, "State forces"),
        ("rebel_group", 2, "Rebel group"),
        ("jihadist_group", 2, "Rebel group"),
        ("pro_gov_militia", 3, "Political militia"),
        ("political_militia", 3, "Political militia"),
        ("criminal_group", 3, "Political militia"),
        ("unidentified_armed", 3, "Political militia"),
        ("communal_militia", 4, "Identity militia"),
        ("rioters", 5, "Rioters"),
        ("protesters", 6, "Protesters"),
        ("civilians", 7, "Civilians"),
        ("government_official", 7, "Civilians"),
        ("organisation", 7, "Civilians"),
        ("intl_force", 8, "External/Other forces"),
        ("private_security", 8, "External/Other forces"),
    ],
)
def test_inter_codes_as_numbers_and_as_text(kind: str, number: int, label: str) -> None:
    # A bombing: who acted changes nothing about whether it is in.
    changes = of_type(EventType.BOMBING, "ied") | {
        "actors": (actor(type=ActorType(kind)), SOLDIERS)
    }
    as_number, as_text = row("acled-numeric", **changes), row("acled", **changes)
    assert (as_number["inter1"], as_text["inter1"]) == (number, label)
    assert as_number["interaction"] == min(1, number) * 10 + max(1, number)


def test_one_side_alone_is_an_interaction_of_its_own() -> None:
    marchers = replace(MARCHERS, role=Role.PERPETRATOR, side=Side.A)
    changes = of_type(EventType.PROTEST, "peaceful") | {
        "actors": (marchers,),
        "civilian_targeting": None,
    }
    as_number, as_text = row("acled-numeric", **changes), row("acled", **changes)
    assert (as_number["inter1"], as_number["inter2"], as_number["interaction"]) == (6, 0, 60)
    assert (as_text["inter2"], as_text["interaction"]) == (None, "Protesters only")
    assert as_text["actor1"] == "Protesters (Chad)"


def test_a_protest_is_held_by_protesters_even_if_nobody_is_named() -> None:
    changes = of_type(EventType.PROTEST, "peaceful") | {"actors": (), "civilian_targeting": None}
    found = row("acled", **changes)
    assert found["actor1"] == "Protesters (Chad)"
    assert "unidentified" not in found["coder_rule"]


@pytest.mark.parametrize(
    ("changes", "tag"),
    [({}, "crowd size=no report"), ({"crowd_size_best": 300}, "crowd size=300")],
)
def test_the_size_of_a_crowd_is_a_tag(changes: dict[str, Any], tag: str) -> None:
    protest = of_type(EventType.PROTEST, "peaceful") | changes
    assert row("acled", **protest)["tags"] == tag


def test_force_against_a_protest_is_of_two_disorder_types() -> None:
    found = row("acled", **of_type(EventType.PROTEST, "excessive_force"), actors=(POLICE, MARCHERS))
    assert found["disorder_type"] == "Demonstrations; Political violence"
    assert found["sub_event_type"] == "Excessive force against protesters"
    assert found["interaction"] == "State forces-Protesters"
    assert (found["actor1"], found["inter1"]) == ("Protesters (Chad)", "Protesters")
    assert (found["actor2"], found["inter2"]) == ("Police Forces of Chad", "State forces")
    assert "actors:turned" in found["coder_rule"]


def test_police_at_a_protest_meet_protesters_even_if_nobody_is_named() -> None:
    found = row("acled", **of_type(EventType.PROTEST, "intervention"), actors=(POLICE,))
    assert (found["actor1"], found["actor2"]) == ("Protesters (Chad)", "Police Forces of Chad")
    assert found["interaction"] == "State forces-Protesters"


def test_a_union_that_marches_is_a_crowd_with_an_associate() -> None:
    found = row("acled", **of_type(EventType.PROTEST, "peaceful"), actors=(UNION,))
    assert (found["actor1"], found["inter1"]) == ("Protesters (Chad)", "Protesters")
    assert found["assoc_actor_1"] == "Union of Lorry Drivers"
    assert "actor1:crowd" in found["coder_rule"]
    assert "actors:turned" not in found["coder_rule"]
    found = row("acled", **of_type(EventType.RIOT, "mob_violence"), actors=(UNION,))
    assert (found["actor1"], found["inter1"]) == ("Rioters (Chad)", "Rioters")


UNION = replace(
    FARMERS,
    name="Union of Lorry Drivers",
    type=ActorType.ORGANISATION,
    role=Role.PERPETRATOR,
    side=Side.A,
)


def test_rows_are_in_the_order_of_days() -> None:
    events = [attack(**on(DatePrecision.DAY, day, day)) for day in _days()]
    found = export_regime(made(*events), "acled").rows
    assert found["event_date"].is_sorted()


def _days() -> list[date]:
    return [date(2020, 3, 2), date(2019, 1, 5), date(2020, 1, 1)]

"""CAMEO and PLOVER."""

from dataclasses import replace
from datetime import date

import pytest

from coder.regimes.export import export_regime
from coder.values.labels import ActorType, DatePrecision, EventType
from tests.unit.records.made import FARMERS, actor
from tests.unit.regimes.made import ARMY, MARCHERS, POLICE, attack, exported, made, of_type, on, row


def test_an_attack_in_the_columns_of_phoenix() -> None:
    found = row("cameo", actors=(ARMY, FARMERS))
    expected = {
        "eid": "ev_0000000000000001",
        "story_date": "03/04/2020",
        "year": 2020,
        "month": 3,
        "day": 2,
        "source": "TCDMIL",
        "source_root": "TCD",
        "source_agent": "MIL",
        "target": "TCDCVL",
        "target_root": "TCD",
        "target_others": None,
        "target_agent": "CVL",
        "code": "193",
        "root_code": "19",
        "quad_class": 4,
        "goldstein": None,
        "lat": 12.5,
        "lon": 21.5,
        "placename": "Adrel",
        "countryname": "TCD",
        "aid": "d1",
    }
    assert {name: found[name] for name in expected} == expected


def test_codes_keep_their_leading_zeros() -> None:
    found = row("cameo", **of_type(EventType.AGREEMENT, "ceasefire"))
    assert (found["code"], found["root_code"], found["quad_class"]) == ("0871", "08", 2)


def test_a_sector_is_guessed_from_the_type_where_none_is_listed() -> None:
    body = actor(type=ActorType.PRO_GOV_MILITIA, sector=None)
    assert row("plover", actors=(body, FARMERS))["Primary Actor Sector"] == "PRM"


def test_tables_without_actor_codes_get_them_from_country_and_type() -> None:
    tables = made(attack(actors=(ARMY, FARMERS)))
    older = {**tables, "actors": tables["actors"].drop("actor_code")}
    (found,) = export_regime(older, "cameo").rows.to_dicts()
    assert (found["source"], found["target"]) == ("TCDMIL", "---CVL")
    assert (found["target_root"], found["target_agent"]) == (None, "CVL")


def test_an_unknown_actor_has_no_code() -> None:
    found = row("cameo", actors=(FARMERS,))
    assert (found["source"], found["source_root"], found["source_agent"]) == (None, None, None)


def test_an_unknown_day_is_null() -> None:
    found = row("cameo", **on(DatePrecision.OPEN, None, date(2020, 3, 4)))
    assert (found["year"], found["month"], found["day"]) == (2020, None, None)


@pytest.mark.parametrize("subtype", ["intervention", "excessive_force"])
def test_a_policed_protest_is_two_rows(subtype: str) -> None:
    changes = of_type(EventType.PROTEST, subtype) | {
        "actors": (POLICE, replace(MARCHERS, sector="CVL"))
    }
    protest, response = exported("cameo", **changes).rows.to_dicts()
    assert (protest["eid"], response["eid"]) == ("ev_0000000000000001", "ev_0000000000000001_2")
    assert (protest["code"], protest["source"], protest["target"]) == ("141", "TCDCVL", "TCDCOP")
    assert (response["code"], response["source"], response["target"]) == ("175", "TCDCOP", "TCDCVL")
    assert "row:response" in response["coder_rule"]
    assert "row:response" not in protest["coder_rule"]
    protest, response = exported("plover", **changes).rows.to_dicts()
    assert (protest["Event Type"], protest["Event Mode"]) == ("PROTEST", "demo")
    assert (response["Event Type"], response["Event Mode"]) == ("ASSAULT", "crowd-control")


def test_a_protest_without_police_is_one_row() -> None:
    found = row("cameo", **of_type(EventType.PROTEST, "peaceful"), actors=(MARCHERS,))
    assert found["code"] == "141"


def test_an_attack_in_the_columns_of_polecat() -> None:
    found = row("plover")
    expected = {
        "Event ID": "ev_0000000000000001",
        "Event Date": date(2020, 3, 2),
        "Event Type": "ASSAULT",
        "Event Mode": "firearms",
        "Event Intensity": None,
        "Quad Code": "M-CONF",
        "Actor Name": "Front of the Lake",
        "Actor COW": None,
        "Primary Actor Sector": "REB",
        "Actor Name Raw": "Gunmen",
        "Recipient Name": None,
        "Primary Recipient Sector": "CVL",
        "Recipient Name Raw": "three farmers",
        "City": "Adrel",
        "Country": "TCD",
        "GeoNames ID": "1",
        "Raw Placename": "Adrel",
        "Source": "A Paper",
        "Publication Date": date(2020, 3, 4),
    }
    assert {name: found[name] for name in expected} == expected

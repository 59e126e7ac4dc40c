from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from coder.regimes.export import export_regime
from coder.values.labels import (
    ActorType,
    CasualtyKind,
    Certainty,
    DatePrecision,
    EventType,
    GeoPrecision,
    Modality,
    Outcome,
    Scope,
    Side,
    Tactic,
    TargetType,
    WeaponType,
)
from tests.unit.records.made import ATTACK, FARMERS, FIRST, actor
from tests.unit.regimes.made import (
    DEAD,
    GUNMEN,
    REBELS,
    SOLDIERS,
    attack,
    made,
    of_type,
    on,
    row,
)


def test_an_attack_on_farmers_fills_the_columns() -> None:
    found = row("gtd")
    expected = {
        "eventid": 202003020001,
        "iyear": 2020,
        "imonth": 3,
        "iday": 2,
        "approxdate": None,
        "extended": 0,
        "country": None,
        "country_txt": "Chad",
        "region": 11,
        "region_txt": "Sub-Saharan Africa",
        "city": "Adrel",
        "specificity": 1,
        "vicinity": 1,
        "location": "Adrel",
        "summary": FIRST,
        "crit1": 1,
        "crit2": 1,
        "crit3": 1,
        "doubtterr": 0,
        "alternative": None,
        "multiple": 0,
        "success": 1,
        "suicide": 0,
        "attacktype1": 2,
        "attacktype1_txt": "Armed Assault",
        "targtype1": 14,
        "targtype1_txt": "Private Citizens & Property",
        "target1": "three farmers",
        "gname": "Front of the Lake",
        "guncertain1": 0,
        "nperps": -99,
        "claimed": -9,
        "weaptype1": 5,
        "weaptype1_txt": "Firearms",
        "weapsubtype1": 5,
        "weaptype2": 8,
        "weaptype2_txt": "Incendiary",
        "weaptype3": None,
        "weapdetail": "shot; fire",
        "nkill": 3,
        "nkillter": None,
        "nwound": None,
        "property": -9,
        "propextent": None,
        "ishostkid": 0,
        "nhostkid": None,
        "scite1": "A Paper, Farmers shot near Adrel, 2020-03-04",
        "INT_ANY": -9,
    }
    assert {name: found[name] for name in expected} == expected
    assert found["coder_rule"].endswith("aim:presumed")


def test_the_aim_of_unknown_people_is_not_judged() -> None:
    found = row("gtd", actors=(GUNMEN, FARMERS))
    assert (found["crit1"], found["crit2"], found["crit3"]) == (None, None, 1)
    assert found["gname"] == "Unknown"
    assert "aim:unknown" in found["coder_rule"]


def test_an_attack_on_soldiers_is_in_doubt() -> None:
    found = row("gtd", actors=(REBELS, SOLDIERS), civilian_targeting=False, target_type=None)
    assert (found["crit3"], found["doubtterr"], found["alternative"]) == (0, 1, 1)
    assert (found["targtype1"], found["targtype1_txt"]) == (4, "Military")
    assert found["natlty1_txt"] == "Chad"
    assert "doubt:combat" in found["coder_rule"]


def test_a_communal_militia_is_in_doubt() -> None:
    clan = actor(type=ActorType.COMMUNAL_MILITIA)
    assert row("gtd", actors=(clan, FARMERS))["doubtterr"] == 1


@pytest.mark.parametrize(
    ("changes", "success"),
    [
        ({}, 1),
        ({"outcome": Outcome.SUCCEEDED}, 1),
        ({"outcome": Outcome.REPELLED}, 1),
        ({"outcome": Outcome.INTERCEPTED}, 0),
        ({"outcome": Outcome.DEVICE_FAILED}, 0),
        ({"modality": Modality.ATTEMPTED}, 0),
        ({"modality": Modality.FOILED}, 0),
    ],
)
def test_success_is_the_act_and_not_its_aim(changes: dict[str, Any], success: int) -> None:
    assert row("gtd", **changes)["success"] == success


@pytest.mark.parametrize(
    "changes",
    [of_type(EventType.BOMBING, "suicide_vehicle_bomb"), {"tactic": Tactic.SUICIDE}],
    ids=["subtype", "tactic"],
)
def test_suicide_attacks_are_marked(changes: dict[str, Any]) -> None:
    assert row("gtd", **changes)["suicide"] == 1


@pytest.mark.parametrize(
    ("target", "code"),
    [
        (TargetType.MILITARY_POSITION, 4),
        (TargetType.POLICE, 3),
        (TargetType.GOVERNMENT, 2),
        (TargetType.DIPLOMATIC, 7),
        (TargetType.RELIGIOUS_SITE, 15),
        (TargetType.EDUCATION, 8),
        (TargetType.MEDIA, 10),
        (TargetType.TRANSPORT_VEHICLE, 19),
        (TargetType.ENERGY, 21),
        (TargetType.WATER, 9),
        (TargetType.TELECOM, 16),
        (TargetType.AID, 12),
        (TargetType.BUSINESS, 1),
        (TargetType.PERSONS, 14),
        (TargetType.OTHER, 14),
        (None, 14),
    ],
)
def test_what_was_aimed_at_decides_before_who(target: TargetType | None, code: int) -> None:
    assert row("gtd", target_type=target)["targtype1"] == code


def test_nobody_known_to_be_aimed_at_is_unknown() -> None:
    found = row("gtd", actors=(REBELS,), target_type=None, civilian_targeting=None)
    assert (found["targtype1"], found["targtype1_txt"]) == (20, "Unknown")
    thing = row("gtd", actors=(REBELS,), target_type=TargetType.OTHER, civilian_targeting=None)
    assert (thing["targtype1"], thing["targtype1_txt"]) == (13, "Other")


@pytest.mark.parametrize(
    ("weapon", "kind", "subkind"),
    [
        (WeaponType.FIREARMS, 5, 5),
        (WeaponType.EXPLOSIVE_DEVICE, 6, 16),
        (WeaponType.VEHICLE_BOMB, 6, 15),
        (WeaponType.SUICIDE_VEST, 6, 13),
        (WeaponType.LANDMINE, 6, 8),
        (WeaponType.GRENADE, 6, 7),
        (WeaponType.MORTAR, 6, 11),
        (WeaponType.ROCKET, 6, 11),
        (WeaponType.MELEE, 9, None),
        (WeaponType.INCENDIARY, 8, None),
        (WeaponType.VEHICLE, 10, None),
        (WeaponType.CHEMICAL, 2, None),
    ],
)
def test_weapon_types(weapon: WeaponType, kind: int, subkind: int | None) -> None:
    found = row("gtd", weapons=(replace(ATTACK.weapons[0], type=weapon),))
    assert (found["weaptype1"], found["weapsubtype1"]) == (kind, subkind)


def test_no_weapon_told_is_an_unknown_weapon() -> None:
    found = row("gtd", weapons=())
    assert (found["weaptype1"], found["weaptype1_txt"], found["weapdetail"]) == (
        13,
        "Unknown",
        None,
    )


def test_unknown_parts_of_a_date_are_zero() -> None:
    first, last = date(2020, 3, 1), date(2020, 3, 31)
    found = row("gtd", **on(DatePrecision.MONTH, first, last))
    assert (found["iyear"], found["imonth"], found["iday"]) == (2020, 3, 0)
    assert (found["eventid"], found["approxdate"]) == (202003000001, "Monday")
    found = row("gtd", **on(DatePrecision.YEAR, date(2020, 1, 1), date(2020, 12, 31)))
    assert (found["imonth"], found["iday"], found["eventid"]) == (0, 0, 202000000001)


def test_events_of_a_day_are_numbered() -> None:
    other = on(DatePrecision.DAY, date(2020, 3, 1), date(2020, 3, 1))
    found = export_regime(made(attack(), attack(), attack(**other)), "gtd").rows
    assert found["eventid"].to_list() == [202003010001, 202003020001, 202003020002]


@pytest.mark.parametrize(
    ("precision", "specificity", "vicinity"),
    [
        ("point", 1, 0),
        ("place", 1, 0),
        ("near_place", 1, 1),
        ("admin3", 3, 0),
        ("admin2", 3, 0),
        ("admin1", 4, 0),
        ("feature", 4, 0),
        ("country", 5, 0),
    ],
)
def test_specificity_and_vicinity(precision: str, specificity: int, vicinity: int) -> None:
    place = replace(ATTACK.place, precision=GeoPrecision(precision))
    found = row("gtd", place=place)
    assert (found["specificity"], found["vicinity"]) == (specificity, vicinity)


@pytest.mark.parametrize(
    ("changes", "claimed"),
    [
        ({"claimed_by": "Front of the Lake"}, 1),
        ({"actors": (replace(REBELS, certainty=Certainty.CLAIMED), FARMERS)}, 1),
        ({"tags": ("no_claim",)}, 0),
        ({}, -9),
    ],
)
def test_claims(changes: dict[str, Any], claimed: int) -> None:
    assert row("gtd", **changes)["claimed"] == claimed


def test_an_accused_group_is_uncertain() -> None:
    accused = replace(REBELS, certainty=Certainty.ACCUSED, number=4)
    found = row("gtd", actors=(accused, FARMERS))
    assert (found["guncertain1"], found["nperps"]) == (1, 4)


def test_deaths_that_are_not_told_stay_null() -> None:
    found = row("gtd", casualties=())
    assert (found["nkill"], found["nwound"]) == (None, None)


def test_dead_attackers_and_the_injured_are_counted_apart() -> None:
    attacker = replace(DEAD, casualty_id="c2", is_civilian=False, side=Side.A, is_attacker=True)
    hurt = replace(DEAD, casualty_id="c3", kind=CasualtyKind.INJURED, low=5, best=5, high=5)
    found = row("gtd", casualties=(DEAD, attacker, hurt))
    assert (found["nkill"], found["nkillter"], found["nwound"]) == (6, 3, 5)


def test_abductions_count_hostages() -> None:
    changes = of_type(EventType.ABDUCTION, "kidnapping")
    taken = replace(DEAD, kind=CasualtyKind.ABDUCTED)
    found = row("gtd", **changes, casualties=(taken,))
    assert (found["ishostkid"], found["nhostkid"], found["extended"]) == (1, 3, None)
    assert row("gtd", **changes, casualties=())["nhostkid"] == -99


def test_damage_is_told_in_words() -> None:
    found = row("gtd", property_damage="a lorry burnt")
    assert (found["property"], found["propextent"], found["propcomment"]) == (1, 4, "a lorry burnt")


def test_a_series_is_a_multiple_incident() -> None:
    assert row("gtd", scope=Scope.SERIES)["multiple"] == 1

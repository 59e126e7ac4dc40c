import json

import pytest

from benchmarks.shared import ROOT
from coder.values.labels import EventType

FAMILIES = {
    "airstrike", "shelling", "explosion", "abduction", "sexual_violence", "weapons_seizure",
    "territory", "protest_repression", "protest", "riot", "arrest", "property", "armed_clash",
    "attack", "nonviolent", "chemical",
}  # fmt: skip
CLASSES = {"PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "NONE"}
SUBTYPES = {
    "armed_clash": "clash border_clash",
    "armed_attack": "armed_assault ambush raid sniper melee vehicle_ramming complex_attack",
    "bombing": (
        "ied vehicle_bomb suicide_bomb suicide_vehicle_bomb landmine_erw grenade parcel_bomb"
    ),
    "air_strike": "manned helicopter drone",
    "shelling": "artillery mortar rocket missile tank",
    "killing": "execution massacre assassination body_found",
    "abduction": "kidnapping hostage_taking forced_disappearance hijacking",
    "sexual_violence": "",
    "abuse": "beating torture",
    "property_attack": "arson looting vandalism demolition sabotage",
    "other_violence": "",
    "protest": "peaceful intervention excessive_force strike blockade hunger_strike",
    "riot": "violent_demonstration mob_violence communal_violence",
    "arrest": "arrest mass_arrest raid_search",
    "weapons_disruption": "device_defused cache_seized interception",
    "military_operation": "offensive deployment siege_blockade withdrawal",
    "territorial_change": "captured recaptured lost handed_over",
    "agreement": "ceasefire peace_deal surrender",
    "release": "hostage_release rescue escape prisoner_exchange",
    "displacement": "forced_displacement evacuation return",
}


def table(name: str) -> dict[str, str | None]:
    found: dict[str, str | None] = json.loads((ROOT / "benchmarks" / name).read_text("utf-8"))
    return found


def every_kind() -> set[str]:
    return {
        f"{kind}/{subtype}"
        for kind, subtypes in SUBTYPES.items()
        for subtype in [*subtypes.split(), "unspecified"]
    }


def test_the_codebook_types_are_all_here() -> None:
    assert set(SUBTYPES) == {kind.value for kind in EventType}


@pytest.mark.parametrize("name", ["types_sets.json", "types_gsr.json", "cameo_codes.json"])
def test_every_type_and_subtype_is_mapped(name: str) -> None:
    assert set(table(name)) == every_kind()


def test_families_are_those_of_the_scorer() -> None:
    assert set(table("types_sets.json").values()) <= FAMILIES


def test_classes_are_those_of_the_scorer() -> None:
    assert set(table("types_gsr.json").values()) <= CLASSES


def test_cameo_codes_are_text_so_that_leading_zeros_stay() -> None:
    codes = [code for code in table("cameo_codes.json").values() if code is not None]
    assert all(isinstance(code, str) and code.isdigit() for code in codes)
    assert any(code.startswith("0") for code in codes)

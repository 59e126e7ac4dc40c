import json

import pytest

from benchmarks.shared import ROOT
from coder.records.taxonomy import subtypes
from coder.values.labels import EventType

FAMILIES = {
    "airstrike", "shelling", "explosion", "abduction", "sexual_violence", "weapons_seizure",
    "territory", "protest_repression", "protest", "riot", "arrest", "property", "armed_clash",
    "attack", "nonviolent", "chemical",
}  # fmt: skip
CLASSES = {"PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "NONE"}


def table(name: str) -> dict[str, str | None]:
    found: dict[str, str | None] = json.loads((ROOT / "benchmarks" / name).read_text("utf-8"))
    return found


def every_kind() -> set[str]:
    return {f"{kind}/{subtype}" for kind in EventType for subtype in subtypes(kind)}


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

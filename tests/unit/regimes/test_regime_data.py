"""The data files of the regimes: complete, in line with the code, honest about themselves."""

import importlib.resources

import polars as pl
import pytest

from coder.errors import InputError
from coder.records.columns import read_rows
from coder.regimes.export import AUDIT_SCHEMA, CREDIT, TRACE, criteria_of, export_regime
from coder.regimes.model import areas, codes, find_regime, regimes
from coder.values.labels import ActorType, DatePrecision, GeoPrecision, TargetType, WeaponType
from tests.unit.regimes.made import REGIMES, made

WIDTH = {"acled": 31, "acled-numeric": 31, "ucdp": 49, "gtd": 135, "cameo": 25, "plover": 40}


def _codes_of(regime: str, field: str) -> set[str]:
    return set(codes(regime, field))


@pytest.mark.parametrize("name", REGIMES)
def test_a_regime_has_the_columns_of_its_data_set_and_the_trace(name: str) -> None:
    found = export_regime(made(), name)
    names = [column.name for column in regimes()[name].columns]
    assert len(names) == len(set(names)) == WIDTH[name]
    assert found.rows.columns == [*names, CREDIT, *TRACE]
    assert {name: found.rows.schema[name] for name in names} == dict(regimes()[name].schema)
    assert found.audit.schema == AUDIT_SCHEMA


@pytest.mark.parametrize("name", REGIMES)
def test_the_code_asks_the_criteria_that_the_data_explain(name: str) -> None:
    regime = regimes()[name]
    assert list(criteria_of(regime)) == list(regime.criteria)


@pytest.mark.parametrize("name", REGIMES)
def test_every_row_says_that_it_is_not_the_data_of_others(name: str) -> None:
    regime = regimes()[name]
    note = export_regime(made(), name).rows["coder_regime"][0]
    assert f"not {regime.data_set} data" in note
    assert regime.codebook in note


@pytest.mark.parametrize("name", REGIMES)
def test_columns_without_coverage_hold_nothing(name: str) -> None:
    found = export_regime(made(), name).rows
    for column in regimes()[name].columns:
        assert column.how
        assert column.coverage in ("full", "partial", "none")
        if column.coverage == "none":
            assert found[column.name].to_list() in ([None], [-9]), column.name


@pytest.mark.parametrize("name", REGIMES)
def test_only_the_table_of_events_is_needed(name: str) -> None:
    tables = made()
    whole = export_regime(tables, name)
    alone = export_regime({"events": tables["events"]}, name)
    assert alone.rows.schema == whole.rows.schema
    assert alone.rows.height == whole.rows.height == 1


@pytest.mark.parametrize("name", REGIMES)
def test_no_events_make_no_rows(name: str) -> None:
    empty = {table: frame.clear() for table, frame in made().items()}
    found = export_regime(empty, name)
    assert (found.rows.height, found.audit.height) == (0, 0)
    assert found.rows.columns[: WIDTH[name]] == [c.name for c in regimes()[name].columns]


def test_an_older_table_without_the_rule_column_is_read() -> None:
    tables = made()
    older = {**tables, "events": tables["events"].drop("xw_rule")}
    assert export_regime(older, "acled").rows["coder_rule"][0].startswith("crosswalk row not")


def test_an_unknown_regime_is_an_input_error_that_names_the_known_ones() -> None:
    with pytest.raises(InputError, match="acled-numeric, ucdp"):
        find_regime("icews")


@pytest.mark.parametrize(
    "file", ["regimes", "criteria", "conventions", "codes", "columns", "areas", "crosswalk"]
)
def test_data_files_name_their_origin_and_copy_nothing(file: str) -> None:
    path = importlib.resources.files("coder.regimes").joinpath("data", f"{file}.tsv")
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
    text = " ".join(head)
    assert "Origin: written for this project" in text
    assert "Licence:" in text
    if file in ("regimes", "codes", "columns", "areas"):
        assert "Not their data" in text


def test_codes_cover_our_vocabularies() -> None:
    kinds = {kind.value for kind in ActorType}
    assert _codes_of("acled", "inter") == kinds - {"unknown"}
    assert _codes_of("gtd", "targtype_of_actor") == kinds
    assert _codes_of("plover", "sector") == kinds
    assert _codes_of("cameo", "sector") == kinds - {"organisation", "unknown"}
    targets = {kind.value for kind in TargetType}
    assert _codes_of("gtd", "targtype_of_target") == targets - {"persons"}
    weapons = {kind.value for kind in WeaponType}
    assert _codes_of("gtd", "weaptype") == weapons | {"unknown"}
    places = {kind.value for kind in GeoPrecision} - {"unknown"}
    dates = {kind.value for kind in DatePrecision} - {"open", "unknown"}
    for regime, field in (
        ("acled", "geo_precision"),
        ("ucdp", "where_prec"),
        ("gtd", "specificity"),
    ):
        assert _codes_of(regime, field) == places
    assert _codes_of("ucdp", "date_prec") == dates
    assert _codes_of("acled", "time_precision") == dates - {"year"}


def test_codes_that_are_not_there_are_a_mistake_of_ours() -> None:
    with pytest.raises(LookupError, match="no codes of acled"):
        codes("acled", "colour")


def test_every_attack_type_of_the_crosswalk_has_a_name() -> None:
    used = {row["gtd"] for row in read_rows("coder.regimes", "crosswalk.tsv")} - {"-"}
    assert used <= _codes_of("gtd", "attacktype")


def test_every_event_type_of_the_crosswalk_has_a_quad_code() -> None:
    rows = read_rows("coder.regimes", "crosswalk.tsv")
    assert {row["plover_event"] for row in rows} - {"-"} <= _codes_of("plover", "quad_code")
    assert {row["cameo"][:2] for row in rows} - {"-"} <= _codes_of("cameo", "quad_class")


def test_areas_are_countries_with_one_region_a_data_set() -> None:
    frame = areas()
    assert frame["iso3"].is_unique().all()
    assert frame.filter(pl.col("iso3") == "TCD").row(0) == (
        "TCD",
        "TD",
        148,
        "Chad",
        "Middle Africa",
        "Africa",
        11,
    )
    assert frame["ucdp_region"].drop_nulls().unique().sort().to_list() == [
        "Africa",
        "Americas",
        "Asia",
        "Europe",
        "Middle East",
    ]

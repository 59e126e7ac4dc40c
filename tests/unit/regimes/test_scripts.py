"""Scripts as people write them for the data sets, run on exports: names and dtypes fit them."""

from pathlib import Path

import pandas as pd  # type: ignore[import-untyped]
import pytest

from coder.formats.exports import ExportOptions, export
from coder.tables.parquet import Provenance, TableWriter
from coder.values.labels import EventType
from tests.unit.records.made import VERSIONS
from tests.unit.regimes.made import ARMY, REBELS, RIVALS, SOLDIERS, attack, made, of_type


@pytest.fixture
def records(tmp_path: Path) -> Path:
    events = (
        attack(),
        attack(actors=(REBELS, SOLDIERS), civilian_targeting=False),
        attack(actors=(ARMY, RIVALS), civilian_targeting=False),
        attack(**of_type(EventType.BOMBING, "suicide_bomb")),
        attack(**of_type(EventType.PROTEST, "peaceful"), casualties=()),
        attack(**of_type(EventType.AGREEMENT, "ceasefire"), casualties=()),
    )
    with TableWriter(tmp_path / "records", Provenance(versions=VERSIONS)) as writer:
        writer.write(made(*events))
    return tmp_path / "records"


def _read(records: Path, regime: str, **arguments: object) -> pd.DataFrame:
    out = records.parent / f"{regime}.csv"
    export(records, out, ExportOptions(regime=regime))
    return pd.read_csv(out, **arguments)


def test_fatalities_by_event_type_and_month_from_acled(records: Path) -> None:
    acled = _read(records, "acled", parse_dates=["event_date"])
    for column in ("year", "time_precision", "iso", "geo_precision", "fatalities"):
        assert acled[column].dtype == "int64", column
    acled["month"] = acled["event_date"].dt.to_period("M")
    violent = acled[acled["disorder_type"].str.contains("Political violence")]
    table = violent.pivot_table("fatalities", "month", "event_type", aggfunc="sum")
    assert table.loc["2020-03", "Battles"] == 6
    assert table.loc["2020-03", "Violence against civilians"] == 3
    state = acled[acled["inter1"].eq("State forces") | acled["inter2"].eq("State forces")]
    assert len(state) == 2


def test_inter_codes_as_numbers_from_an_older_download(records: Path) -> None:
    acled = _read(records, "acled-numeric")
    assert acled["inter1"].dtype == acled["interaction"].dtype == "int64"
    assert sorted(acled.loc[acled["event_type"] == "Battles", "interaction"]) == [12, 12]


def test_deaths_in_state_based_conflict_from_ucdp(records: Path) -> None:
    ged = _read(records, "ucdp")
    for column in ("id", "year", "type_of_violence", "best", "low", "high", "date_prec"):
        assert ged[column].dtype == "int64", column
    ged["date_start"] = pd.to_datetime(ged["date_start"])
    precise = ged[(ged["where_prec"] <= 3) & (ged["date_prec"] == 1)]
    by_type = precise.groupby("type_of_violence")["best"].sum()
    assert by_type.to_dict() == {1: 6, 3: 6}
    assert set(ged.loc[ged["type_of_violence"] == 1, "side_a"]) == {"Government of Chad"}
    parts = ged[["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]].sum(axis=1)
    assert parts.equals(ged["best"])


def test_attacks_that_meet_the_criteria_from_gtd(records: Path) -> None:
    gtd = _read(records, "gtd", low_memory=False)
    assert gtd["eventid"].is_unique
    strict = gtd[(gtd["crit1"] == 1) & (gtd["crit2"] == 1) & (gtd["crit3"] == 1)]
    strict = strict[strict["doubtterr"] == 0]
    days = pd.to_datetime(
        strict[["iyear", "imonth", "iday"]].set_axis(["year", "month", "day"], axis=1)
    )
    assert set(days) == {pd.Timestamp("2020-03-02")}
    assert strict.groupby("attacktype1_txt")["nkill"].sum().to_dict() == {
        "Armed Assault": 3,
        "Bombing/Explosion": 3,
    }
    assert gtd["suicide"].sum() == 1


def test_cameo_codes_read_as_text_keep_their_zeros(records: Path) -> None:
    phoenix = _read(records, "cameo", dtype={"code": str, "root_code": str})
    assert "0871" in set(phoenix["code"])
    assert set(phoenix["quad_class"]) == {2, 4}
    assert phoenix["source"].str.len().isin([6]).all()


def test_modes_of_assault_from_polecat(records: Path) -> None:
    polecat = _read(records, "plover", parse_dates=["Event Date"])
    assault = polecat[polecat["Event Type"] == "ASSAULT"]
    assert assault["Event Mode"].value_counts().to_dict() == {"firearms": 3, "suicide-attack": 1}
    assert set(polecat["Quad Code"]) == {"M-CONF", "M-COOP"}

"""What each regime leaves out, and that the audit says why."""

from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl
import pytest

from coder.regimes.export import export_regime
from coder.regimes.model import regimes
from coder.values import events as engine
from coder.values.labels import (
    ActorType,
    CasualtyKind,
    DatePrecision,
    EventType,
    GeoPrecision,
    Modality,
    Recency,
    Role,
    Scope,
)
from tests.unit.records.made import ATTACK, FARMERS
from tests.unit.regimes.made import (
    ARMY,
    DEAD,
    GANG,
    GUNMEN,
    REBELS,
    REGIMES,
    RIVALS,
    SOLDIERS,
    attack,
    made,
    of_type,
    on,
    reason,
)

DAY = date(2020, 3, 2)
NOWHERE = engine.EventPlace(text="at sea", precision=GeoPrecision.INTERNATIONAL)
LOST: dict[str, Any] = {"place": engine.EventPlace()}
INJURED = replace(DEAD, kind=CasualtyKind.INJURED)
PROTEST = of_type(EventType.PROTEST, "peaceful")
CLASH = of_type(EventType.ARMED_CLASH, "clash")
UNDATED = on(DatePrecision.UNKNOWN, None, None)
REPORTED = on(DatePrecision.OPEN, None, DAY)
IN_2020 = on(DatePrecision.YEAR, date(2020, 1, 1), date(2020, 12, 31))
BOTH_SIDES = {
    "actors": (replace(REBELS, role=Role.PARTICIPANT), replace(RIVALS, role=Role.PARTICIPANT)),
    "civilian_targeting": False,
}

ALWAYS = [
    ({"modality": Modality.PLANNED}, "not-happened"),
    ({"modality": Modality.THREATENED}, "not-happened"),
    ({"modality": Modality.DENIED}, "not-happened"),
    ({"modality": Modality.ONGOING}, "not-happened"),
    ({"recency": Recency.BACKGROUND}, "not-news"),
    ({"scope": Scope.SUMMARY}, "summary"),
]


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize(("changes", "expected"), ALWAYS, ids=[str(i) for i in range(len(ALWAYS))])
def test_what_did_not_happen_or_is_no_news_is_in_no_regime(
    regime: str, changes: dict[str, Any], expected: str
) -> None:
    assert reason(regime, **changes) == expected


@pytest.mark.parametrize("regime", REGIMES)
def test_an_attack_by_rebels_that_kills_farmers_is_in_every_regime(regime: str) -> None:
    assert reason(regime) is None


@pytest.mark.parametrize("regime", REGIMES)
def test_an_incident_is_listed_once(regime: str) -> None:
    tables = made(attack(), attack())
    first, second = tables["events"]["event_id"]
    tables["events"] = tables["events"].with_columns(is_representative=pl.Series([True, False]))
    found = export_regime(tables, regime)
    assert found.rows["coder_event_id"].unique().to_list() == [first]
    left_out = found.audit.filter(~found.audit["included"])
    assert left_out["event_id"].to_list() == [second]
    assert left_out["rule"].to_list() == ["duplicate-report"]


CASES = [
    ("acled", of_type(EventType.ABDUCTION, "hijacking"), "no-equivalent"),
    ("acled", {"actors": (REBELS,), "civilian_targeting": None}, "target-undecidable"),
    (
        "acled",
        of_type(EventType.TERRITORIAL_CHANGE, "captured") | {"actors": (SOLDIERS,)},
        "winner-unknown",
    ),
    (
        "acled",
        of_type(EventType.KILLING, "body_found") | {"actors": (FARMERS,)},
        "no-political-actor",
    ),
    ("acled", of_type(EventType.BOMBING, "ied") | {"actors": (FARMERS,)}, None),
    ("acled", {"actors": (GANG, FARMERS)}, None),
    ("acled", IN_2020, "no-date"),
    ("acled", REPORTED, "no-date"),
    ("acled", on(DatePrecision.MONTH, date(2020, 3, 1), date(2020, 3, 31)), None),
    ("acled", {"place": NOWHERE}, "no-country"),
    ("acled", {"casualties": ()}, None),
    ("acled", {"modality": Modality.ATTEMPTED}, None),
    ("ucdp", PROTEST, "no-armed-force"),
    ("ucdp", of_type(EventType.ARREST, "arrest"), "no-armed-force"),
    ("ucdp", {"casualties": ()}, "no-death"),
    ("ucdp", {"casualties": (INJURED,)}, "no-death"),
    ("ucdp", {"casualties": (replace(DEAD, low=0, best=0, high=0),)}, "no-death"),
    ("ucdp", {"actors": (GUNMEN, FARMERS)}, "no-organised-actor"),
    ("ucdp", {"actors": (GANG, FARMERS)}, "no-organised-actor"),
    ("ucdp", {"actors": (ARMY, SOLDIERS), "civilian_targeting": False}, "one-party"),
    ("ucdp", REPORTED, "no-date"),
    ("ucdp", IN_2020, None),
    ("ucdp", LOST, "no-place"),
    ("ucdp", {"place": NOWHERE}, None),
    ("gtd", {"actors": (ARMY, FARMERS)}, "state-perpetrator"),
    (
        "gtd",
        {"actors": (replace(ARMY, type=ActorType.INTL_FORCE), FARMERS)},
        "state-perpetrator",
    ),
    ("gtd", CLASH | BOTH_SIDES, "not-an-attack"),
    ("gtd", CLASH, None),
    ("gtd", PROTEST, "not-an-attack"),
    ("gtd", {"actors": (GANG, FARMERS)}, "crime-only"),
    ("gtd", {"actors": (GANG, REBELS, FARMERS)}, None),
    ("gtd", {"actors": (GUNMEN, FARMERS)}, None),
    ("gtd", {"actors": (FARMERS,)}, None),
    ("gtd", UNDATED, "no-date"),
    ("gtd", IN_2020, None),
    ("gtd", LOST, "no-country"),
    ("cameo", of_type(EventType.DISPLACEMENT, "evacuation"), "no-equivalent"),
    ("cameo", UNDATED, "no-date"),
    ("cameo", REPORTED, None),
    ("plover", of_type(EventType.DISPLACEMENT, "return"), "no-equivalent"),
    ("plover", UNDATED, "no-date"),
    ("plover", PROTEST, None),
]


@pytest.mark.parametrize(
    ("regime", "changes", "expected"),
    CASES,
    ids=[f"{number}-{regime}-{rule}" for number, (regime, _, rule) in enumerate(CASES)],
)
def test_a_regime_includes_what_its_codebook_includes(
    regime: str, changes: dict[str, Any], expected: str | None
) -> None:
    assert reason(regime, **changes) == expected


def test_every_criterion_has_a_case() -> None:
    shared = {"duplicate-report"} | {rule for _, rule in ALWAYS}
    for regime in regimes().values():
        cases = {rule for name, _, rule in CASES if name == regime.base and rule} | shared
        assert cases == set(regime.criteria), regime.name


@pytest.mark.parametrize("regime", REGIMES)
def test_the_audit_names_every_event_with_its_rule_and_the_reason(regime: str) -> None:
    events = (attack(), attack(modality=Modality.PLANNED), attack(recency=Recency.HABITUAL))
    found = export_regime(made(*events), regime)
    assert found.audit.height == len(events)
    assert set(found.rows["coder_event_id"]) == set(
        found.audit.filter(found.audit["included"])["event_id"]
    )
    reasons = regimes()[regime].criteria
    for line in found.audit.iter_rows(named=True):
        if line["included"]:
            assert line["rule"] == "armed_attack/*[civilian_target+firearms]"
        else:
            assert line["why"] == reasons[line["rule"]]
        assert line["evidence_text"] == ATTACK.evidence_text


LINKED = pl.DataFrame(
    {
        "incident_id": ["ev_0000000000000001"],
        "n_reports": [2],
        "n_independent_sources": [2],
        "killed_low": [1],
        "killed_best": [2],
        "killed_high": [5],
        "injured_low": [7],
        "injured_best": [7],
        "injured_high": [None],
    },
    schema_overrides={"injured_high": pl.Int32},
)


def _linked(reports: int = 2) -> dict[str, pl.DataFrame]:
    incidents = LINKED.with_columns(n_reports=pl.lit(reports))
    tables = made(attack())
    events = tables["events"].with_columns(incident_id=pl.lit("ev_0000000000000001"))
    return {**tables, "events": events, "incidents": incidents}


def test_an_incident_of_several_reports_has_their_reconciled_numbers() -> None:
    (ged,) = export_regime(_linked(), "ucdp").rows.to_dicts()
    assert (ged["low"], ged["best"], ged["high"], ged["number_of_sources"]) == (1, 2, 5, 2)
    assert (ged["deaths_civilians"], ged["deaths_unknown"]) == (2, 0)
    (acled,) = export_regime(_linked(), "acled").rows.to_dicts()
    assert acled["fatalities"] == 2
    (gtd,) = export_regime(_linked(), "gtd").rows.to_dicts()
    assert (gtd["nkill"], gtd["nwound"]) == (2, 7)
    for found in (ged, acled, gtd):
        assert "numbers:incident" in found["coder_rule"]


@pytest.mark.parametrize("regime", ["ucdp", "acled", "gtd"])
def test_an_incident_of_one_report_keeps_the_numbers_of_the_event(regime: str) -> None:
    (found,) = export_regime(_linked(1), regime).rows.to_dicts()
    assert 3 in (found.get("best"), found.get("fatalities"), found.get("nkill"))
    assert "numbers:incident" not in found["coder_rule"]


@pytest.mark.parametrize(("regime", "column"), [("ucdp", "source_article"), ("gtd", "scite1")])
def test_a_document_of_which_nothing_is_told_is_not_cited(regime: str, column: str) -> None:
    tables = made()
    nothing = [pl.lit(None, pl.String).alias(name) for name in ("source", "title")]
    documents = tables["documents"].with_columns(*nothing, pl.lit(None, pl.Date).alias("pub_date"))
    events = tables["events"].with_columns(pl.lit(None, pl.Date).alias("pub_date"))
    told = export_regime(tables, regime).rows[column]
    found = export_regime(tables | {"documents": documents, "events": events}, regime).rows[column]
    assert told.null_count() == 0
    assert found.to_list() == [None]

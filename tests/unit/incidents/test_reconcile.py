from collections.abc import Mapping
from datetime import timedelta

import polars as pl
import pytest

from coder.incidents.options import NumberPolicy
from coder.incidents.reconcile import incident_rows, rank_members
from tests.unit.incidents.made import DAY, event_id, killed, made_events, open_date

Row = Mapping[str, object]


def _incident(
    *rows: Row, policy: NumberPolicy = NumberPolicy.MEDIAN, publishers: str = "123456789"
) -> dict[str, object]:
    """All rows as one incident; ``publishers`` names the outlet of each by a digit."""
    events = made_events(
        [{"pub_date": DAY + timedelta(days=number), **row} for number, row in enumerate(rows)]
    ).with_columns(pl.lit("one").alias("incident_id"))
    docs = pl.DataFrame(
        {
            "doc_id": events["doc_id"],
            "doc": range(len(rows)),
            "publisher": [int(publishers[number]) for number in range(len(rows))],
            "copy": [int(str(row.get("copy", number))) for number, row in enumerate(rows)],
        },
        schema_overrides={"doc": pl.UInt32, "publisher": pl.UInt32, "copy": pl.UInt32},
    )
    return incident_rows(rank_members(events), docs, policy).row(0, named=True)


def test_numbers_of_independent_reports_become_bounds_and_a_middle() -> None:
    found = _incident(killed(12), killed(15), killed(14))
    assert [found[f"killed_{bound}"] for bound in ("low", "best", "high")] == [12, 14, 15]
    assert found["conflicts"] == ["killed"]


@pytest.mark.parametrize(
    ("policy", "best"),
    [
        (NumberPolicy.MEDIAN, 12),
        (NumberPolicy.CONSERVATIVE, 10),
        (NumberPolicy.MAX, 19),
        (NumberPolicy.LATEST, 12),
    ],
)
def test_the_policy_chooses_a_reported_figure(policy: NumberPolicy, best: int) -> None:
    assert _incident(killed(19), killed(10), killed(12), policy=policy)["killed_best"] == best


def test_a_source_counts_once_with_its_last_figure() -> None:
    found = _incident(killed(3), killed(12), killed(12), publishers="112")
    assert found["n_independent_sources"] == 2
    assert found["killed_low"] == 12


def test_copies_are_reports_but_not_independent() -> None:
    found = _incident({"copy": 0}, {"copy": 0}, {"copy": 2})
    assert (found["n_reports"], found["n_independent_sources"]) == (3, 2)


def test_ties_run_through_copies_and_publishers() -> None:
    found = _incident({"copy": 0}, {"copy": 0}, {}, {}, publishers="1223")
    assert found["n_independent_sources"] == 2


def test_unknown_stays_unknown() -> None:
    found = _incident({}, {})
    assert found["killed_low"] is found["killed_best"] is found["killed_high"] is None
    known = _incident({}, killed(0))
    assert known["killed_best"] == 0


def test_a_bound_that_a_source_breaks_is_none() -> None:
    more = {"killed_low": 20, "killed_best": 20}
    assert _incident(killed(12), more)["killed_high"] is None
    assert _incident(killed(25), more)["killed_high"] == 25


def test_the_day_most_sources_give_is_the_day() -> None:
    late = {"date_start": DAY + timedelta(days=1), "date_end": DAY + timedelta(days=1)}
    found = _incident(late, {}, {}, open_date(DAY + timedelta(days=3)))
    assert (found["date_start"], found["date_end"]) == (DAY, DAY)
    assert found["date_precision"] == "day"
    assert found["conflicts"] == ["date"]


def test_the_report_that_knows_most_represents_the_incident() -> None:
    vague = {"place_name": None, "geo_precision": "admin1", "event_type": "killing"}
    found = _incident({**vague, "event_subtype": "unspecified"}, killed(4))
    assert found["event_id"] == event_id(1)
    assert found["event_type"] == "bombing"
    assert (found["first_report"], found["last_report"]) == (DAY, DAY + timedelta(days=1))

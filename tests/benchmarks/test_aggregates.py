"""The aggregates on coded developer data keep the laws, and the benchmark counts what it says."""

import polars as pl
import pytest

from benchmarks import aggregates
from benchmarks.shared import absent
from coder import aggregate
from coder.records.validate import validate_tables
from coder.values.options import CasualtyPolicy
from tests.unit.aggregate.made import events

needs_data = pytest.mark.skipif(absent() is not None, reason=absent() or "")


@pytest.fixture(scope="module")
def tables() -> dict[str, pl.DataFrame]:
    return aggregates.code_fakes()


@needs_data
def test_totals_of_developer_articles_are_the_same_over_any_grouping(
    tables: dict[str, pl.DataFrame],
) -> None:
    found = tables["events"]
    whole = aggregate.fatalities(found, ())
    others = [
        aggregate.fatalities(found, ["admin1", "month"]),
        aggregate.fatalities(found, "week", dates="split", week_start="sunday"),
        aggregate.dyads(found),
        aggregate.by_perpetrator(found, tables["actors"]),
        aggregate.by_perpetrator(found, tables["actors"], perpetrator="fractional"),
    ]
    for column in ("n_events", "killed_sum", "killed_n_known"):
        for other in others:
            assert other[column].sum() == pytest.approx(whole[column].item())


@needs_data
def test_tables_of_developer_articles_agree_with_each_other(
    tables: dict[str, pl.DataFrame],
) -> None:
    assert validate_tables(tables, CasualtyPolicy.CONSERVATIVE) == []


@needs_data
def test_the_benchmark_prints_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert aggregates.main(["--scale", "3000"]) == 0
    shown = capsys.readouterr().out
    for words in ("Aleppo", "share_single_source", "the makers' governorate", "quality"):
        assert words in shown


def test_the_governorate_with_the_most_events_is_the_first() -> None:
    syria = {"iso3": "SYR", "admin1_name": "Homs"}
    told = events(
        {**syria, "doc_id": "d1"},
        {**syria, "doc_id": "d1"},
        {**syria, "doc_id": "d1", "admin1_name": "Rif Dimashq"},
        {**syria, "doc_id": "d2"},
        {**syria, "doc_id": "d3", "iso3": "IRQ"},
    )
    labels = {"d1": "damascus", "d2": "homs", "d3": "homs"}
    assert aggregates.governorate_hits({"events": told}, labels) == (2, 2, 1)


def test_repeated_events_have_ids_of_their_own() -> None:
    many = aggregates.repeated({"events": events({}, {})}, 7)
    assert many["events"].height == 6
    assert many["events"]["event_id"].n_unique() == 6

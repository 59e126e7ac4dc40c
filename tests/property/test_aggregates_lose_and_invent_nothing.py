"""The laws of the aggregates: the same totals over any grouping, in any order, from any chunks."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from coder import aggregate
from coder.values.counting import DATES, PERIODS, WEEK_STARTS, Dates, Period, WeekStart
from tests.unit.aggregate.made import (
    DAY,
    actor_frames,
    attribution_frames,
    document_frames,
    event_frames,
)

_quick = settings(max_examples=40)
_GROUPS = ("country", "admin1", "event_type", "actor1_name", "doc_id")
_END = DAY + timedelta(days=60)
_UNITS = [("MLI", "Gao"), ("NER", "Gao"), ("NER", "Diffa")]

Tables = dict[str, pl.DataFrame | pl.LazyFrame]
Found = pl.DataFrame | pl.LazyFrame


def _panel(
    tables: Tables, dates: Dates = "end", freq: Period = "week"
) -> pl.DataFrame | pl.LazyFrame:
    return aggregate.panel(
        tables["events"],
        tables["documents"],
        units=_UNITS,
        start=DAY,
        end=_END,
        freq=freq,
        dates=dates,
    )


EVERY: dict[str, Callable[[Tables], Found]] = {
    "fatalities": lambda t: aggregate.fatalities(t["events"], ["admin1", "week"]),
    "fatalities split": lambda t: aggregate.fatalities(t["events"], "month", dates="split"),
    "timeseries": lambda t: aggregate.timeseries(t["events"], freq="quarter"),
    "directed dyads": lambda t: aggregate.dyads(t["events"]),
    "undirected dyads": lambda t: aggregate.dyads(t["events"], directed=False),
    "panel": _panel,
    "panel split": lambda t: _panel(t, dates="split"),
    "perpetrators": lambda t: aggregate.by_perpetrator(
        t["events"], t["actors"], perpetrator="fractional"
    ),
    "civilians killed": lambda t: aggregate.civilians_killed_by_actor(t["events"], t["actors"]),
    "sources": lambda t: aggregate.sources(
        t["events"], t["attributions"], by=["source_type", "month"]
    ),
    "quality": lambda t: aggregate.quality(t["events"], by="country"),
}


@st.composite
def _tables(draw: st.DrawFn) -> Tables:
    return {
        "events": draw(event_frames()),
        "actors": draw(actor_frames()),
        "attributions": draw(attribution_frames()),
        "documents": draw(document_frames()),
    }


def _counted(events: pl.DataFrame) -> pl.DataFrame:
    return events.filter("countable", "is_representative")


def _total(frame: pl.DataFrame, column: str) -> float:
    return float(frame[column].fill_null(0).sum())


def _chunked(frame: pl.DataFrame, random: Random) -> pl.DataFrame:
    """The rows in another order and in several chunks."""
    if frame.is_empty():
        return frame
    order = random.sample(range(frame.height), frame.height)
    middle = random.randrange(frame.height)
    pieces = [frame[order[:middle]], frame[order[middle:]]]
    return pl.concat(pieces, rechunk=False)


@pytest.mark.parametrize("name", EVERY)
@settings(max_examples=20)
@given(_tables(), st.randoms(use_true_random=False))
def test_neither_the_order_nor_the_chunks_nor_laziness_change_a_result(
    name: str, tables: Tables, random: Random
) -> None:
    count = EVERY[name]
    found = count(tables)
    assert isinstance(found, pl.DataFrame)
    shuffled: Tables = {
        key: _chunked(frame.lazy().collect(), random) for key, frame in tables.items()
    }
    again = count(shuffled)
    assert isinstance(again, pl.DataFrame)
    assert_frame_equal(again, found)
    lazy = count({**tables, "events": tables["events"].lazy()})
    assert isinstance(lazy, pl.LazyFrame)
    assert_frame_equal(lazy.collect(), found)


@_quick
@given(
    event_frames(),
    st.lists(st.sampled_from(_GROUPS), unique=True),
    st.none() | st.sampled_from(PERIODS),
    st.sampled_from(["end", "split"]),
    st.sampled_from(WEEK_STARTS),
)
def test_totals_are_the_same_over_any_grouping(
    events: pl.DataFrame,
    groups: list[str],
    period: Period | None,
    dates: Dates,
    week_start: WeekStart,
) -> None:
    by = [*groups, *([period] if period else [])]
    found = aggregate.fatalities(events, by, dates=dates, week_start=week_start)
    counted = _counted(events)
    figures = pl.coalesce("killed_best", "killed_low")
    assert _total(found, "n_events") == pytest.approx(counted.height)
    known = counted.select(figures).to_series().drop_nulls()
    assert _total(found, "killed_sum") == pytest.approx(known.sum())
    assert _total(found, "killed_n_known") == pytest.approx(known.len())
    assert _total(found, "killed_n_unknown") == pytest.approx(counted.height - known.len())
    assert _total(found, "killed_low_sum") == pytest.approx(counted["killed_low"].sum())


@_quick
@given(event_frames(), st.lists(st.sampled_from(_GROUPS), unique=True))
def test_an_unknown_figure_never_becomes_zero(events: pl.DataFrame, by: list[str]) -> None:
    found = aggregate.fatalities(events, by)
    for total, known in (
        ("killed_low_sum", "killed_low_n_known"),
        ("killed_sum", "killed_n_known"),
        ("killed_high_sum", "killed_high_n_known"),
    ):
        is_unknown = (pl.col("n_events") > 0) & (pl.col(known) == 0)
        assert found.select((pl.col(total).is_null() == is_unknown).all()).item()


@_quick
@given(event_frames(), st.lists(st.sampled_from(_GROUPS), unique=True))
def test_the_three_sums_are_in_order(events: pl.DataFrame, by: list[str]) -> None:
    found = aggregate.fatalities(events, by)
    low, best, high = (
        pl.col(name).fill_null(0) for name in ("killed_low_sum", "killed_sum", "killed_high_sum")
    )
    assert found.select(((low <= best) & (best <= high)).all()).item()


@_quick
@given(event_frames(), event_frames(), st.sampled_from(["end", "drop"]))
def test_parts_of_a_table_add_up_to_the_whole(
    first: pl.DataFrame, second: pl.DataFrame, dates: Dates
) -> None:
    second = second.with_columns(
        pl.concat_str(pl.lit("x"), name).alias(name) for name in ("event_id", "incident_id")
    )
    by = ["country", "month"]
    whole = aggregate.fatalities(pl.concat([first, second]), by, dates=dates)
    parts = [aggregate.fatalities(part, by, dates=dates) for part in (first, second)]
    keys = ["iso3", "month", "filter"]
    numbers = [column for column in whole.columns if column not in keys]
    added = (
        pl.concat(parts)
        .group_by(keys)
        .agg(pl.when(pl.col(n).count() > 0).then(pl.col(n).sum()).alias(n) for n in numbers)
    )
    assert_frame_equal(added, whole, check_row_order=False, check_column_order=False)


@_quick
@given(event_frames(), actor_frames(), st.sampled_from([(), "month", "event_type"]))
def test_the_dead_are_not_counted_twice_for_two_perpetrators(
    events: pl.DataFrame, actors: pl.DataFrame, by: str | Sequence[str]
) -> None:
    whole = aggregate.fatalities(events, ())
    for perpetrator in ("primary", "fractional"):
        found = aggregate.by_perpetrator(
            events,
            actors,
            perpetrator=perpetrator,
            by=by,
        )
        for column in ("n_events", "killed_sum", "killed_n_known"):
            assert _total(found, column) == pytest.approx(_total(whole, column))
    each = aggregate.by_perpetrator(events, actors, perpetrator="any", by=by)
    assert _total(each, "n_events") >= _total(whole, "n_events")
    assert each.filter(pl.col("n_events") > _counted(events).height).is_empty()


@_quick
@given(event_frames(), document_frames(), st.sampled_from(DATES), st.sampled_from(PERIODS))
def test_a_panel_has_every_cell_and_says_what_is_in_none(
    events: pl.DataFrame, documents: pl.DataFrame, dates: Dates, freq: Period
) -> None:
    found = _panel({"events": events, "documents": documents}, dates=dates, freq=freq)
    assert isinstance(found, pl.DataFrame)
    assert found.height == found[freq].n_unique() * len(_UNITS)
    unplaced = found["n_unplaced"].unique()
    assert unplaced.len() == 1
    assert found["n_events"].sum() + unplaced.item() == pytest.approx(_counted(events).height)
    is_unknown = (
        pl.when(pl.col("n_events") > 0)
        .then(pl.col("killed_n_known") == 0)
        .otherwise(~pl.col("observed"))
    )
    assert found.select((pl.col("killed_sum").is_null() == is_unknown).all()).item()


@_quick
@given(event_frames(), st.sampled_from(PERIODS), st.sampled_from(WEEK_STARTS))
def test_dropping_keeps_events_of_which_the_period_is_sure(
    events: pl.DataFrame, period: Period, week_start: WeekStart
) -> None:
    sure = aggregate.fatalities(events, period, dates="drop", week_start=week_start)
    rows = _counted(events).select("date_start", "date_end").rows()
    same = [
        first is not None
        and last is not None
        and _begin(first, period, week_start) == _begin(last, period, week_start)
        for first, last in rows
    ]
    assert _total(sure, "n_events") == sum(same)
    assert sure[period].null_count() == 0


def _begin(day: date, period: Period, week_start: WeekStart) -> date:
    """The first day of the period, by the calendar of the standard library."""
    if period == "week":
        return day - timedelta(days=(day.weekday() - WEEK_STARTS.index(week_start)) % 7)
    months = {"day": day.month, "month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1}
    return day.replace(month=months.get(period, 1), day=day.day if period == "day" else 1)


@_quick
@given(event_frames())
def test_two_directions_are_one_pair(events: pl.DataFrame) -> None:
    directed, undirected = aggregate.dyads(events), aggregate.dyads(events, directed=False)
    for column in ("n_events", "killed_sum", "killed_n_known"):
        assert _total(directed, column) == _total(undirected, column)
    pairs = [frozenset(pair) for pair in undirected.select("actor1", "actor2").rows()]
    assert len(pairs) == len(set(pairs))
    assert set(pairs) == {frozenset(pair) for pair in directed.select("actor1", "actor2").rows()}


@_quick
@given(event_frames())
def test_shares_of_a_field_add_up_to_one(events: pl.DataFrame) -> None:
    found = aggregate.quality(events)
    for number, share in (
        found.group_by("field").agg(pl.col("n_events", "share").sum()).drop("field").rows()
    ):
        assert number == _counted(events).height
        assert share == pytest.approx(1)


@_quick
@given(event_frames(), attribution_frames(), st.sampled_from([(), "month", "event_type"]))
def test_sources_of_parts_are_the_sources_of_the_whole(
    events: pl.DataFrame, attributions: pl.DataFrame, by: str | Sequence[str]
) -> None:
    whole = aggregate.sources(events, attributions)
    parts = aggregate.sources(events, attributions, by=by)
    numbers = [column for column in whole.columns if column.startswith("n_")]
    for column in numbers:
        assert _total(parts, column) == _total(whole, column)
    row = whole.row(0, named=True)
    assert row["n_single_source"] <= row["n_attributed"] <= row["n_events"]
    assert row["n_party_only"] <= row["n_from_party"] <= row["n_party_known"]

from datetime import date

import polars as pl
import pytest

from coder import SchemaError, aggregate
from coder.tables.frames import incidents_of
from coder.values.counting import DATES, WeekStart
from tests.unit.aggregate.made import DAY, events


def _row(frame: pl.DataFrame) -> dict[str, object]:
    assert frame.height == 1
    return frame.row(0, named=True)


def test_deaths_are_summed_beside_the_number_of_events_that_tell_them() -> None:
    told = events(
        {"killed_low": 7, "killed_best": 7},  # at least seven
        {"killed_low": 2},  # soldiers were killed
        {"killed_low": 0, "killed_best": 0, "killed_high": 0},  # nobody was hurt
        {},  # nothing said
        {"killed_high": 5},  # up to five
    )
    assert _row(aggregate.fatalities(told, ())) == {
        "n_events": 5,
        "n_incidents": 5,
        "n_deadly": 2,
        "killed_n_unknown": 2,
        "killed_n_bounded": 2,
        "killed_low_sum": 9,
        "killed_low_n_known": 3,
        "killed_sum": 9,
        "killed_n_known": 3,
        "killed_high_sum": 14,
        "killed_high_n_known": 4,
        "filter": "countable; representative",
    }


def test_a_group_in_which_nobody_tells_a_toll_has_no_sum() -> None:
    found = _row(aggregate.fatalities(events({}, {}), "country"))
    assert (found["n_events"], found["killed_sum"], found["killed_n_known"]) == (2, None, 0)


def test_no_event_is_no_death() -> None:
    found = _row(aggregate.fatalities(events(), ()))
    assert (found["n_events"], found["killed_sum"]) == (0, 0)
    assert aggregate.fatalities(events(), "country").is_empty()


def test_large_tolls_do_not_overflow() -> None:
    found = aggregate.fatalities(events(*[{"killed_best": 2**31 - 1}] * 3), ())
    assert found["killed_sum"].item() == 3 * (2**31 - 1)


def test_what_is_not_countable_or_repeats_an_incident_is_left_out_unless_asked() -> None:
    told = events(
        {"killed_best": 3},
        {"killed_best": 4, "is_representative": False, "incident_id": f"ev_{0:016x}"},
        {"killed_best": 500, "countable": False},
    )
    assert aggregate.fatalities(told, ())["killed_sum"].item() == 3
    reports = _row(aggregate.fatalities(told, (), representative=False))
    assert (reports["n_events"], reports["n_incidents"], reports["killed_sum"]) == (2, 1, 7)
    assert reports["filter"] == "countable"
    every = _row(aggregate.fatalities(told, (), representative=False, countable=False))
    assert (every["n_events"], every["killed_sum"], every["filter"]) == (3, 507, "all rows")


def test_types_narrow_what_is_counted_and_stand_in_the_filter() -> None:
    told = events({"event_type": "bombing"}, {"event_type": "protest"}, {"event_type": "riot"})
    found = _row(aggregate.fatalities(told, (), types=["riot", "protest"]))
    assert found["n_events"] == 2
    assert found["filter"] == "countable; representative; event_type=protest|riot"


def test_areas_bring_the_levels_above_them() -> None:
    told = events({}, {"iso3": "NER"})
    found = aggregate.fatalities(told, "admin1")
    assert found.select("iso3", "admin1_name").rows() == [("MLI", "Gao"), ("NER", "Gao")]


@pytest.mark.parametrize(
    ("period", "first"),
    [
        ("day", date(2020, 5, 13)),
        ("week", date(2020, 5, 11)),
        ("month", date(2020, 5, 1)),
        ("quarter", date(2020, 4, 1)),
        ("year", date(2020, 1, 1)),
    ],
)
def test_a_period_is_named_by_its_first_day(period: str, first: date) -> None:
    day = date(2020, 5, 13)
    found = aggregate.fatalities(events({"date_start": day, "date_end": day}), period)
    assert found[period].to_list() == [first]


@pytest.mark.parametrize(
    ("week_start", "first"),
    [
        ("monday", date(2020, 3, 2)),
        ("tuesday", date(2020, 2, 25)),
        ("saturday", date(2020, 2, 29)),
        ("sunday", date(2020, 3, 1)),
    ],
)
def test_weeks_begin_where_the_user_says_and_the_filter_tells(
    week_start: WeekStart, first: date
) -> None:
    found = _row(aggregate.fatalities(events({}), "week", week_start=week_start))
    assert found["week"] == first
    assert found["filter"] == (f"countable; representative; dates=end; week_start={week_start}")


ACROSS = {"date_start": date(2020, 2, 28), "date_end": date(2020, 3, 2), "killed_best": 8}
OPEN = {"date_start": None, "date_end": DAY, "killed_best": 5}
SINCE = {"date_start": DAY, "date_end": None, "killed_best": 6}
UNDATED = {"date_start": None, "date_end": None, "killed_best": 7}
FEBRUARY, MARCH = date(2020, 2, 1), date(2020, 3, 1)


@pytest.mark.parametrize(
    ("event", "dates", "expected"),
    [
        (ACROSS, "end", {MARCH: 8}),
        (ACROSS, "split", {FEBRUARY: 4.0, MARCH: 4.0}),
        (ACROSS, "drop", {}),
        (OPEN, "end", {MARCH: 5}),
        (OPEN, "split", {MARCH: 5.0}),
        (OPEN, "drop", {}),
        (SINCE, "end", {MARCH: 6}),
        (SINCE, "split", {MARCH: 6.0}),
        (UNDATED, "end", {None: 7}),
        (UNDATED, "split", {None: 7.0}),
        (UNDATED, "drop", {}),
        ({"killed_best": 1}, "drop", {MARCH: 1}),
    ],
)
def test_dates_of_several_days_and_open_ones_follow_the_rule(
    event: dict[str, object], dates: str, expected: dict[date | None, float]
) -> None:
    rule = next(name for name in DATES if name == dates)
    found = aggregate.fatalities(events(event), "month", dates=rule)
    assert dict(found.select("month", "killed_sum").rows()) == expected


def test_a_split_event_counts_once_in_all_and_its_unknown_toll_stays_unknown() -> None:
    found = aggregate.fatalities(events({**ACROSS, "killed_best": None}), "week", dates="split")
    assert found.select("week", "n_events", "killed_sum").rows() == [
        (date(2020, 2, 24), 0.75, None),
        (date(2020, 3, 2), 0.25, None),
    ]


def test_incidents_can_be_counted_in_place_of_events() -> None:
    full = pl.DataFrame(schema=aggregate_schema())
    told = pl.concat([full, events({"killed_best": 3}, {"killed_best": 4})], how="diagonal")
    found = _row(aggregate.fatalities(incidents_of(told), "country"))
    assert (found["n_events"], found["killed_sum"]) == (2, 7)


def aggregate_schema() -> pl.Schema:
    from coder.records.frame_schema import frame_schema  # noqa: PLC0415 - only here

    return frame_schema("events")


def test_a_series_in_time_has_a_row_a_period_and_type() -> None:
    told = events(
        {"injured_best": 2},
        {"event_type": "protest", "killed_best": 1},
        {"date_end": date(2020, 4, 1), "injured_best": 4, "injured_low": 3},
        {"date_end": date(2020, 4, 2), "injured_low": 1},
    )
    found = aggregate.timeseries(told)
    columns = ["month", "event_type", "n_events", "killed_sum", "injured_sum", "injured_n_known"]
    assert found.select(columns).rows() == [
        (MARCH, "bombing", 1, None, 2, 1),
        (MARCH, "protest", 1, 1, None, 0),
        (date(2020, 4, 1), "bombing", 2, None, 5, 2),
    ]


def test_pairs_keep_their_direction_and_acts_without_one_have_none() -> None:
    told = events(
        {"actor1_name": "Rebels", "actor2_name": "Army", "killed_best": 2},
        {"actor1_name": "Army", "actor2_name": "Rebels", "killed_best": 3},
        {"actor1_name": "Rebels", "actor2_name": "Army", "directed": False, "killed_best": 4},
        {"actor1_name": "Army", "actor2_name": "Rebels", "directed": False},
        {"actor1_name": None, "actor2_name": "Army"},
    )
    columns = ["actor1", "actor2", "directed", "n_events", "killed_sum"]
    assert aggregate.dyads(told).select(columns).rows() == [
        ("Army", "Rebels", False, 2, 4),
        ("Army", "Rebels", True, 1, 3),
        ("Rebels", "Army", True, 1, 2),
        (None, "Army", True, 1, None),
    ]
    undirected = aggregate.dyads(told, directed=False)
    assert undirected.select("actor1", "actor2", "n_events", "killed_sum").rows() == [
        ("Army", "Rebels", 4, 9),
        ("Army", None, 1, None),
    ]
    assert undirected["filter"][0].endswith("pairs=undirected by name")


def test_pairs_of_types() -> None:
    told = events({"actor1_type": "rebel_group", "actor2_type": "civilians"})
    found = _row(aggregate.dyads(told, label="type", by="month"))
    assert (found["actor1"], found["actor2"], found["month"]) == ("rebel_group", "civilians", MARCH)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"by": ["week", "month"]}, "group by one period, not by week and month"),
        ({"by": "week", "dates": "start"}, "dates is 'start', should be one of end, split, drop"),
        ({"by": "week", "week_start": "funday"}, "week_start is 'funday'"),
        ({"types": ["picnic"]}, "no event type: picnic"),
    ],
)
def test_an_unknown_choice_is_refused(options: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        aggregate.fatalities(events({}), **options)  # type: ignore[arg-type]  # wrong on purpose


def test_an_unknown_figure_label_or_frequency_is_refused() -> None:
    with pytest.raises(ValueError, match="no figure: happy"):
        aggregate.timeseries(events({}), measures=["happy"])
    with pytest.raises(ValueError, match="label is 'colour'"):
        aggregate.dyads(events({}), label="colour")  # type: ignore[arg-type]  # the same
    with pytest.raises(ValueError, match="freq is 'decade'"):
        aggregate.timeseries(events({}), freq="decade")  # type: ignore[arg-type]  # the same


def test_a_missing_column_is_named() -> None:
    with pytest.raises(SchemaError, match="events has no column mood"):
        aggregate.fatalities(events({}), ["mood", "month"])
    with pytest.raises(SchemaError, match="events has no column countable"):
        aggregate.fatalities(events({}).drop("countable"), ())

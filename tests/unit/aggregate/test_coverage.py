from datetime import date

import polars as pl
import pytest

from coder import SchemaError, aggregate
from tests.unit.aggregate.made import DAY, document, events, table

START, END = date(2020, 3, 2), date(2020, 3, 22)  # three weeks
READ = table("documents", [document("d1", date(2020, 3, 4)), document("d2", None)])


def _cells(frame: pl.DataFrame) -> list[tuple[object, ...]]:
    columns = ["iso3", "week", "observed", "n_documents", "n_events", "killed_sum"]
    return frame.select(columns).rows()


def test_zero_is_told_apart_from_not_having_looked() -> None:
    told = events({"killed_best": 3}, {"date_end": date(2020, 3, 10)})
    found = aggregate.panel(told, READ, units=["MLI", "NER"], unit="country", start=START, end=END)
    assert _cells(found) == [
        ("MLI", date(2020, 3, 2), True, 1, 1, 3),
        ("MLI", date(2020, 3, 9), True, 0, 1, None),  # an event whose toll nobody tells
        ("MLI", date(2020, 3, 16), False, 0, 0, None),
        ("NER", date(2020, 3, 2), True, 1, 0, 0),
        ("NER", date(2020, 3, 9), False, 0, 0, None),
        ("NER", date(2020, 3, 16), False, 0, 0, None),
    ]
    assert found["filter"][0] == (
        "countable; representative; dates=end; week_start=monday; coverage=all documents"
    )


def test_events_in_no_cell_are_told() -> None:
    told = events(
        {},
        {"iso3": None},
        {"iso3": "NER"},
        {"date_start": None, "date_end": None},
        {"date_end": date(2021, 1, 1)},
        {"countable": False},
    )
    found = aggregate.panel(told, READ, units=["MLI"], unit="country", start=START, end=END)
    assert found["n_events"].sum() == 1
    assert found["n_unplaced"].to_list() == [4, 4, 4]


def test_documents_can_cover_the_country_they_were_written_in() -> None:
    read = table("documents", [document("d1", DAY, dateline_iso3="NER"), document("d2", DAY)])
    found = aggregate.panel(
        events(),
        read,
        units=["MLI", "NER"],
        unit="country",
        start=START,
        end=START,
        coverage={"iso3": "dateline_iso3"},
    )
    assert found.select("iso3", "observed", "n_documents").rows() == [
        ("MLI", False, 0),
        ("NER", True, 1),
    ]


def test_documents_that_could_not_be_read_cover_nothing() -> None:
    read = table("documents", [document("d1", DAY, status="error")])
    found = aggregate.panel(events(), read, units=["MLI"], unit="country", start=DAY, end=DAY)
    assert found["observed"].to_list() == [False]


def test_a_span_is_widened_to_whole_periods() -> None:
    found = aggregate.panel(
        events(),
        READ,
        units=[("MLI", "Gao")],
        start=date(2020, 1, 31),
        end=date(2020, 3, 1),
        freq="month",
    )
    assert found["month"].to_list() == [date(2020, month, 1) for month in (1, 2, 3)]


def test_units_come_as_a_frame_and_units_of_other_columns_work() -> None:
    units = pl.DataFrame({"event_type": ["protest", "bombing"], "order": [1, 2]})
    told = events({"event_type": "protest"}, {"killed_best": 2})
    found = aggregate.panel(told, READ, units=units, unit="event_type", start=DAY, end=DAY)
    assert found.select("event_type", "n_events", "killed_sum").rows() == [
        ("bombing", 1, 2),
        ("protest", 1, None),
    ]


def test_wrong_units_and_spans_are_refused() -> None:
    def count(**options: object) -> pl.DataFrame:
        given = {"units": ["MLI"], "unit": "country", "start": START, "end": END, **options}
        return aggregate.panel(events(), READ, **given)  # type: ignore[arg-type]  # wrong on purpose

    with pytest.raises(ValueError, match="a unit is listed twice"):
        count(units=["MLI", "MLI"])
    with pytest.raises(ValueError, match="a unit is iso3, admin1_name; found"):
        count(unit="admin1")
    with pytest.raises(ValueError, match="before it begins"):
        count(end=date(2019, 1, 1))
    with pytest.raises(ValueError, match="which is no column of the unit"):
        count(coverage={"admin1_name": "dateline_place"})
    with pytest.raises(ValueError, match="freq is 'decade'"):
        count(freq="decade")
    with pytest.raises(SchemaError, match="documents has no column mood"):
        count(coverage={"iso3": "mood"})
    with pytest.raises(SchemaError, match="units has no column iso3"):
        count(units=pl.DataFrame({"country": ["MLI"]}))

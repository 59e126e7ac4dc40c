from datetime import date

import pytest

from benchmarks.judged_events import (
    JudgedAct,
    is_date_right,
    is_place_right,
    is_same_name,
    read_acts,
)
from coder.values.events import EventDate, EventPlace
from coder.values.labels import DatePrecision

ACT = JudgedAct(
    doc_id="d",
    sentence=0,
    at=0,
    dates=("2016-05-03/day",),
    iso3="SYR",
    admin1=("Aleppo",),
    deepest=("Deir Hafir",),
    also=("Aleppo",),
)


def test_the_judged_acts_are_forty_and_different() -> None:
    acts = read_acts()
    assert len({(act.doc_id, act.sentence) for act in acts}) == len(acts) == 40


@pytest.mark.parametrize(
    ("first", "last", "precision", "accepted", "is_right"),
    [
        (date(2016, 5, 3), date(2016, 5, 3), DatePrecision.DAY, ("2016-05-03/day",), True),
        (date(2016, 5, 3), date(2016, 5, 3), DatePrecision.MULTI_DAY, ("2016-05-03/day",), False),
        (date(2016, 5, 2), date(2016, 5, 2), DatePrecision.DAY, ("2016-05-03/day",), False),
        (None, date(2016, 5, 3), DatePrecision.OPEN, ("none",), True),
        (None, date(2016, 5, 3), DatePrecision.OPEN, ("2016-05-03/day",), False),
        (date(2016, 5, 3), date(2016, 5, 3), DatePrecision.DAY, ("none",), False),
        (date(2016, 5, 3), None, DatePrecision.OPEN, ("2016-05-03../open",), True),
    ],
)
def test_a_date_needs_both_days_and_the_precision(
    first: date | None,
    last: date | None,
    precision: DatePrecision,
    accepted: tuple[str, ...],
    is_right: bool,
) -> None:
    given = EventDate(start=first, end=last, precision=precision)
    assert is_date_right(given, accepted) is is_right


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Ar-Raqqah", "Raqqa", True),
        ("Khan Shaykhun", "Khan Sheikhun", True),
        ("Hama", "Homs", False),
    ],
)
def test_spellings_of_one_name(one: str, other: str, is_same: bool) -> None:
    assert is_same_name(one, other) is is_same


@pytest.mark.parametrize(
    ("place", "is_right"),
    [
        (EventPlace(iso3="SYR", admin1_name="Aleppo", place_name="Dayr Hafir"), True),
        (EventPlace(iso3="SYR", place_name="Dayr Hafir", site_name="a hospital"), True),
        (EventPlace(iso3="SYR", place_name="Dayr Hafir", site_name="the Grand Hotel"), False),
        (EventPlace(iso3="SYR", admin1_name="Aleppo"), False),
        (EventPlace(iso3="SYR", admin1_name="Hama", place_name="Dayr Hafir"), False),
        (EventPlace(iso3="TUR", place_name="Dayr Hafir"), False),
        (EventPlace(iso3="SYR", admin1_name="Aleppo", place_name="Aleppo"), False),
    ],
)
def test_a_place_is_right_when_the_deepest_level_is_there_and_none_is_wrong(
    place: EventPlace,
    is_right: bool,
) -> None:
    assert is_place_right(place, ACT) is is_right

"""Publication dates as data sets give them."""

from datetime import UTC, date, datetime

import pytest

from coder.mentions.times.finder import DateOrder
from coder.mentions.times.published import PublishedError, parse_published

DAY = date(2017, 12, 12)


@pytest.mark.parametrize(
    "raw",
    [
        "2017-12-12",
        " 2017-12-12 ",
        "2017-12-12T23:30:00Z",
        "2017-12-12T23:30:00+03:00",
        "2017-12-12 10:30",
        "2017-12-12T10:30:00.123456",
        "2017/12/12",
        "12.12.2017",
        "12/12/2017",
        "12 Dec 2017",
        "December 12, 2017",
        "Dec. 12, 2017 at 10:30 a.m.",
        "Tuesday, 12 December 2017",
        "Tue, 12 Dec 2017 10:00:00 +0000",
        "12 de diciembre de 2017",
        "20171212",
        20171212,
        1513036800,
        1513036800000,
        "1513036800",
        1513036800.0,
        DAY,
        datetime(2017, 12, 12, 23, 59, tzinfo=UTC),
    ],
    ids=str,
)
def test_reads(raw: object) -> None:
    assert parse_published(raw) == DAY


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "soon",
        "yesterday",
        "Monday",
        "12 December",
        "2017",
        "2017-13-12",
        "2017-12-12x",
        "2017-02-30",
        "30/02/2017",
        "1/2/345",
        "1 May 2017 to 3 May 2017",
        "x" * 200,
        5,
        -1,
        20171399,
        0.5,
        float("nan"),
        float("inf"),
        True,
        None,
        b"2017-12-12",
    ],
    ids=str,
)
def test_unreadable(raw: object) -> None:
    with pytest.raises(PublishedError) as error:
        parse_published(raw)
    assert error.value.reason == "unreadable"


@pytest.mark.parametrize("raw", ["03/04/2020", "03.04.2020", "3-4-2020", "12/12/17", "13/04/20"])
def test_ambiguous_without_an_order(raw: str) -> None:
    with pytest.raises(PublishedError) as error:
        parse_published(raw)
    assert error.value.reason == "ambiguous"


@pytest.mark.parametrize(
    ("raw", "order", "day"),
    [
        ("03/04/2020", DateOrder.DMY, date(2020, 4, 3)),
        ("03/04/2020", DateOrder.MDY, date(2020, 3, 4)),
        ("03/04/20", DateOrder.DMY, date(2020, 4, 3)),
        ("20/04/03", DateOrder.YMD, date(2020, 4, 3)),
        ("13/04/2020", DateOrder.UNDECLARED, date(2020, 4, 13)),
        ("2020-04-03", DateOrder.DMY, date(2020, 4, 3)),
        ("2020/04/03", DateOrder.DMY, date(2020, 4, 3)),
    ],
)
def test_declared_order(raw: str, order: DateOrder, day: date) -> None:
    assert parse_published(raw, order=order) == day

"""Datelines of agencies, cables and local papers, and sentences that only look like one."""

from datetime import date

import pytest

from coder import code
from coder.mentions.places.dateline import read_dateline, written_on

LINES = [
    ("OUAGADOUGOU, June 14 (Sahel Wire) - Gunmen", "OUAGADOUGOU", "June 14", None, "Sahel Wire"),
    ("BEIRUT (Reuters) - Gunmen", "BEIRUT", None, None, "Reuters"),
    (
        "SAN SALVADOR, 3 JAN 90 (AFP) -- [TEXT] THE",
        "SAN SALVADOR",
        "3 JAN 90",
        date(1990, 1, 3),
        "AFP",
    ),
    ("[TEXT] LIMA, 12 DEC 89 (EFE) -- THE", "LIMA", "12 DEC 89", date(1989, 12, 12), "EFE"),
    ("Bogota, 12 Mar 88 -- Police", "Bogota", "12 Mar 88", date(1988, 3, 12), None),
    ("(Kabul, 5 May) Police", "Kabul", "5 May", None, None),
    ("(Nairobi, 3 June 2014, KNA) - Police", "Nairobi", "3 June 2014", date(2014, 6, 3), "KNA"),
    ("Baghdad, Iraq (AP) -- A bomb", "Baghdad, Iraq", None, None, "AP"),
    ("KYIV - Shells hit", "KYIV", None, None, None),
    ("DAMASCUS, Syria \u2014 Rockets hit", "DAMASCUS, Syria", None, None, None),
    (
        "Port-au-Prince, Haiti, Oct. 3, 1994 (AP) - A",
        "Port-au-Prince, Haiti",
        "Oct. 3, 1994",
        date(1994, 10, 3),
        "AP",
    ),
    (
        "Mogadishu, 14 October 2017: A truck",
        "Mogadishu",
        "14 October 2017",
        date(2017, 10, 14),
        None,
    ),
    ("LAGOS [Wire] -- Police", "LAGOS", None, None, "Wire"),
    ("NICOSIA, July 21. Two bombs", "NICOSIA", "July 21", None, None),
    ("Lisbon, 3 Feb. (AP). Police", "Lisbon", "3 Feb", None, "AP"),
    ("Imphal/Moreh, Nov 2 (NEA) Two men", "Imphal/Moreh", "Nov 2", None, "NEA"),
    ("CAIRO, Monday.\nTwo men", "CAIRO", "Monday", None, None),
    ("Port strike ends\n\nLIMA, May 4 (EFE) - Dockers", "LIMA", "May 4", None, "EFE"),
    (
        "Oyo, Nigeria, (Gulf Wire - NNA - 15th Jul, 2019 ) :About 90 men",
        "Oyo, Nigeria",
        "15th Jul, 2019",
        date(2019, 7, 15),
        "Gulf Wire - NNA",
    ),
    (
        "VIENNA (Wire / Tanjug - 28th August, 2021) Ten men",
        "VIENNA",
        "28th August, 2021",
        date(2021, 8, 28),
        "Wire / Tanjug",
    ),
    ("Quetta: August 8, 2016 - A", "Quetta", "August 8, 2016", date(2016, 8, 8), None),
    ("KOHAT - June 27, 2009: Two", "KOHAT", "June 27, 2009", date(2009, 6, 27), None),
    ("PORT STRIKE\nAll back at work\n\nLIMA, May 4. Dockers", "LIMA", "May 4", None, None),
]


@pytest.mark.parametrize(
    ("text", "place", "words", "day", "agency"), LINES, ids=[case[0] for case in LINES]
)
def test_dateline(
    text: str, place: str, words: str | None, day: date | None, agency: str | None
) -> None:
    line = read_dateline(text)
    assert line is not None
    assert (line.place_text, line.date_text, line.date, line.agency) == (place, words, day, agency)
    assert line.place_span is not None
    assert text[slice(*line.place_span)] == place
    assert text[line.end] not in " -("


@pytest.mark.parametrize(
    "text",
    [
        "A MINE KILLED A FRENCH-TRAINED OFFICER ON Friday.",
        "",
        "The army -- which fled -- returned.",
        "Kyiv - Shells hit the town.",
        "Police said on Monday - a day later - so.",
        "BOGOTA -- THE ARMY SAID SO.",
        "TWO MEN HELD IN TULUA - POLICE\n\nPolice in Tulua hold two men, they said.",
        "TULUA, MARINA 5. Two men are held.",
        "Gunmen killed 12 people (AFP) - and fled.",
        "Kabul, 99 Foo 17 -- Police",
        "A B C D E F G H (AP) - Police",
        "Kabul, 5 men from the north - Police",
    ],
)
def test_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [("LAHORE: Police said so.", False), ("LAHORE - Police said so.", True)],
)
def test_capitals_with_a_colon_may_be_no_dateline(text: str, *, is_sure: bool) -> None:
    line = read_dateline(text)
    assert line is not None
    assert line.is_sure is is_sure


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("NICOSIA, July 21. Two bombs", date(1964, 7, 22), date(1964, 7, 21)),
        ("NEW DELHI, Dec. 31 (AP) - Two", date(2021, 1, 2), date(2020, 12, 31)),
        ("CAIRO, Monday. Two men", date(1958, 3, 5), date(1958, 3, 3)),
        ("NICOSIA, July 21. Two bombs", date(1964, 9, 2), date(1964, 9, 2)),  # an old dateline
        ("NICOSIA, 21 July 1964 (AP) - Two", date(1999, 9, 2), date(1964, 7, 21)),
        ("NICOSIA, 21 July 1964 (AP) - Two", date(1964, 7, 20), date(1964, 7, 21)),  # zones
        ("NICOSIA, 25 July 1964 (AP) - Two", date(1964, 7, 20), date(1964, 7, 20)),
        ("NICOSIA, JULY 21. Two bombs", date(1964, 7, 22), date(1964, 7, 21)),
        ("NICOSIA, 21 July 1964 (AP) - Two", None, date(1964, 7, 21)),
        ("NICOSIA (AP) - Two", date(1964, 7, 22), date(1964, 7, 22)),
    ],
)
def test_the_day_a_report_was_written(text: str, published: date | None, day: date) -> None:
    assert written_on(read_dateline(text), published) == day


def test_yesterday_is_the_day_before_the_dateline() -> None:
    text = "Guard killed\n\nNICOSIA, July 21. Gunmen shot dead a guard in Kyrenia yesterday."
    (event,) = code(text, published="1964-07-22").events
    assert event.date.start == event.date.end == date(1964, 7, 20)

"""Totals over a period: their rows say so and since when, and enter no incident."""

from datetime import date

from tests.unit.made_readings import events, only


def test_a_count_since_a_month_is_cumulative_and_says_since_when() -> None:
    [event] = events("Militants have killed 22 soldiers in Sulu since January.")
    [row] = event.casualties
    assert (row.best, row.is_cumulative, row.period_start) == (22, True, date(2020, 1, 1))


def test_a_count_of_a_year_beside_an_act_is_not_added_to_it() -> None:
    event = only(
        "Tuesday's blast killed ten people and brought the number of people killed in Aden since"
        " January to 95."
    )
    rows = [(row.best, row.is_cumulative) for row in event.casualties]
    assert rows == [(10, False), (95, True)]
    assert event.countable


def test_the_toll_of_one_act_is_not_cumulative() -> None:
    event = only("The death toll from Friday's bombing in Quetta rose to 17 on Sunday.")
    assert [(row.best, row.is_cumulative) for row in event.casualties] == [(17, False)]


def test_victims_keep_the_nationality_of_their_words() -> None:
    event = only("Gunmen killed two French aid workers and a guide near Tillia on Monday.")
    assert [row.nationality for row in event.casualties] == ["France", None]

"""The day of an act whose own clause names none, and days that are no act's."""

from datetime import date

import pytest

from coder import Coder
from coder.records.models import Event


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def _events(coder: Coder, text: str, published: str = "2016-05-06") -> list[Event]:
    return list(coder.code(text, published=published).events)


def _last(coder: Coder, text: str, published: str = "2016-05-06") -> Event:
    return max(_events(coder, text, published), key=lambda event: event.sent_idx)


DAY = "Gunmen killed two guards in Kaduna on Tuesday. "


@pytest.mark.parametrize(
    "text",
    [
        "At about 09.00 hrs a patrol found and disarmed a second device in Zaria.",
        "At 9 p.m. assailants threw a grenade at a police post in Zaria.",
        "They also abducted three teachers in Zaria.",
        "In a simultaneous operation in Zaria, police arrested four suspects.",
    ],
    ids=["hour-in-dots", "hour", "also", "simultaneous"],
)
def test_an_act_beside_a_dated_one_takes_over_its_day(coder: Coder, text: str) -> None:
    found = _last(coder, DAY + text).date
    assert (found.start, found.end, found.basis) == (
        date(2016, 5, 3),
        date(2016, 5, 3),
        "inherited",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Relatives burnt 30 houses in Zaria.",
        "The group also kidnapped 20 pupils in Zaria in 2012.",
        "Police deny that gunmen also killed a trader in Zaria.",
    ],
    ids=["another-act", "a-year-of-its-own", "denied"],
)
def test_other_acts_keep_their_own_day_or_none(coder: Coder, text: str) -> None:
    assert _last(coder, DAY + text).date.basis != "inherited"


def test_a_day_is_not_taken_over_across_many_sentences(coder: Coder) -> None:
    between = "The market was closed. Schools stayed shut. Traders complained. Prices rose. "
    between += "Buses ran late. Fuel was scarce. Shops opened at noon. "
    found = _last(coder, DAY + between + "At 9 p.m. assailants threw a grenade at a post in Zaria.")
    assert (found.date.start, found.date.basis) == (None, "pub_date_default")


def test_details_of_a_series_take_over_its_days(coder: Coder) -> None:
    found = _last(
        coder,
        "Between 4 and 7 February 2016, soldiers attacked at least six villages in Kaduna State. "
        "In one of them, soldiers beat a trader.",
        "2016-02-20",
    )
    assert (found.date.start, found.date.end) == (date(2016, 2, 4), date(2016, 2, 7))
    assert found.date.basis == "inherited"


def test_an_entry_of_a_live_report_happened_that_day(coder: Coder) -> None:
    [first, *_] = _events(coder, "14:05 Mortar shells hit a school in Kaduna.\n")
    assert (first.date.start, first.date.basis) == (date(2016, 5, 6), "inferred")
    without = coder.code("14:05 Mortar shells hit a school in Kaduna.\n").events
    assert [event.date.start for event in without] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "6 May 2016 At least nine people died when gunmen attacked Kaduna.",
        "AFP Friday 6 May 2016 Gunmen killed nine people in Kaduna.",
        "Published May 6 2016 Gunmen killed nine people in Kaduna.",
    ],
    ids=["in-front", "behind-an-agency", "published"],
)
def test_the_date_stamp_of_a_text_is_no_days_of_an_act(coder: Coder, text: str) -> None:
    [event, *_] = _events(coder, text)
    assert (event.date.start, event.date.basis) == (None, "pub_date_default")


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May 2016 gunmen killed nine people in Kaduna.",
        "3 May 2016 - Gunmen killed nine people in Kaduna.",
        "3 May (night) - Gunmen killed nine people in Kaduna.",
    ],
    ids=["preposition", "dash", "bracket"],
)
def test_a_date_tied_to_the_story_is_the_day_of_the_act(coder: Coder, text: str) -> None:
    [event, *_] = _events(coder, text)
    assert (event.date.start, event.date.basis) == (date(2016, 5, 3), "explicit")


def test_the_last_hours_are_days_of_the_act(coder: Coder) -> None:
    [event] = _events(coder, "At least 79 civilians were killed in Kaduna over the last 48 hours.")
    assert (event.date.start, event.date.end) == (date(2016, 5, 4), date(2016, 5, 6))


def test_a_day_between_verb_and_object_belongs_to_the_act(coder: Coder) -> None:
    [event, *_] = _events(
        coder, "The army said the air force carried out on Tuesday four raids on Kaduna."
    )
    assert (event.date.start, event.date.basis) == (date(2016, 5, 3), "weekday")


@pytest.mark.parametrize(
    "text",
    [
        "The robbers stole money intended to pay Christmas bonuses.",
        "They used a pact drawn up in 1931, to send the murder case of Senator Abebe abroad.",
        "They questioned two men arrested on Monday, to solve the murder of Senator Abebe.",
    ],
    ids=["kind-of-thing", "pact", "arrest"],
)
def test_a_day_of_something_else_is_no_day_of_the_act(coder: Coder, text: str) -> None:
    (found,) = [event for event in _events(coder, text) if event.event_type != "arrest"]
    assert found.date.basis in {"none", "pub_date_default"}


def test_the_year_of_a_clause_about_a_thing_is_not_that_of_the_act(coder: Coder) -> None:
    (found,) = _events(coder, "The attack damaged the hall which was opened by the mayor in 2004.")
    assert found.date.basis in {"none", "pub_date_default"}

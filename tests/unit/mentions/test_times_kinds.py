"""Types, values, what is no time expression, and laws that hold for every text."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.mentions.times.finder import DateOrder, find_times
from coder.values.labels import DateBasis, DatePrecision, TimexType
from coder.values.mentions import TimeExpression

DAY = date(2017, 10, 12)  # a Thursday


def _only(text: str, reference: date | None = DAY, **options: DateOrder) -> TimeExpression:
    [found] = find_times(text, 0, len(text), reference, **options)
    return found


VALUES = [
    ("A two-hour battle ended it.", "two-hour", TimexType.DURATION, "PT2H"),
    ("He spent four years in prison.", "four years", TimexType.DURATION, "P4Y"),
    ("The siege lasted for three days.", "three days", TimexType.DURATION, "P3D"),
    (
        "The siege took almost two and a half years.",
        "almost two and a half years",
        TimexType.DURATION,
        "P2.5Y",
    ),
    ("The siege took half an hour.", "half an hour", TimexType.DURATION, "PT0.5H"),
    ("The siege took an hour and a half.", "an hour and a half", TimexType.DURATION, "PT1.5H"),
    ("The siege took over a decade.", "over a decade", TimexType.DURATION, "P10Y"),
    ("The siege took several weeks.", "several weeks", TimexType.DURATION, "PXW"),
    ("The siege took two to three weeks.", "two to three weeks", TimexType.DURATION, "PXW"),
    ("It followed weeks of fighting.", "weeks", TimexType.DURATION, "PXW"),
    ("A decades-long feud ended.", "decades-long", TimexType.DURATION, "PXDE"),
    ("A daylong strike ended.", "daylong", TimexType.DURATION, "P1D"),
    ("They fought six straight days.", "six straight days", TimexType.DURATION, "P6D"),
    ("He served twenty-four months.", "twenty-four months", TimexType.DURATION, "P24M"),
    ("He served a hundred days.", "a hundred days", TimexType.DURATION, "P100D"),
    ("He served a fortnight.", "a fortnight", TimexType.DURATION, "P2W"),
    ("They rally every Friday.", "every Friday", TimexType.SET, "XXXX-WXX-5"),
    ("They rally on Fridays.", "Fridays", TimexType.SET, "XXXX-WXX-5"),
    ("They rally every two weeks.", "every two weeks", TimexType.SET, "P2W"),
    ("They rally each year.", "each year", TimexType.SET, "P1Y"),
    ("They rally every night.", "every night", TimexType.SET, "XXXX-XX-XXTNI"),
    ("They rally every weekend.", "every weekend", TimexType.SET, "XXXX-WXX-WE"),
    ("They rally every March.", None, None, None),
    ("They rally every January.", "every January", TimexType.SET, "XXXX-01"),
    ("They rally twice a month.", "twice a month", TimexType.SET, "P1M"),
    ("Ten cars a day pass.", "a day", TimexType.DURATION, "P1D"),
    ("About 15 a day pass.", "a day", TimexType.SET, "P1D"),
    ("Shelling is a daily event.", "daily", TimexType.SET, "P1D"),
    ("It happened three days ago.", "three days ago", TimexType.DATE, "2017-10-09"),
    ("It happened last week.", "last week", TimexType.DATE, "2017-W40"),
    ("It happened last weekend.", "last weekend", TimexType.DATE, "2017-W40-WE"),
    ("It happened in June.", "June", TimexType.DATE, "2017-06"),
    ("It happened in the 1990s.", "the 1990s", TimexType.DATE, "199"),
    ("It happened in the summer.", "the summer", TimexType.DATE, "2017-SU"),
    ("It happened last night.", "last night", TimexType.TIME, "2017-10-11TNI"),
    ("It happened on Tuesday evening.", "Tuesday evening", TimexType.TIME, "2017-10-10TEV"),
    (
        "It happened on Tuesday at 6:40 p.m.",
        "Tuesday at 6:40 p.m.",
        TimexType.TIME,
        "2017-10-10T18:40",
    ),
    ("It happened at 16:08 UTC.", "16:08 UTC", TimexType.TIME, "T16:08Z"),
    ("It happened at 0600 hours.", "0600 hours", TimexType.TIME, "T06:00"),
    ("It happened at six o'clock.", "six o'clock", TimexType.TIME, "T06:00"),
    ("It happened at 8.30 pm.", "8.30 pm", TimexType.TIME, "T20:30"),
    ("It happened before dawn.", "before dawn", TimexType.TIME, "TMO"),
    ("It happened recently.", "recently", TimexType.DATE, "PAST_REF"),
    ("It happened in recent days.", "recent days", TimexType.DATE, "PAST_REF"),
    ("It is happening now.", "now", TimexType.DATE, "PRESENT_REF"),
    ("It will happen soon.", "soon", TimexType.DATE, "FUTURE_REF"),
    ("It will happen in the coming weeks.", "the coming weeks", TimexType.DATE, "FUTURE_REF"),
    ("It happened in the past three days.", "the past three days", TimexType.DURATION, "P3D"),
    ("It happened on the first day of Eid.", "the first day of Eid", TimexType.DATE, None),
    ("It happened years ago.", "years ago", TimexType.DATE, "PAST_REF"),
    ("It took the first nine months.", "the first nine months", TimexType.DURATION, "P9M"),
]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [case for case in VALUES if case[1]],
    ids=[case[0] for case in VALUES if case[1]],
)
def test_type_and_value(text: str, words: str, kind: TimexType, value: str | None) -> None:
    found = {item.text: item for item in find_times(text, 0, len(text), DAY)}
    assert words in found
    assert (found[words].type, found[words].value) == (kind, value)


NEGATIVES = [
    "The rebels hold 18 villages.",
    "A T-72 tank burned.",
    "The Second Army moved in.",
    "The clinic is open 24/7.",
    "He may have been second in command.",
    "They march to the square.",
    "THEY MAY MARCH TO THE SQUARE.",
    "the protesters may march",
    "Ali, 24, was a driver.",
    "A 15-year-old boy was hurt.",
    "A man aged 15 was hurt; he was 15 years old.",
    "They won 3-1 in the final.",
    "A 7.62 mm rifle was found.",
    "Flight 1549 crashed.",
    "Resolution 2254 and Article 5 were cited.",
    "April Mendoza, 27, and June Okafor, 44, spoke.",
    "The fall of the town was quick.",
    "Water from the spring was poisoned.",
    "The sun was hot as he sat down.",
    "It cost $2000 and weighed 1,950 kg.",
    "About 2000 people fled.",
    "He sold 2000 pieces.",
    "A 122 mm shell hit 10/12 of them.",
    "The Su-25 and the MiG-29 flew.",
    "Call 555-2010-86 for help.",
    "The daughter of Theresa May wept.",
    "She is in her thirties.",
    "He is the last of them.",
    "A quarter of the city burned.",
    "He came second in a race.",
    "Wait a second.",
    "The Daily Star and the Sun wrote so.",
    "Mark 4:5 and John 3:16 were read.",
    "Area 51 has 31 gates.",
]


@pytest.mark.parametrize("text", NEGATIVES)
def test_no_time_expression(text: str) -> None:
    assert [found.text for found in find_times(text, 0, len(text), DAY)] == []


def test_clock_time_without_day_dates_nothing() -> None:
    found = _only("The square was empty at 10:30.")
    assert (found.type, found.first, found.last) == (TimexType.TIME, None, None)
    assert found.time_of_day == "10:30"


@pytest.mark.parametrize(
    "text",
    [
        "He died on Monday.",
        "He died yesterday.",
        "He died last night.",
        "He died overnight.",
        "He died two weeks ago.",
        "He died last week.",
        "He died over the weekend.",
        "He died this morning.",
        "He died on May 3.",
        "He died in June.",
        "He died last November.",
        "He died last Monday.",
        "He died at Christmas.",
        "He died in the summer.",
        "He died in the past three days.",
        "He died last hour.",
        "He died the year before last.",
        "He died between 3 and 5 May.",
        "He died in the third quarter.",
        "He died a day earlier.",
        "He died on 5 de marzo.",
    ],
)
def test_relative_forms_keep_words_and_null_days_without_a_report_date(text: str) -> None:
    found = find_times(text, 0, len(text), None)
    assert found
    assert all(item.first is None and item.last is None for item in found)
    assert all(item.precision is DatePrecision.UNKNOWN for item in found)


def test_full_dates_resolve_without_a_report_date() -> None:
    assert _only("He died on 3 May 2014.", None).first == date(2014, 5, 3)
    assert _only("He died on 3 MAY 88.", None).first == date(1988, 5, 3)
    assert _only("He died on 3 MAY 14.", None).first == date(2014, 5, 3)


def test_weekday_value_without_a_report_date() -> None:
    assert _only("He died on Monday.", None).value == "XXXX-WXX-1"
    assert _only("He died on May 3.", None).value == "XXXX-05-03"


OPEN = [
    ("He has led it since 2010.", date(2010, 1, 1), None, True),
    ("At least 35 died since Monday evening.", date(2017, 10, 9), None, True),
    ("Shops stay closed until Friday.", None, date(2017, 10, 13), False),
    ("He must leave by Saturday.", None, date(2017, 10, 14), False),
    ("Such raids were rare before 2010.", None, date(2009, 12, 31), False),
    ("Such raids were rare after 2010.", date(2011, 1, 1), None, False),
]


@pytest.mark.parametrize(("text", "first", "last", "since"), OPEN, ids=[case[0] for case in OPEN])
def test_one_side_stays_open(text: str, first: date | None, last: date | None, since: bool) -> None:
    found = _only(text)
    assert (found.first, found.last, found.is_open_start) == (first, last, since)
    assert found.precision is DatePrecision.OPEN


def test_day_after_which_something_happened_is_a_day() -> None:
    assert _only("It came after Monday's attack.").precision is DatePrecision.DAY


@pytest.mark.parametrize(
    ("text", "precision", "basis"),
    [
        ("on Monday", DatePrecision.DAY, DateBasis.WEEKDAY),
        ("yesterday", DatePrecision.DAY, DateBasis.RELATIVE),
        ("on 3 May", DatePrecision.DAY, DateBasis.EXPLICIT),
        ("overnight", DatePrecision.MULTI_DAY, DateBasis.RELATIVE),
        ("over the weekend", DatePrecision.MULTI_DAY, DateBasis.RELATIVE),
        ("last week", DatePrecision.WEEK, DateBasis.RELATIVE),
        ("two weeks ago", DatePrecision.WEEK, DateBasis.RELATIVE),
        ("in June", DatePrecision.MONTH, DateBasis.EXPLICIT),
        ("in 2015", DatePrecision.YEAR, DateBasis.EXPLICIT),
        ("for four years", DatePrecision.UNKNOWN, DateBasis.NONE),
    ],
)
def test_precision_and_basis(text: str, precision: DatePrecision, basis: DateBasis) -> None:
    found = _only(f"Rebels fought {text} there.")
    assert (found.precision, found.basis) == (precision, basis)


ORDERS = [
    (DateOrder.DMY, "03/04/2016", date(2016, 4, 3)),
    (DateOrder.MDY, "03/04/2016", date(2016, 3, 4)),
    (DateOrder.YMD, "16/04/03", date(2016, 4, 3)),
    (DateOrder.UNDECLARED, "03.04.2016", date(2016, 4, 3)),
]


@pytest.mark.parametrize(("order", "words", "day"), ORDERS, ids=[case[0] for case in ORDERS])
def test_declared_order_of_day_and_month(order: DateOrder, words: str, day: date) -> None:
    assert _only(f"It fell on {words}.", date_order=order).first == day


def test_undeclared_order_is_explained() -> None:
    found = _only("It fell on 10/02/2017.", date(2017, 10, 9))
    assert found.first == date(2017, 10, 2)
    assert found.note is not None
    assert "2017-02-10" in found.note
    alone = _only("It fell on 10/02/2017.", None)
    assert alone.note is not None
    assert "no order declared" in alone.note
    later = _only("It fell on 10/02/2017.", date(2017, 5, 9))
    assert later.first == date(2017, 2, 10)


def test_weekday_in_a_preview_is_explained() -> None:
    assert _only("The trial will resume on Friday.").note == "the coming one, by the verb"


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("Two died the day before.", -1),
        ("Two died a day earlier.", -1),
        ("Two died the previous day.", -1),
        ("Two died two days later.", 2),
        ("Two died the following day.", 1),
        ("Two died the same day.", 0),
        ("Two died that night.", 0),
        ("Two died hours later.", 0),
        ("Two died a week later.", 7),
        ("Two died the next morning.", 1),
        ("Two died the night before.", -1),
    ],
)
def test_forms_that_count_from_the_event_told_before(text: str, offset: int) -> None:
    found = _only(text)
    assert (found.event_offset_days, found.first) == (offset, None)


def test_later_than_planned_is_a_length() -> None:
    assert _only("It came two days later than planned.").type is TimexType.DURATION


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It began before dawn on Sunday.", "before dawn"),
        ("It began in the early hours of Sunday.", "the early hours"),
        ("It began early Sunday.", "early"),
        ("It began late on Sunday.", "late"),
        ("It began on Sunday night.", "night"),
        ("It began on Sunday at 10:30 p.m.", "10:30 p.m."),
    ],
)
def test_time_of_day_keeps_its_words(text: str, words: str) -> None:
    assert _only(text).time_of_day == words


def test_two_dates_that_are_no_range_stay_two() -> None:
    text = "Raids took place on 3 and 17 May."
    found = find_times(text, 0, len(text), DAY)
    assert [item.first for item in found] == [date(2017, 5, 3), date(2017, 5, 17)]


def test_count_after_a_month_is_no_day() -> None:
    text = "In June 12 people died."
    assert [item.text for item in find_times(text, 0, len(text), DAY)] == ["June"]


def test_offsets_count_in_the_whole_text() -> None:
    text = "Calm at first. Then shells fell on Monday. More fell on Tuesday."
    [found] = find_times(text, 15, 42, DAY)
    assert text[found.start : found.end] == "Monday" == found.text


def test_very_long_sentence_is_read_in_pieces() -> None:
    text = "A shell fell on Monday and " * 3_000
    found = find_times(text, 0, len(text), DAY)
    assert len(found) == 3_000
    assert all(text[item.start : item.end] == item.text for item in found)


PHRASES = """the a of on in at to from between and since until by last next this first second
third two 3 17 May march June Dec. Sat Monday Friday weekend week weeks day days
months year 2015 1990s 12/10 10:30 p.m. UTC night morning dawn early mid late end ago
later earlier before after every half quarter Christmas overnight yesterday - , . ' (
) 0600 '98 attacked will was fell 2015-03-04 20th 7-9 16 nov 89 past few de marzo"""
WORDS = st.sampled_from(PHRASES.split())


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=14), st.sampled_from([None, DAY, date(2020, 2, 29)]))
def test_any_sequence_of_time_words_reads_soundly(words: list[str], reference: date | None) -> None:
    text = " ".join(words)
    end = -1
    for found in find_times(text, 0, len(text), reference):
        assert found.start >= end
        assert found.start < found.end
        end = found.end
        assert found.text == text[found.start : found.end]
        if found.first and found.last:
            assert found.first <= found.last


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    find_times(text, 0, len(text), DAY)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=8))
def test_a_sentence_before_only_shifts_offsets(words: list[str]) -> None:
    text, before = " ".join(words), "Nothing moved. "
    alone = find_times(text, 0, len(text), DAY)
    shifted = find_times(before + text, len(before), len(before) + len(text), DAY)
    assert [(item.start + len(before), item.value) for item in alone] == [
        (item.start, item.value) for item in shifted
    ]


@pytest.mark.parametrize("extreme", [date(1, 1, 1), date(9999, 12, 31), date(1, 3, 1)])
def test_edges_of_the_calendar(extreme: date) -> None:
    text = (
        "On Monday, last week, 900 years ago, two months ago, next year, in the last 20 days, over "
        "the weekend, on Feb. 29, in June, last winter, at Easter, next Friday, and overnight."
    )
    find_times(text, 0, len(text), extreme)


UNDATED = [
    "It fell on the fifth day of the strike.",
    "It fell in the second week of the siege.",
    "It fell in the third year of the war.",
    "It fell the day before the raid.",
    "It fell a few years ago.",
    "It fell that year.",
    "It fell a year earlier.",
    "It fell during Ramadan.",
    "It will fall a few days from now.",
]


@pytest.mark.parametrize("text", UNDATED)
def test_dates_the_words_do_not_give(text: str) -> None:
    found = _only(text)
    assert (found.type, found.first, found.last) == (TimexType.DATE, None, None)


IMPOSSIBLE = [
    "It fell on 31 February 2015.",
    "It fell on February 30, 2015.",
    "It fell on 31/31/2015.",
    "It fell on 2015-02-30.",
    "It fell on 30-31 February 2015.",
    "It fell at 25:00 p.m. sharp.",
    "It fell on 13 p.m. sharp.",
]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_days_outside_the_calendar_are_never_given(text: str) -> None:
    found = find_times(text, 0, len(text), DAY)
    assert all(item.precision is not DatePrecision.DAY for item in found)


def test_range_without_a_report_date_keeps_its_value() -> None:
    assert _only("It fell from 3 May to 5 June.", None).value == "XXXX-05-03/XXXX-06-05"
    assert _only("It fell between 3 and 5 May.", None).value == "XXXX-05-03/XXXX-05-05"

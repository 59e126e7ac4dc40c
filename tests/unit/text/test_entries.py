"""Entries of a list: each with its day or place in front."""

import pytest

from coder.text import sentences
from coder.text.items import item_of, listing_of
from coder.text.normalise import normalise
from coder.values.labels import Section


def heads(text: str) -> list[str | None]:
    """The front that holds for each sentence; null in running text."""
    found = [item_of(sentence) for sentence in sentences(normalise(text, Section.TEXT))]
    fronts = [None if item is None else item.head for item in found]
    return [None if head is None else text[head.start : head.end].strip(" :-.") for head in fronts]


@pytest.mark.parametrize(
    "front",
    [
        "3 May 2014 - ",
        "May 3, 2014: ",
        "3 May: ",
        "Saturday, 3 May. ",
        "03.05.2014 (Chad): ",
        "2014-05-03 | ",
        "[3 May 2014] ",
        "3-4 May, Abeche: ",
        "Saturday: ",
        "May 2014: ",
    ],
)
def test_a_day_before_a_mark_is_in_front_of_an_entry(front: str) -> None:
    text = f"{front}Men burnt a school.\n{front}Men shot a clerk."
    assert None not in heads(text)


def test_a_line_that_is_a_day_holds_for_the_items_below_it() -> None:
    text = "3 May 2014\n- A mine killed two.\n- Rebels left.\n\n4 May 2014\nA clerk was shot."
    assert heads(text) == [*["3 May 2014"] * 3, *["4 May 2014"] * 2]


def test_places_below_a_day_are_entries_of_that_day() -> None:
    text = (
        "3 May 2014\n\nGAO - A mine killed two.\n\nKIDAL - Men left.\n\n4 May 2014\n\nLERE - Fire."
    )
    found = [item_of(sentence) for sentence in sentences(normalise(text, Section.TEXT))]
    days = [text[item.day.start : item.day.end] for item in found if item and item.day]
    assert days == [*["3 May 2014"] * 3, *["4 May 2014"] * 2]


def test_paragraphs_go_on_with_an_entry() -> None:
    text = "GAO - A mine killed two.\n\nPolice said so.\n\nKIDAL - Men left.\n\nLERE - Men came."
    assert heads(text) == ["GAO", "GAO", "KIDAL", "LERE"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "On 3 May, men burnt a school in the old quarter.\n\nThe army came later and left."
            "\n\nOn 9 May, the mayor spoke to the people of the town."
        ),
        "3 May: Men burnt a school in the old town.\n\nNothing else was told of that day.",
        "Smith - who lives in the old town - saw the fire.\n\nThe school is closed for now.",
        "Mariners 5: A late win.\nDecatur 14: Two men hurt.",
    ],
    ids=["days of a story", "one entry alone", "dashes around an aside", "scores of teams"],
)
def test_running_text_has_no_entries(text: str) -> None:
    assert set(heads(text)) == {None}


def test_a_list_below_a_report_is_no_chronology() -> None:
    entries = "3 May 2014: Men burnt a school.\n4 May 2014: Men shot a clerk."
    assert listing_of(entries).is_chronology
    assert not listing_of(
        "A mine killed two soldiers near the border. " * 5 + entries
    ).is_chronology

"""Items of a list and columns of headlines: each a story of its own."""

import coder
from coder.text import sentences
from coder.text.items import item_of
from coder.text.normalise import normalise
from coder.values.labels import Section


def numbers(text: str) -> list[int | None]:
    found = [item_of(sentence) for sentence in sentences(normalise(text, Section.TEXT))]
    return [None if item is None else item.number for item in found]


def places(text: str) -> list[tuple[str | None, str | None]]:
    found = coder.code(text, published="2009-05-04").to_polars()
    return list(zip(found["iso3"], found["place_name"], strict=True))


def test_a_paragraph_behind_a_list_is_running_text() -> None:
    text = "- A mine killed two.\n- Rebels left. They took cars.\n\nThe UN left the town."
    assert numbers(text) == [1, 2, 2, None]


def test_numbered_paragraphs_and_a_few_lines_are_running_text() -> None:
    assert numbers("1. Rebels came to Gao.\n\n2. They took cars.") == [None, None]
    assert numbers("Rebels free captured priest\n\nBus blast in Bujumbura kills two") == [None] * 2


def test_a_headline_takes_no_place_from_the_one_above() -> None:
    column = [
        "Grenade blast kills two at Bujumbura bus station",
        "Gunmen shoot two bank clerks dead",
        "Oil prices fall for third day",
        "Minister opens new bridge in Lyon",
    ]
    assert places("\n\n".join(column)) == [("BDI", "Bujumbura"), (None, None)]


def test_items_of_one_country_share_the_country_and_nothing_finer() -> None:
    text = "- A mine killed two farmers in Gao.\n\n- Gunmen shot two bank clerks dead."
    assert places(text) == [("MLI", "Gao"), ("MLI", None)]


def test_what_stands_above_a_list_holds_for_every_item() -> None:
    text = (
        "Two bombs exploded in Gao on Monday.\n\n- Gunmen also shot two bank clerks dead.\n"
        "- Rebels kidnapped a priest."
    )
    assert {place for _, place in places(text)} == {"Gao"}

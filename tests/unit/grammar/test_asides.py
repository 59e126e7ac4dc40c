"""Asides are taken out of the row of chunks; their words stay with the group before them."""

import pytest

from coder.events.reading import Reading
from coder.lexicon.load import load_lexicon
from coder.mentions.quantities import find_quantities
from coder.text import normalise, tokenise
from coder.values.labels import Section


def _kinds(text: str) -> str:
    sentence = tokenise(normalise(text, Section.TEXT), 0, len(text), 0)
    reading = Reading(
        sentence,
        load_lexicon(),
        times=(),
        places=(),
        named=(),
        quantities=find_quantities(sentence),
        event_heads=frozenset(),
    )
    return reading.clauses.kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Joseph Banda, 34, was shot.", "NV."),
        ("Joseph Banda, 34, and Ivan Petrov, 20 years old, were shot.", "NCNV."),
        ("Joseph Banda, 34, a teacher, was shot.", "N,N,V."),
        ("A boy aged 9 was shot.", "NV."),
        ("The Farmers Front (FF) leader was shot.", "NV."),
        ("Joseph Banda [name as received] was shot.", "NV."),
    ],
    ids=["age", "ages in a list", "age before apposition", "aged", "short name", "note"],
)
def test_aside_takes_no_part_in_the_sentence(text: str, kinds: str) -> None:
    assert _kinds(text) == kinds


def test_number_that_counts_is_no_age() -> None:
    assert "N,N" in _kinds("Shells killed 12 soldiers, 53 civilians and a nurse.")


def test_words_in_brackets_that_tell_something_stay() -> None:
    assert "(" in _kinds("The mayor (a friend of the governor) was shot.")


@pytest.mark.parametrize("bracket", ["(", "["])
def test_text_that_breaks_off_behind_a_bracket_is_read(bracket: str) -> None:
    assert _kinds(f"Two bombers struck a camp near Bama {bracket}").endswith("N(")


@pytest.mark.parametrize("opened", ["(30s", "(17 and", "(17 and 19", "[name as"])
def test_aside_that_is_never_closed_is_read(opened: str) -> None:
    assert "N(" in _kinds(f"Raiders shot a man {opened}")

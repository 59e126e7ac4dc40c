import pytest

from coder.mentions.quantities import find_quantities, measures_persons, read_quantity
from coder.text import normalise, sentences
from coder.values.labels import Qualifier, Section
from coder.values.text import Sentence


def sentence(text: str) -> Sentence:
    return sentences(normalise(text, Section.TEXT))[0]


TABLE = """
23 | 23 23 23 exact
twenty-three | 23 23 23 exact
twenty three | 23 23 23 exact
1,200 | 1200 1200 1200 exact
1.200 | 1200 1200 1200 exact
1.2 million | 1200000 1200000 1200000 exact
12 000 | 12000 12000 12000 exact
a hundred | 100 100 100 exact
one hundred and five | 105 105 105 exact
two thousand three hundred and forty-one | 2341 2341 2341 exact
a total of 14 | 14 14 14 exact
only seven | 7 7 7 exact
both | 2 2 2 exact
zero | 0 0 0 none
at least 23 | 23 23 - at_least
no fewer than 23 | 23 23 - at_least
no less than five | 5 5 - at_least
a minimum of nine | 9 9 - at_least
23 or more | 23 23 - at_least
23 at least | 23 23 - at_least
20+ | 20 20 - at_least
at least two dozen | 24 24 - at_least
at least some 50 | 50 50 - at_least
more than 100 | 100 100 - more_than
over 100 | 100 100 - more_than
upwards of 100 | 100 100 - more_than
well over a thousand | 1000 1000 - more_than
more than a dozen | 12 12 - more_than
about 50 | - 50 - about
around 50 | - 50 - about
some 50 | - 50 - about
roughly 50 | - 50 - about
an estimated 50 | - 50 - about
only about 50 | - 50 - about
50 or so | - 50 - about
30-odd | - 30 - about
a dozen | - 12 - about
two dozen | - 24 - about
half a dozen | - 6 - about
nearly 50 | - 50 50 nearly
almost 50 | - 50 50 nearly
close to 50 | - 50 50 nearly
up to 50 | - - 50 up_to
as many as 50 | - - 50 up_to
a maximum of 50 | - - 50 up_to
no more than 50 | - - 50 up_to
fewer than 10 | - - 10 up_to
two to three | 2 2 3 range
two or three | 2 2 3 range
5 or 6 | 5 5 6 range
between 20 and 25 | 20 20 25 range
from six to eight | 6 6 8 range
20-25 | 20 20 25 range
1,000-1,500 | 1000 1000 1500 range
20 to 30 thousand | 20000 20000 30000 range
twenty to thirty thousand | 20000 20000 30000 range
2 to 500 | 2 2 500 range
between 5-7 | 5 5 7 range
two or three dozen | 24 24 36 range
a couple | 2 2 - vague
a handful | 3 3 - vague
several | 3 3 - vague
a few | 3 3 - vague
tens | 10 10 - vague
dozens | 12 12 - vague
scores | 20 20 - vague
hundreds | 100 100 - vague
thousands | 1000 1000 - vague
several hundred | 300 300 - vague
a few thousand | 3000 3000 - vague
tens of thousands | 10000 10000 - vague
hundreds of thousands | 100000 100000 - vague
a couple of hundred | 200 200 - vague
an unknown number | 1 - - unspecified
a number | 2 - - plural
many | 2 - - plural
"""
ROWS = [line.split(" | ") for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("words", "bounds"), ROWS, ids=[words for words, _ in ROWS])
def test_the_expression_table_of_the_codebook(words: str, bounds: str) -> None:
    text = f"Then {words} people fled."
    found = read_quantity(sentence(text), 1)
    assert found is not None
    numbers = tuple("-" if n is None else str(n) for n in (found.low, found.best, found.high))
    assert (*numbers, found.qualifier.value) == tuple(bounds.split())
    assert found.text == words
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "no longer held",
        "no one came",
        "some people",
        "about the raid",
        "over there",
        "between them",
        "between five people",
        "from five",
        "a man",
        "an",
        "between",
        "at least",
        "3-1 victory",
        "15-year-old boy",
        "10:30",
        "2.5 points",
        "the men",
        "99999999999999",
        "five billion people",
    ],
)
def test_what_begins_no_number(text: str) -> None:
    found = read_quantity(sentence(text), 0)
    assert found is None or found.first > 0


def test_no_before_a_noun_is_a_reported_zero() -> None:
    found = read_quantity(sentence("no soldiers died"), 0)
    assert found is not None
    assert (found.low, found.best, found.high, found.qualifier) == (0, 0, 0, Qualifier.NONE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Six died, 14 were hurt and dozens fled.", ["Six", "14", "dozens"]),
        ("In 2015 and on May 12 nobody came.", []),
        ("On 3 March, 3 people came.", ["3"]),
        ("Between 2016 and 2017 it rained.", []),
        ("Flight 103 and Resolution 1701", []),
        ("About 1,990 people", ["About 1,990"]),
        ("No casualties were reported.", []),
        ("five hundred six", ["five hundred six"]),
        ("five six", ["five", "six"]),
        ("on May 12 300 people came", ["300"]),
        ("five to three", ["five", "three"]),
        ("20 or many", ["20", "many"]),
    ],
)
def test_numbers_of_a_whole_sentence(text: str, found: list[str]) -> None:
    assert [quantity.text for quantity in find_quantities(sentence(text))] == found


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("23 soldiers", True),
        ("dozens of people", True),
        ("12 km away", False),
        ("50 kilograms of dynamite", False),
        ("40 percent", False),
        ("40 %", False),
        ("2 million dollars", False),
        ("2 tons of coca", False),
        ("three times", False),
        ("two hours", False),
        ("5 p.m. local", False),
        ("hundreds of kilometers", False),
        ("3 more years", False),
        ("8 more people", True),
    ],
)
def test_units_behind_a_number(text: str, persons: bool) -> None:
    found = read_quantity(sentence(text), 0)
    assert found is not None
    assert measures_persons(sentence(text), found) is persons


@pytest.mark.parametrize(
    ("text", "position", "persons"),
    [
        ("a boy aged 15", 3, False),
        ("worth $5", 2, False),
        ("the farmer, 43, said", 3, False),
        ("the guard ( 43 )", 3, False),
        ("killing 12", 1, True),
        ("page 5", 1, False),
    ],
)
def test_signs_and_words_before_a_number(text: str, position: int, persons: bool) -> None:
    found = read_quantity(sentence(text), position)
    assert found is not None
    assert measures_persons(sentence(text), found) is persons


def test_offsets_count_in_the_section() -> None:
    text = "Nothing. At least 23 people came."
    (found,) = find_quantities(sentences(normalise(text, Section.TEXT))[1])
    assert text[found.start : found.end] == found.text == "At least 23"

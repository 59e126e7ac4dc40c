"""What is known of a word before any place is looked up."""

import sqlite3
import zlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from coder.gazetteer.openings import COMMON, FAMOUS, Openings, openings_text
from coder.gazetteer.store import Gazetteer
from coder.gazetteer.user_places import UserPlace
from coder.values.labels import PlaceLevel

DATA = Path(__file__).parents[3] / "coder" / "gazetteer" / "data"


@pytest.fixture(scope="module")
def openings() -> Openings:
    return Gazetteer.open().openings


def test_the_file_is_that_of_the_embedded_gazetteer() -> None:
    built = openings_text(DATA / "places.sqlite")
    assert (DATA / "openings.tsv").read_text(encoding="utf-8") == built, (
        "run python -m coder.gazetteer.openings"
    )


@pytest.mark.parametrize("word", ["peruvian", "mali", "lima", "kabul"])
def test_a_people_a_country_and_a_large_city_are_famous(openings: Openings, word: str) -> None:
    opening = openings[word]
    assert opening is not None
    assert opening.bits & FAMOUS


@pytest.mark.parametrize("word", ["mopti", "of", "juan"])
def test_a_small_town_an_everyday_word_and_a_given_name_are_not(
    openings: Openings, word: str
) -> None:
    opening = openings[word]
    assert opening is not None
    assert not opening.bits & FAMOUS
    assert bool(opening.bits & COMMON) == (word != "mopti")


def test_names_go_on_with_listed_words_only(openings: Openings) -> None:
    opening = openings["san"]
    assert opening is not None
    assert opening.longest_with(openings.second_of["SALVADOR".lower()]) > 1
    assert opening.longest_with(openings.second_of["soldiers"]) == 1
    assert opening.longest_with(openings.second_of[","]) == 1


def test_the_second_word_of_a_name_has_no_accent() -> None:
    assert Gazetteer.open().openings.second_of["josé"] == "jose"


def test_a_mark_or_figure_opens_no_name(openings: Openings) -> None:
    assert openings[","] is None
    assert openings["1990"] is None


def test_names_of_the_user_are_famous() -> None:
    row = UserPlace(
        gazetteer_id="user:1",
        name="Qqcamp Nine",
        alternatives=(),
        level=PlaceLevel.SITE,
        latitude=1.0,
        longitude=2.0,
        iso2="SY",
    )
    assert Gazetteer.open().openings["qqcamp"] is None
    opening = Gazetteer.open().with_places([row]).openings["qqcamp"]
    assert opening is not None
    assert opening.bits & FAMOUS
    assert (opening.longest, opening.seconds) == (2, frozenset({"nine"}))


def test_a_gazetteer_the_file_was_not_made_of_is_asked_itself(openings: Openings) -> None:
    with closing(sqlite3.connect(f"{(DATA / 'places.sqlite').as_uri()}?mode=ro", uri=True)) as file:

        def rows(query: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
            found = file.execute(query, values).fetchall()
            return [(zlib.compress(zlib.decompress(found[0][0]), 1),)] if "meta" in query else found

        asked = Openings(rows)
        for word in ("san", "lima", "peruvian", "mali", "mopti", "united", "saint-denis", "tables"):
            assert asked[word] == openings[word], word

"""Other names of a place that the builder derives: articles, halves, and those of its area."""

import pytest

from coder.gazetteer.sources import Town
from coder.gazetteer.spellings import article_variants, halves, seats


def town(name: str, *others: str, population: int = 60_000) -> Town:
    return Town(
        geonameid=7,
        name=name,
        latitude=1.0,
        longitude=2.0,
        iso2="XX",
        admin1="01",
        population=population,
        alternatives=others,
    )


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Qasr ash Shams", ["qasr al shams", "qasr el shams"]),
        ("As-Safira", ["al safira", "el safira"]),
        ("Lost an", []),
        ("Homs", []),
    ],
)
def test_an_article_is_written_before_any_letter(name: str, found: list[str]) -> None:
    assert list(article_variants([name])) == found


@pytest.mark.parametrize(
    ("named", "found"),
    [
        (town("Olmos de los Altos", "Olmos", "Altos"), ["Olmos"]),
        (town("Olmos de los Altos", "Ólmos de los Altos"), []),
        (town("San Telmo de Vega", "Vega"), ["Vega"]),
        (town("San Telmo de Tierra", "Tierra"), []),
        (town("San Telmo de Vega", "Vega", population=9_000), []),
        (town("Tierra Blanca", "Tierra"), []),
    ],
)
def test_a_city_is_known_by_half_of_its_name(named: Town, found: list[str]) -> None:
    assert halves(named, {"olmo"}, {"tierra", "olmo"}) == found


def test_an_area_and_its_town_of_one_name_share_their_spellings() -> None:
    areas = [("XX", "01", "As-Safira", ["Safeera", "X.Y."])]
    assert list(seats([town("As Safira")], areas)) == [(7, "safeera")]
    assert list(seats([town("Tell Brak", "Safeera")], areas)) == [(7, "safeera")]
    assert list(seats([town("Tell Brak")], areas)) == []

"""Areas and villages no gazetteer has: proven by a head noun, an owner or the area behind them."""

from collections.abc import Iterator

import pytest

from coder.gazetteer.store import Gazetteer
from coder.mentions.places.finder import find_places
from coder.text import normalise, sentences
from coder.values.labels import PlaceLevel, Section
from coder.values.mentions import PlaceMention


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _places(text: str, gazetteer: Gazetteer) -> Iterator[PlaceMention]:
    for found in find_places(sentences(normalise(text, Section.TEXT)), gazetteer):
        yield from found


def _named(text: str, name: str, gazetteer: Gazetteer) -> PlaceMention:
    [found] = [place for place in _places(text, gazetteer) if place.text.startswith(name)]
    return found


@pytest.mark.parametrize(
    ("text", "name", "level", "iso3", "admin2"),
    [
        (
            "A bomb went off in Cizre district, Sirnak.",
            "Cizre", PlaceLevel.ADMIN2, "TUR", "Cizre",
        ),
        (
            "They clashed in Sirnak's Silopi district.",
            "Silopi", PlaceLevel.ADMIN2, "TUR", "Silopi",
        ),
        (
            "It happened in Zarbota County, Central Equatoria.",
            "Zarbota", PlaceLevel.ADMIN2, "SSD", "Zarbota",
        ),
        (
            "They left Burkina Faso's Zendo province at night.",
            "Zendo", PlaceLevel.ADMIN2, "BFA", "Zendo",
        ),
        (
            "He threw it into a bar in Bujumbura's Zagara district.",
            "Zagara", PlaceLevel.DISTRICT, "BDI", None,
        ),
        (
            "The clinic in Ntambule, Zangade district, was looted.",
            "Ntambule", PlaceLevel.PLACE, None, "Zangade",
        ),
        (
            "It flared up at Tambulo in neighbouring Western Highlands.",
            "Tambulo", PlaceLevel.PLACE, "PNG", None,
        ),
        (
            "The strike in Deir al-Sharqi village in Idlib province killed two.",
            "Deir al-Sharqi", PlaceLevel.PLACE, "SYR", None,
        ),
    ],
    ids=[
        "district-called-after-its-town", "owner-is-a-province", "county", "owner-is-a-country",
        "owner-is-a-city", "village-in-an-unlisted-district", "neighbouring", "name-with-direction",
    ],
)  # fmt: skip
def test_the_words_around_a_name_give_its_level_and_areas(  # noqa: PLR0917
    gazetteer: Gazetteer,
    text: str,
    name: str,
    level: PlaceLevel,
    iso3: str | None,
    admin2: str | None,
) -> None:
    found = _named(text, name, gazetteer)
    assert (found.level, found.iso3, found.admin2) == (level, iso3, admin2)
    assert found.gazetteer_id is None


def test_a_province_behind_a_district_is_no_town(gazetteer: Gazetteer) -> None:
    found = _named("A bomb went off in Cizre district, Sirnak.", "Sirnak", gazetteer)
    assert (found.level, found.admin1_code) == (PlaceLevel.ADMIN1, "TR.80")


@pytest.mark.parametrize(
    "text",
    [
        "He spoke in Parliament in London.",
        "The Nangade Company in Mozambique closed.",
        "The committee at Congress in Washington met.",
    ],
)
def test_bodies_before_an_area_are_no_villages(text: str, gazetteer: Gazetteer) -> None:
    assert all(place.gazetteer_id is not None for place in _places(text, gazetteer))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("They met in the south of Basra.", None),
        ("They met south of Basra.", "south of"),
        ("They moved to the south of Basra.", "south of"),
    ],
)
def test_in_the_south_of_a_town_is_inside_it(
    text: str, relation: str | None, gazetteer: Gazetteer
) -> None:
    assert _named(text, "Basra", gazetteer).relation == relation


def test_an_area_told_once_counts_for_the_name(gazetteer: Gazetteer) -> None:
    text = (
        "A bomb went off in the neighbourhood of Zalihiah. Manbij in Aleppo province was calm. "
        "The Zalihiah neighbourhood of Hasakeh is crowded."
    )
    found = [place for place in _places(text, gazetteer) if place.name == "Zalihiah"]
    assert [place.admin1 for place in found] == ["Al-Hasakah", "Al-Hasakah"]


@pytest.mark.parametrize(
    "text",
    [
        "Villages Burn After Zabarov District Attack Shakes Northern Towns Again",
        "Militants Execute Farmers After Seizing Village Near Northern Border Post",
    ],
)
def test_capitals_of_a_headline_prove_no_name(text: str, gazetteer: Gazetteer) -> None:
    assert all(place.gazetteer_id is not None for place in _places(text, gazetteer))


def test_ships_are_no_places(gazetteer: Gazetteer) -> None:
    names = [place.text for place in _places("The USS Ohio sailed past Aden.", gazetteer)]
    assert names == ["Aden"]


@pytest.mark.parametrize(
    "text", ["They met on the Kenya-Somalia border.", "They met on the Turkish-Syrian border."]
)
def test_a_border_of_two_countries_is_a_feature_of_neither(text: str, gazetteer: Gazetteer) -> None:
    [found] = [place for place in _places(text, gazetteer) if place.kind == "border"]
    assert (found.level, found.iso3, found.latitude) == (PlaceLevel.FEATURE, None, None)


def test_articles_inside_arabic_names(gazetteer: Gazetteer) -> None:
    found = _named("Shells fell on Dayr az Zawr.", "Dayr az Zawr", gazetteer)
    assert found.iso3 == "SYR"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("They met between Kaduna and Zaria.", "between"),
        ("They met between the towns of Kaduna and Zaria.", "between"),
        ("They met in Kaduna and Zaria.", None),
    ],
)
def test_between_two_towns_is_in_neither(
    text: str, relation: str | None, gazetteer: Gazetteer
) -> None:
    found = [place.relation for place in _places(text, gazetteer)]
    assert found == [relation, relation]


def test_a_longer_unlisted_name_is_not_the_listed_one(gazetteer: Gazetteer) -> None:
    text = "A bomb went off in the district of San Martin de Zarbas in Lima."
    found = _named(text, "San Martin", gazetteer)
    assert (found.text, found.gazetteer_id) == ("San Martin de Zarbas", None)
    assert [place.text for place in _places("He met San Martin de Zarbas.", gazetteer)] == []


def test_an_area_beside_a_town_is_the_one_it_lies_in(gazetteer: Gazetteer) -> None:
    found = _named("It happened in Isulan, Sultan Kudarat.", "Sultan Kudarat", gazetteer)
    assert (found.level, found.admin1) == (PlaceLevel.ADMIN2, "Soccsksargen")


def test_towns_of_two_countries_side_by_side_are_one_name(gazetteer: Gazetteer) -> None:
    text = "They blew up the Cano Limon pipeline in Colombia."
    assert [place.text for place in _places(text, gazetteer)] == ["Colombia"]


@pytest.mark.parametrize("people", ["Yoruba", "Masalit", "Chechen", "Miskito", "Baloch"])
def test_no_people_names_an_unlisted_place(people: str, gazetteer: Gazetteer) -> None:
    text = f"Gunmen on motorcycles burnt huts in a {people} village on Monday."
    assert people not in {place.name for place in _places(text, gazetteer)}

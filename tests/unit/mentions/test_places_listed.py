"""Towns, villages and areas of the second order that the supplement lists by hand."""

import pytest

from coder.mentions.places.finder import find_places
from coder.text import normalise, sentences
from coder.values.labels import PlaceLevel, Section
from coder.values.mentions import PlaceMention
from tests.unit.mentions.test_places import gazetteer


def place(text: str, name: str) -> PlaceMention | None:
    parts = sentences(normalise(text, Section.TEXT))
    found = [mention for mentions in find_places(parts, gazetteer()) for mention in mentions]
    return next((mention for mention in found if mention.text == name), None)


@pytest.mark.parametrize(
    ("text", "name", "iso3", "admin1"),
    [
        ("Raiders killed nine in Barsalogho, Burkina Faso.", "Barsalogho", "BFA", "Centre-Nord"),
        ("Gunmen from the DR Congo's army entered Mambasa.", "Mambasa", "COD", "Ituri"),
        ("Mortars struck Robotyne, the Ukrainian army said.", "Robotyne", "UKR", "Zaporizhzhia"),
        ("A mine went off in Pibor, South Sudan.", "Pibor", "SSD", "Jonglei"),
        ("The junta bombed Mindat in Myanmar.", "Mindat", "MMR", "Chin"),
        ("Soldiers searched El Mozote, El Salvador.", "El Mozote", "SLV", "Morazan"),
        ("Two died in Agatu, Benue State.", "Agatu", "NGA", "Benue"),
        ("Israeli jets struck Khiam, Lebanon.", "Khiam", "LBN", "Nabatieh"),
    ],
)
def test_a_listed_place_has_country_area_and_point(
    text: str, name: str, iso3: str, admin1: str
) -> None:
    found = place(text, name)
    assert found is not None
    assert (found.iso3, found.admin1) == (iso3, admin1)
    assert found.latitude is not None


@pytest.mark.parametrize(
    ("text", "name", "iso3"),
    [
        ("A tourist was robbed in Palma on Monday.", "Palma", "ESP"),
        ("Rebels attacked Palma in northern Mozambique.", "Palma", "MOZ"),
        ("Two students fought in Santa Clara on Monday.", "Santa Clara", "CUB"),
        ("Guerrillas shelled Santa Clara, El Salvador.", "Santa Clara", "SLV"),
        ("Police fired shots in Ghaziabad on Monday.", "Ghaziabad", "IND"),
        ("Afghan soldiers fired shots in Ghaziabad district.", "Ghaziabad", "AFG"),
    ],
)  # fmt: skip
def test_the_better_known_namesake_wins_without_its_country(
    text: str, name: str, iso3: str
) -> None:
    found = place(text, name)
    assert found is not None
    assert found.iso3 == iso3


def test_a_speaker_called_like_an_area_is_no_place() -> None:
    assert place("Nigerian police came late. Rafi said nobody was hurt.", "Rafi") is None
    found = place("Nigerian police came late. Gunmen killed two in Rafi.", "Rafi")
    assert found is not None
    assert found.level is PlaceLevel.ADMIN2


@pytest.mark.parametrize(
    ("text", "name", "iso3"),
    [
        ("Inmates burned mattresses in the Tora prison overnight.", "Tora prison", "EGY"),
        ("A stall owner was stabbed in the Bakara market.", "Bakara market", "SOM"),
        ("Food ran out in the Rho camp.", "Rho camp", "COD"),
        ("Shots were heard in the Afar region.", "Afar", "ETH"),
        ("A drone struck the Washington state capitol.", "Washington", "USA"),
    ],
)
def test_the_last_word_of_a_name_may_be_written_small(text: str, name: str, iso3: str) -> None:
    found = place(text, name)
    assert found is not None
    assert found.iso3 == iso3


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Two fishermen drowned in the Limpopo on Sunday.", "Limpopo", "river"),
        ("Two miners were shot in Limpopo on Sunday.", "Limpopo", None),
        ("A tanker was hit in the Red Sea on Sunday.", "Red Sea", "sea"),
        ("Two herders were shot in the Chaco on Sunday.", "Chaco", "region"),
    ],
)
def test_rivers_and_landscapes_have_the_article(text: str, name: str, kind: str | None) -> None:
    found = place(text, name)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "name", "iso3"),
    [
        ("Pirates robbed a trawler near Crete.", "Crete", "GRC"),
        ("Soldiers shot a rebel on Samar on Friday.", "Samar", "PHL"),
        ("A hotel burned down in Rhodes on Friday.", "Rhodes", "GRC"),
        ("Fishermen were held near Buru on Friday.", "Buru", "IDN"),
        ("A boat sank off Samos on Friday.", "Samos", "GRC"),
    ],
)
def test_an_island_comes_before_a_town_of_its_name_abroad(text: str, name: str, iso3: str) -> None:
    found = place(text, name)
    assert found is not None
    assert found.iso3 == iso3


@pytest.mark.parametrize(
    "text",
    [
        "Rhodes was stabbed in a bar.",
        "Burke shot his landlord on Friday.",
        "Samar said nobody was hurt.",
        "Robbers left the scene in a Toyota pickup.",
    ],
)
def test_people_and_cars_are_no_places(text: str) -> None:
    name = next(word for word in ("Rhodes", "Burke", "Samar", "Toyota") if word in text)
    assert place(text, name) is None


def test_a_camp_is_that_of_the_town_of_its_name() -> None:
    found = place("A shell hit Jabaliya refugee camp overnight.", "Jabaliya")
    assert found is not None
    assert found.admin1 == "Gaza Strip"

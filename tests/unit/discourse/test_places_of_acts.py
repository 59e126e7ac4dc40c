"""Where an act is put when several clauses and kinds of things tell of it."""

import pytest

from coder import Coder
from coder.records.models import Event


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def _first(coder: Coder, text: str) -> Event:
    [event, *_] = coder.code(text, published="2016-05-06").events
    return event


def test_the_clause_that_names_the_town_gives_the_place(coder: Coder) -> None:
    event = _first(
        coder,
        "An air strike killed five people in Syria's Idlib province on Tuesday. "
        "The strike hit the town of Saraqib, residents said.",
    )
    assert event.place.admin1_name == "Idlib"
    assert (event.place.place_name, event.place.precision) == ("Saraqib", "place")


def test_a_town_elsewhere_does_not_fill_the_place(coder: Coder) -> None:
    event = _first(
        coder,
        "An air strike killed five people in Syria's Idlib province on Tuesday. "
        "The strike was condemned in Ankara.",
    )
    assert (event.place.admin1_name, event.place.place_name) == ("Idlib", None)


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("Gunmen stormed the village of Gorgora in Burkina Faso on Sunday.", None),
        ("Gunmen attacked a convoy near Djibo in Burkina Faso on Sunday.", None),
        ("Gunmen attacked a hospital in Djibo in Burkina Faso on Sunday.", "a hospital"),
    ],
)
def test_only_facilities_are_sites(coder: Coder, text: str, site: str | None) -> None:
    assert _first(coder, text).place.site_name == site


def test_an_area_the_gazetteer_lacks_has_no_coordinates(coder: Coder) -> None:
    place = _first(coder, "Gunmen killed two teachers in Cizre district, Sirnak.").place
    assert (place.admin1_name, place.admin2_name, place.place_name) == ("Sirnak", "Cizre", None)
    assert (place.precision, place.lat, place.coord_basis) == ("admin2", None, None)


def test_a_country_that_only_says_whose_is_not_the_place(coder: Coder) -> None:
    event = _first(coder, "The rebels said that a US strike killed nine fighters on Tuesday.")
    assert event.place.iso3 is None
    event = _first(coder, "Gunmen killed nine people in the US on Tuesday.")
    assert event.place.iso3 == "USA"


def test_the_town_of_the_clause_is_finer_than_the_area_behind_a_list(coder: Coder) -> None:
    event = _first(
        coder,
        "Jets bombed hideouts of the militants in the town of Azaz and several other villages in "
        "the northern countryside of Aleppo province.",
    )
    assert (event.place.admin1_name, event.place.place_name) == ("Aleppo", "Izaz")


def test_a_quarter_of_another_city_is_not_meant(coder: Coder) -> None:
    event = _first(
        coder,
        "A bomber killed 16 people in the city of Hama on Tuesday. "
        "The attack occurred in the neighbourhood of Salihiah.",
    )
    assert event.place.admin1_name == "Hama"


def test_a_region_inside_one_province_fills_it(coder: Coder) -> None:
    event = _first(coder, "Air strikes killed 18 militants in North Waziristan on Tuesday.")
    assert (event.place.admin1_name, event.place.precision) == ("Khyber Pakhtunkhwa", "feature")


@pytest.mark.parametrize(
    ("text", "iso3", "admin1", "precision"),
    [
        ("Gunmen killed two men between Kaduna and Zaria.", "NGA", "Kaduna", "feature"),
        ("Gunmen killed two guards on the Kenya-Somalia border.", None, None, "feature"),
        ("Gunmen killed two guards at the border between Mali and Niger.", None, None, None),
        ("Shells killed two in the eastern countryside of Homs.", "SYR", "Homs", "admin1"),
    ],
    ids=["two-towns", "hyphen", "between-countries", "countryside"],
)
def test_what_lies_between_places_has_their_common_area_and_no_point(
    coder: Coder, text: str, iso3: str | None, admin1: str | None, precision: str | None
) -> None:
    place = _first(coder, text).place
    assert (place.iso3, place.admin1_name) == (iso3, admin1)
    assert place.place_name is None
    if precision is not None:
        assert place.precision == precision
    if precision != "admin1" or iso3 == "NGA":
        assert place.lat is None


def test_the_country_an_ambassador_was_sent_to_is_no_place(coder: Coder) -> None:
    event = _first(coder, "Danilo Petrov, a former ambassador to Spain, was shot dead on Friday.")
    assert event.place.iso3 is None

from functools import cache

import pytest

from coder.gazetteer.store import Gazetteer
from coder.mentions.places.event_place import event_place
from coder.mentions.places.finder import find_places
from coder.text import normalise, sentences
from coder.values.labels import CoordBasis, GeoPrecision, Section, TargetType
from coder.values.mentions import PlaceMention


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def mentions(text: str) -> list[PlaceMention]:
    parts = sentences(normalise(text, Section.TEXT))
    return [mention for found in find_places(parts, gazetteer()) for mention in found]


def test_a_town_fills_all_levels_from_the_gazetteer() -> None:
    place = event_place(mentions("in Manbij, Syria"), [], "in Manbij, Syria")
    assert (place.iso3, place.admin1_name, place.place_name) == ("SYR", "Aleppo", "Manbij")
    assert place.precision is GeoPrecision.PLACE
    assert place.coord_basis is CoordBasis.GAZETTEER_POINT
    assert place.latitude == pytest.approx(36.5, abs=0.2)
    assert place.text == "in Manbij, Syria"


def test_an_area_gives_its_centroid_and_says_so() -> None:
    place = event_place(mentions("in Idlib province"), [], None)
    assert (place.admin1_name, place.place_name) == ("Idlib", None)
    assert (place.precision, place.coord_basis) == (
        GeoPrecision.ADMIN1,
        CoordBasis.ADMIN_CENTROID,
    )


def test_a_country_has_no_point() -> None:
    place = event_place(mentions("in Mali"), [], None)
    assert (place.iso3, place.latitude, place.coord_basis) == ("MLI", None, None)
    assert place.precision is GeoPrecision.COUNTRY


def test_a_river_is_a_feature_and_inherits_the_area_of_the_text() -> None:
    chosen = mentions("on the western bank of the Euphrates River")
    context = mentions("in the eastern province of Deir al-Zour in Syria")
    place = event_place(chosen, context, None)
    assert place.precision is GeoPrecision.FEATURE
    assert (place.iso3, place.admin1_name) == ("SYR", "Deir ez-Zor")
    assert (place.latitude, place.longitude) == (None, None)


def test_a_known_town_does_not_inherit_another_area() -> None:
    place = event_place(mentions("in Manbij, Syria"), mentions("in Idlib province"), None)
    assert place.admin1_name == "Aleppo"


def test_near_a_town_is_not_in_it() -> None:
    place = event_place(mentions("near Gao in Mali"), [], None)
    assert (place.precision, place.place_name) == (GeoPrecision.NEAR_PLACE, "Gao")
    assert place.latitude is not None


@pytest.mark.parametrize(
    ("text", "has_point"),
    [("12 km from Gao", True), ("120 km from Gao", False), ("60 miles from Gao", False)],
)
def test_far_from_a_town_there_is_no_honest_point(text: str, has_point: bool) -> None:
    place = event_place(mentions(f"A mine exploded {text}, Mali."), [], None)
    assert (place.latitude is not None) is has_point
    assert place.precision is GeoPrecision.NEAR_PLACE


def test_the_place_itself_outranks_what_it_is_near_to() -> None:
    place = event_place(mentions("in Kidal, 300 km from Gao in Mali"), [], None)
    assert place.place_name == "Kidal"


def test_places_that_differ_leave_their_common_area() -> None:
    same = event_place(mentions("in Manbij and Azaz in Syria"), [], None)
    assert (same.admin1_name, same.place_name, same.latitude) == ("Aleppo", None, None)
    assert same.precision is GeoPrecision.ADMIN1
    apart = event_place(mentions("in Manbij and Palmyra in Syria"), [], None)
    assert (apart.iso3, apart.precision) == ("SYR", GeoPrecision.COUNTRY)
    abroad = event_place(mentions("in Kabul and in Baghdad"), [], None)
    assert (abroad.iso3, abroad.precision) == (None, GeoPrecision.INTERNATIONAL)


def test_areas_of_a_district_in_several_towns_of_one_county() -> None:
    place = event_place(mentions("in Austin and Scottsburg, Scott County, Indiana"), [], None)
    assert place.iso3 == "USA"
    assert place.latitude is None


def test_a_region_of_several_countries_is_international() -> None:
    place = event_place(mentions("across the Sahel"), [], None)
    assert (place.precision, place.iso3) == (GeoPrecision.INTERNATIONAL, None)


def test_an_unlisted_village_keeps_its_name_without_a_point() -> None:
    place = event_place(mentions("in the village of Karzuba in Iraq"), [], None)
    assert (place.place_name, place.iso3, place.latitude) == ("Karzuba", "IRQ", None)
    assert place.precision is GeoPrecision.PLACE


def test_an_unlisted_village_takes_the_province_the_text_speaks_of() -> None:
    context = mentions("in Diyala province, Iraq")
    place = event_place(mentions("in the village of Karzuba"), context, None)
    assert (place.admin1_name, place.iso3) == ("Diyala", "IRQ")


def test_without_a_place_only_the_country_is_known() -> None:
    place = event_place([], mentions("Iraqi officials"), None)
    assert (place.iso3, place.precision, place.place_name) == ("IRQ", GeoPrecision.COUNTRY, None)
    assert event_place([], [], None).precision is GeoPrecision.UNKNOWN


def test_an_unlisted_name_takes_the_country_of_a_demonym_at_last() -> None:
    place = event_place(mentions("in the village of Karzuba"), mentions("Iraqi troops"), None)
    assert (place.iso3, place.admin1_name) == ("IRQ", None)


def test_a_context_that_contradicts_is_not_taken() -> None:
    context = [*mentions("in Kivu"), *mentions("in Idlib province, Syria")]
    place = event_place(mentions("in the village of Karzuba in Iraq"), context, None)
    assert (place.iso3, place.admin1_name) == ("IRQ", None)


def test_near_a_river_or_a_province_is_no_point() -> None:
    river = event_place(mentions("near the Euphrates River"), [], None)
    assert (river.precision, river.latitude) == (GeoPrecision.FEATURE, None)
    province = event_place(mentions("near Anbar province in Iraq"), [], None)
    assert (province.precision, province.latitude) == (GeoPrecision.NEAR_PLACE, None)


def test_a_site_in_a_town_names_both() -> None:
    place = event_place(mentions("at Camp Speicher in Tikrit, Iraq"), [], None)
    assert (place.site_name, place.place_name) == ("Camp Speicher", "Tikrit")


def test_outside_a_country_is_not_in_it() -> None:
    place = event_place(mentions("outside Syria"), [], None)
    assert (place.iso3, place.precision) == (None, GeoPrecision.UNKNOWN)


def test_site_of_the_caller_and_site_of_the_gazetteer() -> None:
    school = event_place(
        mentions("in Gao, Mali"), [], None, site_name="the school", site_type=TargetType.EDUCATION
    )
    assert (school.site_name, school.site_type) == ("the school", TargetType.EDUCATION)
    assert school.precision is GeoPrecision.PLACE
    camp = event_place(mentions("at Yarmouk camp, Syria"), [], None)
    assert (camp.site_name, camp.precision) == ("Yarmouk camp", GeoPrecision.SITE)
    assert camp.latitude is not None


def test_the_countryside_stays_in_its_province() -> None:
    place = event_place(mentions("the Homs countryside in Syria"), [], None)
    assert (place.admin1_name, place.precision) == ("Homs", GeoPrecision.ADMIN1)

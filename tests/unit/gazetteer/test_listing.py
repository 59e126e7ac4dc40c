import pytest

from coder import aggregate
from coder.gazetteer.listing import areas_of
from coder.values.labels import PlaceLevel


def test_provinces_of_a_country_are_named_as_in_the_records() -> None:
    names = [name for (name,) in areas_of("SYR", PlaceLevel.ADMIN1)]
    assert len(names) == 14
    assert {"Aleppo", "Idlib", "Homs"} <= set(names)
    assert names == sorted(names, key=str)


def test_lower_areas_bring_the_names_above_them() -> None:
    assert ("Bihar", "Patna") in areas_of("IND", PlaceLevel.ADMIN2)


def test_a_panel_takes_the_units_of_countries() -> None:
    assert aggregate.country_units(["NER", "MLI"], "country").rows() == [("NER",), ("MLI",)]
    assert aggregate.country_units("MLI").columns == ["iso3", "admin1_name"]
    with pytest.raises(ValueError, match="no admin1 of XXX"):
        aggregate.country_units("XXX")
    with pytest.raises(ValueError, match="a country has no week"):
        aggregate.country_units("MLI", "week")

import sqlite3
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from coder.gazetteer.sources import read_table
from coder.gazetteer.store import Gazetteer
from coder.gazetteer.user_places import UserPlace
from coder.gazetteer.words import place_words
from coder.values.labels import PlaceLevel

TABLES = Path(__file__).parents[3] / "coder" / "gazetteer" / "data"
PADDING_DEGREES = 3  # rivers, seas and desert outposts of a country lie beyond its towns


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("name", "iso2", "level"),
    [
        ("Burma", "MM", "country"),
        ("Ivory Coast", "CI", "country"),
        ("Zaire", "CD", "country"),
        ("Upper Volta", "BF", "country"),
        ("Persia", "IR", "country"),
        ("U.S.", "US", "country"),
        ("Mosul", "IQ", "place"),
        ("Deir al-Zour", "SY", "admin1"),
        ("Kobane", "SY", "place"),
        ("Ayn al-Arab", "SY", "place"),
        ("Kyiv", "UA", "place"),
        ("Saigon", "VN", "place"),
        ("Antioquia", "CO", "admin1"),
        ("Donbas", "UA", "feature"),
        ("Chechnya", "RU", "admin1"),
        ("Gaza Strip", "PS", "admin1"),
        ("Tarrant County", "US", "admin2"),
        ("Yarmouk camp", "SY", "site"),
    ],
)
def test_a_name_finds_its_place(gazetteer: Gazetteer, name: str, iso2: str, level: str) -> None:
    assert (iso2, level) in {(entry.iso2, entry.level.value) for entry in gazetteer.lookup(name)}


def test_places_of_several_countries_have_no_single_code(gazetteer: Gazetteer) -> None:
    river = gazetteer.lookup("Euphrates")[0]
    assert river.iso3 is None
    assert set(river.countries) == {"SY", "IQ", "TR"}


def test_case_accents_and_dots_make_no_difference(gazetteer: Gazetteer) -> None:
    expected = gazetteer.lookup("Medellín")
    assert expected
    assert gazetteer.lookup("MEDELLIN") == expected


def test_a_word_that_is_no_place_is_blank(gazetteer: Gazetteer) -> None:
    assert gazetteer.openings["yesterdayish"] is None
    assert gazetteer.openings["damascus"] is not None
    assert gazetteer.lookup("yesterdayish") == ()
    assert gazetteer.lookup("") == ()


def test_the_longest_name_after_a_first_word(gazetteer: Gazetteer) -> None:
    assert gazetteer.openings.longest("democratic") >= 5  # Democratic Republic of the Congo
    assert gazetteer.openings.longest("yesterdayish") == 1


def test_other_transliterations_are_found_in_the_countries_asked_for(gazetteer: Gazetteer) -> None:
    assert "Deir ez-Zor" in {entry.name for entry in gazetteer.lookup_coarse("Dair az-Zur", ["SY"])}
    assert gazetteer.lookup_coarse("Dair az-Zur", ["FR"]) == ()
    assert gazetteer.lookup_coarse("Ay", ["SY"]) == ()


def test_countries_by_either_code(gazetteer: Gazetteer) -> None:
    assert gazetteer.country("sy") is gazetteer.country("SYR")
    assert gazetteer.country("QQ") is None


@pytest.mark.parametrize(
    ("word", "iso3"),
    [
        ("Syrians", "SYR"),
        ("burmese", "MMR"),
        ("Dutch", "NLD"),
        ("South Sudanese", "SSD"),
        ("Congolese", "COD"),
        ("table", None),
    ],
)
def test_demonyms(gazetteer: Gazetteer, word: str, iso3: str | None) -> None:
    found = gazetteer.demonym(word)
    assert (found.iso3 if found else None) == iso3


def test_an_id_leads_back_to_its_place(gazetteer: Gazetteer) -> None:
    for name in ("Aleppo", "Euphrates", "Syria"):
        for entry in gazetteer.lookup(name):
            assert gazetteer.entry(entry.gazetteer_id) == entry
    assert gazetteer.entry("geonames:1") is None
    assert gazetteer.entry("supplement:atlantis") is None


def test_containment_follows_the_levels(gazetteer: Gazetteer) -> None:
    town = next(entry for entry in gazetteer.lookup("Manbij") if entry.iso2 == "SY")
    province = next(e for e in gazetteer.lookup("Aleppo") if e.level is PlaceLevel.ADMIN1)
    other = next(e for e in gazetteer.lookup("Idlib") if e.level is PlaceLevel.ADMIN1)
    syria = gazetteer.country("SYR")
    assert syria is not None
    assert town.lies_in(province)
    assert town.lies_in(syria)
    assert not town.lies_in(other)
    assert not town.lies_in(town)
    assert not syria.lies_in(town)


def test_credit_and_version_are_published(gazetteer: Gazetteer) -> None:
    assert "GeoNames" in gazetteer.credit
    assert gazetteer.version


def test_places_of_the_user_come_first(gazetteer: Gazetteer) -> None:
    row = UserPlace(
        gazetteer_id="user:1",
        name="Checkpoint Nine",
        alternatives=("CP Nine",),
        level=PlaceLevel.SITE,
        latitude=1.0,
        longitude=2.0,
        iso2="SY",
    )
    own = gazetteer.with_places([row])
    (entry,) = own.lookup("cp nine")
    assert (entry.name, entry.iso3, entry.gazetteer_id) == ("Checkpoint Nine", "SYR", "user:1")
    assert own.openings.longest("checkpoint") >= 2
    assert own.entry("user:1") == entry
    assert gazetteer.lookup("cp nine") == ()
    assert own.with_places([]).lookup("cp nine")


def test_threads_share_one_gazetteer() -> None:
    names = ["Aleppo", "Kabul", "Lima", "Bogota", "Mosul", "Homs"] * 20
    shared, alone = Gazetteer.open(), Gazetteer.open()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(shared.lookup, names))
    assert found == [alone.lookup(name) for name in names]


def boxes(gazetteer: Gazetteer) -> dict[str, tuple[float, float, float, float]]:
    """South, north, west and east of the towns of each country."""
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    rows = gazetteer._connection.execute(  # noqa: SLF001 - the whole table, which no caller needs
        "WITH RECURSIVE up(id, area) AS (SELECT id, id FROM area WHERE level = 'country' UNION "
        "SELECT p.id, up.area FROM place p JOIN up ON p.area = up.id) "
        "SELECT a.iso2, p.lat / 10000.0, p.lon / 10000.0 FROM up "
        "JOIN place p ON p.id = up.id JOIN area a ON a.id = up.area WHERE p.id > 0"
    )
    for iso2, latitude, longitude in rows:
        points[iso2].append((latitude, longitude))
    return {
        iso2: (
            min(p[0] for p in many),
            max(p[0] for p in many),
            min(p[1] for p in many),
            max(p[1] for p in many),
        )
        for iso2, many in points.items()
    }


def test_supplement_points_lie_in_their_countries(gazetteer: Gazetteer) -> None:
    box = boxes(gazetteer)
    wrong = []
    for row in read_table(TABLES / "supplement.tsv"):
        slug, latitude, longitude, radius = row[0], float(row[5]), float(row[6]), float(row[7])
        pad = PADDING_DEGREES + radius / 111
        inside = [
            box[iso2][0] - pad <= latitude <= box[iso2][1] + pad
            and box[iso2][2] - pad <= longitude <= box[iso2][3] + pad
            for iso2 in row[8].split("|")
            if iso2
        ]
        if inside and not any(inside):
            wrong.append(slug)
    assert wrong == []


def test_every_row_of_the_supplement_is_complete() -> None:
    rows = list(read_table(TABLES / "supplement.tsv"))
    assert len(rows) > 300
    levels = {level.value for level in PlaceLevel}
    for slug, name, _other, level, kind, lat, lon, radius, _inside, _area, source in rows:
        assert name and kind and source, slug  # noqa: PT018 - one question: is a cell empty
        assert level in levels, slug
        if level != "international":
            assert lat and lon and radius, slug  # noqa: PT018 - the same
    kinds = {row[4] for row in rows}
    assert kinds >= {
        "region", "river", "lake", "sea", "mountains", "island", "road", "camp", "city quarter",
    }  # fmt: skip


# Territories and city states that have no areas of the first order, or whose areas hold no town.
NO_AREAS = {"AI", "AQ", "AW", "BL", "CC", "CK", "CW", "CX", "FK", "GI", "GS"} | {
    "IO", "KY", "MF", "NF", "NU", "PN", "SG", "SX", "TC", "VA", "VG",
}  # fmt: skip


COUNTRIES = "SELECT iso2 FROM area WHERE level = 'country'"
DIVIDED = "SELECT DISTINCT iso2 FROM area WHERE level = 'admin1'"


def test_every_country_has_areas_of_the_first_order() -> None:
    with closing(sqlite3.connect(TABLES / "places.sqlite")) as file:
        countries = {iso2 for (iso2,) in file.execute(COUNTRIES)}
        divided = {iso2 for (iso2,) in file.execute(DIVIDED)}
    assert countries - divided == NO_AREAS


@pytest.mark.parametrize("name", ["Lima", "Abidjan", "Minsk", "Bishkek", "Naypyidaw", "Ashgabat"])
def test_a_capital_outside_the_provinces_has_its_own_area(gazetteer: Gazetteer, name: str) -> None:
    towns = [entry for entry in gazetteer.lookup(name) if entry.level is PlaceLevel.PLACE]
    assert towns[0].admin1_code is not None


def test_the_supplement_covers_all_world_regions() -> None:
    rows = list(read_table(TABLES / "supplement.tsv"))
    assert len(rows) >= 300
    assert len({row[0] for row in rows}) == len(rows)
    assert {"river", "camp", "island", "mountains", "desert", "region"} <= {row[4] for row in rows}
    countries = {iso for row in rows for iso in row[8].split("|")}
    assert {"SY", "CO", "PH", "CD", "UA", "MM", "NG", "PE", "AF", "XK"} <= countries


def test_word_lists_are_sorted_and_unique() -> None:
    for name in ("common_words.tsv", "given_names.tsv", "place_words.tsv", "supplement.tsv"):
        rows = ["\t".join(row) for row in read_table(TABLES / name)]
        assert len(rows) == len(set(rows)), name
    assert place_words().heads["river"] == "feature"

import sqlite3
from pathlib import Path

import pytest

from coder.errors import SchemaError
from coder.gazetteer.areas import clean_area_name
from coder.gazetteer.build import build
from coder.gazetteer.sources import CountryRow, NamedTown, Sources, Town
from coder.gazetteer.store import Gazetteer
from coder.values.labels import PlaceLevel

TABLES = {
    "countries.tsv": "# c\nSY\t35\t38\tSyria\tArab Republic\tSyrian\nFR\t46\t2\tFrance\t\tFrench\n",
    "admin1.tsv": "SY\t07\tDeir ez-Zor\tDeir al-Zour\t\t\nSY\t08\tRif Dimashq\t\t33.6\t36.8\n",
    "country_groups.tsv": "FR\tfew_villages\nFR\tlatin\nSY\ttransliterated\n",
    "english_names.tsv": "FR\tGrand Bourg\tBig Borough\nSY\tAbu Kamal\tSmall Borough\n",
    "supplement.tsv": (
        "euphrates\tEuphrates\tal-Furat\tfeature\triver\t35.2\t40.4\t700\tSY|IQ\t\town\n"
        "ghouta\tGhouta\t\tfeature\tregion\t33.5\t36.4\t15\tSY\tSY.08\town\n"
        "sahel\tSahel\t\tinternational\tregion\t\t\t\t\t\town\n"
    ),
    "demonyms.tsv": "Sahelian\tsupplement:sahel\nHomsi\tgeonames:10\n",
}
TOWNS = (
    Town(
        geonameid=10,
        name="Al Mayādīn",
        latitude=35.02,
        longitude=40.45,
        iso2="SY",
        admin1="07",
        population=44_000,
        alternatives=("MAYAD", "Mayadin City", "المیادین", "Mayadeen", "X1"),
    ),
    Town(
        geonameid=11,
        name="Abu Kamal",
        latitude=34.45,
        longitude=40.92,
        iso2="SY",
        admin1="07",
        population=42_000,
    ),
    Town(
        geonameid=12,
        name="Petit Bourg",
        latitude=46.0,
        longitude=2.0,
        iso2="FR",
        admin1="84",
        population=900,
    ),
    Town(
        geonameid=13,
        name="Grand Bourg",
        latitude=46.5,
        longitude=2.5,
        iso2="FR",
        admin1="84",
        population=90_000,
        alternatives=("Bourg Grand", "Big Borough"),
    ),
    Town(
        geonameid=14,
        name="Nowhere",
        latitude=0.0,
        longitude=0.0,
        iso2="XX",
        admin1="",
        population=5_000,
    ),
)
NAMED = (
    NamedTown(
        name="Al Mayadin",
        latitude=35.03,
        longitude=40.45,
        iso2="SY",
        admin1="Dayr az Zawr",
        admin2="",
    ),
    NamedTown(
        name="Grand Bourg",
        latitude=46.5,
        longitude=2.5,
        iso2="FR",
        admin1="Auvergne",
        admin2="Departement de la Creuse",
    ),
    NamedTown(
        name="Vieux Bourg",
        latitude=45.0,
        longitude=3.0,
        iso2="FR",
        admin1="Region of Limousin",
        admin2="",
    ),
)
COUNTRIES = (
    CountryRow(iso2="SY", iso3="SYR", name="Syria", geonameid=163843, population=1),
    CountryRow(iso2="FR", iso3="FRA", name="France", geonameid=3017382, population=2),
)


def write_tables(folder: Path, **changes: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in {**TABLES, **changes}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def build_small(folder: Path, **changes: str) -> Path:
    path = folder / "places.sqlite"
    build(
        Sources(
            towns=TOWNS,
            named_towns=NAMED,
            countries=COUNTRIES,
            tables=write_tables(folder / "tables", **changes),
            version="test 1",
            credit="nobody",
        ),
        path,
    )
    return path


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return Gazetteer.open(build_small(tmp_path_factory.mktemp("small")))


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = build_small(tmp_path / "a"), build_small(tmp_path / "b")
    assert one.read_bytes() == other.read_bytes()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    build_small(tmp_path)
    with pytest.raises(FileExistsError):
        build_small(tmp_path)


def test_a_reviewed_area_keeps_its_name_and_the_older_one_finds_it(small: Gazetteer) -> None:
    (town,) = small.lookup("Mayadeen")
    assert (town.admin1, town.admin1_code) == ("Deir ez-Zor", "SY.07")
    assert {entry.gazetteer_id for entry in small.lookup("Dayr az Zawr")} == {"geonames:SY.07"}


def test_an_area_without_a_reviewed_point_is_the_mean_of_its_towns(small: Gazetteer) -> None:
    (area,) = small.lookup("Deir al-Zour")
    assert area.is_centroid
    assert (area.latitude, area.longitude) == (34.735, 40.685)


def test_a_reviewed_point_is_no_centroid(small: Gazetteer) -> None:
    (area,) = small.lookup("Rif Dimashq")
    assert not area.is_centroid


def test_towns_vote_for_the_name_of_their_area(small: Gazetteer) -> None:
    (town,) = small.lookup("Grand Bourg")
    assert town.admin1 == "Auvergne"
    assert town.admin2 == "Creuse"


def test_areas_only_the_older_source_knows_are_kept_as_former(small: Gazetteer) -> None:
    (area,) = small.lookup("Limousin")
    assert (area.level, area.kind) == (PlaceLevel.ADMIN1, "former area")


@pytest.mark.parametrize("name", ["MAYAD", "X1", "المیادین", "Petit Bourg", "Nowhere"])
def test_codes_other_scripts_and_tiny_towns_are_left_out(small: Gazetteer, name: str) -> None:
    assert small.lookup(name) == ()


def test_the_article_may_be_missing(small: Gazetteer) -> None:
    assert [entry.number for entry in small.lookup("Mayadin")] == [10]


def test_an_english_name_finds_the_town_that_has_it_among_its_others(small: Gazetteer) -> None:
    assert [entry.number for entry in small.lookup("Big Borough")] == [13]
    assert small.lookup("Small Borough") == ()


def test_supplement_rows_carry_their_area_and_countries(small: Gazetteer) -> None:
    (ghouta,) = small.lookup("Ghouta")
    assert (ghouta.admin1, ghouta.iso3, ghouta.radius_km) == ("Rif Dimashq", "SYR", 15)
    (river,) = small.lookup("al-Furat")
    assert (river.iso3, river.countries) == (None, ("SY", "IQ"))
    (region,) = small.lookup("Sahel")
    assert (region.latitude, region.countries) == (None, ())


def test_demonyms_of_countries_regions_and_towns(small: Gazetteer) -> None:
    assert [small.demonym(word) for word in ("Syrians", "Sahelian", "Homsis", "Frenchs")] == [
        small.country("SYR"),
        small.lookup("Sahel")[0],
        small.entry("geonames:10"),
        None,
    ]


def test_a_wrong_file_says_what_to_do(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no database at all, but long enough to be read as one" * 20)
    with pytest.raises(SchemaError, match="is no gazetteer"):
        Gazetteer.open(broken)
    path = build_small(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = '0' WHERE key = 'format'")
    connection.commit()
    connection.close()
    with pytest.raises(SchemaError, match="build it again"):
        Gazetteer.open(path)
    with pytest.raises(FileNotFoundError):
        Gazetteer.open(tmp_path / "absent.sqlite")


@pytest.mark.parametrize(
    ("table", "text", "message"),
    [
        ("demonyms.tsv", "Martian\tsupplement:mars\n", "Martian: there is no place"),
        (
            "supplement.tsv",
            "a\tA\t\tfeature\tx\t1\t1\t1\tSY\tSY.99\town\n",
            "a: there is no area 'SY.99'",
        ),
        (
            "supplement.tsv",
            "a\tA\t\tfeature\tx\t1\t1\t1\t\t\town\na\tB\t\tfeature\tx\t1\t1\t1\t\t\town\n",
            "two rows are called 'supplement:a'",
        ),
    ],
    ids=["unknown-demonym", "unknown-area", "same-slug"],
)
def test_mistakes_in_tables_are_named(tmp_path: Path, table: str, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        build_small(tmp_path, **{"demonyms.tsv": "", table: text})


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Muhafazat Kirkuk", "Kirkuk"),
        ("Departement d'Indre", "Indre"),
        ("Province of Samar", "Samar"),
        ("Tarrant County", "Tarrant County"),
    ],
)
def test_words_for_the_kind_of_area_are_taken_off(raw: str, clean: str) -> None:
    assert clean_area_name(raw) == clean


def test_an_area_across_the_date_line_has_no_centroid(tmp_path: Path) -> None:
    towns = tuple(
        Town(
            geonameid=number,
            name=name,
            latitude=60.0,
            longitude=longitude,
            iso2="SY",
            admin1="09",
            population=5_000,
        )
        for number, name, longitude in ((1, "Westtown", 179.0), (2, "Easttown", -179.0))
    )
    named = tuple(
        NamedTown(
            name=town.name,
            latitude=town.latitude,
            longitude=town.longitude,
            iso2="SY",
            admin1="Edge",
            admin2="",
        )
        for town in towns
    )
    path = tmp_path / "edge.sqlite"
    build(
        Sources(
            towns=towns,
            named_towns=named,
            countries=COUNTRIES,
            tables=write_tables(tmp_path / "tables", **{"demonyms.tsv": ""}),
            version="test 1",
            credit="nobody",
        ),
        path,
    )
    (area,) = Gazetteer.open(path).lookup("Edge")
    assert area.latitude is None


def test_spellings_like_the_main_name_are_kept_first(tmp_path: Path) -> None:
    names = ("Caffa", "Feodosia", "Feodossija", "Kefe Town", "Teodosija", "Theodosia", "Theodosie")
    town = Town(
        geonameid=20,
        name="Feodosiya",
        latitude=45.0,
        longitude=3.0,
        iso2="FR",
        admin1="84",
        population=700_000,
        alternatives=(*names, "Syria", *(f"Teodozja {word}" for word in "abcdefghijklmn")),
    )
    path = tmp_path / "places.sqlite"
    tables = write_tables(tmp_path / "tables")
    sources = Sources(
        towns=(*TOWNS, town),
        named_towns=NAMED,
        countries=COUNTRIES,
        tables=tables,
        version="test 1",
        credit="nobody",
    )
    build(sources, path)
    with sqlite3.connect(path) as file:
        kept = {key for (key,) in file.execute("SELECT key FROM name WHERE id = 20")}
    assert {"feodosiya", "feodosia", "feodossija"} <= kept
    assert not {"kefe town", "syria"} & kept

"""Gazetteers compiled from GeoNames dumps and lists of the user's own."""

import sqlite3
import zipfile
from pathlib import Path

import pytest

from benchmarks.gazetteer_build import write_dump
from coder.errors import InputError
from coder.gazetteer import compiling
from coder.gazetteer.compiling import CREDIT, Compiled, compile_gazetteer
from coder.gazetteer.staging import Staging
from coder.gazetteer.store import Gazetteer
from coder.values.labels import PlaceLevel
from tests.unit.gazetteer.dumps import ROWS, write_files


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Compiled]:
    folder = tmp_path_factory.mktemp("dump")
    out = folder / "out.sqlite"
    return out, compile_gazetteer(write_files(folder), out)


@pytest.fixture(scope="module")
def places(built: tuple[Path, Compiled]) -> Gazetteer:
    return Gazetteer.open(built[0])


def test_a_town_has_its_areas_names_and_a_stable_id(places: Gazetteer) -> None:
    (town,) = places.lookup("Zahrabaad")
    assert town.gazetteer_id == "geonames:101"
    assert (town.admin1, town.admin1_code) == ("Deir ez-Zor", "SY.07")
    assert (town.admin2, town.admin2_code) == ("Zahrabad District", "SY.07.0701")
    assert (town.iso3, town.latitude, town.population) == ("SYR", 35.1, 5_000)


def test_ids_of_countries_and_areas_are_those_of_the_embedded_gazetteer(places: Gazetteer) -> None:
    embedded = Gazetteer.open()
    for name in ("Syria", "Deir ez-Zor", "Euphrates", "Donbas"):
        ours = {entry.gazetteer_id for entry in places.lookup(name) if entry.level != "place"}
        theirs = {entry.gazetteer_id for entry in embedded.lookup(name) if entry.level != "place"}
        assert ours == theirs != set(), name


@pytest.mark.parametrize("name", ["ZHR", "زهرآباد", "https://example.org/a", "Nowhere Known"])
def test_codes_other_scripts_links_and_strangers_are_no_names(places: Gazetteer, name: str) -> None:
    assert places.lookup(name) == ()


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Sahrabad City", "geonames:101"),
        ("Farabadi", "geonames:106"),
        ("Zahrabad", "geonames:101"),
        ('Tell "Qamar"', "geonames:102"),
        ("Tell Qamar", "geonames:102"),
        ("Дубровка Южная", "geonames:103"),
    ],
    ids=["alternate", "historic", "without-article", "quotes", "other-name", "cyrillic"],
)
def test_names_that_find_a_place(places: Gazetteer, name: str, number: str) -> None:
    assert number in {entry.gazetteer_id for entry in places.lookup(name)}


def test_an_area_may_come_after_its_towns_or_not_at_all(places: Gazetteer) -> None:
    (after,) = places.lookup("Farabad")
    assert (after.admin1, after.admin2) == ("Test Nahr", "Nahr District")
    (without,) = places.lookup("Дубровка-Южная")
    assert (without.iso3, without.admin1, without.admin2) == ("UKR", None, None)


def test_an_area_of_the_dump_has_a_point_that_is_no_centroid(places: Gazetteer) -> None:
    (area,) = places.lookup("Test Nahr")
    assert (area.level, area.latitude, area.is_centroid) == (PlaceLevel.ADMIN1, 35.5, False)


@pytest.mark.parametrize(
    ("name", "level", "kind"),
    [
        ("Wadi Sumar", PlaceLevel.FEATURE, "river"),
        ("Kamp Amal", PlaceLevel.SITE, "camp"),
        ("Sumar Quarter", PlaceLevel.DISTRICT, "city quarter"),
    ],
)
def test_features_keep_their_kind(
    places: Gazetteer, name: str, level: PlaceLevel, kind: str
) -> None:
    (entry,) = places.lookup(name)
    assert (entry.level, entry.kind) == (level, kind)


def test_a_feature_of_two_countries_lies_in_both(places: Gazetteer) -> None:
    (river,) = places.lookup("Wadi Sumar")
    assert river.countries == ("SY", "IQ")


def test_a_reviewed_river_is_not_doubled(places: Gazetteer) -> None:
    assert {entry.gazetteer_id for entry in places.lookup("Euphrates")} == {"supplement:euphrates"}


@pytest.mark.parametrize(
    "name", ["Central School", "Elsewhere", "No Number", "Off the Map", "Not a Number"]
)
def test_schools_strangers_and_broken_rows_are_left_out(places: Gazetteer, name: str) -> None:
    assert places.lookup(name) == ()


def test_what_is_left_out_is_counted(built: tuple[Path, Compiled]) -> None:
    done = built[1]
    assert (done.left_out, done.unread) == (3, 5)
    assert done.first_unread is not None
    assert done.first_unread.endswith("SY.txt, row 14")


def test_the_users_rows_come_last_and_may_replace_a_row(places: Gazetteer) -> None:
    (post,) = places.lookup("Post Seven")
    assert (post.gazetteer_id, post.level, post.admin1) == (
        "user:post-7", PlaceLevel.SITE, "Deir ez-Zor",
    )  # fmt: skip
    (point,) = places.lookup("New Point")
    assert (point.gazetteer_id, point.latitude) == ("geonames:113", 35.9)


def test_credit_and_version_stand_in_the_file(places: Gazetteer) -> None:
    assert places.credit == CREDIT
    assert places.version == "GeoNames dump, newest row 2023-05-06"


def test_same_files_same_bytes_in_any_order_and_zipped(
    tmp_path: Path, built: tuple[Path, Compiled]
) -> None:
    files = write_files(tmp_path / "again")
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "What this is.\n")
        archive.write(files[2], "SY.txt")
    files[2] = tmp_path / "SY.zip"
    out = tmp_path / "other.sqlite"
    compile_gazetteer(files[::-1], out)
    assert out.read_bytes() == built[0].read_bytes()
    assert [path.name for path in tmp_path.iterdir() if "other" in path.name] == ["other.sqlite"]


def test_published_ids_are_found_again(places: Gazetteer) -> None:
    for gid in ("geonames:101", "geonames:110", "geonames:SY.07.0701", "user:post-7"):
        entry = places.entry(gid)
        assert entry is not None
        assert entry.gazetteer_id == gid


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("odd.txt", "a\tb\tc\n", "its first row has 3 columns"),
        ("empty.txt", "", "its first row has 1 columns"),
        ("odd.zip", "no archive", "is no zip archive"),
        ("own.csv", "nome\nX\n", "name is needed"),
    ],
)
def test_a_file_nobody_knows_is_named(
    tmp_path: Path, name: str, content: str, message: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        compile_gazetteer([path], tmp_path / "out.sqlite")
    assert sorted(file.name for file in tmp_path.iterdir()) == [name]


def test_a_missing_file_and_bytes_that_are_no_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        compile_gazetteer([tmp_path / "absent.zip"], tmp_path / "out.sqlite")
    (tmp_path / "latin.txt").write_bytes(ROWS[0].encode() + b"\xe9\xff\n")
    with pytest.raises(InputError, match=r"is not UTF-8"):
        compile_gazetteer([tmp_path / "latin.txt"], tmp_path / "out.sqlite")


def test_rows_wait_in_batches_of_bounded_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch, waiting = 100, []
    monkeypatch.setattr(compiling, "_BATCH", batch)
    flush = Staging.flush

    def counting(self: Staging) -> None:
        waiting.append(len(self.places))
        flush(self)

    monkeypatch.setattr(Staging, "flush", counting)
    seen: list[tuple[int, int]] = []
    done = compile_gazetteer(
        write_dump(tmp_path, 2_000, 3),
        tmp_path / "out.sqlite",
        lambda read, size: seen.append((read, size)),
    )
    assert max(waiting) <= batch
    assert sum(waiting) > 10 * batch
    assert seen == sorted(seen)
    assert (
        seen[-1][0]
        == seen[-1][1]
        == sum(
            path.stat().st_size for path in tmp_path.iterdir() if path.suffix in {".zip", ".txt"}
        )
    )
    with sqlite3.connect(tmp_path / "out.sqlite") as file:
        (written,) = file.execute("SELECT count(*) FROM place").fetchone()
    assert written == done.places

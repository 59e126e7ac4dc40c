"""Every format of an export: what is in it, what reads it, and what comes back."""

import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import geopandas  # type: ignore[import-untyped]
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from pyarrow import feather

from coder.errors import InputError, SchemaError
from coder.formats.csv_table import hxl_tags, read_events_csv, write_csv
from coder.formats.exports import ExportOptions, Format, audit_place, export, format_of
from coder.formats.followthemoney import entities
from coder.formats.geojson import read_geojson, write_geojson
from coder.formats.inspecting import WrongFormatError
from coder.formats.nested import nested_events, write_nested
from coder.formats.outputs import OutputExistsError
from coder.formats.stored import read_stored
from coder.formats.timemap import timemap_events
from coder.records.build import build
from coder.records.columns import tables as schemas
from coder.records.frame_schema import frame_schema
from coder.records.serialise import to_json_lines
from coder.tables.frames import TableBuilder
from coder.tables.parquet import Provenance, TableWriter, read_metadata
from coder.values.events import CodedDocument, EventPlace
from tests.unit.records.made import CODED, DOCUMENT, VERSIONS, coded_documents
from tests.unit.regimes.made import ARMY, REBELS, attack, made

RECORD = build(CODED, DOCUMENT, VERSIONS)
HARD_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]) | st.sampled_from("'=+-@\"\n,\t"),
    min_size=1,
    max_size=12,
).filter(lambda text: "\r" not in text and "\x00" not in text)


def _tables(document: CodedDocument = CODED) -> dict[str, pl.DataFrame]:
    builder = TableBuilder()
    builder.add(build(document, DOCUMENT, VERSIONS))
    return builder.take()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "records"
    with TableWriter(place, Provenance(versions=VERSIONS, created_from="a.txt")) as writer:
        writer.write(_tables())
    return place


def _by_id(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.sort("event_id")


# ---- round trips


@pytest.mark.parametrize("name", ["e.parquet", "e.arrow", "e.csv", "e.geojson"])
def test_the_events_come_back_as_they_were(folder: Path, tmp_path: Path, name: str) -> None:
    export(folder, tmp_path / name)
    back = read_stored(tmp_path / name)["events"]
    assert back.schema == frame_schema("events")
    assert_frame_equal(_by_id(back), _by_id(_tables()["events"]), check_exact=True)


def test_a_folder_comes_back_as_it_was(folder: Path, tmp_path: Path) -> None:
    export(folder, tmp_path / "again")
    back, before = read_stored(tmp_path / "again"), _tables()
    assert list(back) == list(schemas())
    for name, frame in before.items():
        keys = [key for key in schemas()[name].key if key in frame.columns]
        same = (found.sort(keys) if keys else found for found in (back[name], frame))
        assert_frame_equal(*same, check_exact=True)


def test_nested_records_come_back_byte_for_byte(folder: Path, tmp_path: Path) -> None:
    expected = to_json_lines(RECORD.events)
    export(folder, tmp_path / "a.jsonl")
    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8") == expected
    export(tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    assert (tmp_path / "b.jsonl").read_text(encoding="utf-8") == expected
    export(tmp_path / "a.jsonl", tmp_path / "tables")
    assert not (tmp_path / "tables" / "documents.parquet").exists()
    assert_frame_equal(
        _by_id(read_stored(tmp_path / "tables")["casualties"]), _by_id(_tables()["casualties"])
    )


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(coded_documents())
def test_any_events_survive_the_nested_form(tmp_path: Path, document: CodedDocument) -> None:
    tables = _tables(document)
    write_nested(tables, tmp_path / "a.jsonl")
    back = read_stored(tmp_path / "a.jsonl")
    for name in ("events", "casualties", "actors", "evidence", "event_mentions"):
        assert_frame_equal(back[name], tables[name], check_exact=True)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.none() | HARD_TEXT, min_size=1, max_size=4), st.booleans())
def test_any_words_survive_csv_and_geojson(
    tmp_path: Path, words: list[str | None], is_tagged: bool
) -> None:
    events = pl.concat([_tables()["events"].head(1)] * len(words)).with_columns(
        claimed_by=pl.Series(words, dtype=pl.String),
        tags=pl.Series([[] for _ in words], dtype=pl.List(pl.String)),
    )
    write_csv(events, tmp_path / "e.csv", hxl=is_tagged)
    assert_frame_equal(read_events_csv(tmp_path / "e.csv"), events, check_exact=True)
    write_geojson(events, tmp_path / "e.geojson")
    assert_frame_equal(read_geojson(tmp_path / "e.geojson"), events, check_exact=True)


# ---- Parquet and Arrow


def test_parquet_is_zstd_with_statistics_and_dictionaries(folder: Path, tmp_path: Path) -> None:
    export(folder, tmp_path / "e.parquet")
    file = pq.ParquetFile(tmp_path / "e.parquet")
    group = file.metadata.row_group(0)
    for position in range(group.num_columns):
        column = group.column(position)
        assert column.compression == "ZSTD", column.path_in_schema
    by_name = {group.column(i).path_in_schema: group.column(i) for i in range(group.num_columns)}
    for name in ("date_start", "lat", "killed_best", "iso3"):
        assert by_name[name].statistics.has_min_max, name
        assert by_name[name].statistics.null_count == 1, name
    assert pa.types.is_dictionary(file.schema_arrow.field("event_type").type)


def test_parquet_is_sorted_by_day_and_says_so(tmp_path: Path, folder: Path) -> None:
    export(folder, tmp_path / "e.parquet")
    events = pl.read_parquet(tmp_path / "e.parquet")
    assert events["date_start"].to_list()[-1] is None
    assert read_metadata(tmp_path / "e.parquet")["sorted_by"] == "date_start,date_end,iso3,event_id"
    export(folder, tmp_path / "again")
    metadata = read_metadata(tmp_path / "again" / "actors.parquet")
    assert metadata["sorted_by"] == "event_id,actor_idx"


def test_parquet_keeps_the_metadata_of_the_run(tmp_path: Path, folder: Path) -> None:
    export(folder, tmp_path / "e.parquet")
    before, after = read_metadata(folder / "events.parquet"), read_metadata(tmp_path / "e.parquet")
    assert before.items() <= after.items()
    assert after["created_from"] == "a.txt"


def test_exported_geoparquet_opens_as_geometry(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "e.parquet"
    export(folder, path)
    with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as database:
        events = database.read_parquet(str(path))
        assert str(events.select("geometry").types[0]) == "GEOMETRY('OGC:CRS84')"
    read = geopandas.read_parquet(path)
    assert read.crs.to_string() == "OGC:CRS84"
    assert (read.geometry.iloc[0].x, read.geometry.iloc[0].y) == (21.5, 12.5)


def test_arrow_is_read_by_arrow_itself_with_the_oldest_layout(tmp_path: Path, folder: Path) -> None:
    export(folder, tmp_path / "e.arrow")
    table = feather.read_table(tmp_path / "e.arrow")
    assert table.column("event_type").to_pylist() == ["armed_attack", "property_attack"]
    assert pa.types.is_dictionary(table.schema.field("event_type").type)
    assert table.schema.field("event_id").type in (pa.string(), pa.large_string())
    assert table.column("weapons").to_pylist() == [["firearms", "incendiary"], []]


@pytest.mark.parametrize("name", ["a.parquet", "a.arrow", "a.csv"])
def test_a_single_file_may_hold_another_table(tmp_path: Path, folder: Path, name: str) -> None:
    export(folder, tmp_path / name, ExportOptions(table="casualties"))
    read: dict[str, Callable[[Path], pl.DataFrame]] = {
        ".parquet": pl.read_parquet,
        ".arrow": pl.read_ipc,
        ".csv": pl.read_csv,
    }
    assert read[Path(name).suffix](tmp_path / name)["best"].to_list() == [3]


# ---- CSV


def test_csv_is_utf8_with_iso_dates_and_without_geometry(tmp_path: Path, folder: Path) -> None:
    export(folder, tmp_path / "e.csv")
    text = (tmp_path / "e.csv").read_bytes().decode("utf-8")
    header, first = text.split("\n", 2)[:2]
    assert "geometry" not in header.split(",")
    assert "2020-03-02" in first
    assert "firearms;incendiary" in first
    assert "'=cmd;election" in first
    assert "🚨" in text


def test_csv_may_leave_formulas_alone(tmp_path: Path, folder: Path) -> None:
    export(folder, tmp_path / "e.csv", ExportOptions(harmless=False))
    assert ",=cmd;election," in (tmp_path / "e.csv").read_text(encoding="utf-8")


def test_an_apostrophe_before_a_formula_gets_another_one(tmp_path: Path) -> None:
    words = ["'=1+1", "''@x", "=1+1", "'quoted", "-"]
    events = pl.concat([_tables()["events"].head(1)] * len(words)).with_columns(
        claimed_by=pl.Series(words)
    )
    write_csv(events, tmp_path / "e.csv")
    raw = pl.read_csv(tmp_path / "e.csv", infer_schema=False)["claimed_by"].to_list()
    assert raw == ["''=1+1", "'''@x", "'=1+1", "'quoted", "'-"]
    assert read_events_csv(tmp_path / "e.csv")["claimed_by"].to_list() == words


def test_the_hxl_row_stands_behind_the_header(tmp_path: Path, folder: Path) -> None:
    export(folder, tmp_path / "e.csv", ExportOptions(hxl=True))
    lines = (tmp_path / "e.csv").read_text(encoding="utf-8").splitlines()
    tagged = dict(zip(lines[0].split(","), lines[1].split(","), strict=True))
    assert {name: tag for name, tag in tagged.items() if tag} == dict(hxl_tags())
    assert tagged["killed_best"] == "#affected+killed"
    assert tagged["date_start"] == "#date+start"
    assert read_stored(tmp_path / "e.csv")["events"].height == 2


def test_hxl_tags_are_well_formed_and_name_columns() -> None:
    assert set(hxl_tags()) <= set(schemas()["events"].names)
    assert len(set(hxl_tags().values())) == len(hxl_tags())
    for tag in hxl_tags().values():
        name, *attributes = tag.removeprefix("#").split("+")
        assert name.isalnum()
        assert all(attribute.isalnum() for attribute in attributes)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("event_id,event_type\nev_1,dancing\n", "event_type"),
        ("event_id,countable\nev_1,maybe\n", "countable"),
        ("event_id,date_start\nev_1,2.3.2020\n", "date_start"),
        ("name\nx\n", "event_id"),
    ],
)
def test_a_csv_cell_that_does_not_fit_is_named(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "e.csv").write_text(content, encoding="utf-8")
    with pytest.raises(WrongFormatError, match=words):
        read_events_csv(tmp_path / "e.csv")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_bytes(b"event_id\n\xff\xfe\xfa\n")
    with pytest.raises(WrongFormatError, match=r"\.csv"):
        read_events_csv(tmp_path / "e.csv")


def test_no_coordinates_make_no_geometry(tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text("event_id,lat\nev_1,1.5\n", encoding="utf-8")
    assert "geometry" not in read_events_csv(tmp_path / "e.csv").columns


def test_a_folder_without_events_has_nothing_to_export(tmp_path: Path, folder: Path) -> None:
    (folder / "events.parquet").unlink()
    with pytest.raises(InputError, match="no table of events"):
        export(folder, tmp_path / "e.csv")


def test_columns_that_are_not_ours_stay(tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text("event_id,lat,lon,mine\nev_1,1.5,2.5,x\n", encoding="utf-8")
    frame = read_events_csv(tmp_path / "e.csv")
    assert frame["mine"].to_list() == ["x"]
    assert frame["geometry"].to_list()[0] is not None


# ---- GeoJSON


def test_geojson_opens_in_geopandas(tmp_path: Path, folder: Path) -> None:
    export(folder, tmp_path / "e.geojson")
    read = geopandas.read_file(tmp_path / "e.geojson")
    assert read.crs.to_string() in ("EPSG:4326", "OGC:CRS84")
    assert (read.geometry.iloc[0].x, read.geometry.iloc[0].y) == (21.5, 12.5)
    assert read.geometry.iloc[1] is None
    collection = json.loads((tmp_path / "e.geojson").read_text(encoding="utf-8"))
    first, second = collection["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [21.5, 12.5]}
    assert first["properties"]["date_start"] == "2020-03-02"
    assert first["properties"]["weapons"] == ["firearms", "incendiary"]
    assert second["geometry"] is None


@pytest.mark.parametrize(
    "content",
    ['{"type": "Point"}', "[]", "no", '{"features": [{"properties": {"event_type": "dancing"}}]}'],
)
def test_what_is_no_geojson_of_events_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "e.geojson").write_text(content, encoding="utf-8")
    with pytest.raises(WrongFormatError):
        read_stored(tmp_path / "e.geojson")


# ---- nested records


def test_nested_records_need_the_long_tables(tmp_path: Path, folder: Path) -> None:
    export(folder, tmp_path / "e.csv")
    with pytest.raises(InputError, match="event_mentions"):
        export(tmp_path / "e.csv", tmp_path / "e.jsonl")
    assert not (tmp_path / "e.jsonl").exists()


def test_tables_that_contradict_each_other_are_named() -> None:
    tables = _tables()
    tables["casualties"] = tables["casualties"].with_columns(actor_idx=pl.lit(9, pl.Int32))
    with pytest.raises(SchemaError, match="ev_0123456789abcdef"):
        list(nested_events(tables))


# ---- FollowTheMoney

# The properties of FollowTheMoney 4.11 that are written, by schema.
PROPERTIES = {
    "Event": {
        "name",
        "date",
        "startDate",
        "endDate",
        "location",
        "country",
        "involved",
        "sourceUrl",
        "publisher",
        "summary",
        "keywords",
        "recordId",
        "notes",
    },
    "Organization": {"name", "country", "classification"},
    "PublicBody": {"name", "country", "classification"},
    "LegalEntity": {"name", "country", "classification"},
}


def test_events_name_those_involved_and_the_entities_exist_once() -> None:
    tables = made(attack(), attack(actors=(ARMY, REBELS)))
    found = list(entities(tables))
    ids = [entity["id"] for entity in found]
    assert len(ids) == len(set(ids))
    events = [entity for entity in found if entity["schema"] == "Event"]
    assert [set(event["properties"]["involved"]) for event in events] == [  # type: ignore[index]
        {"actor-front-lake"},
        {"actor-front-lake", *[i for i in ids if str(i).startswith("actor-") and i != ids[0]]},
    ]
    assert {event for event in ids if str(event).startswith("ev_")} == set(
        tables["events"]["event_id"]
    )


def test_entities_have_only_properties_that_their_schema_has() -> None:
    for entity in entities(made(attack(), attack(actors=(ARMY, REBELS)))):
        properties = entity["properties"]
        assert isinstance(properties, dict)
        assert set(properties) <= PROPERTIES[str(entity["schema"])]
        for values in properties.values():
            assert values
            assert all(isinstance(value, str) and value for value in values)


def test_an_event_as_an_entity() -> None:
    event = next(e for e in entities(made(attack())) if e["schema"] == "Event")
    properties = event["properties"]
    assert isinstance(properties, dict)
    assert properties["name"] == ["Armed attack, Adrel, 2020-03-02"]
    assert properties["date"] == ["2020-03-02"]
    assert properties["country"] == ["td"]
    assert properties["publisher"] == ["A Paper"]
    assert "target: three farmers (stated)" in properties["notes"]


def test_a_described_group_is_no_entity() -> None:
    found = list(entities(_tables()))
    assert {entity["schema"] for entity in found} == {"Event"}
    assert all("involved" not in entity["properties"] for entity in found)  # type: ignore[operator]


def test_events_alone_are_enough_for_entities() -> None:
    found = list(entities({"events": _tables()["events"]}))
    assert len(found) == 2


# ---- timemap


def test_timemap_values_are_text_and_points_stand_in_pairs() -> None:
    events = list(timemap_events(_tables()))
    (first,) = events  # the planned arson has neither date nor point
    for name in ("date", "time", "location", "latitude", "longitude", "category"):
        assert isinstance(first[name], str)
    assert first["date"] == "03/02/2020"
    assert (first["latitude"], first["longitude"]) == ("12.5", "21.5")
    assert first["location"] == "Adrel, Chad"
    assert first["sources"] == ["A Paper"]


def test_timemap_credits_the_points() -> None:
    events = _tables()["events"].with_columns(coord_credit=pl.lit("GeoNames, CC BY 4.0"))
    (first,) = timemap_events({"events": events})
    assert str(first["comments"]).endswith("; point: GeoNames, CC BY 4.0")


def test_timemap_leaves_the_point_out_where_there_is_none() -> None:
    events = _tables()["events"].with_columns(lat=pl.lit(None, pl.Float64))
    (first,) = timemap_events({"events": events})
    assert "latitude" not in first
    assert "longitude" not in first
    assert first["sources"] == ["d1"]


def test_timemap_is_one_json_array(tmp_path: Path, folder: Path) -> None:
    export(folder, tmp_path / "e.timemap.json")
    assert len(json.loads((tmp_path / "e.timemap.json").read_text(encoding="utf-8"))) == 1


# ---- what is in, and what does not fit


@pytest.mark.parametrize(
    ("name", "countable", "expected"),
    [
        ("e.csv", None, 2),
        ("e.csv", True, 1),
        ("e.ftm.json", None, 1),
        ("e.ftm.json", False, 2),
    ],
)
def test_showing_formats_hold_countable_events_unless_asked(
    tmp_path: Path, folder: Path, name: str, countable: bool | None, expected: int
) -> None:
    export(folder, tmp_path / name, ExportOptions(countable=countable))
    text = (tmp_path / name).read_text(encoding="utf-8")
    lines = text.splitlines()[1:] if name.endswith(".csv") else text.splitlines()
    assert len(lines) == expected


def test_countable_rows_leave_no_orphans(tmp_path: Path, folder: Path) -> None:
    export(folder, tmp_path / "some", ExportOptions(countable=True))
    tables = read_stored(tmp_path / "some")
    kept = set(tables["events"]["event_id"])
    assert kept == {"ev_0123456789abcdef"}
    for frame in tables.values():
        if "event_id" in frame.columns:
            assert set(frame["event_id"]) <= kept


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.PARQUET", Format.PARQUET),
        ("a.feather", Format.ARROW),
        ("a.ftm.jsonl", Format.FOLLOWTHEMONEY),
        ("a.timemap.json", Format.TIMEMAP),
        ("a.jsonl", Format.JSONL),
        ("records", Format.TABLES),
    ],
)
def test_the_name_decides_the_format(name: str, expected: Format) -> None:
    assert format_of(Path(name)) is expected


def test_plain_json_could_be_anything() -> None:
    with pytest.raises(InputError, match="timemap"):
        format_of(Path("a.json"))


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("e.geojson", ExportOptions(regime="acled"), "a regime is"),
        ("e.csv", ExportOptions(table="weather"), "no table"),
        ("e.jsonl", ExportOptions(table="actors"), "events only"),
        ("e.csv", ExportOptions(regime="acled", table="actors"), "events only"),
        ("e.parquet", ExportOptions(hxl=True), "--hxl"),
        ("e.csv", ExportOptions(hxl=True, regime="acled"), "--hxl"),
        ("e.csv", ExportOptions(hxl=True, table="actors"), "HXL"),
        ("e.csv", ExportOptions(regime="icews"), "no regime"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    tmp_path: Path, folder: Path, name: str, options: ExportOptions, words: str
) -> None:
    with pytest.raises(InputError, match=words):
        export(folder, tmp_path / name, options)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["records"]


def test_a_file_of_events_has_no_other_table(tmp_path: Path, folder: Path) -> None:
    export(folder, tmp_path / "e.csv")
    with pytest.raises(InputError, match="folder of tables"):
        export(tmp_path / "e.csv", tmp_path / "a.csv", ExportOptions(table="actors"))


def test_nothing_is_replaced_without_force_and_never_the_input(
    tmp_path: Path, folder: Path
) -> None:
    out = tmp_path / "acled.csv"
    audit_place(out).write_text("mine", encoding="utf-8")
    with pytest.raises(OutputExistsError, match="exists already"):
        export(folder, out, ExportOptions(regime="acled"))
    assert not out.exists()
    assert export(folder, out, ExportOptions(regime="acled", force=True)) == (
        out,
        audit_place(out),
    )
    with pytest.raises(OutputExistsError, match="input"):
        export(folder, folder, ExportOptions(force=True))


@pytest.mark.parametrize("name", ["x.csv", "x.parquet", "x.arrow"])
def test_a_regime_is_written_with_its_audit(tmp_path: Path, folder: Path, name: str) -> None:
    written = export(folder, tmp_path / name, ExportOptions(regime="gtd"))
    assert [path.name for path in written] == [name, f"x.audit.{name[2:]}"]
    read: dict[str, Callable[[Path], pl.DataFrame]] = {
        ".parquet": pl.read_parquet,
        ".arrow": pl.read_ipc,
        ".csv": pl.read_csv,
    }
    rows, audit = (read[path.suffix](path) for path in written)
    assert rows.columns[0] == "eventid"
    assert audit.select("event_id", "included", "rule").rows() == [
        ("ev_0123456789abcdef", True, "armed_attack/*[civilian_target+firearms]"),
        ("ev_fedcba9876543210", False, "not-happened"),
    ]


def test_the_metadata_of_a_regime_says_whose_data_it_is_not(tmp_path: Path, folder: Path) -> None:
    export(folder, tmp_path / "x.parquet", ExportOptions(regime="ucdp"))
    metadata = read_metadata(tmp_path / "x.parquet")
    assert "not UCDP GED data" in metadata["note"]
    assert metadata["codebook"] == "UCDP GED Codebook version 24.1"


def test_a_regime_may_be_nothing_but_its_columns(tmp_path: Path, folder: Path) -> None:
    export(folder, tmp_path / "x.csv", ExportOptions(regime="acled", trace=False))
    header = (tmp_path / "x.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    assert len(header) == 32  # 31 and the credit of the points
    assert header[-2:] == ["timestamp", "coord_credit"]


def test_codes_of_a_regime_are_no_formulas(tmp_path: Path) -> None:
    place = tmp_path / "records"
    with TableWriter(place, Provenance(versions=VERSIONS)) as writer:
        writer.write(made(attack(evidence_text="=1+1", place=EventPlace())))
    export(place, tmp_path / "x.csv", ExportOptions(regime="cameo"))
    rows = pl.read_csv(tmp_path / "x.csv", infer_schema=False)
    assert rows["target"].to_list() == ["---CVL"]
    audit = pl.read_csv(audit_place(tmp_path / "x.csv"))
    assert audit["evidence_text"].to_list() == ["'=1+1"]


def test_moments_are_written_as_ucdp_writes_them(tmp_path: Path, folder: Path) -> None:
    tables = made(attack())
    with TableWriter(tmp_path / "r", Provenance(versions=VERSIONS)) as writer:
        writer.write(tables)
    export(tmp_path / "r", tmp_path / "ged.csv", ExportOptions(regime="ucdp"))
    rows = pl.read_csv(tmp_path / "ged.csv", infer_schema=False)
    assert rows["date_start"].to_list() == ["2020-03-02 00:00:00.000"]
    assert folder.exists()

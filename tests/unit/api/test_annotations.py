from datetime import date
from pathlib import Path

import polars as pl
import pytest

from coder.api.annotating import annotate_to_output
from coder.api.coding import Coder
from coder.errors import InputError
from coder.values.options import SourceText

TEXT = (
    "The shop opened at noon in Kirkuk.\r\nGunmen &amp; two policemen fired rifles at a school "
    "\U0001f600 on Monday."
)


def test_every_kind_is_found_and_offsets_are_those_of_the_given_text(coder: Coder) -> None:
    found = coder.annotate(TEXT, published="2017-12-12", title="Shots in Iraq")
    assert {one.kind for one in found} == {
        "time",
        "place",
        "quantity",
        "actor",
        "weapon",
        "target",
    }
    for one in found:
        given = "Shots in Iraq" if one.section == "title" else TEXT
        assert given[one.char_start : one.char_end] == one.text


def test_sentences_without_a_trigger_are_read_too(coder: Coder) -> None:
    places = [one for one in coder.annotate(TEXT) if one.kind == "place"]
    assert [(one.text, one.country, one.value) for one in places] == [("Kirkuk", "IRQ", "Kirkuk")]
    assert places[0].lat is not None
    assert places[0].id is not None


def test_times_carry_their_value_and_days(coder: Coder) -> None:
    times = [one for one in coder.annotate(TEXT, published="2017-12-12") if one.text == "Monday"]
    assert [(one.type, one.value, one.first, one.last) for one in times] == [
        ("DATE", "2017-12-11", date(2017, 12, 11), date(2017, 12, 11))
    ]


def test_places_carry_their_candidates_with_scores(coder: Coder) -> None:
    text = "Shots were heard in Tripoli. The Libyan capital is calm again."
    [place] = [one for one in coder.annotate(text) if one.text == "Tripoli"]
    assert place.candidates is not None
    listed = [entry.split(" ") for entry in place.candidates.split("; ")]
    assert listed[0][0] == place.id
    assert len(listed) > 1
    scores = [float(score) for _, score in listed]
    assert scores == sorted(scores, reverse=True)


def test_an_ambiguous_day_says_why_it_was_read_so(coder: Coder) -> None:
    found = coder.annotate("He was shot on 10/02/2017.", published="2017-12-12")
    [day] = [one for one in found if one.kind == "time"]
    assert day.note is not None
    assert day.note in day.as_json().values()


def test_json_leaves_out_what_is_not_stated(coder: Coder) -> None:
    for one in coder.annotate(TEXT):
        assert None not in one.as_json().values()


@pytest.mark.parametrize("suffix", ["jsonl", "parquet", "csv", "arrow"])
def test_files_hold_one_row_a_mention(coder: Coder, tmp_path: Path, suffix: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    out = tmp_path / f"out.{suffix}"
    assert annotate_to_output(coder, [tmp_path / "a.txt"], out) == ()
    read = {
        "jsonl": pl.read_ndjson,
        "parquet": pl.read_parquet,
        "csv": pl.read_csv,
        "arrow": pl.read_ipc,
    }
    frame = read[suffix](out)  # type: ignore[operator]
    assert frame.height == len(coder.annotate(TEXT))
    assert list(tmp_path.glob(".*")) == []


def test_folder_is_no_place_for_mentions(coder: Coder, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="must end in"):
        annotate_to_output(coder, [], tmp_path / "out")


def test_what_cannot_be_read_is_returned(coder: Coder, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" ", encoding="utf-8")
    (problem,) = annotate_to_output(coder, [tmp_path / "a.txt"], tmp_path / "a.jsonl")
    assert problem.reason == "missing_text"


def test_rows_with_coordinates_carry_the_credit(coder: Coder) -> None:
    found = coder.annotate("Shots were heard in Kirkuk, Iraq, on Monday.")
    for one in found:
        assert (one.credit is not None) is (one.lat is not None)
    assert any("GeoNames" in (one.credit or "") for one in found)


def test_records_with_coordinates_carry_the_credit(coder: Coder) -> None:
    text = "Gunmen killed two guards in Kirkuk. Gunmen killed nine farmers in Iraq."
    places = [event.place for event in coder.code(text).events]
    assert {place.lat is None for place in places} == {True, False}
    for place in places:
        assert (place.coord_credit is None) is (place.lat is None)


def test_a_point_of_the_users_own_needs_no_credit() -> None:
    own = SourceText(
        name="own.tsv", content="id\tname\tlatitude\tlongitude\tiso2\nz\tZarbota\t35.2\t44.1\tIQ\n"
    )
    [event, *_] = Coder(places=[own]).code("Gunmen killed two guards in Zarbota, Iraq.").events
    assert event.place.gazetteer_id == "user:z"
    assert (event.place.lat, event.place.coord_credit) == (35.2, None)

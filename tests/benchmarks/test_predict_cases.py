import json
from datetime import date
from typing import Any

from benchmarks.predict_cases import predict
from coder.values.events import Event
from coder.values.labels import Modality, Section, WeaponType
from coder.values.text import Span
from tests.benchmarks.made import actor, casualty, coded, event, given, on_day, place, weapon


def records(*events: Event) -> list[dict[str, Any]]:
    return [json.loads(json.dumps(r)) for r in predict(coded(*events), given())]


def test_events_that_do_not_count_are_published_too() -> None:
    found = records(event(), event(modality=Modality.THREATENED))
    assert [r["countable"] for r in found] == [True, False]


def test_an_event_of_the_title_has_no_offsets() -> None:
    title = Span(Section.TITLE, 0, 24)
    told = event(
        trigger=Span(Section.TITLE, 5, 10),
        evidence_sentence=title,
        sent_idx=-1,
        evidence_text="Bomb kills two in market",
    )
    record = records(told)[0]
    assert (record["char_start"], record["section"]) == (None, "title")
    assert record["evidence_text"] == "Bomb kills two in market"


def test_wide_columns_and_nested_lists_are_plain_json() -> None:
    told = event(
        date=on_day(date(2004, 3, 9)),
        place=place(iso3="KEN", place_name="Lodwar"),
        actors=(actor("raiders"),),
        casualties=(casualty("two herders", count=2),),
        weapons=(weapon("rifles", WeaponType.FIREARMS),),
    )
    record = records(told)[0]
    assert record["date_start"] == "2004-03-09"
    assert record["weapons"] == ["firearms"]
    assert record["actors"][0]["text"] == "raiders"
    assert record["killed_best"] == 2
    assert record["iso3"] == "KEN"

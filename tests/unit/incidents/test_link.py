from datetime import date, timedelta

import polars as pl
import pytest

from coder.errors import InputError, SchemaError
from coder.incidents.link import link_incidents, scored_pairs
from coder.incidents.options import LinkOptions, Points
from coder.records.validate import validate_tables
from tests.unit.incidents.made import (
    DAY,
    are_one,
    event_id,
    frames,
    killed,
    made_events,
    open_date,
    partition,
)

NEXT = DAY + timedelta(days=1)
TOLD = {**killed(7), "site_type": "public_space_market", "target_type": "public_space_market"}


def test_two_reports_of_one_bombing_are_one_incident() -> None:
    linked = link_incidents(
        frames(
            [
                {**TOLD, "evidence_text": "A bomb killed seven people at a market in Kuda."},
                {**TOLD, "evidence_text": "Seven died when a device exploded among the stalls."},
            ]
        )
    )
    assert are_one(linked, 0, 1)
    incident = linked["incidents"].row(0, named=True)
    assert (incident["n_reports"], incident["n_documents"]) == (2, 2)
    assert incident["n_independent_sources"] == 2
    assert linked["events"]["is_representative"].sum() == 1
    assert validate_tables(linked) == []


@pytest.mark.parametrize(
    "other",
    [
        {**TOLD, "place_name": "Marrun", "admin1_name": "Daraa"},
        {**TOLD, "iso3": "IRQ"},
        {**TOLD, "date_start": DAY + timedelta(days=4), "date_end": DAY + timedelta(days=4)},
        {**TOLD, **killed(43)},
        {"event_type": "protest", "event_subtype": "peaceful", "event_class": "demonstration"},
        {**killed(6), "site_type": "police", "target_type": "police"},
        {"modality": "threatened", "countable": False, **TOLD},
    ],
    ids=["province", "country", "days", "toll", "family", "site", "not countable"],
)
def test_what_contradicts_is_not_linked(other: dict[str, object]) -> None:
    assert not are_one(link_incidents(frames([TOLD, other])), 0, 1)


def test_place_day_and_type_alone_are_not_enough_for_reports_without_a_day() -> None:
    bare = {"evidence_text": None, **open_date(DAY)}
    assert not are_one(link_incidents(frames([bare, bare])), 0, 1)


def test_two_attacks_of_one_document_stay_two() -> None:
    rows = [{**TOLD, "doc_id": "one"}, {**TOLD, "doc_id": "one"}, {**TOLD}]
    linked = link_incidents(frames(rows))
    assert not are_one(linked, 0, 1)
    assert linked["incidents"].height == 2


def test_a_vague_report_does_not_tie_two_attacks_together() -> None:
    market = {**killed(20), "site_type": "public_space_market"}
    barracks = {**killed(4), "site_type": "military_position"}
    vague = {"evidence_text": "A bomb went off in Kuda, killing twenty.", "killed_low": None}
    linked = link_incidents(frames([market, market, barracks, barracks, {**vague, **killed(20)}]))
    assert are_one(linked, 0, 1, 4)
    assert are_one(linked, 2, 3)
    assert not are_one(linked, 0, 2)


def test_a_missing_day_is_found_within_days_of_the_report() -> None:
    late = {**TOLD, **open_date(DAY + timedelta(days=2))}
    later = {**TOLD, **open_date(DAY + timedelta(days=9))}
    linked = link_incidents(frames([TOLD, late, later]))
    assert are_one(linked, 0, 1)
    assert not are_one(linked, 0, 2)


def test_no_act_happens_after_its_report() -> None:
    first = {**TOLD, **open_date(DAY)}
    after = {**TOLD, "date_start": NEXT, "date_end": NEXT, "pub_date": NEXT}
    assert scored_pairs(frames([first, TOLD]))["date"].item() == Points().dates_fit
    assert scored_pairs(frames([first, after]))["date"].item() == Points().day_after_report


def test_spellings_of_one_town_are_one_place() -> None:
    rows = [{**TOLD, "place_name": name} for name in ("Deir al-Zour", "Dayr az Zawr")]
    assert are_one(link_incidents(frames(rows)), 0, 1)


def test_a_report_that_names_the_province_only_is_contained() -> None:
    wide = {**killed(31), "place_name": None, "geo_precision": "admin1"}
    assert are_one(link_incidents(frames([{**killed(31)}, wide])), 0, 1)


def test_points_far_apart_are_two_places_whatever_their_names() -> None:
    rows = [{**TOLD, "lat": 34.0, "lon": 36.0}, {**TOLD, "lat": 36.0, "lon": 38.0}]
    assert not are_one(link_incidents(frames(rows)), 0, 1)


def test_each_merge_says_why() -> None:
    later = {**TOLD, "pub_date": NEXT, "evidence_text": "Another wording of the same act entirely."}
    linked = link_incidents(frames([later, TOLD]))
    row = linked["relations"].row(0, named=True)
    assert (row["from_event"], row["to_event"]) == (event_id(0), event_id(1))
    assert row["kind"] == "duplicate_of"
    assert "place +4.0" in row["reason"]
    assert "date +2.0 (0 days apart)" in row["reason"]
    assert row["score"] >= LinkOptions().threshold


def test_a_later_report_with_another_toll_is_an_update() -> None:
    update = {**TOLD, **killed(8), "pub_date": NEXT}
    linked = link_incidents(frames([TOLD, update]))
    assert linked["relations"]["kind"].to_list() == ["update_of"]


def test_relations_of_the_coder_stay() -> None:
    tables = frames([TOLD, TOLD])
    tables["relations"] = pl.DataFrame(
        [{"from_event": event_id(1), "to_event": event_id(0), "kind": "consequence_of",
          "reason": "told so"}],
    )  # fmt: skip
    linked = link_incidents(tables)
    assert sorted(linked["relations"]["kind"].to_list()) == ["consequence_of", "duplicate_of"]


def test_thresholds_and_points_are_parameters() -> None:
    tables = frames([TOLD, TOLD])
    assert not are_one(link_incidents(tables, options=LinkOptions(threshold=90)), 0, 1)
    strict = LinkOptions(points=Points(number_equal=-90))
    assert not are_one(link_incidents(tables, options=strict), 0, 1)


def test_scored_pairs_show_every_part_and_their_sum() -> None:
    pairs = scored_pairs(frames([TOLD, TOLD, {**TOLD, **killed(43)}]))
    assert pairs.height == 3
    parts = ("type", "place", "date", "toll", "actors", "site", "text", "source", "bare")
    assert (pairs.select(pl.sum_horizontal(parts)).to_series() - pairs["score"]).abs().max() < 0.01  # type: ignore[operator]
    assert pairs["event_a"][0] == event_id(0)


def test_events_alone_are_enough_and_other_tables_pass_through() -> None:
    rows = [TOLD, {**TOLD}]
    events = made_events(rows)
    linked = link_incidents({"events": events, "mine": pl.DataFrame({"x": [1]})})
    assert are_one(linked, 0, 1)
    assert linked["mine"]["x"].to_list() == [1]
    few = events.select("event_id", "doc_id", "event_type", "iso3", "place_name", "pub_date")
    assert link_incidents({"events": few})["incidents"]["n_reports"].sum() == 2


def test_lazy_frames_are_taken() -> None:
    lazy = {name: frame.lazy() for name, frame in frames([TOLD, TOLD]).items()}
    assert are_one(link_incidents(lazy), 0, 1)


def test_no_events_give_no_incidents() -> None:
    linked = link_incidents({"events": made_events([])})
    assert linked["incidents"].is_empty()
    assert validate_tables(linked) == []


def test_tables_that_cannot_be_linked_are_refused() -> None:
    with pytest.raises(SchemaError, match="no table events"):
        link_incidents({})
    with pytest.raises(SchemaError, match="lacks doc_id"):
        link_incidents({"events": made_events([TOLD]).drop("doc_id")})
    with pytest.raises(SchemaError, match="event_id stands twice"):
        link_incidents({"events": made_events([TOLD, {**TOLD, "event_id": event_id(0)}])})


def test_a_new_day_extends_the_incidents_of_the_day_before() -> None:
    rows = [TOLD, {**TOLD, "pub_date": NEXT}]
    tables = frames(rows)
    old = {name: frame.head(1) for name, frame in tables.items()}
    new = {name: frame.tail(1) for name, frame in tables.items()}
    first = link_incidents(old)
    second = link_incidents(new, previous=first)
    assert partition(second) == {frozenset({event_id(0), event_id(1)})}
    assert (
        second["incidents"]["incident_id"].to_list() == first["incidents"]["incident_id"].to_list()
    )
    assert second["documents"].height == 2
    assert validate_tables(second) == []


def test_documents_that_are_known_already_are_left_out() -> None:
    tables = frames([TOLD, TOLD])
    first = link_incidents(tables)
    again = link_incidents(tables, previous=first)
    for name in ("events", "incidents", "relations", "documents"):
        assert again[name].equals(first[name]), name


def test_one_id_for_two_texts_is_refused() -> None:
    tables = frames([TOLD])
    first = link_incidents(tables)
    changed = {**tables, "documents": tables["documents"].with_columns(text_sha256=pl.lit("x"))}
    with pytest.raises(InputError, match="doc0"):
        link_incidents(changed, previous=first)


def test_a_report_that_ties_two_incidents_merges_them_and_logs_it() -> None:
    far = {**killed(40), "evidence_text": "Forty killed by explosives at the depot of Kuda."}
    first = {**far, "place_name": None, "geo_precision": "country", "admin1_name": None}
    second = {**far, "actor1_name": "Blue Brigade", "actor1_type": "rebel_group"}
    tables = frames([first, {**second, "pub_date": NEXT}, {**far, "pub_date": NEXT}])
    options = LinkOptions(threshold=3)
    alone = LinkOptions(threshold=50)
    two = link_incidents({name: f.head(2) for name, f in tables.items()}, options=alone)
    assert two["incidents"].height == 2
    merged = link_incidents(
        {name: f.tail(1) for name, f in tables.items()}, previous=two, options=options
    )
    assert merged["incidents"].height == 1
    log = merged["relations"].filter(pl.col("kind") == "merged_into")
    gone = {event_id(0), event_id(1)} - set(merged["incidents"]["incident_id"].to_list())
    assert set(log["from_incident"].to_list()) == gone
    assert validate_tables(merged) == []
    split = link_incidents(
        frames([{**TOLD, "event_id": event_id(9), "doc_id": "doc9"}]),
        previous=merged,
        options=alone,
    )
    parted = split["relations"].filter(pl.col("kind") == "split_from")
    assert parted.height == 2
    given = set(parted["from_incident"].to_list())
    assert not given & (gone | set(merged["incidents"]["incident_id"].to_list()))
    assert validate_tables(split) == []


def test_incidents_beyond_the_horizon_are_left_as_they_are() -> None:
    old = [{**TOLD, "pub_date": DAY}, {**TOLD, "pub_date": DAY}]
    first = link_incidents(frames(old), options=LinkOptions(threshold=50))
    far = date(2021, 9, 1)
    new = frames([{"date_start": far, "date_end": far, "pub_date": far, "event_id": event_id(9),
                   "doc_id": "doc9"}])  # fmt: skip
    assert link_incidents(new, previous=first)["incidents"].height == 3
    near = frames([{"event_id": event_id(9), "doc_id": "doc9", "place_name": "Marrun"}])
    assert link_incidents(near, previous=first)["incidents"].height == 2

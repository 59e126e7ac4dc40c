import polars as pl
import pytest

from coder import SchemaError, aggregate
from tests.unit.aggregate.made import events, source, table


def _sources(*rows: dict[str, object]) -> pl.DataFrame:
    return table("attributions", list(rows))


def test_single_sources_and_belligerents_have_shares() -> None:
    told = _sources(
        source(0, "The army", is_party=True),
        source(1, "A watchdog", is_party=False),
        source(1, "The army", is_party=True),
        source(2, None, text="residents"),
        source(2, None, text="Residents"),
    )
    found = aggregate.sources(events({}, {}, {}, {}), told).row(0, named=True)
    assert found == {
        "n_events": 4,
        "n_incidents": 4,
        "n_attributed": 3,
        "n_single_source": 2,  # the army alone; residents, however written
        "n_party_known": 2,
        "n_from_party": 2,
        "n_party_only": 1,
        "n_single_document": 4,
        "share_single_source": pytest.approx(2 / 3),
        "share_from_party": 1.0,
        "filter": "countable; representative",
    }


def test_the_sources_of_an_incident_are_those_of_all_its_reports() -> None:
    told = events({}, {"incident_id": f"ev_{0:016x}", "is_representative": False, "doc_id": "d2"})
    rows = _sources(source(0, "The army"), source(1, "A watchdog"))
    found = aggregate.sources(told, rows).row(0, named=True)
    assert (found["n_events"], found["n_single_source"], found["n_single_document"]) == (1, 0, 0)
    each = aggregate.sources(told, rows, representative=False).row(0, named=True)
    assert (each["n_events"], each["n_single_source"], each["n_single_document"]) == (2, 2, 2)


def test_an_event_counts_once_with_each_type_of_source() -> None:
    told = _sources(
        source(0, "The army", source_type="state_security"),
        source(0, "The police", source_type="state_security"),
        source(0, "A nurse", source_type="medical"),
    )
    found = aggregate.sources(events({}, {}), told, by="source_type")
    assert found.select("source_type", "n_events", "share_single_source").rows() == [
        ("medical", 1, 0.0),
        ("state_security", 1, 0.0),
        (None, 1, None),
    ]


def test_shares_of_nothing_are_null() -> None:
    found = aggregate.sources(events(), _sources()).row(0, named=True)
    assert (found["n_events"], found["share_single_source"]) == (0, None)


def test_quality_tells_each_share() -> None:
    told = events(
        {"actor1_name": "Army", "killed_best": 1, "killed_qualifier": "exact"},
        {"event_type": "other_violence", "date_precision": "open"},
        {"actor2_name": "Front", "casualties_conflicting": True},
        {},
    )
    found = aggregate.quality(told)
    shares = {(field, value): share for field, value, _, share, _ in found.rows()}
    assert shares["date_precision", "open"] == 0.25
    assert shares["killed_qualifier", "exact"] == 0.25
    assert shares["killed_qualifier", None] == 0.75
    assert shares["is_other_violence", "true"] == 0.25
    assert shares["actor1_is_null", "true"] == 0.75
    assert shares["actor2_is_null", "true"] == 0.75
    assert shares["no_actor", "true"] == 0.5
    assert shares["casualties_conflicting", "true"] == 0.25
    assert shares["killed_is_unknown", "false"] == 0.25
    assert found["field"].unique(maintain_order=True).to_list()[:2] == [
        "date_precision",
        "date_basis",
    ]


def test_quality_of_each_type() -> None:
    found = aggregate.quality(events({}, {"event_type": "riot"}), by="event_type")
    assert "event_type" not in found["field"].cast(pl.String).to_list()
    assert found.filter(pl.col("event_type") == "riot", field="geo_precision")["share"].item() == 1


def test_a_table_of_another_kind_is_refused() -> None:
    with pytest.raises(SchemaError, match="attributions has no column is_party"):
        aggregate.sources(events(), _sources().drop("is_party"))

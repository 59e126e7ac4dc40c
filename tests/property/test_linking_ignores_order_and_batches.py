"""Linking: the order of rows plays no part, days may come one by one, ids once given stay."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.incidents.link import link_incidents
from coder.records.validate import validate_tables
from tests.unit.incidents.made import DAY, event_id, frames, killed, open_date, partition

_PLACES: st.SearchStrategy[dict[str, object]] = st.sampled_from(
    [
        {"place_name": "Kuda"},
        {"place_name": "Al-Kuda"},
        {"place_name": "Marrun"},
        {"place_name": None, "geo_precision": "admin1"},
        {"place_name": None, "admin1_name": None, "geo_precision": "country"},
        {"place_name": None, "admin1_name": None, "iso3": None, "geo_precision": "unknown"},
    ]
)
_DATES: st.SearchStrategy[dict[str, object]] = st.one_of(
    st.integers(0, 3).map(
        lambda n: {"date_start": DAY + timedelta(days=n), "date_end": DAY + timedelta(days=n),
                   "pub_date": DAY + timedelta(days=n)}
    ),
    st.integers(0, 4).map(lambda n: open_date(DAY + timedelta(days=n))),
    st.just({"date_start": None, "date_end": None, "date_precision": "unknown", "pub_date": None}),
)  # fmt: skip
_TOLLS: st.SearchStrategy[dict[str, object]] = st.sampled_from([None, 1, 2, 7, 8, 40]).map(
    lambda number: {} if number is None else killed(number)
)
_WORDS: st.SearchStrategy[dict[str, object]] = st.sampled_from(
    [
        {},
        {"evidence_text": ""},
        {"evidence_text": "Shells fell on the bakery while people queued for bread that morning."},
        {"evidence_text": "A blast tore through the bus station of the town at rush hour today."},
    ]
)
_REST: st.SearchStrategy[dict[str, object]] = st.sampled_from(
    [
        {},
        {"event_type": "killing", "event_subtype": "unspecified"},
        {"event_type": "protest", "event_subtype": "peaceful", "event_class": "demonstration"},
        {"countable": False, "modality": "planned"},
        {"actor1_name": "Blue Brigade", "actor1_type": "rebel_group"},
        {"site_type": "police"},
        {"doc_id": "shared"},
    ]
)
_ROWS = st.lists(
    st.tuples(_PLACES, _DATES, _TOLLS, _WORDS, _REST).map(
        lambda parts: {**parts[0], **parts[1], **parts[2], **parts[3], **parts[4]}
    ),
    min_size=2,
    max_size=12,
)

Rows = Sequence[Mapping[str, object]]


def _tables(rows: Rows) -> dict[str, pl.DataFrame]:
    """Rows of one document have one date of publication."""
    dates = {row["doc_id"]: row["pub_date"] for row in reversed(rows) if "doc_id" in row}
    made = frames([{**row, **({"pub_date": dates[row["doc_id"]]} if "doc_id" in row else {})}
                   for row in rows])  # fmt: skip
    counts = made["events"].group_by("doc_id").agg(
        pl.len().cast(pl.Int32).alias("n"), pl.col("countable").sum().cast(pl.Int32).alias("m")
    )  # fmt: skip
    joined = made["documents"].join(counts, on="doc_id", how="left", maintain_order="left")
    documents = joined.with_columns(n_events="n", n_countable="m").drop("n", "m")
    return {**made, "documents": documents}


def _batches(
    tables: Mapping[str, pl.DataFrame], marks: Sequence[int]
) -> list[dict[str, pl.DataFrame]]:
    """The tables by document, each document in the batch its mark says."""
    docs = tables["documents"]["doc_id"].to_list()
    home = {doc: marks[number % len(marks)] for number, doc in enumerate(docs)}
    found = []
    for batch in sorted(set(home.values())):
        chosen = [doc for doc in docs if home[doc] == batch]
        found.append(
            {name: table.filter(pl.col("doc_id").is_in(chosen)) for name, table in tables.items()}
        )
    return found


@settings(max_examples=8, deadline=None)
@given(rows=_ROWS, seed=st.integers(0, 99))
def test_the_order_of_rows_plays_no_part(rows: Rows, seed: int) -> None:
    tables = _tables(rows)
    shuffled = {
        name: table.sample(fraction=1, shuffle=True, seed=seed) for name, table in tables.items()
    }
    one, other = link_incidents(tables), link_incidents(shuffled)
    assert one["incidents"].equals(other["incidents"])
    assert one["relations"].equals(other["relations"])


@settings(max_examples=8, deadline=None)
@given(rows=_ROWS, marks=st.lists(st.integers(0, 2), min_size=1, max_size=5))
def test_batch_after_batch_gives_the_incidents_of_all_at_once(rows: Rows, marks: list[int]) -> None:
    tables = _tables([{**row, **_dated(row)} for row in rows])
    so_far: dict[str, pl.DataFrame] | None = None
    for batch in _batches(tables, marks):
        so_far = link_incidents(batch, previous=so_far)
        assert validate_tables(so_far) == []
    assert so_far is not None
    assert partition(so_far) == partition(link_incidents(tables))


def _dated(row: Mapping[str, object]) -> dict[str, object]:
    """An event of which no day at all is known is looked at in its own batch only."""
    return {} if row.get("pub_date") else open_date(DAY)


@settings(max_examples=8, deadline=None)
@given(rows=_ROWS, marks=st.lists(st.integers(0, 2), min_size=1, max_size=5))
def test_an_id_is_never_given_to_another_incident(rows: Rows, marks: list[int]) -> None:
    """What shared no event with the first holder of an id never has that id."""
    so_far: dict[str, pl.DataFrame] | None = None
    holders: dict[str, set[str]] = {}
    for batch in _batches(_tables(rows), marks):
        so_far = link_incidents(batch, previous=so_far)
        ended = so_far["relations"].filter(pl.col("kind") == "merged_into")["from_incident"]
        now = dict(so_far["incidents"].select("incident_id", "event_ids").iter_rows())
        assert not set(ended.to_list()) & set(now)
        for incident, events in now.items():
            before = holders.setdefault(incident, set(events))
            assert before & set(events)
            holders[incident] = before | set(events)
        gone = set(holders) - set(now)
        assert gone <= set(ended.to_list())


@settings(max_examples=8, deadline=None)
@given(rows=_ROWS, holes=st.sets(st.integers(0, 200), max_size=12))
def test_nulls_anywhere_are_no_error_and_invent_nothing(rows: Rows, holes: set[int]) -> None:
    tables = _tables(rows)
    events = tables["events"]
    optional = [name for name in events.columns if name not in ("event_id", "doc_id", "event_type",
                                                                "countable")]  # fmt: skip
    emptied = [optional[hole % len(optional)] for hole in holes]
    hollow = events.with_columns(
        pl.lit(None, dtype=events.schema[name]).alias(name) for name in set(emptied)
    )
    linked = link_incidents({**tables, "events": hollow})
    assert sorted(e for ids in linked["incidents"]["event_ids"] for e in ids) == [
        event_id(number) for number in range(len(rows))
    ]
    tolls = linked["incidents"].select("killed_low", "killed_best", "killed_high")
    assert tolls.filter(
        (pl.col("killed_low") > pl.col("killed_best"))
        | (pl.col("killed_best") > pl.col("killed_high"))
    ).is_empty()
    if "killed_best" in emptied and "killed_low" in emptied and "killed_high" in emptied:
        assert tolls["killed_best"].null_count() == tolls.height

"""The measure of linking, and what linking reaches on a small made world."""

import polars as pl
import pytest

from benchmarks.incidents import judged, quality
from benchmarks.incidents.measures import b_cubed, pairwise
from benchmarks.incidents.world import draw_incidents, make_world
from tests.unit.incidents.made import frames


def test_a_perfect_clustering_scores_one_and_one_of_singles_has_no_recall() -> None:
    truth = pl.DataFrame({"truth": [1, 1, 2, 2], "found": [7, 7, 9, 9]})
    assert pairwise(truth).f1 == b_cubed(truth).f1 == 1
    apart = truth.with_columns(found=pl.Series([1, 2, 3, 4]))
    assert pairwise(apart).recall == 0
    assert b_cubed(apart).precision == 1


def test_the_same_seed_tells_the_same_and_twins_are_made() -> None:
    world = make_world(5)
    drawn = draw_incidents(world, 200, days=20, seed=5)
    assert drawn == draw_incidents(make_world(5), 200, days=20, seed=5)
    places = [(one.town.name, one.day, one.kind) for one in drawn]
    assert len(places) > len(set(places))
    first, second = (quality.made(5, 1.0, incidents=60) for _ in range(2))
    assert first.events.equals(second.events)


@pytest.mark.parametrize(("noise", "least"), [(0.0, 0.97), (0.75, 0.93)])
def test_linking_finds_the_incidents_of_a_made_world(noise: float, least: float) -> None:
    found = quality.measure(noise, seeds=(21,), incidents=400)
    assert found.pairwise.f1 >= least
    assert found.b_cubed.f1 >= least


def test_an_incident_is_held_against_the_acts_of_its_events() -> None:
    tables = frames([{}, {}, {}, {}])
    ids = tables["events"]["event_id"].to_list()
    groups = [(ids[:2], 2), (ids[2:], 1)]
    incidents = pl.DataFrame(
        {
            "incident_id": [events[0] for events, _ in groups],
            "countable": [True, True],
            "n_reports": [2, 2],
            "n_independent_sources": [number for _, number in groups],
            "event_ids": [events for events, _ in groups],
        }
    )
    acts = dict(zip(ids, ("x", "x", "x", "y"), strict=True))
    found = judged.judge({"incidents": incidents}, acts)
    assert (found.right, found.wrong, found.open) == (1, 1, 0)
    assert found.precision == 0.5
    assert found.split_acts == (("x", 2),)
    del acts[ids[0]]
    assert judged.judge({"incidents": incidents}, acts).open == 1


def test_verdicts_are_well_formed() -> None:
    table = pl.read_csv(judged.VERDICTS, separator="\t", comment_prefix="#", infer_schema=False)
    assert set(table["verdict"].unique()) == {"right", "wrong"}
    assert table["event_id"].is_unique().all()
    for (verdict,), rows in table.group_by("cluster", "verdict").agg("act").group_by("verdict"):
        several = rows["act"].list.n_unique() > 1
        assert several.all() if verdict == "wrong" else not several.any()

import polars as pl

from coder.incidents.identity import assign_ids


def _members(**clusters: str) -> pl.DataFrame:
    """``x="ab"``: cluster x holds the events a and b, a represents it."""
    rows = [(number, event) for number, events in enumerate(clusters.values()) for event in events]
    return pl.DataFrame(rows, schema={"cluster": pl.UInt32, "event_id": pl.String}, orient="row")


def _ids(
    members: pl.DataFrame, known: dict[str, str]
) -> tuple[list[str], list[tuple[str, str, str]]]:
    ids, changes = assign_ids(members, known, set(known.values()))
    log = [(one.kind, one.from_incident, one.to_incident) for one in changes]
    return ids.sort("cluster")["incident_id"].to_list(), log


def test_a_first_run_takes_the_representative() -> None:
    ids, changes = assign_ids(_members(x="ab", y="c"), {}, ())
    assert ids["incident_id"].to_list() == ["a", "c"]
    assert changes == []


def test_what_grows_keeps_its_id_whoever_represents_it() -> None:
    assert _ids(_members(x="zab"), {"a": "a", "b": "a"}) == (["a"], [])


def test_of_two_that_merge_the_larger_goes_on() -> None:
    known = {"a": "a", "b": "b", "c": "b"}
    assert _ids(_members(x="abc"), known) == (["b"], [("merged_into", "a", "b")])


def test_of_one_that_splits_the_larger_part_goes_on() -> None:
    known = dict.fromkeys("abc", "a")
    ids, log = _ids(_members(x="a", y="bc"), known)
    assert ids[1] == "a"
    assert log == [("split_from", ids[0], "a")]


def test_an_id_that_ended_is_never_given_again() -> None:
    """a and b were merged under b, so a ended; alone again, a is a new incident."""
    ids, changes = assign_ids(_members(x="a", y="b"), {"a": "b", "b": "b"}, {"a", "b"})
    given = dict(ids.iter_rows())
    assert given[1] == "b"
    assert given[0].startswith("in_")
    assert [one.kind for one in changes] == ["split_from"]
    again, _ = assign_ids(_members(x="a", y="b"), {"a": "b", "b": "b"}, {"a", "b", given[0]})
    assert again.sort("cluster")["incident_id"][0] not in {"a", "b", given[0]}


def test_a_new_cluster_passes_over_ids_in_use() -> None:
    ids, _ = assign_ids(_members(x="ab"), {}, {"a"})
    assert ids["incident_id"].to_list() == ["b"]

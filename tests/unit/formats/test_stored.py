from pathlib import Path

import polars as pl
import pytest

from coder.errors import InputError
from coder.formats.inspecting import WrongFormatError
from coder.formats.stored import find_event, read_stored


def _events(*ids: str) -> dict[str, pl.DataFrame]:
    return {
        "events": pl.DataFrame({"event_id": list(ids)}, schema={"event_id": pl.String}),
        "actors": pl.DataFrame({"event_id": [*ids, *ids], "actor_idx": range(2 * len(ids))}),
    }


def test_event_is_found_by_the_beginning_of_its_id() -> None:
    found = find_event(_events("ev_ab12", "ev_cd34"), "ev_c")
    assert found.row["event_id"] == "ev_cd34"
    assert [row["actor_idx"] for row in found.parts["actors"]] == [1, 3]


def test_whole_id_wins_over_longer_ones() -> None:
    assert find_event(_events("ev_a", "ev_ab"), "ev_a").row["event_id"] == "ev_a"


@pytest.mark.parametrize(("wanted", "words"), [("ev_x", "no event"), ("ev_", "2 events")])
def test_unclear_id_says_what_was_found(wanted: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        find_event(_events("ev_a", "ev_b"), wanted)


def test_no_table_of_events_is_no_event() -> None:
    with pytest.raises(InputError, match="no event"):
        find_event({}, "ev_a")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.parquet", b"nothing"),
        ("a.arrow", b"nothing"),
        ("a.jsonl", b'{"id": 1}\n'),
        ("a.csv", b"id,words\n1,One.\n"),
        ("a.txt", b"nothing"),
    ],
)
def test_what_is_no_output_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError):
        read_stored(tmp_path / name)


def test_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('\n{"id": 1}\n', encoding="utf-8")
    with pytest.raises(WrongFormatError, match="line 2"):
        read_stored(tmp_path / "a.jsonl")

"""The scorer of bounds on labels made here."""

from typing import Any

import pytest

from benchmarks.bounds import Stated, answers, is_right, main, stated
from benchmarks.predict import engine_code


@pytest.mark.parametrize(
    ("bound", "found", "right"),
    [
        ("eq", Stated(12, 12, 12), True),
        ("eq", Stated(12, 12, None), False),
        ("min", Stated(12, 12, None), True),
        ("min", Stated(12, 12, 12), False),
        ("gt", Stated(13, 13, None), True),
        ("gt", Stated(12, 12, None), True),
        ("approx", Stated(None, 12, None), True),
        ("approx", Stated(12, 12, 12), False),
        ("eq", Stated(None, None, None), False),
    ],
)
def test_bounds_of_a_label(bound: str, found: Stated, *, right: bool) -> None:
    assert is_right(bound, 12, found) is right


def test_the_greatest_mention_counts() -> None:
    rows: list[dict[str, Any]] = [
        {"killed_min": 3, "killed": 3, "killed_max": 3},
        {"killed_min": 9, "killed": 9, "killed_max": None},
    ]
    assert stated(rows, "killed") == Stated(9, 9, None)
    assert stated([], "killed") == Stated(None, None, None)


def test_answers_of_a_labelled_sentence() -> None:
    label = {"incident": "yes", "killed": 5, "killed_bound": "min"}
    label |= {"injured": None, "injured_bound": "none"}
    row = {
        "id": "made-1",
        "sentences": ["Gunmen killed at least five farmers near Gao on Monday."],
        "published": "2020-03-12",
        "labels": {"hand": {"0": label}},
    }
    (answer,) = answers([row], engine_code())
    assert (answer.kind, answer.is_right, answer.stated) == ("killed", True, Stated(5, 5, None))


def test_without_data_the_command_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CODER_SHARED", "/nowhere")
    assert main([]) == 0
    assert "no measuring data" in capsys.readouterr().out

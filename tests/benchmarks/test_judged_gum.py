from pathlib import Path

import pytest

from benchmarks.judged_gum import coded_sentences, is_counted, read_verdicts, tally
from benchmarks.predict import engine_code

ROW = {
    "id": "ordinary-1",
    "published": "2020-03-12",
    "sentences": [
        "The museum opens at nine.",
        "Gunmen killed three policemen in Kirkuk on Monday.",
        "The striker shot wide.",
    ],
}


def test_the_verdicts_are_of_both_kinds_and_give_reasons() -> None:
    verdicts = read_verdicts()
    assert len(verdicts) > 100
    assert set(verdicts.values()) == {True, False}


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("a\t1\tmaybe\tno reason", "no verdict"),
        ("a\t1\ttrue\tan attack\na\t1\tfalse\tthe same", "judged twice"),
        ("a\t1\ttrue\t", "reason"),
    ],
)
def test_a_line_that_is_no_verdict_is_an_error(tmp_path: Path, lines: str, fault: str) -> None:
    path = tmp_path / "gum.tsv"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(ValueError, match=fault):
        read_verdicts(path)


def test_a_coded_sentence_nobody_judged_counts_as_false_and_is_listed() -> None:
    found = tally({("a", 1), ("a", 2), ("b", 3)}, {("a", 1): True, ("a", 2): False, ("a", 9): True})
    assert found.precision == pytest.approx(1 / 3)
    assert found.recall == pytest.approx(1 / 2)
    assert found.unjudged == (("b", 3),)


def test_the_sentence_of_a_violent_record_is_coded() -> None:
    assert coded_sentences([ROW], engine_code()) == {("ordinary-1", 1)}


def test_an_act_of_the_past_is_coded_and_not_counted() -> None:
    row = ROW | {"sentences": ["In May 1998 gunmen killed three policemen in Kirkuk."]}
    assert coded_sentences([row], engine_code()) == {("ordinary-1", 0)}
    assert coded_sentences([row], engine_code(), is_counted) == set()

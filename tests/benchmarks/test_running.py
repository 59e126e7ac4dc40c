import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks import coding, errors, run, speed
from benchmarks.datasets import is_held_out
from benchmarks.disagreements import Disagreement
from benchmarks.inputs import Row, benchmark_input, joined, published_date, read_rows
from benchmarks.predict import predictions
from benchmarks.scoreboard import Bound, bound, committed_floors, fallen, scoreboard
from benchmarks.scoring import Figures, filtering, joint_filtering
from coder.values.events import CodedDocument
from coder.values.text import Document
from tests.benchmarks.made import coded, event, given


def one_event(document: Document) -> CodedDocument:
    if "crash" in document.text:
        raise ValueError(document.text)
    return coded(event())


@pytest.fixture
def no_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CODER_SHARED", str(tmp_path))


def test_lines_come_in_the_order_of_the_input_with_their_ids() -> None:
    rows = [{"id": "ü 1", "text": "a"}, {"id": "2", "text": ""}]
    lines = [json.loads(line) for line in predictions("sets", rows, one_event)]
    assert [line["id"] for line in lines] == ["ü 1", "2"]


def test_fields_nobody_documented_are_ignored() -> None:
    row = {"id": "1", "text": "a", "labels": {"killed": 3}, "set": "fakes"}
    assert benchmark_input(row) == benchmark_input({"id": "1", "text": "a"})


def test_no_adapter_sees_labels(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Row] = []

    def remember(row: Row) -> Row:
        seen.append(row)
        return row

    monkeypatch.setattr("benchmarks.predict_geo.predict_row", remember)
    rows = [{"id": "1", "text": "a", "toponyms": [{"start": 0}], "labels": {}}]
    assert len(list(predictions("geo", rows))) == 1
    assert seen == [{"id": "1", "text": "a"}]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        pytest.param("2015-06-09", date(2015, 6, 9), id="day"),
        pytest.param("2015-06-09T12:00:00Z", date(2015, 6, 9), id="time"),
        pytest.param(None, None, id="none"),
        pytest.param("NO DATE", None, id="words"),
    ],
)
def test_publication_dates(value: object, day: date | None) -> None:
    assert published_date(value) == day


def test_joined_sentences_remember_where_they_begin() -> None:
    assert joined(["Ab.", "C."]) == ("Ab.\nC.", (0, 4))


def test_empty_lines_of_a_file_are_no_rows(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"id": "1"}\n\n', encoding="utf-8")
    assert list(read_rows(file)) == [{"id": "1"}]


def test_a_crash_costs_only_its_own_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coding, "_engine", lambda: one_event)
    coding._warm_up.cache_clear()  # noqa: SLF001
    rows = [{"id": "1", "text": "crash"}, {"id": "2", "text": "fine"}]
    lines, told = coding.code_rows("sets", rows)
    coding._warm_up.cache_clear()  # noqa: SLF001
    assert len(lines) == 1
    assert told.documents == 2
    assert told.countable_events == 1
    assert "ValueError" in told.crashes[0]


def test_runs_of_parts_add_up() -> None:
    whole = coding.SetRun(documents=2, slowest=0.1, slowest_id="a")
    whole.add(coding.SetRun(documents=3, slowest=0.4, slowest_id="b", crashes=["c"]))
    assert (whole.documents, whole.slowest_id, whole.crashes) == (5, "b", ["c"])


@pytest.mark.parametrize(
    ("limits", "value", "holds"),
    [
        pytest.param(Bound(floor=0.5), 0.5, True, id="at-the-floor"),
        pytest.param(Bound(floor=0.5), 0.4, False, id="below"),
        pytest.param(Bound(floor=0.5), None, False, id="not-measured"),
        pytest.param(Bound(floor=30, at_most=True), 31, False, id="too-many"),
        pytest.param(Bound(floor=1, ceiling=8), 9, False, id="above-the-ceiling"),
        pytest.param(Bound(), None, True, id="no-bound"),
    ],
)
def test_bounds(limits: Bound, value: float | None, holds: bool) -> None:
    assert limits.meets_floor(value) is holds


def test_the_slowest_document_of_every_set_is_bounded() -> None:
    assert bound("gum.slowest_s").floor == 1.0


def test_a_fallen_figure_is_named_and_marked() -> None:
    figures: Figures = {"fakes.incident_f1": 0.5, "gum.violent_texts_pct": 10.0}
    committed = {"fakes.incident_f1": 0.6, "gum.violent_texts_pct": 12.0, "geo.sub161": 70.0}
    assert fallen(figures, committed) == ["fakes.incident_f1"]
    assert "BELOW COMMITTED FLOOR" in scoreboard(figures, committed)


def test_text_filtering_of_two_sets_counts_their_documents_together() -> None:
    one = filtering("one", {"both": 6, "missed": 2, "false": 2})
    two = filtering("two", {"both": 2, "missed": 0, "false": 4})
    assert one["one.filtering_f"] == 75
    joint = joint_filtering("all", ["one", "two"], one | two)
    assert joint == filtering("all", {"both": 8, "missed": 2, "false": 6})
    assert joint["all.filtering_f"] == pytest.approx(66.67)


def test_no_document_at_all_has_no_text_filtering() -> None:
    assert filtering("none", {"both": 0, "missed": 0, "false": 0})["none.filtering_f"] is None


def test_the_committed_floors_can_be_read() -> None:
    assert all(isinstance(limit, int | float) for limit in committed_floors().values())


@pytest.mark.usefixtures("no_data")
@pytest.mark.parametrize(
    "command",
    [
        pytest.param(lambda: run.main([]), id="run"),
        pytest.param(lambda: speed.main([]), id="speed"),
        pytest.param(lambda: errors.main(["--set", "gum"]), id="errors"),
    ],
)
def test_an_absent_data_folder_is_said_and_is_no_failure(
    command: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(command)
    assert command() == 0
    assert "CODER_SHARED" in capsys.readouterr().out


@pytest.mark.parametrize("doc", ["TST1-MUC3-0001", "TST2-MUC4-0100"])
def test_validation_texts_are_not_shown(doc: str) -> None:
    assert errors.refused("muc4", doc)


def test_held_out_documents_are_not_shown() -> None:
    ids = [f"DEV-MUC3-{number:04d}" for number in range(1, 1301)]
    held = [doc for doc in ids if is_held_out(doc)]
    assert 280 < len(held) < 370
    assert all(errors.refused("muc4", doc) for doc in held)


def test_a_disagreement_shows_gold_beside_prediction() -> None:
    item = Disagreement(doc_id="d", kind="missed", gold="g", predicted="-", sentences=(1,))
    shown = errors.show(item, {"id": "d", "sentences": ["One.", "Two."]}, traced=False)
    assert "gold: g" in shown
    assert "[1] Two." in shown
    assert "One." not in shown


def test_the_speed_summary_names_the_limit() -> None:
    row = {
        "scale": 2, "net_docs_s": 400.0, "net_sents_s": 6000.0, "net_mb_s": 1.0, "tree": 200.0,
        "x_limit": 61.0,
    }  # fmt: skip
    text = speed.summary("dense", {"runs": [row], "exponents": {"docs:coder": 1.0}})
    assert "61.0 x scan (ABOVE 60)" in text


def test_input_of_the_adapters_keeps_the_dateline() -> None:
    assert given(dateline="LIMA, 3 MAR 89").dateline == "LIMA, 3 MAR 89"

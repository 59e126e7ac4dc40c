"""Statements and states of control: every rule example, and the fixtures by phenomenon."""

from collections.abc import Iterator
from datetime import date

import pytest

import coder
from coder.records.documents import ControlState, Statement
from coder.rules.nonevent_source import NonEventMatch, NonEventSource, shipped_nonevents
from coder.rules.pack import build_all
from coder.values.nonevent_labels import ControlKind, StatementKind
from tests.corpus.nonevents import Case, Phenomenon, faults, phenomena

PUBLISHED = date(2020, 3, 12)


def _rows(text: str, frame: NonEventSource) -> list[Statement | ControlState]:
    record = coder.code(text, published=PUBLISHED, id="example").record
    assert record is not None
    told: list[Statement | ControlState] = [*record.statements, *record.control_states]
    return [row for row in told if row.rule_id == frame.id]


def _matches() -> Iterator[object]:
    for _, frame in shipped_nonevents():
        for number, match in enumerate(frame.match):
            yield pytest.param(frame, match, id=f"{frame.id}-{number}")


def _no_matches() -> Iterator[object]:
    for _, frame in shipped_nonevents():
        for number, example in enumerate(frame.no_match):
            yield pytest.param(frame, example.text, id=f"{frame.id}-{number}")


@pytest.mark.parametrize(("frame", "match"), list(_matches()))
def test_the_frame_reads_its_example(frame: NonEventSource, match: NonEventMatch) -> None:
    rows = [row.model_dump() for row in _rows(match.text, frame)]
    read = [{role: row[f"{role}_text"] for role in match.roles} for row in rows]
    assert match.roles in read


@pytest.mark.parametrize(("frame", "text"), list(_no_matches()))
def test_the_frame_leaves_its_counterexample(frame: NonEventSource, text: str) -> None:
    assert not _rows(text, frame)


def test_examples_are_told_once() -> None:
    frames = [frame for _, frame in shipped_nonevents()]
    texts = [item.text for frame in frames for item in frame.match]
    texts += [item.text for frame in frames for item in frame.no_match]
    assert len(set(texts)) == len(texts)


def test_the_pack_is_what_the_sources_give() -> None:
    for file, text in build_all().items():
        assert file.read_text(encoding="utf-8") == text, "run: python -m coder.rules.pack"


def test_every_kind_has_a_frame() -> None:
    kinds = {frame.kind for _, frame in shipped_nonevents()}
    # What is told to be no longer held is read by the frames of holding.
    assert kinds | {ControlKind.NOT_HELD} == {*StatementKind, *ControlKind}


def _cases() -> Iterator[object]:
    for name, phenomenon in phenomena():
        assert set(phenomenon.known_miss) <= {case.text for case in phenomenon.cases}
        for case in phenomenon.cases:
            reason = phenomenon.known_miss.get(case.text)
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(phenomenon, case, marks=marks, id=f"{name}: {case.text[:50]}")


@pytest.mark.parametrize(("phenomenon", "case"), list(_cases()))
def test_passage(phenomenon: Phenomenon, case: Case) -> None:
    assert not list(faults(case, phenomenon.published))


def test_each_table_has_its_sentences_with_negatives() -> None:
    for name in ("statements", "control_states"):
        cases = [case for _, item in phenomena() for case in item.cases]
        told = [rows for case in cases if (rows := getattr(case, name)) is not None]
        assert len(told) >= 60
        assert sum(not rows for rows in told) >= 15


def test_few_passages_are_a_known_miss() -> None:
    missed = sum(len(item.known_miss) for _, item in phenomena())
    assert missed * 8 <= sum(len(item.cases) for _, item in phenomena())

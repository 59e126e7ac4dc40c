"""The incident summaries and their scorer."""

import datetime as dt
import re
from collections import Counter

import pytest

from benchmarks.notes import HALVES, Note, read_notes
from benchmarks.summaries import SUMMARIES, answers, main, measured

_NAMED = re.compile(r"\b[A-Z][\w'-]*(?: [A-Z][\w'-]*)*|\d[\d,.:/]*")


def test_there_are_eighty_summaries_of_different_patterns_in_two_halves() -> None:
    developed, held = (read_notes(half, SUMMARIES) for half in HALVES)
    assert len(developed) == len(held) == 40
    patterns = Counter(_NAMED.sub("_", note.text) for note in (*developed, *held))
    assert not [pattern for pattern, count in patterns.items() if count > 1]


def _summary(text: str, **expect: object) -> Note:
    return Note(id="s", published=None, text=text, expect=expect)


_TEXT = (
    "03/04/2013: A suicide bomber attacked a clinic in Mopti, Mali, killing three guards and "
    "himself and wounding two nurses. Ansar Dine claimed responsibility."
)


def test_answers_to_a_summary() -> None:
    summary = _summary(
        _TEXT,
        type=["bombing"],
        killed=4,
        injured=2,
        attackers=1,
        weapon=["suicide_vest", "explosive_device"],
        perpetrator=["Ansar Dine", "bomber"],
        target=["clinic"],
        claimed_by="Ansar",
        country="MLI",
        place=["Mopti"],
        date=dt.date(2013, 3, 4),
    )
    right = {answer.figure: answer.is_right for answer in answers([summary])}
    assert {name for name, is_right in right.items() if not is_right} <= {"weapon"}
    assert len(right) == 13


def test_wrong_answers_are_wrong() -> None:
    summary = _summary(
        _TEXT,
        type=["shelling"],
        modality=["foiled"],
        killed=3,
        injured=None,
        attackers=0,
        weapon=["mortar"],
        perpetrator="Soldiers",
        target=["harbour"],
        claimed_by="none",
        country="NER",
        place=["Gao"],
        date=dt.date(2013, 4, 3),
    )
    right = {answer.figure for answer in answers([summary]) if answer.is_right}
    assert right == {"one_incident"}


def test_a_summary_without_a_record_has_no_right_answer_but_what_was_not_to_be_found() -> None:
    summary = _summary("The council met on Monday.", type=["bombing"], killed=2, country="MLI")
    assert not any(answer.is_right for answer in answers([summary]))


def test_errors_of_the_held_half_are_never_listed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--errors"])
    shown = capsys.readouterr().out
    assert not [note.id for note in read_notes("held", SUMMARIES) if note.text in shown]


FLOORS = {"summaries-held.killed": 80, "summaries-held.injured": 80, "summaries-held.date": 90}


def test_the_held_half_has_not_fallen() -> None:
    figures = measured()
    assert {name for name, floor in FLOORS.items() if (figures[name] or 0.0) < floor} == set()

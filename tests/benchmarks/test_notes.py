"""The notes of many styles and their scorer."""

import datetime as dt
import re
from collections import Counter

import pytest

from benchmarks.notes import HALVES, Note, answers, fits, main, measured, read_notes, together
from coder.records.casualty_summary import Bounds

_NAMED = re.compile(r"\b[A-Z][\w'-]*(?: [A-Z][\w'-]*)*|\d[\d,.:/]*")


def test_there_are_two_hundred_notes_of_a_dozen_styles_in_two_halves() -> None:
    developed, held = (read_notes(half) for half in HALVES)
    assert len(developed) + len(held) >= 200
    assert abs(len(developed) - len(held)) <= 10
    styles = [{note.id.rpartition("-")[0] for note in half} for half in (developed, held)]
    assert styles[0] == styles[1]
    assert len(styles[0]) >= 10
    names = [note.id for note in (*developed, *held)]
    assert len(set(names)) == len(names)


def test_no_two_notes_are_of_one_pattern() -> None:
    notes = [note for half in HALVES for note in read_notes(half)]
    patterns = Counter(_NAMED.sub("_", note.text) for note in notes)
    assert not [pattern for pattern, count in patterns.items() if count > 1]


def _note(text: str, **expect: object) -> Note:
    return Note(id="n", published=dt.date(2020, 5, 6), text=text, expect=expect)


def test_answers_to_a_note() -> None:
    note = _note(
        "Gunmen killed at least three farmers and wounded two near Mopti, Mali, on Monday.",
        type=["killing", "armed_attack"],
        killed="3+",
        injured=2,
        perpetrator="Gunmen",
        country="MLI",
        place=["Mopti"],
        date=dt.date(2020, 5, 4),
    )
    found = {answer.figure: answer.is_right for answer in answers([note])}
    assert set(found) == {
        "deaths_exact", "deaths_bounds", "deaths_told", "presence_recall", "presence_precision",
        "injured_exact", "type", "actor", "country", "place", "date",
    }  # fmt: skip
    assert all(found.values())


def test_wrong_answers_are_wrong() -> None:
    note = _note(
        "Gunmen killed three farmers near Mopti, Mali, on Monday.",
        type=["bombing"],
        killed=None,
        perpetrator="Soldiers",
        country="NER",
        place=["Gao"],
        date=[dt.date(2020, 5, 4), dt.date(2020, 5, 5)],
    )
    assert not any(answer.is_right for answer in answers([note]))


def test_a_violent_record_of_a_text_without_incident_is_wrong() -> None:
    false = answers([_note("Gunmen killed three farmers in Mopti on Monday.", type=[])])
    assert {answer.figure for answer in false} == {
        "no_incident",
        "deaths_told",
        "presence_precision",
    }
    assert not any(answer.is_right for answer in false)
    empty = answers([_note("The council met on Monday.", type=[], killed=None)])
    assert all(answer.is_right for answer in empty)


@pytest.mark.parametrize(
    ("expected", "found", "right"),
    [
        ("8", Bounds(8, 8, 8), True),
        ("8", Bounds(8, 8, None), False),
        ("8+", Bounds(8, 8, 8), False),
        ("~8", Bounds(None, 8, None), True),
        ("~8", Bounds(8, 8, 8), False),
        ("8", Bounds(9, 9, 9), False),
    ],
)
def test_bounds_that_fit(expected: str, found: Bounds, *, right: bool) -> None:
    assert fits(expected, found) is right


def test_nothing_stated_stays_nothing() -> None:
    assert together([Bounds(), Bounds()]) == Bounds()


def test_errors_of_the_held_half_are_never_listed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--errors"])
    shown = capsys.readouterr().out
    assert not [note.id for note in read_notes("held") if note.text in shown]


FLOORS = {"notes-held.deaths_exact": 66, "notes-held.presence_precision": 94, "notes-held.date": 78}


def test_the_held_half_has_not_fallen() -> None:
    figures = measured()
    assert {name for name, floor in FLOORS.items() if (figures[name] or 0.0) < floor} == set()

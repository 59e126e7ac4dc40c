"""The field notes and their scorer."""

import pytest

from benchmarks.field_notes import FIELD_NOTES, main, measured
from benchmarks.notes import FIGURES, HALVES, read_notes


def test_the_two_halves_share_no_note_and_say_what_is_expected() -> None:
    developed, held = (read_notes(half, FIELD_NOTES) for half in HALVES)
    assert (len(developed), len(held)) == (110, 83)
    texts = [note.text for note in (*developed, *held)]
    assert len(set(texts)) == len(texts)
    countries = {note.expect["country"] for note in (*developed, *held) if "country" in note.expect}
    assert len(countries) >= 40
    assert all("killed" in note.expect for note in (*developed, *held) if note.is_incident)


def test_every_figure_is_measured_for_both_halves() -> None:
    figures = measured()
    assert set(figures) == {f"fieldnotes-{half}.{name}" for half in HALVES for name in FIGURES}
    assert 50 < (figures["fieldnotes-held.deaths_exact"] or 0) <= 100


def test_errors_of_the_held_half_are_never_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["--errors", "country"]) == 0
    held = {note.text for note in read_notes("held", FIELD_NOTES)}
    printed = capsys.readouterr().out
    assert "! country" in printed
    assert not [text for text in held if text in printed]

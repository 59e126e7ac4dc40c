"""The pages of newspapers and of the police, and their scorer."""

import pytest

from benchmarks.notes import HALVES, Note, read_notes
from benchmarks.pages import FIGURES, PAGES, answers, main, measured


def test_the_two_halves_share_no_page_and_say_what_is_expected() -> None:
    developed, held = (read_notes(half, PAGES) for half in HALVES)
    pages = (*developed, *held)
    assert (len(developed), len(held)) == (156, 59)
    assert len({page.text for page in pages}) == len({page.id for page in pages}) == len(pages)
    assert sum(page.is_incident for page in pages) >= 20
    assert len({page.id.partition("-")[0] for page in pages if not page.is_incident}) >= 15
    countries = {page.expect["country"] for page in pages if "country" in page.expect}
    assert len(countries) >= 12


def test_every_figure_is_measured_for_both_halves() -> None:
    figures = measured()
    assert set(figures) == {f"pages-{half}.{name}" for half in HALVES for name in FIGURES}


def test_a_record_of_violence_on_an_everyday_page_is_an_error() -> None:
    page = Note(
        id="sport-1",
        published=None,
        text="Gunmen killed two farmers in Jos on Monday.",
        expect={"type": []},
    )
    (answer,) = answers([page])
    assert (answer.figure, answer.found, answer.is_right) == ("ordinary", ["killing"], False)


def test_errors_of_the_held_half_are_never_printed(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--errors"])
    held = {page.text for page in read_notes("held", PAGES)}
    printed = capsys.readouterr().out
    assert "ordinary" in printed
    assert not [text for text in held if text in printed]

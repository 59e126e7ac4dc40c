"""Where the acts of the paragraphs in ``fixtures/places`` happened."""

import pytest

from benchmarks.judged_events import is_place_right
from benchmarks.judged_places import HELD, OPEN, Paragraph, paragraphs, record_of, score
from coder.pipeline import Engine

HELD_RIGHT = 8
"""Acts of the held half whose place is right; raised when a general mechanism raises it."""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


@pytest.mark.parametrize("paragraph", paragraphs(OPEN), ids=lambda found: found.act.doc_id)
def test_place_of_act_in_paragraph(paragraph: Paragraph, engine: Engine) -> None:
    event = record_of(paragraph, engine.code(paragraph.document))
    right = event is not None and is_place_right(event.place, paragraph.act)
    assert right is not paragraph.known_miss, "a repaired miss has to be taken out of the file"


def test_held_half_keeps_its_figure(engine: Engine) -> None:
    verdicts = score(HELD, engine.code)
    assert len(verdicts) == len(paragraphs(OPEN)) == 22
    assert sum(verdict is True for verdict in verdicts.values()) >= HELD_RIGHT

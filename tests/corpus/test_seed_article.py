"""The seed article of the data folder: one countable act among much that is not."""

import os
from datetime import date
from pathlib import Path

import pytest

from coder.pipeline import Engine
from coder.values.events import Event
from coder.values.labels import DateBasis, Qualifier, Role
from coder.values.text import Document

_SHARED = Path(os.environ.get("CODER_SHARED", Path(__file__).parents[3] / "shared"))
_ARTICLE = _SHARED / "seed" / "article.txt"

pytestmark = pytest.mark.skipif(not _ARTICLE.exists(), reason="the data folder is not there")


@pytest.fixture(scope="module")
def article() -> str:
    return _ARTICLE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def event(article: str) -> Event:
    document = Document(doc_id="seed", text=article, published=date(2017, 12, 12))
    (found,) = (item for item in Engine().code(document).events if item.countable)
    return found


def test_type_and_scope(event: Event) -> None:
    assert (str(event.event_type), str(event.scope)) == ("armed_attack", "series")


def test_day(event: Event) -> None:
    day = date(2017, 12, 11)
    assert (event.date.start, event.date.end, event.date.basis) == (day, day, DateBasis.WEEKDAY)


def test_parties(event: Event) -> None:
    (attacker,) = (actor for actor in event.actors if actor.role is Role.PERPETRATOR)
    assert attacker.name == "Islamic State"
    (main,) = (actor for actor in event.actors if actor.role is Role.TARGET and actor.is_primary)
    assert main.name == "Syrian army and its allies"


def test_dead(event: Event) -> None:
    (row,) = event.casualties
    assert (row.low, row.best, row.high) == (23, 23, None)
    assert (row.qualifier, str(row.victim_type)) == (Qualifier.AT_LEAST, "state_military")
    assert row.is_civilian is False


def test_place_is_the_bank_of_the_river(event: Event) -> None:
    assert (event.place.iso3, event.place.admin1_name) == ("SYR", "Deir ez-Zor")
    assert event.place.place_name is None
    assert event.place.latitude is None or str(event.place.precision) == "feature"


def test_source(event: Event) -> None:
    assert [item.name for item in event.attributions] == ["Syrian Observatory for Human Rights"]


def test_without_the_day_of_the_report_the_day_stays_open(article: str) -> None:
    (found,) = (
        item
        for item in Engine().code(Document(doc_id="seed", text=article)).events
        if item.countable
    )
    assert (found.date.start, found.date.end, found.date.text) == (None, None, "Monday")


def test_what_is_still_held_is_a_state_and_no_event(article: str) -> None:
    coded = Engine().code(Document(doc_id="seed", text=article, published=date(2017, 12, 12)))
    held = {state.place.words.text for state in coded.control_states}
    assert {"only about 18 villages", "parts of the Yarmouk camp"} <= held
    assert {state.actor.name for state in coded.control_states if state.actor} == {"Islamic State"}
    # "a number of villages" are two at least
    assert [state.place.number for state in coded.control_states if state.place.number] == [2, 18]


def test_who_declared_the_end_of_the_war_is_a_statement(article: str) -> None:
    coded = Engine().code(Document(doc_id="seed", text=article, published=date(2017, 12, 12)))
    said = [(item.speaker.name, item.first) for item in coded.statements if item.speaker]
    assert said == [("Iraq", date(2017, 12, 9)), ("Russia", None)]

"""Whom the police hold for an act did not arrest himself; who suffers is named apart."""

import pytest

from coder.pipeline import Engine
from coder.values.events import Event, EventActor
from coder.values.labels import Certainty, EventType, Role
from coder.values.text import Document


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def _event(engine: Engine, text: str, kind: EventType) -> Event:
    events = engine.trace(Document(doc_id="d", text=text)).coded.events
    return next(event for event in events if event.event_type is kind)


def _by_role(event: Event, *roles: Role) -> list[EventActor]:
    return [actor for actor in event.actors if actor.role in roles]


def test_who_is_held_on_suspicion_is_the_suspect_of_the_killing(engine: Engine) -> None:
    text = "Police arrested three men on suspicion of killing a priest in Jos on Monday."
    killing = _event(engine, text, EventType.KILLING)
    (suspect,) = _by_role(killing, Role.PERPETRATOR)
    assert suspect.text == "three men"
    assert suspect.certainty is Certainty.SUSPECTED


def test_two_relatives_are_two_victims(engine: Engine) -> None:
    killing = _event(
        engine, "Militants killed Ahmed Karimi and Yusuf Karimi in Herat.", EventType.KILLING
    )
    assert [victim.name for victim in _by_role(killing, Role.TARGET)] == [
        "Ahmed Karimi",
        "Yusuf Karimi",
    ]


def test_a_noun_for_both_says_what_each_of_two_joined_names_is(engine: Engine) -> None:
    killing = _event(
        engine, "Rebels killed engineers Joseph Banda and Ivan Petrov in Tete.", EventType.KILLING
    )
    assert [victim.description for victim in _by_role(killing, Role.TARGET)] == [
        "engineers",
        "engineers",
    ]


def test_a_definite_noun_takes_the_name_the_text_gives_its_bearer(engine: Engine) -> None:
    text = "Gunmen shot the watchman dead in Tete on Monday. Many mourned watchman Ivan Petrov."
    event = _event(engine, text, EventType.ARMED_ATTACK)
    assert [victim.name for victim in _by_role(event, Role.TARGET)] == ["Ivan Petrov"]

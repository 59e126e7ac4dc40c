"""What became of things that were hit, and who is no party to it."""

import pytest

from coder.pipeline import Engine
from coder.values.events import Event
from coder.values.labels import DamageEffect, Role
from coder.values.text import Document

EFFECTS = [
    ("Ten homes were damaged by a mortar round in Sderot on Tuesday.", "Ten homes", "damaged"),
    ("Militants destroyed a shrine near Timbuktu on Sunday.", "a shrine", "destroyed"),
    ("Herders set fire to a barn near Jos on Sunday.", "a barn", "damaged"),
    ("Herders burned down a barn near Jos on Sunday.", "a barn", "destroyed"),
    (
        "Rebels destroyed four pylons and damaged six others in Ibb on Sunday.",
        "six others",
        "damaged",
    ),
    ("A mine damaged the corvette Amalia off Aden on Sunday.", "the corvette Amalia", "damaged"),
    ("A missile shot down an airliner over Donetsk on Sunday.", "an airliner", "destroyed"),
    ("A bomb exploded at a bank in Quetta, causing damage to 20 shops.", "20 shops", "damaged"),
]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def _event(engine: Engine, text: str) -> Event:
    (event,) = engine.trace(Document(doc_id="d", text=text)).coded.events
    return event


@pytest.mark.parametrize(("text", "thing", "effect"), EFFECTS, ids=[row[1] for row in EFFECTS])
def test_damage_is_told_from_destruction(
    engine: Engine, text: str, thing: str, effect: str
) -> None:
    found = {target.text: target.effect for target in _event(engine, text).targets}
    assert found[thing] is DamageEffect(effect)


def test_a_relative_clause_behind_the_target_is_about_the_attack(engine: Engine) -> None:
    text = "The attack on an aid group in Herat, which killed nine people, was condemned."
    event = _event(engine, text)
    assert not [actor for actor in event.actors if actor.role is Role.PERPETRATOR]
    assert [row.best for row in event.casualties] == [9]


def test_a_word_that_makes_another_sense_may_stand_in_the_name_of_a_place(engine: Engine) -> None:
    event = _event(engine, "A truck bomb went off at a gas station in Quetta on Monday.")
    assert [target.text for target in event.targets] == ["a gas station"]

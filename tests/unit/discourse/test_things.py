"""What an act hit, each thing once, with what became of it."""

import pytest

from coder.pipeline import Engine
from coder.values.events import PhysicalTarget
from coder.values.labels import DamageEffect
from coder.values.text import Document


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def _things(engine: Engine, text: str) -> tuple[PhysicalTarget, ...]:
    return engine.code(Document(doc_id="d", text=text)).events[0].targets


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        pytest.param(
            "A bomb exploded at a bank in Basra, causing considerable damage.",
            DamageEffect.DAMAGED,
            id="damage of nothing in particular",
        ),
        pytest.param(
            "A bomb exploded at a bank in Basra but caused no damage.",
            DamageEffect.NONE,
            id="no damage",
        ),
        pytest.param("A bomb exploded at a bank in Basra.", None, id="nothing told"),
        pytest.param(
            "A bomb went off at a hotel in Basra. The hotel was destroyed.",
            DamageEffect.DESTROYED,
            id="told again by a definite noun",
        ),
        pytest.param(
            "A bomb exploded at a bank in Basra. A report on climate damage was read in Oslo.",
            None,
            id="damage in another sentence",
        ),
    ],
)
def test_the_effect_on_a_thing_may_be_told_of_the_act(
    engine: Engine, text: str, effect: DamageEffect | None
) -> None:
    (thing,) = _things(engine, text)
    assert thing.effect is effect


def test_the_name_of_a_person_is_the_name_alone(engine: Engine) -> None:
    text = "Mayor Joseph Banda and his wife Grace were killed in Zomba."
    (event,) = engine.code(Document(doc_id="d", text=text)).events
    assert [actor.name for actor in event.actors] == ["Joseph Banda", "Grace"]


def test_a_quote_inside_a_group_is_published_whole(engine: Engine) -> None:
    text = 'Maoist "Red Path" guerrillas attacked a bank in Izmir.'
    (event,) = engine.code(Document(doc_id="d", text=text)).events
    assert event.actors[0].text == 'Maoist "Red Path" guerrillas'

"""Craft and guns that act stand for the forces that use them."""

import pytest

from coder.pipeline import Engine
from coder.values.events import EventActor
from coder.values.labels import Role
from coder.values.text import Document

ACTING = """
Russian warplanes bombed a village near Idlib on Monday. | state_military | RUS | -
Turkish artillery shelled the outskirts of Afrin on Monday. | state_military | TUR | -
An Israeli tank fired at a house in Rafah, killing two children. | state_military | ISR | -
Six people were killed by French helicopters near Gao on Monday. | state_military | FRA | -
Government jets struck a market on Monday. | state_military | - | -
Rebel artillery shelled the airport of Juba on Monday. | rebel_group | - | -
A coalition drone killed two smugglers in Marib on Monday. | intl_force | - | -
A Hezbollah drone hit a house in Metula, wounding three people. | rebel_group | LBN | hezbollah
Three Ethiopian army helicopters attacked the camp on Monday. | state_military | ETH | -
"""
ROWS = [line.split(" | ") for line in ACTING.strip().splitlines()]


def actors(text: str, role: Role) -> list[EventActor]:
    coded = Engine().code(Document(doc_id="d", text=text))
    return [actor for event in coded.events for actor in event.actors if actor.role is role]


@pytest.mark.parametrize(("text", "kind", "country", "actor_id"), ROWS)
def test_those_who_use_it_act(text: str, kind: str, country: str, actor_id: str) -> None:
    (found,) = actors(text, Role.PERPETRATOR)
    assert (found.type.value, found.country or "-", found.actor_id or "-") == (
        kind,
        country,
        actor_id,
    )


def test_a_craft_of_nobody_is_no_actor_of_a_country() -> None:
    assert [a.country for a in actors("Drones hit a depot near Kassala.", Role.PERPETRATOR)] in (
        [],
        [None],
    )


def test_a_vehicle_that_is_hit_is_a_target_of_its_country() -> None:
    (found,) = actors("Rebels destroyed a Turkish tank near Afrin on Monday.", Role.TARGET)
    assert (found.type.value, found.country) == ("state_military", "TUR")


def test_a_nationality_of_two_words_stays_whole_before_soldiers() -> None:
    (found,) = actors("North Korean soldiers shot a farmer on Monday.", Role.PERPETRATOR)
    assert (found.text, found.country) == ("North Korean soldiers", "PRK")

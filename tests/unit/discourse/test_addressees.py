"""Whom a protest is aimed at."""

import pytest

from coder.pipeline import Engine
from coder.values.labels import Role
from coder.values.text import Document

AIMED = """
Thousands rallied in Lagos on Monday against the government, police said. | the government | state_other | -
Young Algerians blocked roads on Sunday, demanding answers from President Reda's government. | President Reda's government | state_other | -
Dozens began a hunger strike on Monday to protest against Sweden's decision. | Sweden | state_other | SWE
Students marched in Dili on Monday to protest Indonesian rule. | Indonesian | state_other | IDN
"""  # noqa: E501 - a sentence in a row
NOBODY = """
Students protested in Lima on Monday against fees.
Farmers protested in Paris on Monday over fuel prices, the French interior ministry said.
Workers marched through Nairobi on Monday to demand better pay, Kenyan police said.
Teachers rallied in France on Monday.
"""


def targets(text: str) -> list[tuple[str, str, str]]:
    (event,) = Engine().code(Document(doc_id="d", text=text)).events
    return [
        (actor.text, actor.type.value, actor.country or "-")
        for actor in event.actors
        if actor.role is Role.TARGET
    ]


@pytest.mark.parametrize("row", AIMED.strip().splitlines())
def test_an_authority_behind_a_word_of_protest_is_aimed_at(row: str) -> None:
    text, *told = row.split(" | ")
    assert targets(text) == [tuple(told)]


@pytest.mark.parametrize("text", NOBODY.strip().splitlines())
def test_speakers_places_and_things_are_not(text: str) -> None:
    assert targets(text) == []

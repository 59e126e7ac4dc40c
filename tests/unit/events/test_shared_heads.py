"""Adjectives of countries that share the noun of the group behind them."""

import pytest

from coder import code
from coder.values.labels import ActorType, Role


def _actors(text: str, role: Role) -> list[tuple[str, ActorType, str | None]]:
    (event,) = code(text, published="2021-05-10").events
    return [(a.text, a.actor_type, a.country) for a in event.actors if a.role is role]


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        (
            "French and Malian troops killed ten jihadists near Gao.",
            Role.PERPETRATOR,
            [
                ("French", ActorType.STATE_MILITARY, "FRA"),
                ("Malian troops", ActorType.STATE_MILITARY, "MLI"),
            ],
        ),
        (
            "Afghan and coalition forces killed two rebels.",
            Role.PERPETRATOR,
            [
                ("Afghan", ActorType.STATE_MILITARY, "AFG"),
                ("coalition forces", ActorType.INTL_FORCE, None),
            ],
        ),
        (
            "British, French and German soldiers raided a house in Pristina.",
            Role.PERPETRATOR,
            [
                ("British", ActorType.STATE_MILITARY, "GBR"),
                ("French", ActorType.STATE_MILITARY, "FRA"),
                ("German soldiers", ActorType.STATE_MILITARY, "DEU"),
            ],
        ),
        (
            "Two Indian and three Pakistani soldiers were killed near Uri.",
            Role.TARGET,
            [
                ("Two Indian", ActorType.STATE_MILITARY, "IND"),
                ("three Pakistani soldiers", ActorType.STATE_MILITARY, "PAK"),
            ],
        ),
        (  # another article or number: another person
            "Gunmen killed an American and two Afghan soldiers in Kabul.",
            Role.TARGET,
            [
                ("an American", ActorType.CIVILIANS, "USA"),
                ("two Afghan soldiers", ActorType.STATE_MILITARY, "AFG"),
            ],
        ),
    ],
)
def test_whose_noun_an_adjective_shares(
    text: str, role: Role, expected: list[tuple[str, ActorType, str | None]]
) -> None:
    assert _actors(text, role) == expected

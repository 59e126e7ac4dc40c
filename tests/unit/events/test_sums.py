"""Totals of a war, a period or many acts are no incident; numbers of one act are."""

import pytest

from coder.values.labels import Scope
from tests.unit.made_readings import drafts, events


@pytest.mark.parametrize(
    "text",
    [
        "The war has killed 70,000 people.",
        "More than 600 people have been killed in the fighting.",
        "Militant attacks have killed more than 600 people over the past two years.",
        "Some 45,000 people died in the violence.",
    ],
)
def test_a_total_is_a_summary(text: str) -> None:
    assert any(draft.scope is Scope.SUMMARY for draft in drafts(text) if draft.claims)


@pytest.mark.parametrize(
    "text",
    [
        "The fighting on Monday killed 40 people.",
        "Two policemen have been killed by gunmen in Gao.",
        "Clashes have killed about 100 fighters in the past three days.",
        "Rebels killed 1,200 villagers on Monday.",
    ],
)
def test_the_dead_of_one_act_are_no_summary(text: str) -> None:
    assert all(draft.scope is not Scope.SUMMARY for draft in drafts(text) if draft.claims)


def test_what_an_act_is_held_against_is_not_counted_with_it() -> None:
    told = events(
        "Gunmen killed 21 people in Nairobi on Monday, the worst raid since the siege that "
        "left 67 dead."
    )
    counted = [row.best for event in told if event.countable for row in event.casualties]
    assert counted == [21]

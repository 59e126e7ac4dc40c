"""Whom "he" and "she" may stand for."""

import pytest

import coder


@pytest.mark.parametrize(
    ("kin", "pronoun", "harmed"),
    [("mother", "he", {"The clerk"}), ("father", "she", {"The clerk"})],
)
def test_a_mother_is_no_he(kin: str, pronoun: str, harmed: set[str]) -> None:
    told = "The clerk was shot dead in Gao on Sunday. "
    text = f"{told}The clerk's {kin} said {pronoun} was shot in the head."
    (event,) = coder.code(text, published="2020-03-12").events
    assert {actor.text for actor in event.actors} == harmed

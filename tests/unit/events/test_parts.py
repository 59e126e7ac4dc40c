"""Parts of a number of people: what they count and whether the words name the whole."""

import pytest

from coder.events.counts.parts import find_parts
from coder.values.labels import CasualtyKind
from tests.unit.made_readings import events, read


@pytest.mark.parametrize(
    ("text", "numbers", "kind"),
    [
        ("A shell killed nine people, among them three children and a nurse.", [3, 1], None),
        ("A mine killed ten people, six of whom were soldiers.", [6], None),
        ("The bomb wounded 20 people, seven of them seriously.", [7], None),
        ("The raid killed 51 people, of whom 40 were children.", [40], None),
        ("The strike killed 14; five of the dead were monks.", [5], CasualtyKind.KILLED),
        ("Three of the wounded were policemen.", [3], CasualtyKind.INJURED),
        ("Gunmen killed 28 people, 12 women among them.", [12], None),
        ("Eight people were killed: six Germans and two Swedes.", [6, 2], None),
        ("Gunmen killed 86 people, women and children among them.", [], None),
    ],
)
def test_parts_state_their_number(text: str, numbers: list[int], kind: CasualtyKind | None) -> None:
    (part,) = find_parts(read(text))
    assert [item.quantity.best if item.quantity else 1 for item in part.pieces] == numbers
    assert part.kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed nine people and wounded three.",
        "The army sent 12 of its tanks to the border.",
        "Rebels attacked a camp; 29 soldiers were killed.",
    ],
)
def test_no_part_is_made_of_another_number(text: str) -> None:
    assert find_parts(read(text)) == []


def test_a_part_of_a_later_sentence_finds_its_whole() -> None:
    (event,) = events("A bomb killed nine people in Gao. Three of the dead were children.")
    whole, part = event.casualties
    assert (whole.best, part.best, part.subset_of) == (9, 3, whole.casualty_id)


def test_plurals_among_the_dead_are_not_added() -> None:
    (event,) = events("Rebels killed 86 people in Gao, women and children among them.")
    assert [row.best for row in event.casualties] == [86]

"""Which drafts of one sentence tell one act."""

import pytest

from coder.events.together.within import group_within
from tests.unit.made_readings import drafts


def groups(text: str) -> list[list[str]]:
    return [
        [draft.reading.words(draft.first, draft.last) for draft in members]
        for members, _ in group_within(drafts(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Rebels attacked a base, killing two.", [["attacked", "killing"]], id="participle"
        ),
        pytest.param(
            "Rebels stormed a village and burned houses.",
            [["stormed", "burned"]],
            id="chain of blows",
        ),
        pytest.param(
            "An attack on a base near Gao killed two soldiers.", [["attack", "killed"]], id="cause"
        ),
        pytest.param(
            "A patrol came under fire near Gao; two soldiers were wounded.",
            [["came under fire", "wounded"]],
            id="outcome behind a semicolon",
        ),
        pytest.param(
            "After killing a guard, gunmen blew up a bridge.",
            [["killing"], ["blew up"]],
            id="one behind the other",
        ),
        pytest.param(
            "Rebels attacked a base in Gao and soldiers shelled a village in Mopti.",
            [["attacked"], ["shelled"]],
            id="two places",
        ),
        pytest.param(
            "Rebels attacked a base and in a separate raid killed a judge.",
            [["attacked"], ["killed"]],
            id="separate",
        ),
    ],
)
def test_groups(text: str, expected: list[list[str]]) -> None:
    assert groups(text) == expected

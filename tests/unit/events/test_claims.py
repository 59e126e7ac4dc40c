"""How many people came to what harm, as the words count them."""

import pytest

from tests.unit.made_readings import drafts

Row = tuple[str, int | None, int | None, int | None]


def rows(text: str) -> list[Row]:
    return [
        (str(claim.kind), claim.low, claim.best, claim.high)
        for draft in drafts(text)
        for claim in draft.claims
        if claim.subset_of is None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed three farmers.", [("killed", 3, 3, 3)]),
        ("Gunmen killed a nurse.", [("killed", 1, 1, 1)]),
        ("Gunmen killed farmers.", [("killed", 2, None, None)]),
        ("Gunmen killed no soldiers.", [("killed", 0, 0, 0)]),
        ("A bomb wounded nobody.", [("injured", 0, 0, 0)]),
        ("A bomb killed two and wounded nine people.", [("killed", 2, 2, 2), ("injured", 9, 9, 9)]),
        ("A bomb caused nine deaths.", [("killed", 9, 9, 9)]),
        ("A bomb caused the injury of nine people.", [("injured", 9, 9, 9)]),
        ("A bomb caused no casualties.", [("killed", 0, 0, 0), ("injured", 0, 0, 0)]),
        ("A bomb went off without causing injuries.", [("injured", 0, 0, 0)]),
        ("The death toll rose to 45.", [("killed", 45, 45, 45)]),
        ("The number of wounded rose from 20 to 31.", [("injured", 31, 31, 31)]),
        ("That brought to 12 the number of dead.", [("killed", 12, 12, 12)]),
        ("A bomb killed two guards as well as a cook.", [("killed", 2, 2, 2), ("killed", 1, 1, 1)]),
        ("A bomb took three lives.", [("killed", 3, 3, 3)]),
        ("A bomb left dozens of dead and wounded.", [("casualties", 12, 12, None)]),
        ("Residents put the toll at nearly 60.", [("killed", None, 60, 60)]),
        ("Gunmen killed a family.", []),
        ("Twenty people were killed or wounded.", [("casualties", 20, 20, 20)]),
        ("Gunmen shot and wounded three teachers.", [("injured", 3, 3, 3)]),
    ],
)
def test_counts(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


def test_nobody_hurt_means_nobody_killed() -> None:
    assert set(rows("A shop was torched, but nobody was hurt.")) == {
        ("killed", 0, 0, 0),
        ("injured", 0, 0, 0),
    }


def test_a_toll_is_a_total() -> None:
    assert all(c.is_total for d in drafts("The death toll rose to 45.") for c in d.claims)


def test_a_pronoun_inherits_the_number_it_stands_for() -> None:
    before = drafts("Armed men kidnapped four farmers near Jos.")
    (draft,) = drafts("They were freed on Thursday.", earlier=before, index=1)
    assert [(str(claim.kind), claim.best) for claim in draft.claims] == [("released", 4)]

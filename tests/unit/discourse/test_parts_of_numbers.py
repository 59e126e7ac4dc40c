"""Of which number a part told in a later sentence is."""

import pytest

from tests.unit.made_readings import only


@pytest.mark.parametrize(
    "text",
    [
        (
            "A bomb killed three soldiers and four farmers near Goma on Monday. The dead soldiers"
            " included a major."
        ),
        (
            "Rebels killed three soldiers near Goma on Monday. The soldiers killed four rebels. The"
            " dead soldiers included a major."
        ),
    ],
)
def test_a_part_is_of_those_its_words_name(text: str) -> None:
    rows = only(text).casualties
    [major] = [row for row in rows if row.text == "a major"]
    [whole] = [row for row in rows if row.casualty_id == major.subset_of]
    assert (whole.text, major.best) == ("three soldiers", 1)

"""The number of an item in a bulletin is no sentence of its own."""

import pytest

from coder.text import sentence_spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Gunmen fired. They fled.", ["1. Gunmen fired.", "They fled."]),
        (
            "Report\n\n2. Gunmen fired.\n\n 3. They fled.",
            ["Report", "2. Gunmen fired.", "3. They fled."],
        ),
        ("He is No. 1. They fled.", ["He is No. 1.", "They fled."]),
        ("It happened in camp 12. They fled.", ["It happened in camp 12.", "They fled."]),
    ],
    ids=["first-line", "later-lines", "number-ends-sentence", "two-digits-end-sentence"],
)
def test_number_of_an_item_stays_with_it(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == expected

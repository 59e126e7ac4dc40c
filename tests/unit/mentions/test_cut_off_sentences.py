"""Sentences that end where a pattern looks one word further."""

import pytest

from coder import code


@pytest.mark.parametrize(
    "text",
    [
        "Three died in the first bombing",
        "5 the first bombing",
        "Soldiers killed two men near Kan Gyi",
        "Rebels killed two in One Karamoja",
        "Rebels raided a post. The dead in the raid were",
    ],
)
def test_a_sentence_that_breaks_off_is_no_error(text: str) -> None:
    assert not code(text, published="2014-06-30").errors

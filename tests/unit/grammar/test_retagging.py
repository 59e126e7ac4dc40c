"""How single words get other tags."""

import pytest

from coder.grammar.retagging import beside, retagged

_WORDS, _CHANGE = beside(
    frozenset({"live", "own"}),
    "(?<=V)J(?=N)",
    "A",
    behind=frozenset({"fired"}),
    before=frozenset({"rounds"}),
)


def test_as_many_tags_are_new_as_are_given() -> None:
    assert retagged("NVPN", 1, "PP") == "NPPN"


@pytest.mark.parametrize(
    ("tags", "norms", "expected"),
    [
        ("VJN", ("fired", "live", "rounds"), "VAN"),
        ("VJN", ("fired", "blank", "rounds"), "VJN"),  # another word
        ("LJN", ("fired", "live", "rounds"), "LJN"),  # another tag before it
        ("VJN", ("saw", "live", "rounds"), "VJN"),  # another word before it
        ("VJN", ("fired", "live", "shells"), "VJN"),  # another word behind it
        ("JN", ("live", "rounds"), "JN"),
        ("VJ", ("fired", "live"), "VJ"),
        ("VJNVJN", ("fired", "live", "rounds") * 2, "VANVAN"),
    ],
)
def test_a_word_gets_its_tag_only_between_tags_and_words(
    tags: str, norms: tuple[str, ...], expected: str
) -> None:
    assert _CHANGE(tags, norms) == expected
    assert _WORDS.isdisjoint({"rounds"})

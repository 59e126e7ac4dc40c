from hypothesis import given
from hypothesis import strategies as st

from coder.explain.evidence import Mark, cut

MARKS = st.lists(
    st.builds(Mark, st.integers(-5, 40), st.integers(-5, 40), st.sampled_from("abc")), max_size=8
)


@given(st.text(max_size=30), MARKS)
def test_pieces_are_the_text(text: str, marks: list[Mark]) -> None:
    assert "".join(piece.text for piece in cut(text, marks)) == text


@given(st.text(min_size=1, max_size=30), MARKS)
def test_each_character_has_the_labels_that_cover_it(text: str, marks: list[Mark]) -> None:
    at = 0
    for piece in cut(text, marks):
        for _ in piece.text:
            covering = {mark.label for mark in marks if mark.start <= at < mark.end}
            assert set(piece.labels) == covering
            at += 1

from hypothesis import given
from hypothesis import strategies as st

from coder.formats.seen import SeenTexts, number_of


@given(st.lists(st.tuples(st.text(max_size=3), st.binary(min_size=8, max_size=16)), max_size=80))
def test_it_answers_like_a_dictionary(pairs: list[tuple[str, bytes]]) -> None:
    seen, plain = SeenTexts(), dict[str, bytes]()
    for doc_id, digest in pairs:
        before = plain.get(doc_id)
        expected = None if before is None else number_of(before)
        plain.setdefault(doc_id, digest)
        assert seen.first(doc_id, digest) == expected


def test_it_grows_and_forgets_nothing() -> None:
    seen = SeenTexts()
    digests = [number.to_bytes(8, "little") for number in range(5_000)]
    for number, digest in enumerate(digests):
        assert seen.first(f"d{number}", digest) is None
    for number in range(5_000):
        assert seen.first(f"d{number}", b"\xff" * 8) == number


def test_an_empty_text_is_remembered_too() -> None:
    seen = SeenTexts()
    assert seen.first("a", bytes(8)) is None
    assert seen.first("a", bytes(8)) == 0

"""The word classes: each stands once, holds a word once, and a word has one tag."""

from importlib.resources import files

import pytest

DATA = files("coder.lexicon") / "data"


def _rows(name: str) -> list[tuple[str, list[str]]]:
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if "\t" in line and not line.startswith("# ")]
    return [(key, words.split(" ")) for key, words in rows]


@pytest.mark.parametrize("name", ["words_closed", "words_nouns", "words_everyday", "words_figures"])
def test_no_class_and_no_word_of_a_class_stands_twice(name: str) -> None:
    rows = _rows(name)
    assert len(rows) == len({key for key, _ in rows})
    assert not [key for key, words in rows if len(words) != len(set(words))]


def test_function_words_have_one_tag() -> None:
    words = [word for _, found in _rows("words_closed") for word in found]
    assert len(words) == len(set(words))

"""The word classes: each stands once, holds a word once, and a word has one tag."""

import ast
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

DATA = files("coder.lexicon") / "data"
CLASSES = ("words_classes", "words_everyday", "words_figures", "words_nouns")
PACKAGE = Path(str(DATA)).parents[1]
LONGEST_IN_CODE = 8


def _rows(name: str) -> list[tuple[str, list[str]]]:
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if "\t" in line and not line.startswith("# ")]
    return [(key, words.split(" ")) for key, words in rows]


@pytest.mark.parametrize("name", ["words_closed", *CLASSES])
def test_no_class_and_no_word_of_a_class_stands_twice(name: str) -> None:
    rows = _rows(name)
    assert len(rows) == len({key for key, _ in rows})
    assert not [key for key, words in rows if len(words) != len(set(words))]


def test_function_words_have_one_tag() -> None:
    words = [word for _, found in _rows("words_closed") for word in found]
    assert len(words) == len(set(words))


def test_no_two_lists_hold_one_class() -> None:
    keys = [key for name in CLASSES for key, _ in _rows(name)]
    assert len(keys) == len(set(keys))


def test_every_class_is_asked_for() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    asked = {key for key, _ in _rows("words_classes") if f'"{key}"' in code}
    assert asked == {key for key, _ in _rows("words_classes")}


def test_long_lists_of_words_are_data() -> None:
    """Function words belong to the grammar of the code, a long list of others to the lists."""
    function_words = {word for _, found in _rows("words_closed") for word in found}
    long = [
        f"{path.stem}: {' '.join(words)}"
        for layer in ("text", "mentions", "grammar", "events", "discourse", "nonevents")
        for path in (PACKAGE / layer).rglob("*.py")
        for words in _word_sets(path)
        if len(set(words) - function_words) > LONGEST_IN_CODE
    ]
    assert not long


def _word_sets(path: Path) -> Iterator[list[str]]:
    """The words of each constant of a module that is a set of words."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and "frozenset" in ast.dump(node.value):
            constants = [it.value for it in ast.walk(node.value) if isinstance(it, ast.Constant)]
            yield [it for it in constants if isinstance(it, str) and it.isalpha() and it.islower()]

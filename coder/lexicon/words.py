"""Common English words: the tag of each, small classes of them, and what short forms stand for.

Function words are tagged by hand, open classes are from Brill's list.
"""

from functools import cache
from importlib.resources import files

_CLASSES = ("words_classes.tsv", "words_everyday.tsv", "words_figures.tsv", "words_nouns.tsv")


@cache
def word_tags() -> dict[str, str]:
    """Lower-case word -> tag character (explained in ``grammar/tags.py``)."""
    folder = files("coder.lexicon") / "data"
    tags: dict[str, str] = {}
    for name in ("words_en.tsv", "words_closed.tsv"):
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            if line.startswith("# ") or "\t" not in line:
                continue
            tag, words = line.split("\t")
            tags.update(dict.fromkeys(words.split(" "), tag))
    return tags


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """Small closed classes of words the engine asks for, by the name of the class."""
    folder = files("coder.lexicon") / "data"
    classes: dict[str, frozenset[str]] = {}
    for file in _CLASSES:
        for line in (folder / file).read_text(encoding="utf-8").splitlines():
            if not line.startswith("# ") and "\t" in line:
                name, words = line.split("\t")
                classes[name] = frozenset(words.split(" "))
    return classes


@cache
def short_forms() -> tuple[dict[str, str], dict[str, str]]:
    """The words that short forms of notes stand for: by small letters, and by how they are written.

    >>> small, exact = short_forms()
    >>> small["veh"], exact["IVO"]
    ('vehicle', 'near')
    """
    small: dict[str, str] = {}
    exact: dict[str, str] = {}
    file = files("coder.lexicon") / "data" / "short_forms.tsv"
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            form, word, spelling = line.split("\t")
            (exact if spelling == "exact" else small)[form] = word
    return small, exact

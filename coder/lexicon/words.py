"""The tag of every common English word: function words by hand, open classes from Brill's list."""

from functools import cache
from importlib.resources import files


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
    for file in ("words_nouns.tsv", "words_everyday.tsv", "words_figures.tsv"):
        for line in (folder / file).read_text(encoding="utf-8").splitlines():
            if not line.startswith("# ") and "\t" in line:
                name, words = line.split("\t")
                classes[name] = frozenset(words.split(" "))
    return classes

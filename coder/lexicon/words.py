"""The tag of every common English word: function words by hand, open classes from Brill's list."""

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
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


@lru_cache(maxsize=1)
def noun_classes() -> dict[str, frozenset[str]]:
    """Small closed classes of nouns the grammar asks for, by the name of the class."""
    text = (files("coder.lexicon") / "data" / "words_nouns.tsv").read_text(encoding="utf-8")
    classes: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        if not line.startswith("# ") and "\t" in line:
            name, words = line.split("\t")
            classes[name] = frozenset(words.split(" "))
    return classes

"""Noun phrases as the task wants them: without determiners and counts, and with a head."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from benchmarks.words import function_words

_TAIL = re.compile(
    r"\s*(?:[,;\[(]|\b(?:who|that|which|whose|where|of|in|on|at|by|from|with|to|for|near|during|"
    r"belonging|wearing|carrying|located|traveling|accused)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_WORD = re.compile(r"[A-Z0-9]+(?:[-.'&][A-Z0-9]+)*")
_IRREGULAR = {"CHILDREN": "CHILD", "PEOPLE": "PEOPLE", "WIVES": "WIFE", "BUSES": "BUS"}


def plain(text: str) -> str:
    """Capitals without accents."""
    bare = unicodedata.normalize("NFD", text)
    return "".join(c for c in bare if not unicodedata.combining(c)).upper()


def trimmed(text: str) -> str:
    """The phrase without leading articles, possessives and counts, on one line."""
    words = text.replace('"', " ").split()
    while len(words) > 1 and _is_leading(words[0]):
        words.pop(0)
    return " ".join(words).strip(" ,.;:-")


def _is_leading(word: str) -> bool:
    bare = word.lower().strip(",")
    return bare in function_words("leading") or bare.replace(",", "").replace(".", "").isdigit()


def singular(word: str) -> str:
    """A rough singular of an English noun in capitals."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("MEN") and len(word) > len("MEN"):
        return word[:-3] + "MAN"
    if word.endswith("IES") and len(word) > len("TIES"):
        return word[:-3] + "Y"
    if re.search(r"(?:SS|SH|CH|X)ES$", word):
        return word[:-2]
    if word.endswith("S") and not word.endswith(("SS", "US", "IS")) and len(word) > len("GAS"):
        return word[:-1]
    return word


def words(text: str) -> list[str]:
    """The words of a phrase, in capitals, without accents."""
    return _WORD.findall(plain(text).replace("'S ", " "))


def head(text: str) -> str:
    """The singular of the last noun before anything that follows the noun group."""
    front = _TAIL.sub("", trimmed(text)) or text
    found = words(front)
    return singular(found[-1]) if found else ""


def is_plural(text: str) -> bool:
    """Whether the head looks like a plural or a collective."""
    front = words(_TAIL.sub("", trimmed(text)) or text)
    if not front:
        return False
    return front[-1] in {"PEOPLE", "CHILDREN", "POLICE"} or singular(front[-1]) != front[-1]


@lru_cache(maxsize=1)
def noun_types() -> dict[tuple[str, str], str]:
    """``(slot, singular noun)`` to a value of the slot's closed list, from ``nouns.tsv``."""
    table: dict[tuple[str, str], str] = {}
    path = Path(__file__).with_name("nouns.tsv")
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            slot, noun, value = line.split("\t")
            table[slot, noun] = value
    return table


def noun_type(slot: str, text: str, *, whole: bool = False) -> str | None:
    """The closed-list value the phrase's own words ask for, its last words first; null for none.

    Two words outrank one. ``whole`` looks at what follows the head as well ("5 kg of dynamite").
    """
    said = text if whole else _TAIL.sub("", trimmed(text)) or text
    return _last_value(slot, [singular(word) for word in words(said)])


def _last_value(slot: str, found: list[str]) -> str | None:
    table = noun_types()
    for first, second in reversed(list(pairwise(found))):
        value = table.get((slot, f"{first} {second}"))
        if value is not None:
            return value
    for noun in reversed(found):
        value = table.get((slot, noun))
        if value is not None:
            return value
    return None


def physical_type(text: str) -> str | None:
    """The type of a thing; of "office", "home", "building" the owner decides; null for none."""
    default = noun_types().get(("generic", head(text)))
    if default is None:
        return noun_type("physical", text) or noun_type("physical", text, whole=True)
    return noun_type("physical", text, whole=True) or (None if default == "OTHER" else default)

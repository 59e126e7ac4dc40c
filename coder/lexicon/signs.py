"""Words that gates ask a sentence for, as bits of one number.

A sentence that is read is asked some hundred times whether it holds any word of a class, and mostly
it holds none. Each of its words tells once of which of these classes it is; a gate tests a bit.
"""

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from coder.lexicon.words import noun_classes

Asked: TypeAlias = str | frozenset[str] | Callable[[], frozenset[str]]

_asked: list[tuple[Asked, ...]] = []


def sign(*asked: Asked) -> int:
    """The bit of sentences with any of these words: of classes by their name, or of sets.

    Asked for where a module is imported, so that every sentence that is read has it.
    """
    _asked.append(asked)
    _table.cache_clear()
    return 1 << (len(_asked) - 1)


def signs_of(vocabulary: frozenset[str]) -> int:
    """The bits of all classes that the words of a sentence belong to.

    >>> dogs, cats = sign(frozenset({"dog", "dogs"})), sign(frozenset({"cat"}))
    >>> found = signs_of(frozenset({"the", "dog"}))
    >>> bool(found & dogs), bool(found & cats)
    (True, False)
    """
    table = _table()
    found = 0
    for word in table.keys() & vocabulary:
        found |= table[word]
    return found


@cache
def _table() -> dict[str, int]:
    table: dict[str, int] = {}
    for at, asked in enumerate(_asked):
        for words in asked:
            for word in _words(words):
                table[word] = table.get(word, 0) | (1 << at)
    return table


def _words(asked: Asked) -> frozenset[str]:
    if isinstance(asked, str):
        return noun_classes()[asked]
    return asked if isinstance(asked, frozenset) else asked()

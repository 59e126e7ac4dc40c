"""The words of a text, of which several questions are asked: what it is about, and how it tells.

Only the words of the classes that are asked for are counted, and each text once.
"""

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from coder.lexicon.words import noun_classes

_STRIPPED = ".,;:!?\"'()[]\u2019"
_ASKED = (
    *("sport", "business", "fiction", "technology", "health", "disaster", "hazard", "hacking"),
    *("court", "of_trial", "accident", "space", "spaceflight", "story_sure", "person_pronoun"),
    *("bygone", "olden", "narrative", "of_report"),
)


@dataclass(slots=True)
class Told:
    """How many words a text has, and how often those of the classes asked for stand in it."""

    size: int
    counts: Counter[str]

    def of(self, name: str) -> frozenset[str]:
        """The words of a class that stand in the text; :class:`KeyError` for one not asked for."""
        return _classes()[name].intersection(self.counts)

    def share(self, words: frozenset[str]) -> int:
        """How many words of the text are one of these."""
        return sum([self.counts[word] for word in words])


@lru_cache(maxsize=4)
def words_told(text: str) -> Told:
    """The words of a text in lower case, without the marks around them.

    >>> told = words_told("The jury heard it. The lawyer and the jury left.")
    >>> told.size, sorted(told.of("court")), told.share(told.of("court"))
    (10, ['jury', 'lawyer'], 3)
    """
    words = bare_words(text)
    return Told(len(words), Counter(filter(_words().__contains__, words)))


def bare_words(text: str) -> list[str]:
    """The words of a text in its order, in lower case, without the marks around them."""
    return [piece.strip(_STRIPPED) for piece in text.lower().split()]


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {name: noun_classes()[name] for name in _ASKED}


@cache
def _words() -> frozenset[str]:
    return frozenset[str]().union(*_classes().values())

"""The words of a text, of which several questions are asked: what it is about, and how it tells.

Only the words of the classes that are asked for are counted, and each text once.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from coder.lexicon.words import noun_classes

_STRIPPED = ".,;:!?\"'()[]\u2019"
_OF = ("'s", "\u2019s")
_PARTS = ("eason", "pisode", "Ep", "ep.", "ep ")  # of "Season 9"; "S6, Ep22" has a digit
SCORE = "3-1"
"""What stands for any score among the words of sport."""
EPISODE = "episode-1"
"""What stands for any part of a series by its number: "Season 9", "S6, Ep22"."""
_ASKED = (
    *("sport", "business", "fiction", "technology", "health", "disaster", "hazard", "hacking"),
    *("court", "of_trial", "accident", "space", "spaceflight", "story_sure", "person_pronoun"),
    *("bygone", "olden", "narrative", "of_report", "bursting", "works", "mishap_word"),
    *("now_verb", "then_verb", "court_verb", "bench", "mishap_verb", "made_up"),
    *("animal", "of_beasts", "play", "at_play", "lore", "leak_sure", "cold_case"),
    *("fire_service", "home", "bomb_word", "heritage", "of_war"),
    *("wildlife", "law_trade", "cookery", "laboratory", "firework", "politics"),
    *("volcanic", "contaminated", "in_peril", "head_on", "crash_scene", "rehearsed", "simulated"),
)


@dataclass(slots=True)
class WordCounts:
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
def count_words(text: str) -> WordCounts:
    """The words of a text in lower case, without the marks around them.

    >>> told = count_words("The jury heard it. The lawyer and the jury left.")
    >>> told.size, sorted(told.of("court")), told.share(told.of("court"))
    (10, ['jury', 'lawyer'], 3)
    """
    words = bare_words(text)
    counts = Counter(filter(_words().__contains__, words))
    for pair in _pairs(words):
        counts[pair] += 1
    scores = _score().findall(text) if _joined_figures().search(text) is not None else ()
    scored = sum(int(one) >= int(other) or one == "0" for one, other in scores)
    if scored:
        counts[SCORE] = scored
    may_be_series = any(sign in text for sign in _PARTS) or _series().search(text) is not None
    parts = len(_part().findall(text)) if may_be_series else 0
    if parts:
        counts[EPISODE] = parts
    return WordCounts(len(words), counts)


def _pairs(words: list[str]) -> list[str]:
    """Names of two words as one: "box-office" in "at the box office"."""
    firsts, known = _first_halves(), _words()
    return [
        pair
        for at, word in enumerate(words[:-1])
        if word in firsts and (pair := f"{word}-{words[at + 1]}") in known
    ]


@cache
def _first_halves() -> frozenset[str]:
    return frozenset(word.partition("-")[0] for word in _words() if "-" in word)


@cache
def _joined_figures() -> re.Pattern[str]:
    """What most texts have none of, written so that the search skips to the hyphen."""
    return re.compile(r"-(?<=\d-)\d")


@cache
def _score() -> re.Pattern[str]:
    """As in "beat them 3-1", "trailing 2-0": small numbers, and no year, no road and no model.

    Of numbers that rise none but "0-2" is taken: "10-12 soldiers", "aged 18-25".
    """
    return re.compile(r"(?<![\w.,:/-])(\d{1,2})-(\d{1,2})(?![\w/-]|[.,:]\d)")


@cache
def _series() -> re.Pattern[str]:
    return re.compile(r"S\d")


@cache
def _part() -> re.Pattern[str]:
    return re.compile(r"\b(?:[Ss]eason|[Ee]pisode|[Ee]p[.]?) ?#?\d{1,3}\b|\bS\d{1,2},? ?[Ee]p?\d")


def bare_words(text: str) -> list[str]:
    """The words of a text in its order, in lower case, without the marks around them."""
    return [
        piece
        if piece.isalpha()
        else word[:-2]
        if (word := piece.strip(_STRIPPED)).endswith(_OF)
        else word
        for piece in text.lower().split()
    ]


@cache
def _classes() -> dict[str, frozenset[str]]:
    found = {name: noun_classes()[name] for name in _ASKED}
    return found | {
        "sport": found["sport"] | noun_classes()["sport_sure"] | {SCORE},
        "story_sure": found["story_sure"] | {EPISODE},
    }


@cache
def _words() -> frozenset[str]:
    return frozenset[str]().union(*_classes().values())

"""Texts made of items: lists, live reports and columns of headlines, each item a story of its own.

What one item leaves open is not told by the one before: "Grenade blast in Bujumbura" above "Rebels
free kidnapped bishop" does not say where the bishop was.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from coder.text.sentences import is_hard_wrapped
from coder.values.text import Sentence

# Numbered paragraphs are no items: reports number their running text.
_BULLET = re.compile(r"[*\u2022\u25aa\u2023-]{1,2}\s")
_HOUR = re.compile(r"\d{1,2}[:.]\d\d\b")
_STOPS = frozenset('.!?":;,')
_HEADLINES = 4  # fewer lines without a full stop are a title with what stands around it
_WORDS = 3  # a shorter line is the name of a section


def item_of(sentence: Sentence) -> int | None:
    """The number of the item a sentence stands in; null in running text.

    >>> from coder.text import sentences
    >>> from coder.text.normalise import normalise
    >>> from coder.values.labels import Section
    >>> text = "Overview.\\n\\n- Mopti: A mine killed two.\\n\\n- Gao: Rebels left. They took cars."
    >>> [item_of(sentence) for sentence in sentences(normalise(text, Section.TEXT))]
    [None, 1, 2, 2]
    """
    return item_at(sentence.text, sentence.start)


def item_at(text: str, offset: int) -> int | None:
    """The number of the item at an offset of a normalised section; null in running text."""
    starts, numbers = _items(text)
    return numbers[bisect_right(starts, offset) - 1] if starts else None


@lru_cache(maxsize=4)
def _items(text: str) -> tuple[list[int], list[int | None]]:
    """Where items and running text begin, in order, and the number of the item or null."""
    starts: list[int] = []
    numbers: list[int | None] = []
    columns = _headlines(text)
    number = 0
    is_listed = is_apart = False  # inside an item; behind an empty line
    for start, line in _lines(text):
        if not line:
            is_apart = True
            continue
        is_entry = _HOUR.match(line) is not None
        if is_entry or start in columns or _BULLET.match(line):
            number += 1
            starts.append(start)
            numbers.append(number)
            is_listed = not is_entry  # entries run on over paragraphs
        elif is_listed and is_apart:
            starts.append(start)
            numbers.append(None)
            is_listed = False
        is_apart = False
    return ([0, *starts], [None, *numbers]) if number > 1 else ([], [])


def _lines(text: str) -> list[tuple[int, str]]:
    """Each line without the white space around it, and where it begins."""
    found = []
    start = 0
    for line in text.split("\n"):
        stripped = line.lstrip()
        found.append((start + len(line) - len(stripped), stripped.rstrip()))
        start += len(line) + 1
    return found


def _headlines(text: str) -> frozenset[int]:
    """Where the lines of a column of headlines begin: several in a row without a full stop."""
    if is_hard_wrapped(text):
        return frozenset()
    found: list[int] = []
    run: list[int] = []
    for start, line in _lines(text):
        if not line:
            continue
        if line[-1] not in _STOPS and line.count(" ") >= _WORDS - 1:
            run.append(start)
            continue
        found += run if len(run) >= _HEADLINES else []
        run = []
    return frozenset(found + (run if len(run) >= _HEADLINES else []))

"""Texts made of items: lists and columns of headlines, each item a story of its own.

What one item leaves open is not told by the one before: "Grenade blast in Bujumbura" above "Rebels
free kidnapped bishop" does not say where the bishop was.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from coder.text.sentences import is_hard_wrapped
from coder.values.text import Sentence

# Numbered paragraphs are no items, nor are the entries of a live report: their text runs on.
_BULLET = re.compile(r"[*\u2022\u25aa\u2023-]{1,2}\s")
_STOPS = frozenset('.!?":;,')
_HEADLINES = 4  # fewer lines without a full stop are a title with what stands around it
_WORDS = 3  # a shorter line is the name of a section


class Item(NamedTuple):
    """An item by its number, from 1, and whether it is a headline among headlines."""

    number: int
    is_headline: bool


def item_of(sentence: Sentence) -> Item | None:
    r"""The item a sentence stands in; null in running text.

    >>> from coder.text import sentences
    >>> from coder.text.normalise import normalise
    >>> from coder.values.labels import Section
    >>> text = "Overview.\n\n- Mopti: A mine killed two.\n\n- Gao: Rebels left. They took cars."
    >>> found = [item_of(sentence) for sentence in sentences(normalise(text, Section.TEXT))]
    >>> [item and item.number for item in found]
    [None, 1, 2, 2]
    """
    return item_at(sentence.text, sentence.start)


def item_at(text: str, offset: int) -> Item | None:
    """The item at an offset of a normalised section; null in running text."""
    starts, items = _items(text)
    return items[bisect_right(starts, offset) - 1] if starts else None


@lru_cache(maxsize=4)
def _items(text: str) -> tuple[list[int], list[Item | None]]:
    """Where items and running text begin, in order, and the item or null."""
    starts: list[int] = []
    items: list[Item | None] = []
    lines = _lines(text)
    columns = frozenset[int]() if is_hard_wrapped(text) else _headlines(lines)
    number = 0
    is_listed = is_apart = False  # inside an item; behind an empty line
    for start, line in lines:
        if not line:
            is_apart = True
            continue
        if start in columns or _BULLET.match(line):
            number += 1
            starts.append(start)
            items.append(Item(number, start in columns))
            is_listed = True
        elif is_listed and is_apart:
            starts.append(start)
            items.append(None)
            is_listed = False
        is_apart = False
    return ([0, *starts], [None, *items]) if number > 1 else ([], [])


def _lines(text: str) -> list[tuple[int, str]]:
    """Each line without the white space around it, and where it begins."""
    found = []
    start = 0
    for line in text.split("\n"):
        stripped = line.lstrip()
        found.append((start + len(line) - len(stripped), stripped.rstrip()))
        start += len(line) + 1
    return found


def _headlines(lines: list[tuple[int, str]]) -> frozenset[int]:
    """Where the lines of a column of headlines begin: several in a row without a full stop."""
    found: list[int] = []
    run: list[int] = []
    for start, line in lines:
        if not line:
            continue
        if line[-1] not in _STOPS and line.count(" ") >= _WORDS - 1:
            run.append(start)
            continue
        found += run if len(run) >= _HEADLINES else []
        run = []
    return frozenset(found + (run if len(run) >= _HEADLINES else []))

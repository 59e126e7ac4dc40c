"""Texts made of items: lists, chronologies, columns of headlines, each item a story of its own.

What one item leaves open is not told by the one before: "Grenade blast in Bujumbura" above "Rebels
free kidnapped bishop" does not say where the bishop was.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from coder.lexicon.words import noun_classes
from coder.text.columns import Row, rows_of
from coder.text.entries import Head, entry_heads, inline_heads, is_chronology
from coder.text.forms import forms_of
from coder.text.sentences import begins_with_label, column_width, is_hard_wrapped
from coder.values.text import Sentence

# Numbered paragraphs are items only where each names whom or where it is about (`_numbered`), and
# the entries of a live report are none: their text runs on.
_NUMBER = re.compile(
    r"\(?([0-9]{1,4})[.)]\s{1,4}(?:\((?:U|C|S|SBU|LOU|[CS]/NF)\)\s)?(?=\S)"  # a cable's "(C)"
)
_SUBJECT = re.compile(
    r"(?:In|At|Near|Around|Outside) (?:the )?[A-Z][^.:;]{1,50}, |[A-Z]{3,}[^.:;]{0,40}[:,] "
    r"|[A-Z][\w'-]+(?: (?:[A-Z]|[a-z]{2}[- ])[\w'-]+){0,4}(?:, [0-9]{1,2}[,.]| \([0-9]{1,2}\)|: )"
    r"|Case |Name:|(?:An? )?[Uu]nidentified "
)
_PLACED = re.compile(
    r"(?:\(?[0-9]{1,4}[.)]\s{1,4})?(?P<place>[A-Z]{3,}[^a-z:]{0,30}(?:\([^()]{3,30}\))?): "
)
_NUMBERED = 2 / 3  # of a numbered list says so
_BULLET = re.compile(r"[*\u2022\u25aa\u2023-]{1,2}\s")
_RUN_IN = re.compile(r"([A-Z][\w'-]*(?: [\w'-]+){0,3})\. [A-Z\"']")
_LABELLED = re.compile(r"([A-Z][\w '/()-]{1,40}): \S")
_LABELS = 3  # fewer are asides of a text
_WORDS_OF_LABEL = 4
_WORDS_BEHIND = 7  # "Place: Gao" is a field of a form
_ENDS = frozenset('.!?)"')
_STOPS = frozenset('.!?":;,')
_HEADLINES = 4  # fewer lines without a full stop are a title with what stands around it
_WORDS_OF_TITLE = 5
_LONGEST_TITLE = 60  # characters
_DIGIT = re.compile("[0-9]")
_FEWEST = 2  # one item alone is no list
_DAY_CELLS = frozenset({"date", "day"})
_WORDS = 3  # a shorter line is the name of a section


class Item(NamedTuple):
    """An item by its number, from 1, and whether it is a headline among headlines.

    ``head`` is the front of the entry it is or stands below, ``day`` the one with a day that holds
    for it; each null where there is none. ``title`` are the offsets of the line of a few names
    above it, which may be the country of a section.
    """

    number: int
    is_headline: bool
    head: Head | None = None
    day: Head | None = None
    title: tuple[int, int] | None = None


class Listing(NamedTuple):
    """Where items and running text begin, in order, and the item there, or null.

    ``is_chronology`` says that most of the text stands below days set apart, which ``days`` are in
    front of.
    """

    starts: list[int]
    items: list[Item | None]
    days: tuple[Head, ...]
    is_chronology: bool


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
    listing = listing_of(text)
    if not listing.starts:
        return None
    return listing.items[bisect_right(listing.starts, offset) - 1]


def stands_below_day(sentence: Sentence) -> bool:
    """Whether a day is in front of the entry of a sentence: "27 Oct: A clerk was abducted; ..."."""
    item = item_of(sentence)
    return item is not None and item.day is not None


@lru_cache(maxsize=256)  # more than the texts and titles that go through a stage together
def listing_of(text: str) -> Listing:
    """The items of a normalised section; empty for running text."""
    lines = _lines(text)
    if len(lines) < _FEWEST:
        return Listing([], [], (), is_chronology=False)
    return _listing_of(text, lines)


def _listing_of(text: str, lines: list[tuple[int, str]]) -> Listing:
    starts: list[int] = []
    items: list[Item | None] = []
    is_wrapped = is_hard_wrapped(text)
    heads = _heads(_opening(lines) if is_wrapped else lines)
    heads |= {row.start: _head_of(row) for row in rows_of(text)}
    forms = forms_of(lines)
    heads |= forms
    is_set = is_wrapped or column_width(text) > 0
    columns = frozenset[int]() if is_set else _headlines(lines)
    labelled = _labelled(lines) | _numbered(lines, heads) | {row.start for row in rows_of(text)}
    for start, line in lines:
        if start in labelled and start not in heads and (label := _PLACED.match(line)) is not None:
            first = start + label.start("place")
            heads[start] = Head(start=first, end=start + label.end(), is_day=False)
    number = 0
    entry: Item | None = None  # the one that paragraphs go on with
    days = _days_in_force(lines, heads)
    title: tuple[int, int] | None = None
    section: tuple[int, int] | None = None  # the title that days stand below
    names = _names(lines, heads, [(first, front.end) for first, front in forms.items()])
    is_listed = is_apart = False  # inside an item; behind an empty line
    for start, line in lines:
        if not line:
            is_apart = True
            continue
        head = heads.get(start)
        name, is_below = names.get(start, (None, False))
        if name is not None:
            title = name
            section = section if is_below else name
        elif head is not None and head.is_day:
            title = section
        if head or is_below or start in columns or start in labelled or _BULLET.match(line):
            number += 1
            day = days[start]
            starts.append(start)
            items.append(Item(number, start in columns, head or day, day, title))
            entry = items[-1] if head is not None or is_below else entry
            is_listed = head is None and not is_below
        elif is_listed and is_apart:
            starts.append(start)
            items.append(entry)
            is_listed = False
        is_apart = False
    if number < _FEWEST:
        return Listing([], [], (), is_chronology=False)
    told = tuple(head for head in heads.values() if head.is_day)
    return Listing([0, *starts], [None, *items], told, is_chronology(text, told))


def _days_in_force(
    lines: Iterable[tuple[int, str]], heads: Mapping[int, Head]
) -> dict[int, Head | None]:
    """The day that holds for an item at each line: of its own front, or above it.

    In "- 3 May: ...", "- Two men were shot: ..." the day is that bullet's own.
    """
    day: Head | None = None
    is_own = False
    found: dict[int, Head | None] = {}
    for start, line in lines:
        head = heads.get(start)
        is_bullet = _BULLET.match(line) is not None
        if head is not None and head.is_day:
            day, is_own = head, is_bullet and head.end < start + len(line)
        elif is_bullet and is_own:
            day = None
        found[start] = day
    return found


def _heads(lines: Sequence[tuple[int, str]]) -> dict[int, Head]:
    """The fronts of entries by the offset of their line, behind the number of a paragraph."""
    cuts = {start + number.end(): start for start, line in lines if (number := _NUMBER.match(line))}
    if len(cuts) < _FEWEST:
        return {head.start: head for head in entry_heads(lines)}
    begins = {start: behind for behind, start in cuts.items()}
    cut = [
        (begins.get(start, start), line[begins.get(start, start) - start :])
        for start, line in lines
    ]
    return {cuts.get(head.start, head.start): head for head in entry_heads(cut)}


def _numbered(lines: Iterable[tuple[int, str]], heads: Mapping[int, Head]) -> frozenset[int]:
    """Where numbered paragraphs begin, of a list that names in each whom or where it is about.

    "1. KIRKUK: ...", "2. In Ituri, ...", "14. LOPEZ, Ana, 45, ...".
    """
    found: list[tuple[int, bool]] = []
    before: int | None = None
    for start, line in lines:
        number = _NUMBER.match(line)
        if number is None:
            continue
        if before is not None and int(number[1]) != before + 1:
            return frozenset()
        before = int(number[1])
        found.append((start, start in heads or _SUBJECT.match(line, number.end()) is not None))
    is_list = len(found) >= _FEWEST and sum(told for _, told in found) >= _NUMBERED * len(found)
    return frozenset(start for start, _ in found) if is_list else frozenset()


def _head_of(row: Row) -> Head:
    """The cells of day and place that a row of a table begins with, as the front of an entry."""
    grounds = noun_classes()["label_ground"]
    end = row.start
    day = None
    for cell in row.cells:
        words = grounds.intersection(cell.heading.split())
        if not words:
            break
        end = cell.end
        day = cell.start if day is None and _DAY_CELLS.intersection(words) else day
    return Head(
        start=row.start, end=end, is_day=day is not None, day=row.start if day is None else day
    )


def _names(
    lines: Sequence[tuple[int, str]], heads: Mapping[int, Head], forms: Sequence[tuple[int, int]]
) -> dict[int, tuple[tuple[int, int], bool]]:
    """The lines of a few names, by their offsets, and whether each parts what a day is in front of.

    "12 March", "Algeria", "Gunmen shot ...": the country of what follows, on that day. A field of a
    form ("Place: Gao") is none.
    """
    found = {}
    full = [
        (start, line)
        for start, line in lines
        if line and not any(first < start < end for first, end in forms)
    ]
    behind = dict(pairwise(start for start, _ in full))
    parted = {start for (_, line), (start, _) in pairwise(lines) if not line}
    has_day = is_ended = False  # behind a full stop or the front of an entry
    for start, line in full:
        head = heads.get(start)
        name = _name_in(start, line) if head is None else None
        if name is not None:
            is_below = has_day and (is_ended or start in parted) and behind.get(start) not in heads
            if is_below or name[0] == start:
                found[start] = name, is_below
        has_day = has_day or (head is not None and head.is_day)
        is_ended = head is not None or line[-1] in _ENDS
    return found


def _labelled(lines: Sequence[tuple[int, str]]) -> frozenset[int]:
    """Where lines begin that tell each of another place or matter: "Kherson oblast: Shells hit".

    Speakers come back in what follows, and the fields of a form are short.
    """
    found = {}
    for start, line in lines:
        label = _LABELLED.match(line)
        if label is not None and _may_part(line, label[1]):
            is_short = len(label[1].split()) <= _WORDS_OF_LABEL
            is_sure = label[1].isupper() or label[1][-1] == ")"  # "Dori (Seno): A clerk was shot."
            fewest = _WORDS if is_sure else _WORDS_BEHIND
            if is_short and len(line[label.end() :].split()) >= fewest:
                found[start] = label[1]
    is_list = len(found) >= _LABELS and len({*found.values()}) == len(found)
    return frozenset(found) if is_list else _run_in(lines)


def _run_in(lines: Sequence[tuple[int, str]]) -> frozenset[int]:
    """Where the items of briefs begin, each behind a few words: "Train ambush. Guerrillas blew"."""
    long = [(start, line) for start, line in lines if len(line) > _LONGEST_TITLE]
    found = {start: label[1] for start, line in long if (label := _RUN_IN.match(line)) is not None}
    is_list = len(found) >= max(_LABELS, _NUMBERED * len(long))
    return frozenset(found) if is_list and len({*found.values()}) == len(found) else frozenset()


def _may_part(line: str, label: str) -> bool:
    """Whether a label may say where or what the line is about; "VICTIMS: ..." is a field."""
    return (line[-1] in _ENDS or label.isupper()) and not begins_with_label(line)


def _name_in(start: int, line: str) -> tuple[int, int] | None:
    """The offsets of a line of a few names, without its bullet: "South Sudan", "- Algeria"."""
    bullet = _BULLET.match(line)
    cut = bullet.end() if bullet else 0
    is_name = len(line) - cut <= _LONGEST_TITLE and _is_title(line[cut:])
    return (start + cut, start + len(line)) if is_name else None


def _is_title(line: str) -> bool:
    """Whether a line is a few names: "South Sudan", "MOPTI REGION", "Bosnia and Herzegovina"."""
    words = line.split()
    if not 0 < len(words) <= _WORDS_OF_TITLE or line[-1] in _STOPS - {":"}:
        return False
    return words[0][0].isupper() and words[-1][0].isupper() and _DIGIT.search(line) is None


def _lines(text: str) -> list[tuple[int, str]]:
    """Each line without the white space around it, and where it begins."""
    found = []
    start = 0
    for line in text.split("\n"):
        cuts = [0, *(at for at in inline_heads(line) if at), len(line)]
        for left, right in pairwise(cuts):
            part = line[left:right]
            stripped = part.lstrip()
            found.append((start + left + len(part) - len(stripped), stripped.rstrip()))
        start += len(line) + 1
    return found


def _opening(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines that begin a paragraph, of a text whose line breaks are typesetting."""
    before = ["", *(line for _, line in lines)]
    return [item for item, above in zip(lines, before, strict=False) if not above]


def _headlines(lines: list[tuple[int, str]]) -> frozenset[int]:
    """Where the lines of a column of headlines begin: several in a row without a full stop."""
    found: list[int] = []
    run: list[int] = []
    for start, line in lines:
        if not line:
            continue
        if line[-1] not in _STOPS and line.count(" ") >= _WORDS - 1 and not begins_with_label(line):
            run.append(start)
            continue
        found += run if len(run) >= _HEADLINES else []
        run = []
    return frozenset(found + (run if len(run) >= _HEADLINES else []))

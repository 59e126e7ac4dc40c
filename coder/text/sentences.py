"""Normalised section -> sentence boundaries, also in capitals, in quotes and without spaces.

The decisions: which full stops end a sentence, and which line breaks do.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise
from string import ascii_uppercase, digits

from coder.lexicon.words import noun_classes
from coder.text.columns import is_row
from coder.values.kept import Kept

# A stop that may end a sentence (with closing quotes and brackets behind it), or a line break.
# It begins with one set, which is what lets the search skip from stop to stop.
_CANDIDATE = re.compile(
    r"""[.!?\n\u2026](?:(?<=[.!?])[.!?]{0,8}["')\]]{0,4}(?=[\sA-Z"'(\[])|(?<=\u2026)(?=\s)|(?<=\n))"""
)
_BEFORE_WORD = re.compile(r".*[\s\"'()\[\]]", re.DOTALL)
_LONGEST_WORD = 24
_BULLET = re.compile(r"\s{0,12}(?:[*\u2022\u25aa\u2023-]{1,2}\s|\(?[0-9]{1,2}[.)]\s)")
_DAY_OR_HOUR = re.compile(r"[0-3]?[0-9][/:][0-5][0-9]\b")  # where an entry may begin
# Also behind a dash between two items ("in A. -- A bomb in B"), or behind pictures.
_STARTS_SENTENCE = re.compile(
    r"""\s{0,4}(?:[-\u2013\u2014]{1,2}\s{1,2}|(?:[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]\s?){1,5})?"""
    r"""["'(\[]{0,3}(?:[A-Z0-9\u00c0-\u00de]|[^\W\d_a-z])"""
)
_STARTER = re.compile(
    r"""["'(\[]{0,3}(?:the|a|an|in|on|at|it|he|she|they|we|but|and|this|that|these|those|there|his|her"""
    r"""|its|as|when|after|meanwhile|however|according|no|some|all)\b""",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:\w{1,20}-)?(?:[^\W\d_]\.)+[^\W\d_]?\Z")  # "the Indo-U.S. Institute"
# A blank and what usually begins a sentence: a capital or a figure, perhaps behind an opening mark.
_BEGINNINGS = frozenset(
    blank + opening + first
    for blank in " \n"
    for opening in ("", '"', "'", "(", "[")
    for first in ascii_uppercase + digits
)
_MAX_SENTENCE = 1500
_LABELS = 3  # of a form in one line
_WORDS_OF_HEADLINE = 4  # blanks
_LONGEST_NAME = 120  # characters of a name with age and trade
_LONGEST_LABEL = 40  # characters
_WRAP_MIN = 45
_WRAP_MAX = 130
_COLUMN_MAX = 100
_FILLED = 4  # lines of a column
_RAGGED = 0.9  # a line set by hand may end a little before the last word that fits
_MAX_INDENT = 12
_ITEM_DIGITS = 2
_SHORT = 2  # a word so short before a glued stop is an initial or a file name


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Split a section; each span is trimmed of white space and not empty.

    Sentences over 1,500 characters are cut at white space: no stage may meet an endless line.

    >>> text = "The army left.This was on May 3. Gen. Ruiz agreed."
    >>> [text[a:b] for a, b in sentence_spans(text)]
    ['The army left.', 'This was on May 3.', 'Gen. Ruiz agreed.']
    """
    is_wrapped = "\n" in text and is_hard_wrapped(text)
    width = 0 if is_wrapped or "\n" not in text else column_width(text)
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _CANDIDATE.finditer(text):
        stop, end = match.span()
        mark = text[stop]
        following = text[end : end + 3]
        if mark == "\n":
            is_inside = is_wrapped or (width > 0 and _is_filled(text, stop, width))
            if _line_break_ends(text, start, stop, is_wrapped=is_inside):
                _append(spans, text, start, end)
                start = end
            continue
        is_usual = (following[:2] in _BEGINNINGS or following in _BEGINNINGS) and (
            mark != "."
            or end > stop + 1
            or _plain[text[text.rfind(" ", max(0, stop - _LONGEST_WORD), stop) + 1 : stop]]
        )
        if (not is_usual and not _stop_ends(text, stop, end)) or _goes_on(text, start, stop, end):
            continue
        if end - start > _MAX_SENTENCE:
            _append(spans, text, start, end)
        else:
            while text[start].isspace():
                start += 1
            spans.append((start, end))
        start = end
    _append(spans, text, start, len(text))
    if "; " in text:
        spans = _cut_rows(text, spans)
    return _cut_forms(text, spans) if text.count(": ") >= _LABELS else spans


def _cut_rows(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut a row of headlines at its semicolons: "Gunmen shoot mayor in A; bomb hits bus in B"."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        parts = text[start:end].split("; ")
        if len(parts) < _LABELS or not all(_is_headline(part) for part in parts):
            found.append((start, end))
            continue
        at = start
        for part in parts:
            found.append((at, min(at + len(part) + 1, end)))
            at += len(part) + len("; ")
    return found


def _is_headline(part: str) -> bool:
    """Whether a part of a row says where, and is more than a number: no "four in B"."""
    return part.count(" ") >= _WORDS_OF_HEADLINE and _ground().search(part) is not None


@cache
def _ground() -> re.Pattern[str]:
    return re.compile(r"\b(?:in|at|near|outside) [A-Z][a-z]")


def _goes_on(text: str, start: int, stop: int, end: int) -> bool:
    """As in "Ana Ruiz, 22, student. Abducted by soldiers on 4 May": whom the case is about.

    The name and the age of somebody without a verb, and behind them what befell them.
    """
    if text[stop] != "." or stop - start > _LONGEST_NAME:
        return False
    word = text[end : end + _LONGEST_WORD].lstrip().partition(" ")[0].lower()
    return (
        word in noun_classes()["fate_opening"] and _case().fullmatch(text, start, stop) is not None
    )


@cache
def _case() -> re.Pattern[str]:
    name = r"(?:[A-Z](?:[^\W\d]|[.'-])*+,?\s){1,6}"
    age = r"(?:\(?(?:aged?\s|about\s)?[0-9]{1,2}\)?)"
    front = r"\s{0,4}(?:[^:;\n]{0,40}[0-9]\s?[.:)]\s|[*\u2022-]\s)?"
    nobody = rf"Unidentified [^.,;:]{{2,40}}(?:, {age})?"
    return re.compile(rf"{front}(?:{name}{age}|{nobody})(?:, [^.;:]{{2,60}}){{0,3}}")


def _cut_forms(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cut a form in one line before its labels: "Date: 3 May 2009 Location: Wana Dead: 4"."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        cuts: list[int] = []
        if text.count(": ", start, end) >= _LABELS:
            cuts = [match.start() for match in _form_label().finditer(text, start + 1, end)]
        edges = [start, *(cuts if len(cuts) >= _LABELS - 1 else ()), end]
        for left, right in pairwise(edges):
            _append(found, text, left, right)
    return found


def begins_with_label(line: str) -> bool:
    """Whether a line is one of a form: "Date of Incident: 3 May"."""
    return line.find(":", 0, _LONGEST_LABEL) > 0 and _form_label().match(line) is not None


@cache
def _form_label() -> re.Pattern[str]:
    """A label of a form, perhaps of two words or kinds: "Incident Date:", "Injured/Missing:"."""
    classes = noun_classes()
    words = sorted(
        {word for name in classes if name.startswith("label_") for word in classes[name]}
    )
    label = f"(?i:{'|'.join(words)})"
    kinds = rf"(?:{label} )?{label}(?:/[A-Za-z]+| (?:of|by) [A-Za-z]+)?"
    return re.compile(rf"(?<!\S)(?=[A-Z])(?:[Cc]ivilians? |[Nn]umber (?:of )?)?{kinds}:\s")


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    while end - start > _MAX_SENTENCE:
        cut = text.rfind(" ", start + _MAX_SENTENCE // 2, start + _MAX_SENTENCE)
        cut = cut if cut > 0 else start + _MAX_SENTENCE
        spans.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        spans.append((start, end))


class _Plain(Kept[str, bool]):
    """Whether a full stop behind a piece of text ends a sentence, where one can begin behind it.

    False is undecided: what the piece means there has to be asked.
    """

    def __missing__(self, piece: str) -> bool:
        if len(piece) > _LONGEST_WORD:
            return False
        word = _word_in(piece)
        verdict = (
            not (word.isdigit() and len(word) <= _ITEM_DIGITS)
            and not (len(word) == 1 and word.isalpha() and word not in "aI")
            and word.lower() not in _abbreviations()
            and _INITIALS.match(word) is None
        )
        return self.keep(piece, verdict)


_plain = _Plain()


def _word_in(piece: str) -> str:
    """The word that a piece of text ends with."""
    if piece.isalnum():
        return piece
    before = _BEFORE_WORD.match(piece)
    return piece[before.end() :] if before is not None else piece


@cache
def _abbreviations() -> frozenset[str]:
    return noun_classes()["abbreviation"] | noun_classes()["abbreviation_unsure"]


def _stop_ends(text: str, dot: int, end: int) -> bool:
    """Decide on a full stop, question or exclamation mark at ``dot``; ``end`` is behind closers."""
    following = text[end : end + 8]
    if not following or following.isspace():
        return True
    glued = not following[0].isspace()
    if text[dot] != "." or text[dot : dot + 2] == "..":
        return not glued and _STARTS_SENTENCE.match(following) is not None
    word = _word_in(text[max(0, dot - _LONGEST_WORD) : dot])
    if glued:
        return _glued_stop_ends(word, text, end)
    if _STARTS_SENTENCE.match(following) is None:
        return False
    return end > dot + 1 or _word_ends(word, text, dot, following)


def _word_ends(word: str, text: str, dot: int, following: str) -> bool:
    """Whether a stop behind ``word`` ends a sentence although abbreviations have one as well."""
    lowered = word.lower()
    if word.isdigit() and len(word) <= _ITEM_DIGITS and _begins_line(text, dot - len(word)):
        return False
    if lowered in noun_classes()["abbreviation"]:
        return False
    if len(word) == 1 and word.isalpha() and word not in "aI":
        return False
    if lowered in noun_classes()["abbreviation_unsure"] or _INITIALS.match(word) is not None:
        return _STARTER.match(following.lstrip()) is not None and not following[1:2].isdigit()
    return True


def _begins_line(text: str, start: int) -> bool:
    """Whether only spaces stand before ``start`` on its line: the number of an item."""
    before = text[max(0, start - _MAX_INDENT) : start]
    _, line_break, indent = before.rpartition("\n")
    return not indent.strip() and (line_break != "" or start <= _MAX_INDENT)


def _glued_stop_ends(word: str, text: str, end: int) -> bool:
    """Two sentences without a space between: a word, a stop, a capitalised word."""
    if text[end - 1] == "." and text[end] in "\"'(":
        return len(word) > _SHORT and word.isalpha() and text[end + 1 : end + 2].isupper()
    if len(word) <= _SHORT or not word[-2:].isalpha() or "." in word or "/" in word or "@" in word:
        return False
    following = text[end : end + 3]
    if word.lower() in noun_classes()["abbreviation"]:
        return False
    if word[-2:].islower():
        return following[:1].isupper() and (following[1:2].islower() or following[1:2] in " '")
    return word.isupper() and following.isalpha() and following.isupper()


@lru_cache(maxsize=256)  # asked again for the items of a text
def is_hard_wrapped(text: str) -> bool:
    """Whether single line breaks are typesetting: long lines that break in mid-sentence.

    A typesetter breaks a line only where the next word would not have fitted; notes and messages
    without full stops break anywhere.
    """
    lines = text.split("\n", 400)[:400]
    width = max((len(tail) for line in lines if len(tail := line.rstrip()) <= _WRAP_MAX), default=0)
    broken = whole = 0
    for line, following in pairwise(lines):
        tail = line.rstrip()
        if not tail or not following.strip():
            continue
        if len(following) > _WRAP_MAX or is_row(tail) or _may_be_item(following):
            whole += 1  # a headline over a paragraph in one line, or the end of an item
            continue
        is_filled = _WRAP_MIN <= len(tail) <= _WRAP_MAX and _fills(tail, following, _RAGGED * width)
        if is_filled and tail[-1] not in ".!?:\"'":
            broken += 1
        else:
            whole += 1
    return broken > whole


def _may_be_item(line: str) -> bool:
    return not line[0].isalpha() and (
        _BULLET.match(line) is not None or _DAY_OR_HOUR.match(line) is not None
    )


def column_width(text: str) -> int:
    """The width of a column whose lines are filled as far as words fit; 0 where there is none.

    Also of a text of many short lines, as of a list with a day or a country in a line of its own.
    """
    lines = text.split("\n", 400)[:400]
    width = max(map(len, lines))
    if not _WRAP_MIN <= width <= _COLUMN_MAX:
        return 0
    filled = [
        following.lstrip()[0].islower()
        for line, following in pairwise(lines)
        if following.strip() and _fills(line.rstrip(), following, width)
    ]
    return width if len(filled) >= _FILLED and 2 * sum(filled) >= len(filled) else 0


def _fills(line: str, following: str, width: float) -> bool:
    """Whether the first word of the next line had no room in this one."""
    return len(line) + 1 + len(following.split(None, 1)[0]) > width


def _is_filled(text: str, position: int, width: int) -> bool:
    """Whether the line that ends at an offset is filled as far as words fit."""
    line = text[text.rfind("\n", 0, position) + 1 : position].rstrip()
    following = text[position + 1 : position + 1 + width]
    return bool(following.strip()) and _fills(line, following, width)


def _line_break_ends(text: str, start: int, position: int, *, is_wrapped: bool) -> bool:
    if not is_wrapped:
        return True
    following = text[position + 1 : position + 120]
    if not following.strip(" ") or following.lstrip(" ").startswith("\n"):
        return True
    if _BULLET.match(following) is not None:
        return True
    line_start = text.rfind("\n", start, position) + 1 if "\n" in text[start:position] else start
    return position - line_start < _WRAP_MIN // 2 and following[:1].isupper()

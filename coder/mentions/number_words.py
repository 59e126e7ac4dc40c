"""The value of a number phrase: digits, number words, vague words and their products."""

import re
from typing import NamedTuple

from coder.lexicon.closed import A_AN
from coder.lexicon.numbers import SCALED, NumberKind, NumberTable, NumberWord, number_table
from coder.lexicon.words import noun_classes
from coder.values.kinds import MAX_COUNT

_GROUPED = re.compile(r"\d{1,3}(?:[,.]\d{3}){1,4}")
_WHOLE = re.compile(r"\d{1,12}")
_DECIMAL = re.compile(r"\d{1,6}\.\d{1,3}")
_SPAN = re.compile(r"(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})-(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})")
_SUFFIXED = re.compile(r"(\d{1,6})(?:-odd|-plus|\+)")
_SPACED = re.compile(r"\d00")
_TIMES = re.compile(r"\d{1,3}x")  # notes count so: "2x police wounded", "2 x police"
_TIMES_MARK = "x"
_NOT_TIMES = frozenset({"the", "a", "as", "more", "than", "faster", "higher", "bigger", "per"})
_LAST_UNIT = 9
_MAX_WORDS = 14  # "nine hundred and ninety-nine thousand nine hundred and ninety-nine"


class Value(NamedTuple):
    """A number read from the words. ``last`` is the token behind it.

    ``kind``: ``exact``; ``about`` (a dozen); ``vague`` (dozens); ``many`` (an unknown number);
    ``range`` (5-7); ``least`` (20+). ``scale`` is the scale word at its end ("30 thousand": 1000).
    """

    last: int
    low: int
    high: int
    kind: str
    scale: int = 1


def read_value(norms: tuple[str, ...], position: int) -> Value | None:
    """The longest number that begins at ``position``; null for none or one beyond 32 bits."""
    table = number_table()
    if norms[position][0].isdigit():
        value = _read_digits(norms, position, table)
    else:
        value = _read_phrase(norms, position, table) or _read_words(norms, position, table)
    return value if value is not None and value.high <= MAX_COUNT else None


def _read_digits(norms: tuple[str, ...], position: int, table: NumberTable) -> Value | None:
    norm = norms[position]
    following = position + 1
    if _TIMES.fullmatch(norm) and _counts_things(norms, following):
        norm = norm[:-1]
    if _WHOLE.fullmatch(norm) or _GROUPED.fullmatch(norm):
        number = int(norm.replace(",", "").replace(".", ""))
        if following < len(norms) and len(norm) <= 3 and _SPACED.fullmatch(norms[following]):  # noqa: PLR2004
            before = norms[position - 1] if position else ""
            if before not in table.months and norms[following] != "0":
                return Value(following + 1, *(number * 1000 + int(norms[following]),) * 2, "exact")
        scale, last, kind = _scale_at(norms, following, table)
        if scale == 1 and norms[following : following + 1] == (_TIMES_MARK,):
            last += _counts_things(norms, following + 1)
        return Value(last, number * scale, number * scale, kind, scale)
    if span := _SPAN.fullmatch(norm):
        low, high = (int(part.replace(",", "")) for part in span.groups())
        scale, last, _ = _scale_at(norms, following, table)
        return Value(last, low * scale, high * scale, "range") if low < high else None
    if suffixed := _SUFFIXED.fullmatch(norm):
        number = int(suffixed[1])
        kind = "about" if norm.endswith("odd") else "least"
        return Value(following, number, number, kind)
    if _DECIMAL.fullmatch(norm):
        scale, last, kind = _scale_at(norms, following, table)
        if scale > 1:
            number = round(float(norm) * scale)
            return Value(last, number, number, kind)
    return None


def _counts_things(norms: tuple[str, ...], position: int) -> bool:
    """Whether a word that can be counted stands there: no "3x faster", "3x champion", "3 x 4"."""
    norm = norms[position] if position < len(norms) else ""
    return norm[:1].isalpha() and norm not in _NOT_TIMES and norm not in noun_classes()["winner"]


def _scale_at(norms: tuple[str, ...], position: int, table: NumberTable) -> tuple[int, int, str]:
    """The product of the scale words at ``position``, the token behind them, and their kind."""
    scale, kind = 1, "exact"
    while position < len(norms):
        word = table.words.get(norms[position])
        if word is None or word.kind not in SCALED or scale > MAX_COUNT:
            break
        scale *= word.value
        kind = "about" if word.kind is NumberKind.DOZEN else kind
        position += 1
    return scale, position, kind


def _read_phrase(norms: tuple[str, ...], position: int, table: NumberTable) -> Value | None:
    """Phrases: "several", "a couple of hundred", "tens of thousands", "an unknown number"."""
    found = table.phrases.longest(norms, position)
    if found is None:
        return None
    size, word = found
    last, number = position + size, word.value
    if word.kind is not NumberKind.VAGUE:
        return Value(last, number, number, word.kind.value)
    scale, end, _ = _scale_at(norms, last, table)
    if scale == 1 and last + 1 < len(norms) and norms[last] == "of":
        scale, end, _ = _scale_at(norms, last + 1, table)
        more = table.phrases.longest(norms, last + 1)
        if scale == 1 and more is not None and more[1].kind is NumberKind.VAGUE:
            scale, end = more[1].value, last + 1 + more[0]
    return Value(end if scale > 1 else last, number * scale, number * scale, "vague")


def _read_words(norms: tuple[str, ...], position: int, table: NumberTable) -> Value | None:
    """Number words: "thirty-two", "one hundred and five", "two dozen"; at most 14."""
    at = position
    if norms[at] in A_AN:
        if at + 1 >= len(norms):
            return None
        word = table.words.get(norms[at + 1])
        if word is None or word.kind not in SCALED:
            return None
        at += 1
    total = current = 0
    scale = 1
    kind = "exact"
    end = at
    while at < len(norms) and at - position < _MAX_WORDS:
        word = table.words.get(norms[at])
        if word is None:
            if norms[at] == "and" and _goes_on(norms, at + 1, current, table):
                at += 1
                continue
            break
        if word.kind in SCALED:
            scale = word.value
            if word.kind is NumberKind.SCALE:
                total, current = total + max(current, 1) * word.value, 0
            else:
                current = max(current, 1) * word.value
                kind = "about" if word.kind is NumberKind.DOZEN else kind
        elif _fits(current, word):
            current, scale = current + word.value, 1
        else:
            break
        at += 1
        end = at
    return Value(end, total + current, total + current, kind, scale) if end > position else None


def _goes_on(norms: tuple[str, ...], at: int, current: int, table: NumberTable) -> bool:
    """Whether "and" is inside a number: after hundreds, before a smaller number."""
    word = table.words.get(norms[at]) if at < len(norms) else None
    return (
        word is not None
        and current >= 100  # noqa: PLR2004
        and current % 100 == 0
        and word.kind in {NumberKind.UNIT, NumberKind.TEN}
    )


def _fits(current: int, word: NumberWord) -> bool:
    """Whether a unit or ten may follow what was read: "forty two", never "five six"."""
    if current % 100 == 0:
        return True
    return current % 10 == 0 and current % 100 >= 20 and word.value <= _LAST_UNIT  # noqa: PLR2004

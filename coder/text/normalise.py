"""Raw section -> :class:`NormalisedText`: one spelling for quotes, dashes and spaces.

Single characters are replaced by single characters wherever that is possible, so that most sections
need no map at all. HTML entities, combining sequences and invisible characters change the length.
"""

import html
import re
import unicodedata

from coder.values.labels import CaseProfile, Section
from coder.values.text import Document, NormalisedText

_ONE_TO_ONE = {
    "\r": " ",
    "\t": " ",
    "\v": "\n",
    "\f": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007", " "),
    **dict.fromkeys("\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\uff07`\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-"),
    "\u2015": "\u2014",
    "\u2022": "*",
    "\u25cf": "*",
    "\u00b7": "*",
}
_ASCII_REPLACED = tuple(old for old in _ONE_TO_ONE if old.isascii())
_ASCII = bytes(range(128))
# One set: a search for it costs a tenth of a search for the shapes below, which need one of these.
_MAY_CHANGE_LENGTH = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
# What one-to-one replacement cannot do: entities, base + combining marks, invisible characters.
_CHANGES_LENGTH = re.compile(
    r"&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    r"|[^\W\d_][\u0300-\u036f]{1,8}"
    r"|[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]"
)
_CELLS, _ROWS = 2, 3  # tabs inside a line, and such lines, of a table
_SAMPLE = 1200
_BEGINNING = 400  # of the sample: enough of most texts
_UPPER = bytes(range(ord("A"), ord("Z") + 1))
_LOWER = bytes(range(ord("a"), ord("z") + 1))
# A cable keeps a few lower-case words ("[...]"); a tweet keeps a few capitals.
_UPPER_SHARE = 0.8
_LOWER_SHARE = 0.005
_SMALL_SHARE = 0.02  # with names and acronyms in capitals
_SMALL_BEGINNINGS = 0.8
_MIN_LETTERS = 25


def _with_bars(raw: str) -> str:
    """Bars between the cells of a table whose columns are parted by tabs."""
    lines = raw.split("\n")
    rows = {at for at, line in enumerate(lines) if line.strip().count("\t") >= _CELLS}
    if len(rows) < _ROWS:
        return raw
    cut = (line.strip("\t ") for line in lines)
    return "\n".join(
        line.replace(inner, inner.replace("\t", "|")) if at in rows else line
        for at, (line, inner) in enumerate(zip(lines, cut, strict=True))
    )


def normalise(raw: str, section: Section) -> NormalisedText:
    """Give the section in one spelling. Never fails: odd text stays odd text."""
    breaks: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()
    text = _with_bars(raw) if "\t" in raw else raw
    rare = _not_ascii(raw)
    replaced = _ASCII_REPLACED
    if "&" in raw or (rare and _MAY_CHANGE_LENGTH.search(rare) is not None):
        text, breaks, shifts = _replace_with_map(text)
        replaced = tuple(_ONE_TO_ONE)  # an entity of plain letters may stand for any character
    elif rare:
        replaced = (*_ASCII_REPLACED, *_ONE_TO_ONE.keys() & rare)
    for old in replaced:
        if old in text:
            text = text.replace(old, _ONE_TO_ONE[old])
    return NormalisedText(
        section=section,
        text=text,
        original_text=raw,
        case=case_profile(text),
        breaks=breaks,
        shifts=shifts,
    )


def _not_ascii(text: str) -> str:
    """The characters beyond ASCII alone: few, so that looking for each of many costs little."""
    if text.isascii():
        return ""
    found = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return found.decode("utf-8", "surrogatepass")


def sections_of(document: Document) -> tuple[NormalisedText, ...]:
    """The sections of a document: its title where it has one, and its text."""
    text = normalise(document.text, Section.TEXT)
    if document.title:
        return normalise(document.title, Section.TITLE), text
    return (text,)


def case_profile(text: str) -> CaseProfile:
    """Say whether capitals can prove anything in this text.

    >>> case_profile("GUERRILLAS ATTACKED THE BARRACKS AT DAWN").value
    'upper'
    """
    upper, lower = _letters(text[:_BEGINNING])
    if upper > _LOWER_SHARE * _SAMPLE and lower > (1 - _UPPER_SHARE) * _SAMPLE:
        return CaseProfile.MIXED  # whatever the rest of the sample holds
    upper, lower = _letters(text[:_SAMPLE])
    letters = upper + lower
    if letters == 0:
        return CaseProfile.MIXED
    if upper > _UPPER_SHARE * letters and letters >= _MIN_LETTERS:
        return CaseProfile.UPPER
    if letters >= _MIN_LETTERS and (
        upper <= _LOWER_SHARE * letters
        or (upper <= _SMALL_SHARE * letters and _begins_small(text[:_SAMPLE]))
    ):
        return CaseProfile.LOWER
    return CaseProfile.MIXED


def _begins_small(text: str) -> bool:
    """Whether sentences and lines begin with small letters, as in a thread or a chat."""
    first = [match[1] for match in re.finditer(r"(?:^|\n|[.!?] )[\W\d_]{0,6}([A-Za-z])", text)]
    return sum(map(str.islower, first)) > _SMALL_BEGINNINGS * len(first)


def _letters(text: str) -> tuple[int, int]:
    """How many capitals and small letters of ASCII a text has."""
    sample = text.encode("ascii", "ignore")
    size = len(sample)
    return size - len(sample.translate(None, _UPPER)), size - len(sample.translate(None, _LOWER))


def _replacement(found: str) -> str:
    if found[0] == "&":
        return html.unescape(found)
    if found[0].isalpha():
        return unicodedata.normalize("NFC", found)
    return ""


def _replace_with_map(raw: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    pieces: list[str] = []
    breaks: list[int] = []
    shifts: list[int] = []
    length = 0
    position = 0
    shift = 0
    for match in _CHANGES_LENGTH.finditer(raw):
        new = _replacement(match.group())
        if new == match.group():
            continue
        pieces += (raw[position : match.start()], new)
        length += match.start() - position + len(new)
        position = match.end()
        shift += match.end() - match.start() - len(new)
        breaks.append(length)
        shifts.append(shift)
    pieces.append(raw[position:])
    return "".join(pieces), tuple(breaks), tuple(shifts)

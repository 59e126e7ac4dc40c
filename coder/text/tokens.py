"""Sentence spans -> :class:`Sentence` with parallel token tuples."""

import re
from functools import cache
from typing import TypeAlias

from coder.lexicon.words import noun_classes, short_forms
from coder.text.sentences import sentence_spans
from coder.values.labels import CaseProfile, Section
from coder.values.text import NormalisedText, Sentence

_TOKEN = re.compile(
    r"[^\W\d_]+(?:\.[^\W\d_](?=[.])\.(?:[^\W\d_]\.)*(?:-[^\W_]+)*|[0-9]+"
    r"|(?:-+|'(?!(?:[sSdDmM]|[rR][eE]|[vV][eE]|[lL][lL])\b)|[&@])[^\W_]+)*"
    r"|'(?:[sSdDmM]|[rR][eE]|[vV][eE]|[lL][lL])\b"
    r"|[0-9]+(?:[.,:/][0-9]+)*(?:-?[^\W_]+(?:['.][0-9]+|,[0-9]{3}\b)?)*"
    r"|-{2,}|\.{2,}|\S"
)

# " - Region - World - Gulf Online", " | The Daily Post": names in capitals behind the headline.
_MEDIUM = re.compile(
    r"(?:\s\|\s[^|]{2,40}|\s[-\u2014]\s[A-Z][^\W\d]+(?:\s[A-Z][^\W\d]+){0,2}){1,4}\s*\Z"
)
# "UPDATE 2-Gunmen storm", "RPT-Bomb kills": which version of a report it is, and no word of it.
_VERSION = re.compile(
    r"(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|EXCLUSIVE|FACTBOX|INSIGHT|FLASH|URGENT|RECAST)"
    r"(?: [0-9]{1,2})?-(?=[A-Z])"
)
_SHORTEST_HEADLINE = 4  # words
_CAPITALS = 0.7

# What stands between two spaces has the same tokens wherever it stands. A run meets the same few
# ten thousand pieces again and again: the table keeps their tokens, and with them strings whose
# hashes are known. Full, it is begun anew; one dictionary operation at a time is safe in threads.
_MAX_KEPT = 40_000
_LONGEST_KEPT = 40
_YEARS, _ONE = frozenset({"year", "years"}), frozenset({"a", "an", "the"})
_IN_YEARS = re.compile(r"[0-9]{1,3}-years?")
_COORDINATING = frozenset({"and", "or", "to"})  # "pro- and anti-war"
_CLOSING = (",", ".")  # behind a word of letters
_Token: TypeAlias = tuple[int, int, str, str]  # start, end, word, norm
_kept: dict[str, tuple[_Token, ...]] = {}
_plain: dict[str, tuple[str, str]] = {}  # word and norm of a piece that is one token
_MIXED = CaseProfile.MIXED


def tokenise(section: NormalisedText, start: int, end: int, index: int) -> Sentence:
    """Tokenise ``section.text[start:end]``; ``index`` is the published ``sent_idx``.

    >>> from coder.text import normalise
    >>> section = normalise("Assad's U.S.-made T-72 hit Deir al-Zour.", Section.TEXT)
    >>> tokenise(section, 0, len(section.text), 0).words
    ('Assad', "'s", 'U.S.-made', 'T-72', 'hit', 'Deir', 'al-Zour', '.')
    """
    text = section.text
    at = start
    if start == 0 and text[:3].isupper() and (version := _VERSION.match(text)) is not None:
        at = version.end()
    whole = text[at:end]
    words: list[str] = []
    norms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in whole.split(" "):
        plain = _plain.get(piece)
        if plain is not None:
            # Not the piece itself: a text of a million words holds each of them once.
            word, norm = plain
            words.append(word)
            norms.append(norm)
            starts.append(at)
            at += len(piece)
            ends.append(at)
            at += 1
            continue
        found = _kept.get(piece)
        for first, last, word, low in _piece_tokens(piece) if found is None else found:
            words.append(word)
            norms.append(low)
            starts.append(at + first)
            ends.append(at + last)
        at += len(piece) + 1
    if "." in whole[:-1]:
        _join_abbreviations(text, words, norms, starts, ends)
    if "old" in whole and "year" in whole:
        _join_ages(words, norms, starts, ends)
    if "- " in whole:
        _join_prefixes(words, norms, starts, ends)
    case = section.case
    if case is _MIXED and len(words) > 2 and whole.isupper():  # noqa: PLR2004 - an acronym alone is no style
        case = CaseProfile.UPPER
    return Sentence(
        section=section.section,
        index=index,
        text=text,
        start=start,
        end=end,
        words=tuple(words),
        norms=tuple(norms),
        starts=tuple(starts),
        ends=tuple(ends),
        case=case,
    )


def _piece_tokens(piece: str) -> tuple[_Token, ...]:
    """The tokens of a text without spaces, with their offsets in it."""
    found: tuple[_Token, ...]
    size = len(piece)
    if piece.isalpha():
        found = ((0, size, piece, _norm(piece)),)
    elif piece[-1:] in _CLOSING and piece[:-1].isalpha():
        word, mark = piece[:-1], piece[-1]
        found = ((0, size - 1, word, _norm(word)), (size - 1, size, mark, mark))
    else:
        found = tuple(
            [
                (match.start(), match.end(), word := match.group(), _norm(word))
                for match in _TOKEN.finditer(piece)
            ]
        )
    if len(piece) <= _LONGEST_KEPT:
        if len(_kept) + len(_plain) >= _MAX_KEPT:
            _kept.clear()
            _plain.clear()
        if len(found) == 1 and found[0][2] == piece:
            _plain[piece] = found[0][2:]
        else:
            _kept[piece] = found
    return found


def written_out(word: str) -> str | None:
    """The word that a short form of notes stands for ("veh", "IVO"); null for other words."""
    small, exact = short_forms()
    return exact.get(word) or small.get(word.lower())


@cache
def _long_forms() -> frozenset[str]:
    """The words that are written out for short forms."""
    return frozenset().union(*(forms.values() for forms in short_forms()))


def _norm(word: str) -> str:
    """A word in small letters; short forms of notes are written out ("incl." is "including")."""
    small, exact = short_forms()
    low = word.lower()
    return exact.get(word) or small.get(low) or low


def _join_abbreviations(
    text: str, words: list[str], norms: list[str], starts: list[int], ends: list[int]
) -> None:
    """Give "Gen." and initials their full stop back; the last stop of a sentence stays alone."""
    if "." not in words[1:-1]:
        return
    for stop in range(len(words) - 2, 0, -1):
        if (
            words[stop] == "."
            and ends[stop - 1] == starts[stop]
            and _keeps_stop(words[stop - 1], text[ends[stop] : ends[stop] + 2])
        ):
            words[stop - 1] += "."
            if norms[stop - 1] not in _long_forms():
                norms[stop - 1] += "."
            ends[stop - 1] = ends[stop]
            del words[stop], norms[stop], starts[stop], ends[stop]


def _join_ages(words: list[str], norms: list[str], starts: list[int], ends: list[int]) -> None:
    """Make one word of "30 year old" and "30-year old", as of "30-year-old".

    Of "25 years old" only behind an article: "a 25 years old farmer", no "was 25 years old".
    """
    at = len(words)
    while (at := at - 1) > 0:
        if norms[at] == "old" and norms[at - 1] in _YEARS:
            first, is_told = at - 2, norms[at - 1] == "year"
        elif norms[at] == "year-old" or (norms[at] == "old" and _IN_YEARS.fullmatch(norms[at - 1])):
            first, is_told = at - 1, True
        else:
            continue
        number = norms[first].partition("-")[0] if first >= 0 else ""
        if not number.isdigit() or not (is_told or norms[max(first - 1, 0)] in _ONE):
            continue
        words[first] = norms[first] = f"{number}-year-old"
        ends[first] = ends[at]
        for column in (words, norms, starts, ends):
            del column[first + 1 : at + 1]
        at = first


def _join_prefixes(words: list[str], norms: list[str], starts: list[int], ends: list[int]) -> None:
    """Make one word of "al- Bab" and "pro- government", as some sources write them."""
    prefixes = noun_classes()["prefix_apart"]
    for at in range(len(words) - 2, 0, -1):
        if (
            words[at] == "-"
            and norms[at - 1] in prefixes
            and (ends[at - 1], ends[at] + 1) == (starts[at], starts[at + 1])
            and words[at + 1].isalpha()
            and norms[at + 1] not in _COORDINATING
        ):
            norms[at - 1] = f"{norms[at - 1]}-{norms[at + 1]}"
            ends[at - 1] = ends[at + 1]
            words[at - 1] = f"{words[at - 1]}-{words[at + 1]}"
            for column in (words, norms, starts, ends):
                del column[at : at + 2]


def _keeps_stop(word: str, following: str) -> bool:
    lowered = word.lower()
    if lowered == "no":
        return following.strip()[:1].isdigit()
    return lowered in noun_classes()["abbreviation_token"] or (len(word) == 1 and word.isupper())


def headline_end(title: str) -> int:
    """Where a headline ends and the names of the medium and its columns begin.

    >>> title = "Mortar fire kills two in the old town - World - Gulf Online"
    >>> title[: headline_end(title)]
    'Mortar fire kills two in the old town'
    """
    match = _MEDIUM.search(title)
    if match is None:
        return len(title)
    words = title[: match.start()].split()
    capitals = sum(1 for word in words if word[0].isupper())
    # Where every word has a capital, only a bar tells a medium from the rest of the headline.
    is_told = "|" in match.group() or capitals <= _CAPITALS * len(words)
    return match.start() if is_told and len(words) >= _SHORTEST_HEADLINE else len(title)


def sentences(section: NormalisedText) -> tuple[Sentence, ...]:
    """All sentences of a section. The title is one sentence with index -1."""
    if section.section is Section.TITLE:
        if not section.text.strip():
            return ()
        return (tokenise(section, 0, headline_end(section.text), -1),)
    return tuple(
        tokenise(section, start, end, index)
        for index, (start, end) in enumerate(sentence_spans(section.text))
    )

"""Sentence spans -> :class:`Sentence` with parallel token tuples."""

import re
from typing import TypeAlias

from coder.text.sentences import sentence_spans
from coder.values.labels import CaseProfile, Section
from coder.values.text import NormalisedText, Sentence

_TOKEN = re.compile(
    r"[^\W\d_]+(?:\.[^\W\d_](?=[.])\.(?:[^\W\d_]\.)*(?:-[^\W_]+)*|[0-9]+|(?:-+|'(?!(?:[sSdDmM]|[rR][eE]|[vV][eE]|[lL][lL])\b)|[&@])[^\W_]+)*"
    r"|'(?:[sSdDmM]|[rR][eE]|[vV][eE]|[lL][lL])\b"
    r"|[0-9]+(?:[.,:/][0-9]+)*(?:-?[^\W_]+(?:['.][0-9]+|,[0-9]{3}\b)?)*"
    r"|-{2,}|\.{2,}|\S"
)
# Abbreviations that keep their full stop when a word follows.
_ABBREVIATIONS = frozenset(
    """gen col lt sgt maj capt brig adm mr mrs ms dr prof gov sen rep rev st fr jan feb mar apr aug sep sept oct nov
    dec cpl pvt cmdr insp supt lic ing jr sr mt inc corp ltd no""".split()
)


# What stands between two spaces has the same tokens wherever it stands. A run meets the same few
# ten thousand pieces again and again: the table keeps their tokens, and with them strings whose
# hashes are known. Full, it is begun anew; one dictionary operation at a time is safe in threads.
_MAX_KEPT = 40_000
_LONGEST_KEPT = 40
_Token: TypeAlias = tuple[int, int, str, str]  # start, end, word, norm
_kept: dict[str, tuple[_Token, ...]] = {}


def tokenise(section: NormalisedText, start: int, end: int, index: int) -> Sentence:
    """Tokenise ``section.text[start:end]``; ``index`` is the published ``sent_idx``.

    >>> from coder.text import normalise
    >>> section = normalise("Assad's U.S.-made T-72 hit Deir al-Zour.", Section.TEXT)
    >>> tokenise(section, 0, len(section.text), 0).words
    ('Assad', "'s", 'U.S.-made', 'T-72', 'hit', 'Deir', 'al-Zour', '.')
    """
    text = section.text
    whole = text[start:end]
    tokens: list[_Token] = []
    kept = _kept
    at = start
    for piece in whole.split(" "):
        found = kept.get(piece)
        if found is None:
            found = _piece_tokens(piece)
        for first, last, word, norm in found:
            tokens.append((at + first, at + last, word, norm))
        at += len(piece) + 1
    if "." in whole[:-1]:
        tokens = _with_abbreviations(text, tokens)
    starts, ends, words, norms = zip(*tokens, strict=True) if tokens else ((), (), (), ())
    case = section.case
    if case is CaseProfile.MIXED and len(words) > 2 and whole.isupper():  # noqa: PLR2004 - an acronym alone is no style
        case = CaseProfile.UPPER
    return Sentence(
        section=section.section,
        index=index,
        text=text,
        start=start,
        end=end,
        words=words,
        norms=norms,
        starts=starts,
        ends=ends,
        case=case,
    )


def _piece_tokens(piece: str) -> tuple[_Token, ...]:
    """The tokens of a text without spaces, with their offsets in it."""
    found = tuple(
        (match.start(), match.end(), word := match.group(), word.lower())
        for match in _TOKEN.finditer(piece)
    )
    if len(piece) <= _LONGEST_KEPT:
        if len(_kept) >= _MAX_KEPT:
            _kept.clear()
        _kept[piece] = found
    return found


def _with_abbreviations(text: str, tokens: list[_Token]) -> list[_Token]:
    """Give "Gen." and initials their full stop back; the last stop of a sentence stays alone."""
    stops = [
        number
        for number, (start, end, word, _) in enumerate(tokens[:-1])
        if word == "."
        and number
        and tokens[number - 1][1] == start
        and _keeps_stop(tokens[number - 1][2], text[end : end + 2])
    ]
    for number in reversed(stops):
        start, _, word, norm = tokens[number - 1]
        tokens[number - 1 : number + 1] = [(start, tokens[number][1], word + ".", norm + ".")]
    return tokens


def _keeps_stop(word: str, following: str) -> bool:
    lowered = word.lower()
    if lowered == "no":
        return following.strip()[:1].isdigit()
    return lowered in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


def sentences(section: NormalisedText) -> tuple[Sentence, ...]:
    """All sentences of a section. The title is one sentence with index -1."""
    if section.section is Section.TITLE:
        if not section.text.strip():
            return ()
        return (tokenise(section, 0, len(section.text), -1),)
    return tuple(
        tokenise(section, start, end, index)
        for index, (start, end) in enumerate(sentence_spans(section.text))
    )

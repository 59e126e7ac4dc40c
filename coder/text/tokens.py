"""Sentence spans -> :class:`Sentence` with parallel token tuples."""

import re

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


def tokenise(section: NormalisedText, start: int, end: int, index: int) -> Sentence:
    """Tokenise ``section.text[start:end]``; ``index`` is the published ``sent_idx``.

    >>> from coder.text import normalise
    >>> section = normalise("Assad's U.S.-made T-72 hit Deir al-Zour.", Section.TEXT)
    >>> tokenise(section, 0, len(section.text), 0).words
    ('Assad', "'s", 'U.S.-made', 'T-72', 'hit', 'Deir', 'al-Zour', '.')
    """
    text = section.text
    spans = [match.span() for match in _TOKEN.finditer(text, start, end)]
    if text.find(".", start, end - 1) >= 0:
        spans = _with_abbreviations(text, spans)
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    words = tuple([text[a:b] for a, b in spans])
    case = section.case
    if case is CaseProfile.MIXED:
        piece = text[start:end]
        if piece.isupper() and len(words) > 2:  # noqa: PLR2004 - an acronym alone is no style
            case = CaseProfile.UPPER
    return Sentence(
        section=section.section,
        index=index,
        text=text,
        start=start,
        end=end,
        words=words,
        norms=tuple([word.lower() for word in words]),
        starts=starts,
        ends=ends,
        case=case,
    )


def _with_abbreviations(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give "Gen." and initials their full stop back; the last stop of a sentence stays alone."""
    joined: list[tuple[int, int]] = []
    final = len(spans) - 1
    for number, (start, end) in enumerate(spans):
        if (
            joined
            and number < final
            and end == start + 1
            and text[start] == "."
            and joined[-1][1] == start
            and _keeps_stop(text[joined[-1][0] : start], text[end : end + 2])
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


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

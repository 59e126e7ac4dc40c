"""Sentence spans -> :class:`Sentence` with parallel token tuples."""

import re

from coder.text.sentences import sentence_spans
from coder.values.labels import CaseProfile, Section
from coder.values.text import NormalisedText, Sentence

_TOKEN = re.compile(
    r"""
      (?:[^\W\d_]\.){2,}(?:-[^\W_]+)*                       # U.S., a.m., U.S.-led
    | [0-9]+(?:[.,:/][0-9]+)*(?:-?[^\W_]+(?:['.][0-9]+)?)*     # 1,200  3.5  10:30  50-kilogram  20-25  3rd
    | (?:[Gg]en|GEN|[Cc]ol|COL|[Ll]t|LT|[Ss]gt|SGT|[Mm]aj|MAJ|[Cc]apt|CAPT|[Bb]rig|BRIG|[Aa]dm|ADM|Mr|MR|Mrs|MRS
        |Ms|MS|Dr|DR|Prof|PROF|[Gg]ov|GOV|[Ss]en|SEN|[Rr]ep|REP|Rev|REV|St|ST|Fr|FR|Jan|JAN|Feb|FEB|Mar|Apr|APR|Aug|AUG
        |Sept?|SEPT?|Oct|OCT|Nov|NOV|Dec|DEC|Cpl|CPL|Pvt|PVT|Cmdr|CMDR|Insp|INSP|Supt|SUPT|Lic|LIC|Ing|ING|Jr|JR|Sr|SR|Mt|MT
        |Inc|INC|Corp|CORP|Ltd|LTD|[Nn]o(?=\.\s?[0-9])|NO(?=\.\s?[0-9])|[A-Z](?=\.\s[A-Z]))\.
    | [^\W\d_][^\W_]*(?:(?:-+|'(?![sS]\b)|&|@)[^\W_]+)*                 # words, al-Zour, O'Brien, don't
    | '[sS]\b
    | -{2,} | \.{2,}
    | \S
    """,
    re.VERBOSE,
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

"""Who tells what a sentence tells: where "Officials said that" ends, and ", police said." begins.

What is told has a subject and a verb of its own. The teller's verb is none of them, and the rules
that look for the next verb, or for how a clause begins or ends, must not meet it.
"""

import re
from collections.abc import Sequence

from coder.grammar.chunks import Chunk
from coder.lexicon.closed import TOLD
from coder.lexicon.words import noun_classes

# In tags: ", police said.", ", a priest told AFP on Monday."; "Officials said that".
_TAGS_BEHIND = re.compile(r",[DJNEns#PSeR]{1,8}([VZL])(?:A|P?t{1,3}){0,3}\.?\Z")
_TAGS_BEFORE = re.compile(r"[DJNEns#]{1,5}([VZL])U")
# The same in kinds of chunks; before, also "The mayor told AFP on Monday that".
_BEHIND = re.compile(r",N(?:PN)*(?P<verb>[VX])(?:A|P?t)*\.?\Z")
_BEFORE = re.compile(
    r"(?:A,?|PN,)?N(?:PN)*(?P<verb>[VX])(?P<heard>A?)(?:(?:A|P?t|P?N)*(?P<that>U))?"
)
# "told reporters | a bomb went off": who hears it stands beside what is told without a mark.
_HEARER = re.compile(r"(?<=[VX])N(?=N[PNCtA]*[VX])")


def told_in_tags(tags: str, norms: Sequence[str]) -> tuple[int, int]:
    """Where the tags of what is told begin and end: all of them where nobody tells it."""
    before = _TAGS_BEFORE.match(tags)
    behind = _TAGS_BEHIND.search(tags) if "," in tags else None
    asserting = noun_classes()["asserting"]
    start = before.end() if before is not None and norms[before.start(1)] in asserting else 0
    is_behind = behind is not None and norms[behind.start(1)] in asserting
    return start, behind.start() if behind is not None and is_behind else len(tags)


def without_hearer(kinds: str, chunks: Sequence[Chunk], norms: Sequence[str]) -> str:
    """The kinds of chunks with who hears what is told as no group of it."""
    hearer = None if TOLD.isdisjoint(norms) else _HEARER.search(kinds)
    if hearer is None:
        return kinds
    at = hearer.start()
    verb = chunks[at - 1]
    is_told = norms[verb.head] in TOLD and not verb.passive
    return f"{kinds[:at]}A{kinds[at + 1 :]}" if is_told else kinds


def told_in_chunks(kinds: str, heads: Sequence[str], firsts: Sequence[str]) -> tuple[int, int]:
    """Where the chunks of what is told begin and end: all of them where nobody tells it.

    ``heads`` and ``firsts`` are the head and first words of the chunks.
    """
    behind = _BEHIND.search(kinds)
    is_behind = behind is not None and _tells(heads[behind.start("verb")])
    end = behind.start() if behind is not None and is_behind else len(kinds)
    before = _BEFORE.match(kinds)
    if before is None or not _tells(heads[before.start("verb")]):
        return 0, end
    that = before.end("that")
    start = that if that > 0 and firsts[that - 1] == "that" else before.end("heard")
    return start if start < len(kinds) else 0, end


def _tells(word: str) -> bool:
    return word in TOLD or word in noun_classes()["asserting"]

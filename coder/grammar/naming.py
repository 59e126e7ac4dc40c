"""What a sentence says it was not, and what others only call it.

The chunks of "what it called" are taken out of the row, so that every walk sees the thing itself.

What is only denied beside what is told is taken out of the row of chunks.
"""

from coder.grammar.chunks import Chunk
from coder.lexicon.closed import ALL_OF_BE
from coder.lexicon.words import noun_classes

WHAT = "what"
_OF_ACTS = frozenset({"in", "of", "after", "for", "by"})  # an act, or whose it is
_LINKS = frozenset({"as", "like"})
_NOT, _BUT = "not", "but"


def without_naming(norms: tuple[str, ...], chunks: list[Chunk]) -> list[Chunk]:
    """The chunks of a sentence without what only tells who names a thing so."""
    kept: list[Chunk] = []
    at = 0
    while at < len(chunks):
        if norms[chunks[at].first] == WHAT:
            if norms[chunks[at].first - 1] not in _OF_ACTS:
                at = _behind_naming(norms, chunks, at) or at
            elif kept and (norms[kept[-1].first] == "by" or kept[-1].first == 0):
                at = _behind_naming(norms, chunks, at) or _behind_aside(norms, chunks, at)
        kept.append(chunks[at])
        at += 1
    return kept


def _behind_aside(norms: tuple[str, ...], chunks: list[Chunk], what: int) -> int:
    """Behind words the tags have set apart: "killed by | what residents called | rebels"."""
    at = what
    while _kind(chunks, at) == "A":
        at += 1
    is_apart = at > what and _kind(chunks, at) == '"' and norms[chunks[at].first].isalpha()
    return at + 1 if is_apart and _kind(chunks, at + 1) == "N" else what


def _behind_naming(norms: tuple[str, ...], chunks: list[Chunk], what: int) -> int | None:
    """The chunk of the thing behind "what doctors called"; null where none follows."""
    at = what + 1
    if chunks[what].last - chunks[what].first == 1 and _kind(chunks, at) == "N":
        at += 1
    if _kind(chunks, at) not in "VX" or norms[chunks[at].head] not in noun_classes()["calling"]:
        return None
    is_said = norms[chunks[at].head] in noun_classes()["said_to_be"]
    at += 1
    if _kind(chunks, at) in "VI" and norms[chunks[at].head] in ALL_OF_BE:
        at += 1
    elif is_said:
        return None
    elif _kind(chunks, at) in "PA" and norms[chunks[at].first] in _LINKS:
        at += 1
    return at if _kind(chunks, at) == "N" else None


def _kind(chunks: list[Chunk], at: int) -> str:
    return chunks[at].kind if at < len(chunks) else "."


def without_contrast(norms: tuple[str, ...], chunks: list[Chunk]) -> list[Chunk]:
    """The chunks without the groups that another one beside them takes the place of."""
    kept: list[Chunk] = []
    at = 0
    while at < len(chunks):
        at = _behind_contrast(norms, chunks, at)
        kept.append(chunks[at])
        at += 1
    return kept


def _behind_contrast(norms: tuple[str, ...], chunks: list[Chunk], at: int) -> int:
    """Behind "not the mayor but", ", not villagers"; ``at`` itself where nothing is denied so."""
    if chunks[at].kind == "N" and norms[chunks[at].first - 1] == _NOT and at + 2 < len(chunks):
        is_other = norms[chunks[at + 1].first] == _BUT and chunks[at + 2].kind == "N"
        return at + 2 if is_other else at  # "it was not | villagers but gunmen"
    is_apart = chunks[at].kind == ","
    group = at + is_apart
    if is_apart and group < len(chunks) and norms[chunks[group].first] == "and":
        group += 1
    if group + 2 >= len(chunks) or norms[chunks[group].first] != _NOT:
        return at
    group += chunks[group].kind == "!"
    group += chunks[group].kind == "P"
    if chunks[group].kind not in "Nt" or group + 2 >= len(chunks):
        return at
    behind = chunks[group + 1]
    if norms[behind.first] == _BUT and not is_apart:
        return group + 2
    is_closed = is_apart and behind.kind == "," and chunks[group + 2].kind in "VXWCP"
    return group + 1 + (chunks[group + 2].kind in "VX") if is_closed else at

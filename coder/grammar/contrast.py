"""Who and what a sentence says it was not: "not the mayor but a judge", "gunmen, not villagers,".

What is only denied beside what is told is taken out of the row of chunks.
"""

from coder.grammar.chunks import Chunk

_NOT, _BUT = "not", "but"


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

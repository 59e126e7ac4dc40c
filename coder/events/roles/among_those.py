"""Who is meant by "those" in "among those killed was a nurse": who is told to be among them.

In: whom a verb befell. Out: the same, or where nobody knows how many "those" were, the group that
the sentence says was one of them. Who is among a number of people told stays a part of these.
"""

from coder.events.reading import Reading
from coder.lexicon.closed import BE, IS_ARE

_THOSE = frozenset({"those", "people", "persons"})
_AMONG = frozenset({"among", "amongst"})
_HOLDING = BE | {"included", "include", "includes"}
_BETWEEN = "PNtA,XKJI"


def told_among(reading: Reading, whom: list[int]) -> list[int]:
    """Who is told to be among those whom a verb befell."""
    if len(whom) != 1 or _THOSE.isdisjoint(reading.vocabulary):
        return whom
    clauses = reading.clauses
    those = whom[0]
    if clauses.head_words[those] not in _THOSE or reading.nominal(those).quantity is not None:
        return whom
    at = those - 1
    is_among = at >= 0 and clauses.kinds[at] == "P" and clauses.first_words[at] in _AMONG
    if is_among and at and _is_holding(reading, at - 1):
        return clauses.subject(at - 1) or whom  # "a nurse was among those killed"
    if at > 0 and not is_among:
        return whom
    behind = _holding_behind(reading, those)
    if behind is not None and not is_among and clauses.head_words[behind] in IS_ARE:
        return whom  # "those who were kidnapped are": who was told of before
    return (clauses.objects(behind) if behind is not None else []) or whom


def _holding_behind(reading: Reading, those: int) -> int | None:
    """The verb that tells who they were: "among those killed in Gao on Friday | were two nuns"."""
    kinds = reading.clauses.kinds
    at = those + 1
    while at < len(kinds) and (kinds[at] in _BETWEEN or kinds[at - 1 : at + 2] == "NWV"):
        if kinds[at] in "XK" and at > those + 1 and _is_holding(reading, at):
            return at
        at += 2 if kinds[at] == "W" else 1
    return at if at < len(kinds) and _is_holding(reading, at) else None


def _is_holding(reading: Reading, verb: int) -> bool:
    group = reading.clauses.chunks[verb]
    return group.kind in "VX" and reading.sentence.norms[group.head] in _HOLDING

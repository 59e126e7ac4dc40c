"""What only counts an act among others: ", the third policeman killed in Karachi this week".

Such an apposition, or "she is the third journalist to be murdered this year", tells of no second
act, and its time is the period that is counted over.
"""

from bisect import bisect_left
from collections.abc import Sequence

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.grammar import Clauses
from coder.lexicon.words import noun_classes
from coder.rules.model import GROUND
from coder.values.labels import DatePrecision
from coder.values.mentions import TimeExpression

COARSE = frozenset({DatePrecision.WEEK, DatePrecision.MONTH, DatePrecision.YEAR})
_NONE = range(0)
_ENDS = frozenset(",;:.WV")
_HARMED = frozenset("XI")  # "the third policeman killed", "the 100th to die"
_NUMBERED = ("st", "nd", "rd", "th")
_BEING = frozenset({"is", "was", "became", "becomes"})
_KNOWN = frozenset({"he", "she", "the", "it", "this", "that"})
_LATEST = "latest"
_VAGUE = frozenset({"first", _LATEST})


def ranking(reading: Reading) -> range:
    """The tokens of the apposition of a sentence that ranks; empty in most sentences."""
    if reading.ranked is None:
        starts = reading.sentence.starts
        periods = [
            bisect_left(starts, time.start) for time in reading.times if _is_counted_over(time)
        ]
        reading.ranked = _ranking(reading.clauses, periods)
    return reading.ranked


def _ranking(clauses: Clauses, periods: Sequence[int]) -> range:
    """``periods`` are the first tokens of the times that may be what is counted over."""
    for opening in (",N", "VN"):
        at = clauses.kinds.find(opening)
        while at >= 0:
            until = _end(clauses.kinds, at + 1)
            if _ranks(clauses, at + 1, until, periods) and (
                clauses.kinds[at] == "," or _is_said_to_be(clauses, at)
            ):
                return range(clauses.chunks[at].first, clauses.chunks[until - 1].last)
            at = clauses.kinds.find(opening, at + 1)
    return _NONE


def _is_said_to_be(clauses: Clauses, at: int) -> bool:
    """As in "she is | the third reporter to be killed", "the dead man was": of somebody known."""
    if clauses.head_words[at] not in _BEING:
        return False
    subject = clauses.subject(at)
    first = clauses.first_words[subject[0]] if subject else ""
    return first in _KNOWN


def _is_counted_over(time: TimeExpression) -> bool:
    """As in "this week", "since May", "in a month": a time that acts may be counted over."""
    return time.is_open_start or time.precision in COARSE or time.first is None


def _is_ordinal(norm: str) -> bool:
    """As in "third", "100th"; not "first"."""
    return norm in noun_classes()["ordinal"] or (norm[0].isdigit() and norm.endswith(_NUMBERED))


def counts_by_ordinal(reading: Reading, at: int) -> bool:
    """As in "the third journalist", "the 40th": a group that counts one among others."""
    clauses = reading.clauses
    if at < 0 or clauses.kinds[at] != "N":
        return False
    group = clauses.chunks[at]
    return any(map(_is_ordinal, reading.sentence.norms[group.first : group.head]))


def _end(kinds: str, at: int) -> int:
    while at < len(kinds) and kinds[at] not in _ENDS:
        at += 1
    return at


def _ranks(clauses: Clauses, at: int, until: int, periods: Sequence[int]) -> bool:
    """Whether a group with an ordinal is counted over a period, or is of whom harm befell.

    "The second near the mosque", "the second killed two" go on with what is told. The latest is one
    of a series ("the latest in a row of raids") or of a period.
    """
    norms, kinds = clauses.norms, clauses.kinds
    group = clauses.chunks[at]
    inside = norms[group.first + 1 : group.head + 1]
    is_vague = not _VAGUE.isdisjoint(inside)
    if norms[group.first] != "the" or not (is_vague or any(map(_is_ordinal, inside))):
        return False
    if kinds[at + 1 : at + 3] == "XN":
        return False
    last = clauses.chunks[until - 1].last
    if any(group.first < token < last for token in periods):
        return True
    if norms[group.head] == _LATEST:
        return norms[group.head + 1 : group.head + 2] == ("in",)
    is_kind = not is_vague and not _is_ordinal(norms[group.head])
    return is_kind and ("such" in inside or kinds[at + 1 : at + 2] in _HARMED)


def ranks_no_act(reading: Reading, at: int) -> bool:
    """As in "the country's second city", "the second biggest group", "the second killing ten"."""
    clauses = reading.clauses
    number = clauses.at_token[at]
    if clauses.kinds[number] != "N":
        return False
    is_one_of_row = clauses.chunks[number].head == at and clauses.kinds[number + 1] == "G"
    is_ranked = any(norm.endswith("est") for norm in reading.sentence.norms[at + 1 : at + 2])
    return is_one_of_row or is_ranked or not GROUND.isdisjoint(reading.nominal(number).fillers)


def without_ranking(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Without the acts that only rank what is told: "..., the third policeman killed this week"."""
    tokens = ranking(reading) if drafts else _NONE
    told = [draft for draft in drafts if draft.first not in tokens]
    is_of_known = bool(tokens) and not told and reading.sentence.norms[tokens.start] in _BEING
    return told if is_of_known or any(it.support != "dependent" for it in told) else drafts


def only_ranks(draft: Draft, token: int) -> bool:
    """As in "shot a priest, the fourth such killing this year": the period that is counted over."""
    tokens = ranking(draft.reading)
    return token in tokens and draft.first not in tokens


def counts_times(reading: Reading, time: TimeExpression) -> bool:
    """As in "for the fifth time this year": a period over which acts are counted."""
    at = bisect_left(reading.sentence.starts, time.start)
    return reading.sentence.norms[max(at - 1, 0)] == "time"

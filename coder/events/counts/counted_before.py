"""Who stands before a participle: "six men at prayer | shot dead", "6 dead and 60 | hurt"."""

from coder.events.reading import Reading
from coder.lexicon.closed import AMONG_INCLUDING, OTHERS

_FATES = frozenset({"dead", "killed", "wounded", "injured", "missing", "kia"})


def without_fates(reading: Reading, groups: list[int]) -> list[int]:
    """As in "6 dead and at least 60 | hurt": what befell the first is told with them.

    So it is of "killed three, among them women and children, and nine others | hurt".
    """
    norms, chunks = reading.sentence.norms, reading.clauses.chunks
    if len(groups) > 1 and norms[chunks[groups[-1]].last - 1] in OTHERS:
        opening = groups[0] - 1
        words = reading.clauses.first_words[max(opening - 1, 0) : opening + 1]
        if any(word in AMONG_INCLUDING for word in words):
            return groups[-1:]
    return [n for n in groups[:-1] if norms[chunks[n].last - 1] not in _FATES] + groups[-1:]


def before_place(reading: Reading, number: int) -> int:
    """As in "six men at prayer | shot dead", "58 villagers returning from market | slain".

    Where nothing but a phrase stands between them and the participle, who was counted came to harm,
    also in "five members of one family | killed".
    """
    clauses = reading.clauses
    start = clauses.phrase_start(number)
    if clauses.before_including(number) == number and clauses.first_words[start or 0] == "among":
        return number  # "Two soldiers among five | killed"
    if not start or "V" in clauses.kinds[slice(*clauses.clause(number))]:
        return number
    before = start - 1
    if clauses.kinds[before] == "G":
        before -= 1
    if before < 0 or clauses.kinds[before] != "N":
        return number
    counted = reading.nominal(before)
    is_of = clauses.first_words[start] == "of"
    if is_of and counted.actor is not None and not counted.actor.is_plural:
        return number if reading.nominal(number).quantity is not None else before
    if counted.quantity is None or counted.first != clauses.chunks[before].first:
        return number
    return before if is_of or reading.nominal(number).actor is None else number

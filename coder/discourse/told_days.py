"""The day of an act that names none, told in a sentence behind it that takes the act for known.

As in "Gunmen shot a trader dead. The incident happened on Sunday evening", "It took place around
2 am on Tuesday", "The ugly incident, which occurred last week, ...", "The attackers came
on Sunday".
"""

from collections.abc import Mapping, Sequence

from coder.discourse.acts import Act
from coder.events.reading import Reading
from coder.grammar import Chunk
from coder.lexicon.words import noun_classes
from coder.values.mentions import TimeExpression

_BARE = frozenset({"it", "this", "that"})
_DEFINITE = frozenset({"the", "this", "that"})
_TAKES = frozenset({"took", "takes"})
_SOON = 2  # sentences


def attach_told_days(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give each act without a day the day that one of the next two sentences says it was on."""
    if all(_has_day(act) for act in acts):
        return
    by_sentence: dict[int, list[Act]] = {}
    for act in acts:
        if act.main.countable:
            for at in {draft.reading.sentence.index for draft in act.witnesses}:
                by_sentence.setdefault(at, []).append(act)
    for reading in readings:
        last = _last_before(reading.sentence.index, by_sentence) if reading.times else None
        if last is not None and last.told_time is None and not _has_day(last):
            last.told_time = _told_day(reading)


def _last_before(index: int, by_sentence: Mapping[int, Sequence[Act]]) -> Act | None:
    """The act told last before a sentence, and shortly before it; null where two are."""
    soon = range(index - 1, index - 1 - _SOON, -1) if index > 0 else ()
    told = next((by_sentence[at] for at in soon if at in by_sentence), ())
    return told[0] if len(told) == 1 else None


def _has_day(act: Act) -> bool:
    return any(
        _is_day(time) or time.event_offset_days is not None
        for draft in act.drafts
        for time in draft.times
    )


def _is_day(time: TimeExpression) -> bool:
    return time.first is not None or time.last is not None


def _told_day(reading: Reading) -> TimeExpression | None:
    """The day behind the verb of a sentence that says when something known came about."""
    sentence, clauses = reading.sentence, reading.clauses
    for number, kind in enumerate(clauses.kinds):
        if kind not in "VX":
            continue
        verb = clauses.chunks[number]
        if not _is_known(reading, number, comes_about=_comes_about(reading, verb)):
            continue
        begins = sentence.starts[verb.first]
        return next((time for time in reading.times if begins < time.start and _is_day(time)), None)
    return None


def _comes_about(reading: Reading, verb: Chunk) -> bool:
    norms = reading.sentence.norms
    word = norms[verb.head]
    is_place = norms[verb.last : verb.last + 1] == ("place",)
    return word in noun_classes()["comes_about"] and (word not in _TAKES or is_place)


def _is_known(reading: Reading, verb: int, *, comes_about: bool) -> bool:
    """Whether the subject of a verb takes an act for known.

    As in "The incident occurred", "It happened"; "The attackers arrived".
    """
    clauses, norms, classes = reading.clauses, reading.sentence.norms, noun_classes()
    at = verb - 1
    while at > 0 and clauses.kinds[at] in "W,":
        at -= 1  # "The incident, which occurred"
    if clauses.kinds[:2] == "N," and clauses.kinds[verb - 1] == ",":
        at = 0  # "The incident, it was learnt, occurred"
    if at < 0 or clauses.kinds[at] != "N":
        return False
    group = clauses.chunks[at]
    head = norms[group.head]
    if not comes_about:
        word = norms[clauses.chunks[verb].head]
        return (
            norms[group.first] == "the"
            and head in classes["attacker"]
            and word in classes["coming"]
        )
    if group.last - group.first == 1:
        return head in _BARE and at == 0
    return norms[group.first] in _DEFINITE and head in classes["anaphor"] | classes["retold_act"]

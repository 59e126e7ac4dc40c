"""Acts told by the days between them: "the blast came four days after gunmen killed 12 in Duhok".

What stands behind "after" has another place and another day than what the sentence begins with.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.lexicon.closed import A_OR_ANOTHER, KNOWN
from coder.lexicon.words import noun_classes
from coder.values.labels import EventType, TimexType
from coder.values.mentions import COUNTED, TimeExpression

_PARTS_OF_DAY = {"MO": (0, 12), "AF": (12, 18), "EV": (16, 25)}  # hours
_SIGNS = {"after": -1, "before": 1}
_UNITS = {"D": 1, "W": 7}
_OTHER = frozenset({"H", "W", "M", "Y"})
_NEW_CLAUSE = frozenset("VXUWS;.")
_IT = frozenset({"it", "this"})
_OPENING = 2  # chunks: "and | two days | after"
_MOST = 60  # days: longer spans are told in rounder numbers than a day can be reckoned from


def set_days_apart(draft: Draft) -> None:
    """Leave to each of the two acts its own places, and give the second the days between them."""
    reading = draft.reading
    for end, time in _openings(reading):
        if end < draft.chunk and not any(reading.chunk_of(own) > end for own in draft.times):
            draft.times = [time]
    for at, time, days in _marks(reading):
        first = reading.clauses.chunks[at].first
        end = _end_of_opening(reading, at)
        comma = reading.clauses.kinds.rfind(",", 0, at)
        if reading.clauses.kinds[comma - 1] == "t" and comma > 0 and at < end < draft.chunk:
            continue  # "On Sunday, just two days after the vote, bandits killed two": on Sunday
        if at <= reading.clauses.line + _OPENING and end > 0:
            # "Two days after the blast, a bus drove over a mine": counted from that blast
            is_inside = draft.chunk < end
            if draft.chunk > end and all(other.first is None for other in draft.times):
                draft.times = [_shifted(draft, time, -days)]
            elif is_inside and not any(reading.chunk_of(own) < end for own in draft.times):
                draft.times = [_shifted(draft, time, days)]
            continue
        if draft.chunk < at:
            draft.places = [place for place in draft.places if place.first < first]
            continue
        draft.places = [place for place in draft.places if place.first > first] or draft.places
        if not any(_is_behind(draft, other, first) for other in draft.times):
            draft.times = [_shifted(draft, time, days)]


def _end_of_opening(reading: Reading, at: int) -> int:
    """Where "two days after the blast" ends: at a comma, or with the known act before a subject."""
    clauses = reading.clauses
    if clauses.kinds[at : at + 3] == "PNN":
        group = clauses.chunks[at + 1]
        is_known = reading.sentence.norms[group.first] in KNOWN
        if is_known and group.head in reading.event_heads:
            return at + 1
    return clauses.kinds.find(",", at)


def without_days_beside(
    draft: Draft, times: list[tuple[int, int, TimeExpression]]
) -> list[tuple[int, int, TimeExpression]]:
    """Without the days of what an act is only set beside, where it has a day of its own.

    As in "After clashes on Sunday, two were killed on Monday", "On Sunday, ahead of a summit on 20
    April, two were killed", "Unlike on Saturday, two were killed on Sunday". And without those of
    what is set beside it: "shops shut on Tuesday after a raid on Sunday".
    """
    if len(times) == 1 or noun_classes()["beside_prep"].isdisjoint(draft.reading.vocabulary):
        return times
    start = _start_of_setting(draft)
    own = [
        item
        for item in times
        if (number := draft.reading.chunk_of(item[2])) >= start
        and not _is_set_beside(draft, number)
        and not _counts_from_act(draft, item[2])
    ]
    return own if any(item[2].first is not None for item in own) else times


def _openings(reading: Reading) -> Iterator[tuple[int, TimeExpression]]:
    """The comma behind "two days after the raid on Friday, ...", and the day that is counted so."""
    time = reading.times[0] if reading.times else None
    if time is not None and _is_counted(time) and reading.chunk_of(time) == reading.clauses.line:
        end = reading.clauses.kinds.find(",", reading.clauses.line)
        if end > 0:
            yield end, time


def _is_counted(time: TimeExpression) -> bool:
    return (time.note or "").startswith(COUNTED) and time.event_offset_days is None


def _counts_from_act(draft: Draft, time: TimeExpression) -> bool:
    """As in "two days after guards | shot a clerk on Friday, crowds marched": not its day."""
    reading = draft.reading
    return reading.chunk_of(time) < draft.chunk and any(
        other.first is not None
        and time.note == f"{COUNTED} {other.first}"
        and draft.chunk < reading.chunk_of(other)
        for other in reading.times
    )


def _start_of_setting(draft: Draft) -> int:
    """Where "after a raid" begins that an act stands in, as a group; 0 where it stands in none."""
    clauses = draft.reading.clauses
    at = draft.chunk
    while draft.support != "verb" and at > 0 and clauses.kinds[at - 1] == "P":
        if clauses.first_words[at - 1] in noun_classes()["beside_prep"]:
            return at
        at -= 2
    return 0


def _is_set_beside(draft: Draft, number: int) -> bool:
    """Whether a time says when something behind "after", "despite" or "ahead of" was."""
    clauses = draft.reading.clauses
    kinds, at = clauses.kinds, number
    if kinds.endswith("NP", 0, at):
        while kinds.endswith("NP", 0, at):  # "after clashes | near | Homs | on | Sunday"
            if draft.chunk == at - 2:
                return False
            at -= 2
    elif kinds.endswith("PP", 0, at) or kinds.endswith("PN", 0, at):
        at -= 1  # "unlike | on | Saturday", "after | a quiet | Saturday"
    elif kinds[at + 1 : at + 2] == "N" and draft.chunk == at + 1:
        return False
    if not at or kinds[at - 1] != "P":
        return False
    first = clauses.chunks[at - 1].first
    before = draft.reading.sentence.norms[max(first - 1, 0) : clauses.chunks[at - 1].last]
    return not noun_classes()["beside_prep"].isdisjoint(before)


def are_days_apart(one: Draft, other: Draft) -> bool:
    """Whether "so many days after" or "before" stands between two acts of a sentence."""
    first, last = sorted((one.chunk, other.chunk))
    reading = one.reading
    marks = [
        at if at > reading.clauses.line + _OPENING else _end_of_opening(reading, at)
        for at, _, _ in _marks(reading)
    ] + [at for at, _ in _openings(reading)]
    return any(first < at < last for at in marks)


def _marks(reading: Reading) -> Iterator[tuple[int, TimeExpression, int]]:
    """The chunk of "after" behind a span of days, the span, and the days with their sign."""
    if reading.vocabulary.isdisjoint(_SIGNS):
        return
    for time in reading.times:
        days = _days_of(time)
        mark = None if days is None else _mark_behind(reading, time)
        if days is not None and mark is not None:
            at, sign = mark
            yield at, time, sign * days


def _mark_behind(reading: Reading, time: TimeExpression) -> tuple[int, int] | None:
    """The chunk and sign of "after" or "before" between a span of time and an act."""
    clauses = reading.clauses
    at = reading.chunk_of(time) + 1
    if clauses.kinds[at - 1] != "t" or clauses.kinds[at : at + 1] not in ("P", "U"):
        return None
    sign = _SIGNS.get(clauses.first_words[at])
    is_clause = "V" in clauses.kinds[at:].replace("X", "V")
    return (at, sign) if sign is not None and (is_clause or _is_new_act(reading, at + 1)) else None


def _is_long_before(draft: Draft) -> bool:
    """As in "It came a month after 17 were killed in a raid": too long ago to reckon the day.

    Or "hours after", and maybe on the same day.
    """
    reading = draft.reading
    if reading.vocabulary.isdisjoint(_SIGNS) or not _only_dates_known_act(reading):
        return False
    marks = (
        _mark_behind(reading, time)
        for time in reading.times
        if time.type is TimexType.DURATION and (time.value or "")[-1:] in _OTHER
    )
    kinds = reading.clauses.kinds
    return any(
        mark is not None
        and reading.clauses.line + _OPENING < mark[0] < draft.chunk
        and _NEW_CLAUSE.isdisjoint(kinds[mark[0] + 1 : draft.chunk])
        for mark in marks
    )


def _only_dates_known_act(reading: Reading) -> bool:
    """Whether a sentence begins with "it" or the noun of an act and a verb that tells none."""
    clauses = reading.clauses
    if not clauses.kinds.startswith("NV", clauses.line):
        return False
    norms = reading.sentence.norms
    group = clauses.chunks[clauses.line]
    is_act = group.head in reading.event_heads and norms[group.first] in KNOWN
    return is_act or norms[group.head] in _IT


def _is_new_act(reading: Reading, number: int) -> bool:
    """As in "three days after a bombing in Sibi": the noun of an act that nobody knows yet."""
    if reading.clauses.kinds[number : number + 1] != "N":
        return False
    group = reading.clauses.chunks[number]
    is_one = reading.sentence.norms[group.first] in A_OR_ANOTHER or reading.tags[group.first] == "#"
    return is_one and group.head in reading.event_heads


def _is_behind(draft: Draft, time: TimeExpression, token: int) -> bool:
    """Whether a time stands behind a word: "on Wednesday, a day after they seized A" has none."""
    return bisect_left(draft.reading.sentence.starts, time.start) > token


def _days_of(time: TimeExpression) -> int | None:
    """How many days a span of days or weeks has; null for any other time."""
    value = time.value
    if time.type is not TimexType.DURATION or value is None or value[-1] not in _UNITS:
        return None
    number = value[1:-1]
    days = int(number) * _UNITS[value[-1]] if number.isdecimal() else 0
    return days if 0 < days <= _MOST else None


def is_days_apart(draft: Draft) -> bool:
    """Whether a draft is told as so many days before or after the act told with it."""
    if not any(time.event_offset_days or _is_counted(time) for time in draft.times):
        return _is_long_before(draft)
    if any(at < draft.chunk for at, _, _ in _marks(draft.reading)):
        return True
    clauses = draft.reading.clauses
    left, _ = clauses.clause(draft.chunk)
    return bool(left) and clauses.first_words[left - 1] in _SIGNS


def _shifted(draft: Draft, time: TimeExpression, days: int) -> TimeExpression:
    """A day so many days from the one the sentence names, else from that of the act told before."""
    named = {
        other.first: other
        for other in draft.reading.times
        if other.first is not None and other.first == other.last
    }
    if len(named) != 1:
        return replace(time, type=TimexType.DATE, value=None, event_offset_days=days)
    (day,) = named
    at, note = day + timedelta(days=days), f"{COUNTED} {day}"
    return replace(named[day], text=time.text, value=at.isoformat(), first=at, last=at, note=note)


def are_hours_apart(one: Draft, other: Draft) -> bool:
    """As in "shot dead 86 people hours after a bomb killed seven": both tell whom they harmed.

    Or the first only happened: "The raid came hours after a mine killed a guard". Or the second has
    doers of its own: "was shot hours after engineers razed a house".
    """
    harmed = [claim.nominal for draft in (one, other) for claim in draft.claims]
    kinds = one.reading.clauses.kinds
    came = one.construction == "nominal" and kinds[one.chunk + 1 : one.chunk + 3] in {"Vt", "Xt"}
    happened = came or (one.support == "occurrence" and one.construction == "nominal")
    is_wrecked = other.type is EventType.PROPERTY_ATTACK and bool(other.by_role("perpetrator"))
    is_told = bool(one.claims or happened) and (bool(other.claims) or is_wrecked)
    if not is_told or any("pronoun" in whom.fillers for whom in harmed):
        return False
    clauses = one.reading.clauses
    first, last = sorted((one.chunk, other.chunk))
    return any(
        clauses.kinds[at : at + 3] == "tPN" and clauses.first_words[at + 1] in _SIGNS
        for at in range(first + 1, last - 1)
    )


def at_other_hours(one: Draft, other: Draft) -> bool:
    """As in "This morning they beat back a raid", "In the afternoon the militia shelled homes".

    Both told by their verbs, at times of the day that do not meet.
    """
    if one.reading is other.reading or {one.support, other.support} != {"verb"}:
        return False
    spans = [list(filter(None, map(_hours_of, draft.times))) for draft in (one, other)]
    return all(spans) and not any(
        first[0] < second[1] and second[0] < first[1] for first in spans[0] for second in spans[1]
    )


def _hours_of(time: TimeExpression) -> tuple[int, int] | None:
    """From which hour to which a time of the day may be."""
    _, _, told = (time.value or "").partition("T")
    if told[:2].isdigit():
        return int(told[:2]) - 1, int(told[:2]) + 2  # "at about 9 am", "at 9.50"
    return _PARTS_OF_DAY.get(told)

"""Acts of times long past, by who was party to them or by their year."""

from collections.abc import Sequence
from datetime import date, timedelta

from coder.events.drafts import Draft
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.rules.model import PERSONS_IN_ARMS
from coder.values.kinds import TAKINGS
from coder.values.mentions import TimeExpression

LIVING_MEMORY = date(1946, 1, 1)
"""What a text without a date tells of the years before is history."""
_WHOLE_YEAR = timedelta(days=364)
_SAINTS = frozenset({"saint", "saints", "st", "st.", "sts", "sts."})
_SITES = frozenset({"place", "territory", "facility", "armed", "organisation"})
_WARS = frozenset({"war", "wars", "type", "phase", "class"})
_OF_SAINTS, _BYGONE, _OF_KINGS = sign(_SAINTS), sign("bygone"), sign("regnal")
_EARLY_DIGITS = 3
_COUNTED_BACK = frozenset({"time-unit-later", "time-unit-before"})
_BEFORE = frozenset({"earlier", "before"})
_YEARS = frozenset({"year", "years", "decade", "decades", "months"})
_LONG = _YEARS | {"year", "decade", "century"}
_BEFORE_THIS = frozenset({"earlier", "previous"})
_CAUSING = frozenset({"in", "by", "during"})
_SINCE_AFTER = frozenset({"since", "after"})
_PASSED = frozenset({"passed", "elapsed", "gone"})
_MAX_SUBJECT = 6  # chunks of a subject
_FEW = frozenset({"two", "2", "couple", "few"})  # "two months earlier" is still news
_ENDING = frozenset({".", ",", ";", ")", "ad", "ce", "by", "when"})


def is_by_bygone(draft: Draft) -> bool:
    """As in "Viking raiders burnt the abbey": people of times long past are party to the act."""
    reading = draft.reading
    norms = reading.sentence.norms
    if (
        (reading.signs & _OF_SAINTS and _is_of_saint(draft))
        or (reading.signs & _OF_KINGS and _is_of_king(draft))
        or _is_long_before(draft)
        or _is_of_earlier_act(draft)
    ):
        return True
    if "in" in reading.vocabulary and _is_in_early_year(
        norms[draft.last :] if draft.times else norms
    ):
        return True
    if not reading.signs & _BYGONE:
        return False
    bygone = noun_classes()["bygone"]
    return any(
        kind == "N"
        and not bygone.isdisjoint(norms[group.first : group.last])
        and (
            (not draft.times and reading.nominal(number).fillers & PERSONS_IN_ARMS)
            or any(filler.nominal.chunk == number for filler in draft.fillers)
        )
        and reading.nominal(number).weapon is None
        for number, (kind, group) in enumerate(
            zip(reading.clauses.kinds, reading.clauses.chunks, strict=True)
        )
    )


def _is_long_before(draft: Draft) -> bool:
    """As in "a year earlier a bomb had killed three": counted from the act told before."""
    return bool(draft.times) and all(
        time.first is None and time.rule_id in _COUNTED_BACK and _is_long(time.text.lower().split())
        for time in draft.times
    )


def _is_long(words: Sequence[str]) -> bool:
    return (
        words[-1] in _BEFORE
        and not _YEARS.isdisjoint(words)
        and (words[-2] != "months" or _FEW.isdisjoint(words))
    )


def is_in_history(draft: Draft) -> bool:
    """Whether the year of an act is long past, whenever the text was written.

    So is what is only named, and known by its day: "those hurt in the 7 July bombings".
    """
    return _is_named_by_day(draft) or any(
        time.last is not None and time.last < LIVING_MEMORY for time in draft.times
    )


def _is_named_by_day(draft: Draft) -> bool:
    reading = draft.reading
    kinds, chunks = reading.clauses.kinds, reading.clauses.chunks
    is_named = draft.support == "bare" or (
        # "jailed for plotting the 7 July bombings"
        draft.support == "light" and draft.governor is not None and kinds[draft.governor] == "G"
    )
    if not is_named or draft.claims or draft.construction != "nominal":
        return False
    group = chunks[draft.chunk]
    is_apart = kinds[draft.chunk - 1 : draft.chunk] == "t"  # "the 9 March | raid"
    first = chunks[draft.chunk - 1].first if is_apart else group.first
    starts = reading.sentence.starts
    return reading.sentence.norms[first] == "the" and any(
        time.first is None and starts[first] <= time.start < starts[group.head]
        for time in draft.times
    )


def _is_in_early_year(norms: Sequence[str]) -> bool:
    """As in "was killed at Karbala in 680.": three figures behind which nothing is counted."""
    return "in" in norms and any(
        len(norms[at]) == _EARLY_DIGITS
        and norms[at].isdecimal()
        and (norms[at + 1 : at + 2] == () or norms[at + 1] in _ENDING)
        and not norms[at - 2].isdecimal()
        for at in [at for at, before in enumerate(norms[1:-1], 2) if before == "in"]
    )


def _is_of_saint(draft: Draft) -> bool:
    """As in "Saint Cecilia was beheaded": no church or town that is called after one."""
    reading = draft.reading
    numbers = {filler.nominal.chunk for filler in draft.fillers} | set(draft.subjects)
    return not draft.times and any(
        reading.clauses.first_words[number] in _SAINTS
        and reading.nominal(number).fillers.isdisjoint(_SITES)
        for number in numbers
    )


def _is_of_king(draft: Draft) -> bool:
    """As in "Henry VI was murdered": a ruler by his number, and no day; no "World War II"."""
    norms, words = draft.reading.sentence.norms, draft.reading.sentence.words
    return not draft.times and any(
        norms[it.last - 1] in noun_classes()["regnal"]
        and words[it.last - 1].isupper()
        and it.last - it.first > 1
        and words[it.last - 2].istitle()
        and norms[it.last - 2] not in _WARS
        for it in (filler.nominal for filler in draft.fillers)
        if it.weapon is None
    )


def _is_of_earlier_act(draft: Draft) -> bool:
    """As in "the men, wounded in an earlier raid, were flown out": the raid is no news."""
    reading = draft.reading
    if draft.support != "verb" or _BEFORE_THIS.isdisjoint(reading.vocabulary):
        return False
    clauses = reading.clauses
    at = draft.chunk + 1
    if clauses.kinds[at : at + 2] != "PN" or clauses.first_words[at] not in _CAUSING:
        return False
    group = clauses.chunks[at + 1]
    return not _BEFORE_THIS.isdisjoint(reading.sentence.norms[group.first : group.head])


def has_lasted(draft: Draft) -> bool:
    """As in "whom they have held captive for more than ten years": they hold them, and no news.

    And in "which has shelled the town for nine months".
    """
    clauses, norms = draft.reading.clauses, draft.reading.sentence.norms
    group = clauses.chunks[draft.chunk]
    if draft.support != "verb" or "H" not in group.aux:
        return False
    _, right = clauses.clause(draft.chunk)
    if draft.type in TAKINGS:
        behind = norms[group.last : clauses.chunks[right - 1].last]
        return "for" in behind and not _LONG.isdisjoint(behind)
    return any(
        clauses.first_words[at - 1] == "for" and not _LONG.isdisjoint(norms[span.first : span.last])
        for at, span in enumerate(clauses.chunks[:right])
        if at > draft.chunk + 1 and clauses.kinds[at - 1 : at + 1] == "Pt"
    )


def is_long_after(draft: Draft) -> bool:
    """As in "two years after a bomb killed her brother": the clause only dates something else.

    And in "it is ten years since he was shot", "a year has passed since the murder".
    """
    reading = draft.reading
    kinds, chunks = reading.clauses.kinds, reading.clauses.chunks
    norms = reading.sentence.norms
    if "t" not in kinds:
        return False
    verb = draft.chunk if draft.support == "verb" else None
    if draft.support == "cause":
        verb = draft.governor
    at = (draft.chunk if verb is None else verb) - 1
    while verb is not None and at > 0 and kinds[at] in "NCAt":
        at -= 1
        if draft.chunk - at > _MAX_SUBJECT:
            return False
    word = reading.clauses.first_words[at] if at > 0 else ""
    if word not in _SINCE_AFTER:
        return False
    at -= kinds[at - 1] in "AP" and word == "since"  # "have gone | by | since"
    if reading.clauses.head_words[at - 1] in _PASSED:
        at -= 1  # "years have passed since"
    span = chunks[at - 1]
    return kinds[at - 1] == "t" and not _LONG.isdisjoint(norms[span.first : span.last])


def as_of(time: TimeExpression, last: date, told: date) -> date:
    """The day a time is as old as: "in 1998" is the middle of it, once the year is over."""
    if time.first is None or last >= told or last - time.first < _WHOLE_YEAR:
        return last
    return time.first + (last - time.first) / 2

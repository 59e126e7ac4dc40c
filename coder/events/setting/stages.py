"""Days of what came later: "Four teachers who were kidnapped in Kaduna were freed on Sunday".

In: the drafts of one sentence with their times. An act told beside its later stage, such as a
release, an arrest, a trial or a burial, does not have the day of that stage.
"""

from bisect import bisect_left
from collections.abc import Sequence

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.status.ranked import COARSE
from coder.lexicon.words import noun_classes
from coder.values.kinds import CUSTODY
from coder.values.labels import DateBasis, EventType
from coder.values.mentions import TimeExpression

_BESIDE = frozenset({"nominal", "participle", "gerund"})
_LEFT_SO = frozenset({"WXN", "WVN"})
_SCENES = frozenset({"scene", "site", "place", "spot", "location"})
_VERBS = "VXKGI"
_RELEASE = EventType.RELEASE
_ARREST, _CHARGED = EventType.ARREST, frozenset({"for", "of", "over"})


def part_days_of_stages(drafts: Sequence[Draft]) -> None:
    """Take the days of later stages from acts told beside them, and a dated abduction's from both.

    "Set free on Friday after his abduction on June 8" has two days, one for each.
    """
    for draft in drafts:
        if draft.times and draft.type not in CUSTODY and _is_beside(draft):
            stages = _stages(draft.reading, drafts) - {draft.chunk}
            if stages:
                draft.times = [time for time in draft.times if not _is_of(stages, time, draft)]
        elif draft.type is _RELEASE and draft.construction != "nominal":
            draft.times = [time for time in draft.times if not _is_of_cause(draft, time)]
        elif draft.type is _ARREST and draft.times:
            draft.times = [time for time in draft.times if not _is_of_charge(draft, time)]


def _is_of_charge(draft: Draft, time: TimeExpression) -> bool:
    """As in "arrested a man for last month's ambush", "sought for Monday's raid": no day of it."""
    reading = draft.reading
    clauses, number = reading.clauses, reading.chunk_of(time)
    return (
        number - 1 > draft.chunk
        and clauses.kinds[number - 1 : number + 1] == "PN"
        and clauses.chunks[number].head in reading.event_heads
        and clauses.first_words[number - 1] in _CHARGED
    )


def _is_beside(draft: Draft) -> bool:
    """Whether an act is told by a noun, a participle or a clause about somebody."""
    kinds = draft.reading.clauses.kinds
    before = kinds[max(draft.chunk - 3, 0) : draft.chunk]
    # "who were taken", "whom gunmen took", "a raid that left ten dead"
    is_relative = before.endswith(("W", "WN")) or before in _LEFT_SO
    return draft.construction in _BESIDE or is_relative


def _stages(reading: Reading, drafts: Sequence[Draft]) -> set[int]:
    clauses, norms = reading.clauses, reading.sentence.norms
    words = noun_classes()["later_stage"]
    # "the killing of nine rebels and the arrest of four on Monday": one row, one day
    found = {
        draft.chunk
        for draft in drafts
        if draft.type in CUSTODY
        and not (draft.construction == "nominal" and clauses.kinds[draft.chunk - 1] == "C")
    }
    if not words.isdisjoint(reading.vocabulary):
        found |= {
            number
            for number, group in enumerate(clauses.chunks)
            if group.kind in "VX" and norms[group.head] in words
        }
    return found


def _is_of(stages: set[int], time: TimeExpression, draft: Draft) -> bool:
    """Whether a time stands with a later stage, which the act stands before or behind."""
    at = draft.reading.chunk_of(time)
    kinds = draft.reading.clauses.kinds
    return any(
        (draft.chunk < stage < at or max(stage, at) < draft.chunk)
        and not any(kind in _VERBS for kind in kinds[min(stage, at) + 1 : max(stage, at)])
        for stage in stages
    )


def _is_of_cause(draft: Draft, time: TimeExpression) -> bool:
    """As in "freed following his abduction on June 8": the day of the noun behind "following"."""
    reading = draft.reading
    clauses, at = reading.clauses, reading.chunk_of(time)
    behind = noun_classes()["behind_prep"]
    return time.basis is DateBasis.EXPLICIT and any(
        clauses.chunks[noun].head in reading.event_heads and clauses.first_words[noun - 1] in behind
        for noun in range(draft.chunk + 2, at)
    )


def is_of_what_went_before(draft: Draft, number: int) -> bool:
    """As in "shot a trader; he had been warned last month": the time of that, not of the act."""
    clauses = draft.reading.clauses
    kinds = clauses.kinds
    verb = kinds.rfind("V", draft.chunk + 1, max(number, draft.chunk + 1))
    if verb < 0 or clauses.first_words[verb] != "had":
        return False
    between = kinds[draft.chunk + 1 : verb]
    return between.endswith("N") and (":" in between or ",C" in between)


def is_in_aside(draft: Draft, time: TimeExpression, number: int) -> bool:
    """As in "Ruiz, wanted for a murder in 1984, was arrested on Monday": of whom it was done to.

    A day is left to the verb where it has no other: "the men, seized on Monday, were freed".
    """
    if _dates_known_scene(draft, time, number) or _dates_whom_aside(draft, time, number):
        return True
    reading = draft.reading
    kinds, at = reading.clauses.kinds, draft.chunk
    if draft.support != "verb" or number >= at or kinds[at - 1 : at] != ",":
        return False
    subject = reading.clauses.subject(at)
    opening = kinds.find(",", max(subject)) if subject else -1
    if not 0 <= opening < number or kinds[opening + 1] not in "XKG":
        return False
    return time.precision in COARSE or any(
        other.first is not None and reading.chunk_of(other) > at for other in reading.times
    )


def _dates_whom_aside(draft: Draft, time: TimeExpression, number: int) -> bool:
    """As in "the group, founded in 1970, made its name when it took hostages": of the group."""
    if time.precision not in COARSE:
        return False
    kinds = draft.reading.clauses.kinds
    opening, closing = kinds.rfind(",", 0, number), kinds.find(",", number, draft.chunk)
    return (
        kinds[opening - 1 : opening] == "N"
        and kinds[opening + 1 : opening + 2] in tuple("XK")
        and kinds[closing + 1 : closing + 2] in tuple("VX")
        and 0 < opening < closing
    )


def _dates_known_scene(draft: Draft, time: TimeExpression, number: int) -> bool:
    """As in "went off near the site of Friday's ambush": the day of that attack."""
    reading = draft.reading
    noun = number + (reading.clauses.kinds[number] != "N")
    if _SCENES.isdisjoint(reading.vocabulary) or draft.chunk == noun:
        return False
    token = bisect_left(reading.sentence.starts, time.start)
    before = reading.sentence.norms[max(0, token - 2) : token]
    return before[-1:] == ("of",) and before[0] in _SCENES


def is_of_scene(draft: Draft, time: TimeExpression, number: int) -> bool:
    """As in "the attack was at A, where they had moved in May": what the place is known for."""
    if time.precision not in COARSE or number < draft.chunk:
        return False
    clauses = draft.reading.clauses
    at = clauses.kinds.rfind("W", draft.chunk, number)
    if at < 0:
        return False
    is_place = clauses.first_words[at] == "where"
    return is_place or clauses.kinds[at - 1] == "P"


def is_embedded(draft: Draft, time: TimeExpression) -> bool:
    """As in "marched to demand that the army return to posts it left in June": of what is said."""
    number = draft.reading.chunk_of(time)
    return not {"U", "W"}.isdisjoint(draft.reading.clauses.kinds[draft.chunk : number])

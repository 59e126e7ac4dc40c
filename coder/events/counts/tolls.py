"""The number a toll has reached: "rose to 61", "stands at 63", "bringing to 12 the number"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import is_rank
from coder.events.status.summing import is_period
from coder.lexicon.closed import IN_DURING
from coder.lexicon.words import noun_classes
from coder.mentions.quantities import measures_persons
from coder.values.labels import CasualtyKind, Qualifier
from coder.values.mentions import Quantity, TimeExpression

_MAX_WALK = 24
_STOPS = "UW:"
_SINCE, _TOLL = "since", "toll"
_SAYING = frozenset({"said", "says", "say"})
_OVER = frozenset({"over", "of"})
_STRETCH = "NPCXJt#,A"
_LASTING = re.compile(r"-(?:day|week|month|year)(?:-|$)")
_LENGTHS = frozenset({"weeks", "months", "years", "decades"})
_SUMMED = frozenset({"count", "number", "toll", "total"})
_GOALS = ("to", "at", "of")
_SPANS = frozenset({"day", "night", "week", "weekend", "month", "year"})
_ACROSS = frozenset({"across", "around", "throughout"})
_BEHIND_TOLL = 8  # words: "from raids and ambushes across the country"
_HOLDING = frozenset({"included", "includes", "include"})  # "the toll included 25 soldiers"
_FATES = {
    "displaced": CasualtyKind.DISPLACED,
    "homeless": CasualtyKind.DISPLACED,
    "arrested": CasualtyKind.ARRESTED,
    "arrests": CasualtyKind.ARRESTED,
    "detained": CasualtyKind.ARRESTED,
    "missing": CasualtyKind.MISSING,
    "abducted": CasualtyKind.ABDUCTED,
    "kidnapped": CasualtyKind.ABDUCTED,
    "hostages": CasualtyKind.ABDUCTED,
    "captives": CasualtyKind.ABDUCTED,
}
_INJURED = frozenset({"wounded", "injured", "injuries", "hurt"})


def toll_number(reading: Reading, number: int) -> tuple[int, Quantity] | None:
    """The chunk and the number a toll is said to have reached; ``number`` is the toll's chunk.

    Of several numbers the one behind "to" counts ("from five to eight"), then that behind "at", the
    object of the verb ("has reached 40"), then "of" ("a toll of 119").
    """
    clauses = reading.clauses
    group = clauses.chunks[number]
    own = reading.number_in(number)
    if own is not None and own.last <= group.head and _is_raised(reading, number):
        return number, own
    found: dict[str, tuple[int, Quantity]] = {}
    for at in range(number + 1, min(len(clauses.kinds), number + _MAX_WALK)):
        kind = clauses.kinds[at]
        if kind in _STOPS:
            break
        if kind != "N":
            continue
        if clauses.kinds[at - 1] == "C" and _counts_anew(reading, at):
            break  # "rose to seven and the number of wounded to 46"
        quantity = reading.number_in(at)
        if quantity is None or not measures_persons(reading.sentence, quantity):
            continue
        is_step = clauses.head_words[at - 1] == "by" and quantity.qualifier is Qualifier.RANGE
        way = "to" if is_step else _way_to(reading, at, number)
        quantity = reached(quantity, is_step=is_step)
        if way is not None and (way == "to" or way not in found):
            found[way] = at, quantity
    return next((found[way] for way in ("to", "at", "verb", "of") if way in found), None)


def _counts_anew(reading: Reading, number: int) -> bool:
    """Whether a group opens a second count of its own: "and injuries to", "and the toll in B"."""
    return (
        reading.number_in(number) is None
        and reading.clauses.head_words[number] in _SUMMED | _INJURED
    )


def is_only_feared(draft: Draft) -> bool:
    """As in "the toll may climb above 50", "could raise the toll to 50": nobody counted so many."""
    clauses, number = draft.reading.clauses, draft.chunk
    if "toll" not in draft.frame.tags:
        return False
    if number and clauses.kinds[number - 1] in "VX" and "M" in clauses.chunks[number - 1].aux:
        return True
    for at in range(number, len(clauses.kinds)):
        if draft.reading.number_in(at) is not None:
            return False  # "the toll, now 14, may rise"
        if clauses.kinds[at] in "VXU:":
            return "M" in clauses.chunks[at].aux
    return False


def counts_wider(reading: Reading, number: int) -> bool:
    """Whether the toll in a chunk counts the dead of more acts than the one it is told with.

    As in "raising the day's toll to 42", "the toll from attacks across the country", "the toll of
    such attacks".
    """
    clauses, norms = reading.clauses, reading.sentence.norms
    group = clauses.chunks[number]
    if not _SPANS.isdisjoint(norms[group.first : group.head]):
        return "'s" in norms[group.first : group.head]
    behind = norms[group.last : group.last + _BEHIND_TOLL]
    if behind[:3] in {("of", "the", span) for span in _SPANS} or behind[1:2] == ("such",):
        return True
    return any(
        word in _ACROSS
        and behind[at + 1 : at + 2] == ("the",)
        and behind[at + 2 : at + 3] != ()
        and behind[at + 2] in noun_classes()["land"]
        for at, word in enumerate(behind)
    )


def toll_kind(draft: Draft, number: int, kind: CasualtyKind) -> CasualtyKind:
    """What a toll counts: the injured where its words say so ("the number of wounded").

    Or others that are no dead, by the first such word: "the number of people displaced by".
    """
    reading = draft.reading
    group = reading.clauses.chunks[number]
    last = max(reading.clauses.group_end(number) + 1, draft.last)
    words = reading.sentence.norms[group.first : last]
    fate = fate_of(words)
    if fate is not None:
        return fate
    return kind if _INJURED.isdisjoint(words) else CasualtyKind.INJURED


def fate_of(words: Sequence[str]) -> CasualtyKind | None:
    """What befell those counted where it is no bodily harm: "the number of people displaced"."""
    fate = next((_FATES[word] for word in words if word in _FATES), None)
    return fate if noun_classes()["harmed_killed"].isdisjoint(words) else None


def is_of_toll(draft: Draft, time: TimeExpression) -> bool:
    """Whether a period stands behind the noun that counts, in its clause."""
    reading = draft.reading
    _, right = reading.clauses.clause(draft.chunk)
    chunks = reading.clauses.chunks
    start = reading.sentence.starts[draft.first]
    end = reading.sentence.ends[chunks[min(right, len(chunks)) - 1].last - 1]
    if not is_period(time) or not start < time.start < end:
        return False
    norms = reading.sentence.norms[: bisect_left(reading.sentence.starts, time.start) + 1]
    return not any(  # "the deadliest this year", and not "most of them"
        is_rank(norm) and behind != "of" for norm, behind in pairwise(norms[draft.last :])
    )


def tells_toll_of(draft: Draft, time: int) -> bool:
    """As in "raised the toll of the bombing to 78 on Thursday": the day of the toll, not the act's.

    ``time`` is a chunk. A day beside the act stays its own: "of Wednesday's bombing", "of the
    attack staged on Sunday".
    """
    reading, act = draft.reading, draft.chunk
    verb = _toll_verb(reading)
    if verb is None:
        return False
    if verb < time < reading.clauses.clause(verb)[1]:
        return True
    kinds = reading.clauses.kinds
    if draft.support == "dependent":
        return True
    if act < time < verb:
        return False
    if time < reading.clauses.at_token[reading.sentence.norms.index(_TOLL)] < act:
        return True  # "By Tuesday the toll of the bombing had risen"
    between = kinds[min(act, time) : max(act, time)]
    return kinds[act] == "N" and any(kind in "VXG," for kind in between)


def _toll_verb(reading: Reading) -> int | None:
    """The verb that tells how a toll changed, or whose object it is: "gave a toll of nine"."""
    if _TOLL not in reading.vocabulary:
        return None
    changing = noun_classes()["toll_change"]
    clauses = reading.clauses
    heads = [reading.sentence.norms[group.head] for group in clauses.chunks]
    return next(
        (
            number
            for number, kind in enumerate(clauses.kinds)
            if kind in "VXG" and (heads[number] in changing or _is_given(heads, number))
        ),
        None,
    )


def _is_given(heads: list[str], verb: int) -> bool:
    """As in "gave a toll of nine"; what "took a heavy toll" did the harm itself.

    In "said the toll of Monday's raid stands at nine" a clause of its own begins behind the verb.
    """
    if heads[verb + 1 :][:1] != [_TOLL] or heads[verb] in _SAYING:
        return False
    return heads[verb] not in noun_classes()["toll_verb"]


def is_update(reading: Reading) -> bool:
    """Whether a sentence tells how a toll changed ("rose to", "was revised to", "bringing")."""
    return not noun_classes()["toll_change"].isdisjoint(reading.sentence.norms)


def reached(quantity: Quantity, *, is_step: bool = False) -> Quantity:
    """The end of "from 20 to 31", of "by eleven to 31": no range where a toll rises."""
    is_change = is_step or quantity.text.lower().startswith("from")
    if quantity.qualifier is not Qualifier.RANGE or not is_change:
        return quantity
    number = quantity.high
    return replace(quantity, low=number, best=number, high=number, qualifier=Qualifier.EXACT)


def _is_raised(reading: Reading, number: int) -> bool:
    """As in "bringing to 12 | the number": a preposition and a verb of change before it."""
    kinds = reading.clauses.kinds
    return kinds[number - 1 : number] == "P" and kinds[number - 2 : number - 1] in ("G", "V", "X")


def _way_to(reading: Reading, at: int, toll: int) -> str | None:
    """How a number hangs on the toll: by "to", "at", "of", or as object of its verb."""
    clauses = reading.clauses
    before = at - 1
    kind = clauses.kinds[before]
    if clauses.first_words[at] == "from":  # "raised the toll of the raid | from 10 to 12"
        return "to"
    if kind == "P":
        word = clauses.first_words[before]
        if word not in _GOALS or (word == "of" and before != toll + 1):
            return None
        return word
    while before > toll and clauses.kinds[before] in "tA":
        before -= 1
    is_verb = clauses.kinds[before] in "VX" and clauses.head_words[before] not in _HOLDING
    return "verb" if is_verb else None


def sums_from(reading: Reading) -> int | None:
    """The chunk of a noun that sums up over a time; null where none does.

    As in "puts the toll since the fighting began at 528 dead", "bringing to 11 the number of
    troops killed since the offensive", "raised the toll to 537 dead in a 20-week-old war".
    """
    if _SUMMED.isdisjoint(reading.vocabulary):
        return None
    kinds = reading.clauses.kinds
    for at, kind in enumerate(kinds):
        if kind in "PU" and _opens_span(reading, at):
            found = _summed_before(reading, at - 1 - (at > 1 and kinds[at - 1] in "XKJ"))
            if found is not None:
                return found
    return None


def _opens_span(reading: Reading, at: int) -> bool:
    """As in "since the offensive", "in a 20-week-old war", "over ten weeks of fighting"."""
    clauses = reading.clauses
    word = clauses.first_words[at]
    if word == _SINCE:
        return True
    if word not in IN_DURING and word not in _OVER:
        return False
    group = clauses.chunks[min(at + 1, len(clauses.chunks) - 1)]
    words = reading.sentence.norms[group.first : group.last + 2]
    return any(
        _LASTING.search(word) is not None
        or (word in _LENGTHS and words[number + 1 : number + 2] == ("of",))
        for number, word in enumerate(words)
    )


def _summed_before(reading: Reading, at: int) -> int | None:
    """The noun that counts before a time, in one stretch of groups without a verb or a rank."""
    clauses, norms = reading.clauses, reading.sentence.norms
    found = None
    while at >= 0 and clauses.kinds[at] in _STRETCH:
        group = clauses.chunks[at]
        if any(
            is_rank(word) and behind != "of"
            for word, behind in pairwise(norms[group.first : group.last + 1])
        ):
            return None  # "to 14 in the deadliest attack since 2005"
        if clauses.head_words[at] in _SUMMED:
            found = at
        at -= 1
    return found

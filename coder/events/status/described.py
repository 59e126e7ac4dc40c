"""Acts that stand under a noun which looks back on them: "the trial of men accused of the murder".

The words of the act only say whose kin somebody is, what a court sits over or what a monument or a
film is about. A day of its own makes it news all the same.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.status.ranked import COARSE
from coder.lexicon.closed import TIME_CLAUSES
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.labels import EventType

_LOOKING_BACK = sign("over_past_act", "kin")
_HURT_WHEN = re.compile("[VX][PNtA]*$")
_OF, _SINCE = "of", "since"
_WEEK = timedelta(days=7)
_SOON = frozenset({"families", "family", "mothers", "parents"})  # they speak soon after an act
_WHOSE = "whose"
_FOR_WHOM = frozenset({"for", "of", "to"})
_HAS_VERB = re.compile("[VX][NPtAJK]*$")  # no verb but the one before: "approved | X wanted for"
_MAX_STEPS = 8
_BESIDE = "tAJ,"
_CLOSE = re.compile("[VX,]")
_MAIN_VERB = re.compile(r"(?:[PNtAJ]|CN|W[VX])*,?[VX]")


def is_looked_back_on(draft: Draft, reference: date | None, span: timedelta) -> bool:
    """As in "the widow of a judge who was shot will stand", "sentences for the murder of two"."""
    if not draft.reading.signs & _LOOKING_BACK or _has_fresh_day(draft, reference, span):
        return False
    return any(_is_under(draft, number) for number in _described(draft))


def only_says_which(draft: Draft, reference: date | None) -> bool:
    """As in "is hunting the men who killed five in May", once the month is over: who they are.

    And in "the fourth attack since the bombing in May, in which three died": of the act before.
    """
    clauses = draft.reading.clauses
    opening = clauses.kinds.rfind("W", 0, draft.chunk)
    if opening < 1 or not {"V", "X"}.isdisjoint(clauses.kinds[opening + 1 : draft.chunk]):
        return _is_hosted(draft)
    since = next((at for at in range(opening) if clauses.first_words[at] == _SINCE), opening)
    if since < opening and {"V", "X", ":"}.isdisjoint(clauses.kinds[since:opening]):
        return not draft.times
    told = [time.last for time in draft.times if time.last is not None]
    return (
        reference is not None
        and bool(told)
        and clauses.kinds[opening - 1 : draft.chunk] == "NW"
        and all(time.precision in COARSE for time in draft.times)
        and reference - max(told) > _WEEK
    )


def _is_hosted(draft: Draft) -> bool:
    """As in "the camp hosts 40,000 people displaced by the war": how they came there is no news."""
    if draft.type is not EventType.DISPLACEMENT or draft.construction == "nominal" or draft.times:
        return False
    clauses = draft.reading.clauses
    for item in draft.fillers:
        at = item.nominal.chunk
        if not item.effect or at >= draft.chunk or at == 0:
            continue
        before, head = clauses.kinds[at - 1], clauses.head_words[at - 1]
        if before in "VXGI":
            return head in noun_classes()["hosting"]
        is_for = before == "P" and clauses.first_words[at - 1] in _FOR_WHOM and at > 1
        return is_for and clauses.head_words[at - 2] in noun_classes()["for_the_displaced"]
    return False


def _is_under(draft: Draft, number: int) -> bool:
    """Whether a group hangs on a noun that looks back; kin is a person's, not an act's."""
    clauses = draft.reading.clauses
    words, kin = noun_classes()["over_past_act"], noun_classes()["kin"] - _SOON
    is_of_person = draft.support in {"verb", "cause"} and draft.construction != "gerund"
    if is_of_person and clauses.first_words[number] == _WHOSE:
        return clauses.head_words[number] in kin
    over = _over(draft.reading, number)
    for _ in range(_MAX_STEPS):
        if over is None:
            return False
        head = clauses.head_words[over]
        is_kin = is_of_person and head in kin and clauses.first_words[number - 1] == _OF
        if is_kin or head in words:
            return True
        whom = _noun_before(draft.reading, over) if clauses.kinds[over] in "XKJ" else over
        number, over = whom or over, _over(draft.reading, over)
    return False


def _has_fresh_day(draft: Draft, reference: date | None, span: timedelta) -> bool:
    """As in "the trial of men accused of Monday's murder": a day behind the act, before a verb.

    And before a comma: "a statue of A, who was killed in Gao, was unveiled on Monday".
    """
    clauses, starts = draft.reading.clauses, draft.reading.sentence.starts
    first = clauses.chunks[draft.chunk].first
    close = _CLOSE.search(clauses.kinds, draft.chunk + 1)
    end = starts[clauses.chunks[close.start()].first] if close else len(draft.reading.sentence.text)
    return any(
        time.last is not None
        and starts[first] <= time.start < end
        and (reference is None or reference - time.last <= span)
        for time in draft.times
    )


def _described(draft: Draft) -> Iterator[int]:
    """The groups that the words of an act describe; the act itself where it is a noun or gerund."""
    clauses, number = draft.reading.clauses, draft.chunk
    if draft.support != "verb" or draft.construction == "gerund":
        yield number
    if draft.support == "cause" and draft.governor is not None:
        number = draft.governor
    elif draft.support != "verb":
        return
    if draft.construction == "participle" and (whom := _noun_before(draft.reading, number)):
        yield whom
    kinds = clauses.kinds
    yield from clauses.subject(number)[:1]
    relative = max(kinds.rfind("W", 0, number), 0)
    if kinds[relative] == "W" and _is_inside(kinds[relative + 1 : number]):
        yield from clauses.antecedent(relative)[-1:]
    when = kinds.rfind("U", 0, number)
    hurt = _HURT_WHEN.search(kinds, 0, when) if when > 0 else None
    if hurt and clauses.first_words[when] in TIME_CLAUSES:
        if kinds[hurt.start()] == "X" and _MAIN_VERB.match(kinds, number + 1):
            yield hurt.start() - 1  # "two policemen | wounded when a station was attacked"
        else:
            yield from clauses.subject(hurt.start())[:1]


def _is_inside(between: str) -> bool:
    """Whether a clause goes on from its pronoun to a verb: "who | died when two men | fired"."""
    own, _, rest = between.partition("U")
    return ":" not in between and "," not in own and (not rest or not own.strip("NPtAJCVX"))


def _noun_before(reading: Reading, number: int) -> int | None:
    kinds = reading.clauses.kinds
    at = number - 1
    while at > 0 and kinds[at] in _BESIDE:
        at -= 1
    return at if at >= 0 and kinds[at] == "N" else None


def _over(reading: Reading, number: int) -> int | None:
    """The group or participle that a group hangs on: "the trial of | two men accused of | it"."""
    clauses = reading.clauses
    kinds = clauses.kinds
    if kinds[number] in "XKJ":
        whom = _noun_before(reading, number)
        return None if whom is None else _over(reading, whom)
    if kinds[number - 1 : number] != "P":
        return None
    at = max(number - 2, 0)
    while at > 0 and kinds[at] in "tA":
        at -= 1
    kind = kinds[at]
    if kind == "N":
        return at
    if kind in "XKJ" and (_HAS_VERB.search(kinds, 0, at) or _MAIN_VERB.match(kinds, number + 1)):
        return at
    if kind in "VX" and kinds[at - 1 : at] == "W":
        return next(iter(clauses.antecedent(at - 1)[-1:]), None)
    return None

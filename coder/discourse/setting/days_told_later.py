"""The day of an act that names none, told in a sentence behind it that takes the act for known.

As in "Gunmen shot a trader dead. The incident happened on Sunday evening", "It took place around
2 am on Tuesday", "The ugly incident, which occurred last week, ...", "The attackers came
on Sunday", "Police were called to Mill Road on Saturday". Also beside the noun alone: "The attack
late on Sunday raised fears", "Sunday's attack".
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from coder.discourse.acts import Act
from coder.discourse.merging.leads import LEAD
from coder.discourse.setting.elaboration import finest
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.senses.sufficing import is_of_day
from coder.grammar import Chunk
from coder.lexicon.closed import AT_PLACE, IT_THIS_THAT, THE_THIS_THAT
from coder.lexicon.words import noun_classes
from coder.rules.model import PERSONS
from coder.values.kinds import POINT_LEVELS, REMOTE
from coder.values.labels import Scope
from coder.values.mentions import PlaceMention, TimeExpression

_TAKES = frozenset({"took", "takes"})
_STRIKE = "strike"
_NOT_IT = frozenset(
    {"after", "before", "since", "following", "like", "than", "to", "from", "until"}
)
_OTHERS = frozenset({"previous", "earlier", "last", "other", "first", "similar", "second"})
_SOON = 2  # sentences
_COME = frozenset({"come"})
_TO = frozenset({"to", "into", "on"})
_ARMS = frozenset({"armed", "men", "uniform", "masked", "rifles", "guns"})


def attach_days_told_later(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
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
            last.told_time = _told_day(reading) or _day_of_noun(reading, last)


def attach_comings(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give an act the day and the town where the sentence beside it tells that its doers came.

    As in "Some 40 men came to the village of A on Sunday night. They killed 26", and behind the
    lead: "Rebels shot 13 people. About 15 men blocked the road near A late on Monday".
    """
    coming = {
        reading.sentence.index: (reading, verb)
        for reading in readings
        if (verb := _coming(reading)) is not None
    }
    own = {draft.reading.sentence.index for act in acts for draft in act.drafts} if coming else ()
    for act in acts if coming else ():
        if not (act.is_told_violence and act.main.scope is Scope.SINGLE):
            continue
        told = [coming.get(it.reading.sentence.index - 1) for it in act.drafts if _by_them(it)]
        first = act.drafts[0].reading.sentence.index
        behind = coming.get(first + 1) if first < LEAD and first + 1 not in own else None
        if behind is not None and not _is_by_new(*behind):
            behind = None
        for reading, verb in filter(None, [*told, behind]):
            day = _day_of_coming(reading, verb)
            if act.told_time is None and not (day and _is_otherwise(act, day)):
                act.told_time = day
            place = _place_of_coming(reading, verb)
            if place is not None and act.told_place is None and finest(act) is None:
                act.told_place = place, reading


def _coming(reading: Reading) -> int | None:
    """The verb by which people came somewhere, in a sentence that says when or where."""
    if not (reading.times or reading.places):
        return None
    classes = noun_classes()
    words = classes["coming"] | classes["coming_by"] | classes["coming_upon"] | _COME
    if words.isdisjoint(reading.vocabulary):
        return None
    clauses = reading.clauses
    for number, kind in enumerate(clauses.kinds):
        if kind in "VX" and clauses.head_words[number] in words:
            subject = clauses.subject(number)
            if subject and not PERSONS.isdisjoint(reading.nominal(subject[0]).fillers):
                return number
    return None


def _by_them(draft: Draft) -> bool:
    """As in "They killed 36 people": who acts was told in the sentence before."""
    norms = draft.reading.sentence.norms
    return any(
        norms[filler.nominal.head] == "they" and filler.nominal.chunk <= 1
        for filler in draft.by_role("perpetrator")
    )


def _is_by_new(reading: Reading, verb: int) -> bool:
    """As in "about 15 armed men", "gunmen": nobody that a word takes for known."""
    whom = reading.nominal(reading.clauses.subject(verb)[0])
    words = reading.sentence.norms[whom.first : whom.last]
    is_armed = "armed" in whom.fillers or not _ARMS.isdisjoint(words)
    return is_armed and not whom.is_definite


def _is_otherwise(act: Act, day: TimeExpression) -> bool:
    """Whether the act has another day of its own."""
    return any(
        time.first is not None and time.first != day.first
        for draft in act.drafts
        if draft.subtype != "body_found"
        for time in draft.times
    )


def _day_of_coming(reading: Reading, verb: int) -> TimeExpression | None:
    sentence, clauses = reading.sentence, reading.clauses
    start = sentence.starts[clauses.chunks[verb].first]
    days = [time for time in reading.times if time.start > start and _is_day(time)]
    return days[0] if days else None


def _place_of_coming(reading: Reading, verb: int) -> PlaceMention | None:
    """As in "came to the village of A", "blocked the road near A", "In A, ... came"."""
    clauses, norms = reading.clauses, reading.sentence.norms
    for place in reading.places:
        number = clauses.at_token[place.first]
        if place.is_demonym or place.level not in POINT_LEVELS or number == 0:
            continue
        if number == verb + 1:
            return place  # "entered A"
        at = number - 1
        if clauses.kinds[max(at - 1, 0) : at + 1] == "NP" and clauses.first_words[at] == "of":
            if clauses.head_words[at - 1] not in noun_classes()["place_noun"]:
                continue
            at -= 2
        is_in_front = at == 0 or number > verb
        before = norms[clauses.chunks[at].last - 1] if clauses.kinds[at] == "P" else ""
        if is_in_front and (before in AT_PLACE or before in _TO):
            return place
    return None


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


def _day_of_noun(reading: Reading, act: Act) -> TimeExpression | None:
    """The day beside a noun that takes one act for known: "the raid on Friday", "Friday's raid".

    And in its group: "the Friday night raid".
    """
    starts = reading.sentence.starts
    for time in reading.times:
        if not _is_day(time):
            continue
        at = bisect_left(starts, time.start)
        number = reading.clauses.at_token[at]
        if is_of_day(reading, number):
            if reading.clauses.chunks[number].first == at and _is_the_act(reading, number, act):
                return time
            continue
        if _is_in_group(reading.clauses.chunks[number], at):
            is_known = reading.clauses.first_words[number] in THE_THIS_THAT
            if is_known and _is_the_act(reading, number, act):
                return time
            continue
        if at and reading.sentence.norms[at - 1] == "on":
            at -= 1
        number = reading.clauses.at_token[at - 1] if at else -1
        if number < 0 or reading.clauses.chunks[number].head != at - 1:
            continue
        first = reading.clauses.first_words[number]
        if first in THE_THIS_THAT and _is_the_act(reading, number, act):
            return time
    return None


def _is_in_group(group: Chunk, at: int) -> bool:
    """As in "the | Friday night | raid": right behind the article."""
    return group.kind == "N" and group.first == at - 1 and at < group.head


def _is_the_act(reading: Reading, number: int, act: Act) -> bool:
    """Whether a group names the act told before, and no other that this one came after.

    A strike is a blow from afar or of those who walk out, and only the first hits anybody.
    """
    clauses, norms, classes = reading.clauses, reading.sentence.norms, noun_classes()
    if clauses.kinds[number] != "N":
        return False
    before = norms[clauses.chunks[number - 1].last - 1] if number else ""
    head = clauses.head_words[number]
    is_act = head in classes["scene_of"] or head in classes["dated_later"]
    is_other = before in _NOT_IT or not _OTHERS.isdisjoint(
        norms[clauses.chunks[number].first : clauses.chunks[number].last]
    )
    if head == _STRIKE and act.main.type not in REMOTE:
        return False
    return is_act and not head.endswith("s") and not is_other


def _comes_about(reading: Reading, verb: Chunk) -> bool:
    norms = reading.sentence.norms
    word = norms[verb.head]
    is_place = norms[verb.last : verb.last + 1] == ("place",)
    is_done = verb.passive and word in noun_classes()["committed"]  # "the raid was carried out"
    return is_done or (word in noun_classes()["comes_about"] and (word not in _TAKES or is_place))


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
    if clauses.head_words[verb] in classes["called_out"]:
        return head in classes["responders"]  # "Police were called to Mill Road on Saturday"
    if not comes_about:
        word = clauses.head_words[verb]
        return (
            norms[group.first] == "the"
            and head in classes["attacker"]
            and word in classes["coming"]
        )
    if group.last - group.first == 1:
        return head in IT_THIS_THAT and at == 0
    return (
        norms[group.first] in THE_THIS_THAT and head in classes["anaphor"] | classes["retold_act"]
    )

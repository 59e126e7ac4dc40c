"""Acts that only say who somebody is: "killed a commander linked to roadside bombings".

And those of a past that is only remembered.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import is_plural
from coder.events.support import is_of_file
from coder.lexicon.words import noun_classes
from coder.values.labels import DateBasis, EventType

_ARTICLES = frozenset({("the",), ("a",), ("an",)})
_SINCE = "since"
_FOLLOWING = frozenset({"after", "following"})
_AT_START = 2  # tokens: "ever since"
_YEARS, _AFTER = "years", frozenset({"after", _SINCE})
_TO_THE_DAY = frozenset({"to", "the", "day"})
_LONG = frozenset({"year", "years", "decade", "decades", "century"})
_MARKING = frozenset({"marks", "marked", "marking", "is", "'s", "been"})  # "it is ten years since"
_DAYS = frozenset({("day",), ("night",), ("morning",), ("moment",), ("evening",)})
_TRIED_AT = frozenset({"trial", "trials", "retrial"})
_TRIED = frozenset({"cases", "trials"})
_BACK = 12  # tokens before a relative clause
_ACCUSED = frozenset({"NXP", "NKP", "WVP"})  # "a man accused of", "who was accused of"
_WHO = "N,"  # "a man sought for", "Luis Ruiz, 27, sought for"
_LIVED_THROUGH = frozenset({"survived", "witnessed", "lived", "endured", "saw", "remember"})
_HOW = frozenset({"after", "by", "for", "when", "with"})
_FAME = 8  # tokens: "became known when the men of its northern front kidnapped"
_KNOWN = "known"
_BECAME = frozenset({"became", "become", "becoming", "best", "better", "widely"})
_LINKS = "PI"  # "to" before a noun may look like an infinitive


def is_claim_to_fame(draft: Draft) -> bool:
    """As in "the group became known when it seized an embassy": no more than who they are."""
    reading = draft.reading
    words = noun_classes()["renown"]
    if draft.times or words.isdisjoint(reading.vocabulary):
        return False
    norms, last = reading.sentence.norms, draft.first
    link = next((at for at in range(last - 1, max(last - _FAME, 0), -1) if norms[at] in _HOW), 0)
    word = norms[link - 1]
    is_known = word == _KNOWN and norms[link - 2] in _BECAME and norms[link - 3] != "it"
    return link > 0 and (word in words - {_KNOWN} or is_known)


def is_attribute(draft: Draft) -> bool:
    """As in "the recently murdered senator": the words only say who somebody is."""
    clauses = draft.reading.clauses
    at = draft.chunk
    if clauses.kinds[at : at + 2] != "XN":
        return False
    at -= 1
    while at > 0 and clauses.kinds[at] in "tA":
        at -= 1
    group = clauses.chunks[max(at, 0)]
    norms = draft.reading.sentence.norms
    return group.kind == "N" and norms[group.first : group.last] in _ARTICLES


def is_what_known_for(draft: Draft) -> bool:
    """Whether a noun for an act stands behind a word that ties somebody to it.

    Not where that is said outright ("he was linked to the bombing of a mosque").
    """
    if draft.construction == "gerund":
        return is_what_accused_of(draft)
    return draft.construction == "nominal" and is_tied(draft.reading, draft.chunk)


def is_what_accused_of(draft: Draft) -> bool:
    """As in "shot a man accused of kidnapping a girl", "killed a guard charged with beating him".

    Only where another act is told: not where the news is that he was taken for it. Of a trial the
    act is long known: "the trial of a man accused of shooting his wife".
    """
    reading = draft.reading
    accused = noun_classes()["taken_for"]
    if draft.construction != "gerund" or accused.isdisjoint(reading.vocabulary):
        return False
    clauses = reading.clauses
    tie = _first_gerund(clauses.kinds, draft.chunk) - 2
    norms = reading.sentence.norms
    return (
        tie > 0
        and not (noun_classes()["befallen"] | _TRIED_AT).isdisjoint(norms)
        and not _has_own_day(draft)
        and clauses.kinds[tie - 1 : tie + 2] in _ACCUSED
        and clauses.head_words[tie] in accused
        and sum(norm in accused for norm in norms) == 1
    )


def _first_gerund(kinds: str, number: int) -> int:
    """The gerund that another one is joined to: "suspected of | killing two and | wounding six"."""
    if kinds[number - 1 : number] != "C":
        return number
    first = kinds.rfind("PG", 0, number) + 1
    return first if first and not kinds[first + 1 : number - 1].strip("NPtAJ") else number


def is_tied(reading: Reading, number: int) -> bool:
    """As in "linked to the bombing": a noun for an act behind a word that ties somebody to it."""
    words = noun_classes()["tied_to"]
    clauses, tie = reading.clauses, number - 2
    return (
        tie > 0
        and not words.isdisjoint(reading.vocabulary)
        and clauses.kinds[tie + 1] in _LINKS
        and clauses.kinds[tie] in "JKX"
        and clauses.kinds[tie - 1] in _WHO
        and clauses.head_words[tie] in words
    )


def _has_own_day(draft: Draft) -> bool:
    """As in "troops accused of raping two nuns on Monday | were disarmed"."""
    reading = draft.reading
    verb = reading.clauses.kinds.find("V", draft.chunk, reading.clauses.told)
    if verb < 0:
        return False
    starts, chunks = reading.sentence.starts, reading.clauses.chunks
    left, right = starts[draft.first], starts[chunks[verb].first]
    return any(left < time.start < right for time in draft.times)


def is_only_known_for(draft: Draft) -> bool:
    """Whether an act only tells what somebody is known for."""
    return is_claim_to_fame(draft) or is_one_of_many_known_for(draft)


def is_one_of_many_known_for(draft: Draft) -> bool:
    """Whether such a noun tells of no act in particular: several, without a number or a day."""
    group = draft.reading.clauses.chunks[draft.chunk]
    return (
        not any(time.basis is DateBasis.EXPLICIT for time in draft.times)
        and not draft.claims
        and is_plural(draft.reading.sentence.norms[group.head])
        and draft.reading.tags[group.first] not in "D#"
        and is_what_known_for(draft)
    )


def is_act_of_name(draft: Draft) -> bool:
    """As in "the group which staged the Derry bombing": an act that goes by its place."""
    clauses, norms = draft.reading.clauses, draft.reading.sentence.norms
    verb = draft.governor
    if draft.support != "light" or verb is None or draft.times or draft.claims:
        return False
    group = clauses.chunks[draft.chunk]
    return (
        clauses.kinds[max(verb - 1, 0)] == "W"
        and norms[group.first] == "the"
        and any(
            group.first < place.first and place.last <= group.head for place in draft.reading.places
        )
    )


def _is_years_after(norms: Sequence[str]) -> bool:
    """As in "three years after", "four years to the day after"."""
    told = [norm for norm in norms if norm not in _TO_THE_DAY]
    return any(one == _YEARS and other in _AFTER for one, other in pairwise(told))


def is_of_cases(draft: Draft) -> bool:
    """As in "acted in many cases, including the abduction of a girl": what a court tried."""
    if draft.support == "verb":
        return False
    if _is_case_itself(draft):
        return True
    if "including" not in draft.reading.vocabulary:
        return False
    if any(time.first is not None and time.first == time.last for time in draft.times):
        return False
    clauses, norms = draft.reading.clauses, draft.reading.sentence.norms
    at = norms.index("including")
    if not 0 < at < draft.first or ":" in clauses.kinds[clauses.at_token[at] : draft.chunk]:
        return False
    before = at - 1 - (norms[at - 1] == ",")
    return norms[before] in _TRIED


def _is_case_itself(draft: Draft) -> bool:
    """As in "are investigating a case of murder": what the file is called, and no victim."""
    clauses = draft.reading.clauses
    at = draft.chunk
    return (
        not draft.claims
        and not draft.times
        and clauses.kinds.endswith("NP", 0, at)
        and is_of_file(draft.reading, at)
    )


def _is_since(draft: Draft) -> bool:
    """As in "little has changed since the attacks on the mission": it only dates something.

    And in "after the overthrow of the king by officers", of a change of rulers.
    """
    at = draft.chunk - 1
    clauses = draft.reading.clauses
    is_change = draft.type is EventType.OTHER_VIOLENCE
    return (
        draft.support == "bare"
        and clauses.kinds[max(at, 0)] in "PU"
        and (
            clauses.first_words[at] == _SINCE
            or (is_change and clauses.first_words[at] in _FOLLOWING)
        )
        and not draft.claims
        and not any(time.first is not None and time.first == time.last for time in draft.times)
    )


def is_years_back(draft: Draft) -> bool:
    """As in "today marks ten years since rebels stormed the town and took it", of all it tells.

    And in "the anniversary of the day they were shot". Not what goes on behind a comma.
    """
    reading = draft.reading
    clauses, norms = reading.clauses, reading.sentence.norms
    opens = clauses.chunks[draft.chunk].first
    at = _since(norms[:opens])
    if at < 0:
        return False
    between = clauses.kinds[clauses.at_token[at] : draft.chunk]
    return ":" not in between and ",C" not in between


def _since(norms: tuple[str, ...]) -> int:
    """Where what is years back begins; negative where nothing is told so."""
    if "anniversary" in norms:
        at = norms.index("anniversary")
        is_of_day = norms[at + 1 : at + 3] == ("of", "the") and norms[at + 3 :][:1] in _DAYS
        return at if is_of_day else -1
    if _SINCE not in norms or _MARKING.isdisjoint(norms):
        return -1
    at = norms.index(_SINCE)
    is_marked = not _MARKING.isdisjoint(norms[max(at - 6, 0) : at])
    return at if norms[at - 1] in _LONG and is_marked else -1


def is_counted_from(draft: Draft) -> bool:
    """As in "since the group was driven out of the port, it has shot many": no news of its own.

    And in "little has changed since the attacks on the mission".

    Neither a day nor a number nor a place of its own, and a record of what was done since.
    """
    reading = draft.reading
    if _is_since(draft):
        return True
    if _SINCE not in reading.clauses.front[:_AT_START] or draft.times:
        return False
    if any(claim.quantity is not None for claim in draft.claims) or draft.places:
        return False
    clauses = reading.clauses
    comma = clauses.kinds.find(",")
    return draft.chunk < comma and any(
        kind in "VX" and "H" in chunk.aux
        for kind, chunk in zip(clauses.kinds[comma:], clauses.chunks[comma:], strict=True)
    )


def is_remembered(draft: Draft, reference: date | None, span: timedelta) -> bool:
    """As in "on the anniversary of an attack in which 19 died", "years after a raid that killed 9".

    What a relative clause tells of an act of the past is as long past as the act, also of one "in
    May 2015" where that is more than a span before the day of reference.
    """
    if _is_lived_through(draft):
        return True
    reading = draft.reading
    clauses, norms = reading.clauses, reading.sentence.norms
    opens = clauses.kinds.rfind("W", 0, draft.chunk)
    when = clauses.kinds.rfind("U", 0, draft.chunk)
    is_when = opens < when and clauses.first_words[when] == "when"
    opens = when if is_when else opens
    if opens < 0:
        return False
    left = max(clauses.kinds.rfind("V", 0, opens), clauses.kinds.rfind("X", 0, opens), 0)
    begins, ends = (clauses.chunks[number].first for number in (left, opens))
    before = norms[begins:ends]
    if not is_when and ("anniversary" in before or _is_years_after(before[-_BACK:])):
        return True
    starts = reading.sentence.starts
    if reference is None or (not is_when and any(time.first is not None for time in draft.times)):
        return False
    told = [
        (time.start, reference - time.last > span)
        for time in reading.times
        if time.last is not None
        and time.start < starts[ends]
        and not dates_making(reading, reading.chunk_of(time))
    ]
    if not is_when and any(is_old for start, is_old in told if start >= starts[begins]):
        return True
    deeds = [  # "the 1704 raid took place, where", "occurred when"
        starts[clauses.chunks[number].head]
        for number in clauses.subject(left)
        if clauses.chunks[number].head in reading.event_heads
    ]
    of_deed = [is_old for start, is_old in told if start < max(deeds, default=0)]
    return of_deed[-1:] == [True]


def _is_lived_through(draft: Draft) -> bool:
    """As in "those who survived the raid marked its 70th anniversary": it was long ago."""
    reading, verb = draft.reading, draft.governor
    return (
        "anniversary" in reading.vocabulary
        and verb is not None
        and reading.clauses.head_words[verb] in _LIVED_THROUGH
    )


def dates_making(reading: Reading, number: int) -> bool:
    """As in "a mosque built in 1704", "the club, founded in 1987": the year of what is hit."""
    clauses = reading.clauses
    return (
        clauses.kinds[number - 2 : number] in {"XP", "KP", "JP"}
        and clauses.head_words[number - 2] in noun_classes()["making"]
    )

"""Acts that stand behind another: "closed its office after the shooting", "hurt in earlier raids".

An act that only dates or causes another is background unless it brings a place, a number or a
victim of its own (codebook 2.2). Nor is one that only says since when: "its largest attack since
the invasion".
"""

from collections.abc import Sequence

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import is_measure
from coder.events.senses.sufficing import is_of_day
from coder.events.senses.violence import is_violent
from coder.events.setting.elsewhere import is_of_avenged
from coder.lexicon.closed import AFTER_SINCE, KNOWN, THIS_THOSE
from coder.lexicon.words import noun_classes
from coder.values.events import CROWD_TYPES
from coder.values.labels import EventType, Modality, Recency

EARLIER = frozenset({"earlier", "previous"})
_AIMS = frozenset({"attempt", "bid", "effort"})
SEQUEL = frozenset({"after", "before"})
_MADE_OFF = frozenset({"made", "off"})
_EXCHANGING = frozenset({"exchanging", "trading"})
_BACKGROUND = Recency.BACKGROUND
_ABOUT = ("against", "over")
_CEASEFIRE = "ceasefire"
_GRIEVANCE = "what is protested against"
_SINCE, _OF = "since", "of"
_STARTS = frozenset({"start", "beginning", "outbreak", "onset", "launch", "outset", "eve"})
_BEST = frozenset({"worst", "first", "most", "bloodiest"})
_NOTE = "since when"


def avenges(act: Draft, other: Draft) -> bool:
    """As in "shot a grocer in revenge for the bombing of a bar": an act of others."""
    return act.reading is other.reading and is_of_avenged(act.reading, act.chunk, other.chunk)


def without_aims(drafts: list[Draft]) -> list[Draft]:
    """As in "attacked a village in an attempt to kidnap a trader": the attack alone is an act.

    Only beside an act that somebody is told to have done: of "a guard was killed in an attempt to
    kidnap a banker" the attempt is the act.
    """
    if not drafts or drafts[0].reading.vocabulary.isdisjoint(_AIMS):
        return drafts
    done = [
        draft.chunk
        for draft in drafts
        if draft.modality is Modality.OCCURRED
        and draft.construction == "active"
        and is_violent(draft.type)
    ]
    return [it for it in drafts if not (_is_aim(it) and any(at < it.chunk for at in done))]


def _is_aim(draft: Draft) -> bool:
    """Whether "in an attempt to", "in a bid to" stands before a verb."""
    norms = draft.reading.sentence.norms
    at = next(
        (at for at in range(draft.first - 1, max(draft.first - 3, 0), -1) if norms[at] in _AIMS), 0
    )
    return draft.modality is Modality.ATTEMPTED and "in" in norms[max(at - 3, 0) : at]


def settle_sequel(drafts: list[Draft]) -> None:
    """As in "closed its office after the shooting": an act that only dates or causes another.

    Without a place, a number or a victim of its own it is background (codebook 2.2).
    """
    for draft in drafts:
        if draft.support != "bare" or draft.claims or draft.by_role("victim"):
            return
        if any(place.first > draft.first for place in draft.places):
            return
        if not _is_behind(draft):
            return
        if any(item.nominal.chunk != draft.chunk for item in draft.by_role("target")):
            return  # "after an attack on a bank"; no "after the museum shooting"
    for draft in drafts:
        draft.put_behind(preposition_of(draft))


def settle_outcome(drafts: list[Draft]) -> None:
    """As in "wounded in earlier shelling": what came of an act lies as far back as the act."""
    past = {draft.chunk for draft in drafts if draft.recency is _BACKGROUND}
    for draft in drafts if past else ():
        if not past.isdisjoint(draft.causes):
            draft.put_behind("what came of it")


def spare_those_hit(drafts: list[Draft]) -> None:
    """As in "a patrol came under fire, killing two": who was hit did not do what came of it."""
    hit = {
        item.nominal.chunk
        for draft in drafts
        if not draft.frame.tells_outcome and draft.type is not EventType.ARMED_CLASH
        for item in draft.by_role("target") + draft.by_role("victim")
        # "stormed in and rocketed it, killing nine", but "was shot down, killing nine"
        if "aircraft" not in item.nominal.fillers or draft.construction == "passive"
    }
    for draft in drafts if hit else ():
        if draft.construction == "gerund" and draft.frame.tells_outcome:
            draft.fillers = [
                item
                for item in draft.fillers
                if item.role != "perpetrator" or item.nominal.chunk not in hit
            ]


def died_in_fight(one: Draft, other: Draft) -> bool:
    """As in "After a gun battle four were killed": a fight told anew, and its dead."""
    clauses = one.reading.clauses
    return (
        one.type is EventType.ARMED_CLASH
        and one.construction == "nominal"
        and clauses.kinds[clauses.start : one.chunk] == "P"
        and clauses.first_words[one.chunk] not in THIS_THOSE
        and other.construction == "passive"
        and other.frame.tells_outcome
        and other.frame.does_harm
        and not other.by_role("perpetrator")
    )


def settle_grievances(drafts: list[Draft]) -> None:
    """As in "marched against the killing of a student": what a crowd protests against lies back.

    Likewise "blocked the road over the killing of", "struck to condemn the arrest of". Days of
    their own make both news: "marched on Sunday against the killing of a student on Friday".
    """
    for draft in drafts:
        if draft.support == "verb" or not (preposition_of(draft) in _ABOUT or _is_denounced(draft)):
            continue
        if is_of_day(draft.reading, draft.chunk):
            continue  # "against Saturday's killing of a pupil": news as well
        crowds = [one for one in drafts if one.type in CROWD_TYPES and one.chunk < draft.chunk]
        have_own_days = [_set_apart(crowd, draft) for crowd in crowds]
        if crowds and all(have_own_days):
            draft.status_note = _GRIEVANCE
        elif crowds:
            draft.put_behind(_GRIEVANCE)


def settle_truces(drafts: list[Draft]) -> None:
    """As in "hours after the truce took hold, shells fell": it is only broken (codebook 2.12)."""
    for draft in drafts:
        if draft.subtype != _CEASEFIRE or draft.support != "verb":
            continue
        clauses = draft.reading.clauses
        start = clauses.chunks[clauses.clause(draft.chunk)[0]].first
        before = draft.reading.sentence.norms[max(start - 1, 0) : draft.first]
        if not SEQUEL.isdisjoint(before) and any(is_violent(it.type) for it in drafts):
            draft.put_behind("a truce broken")


def _is_denounced(draft: Draft) -> bool:
    """As in "to condemn the arrest of", "denouncing the murder": what those gathered speak of."""
    at, clauses = draft.governor, draft.reading.clauses
    return (
        at is not None
        and clauses.kinds[at] in "IG"
        and clauses.head_words[at] in noun_classes()["denouncing"]
    )


def _set_apart(crowd: Draft, grievance: Draft) -> bool:
    """Leave to each what is told of it: "marched on Monday against the arrest of X by Y in May".

    Returns whether each of them has a day of its own.
    """
    told = {item.nominal.chunk for item in grievance.fillers}
    crowd.fillers = [
        item
        for item in crowd.fillers
        if item.nominal.chunk < grievance.chunk or item.nominal.chunk not in told
    ]
    start = grievance.reading.sentence.starts[grievance.first]
    behind = [time for time in grievance.times if time.start > start]
    before = [time for time in crowd.times if time.start < start]
    if before or grievance.by_role("perpetrator"):
        crowd.times, grievance.times = before, behind
        if any(time.text == crowd.status_note for time in behind):
            crowd.recency, crowd.status_note = Recency.CURRENT, ""
    own = [place for place in crowd.places if place.first < grievance.first]
    crowd.places = own or crowd.places
    return bool(before and behind)


def is_grievance(draft: Draft) -> bool:
    """Whether the act is what others protest against."""
    return draft.status_note == _GRIEVANCE


def _is_behind(draft: Draft) -> bool:
    """Whether the noun trigger hangs on words that put one act behind another."""
    word = preposition_of(draft).partition(" ")[0]
    return word in noun_classes()["behind_prep"] or (word == "of" and is_in_wake(draft))


def is_in_wake(draft: Draft) -> bool:
    """As in "in the wake of a number of attacks"."""
    clauses = draft.reading.clauses
    at = draft.chunk - 2
    if at > 0 and is_measure(clauses.head_words[at]) and clauses.kinds[at - 1] == "P":
        at -= 2
    return (
        at >= 0 and clauses.kinds[at] == "N" and clauses.head_words[at] in noun_classes()["sequel"]
    )


def has_left_before(draft: Draft) -> bool:
    """As in "found nine bodies after the withdrawal of the army": no means of what was found."""
    return draft.subtype == "withdrawal" and preposition_of(draft) in AFTER_SINCE


def preposition_of(draft: Draft) -> str:
    """The preposition that a noun trigger hangs on; empty where there is none."""
    clauses = draft.reading.clauses
    at = draft.chunk - 1
    if at > 0 and clauses.kinds[at] == "t":
        at -= 1  # "after the 16 May assassination"
    if clauses.kinds[draft.chunk] == "G":
        while at > 0 and clauses.kinds[at - 1 : at + 1] == "GC":
            at -= 2  # "after threatening and beating the guards"
    if clauses.kinds[max(at, 0) : at + 1] not in ("P", "G"):  # "following" is a verb
        return ""
    group = clauses.chunks[at]
    return " ".join(draft.reading.sentence.norms[group.first : group.last])


def is_sequel(draft: Draft) -> bool:
    """As in "after killing the mayor they blew up the bridge", "burnt it down after a killing"."""
    if draft.support == "verb":
        if draft.reading.sentence.norms[draft.first] in _EXCHANGING:
            return False  # "fled after exchanging fire with guards": a part of the raid
        return draft.construction == "gerund" and preposition_of(draft) in SEQUEL
    is_clause = draft.support == "occurrence"  # "after explosions ripped through the town"
    return not is_clause and _is_behind(draft)


def did_it_and_left(one: Draft, other: Draft) -> bool:
    """As in "raided the post and fled after killing a guard": done in the raid."""
    first, late = sorted((one, other), key=lambda draft: draft.chunk)
    if late.construction != "gerund" or not late.claims or not first.subjects:
        return False
    if preposition_of(late) != "after":
        return False
    clauses, norms = late.reading.clauses, late.reading.sentence.norms
    between = range(late.chunk - 1, first.chunk, -1)
    verb = next((number for number in between if clauses.kinds[number] in "VXG"), None)
    if verb is None:
        return False
    group = clauses.chunks[verb]
    words = norms[group.first : group.last + 1]
    return not noun_classes()["flight"].isdisjoint(words[:-1]) or {*words} >= _MADE_OFF


def tells_earlier_act(reading: Reading, first: int, last: int) -> bool:
    """As in "after an earlier explosion injured ten": some words tell of an act before another."""
    norms, clauses = reading.sentence.norms, reading.clauses
    if EARLIER.isdisjoint(reading.vocabulary):
        return False
    told = (clauses.at_token[at] for at in range(first, last) if norms[at] in EARLIER)
    groups = [clauses.chunks[number] for number in told]
    return any(it.head in reading.event_heads and norms[it.first] not in KNOWN for it in groups)


def are_told_one_before_other(one: Draft, other: Draft) -> bool:
    """Whether a noun behind the first of two clauses says that the second was earlier."""
    first, last = sorted((one.last, other.last))
    return tells_earlier_act(one.reading, first, last)


def are_complements(one: Draft, other: Draft) -> bool:
    """As in "claimed credit for killing A and, later, for bombing B": what two verbs are about."""
    clauses = one.reading.clauses
    first, last = sorted((one.chunk, other.chunk))
    return (
        clauses.kinds[first] == clauses.kinds[last] == "G"
        and preposition_of(one) == preposition_of(other) == "for"
        and any(kind in "VX" for kind in clauses.kinds[first + 1 : last])
    )


def are_hurt_marchers(draft: Draft) -> bool:
    """As in "a dozen protesters were injured": by nobody told, in what is told beside."""
    return (
        draft.type is EventType.PROTEST
        and draft.construction == "passive"
        and bool(draft.claims)
        and not draft.by_role("perpetrator")
    )


def turn_violent(members: Sequence[Draft]) -> None:
    """As in "youths chanting slogans threw stones": a crowd that does both riots.

    So does one that "marched through the city, torching cars" or "blocked roads and set fire to a
    bus"; burning tyres only block a road, and stones at those who come to stop it leave it a
    protest (codebook 2.12, 7).
    """
    rioters = [draft.subjects for draft in members if draft.type is EventType.RIOT]
    burning = [
        draft.subjects
        for draft in members
        if draft.support == "verb"
        and (draft.type is EventType.PROPERTY_ATTACK or draft.subtype == "mob_violence")
    ]
    riots = [draft for draft in members if draft.type is EventType.RIOT]
    for draft in members:
        if riots and are_hurt_marchers(draft):
            draft.type, draft.subtype = riots[0].type, riots[0].subtype
        if draft.type is not EventType.PROTEST or not draft.subjects:
            continue
        is_beside = draft.construction == "gerund" and draft.subjects in rioters
        if is_beside or draft.subjects in burning:
            draft.type, draft.subtype = EventType.RIOT, "violent_demonstration"


def settle_burnt_hijacks(members: Sequence[Draft]) -> None:
    """As in "hijacked and burned a van", nobody aboard told: the van is what they were after."""
    burnt = [draft for draft in members if draft.type is EventType.PROPERTY_ATTACK]
    for draft in members if burnt else ():
        is_empty = draft.subtype == "hijacking" and not (draft.claims or draft.by_role("victim"))
        same = [it for it in burnt if it.subjects == draft.subjects or _hit_one(it, draft)]
        if is_empty and same:
            draft.type, draft.subtype = same[0].type, same[0].subtype


def _hit_one(one: Draft, other: Draft) -> bool:
    chunks = [{it.nominal.chunk for it in draft.by_role("target")} for draft in (one, other)]
    return not chunks[0].isdisjoint(chunks[1])


def settle_anchors(drafts: Sequence[Draft]) -> None:
    """Put behind what another act of its sentence is only counted or ranked from.

    With a day of its own it is news; whom it harmed makes it news too, but for "the worst since".
    """
    for draft in drafts:
        if _SINCE not in draft.reading.vocabulary or draft.support == "verb":
            continue
        at = _since(draft)
        if at is None or not any(it.chunk < at for it in drafts):
            continue
        is_news = _has_own_day(draft) or draft.claims or draft.by_role("victim")
        if _is_ranked(draft, at) or not is_news:
            draft.put_behind(_NOTE)


def is_anchor(draft: Draft) -> bool:
    """Whether the act only says since when."""
    return draft.status_note == _NOTE


def _since(draft: Draft) -> int | None:
    """The chunk of the "since" that an act hangs on, also by "the start of"; null for none."""
    clauses, at = draft.reading.clauses, draft.chunk - 1
    if preposition_of(draft) == _OF and clauses.kinds[at - 1 : at + 1] == "NP":
        at -= 2 if clauses.head_words[at - 1] in _STARTS else 0
    is_since = at > 0 and clauses.first_words[at] == _SINCE
    return at if is_since else None


def _is_ranked(draft: Draft, since: int) -> bool:
    """As in "the deadliest attack since", "for the first time since"."""
    before = draft.reading.sentence.norms[: draft.reading.clauses.chunks[since].first]
    return any(norm in _BEST or (norm.endswith("est") and len(norm) > 5) for norm in before)  # noqa: PLR2004


def _has_own_day(draft: Draft) -> bool:
    start = draft.reading.sentence.starts[draft.first]
    return any(time.start > start for time in draft.times)

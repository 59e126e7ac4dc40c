"""Whether words tell an act as one more than those told before, or as one of them by its rank."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from coder.discourse.acts import Act
from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading, is_title
from coder.events.roles.devices import is_of_it
from coder.events.roles.nominals import Nominal
from coder.events.senses.violence import is_outcome
from coder.events.setting.days_apart import is_days_apart
from coder.events.status.circumstances import is_superlative
from coder.events.status.presupposed import ANEW, BACK, is_definite_act
from coder.events.status.summing import RANKS as COUNTED_RANKS
from coder.events.together.sequels import EARLIER, tells_earlier_act
from coder.events.together.told_apart import counting_tokens
from coder.lexicon.closed import A_AN, A_OR_ANOTHER, ONE_MORE, OTHERS
from coder.lexicon.words import noun_classes
from coder.rules.model import DOING_ROLES, HIT_ROLES, PERSONS, THINGS_AND_GROUND
from coder.values.kinds import REMOTE
from coder.values.labels import EventType

_VOICES = frozenset({"source", "sources", "report", "reports", "accounts", "agency", "agencies"})
_APART, _IN, _OPENING = frozenset({"separate", "another"}), frozenset({"in", "during"}), 5
_THE_ACT = frozenset({"the", "this", "it", "that"})
_SINCE = "since"
_ALSO, _BY_WHOM = "also", frozenset({"instrument", "perpetrator"})
_MEANWHILE = "meanwhile"
_RELIEF = "reinforcements"
_ELSEWHERE = frozenset({"elsewhere", "separately"})
_SIDES = frozenset({"the", "each"})
_PART = frozenset({"of", "the"})  # "two of the gunmen"
_ANEW_OR_EARLIER = ANEW | EARLIER
RANKS = {"first": 0, "former": 0, "second": 1, "latter": 1}
FEW = 2
"""As many acts have been told where one is called the first or the second without more."""
RANKED = "the rank says which of two acts told before"


def share_opening(act: Act, group: Act) -> bool:
    """Whether one opening stands before both: "Elsewhere, gunmen raided a farm and shot two"."""
    reading = group.main.reading
    comma = reading.clauses.kinds.find(",")
    return comma > 0 and any(
        draft.reading is reading and comma < draft.chunk for draft in act.drafts
    )


def is_other_by_days(act: Act, group: Act) -> bool:
    """As in "The raid came a day after gunmen shot a judge": no more than the headline told him."""
    return (
        any(map(is_days_apart, group.drafts))
        and not share_opening(act, group)
        and not all(is_title(it.reading.sentence) for it in act.drafts)
    )


def is_told_anew(group: Act, act: Act | None = None) -> bool:
    """As in "another attack", "in a separate incident"; ``act`` may be the one it is held to."""
    if _brings_another(group, act):
        return True
    if all(_ANEW_OR_EARLIER.isdisjoint(draft.reading.vocabulary) for draft in group.drafts):
        return False
    if any(map(_hits_another, group.drafts)):
        return True
    if _opens_another(group.main) and (act is None or not share_opening(act, group)):
        return True
    told = {
        (draft.reading.sentence.index, at)
        for draft in group.drafts
        if is_outcome(draft)
        for at in counting_tokens(draft)
    }
    for draft in group.drafts:
        norms = draft.reading.sentence.norms
        counted = {at for index, at in told if index == draft.reading.sentence.index}
        for at in range(max(0, draft.first - 6), draft.last):
            if norms[at] in ANEW and at not in counted and not _is_of_known_act(group, draft, at):
                return True
    return any(map(_is_told_as_earlier, group.drafts))


def _is_of_known_act(group: Act, draft: Draft, token: int) -> bool:
    """Whether a word for one more is said of no act: of who tells it, of who or what was in it."""
    reading = draft.reading
    number = reading.clauses.at_token[token]
    whom = next((it for it in draft.fillers if it.nominal.chunk == number), None)
    if whom is not None:
        is_known = _is_one_of_those_told(draft, whom, token)
    else:
        is_known = (
            _is_teller(reading, number, token)
            or _counts_more(reading, number, token)
            or _says_which(reading, number)
        )
    return (
        is_known
        or reading.sentence.norms[token + 1] in _VOICES
        or _are_others_counted(group, draft, token)
        # "Petrov, another reporter, was wounded": who he is
        or (is_outcome(draft) and reading.clauses.kinds[number - 1 : number + 2] == ",N,")
        or (reading.sentence.norms[token] == _MEANWHILE and _names_known_act(group))
    )


def _names_known_act(group: Act) -> bool:
    """As in "Meanwhile, six soldiers were wounded in the battle": another side of what was told."""
    return any(map(is_definite_act, group.drafts)) and not any(it.places for it in group.drafts)


def is_told_after_interval(group: Act) -> bool:
    """As in "Hours later troops ran over a mine", "Six days earlier the same post was hit".

    What only tells who came to harm may be of the act told before, hours later.
    """
    main = group.main
    sentence = main.reading.sentence
    is_act = main.type in REMOTE or not is_outcome(main) or _is_by_new_doers(main)
    if not is_act or is_of_it(main):  # "It exploded an hour later"
        return False
    opening = _interval().match(sentence.text, sentence.start)
    # "Hours after the raid, a lorry hit a mine"; "a day after the bombing" may name the act itself
    is_new = main.support == "verb" and main.subtype != "body_found"
    return opening is not None and (is_new or not opening["since"])


def _is_by_new_doers(draft: Draft) -> bool:
    """As in "a day later a bomb wounded four rangers": nobody and nothing told before is in it."""
    fillers = [it for it in draft.fillers if it.role in DOING_ROLES or it.role in HIT_ROLES]
    return (
        draft.support == "verb"
        and any(it.role in DOING_ROLES for it in fillers)
        and not any(
            it.nominal.is_definite
            or "pronoun" in it.nominal.fillers
            or _PART.issubset(_words(it.nominal, draft))
            for it in fillers
        )
    )


def _words(nominal: Nominal, draft: Draft) -> tuple[str, ...]:
    return draft.reading.sentence.norms[nominal.first : nominal.last]


@cache
def _interval() -> re.Pattern[str]:
    units = "(?:hours?|days?|weeks?|months?)"
    since = r"(?P<since>after (?:the|that|this|these|those)\b)"
    counted = rf"(?:\w+ ){{0,3}}{units} (?:later\b|earlier\b|before\b|{since})"
    named = r"the (?:next|following|previous) (?:day|morning|evening|night|week)\b"
    return re.compile(rf"\W{{0,2}}(?:{counted}|{named})", re.IGNORECASE)


def _adds_another(draft: Draft) -> bool:
    """As in "Also on Tuesday, a mine killed two", "A mine also killed two": by some means or men.

    "The blast also damaged a school" goes on.
    """
    reading = draft.reading
    if _ALSO not in reading.vocabulary or draft.support != "verb" or not draft.subjects:
        return False
    norms, clauses = reading.sentence.norms, reading.clauses
    subject = clauses.chunks[draft.subjects[0]]
    if norms[subject.first] not in A_AN and reading.tags[subject.first] not in "#Ns":
        return False
    is_means = any(
        item.nominal.chunk in draft.subjects and item.role in _BY_WHOM for item in draft.fillers
    )
    between = norms[subject.last : draft.last]
    is_front = norms[0] == _ALSO and clauses.kinds[1:2] in {"t", "P"}
    return is_means and (is_front or _ALSO in between or _is_also_said(draft, subject.first))


def _is_also_said(draft: Draft, token: int) -> bool:
    """As in "She also said gunmen killed two drivers": some gunmen, and so many."""
    reading = draft.reading
    before = [norm for norm in reading.sentence.norms[max(token - 3, 0) : token] if norm != "that"]
    is_said = before[-2:-1] == [_ALSO] and before[-1] in reading.lexicon.speech_words
    return is_said and any(claim.best is not None for claim in draft.claims)


def _goes_on_falling(group: Act, act: Act | None) -> bool:
    """As in "Guns pounded A. Shells also landed on a clinic": more of the salvo, in its town."""
    return (
        act is not None
        and group.main.type is act.main.type is EventType.SHELLING
        and not any(draft.places for draft in group.drafts)
        and group.main.reading.sentence.norms[0] != _ALSO
    )


def _opens_another(draft: Draft) -> bool:
    """As in "In a separate raid in A, one more was killed", "A second village was hit".

    Also "Elsewhere in the country, a mine hit a bus", however far its verb is.
    """
    norms = draft.reading.clauses.front[:_OPENING]
    if norms[0] in _ELSEWHERE and draft.support != "dependent":
        return True
    if norms[0] in A_OR_ANOTHER and norms[1:2] and norms[1] in ONE_MORE:
        is_act = draft.support != "dependent"  # "a second bus was hit and two died"
        first = draft.reading.nominal(draft.reading.clauses.start)
        return is_act and not THINGS_AND_GROUND.isdisjoint(first.fillers)
    deeds = noun_classes()["deed"] | noun_classes()["retold_act"]
    return norms[0] in _IN and any(
        one in _APART and other in deeds for one, other in pairwise(norms)
    )


def _brings_another(group: Act, act: Act | None) -> bool:
    """Whether "also" tells of another weapon or party, or of whom came behind the act."""
    is_more = any(map(_adds_another, group.drafts)) and not _goes_on_falling(group, act)
    return is_more or any(map(_hits_relief, group.drafts))


def _hits_relief(draft: Draft) -> bool:
    """As in "Reinforcements came under fire on their way": who came behind the act told before."""
    reading = draft.reading
    return _RELIEF in reading.vocabulary and any(
        draft.head_word(it) == _RELIEF and not it.nominal.is_definite
        for it in draft.fillers
        if it.role in HIT_ROLES
    )


def _hits_another(draft: Draft) -> bool:
    """As in "an attack on another prison": a place beside the one told before."""
    norms = draft.reading.sentence.norms
    return any(
        filler.nominal.target is not None and norms[filler.nominal.first] == "another"
        for filler in draft.by_role("target")
    )


def _is_one_of_those_told(draft: Draft, whom: Filler, token: int) -> bool:
    """As in "two died and the third blew himself up", "two other people were hit too".

    Persons beside others told before, and no place or day of their own: more of one act.
    """
    if draft.places or any(time.first or time.last for time in draft.times):
        return False
    if whom.role == "instrument" or whom.nominal.target is not None:
        return False
    norms = draft.reading.sentence.norms
    opening, is_head = norms[whom.nominal.first], whom.nominal.head == token
    if norms[token] in OTHERS:  # "each accused the other of firing it"
        return whom.role in HIT_ROLES or (is_head and opening in _SIDES)
    return is_head and opening == "the"


def _is_told_as_earlier(draft: Draft) -> bool:
    """As in "after an earlier explosion", "Earlier, a bomb went off in B": one told before it."""
    reading = draft.reading
    norms, front = reading.sentence.norms, reading.clauses.front
    if EARLIER.isdisjoint(norms[: draft.last]):
        return False
    if is_outcome(draft) and not _is_by_new_doers(draft):
        return False
    first = reading.clauses.chunks[draft.chunk].first
    if draft.construction == "nominal" and tells_earlier_act(reading, first, draft.last):
        return True
    return (
        front[0] in EARLIER
        and reading.lexicon.speech_words.isdisjoint(norms[len(norms) - len(front) : draft.first])
        and not any(it.nominal.is_definite for it in draft.fillers if it.role != "target")
        and (draft.construction != "nominal" or norms[first] not in BACK)
    )


def _counts_more(reading: Reading, number: int, token: int) -> bool:
    """As in "damaged three other cars and shattered windows": things of another verb, no act."""
    return (
        reading.tags[token - 1] == "#"
        and reading.clauses.chunks[number].head not in reading.event_heads
        and reading.nominal(number).weapon is None
    )


def _says_which(reading: Reading, number: int) -> bool:
    """As in "soldiers in a second lorry returned the fire": where those were who acted."""
    kinds, chunks = reading.clauses.kinds, reading.clauses.chunks
    return kinds[max(number - 2, 0) : number + 2] in {"NPNV", "NPNX"} and (
        chunks[number].head not in reading.event_heads
    )


def _is_teller(reading: Reading, number: int, token: int) -> bool:
    """As in "Another resident put the dead at 13": one more who tells of it."""
    return (
        reading.clauses.kinds[number + 1 : number + 2] in {"V", "X"}
        # "in a separate attack | rebels stormed a post"
        and reading.sentence.norms[token + 1] not in noun_classes()["deed"]
        and not PERSONS.isdisjoint(reading.nominal(number).fillers)
    )


def _are_others_counted(group: Act, draft: Draft, token: int) -> bool:
    """As in "18 were killed and dozens other wounded": besides those counted just before."""
    told = [it for one in group.drafts for it in one.claims if it.reading is draft.reading]
    return (
        draft.reading.sentence.norms[token] in OTHERS
        and any(claim.first <= token < claim.last for claim in draft.claims)
        and any(claim.last <= token for claim in told)
    )


def act_of_rank(acts: Sequence[Act], group: Act) -> Act | None:
    """As in "a bomb went off in A. A grenade hit B. ... It claimed the second attack": that on B.

    Only where the words tell nothing else of it: "the second attack killed four" may be another.
    """
    if RANKS.keys().isdisjoint(group.main.reading.vocabulary):
        return None
    told = [act for act in acts if act.is_told_violence]
    ranks = [_rank(draft) for draft in group.drafts]
    if len(told) != FEW or None in ranks or not ranks:
        return None
    return told[ranks[0] or 0]


def _rank(draft: Draft) -> int | None:
    if draft.support == "verb" or draft.claims or draft.places or draft.times:
        return None
    chunks, norms = draft.reading.clauses.chunks, draft.reading.sentence.norms
    group = chunks[draft.chunk]
    is_predicate = draft.reading.tags[chunks[draft.chunk - 1].head] == "B"  # "it was the first"
    if is_predicate or any(item.role in HIT_ROLES for item in draft.fillers):
        return None
    ranks = [RANKS[norm] for norm in norms[group.first + 1 : group.head] if norm in RANKS]
    return ranks[0] if ranks and norms[group.first] == "the" else None


def counts_the_act(draft: Draft) -> bool:
    """As in "this is the second attack in a month": said of the act that was told before.

    So is "the deadliest raid since that of January", whatever the other one was.
    """
    reading = draft.reading
    clauses, norms = reading.clauses, reading.sentence.norms
    verb = draft.chunk - 1
    if draft.construction != "nominal" or clauses.kinds[max(verb, 0)] not in "VX":
        return False
    own = clauses.chunks[draft.chunk]
    subject = clauses.subject(verb)
    words = norms[own.first : draft.first]
    is_ranked = not noun_classes()["ordinal"].isdisjoint(words) or (
        _SINCE in reading.vocabulary and any(map(is_superlative, words))
    )
    return (
        is_ranked
        and reading.tags[clauses.chunks[verb].head] == "B"
        and len(subject) == 1
        and clauses.first_words[subject[0]] in _THE_ACT
    )


def ranks_the_act(draft: Draft) -> bool:
    """As in "the incident was one of 30 attacks that day": the others are told by no words."""
    reading = draft.reading
    clauses = reading.clauses
    norms = reading.sentence.norms
    at = draft.chunk
    if not clauses.kinds.endswith("VNP", 0, at) or draft.support == "verb":
        return False
    verb, counted, of = (clauses.chunks[number] for number in range(at - 3, at))
    if norms[of.first] != "of" or norms[counted.head] not in COUNTED_RANKS:
        return False
    subject = clauses.subject(at - 3)
    if reading.tags[verb.head] != "B" or len(subject) != 1:
        return False
    group = clauses.chunks[subject[0]]
    return norms[group.first] in _THE_ACT

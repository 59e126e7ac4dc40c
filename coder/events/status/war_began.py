"""Wars told in passing: what one began with, and who served in one."""

from datetime import date

from coder.events.drafts import Draft
from coder.lexicon.closed import THIS_THOSE
from coder.lexicon.words import noun_classes
from coder.rules.model import PERSONS_IN_ARMS
from coder.values.kinds import FIGHTS
from coder.values.labels import EventType

_WARS = frozenset({"war", "conflict", "insurgency", "uprising", "rebellion", "revolt"})
_SET_OFF = frozenset({"sparked", "triggered", "ignited", "prompted", "unleashed"})
_LAUNCHED = frozenset({"launched", "waged"})
_CAMPAIGNS = frozenset({"offensive", "campaign", "operation", "assault", "bombardment"})
_OPENING = frozenset({"when", "after", "with", "as", "by", "following"})
_KNOWN = THIS_THOSE | {"the", "its", "their"}
_SINCE = "since"
_FRESH = 7  # days: a war that broke out this week is the news
_NEAR = 12  # tokens from the verb to what the war began with
FOUGHT = frozenset({"fight", "fights", "fought", "fighting"})
_WITH_A_SIDE = frozenset({"alongside", "under"})
_ON_A_SIDE = frozenset({"for", "on", "in"})
_IN_WAR = frozenset({"in", "at", "throughout", "during"})
_VETERANS = frozenset({"veterans", "veteran", "ex-servicemen", "conscripts"})


def is_since_it_began(draft: Draft, reference: date | None) -> bool:
    """As in "200 have been killed since the fighting erupted on 15 April": told to count from."""
    if draft.support != "occurrence" or draft.construction != "nominal" or draft.claims:
        return False
    clauses = draft.reading.clauses
    first, verb = clauses.chunks[draft.chunk].first, draft.chunk + 1
    if draft.reading.sentence.norms[max(first - 1, 0)] != _SINCE or _is_fresh(draft, reference):
        return False
    return (
        clauses.kinds[verb : verb + 1] in {"V", "X"}
        and clauses.head_words[verb] in noun_classes()["arising"]
    )


def is_what_war_began_with(draft: Draft, reference: date | None) -> bool:
    """Whether an act stands in the clause that tells how a war began: a cause, codebook 2.2."""
    reading = draft.reading
    if (_WARS | _CAMPAIGNS).isdisjoint(reading.vocabulary) or _is_fresh(draft, reference):
        return False
    clauses, norms = reading.clauses, reading.sentence.norms
    started = noun_classes()["arising"] | _SET_OFF | _LAUNCHED
    for verb in range(draft.chunk - 1, 0, -1):
        if clauses.kinds[verb] not in "VXK" or clauses.head_words[verb] not in started:
            continue
        behind = norms[clauses.chunks[verb].last : draft.first]
        if _OPENING.isdisjoint(behind[:_NEAR]) or "." in behind or ";" in behind:
            return False
        wars = _WARS
        about = _about(draft, verb)
        if clauses.head_words[verb] in _LAUNCHED:  # "launched its offensive after gunmen stormed"
            wars, about = _WARS | _CAMPAIGNS, [*clauses.objects(verb)] if _has_day(draft) else []
        return any(
            clauses.head_words[who] in wars and clauses.first_words[who] in _KNOWN for who in about
        )
    return False


def _has_day(draft: Draft) -> bool:
    return any(time.last is not None for time in draft.times)


def _is_fresh(draft: Draft, reference: date | None) -> bool:
    last = next((time.last for time in draft.times if time.last is not None), None)
    return last is not None and reference is not None and (reference - last).days <= _FRESH


def _about(draft: Draft, verb: int) -> list[int]:
    """What is said to have begun: the subject, or what a relative or participle stands behind."""
    clauses = draft.reading.clauses
    at = verb - 1
    while at > 0 and clauses.kinds[at] in "W,At":
        at -= 1
    return [*clauses.subject(verb), at]


def is_crowd_at_war(draft: Draft) -> bool:
    """As in "volunteers who fought in the Battle of Keren", "veterans who fought in Korea".

    They were soldiers then: no riot.
    """
    reading = draft.reading
    clauses = reading.clauses
    if draft.type is not EventType.RIOT or clauses.head_words[draft.chunk] not in FOUGHT:
        return False
    if any(draft.head_word(filler) in _VETERANS for filler in draft.fillers):
        return True
    wars = noun_classes()["war"] | noun_classes()["war_side"]
    return any(
        phrase.preposition in _IN_WAR
        and not wars.isdisjoint(
            {
                clauses.head_words[at],
                reading.sentence.norms[reading.nominal(at).last - 1],
            }
        )
        for phrase in clauses.phrases(draft.chunk)[:1]
        for at in phrase.groups
    )


def is_service(draft: Draft) -> bool:
    """Whether a clash tells for whom or in which war somebody fought, and nothing of a fight.

    Whom they fought, where or when makes it one.
    """
    if draft.type not in FIGHTS or draft.support != "verb":
        return False
    if draft.places or draft.times or len(draft.fillers) > 1:
        return False
    clauses = draft.reading.clauses
    if clauses.head_words[draft.chunk] not in FOUGHT or any(
        filler.nominal.chunk > draft.chunk for filler in draft.fillers
    ):
        return False
    return clauses.kinds[draft.chunk + 1 : draft.chunk + 3] == "PN" and _is_side(draft)


def _is_side(draft: Draft) -> bool:
    """As in "alongside the imperial infantry", "for the crown", "on the side of the king"."""
    reading = draft.reading
    norms = reading.sentence.norms
    word = reading.clauses.first_words[draft.chunk + 1]
    side = reading.nominal(draft.chunk + 2)
    if word in _WITH_A_SIDE:
        return not side.fillers.isdisjoint(PERSONS_IN_ARMS)
    return word in _ON_A_SIDE and norms[side.last - 1] in noun_classes()["war_side"]

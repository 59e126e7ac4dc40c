"""Whether words with nothing of their own tell again the one act of violence told so far.

"Two men were shot dead in a bar ... Two men in masks burst in", "a bomber struck a clinic ... 'As
the crowd grew the bomber blew himself up'": no place, day, victim or party that the act lacks.
"""

from collections.abc import Sequence

from coder.discourse.acts import HARM, Act
from coder.discourse.counts.wholes import make_parts
from coder.discourse.merging.conflicts import days_of, places_conflict, sets_apart
from coder.discourse.merging.evidence import likeliest
from coder.discourse.merging.identity import MAX_DISTANCE, in_other_entry, in_other_item
from coder.discourse.merging.one_kind import of_one_kind
from coder.discourse.merging.own_doers import (
    has_own_doers,
    is_by_attackers,
    is_by_known,
)
from coder.discourse.merging.same_persons import other_dead
from coder.discourse.merging.where_it_lies import may_lie_there
from coder.discourse.news.stories import is_in_present
from coder.discourse.setting.elaboration import finest, may_lie_within
from coder.events.drafts import Draft, Filler, place_names
from coder.events.roles.names import is_person_name
from coder.events.support import ASSERTING
from coder.events.together.sequels import is_sequel
from coder.lexicon.closed import IS_ARE
from coder.lexicon.words import noun_classes
from coder.rules.model import ACTING_ROLES
from coder.values.kinds import ATTACK_OR_KILLING, ATTACKS, STATE_FORCES
from coder.values.labels import ActorType, EventType, Scope

TOLD_AGAIN = "the one act of the text, told again"
WEIGHED = "more speaks for one act than against it"
_AT_OTHER_TIMES = frozenset(
    {"earlier", "previously", "previous", "since", "last", "past", "already", "again", "later"}
    | {"also", "moreover", "meantime", "throughout"}
)
_ONE = "one"
_BLOWS = ATTACKS | ATTACK_OR_KILLING
_BESIDE = frozenset({EventType.ARMED_CLASH, EventType.PROPERTY_ATTACK})
_TOLD_BESIDE = _BLOWS | _BESIDE
_ALSO = frozenset({"also"})  # "Six homes were also burnt": besides what was done to the people


def told_again(acts: Sequence[Act], group: Act) -> tuple[Act, str] | None:
    """The only act of violence that a group may tell, where it adds nothing of its own."""
    if group.main.support not in ASSERTING or not all(map(may_be_told_again, group.drafts)):
        return None
    if any(draft.type not in _BLOWS for draft in group.drafts):
        return None
    told = [act for act in acts if act.main.type in _BLOWS and act.is_told_violence]
    meant = [act for act in told if _may_be_meant(act, group)]
    kind = group.main.type
    meant = [act for act in meant if act.main.type is kind] or meant
    why = TOLD_AGAIN
    if len(meant) != 1:
        open_ones = [it for it in told if _may_be_one(it, group) and not other_dead(it, group)]
        meant, why = likeliest(open_ones, group), WEIGHED
    if len(meant) != 1:
        return None
    [act] = meant
    for draft in group.drafts:
        make_parts(draft.claims, [claim for before in act.drafts for claim in before.claims])
    return act, why


def may_be_told_again(draft: Draft) -> bool:
    """Whether a draft tells a blow that was dealt once, and at no other time than the act told."""
    return is_of_that_time(draft) and draft.construction != "infinitive" and not is_sequel(draft)


def is_of_that_time(draft: Draft) -> bool:
    """Whether a draft tells one blow, and nothing that was at another time or goes on."""
    return (
        draft.type in _TOLD_BESIDE
        and draft.countable
        and draft.scope is not Scope.SUMMARY
        and not is_of_other_time(draft)
        and not _goes_on_now(draft)
    )


def is_of_other_time(draft: Draft) -> bool:
    """Whether its clause says that it was at another time or is one more: "also", "earlier"."""
    reading = draft.reading
    if _AT_OTHER_TIMES.isdisjoint(reading.vocabulary):
        return False
    chunks = reading.clauses.chunks
    first, last = reading.clauses.clause(draft.chunk)
    words = reading.sentence.norms[chunks[first].first : chunks[min(last, len(chunks)) - 1].last]
    said = reading.lexicon.speech_words
    others = _AT_OTHER_TIMES - _ALSO if draft.type in _BESIDE else _AT_OTHER_TIMES
    dated = {word for time in draft.times for word in time.text.lower().split() if time.first}
    return any(
        word in others - dated and said.isdisjoint(words[max(0, at - 1) : at + 2])
        for at, word in enumerate(words)
    )


def _goes_on_now(draft: Draft) -> bool:
    """As in "the rebels who are attacking the people there", "when a plane carries out a raid"."""
    group = draft.reading.clauses.chunks[draft.chunk]
    norms = draft.reading.sentence.norms
    is_told = draft.reading.sentence.index < 0 or norms[0] == '"'
    return norms[group.first] in IS_ARE or (not is_told and is_in_present(draft))


def _may_be_one(act: Act, group: Act) -> bool:
    """Whether nothing sets the two apart."""
    old, new = act.main, group.main
    return (
        old.reading is not new.reading
        and old.modality is new.modality
        and new.reading.sentence.index - act.sentence <= MAX_DISTANCE
        and of_one_kind(act, group)
        and not in_other_item(old, new)
        and not in_other_entry(old, new)
        and not sets_apart(act, group)
        and (not places_conflict(act, group) or _is_by_attackers_there(act, group))
        and not has_own_doers(act, group)
    )


def _may_be_meant(act: Act, group: Act) -> bool:
    """Whether nothing sets the two apart, and all that the group names was told in the act."""
    return (
        act.main.scope is Scope.SINGLE
        and any(claim.kind in HARM for draft in act.witnesses for claim in draft.claims)
        and (
            place_names(group.drafts) <= place_names(act.witnesses)
            or (is_by_attackers(group) and _may_be_its_town(act, group))
        )
        and (all(days_of(draft) is None for draft in group.drafts) or _is_dated(act))
        and _may_be_one(act, group)
        and not places_conflict(act, group)
        and _counts_no_more(act, group)
        and _names_nobody_else(act, group)
    )


def _counts_no_more(act: Act, group: Act) -> bool:
    """As in "The gunman shot a woman outside and wounded six": some of the dead and hurt told."""
    counted = [claim for draft in group.drafts for claim in draft.claims if claim.best]
    if not counted:
        return True
    told = [claim for draft in act.witnesses for claim in draft.claims if claim.best]
    return all(
        claim.kind in HARM
        and any(it.kind is claim.kind and (it.best or 0) >= (claim.best or 0) for it in told)
        for claim in counted
    ) and is_by_known(group)


def _may_be_its_town(act: Act, group: Act) -> bool:
    return finest(act) is None and may_lie_within(group.drafts, act.witnesses)


def _is_by_attackers_there(act: Act, group: Act) -> bool:
    """As in "bombed a bus in Sri Lanka. The attackers struck in Buttala", which no list has."""
    return may_lie_there(act, group) and is_by_attackers(group)


def _is_dated(act: Act) -> bool:
    return any(days_of(draft) is not None for draft in act.witnesses)


def _names_nobody_else(act: Act, group: Act) -> bool:
    """Whether each party and thing is taken for known, told in the act, or unknown to all."""
    known = {draft.noun_meant(it) for draft in act.witnesses for it in draft.fillers}
    is_open = not any(draft.by_role(role) for draft in act.witnesses for role in ACTING_ROLES)
    return all(
        _is_told(draft, filler, known)
        or (is_open and _is_anybody(filler))
        or (filler.nominal.chunk in {claim.nominal.chunk for claim in draft.claims if claim.best})
        for draft in group.drafts
        for filler in draft.fillers
    )


def _is_anybody(filler: Filler) -> bool:
    """As in "two men burst in", where the act was told without those who did it."""
    actor = filler.nominal.actor
    if filler.role not in ACTING_ROLES or is_person_name(filler.nominal):
        return False
    return actor is None or (actor.actor_id is None and actor.type not in STATE_FORCES)


def _is_told(draft: Draft, filler: Filler, known: set[str]) -> bool:
    nominal = filler.nominal
    norm = draft.reading.sentence.norms[nominal.head]
    if filler.antecedent is not None or "pronoun" in nominal.fillers or norm in known:
        return True
    if is_person_name(nominal):
        return False
    classes = noun_classes()
    if filler.role in ACTING_ROLES:
        if nominal.actor is not None and nominal.actor.type is ActorType.UNIDENTIFIED_ARMED:
            return nominal.actor.actor_id is None
        return norm == _ONE or norm in classes["unknown_doer"] or norm in classes["attacker"]
    if filler.role == "instrument":
        return nominal.is_definite or draft.type is EventType.ARMED_ATTACK
    return nominal.is_definite and (
        nominal.target is None or classes["ordinal"].isdisjoint(draft.reading.vocabulary)
    )

"""What drafts of a sentence share that no construction ties: doers, weapon, people or moment."""

from coder.events.drafts import Draft
from coder.events.roles.devices import instruments
from coder.events.together.different_people import victims
from coder.events.together.pairs import in_two_places
from coder.events.together.when_clauses import (
    befell_after,
    befell_one_of_them,
    did_by_those,
    did_harm_by,
    happened_when,
    happened_where,
    is_what_befell,
)
from coder.lexicon.closed import WHILE
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.kinds import ARMED_NON_STATE
from coder.values.labels import EventType

_ASSAULTS = frozenset({EventType.ARMED_ATTACK, EventType.BOMBING})


def in_common(one: Draft, other: Draft, between: str) -> str | None:  # noqa: PLR0911 - one answer a sign
    """What the two share; null where nothing."""
    if one.subjects and one.subjects == other.subjects and "W" not in between:
        return "one actor's chain of blows"
    if one.support != "verb" and other.support != "verb" and one.type is other.type:
        return "two nouns for one act"
    if one.subtype == other.subtype and other.construction == "infinitive":
        return "what it was done for"  # "used tear gas to disperse them"
    if instruments(one) & instruments(other):
        return "one weapon in both"
    if one.type is other.type and victims(one) & victims(other):
        return "the same people"
    if one.type is other.type is EventType.PROTEST and _by_whom_it_hit(one, other):
        return "the protest it broke up"
    if happened_where(one, other) or befell_one_of_them(one, other):
        return "what happened where it struck"
    if befell_after(one, other) and not in_two_places(one, other):
        return "what befell them when it happened"
    if _stormed_behind_blast(one, other):
        return "one attack by both"
    is_moment = "U" in between and happened_when(one, other)
    return _at_that_moment(one, other) if is_moment else None


def _by_whom_it_hit(one: Draft, other: Draft) -> bool:
    """As in "tear gas was fired at students who had gathered outside": they are whom it hit."""
    heads = [other.reading.clauses.chunks[number].head for number in other.subjects]
    return any(
        item.nominal.first <= head < item.nominal.last
        for item in one.fillers
        if item.role in HIT_ROLES
        for head in heads
    )


def _at_that_moment(one: Draft, other: Draft) -> str | None:
    if is_what_befell(one) or did_harm_by(one, other) or _cleared_by_arrests(one, other):
        return "what befell them when it happened"
    is_beginning = one.support == "occurrence" and one.construction == "nominal"
    return "what the act began with" if is_beginning else None


def _stormed_behind_blast(one: Draft, other: Draft) -> bool:
    """As in "a suicide bomber blew up his car and gunmen opened fire on the guards"."""
    doers = [item.nominal.actor for item in other.by_role("perpetrator")]
    return (
        one.first < other.first
        and one.type is EventType.BOMBING
        and bool(one.by_role("perpetrator"))
        and other.support == "verb"
        and other.type in _ASSAULTS
        and bool(doers)
        and all(actor is not None and actor.type in ARMED_NON_STATE for actor in doers)
        and one.modality is other.modality
        and not (one.times and other.times)
        and not in_two_places(one, other)
    )


def _cleared_by_arrests(one: Draft, other: Draft) -> bool:
    """As in "arrested 40 when they broke up a march": those who did both, at one protest."""
    return (
        one.type is EventType.ARREST
        and other.subtype == "intervention"
        and did_by_those(one, other)
    )


def is_noise_of_fight(one: Draft, other: Draft) -> bool:
    """As in "mortar fire shook Bangui as rebels fought troops": how the fight sounded."""
    early, late = sorted((one, other), key=lambda draft: draft.chunk)
    clauses = late.reading.clauses
    verb = early.chunk if early.governor is None else early.governor
    is_harmless = all(claim.nominal.chunk > late.chunk for claim in early.claims)
    is_heard = clauses.head_words[verb] in noun_classes()["sounding"] and is_harmless
    left, _ = clauses.clause(late.chunk)
    if not is_heard or late.type is not EventType.ARMED_CLASH or left <= early.chunk:
        return False
    hit = [item.nominal for item in early.fillers if item.role in HIT_ROLES]
    is_it = clauses.first_words[left - 1] in WHILE and all("place" in it.fillers for it in hit)
    if is_it:
        early.type, early.subtype = late.type, late.subtype
        early.scope, early.n_low, early.n_high = late.scope, late.n_low, late.n_high
    return is_it

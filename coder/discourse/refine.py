"""The type and subtype of an act, made more specific by its means; codebook 2.1."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from coder.discourse.acts import Act, Responsibility
from coder.events.drafts import Draft
from coder.events.roles.devices import is_made_safe, is_of_it
from coder.events.status.own_words import words_of_line
from coder.lexicon.words import noun_classes
from coder.rules.model import FLYING, Refinement
from coder.rules.ruleset import RuleSet
from coder.values.events import Casualty, EventActor, Weapon
from coder.values.kinds import ARMED_NON_STATE, ATTACK_OR_KILLING, ON_SIDE_OF_STATES, TAKINGS
from coder.values.labels import (
    ActorType,
    CasualtyKind,
    EventType,
    Modality,
    Outcome,
    Role,
    WeaponType,
)

_MAX_STEPS = 3
_AT_BORDER = "border_clash"
_SUICIDAL = ("suicide", "")
_AIRCRAFT = frozenset({("filler", f"{role}=aircraft") for role in ("perpetrator", "instrument")})
_ON_FOOT = frozenset({("weapon", str(WeaponType.SUICIDE_VEST)), ("suicide", "")})
_WEARING = frozenset({"wearing", "wore", "worn", "donning", "clad", "strapped"})
_SUICIDE = re.compile(r" suicide (?!(?:vest|jacket|belt)s? )")  # worn or found is not set off
_CARRYING = frozenset({"carrying", "wielding", "brandishing", "toting"})
_CARRIED = re.compile(rf" (?:{'|'.join(sorted(_CARRYING))})(?: [a-z-]+){{0,6}}\Z")
_EXPLODING = frozenset({WeaponType.EXPLOSIVE_DEVICE, WeaponType.GRENADE, WeaponType.INCENDIARY})
_FROM_AIR = frozenset(
    {("weapon", str(kind)) for kind in (WeaponType.AERIAL_BOMB, WeaponType.DRONE)}
)
_IN_SUPPORT = re.compile(
    r" (?:backed|supported|covered|aided) by (?:\S+ ){0,3}"
    r"(?:helicopters?|gunships?|warplanes?|jets?|aircraft|planes?|drones?|choppers|bombers) "
)
_TROOPS = frozenset({ActorType.STATE_MILITARY, ActorType.STATE_POLICE, ActorType.INTL_FORCE})
_CAPTORS = (
    frozenset(ActorType)
    - ON_SIDE_OF_STATES
    - {ActorType.CIVILIANS, ActorType.ORGANISATION, ActorType.PROTESTERS, ActorType.UNKNOWN}
)
_ARMED_ATTACK = EventType.ARMED_ATTACK
_DESTRUCTION = EventType.PROPERTY_ATTACK
_POSSESSIVE = r"(?:his|her|their|whose|the|its)"
_UNHEARD = re.compile(
    r" (?:"
    r"(?:has|have|had|was|were) (?:not|never|n't) (?:yet )?(?:been )?"
    r"(?:seen|heard(?: of| from)|located|traced)\b"
    r"|not (?:been )?(?:seen|heard(?: of| from)) since"
    r"|(?:nothing|no word|no news|no trace|no sign) (?:more |further )?"
    r"(?:has been|have been|had been|was|is) (?:heard|known|received|seen|found) "
    r"|(?:had|have|has|received) no (?:news|word|contact|information) "
    rf"|(?:and|but|,|;|with) {_POSSESSIVE} whereabouts|whose whereabouts"
    r"|whereabouts (?:of (?:[^ .;]+ ){1,6})?(?:is|are|was|were|remains?|remained) (?:still )?"
    r"(?:un|not )"
    rf"|{_POSSESSIVE} (?:fate|whereabouts) (?:is|are|was|were|remains?|remained) (?:still )?"
    r"(?:un|not |a mystery)"
    r"|(?:and|but) (?:is|are|remains?) (?:still )?missing"
    r"|(?:has|have) been missing since|without (?:a )?trace"
    r"|(?:nobody|no one) (?:knows|has seen|has heard)"
    r"|(?:deny|denies|denied) (?:holding|having|detaining|arresting|any knowledge)"
    r")"
)


class Kind(NamedTuple):
    """A type with its subtype."""

    type: EventType
    subtype: str


class _Words(NamedTuple):
    """The words of the sentences that tell an act: each once, and one text with spaces around."""

    each: frozenset[str]
    text: str

    def have(self, cue: str) -> bool:
        """Whether a word or phrase stands among them."""
        return f" {cue} " in self.text if " " in cue else cue in self.each


_POLICED = Kind(EventType.PROTEST, "intervention")


_DEADLY = Kind(EventType.PROTEST, "excessive_force")


def refined_type(act: Act, rules: RuleSet, weapons: list[Weapon]) -> Kind:
    """The type of the main draft after the refinements that apply, at most three in a row."""
    main = act.main
    kind = Kind(main.type, main.subtype)
    for draft in act.drafts:
        if draft.type is kind.type and kind.subtype == "unspecified":
            kind = Kind(kind.type, draft.subtype)
    facts = _facts(act, weapons)
    tellers = {id(draft.reading): draft for draft in act.witnesses}.values()
    told = [words_of_line(draft) for draft in tellers]
    words = _Words(frozenset().union(*told), " " + " ".join(map(" ".join, told)) + " ")
    facts |= _told_in(words, kind)
    if _SUICIDAL in facts:
        facts -= _AIRCRAFT  # "a suicide bombing ... The bombers rode two motorcycles"
    if facts & _ON_FOOT and _is_only_worn(act, words):
        facts -= _ON_FOOT
    if kind.type is _ARMED_ATTACK and not _CARRYING.isdisjoint(words.each):
        facts -= _only_carried(weapons, words)
    if facts & _FROM_AIR and _IN_SUPPORT.search(words.text):
        facts -= _FROM_AIR  # "troops backed by helicopters killed": whose act it is
    for _ in range(_MAX_STEPS):
        met = rules.refinements_of[kind.type].met(words.each, facts)
        found = next((r for _, r in met if _applies(r, kind, facts, words)), None)
        if found is None or (found.to_subtype == _AT_BORDER and _has_rebels(act)):
            break
        kind = Kind(found.to_type, found.to_subtype)
    return _DEADLY if kind == _POLICED and any(map(_kills_some, act.drafts)) else kind


def _has_rebels(act: Act) -> bool:
    """As in "a border guard fought militants": a border clash is one of forces of two states."""
    return any(
        filler.nominal.actor is not None and filler.nominal.actor.type in ARMED_NON_STATE
        for draft in act.drafts
        for filler in draft.fillers
    )


def _kills_some(draft: Draft) -> bool:
    """Whether people, and none of those who used force, are told to have died of it."""
    return any(
        claim.kind is CasualtyKind.KILLED
        and claim.best != 0
        and "authority" not in claim.nominal.fillers
        for claim in draft.claims
    )


def _is_downing(act: Act) -> bool:
    """Whether an aircraft is what was shot at: "two drones were felled by anti-aircraft guns"."""
    target = act.main.frame.role("target")
    return target is not None and target.fillers == FLYING


def held_by_captors(
    kind: Kind, act: Act, actors: Sequence[EventActor], *, were_taken: bool
) -> Kind:
    """The kind of a taking or a release by who holds the people: no state, or whoever took them.

    As in "gunmen took away the clerk. He was let go on Sunday": a kidnapping and its end.
    """
    doers = {actor.type for actor in actors if actor.role is Role.PERPETRATOR}
    if kind.subtype != "unspecified":  # "troops freed 13 hostages"
        is_rescue = kind.subtype == "hostage_release" and doers and doers <= _TROOPS
        return Kind(kind.type, "rescue") if is_rescue else kind
    if kind.type is EventType.ABDUCTION and doers and doers.isdisjoint(ON_SIDE_OF_STATES):
        return Kind(kind.type, "kidnapping")
    if kind.type is not EventType.RELEASE or not noun_classes()["inmate"].isdisjoint(_freed(act)):
        return kind
    if (
        doers
        and doers <= _TROOPS
        and not noun_classes()["of_hostages"].isdisjoint(act.main.reading.vocabulary)
    ):
        return Kind(kind.type, "rescue")  # "soldiers freed 23 of the women who were seized"
    if doers & _CAPTORS or (were_taken and doers.isdisjoint(ON_SIDE_OF_STATES)):
        return Kind(kind.type, "hostage_release")
    return kind


def taken_so(kind: Kind, act: Act, casualties: list[Casualty]) -> list[Casualty]:
    """The claims of an act with those arrested as abducted where the act became a disappearance."""
    if kind.type is not EventType.ABDUCTION or act.main.type is not EventType.ARREST:
        return casualties
    return [
        replace(claim, kind=CasualtyKind.ABDUCTED) if claim.kind is CasualtyKind.ARRESTED else claim
        for claim in casualties
    ]


def _freed(act: Act) -> Iterator[str]:
    """The nouns for those who were let go."""
    for draft in act.drafts:
        norms = draft.reading.sentence.norms
        yield from (norms[filler.nominal.head] for filler in draft.by_role("target"))


def _is_only_worn(act: Act, words: _Words) -> bool:
    """As in "gunmen wearing suicide vests stormed the office": nobody is told to have set them off.

    Where no other way of attacking is told, the vest was the way.
    """
    return (
        act.main.subtype != "unspecified"
        and not _WEARING.isdisjoint(words.each)
        and noun_classes()["of_bombing"].isdisjoint(words.each)
        and not any(
            draft.type is EventType.BOMBING and draft.modality is Modality.OCCURRED
            for draft in act.drafts
        )
    )


def _only_carried(weapons: Sequence[Weapon], words: _Words) -> set[tuple[str, str]]:
    """As in "rebels carrying dynamite attacked a post": nobody is told to have set it off."""
    if not noun_classes()["set_off"].isdisjoint(words.each):
        return set()
    return {
        ("weapon", str(weapon.type))
        for weapon in weapons
        if weapon.type in _EXPLODING
        and _CARRIED.search(words.text.partition(f" {weapon.text.lower()} ")[0])
    }


def how_it_ended(act: Act) -> tuple[Modality, Outcome | None]:
    """Modality and outcome of an act: those of its main draft, unless its device did not work.

    As in "threw a grenade at the post; it failed to explode": what was thrown is an attempt.
    """
    main = act.main
    outcome = next((draft.frame.outcome for draft in act.drafts if draft.frame.outcome), None)
    if main.type is EventType.BOMBING and main.modality is Modality.OCCURRED:
        if any(draft.reading is main.reading and is_made_safe(main, draft) for draft in act.drafts):
            return Modality.FOILED, outcome
        near = range(main.reading.sentence.index, main.reading.sentence.index + 2)
        blasts = [draft for draft in act.drafts if _is_of_device(draft)]
        failed = [
            draft
            for draft in blasts
            if draft.modality is Modality.ATTEMPTED and draft.reading.sentence.index in near
        ]
        hurt = any(claim.best != 0 for draft in act.drafts for claim in draft.claims)
        if failed and len(failed) == len(blasts) and not hurt:
            return Modality.ATTEMPTED, Outcome.DEVICE_FAILED
    return main.modality, outcome


def _is_of_device(draft: Draft) -> bool:
    """As in "the device failed to explode": what the device itself did."""
    return is_of_it(draft) or (
        draft.type is EventType.BOMBING
        and any(item.role == "instrument" and item.via == "subject" for item in draft.fillers)
    )


def _facts(act: Act, weapons: list[Weapon]) -> set[tuple[str, str]]:
    lost = {
        filler.nominal.weapon.type  # "four tanks destroyed in fighting"
        for draft in act.drafts
        if draft.type is _DESTRUCTION
        for filler in draft.by_role("target")
        if filler.nominal.weapon is not None
    }
    facts = {("weapon", str(weapon.type)) for weapon in weapons if weapon.type not in lost}
    if act.main.type is _ARMED_ATTACK and _is_downing(act):
        facts.clear()  # guns and missiles bring an aircraft down
    for draft in act.witnesses:
        for filler in draft.fillers:
            facts |= {("filler", f"{filler.role}={kind}") for kind in filler.nominal.fillers}
            weapon = filler.nominal.weapon
            if weapon is not None and weapon.is_suicide:
                facts.add(_SUICIDAL)
    if any(_is_suicide_bomber(party) for party in act.responsibilities):
        facts.add(_SUICIDAL)
    return facts


def _is_suicide_bomber(party: Responsibility) -> bool:
    """As in "police said a suicide bomber was to blame", of a blast told before."""
    who = party.nominal
    return "suicide" in party.reading.sentence.norms[who.first : who.last]


def _told_in(words: _Words, kind: Kind) -> set[tuple[str, str]]:
    """What phrases say of an act, wherever they stand: its means, that people are gone."""
    facts = {("suicide", "")} if _SUICIDE.search(words.text) else set()
    if kind.type in TAKINGS and _is_unheard_of(words.text):
        facts.add(("unheard", ""))
    return facts


def _is_of_arms(facts: set[tuple[str, str]]) -> bool:
    """Whether guns or blades are told beside what explodes: an armed attack with both."""
    return ("weapon", WeaponType.FIREARMS) in facts or ("weapon", WeaponType.MELEE) in facts


def _applies(
    refinement: Refinement, kind: Kind, facts: set[tuple[str, str]], words: _Words
) -> bool:
    if refinement.from_subtype is not None and refinement.from_subtype != kind.subtype:
        return False
    if (refinement.to_type, refinement.to_subtype) == kind:
        return False
    if refinement.kind == "weapon" and kind.type in ATTACK_OR_KILLING and _is_of_arms(facts):
        return (
            refinement.to_type in ATTACK_OR_KILLING and (refinement.kind, refinement.cue) in facts
        )
    if refinement.kind == "word":
        is_swap = refinement.to_subtype == "prisoner_exchange"  # no hostages "in exchange for food"
        exchanged = noun_classes()["exchanged"]
        return words.have(refinement.cue) and not (is_swap and exchanged.isdisjoint(words.each))
    return (refinement.kind, refinement.cue) in facts


def _is_unheard_of(text: str) -> bool:
    """Whether a line of norms, with a space at both ends, says that somebody is gone."""
    return _UNHEARD.search(text) is not None

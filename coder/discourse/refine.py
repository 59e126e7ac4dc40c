"""The type and subtype of an act, made more specific by its means; codebook 2.1."""

from typing import NamedTuple

from coder.discourse.acts import Act
from coder.events.devices import is_made_safe
from coder.events.drafts import Draft
from coder.events.known_for import words_of_the_act
from coder.rules.model import Refinement
from coder.rules.ruleset import RuleSet
from coder.values.events import Weapon
from coder.values.labels import EventType, Modality, Outcome, WeaponType

_MAX_STEPS = 3
_ON_FOOT = frozenset({("weapon", str(WeaponType.SUICIDE_VEST)), ("suicide", "")})
_WEARING = frozenset({"wearing", "wore", "worn", "donning", "clad", "strapped"})
_BOMBERS = frozenset({"bomber", "bombers", "bombing", "bombings", "exploded", "blew", "blast"})
_ARMED_ATTACK = EventType.ARMED_ATTACK


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


def refined_type(act: Act, rules: RuleSet, weapons: list[Weapon]) -> Kind:
    """The type of the main draft after the refinements that apply, at most three in a row."""
    main = act.main
    kind = Kind(main.type, main.subtype)
    for draft in act.drafts:
        if draft.type is kind.type and kind.subtype == "unspecified":
            kind = Kind(kind.type, draft.subtype)
    facts = _facts(act, weapons)
    readings = {id(draft.reading): draft.reading for draft in act.witnesses}.values()
    told = [words_of_the_act(reading) for reading in readings]
    words = _Words(frozenset().union(*told), " " + " ".join(map(" ".join, told)) + " ")
    if " suicide" in words.text:
        facts.add(("suicide", ""))
    if facts & _ON_FOOT and _is_only_worn(act, words):
        facts -= _ON_FOOT
    for _ in range(_MAX_STEPS):
        refinements, signs = rules.refinements_of[kind.type]
        if signs.isdisjoint(words.each) and signs.isdisjoint(facts):
            break
        found = next((r for r in refinements if _applies(r, kind, facts, words)), None)
        if found is None:
            break
        kind = Kind(found.to_type, found.to_subtype)
    return kind


def _is_only_worn(act: Act, words: _Words) -> bool:
    """As in "gunmen wearing suicide vests stormed the office": nobody is told to have set them off.

    Where no other way of attacking is told, the vest was the way.
    """
    return (
        act.main.subtype != "unspecified"
        and not _WEARING.isdisjoint(words.each)
        and _BOMBERS.isdisjoint(words.each)
        and not any(
            draft.type is EventType.BOMBING and draft.modality is Modality.OCCURRED
            for draft in act.drafts
        )
    )


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
    if draft.type is not EventType.BOMBING:
        return False
    norms = draft.reading.sentence.norms
    return any(norms[draft.reading.nominal(group).head] == "it" for group in draft.subjects) or any(
        filler.role == "instrument" and filler.via == "subject" for filler in draft.fillers
    )


def _facts(act: Act, weapons: list[Weapon]) -> set[tuple[str, str]]:
    facts = {("weapon", str(weapon.type)) for weapon in weapons}
    for draft in act.witnesses:
        for filler in draft.fillers:
            facts |= {("filler", f"{filler.role}={kind}") for kind in filler.nominal.fillers}
            weapon = filler.nominal.weapon
            if weapon is not None and weapon.is_suicide:
                facts.add(("suicide", ""))
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
    if refinement.kind == "weapon" and kind.type is _ARMED_ATTACK and _is_of_arms(facts):
        return refinement.to_type is kind.type and (refinement.kind, refinement.cue) in facts
    if refinement.kind == "word":
        return words.have(refinement.cue)
    return (refinement.kind, refinement.cue) in facts

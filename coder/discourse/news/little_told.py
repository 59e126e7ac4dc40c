"""Acts of which too little is told to be one, in a text that tells of no other violence.

"They attacked from everywhere", "the strike hit eleven clinics", "losing the fight for the hub":
nobody is armed, no weapon is used, and neither whom it hit nor where or when is told by its verb.
"""

from collections.abc import Sequence

from coder.events.drafts import Draft, Filler
from coder.rules.model import HIT_ROLES
from coder.values.events import class_of
from coder.values.kinds import BODILY_HARM
from coder.values.labels import CaseProfile, EventClass, EventType, Recency

_SHOTS = frozenset({"shooting", "shootings", "stabbing", "stabbings", "gunfire"})
_SIDES = HIT_ROLES | {"participant"}
_MEANT = frozenset({EventType.BOMBING, EventType.AIR_STRIKE, EventType.SHELLING, EventType.KILLING})
_ON_PERSONS = frozenset({EventType.KILLING, EventType.ARMED_ATTACK, EventType.ABDUCTION})


def is_slight(drafts: Sequence[Draft]) -> bool:
    """Whether a violent act is told without its ground; text in capitals alone hides names."""
    return not _has_toll(drafts) and all(
        class_of(draft.type) is EventClass.VIOLENCE
        and draft.recency is Recency.CURRENT
        and (draft.type not in _MEANT or draft.support == "dependent")
        and draft.reading.sentence.case is CaseProfile.MIXED
        and not _is_grounded(draft)
        for draft in drafts
    )


def is_bare(drafts: Sequence[Draft]) -> bool:
    """Whether an attack in a short text is told by its verb alone, with nobody hurt and no arms."""
    return all(
        draft.type is EventType.ARMED_ATTACK
        and draft.support == "verb"
        and not draft.claims
        and not any(filler.nominal.weapon or filler.nominal.target for filler in draft.fillers)
        for draft in drafts
    )


def befell_somebody(draft: Draft) -> bool:
    """Whether a person was hit on a day at a place, as no match and no market hits anybody."""
    return (
        draft.type in _ON_PERSONS
        and draft.support == "verb"
        and bool(draft.claims and draft.times and draft.places)
    )


def is_somewhere(draft: Draft) -> bool:
    """Whether a person or thing was hit at a place that the act itself names."""
    return bool(draft.places) and any(
        filler.role in _SIDES and not filler.is_unknown for filler in draft.fillers
    )


def _has_toll(drafts: Sequence[Draft]) -> bool:
    """As in "condemns the attack in Bera on 2 May, in which nine died": no word does that."""
    return (
        any(it.type is EventType.ARMED_ATTACK and it.support != "dependent" for it in drafts)
        and any(draft.times for draft in drafts)
        and any(draft.places for draft in drafts)
        and any(
            claim.kind in BODILY_HARM and claim.quantity for it in drafts for claim in it.claims
        )
    )


def _is_grounded(draft: Draft) -> bool:
    norms = draft.reading.sentence.norms[draft.first : draft.last]
    if draft.times and draft.support == "occurrence" and not _SHOTS.isdisjoint(norms):
        return True  # "Officers responded to a shooting on Saturday"
    return draft.support == "verb" and any(
        (bool(draft.times or draft.places) and filler.role in _SIDES and not filler.is_unknown)
        or (bool(draft.places) and _are_arms(filler))
        for filler in draft.fillers
    )


def _are_arms(filler: Filler) -> bool:
    """As in "shots were fired in Ede": by nobody, at nobody, but with arms."""
    return filler.role == "instrument" and filler.nominal.weapon is not None


def is_nowhere(draft: Draft) -> bool:
    """Whether neither day, place nor number of people makes it an act that a report would tell."""
    return not (
        draft.times or draft.places or any(claim.quantity is not None for claim in draft.claims)
    )

"""The act a text opens with, when it is told in full and its victims are counted again.

"Six villagers died in air strikes, a resident said. Jets bombed a wedding on Tuesday. Six people
were killed": the harm that came of the second act is the number of the first, so both are one.
"""

from collections.abc import Sequence

from coder.discourse.acts import HARM, SAME_VICTIMS, Act
from coder.discourse.merging.conflicts import places_conflict, sets_apart
from coder.discourse.merging.found_bodies import finds_others
from coder.discourse.merging.headlines import is_catchline, is_headline, stands_under
from coder.discourse.merging.identity import MAX_DISTANCE, in_other_item
from coder.discourse.merging.one_kind import of_one_kind
from coder.discourse.merging.own_ground import counts_over_days
from coder.discourse.merging.same_numbers import same_victims, victims
from coder.discourse.merging.same_persons import other_dead
from coder.events.drafts import Draft, Filler
from coder.events.senses.violence import is_outcome
from coder.rules.model import HIT_ROLES
from coder.values.labels import Scope

LEAD = 2  # sentences that a text opens with


def join_lead(acts: list[Act], act: Act, group: Act) -> Act:
    """The act that a group told as the outcome of ``act`` belongs to.

    That is the lead of the text where the group counts the victims of the lead; the act is then
    made part of the lead and taken out of ``acts``.
    """
    lead = _lead_of(acts, act, group)
    if lead is None:
        return act
    acts[:] = [told for told in acts if told is not act]
    reasons = [SAME_VICTIMS, *act.reasons[1:]]
    for draft, reason in zip(act.drafts, reasons, strict=True):
        lead.add([draft], reason)
    return lead


def _lead_of(acts: Sequence[Act], act: Act, group: Act) -> Act | None:
    counted = {(kind, number) for kind, number in victims(group) if kind in HARM}
    if not counted or not act.is_told_violence or not all(map(is_outcome, group.drafts)):
        return None
    kinds = {kind for kind, _ in counted}
    if any(claim.kind in kinds and claim.best for it in act.witnesses for claim in it.claims):
        return None
    lead = acts[0]
    if lead is act or not lead.is_told_violence or counted.isdisjoint(victims(lead)):
        return None
    return lead if _may_be_lead(lead, act, group) else None


def _may_be_lead(lead: Act, act: Act, group: Act) -> bool:
    """Whether a text opens with an act, and nothing but the words sets it apart from another."""
    opening = lead.main.reading.sentence.index
    if not 0 <= opening < LEAD or act.sentence - opening > MAX_DISTANCE:
        return False
    whole = Act()
    whole.add(act.drafts, SAME_VICTIMS)
    whole.add(group.drafts, SAME_VICTIMS)
    return (
        lead.main.modality is act.main.modality
        and Scope.SUMMARY not in {lead.main.scope, act.main.scope}
        and of_one_kind(lead, whole)
        and not in_other_item(lead.main, act.main)
        and not sets_apart(lead, whole)
        and not places_conflict(lead, whole)
    )


def heads_brief(headline: Draft, group: Act) -> bool:
    """A headline that names the country, above a brief whose place no gazetteer has."""
    return is_headline(headline.reading) and all(
        place.iso3 is None for draft in group.drafts for place in draft.places
    )


def names_another(group: Act) -> bool:
    """As in "linked to the shooting of a banker": a noun with somebody who was not told before."""
    return all(
        draft.support == "bare"
        and any(it.via == "of" and not it.nominal.is_definite for it in draft.fillers)
        for draft in group.asserting
    )


def is_told_by_headline(act: Act, group: Act, distance: int, *, apart: bool) -> bool:
    """Whether an act of a headline stands right above, and nothing says that another is told."""
    old, new = act.main, group.main
    if _is_other_deed(act, group) or _is_of_other_days(act, group) or finds_others(act, group):
        return False
    if old.reading.sentence.index < 0 and new.reading is not old.reading:
        return True
    if _is_untold_tale(act, group):
        return not (apart or names_another(group) or other_dead(act, group))
    is_next = distance <= 1 and (is_headline(old.reading) or is_catchline(old))
    return (is_next or stands_under(old, new)) and not apart and not names_another(group)


def _is_untold_tale(act: Act, group: Act) -> bool:
    """As in "Bomb kills six, judge shot", of which the text has told the bomb: the other tale."""
    return (
        act.main.type is group.main.type
        and group.main.support == "verb"
        and act.main.reading is not group.main.reading
        and all(is_headline(it.reading) for it in act.drafts)
    )


def _is_of_other_days(act: Act, group: Act) -> bool:
    """As in "a bomb killed nine ... IS, whose bombings have killed 100 over the past week"."""
    return (
        act.main.scope is Scope.SINGLE
        and group.main.scope is not Scope.SINGLE
        and counts_over_days(group)
    )


def _is_other_deed(act: Act, group: Act) -> bool:
    """As in "ten gunmen died in a strike; the gunmen then fired at B": by those whom the act hit.

    A deed of another kind, where the text has told that of the headline with its dead.
    """
    above = act.main.reading.sentence.index
    told = {draft.type for draft in act.drafts}
    deeds = [draft for draft in group.drafts if not is_outcome(draft)]
    doers = {_who(it, item) for it in deeds for item in it.by_role("perpetrator")}
    hit = {_who(it, item) for it in act.drafts for item in it.fillers if item.role in HIT_ROLES}
    return (
        not doers.isdisjoint(hit)
        and told.isdisjoint(draft.type for draft in deeds)
        and any(it.reading.sentence.index > above and it.claims for it in act.drafts)
        and all(it.reading is not group.main.reading for it in act.drafts)
        and not same_victims(act, group)
    )


def _who(draft: Draft, filler: Filler) -> str:
    actor = filler.nominal.actor
    return (actor.name if actor is not None else None) or draft.head_word(filler)

"""The act a text opens with, when it is told in full and its victims are counted again.

"Six villagers died in air strikes, a resident said. Jets bombed a wedding on Tuesday. Six people
were killed": the harm that came of the second act is the number of the first, so both are one.
"""

import re
from collections.abc import Sequence

from coder.discourse.acts import HARM, SAME_VICTIMS, Act
from coder.discourse.merging.conflicts import places_conflict, sets_apart
from coder.discourse.merging.identity import MAX_DISTANCE, in_other_item
from coder.discourse.merging.one_kind import of_one_kind
from coder.discourse.merging.same_numbers import victims
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.senses.violence import is_outcome
from coder.text.items import item_of
from coder.values.labels import Scope
from coder.values.text import Sentence

_STOPS = frozenset({".", "!", "?", '"', "...", ":"})
_FULL_STOPS = frozenset(".!?")
_HEADLINES = 3  # in a row
_CATCHLINE = 9  # words
_OF_SENTENCES = frozenset("D#VBHM")  # tags: articles, numbers, finite verbs
_FINITE = frozenset("VBHM")  # tags of finite verbs
_UNSAID = frozenset({"bare", "headline"})
_FIELDS = 4  # sentences that the fields of a form make
_CLOCK = re.compile(r"\b[0-9:.]{1,5}\s?[ap]\.?m\.?", re.IGNORECASE)
_LEAD = 2  # sentences that a text opens with


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
    if not 0 <= opening < _LEAD or act.sentence - opening > MAX_DISTANCE:
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


def is_headline(reading: Reading) -> bool:
    """A line of its own without a full stop, above its brief."""
    sentence = reading.sentence
    end = sentence.end
    return sentence.words[-1] not in _STOPS and sentence.text[end : end + 1] == "\n"


def is_catchline(draft: Draft) -> bool:
    """As in "Journalist arrested. Ana Paz, a reporter of A, was ...": a title with a full stop.

    It opens the text in a few words, has no article, no number and no verb but a participle.
    """
    reading = draft.reading
    return (
        reading.sentence.index == 0
        and len(reading.sentence.words) <= _CATCHLINE
        and draft.construction == "participle"
        and not _OF_SENTENCES.intersection(reading.tags)
    )


def stands_under(headline: Draft, draft: Draft) -> bool:
    """Whether a sentence is the first under a headline, other headlines between them or none.

    Or the fields of a form, and what tells a kind in the title of a form or in front of a line:
    "Arson. Church on Elm Road. Someone threw a petrol bomb".
    """
    above, below = headline.reading.sentence, draft.reading.sentence
    if 0 < below.index - above.index <= _FIELDS and (
        _is_title_of_form(above, below) or _is_kind_in_front(headline, below)
    ):
        return True
    between = below.text[above.end : below.start]
    return (
        0 < below.index - above.index <= _HEADLINES
        and is_headline(headline.reading)
        and not any(mark in between for mark in _FULL_STOPS)
    )


def _is_title_of_form(above: Sentence, below: Sentence) -> bool:
    item = item_of(below)
    head = item.head if item is not None else None
    if head is None or item_of(above) != item or above.end > head.start:
        return False
    line = below.text.find("\n", head.end)
    between = below.text[max(line, head.end) : below.start] if line >= 0 else ""
    return below.start >= head.end and not any(mark in between for mark in _FULL_STOPS)


def _is_kind_in_front(headline: Draft, below: Sentence) -> bool:
    """As in "11:40 p.m. Assault. Corner of Oak. A man was stabbed": a noun alone, on one line."""
    reading = headline.reading
    above = reading.sentence
    line = above.text.rfind("\n", 0, above.start) + 1
    return (
        headline.support in _UNSAID
        and len(above.words) <= _CATCHLINE
        and not _FINITE.intersection(reading.tags)
        and "\n" not in above.text[above.start : below.start]
        and not any(letter.islower() for letter in _CLOCK.sub("", above.text[line : above.start]))
    )


def opens_section(headline: Draft, before: Draft) -> bool:
    """A headline inside the text: what it tells is not what came of the act told above it."""
    above, below = before.reading, headline.reading
    return is_headline(below) and above.sentence.index >= 0 and not is_headline(above)


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

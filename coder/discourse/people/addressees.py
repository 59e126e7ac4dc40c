"""Whom a protest is aimed at: "rallied against the government", "demanded the king's resignation".

In: the draft of a demonstration. Out: the authority, or the state of a nationality, that stands
behind a word of protest or demand after the trigger; null where none does. Speakers are no
addressees, and a country where people march is a place.
"""

from dataclasses import replace

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.lexicon.words import noun_classes
from coder.mentions.actors.acting_states import acting_nation
from coder.values.labels import ActorType, PlaceLevel

_POSSESSIVE = frozenset({"'s", "'"})


def addressee(draft: Draft) -> Nominal | None:
    """The first authority behind a word of protest or demand."""
    reading = draft.reading
    norms, chunks = reading.sentence.norms, reading.clauses.chunks
    cue = next(
        (at for at in range(draft.last, len(norms)) if norms[at] in noun_classes()["addressing"]),
        None,
    )
    if cue is None:
        return None
    speakers = {source.nominal.chunk for source in draft.sources if source.nominal is not None}
    taken = {filler.nominal.chunk for filler in draft.fillers} | speakers
    for number in range(draft.chunk + 1, len(chunks)):
        if chunks[number].kind == "N" and chunks[number].first > cue and number not in taken:
            found = _authority(reading, number)
            if found is not None:
                return found
    return None


def _authority(reading: Reading, number: int) -> Nominal | None:
    nominal = reading.nominal(number)
    if nominal.actor is not None:
        return nominal if "authority" in nominal.fillers else None
    norms = reading.sentence.norms
    first, head = nominal.first, nominal.head
    owned = next((at for at in range(first, head) if norms[at] in _POSSESSIVE), None)
    if owned is not None and owned > first:
        owner = reading.modifier(number, first, owned)
        if owner.actor is not None and "authority" in owner.fillers:
            return owner if owner.place is None else _state(reading, owner)
    for place in reading.places:
        if first <= place.first < head and (place.is_demonym or place.last == owned):
            inner = reading.modifier(number, place.first, place.last)
            if place.is_demonym or place.level is PlaceLevel.COUNTRY:
                return _state(reading, inner)
    return None


def _state(reading: Reading, nominal: Nominal) -> Nominal | None:
    """The state of a nationality or country."""
    actor = acting_nation(reading.sentence, nominal.first, nominal.last, reading.lexicon)
    if actor is None or actor.country is None:
        return None
    state = replace(actor, type=ActorType.STATE_OTHER, is_civilian=None)
    return replace(nominal, actor=state, place=None, fillers=frozenset({"authority"}))

"""Who is said to be behind an act, told apart from it: claims, denials, accusations, suspicion.

Such sentences tell no act of their own (codebook 2.6, 2.7). Three families of constructions are
read: verbs of saying (:mod:`spoken`), predicates that tie a party to an act (:mod:`tied`), and
predicates that say who the doers are (:mod:`identified`). Each only says where the parties stand
and how sure the words are; :mod:`party` decides who may be one, and which act is meant is decided
here.
"""

from collections.abc import Iterator, Sequence

from coder.discourse.acts import Act, Responsibility
from coder.discourse.blame.identified import find_identified
from coder.discourse.blame.party import Blame, party_of
from coder.discourse.blame.spoken import find_spoken
from coder.discourse.blame.tied import find_tied
from coder.events.attribution import find_sources
from coder.events.drafts import SourceDraft
from coder.events.reading import Reading
from coder.events.within import is_violent
from coder.values.labels import Certainty, Stance

_STANCES = {Certainty.CLAIMED: Stance.CLAIM, Certainty.DENIED: Stance.DENY}


def attach_responsibility(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give each act what the text says of who is behind it."""
    if not any(is_violent(act.main.type) for act in acts):
        return
    for reading in readings:
        for blame in find_blame(reading):
            act = _act_meant(acts, reading, blame.deed)
            if act is not None and (blame.like is None or _did_it(act, reading, blame)):
                act.responsibilities += _responsible(reading, blame)


def find_blame(reading: Reading) -> Iterator[Blame]:
    """Where one sentence holds parties to be behind an act, whatever act that is."""
    yield from find_spoken(reading)
    yield from find_tied(reading)
    yield from find_identified(reading)


def _responsible(reading: Reading, blame: Blame) -> Iterator[Responsibility]:
    for number in blame.groups:
        party = party_of(reading, number)
        if party is None or (party.is_negative and blame.verb is None):
            continue
        source = None if blame.verb is None else _source(reading, blame)
        yield Responsibility(
            reading, party, blame.certainty, is_nobody=party.is_negative, source=source
        )


def _did_it(act: Act, reading: Reading, blame: Blame) -> bool:
    """Whether those meant did the act, or were just said to have ("he", "the man").

    Who only says of himself who he is need not be told as the doer: "the callers said they were".
    """
    for draft in act.drafts:
        if draft.reading is reading:
            for filler in draft.fillers:
                if filler.nominal.chunk == blame.like:
                    return filler.role == "perpetrator"
    if blame.certainty is Certainty.CLAIMED:
        return True
    nominal = reading.nominal(blame.like or 0)
    if not act.responsibilities or not ("pronoun" in nominal.fillers or nominal.is_definite):
        return False
    last = act.responsibilities[-1]
    return last.reading.sentence.index == reading.sentence.index - 1 and not last.is_nobody


def _source(reading: Reading, blame: Blame) -> SourceDraft | None:
    """Who says so; one who speaks of an own act claims or denies it, whatever the verb."""
    source = next((item for item in find_sources(reading) if item.verb == blame.verb), None)
    if source is not None:
        source.stance = _STANCES.get(blame.certainty, source.stance)
    return source


def _act_meant(acts: Sequence[Act], reading: Reading, deed: int | None) -> Act | None:
    """The act of violence the sentence tells itself, else the last one told before it."""
    index = reading.sentence.index
    chosen: Act | None = None
    own: Act | None = None
    for act in acts:
        if not is_violent(act.main.type):
            continue
        told = [draft.chunk for draft in act.drafts if draft.reading is reading]
        if deed in told:
            return act
        if told and own is None:
            own = act
        if act.drafts[0].reading.sentence.index <= index:
            chosen = act
    if own is not None:
        return own if deed is None else None
    return chosen

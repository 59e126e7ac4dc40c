"""Who "we" are in quoted words: "'We shot him,' the Front said", "said: 'Our men fired'"."""

from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.status.attribution import find_sources
from coder.lexicon.words import noun_classes
from coder.rules.model import BANDS
from coder.values.labels import Stance

WE = frozenset({"we"})
OUR = frozenset({"our"})
_SAYING = frozenset({Stance.REPORT, Stance.CLAIM})


def is_first_person(reading: Reading, number: int) -> bool:
    """Whether a noun group is the speakers or their people: "we", "our fighters"."""
    group = reading.clauses.chunks[number]
    first, *others = reading.sentence.norms[group.first : group.last]
    if not others:
        return first in WE
    return first in OUR and others[-1] in noun_classes()["own_people"]


def body_speaking(reading: Reading, speaker: Nominal) -> Nominal | None:
    """As in "army spokesman Colonel Ali": the body that he speaks for; null where none is told."""
    norms = reading.sentence.norms
    for token in range(speaker.first + 1, speaker.head):
        if norms[token] in noun_classes()["speaker_noun"]:
            body = reading.modifier(speaker.chunk, speaker.first, token)
            return body if body.fillers & BANDS else None
    return None


def speaking(reading: Reading, number: int) -> tuple[int, int] | None:
    """The verb of saying and the speaker of a group in the first person; null where none is told.

    The next verb of saying behind it, else the last one before it ("said: 'We ...'").
    """
    told = [
        (verb, speaker)
        for verb, speaker in _spoken(reading)
        if not is_first_person(reading, speaker)
    ]
    behind = [item for item in told if item[0] > number]
    return behind[0] if behind else told[-1] if told else None


def meant_by_we(reading: Reading, pronoun: Nominal) -> Nominal | None:
    """The armed people or the body that "we" are; null where anybody else speaks."""
    told = speaking(reading, pronoun.chunk)
    if told is None:
        return None
    speaker = reading.nominal(told[1])
    speaker = body_speaking(reading, speaker) or speaker
    is_one = "name" in speaker.fillers or (speaker.actor is not None and speaker.actor.name)
    is_body = "organisation" in speaker.fillers
    return speaker if speaker.fillers & BANDS and (is_body or not is_one) else None


def _spoken(reading: Reading) -> list[tuple[int, int]]:
    return [
        (source.verb, source.nominal.chunk)
        for source in find_sources(reading)
        if source.verb is not None
        and source.nominal is not None
        and source.stance in _SAYING
        and not source.is_relay
    ]

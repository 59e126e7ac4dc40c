"""Who "we" are in quoted words: "'We shot him,' the Front said", "said: 'Our men fired'"."""

from coder.events.attribution import speech_verb
from coder.events.nominals import Nominal
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.rules.model import BANDS
from coder.values.labels import Stance

WE = frozenset({"we"})
OUR = frozenset({"our"})
_SAYING = frozenset({Stance.REPORT, Stance.CLAIM})


def is_first_person(reading: Reading, number: int) -> bool:
    """Whether a noun group is the speakers or their people: "we", "our fighters"."""
    group = reading.clauses.chunks[number]
    norms = reading.sentence.norms[group.first : group.last]
    if not WE.isdisjoint(norms[:1]):
        return len(norms) == 1
    return not OUR.isdisjoint(norms[:1]) and norms[-1] in noun_classes()["own_people"]


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
    clauses, norms = reading.clauses, reading.sentence.norms
    speech_words = reading.lexicon.speech_words
    found = []
    for verb, group in enumerate(clauses.chunks):
        if group.kind not in "VXG" or norms[group.head] not in speech_words or group.passive:
            continue
        said = speech_verb(reading, verb)
        speakers = clauses.subject(verb) if said is not None and said.stance in _SAYING else []
        if len(speakers) == 1:
            found.append((verb, speakers[0]))
    return found

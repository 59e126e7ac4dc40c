"""Who rejects or confirms what was told: "the army denied it", "police confirmed the attack".

Such sentences need no act of their own. The act meant is the one of violence told last.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat

from coder.discourse.acts import Act
from coder.events.drafts import SourceDraft
from coder.events.reading import Reading
from coder.events.status.attribution import find_sources
from coder.events.status.denials import DENYING, is_flat_denial, rejects_account
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.labels import Modality, Stance

_SOON = 4  # sentences
_DENY = Stance.DENY
_UNTRUE = "untrue"
_CONFIRM = frozenset({"confirmed", "confirming", "confirms"})
_CONFIRMING = sign(_CONFIRM)
_IT = frozenset({"it", "this"})
_REPORT = frozenset({"development", "incident", "news", "report", "reports", "story"})


def attach_deniers(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give the acts of violence that sentences reject those who reject them."""
    denying = [reading for reading in readings if reading.signs & DENYING]
    told = _acts_told(acts) if denying else {}
    for reading in denying:
        meant = _act_meant(acts, told, reading.sentence.index)
        if meant is not None:
            meant.deniers += _deniers(reading)
        if is_flat_denial(reading):
            for number in told.get(reading.sentence.index - 1, ()):
                _deny(acts[number], reading.sentence.index - 1)


def attach_confirmers(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give the last act told before those who confirm it in a sentence that tells none itself."""
    confirming = [reading for reading in readings if reading.signs & _CONFIRMING]
    told = _acts_told(acts) if confirming else {}
    for reading in confirming:
        index = reading.sentence.index
        if index not in told and any(map(_is_of_known, repeat(reading), _confirmed_in(reading))):
            meant = _act_meant(acts, told, index)
            if meant is not None:
                meant.confirmers += find_sources(reading)


def _acts_told(acts: Sequence[Act]) -> dict[int, set[int]]:
    """The positions of the acts that each sentence tells of, by the number of the sentence."""
    told: dict[int, set[int]] = {}
    for number, act in enumerate(acts):
        for draft in act.drafts:
            told.setdefault(draft.reading.sentence.index, set()).add(number)
    return told


def _confirmed_in(reading: Reading) -> Iterator[int]:
    """What a sentence says was confirmed: "confirmed the incident", "the killing was confirmed"."""
    clauses = reading.clauses
    for verb in clauses.headed(_CONFIRM, "VXG"):
        what = clauses.subject(verb) if clauses.chunks[verb].passive else clauses.objects(verb)
        yield from what[:1]


def _is_of_known(reading: Reading, number: int) -> bool:
    """As in "the incident", "the report", "it": what was told before."""
    nominal, word = reading.nominal(number), reading.clauses.head_words[number]
    is_told = word in noun_classes()["deed"] or nominal.head in reading.event_heads
    return word in _IT or (nominal.is_definite and (is_told or word in _REPORT))


def _deny(act: Act, index: int) -> None:
    """As in "Agencies report that they hold hostages. That is not true": what others told."""
    for draft in act.drafts:
        is_said = draft.sources or "U" in draft.reading.clauses.kinds[: draft.chunk]
        if draft.reading.sentence.index == index and is_said:
            draft.modality, draft.status_note = Modality.DENIED, _UNTRUE


def _deniers(reading: Reading) -> Iterator[SourceDraft]:
    for source in find_sources(reading):
        if source.stance is _DENY and source.verb is not None:
            verb = source.verb
            if rejects_account(reading, verb, is_denial=True) or rejects_account(
                reading, verb, is_denial=False
            ):
                yield source


def _act_meant(acts: Sequence[Act], told: Mapping[int, set[int]], index: int) -> Act | None:
    """The act told in the sentence, else the last one told shortly before.

    ``told``: the numbers of the acts that each sentence tells.
    """
    near = told.get(index) or set[int]().union(
        *(told.get(at, ()) for at in range(index - _SOON, index))
    )
    return max((acts[it] for it in sorted(near)), key=lambda act: act.sentence, default=None)

"""Who is said to be behind an act: claims, denials, accusations (codebook 2.6, 2.7).

Such sentences tell no act of their own. What they say goes to the act they stand with, else to the
last
act of violence told before them.
"""

from collections.abc import Sequence

from coder.discourse.acts import Act, Responsibility
from coder.events.attribution import find_sources
from coder.events.nominals import Nominal
from coder.events.reading import Reading
from coder.events.within import is_violent
from coder.lexicon.words import noun_classes
from coder.values.labels import Certainty, Stance

_NEAR = 5
_OBJECT_SPEAKERS = frozenset({"person", "armed", "organisation", "authority", "name"})


def attach_responsibility(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give each act what the text says of who is behind it."""
    if not any(is_violent(act.main.type) for act in acts):
        return
    for reading in readings:
        for found in find_responsibility(reading):
            act = _act_meant(acts, reading)
            if act is not None:
                act.responsibilities.append(found)


def _act_meant(acts: Sequence[Act], reading: Reading) -> Act | None:
    index = reading.sentence.index
    chosen: Act | None = None
    for act in acts:
        if not is_violent(act.main.type):
            continue
        if any(draft.reading is reading for draft in act.drafts):
            return act
        if act.drafts[0].reading.sentence.index <= index:
            chosen = act
    return chosen


def find_responsibility(reading: Reading) -> list[Responsibility]:
    """The claims, denials and accusations of one sentence, in the order of the text."""
    found: list[Responsibility] = []
    if reading.lexicon.blame_words.isdisjoint(reading.vocabulary):
        return found
    norms = reading.sentence.norms
    speech = reading.lexicon.speech
    for number, kind in enumerate(reading.clauses.kinds):
        if kind not in "VXGI":
            continue
        group = reading.clauses.chunks[number]
        head = group.head
        verb = speech.get(norms[head]) or speech.get(" ".join(norms[head : head + 2]))
        if verb is None:
            continue
        if verb.stance is Stance.ACCUSE:
            party = _accused(reading, number)
            certainty = Certainty.ACCUSED
        elif verb.stance in {Stance.CLAIM, Stance.DENY} and _is_about_blame(reading, number):
            party = _speaker(reading, number)
            certainty = Certainty.CLAIMED if verb.stance is Stance.CLAIM else Certainty.DENIED
        else:
            continue
        if party is not None:
            found.append(_responsibility(reading, party, certainty, number))
    return found


def _is_about_blame(reading: Reading, number: int) -> bool:
    """Whether responsibility, or the act itself, is what is claimed or denied."""
    group = reading.clauses.chunks[number]
    blame = noun_classes()["blame"]
    norms = reading.sentence.norms
    if any(norm in blame for norm in norms[group.head + 1 : group.head + _NEAR]):
        return True
    subject = reading.clauses.subject(number)
    return bool(subject) and norms[reading.nominal(subject[0]).head] in blame


def _speaker(reading: Reading, number: int) -> Nominal | None:
    clauses = reading.clauses
    if clauses.chunks[number].passive:
        agents = [p.groups for p in clauses.phrases(number) if p.preposition == "by"]
        groups = agents[0] if agents else []
    else:
        groups = clauses.subject(number)
    return _party(reading, groups)


def _accused(reading: Reading, number: int) -> Nominal | None:
    """Whom the accuser names: the object, the subject of a passive, or "on X"."""
    clauses = reading.clauses
    for phrase in clauses.phrases(number):
        if phrase.preposition in {"on", "to"}:
            party = _party(reading, phrase.groups)
            if party is not None:
                return party
    if clauses.chunks[number].passive:
        return _party(reading, clauses.subject(number))
    return _party(reading, clauses.objects(number))


def _party(reading: Reading, groups: Sequence[int]) -> Nominal | None:
    for number in groups[:1]:
        nominal = reading.nominal(number)
        if nominal.is_negative or nominal.fillers & _OBJECT_SPEAKERS:
            return nominal
        return reading.state(nominal)
    return None


def _responsibility(
    reading: Reading, party: Nominal, certainty: Certainty, verb: int
) -> Responsibility:
    source = next((item for item in find_sources(reading) if item.verb == verb), None)
    return Responsibility(
        reading=reading,
        nominal=party,
        certainty=certainty,
        is_nobody=party.is_negative,
        source=source,
    )

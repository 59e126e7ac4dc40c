"""Who the victims were, told in a sentence of its own: "The dead were identified as A and B"."""

from collections.abc import Iterator, Sequence

from coder.discourse.acts import Act, Named
from coder.events.names import listed_names
from coder.events.nominals import Nominal
from coder.events.reading import Reading
from coder.events.within import is_violent

_CUES = frozenset({"identified", "among", "victims", "victim", "dead", "injured", "wounded"})
_IDENTIFIED = frozenset({"identified", "named"})
_HARMED = frozenset(
    {"victim", "victims", "dead", "wounded", "injured", "casualties", "deceased", "others"}
)
_HURT = frozenset({"wounded", "injured", "killed", "murdered", "slain", "dead", "kidnapped"})
_MAX_NAMES = 20


def attach_victims(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give the last act of violence told before them the names that a sentence lists."""
    for reading in readings:
        if _CUES.isdisjoint(reading.sentence.norms):
            continue
        act = _act_before(acts, reading)
        if act is not None:
            act.named += [Named(reading, nominal) for nominal in _victims(reading)]


def _act_before(acts: Sequence[Act], reading: Reading) -> Act | None:
    index = reading.sentence.index
    chosen: Act | None = None
    for act in acts:
        if is_violent(act.main.type) and act.drafts[0].reading.sentence.index <= index:
            chosen = act
    return chosen


def _victims(reading: Reading) -> Iterator[Nominal]:
    """The names behind "were identified as", "the dead are" and "among the injured was"."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    for number, kind in enumerate(clauses.kinds):
        if kind != "V":
            continue
        group = clauses.chunks[number]
        if norms[group.head] in _IDENTIFIED and group.passive:
            if clauses.kinds[number + 1 : number + 2] == "P" and _is_of_harmed(reading, number):
                yield from listed_names(reading, number + 2, _MAX_NAMES)
        elif reading.tags[group.head] == "B" and _is_of_harmed(reading, number):
            start = number + 1 + (clauses.kinds[number + 1 : number + 2] == ":")
            yield from listed_names(reading, start, _MAX_NAMES)


def _is_of_harmed(reading: Reading, verb: int) -> bool:
    """Whether the verb is about people harmed: its subject, or "among" them before it."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    if verb > 1 and clauses.kinds[verb - 1] == "N":
        opening = clauses.chunks[verb - 2]
        if norms[opening.first] == "among" and norms[clauses.chunks[verb - 1].head] in _HARMED:
            return True
    for number in clauses.subject(verb):
        group = clauses.chunks[number]
        if norms[group.head] in _HARMED:
            return True
        if not _HURT.isdisjoint(norms[group.first : group.head]):
            return True  # "the two other wounded nuns are"
    return False

"""Who the victims were, told in a sentence of its own: "The dead were identified as A and B"."""

from collections.abc import Iterator, Sequence

from coder.discourse.acts import Act, Named
from coder.events.names import listed_names
from coder.events.nominals import Nominal
from coder.events.reading import Reading
from coder.events.within import is_violent

_CUES = frozenset(
    {"identified", "among", "victims", "victim", "dead", "injured", "wounded", "named", "killed"}
    | {"kidnapped", "abducted", "murdered", "disappeared"}
)
_IDENTIFIED = frozenset({"identified", "named"})
_HARMED = frozenset(
    {"victim", "victims", "dead", "wounded", "injured", "casualties", "deceased", "others"}
)
_HURT = frozenset(
    {"wounded", "injured", "killed", "murdered", "slain", "dead", "kidnapped", "abducted"}
    | {"missing", "disappeared", "hurt"}
)
_SUFFERING = frozenset({"victim", "target"})
_MAX_NAMES = 20


def attach_victims(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give the last act of violence told before them the names that a sentence lists."""
    for reading in readings:
        if _CUES.isdisjoint(reading.sentence.norms):
            continue
        act = _act_before(acts, reading)
        if act is not None:
            act.named += [Named(reading, nominal) for nominal in _victims(reading, act)]


def _act_before(acts: Sequence[Act], reading: Reading) -> Act | None:
    index = reading.sentence.index
    return next(
        (
            act
            for act in reversed(acts)
            if act.drafts[0].reading.sentence.index <= index and is_violent(act.main.type)
        ),
        None,
    )


def _victims(reading: Reading, act: Act) -> Iterator[Nominal]:
    """The names behind "were identified as", "the dead are" and "among the injured was"."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    kinds = clauses.kinds
    for number, kind in enumerate(kinds):
        if kind == ":" and number == 1 and _is_harmed(reading, 0):
            yield from listed_names(reading, number + 1, _MAX_NAMES)  # "Dead: A and B"
        if kind == "N" and kinds[number + 1 : number + 3] == ",N" and _is_victim(reading, number):
            yield from listed_names(reading, number + 2, 1)
        if kind not in "VX":
            continue
        group = clauses.chunks[number]
        if norms[group.head] in _IDENTIFIED:
            start = _behind_identified(reading, number, act)
            if start is not None:
                yield from listed_names(reading, start, _MAX_NAMES)
        elif reading.tags[group.head] == "B" and _is_of_harmed(reading, number):
            start = number + 1 + (kinds[number + 1 : number + 2] == ":")
            yield from listed_names(reading, start, _MAX_NAMES)


def _behind_identified(reading: Reading, number: int, act: Act) -> int | None:
    """Where the names begin: "were identified as A", "police identified the dead as A"."""
    clauses = reading.clauses
    kinds = clauses.kinds
    if clauses.chunks[number].passive:
        if kinds[number + 1 : number + 2] == "P" and (
            _is_of_harmed(reading, number) or _is_of_one_told(reading, number, act)
        ):
            return number + 2
        return None
    whom = clauses.objects(number)
    if len(whom) == 1 and _is_harmed(reading, whom[0]):
        behind = clauses.behind_of(whom[0])
        return behind + 1 if kinds[behind : behind + 1] == "P" else None
    return None


def _is_of_one_told(reading: Reading, verb: int, act: Act) -> bool:
    """As in "the policeman was identified as": whom the verb is about is called as a victim was."""
    subject = reading.clauses.subject(verb)
    if len(subject) != 1 or not reading.nominal(subject[0]).is_definite:
        return False
    head = reading.sentence.norms[reading.nominal(subject[0]).head]
    return any(
        filler.role in _SUFFERING and draft.reading.sentence.norms[filler.nominal.head] == head
        for draft in act.drafts
        for filler in draft.fillers
    )


def _is_of_harmed(reading: Reading, verb: int) -> bool:
    """Whether the verb is about people harmed: its subject, or "among" them before it."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    kinds = clauses.kinds
    before = verb - 1
    while before > 0 and kinds[before] in "At":
        before -= 1
    if before > 0 and kinds[before] == "N":
        opening = clauses.chunks[before - 1]
        if norms[opening.first] == "among" and norms[clauses.chunks[before].head] in _HARMED:
            return True
    if kinds[:1] == "X" and norms[clauses.chunks[0].head] in _HURT:
        return not kinds[1:verb].strip("PN")  # "Injured by the blast were"
    return any(
        _is_harmed(reading, number) or _tells_harm(reading, number, verb)
        for number in clauses.subject(verb)
    )


def _is_harmed(reading: Reading, number: int) -> bool:
    """As in "the dead", "the two other wounded nuns"."""
    group = reading.clauses.chunks[number]
    norms = reading.sentence.norms
    return norms[group.head] in _HARMED or not _HURT.isdisjoint(norms[group.first : group.head])


def _is_victim(reading: Reading, number: int) -> bool:
    """As in "the victim, Ana Ruiz, is recovering"."""
    group = reading.clauses.chunks[number]
    norms = reading.sentence.norms
    return norms[group.first : group.last] == ("the", "victim")


def _tells_harm(reading: Reading, first: int, last: int) -> bool:
    """As in "the students who were killed are"."""
    chunks = reading.clauses.chunks[first:last]
    return any(
        reading.sentence.norms[chunk.head] in _HURT for chunk in chunks if chunk.kind in "VX"
    )

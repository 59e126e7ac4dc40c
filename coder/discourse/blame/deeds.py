"""Whether words name a deed that somebody may be blamed for: "the blast", "two car bombs"."""

from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.values.labels import WeaponType

PART = frozenset({"part", "role", "hand", "involvement", "link", "links", "connection"})
_VIOLENT = frozenset({"complicity", "terrorism", "genocide", "abuses", "responsibility"})
_EXPLODING = frozenset({WeaponType.EXPLOSIVE_DEVICE, WeaponType.VEHICLE_BOMB, WeaponType.ROCKET})
_DEEDS = PART | _VIOLENT | {"it", "this"}
_THEFT = "theft"
_BARE = frozenset({"", ".", ",", "P", "t"})
_CLOSE = 6  # chunks


def is_deed(reading: Reading, number: int) -> bool:
    """Whether a chunk names an act, or a weapon that stands for one."""
    head = reading.clauses.chunks[number].head
    norm = reading.sentence.norms[head]
    if norm in _DEEDS or norm in noun_classes()["deed"]:
        return True
    if head in reading.event_heads and norm != _THEFT:
        return True
    weapon = reading.nominal(number).weapon  # "blamed the Front for two car bombs"
    return weapon is not None and weapon.type in _EXPLODING


def is_harmless(reading: Reading, gerund: int) -> bool:
    """As in "accused of spying for a neighbour", "of cheating": done to nobody, no part of a deed.

    Not "of lying in wait for them", nor "of plotting with others in the murder".
    """
    clauses = reading.clauses
    if clauses.kinds[gerund + 1 : gerund + 2] not in _BARE or is_deed(reading, gerund):
        return False
    behind = range(gerund + 1, min(gerund + _CLOSE, len(clauses.kinds)))
    return not any(
        clauses.kinds[at] == "N"
        and (is_deed(reading, at) or "pronoun" in reading.nominal(at).fillers)
        for at in behind
    )

"""Which mentions of actors are one party: what their rows go by, and which of two rows stays."""

from dataclasses import replace

from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.values.events import EventActor
from coder.values.labels import Certainty, Role, Side

_CERTAINTY_ORDER = tuple(Certainty)


def names_of(reading: Reading, nominal: Nominal) -> set[str]:
    """Under which words two mentions are one party: id, name, or bare head noun."""
    actor = nominal.actor
    if actor is not None and actor.actor_id is not None:
        return {actor.actor_id}
    names = {reading.sentence.norms[nominal.head]}
    if actor is not None and actor.name is not None:
        names = {actor.name.lower(), actor.name.lower().split(" ")[-1]}
    return names


def enter(
    rows: list[EventActor],
    keys: list[tuple[set[str], Role]],
    row: EventActor,
    names: set[str],
    *,
    part: bool = False,
) -> int:
    """Add a row, or take it in where the party is known in that role; its place among the rows.

    A ``part`` of a side that fell is not its words: "troops fought rebels; two soldiers died".
    """
    for at, (known, role) in enumerate(keys):
        if role is row.role and known & names and not _are_two(rows[at], row):
            known.update(names)
            rows[at] = rows[at] if part else _better(rows[at], row)
            return at
    keys.append((names, row.role))
    rows.append(row)
    return len(rows) - 1


def _are_two(one: EventActor, other: EventActor) -> bool:
    """As in "Ivan Petrov and Olga Petrova": full names that share no more than a last name."""
    if one.name is None or other.name is None or one.actor_id or other.actor_id:
        return False
    mine, theirs = one.name.lower().split(), other.name.lower().split()
    if min(len(mine), len(theirs)) == 1 or mine[0] == theirs[0]:
        return False
    return not (set(mine) <= set(theirs) or set(theirs) <= set(mine))


def _better(old: EventActor, new: EventActor) -> EventActor:
    """The more telling of two mentions of one party: named, surer, counted."""
    if old.actor_id is None and new.actor_id is not None:
        return new
    if old.name is None and new.name is not None:
        return new
    if old.name is not None and new.name is None:
        return old  # "suspected Front fighters ... The assailants": who they are said to be
    if _CERTAINTY_ORDER.index(new.certainty) < _CERTAINTY_ORDER.index(old.certainty):
        return new
    if old.number is None and new.number is not None and old.name is None:
        return new
    return old


def with_primaries(rows: list[EventActor], fallen: set[int]) -> list[EventActor]:
    """Mark one row of each role and side as primary: the surest, then the named, then the first.

    A side is told before those of it who fell.
    """
    best: dict[tuple[Role, Side | None], tuple[int, bool, bool, int]] = {}
    for number, row in enumerate(rows):
        sure = _CERTAINTY_ORDER.index(row.certainty)
        rank = (sure, number in fallen, row.name is None, number)
        key = (row.role, row.side)
        best[key] = min(best.get(key, rank), rank)
    chosen = {rank[-1] for rank in best.values()}
    return [
        replace(row, is_primary=True) if number in chosen else row
        for number, row in enumerate(rows)
    ]

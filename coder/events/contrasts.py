"""Two acts of one sentence with "while" between them, each with its own dead.

As in "Missiles hit a block in A, killing 11, while shelling in B left two dead". What only came of
the first act stays with it: "killed two soldiers while five were wounded".
"""

from collections.abc import Iterator, Sequence

from coder.events.drafts import Draft
from coder.values.labels import CasualtyKind

MORE_PEOPLE = "more people in the same act"
_WHILE = frozenset({"while", "whereas"})


def at_contrast(group: tuple[list[Draft], str]) -> Iterator[tuple[list[Draft], str]]:
    """A group of drafts, or its two parts where each tells an act and how many it killed."""
    members, reason = group
    number = None if reason == MORE_PEOPLE else _before_contrast(members)
    if number is None:
        yield group
        return
    ordered = sorted(members, key=lambda draft: draft.first)
    yield ordered[:number], reason
    yield ordered[number:], reason


def _before_contrast(members: Sequence[Draft]) -> int | None:
    """How many of the drafts stand before the contrast, in the order of the text; null for none."""
    reading = members[0].reading
    if _WHILE.isdisjoint(reading.vocabulary):
        return None
    norms = reading.sentence.norms
    at = next(token for token, norm in enumerate(norms) if norm in _WHILE)
    parts = (
        [draft for draft in members if draft.first < at],
        [draft for draft in members if draft.first > at],
    )
    if not all(map(_tells_its_dead, parts)) or any(
        d.construction == "gerund" and d.first == at + 1 for d in parts[1]
    ):
        return None
    return len(parts[0])


def _tells_its_dead(part: Sequence[Draft]) -> bool:
    """Whether some drafts tell an act, and how many it killed."""
    acts = [draft for draft in part if not draft.frame.tells_outcome]
    return bool(acts) and any(
        claim.best and claim.kind is CasualtyKind.KILLED for draft in part for claim in draft.claims
    )

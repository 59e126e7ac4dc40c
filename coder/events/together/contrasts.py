"""Two acts of one sentence with "while" between them, each with its own dead.

As in "Missiles hit a block in A, killing 11, while shelling in B left two dead". What only came of
the first act stays with it: "killed two soldiers while five were wounded".
"""

from collections.abc import Iterator, Sequence

from coder.events.drafts import Draft
from coder.values.labels import CasualtyKind, EventType

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


def own_act_first(
    groups: Sequence[tuple[list[Draft], str]], draft: Draft
) -> Sequence[tuple[int, tuple[list[Draft], str]]]:
    """The groups a draft may join, numbered, behind a contrast that of its own act before others.

    As in "drones hit A, killing three, while the attack on B killed two": in the attack on B. And
    "a sniper killed a guard, and a lorry ran over a mine, killing two": those of the lorry.
    """
    numbered = list(enumerate(groups))
    if (
        len(groups) > 1
        and draft.construction == "gerund"
        and draft.subjects
        and not _is_behind_when(groups[0][0][0], draft)
    ):
        numbered.sort(key=lambda item: all(one.subjects != draft.subjects for one in item[1][0]))
    if draft.causes and not _WHILE.isdisjoint(draft.reading.vocabulary):
        numbered.sort(key=lambda item: not any(one.chunk in draft.causes for one in item[1][0]))
    left = draft.reading.clauses.clause(draft.chunk)[0] if len(groups) > 1 else 0
    if left and _is_when(draft, left - 1) and draft.support == "verb":
        # "12 died on Monday, and nine died on Friday when a bus was hit": the nearest before "when"
        numbered.sort(key=lambda item: -max(o.chunk * (o.chunk < left) for o in item[1][0]))
    return numbered


def _is_behind_when(one: Draft, other: Draft) -> bool:
    """Whether a subordinate clause opens between two verbs; "while" sets two side by side."""
    return any(_is_when(other, at) for at in range(one.chunk, other.chunk))


def _is_when(draft: Draft, number: int) -> bool:
    clauses = draft.reading.clauses
    return clauses.kinds[number] == "U" and clauses.first_words[number] not in _WHILE


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
    acts = [d for d in part if not d.frame.tells_outcome or d.type is not EventType.KILLING]
    return bool(acts) and any(
        claim.best and claim.kind is CasualtyKind.KILLED for draft in part for claim in draft.claims
    )

"""Two acts that a sentence tells side by side: one matter told by two words, or two doers' acts."""

from coder.events.drafts import Draft
from coder.values.labels import EventType

_DOING = frozenset({"perpetrator", "instrument"})


def one_matter(one: Draft, other: Draft) -> str | None:
    """Why two words beside each other tell one matter; null where they do not."""
    if _are_of_one_paper(one, other):
        return "one agreement"
    return "heard at one time" if _are_heard_together(one, other) else None


def have_own_doers(one: Draft, other: Draft) -> bool:
    """As in "Gunmen kill three in Gao, bomb kills two in Mopti": behind the comma another acts."""
    kinds = one.reading.clauses.kinds
    return (
        one.support == other.support == "verb"
        and one.construction == other.construction == "active"
        and bool(one.subjects and other.subjects)
        and one.chunk < other.subjects[0]
        and kinds[other.subjects[0] - 1] == ","
        and all(
            any(
                item.nominal.chunk in draft.subjects and item.role in _DOING
                for item in draft.fillers
            )
            for draft in (one, other)
        )
    )


def _are_of_one_paper(one: Draft, other: Draft) -> bool:
    """As in "brokered a truce which both families signed": two steps to one agreement."""
    if not one.type is other.type is EventType.AGREEMENT:
        return False
    matters = {filler.nominal.chunk for filler in one.by_role("target")}
    return any(filler.nominal.chunk in matters for filler in other.by_role("target"))


def _are_heard_together(one: Draft, other: Draft) -> bool:
    """As in "explosions and gunfire were heard across the city"."""
    reading, verb = one.reading, one.governor
    return (
        verb is not None
        and verb == other.governor
        and reading.sentence.norms[reading.clauses.chunks[verb].head] == "heard"
    )

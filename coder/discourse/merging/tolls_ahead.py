"""A toll that a brief opens with: "Five dead. Gunmen attacked a post at Nampala on Monday".

Lines without a finite verb that tell who came to harm and neither where nor by whom belong to the
act that the next sentence tells, if that counts nobody itself or the same number.
"""

from coder.discourse.acts import HARM, Act
from coder.discourse.counts.wholes import make_parts
from coder.discourse.merging.standing import stands_alone
from coder.events.drafts import Draft
from coder.events.senses.violence import is_outcome
from coder.values.labels import EventType, Modality

_NEXT = 2  # sentences
_CONSTRUCTIONS = frozenset({"participle", "predicate"})


class TollAhead:
    """The toll that a text opens with, held back until the next sentence tells the act or not."""

    def __init__(self, acts: list[Act]) -> None:
        self._acts = acts
        self._told: Act | None = None

    def takes(self, group: Act) -> bool:
        """Whether a group is part of the toll, or tells its act; else the toll is settled."""
        if not self._acts and _opens_with_toll(group):
            if self._told is None:
                group.reasons[0] = "first mention"
                self._told = group
            else:
                self._told.add(group.drafts, "the toll goes on")
            return True
        if self._told is not None and _took_toll(self._told, group):
            self._acts.append(self._told)
            self._told = None
            return True
        self.settle()
        return False

    def settle(self) -> None:
        """Let the toll be an act by itself if it may be one."""
        if self._told is not None and stands_alone(self._told):
            self._acts.append(self._told)
        self._told = None


def _opens_with_toll(group: Act) -> bool:
    """Whether a group is the first line of a text and only counts who came to harm."""
    reading = group.drafts[0].reading
    is_first = reading.sentence.index < _NEXT and "V" not in reading.clauses.kinds
    return is_first and all(map(_only_counts, group.drafts))


def _took_toll(ahead: Act, group: Act) -> bool:
    """Take the act a group tells into the toll told ahead of it; false where it is another."""
    distance = group.main.reading.sentence.index - ahead.sentence
    is_of_things = group.main.type is EventType.PROPERTY_ATTACK and not _numbers(group)
    if not 0 < distance <= _NEXT or not group.is_told_violence or is_of_things:
        return False
    told = _numbers(ahead)
    if any(told.get(kind, number) != number for kind, number in _numbers(group).items()):
        return False
    wholes = [claim for draft in ahead.drafts for claim in draft.claims]
    make_parts((claim for draft in group.drafts for claim in draft.claims), wholes)
    ahead.add(group.drafts, "the act whose toll was told ahead")
    return True


def _only_counts(draft: Draft) -> bool:
    return (
        is_outcome(draft)
        and draft.construction in _CONSTRUCTIONS
        and draft.modality is Modality.OCCURRED
        and not (draft.places or draft.times or draft.by_role("perpetrator") or draft.causes)
        and any(claim.kind in HARM and claim.best for claim in draft.claims)
    )


def _numbers(act: Act) -> dict[object, int]:
    """How many came to harm, by kind of harm."""
    found: dict[object, int] = {}
    for draft in act.drafts:
        for claim in draft.claims:
            if claim.kind in HARM and claim.subset_of is None:
                found[claim.kind] = found.get(claim.kind, 0) + (claim.best or claim.low or 0)
    return found

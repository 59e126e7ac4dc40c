"""Acts told of before they are told: by a toll in front, or as "the attack of Sunday".

Lines without a finite verb that tell who came to harm and neither where nor by whom belong to the
act that the next sentence tells, if that counts nobody itself or the same number.
"""

from collections.abc import Sequence

from coder.discourse.acts import HARM, Act
from coder.discourse.counts.wholes import make_parts
from coder.discourse.merging.conflicts import compatible_types, days_of
from coder.discourse.merging.lead_details import DETAILS, may_be_one
from coder.discourse.merging.standing import stands_alone
from coder.discourse.merging.told_again import is_of_other_time
from coder.events.counts.tolls import is_update
from coder.events.drafts import Draft, fillers_in, place_names
from coder.events.senses.violence import is_outcome, is_violent
from coder.events.status.presupposed import is_definite_act
from coder.lexicon.closed import A_AN, IN_DURING
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.labels import EventType, Modality, Scope

_KNOWN = frozenset({"the", "this", "that"})
_NEXT = 2  # sentences
_CONSTRUCTIONS = frozenset({"participle", "predicate"})


def told_ahead(act: Act, group: Act) -> str | None:
    """Why an act told as known, or by its toll, is the one told now."""
    is_first = act.sentence == act.main.reading.sentence.index
    if is_first and _tells_what_toll_is_of(act.main, group.main):
        return "the act whose toll was told"
    return "the act known to the reader" if _tells_known_act(act, group) else None


def told_inside(act: Act, group: Act) -> str | None:
    """Why what a sentence tells was part of an act: "In the earlier clash near A, they threw"."""
    reading = group.main.reading
    if reading.sentence.norms[0] not in IN_DURING or act.sentence >= reading.sentence.index:
        return None
    clauses = reading.clauses
    stop = clauses.kinds.find(",")
    if stop < 0 or not clauses.kinds.startswith("PN") or clauses.first_words[1] not in _KNOWN:
        return None
    if clauses.chunks[1].head not in reading.event_heads or any(
        draft.chunk < stop for draft in group.drafts if draft.support == "verb"
    ):
        return None
    end = clauses.chunks[stop].first
    named = {place.name for place in reading.places if place.last <= end}
    is_same = bool(named) and named <= place_names(act.drafts) and is_violent(act.main.type)
    return "what it opens with is the act told before" if is_same else None


def told_as_known(group: Act) -> list[Draft]:
    """The drafts that may refer back to an act of a sentence before.

    Not "the attack" behind "died in a raid on a camp", which means the raid.
    """
    brought_in = [draft.chunk for draft in group.drafts if _is_brought_in(draft)]
    first = min(brought_in, default=None)
    return [it for it in group.asserting if first is None or it.chunk <= first]


def _is_brought_in(draft: Draft) -> bool:
    clauses = draft.reading.clauses
    return draft.support != "verb" and clauses.first_words[draft.chunk] in A_AN


def _tells_what_toll_is_of(old: Draft, new: Draft) -> bool:
    """As in "The death toll from a truck bomb rose to 92. A tanker blew up on Wednesday"."""
    return (
        compatible_types(old.type, new.type)
        and old.construction == "nominal"
        and not old.times
        and "toll" in old.reading.vocabulary
        and is_update(old.reading)
    )


def _tells_known_act(act: Act, group: Act) -> bool:
    """As in "condemned the attack of Sunday in A. Early on Sunday troops repelled an assault"."""
    old, new = ({days_of(draft) for draft in part.witnesses} - {None} for part in (act, group))
    is_blow = not any(draft.type is EventType.ABDUCTION for draft in group.drafts)
    return (
        (old == new != set() or (is_blow and not new))
        and all(is_definite_act(draft) for draft in act.drafts)
        and not any(draft.places for draft in group.drafts)
    )


def judged_ahead(acts: Sequence[Act], group: Act) -> tuple[Act, str] | None:
    """As in "condemned the killing of a priest. Father Sow was shot on Friday": how it was done.

    The act that is judged has no day of its own; of others than those whom it hit, another tells.
    """
    act, new = acts[-1], group.main
    distance = new.reading.sentence.index - act.sentence
    if not 0 < distance <= _NEXT or new.support != "verb" or not _is_judged(act.main):
        return None
    is_told = all(it.countable and it.scope is not Scope.SUMMARY for it in group.drafts)
    is_told = is_told and not (is_of_other_time(new) or any(days_of(it) for it in act.drafts))
    is_one = is_told and may_be_one(act, group) and _befell_the_same(act, group)
    return (act, DETAILS) if is_one else None


def _is_judged(draft: Draft) -> bool:
    """As in "deplored the attack", "is outraged by the murder": told by its name, and known."""
    classes = noun_classes()
    words = classes["judging"] | classes["aghast"]
    heads = draft.reading.clauses.head_words[: draft.chunk]
    return (
        draft.support != "verb"
        and draft.scope is Scope.SINGLE
        and not words.isdisjoint(draft.reading.vocabulary)
        and not words.isdisjoint(heads)
    )


def _befell_the_same(act: Act, group: Act) -> bool:
    """Whether those hit may be those told: by name, as known, or in the thing that was hit."""
    old = list(fillers_in(act.witnesses, HIT_ROLES))
    heads = {draft.head_word(told) for draft, told in old}
    if not any("person" in told.nominal.fillers for _, told in old):
        return True
    return all(
        told.antecedent is not None
        or told.nominal.is_definite
        or draft.head_word(told) in heads
        or "person" not in told.nominal.fillers
        for draft, told in fillers_in(group.drafts, HIT_ROLES)
    )


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

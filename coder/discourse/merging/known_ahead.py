"""Acts taken for known before they are told: by their toll, or as "the attack of Sunday"."""

from coder.discourse.acts import Act
from coder.discourse.merging.conflicts import compatible_types, days_of
from coder.events.counts.tolls import is_update
from coder.events.drafts import Draft, place_names
from coder.events.senses.violence import is_violent
from coder.events.status.presupposed import is_definite_act
from coder.lexicon.closed import A_AN, IN_DURING
from coder.values.labels import EventType

_KNOWN = frozenset({"the", "this", "that"})


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

"""Whether an act befell the persons or the thing of one told before, whatever it is called."""

from coder.discourse.acts import NAMED_LATER, SAME_DEAD, SAME_PERSONS, SAME_THING, SOME_OF_THEM, Act
from coder.discourse.counts.counted_among import counts_among_dead
from coder.discourse.merging.conflicts import compatible_types, places_conflict, sets_apart
from coder.discourse.merging.described import same_harmed, same_killed
from coder.discourse.merging.same_persons import named_later, same_dead, same_person
from coder.discourse.merging.same_things import damages, same_thing
from coder.discourse.things.damage import counted_differs
from coder.events.drafts import Draft
from coder.events.senses.violence import is_violent
from coder.events.together.sequels import is_sequel
from coder.rules.model import HIT_ROLES
from coder.text.entries import Head
from coder.text.items import Item, item_of
from coder.values.events import CROWD_TYPES
from coder.values.labels import CasualtyKind, Scope

MAX_DISTANCE = 12  # sentences
_KILLED = CasualtyKind.KILLED


def tells_dead(group: Act) -> bool:
    """Whether a group tells of anybody that he was killed: else it was not before either."""
    return any(
        any(filler.effect == _KILLED for filler in draft.fillers)
        or any(claim.kind is _KILLED for claim in draft.claims)
        for draft in group.drafts
    )


def died_before(act: Act, group: Act) -> str | None:
    """Why those who die in a group died in an act: nobody dies twice, whatever is told between."""
    if counted_differs(act.main, group.main):
        return None
    if same_dead(act, group):
        return "the same person was killed"
    if counts_among_dead(act, group):
        return SOME_OF_THEM
    if same_killed(act, group) and _may_befall_again(act, group):
        return SAME_DEAD
    return None


def same_victims_told(act: Act, group: Act) -> str | None:
    """Why an act on the same persons is the one told before; both are counted, or neither is."""
    if not any(filler.role in HIT_ROLES for draft in group.drafts for filler in draft.fillers):
        return None
    if same_person(act, group) and compatible_types(act.main.type, group.main.type):
        return "the same person was attacked"
    if named_later(act, group):
        return NAMED_LATER
    if same_harmed(act, group) and _may_befall_again(act, group):
        return SAME_PERSONS
    return None


def same_thing_hit(act: Act, group: Act) -> str | None:
    """Why an act on the same thing is the one told before; both are counted, or neither is."""
    return SAME_THING if same_thing(act, group) and _may_hit_again(act, group) else None


def _may_befall_again(act: Act, group: Act) -> bool:
    """Whether both types can name what befell the same persons, and nothing sets them apart."""
    old, new = act.main, group.main
    if old.reading is new.reading:
        return False
    may_be_one = compatible_types(old.type, new.type)
    return (may_be_one or (old.type in CROWD_TYPES and is_violent(new.type))) and _is_told_again(
        act, group
    )


def _may_hit_again(act: Act, group: Act) -> bool:
    """Whether both types can name what hit the same thing, and nothing sets them apart."""
    old, new = act.main, group.main
    return (
        (compatible_types(old.type, new.type) or damages(old.type, new.type))
        and new.reading.sentence.index - act.sentence <= MAX_DISTANCE
        and (new.scope is not Scope.SERIES or old.scope is Scope.SERIES)
        and _is_told_again(act, group)
    )


def _is_told_again(act: Act, group: Act) -> bool:
    """Whether neither status, day, place nor party sets the two apart."""
    old, new = act.main, group.main
    return (
        Scope.SUMMARY not in {old.scope, new.scope}
        and old.modality is new.modality
        and not any(map(is_sequel, group.drafts))
        and not sets_apart(act, group)
        and not places_conflict(act, group)
        and not in_other_item(old, new)
    )


def in_other_item(old: Draft, new: Draft) -> bool:
    """Whether both stand in items of a list and not in the same one.

    What an entry with a day or place in front tells is not told above the list either.
    """
    one, other = item_of(old.reading.sentence), item_of(new.reading.sentence)
    if one == other:
        return False
    return (one is not None and other is not None) or _heads(one, other) != {None}


def in_other_entry(old: Draft, new: Draft) -> bool:
    """Whether they stand below different days or places in front of entries."""
    one, other = item_of(old.reading.sentence), item_of(new.reading.sentence)
    return one != other and len(_heads(one, other)) > 1


def _heads(*items: Item | None) -> set[Head | None]:
    return {None if item is None else item.head for item in items}

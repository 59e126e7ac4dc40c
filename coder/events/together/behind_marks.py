"""What befell people or things, told behind a colon or semicolon: a part of the act before it."""

from coder.events.drafts import Draft
from coder.events.together.when_clauses import is_what_befell
from coder.values.kinds import REMOTE


def is_listed_behind(one: Draft, other: Draft) -> bool:
    """As in "raided a town: two men were shot dead, shops burned": what befell them, by nobody."""
    if other.by_role("perpetrator"):
        return False
    if other.construction == "participle":
        return True
    told = is_what_befell(other) and bool(one.by_role("perpetrator"))
    told = told and REMOTE.isdisjoint({one.type, other.type})
    return told and one.support == other.support == "verb" and is_bare(one, other)


def is_bare(one: Draft, other: Draft) -> bool:
    """Whether an act has neither place nor day but those of the other."""
    own_times = [time for time in other.times if not any(time is item for item in one.times)]
    known = {place.name for place in one.places}
    return not own_times and all(place.name in known for place in other.places)

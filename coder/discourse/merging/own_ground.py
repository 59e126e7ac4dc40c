"""Whether an act is told with a place or a day of its own, or stays where the last one was."""

from collections.abc import Iterable

from coder.discourse.acts import Act
from coder.discourse.merging.conflicts import days_of, is_only_sequel
from coder.discourse.merging.where_it_lies import contains, may_lie_beside
from coder.events.drafts import Draft, place_names
from coder.values.kinds import BOMBARDMENT, POINT_LEVELS
from coder.values.labels import TimexType


def has_own_ground(group: Act) -> bool:
    """Whether a place or a day of its own is told; who dies later has another day.

    A name that no gazetteer has and no area places may be the village of the act told before.
    """
    return any(
        any(place.iso3 is not None for place in draft.places)
        or (
            days_of(draft) is not None
            and not is_only_sequel(group)
            and draft.subtype != "body_found"  # which are found behind the act
        )
        for draft in group.drafts
    )


def has_other_ground(act: Act, group: Act) -> bool:
    """As in "the strike on B on 9 August", far behind an act in A: its own town and its own day."""
    old, new = place_names(act.witnesses), place_names(group.drafts)
    has_day = any(days_of(draft) is not None for draft in group.drafts)
    return bool(old and new) and old.isdisjoint(new) and has_day


def counts_over_days(group: Act) -> bool:
    """As in "23 were wounded in the past 24 hours": what came of many acts."""
    return any(
        time.type is TimexType.DURATION and time.first is not None and time.first != time.last
        for draft in group.drafts
        for time in draft.times
    )


def stays_there(act: Act, group: Act) -> bool:
    """Whether a place of a group is one of the act's or near it, and no day is told."""
    known = [place for draft in act.witnesses for place in draft.places]
    told = [place for draft in group.drafts for place in draft.places]
    is_there = any(
        place.name == other.name or may_lie_beside(other, place)
        for place in told
        for other in known
    )
    return is_there and all(days_of(draft) is None for draft in group.drafts)


def fell_within(act: Act, group: Act) -> bool:
    """As in "fired 60 rockets at northern Israel. Two were hurt in A": a town of the area hit."""
    told = [place for draft in act.witnesses for place in draft.places]
    new = [place for draft in group.drafts for place in draft.places]
    return (
        act.main.type in BOMBARDMENT
        and group.main.reading.sentence.index - act.sentence == 1
        and bool(told and new)
        and not any(place.level in POINT_LEVELS for place in told)
        and all(any(contains(area, place) for area in told) for place in new)
        and all(days_of(draft) is None for draft in group.drafts)
    )


def towns(drafts: Iterable[Draft]) -> set[tuple[str, str | None]]:
    """The places of drafts; what lies "35 miles northeast of A" is not in A."""
    return {
        (place.name, relation if (relation := place.relation or "").endswith(" of") else None)
        for draft in drafts
        for place in draft.places
    }

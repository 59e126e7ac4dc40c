"""Fighters taken in a fight told before: they are captured in it, and abducted by nobody."""

from coder.discourse.acts import Act
from coder.events.counts.fates import are_captured_fighters, mark_as_captured
from coder.values.kinds import AT_CLOSE_QUARTERS
from coder.values.labels import EventType


def take_in(act: Act, group: Act, reason: str) -> None:
    """Add drafts to an act; "Twelve soldiers were taken prisoner" counts whom a fight captured."""
    if act.main.type in AT_CLOSE_QUARTERS and group.main.type is EventType.ABDUCTION:
        for draft in filter(are_captured_fighters, group.drafts):
            mark_as_captured(draft)
    act.add(group.drafts, reason)

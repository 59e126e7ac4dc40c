"""Which acts are violent, and which drafts only tell what came of an act."""

from coder.events.counts.fates import is_capture_of_some
from coder.events.drafts import Draft
from coder.rules.model import TYPE_PRECEDENCE
from coder.values.labels import EventType

VIOLENT = frozenset(TYPE_PRECEDENCE) | {EventType.SEXUAL_VIOLENCE, EventType.ABUSE}


def is_violent(kind: EventType) -> bool:
    """Whether the type is an act of violence that other violence can be the means of."""
    return kind in VIOLENT


def is_counted_act(draft: Draft) -> bool:
    """Whether a draft tells a countable act of violence, and not only what came of one."""
    return is_violent(draft.type) and draft.support != "dependent" and draft.countable


def is_outcome(draft: Draft) -> bool:
    """A draft that tells what came of an act, not which act it was: killed, wounded, destroyed."""
    is_taken = draft.type is EventType.ABDUCTION and draft.support == "dependent"
    return draft.frame.tells_outcome or is_taken or is_capture_of_some(draft)

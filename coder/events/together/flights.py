"""People on their way beside the other acts of a sentence: one flight, and what they flee."""

from coder.events.drafts import Draft
from coder.events.senses.driven import are_going
from coder.events.together.different_people import victims
from coder.events.together.told_apart import on_two_days
from coder.values.labels import EventType

_DISPLACEMENT = EventType.DISPLACEMENT


def flees_from(one: Draft, other: Draft) -> bool:
    """As in "900 people fled a clash between two gangs": the flight is told beside the clash."""
    return (
        one.type is _DISPLACEMENT
        and other.type is not _DISPLACEMENT
        and are_going(one.frame, one.fillers)
    )


def left_when(one: Draft, other: Draft) -> bool:
    """As in "families sought shelter after the army bombed a hamlet": what others did, behind."""
    return (
        flees_from(one, other)
        and one.chunk < other.chunk
        and other.support == "verb"
        and bool(other.by_role("perpetrator"))
        and one.subjects != other.subjects
    )


def are_of_one_flight(one: Draft, other: Draft) -> bool:
    """As in "refugees who fled Kutum crossed into Chad": no day, or one, for both."""
    return (
        one.type is other.type is _DISPLACEMENT
        and one.subtype == other.subtype
        and (
            not victims(one).isdisjoint(victims(other))
            or not {*one.subjects}.isdisjoint(other.subjects)  # families are no count of persons
        )
        and not on_two_days(one, other)
    )

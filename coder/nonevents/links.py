"""Which event of the document a statement is about, and which began or ended a state of control."""

from bisect import bisect_left, bisect_right
from operator import attrgetter

from coder.lexicon.closed import KNOWN
from coder.lexicon.words import noun_classes
from coder.nonevents.document import Telling
from coder.nonevents.roles import Found
from coder.values.events import Event
from coder.values.labels import EventType, Role
from coder.values.nonevent_labels import ControlRelation, EventLink
from coder.values.nonevents import HeldPlace, Party, Words
from coder.values.text import Span

_SENTENCE = attrgetter("sentence")


def event_about(found: Found, topic: Words | None, source: Telling) -> tuple[str, EventLink] | None:
    """The event told inside the topic, else the one told last that a definite noun refers to."""
    index = found.reading.sentence.index
    end = bisect_right(source.mentioned, index, key=_SENTENCE)
    if topic is not None:
        inside = [
            item
            for item in source.mentioned[bisect_left(source.mentioned, index, key=_SENTENCE) : end]
            if _covers(topic.span, item.trigger)
        ]
        if inside:
            return inside[0].event_id, EventLink.STATED
    if not _refers_back(found):
        return None
    start = topic.span.start if topic is not None else None
    for at in range(end - 1, -1, -1):
        item = source.mentioned[at]
        if item.sentence < 0 <= index:
            return None  # the title, before the text
        if start is None or item.trigger.start < start:
            return item.event_id, EventLink.ANAPHORIC
    return None


def _covers(outer: Span, inner: Span) -> bool:
    return outer.section is inner.section and outer.start <= inner.start and inner.end <= outer.end


def _refers_back(found: Found) -> bool:
    """As in "condemned the attack", "denied the killings": a definite group that names an act."""
    topic = found.roles.get("topic")
    if topic is None:
        return False
    norms = found.reading.sentence.norms
    nominal = topic.nominal
    if nominal is None or norms[nominal.first] not in KNOWN:
        return False
    names_act = nominal.head in found.reading.event_heads
    return names_act or norms[nominal.head] in noun_classes()["anaphor"]


def change_of(
    place: HeldPlace, actor: Party | None, source: Telling
) -> tuple[str, ControlRelation] | None:
    """The taking of the same place that the document tells: by the holder, or from it."""
    if place.name is None or actor is None:
        return None
    for event in source.events:
        if event.event_type is not EventType.TERRITORIAL_CHANGE or not _is_same(event, place):
            continue
        for party in event.actors:
            if party.name != actor.name or (actor.name is None and party.type is not actor.type):
                continue
            if party.role in {Role.GAINING_PARTY, Role.PERPETRATOR}:
                return event.event_id, ControlRelation.BEGAN
            if party.role in {Role.LOSING_PARTY, Role.TARGET}:
                return event.event_id, ControlRelation.ENDED
    return None


def _is_same(event: Event, place: HeldPlace) -> bool:
    own = event.place
    if own.gazetteer_id is not None and place.gazetteer_id is not None:
        return own.gazetteer_id == place.gazetteer_id
    return place.name in {own.place_name, own.text}

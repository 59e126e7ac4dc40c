"""Mentions and events in a few words each, the same on the terminal and in HTML."""

from coder.values.events import Casualty, Event, EventActor
from coder.values.labels import MentionKind
from coder.values.mentions import (
    ActorMention,
    Mention,
    PlaceMention,
    Quantity,
    TargetMention,
    TimeExpression,
    WeaponMention,
)

_KINDS: dict[type, MentionKind] = {
    TimeExpression: MentionKind.TIME,
    PlaceMention: MentionKind.PLACE,
    Quantity: MentionKind.QUANTITY,
    ActorMention: MentionKind.ACTOR,
    WeaponMention: MentionKind.WEAPON,
    TargetMention: MentionKind.TARGET,
}


def mention_kind(mention: Mention) -> MentionKind:
    """The published kind of a mention."""
    return _KINDS[type(mention)]


def mention_value(mention: Mention) -> str:
    """What a mention was read as, in one line."""
    match mention:
        case TimeExpression():
            days = _days(mention.first, mention.last)
            return f"{mention.type} {mention.value or 'no value'}{days}, {mention.basis}"
        case PlaceMention():
            return _place(mention)
        case Quantity():
            return f"{bounds(mention.low, mention.best, mention.high)}, {mention.qualifier}"
        case ActorMention():
            return ", ".join(
                part
                for part in (mention.name, mention.type.value, mention.country, mention.certainty)
                if part
            )
        case WeaponMention() | TargetMention():
            return mention.type.value


def _days(first: object, last: object) -> str:
    if first is None and last is None:
        return ""
    if first == last:
        return f" = {first}"
    return f" = {first or '...'} to {last or '...'}"


def _place(mention: PlaceMention) -> str:
    where = [mention.name, mention.admin1, mention.iso3]
    text = ", ".join(part for part in dict.fromkeys(where) if part) + f" ({mention.level})"
    if mention.latitude is not None and mention.longitude is not None:
        text += f" {mention.latitude:.3f}, {mention.longitude:.3f}"
    return text


def bounds(low: int | None, best: int | None, high: int | None) -> str:
    """Bounds as an analyst writes them; a question mark where nothing is stated.

    >>> bounds(23, 23, None), bounds(3, 3, 3), bounds(None, None, None)
    ('23 (23 to ?)', '3', '?')
    """
    if low is None and best is None and high is None:
        return "?"
    if low == best == high:
        return f"{best}"
    parts = ["?" if number is None else f"{number}" for number in (low, high)]
    return f"{'?' if best is None else best} ({parts[0]} to {parts[1]})"


def event_headline(event: Event) -> str:
    """Type and status of an event in one line."""
    counted = "countable" if event.countable else "not countable"
    return (
        f"{event.event_type}/{event.event_subtype}: {event.modality}, {event.recency}, "
        f"{event.scope} ({counted})"
    )


def event_facts(event: Event) -> tuple[tuple[str, str], ...]:
    """The fields an analyst asks for first, as pairs of name and value; unknown ones left out."""
    date, place = event.date, event.place
    facts = [("when", _when(date.start, date.end, date.precision, date.basis, date.text))]
    names = (place.site_name, place.place_name, place.admin1_name, place.admin0_name, place.iso3)
    where = ", ".join(name for name in dict.fromkeys(names) if name)
    if where or place.text:
        facts.append(("where", f"{where or place.text} ({place.precision})"))
    facts += [(actor.role.value, _actor(actor)) for actor in event.actors]
    facts += [(row.kind.value, _casualty(row)) for row in event.casualties]
    facts += [("weapon", f"{row.text} ({row.type})") for row in event.weapons]
    facts += [
        ("target", f"{row.text} ({row.type}{f', {row.effect}' if row.effect else ''})")
        for row in event.targets
    ]
    facts += [
        ("source", f"{row.name or row.text} ({row.source_type}, {row.stance})")
        for row in event.attributions
    ]
    if event.tags:
        facts.append(("tags", ", ".join(event.tags)))
    facts.append(("rules", ", ".join(event.rule_ids)))
    return tuple((name, value) for name, value in facts if value)


def _when(start: object, end: object, precision: str, basis: str, text: str | None) -> str:
    days = _days(start, end).removeprefix(" = ")
    words = f"'{text}'" if text else ""
    return " ".join(part for part in (days, f"({precision}, {basis})", words) if part)


def _actor(actor: EventActor) -> str:
    named = f"{actor.name} " if actor.name and actor.name != actor.text else ""
    return f"{named}'{actor.text}' ({actor.type}, {actor.certainty})"


def _casualty(row: Casualty) -> str:
    notes = [row.qualifier.value, row.victim_type.value]
    if row.subset_of:
        notes.append(f"part of {row.subset_of}")
    if row.is_superseded:
        notes.append("superseded")
    return f"{bounds(row.low, row.best, row.high)} '{row.text}' ({', '.join(notes)})"

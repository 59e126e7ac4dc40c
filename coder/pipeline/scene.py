"""One document while it is coded, and what stands at its edges."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from coder.discourse.acts import Act
from coder.events.drafts import Draft
from coder.events.hits import may_hold_trigger
from coder.events.reading import Reading
from coder.lexicon.entries import ActorEntry
from coder.lexicon.load import Lexicon
from coder.mentions.actors.scan import find_actors
from coder.mentions.places.dateline import Dateline
from coder.mentions.targets import find_targets
from coder.mentions.weapons import find_weapons, is_in_name
from coder.plugins import with_given
from coder.rules.ruleset import RuleSet
from coder.values.events import Event
from coder.values.mentions import Mention, PlaceMention, TimeExpression
from coder.values.options import Depth
from coder.values.text import Document, NormalisedText, Sentence


@dataclass(slots=True, kw_only=True)
class Scene:
    """One document while it is coded; what the stages find stands in the order they find it.

    ``sentences`` are those worth reading for events, ``beside`` those read for nothing else. The
    lists behind ``contested`` are parallel to ``sentences`` down to ``drafts``.
    """

    document: Document
    sections: tuple[NormalisedText, ...]
    spans: list[tuple[int, int]]
    reference: date | None
    dateline: Dateline | None
    depth: Depth
    lexicon: Lexicon
    sentences: list[Sentence] = field(default_factory=list)
    beside: list[Sentence] = field(default_factory=list)
    contested: set[str] = field(default_factory=set)
    named: list[tuple[tuple[int, int, ActorEntry], ...]] = field(default_factory=list)
    places: tuple[tuple[PlaceMention, ...], ...] = ()
    times: list[tuple[TimeExpression, ...]] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    drafts: list[list[Draft]] = field(default_factory=list)
    inquired: list[date] = field(default_factory=list)  # the days a report of an inquiry is about
    groups: list[tuple[list[Draft], str]] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    events: tuple[Event, ...] = ()


def is_worth_reading(scene: Scene, rules: RuleSet) -> bool:
    """Whether a sentence the gate opened can hold a trigger, where only events are asked for."""
    if scene.depth is Depth.EVERYTHING:
        return bool(scene.sentences)
    return any(may_hold_trigger(sentence, rules) for sentence in scene.sentences)


def mentions_of(
    sentence: Sentence, found: Sequence[Mention], given: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Every mention of a sentence by position: what was found, then actors, weapons and targets.

    ``given``: by plug-ins; these stand before the engine's own.
    """
    names = [mention for mention in found if isinstance(mention, PlaceMention)]
    own: list[Mention] = [
        *found,
        *find_actors(sentence, lexicon),
        *find_weapons(sentence, lexicon, names),
        *(thing for thing in find_targets(sentence, lexicon) if not is_in_name(thing, names)),
    ]
    mentions = list(with_given(own, given, Mention)) if given else own
    return sorted(mentions, key=lambda mention: (mention.start, mention.end, mention.rule_id))


def mentions_of_reading(reading: Reading, lexicon: Lexicon) -> list[Mention]:
    """Every mention of a sentence that has been read."""
    found: list[Mention] = [*reading.times, *reading.places, *reading.quantities.values()]
    return mentions_of(reading.sentence, found, reading.given, lexicon)

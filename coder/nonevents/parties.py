"""Who a noun group is: the name, the type and the words, by what the document told before."""

from collections.abc import Iterable

from coder.discourse.people.parties import Parties
from coder.discourse.spans import Spans
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.mentions.sources import source_type
from coder.values.events import EventActor
from coder.values.labels import ActorType, Certainty, Role, SourceType
from coder.values.nonevents import Party, Words

_BARE = frozenset({"organization", "organisation", "movement", "group", "faction"})


class Names:
    """The parties of one document; asked in the order of the text."""

    __slots__ = ("_parties", "_readings", "_spans")

    def __init__(self, readings: Iterable[Reading], spans: Spans) -> None:
        self._spans = spans
        self._readings = readings
        self._parties: Parties | None = None

    def party(self, reading: Reading, nominal: Nominal, last: int | None = None) -> Party:
        """The noun group as a party; "the group" takes the name told before, if one can be meant.

        ``last``: where its words end, if not with the group.
        """
        span = self._spans.of(reading, nominal.first, last or nominal.last)
        text = self._spans.text(span)
        acting = reading.state(nominal, acts=True) or nominal
        actor = acting.actor
        if actor is None:
            name = text if "name" in nominal.fillers else None
            return Party(name=name, type=None, words=Words(text=text, span=span))
        row = EventActor(
            actor_id=actor.actor_id,
            name=actor.name or reading.name_inside(nominal.first, nominal.last),
            text=text,
            description=actor.description,
            number=None,
            nationality=actor.nationality,
            type=_called(reading, nominal, actor.type),
            role=Role.PERPETRATOR,
            side=None,
            certainty=Certainty.STATED,
            country=actor.country,
            sector=actor.sector,
            is_civilian=actor.is_civilian,
            is_primary=False,
            is_organisation="organisation" in nominal.fillers,
            sent_idx=reading.sentence.index,
            span=span,
        )
        if self._parties is None:
            self._parties = Parties(self._readings)
        known = self._parties.named(row, reading, nominal)
        kind = known.type if known is not row else actor.type
        return Party(name=known.name, type=kind, words=Words(text=text, span=span))


def speaker_type(reading: Reading, nominal: Nominal) -> SourceType | None:
    """What kind of source a speaker is; null for a pronoun."""
    if "pronoun" in nominal.fillers:
        return None
    acting = reading.state(nominal, acts=True) or nominal
    words = reading.sentence.norms[nominal.first : nominal.last]
    kind = source_type(acting.actor, words, reading.lexicon)
    if kind is SourceType.OTHER and acting is not nominal:
        return SourceType.STATE_OFFICIAL
    return kind


def _called(reading: Reading, nominal: Nominal, kind: ActorType) -> ActorType:
    """The type to look for: "the organisation", "the movement" may be any group told before."""
    is_bare = reading.sentence.norms[nominal.head] in _BARE
    return ActorType.UNKNOWN if kind is ActorType.ORGANISATION and is_bare else kind

"""The most specific name of a party: "the group", "the insurgents", "the Front" after its name.

In: the listed actors a document names, the rows of its acts in the order of the text. A definite
group without a name of its own takes the name of the one party told before that it can be; where
two could be meant it takes none. The words of the text stay (codebook 2.6).
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.values.events import EventActor
from coder.values.kinds import ARMED_GROUPS, INSURGENTS, MILITIAS
from coder.values.labels import ActorType

# Which parties words of a type can mean; people of other types are not called by their group.
_MEANT: Mapping[ActorType, frozenset[ActorType]] = {
    ActorType.UNKNOWN: ARMED_GROUPS,
    ActorType.REBEL_GROUP: INSURGENTS,
    ActorType.JIHADIST_GROUP: INSURGENTS,
    ActorType.POLITICAL_MILITIA: MILITIAS,
    ActorType.COMMUNAL_MILITIA: MILITIAS | {ActorType.REBEL_GROUP},
    ActorType.PRO_GOV_MILITIA: MILITIAS,
    ActorType.CRIMINAL_GROUP: frozenset({ActorType.CRIMINAL_GROUP}),
    ActorType.STATE_MILITARY: frozenset({ActorType.STATE_MILITARY}),
    ActorType.STATE_POLICE: frozenset({ActorType.STATE_POLICE}),
}
_BODIES = frozenset({ActorType.UNKNOWN, ActorType.STATE_MILITARY, ActorType.STATE_POLICE})


class _Party(NamedTuple):
    order: tuple[int, int]
    name: str
    actor_id: str | None
    type: ActorType
    country: str | None
    sector: str | None


class Parties:
    """The parties one document has named; ``readings`` are its read sentences in order."""

    __slots__ = ("_told",)

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._told = [
            _Party(
                (reading.sentence.index, first),
                entry.name,
                entry.actor_id,
                entry.type,
                entry.country,
                entry.sector,
            )
            for reading in readings
            for first, _, entry in reading.named
            if entry.type in ARMED_GROUPS or entry.type in _BODIES
        ]

    def named(self, row: EventActor, reading: Reading, nominal: Nominal) -> EventActor:
        """The row under the name of the party it means, else as it is."""
        order = (reading.sentence.index, nominal.first)
        short = self._by_short_name(row, order)
        if short is not None:
            return replace(row, name=short.name, type=_surer(row.type, short.type))
        if row.name is not None:
            self._told.append(
                _Party(order, row.name, row.actor_id, row.type, row.country, row.sector)
            )
            return row
        meant = _MEANT.get(row.type)
        if meant is None or not _points_back(row, nominal):
            return row
        told = {
            party.actor_id or party.name: party
            for party in self._told
            if party.order < order and party.type in meant
        }
        if len(told) != 1:
            return row
        (party,) = told.values()
        return replace(
            row,
            name=party.name,
            actor_id=party.actor_id,
            type=party.type,
            country=row.country or party.country,
            sector=row.sector or party.sector,
        )

    def _by_short_name(self, row: EventActor, order: tuple[int, int]) -> _Party | None:
        """The unlisted party that one capitalised word stands for: "the Front", "the ERF"."""
        words = row.text.split()
        word = words[-1]
        if row.actor_id is not None or len(words) - (words[0].lower() == "the") != 1:
            return None
        if not word[0].isupper():
            return None
        told = {
            party.name: party
            for party in self._told
            if party.actor_id is None and party.order < order and _is_short(word, party.name)
        }
        return next(iter(told.values())) if len(told) == 1 else None


def _is_short(word: str, name: str) -> bool:
    """Whether a word is the last one of a name, or spells its capitals."""
    words = name.split()
    if len(words) == 1:
        return False
    initials = "".join(part[0] for part in words if part[0].isupper())
    return word == words[-1] or (word.isupper() and word == initials)


def _surer(own: ActorType, other: ActorType) -> ActorType:
    return other if own is ActorType.UNKNOWN else own


def _points_back(row: EventActor, nominal: Nominal) -> bool:
    """Whether a group is definite, uncounted and of no country of its own.

    "The army" and "the group" are bodies; "the rebels" are all of them; "the soldiers" are some.
    """
    actor = nominal.actor
    if actor is None or not nominal.is_definite or nominal.quantity is not None:
        return False
    if actor.country is not None or actor.nationality is not None:
        return False
    if row.type in _BODIES:
        return "organisation" in nominal.fillers
    return actor.is_plural or "organisation" in nominal.fillers

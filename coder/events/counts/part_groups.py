"""A part of a number of people, and the groups of a list that make it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coder.events.reading import Reading
from coder.events.roles.names import is_person_name
from coder.events.roles.nominals import Nominal
from coder.events.status.attribution import is_speaker_with_name
from coder.lexicon.closed import A_AN, ALL_OF_BE
from coder.values.labels import CasualtyKind
from coder.values.mentions import Quantity

_LOST = frozenset({"missing", "unaccounted"})


SOFT = 'tA",'  # kinds of chunks that stand between a part and its number
_LISTED = 6
_THINGS = frozenset({"vehicle", "weapon", "facility"})


@dataclass(slots=True)
class Part:
    """Some of a number of people told elsewhere. ``token`` is where the words begin.

    ``kind``: what the words say of the whole ("of the wounded"), null where they say nothing.
    ``inner``: the whole itself where it stands in the words ("two of the eight nurses killed").
    ``is_fatal``: these were killed, whatever befell the whole ("three were shot, two fatally").
    ``is_of_all``: of all who were harmed, be their number told or not ("the dead included").
    ``is_least``: more may have been harmed.
    ``is_list``: told behind a colon, so a part only if the numbers add up to the whole.
    """

    token: int
    kind: CasualtyKind | None
    pieces: list[Nominal]
    inner: Quantity | None = None
    is_list: bool = False
    is_of_all: bool = False
    is_least: bool = False
    is_fatal: bool = False
    last: int = 0

    @property
    def end(self) -> int:
        """The token behind its words."""
        return max([self.last, *(item.last for item in self.pieces)])


def is_someone(reading: Reading, nominal: Nominal) -> bool:
    """A counted group, or somebody by a name that nothing but its place in the sentence proves."""
    return is_counted(reading, nominal) or (is_person_name(nominal) and nominal.place is None)


def is_counted(reading: Reading, nominal: Nominal) -> bool:
    """Whether a group states how many it is."""
    return nominal.quantity is not None or is_single(reading, nominal)


def part_of(
    reading: Reading, number: int, said: CasualtyKind | None, pieces: list[Nominal]
) -> Part | None:
    """The part that some groups make, told from a chunk on; null where there is none."""
    if not pieces:
        return None
    return Part(reading.clauses.chunks[number].first, said, pieces)


def pieces_of(
    reading: Reading, number: int, given: Quantity | None, *, to_verb: bool = False
) -> Iterator[Nominal]:
    """The groups of a list that state a number; ``given`` counts the first of them.

    ``to_verb``: the list belongs to a subject, so the verb behind it takes no group away.
    """
    clauses = reading.clauses
    kinds = clauses.kinds
    at = number
    for _ in range(_LISTED):
        if at >= len(kinds) or kinds[at] != "N":
            return
        counted = reading.quantities.get(clauses.chunks[at].first)
        is_ordinal = given is None and counted is None and kinds[at + 1 : at + 2] == "N"
        bare = counted is not None and counted.last == clauses.chunks[at].last
        if kinds[at + 1 : at + 2] == "N" and (bare or is_ordinal):
            at += 1  # "three children", "and the fourth | a teacher"
        nominal = reading.nominal(at)
        quantity = given or nominal.quantity or (counted if bare else None)
        if quantity is not None and (nominal.actor is not None or not _is_thing(nominal)):
            yield replace(nominal, quantity=quantity)
        elif is_single(reading, nominal):
            yield nominal
        given = None
        following = clauses.next_part(nominal.chunk)
        if following is None:
            return
        at = following
        if clauses.head_words[at] in _LOST:
            return  # "including two women, three missing"
        is_verb_next = at + 1 < len(kinds) and kinds[at + 1] in "VX" and not to_verb
        if is_verb_next or is_speaker_with_name(reading, at):
            return  # a clause of its own


def _is_thing(nominal: Nominal) -> bool:
    """As in "sank 15 boats, including four speedboats": no people, whatever they were told with."""
    return not nominal.fillers.isdisjoint(_THINGS)


def is_single(reading: Reading, nominal: Nominal) -> bool:
    """One person: "a nurse", "their leader"; no bare plural and no thing."""
    actor = nominal.actor
    if actor is None or actor.is_plural:
        return False
    return reading.sentence.norms[nominal.first] in A_AN or actor.actor_id is None


def is_only_be(reading: Reading, number: int) -> bool:
    """A form of "to be" as the only verb of its group."""
    group = reading.clauses.chunks[number]
    return group.last - group.first == 1 and reading.sentence.norms[group.first] in ALL_OF_BE

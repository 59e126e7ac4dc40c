"""Noun groups that share a head: "British" in "British and French soldiers"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from coder.events.roles.nominals import Nominal, actor_fillers
from coder.grammar import Chunk, Clauses
from coder.lexicon.closed import ANY_ONE, HERE
from coder.lexicon.entries import Demonym
from coder.lexicon.load import Lexicon
from coder.mentions.actors.typing import type_sharing
from coder.values.mentions import ActorMention, PlaceMention, TargetMention
from coder.values.text import Sentence

_JOINING = frozenset({"and", "or"})
_BODIES = frozenset({"battalions", "brigades", "regiments", "divisions", "companies", "battalion"})
_OPEN = "JENns"  # what the second group may begin with: no article, no number


class _Read(Protocol):
    """What a reading knows of its sentence."""

    sentence: Sentence
    clauses: Clauses
    lexicon: Lexicon


def tags_of_places(
    places: Iterable[PlaceMention], norms: tuple[str, ...]
) -> Iterator[tuple[int, int, str]]:
    """The token ranges of places with their tags; "French" in "French and Malian" is a group."""
    for place in places:
        if norms[place.first] == HERE:
            continue  # "the embassy here": no word of the group
        if not place.is_demonym or norms[place.last : place.last + 1] == ("and",):
            yield place.first, place.last, "E"
        elif place.last - place.first > 1:  # "South Sudanese"
            yield place.first, place.last, "J"


def wider_places(places: Sequence[PlaceMention], norms: tuple[str, ...]) -> frozenset[int]:
    """Where the second begins of two places of one country with a comma between: "Gao, Mali"."""
    return frozenset(
        wide.first
        for place, wide in pairwise(places)
        if wide.first == place.last + 1
        and norms[place.last] == ","
        and place.iso3 == wide.iso3
        and not (place.is_demonym or wide.is_demonym)
    )


def may_share(reading: _Read, found: Nominal) -> bool:
    """Whether a group ends in an adjective of a country or is the name of a people."""
    if reading.sentence.norms[found.head] in reading.lexicon.nations.last_words:
        return True
    return reading.clauses.tags[found.head] == "E" and (
        "crowd" in found.fillers or _names_body(reading.clauses, found.chunk)
    )


def _names_body(clauses: Clauses, number: int) -> bool:
    """As in "the Bracamonte and the Atlacatl battalions": two bodies, each by its name."""
    group, other = clauses.chunks[number], (*clauses.chunks[number + 2 : number + 3], None)[0]
    return (
        other is not None
        and clauses.kinds.startswith("NCN", number)
        and clauses.head_words[number + 2] in _BODIES
        and "D" not in clauses.tags[group.first + 1 : group.last]
        and clauses.tags[other.first : other.head].strip("E") in ("", "D")
        and clauses.tags[group.first : group.last].strip("E") in ("", "D")
    )


def shared_with(clauses: Clauses, number: int) -> int | None:
    """The chunk whose head noun the adjective of a group goes with; null where it stands alone.

    Only groups that follow at once, joined by "and" or the commas of a list that ends so.
    """
    kinds, chunks = clauses.kinds, clauses.chunks
    if kinds[number + 1 : number + 3] not in ("CN", ",N"):
        return None
    between, other = chunks[number + 1], chunks[number + 2]
    if kinds[number + 1] == "C":
        if clauses.norms[between.first] not in _JOINING:
            return None
        is_counted = clauses.tags[chunks[number].first] == "#"
        opens = _OPEN + "#" if is_counted else _OPEN
        if clauses.head_words[number + 2] in _BODIES and _names_body(clauses, number):
            return number + 2
        return number + 2 if clauses.tags[other.first] in opens else None
    return shared_with(clauses, number + 2) if other.last - other.first == 1 else None


def with_shared_head(reading: _Read, found: Nominal, other: Nominal) -> Nominal:
    """A nominal read with the noun of another one; itself where that noun is none for people."""
    sentence, group = reading.sentence, reading.clauses.chunks[found.chunk]
    if other.target is not None and _are_things_of(sentence, found, other):
        thing = _thing_of(reading, found, other.target)
        return replace(found, fillers=other.fillers, target=thing, actor=None, place=None)
    if other.actor is None or (
        sentence.norms[group.first] in ANY_ONE
        and other.actor.is_plural  # "a German and Malian troops"
    ):
        return found
    if found.actor is not None and _is_people_in_arms(reading, found, other):
        kind, is_civilian = other.actor.type, other.actor.is_civilian
        in_arms = replace(found.actor, type=kind, is_civilian=is_civilian)
        return replace(found, fillers=other.fillers - {"name"}, actor=in_arms)
    if found.actor is None and _names_body(reading.clauses, found.chunk):
        body = _named_as(sentence, group, other.actor)
        return replace(found, fillers=other.fillers, actor=body, place=None)
    actor = type_sharing(
        sentence, group.first, group.last, other.head, reading.lexicon, found.quantity
    )
    if actor is None:
        return found
    fillers = frozenset(actor_fillers(actor) | (other.fillers - {"name", "thing"}))
    return replace(found, fillers=fillers, actor=actor, place=None, target=None, weapon=None)


def _are_things_of(sentence: Sentence, found: Nominal, other: Nominal) -> bool:
    """As in "the British and French embassies": an adjective, and things in the plural.

    Of jets the adjective is read where they act.
    """
    return (
        other.actor is None
        and "aircraft" not in other.fillers
        and sentence.norms[other.head].endswith("s")
        and not sentence.norms[found.head].endswith("s")
        and sentence.norms[found.first] not in ANY_ONE
    )


def _thing_of(reading: _Read, found: Nominal, thing: TargetMention) -> TargetMention:
    """The thing of which only the adjective is told, by the noun behind another adjective."""
    sentence = reading.sentence
    nation = reading.lexicon.nations.ending(sentence.norms, found.first, found.head + 1)
    entry = nation[1][0].entry if nation is not None else None
    start, end = sentence.starts[found.first], sentence.ends[found.last - 1]
    return replace(
        thing, start=start, end=end, first=found.first, last=found.last, head=found.head,
        text=sentence.text[start:end], number=None,
        nationality=entry.country if isinstance(entry, Demonym) else None,
    )  # fmt: skip


def _named_as(sentence: Sentence, group: Chunk, body: ActorMention) -> ActorMention:
    """A body by its own name, of the kind of the one whose noun it shares."""
    first, last = group.first, group.last
    start, end = sentence.starts[first], sentence.ends[last - 1]
    name = sentence.text[sentence.starts[group.head] : end]
    return replace(
        body, start=start, end=end, first=first, last=last, head=group.head,
        text=sentence.text[start:end], name=name, actor_id=None, is_plural=False, description=None,
    )  # fmt: skip


def _is_people_in_arms(reading: _Read, found: Nominal, other: Nominal) -> bool:
    """As in "Hema and Lendu militias": peoples, and the noun behind the second says who fights."""
    tags = reading.clauses.tags
    return (
        "crowd" in found.fillers
        and "armed" in other.fillers
        and other.head > other.first
        and all(tags[at] == "E" for at in range(found.first, found.last))
        and tags[other.head - 1] == "E"
        and not reading.sentence.norms[found.head].endswith("s")  # "Hutus and Tutsi soldiers"
    )

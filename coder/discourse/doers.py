"""Who did it, told of the act or of those who did it: "it was the work of X", "the killers were X".

Such sentences tell no act of their own; the party goes to the act they stand with.
"""

from collections.abc import Iterator

from coder.discourse.acts import Responsibility
from coder.events.names import listed_names
from coder.events.nominals import Nominal
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.values.labels import Certainty

_DEEDS = frozenset({"work", "handiwork", "doing", "action", "act", "responsibility"})
_OF = frozenset({"of", "by"})
_IDENTIFIED = frozenset({"identified", "named"})
_PARTIES = frozenset({"person", "armed", "organisation", "authority", "name"})
_MAX_NAMES = 12


def find_doers(reading: Reading) -> Iterator[Responsibility]:
    """The parties one sentence names as those behind an act, in the order of the text."""
    attackers = noun_classes()["attacker"]
    deeds = not _DEEDS.isdisjoint(reading.vocabulary)
    if not deeds and attackers.isdisjoint(reading.vocabulary):
        return
    clauses = reading.clauses
    norms = reading.sentence.norms
    for number, kind in enumerate(clauses.kinds):
        group = clauses.chunks[number]
        if kind != "V" or group.negated:
            continue
        if reading.tags[group.head] == "B":
            said = _behind_deed(reading, number) if deeds else None
            if said is not None:
                yield from _all(reading, [said], Certainty.ACCUSED)
            elif _is_of_attackers(reading, number):
                yield from _all(reading, clauses.objects(number), Certainty.STATED)
        elif (
            group.passive
            and norms[group.head] in _IDENTIFIED
            and clauses.kinds[number + 1 : number + 2] == "P"
            and _is_of_attackers(reading, number)
        ):
            named = listed_names(reading, number + 2, _MAX_NAMES)
            groups = [item.chunk for item in named] or [number + 2]
            yield from _all(reading, groups, Certainty.STATED)


def _behind_deed(reading: Reading, verb: int) -> int | None:
    """The chunk behind "was the work of", "was an action by"; null for other predicates."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    said = clauses.objects(verb)[:1]
    if not said or norms[clauses.chunks[said[0]].head] not in _DEEDS:
        return None
    at = said[0] + 1
    is_phrase = clauses.kinds[at : at + 2] == "PN" and norms[clauses.chunks[at].first] in _OF
    return at + 1 if is_phrase else None


def _is_of_attackers(reading: Reading, verb: int) -> bool:
    """Whether the subject is "the attackers", "the killers of the mayor", "his murderers"."""
    subject = reading.clauses.subject(verb)
    return bool(subject) and (
        reading.sentence.norms[reading.clauses.chunks[subject[0]].head]
        in noun_classes()["attacker"]
    )


def _all(reading: Reading, groups: list[int], certainty: Certainty) -> Iterator[Responsibility]:
    for number in groups:
        party = _party(reading, number)
        if party is not None:
            yield Responsibility(
                reading=reading, nominal=party, certainty=certainty, is_nobody=False, source=None
            )


def _party(reading: Reading, number: int) -> Nominal | None:
    if number >= len(reading.clauses.kinds) or reading.clauses.kinds[number] != "N":
        return None
    nominal = reading.nominal(number)
    is_party = bool(nominal.fillers & _PARTIES) and not nominal.is_negative
    return nominal if is_party else None

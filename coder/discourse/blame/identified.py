"""Who did it, told of the act or of those who did it: "it was the work of X", "the killers were X".

Such sentences tell no act of their own; the party goes to the act they stand with.
"""

from collections.abc import Iterator

from coder.discourse.blame.party import Blame
from coder.events.names import listed_names
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.values.labels import Certainty

_DEEDS = frozenset({"work", "handiwork", "doing", "action", "act", "responsibility"})
_OF = frozenset({"of", "by"})
_IDENTIFIED = frozenset({"identified", "named"})
_SEEMING = frozenset(
    {"said", "believed", "thought", "reported", "presumed", "alleged", "suspected", "known"}
    | {"appear", "appeared", "seem", "seemed", "considered"}
)
_SUSPECTS = frozenset({"suspect", "suspects"})
_DEFINITE = frozenset({"the", "these", "those", "his", "her", "their"})
_MAX_NAMES = 12


def find_identified(reading: Reading) -> Iterator[Blame]:
    """The parties one sentence names as those behind an act, in the order of the text."""
    attackers = noun_classes()["attacker"]
    deeds = not _DEEDS.isdisjoint(reading.vocabulary)
    if not deeds and (attackers | _SUSPECTS).isdisjoint(reading.vocabulary):
        return
    clauses = reading.clauses
    norms = reading.sentence.norms
    for number, kind in enumerate(clauses.kinds):
        group = clauses.chunks[number]
        if kind == "N":
            yield from _in_apposition(reading, number)
        if kind not in "VI" or group.negated:
            continue
        if reading.tags[group.head] == "B":
            said = _behind_deed(reading, number) if deeds else None
            is_sure = group.modal is None and kind == "V"
            if said is not None:
                yield Blame([said], Certainty.ACCUSED)
            elif _is_of_attackers(reading, number) and (is_sure or _is_of_opinion(reading, number)):
                certainty = Certainty.STATED if is_sure else Certainty.SUSPECTED
                yield Blame(clauses.objects(number), certainty)
        elif (
            group.passive
            and norms[group.head] in _IDENTIFIED
            and clauses.kinds[number + 1 : number + 2] == "P"
            and _is_of_attackers(reading, number, _SUSPECTS)
        ):
            named = listed_names(reading, number + 2, _MAX_NAMES)
            groups = [item.chunk for item in named] or [number + 2]
            is_sure = _is_of_attackers(reading, number)
            certainty = Certainty.STATED if is_sure else Certainty.SUSPECTED
            yield Blame(groups, certainty)


def _in_apposition(reading: Reading, number: int) -> Iterator[Blame]:
    """As in "the attackers, members of the Front, fled"."""
    clauses = reading.clauses
    group = clauses.chunks[number]
    norms = reading.sentence.norms
    if (
        norms[group.head] in noun_classes()["attacker"]
        and norms[group.first] in _DEFINITE
        and clauses.kinds[number + 1 : number + 3] == ",N"
    ):
        behind = reading.nominal(number + 2)
        end = clauses.at_token[behind.last - 1] + 1
        while clauses.kinds[end : end + 2] == "PN":
            end += 2
        if clauses.kinds[end : end + 1] in (",", "K", "G"):
            yield Blame([number + 2], Certainty.STATED)


def _is_of_opinion(reading: Reading, number: int) -> bool:
    """As in "could be", "are said to be"."""
    clauses = reading.clauses
    if clauses.kinds[number] == "V":
        return True
    before = clauses.chunks[number - 1] if number else None
    return before is not None and reading.sentence.norms[before.head] in _SEEMING


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


def _is_of_attackers(reading: Reading, verb: int, also: frozenset[str] = frozenset()) -> bool:
    """Whether the subject is "the attackers", "the killers of the mayor", "his murderers"."""
    subject = reading.clauses.subject(verb)
    if not subject:
        return False
    head = reading.sentence.norms[reading.clauses.chunks[subject[0]].head]
    return head in noun_classes()["attacker"] or head in also

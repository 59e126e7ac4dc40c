"""Who did it, told of the act or of those who did it: "it was the work of X", "the killers were X".

Such sentences tell no act of their own; the party goes to the act they stand with.
"""

from collections.abc import Iterator

from coder.discourse.blame.party import Blame
from coder.discourse.blame.tied import HELD_WORDS
from coder.events.names import listed_names
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.values.labels import Certainty

_DEEDS = frozenset({"work", "handiwork", "doing", "action", "act", "responsibility"})
_OF = frozenset({"of", "by"})
_IDENTIFIED = frozenset({"identified", "named"})
_BELONGING = frozenset({"belonged", "belong", "belongs", "belonging"})
_LINKED = frozenset({"linked", "affiliated"})
_ORIGIN = frozenset({"from", "of", "to"})
_THEMSELVES = frozenset({"themselves", "himself", "herself"})
_STYLING = frozenset(
    {"identified", "identifying", "identify", "described", "describing", "introduced"}
    | {"introducing", "declared", "declaring", "proclaimed", "proclaiming", "calling", "called"}
)
_SEEMING = frozenset(
    {"said", "believed", "thought", "reported", "presumed", "alleged", "suspected", "known"}
    | {"appear", "appeared", "seem", "seemed", "considered"}
)
_SUSPECTS = frozenset({"suspect", "suspects"})
_TAKEN = HELD_WORDS | {"suspected", "accused"}
_DEFINITE = frozenset({"the", "these", "those", "his", "her", "their"})
_TELLING = (
    _IDENTIFIED
    | _THEMSELVES
    | _SUSPECTS
    | _BELONGING
    | _LINKED
    | {"who", "believed", "thought", "suspected"}
)
_MAX_NAMES = 12


def find_identified(reading: Reading) -> Iterator[Blame]:
    """The parties one sentence names as those behind an act, in the order of the text."""
    words = reading.vocabulary
    deeds = not _DEEDS.isdisjoint(words)
    attackers = noun_classes()["attacker"]
    names_doers = not attackers.isdisjoint(words)
    if not (deeds or names_doers) and _TELLING.isdisjoint(words):
        return
    clauses = reading.clauses
    norms = reading.sentence.norms
    for number, kind in enumerate(clauses.kinds):
        group = clauses.chunks[number]
        norm = norms[group.head]
        if kind == "N" and names_doers:
            yield from _in_apposition(reading, number)
        if kind not in "VIXKG" or group.negated:
            continue
        behind = clauses.kinds[number + 1 : number + 2]
        if norm in _BELONGING or (reading.tags[group.head] == "B" and kind in "VI"):
            said = _behind_deed(reading, number) if deeds else None
            if said is not None:
                yield Blame([said], Certainty.ACCUSED)
            else:
                yield from _by_being(reading, number)
        elif norm in _LINKED and (told := _described(reading, number)) is not None:
            yield Blame(_complement(reading, number), Certainty.SUSPECTED, like=told)
        elif norm in _IDENTIFIED and behind == "P":
            yield from _by_name(reading, number)
        elif norm in _STYLING and behind == "N":
            yield from _by_own_words(reading, number)


def _by_being(reading: Reading, verb: int) -> Iterator[Blame]:
    """As in "the killers were soldiers", "the men who shot him were from the Coast Front"."""
    clauses = reading.clauses
    described = _described(reading, verb)
    if described is not None:
        yield Blame(_complement(reading, verb), Certainty.SUSPECTED, like=described)
        return
    is_sure = clauses.chunks[verb].modal is None and clauses.kinds[verb] in "VX"
    if not is_sure and not _is_of_opinion(reading, verb):
        return
    subject = clauses.subject(verb)
    if not subject:
        return
    if reading.sentence.norms[clauses.chunks[subject[0]].head] in noun_classes()["attacker"]:
        certainty = Certainty.STATED if is_sure else Certainty.SUSPECTED
        yield Blame(_complement(reading, verb), certainty)
    elif len(subject) == 1 and clauses.kinds[subject[0] + 1 : subject[0] + 3] in ("WX", "WV", ",W"):
        yield Blame(_complement(reading, verb), Certainty.STATED, like=subject[0])


def _described(reading: Reading, verb: int) -> int | None:
    """As in "men believed to belong to X", "gunmen suspected of belonging to X": who they are."""
    clauses = reading.clauses
    kinds = clauses.kinds
    said = verb - 1 - (kinds[verb - 1 : verb] == "P")
    if said < 1 or reading.sentence.norms[clauses.chunks[said].head] not in _SEEMING:
        return None
    told = said - 1 - (kinds[said - 1] == ",")
    return told if kinds[said] in "XKJ" and told >= 0 and kinds[told] == "N" else None


def _complement(reading: Reading, verb: int) -> list[int]:
    """Who the subject is, or which body it is from."""
    clauses = reading.clauses
    at = verb + 1
    if clauses.kinds[at : at + 2] != "PN":
        return clauses.objects(verb)
    return [at + 1] if reading.sentence.norms[clauses.chunks[at].first] in _ORIGIN else []


def _by_name(reading: Reading, verb: int) -> Iterator[Blame]:
    """As in "the killer was identified as X", "the suspect, named as X, is 24"."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    group = clauses.chunks[verb]
    if group.passive and clauses.kinds[verb] == "V":
        subject = clauses.subject(verb)
    else:
        at = verb - 1 - (clauses.kinds[verb - 1 : verb] == ",")
        subject = [at] if at >= 0 and clauses.kinds[at] == "N" else []
    if len(subject) != 1:
        return
    named = listed_names(reading, verb + 2, _MAX_NAMES)
    groups = [item.chunk for item in named] or [verb + 2]
    told = clauses.chunks[subject[0]]
    if norms[told.head] in noun_classes()["attacker"]:
        yield Blame(groups, Certainty.STATED)
    elif norms[told.head] in _SUSPECTS or not _TAKEN.isdisjoint(norms[told.first : told.last]):
        yield Blame(groups, Certainty.SUSPECTED)
    elif named and norms[told.head] not in noun_classes()["harmed"]:
        yield Blame(groups, Certainty.SUSPECTED, like=subject[0])


def _by_own_words(reading: Reading, verb: int) -> Iterator[Blame]:
    """As in "identified themselves as members of the Front": whom the doers say they are."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    if norms[clauses.chunks[verb + 1].head] not in _THEMSELVES:
        return
    at = verb + 2
    at += clauses.kinds[at : at + 1] == "P"
    subject = clauses.subject(verb)
    yield Blame([at], Certainty.CLAIMED, like=subject[0] if subject else None)


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

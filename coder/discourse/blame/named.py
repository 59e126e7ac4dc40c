"""Who did it by name or behind a label: "the suspect, X", "Perpetrator: bandits".

Such sentences tell no act of their own; the names go to the act of those they belong to.
"""

from collections.abc import Iterator

from coder.discourse.blame.party import Blame
from coder.discourse.blame.tied import HELD_WORDS
from coder.events.reading import Reading
from coder.events.roles.names import is_person_name, listed_names
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.labels import Certainty

_ONESELF = frozenset({"himself", "herself"})
IDENTIFIED = frozenset({"identified", "named"})
_THEMSELVES = frozenset({"themselves", "himself", "herself"})
_SUSPECTS = frozenset({"suspect", "suspects"})
_NAMES = frozenset({"name", "names"})
_TAKEN = HELD_WORDS | {"suspected", "accused"}
_DEFINITE = frozenset({"the", "these", "those", "his", "her", "their"})
_TELLING = IDENTIFIED | _THEMSELVES | _SUSPECTS | _NAMES
_NAMES_DOERS, _LISTS, _TELLS = sign("attacker"), sign(_TAKEN), sign(_TELLING)
NAMING = _NAMES_DOERS | _LISTS | _TELLS
_MAX_NAMES = 12
_MAX_BETWEEN = 12  # chunks: "named the suspects in the murder of the banker as"
_MARKS = (":", "=")
_SUSPECTED = frozenset({"suspect", "suspects", "suspected", "presumed", "alleged"})
_LONGEST = 5  # tokens of a label: "suspected perpetrator(s)"
LABELS = sign("label_doers")


def find_named(reading: Reading) -> Iterator[Blame]:
    """The names one sentence gives to those behind an act, in the order of the text."""
    lists_held = ":" in reading.vocabulary and bool(reading.signs & _LISTS)
    if not (lists_held or reading.signs & (_NAMES_DOERS | _TELLS)):
        return
    clauses = reading.clauses
    norms = reading.sentence.norms
    for number, kind in enumerate(clauses.kinds):
        group = clauses.chunks[number]
        norm = norms[group.head]
        if kind == "N":
            yield from _in_apposition(reading, number)
        elif kind == ":" and lists_held:
            yield from _behind_colon(reading, number)
        if kind not in "VIXKG" or group.negated:
            continue
        behind = clauses.kinds[number + 1 : number + 2]
        if norm in IDENTIFIED and behind == "P":
            yield from _by_name(reading, number)
        elif norm in noun_classes()["styling"] and behind == "N":
            is_own = clauses.head_words[number + 1] in _THEMSELVES
            yield from (_by_own_words if is_own else _by_others)(reading, number)
        elif reading.tags[group.head] == "B":
            yield from _by_their_names(reading, number)


def _by_name(reading: Reading, verb: int) -> Iterator[Blame]:
    """As in "the killer was identified as X", "the suspect, named as X, is 24"."""
    clauses = reading.clauses
    group = clauses.chunks[verb]
    if group.passive and clauses.kinds[verb] == "V":
        subject = clauses.subject(verb)
    else:
        at = verb - 1 - (clauses.kinds[verb - 1 : verb] == ",")
        subject = [at] if at >= 0 and clauses.kinds[at] == "N" else []
    if len(subject) == 1:
        yield from _called(reading, subject[0], verb + 2)


def _by_others(reading: Reading, verb: int) -> Iterator[Blame]:
    """As in "police named the suspects in the murder as X and Y"."""
    clauses = reading.clauses
    if clauses.head_words[verb] not in IDENTIFIED:
        return
    for at in range(verb + 2, min(verb + _MAX_BETWEEN, len(clauses.kinds) - 1)):
        if clauses.kinds[at] == "P" and clauses.first_words[at] == "as":
            if clauses.kinds[at + 1] == "N":
                yield from _called(reading, verb + 1, at + 1)
            return


def _called(reading: Reading, told: int, at: int) -> Iterator[Blame]:
    """What the names that begin at a chunk make of those told of: doers, or suspects."""
    norms = reading.sentence.norms
    group = reading.clauses.chunks[told]
    named = listed_names(reading, at, _MAX_NAMES)
    groups = [item.chunk for item in named] or [at]
    if norms[group.head] in noun_classes()["attacker"]:
        yield Blame(groups, Certainty.STATED)
    elif norms[group.head] in _SUSPECTS or not _TAKEN.isdisjoint(norms[group.first : group.last]):
        yield Blame(groups, Certainty.SUSPECTED)
    elif named and norms[group.head] not in noun_classes()["harmed"]:
        yield Blame(groups, Certainty.SUSPECTED, like=told)


def _by_own_words(reading: Reading, verb: int) -> Iterator[Blame]:
    """As in "identified themselves as members of the Front": whom the doers say they are."""
    clauses = reading.clauses
    at = verb + 2
    at += clauses.kinds[at : at + 1] == "P"
    subject = clauses.subject(verb)
    if (
        subject
        and clauses.first_words[verb + 1] in _ONESELF
        and is_person_name(reading.nominal(at))
        and "armed" not in reading.nominal(subject[0]).fillers
    ):
        return  # "said a villager who identified himself as Ali Musa"
    yield Blame([at], Certainty.CLAIMED, like=subject[0] if subject else None)


def _by_their_names(reading: Reading, verb: int) -> Iterator[Blame]:
    """As in "two men were held over the attack. Their names are X and Y"."""
    clauses = reading.clauses
    subject = clauses.subject(verb)
    if len(subject) != 1 or clauses.kinds[verb + 1 : verb + 2] != "N":
        return
    group = clauses.chunks[subject[0]]
    norms = reading.sentence.norms
    if norms[group.head] in _NAMES and norms[group.first] in _DEFINITE:
        named = [item.chunk for item in listed_names(reading, verb + 1, _MAX_NAMES)]
        yield Blame(named, Certainty.SUSPECTED, like=subject[0])


def _behind_colon(reading: Reading, mark: int) -> Iterator[Blame]:
    """As in "arrested two men suspected of the murder: X and Y": as many names as were held."""
    clauses = reading.clauses
    named = [item.chunk for item in listed_names(reading, mark + 1, _MAX_NAMES)]
    for number in range(mark - 1) if len(named) > 1 else ():
        beside = {clauses.head_words[at] for at in (max(number - 1, 0), number + 1)}
        quantity = reading.nominal(number).quantity if clauses.kinds[number] == "N" else None
        if quantity is not None and quantity.best == len(named) and not _TAKEN.isdisjoint(beside):
            yield Blame(named, Certainty.SUSPECTED)
            return


def _in_apposition(reading: Reading, number: int) -> Iterator[Blame]:
    """As in "the attackers, members of the Front, fled", "the suspect, Jan Kowalski, is 24"."""
    clauses = reading.clauses
    group = clauses.chunks[number]
    norms = reading.sentence.norms
    is_suspect = norms[group.head] in _SUSPECTS
    if (
        not (is_suspect or norms[group.head] in noun_classes()["attacker"])
        or norms[group.first] not in _DEFINITE
        or clauses.kinds[number + 1 : number + 3] != ",N"
    ):
        return
    if is_suspect:
        yield Blame(
            [item.chunk for item in listed_names(reading, number + 2, 1)], Certainty.SUSPECTED
        )
        return
    behind = reading.nominal(number + 2)
    end = clauses.behind_phrases(clauses.at_token[behind.last - 1] + 1)
    if clauses.kinds[end : end + 1] in (",", "K", "G"):
        yield Blame([number + 2], Certainty.STATED)


def label_of_doers(reading: Reading) -> tuple[str, ...]:
    """The words of a label for those who did it with which a sentence begins; empty for none."""
    norms = reading.sentence.norms[: _LONGEST + 1]
    doers = noun_classes()["label_doers"]
    if doers.isdisjoint(norms):
        return ()
    mark = next((at for at, norm in enumerate(norms) if norm in _MARKS), 0)
    return norms[:mark] if not doers.isdisjoint(norms[:mark]) else ()


def find_labelled(reading: Reading) -> Iterator[Blame]:
    """The parties behind such a label."""
    label = label_of_doers(reading)
    if not label or len(label) + 1 >= len(reading.sentence.norms):
        return
    certainty = Certainty.STATED if _SUSPECTED.isdisjoint(label) else Certainty.SUSPECTED
    first = reading.clauses.at_token[len(label) + 1]
    if reading.clauses.kinds[first] == "N":
        yield Blame(reading.clauses.conjoined_right(first), certainty)

"""The verb that a noun for an act hangs on: "carried out | an attack", "the raid | took place"."""

from collections.abc import Iterator

from coder.events.reading import Reading
from coder.events.roles.doers import is_of_doer
from coder.events.roles.governing import is_help
from coder.events.roles.slots import AIMED, Slots
from coder.events.status.governors import is_presuming
from coder.grammar.clauses import Phrase
from coder.grammar.relatives import HARMED
from coder.lexicon.words import noun_classes

_MAX_WALK = 24
_OF_ACT = AIMED | {"between"}
_TOLD = frozenset({"reported", "heard", "seen", "witnessed", "recorded", "registered"})
_VERBAL = "VXKIG"
_INCLUDING = frozenset({"including", "as"})  # "such as"


def verb_of_relative(reading: Reading, number: int) -> int | None:
    """As in "a blast from which he escaped", "the raid that she survived": what one says of it."""
    kinds = reading.clauses.kinds
    at = number + 1 + (kinds[number + 1 : number + 2] == "P")
    is_clause = kinds[at : at + 2] == "WN" and kinds[at + 2 : at + 3] in {"V", "X"}
    return at + 2 if is_clause else None


def told_as(reading: Reading, number: int) -> int:
    """The group that stands for an act as subject: of "two days of rioting" that of the days."""
    clauses = reading.clauses
    is_of = (
        clauses.kinds.endswith("NP", 0, number)
        and clauses.first_words[number - 1] == "of"
        and clauses.head_words[number - 2] in noun_classes()["spell"]
    )
    return number - 2 if is_of else number


def whole_of(reading: Reading, number: int) -> int:
    """The acts of which the noun names some: "actions to hinder the vote, including raids on"."""
    clauses = reading.clauses
    at = number - 1
    if at < 1 or clauses.kinds[at] != "P":
        return number
    opening = clauses.first_words[at]
    if opening not in _INCLUDING:
        return number
    while at > 0 and clauses.kinds[at] not in "VXUW:":
        at -= 1
        if clauses.kinds[at] == "N" and clauses.head_words[at] in noun_classes()["deed"]:
            return at
    return number


def hangs_behind(reading: Reading, number: int) -> bool:
    """As in "imposed a curfew after a riot", "bore signs of torture": no object of the verb."""
    clauses = reading.clauses
    if clauses.kinds[number - 1 : number] != "P":
        return False
    if is_of_doer(reading, number):
        return True
    if clauses.kinds.endswith("PNP", 0, number) and is_help(reading, number):
        return True
    if clauses.first_words[number - 1] in noun_classes()["behind_prep"]:
        return True
    if clauses.kinds[number - 2 : number - 1] != "N":
        return False
    owner = clauses.head_words[number - 2]
    return (
        owner in noun_classes()["sequel"]
        or owner in noun_classes()["trace"]
        or is_behind_linking_noun(reading, number)
    )


def is_behind_linking_noun(reading: Reading, number: int) -> bool:
    """As in "as a result of the raid", "in view of the raids": one preposition of three words."""
    clauses = reading.clauses
    return (
        clauses.kinds.endswith("PNP", 0, number)
        and clauses.head_words[number - 2] in noun_classes()["prep_noun"]
    )


def governing_verb(reading: Reading, number: int) -> int | None:
    """The verb before a group, whose object or phrase it may be; null without one."""
    at = number - 1
    kinds = reading.clauses.kinds
    while at >= 0 and number - at < _MAX_WALK:
        if kinds[at] in _VERBAL:
            return at
        if kinds[at] in "UW:":
            return None
        at -= 1
    return None


def verbs_of_subject(reading: Reading, number: int) -> Iterator[int]:
    """The verbs a group is the subject of, as far as the grammar sees: the likeliest first.

    As in "the blast, which killed two, was heard", and "the raid, condemned by all, took place":
    behind an aside the verb of the sentence is told, too.
    """
    clauses = reading.clauses
    kinds = clauses.kinds
    subject = told_as(reading, number)
    said: int | None = None  # what a relative clause says of it, where no later verb does
    is_told = False
    for at in range(number + 1, min(len(kinds), number + _MAX_WALK)):
        if kinds[at] == "U":
            break
        if kinds[at] not in "VXK":
            continue  # "an attack, which killed two, was carried out": of another clause
        if is_told:
            if subject in clauses.subject(at):
                yield at
            continue
        between = kinds[number + 1 : at]
        presumed = _presumed(reading, at)
        stands_bare = is_bare(reading, at) or (presumed is not None and not between)
        # also behind a preposition: "after the raid staged by rebels"
        is_behind = stands_bare and not between.replace("PN", "")
        if not is_behind and subject not in clauses.subject(at):
            continue
        found = at if presumed is None else presumed
        if said is None and "W" in between and clauses.head_words[at] in HARMED:
            said = found
            continue
        yield found
        if kinds[number + 1] != ",":
            return
        is_told = True
    if said is not None:
        yield said


def _presumed(reading: Reading, verb: int) -> int | None:
    """The verb behind one of opinion: "is thought to have been carried out"; null for none."""
    at = verb + 1 + (reading.clauses.kinds[verb + 1 : verb + 2] == "J")
    return at if is_presumed(reading, at) else None


def is_presumed(reading: Reading, number: int) -> bool:
    """As in "believed to have killed", "a bomb believed planted by rebels"."""
    clauses = reading.clauses
    if number == 0 or clauses.kinds[number : number + 1] not in {"I", "X"}:
        return False
    if clauses.kinds[number] == "X":
        return is_presuming(reading, number - 1)
    before = clauses.head_words[number - 1]
    return before in noun_classes()["presuming"]


def is_bare(reading: Reading, verb: int) -> bool:
    """A participle behind its noun: "an attack launched by rebels", "staged tonight by rebels"."""
    kinds = reading.clauses.kinds
    after = verb + 1
    while kinds[after : after + 1] in {"A", "t"}:
        after += 1
    return kinds[verb] in "XK" and kinds[after : after + 1] == "P"


def phrases_of_verb(reading: Reading, verb: int, slots: Slots, *, happens: bool) -> list[Phrase]:
    """As in "fighting was reported between A and B": the noun's phrases behind its verb.

    Behind an object they are of that ("the raid drew protests | from the bishop"), but for the
    sides and the aim: "fights took lives between A and B", "strikes sent bombs against A". What
    only ``happens`` has no object: "took place".
    """
    has_object = not happens and bool(reading.clauses.objects(verb))
    known = {phrase.position for phrase in slots.phrases}
    is_told = reading.clauses.head_words[verb] in _TOLD  # "was reported by residents": a source
    return [
        phrase
        for phrase in reading.clauses.phrases(verb)
        if phrase.position not in known
        and not (is_told and phrase.preposition == "by")
        and (phrase.preposition in _OF_ACT or not has_object)
    ]

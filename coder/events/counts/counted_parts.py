"""Parts told by what is said of a number: "four of them civilians", "of whom 40 were children"."""

from dataclasses import replace

from coder.events.counts.part_groups import SOFT, Part, is_only_be, part_of, pieces_of
from coder.events.counts.whole_words import (
    is_whole,
    kind_of_verb,
    kind_said,
)
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.values.labels import CasualtyKind
from coder.values.mentions import Quantity

_OF = "of"
_MAX_GAP = 14


FATALLY = frozenset({"fatally", "mortally"})


SEVERITY = (
    frozenset({"seriously", "critically", "severely", "gravely", "badly", "slightly"}) | FATALLY
)


def counted_part(reading: Reading, number: int) -> Part | None:
    """As in "four of them civilians", "five of the dead were children", "one critically"."""
    clauses = reading.clauses
    kinds = clauses.kinds
    quantity = reading.quantities.get(clauses.chunks[number].first)
    if quantity is None or quantity.high == 0:
        return None
    said: CasualtyKind | None = None
    at = number + 1
    inner: Quantity | None = None
    if kinds[at : at + 2] in {"PN", "PW"} and clauses.first_words[at] == _OF:
        inner = reading.number_in(at + 1)
        if inner is None and not is_whole(reading, at + 1):
            return None
        said = kind_said(reading, at + 1)
        at += 2
        if kinds[at : at + 1] == "X" and (inner is not None or said is None):
            said = said or kind_of_verb(clauses.head_words[at])
            at = _verb_behind(reading, at + 1)
    elif quantity.last != clauses.chunks[number].last:
        return None
    elif kinds[at : at + 1] == "A" and clauses.first_words[at] in SEVERITY:
        part = Part(clauses.chunks[number].first, None, [_some(reading, number, quantity)])
        part.is_fatal = clauses.first_words[at] in FATALLY
        return part
    elif not (at < len(kinds) and is_only_be(reading, at)):
        return None
    return _predicated(reading, number, at, quantity, said, inner)


def _predicated(  # noqa: PLR0917 - what was read before the verb
    reading: Reading,
    number: int,
    at: int,
    quantity: Quantity,
    said: CasualtyKind | None,
    inner: Quantity | None,
) -> Part | None:
    """What is said of the number: "(were) soldiers", "seriously", "a teacher"."""
    clauses = reading.clauses
    kinds = clauses.kinds
    is_told = False
    while at < len(kinds) and (kinds[at] in "tA" or is_only_be(reading, at)):
        is_told = is_told or is_only_be(reading, at)
        at += 1
    is_object = kinds[number - 1 : number] in {*"VXKIG"}  # "took several of them hostage"
    if not is_told and (inner is not None or is_object):
        return None
    first = clauses.chunks[number].first
    if at < len(kinds) and kinds[at] == "N":
        pieces = list(pieces_of(reading, at, quantity))
        return Part(first, said, pieces, inner) if pieces else None
    if clauses.first_words[at - 1] in SEVERITY:
        part = Part(first, said, [_some(reading, number, quantity)], inner)
        part.is_fatal = clauses.first_words[at - 1] in FATALLY
        return part
    return None


def _some(reading: Reading, number: int, quantity: Quantity) -> Nominal:
    """A bare number of the people told before: "seven of them seriously"."""
    nominal = reading.nominal(number)
    return replace(nominal, quantity=quantity, actor=None, fillers=frozenset({"number"}))


def part_of_whom(reading: Reading, number: int) -> Part | None:
    """As in "of whom 40 were children", "of these, six soldiers"."""
    clauses = reading.clauses
    kinds = clauses.kinds
    at = number + 1
    if not (kinds[at : at + 1] in ("N", "W") and is_whole(reading, at)):
        return None
    if number and kinds[number - 1] == "N":
        return None  # "four of them" is read where the number stands
    said = kind_said(reading, at)
    at += 1
    behind = kinds.find(",", at)
    if kinds[at : at + 1] == "P" and behind > 0 and not kinds[at:behind].strip("PNt"):
        at = behind  # "of the dead in Monday's bombing, 13 were ..."
    while at < len(kinds) and kinds[at] in SOFT:
        at += 1
    if at >= len(kinds) or kinds[at] != "N":
        return None
    quantity = reading.quantities.get(clauses.chunks[at].first)
    if quantity is None:
        return None
    if quantity.last == clauses.chunks[at].last:
        part = _predicated(reading, at, at + 1, quantity, said, None)
        if part is not None:
            part.is_of_all = part.is_least = said is not None
        return part
    return part_of(reading, number, said, list(pieces_of(reading, at, None)))


def _verb_behind(reading: Reading, number: int) -> int:
    """The verb "to be" of the clause whose subject goes on here, else the end."""
    kinds = reading.clauses.kinds
    for at in range(number, min(len(kinds), number + _MAX_GAP)):
        if kinds[at] in ":UW.":
            break
        if is_only_be(reading, at):
            return at
        if kinds[at] == "V":
            break
    return len(kinds)

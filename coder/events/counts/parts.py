"""Parts of a number of people: "among them three children", "four of the dead were soldiers".

A part is read by itself; of which claim it is a part, the act decides it is told in
(``link_parts`` of ``discourse/counts/parts.py``). Bare plurals ("women among them") state no number
and make no part.
"""

from collections.abc import Sequence

from coder.events.counts.counted_parts import SEVERITY, counted_part, part_of_whom
from coder.events.counts.part_groups import (
    SOFT,
    Part,
    is_only_be,
    is_single,
    is_someone,
    part_of,
    pieces_of,
)
from coder.events.counts.whole_words import (
    behind_whole,
    is_all,
    is_whole,
    kind_counted,
    kind_said,
)
from coder.events.reading import Reading
from coder.events.roles.names import MAX_NAMES, listed_names
from coder.events.roles.nominals import Nominal
from coder.lexicon.closed import ALL_OF_BE, BE
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.labels import CasualtyKind

_WAS_IS = frozenset({"was", "is"})
_TOLD = "VXK"
_INTRODUCING = frozenset({"among", "amongst", "including", "include", "includes", "included"})
_OPENING = _INTRODUCING | {"counting"}
_OF = "of"
_MARKS = ",(:"
_NAMED = frozenset({"identified", "named"})
_OPENERS = sign(_OPENING | ALL_OF_BE | {":", "-", "--", _OF} | SEVERITY)


def find_parts(reading: Reading) -> list[Part]:
    """The parts a sentence tells, in the order of the text."""
    if not reading.signs & _OPENERS:
        return []
    norms = reading.sentence.norms
    found: list[Part] = []
    behind = -1
    chunks, quantities = reading.clauses.chunks, reading.quantities
    for number, kind in enumerate(reading.clauses.kinds):
        if number < behind:
            continue
        first = chunks[number].first
        # A noun group without a number, and most of what is none, tells of no part.
        if kind == "N":
            tells = first in quantities
        elif kind == "V":
            tells = norms[first] in BE
        else:
            tells = kind == ":" or (kind == "P" and norms[first] == _OF)
        if not tells and norms[first] not in _OPENING:
            continue
        part = _part_at(reading, number)
        if part is not None:
            found.append(part)
            behind = reading.clauses.at_token[part.end - 1] + 1
    return found


def _part_at(reading: Reading, number: int) -> Part | None:
    kinds = reading.clauses.kinds
    chunk = reading.clauses.chunks[number]
    norm = reading.sentence.norms[chunk.first]
    if norm in _OPENING:
        return _introduced(reading, number)
    if kinds[number] == "N":
        return counted_part(reading, number)
    if kinds[number] == "V":
        return _told_as(reading, number)
    if kinds[number] == "P" and norm == _OF:
        return part_of_whom(reading, number)
    if kinds[number] == ":" and norm != ";":
        return _listed(reading, number)
    return None


def _introduced(reading: Reading, number: int) -> Part | None:
    """As in "among them three children", "including a nurse", "12 women among them"."""
    of_all = _of_all(reading, number)
    if of_all is not None:
        return of_all
    if _is_of_doers(reading, number):
        return None
    kinds = reading.clauses.kinds
    at = number + 1
    before = kinds[number - 1] if number else ","
    if reading.clauses.first_words[number] == "counting" and before not in _MARKS:
        return None
    said: CasualtyKind | None = None
    if at < len(kinds) and kinds[at] == "N" and is_whole(reading, at):
        said = kind_said(reading, at)
        if before == "N" and kinds[number - 2 : number - 1] in (",", ":", "(", "C"):
            return _left_part(reading, number - 1, said)
        at = behind_whole(reading, at)
    while at < len(kinds) and (kinds[at] in SOFT or is_only_be(reading, at)):
        at += 1
    if before not in _MARKS + "N" and kinds[number] not in "VX":
        is_open = before in _TOLD and reading.clauses.first_words[number] == "including"
        if not is_open:  # "seven were killed including two women"
            return None
    is_subject = before == "N" and kinds[max(number - 2, 0)] not in "VXGI"
    return part_of(reading, number, said, list(pieces_of(reading, at, None, to_verb=is_subject)))


def _is_of_doers(reading: Reading, number: int) -> bool:
    """As in "by militants including a commander", "rebels, including a boy, shot two men"."""
    clauses, kinds = reading.clauses, reading.clauses.kinds
    whole = number - 1 - (kinds[number - 1 : number] == ",")
    if whole < 0 or kinds[whole] != "N" or "armed" not in reading.nominal(whole).fillers:
        return False
    if whole and kinds[whole - 1] == "P" and clauses.first_words[whole - 1] == "by":
        return True
    verb = next((at for at in range(number + 1, len(kinds)) if kinds[at] in "VX"), None)
    return (
        verb is not None
        and whole in clauses.subject(verb)
        and not clauses.chunks[verb].passive
        and bool(clauses.objects(verb))
    )


def _of_all(reading: Reading, number: int) -> Part | None:
    """As in "the dead included six officers", "among the dead were three students"."""
    kinds = reading.clauses.kinds
    at = number + 1
    if kinds[number] in "VX":
        whole = _harmed_subject(reading, number)
    elif _is_predicate(reading, number):
        said = kind_said(reading, at) or kind_counted(reading, at)
        groups = (*reading.clauses.subject(number - 1), *_along_with(reading, at))
        counted = [item for item in map(reading.nominal, groups) if is_someone(reading, item)]
        part = part_of(reading, number, said, counted)
        if part is not None:
            part.is_of_all = said is not None
            part.inner = reading.nominal(at).quantity
        return part
    elif number == 0 and kinds[at : at + 1] == "N" and is_all(reading, at):
        whole, at = at, behind_whole(reading, at)
        if not (at < len(kinds) and is_only_be(reading, at)):
            return None
        at += 1
    else:
        return None
    if whole is None:
        return None
    said = kind_said(reading, whole) or kind_counted(reading, whole)
    part = part_of(reading, number, said, list(pieces_of(reading, at, None))) if said else None
    if part is not None:
        part.is_of_all = part.is_least = True
        part.inner = reading.nominal(whole).quantity
    return part


def _tells_own_fate(reading: Reading, number: int) -> bool:
    """Whether a group says itself what befell it: "three killed", "nine dead"."""
    if number == len(reading.clauses.chunks):
        return False  # "The dead were", and the text breaks off
    group = reading.clauses.chunks[number]
    words = reading.sentence.norms[group.head : group.last + 1]
    return not noun_classes()["harmed"].isdisjoint(words)


def _told_as(reading: Reading, verb: int) -> Part | None:
    """As in "the dead in the raid were two nuns and a guard", "the dead were named as A and B"."""
    clauses = reading.clauses
    at = verb - 1
    while at > 1 and (clauses.kinds[at] == "t" or clauses.kinds[at - 1] == "P"):
        at -= 1 if clauses.kinds[at] == "t" else 2
    if at < 0 or clauses.kinds[at] != "N" or not is_whole(reading, at):
        return None
    if is_only_be(reading, verb):
        if _tells_own_fate(reading, verb + 1):
            return None  # "casualties were three killed and nine hurt"
        pieces = list(pieces_of(reading, verb + 1, None))
        if _are_ages(reading, verb, pieces):
            return None
    elif clauses.head_words[verb] in _NAMED and clauses.kinds[verb + 1 : verb + 2] == "P":
        pieces = listed_names(reading, verb + 2, MAX_NAMES)
    else:
        return None
    part = part_of(reading, verb, kind_said(reading, at), pieces)
    if part is not None:
        part.is_of_all = True
        part.inner = reading.nominal(at).quantity
    return part


def _are_ages(reading: Reading, verb: int, pieces: Sequence[Nominal]) -> bool:
    """As in "the deceased was 28", "the dead were 31 and 45": bare numbers, one for each."""
    is_bare = bool(pieces) and all("number" in piece.fillers for piece in pieces)
    is_one = reading.clauses.head_words[verb] in _WAS_IS
    return is_bare and (len(pieces) > 1 or is_one or "old" in reading.vocabulary)


def _along_with(reading: Reading, number: int) -> Sequence[int]:
    """As in "the mayor was among the dead, along with a guard and a driver": the others."""
    clauses = reading.clauses
    at = behind_whole(reading, number)
    at += clauses.kinds[at : at + 1] == ","
    is_along = clauses.kinds[at : at + 3] == "PPN" and (clauses.first_words[at] == "along")
    return clauses.conjoined_right(at + 2) if is_along else ()


def _is_predicate(reading: Reading, number: int) -> bool:
    """As in "33 women and an imam were | among those killed"."""
    kinds = reading.clauses.kinds
    return (
        number > 1
        and kinds[number] == "P"
        and is_only_be(reading, number - 1)
        and kinds[number + 1 : number + 2] == "N"
        and is_all(reading, number + 1)
    )


def _harmed_subject(reading: Reading, verb: int) -> int | None:
    """As in "the dead included", "those killed overnight included": who is the subject."""
    kinds = reading.clauses.kinds
    at = verb - 1
    while at > 0 and kinds[at] in "tX":
        at -= 1
    return at if at >= 0 and kinds[at] == "N" and is_whole(reading, at) else None


def _listed(reading: Reading, number: int) -> Part | None:
    """As in "eight people were killed: six Germans and two Swedes"."""
    at = number + 1
    if reading.clauses.kinds[at : at + 1] != "N":
        return None
    part = part_of(reading, number, None, list(pieces_of(reading, at, None)))
    if part is None or any(item.quantity is None for item in part.pieces):
        return None
    end = reading.clauses.behind_of(part.pieces[-1].chunk)
    if reading.clauses.kinds[end : end + 1] in ("V", "X"):
        return None  # a clause of its own
    part.is_list = True
    return part


def _left_part(reading: Reading, number: int, said: CasualtyKind | None) -> Part:
    """As in "12 women among them", "women and children among them" (no number, but no addition)."""
    kinds = reading.clauses.kinds
    first = number
    while first >= 2 and kinds[first - 2 : first] == "NC":  # noqa: PLR2004 - joined by "and"
        first -= 2
    groups = [reading.nominal(at) for at in range(first, number + 1) if kinds[at] == "N"]
    counted = [item for item in groups if item.quantity is not None or is_single(reading, item)]
    return Part(reading.clauses.chunks[first].first, said, counted, last=groups[-1].last)

"""Parts of a number of people: "among them three children", "four of the dead were soldiers".

A part is read by itself; of which claim it is a part, the act decides it is told in (``link_parts``
of ``discourse/parts.py``). Bare plurals ("women among them") state no number and make no part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coder.events.attribution import is_speaker_with_name
from coder.events.names import is_person_name
from coder.events.nominals import Nominal
from coder.events.reading import Reading
from coder.events.whole_words import (
    behind_whole,
    is_all,
    is_whole,
    kind_counted,
    kind_of_verb,
    kind_said,
)
from coder.lexicon.closed import A_AN, ALL_OF_BE
from coder.values.labels import CasualtyKind
from coder.values.mentions import Quantity

_TOLD = "VXK"
_LOST = frozenset({"missing", "unaccounted"})
_INTRODUCING = frozenset({"among", "amongst", "including", "include", "includes", "included"})
_OPENING = _INTRODUCING | {"counting"}
_OF = "of"
_MARKS = ",(:"
_SOFT = 'tA",'
_LISTED = 6
_MAX_GAP = 14
FATALLY = frozenset({"fatally", "mortally"})
_SEVERITY = (
    frozenset({"seriously", "critically", "severely", "gravely", "badly", "slightly"}) | FATALLY
)
_OPENERS = _OPENING | ALL_OF_BE | {":", "-", "--", _OF} | _SEVERITY


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


def find_parts(reading: Reading) -> list[Part]:
    """The parts a sentence tells, in the order of the text."""
    if _OPENERS.isdisjoint(reading.vocabulary):
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
        return _counted(reading, number)
    if kinds[number] == "P" and norm == _OF:
        return _of_whom(reading, number)
    if kinds[number] == ":" and norm != ";":
        return _listed(reading, number)
    return None


def _introduced(reading: Reading, number: int) -> Part | None:
    """As in "among them three children", "including a nurse", "12 women among them"."""
    of_all = _of_all(reading, number)
    if of_all is not None:
        return of_all
    kinds = reading.clauses.kinds
    chunks = reading.clauses.chunks
    at = number + 1
    before = kinds[number - 1] if number else ","
    if reading.sentence.norms[chunks[number].first] == "counting" and before not in _MARKS:
        return None
    said: CasualtyKind | None = None
    if at < len(kinds) and kinds[at] == "N" and is_whole(reading, at):
        said = kind_said(reading, at)
        if before == "N" and kinds[number - 2 : number - 1] in (",", ":", "(", "C"):
            return _left_part(reading, number - 1, said)
        at = behind_whole(reading, at)
    while at < len(kinds) and (kinds[at] in _SOFT or _is_be(reading, at)):
        at += 1
    if before not in _MARKS + "N" and kinds[number] not in "VX":
        is_open = before in _TOLD and reading.sentence.norms[chunks[number].first] == "including"
        if not is_open:  # "seven were killed including two women"
            return None
    is_subject = before == "N" and kinds[max(number - 2, 0)] not in "VXGI"
    return _part(reading, number, said, list(_pieces(reading, at, None, to_verb=is_subject)))


def _of_all(reading: Reading, number: int) -> Part | None:
    """As in "the dead included six officers", "among the dead were three students"."""
    kinds = reading.clauses.kinds
    at = number + 1
    if kinds[number] in "VX":
        whole = _harmed_subject(reading, number)
    elif _is_predicate(reading, number):
        said = kind_said(reading, at) or kind_counted(reading, at)
        groups = (*reading.clauses.subject(number - 1), *_along_with(reading, at))
        counted = [item for item in map(reading.nominal, groups) if _is_someone(reading, item)]
        part = _part(reading, number, said, counted)
        if part is not None:
            part.is_of_all = said is not None
            part.inner = reading.nominal(at).quantity
        return part
    elif number == 0 and kinds[at : at + 1] == "N" and is_all(reading, at):
        whole, at = at, behind_whole(reading, at)
        if not (at < len(kinds) and _is_be(reading, at)):
            return None
        at += 1
    else:
        return None
    if whole is None:
        return None
    said = kind_said(reading, whole) or kind_counted(reading, whole)
    part = _part(reading, number, said, list(_pieces(reading, at, None))) if said else None
    if part is not None:
        part.is_of_all = part.is_least = True
        part.inner = reading.nominal(whole).quantity
    return part


def _along_with(reading: Reading, number: int) -> Sequence[int]:
    """As in "the mayor was among the dead, along with a guard and a driver": the others."""
    clauses = reading.clauses
    at = behind_whole(reading, number)
    at += clauses.kinds[at : at + 1] == ","
    is_along = clauses.kinds[at : at + 3] == "PPN" and (
        reading.sentence.norms[clauses.chunks[at].first] == "along"
    )
    return clauses.conjoined_right(at + 2) if is_along else ()


def _is_someone(reading: Reading, nominal: Nominal) -> bool:
    """A counted group, or somebody by a name that nothing but its place in the sentence proves."""
    return is_counted(reading, nominal) or (is_person_name(nominal) and nominal.place is None)


def _is_predicate(reading: Reading, number: int) -> bool:
    """As in "33 women and an imam were | among those killed"."""
    kinds = reading.clauses.kinds
    return (
        number > 1
        and kinds[number] == "P"
        and _is_be(reading, number - 1)
        and kinds[number + 1 : number + 2] == "N"
        and is_all(reading, number + 1)
    )


def is_counted(reading: Reading, nominal: Nominal) -> bool:
    """Whether a group states how many it is."""
    return nominal.quantity is not None or _is_single(reading, nominal)


def _harmed_subject(reading: Reading, verb: int) -> int | None:
    """As in "the dead included", "those killed overnight included": who is the subject."""
    kinds = reading.clauses.kinds
    at = verb - 1
    while at > 0 and kinds[at] in "tX":
        at -= 1
    return at if at >= 0 and kinds[at] == "N" and is_whole(reading, at) else None


def _counted(reading: Reading, number: int) -> Part | None:
    """As in "four of them civilians", "five of the dead were children", "one critically"."""
    clauses = reading.clauses
    kinds = clauses.kinds
    quantity = reading.quantities.get(clauses.chunks[number].first)
    if quantity is None or quantity.high == 0:
        return None
    said: CasualtyKind | None = None
    at = number + 1
    inner: Quantity | None = None
    norms = reading.sentence.norms
    if kinds[at : at + 2] in {"PN", "PW"} and norms[clauses.chunks[at].first] == _OF:
        inner = reading.number_in(at + 1)
        if inner is None and not is_whole(reading, at + 1):
            return None
        said = kind_said(reading, at + 1)
        at += 2
        if kinds[at : at + 1] == "X" and (inner is not None or said is None):
            said = said or kind_of_verb(norms[clauses.chunks[at].head])
            at = _verb_behind(reading, at + 1)
    elif quantity.last != clauses.chunks[number].last:
        return None
    elif kinds[at : at + 1] == "A" and norms[clauses.chunks[at].first] in _SEVERITY:
        part = Part(clauses.chunks[number].first, None, [_some(reading, number, quantity)])
        part.is_fatal = norms[clauses.chunks[at].first] in FATALLY
        return part
    elif not (at < len(kinds) and _is_be(reading, at)):
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
    while at < len(kinds) and (kinds[at] in "tA" or _is_be(reading, at)):
        is_told = is_told or _is_be(reading, at)
        at += 1
    is_object = kinds[number - 1 : number] in {*"VXKIG"}  # "took several of them hostage"
    if not is_told and (inner is not None or is_object):
        return None
    first = clauses.chunks[number].first
    if at < len(kinds) and kinds[at] == "N":
        pieces = list(_pieces(reading, at, quantity))
        return Part(first, said, pieces, inner) if pieces else None
    norms = reading.sentence.norms
    if norms[clauses.chunks[at - 1].first] in _SEVERITY:
        return Part(first, said, [_some(reading, number, quantity)], inner)
    return None


def _some(reading: Reading, number: int, quantity: Quantity) -> Nominal:
    """A bare number of the people told before: "seven of them seriously"."""
    nominal = reading.nominal(number)
    return replace(nominal, quantity=quantity, actor=None, fillers=frozenset({"number"}))


def _of_whom(reading: Reading, number: int) -> Part | None:
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
    while at < len(kinds) and kinds[at] in _SOFT:
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
    return _part(reading, number, said, list(_pieces(reading, at, None)))


def _listed(reading: Reading, number: int) -> Part | None:
    """As in "eight people were killed: six Germans and two Swedes"."""
    at = number + 1
    if reading.clauses.kinds[at : at + 1] != "N":
        return None
    part = _part(reading, number, None, list(_pieces(reading, at, None)))
    if part is None or any(item.quantity is None for item in part.pieces):
        return None
    end = reading.clauses.behind_of(part.pieces[-1].chunk)
    if reading.clauses.kinds[end : end + 1] in ("V", "X"):
        return None  # a clause of its own
    part.is_list = True
    return part


def _part(
    reading: Reading, number: int, said: CasualtyKind | None, pieces: list[Nominal]
) -> Part | None:
    if not pieces:
        return None
    return Part(reading.clauses.chunks[number].first, said, pieces)


def _pieces(
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
        if quantity is not None:
            yield replace(nominal, quantity=quantity)
        elif _is_single(reading, nominal):
            yield nominal
        given = None
        following = clauses.next_part(nominal.chunk)
        if following is None:
            return
        at = following
        if clauses.head_word(at) in _LOST:
            return  # "including two women, three missing"
        is_verb_next = at + 1 < len(kinds) and kinds[at + 1] in "VX" and not to_verb
        if is_verb_next or is_speaker_with_name(reading, at):
            return  # a clause of its own


def _left_part(reading: Reading, number: int, said: CasualtyKind | None) -> Part:
    """As in "12 women among them", "women and children among them" (no number, but no addition)."""
    kinds = reading.clauses.kinds
    first = number
    while first >= 2 and kinds[first - 2 : first] == "NC":  # noqa: PLR2004 - joined by "and"
        first -= 2
    groups = [reading.nominal(at) for at in range(first, number + 1) if kinds[at] == "N"]
    counted = [item for item in groups if item.quantity is not None or _is_single(reading, item)]
    return Part(reading.clauses.chunks[first].first, said, counted, last=groups[-1].last)


def _is_single(reading: Reading, nominal: Nominal) -> bool:
    """One person: "a nurse", "their leader"; no bare plural and no thing."""
    actor = nominal.actor
    if actor is None or actor.is_plural:
        return False
    return reading.sentence.norms[nominal.first] in A_AN or actor.actor_id is None


def _verb_behind(reading: Reading, number: int) -> int:
    """The verb "to be" of the clause whose subject goes on here, else the end."""
    kinds = reading.clauses.kinds
    for at in range(number, min(len(kinds), number + _MAX_GAP)):
        if kinds[at] in ":UW.":
            break
        if _is_be(reading, at):
            return at
        if kinds[at] == "V":
            break
    return len(kinds)


def _is_be(reading: Reading, number: int) -> bool:
    """A form of "to be" as the only verb of its group."""
    group = reading.clauses.chunks[number]
    return group.last - group.first == 1 and reading.sentence.norms[group.first] in ALL_OF_BE

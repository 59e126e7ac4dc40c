"""Numbers behind a label: "Dead: 4. Injured: 2.", "Killed: 18 Italians, 8 Iraqis", "Death toll 74".

Lists, forms and data sets tell who came to harm without a verb. In: a sentence that was read. Out:
each label with the claims that stand behind it, for an act told elsewhere in the text.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from coder.events.counts.counting import claim_of, make_claim, number_claim
from coder.events.drafts import Claim
from coder.events.reading import Reading
from coder.events.roles.names import MAX_NAMES, listed_names
from coder.events.roles.nominals import Nominal
from coder.lexicon.closed import A_AN
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.mentions.quantities import read_quantity
from coder.text.columns import row_of
from coder.values.labels import CasualtyKind, Qualifier
from coder.values.mentions import Quantity
from coder.values.value import value

_SO_MANY = 4  # tokens in which a sentence says that it tells a total
_IN_ALL = frozenset({("in", "all"), ("in", "total"), ("all", "told")})
_TOTALS = frozenset({"total", "totals", "altogether", "overall", "cumulative"})
_CLASSES = {
    "label_killed": CasualtyKind.KILLED,
    "label_injured": CasualtyKind.INJURED,
    "label_casualties": CasualtyKind.CASUALTIES,
    "label_abducted": CasualtyKind.ABDUCTED,
    "label_arrested": CasualtyKind.ARRESTED,
    "label_missing": CasualtyKind.MISSING,
}
_MARKS = frozenset({":", "=", "-"})
_BREAKS = frozenset({".", ";", ",", "/", "|", "(", ")", "-", ":", "and", "&", "+"})
_JOINTS = frozenset({",", "and", "&", "+"})
_NONE = Qualifier.NONE
_NIL = frozenset({"none", "nil", "zero", "0", "nobody", "no"})
_BRACKETS = frozenset({"(", ")"})
_LONGEST = 5  # tokens of a label: "number of people killed"
_MOST = 6  # numbers behind one label
_MOST_DIGITS = 6  # of a number of people in a cell
_VERBS = frozenset("VXLZ")  # "shot dead 127 passengers"
_BARE = frozenset({"toll", "deaths", "fatalities", "dead", "injuries", "casualties"})
"""What labels a number with no mark between them: "Death toll 74: 65 farmers and nine guards"."""
_BEFORE_NUMBER = _MARKS | _BARE
_LABELS, _NUMBERED = sign(*_CLASSES), sign(_BEFORE_NUMBER)


@value
class Labelled:
    """The claims behind one label. Tokens ``first:last`` are its words and the numbers.

    ``is_total``: a bare number behind a label that names no kind of people counts everybody.
    """

    first: int
    last: int
    claims: tuple[Claim, ...]
    is_total: bool


def labelled_counts(reading: Reading) -> Iterator[Labelled]:
    """Every label of a sentence that has numbers behind it, in the order of the text."""
    norms = reading.sentence.norms
    vocabulary = reading.vocabulary
    if "|" in vocabulary:
        yield from _in_cells(reading)
    if not (reading.signs & _LABELS and reading.signs & _NUMBERED):
        return
    behind = 0
    for first in range(len(norms) - 1):
        if first < behind or (first and not _may_begin(norms, first)):
            continue
        start = _values_start(reading, first)
        if start is None:
            continue
        fates = _fates_behind(reading, first, start)
        found = _behind(reading, first, start) if fates is None else None
        for label in fates or (found,):
            if label is not None:
                behind = label.last
                yield label


def _in_cells(reading: Reading) -> Iterator[Labelled]:
    """The numbers in the cells of a row, each below a heading such as "Killed"."""
    sentence = reading.sentence
    row = row_of(sentence)
    for cell in row.cells if row is not None else ():
        words = _words()
        kind = next((words[word] for word in cell.heading.split() if word in words), None)
        at = bisect_left(sentence.starts, cell.start)
        is_alone = bisect_left(sentence.starts, cell.end, at) == at + 1
        if kind is None or not is_alone or not _is_count(sentence.norms[at]):
            continue
        number = int(sentence.norms[at])
        counted = _bare(reading, reading.nominal(reading.clauses.at_token[at]), at, None)
        qualifier = Qualifier.EXACT if number else _NONE
        claim = make_claim(reading, counted, kind, (number, number, number), qualifier)
        claim.first, claim.last = at, at + 1
        claim.is_total = claim.is_listed = True
        yield Labelled(first=at, last=at + 1, claims=(claim,), is_total=True)


def _is_count(norm: str) -> bool:
    """Whether a cell holds a number of people: no power ("2²"), no telephone number."""
    return norm.isdecimal() and len(norm) <= _MOST_DIGITS


def _may_begin(norms: tuple[str, ...], at: int) -> bool:
    """Whether a label may begin there: also at once behind a number, "Dead: 3 Injured: 5"."""
    before = norms[at - 1]
    return before in _BREAKS or (before.isdigit() and _opens_number(norms, at))


def _opens_number(norms: tuple[str, ...], at: int) -> bool:
    """Whether a word is a label with a mark or a number behind it."""
    behind = norms[at + 1 : at + 2]
    return norms[at] in _words() and behind != () and (behind[0] in _MARKS or behind[0].isdigit())


@cache
def _words() -> dict[str, CasualtyKind]:
    classes = noun_classes()
    return {word: kind for name, kind in _CLASSES.items() for word in classes[name]}


def _values_start(reading: Reading, first: int) -> int | None:
    """The token the numbers begin at; null where no label stands at ``first``.

    What holds a number itself is none: "three killed: a nurse and two guards".
    """
    words, norms = _words(), reading.sentence.norms
    is_label = False
    for at in range(first, min(len(norms) - 1, first + _LONGEST + 1)):
        norm = norms[at]
        is_number = norm[0].isdigit() and norms[at - 1] in _BARE
        if norm in _MARKS or (is_number and _VERBS.isdisjoint(reading.tags[first : at - 1])):
            return (at + 1 if norm in _MARKS else at) if is_label else None
        if norm in _NIL or at in reading.quantities or not (norm.isalpha() or norm in _BRACKETS):
            return None
        is_label = is_label or norm in words
    return None


def _kind_of_label(words: tuple[str, ...]) -> CasualtyKind:
    return next(kind for norm in words if (kind := _words().get(norm)) is not None)


def _fates_behind(reading: Reading, first: int, start: int) -> list[Labelled] | None:
    """As in "Casualties: 3 KIA, 5 WIA", "Toll: 4 police killed, 2 hurt": the fates told behind.

    Null where the label itself says what became of the number. Those told of people by what they
    were stand in the clause, and only the bare numbers are given.
    """
    norms = reading.sentence.norms
    label = _kind_of_label(norms[first:start])
    found: list[Labelled] | None = None
    at = start
    while (fate := _fate_of(reading, at)) is not None:
        quantity, kind, last, is_bare = fate
        if found is None and label not in {CasualtyKind.CASUALTIES, kind}:
            return None  # "Dead: 3 Injured: 5"
        found = found or []
        if is_bare:
            claim = number_claim(
                reading,
                _bare(reading, reading.nominal(reading.clauses.at_token[at]), first, quantity),
                kind,
                quantity,
            )
            claim.first, claim.last = quantity.first, last
            claim.is_total = claim.is_listed = True
            found.append(Labelled(first=quantity.first, last=last, claims=(claim,), is_total=True))
        at = last + (norms[last : last + 1] != () and norms[last] in _JOINTS)
    return found


def _fate_of(reading: Reading, at: int) -> tuple[Quantity, CasualtyKind, int, bool] | None:
    """A number with its fate behind it, the token behind that, and whether it counts no noun."""
    norms = reading.sentence.norms
    quantity = reading.quantities.get(at)
    if quantity is None:
        return None
    is_bare = norms[quantity.last : quantity.last + 1] != () and norms[quantity.last] in _words()
    last = quantity.last if is_bare else _behind_row(reading, at)
    kind = _words().get(norms[last]) if last < len(norms) else None
    if kind is None or not (_ends(norms, last + 1) or norms[last + 1][0].isdigit()):
        return None
    return quantity, kind, last + 1, is_bare


def _behind_row(reading: Reading, at: int) -> int:
    """The token behind those counted: behind all of "three pupils and a teacher | dead"."""
    row = reading.clauses.conjoined_right(reading.clauses.at_token[at])
    last = reading.nominal(row[-1]).last
    is_row = last < len(reading.sentence.norms) and reading.sentence.norms[last] in _words()
    return last if is_row else reading.nominal(row[0]).last


def _behind(reading: Reading, first: int, start: int) -> Labelled | None:
    norms = reading.sentence.norms
    kind = _kind_of_label(norms[first:start])
    claims: list[Claim] = [] if (named := _named(reading, kind, start)) is None else [named]
    at = len(norms) if named is not None else start
    is_total = False
    while at < len(norms) and len(claims) < _MOST:
        claim, last, is_bare = _value(reading, kind, first, at)
        if claim is None:
            break
        is_total = is_bare and not claims
        claims.append(claim)
        at = last
        if is_bare and (norms[at - 1] in _NIL or norms[at : at + 1] == (":",)):
            break  # "Death toll 74: 65 farmers and nine guards": the parts of it
        following = at + 1 if norms[at : at + 1] and norms[at] in _JOINTS else None
        if following is None or _values_start(reading, following) is not None:
            break
        at = following
    if not claims:
        return None
    is_total = is_total and len(claims) == 1 and claims[0].nominal.actor is None
    claims[0].is_total = is_total
    for claim in claims:
        claim.is_listed = True
    last = claims[-1].last
    if claims[0].qualifier is _NONE and kind is CasualtyKind.CASUALTIES:
        parts = (CasualtyKind.KILLED, CasualtyKind.INJURED)
        claims = [replace(claims[0], kind=part) for part in parts]
    return Labelled(first=first, last=max(last, start), claims=tuple(claims), is_total=is_total)


def _named(reading: Reading, kind: CasualtyKind, at: int) -> Claim | None:
    """As in "Killed: Ali Saleh, 34; Omar Nasser, 12": as many as there are names."""
    chunk = reading.clauses.at_token[at]
    names = listed_names(reading, chunk, MAX_NAMES) if reading.clauses.kinds[chunk] == "N" else []
    if not names or names[0].first != at:
        return None
    number = len(names)
    claim = make_claim(reading, names[0], kind, (number, number, number), Qualifier.EXACT)
    claim.last = names[-1].last
    return claim


def _value(
    reading: Reading, kind: CasualtyKind, first: int, at: int
) -> tuple[Claim | None, int, bool]:
    """One number behind a label, the token behind it, and whether it stands alone."""
    norms = reading.sentence.norms
    chunk = reading.clauses.at_token[at]
    nominal = reading.nominal(chunk)
    claim: Claim | None
    if norms[at] in _NIL:
        claim = make_claim(reading, _bare(reading, nominal, first, None), kind, (0, 0, 0), _NONE)
        claim.first, claim.last = first, at + 1
        return claim, at + 1, True
    quantity = reading.quantities.get(at) or (
        read_quantity(reading.sentence, at) if norms[at][0].isdigit() else None
    )
    if quantity is None:
        if norms[at] not in A_AN:
            return None, at, False
        claim = claim_of(reading, nominal, kind)
        return claim, nominal.last, False
    if _ends(norms, quantity.last) or _opens_number(norms, quantity.last):
        counted = _bare(reading, nominal, first, quantity)
        claim = number_claim(reading, counted, kind, quantity)
        claim.first, claim.last = first, quantity.last
        return claim, quantity.last, True
    if norms[quantity.last] in _words() or norms[nominal.head] in _words():
        return None, at, False  # "Toll: 12 dead": the words say it themselves
    claim = claim_of(reading, nominal, kind)
    return claim, max(nominal.last, quantity.last), False


def _ends(norms: tuple[str, ...], at: int) -> bool:
    return at >= len(norms) or norms[at] in _BREAKS or not norms[at][0].isalnum()


def _bare(reading: Reading, nominal: Nominal, first: int, quantity: Quantity | None) -> Nominal:
    """A number alone, of the kind of people its label names ("Civilians killed: 6")."""
    labelled = reading.nominal(reading.clauses.at_token[first])
    actor = labelled.actor
    if actor is not None and reading.sentence.norms[labelled.head] in _words():
        actor = None
    return replace(
        nominal,
        first=nominal.first if quantity is None else quantity.first,
        last=nominal.last if quantity is None else quantity.last,
        actor=actor,
        quantity=quantity,
        fillers=frozenset({"number"}),
    )


def opens_with_total(reading: Reading) -> bool:
    """As in "In all, nine were killed", "TOTAL: 9 dead": what a text or list ends with."""
    norms = reading.sentence.norms[:_SO_MANY]
    return not _TOTALS.isdisjoint(norms) or not _IN_ALL.isdisjoint(pairwise(norms))

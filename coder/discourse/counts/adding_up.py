"""Which numbers add up to one told before: "killing 38; 24 died at the pumps and 14 outside"."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from coder.discourse.counts.by_kind import ANYONE
from coder.discourse.counts.repeated_counts import same_people
from coder.discourse.counts.wholes import adds
from coder.events.drafts import Claim, Draft
from coder.lexicon.words import noun_classes
from coder.values.labels import CasualtyKind, Qualifier

_PAIR = 2
_PUT_AT = frozenset({"at", "to"})
_AT_ONCE = frozenset({"spot", "scene", "instantly", "outright", "immediately"})
_MARKS = frozenset({",", ";", "-", "while", "as", "after"})
_OF_ALL = ANYONE | {"civilians", "victims", "members", "individuals"}


def find_lists(claims: Sequence[tuple[Draft, Claim]]) -> None:
    """Make parts of those told behind "after", of the number told for all before it."""
    for at, (_, claim) in enumerate(claims):
        if claim.subset_of is None and "after" in claim.reading.vocabulary:
            told = (item for _, item in claims[:at] if _are_told_behind_after(claim, item))
            claim.subset_of = next(told, None)


def _are_told_behind_after(claim: Claim, earlier: Claim) -> bool:
    """As in "Twelve people died after gunmen burst into a bar and killed patrons and a waiter"."""
    if claim.reading is not earlier.reading or claim.kind is not earlier.kind:
        return False
    between = claim.reading.sentence.norms[earlier.last : claim.first]
    return (
        earlier.head_word in ANYONE
        and earlier.subset_of is None
        and "after" in between
        and claim.quantity is None
        and (claim.best or claim.low or 0) < (earlier.best or 0)
    )


def find_stages(claims: Sequence[tuple[Draft, Claim]]) -> None:
    """As in "killing six soldiers. Four died on the spot; two more succumbed": how six came to die.

    Who died at once are some of the dead told before, and so are those who died after them, as
    long as they make no more.
    """
    for at, (_, first) in enumerate(claims):
        if first.subset_of is not None or not _died_at_once(first):
            continue
        for _, whole in claims[:at]:
            left = (whole.best or 0) - (first.best or 0)
            if left <= 0 or not first.best or not _may_tell_stage(first, whole):
                continue
            first.subset_of = whole
            for _, later in claims[at + 1 :]:
                if not later.best or later.best > left or not _may_tell_stage(later, whole):
                    continue
                later.subset_of, left = whole, left - later.best
            break


def _died_at_once(claim: Claim) -> bool:
    """As in "four soldiers and a child were killed on the spot": before the next mark."""
    if _AT_ONCE.isdisjoint(claim.reading.vocabulary) or adds(claim):
        return False
    behind = takewhile(lambda it: it not in _MARKS, claim.reading.sentence.norms[claim.last :])
    return not _AT_ONCE.isdisjoint(behind)


def _may_tell_stage(claim: Claim, whole: Claim) -> bool:
    return (
        claim.kind is whole.kind is CasualtyKind.KILLED
        and claim.reading is not whole.reading
        and claim.subset_of is None
        and not (whole.is_superseded or claim.is_total)
        and whole.subset_of is None
        and same_people(claim, whole)
    )


def find_sums(claims: list[tuple[Draft, Claim]]) -> None:
    """As in "killing 38; 24 died at the pumps and 14 outside": the parts add up to the whole.

    So do bare numbers behind a mark in the sentence of a greater one, though some be left out.
    """
    for at, (_, whole) in enumerate(claims):
        if whole.subset_of is not None or whole.best is None or whole.best < _PAIR:
            continue
        later = [
            claim
            for _, claim in claims[at + 1 :]
            if claim.kind is whole.kind
            and (claim.subset_of is None or claim.subset_of is whole or _is_of_all(claim))
            and not (claim.is_listed or claim.is_of_one)
        ]
        if whole.best == _PAIR:  # "two sailors, a Briton and a Dane"
            if whole.reading.sentence.norms[whole.last : whole.last + 1] != (",",):
                continue
            later = [claim for claim in later if claim.reading is whole.reading]
        others = [claim for claim in later if claim.subset_of is None]
        for part in [*_runs(whole, later)] or _bare_parts(whole, others):
            part.subset_of = whole
        for part in _told_before(whole, claims[:at]):
            part.subset_of = whole


def _told_before(whole: Claim, claims: Sequence[tuple[Draft, Claim]]) -> list[Claim]:
    """As in "Ten rebels and two soldiers died. The fighting left 12 dead": those of one sentence.

    Who they were is told of the parts alone; "12 civilians" would be other people.
    """
    said = whole.head_word in noun_classes()["elliptical"] | noun_classes()["harmed"]
    last = claims[-1][1].reading if claims and said else None
    if last is None or last is whole.reading or adds(whole):
        return []
    parts = [
        claim
        for _, claim in claims
        if claim.reading is last and claim.kind is whole.kind and claim.subset_of is None
    ]
    return parts if len(parts) > 1 and sum(it.best or 0 for it in parts) == whole.best else []


def _runs(whole: Claim, later: list[Claim]) -> Iterable[Claim]:
    """The parts that add up to the whole, also where they do so twice: by place, then by hour."""
    at = 0
    while at < len(later):
        parts = [] if adds(later[at]) else _adding_up(whole, later[at:])
        yield from parts
        at += len(parts) or 1


def _is_of_all(claim: Claim) -> bool:
    """As in "twelve of the victims", whichever number told before they were taken for part of."""
    whole = claim.subset_of
    return (
        claim.is_partitive
        and claim.head_word in noun_classes()["harmed"]
        and whole is not None
        and whole.reading is not claim.reading
    )


def _adding_up(whole: Claim, later: list[Claim]) -> list[Claim]:
    """The first claims of ``later``, two or more, whose numbers are the whole."""
    total = 0
    for number, claim in enumerate(later, start=1):
        if _is_next_of_list(whole, claim):
            return []
        if claim.best is None or claim.qualifier is Qualifier.NONE or claim.is_total:
            return []
        total += claim.best
        if total >= (whole.best or 0):
            return later[:number] if number > 1 and total == whole.best else []
    return []


def _is_next_of_list(whole: Claim, claim: Claim) -> bool:
    """As in "four men, three women and a baby": other people; "nine people, six men and" is not."""
    return (
        claim.reading is whole.reading
        and (claim.best or 0) > 1
        and claim.first == whole.last + 1
        and whole.head_word not in _OF_ALL
        and "number" not in claim.nominal.fillers
        and not _says_nation_of(whole, claim)
    )


def _says_nation_of(whole: Claim, claim: Claim) -> bool:
    """As in "four tourists, three Germans and a Dutchman": of which nations they were."""
    people, told = claim.nominal.actor, whole.nominal.actor
    return (
        people is not None
        and people.country is not None
        and (told is None or told.country is None)
        and people.head == claim.nominal.first + (claim.nominal.quantity is not None)
    )


def _bare_parts(whole: Claim, later: list[Claim]) -> list[Claim]:
    """The bare numbers behind a semicolon in its sentence: "killing 38; 24 at the pumps"."""
    found = []
    for claim in later:
        if claim.reading is not whole.reading or "number" not in claim.nominal.fillers:
            break
        norms = claim.reading.sentence.norms
        if (
            not 0 < (claim.best or 0) < (whole.best or 0)
            or ";" not in (norms[whole.last : claim.first])
            or norms[claim.first - 1] in _PUT_AT  # "; the navy put the number at ten"
        ):
            break
        found.append(claim)
    return found if sum(claim.best or 0 for claim in found) <= (whole.best or 0) else []

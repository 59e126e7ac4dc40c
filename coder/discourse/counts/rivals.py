"""Which of several numbers for the same people stands: the later, the greater, or each voice's."""

from coder.discourse.counts.repeated_counts import has_died_of_wounds, same_people
from coder.discourse.counts.wholes import adds, are_others, rounds
from coder.events.counts.tolls import is_update
from coder.events.drafts import Claim, Draft
from coder.events.roles.names import is_person_name
from coder.lexicon.closed import OF_FROM
from coder.lexicon.words import noun_classes
from coder.values.labels import Qualifier

_STOOD = 6  # words: "the initial death toll stood at"
_UPDATING = frozenset({"to", "than"})  # "rose from an earlier toll to"
_EARLIER = frozenset(
    {"earlier", "initial", "initially", "originally", "preliminary", "previous", "previously"}
)
_CORRECTING = frozenset({"revise", "revised", "revising", "corrected", "lowered"})
_TAKING_BACK = _CORRECTING | {"reduced", "retracted", "withdrew"}
_IN_WORDS = frozenset({Qualifier.VAGUE, Qualifier.PLURAL})
_NOW, _BEHIND = "now", 3  # words: "12 people are | now"
_EARLY, _FIRST, _LATER = (
    "early",
    ("first",),
    ("later",),
)  # "early reports", "first said", "later said"
_PUT = 7  # words: "put the number of dead at"
_PEOPLE = frozenset({"people", "persons"})
_ONLY = frozenset({"only", "just"})


def supersede(claims: list[tuple[Draft, Claim]], attacking: set[int]) -> None:
    """Of several numbers for the same people, told by one voice, the greater or later stands.

    Numbers of different sources stand side by side and compete; sides of a fight, attackers and
    those they hit, and "others" add up.
    """
    for at, (draft, claim) in enumerate(claims):
        if claim.subset_of is not None or adds(claim) or claim.is_partitive:
            continue
        if claim.is_superseded or has_died_of_wounds(claim, claims[:at]):
            continue
        for earlier_draft, earlier in claims[:at]:
            if (
                earlier.kind is not claim.kind
                or earlier.subset_of is not None
                or earlier.is_cumulative is not claim.is_cumulative
                or (earlier.is_of_one and claim.is_of_one)
            ):
                continue
            if draft.reading.sentence.norms[draft.first] in _CORRECTING:
                earlier.is_superseded = True
            elif (id(earlier) in attacking) is (id(claim) in attacking) and (
                claim.is_total or same_people(claim, earlier)
            ):
                is_beside = earlier_draft.reading is draft.reading and not _is_raised(
                    claim, earlier
                )
                _settle(claim, earlier, is_beside=is_beside)
    _drop_the_outdated(claims)


def _drop_the_outdated(claims: list[tuple[Draft, Claim]]) -> None:
    """As in "had earlier said ten soldiers and a guard died": a sum that another has replaced."""
    for _, claim in claims:
        if not claim.is_superseded or not _is_outdated(claim):
            continue
        for _, beside in claims:
            is_beside = beside.reading is claim.reading and beside.kind is claim.kind
            if is_beside and beside.subset_of is None and not same_people(beside, claim):
                beside.is_superseded |= _is_outdated(beside)


def find_raised(claims: list[tuple[Draft, Claim]]) -> None:
    """As in "the toll rose to 42 after three more died in hospital": some of the 42.

    The 42 may have been told before, so that this sentence counts them no more.
    """
    _find_raised_from(claims)
    totals = [claim for _, claim in claims if claim.is_total]
    for _, claim in claims if totals else ():
        if claim.is_total or not are_others(claim) or not is_update(claim.reading):
            continue
        said = {quantity.best for quantity in claim.reading.quantities.values()}
        claim.subset_of = next(
            (
                it
                for it in totals
                if it.kind is claim.kind
                and (it.reading is not claim.reading or it.first < claim.first)
                and it.best in said
                and _size(it) > _size(claim)
            ),
            claim.subset_of,
        )


def _find_raised_from(claims: list[tuple[Draft, Claim]]) -> None:
    """As in "killed 17 people. The toll rose from 15 after two of the injured died": of the 17."""
    for at, (_, claim) in enumerate(claims):
        norms = claim.reading.sentence.norms
        if "from" not in norms[: claim.first] or not is_update(claim.reading):
            continue
        said = {
            quantity.best or 0
            for quantity in claim.reading.quantities.values()
            if quantity.first and norms[quantity.first - 1] in OF_FROM
        }
        claim.subset_of = claim.subset_of or next(
            (
                it
                for _, it in claims[:at]
                if it.kind is claim.kind
                and it.reading is not claim.reading
                and (it.best or 0) - (claim.best or 0) in said
            ),
            None,
        )


def _is_raised(claim: Claim, earlier: Claim) -> bool:
    """As in "killed 62 people; doctors put the figure at 93": the same people, counted again."""
    norms = claim.reading.sentence.norms
    if norms[claim.first - 1] != "at" or _size(claim) <= _size(earlier):
        return False
    return not noun_classes()["toll_noun"].isdisjoint(
        norms[max(0, claim.first - _PUT) : claim.first]
    )


def _settle(claim: Claim, earlier: Claim, *, is_beside: bool) -> None:
    """Let the one of two numbers stand that corrects the other, or is greater; or both."""
    old = _is_outdated(earlier)
    if old is not _is_outdated(claim):
        (earlier if old else claim).is_superseded = True
    elif is_beside and _numbers_the_hurt(claim, earlier):
        earlier.is_superseded = True
    elif is_beside or adds(earlier) or _competes(claim, earlier):
        return
    elif _is_bound(claim) is not _is_bound(earlier):
        (claim if _is_bound(claim) else earlier).is_superseded = True
    elif claim.is_total or _size(claim) > _size(earlier):
        earlier.is_superseded = True
    else:
        claim.is_superseded = True


def _numbers_the_hurt(claim: Claim, earlier: Claim) -> bool:
    """As in "stabbed passers-by, killing seven and injuring ten": of those who were hit."""
    if earlier.qualifier is not Qualifier.PLURAL or claim.quantity is None:
        return False
    if claim.quantity.last == claim.nominal.last:
        return True
    return claim.head_word == earlier.head_word or claim.head_word in _PEOPLE


def _is_bound(claim: Claim) -> bool:
    """As in "up to 300 dead": no number, only what it cannot be more than."""
    return claim.best is None and claim.low is None


def _is_outdated(claim: Claim) -> bool:
    """As in "initial reports said", "correcting an earlier count of five"."""
    reading, first, source = claim.reading, claim.first, claim.source
    norms = reading.sentence.norms
    if _is_taken_back(claim) or _is_first_word(claim):
        return True
    if _EARLIER.isdisjoint(reading.vocabulary):
        return False
    if claim.is_total and _is_early_toll(claim):
        return True
    if norms[first - 1] in OF_FROM and not _EARLIER.isdisjoint(norms[max(0, first - 4) : first]):
        return True
    if source is None or source.reading is not reading:  # who passed on a number before it
        return False
    verb = source.verb if source.verb is not None else reading.clauses.at_token[source.first]
    last = max(source.last, reading.clauses.chunks[verb].last + 1)
    return not _EARLIER.isdisjoint(norms[max(0, source.first - 2) : last])


def _is_first_word(claim: Claim) -> bool:
    """As in "early reports spoke of five", "police first said seven had died"."""
    source, norms = claim.source, claim.reading.sentence.norms
    if source is None or source.reading is not claim.reading:
        return False
    return (
        _EARLY in norms[source.first : source.last]
        or norms[source.last : source.last + 1] == _FIRST
    )


def _is_early_toll(claim: Claim) -> bool:
    """As in "the toll initially stood at two", "the initial toll was five"; no other number."""
    reading, start = claim.reading, max(0, claim.first - _STOOD)
    before = reading.sentence.norms[start : claim.first]
    return (
        not _EARLIER.isdisjoint(before)
        and _UPDATING.isdisjoint(before)
        and not any(start <= it.first < claim.first for it in reading.quantities.values())
    )


def _is_taken_back(claim: Claim) -> bool:
    """As in "police at first put the dead at 16 but lowered it", "a figure it later corrected"."""
    if _TAKING_BACK.isdisjoint(claim.reading.vocabulary):
        return False
    return not _TAKING_BACK.isdisjoint(claim.reading.sentence.norms[claim.last :])


def _competes(claim: Claim, earlier: Claim) -> bool:
    """Whether two voices give two numbers; a toll that is told to have changed replaces both."""
    if claim.source is not None and earlier.source is None and _is_contested(claim, earlier):
        return True
    if claim.source is None or earlier.source is None:
        return False
    if _is_one_known(claim) or _is_one_known(earlier):
        return False
    if claim.source is earlier.source or claim.source.name == earlier.source.name is not None:
        return False
    if any(told.is_total and is_update(told.reading) for told in (claim, earlier)):
        return False
    return not (
        rounds(claim, earlier)
        or _names_no_number(claim, earlier)
        or (_is_of_now(claim) and claim.reading is not earlier.reading)
    )


def _is_of_now(claim: Claim) -> bool:
    """As in "the ministry now says 28 are dead", "12 are now known to have died": what changed.

    Also "a hospital source later said the toll was 11".
    """
    words, source = claim.reading.sentence.norms, claim.source
    said = words[source.last : source.last + 1] if source is not None else ()
    if source is not None and source.reading is claim.reading and said == _LATER:
        return True
    return _NOW in words[max(0, claim.first - _PUT) : claim.last + _BEHIND]


def _is_one_known(claim: Claim) -> bool:
    """As in "said Ana Ruiz, who was hurt", "the police chief was wounded": a person is no toll."""
    is_one = claim.best == 1 and claim.quantity is None
    is_known = is_one and (claim.nominal.is_definite or _is_who_speaks(claim))
    return is_known or is_person_name(claim.nominal)


def _is_who_speaks(claim: Claim) -> bool:
    """As in "said Musa Bello, a student who was burnt": a word for the witness."""
    source = claim.source
    return (
        source is not None
        and source.reading is claim.reading
        and claim.reading.sentence.norms[source.last : claim.nominal.first] == (",",)
    )


def _names_no_number(one: Claim, other: Claim) -> bool:
    """As in "dozens died" and "at least 42 died": a word for many, and the number it stood for."""
    less, more = sorted((one, other), key=_size)
    return less.qualifier in _IN_WORDS and more.qualifier not in _IN_WORDS


def _is_contested(claim: Claim, earlier: Claim) -> bool:
    """As in "counted 30 bodies. Police said only 15 people died"."""
    words = claim.reading.sentence.norms[max(0, claim.first - 1) : claim.last]
    return not _ONLY.isdisjoint(words) and (claim.best or 0) < (earlier.best or 0)


def _size(claim: Claim) -> tuple[int, bool]:
    """How many; of two as great, a number says more than "policemen"."""
    return claim.best or claim.low or claim.high or 0, claim.best is not None

"""What became of some of the people of an act: "three have been let go", "two were captured".

A clause that only says so belongs to the act that took or hit them; whoever frees all of them, or
is told to free them, does something of his own (codebook 2.1).
"""

from collections.abc import Sequence

from coder.events.drafts import Claim, Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.values.kinds import AT_CLOSE_QUARTERS, BOMBARDMENT
from coder.values.labels import CasualtyKind, EventType

_FATES = frozenset({EventType.RELEASE, EventType.KILLING})
_CAPTURED = frozenset({"capture", "captured", "capturing"})
_REST = frozenset({"other", "others", "rest", "remaining"})
_TAKING = frozenset({"take", "took", "taken", "taking"})
_PRISONER = frozenset({"prisoner", "prisoners", "captive", "captives"})
_IN_WAR = frozenset({"prisoner", "prisoners"})
_TO_PRISONER = 4  # "took the 12 surviving soldiers prisoner"
_ARREST, _ABDUCTION = EventType.ARREST, EventType.ABDUCTION
_WOUNDS = frozenset({"wounds", "wound", "injuries", "injury", "burns"})
_WOUNDING = AT_CLOSE_QUARTERS | BOMBARDMENT | {EventType.BOMBING, EventType.RIOT, EventType.ABUSE}
_OF_WHAT = frozenset({"of", "from", "to", "with"})
_KIND = CasualtyKind.CAPTURED


def is_fate_of_some(taken: Draft, draft: Draft) -> bool:
    """Whether ``draft`` says no more than what became of some of those ``taken`` tells of."""
    if taken.type is not EventType.ABDUCTION or draft.type not in _FATES:
        return False
    if draft.type is EventType.KILLING and draft.subtype != "body_found":
        return False
    if not draft.claims or draft.by_role("perpetrator"):
        return False
    if draft.type is EventType.RELEASE and _has_own_time(taken, draft):
        return False  # "three were freed the next day": an act of its own
    whole = max((claim.best or 0 for claim in taken.claims), default=0)
    return all(_is_some(draft.reading, claim, whole) for claim in draft.claims)


def _has_own_time(taken: Draft, draft: Draft) -> bool:
    """Whether the fate has a time that is not that of the taking."""
    if any(time not in draft.times for time in taken.times):
        return any(time not in taken.times for time in draft.times)
    reading = draft.reading
    if (
        taken.construction == "participle"
    ):  # "of the 20 clerks abducted in May, nine fled on Sunday"
        return {reading.chunk_of(it) > draft.chunk for it in draft.times} == {True, False}
    colon = reading.clauses.kinds.find(":", taken.chunk, draft.chunk)
    return colon >= 0 and any(reading.chunk_of(time) > colon for time in draft.times)


def died_of_it_later(death: Draft, act: Draft) -> bool:
    """As in "he died on Monday of wounds suffered when gunmen shot him on Friday": one act."""
    if not death.frame.tells_outcome or act.frame.tells_outcome or act.type not in _WOUNDING:
        return False
    if death.reading is not act.reading or act.chunk < death.chunk:
        return False
    if not any(claim.kind is CasualtyKind.KILLED for claim in death.claims):
        return False
    heads = death.reading.clauses.head_words[death.chunk : act.chunk]
    return any(
        heads[at] in _WOUNDS and at > 0 and heads[at - 1] in _OF_WHAT for at in range(len(heads))
    )


def mark_as_some(draft: Draft) -> None:
    """Say of its claims that they count people told before, and of it that it is no act."""
    draft.support = "dependent"
    for claim in draft.claims:
        claim.is_partitive = True


def are_captured_of_them(act: Draft, draft: Draft) -> bool:
    """As in "killed five rebels and captured two others": a bare number of those who fought.

    Fighters whom an attack took are captured in it, and abducted by nobody (codebook 2.1).
    """
    if not draft.claims or act.chunk >= draft.chunk or not _is_capture(draft):
        return False
    rest = [_counts_the_rest(draft.reading, claim) for claim in draft.claims]
    if draft.type is _ARREST:
        return act.frame.does_harm and all(rest)
    if draft.type is not _ABDUCTION or act.type not in AT_CLOSE_QUARTERS:
        return False
    return all(
        _are_taken_in_war(draft, [claim.nominal])
        or (is_rest and _are_fighters([hit.nominal for hit in act.claims]))
        for claim, is_rest in zip(draft.claims, rest, strict=True)
    )


def were_captured_before(draft: Draft, act: Draft) -> bool:
    """As in "90 men were taken prisoner, while nine soldiers were killed": in that fight, too."""
    return (
        draft.type is _ABDUCTION
        and act.type in AT_CLOSE_QUARTERS
        and are_captured_fighters(draft)
        and _are_fighters([hit.nominal for hit in act.claims])
        and draft.reading is act.reading
    )


def are_captured_fighters(draft: Draft) -> bool:
    """As in "twelve soldiers were taken prisoner": behind a fight told before, of that fight."""
    return (
        draft.type is _ABDUCTION
        and bool(draft.claims)
        and _is_capture(draft)
        and _are_taken_in_war(draft, [claim.nominal for claim in draft.claims])
    )


def mark_as_captured(draft: Draft) -> None:
    """Say of an arrest that it is no act, and of its people that they were captured in one."""
    draft.support = "dependent"
    for claim in draft.claims:
        claim.kind = _KIND


def is_capture_of_some(draft: Draft) -> bool:
    """Whether a draft was marked as telling whom an act captured."""
    return draft.support == "dependent" and (
        draft.type is _ARREST
        or (draft.type is _ABDUCTION and any(claim.kind is _KIND for claim in draft.claims))
    )


def _is_capture(draft: Draft) -> bool:
    norms = draft.reading.sentence.norms[draft.first : draft.last + _TO_PRISONER]
    return norms[0] in _CAPTURED or (norms[0] in _TAKING and not _PRISONER.isdisjoint(norms))


def _are_taken_in_war(draft: Draft, people: Sequence[Nominal]) -> bool:
    """Fighters; and whoever of another country "was taken prisoner", as nobody else is."""
    norms = draft.reading.sentence.norms[draft.first : draft.last + _TO_PRISONER]
    if not _IN_WAR.isdisjoint(norms) and norms[0] in _TAKING:
        tags, words = draft.reading.tags, draft.reading.sentence.norms
        people = [it for it in people if tags[it.head] != "E" and words[it.head] not in _IN_WAR]
        return not people or _are_fighters(people)
    return _are_fighters(people)


def _are_fighters(people: Sequence[Nominal]) -> bool:
    return bool(people) and all("armed" in nominal.fillers for nominal in people)


def _is_some(reading: Reading, claim: Claim, whole: int) -> bool:
    """Whether a claim is a number of people told before, smaller than their number."""
    return 0 < (claim.best or 0) < whole and _counts_the_rest(reading, claim)


def _counts_the_rest(reading: Reading, claim: Claim) -> bool:
    """As in "two", "two others": no noun says that these are people of another kind."""
    norms = reading.sentence.norms
    last = claim.last - (norms[claim.last - 1] in _PRISONER)  # "taking five prisoner"
    is_bare = claim.quantity is not None and claim.quantity.last == last
    return is_bare or not _REST.isdisjoint(norms[claim.first : last])

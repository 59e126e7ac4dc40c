"""Which of several numbers for the same people stands: the later, the greater, or each voice's."""

from coder.discourse.recounts import has_died_of_wounds, same_people
from coder.discourse.wholes import adds, rounds
from coder.events.drafts import Claim, Draft, SourceDraft
from coder.events.names import is_person_name
from coder.events.tolls import is_update

_EARLIER = frozenset({"earlier", "initial", "initially", "preliminary", "previous", "previously"})
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
        is_old = _is_of_earlier(claim.source)
        for earlier_draft, earlier in claims[:at]:
            was_old = _is_of_earlier(earlier.source)
            if (
                earlier.kind is not claim.kind
                or (earlier_draft.reading is draft.reading and is_old is was_old)
                or earlier.subset_of is not None
                or (adds(earlier) and is_old is was_old)
                or (id(earlier) in attacking) is not (id(claim) in attacking)
                or not (claim.is_total or same_people(claim, earlier))
            ):
                continue
            if is_old is not was_old:
                (earlier if was_old else claim).is_superseded = True
            elif _competes(claim, earlier):
                continue
            elif claim.is_total or _size(claim) > _size(earlier):
                earlier.is_superseded = True
            else:
                claim.is_superseded = True


def _is_of_earlier(source: SourceDraft | None) -> bool:
    """As in "initial reports said", "police had earlier put": a number that was corrected since."""
    if source is None or _EARLIER.isdisjoint(source.reading.vocabulary):
        return False
    reading = source.reading
    last = source.last
    if source.verb is not None:
        last = max(last, reading.clauses.chunks[source.verb].last + 1)
    return not _EARLIER.isdisjoint(reading.sentence.norms[max(0, source.first - 2) : last])


def _competes(claim: Claim, earlier: Claim) -> bool:
    """Whether two voices give two numbers; a toll that is told to have changed replaces both."""
    if claim.source is not None and earlier.source is None and _is_contested(claim, earlier):
        return True
    if claim.source is None or earlier.source is None or is_person_name(claim.nominal):
        return False  # "said Ana Ruiz, who was hurt": a person is no toll
    if claim.source is earlier.source or claim.source.name == earlier.source.name is not None:
        return False
    if any(told.is_total and is_update(told.reading) for told in (claim, earlier)):
        return False
    return not rounds(claim, earlier)


def _is_contested(claim: Claim, earlier: Claim) -> bool:
    """As in "counted 30 bodies. Police said only 15 people died"."""
    words = claim.reading.sentence.norms[max(0, claim.first - 1) : claim.last]
    return not _ONLY.isdisjoint(words) and (claim.best or 0) < (earlier.best or 0)


def _size(claim: Claim) -> tuple[int, bool]:
    """How many; of two as great, a number says more than "policemen"."""
    return claim.best or claim.low or claim.high or 0, claim.best is not None

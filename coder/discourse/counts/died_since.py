"""Who is dead of those told to be hurt before: "stabbed a clerk. She died on the spot"."""

from coder.events.counts.fate_words import HURT_KINDS
from coder.events.drafts import Claim
from coder.lexicon.closed import ALL_BOTH
from coder.values.labels import CasualtyKind

_VICTIMS = frozenset({"victim", "victims"})
_DEAD = {("killed",), ("slain",)}
_KILLED = CasualtyKind.KILLED


def has_died_since(claim: Claim, earlier: Claim) -> bool:
    """As in "wounded a boy. The boy died on Wednesday": dead, beside those killed at once."""
    return (
        claim.kind is _KILLED
        and earlier.kind in HURT_KINDS
        and claim.best == earlier.best is not None
        and (
            _are_all(claim, earlier)
            or (
                not claim.is_partitive
                and (_are_meant(claim, earlier) or _are_called_so(claim, earlier))
            )
        )
    )


def _are_all(claim: Claim, earlier: Claim) -> bool:
    """As in "stabbed two clerks. Both died": all of those told in the sentence before."""
    distance = claim.reading.sentence.index - earlier.reading.sentence.index
    return distance == 1 and claim.reading.sentence.norms[claim.first] in ALL_BOTH


def _are_called_so(claim: Claim, earlier: Claim) -> bool:
    """As in "the boy", for the one of that noun, and "the victim" for whoever was hit.

    "The two men killed" are those who were told dead.
    """
    return (
        claim.reading is not earlier.reading
        and claim.reading.sentence.norms[claim.last : claim.last + 1] not in _DEAD
        and claim.nominal.is_definite
        and (claim.head_word == earlier.head_word or claim.head_word in _VICTIMS)
    )


def _are_meant(claim: Claim, earlier: Claim) -> bool:
    """As in "he was taken to hospital, where he died": the pronoun stands for those hurt.

    Or both stand for the same people.
    """
    if claim.meant is None:
        return False
    reading, whom = claim.meant
    if reading is earlier.reading and whom.chunk == earlier.nominal.chunk:
        return True
    if earlier.meant is None:
        return False
    return earlier.meant[0] is reading and earlier.meant[1].chunk == whom.chunk

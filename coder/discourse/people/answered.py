"""What forces did to those who attacked: "stabbed two guards and was shot dead by police".

Who answers an attack takes part in it and is not who did it (codebook 2.6), and the attackers who
are hit are others than those they hit.
"""

from coder.discourse.acts import Act
from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal, is_of_state_forces
from coder.events.senses.violence import is_violent
from coder.lexicon.closed import ALL_BOTH
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES

_MANY = 2  # drafts: the attack and its answer


def settle_answers(act: Act) -> None:
    """Make forces that hit nobody but the doers of an act its participants."""
    if len(act.drafts) < _MANY or not is_violent(act.main.type):
        return
    told: list[tuple[Reading, Nominal]] = []  # who attacked, before the answer
    for draft in sorted(act.drafts, key=lambda it: (it.reading.sentence.index, it.first)):
        hit = [filler for filler in draft.fillers if filler.role in HIT_ROLES]
        some = {claim.nominal.chunk for claim in draft.claims if claim.is_partitive}
        if not hit or not all(_is_one_of(draft.meant_by(it), told, some) for it in hit):
            if is_violent(draft.type) and not _is_by_state(draft):
                told += [draft.meant_by(it) for it in draft.by_role("perpetrator")]
            continue
        if _is_by_state(draft):
            for filler in draft.by_role("perpetrator"):
                filler.role, filler.via = "participant", "against"  # the side that was attacked
        if not draft.by_role("perpetrator"):
            _mark_claims(draft, hit)


def _is_by_state(draft: Draft) -> bool:
    acting = draft.by_role("perpetrator")
    return bool(acting) and all(is_of_state_forces(it.nominal) for it in acting)


def _is_one_of(
    whom: tuple[Reading, Nominal], told: list[tuple[Reading, Nominal]], some: set[int]
) -> bool:
    """Whether words mean a party told before, or some of it: in one group, or by its noun again."""
    reading, nominal = whom
    head = reading.sentence.norms[nominal.head]
    first = reading.sentence.norms[nominal.first]
    is_known = nominal.is_definite or nominal.chunk in some or first in ALL_BOTH
    if is_known and head in noun_classes()["attacker"]:
        return True
    return any(
        (reading is other and nominal.chunk == known.chunk)
        or (is_known and other.sentence.norms[known.head] == head)
        for other, known in told
    )


def _mark_claims(draft: Draft, hit: list[Filler]) -> None:
    chunks = {filler.nominal.chunk for filler in hit}
    for claim in draft.claims:
        claim.is_of_doers = claim.is_of_doers or claim.nominal.chunk in chunks

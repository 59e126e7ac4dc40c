"""Sides of a fight: armed people who fell in it, and forces that answered those who attacked.

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
from coder.values.kinds import ARMED_NON_STATE, HIRED_AND_INTERNATIONAL, SOLDIERS_AND_POLICE
from coder.values.labels import EventType, Side

_BETWEEN = frozenset({"between", "among"})  # "clashes between rival gangs": both sides
_FIGHTERS = ARMED_NON_STATE | HIRED_AND_INTERNATIONAL | SOLDIERS_AND_POLICE
_MANY = 2  # drafts: the attack and its answer


def side_of_fallen(act: Act, victim: Filler) -> Side | None:
    """The side of a fight that its dead or hurt fought on; null where they were none.

    The side of those of their kind, else the one that nobody is told of. Who is told to have
    killed them makes them targets, and beside two other parties they were none of the fight.
    """
    nominal = victim.nominal
    is_fight = act.main.type is EventType.ARMED_CLASH and _is_fighter(nominal)
    fillers = [(draft, item) for draft in act.drafts for item in draft.fillers]
    if not is_fight or any(item.role == "perpetrator" for _, item in fillers):
        return None
    parties = [(draft, item) for draft, item in fillers if item.role == "participant"]
    for draft, party in parties:
        if _are_alike(party.nominal, nominal):
            return participant_side(draft, party)
    if not parties:
        return _beside_others([it for _, it in fillers if it.effect is not None], nominal)
    if len(parties) > 1 or parties[0][1].via in _BETWEEN:
        return None
    return Side.A if participant_side(*parties[0]) is Side.B else Side.B


def _beside_others(harmed: list[Filler], nominal: Nominal) -> Side | None:
    """As in "four soldiers and nine rebels died": the first are A; null for one side alone."""
    fallen = [item.nominal for item in harmed if _is_fighter(item.nominal)]
    if all(_are_alike(item, nominal) for item in fallen):
        return None  # "14 militiamen died in clashes"
    return Side.A if _are_alike(fallen[0], nominal) else Side.B


def _is_fighter(nominal: Nominal) -> bool:
    actor = nominal.actor
    is_person = actor is not None and actor.rule_id.startswith("actor-person")
    return actor is not None and not is_person and actor.type in _FIGHTERS


def _are_alike(one: Nominal, other: Nominal) -> bool:
    return one.actor is not None and other.actor is not None and one.actor.type is other.actor.type


def participant_side(draft: Draft, filler: Filler) -> Side:
    """The first party of a clash is A, the party behind "with" or "and" or fought is B."""
    if filler.via in {"with", "against"}:
        return Side.B
    participants = [item for item in draft.fillers if item.role == "participant"]
    if filler.via == "object" and participants[0].via == "subject":
        return Side.B
    if filler.via in {"between", "among", "subject"} and len(participants) > 1:
        same = [item for item in participants if item.via == filler.via]
        if len(same) > 1 and len(same) == len(participants):
            return Side.A if same[0] is filler else Side.B
    return Side.A


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

"""Whether what came of an act was done by others: "troops shelled A. Rebels burnt two tanks"."""

from collections.abc import Iterator

from coder.discourse.acts import Act
from coder.events.drafts import Draft, Filler
from coder.events.roles.nominals import Nominal
from coder.lexicon.closed import ALL_BOTH
from coder.lexicon.words import noun_classes
from coder.rules.model import ACTING_ROLES, HIT_ROLES
from coder.values.kinds import (
    ARMED_NON_STATE,
    AT_CLOSE_QUARTERS,
    REMOTE,
    STATE_FORCES,
)
from coder.values.labels import ActorType, EventType

_EVERY = ALL_BOTH | {"the"}
_NEAR = 5  # sentences
_LATER = frozenset({"afterwards", "later", "subsequently"})


def has_own_doers(act: Act, group: Act) -> bool:
    """Whether a later sentence says that the other side did it, to nobody the act told of.

    "Insurgents attacked a patrol. Troops killed five insurgents" tells of those who attacked. Far
    behind the act, whoever is not taken for known is somebody else.
    """
    if group.main.reading is act.main.reading:
        return False
    return _met_mine(act, group) or _is_by_others(act, group)


def _is_by_others(act: Act, group: Act) -> bool:
    doers = [whom for filler, whom in _fillers(group) if filler.role == "perpetrator"]
    known = [whom for filler, whom in _fillers(act) if filler.role in ACTING_ROLES]
    if not doers or not known:
        return bool(doers) and _hits_other_side(act, group, doers)
    distance = group.main.reading.sentence.index - act.sentence
    if distance > _NEAR and not any(whom.is_definite or _is_named(whom) for whom in doers):
        return True
    sides, others = set(map(_side, doers)), set(map(_side, known))
    if None in sides | others or sides & others:
        return False
    # "Insurgents overran a camp. The air force later bombed the column"
    is_answer = group.main.type in REMOTE and act.main.type not in REMOTE
    hit = [whom for filler, whom in _fillers(group) if filler.role in HIT_ROLES]
    attacked = any(_hits_attackers(draft, known) for draft in group.drafts)
    is_same = attacked or any(whom.is_definite or _is_of(whom, known) for whom in hit)
    return is_answer or not is_same or _is_pursuit(group)


def _hits_other_side(act: Act, group: Act, doers: list[Nominal]) -> bool:
    """As in "14 people were killed by night in A. The army killed 14 rebels": no such dead."""
    new, old = (
        [_side(whom) for filler, whom in _fillers(side) if filler.role in HIT_ROLES]
        for side in (group, act)
    )
    return all(map(_side, doers)) and set(new) == {False} and bool(old) and False not in old


def _is_pursuit(group: Act) -> bool:
    """As in "troops later killed two of the attackers in a wood": some of them, behind the act."""
    return any(
        claim.is_partitive and not _LATER.isdisjoint(draft.reading.vocabulary)
        for draft in group.drafts
        for claim in draft.claims
    )


def told_of_attackers(draft: Draft) -> bool:
    """As in "The assailants clashed with guards": a fight of those who made the act told before."""
    norms = draft.reading.sentence.norms
    return draft.type is EventType.ARMED_CLASH and any(
        filler.nominal.is_definite
        and filler.via == "subject"
        and norms[filler.nominal.head] in noun_classes()["attacker"]
        for filler in draft.by_role("participant")
    )


def _met_mine(act: Act, group: Act) -> bool:
    """As in "troops raided a camp. On the way back their lorry hit a mine": nobody of the raid.

    Of those whom the act hit ("The bus had struck a mine") it tells how it was done.
    """
    mines = [draft for draft in group.drafts if draft.type is EventType.BOMBING]
    if not mines or not all(map(_meets, mines)):
        return False
    if act.main.type not in AT_CLOSE_QUARTERS:
        return False
    known = {draft.head_word(it) for draft in act.witnesses for it in draft.fillers}
    return not any(
        draft.head_word(it) in known or draft.reading.sentence.norms[it.nominal.first] == "the"
        for draft in mines
        for it in draft.fillers
        if it.role in HIT_ROLES
    )


def _meets(draft: Draft) -> bool:
    """As in "struck a mine": no more than what became of those who met it."""
    arms = draft.by_role("instrument")
    return draft.frame.tells_outcome and any(filler.via == "object" for filler in arms)


def _hits_attackers(draft: Draft, known: list[Nominal]) -> bool:
    """As in "commandos killed all seven attackers": so called for the act told before.

    Also "killed all the gunmen", and "All six were killed" of six who did it.
    """
    norms = draft.reading.sentence.norms
    return any(
        filler.role in HIT_ROLES
        and (
            norms[filler.nominal.head] in noun_classes()["attacker"]
            or (norms[filler.nominal.first] in _EVERY and _is_of_doers(draft, filler, known))
        )
        for filler in draft.fillers
    )


def _is_of_doers(draft: Draft, filler: Filler, known: list[Nominal]) -> bool:
    if draft.head_word(filler) in noun_classes()["unknown_doer"]:
        return True
    number = filler.nominal.quantity
    return number is not None and any(
        doer.quantity is not None and doer.quantity.best == number.best for doer in known
    )


def _fillers(act: Act) -> Iterator[tuple[Filler, Nominal]]:
    for draft in act.witnesses:
        for filler in draft.fillers:
            yield filler, filler.antecedent[1] if filler.antecedent else filler.nominal


def _is_named(whom: Nominal) -> bool:
    return whom.actor is not None and whom.actor.actor_id is not None


def _side(whom: Nominal) -> bool | None:
    """Whether somebody is of the state; null where that is not known."""
    if whom.actor is None or whom.actor.type not in STATE_FORCES | ARMED_NON_STATE:
        return None
    return whom.actor.type in STATE_FORCES


def _is_of(whom: Nominal, parties: list[Nominal]) -> bool:
    actor = whom.actor
    return actor is not None and any(
        party.actor is not None and party.actor.type is actor.type for party in parties
    )


def is_by_known(group: Act) -> bool:
    """Whether those who act are taken for known: "the gunman", "he"."""
    acting = [it for draft in group.drafts for role in ACTING_ROLES for it in draft.by_role(role)]
    return bool(acting) and all(
        it.antecedent is not None or it.nominal.is_definite or "pronoun" in it.nominal.fillers
        for it in acting
    )


def is_by_attackers(group: Act) -> bool:
    """As in "The attackers targeted four villages": so called for the act told before."""
    return is_by_known(group) and all(
        _is_attacker(draft, filler)
        for draft in group.drafts
        for filler in draft.by_role("perpetrator")
    )


def _is_attacker(draft: Draft, filler: Filler) -> bool:
    head, actor = draft.head_word(filler), filler.nominal.actor
    is_unknown = actor is not None and actor.type is ActorType.UNIDENTIFIED_ARMED
    classes = noun_classes()
    return is_unknown or head in classes["attacker"] or head in classes["unknown_doer"]

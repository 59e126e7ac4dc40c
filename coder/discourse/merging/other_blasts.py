"""Blasts that are not what killed or hit those told before: "the bombing of the market".

"Rebels shot dead a mayor ... The bishop denounced the bombing of the market", "the murder of the
nuns ... the bombing of the civilian population": the noun tells by other means of others.
"""

from coder.discourse.acts import Act
from coder.events.drafts import fillers_in
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.kinds import REMOTE
from coder.values.labels import CasualtyKind, EventType

_KILLING = EventType.KILLING
_SHOOTING = frozenset({"armed_assault"})


def is_other_blast(act: Act, group: Act) -> bool:
    """Whether a noun tells of a blast that hit others than whom an act without one killed."""
    new = group.main
    if new.type not in REMOTE or new.construction != "nominal" or act.sentence < 0:
        return False
    if new.reading is act.main.reading or not _has_other_means(act):
        return False
    hit = list(fillers_in(group.drafts, HIT_ROLES))
    known = {draft.noun_meant(item) for draft, item in fillers_in(act.witnesses, HIT_ROLES)}
    return bool(hit) and not any(
        "pronoun" in item.nominal.fillers or draft.noun_meant(item) in known for draft, item in hit
    )


def _has_other_means(act: Act) -> bool:
    """Whether all tell of persons killed or shot, and none of a blast."""
    verbs = noun_classes()["killed_by_hand"]
    return any(
        claim.kind is CasualtyKind.KILLED for draft in act.witnesses for claim in draft.claims
    ) and all(
        (
            draft.type is _KILLING
            and not verbs.isdisjoint(draft.reading.sentence.norms[draft.first : draft.last])
        )
        or draft.subtype in _SHOOTING
        for draft in act.witnesses
    )

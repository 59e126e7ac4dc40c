"""Force that comes against a crowd, or between two sides, told before: a part of the same act."""

from coder.discourse.acts import Act
from coder.discourse.merging.own_doers import ACTING_ROLES
from coder.discourse.merging.own_ground import has_own_ground
from coder.events.drafts import fillers_in
from coder.events.roles.nominals import is_of_state_forces
from coder.events.senses.violence import is_outcome
from coder.values.labels import EventType


def settle_interventions(act: Act, group: Act) -> None:
    """Police who come between are participants of the act that others began (codebook 2.6)."""
    if any(
        is_of_state_forces(filler.nominal) for _, filler in fillers_in(act.drafts, ACTING_ROLES)
    ):
        return
    for _, filler in fillers_in(group.drafts, ACTING_ROLES):
        if is_of_state_forces(filler.nominal):
            filler.role = "participant"


def polices(act: Act, group: Act) -> bool:
    """As in "Students blocked the road. Police fired tear gas": at whom was just told."""
    told = [draft for draft in group.asserting if not is_outcome(draft)]
    return (
        act.main.type is EventType.PROTEST
        and any(draft.subtype == "intervention" for draft in told)
        and any(
            filler.role == "perpetrator" or filler.antecedent is not None  # "they were dispersed"
            for draft in told
            for filler in draft.fillers
        )
        and all(
            (draft.subtype == "intervention" or draft.type is EventType.ARREST)
            and not any(
                "crowd" in filler.nominal.fillers and not filler.nominal.is_definite
                for filler in draft.fillers
            )
            for draft in told
        )
        and not has_own_ground(group)
    )


def leave_out_crowd(group: Act) -> None:
    """Drop the crowd that "they" stands for from whom force was used on: it has a row itself."""
    for draft in group.drafts:
        draft.fillers = [
            filler
            for filler in draft.fillers
            if filler.role != "target"
            or filler.antecedent is None
            or "crowd" not in filler.antecedent[1].fillers
        ]

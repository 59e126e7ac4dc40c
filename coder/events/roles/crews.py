"""A craft that acts stands for the forces that use it: "army jets", "drones flown by rebels".

In: the noun group of a craft. Out: the group with the party that uses it.
"""

from collections.abc import Sequence
from dataclasses import replace

from coder.events.drafts import Filler
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal, is_crewed
from coder.events.roles.owners import doer_behind, owners
from coder.mentions.actors.crews import crew_actor
from coder.rules.model import FORCES
from coder.values.labels import ActorType, TargetType
from coder.values.mentions import ActorMention


def crew_of(reading: Reading, nominal: Nominal) -> Nominal | None:
    """A craft or gun read as the forces that use it; null for other groups."""
    if nominal.actor is not None or not is_crewed(reading.sentence.norms[nominal.head]):
        return None
    group = reading.clauses.chunks[nominal.chunk]
    fillers = nominal.fillers | {"armed", "authority"}
    actor = crew_actor(reading.sentence, group.first, group.last, nominal.head, reading.lexicon)
    if actor is not None:
        return replace(nominal, actor=actor, fillers=fillers)
    user = _user(reading, nominal.chunk)
    if user is not None:
        return replace(nominal, last=user.last, actor=_forces_of(user.actor), fillers=fillers)
    found = owners(reading, nominal.chunk, nominal.first)
    if not found or "armed" not in found[0].fillers:  # "the army said its jets had killed"
        return replace(nominal, fillers=fillers) if _is_of_war(reading, nominal) else None
    return replace(nominal, actor=found[0].actor, fillers=fillers)


def is_of_others(filler: Filler, fillers: Sequence[Filler]) -> bool:
    """Whether an aircraft that acts, with no word of whose it is, acts for others who are told."""
    if filler.nominal.actor is not None or "aircraft" not in filler.nominal.fillers:
        return False
    return any(it.role == filler.role and it.nominal.actor is not None for it in fillers)


def _is_of_war(reading: Reading, nominal: Nominal) -> bool:
    """As in "gunboats shelled the port": no other than forces have them ("tanks of petrol" do)."""
    if nominal.target is None or nominal.target.type is not TargetType.MILITARY_POSITION:
        return False
    if "aircraft" in nominal.fillers:
        return False  # have frames of their own
    return reading.sentence.norms[nominal.head + 1 : nominal.head + 2] != ("of",)


def _forces_of(actor: ActorMention | None) -> ActorMention | None:
    """As in "helicopters of the government": its military flies them."""
    is_state = actor is not None and actor.type is ActorType.STATE_OTHER
    return replace(actor, type=ActorType.STATE_MILITARY) if actor and is_state else actor


def _user(reading: Reading, number: int) -> Nominal | None:
    """As in "the jets of the coalition", "drones operated by the militia"."""
    at = reading.of_what(number) or doer_behind(reading, number + 1, "used")
    if at is None:
        return None
    whole = reading.nominal(at)
    user = reading.state(whole) or whole
    return user if user.actor is not None and not FORCES.isdisjoint(user.fillers) else None

"""What the deed says of who did it: "hundreds marched", "two men on a motorcycle shot"."""

from coder.events.reading import Reading
from coder.events.roles.group_names import names_band
from coder.events.roles.nominals import Nominal
from coder.lexicon.words import noun_classes
from coder.values.kinds import ATTACK_OR_KILLING, PLAIN_PEOPLE
from coder.values.labels import ActorType, EventType, Role

CROWDS = {EventType.PROTEST: ActorType.PROTESTERS, EventType.RIOT: ActorType.RIOTERS}
"""What people are called who take part in such acts."""

_ARMED_ACTS = ATTACK_OR_KILLING | {EventType.BOMBING, EventType.ABDUCTION}


def type_by_deed(
    reading: Reading,
    nominal: Nominal,
    of: EventType,
    role: Role,
    told: tuple[ActorType, bool | None],
) -> tuple[ActorType, bool | None]:
    """The type of who acts in an act of a type, and whether it is civilian.

    ``told``: what the words for them say. Plain men who attack are armed, as is a body of unknown
    kind: "the Coast Movement kidnapped two men".
    """
    kind, is_civilian = told
    if kind is ActorType.UNKNOWN and names_band(nominal):
        is_band = role is Role.PERPETRATOR and of in _ARMED_ACTS
        return (ActorType.REBEL_GROUP, False) if is_band else told
    if kind not in PLAIN_PEOPLE or (nominal.actor is not None and nominal.actor.name is not None):
        return told
    is_man = reading.sentence.norms[nominal.head] in noun_classes()["bare_men"]
    behind = reading.clauses.head_words[nominal.chunk + 1 : nominal.chunk + 2]
    is_armed = of in _ARMED_ACTS or behind == ["armed"]  # "men armed with sticks beat him"
    if is_man and role is Role.PERPETRATOR and is_armed:
        return ActorType.UNIDENTIFIED_ARMED, False
    return CROWDS.get(of, kind), is_civilian

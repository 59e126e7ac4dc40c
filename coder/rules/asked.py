"""What a sentence must hold for a frame to be taken in it, read off the roles of the frame."""

from typing import Final, NamedTuple

from coder.rules.model import DAMAGES, FLYING, HARMS, Frame, RoleSpec

#: Among the heads of a role: what is no word, but whoever is held, what carries explosives,
#: "the remains of two men", a large number alone ("some 3,000 fled"), people of any
#: name or trade in numbers ("900 Burundians fled"), those of a name alone, and whoever a word says
#: was displaced ("displaced Lebanese").
CAPTIVE: Final = "captive"
LADEN_VEHICLE: Final = "laden vehicle"
REMAINS_OF_PEOPLE: Final = "people's remains"
MANY: Final = "large number"
PEOPLE_AT_LARGE: Final = "people at large"
PEOPLE_BY_NAME: Final = "people by name"
PERSON_BY_NAME: Final = "person by name"
DISPLACED: Final = "displaced person"

#: Things that pronouns may stand for, and these pronouns.
MEANT_BY_PRONOUNS: Final = frozenset({"aircraft", "facility", "vehicle"})
FOR_THINGS: Final = frozenset({"it", "them"})

_SENSED: Final = frozenset(
    {CAPTIVE, REMAINS_OF_PEOPLE, MANY, PEOPLE_AT_LARGE, PEOPLE_BY_NAME} | {PERSON_BY_NAME}
)
_NOTHING: Final = frozenset[str]()
_ARMS: Final = frozenset({"weapon"})
_ACT: Final = "event"
_TOOL: Final = "instrument"


class Asked(NamedTuple):
    """One of ``words``, or what is of one of ``kinds`` (``weapon``, ``aircraft``, ``event``).

    Both are empty where it may be anything.
    """

    words: frozenset[str]
    kinds: frozenset[str]


def asked_of(frame: Frame) -> Asked:
    """What a role must be filled with that counts: one needed, or one that says who came to harm.

    Acts are asked for besides where an act may be the means.
    """
    told = HARMS | DAMAGES if frame.tells_outcome else HARMS
    roles = [role for role in frame.roles if role.name in frame.needs or role.effect in told]
    kinds = [_kinds_of(role) for role in roles]
    if not frame.needs or _is_filled_otherwise(frame, roles) or None in kinds:
        return Asked(_NOTHING, _NOTHING)
    words = _NOTHING.union(*(role.last_words for role in roles))
    if any(not role.fillers.isdisjoint(MEANT_BY_PRONOUNS) for role in roles):
        words |= FOR_THINGS
    if any(_takes_acts(frame, role) for role in frame.roles):
        kinds.append(frozenset({_ACT}))
    return Asked(words, _NOTHING.union(*filter(None, kinds)))


def _kinds_of(role: RoleSpec) -> frozenset[str] | None:
    """What fills a role besides its listed heads; null where that may be anything."""
    if role.heads:
        is_sensed = not role.heads.isdisjoint(_SENSED)
        return None if is_sensed else _ARMS if LADEN_VEHICLE in role.heads else _NOTHING
    return role.fillers if role.fillers <= _ARMS | FLYING else None


def _is_filled_otherwise(frame: Frame, roles: list[RoleSpec]) -> bool:
    """Whether a role may be filled from beside another: who held ground, whose arms, whose bodies.

    And where the trigger itself may count people.
    """
    is_owner = any(role.name == "perpetrator" and role.fillers != FLYING for role in roles)
    is_one_of_row = any(role.effect == "killed" for role in roles) and any(
        "object" in role.places for role in frame.roles if role not in roles
    )
    return is_owner or is_one_of_row or "losing_party" in frame.needs or "count" in frame.tags


def _takes_acts(frame: Frame, role: RoleSpec) -> bool:
    """Whether an act may be the means: "died in the blast", "was hit by an explosion"."""
    if role.name != _TOOL:
        return False
    is_needed = role.name in frame.needs
    if role.heads:
        return not is_needed or _ACT in role.fillers or frame.strength == "strong"
    return not role.fillers <= _ARMS | FLYING or (is_needed and frame.strength == "strong")

"""People at large: whoever leaves in numbers, whatever they are called.

In: a role that takes them (``PEOPLE_AT_LARGE`` among its heads), a typed noun group. Out: whether
the group is one. A few who run off are as often those who did it, and who is on the way, on a
visit or held somewhere gets away without a home being left.
"""

from coder.events.reading import Reading
from coder.events.roles.names import is_person_name
from coder.events.roles.nominals import Nominal
from coder.lexicon.words import noun_classes
from coder.rules.asked import DISPLACED, PEOPLE_AT_LARGE, PEOPLE_BY_NAME, PERSON_BY_NAME
from coder.rules.model import RoleSpec
from coder.values.labels import ActorType, VictimGroup

_CIVILIANS = ActorType.CIVILIANS
_DISPLACED = VictimGroup.REFUGEES_IDPS
_MANY = 50
_BAND = 10  # of one people: "two Syrians fled" may be anybody
_ARTICLES = frozenset({"the", "these", "those"})


def is_group_asked(reading: Reading, role: RoleSpec, nominal: Nominal) -> bool:
    """Whether a role takes people by what kind of group they are, and these are of that kind."""
    actor = nominal.actor
    if DISPLACED in role.heads and actor is not None and actor.victim_group is _DISPLACED:
        return True  # "displaced Lebanese"
    if PERSON_BY_NAME in role.heads and is_person_name(nominal):
        return True  # "captured Abu Omar"
    if PEOPLE_AT_LARGE in role.heads:
        return _are_at_large(reading, nominal)
    return PEOPLE_BY_NAME in role.heads and (
        reading.tags[nominal.head] == "E"
        and nominal.quantity is not None
        and (nominal.quantity.best or nominal.quantity.low or 0) >= _MANY
        and _are_at_large(reading, nominal)
    )


def _are_at_large(reading: Reading, nominal: Nominal) -> bool:
    """As in "900 Burundians", "Somalis", "some 300 weavers"; no "80 passengers"."""
    norms = reading.sentence.norms
    if norms[nominal.head] in noun_classes()["passing"]:
        return False
    actor, quantity = nominal.actor, nominal.quantity
    is_name = reading.tags[nominal.head] == "E"
    if actor is None:
        if not is_name or "name" not in nominal.fillers or quantity is None:
            return False  # "3,000 Anglophones": a name that no list has
    elif actor.type is not _CIVILIANS or "armed" in nominal.fillers or actor.name is not None:
        return False
    if quantity is None:
        return is_name and actor is not None and actor.is_plural and _is_open(reading, nominal)
    return max(quantity.best or 0, quantity.low or 0) >= (_BAND if is_name else _MANY)


def _is_open(reading: Reading, nominal: Nominal) -> bool:
    """Not "the Iraqis", who may be forces told of before."""
    return reading.sentence.norms[nominal.first] not in _ARTICLES

"""Which noun groups may speak, be spoken to, hold a place, or be one."""

from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.status.attribution import NO_SPEAKERS
from coder.mentions.sources import source_type
from coder.rules.model import FORCES, GROUND
from coder.values.labels import PlaceLevel, SourceType, TargetType
from coder.values.mentions import PlaceMention

_PERSONAL = frozenset({"him", "her", "them", "me", "us", "himself", "themselves"})
_AGENTS = ("ers", "ors", "ists", "ants")  # who does something: supporters, backers, loyalists
_POCKETS = frozenset({"enclave", "enclaves", "pocket", "pockets", "stronghold", "strongholds"})
_THINGS = frozenset({"weapon", "vehicle", "event", "aircraft"})


def fits(reading: Reading, role: str, nominal: Nominal | None) -> bool:  # noqa: PLR0911 - one answer a role
    """Whether a noun group can fill a role; a clause fits where something is said."""
    if nominal is None:
        return role == "topic"
    if role == "topic":
        is_person = reading.sentence.norms[nominal.head] in _PERSONAL
        return not nominal.is_negative and not is_person
    if nominal.is_negative:
        return False
    if role == "speaker":
        return _speaks(reading, nominal)
    if role == "addressee":
        return _is_party(reading, nominal) or "pronoun" in nominal.fillers
    if role == "place":
        return is_place(reading, nominal)
    return _holds(reading, nominal)


def _speaks(reading: Reading, nominal: Nominal) -> bool:
    norms = reading.sentence.norms
    head = norms[nominal.head]
    if "pronoun" in nominal.fillers:
        return head not in NO_SPEAKERS or head == "it"
    if nominal.fillers & _THINGS and nominal.actor is None:
        return False
    if _is_party(reading, nominal) or "facility" in nominal.fillers:
        return True  # "the embassy warned"
    if head.endswith(_AGENTS) and reading.name_inside(nominal.first, nominal.last) is not None:
        return True  # "supporters of the front"
    kind = source_type(None, norms[nominal.first : nominal.last], reading.lexicon)
    return kind not in {SourceType.OTHER, SourceType.UNNAMED}


def _is_party(reading: Reading, nominal: Nominal) -> bool:
    """Somebody: an actor, a person's name, a government called by its seat."""
    if nominal.actor is not None:
        return True
    if nominal.place is not None:
        return reading.state(nominal, acts=True) is not None
    return "name" in nominal.fillers or "number" in nominal.fillers


def _holds(reading: Reading, nominal: Nominal) -> bool:
    """Who can hold a place: forces, authorities, listed groups, a state, what a pronoun means."""
    if "pronoun" in nominal.fillers:
        return reading.sentence.norms[nominal.head] in {"it", "they", "them", "which", "who"}
    actor = nominal.actor
    if actor is not None:
        is_body = actor.actor_id is not None or "organisation" in nominal.fillers
        return bool(nominal.fillers & FORCES) or is_body
    return nominal.place is not None and nominal.place.level is PlaceLevel.COUNTRY


def is_place(reading: Reading, nominal: Nominal) -> bool:
    """A place, a part of one ("parts of the camp"), or places counted ("18 villages")."""
    if nominal.fillers & GROUND and nominal.actor is None:
        return True
    if "facility" in nominal.fillers:
        is_firm = nominal.target is not None and nominal.target.type is TargetType.BUSINESS
        return nominal.actor is None and not is_firm
    if reading.sentence.norms[nominal.head] in _POCKETS:
        return True
    return nominal.actor is None and place_in(reading, nominal.first, nominal.last) is not None


def place_in(reading: Reading, first: int, last: int) -> PlaceMention | None:
    """The first place named in tokens ``first:last``; no demonym."""
    for place in reading.places:
        if not place.is_demonym and first <= place.first and place.last <= last:
            return place
    return None

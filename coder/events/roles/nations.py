"""Which country people are of, where no adjective before their noun says so.

In: a noun group of a sentence. Out: the country that stands in apposition to a name ("Ana Ruiz, a
Spanish nurse") or behind "from" and "of" ("a surgeon from Sweden", "Ana Ruiz, 34, of Spain").
"""

from coder.events.reading import Reading
from coder.events.roles.names import description_beside, is_person_name
from coder.events.roles.nominals import Nominal
from coder.lexicon.entries import Demonym
from coder.lexicon.terms import TermCategory
from coder.values.labels import EventType

#: Acts that take people away from where they are: behind "withdrew soldiers" "from" says where.
_MOVING = frozenset(
    {
        EventType.ABDUCTION,
        EventType.ARREST,
        EventType.DISPLACEMENT,
        EventType.MILITARY_OPERATION,
        EventType.RELEASE,
        EventType.TERRITORIAL_CHANGE,
    }
)
_VERBAL = "VXGIK"


def nation_told(reading: Reading, nominal: Nominal, act: EventType) -> Demonym | None:
    """The country of people that words beside their noun group name; null for none."""
    if "person" not in nominal.fillers and "name" not in nominal.fillers:
        return None
    found = _origin(reading, nominal, act)
    beside = description_beside(reading, nominal) if found is None else None
    if beside is None:
        return found
    actor = beside.actor
    told = actor.nationality if actor is not None else None
    if told is None:
        return _origin(reading, beside, act)
    return _country(reading, told.lower())


def country_of(reading: Reading, nominal: Nominal) -> str | None:
    """The country of a place, or of the state a post or vehicle belongs to."""
    if nominal.place is not None:
        return nominal.place.iso3
    told = nominal.target.nationality if nominal.target is not None else None
    nation = None if told is None else _country(reading, told.lower())
    return None if nation is None else nation.iso3


def _origin(reading: Reading, nominal: Nominal, act: EventType) -> Demonym | None:
    """The country behind "from", or behind the age of somebody named: "Ruiz, 34, of Spain"."""
    clauses = reading.clauses
    if not {"from", "of"} & reading.vocabulary:
        return None
    at = clauses.at_token[nominal.last - 1] + 1
    is_aside = is_person_name(nominal) and clauses.kinds[at : at + 1] == ","
    at += is_aside
    if is_aside and clauses.kinds[at : at + 2] == "N," and _is_age(reading, at):
        at += 2
    if clauses.kinds[at : at + 2] != "PN":
        return None
    preposition = clauses.first_words[at]
    if preposition != "from" and not (is_aside and preposition == "of"):
        return None
    is_object = clauses.kinds[nominal.chunk - 1 : nominal.chunk] in tuple(_VERBAL)
    if is_object and act in _MOVING and not is_aside:
        return None
    group = clauses.chunks[at + 1]
    return _country(reading, " ".join(reading.sentence.norms[group.first : group.last]))


def _is_age(reading: Reading, number: int) -> bool:
    group = reading.clauses.chunks[number]
    return reading.tags[group.first : group.last] == "#"


def _country(reading: Reading, words: str) -> Demonym | None:
    """The entry of a country by its name alone."""
    for term in reading.lexicon.nations.get(words.removeprefix("the ")) or ():
        entry = term.entry
        if term.category is TermCategory.COUNTRY and isinstance(entry, Demonym) and entry.iso3:
            return entry
    return None

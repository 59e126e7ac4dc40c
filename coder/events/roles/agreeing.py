"""Whom a pronoun may stand for: who agrees with it in number and kind."""

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.roles.role_types import PEOPLE
from coder.lexicon.closed import ALL_BOTH
from coder.lexicon.words import noun_classes
from coder.values.labels import ActorType

SEVERAL = frozenset({"they", "them", "themselves", "who", "all", "both", "their"})
BODY = frozenset({"it", "itself"})
_OF_OTHERS = {
    **dict.fromkeys(("he", "him", "himself", "his"), "woman"),
    **dict.fromkeys(("she", "her", "herself"), "man"),
}
"""Whom a pronoun of one person never stands for, as a class of nouns."""
_THEY = "they"


def fits(reading: Reading, nominal: Nominal, norm: str, wanted: frozenset[str]) -> bool:
    """Whether a group of people can be the one that a pronoun stands for."""
    actor = nominal.actor
    if actor is None or nominal.is_negative or not nominal.fillers & wanted:
        return False
    is_body = "organisation" in nominal.fillers and not (
        actor.type is ActorType.GOVERNMENT_OFFICIAL and actor.actor_id is None
    )
    if norm in ALL_BOTH and nominal.quantity is None:
        return False  # "shot three policemen; all died": whoever has a number
    if norm in SEVERAL:
        return actor.is_plural or is_body
    if norm in BODY:  # "monitors came a day after troops attacked it": no plural
        return is_body and not (actor.is_plural and actor.name is None)
    others = noun_classes()[_OF_OTHERS[norm]] if norm in _OF_OTHERS else ()
    is_other = reading.sentence.norms[nominal.head] in others  # no mother is a "he"
    return not (actor.is_plural or is_body or is_other)


def who_speaks_of(draft: Draft) -> Nominal | None:
    """As in "Gunmen demand the withdrawal of troops. They fired on a car": who acts in the verb."""
    if draft.construction != "nominal" or draft.governor is None:
        return None
    reading = draft.reading
    for number in reading.clauses.subject(draft.governor):
        nominal = reading.nominal(number)
        if "armed" in nominal.fillers and fits(reading, nominal, _THEY, PEOPLE):
            return nominal
    return None

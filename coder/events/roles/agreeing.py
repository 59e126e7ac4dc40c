"""Whom a pronoun may stand for: who agrees with it in number and kind."""

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.roles.role_types import PEOPLE
from coder.lexicon.closed import ALL_BOTH, HE_SHE_THEY, TIME_CLAUSES
from coder.lexicon.words import noun_classes
from coder.rules.model import Frame
from coder.values.kinds import ARMED_NON_STATE
from coder.values.labels import ActorType

SEVERAL = frozenset({"they", "them", "themselves", "who", "all", "both", "their"})
BODY = frozenset({"it", "itself"})
_OF_OTHERS = {
    **dict.fromkeys(("he", "him", "himself", "his"), "woman"),
    **dict.fromkeys(("she", "her", "herself"), "man"),
}
"""Whom a pronoun of one person never stands for, as a class of nouns."""
_THEY, _ONE = "they", "latter"
_AT = frozenset({"at", "on", "with", "for"})
_OF_OFFICE = frozenset({"raid", "raid_search", "arrest", "intervention"})


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


def both_told(
    reading: Reading, pronoun: Nominal, wanted: frozenset[str]
) -> tuple[Reading, Nominal] | None:
    """As in "a clerk died and his son was hurt when | they | were shot": told one by one."""
    clauses = reading.clauses
    if clauses.head_words[pronoun.chunk] != _THEY:
        return None
    verbs = (at for at in range(pronoun.chunk) if clauses.kinds[at] in "VX")
    told = {it: reading.nominal(it) for at in verbs for it in clauses.subject(at)}
    ones = [it for it in told.values() if fits(reading, it, _ONE, wanted)]
    return (reading, ones[0]) if len(ones) > 1 else None


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


def who_was_met(reading: Reading, frame: Frame, pronoun: Nominal) -> Nominal | None:
    """As in "police arrested two men after | they | shot a clerk": whom its doers were stopped by.

    Armed men who free or seize somebody act on; an office that uses force, too, unless on others
    who are armed ("troops shot two gunmen when they fired"), and what only it does is its own.
    """
    clauses, norm = reading.clauses, reading.sentence.norms[pronoun.head]
    opener = pronoun.chunk - 1
    if norm not in HE_SHE_THEY or clauses.first_words[opener] not in TIME_CLAUSES:
        return None
    verb = next((at for at in range(opener - 1, -1, -1) if clauses.kinds[at] in "VXGUW:"), -1)
    if verb < 0 or clauses.kinds[verb] not in "VXG" or clauses.chunks[verb].passive:
        return None
    doers = [reading.nominal(number) for number in clauses.subject(verb)]
    if any(doer.actor is not None and doer.actor.type in ARMED_NON_STATE for doer in doers):
        return None
    is_of_office = any("authority" in doer.fillers for doer in doers)
    if is_of_office and frame.subtype in _OF_OFFICE:
        return None
    is_force = clauses.head_words[verb] in noun_classes()["harmed"]
    aimed_at = clauses.kinds[opener - 2 : opener] == "PN" and clauses.first_words[opener - 2] in _AT
    for number in clauses.objects(verb) + [opener - 1] * aimed_at:
        met = reading.nominal(number)
        is_armed = "armed" in met.fillers and "authority" not in met.fillers
        if (is_armed or not is_force) and fits(reading, met, norm, PEOPLE):
            return met
    return None

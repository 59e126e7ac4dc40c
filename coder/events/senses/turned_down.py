"""Why a frame makes no act of what stands around its trigger: the reasons that a trace gives.

First what the trigger means here, then who took whom, then what the filled roles say.
"""

from collections.abc import Sequence

from coder.events.drafts import BRIEF, Draft, Filler
from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.gatherings import is_setting
from coder.events.roles.nominals import is_fighter
from coder.events.roles.of_taken import is_of_nobody_taken
from coder.events.roles.role_types import is_plausible
from coder.events.roles.slots import Slots
from coder.events.roles.whom import is_of_dead_teller, is_of_everybody, takes_nobody
from coder.events.senses.accidents import is_accident
from coder.events.senses.bursts import is_burst
from coder.events.senses.driven import is_before_force, leave_after
from coder.events.senses.foreign_objects import (
    has_foreign_object,
    object_is_foreign,
    takes_otherwise,
)
from coder.events.senses.lifeless import is_lifeless
from coder.events.senses.senses_of_people import (
    is_done_by_others,
    is_of_armed,
    is_struggle,
    is_taken_along,
)
from coder.events.senses.triggers import is_cancelled
from coder.events.support import Support
from coder.grammar.clauses import groups_behind
from coder.lexicon.closed import HIS_HER_THEIR
from coder.lexicon.words import noun_classes
from coder.rules.model import ANYBODY_IN_ARMS, HARMS, Frame
from coder.values.kinds import ARMED_NON_STATE, TAKINGS
from coder.values.labels import EventType, WeaponType

_ACT = "event"
_ARREST, _ABDUCTION = EventType.ARREST, EventType.ABDUCTION
_OF_AUTHORITIES = frozenset({_ARREST, EventType.PROTEST})
_AUTHORITY = frozenset({"authority"})
_ACTIVE = frozenset({"active", "gerund", "infinitive"})
_COUNTING = frozenset({"number", "figure"})
_LOST = frozenset({"dead", "deaths", "deceased", "fatalities", "killed", "victims"})
_FOREIGN = "the object is none of the frame's"
_OTHER_SENSE = "a word in a role slot makes this another sense"
_LAID = "laid"
_IN_HAND = frozenset({WeaponType.FIREARMS, WeaponType.MELEE})
_SEARCH, _CACHE = "raid_search", "cache_seized"
_OF_PARTY, _OF_GROUND = frozenset({"of", "by", "from", "with"}), frozenset({"of", "over"})
_TAKEN_AWAY = TAKINGS | {EventType.DISPLACEMENT}

_FEW = 2
_SHOWING = frozenset({"protest", "demonstrate"})


def other_object(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> str | None:
    """Why the object of a trigger is none of the frame's; null if it may be one."""
    is_foreign = has_foreign_object(reading, hit, frame, slots)
    is_other = _is_from_care(reading, hit, frame) or _is_one_of_arms(reading, hit, frame, slots)
    return _FOREIGN if is_foreign or is_other or _comes_of_itself(frame, slots) else None


def _is_one_of_arms(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """As in "clashed, using guns, knives and explosives": with what, and no bomb that was laid."""
    if _LAID not in frame.tags or not reading.sentence.norms[hit.first].startswith("us"):
        return False
    arms = [reading.nominal(at).weapon for at in slots.object if at < len(reading.clauses.chunks)]
    return any(arm is not None and arm.type in _IN_HAND for arm in arms)


def other_sense(  # noqa: PLR0911 - one reason after another
    reading: Reading, hit: Hit, frame: Frame, slots: Slots, support: Support
) -> str | None:
    """Why what stands around a trigger tells of something else than the frame; null if nothing."""
    if is_cancelled(reading, hit, frame, slots) or is_done_by_others(reading, frame, support.roles):
        return _OTHER_SENSE
    if is_accident(reading, hit, frame, slots) or is_burst(reading, hit, frame, slots):
        return "an accident, not an act"
    if is_setting(reading, hit, frame, support.verb if support.kind == "bare" else None):
        return "who was there, not what they did"
    if is_lifeless(reading, hit, frame, slots):
        return "what acts is a thing"
    if (
        is_of_armed(reading, hit, frame, slots)
        or is_taken_along(reading, frame, slots)
        or _is_kind_of_violence(reading, hit, frame, support)
    ):
        return _OTHER_SENSE
    if is_order(reading, hit, slots) or is_saying(reading, hit, slots):
        return "said or to be done, not done"
    if frame.subtype == _SEARCH and support.kind == "cause":
        return "it did harm: no search"
    if frame.subtype == _SEARCH and _is_hunt(reading, hit, slots):
        return "somebody is looked for, and no home searched"
    return None


def _is_kind_of_violence(reading: Reading, hit: Hit, frame: Frame, support: Support) -> bool:
    """As in "with growing cartel violence making the region unsafe": nothing says it broke out."""
    if frame.type is not EventType.OTHER_VIOLENCE or support.kind != "bare":
        return False
    if hit.form.pos != "noun" or hit.last - hit.first > 1:
        return False
    group = reading.clauses.chunks[hit.chunk]
    return (
        group.first < hit.first == group.head
        and reading.tags[hit.first - 1] == "N"
        and "D" not in reading.tags[group.first : hit.first]
        and reading.sentence.norms[group.head] in noun_classes()["war"]
    )


def taken_by_nobody(
    reading: Reading, frame: Frame, slots: Slots, fillers: Sequence[Filler]
) -> str | None:
    """Why nobody was arrested or taken; null where somebody was, or the frame tells of others."""
    if _is_made_by_others(reading, frame, slots, fillers):
        return "no authority made the arrest"
    if _is_by_kin(reading, frame, slots):
        return "taken along by their own kin"
    if _are_dead(reading, frame, fillers):
        return "the dead are taken"
    return "nobody is taken" if takes_nobody(frame, slots, fillers) else None


def _is_no_taking(
    reading: Reading, frame: Frame, fillers: list[Filler], earlier: Sequence[Draft]
) -> str | None:
    """Why nobody is taken, or nothing found; null where somebody or something is."""
    if is_of_nobody_taken(reading, frame, fillers, earlier):
        return "nobody who was told to be taken"
    if frame.subtype == _CACHE and any(map(_is_of_band, fillers)):
        return "plunder by those who attacked, and no find"
    return None


def _is_of_band(filler: Filler) -> bool:
    """As in "the rebels seized weapons", "they also captured rifles": who takes them."""
    who = filler.nominal if filler.antecedent is None else filler.antecedent[1]
    actor = who.actor if filler.role == "participant" else None
    return actor is not None and actor.type in ARMED_NON_STATE


def _are_dead(reading: Reading, frame: Frame, fillers: Sequence[Filler]) -> bool:
    """As in "took out the remains of 35 people": no one is held, and no one is driven out."""
    if frame.type not in _TAKEN_AWAY:
        return False
    groups = [it.nominal.chunk for it in fillers if it.effect is not None]
    heads = {reading.clauses.head_words[number] for number in groups}
    return bool(heads) and heads <= noun_classes()["remains"]


def other_than_told(  # noqa: PLR0911, PLR0917 - one answer a way, what a frame meets
    reading: Reading,
    hit: Hit,
    frame: Frame,
    slots: Slots,
    fillers: list[Filler],
    causes: Sequence[int],
    earlier: Sequence[Draft],
) -> str | None:
    """Why those in the roles make no act of the frame; null where they make one."""
    if (nothing := _is_no_taking(reading, frame, fillers, earlier)) is not None:
        return nothing
    if frame.subtype == _SEARCH and _combs_ground(reading, hit, fillers):
        return "somebody is looked for, and no home searched"
    if is_of_everybody(reading, frame, slots, fillers) or is_of_dead_teller(reading, fillers):
        return "of everybody and nobody"
    if _counts_crowd(hit, frame, earlier):
        return "it counts those who marched"
    if "brief" in frame.tags and len(reading.sentence.text) > BRIEF:
        return "told so in a brief alone"
    if frame.reciprocal and any(
        "event" in reading.nominal(number).fillers for number in slots.subject
    ):
        return "an act is no party to a fight"
    if frame.reciprocal and is_struggle(reading, hit, fillers):
        return "a struggle with nobody"
    if frame.type is EventType.RIOT and (
        _met_fighters(reading, fillers) or (not frame.reciprocal and _are_few(fillers))
    ):
        return "one or two, or those they met were armed: no crowd"
    lacking = _lacking(reading, hit, frame, fillers, causes)
    if lacking and not leave_after(reading, hit, frame, fillers, earlier, lacking):
        return f"no plausible filler for {' and '.join(sorted(lacking))}"
    is_foreign = (
        takes_otherwise(reading, hit, frame, fillers)
        or object_is_foreign(reading, hit, frame, slots, fillers, causes)
        or (frame.type is EventType.TERRITORIAL_CHANGE and _holds_ground(reading, hit, slots))
    )
    return _FOREIGN if is_foreign else None


def _holds_ground(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "by the bullets of the occupation", "a raid of the occupation on a house": a party.

    "The end of the occupation of Kuwait" tells of the act.
    """
    clauses = reading.clauses
    return (
        hit.form.pos == "noun"
        and clauses.kinds[max(hit.chunk - 1, 0)] == "P"
        and clauses.first_words[hit.chunk - 1] in _OF_PARTY
        and "armed" in reading.nominal(hit.chunk).fillers
        and not any(phrase.preposition in _OF_GROUND for phrase in slots.phrases)
    )


def _counts_crowd(hit: Hit, frame: Frame, earlier: Sequence[Draft]) -> bool:
    """As in "10,000 marched; police put the number at 4,000": nothing tells of dead."""
    if "count" not in frame.tags or hit.form.pos != "verb" or not earlier:
        return False
    told = earlier[-1]
    return (
        told.type is EventType.PROTEST
        and not _COUNTING.isdisjoint(hit.form.words)
        and _LOST.isdisjoint(hit.form.words)
        and not any(item.effect in HARMS for item in told.fillers)
    )


def _are_few(fillers: Sequence[Filler]) -> bool:
    """As in "two students attacked their school"."""
    counts = [
        item.nominal.quantity
        for item in fillers
        if item.role == "perpetrator" and "crowd" in item.nominal.fillers
    ]
    return any(it is not None and it.high is not None and it.high <= _FEW for it in counts)


def _met_fighters(reading: Reading, fillers: Sequence[Filler]) -> bool:
    """As in "they clashed with gunmen": whoever they were, the others were no crowd."""
    sides = [filler.nominal for filler in fillers if filler.role == "participant"]
    named = [nominal for nominal in sides if reading.tags[nominal.head] != "R"]
    return 0 < len(named) < len(sides) and all(map(is_fighter, named))


def _lacking(
    reading: Reading, hit: Hit, frame: Frame, fillers: Sequence[Filler], causes: Sequence[int]
) -> set[str]:
    """The roles a frame requires that nobody and nothing has; an act may be what drove people out.

    As in "left after Sunday's raid", and "left as troops closed in", where a clause tells it.
    """
    if not frame.requires:
        return set()
    lacking = set(frame.requires) - {item.role for item in fillers}
    if not lacking or (means := frame.role("instrument")) is None or _ACT not in means.fillers:
        return lacking
    acts = any(is_plausible(reading, means, reading.nominal(one), "after") for one in causes)
    return (
        lacking - {"instrument"} if acts or is_before_force(reading, frame, hit.chunk) else lacking
    )


def _is_by_kin(reading: Reading, frame: Frame, slots: Slots) -> bool:
    """As in "was pulled into a car by his mother": an everyday verb, and nobody's prisoner."""
    if frame.type is not _ABDUCTION or frame.strength != "weak":
        return False
    clauses = reading.clauses
    return any(
        clauses.first_words[number] in HIS_HER_THEIR
        and clauses.head_words[number] in noun_classes()["kin"]
        for number in slots.agent
    )


def _is_from_care(reading: Reading, hit: Hit, frame: Frame) -> bool:
    """As in "three nurses were taken from a hospital": "from" between the parts of a trigger."""
    if "care" not in frame.tags or not hit.form.gap:
        return False
    behind, last = reading.sentence.norms[hit.first :], hit.form.words[-1]
    return last in behind and "from" in behind[: behind.index(last)]


def _comes_of_itself(frame: Frame, slots: Slots) -> bool:
    """As in "seven coaches derailed": nothing says that somebody did it."""
    is_bare = slots.construction == "participle" and not slots.agent
    return is_bare and "of_itself" in frame.tags


def _is_hunt(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "police are searching for the killer": what they search is not told."""
    if hit.form.pos != "verb" or slots.object:
        return False
    sought = groups_behind(slots.phrases, "for")
    return any(ANYBODY_IN_ARMS & reading.nominal(number).fillers for number in sought)


def _combs_ground(reading: Reading, hit: Hit, fillers: Sequence[Filler]) -> bool:
    """As in "a search operation was launched in the area": what follows on the act told before."""
    return (
        reading.sentence.index > 0
        and reading.sentence.norms[hit.last - 1].startswith("operation")
        and not any(it.role == "victim" or it.nominal.target is not None for it in fillers)
    )


def _is_made_by_others(
    reading: Reading, frame: Frame, slots: Slots, fillers: Sequence[Filler]
) -> bool:
    """As in "gunmen seized 14 women": whoever is armed and no authority makes no arrest.

    And in "gunmen shot dead two protesters": no force of a state kept them down.
    """
    acting = frame.role("perpetrator") if frame.type in _OF_AUTHORITIES else None
    if acting is None:
        return False
    if frame.type is not _ARREST and acting.fillers - _AUTHORITY:
        return False
    if any(filler.role == "perpetrator" for filler in fillers):
        return False
    doers = slots.subject if slots.construction in _ACTIVE else ()
    if frame.type is not _ARREST:
        doers = (*doers, *slots.agent)
    return any("armed" in reading.nominal(number).fillers for number in doers)


def is_order(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "Kill the heat and beat the eggs": a sentence that tells its reader to do something."""
    if slots.subject or slots.construction != "active" or not hit.form.form.startswith("base"):
        return False
    clauses = reading.clauses
    first = clauses.chunks[0]
    if first.kind not in "VX" or first.passive or reading.tags[first.head] != "V":
        return False
    return hit.chunk == 0 or clauses.kinds[hit.chunk - 1] in "C,"


def is_saying(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "the law breaks the treaty, a rights group protested": words behind a statement."""
    if hit.form.lemma not in _SHOWING or slots.construction != "active":
        return False
    if hit.form.pos == "verb" and _has_that_clause(reading, hit.chunk):
        return True
    if hit.form.lemma != "protest" or not slots.subject:
        return False
    kinds = reading.clauses.kinds
    start = min(slots.subject)
    while (phrase := reading.clauses.phrase_start(start)) is not None and phrase > 0:
        start = phrase - 1  # "a group of tenants"
    behind = kinds[hit.chunk :].replace("Pt", "t")
    if kinds[start - 1 : start] not in (",", '"') or "P" in behind:
        return False
    told = kinds[: start - 1]
    return kinds[0] not in "UP" and ("V" in told or "X" in told)


def _has_that_clause(reading: Reading, verb: int) -> bool:
    """As in "protested to the editor that", "demonstrated that": words, or a proof."""
    clauses = reading.clauses
    at = verb + 1
    while clauses.kinds[at : at + 1] in {"A", "t"} or clauses.kinds[at : at + 2] == "PN":
        at += 2 if clauses.kinds[at] == "P" else 1
    if clauses.kinds[at : at + 1] != "U":
        return False
    return clauses.first_words[at] == "that"

"""Whether enough is known around a trigger to take it in the sense of a frame."""

from collections.abc import Sequence

from coder.events.drafts import Draft, Filler
from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal, may_fly
from coder.events.roles.of_taken import OF_TAKEN
from coder.events.roles.one_of_those import may_stand_for_those
from coder.events.roles.slots import Slots
from coder.events.roles.whom import ON_BODY, ONESELF
from coder.events.senses.senses_of_people import is_bodily
from coder.events.support import Support
from coder.grammar.clauses import groups_behind
from coder.lexicon.closed import ME_US
from coder.lexicon.words import noun_classes
from coder.rules.asked import CAPTIVE, Asked
from coder.rules.model import HARMS, HIT_ROLES, Frame
from coder.values.events import CROWD_TYPES
from coder.values.kinds import MILITIAS
from coder.values.labels import EventType

_OF_MANY = CROWD_TYPES | {EventType.DISPLACEMENT}
_HELD = frozenset({"hostage", "hostages", "captive", "captives"})
HAPPENING = frozenset(
    {EventType.ARMED_CLASH, EventType.OTHER_VIOLENCE, EventType.ARMED_ATTACK, EventType.SHELLING}
)
"""What a noun alone may say that took place ("fighting broke out")."""
_IN_FORMS = HAPPENING | {
    *(EventType.ABUSE, EventType.ABDUCTION, EventType.KILLING, EventType.SEXUAL_VIOLENCE),
    *(EventType.ARREST, EventType.PROPERTY_ATTACK),
}
_UNSURE = frozenset({"pronoun", "name", "number"})
_PRONOUN = frozenset({"pronoun"})
_SOMEBODY = ME_US | {"him", "her"}
_SUFFERER = frozenset({"i", "we", "he", "she", "they"})
_ARREST, _RELEASE, _RIOT = EventType.ARREST, EventType.RELEASE, EventType.RIOT
_ABUSE, _OPERATION = EventType.ABUSE, EventType.MILITARY_OPERATION


def suffices(  # noqa: PLR0911 - one answer a construction
    frame: Frame,
    fillers: Sequence[Filler],
    causes: Sequence[int],
    support: Support,
    unsure: frozenset[str],
) -> bool:
    """Whether enough is known to take the trigger in this sense."""
    if frame.type is _ARREST and frame.subtype == "raid_search" and _is_by_militia(fillers):
        return False
    if support.kind in {"cause", "light", "occurrence"} and frame.strength == "strong":
        return True
    if support.kind == "cause" and is_plain(frame):
        return True
    if is_unrest(frame) and support.kind == "cause" and not _asks_for_crowd(frame):
        return True  # "three were hurt during a rally": by a crowd, who else
    is_riot = is_unrest(frame) and frame.type is _RIOT and not _asks_for_crowd(frame)
    if is_riot and support.kind in {"light", "occurrence"}:
        return True  # "riots broke out", "the march ended in riots"
    told = HAPPENING if support.verb is not None else _IN_FORMS
    if support.happens and frame.type in told and is_plain(frame):
        return True  # "fighting broke out", "Violation: torture"
    if frame.strength == "weak":
        names = frame.needs or tuple(role.name for role in frame.roles)
        return any(
            filler.role in names
            and (
                filler.antecedent is not None
                or not (filler.nominal.fillers & unsure or _is_someone_unheard(filler))
                or (_may_be_person(filler) and _is_armed_act(fillers))
            )
            for filler in fillers
        ) or (bool(causes) and _takes_acts(frame))
    if frame.needs:
        return any(filler.role in frame.needs for filler in fillers) or (
            bool(causes) and "instrument" in frame.needs
        )
    return bool(fillers) or frame.bare


def is_begun(reading: Reading, frame: Frame, support: Support, fillers: Sequence[Filler]) -> bool:
    """As in "an offensive against the town began": an operation by nobody named."""
    return (
        support.happens
        and support.verb is not None
        and frame.type is _OPERATION
        and reading.clauses.head_words[support.verb] in noun_classes()["arising"]
        and any(filler.role in HIT_ROLES for filler in fillers)
    )


def lacks_words(reading: Reading, hit: Hit, frame: Frame, asked: Asked) -> bool:
    """Whether a sentence has none of the words and kinds that fill what a frame asks for.

    Half of all trials end here, before anything is asked of the grammar. Of triggers of one word
    only: what a longer one tells of its own sense holds for the shorter ones behind it. Another way
    to be taken are a case that opens a sentence, harm to oneself and a blaze.
    """
    words, kinds = asked
    return (
        bool(words or kinds)
        and words.isdisjoint(reading.vocabulary)
        and not hit.form.words
        and hit.chunk > 0
        and not reading.given
        and (hit.form.pos == "verb" or (hit.form.pos == "noun" and _asks_alone(frame, words)))
        and not any(_may_hold(reading, kind) for kind in kinds)
        and not (frame.type in ON_BODY and _may_harm_alone(reading))
    )


def asks_for_absent(reading: Reading, frame: Frame) -> bool:
    """As in "left Gao on Monday" beside "left six bodies on ...": none of the nouns it asks for."""
    needed = [role for role in frame.roles if role.name in frame.needs]
    return bool(needed) and all(
        role.heads and CAPTIVE not in role.heads and role.last_words.isdisjoint(reading.vocabulary)
        for role in needed
    )


def _may_harm_alone(reading: Reading) -> bool:
    """Whether a sentence names somebody as "himself", or a blaze: nobody else need have done it."""
    words = reading.vocabulary
    return not (ONESELF.isdisjoint(words) and noun_classes()["blaze"].isdisjoint(words))


def _may_hold(reading: Reading, kind: str) -> bool:
    """Whether a weapon, an aircraft or the noun of an act (``event``) can stand in a sentence.

    Or "the first" of those in a sentence before.
    """
    if reading.previous is not None and may_stand_for_those(reading.vocabulary):
        return True
    if kind == "event":
        return bool(reading.event_heads)
    if kind == "aircraft":
        return may_fly(reading.vocabulary)
    weapons = reading.lexicon.weapons
    has_none = weapons.last_words.isdisjoint(reading.vocabulary)
    return not (has_none and weapons.first_words.isdisjoint(reading.vocabulary))


def _asks_alone(frame: Frame, words: frozenset[str]) -> bool:
    """Whether no verb around the noun can make up for what is asked; none asked by its nouns.

    These may stand inside the noun group of the act, where only their kind counts.
    """
    return not (words or frame.strength == "strong" or is_plain(frame) or is_unrest(frame))


def _is_by_militia(fillers: Sequence[Filler]) -> bool:
    """As in "militiamen raided the village": to rob and kill, not to search it by law."""
    doers = [filler.nominal.actor for filler in fillers if filler.role == "perpetrator"]
    return any(actor is not None and actor.type in MILITIAS for actor in doers)


def is_of_day(reading: Reading, number: int) -> bool:
    """As in "had no part in Saturday's bombing": a noun group that opens with its day."""
    tags = reading.tags[reading.clauses.chunks[number].first :]
    return tags[:1] == "t" and tags.lstrip("t")[:1] == "S"


def is_known_by_day(reading: Reading, hit: Hit, frame: Frame) -> bool:
    """As in "survivors of Saturday's ambush": the reader knows that it happened.

    An "attack" may be one of a team; "Monday's attack in Lahore" is none.
    """
    return (
        hit.form.pos == "noun"
        and is_plain(frame)
        and is_of_day(reading, hit.chunk)
        and (frame.strength == "strong" or _is_in_place(reading, hit.chunk))
    )


def _is_in_place(reading: Reading, number: int) -> bool:
    """Whether a place stands at once behind a noun group."""
    is_behind = reading.clauses.kinds[number + 1 : number + 3] == "PN"
    return is_behind and reading.nominal(number + 2).place is not None


def unproven(
    reading: Reading, hit: Hit, frame: Frame, slots: Slots, earlier: Sequence[Draft]
) -> frozenset[str]:
    """The types that do not prove a role of an everyday word."""
    if OF_TAKEN in frame.tags:
        return frozenset()  # who is meant has been found
    if frame.type is _ARREST and slots.construction in {"passive", "participle"}:
        is_of_people = reading.sentence.norms[hit.first] == "arrested"  # a ship is detained
        are_full = all(_is_full_name(reading, at) for at in slots.object)
        named = {"name"} if is_of_people and are_full else set()
        return _UNSURE - {"number"} - named  # "fourteen were detained"
    if frame.type is _RELEASE and (
        not _HELD.isdisjoint(reading.vocabulary)  # "killed one hostage and freed the remaining 11"
        or (
            slots.construction == "passive"  # "eight have since been released"
            and any(draft.type is EventType.ABDUCTION for draft in earlier)
        )
    ):
        return _UNSURE - {"number"}
    if frame.does_harm and is_bodily(reading, slots):
        return frozenset()
    if hit.form.words:
        return _UNSURE - {"name", "number"}
    return _UNSURE - {"number"} if frame.type in _OF_MANY else _UNSURE  # "hundreds rallied"


def _is_full_name(reading: Reading, number: int) -> bool:
    """As in "Jordle Vlas was arrested": a name that no list has, of two words."""
    group = reading.clauses.chunks[number]
    return reading.tags[group.first : group.last] == "EE"


def of_somebody(
    reading: Reading, frame: Frame, slots: Slots, fillers: Sequence[Filler]
) -> frozenset[str]:
    """Pronouns, in "soldiers beat us", "I was beaten by guards", "he was flogged with hoses".

    People, where who acts is armed, or what they are beaten with is told.
    """
    norms = reading.sentence.norms
    somebody = _SUFFERER if slots.construction == "passive" else _SOMEBODY
    is_on_somebody = (
        frame.type in ON_BODY
        and any(norms[filler.nominal.head] in somebody for filler in fillers)
        and (_is_armed_act(fillers) or (frame.type is _ABUSE and _is_with_cudgel(reading, slots)))
    )
    return _PRONOUN if is_on_somebody else frozenset()


def _is_with_cudgel(reading: Reading, slots: Slots) -> bool:
    """As in "with cables", "with a hose": a thing that beats when it is held."""
    held = groups_behind(slots.phrases, "with")
    return reading.clauses.has_head(held, noun_classes()["cudgel"])


def _asks_for_crowd(frame: Frame) -> bool:
    """Whether it is by listed doers that a noun tells unrest: "the storming" by protesters."""
    role = frame.role("perpetrator")
    return role is not None and role.name in frame.needs and bool(role.heads)


def _takes_acts(frame: Frame) -> bool:
    """Whether an act may be the means the frame asks for ("killed in the raid")."""
    role = frame.role("instrument")
    return "instrument" in frame.needs and role is not None and "event" in role.fillers


def is_unrest(frame: Frame) -> bool:
    """Whether the frame tells what a crowd does alone, and no clash of two sides."""
    is_riot = frame.type is _RIOT and not frame.reciprocal
    return is_riot or "unrest" in frame.tags


def _is_armed_act(fillers: Sequence[Filler]) -> bool:
    """As in "Ruiz was shot by gunmen": who acts is armed, or a weapon is told."""
    return any(
        (filler.role == "perpetrator" and "armed" in _meant(filler).fillers)
        or (filler.role == "instrument" and filler.nominal.weapon is not None)
        for filler in fillers
    )


def _may_be_person(filler: Filler) -> bool:
    """As in "rebels shot Ruiz", "rebels shot a mukhtar"; who "took a layover" took nobody."""
    is_harmed = filler.nominal.is_unheard and filler.effect in HARMS
    return is_harmed or "name" in filler.nominal.fillers


def _is_someone_unheard(filler: Filler) -> bool:
    return filler.nominal.is_unheard and (filler.effect in HARMS or filler.effect == "abducted")


def _meant(filler: Filler) -> Nominal:
    return filler.nominal if filler.antecedent is None else filler.antecedent[1]


def is_plain(frame: Frame) -> bool:
    """Whether the noun alone says what was done: no crowd or special means need be told."""
    return frame.type not in CROWD_TYPES and not {"perpetrator", "instrument"} >= set(frame.needs)

"""What is meant as it is said: people of flesh, arms of iron, and somebody counted as harmed."""

from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading
from coder.lexicon.closed import AT_PLACE
from coder.lexicon.words import noun_classes
from coder.values.labels import ActorType, TargetType

_AT_KEYS = frozenset({"attacker", "attackers", "intruder", "intruders", "gang", "gangs"})
_OF_NEST = frozenset(
    {"raiders", "soldiers", "invaders", "workers", "attackers", "guards", "gang", "gangs"}
)
_AT_GOAL = frozenset({"shooter", "shooters"})
_WORKS = frozenset({TargetType.ENERGY, TargetType.MILITARY_POSITION})
_SHOT, _CLUB = "shot", "club"
_NICKNAMES = frozenset({ActorType.UNKNOWN, ActorType.PRIVATE_SECURITY})


def is_real(draft: Draft, *, is_match: bool = False, are_sides: bool = False) -> bool:
    """A force that is no nickname ("the Gunners"), a weapon that acts, people counted as harmed.

    ``is_match``: the sentence speaks of a match, in which "Army attacked" is the name of a side.
    ``are_sides``: the text does, in which "Denmark struck" is one.
    """
    sentence = draft.reading.sentence
    if not noun_classes()["literal"].isdisjoint(sentence.norms[draft.first : draft.last]):
        return True
    is_strong = draft.frame.strength == "strong"
    for filler in draft.fillers:
        if are_sides and _is_country(filler):
            continue
        if _is_force(draft, filler, is_match=is_match) or is_weapon_used(draft, filler):
            return True
        if is_strong and filler.nominal.target is not None and draft.head_word(filler) != _CLUB:
            return True  # "saboteurs blew up a pipeline": a thing that can be touched
    if not (is_match or are_sides) and any(map(_is_craft_or_works, draft.by_role("target"))):
        return True
    if draft.construction == "passive" and (
        (is_fired_on(draft) and not is_match)
        or ((is_strong or is_shot(draft)) and _is_off_field(draft.reading))
    ):
        return True
    return is_strong and any(claim.quantity is not None for claim in draft.claims)


def _is_craft_or_works(filler: Filler) -> bool:
    """As in "Iran attacked a tanker", "the attack on an oil rig": words do not sink it."""
    thing = filler.nominal.target
    return thing is not None and (thing.kind == "vehicle" or thing.type in _WORKS)


def is_fired_on(draft: Draft) -> bool:
    """As in "their car was fired on", "we were shot at": the trigger says what with."""
    return draft.frame.means is not None and draft.last - draft.first > 1


def is_shot(draft: Draft) -> bool:
    """As in "the goalkeeper was shot": a person, and no goal."""
    return draft.reading.sentence.norms[draft.first] == _SHOT and any(
        filler.role == "victim" and "person" in filler.nominal.fillers for filler in draft.fillers
    )


def _is_force(draft: Draft, filler: Filler, *, is_match: bool) -> bool:
    """Whether those who act or suffer are armed, and not so called in jest or by a trade."""
    actor = filler.nominal.actor
    if actor is None or "armed" not in filler.nominal.fillers:
        return False
    sentence, head = draft.reading.sentence, filler.nominal.head
    norm, words = sentence.norms[head], sentence.words
    if norm in _of_no_arms(draft.reading) or (is_match and norm in _AT_GOAL):
        return False
    if norm in noun_classes()["literal"]:
        return True
    around = sentence.norms[filler.nominal.first : head + 1]
    if not noun_classes()["sport"].isdisjoint((around[0], around[-1])):
        return False  # "the captain", "Captain Nel"
    if not (noun_classes()["cyber"] | noun_classes()["wealth"]).isdisjoint(around):
        return False  # "phishing gangs", "bond vigilantes"
    is_plain = (head == 0 and words[-1] == "." and not is_match) or not words[head][:1].isupper()
    is_of_house = actor.type is ActorType.REBEL_GROUP and _is_of_house(draft.reading)
    return actor.actor_id is not None or (
        actor.type not in _NICKNAMES and is_plain and not is_of_house
    )


def _is_country(filler: Filler) -> bool:
    actor = filler.nominal.actor
    return actor is not None and actor.type is ActorType.STATE_OTHER


def _is_off_field(reading: Reading) -> bool:
    """As in "the striker was gunned down outside his home": where no match is played."""
    norms = reading.sentence.norms
    return any(
        norm in AT_PLACE and norms[at + 2 : at + 3] and norms[at + 2] in noun_classes()["dwelling"]
        for at, norm in enumerate(norms)
    )


def _of_no_arms(reading: Reading) -> frozenset[str]:
    """Words for those who attack, where a computer is spoken of: "attackers raid the server".

    Or a hive, a nest: "the raiders seize workers".
    """
    if not noun_classes()["swarming"].isdisjoint(reading.vocabulary):
        return _OF_NEST
    return _AT_KEYS if not noun_classes()["cyber"].isdisjoint(reading.vocabulary) else frozenset()


def _is_of_house(reading: Reading) -> bool:
    """As in "Tory rebels ambushed the government": those who vote against their own party."""
    return not noun_classes()["house"].isdisjoint(reading.vocabulary)


def is_weapon_used(draft: Draft, filler: Filler) -> bool:
    """As in "a car bomb exploded"; a single word that is fired or thrown may be a ball."""
    weapon = filler.nominal.weapon
    if weapon is None or draft.head_word(filler) in noun_classes()["ball"]:
        return False  # "bombarded him with drop shots"
    return (
        weapon.is_suicide
        or filler.via != "object"
        or draft.construction == "participle"
        or (weapon.last - weapon.first > 1 and draft.frame.strength == "strong")
    )

"""What came of an accident, a disaster or an animal: nobody is told to have done it."""

import re
from collections.abc import Sequence
from functools import cache

from coder.discourse.news.domains import sentences_of, tells_of_disaster, tells_of_mishap
from coder.discourse.news.little_told import is_nowhere
from coder.discourse.news.word_counts import count_words
from coder.events.drafts import Draft, Filler
from coder.lexicon.words import noun_classes
from coder.values.kinds import REMOTE, STATE_FORCES
from coder.values.labels import ActorType, EventType

_HEAD = 150  # characters
_PEOPLE = frozenset({"person", "armed", "authority", "crowd"})
_SHOOTERS = STATE_FORCES | {ActorType.UNKNOWN}  # "officers"
_UNEXPLAINED = frozenset({"explosion", "explosions", "blast", "blasts"})
_NAMED = frozenset({"name", "place", "territory"})
_STANDING_IN = frozenset({"it", "one", "they", "both"})
_BURST = frozenset({"exploded", "explodes", "explode", "exploding", "blew", "blows"})
_MAULINGS = frozenset({EventType.ARMED_ATTACK, EventType.KILLING, EventType.OTHER_VIOLENCE})
_POISONED = "poisoned"
_RULED_OUT = "ruled out"
_SAID_SO = ("ruled out", "an accident")
_MIN_ACCIDENT = 2
_BLASTS = frozenset({EventType.BOMBING, EventType.KILLING})
_DISPLACEMENT, _ABDUCTION, _KILLING = EventType.DISPLACEMENT, EventType.ABDUCTION, EventType.KILLING


def opens_with_accident(text: str, drafts: Sequence[Draft]) -> bool:
    """Whether the first words of a text name an accident, a disaster or an illness.

    What rebels do when they storm a base is neither, rain in another sentence killed nobody, and
    an earthquake "in 2010" did not either.
    """
    head = [it for it in sentences_of(text[:_HEAD]) if _year().search(it) is None]
    told = count_words(" ".join(head)).of("accident")
    weather = told & noun_classes()["weather"]
    if weather and not any(weather & draft.reading.vocabulary for draft in drafts):
        told -= weather
    return not told <= {draft.reading.sentence.norms[draft.first] for draft in drafts}


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"\b(?:19|20)\d\d\b")


def is_of_people(drafts: Sequence[Draft]) -> bool:
    """Whether an act has a doer, a day, a place or a number, and no illness or storm did it."""
    causes = noun_classes()["accident"] - noun_classes()["weather"]
    if not all(causes.isdisjoint(draft.reading.vocabulary) for draft in drafts):
        return False
    doers = [filler.nominal for draft in drafts for filler in draft.by_role("perpetrator")]
    if doers:
        return any(not _PEOPLE.isdisjoint(doer.fillers) for doer in doers)
    return not all(map(is_nowhere, drafts))


def of_mishaps(
    undone: set[int], moved: set[int], echoed: set[int], blasts: set[int], text: str
) -> set[int]:
    """What only came of an accident, a disaster or a leak that the text tells of."""
    dropped = set[int]()
    if undone | blasts and _tells_of_accident(text):
        dropped |= undone | (blasts if is_said_to_be_accident(text) else set())
    if moved and (tells_of_disaster(text) or _left_over().search(text) is not None):
        dropped |= moved
    if echoed and tells_of_mishap(text):
        dropped |= echoed
    told = count_words(text)
    if blasts and (_tells_of_leak(text) or told.of("volcanic")):
        dropped |= blasts | undone
    return dropped


def are_by_nobody(drafts: Sequence[Draft]) -> bool:
    """Whether nobody is told to have done it, as where an inquiry says it was an accident."""
    return not any(draft.by_role("perpetrator") for draft in drafts)


def is_said_to_be_accident(text: str) -> bool:
    """Whether an inquiry says so: no deed, or nobody's."""
    return any(phrase in text for phrase in _SAID_SO) and _said_so().search(text) is not None


def of_drill(groups: Sequence[tuple[list[Draft], object]], text: str) -> set[int]:
    """What a force fired in a text of a drill: "hitting targets off the coast"."""
    told = count_words(text)
    if not (told.of("simulated") and told.of("rehearsed")):
        return set()
    return {
        id(group)
        for group in groups
        if all(
            it.type in REMOTE
            and not it.claims
            and (it.is_by(STATE_FORCES) or not it.by_role("perpetrator"))
            for it in group[0]
        )
    }


def of_collision(blasts: set[int], text: str) -> set[int]:
    """What exploded in a text of a collision: "two trains collided; the carriages exploded"."""
    return blasts if blasts and count_words(text).of("head_on") else set()


@cache
def _left_over() -> re.Pattern[str]:
    """Bombs of an old war, for which whole quarters are cleared."""
    return re.compile(r"unexploded|wartime bomb|World War (?:II|Two)|Second World War")


def _tells_of_leak(text: str) -> bool:
    """Whether gas that leaked is named, and not only to say that it was not that.

    Or the fire service tells of a home, and nobody in arms and no word of a bomb stands in it.
    """
    told = count_words(text)
    if _RULED_OUT in text:
        return False
    is_of_home = bool(told.of("fire_service") and told.of("home")) and not told.of("bomb_word")
    return is_of_home or bool(told.of("leak_sure"))


def _tells_of_accident(text: str) -> bool:
    """Whether two words of a text name one: "the crash", "crashed head-on".

    Or two for those in peril at sea and in the mountains: "a ferry", "coastguards".
    """
    told = count_words(text)
    if len(told.of("in_peril")) >= _MIN_ACCIDENT or is_said_to_be_accident(text):
        return True
    words = told.of("accident") | told.of("mishap_verb")
    if words and told.of("crash_scene"):
        return True  # "crashed on landing", "jumped from the wreck"
    return bool(told.of("accident")) and told.share(words) >= _MIN_ACCIDENT


@cache
def _said_so() -> re.Pattern[str]:
    """The words of an inquiry. Each way of saying it has one of ``_SAID_SO``."""
    return re.compile(
        r"(?:[Ss]abotage|[Ff]oul play|[Tt]errorism) (?:has been |had been |was )?ruled out"
        r"|ruled out (?:sabotage|foul play|terrorism)|said it (?:was|had been) an accident"
    )


def is_moved(draft: Draft) -> bool:
    """As in "thousands were evacuated", "the navy took 200 people off the beach"."""
    if draft.type is _DISPLACEMENT:
        return True
    return draft.type is _ABDUCTION and draft.frame.strength == "weak" and draft.is_by(STATE_FORCES)


def is_done_by_nobody(draft: Draft) -> bool:
    """Whether people died and nobody and nothing is told to have killed them.

    Also what only came of an act that is told elsewhere, with no word of who did it.
    """
    if draft.support == "dependent":
        return not (draft.causes or draft.by_role("perpetrator") or draft.by_role("instrument"))
    return (
        draft.type is _KILLING
        and not draft.by_role("perpetrator")
        and (
            draft.subtype == "body_found"
            or all(item.nominal.weapon is None for item in draft.by_role("instrument"))
        )
        and not draft.causes
        and noun_classes()["meant"].isdisjoint(
            draft.reading.sentence.norms[draft.first : draft.last]
        )
    )


def is_spoilt(drafts: Sequence[Draft], text: str) -> bool:
    """Whether poison came with what was spoilt: "a toxin in a batch of carrots", "asbestos"."""
    return all(map(_is_poisoning, drafts)) and bool(count_words(text).of("contaminated"))


def _is_poisoning(draft: Draft) -> bool:
    """As in "two children were poisoned": nobody is told to have given them the poison."""
    norms = draft.reading.sentence.norms
    return (
        draft.type is EventType.OTHER_VIOLENCE
        and norms[draft.first] == _POISONED
        and not draft.by_role("perpetrator")
    )


def are_echoes(drafts: Sequence[Draft]) -> bool:
    """As in "the blast flattened 60 houses": of what exploded another sentence tells."""
    return any(map(_is_echo, drafts)) and not any(
        filler.nominal.weapon is not None or "armed" in filler.nominal.fillers
        for draft in drafts
        for filler in draft.fillers
    )


def are_blasts(drafts: Sequence[Draft]) -> bool:
    """As in "a house exploded", "two were killed in the explosion": no bomb and nobody armed."""
    is_blast = any(map(_is_of_blast, drafts)) and all(
        draft.support == "dependent" or draft.type in _BLASTS or draft.frame.tells_outcome
        for draft in drafts
    )
    return is_blast and not any(
        filler.nominal.weapon is not None
        or "armed" in filler.nominal.fillers
        or (filler.role == "perpetrator" and not _may_burst(draft, filler))
        for draft in drafts
        for filler in draft.fillers
    )


def _may_burst(draft: Draft, filler: Filler) -> bool:
    """As in "it exploded", and "Etna exploded" where a text tells of lava."""
    return draft.head_word(filler) in _STANDING_IN or filler.nominal.fillers <= _NAMED


def _is_of_blast(draft: Draft) -> bool:
    norms, chunks = draft.reading.sentence.norms, draft.reading.clauses.chunks
    if draft.type is EventType.BOMBING:
        return norms[draft.first] in _UNEXPLAINED or norms[draft.first] in _BURST
    return any(norms[chunks[number].head] in _UNEXPLAINED for number in draft.causes)


def _is_echo(draft: Draft) -> bool:
    reading = draft.reading
    norms = reading.sentence.norms
    if draft.type is not EventType.BOMBING:
        return False
    if norms[draft.first] == "exploded":  # "one had exploded and we removed four others"
        heads = {reading.clauses.head_words[number] for number in draft.subjects}
        return bool(heads) and heads <= _STANDING_IN
    return norms[draft.first] in _UNEXPLAINED and refers_back(draft)


def are_of_beast(drafts: Sequence[Draft]) -> bool:
    """As in "hurt three at a kiosk, then police shot her": by no one of whom more is known."""
    return all(map(_is_of_beast, drafts))


def _is_of_beast(draft: Draft) -> bool:
    if draft.subtype == "body_found":
        return True  # "rangers found her body"
    acting = [draft.meant_by(filler)[1] for filler in draft.by_role("perpetrator")]
    if any(nominal.actor is not None for nominal in acting):
        is_shot = all(
            "pronoun" in it.nominal.fillers or draft.head_word(it) in _STANDING_IN
            for it in draft.by_role("victim")
        )
        return is_shot and all(
            nominal.actor is not None and nominal.actor.type in _SHOOTERS for nominal in acting
        )
    norms = draft.reading.sentence.norms[draft.first : draft.last]
    is_mauling = draft.type in _MAULINGS and (
        draft.type is not EventType.ARMED_ATTACK or noun_classes()["literal"].isdisjoint(norms)
    )
    return is_mauling and not any(
        filler.nominal.weapon is not None or "armed" in filler.nominal.fillers
        for filler in draft.fillers
    )


def is_bite(draft: Draft) -> bool:
    """As in "three days after the attack the dog was put down": nobody is told to have done it."""
    return (
        draft.type is EventType.ARMED_ATTACK
        and draft.reading.sentence.norms[draft.first] == "attack"
        and not draft.by_role("perpetrator")
        and not draft.claims
        and not any("armed" in filler.nominal.fillers for filler in draft.fillers)
        and refers_back(draft)
    )


def refers_back(draft: Draft) -> bool:
    """As in "the explosion": a definite noun, which another sentence tells of."""
    if draft.support == "light":
        return False
    reading = draft.reading
    numbers = draft.causes if draft.support == "dependent" else [draft.chunk]
    return any(
        reading.clauses.kinds[number] == "N"
        and reading.clauses.chunks[number].head in reading.event_heads
        and reading.nominal(number).is_definite
        for number in numbers
    )

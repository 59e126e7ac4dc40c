"""Words of force that tell of no violence: matches, markets, debates and software in words of war.

An act is *doubtful* where nothing in its telling is of flesh and iron: no armed party, no weapon
that acts, no word that is always meant ("stabbed"), nobody counted as harmed. A doubtful act is
left out of a text that is dense with the words of sport, business, fiction or technology, and of a
sentence that speaks of a match, a debate or a computer.
"""

from collections.abc import Callable, Sequence
from functools import cache

from coder.discourse.domains import (
    figurative_domain,
    is_of_spaceflight,
    tells_of_beasts,
    tells_of_court,
    tells_of_disaster,
    tells_of_hacking,
    tells_of_mishap,
)
from coder.discourse.literal import is_real
from coder.discourse.little_told import befell_somebody, is_slight
from coder.discourse.quarrels import VERBAL_BLOWS, is_blow, is_quarrel, is_spoken
from coder.discourse.stories import (
    is_in_present,
    is_made_up,
    is_narrated,
    is_told_now,
    tells_stories,
)
from coder.discourse.word_counts import count_words
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.values.events import class_of, is_countable
from coder.values.labels import ActorType, CaseProfile, EventClass, EventType, Recency
from coder.values.text import NormalisedText

_SUFFERED = frozenset({"health", "disaster"})  # domains in which people die by nobody's doing
_FIGURATIVE = frozenset(
    {
        EventType.ARMED_ATTACK,
        EventType.ARMED_CLASH,
        EventType.SHELLING,
        EventType.BOMBING,
        EventType.KILLING,
        EventType.AGREEMENT,
        EventType.MILITARY_OPERATION,
        EventType.TERRITORIAL_CHANGE,
        EventType.PROPERTY_ATTACK,
        EventType.ABDUCTION,
        EventType.RELEASE,
        EventType.AIR_STRIKE,
    }
)
_REMOTE_BLOWS = VERBAL_BLOWS | {EventType.ABDUCTION, EventType.BOMBING, EventType.AIR_STRIKE}
_RESCUERS = frozenset({ActorType.STATE_MILITARY, ActorType.STATE_POLICE, ActorType.STATE_OTHER})
_LAUNCHED = frozenset({EventType.SHELLING, EventType.BOMBING})
_PLAYED = _FIGURATIVE | {EventType.ABUSE, EventType.RIOT, EventType.OTHER_VIOLENCE}
_UNEXPLAINED = frozenset({"explosion", "explosions", "blast", "blasts"})
_STANDING_IN = frozenset({"it", "one", "they", "both"})
_LENGTH = 300  # characters: a note says little of any act
_HEAD = 150  # characters
_MIN_ACCIDENT = 2
_MAX_SCORE = 3  # digits
_COUNTED = frozenset("NnsJG")


Group = tuple[list[Draft], str]
_ABUSE, _DISPLACEMENT, _ABDUCTION = EventType.ABUSE, EventType.DISPLACEMENT, EventType.ABDUCTION
_KILLING = EventType.KILLING
_UPPER = CaseProfile.UPPER


def without_figures(groups: list[Group], sections: Sequence[NormalisedText]) -> list[Group]:
    """Leave out acts that a story tells, and acts of force in the sense of a game or a quarrel."""
    kept = [group for group in groups if not _is_figure(group[0])]
    doubtful = _those(kept, _is_doubtful)
    plots = _those(kept, lambda drafts: any(map(is_in_present, drafts)))
    vague = _those(kept, lambda drafts: all(map(_is_nowhere, drafts)))
    text = " ".join(item.text for item in sections)
    undone = _those(kept, lambda drafts: all(map(_is_done_by_nobody, drafts)))
    launched = _those(kept, lambda drafts: {draft.type for draft in drafts} <= _LAUNCHED)
    beaten = _those(kept, lambda drafts: all(map(_is_defeat, drafts)))
    moved = _those(kept, lambda drafts: all(map(_is_moved, drafts)))
    echoed = _those(kept, _are_echoes)
    bites = _those(kept, lambda drafts: all(map(_is_bite, drafts)))
    bites = bites if bites and tells_of_beasts(text) else set()
    if not (doubtful or plots or vague or undone or launched or moved or beaten or echoed | bites):
        return kept
    domain = figurative_domain(text)
    dropped: set[int] = set()
    is_story = domain == "fiction" or tells_stories(text)
    if plots and (is_story or is_told_now(text) or _tells_plot(groups)):
        dropped |= plots
    if vague and (is_narrated(text) or (is_story and not count_words(text).of("of_report"))):
        dropped |= vague
    if launched and is_of_spaceflight(text):
        dropped |= launched
    idle = undone | doubtful | moved | echoed | bites | dropped
    is_any_left = any(
        id(group) not in idle and any(map(_is_counted_act, group[0])) for group in kept
    )
    is_any_taken = any(map(_is_taking, (draft for group in kept for draft in group[0])))
    if not (is_any_left or is_any_taken) and (domain in _SUFFERED or _opens_with_accident(text)):
        return []  # "H5N1 has killed two": only where no act of violence is told
    if not is_any_left:
        dropped |= _of_mishaps(undone, moved, echoed, text) | bites
    if domain is not None and domain not in _SUFFERED:
        dropped |= _meant_otherwise(kept, doubtful)
    dropped |= _of_other_trade(kept, doubtful, text)
    if domain == "sport":
        dropped |= beaten | _meant_otherwise(kept, _those(kept, _is_of_sides))
    dropped |= _of_little_told(kept, doubtful, text)
    return [group for group in kept if id(group) not in dropped]


def _tells_plot(groups: Sequence[Group]) -> bool:
    """Whether the words of one act say that a story tells it: "is poisoned in the second act"."""
    return any(is_made_up(draft) for drafts, _ in groups for draft in drafts)


def _of_mishaps(undone: set[int], moved: set[int], echoed: set[int], text: str) -> set[int]:
    """What only came of an accident, a disaster or a leak that the text tells of."""
    dropped = set[int]()
    if undone and _tells_of_accident(text):
        dropped |= undone
    if moved and tells_of_disaster(text):
        dropped |= moved
    if echoed and tells_of_mishap(text):
        dropped |= echoed
    return dropped


def _of_other_trade(kept: Sequence[Group], doubtful: set[int], text: str) -> set[int]:
    """The blows of hackers in a text about them, and of those who argue in a text about a court."""
    dropped = set[int]()
    if tells_of_hacking(text):
        dropped |= _those(kept, lambda drafts: all(map(_may_be_remote, drafts)))
    if doubtful and tells_of_court(text):
        dropped |= doubtful & _those(kept, lambda drafts: all(map(is_blow, drafts)))
    return dropped


def _those(groups: Sequence[Group], test: Callable[[list[Draft]], bool]) -> set[int]:
    """The identities of the groups whose drafts pass a test."""
    return {id(group) for group in groups if test(group[0])}


def _meant_otherwise(kept: Sequence[Group], doubtful: set[int]) -> set[int]:
    """The doubtful acts of a text about a game, a market or the like, unless they befell somebody.

    "Nobody was hurt in the explosion": where another act is real, so is what refers back to it.
    """
    is_all = len(doubtful) == len(kept)
    return {
        id(group)
        for group in kept
        if id(group) in doubtful
        and (is_all or not all(map(_refers_back, group[0])))
        and not any(map(befell_somebody, group[0]))
    }


def _of_little_told(kept: Sequence[Group], doubtful: set[int], text: str) -> set[int]:
    """The acts of which too little is told, in a text of some length without any other violence."""
    if len(text) < _LENGTH:
        return set()
    slight = {
        id(group)
        for group in kept
        if (id(group) in doubtful or all(draft.support == "dependent" for draft in group[0]))
        and is_slight(group[0])
    }
    others = [group for group in kept if id(group) not in slight]
    if any(_is_violent(draft) for group in others for draft in group[0]):
        return set()
    return slight


def _is_violent(draft: Draft) -> bool:
    return class_of(draft.type) is EventClass.VIOLENCE


def _is_counted_act(draft: Draft) -> bool:
    """Whether a draft tells a countable act of violence, and not only what came of one."""
    return (
        _is_violent(draft)
        and draft.support != "dependent"
        and is_countable(draft.modality, draft.recency, draft.scope)
    )


def _is_taking(draft: Draft) -> bool:
    """As in "were freed a week after they were kidnapped": who is free again was in no accident."""
    return draft.type is _ABDUCTION and draft.recency is Recency.BACKGROUND


def _opens_with_accident(text: str) -> bool:
    """Whether the first words of a text name an accident, a disaster or an illness."""
    return bool(count_words(text[:_HEAD]).of("accident"))


def _tells_of_accident(text: str) -> bool:
    """Whether two words of a text name one: "the crash", "crashed head-on"."""
    told = count_words(text)
    words = told.of("accident") | told.of("mishap_verb")
    return bool(told.of("accident")) and told.share(words) >= _MIN_ACCIDENT


def _is_of_sides(drafts: list[Draft]) -> bool:
    """As in "Denmark struck after 57 seconds": in a text about a match a country is a side."""
    return all(draft.type in _FIGURATIVE for draft in drafts) and not any(
        is_real(draft, are_sides=True) for draft in drafts
    )


def _is_defeat(draft: Draft) -> bool:
    """As in "Popov beat his compatriot": nothing was used to beat him with, and nobody was hurt."""
    return draft.type is _ABUSE and not any(
        filler.nominal.weapon is not None for filler in draft.fillers
    )


def _is_moved(draft: Draft) -> bool:
    """As in "thousands were evacuated", "the navy took 200 people off the beach"."""
    if draft.type is _DISPLACEMENT:
        return True
    return (
        draft.type is _ABDUCTION
        and draft.frame.strength == "weak"
        and any(
            filler.nominal.actor is not None and filler.nominal.actor.type in _RESCUERS
            for filler in draft.by_role("perpetrator")
        )
    )


def _is_nowhere(draft: Draft) -> bool:
    """Whether neither day, place nor number of people makes it an act that a report would tell."""
    return not (
        draft.times or draft.places or any(claim.quantity is not None for claim in draft.claims)
    )


def _is_done_by_nobody(draft: Draft) -> bool:
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


def _are_echoes(drafts: Sequence[Draft]) -> bool:
    """As in "the blast flattened 60 houses": of what exploded another sentence tells."""
    return any(map(_is_echo, drafts)) and not any(
        filler.nominal.weapon is not None or "armed" in filler.nominal.fillers
        for draft in drafts
        for filler in draft.fillers
    )


def _is_echo(draft: Draft) -> bool:
    reading = draft.reading
    norms = reading.sentence.norms
    if draft.type is not EventType.BOMBING:
        return False
    if norms[draft.first] == "exploded":  # "one had exploded and we removed four others"
        heads = {norms[reading.clauses.chunks[number].head] for number in draft.subjects}
        return bool(heads) and heads <= _STANDING_IN
    return norms[draft.first] in _UNEXPLAINED and _refers_back(draft)


def _is_bite(draft: Draft) -> bool:
    """As in "three days after the attack the dog was put down": nobody is told to have done it."""
    return (
        draft.type is EventType.ARMED_ATTACK
        and draft.reading.sentence.norms[draft.first] == "attack"
        and not draft.by_role("perpetrator")
        and not draft.claims
        and not any("armed" in filler.nominal.fillers for filler in draft.fillers)
        and _refers_back(draft)
    )


def _refers_back(draft: Draft) -> bool:
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


def _is_figure(drafts: Sequence[Draft]) -> bool:
    """Whether the sentence itself says that no act of violence is meant."""
    if any(is_made_up(draft) for draft in drafts) or is_quarrel(drafts):
        return True
    reading = drafts[0].reading
    if _telling_words().isdisjoint(reading.vocabulary) and not _has_score(reading):
        return False
    if all(draft.type in _PLAYED for draft in drafts) and _is_of_match(reading):
        return not any(is_real(draft, is_match=True) for draft in drafts)
    kinds = {draft.type for draft in drafts}
    if kinds & _LAUNCHED and kinds <= _LAUNCHED | {EventType.KILLING} and _is_of_space(reading):
        return True
    if any(is_real(draft) for draft in drafts):
        return False
    return all(is_spoken(draft) or _is_of_computers(draft) for draft in drafts)


@cache
def _telling_words() -> frozenset[str]:
    """Without one of these words a sentence without a score is read as it stands."""
    classes = noun_classes()
    names = (
        *("sport_sure", "scored", "rostrum", "grievance", "cyber", "space"),
        *("speaker", "house", "on_air"),
    )
    return frozenset[str]().union(*(classes[name] for name in names))


def _is_of_match(reading: Reading) -> bool:
    classes = noun_classes()
    if not classes["sport_sure"].isdisjoint(reading.vocabulary) or _has_score(reading):
        return True
    units = classes["scored"]
    if units.isdisjoint(reading.vocabulary):
        return False
    norms = reading.sentence.norms  # "two goals", "ran in six tries"
    return any(norm in units and reading.tags[at - 1] == "#" for at, norm in enumerate(norms) if at)


def _has_score(reading: Reading) -> bool:
    """As in "beat them 3-1": two small numbers joined by a hyphen, which count nobody."""
    norms = reading.sentence.norms
    return reading.sentence.case is not _UPPER and any(
        "-" in norm
        and reading.tags[at] != "t"
        and _is_score(norm)
        and (
            reading.tags[at + 1 : at + 2] not in _COUNTED
            or norms[at + 1] in noun_classes()["sport"]
        )
        for at, norm in enumerate(norms)
    )


def _is_score(norm: str) -> bool:
    one, _, other = norm.partition("-")
    return (
        one.isdecimal() and other.isdecimal() and max(len(one), len(other)) <= _MAX_SCORE
    ) and norm not in {"9-11", "24-7"}


def _is_of_computers(draft: Draft) -> bool:
    """As in "hackers attacked the website": what is attacked is no body and no building."""
    is_of_them = not draft.claims and (draft.type in _REMOTE_BLOWS or draft.subtype == "looting")
    return is_of_them and not noun_classes()["cyber"].isdisjoint(draft.reading.vocabulary)


def _may_be_remote(draft: Draft) -> bool:
    """Whether nobody was harmed and nobody armed acted, as where hackers attack a hospital."""
    return (
        draft.type in _REMOTE_BLOWS
        and not draft.claims
        and not any("armed" in filler.nominal.fillers for filler in draft.fillers)
    )


def _is_of_space(reading: Reading) -> bool:
    """As in "fired its heaviest rocket and put a probe into orbit"."""
    return not noun_classes()["space"].isdisjoint(reading.vocabulary)


def _is_doubtful(drafts: Sequence[Draft]) -> bool:
    """Whether nothing in the telling is of flesh and iron."""
    return all(draft.type in _FIGURATIVE for draft in drafts) and not any(
        is_real(draft) for draft in drafts
    )

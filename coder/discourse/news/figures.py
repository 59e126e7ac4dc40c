"""Words of force that tell of no violence: matches, markets, debates and software in words of war.

An act is *doubtful* where nothing in its telling is of flesh and iron: no armed party, no weapon
that acts, no word that is always meant ("stabbed"), nobody counted as harmed. A doubtful act is
left out of a text that is dense with the words of sport, business, fiction or technology, and of a
sentence that speaks of a match, a debate or a computer.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from coder.discourse.news.bloodless import is_bloodless
from coder.discourse.news.domains import (
    domain_of_acts,
    is_of_daily_life,
    is_of_politics,
    is_of_spaceflight,
    names_daily_life,
    names_own_kind,
    tells_of_beasts,
    tells_of_court,
    tells_of_fireworks,
    tells_of_hacking,
    tells_of_mauling,
)
from coder.discourse.news.literal import is_real
from coder.discourse.news.little_told import (
    befell_somebody,
    is_bare,
    is_nowhere,
    is_slight,
    is_somewhere,
)
from coder.discourse.news.mishaps import (
    are_blasts,
    are_by_nobody,
    are_echoes,
    are_of_beast,
    is_bite,
    is_done_by_nobody,
    is_moved,
    is_of_people,
    is_said_to_be_accident,
    is_spoilt,
    of_collision,
    of_drill,
    of_mishaps,
    opens_with_accident,
    refers_back,
)
from coder.discourse.news.play import (
    PARTS_OF_MATCH,
    has_score,
    is_defeat,
    is_of_match,
    is_play,
    is_scored,
)
from coder.discourse.news.plots import (
    is_by_nobody,
    is_narrated,
    is_told_now,
    names_story,
    tells_stories,
)
from coder.discourse.news.quarrels import VERBAL_BLOWS, is_blow, is_quarrel, is_spoken
from coder.discourse.news.stories import (
    is_in_present,
    is_made_up,
)
from coder.discourse.news.timeless import FIGURATIVE, Group, without_plays
from coder.discourse.news.unmeant import is_bare_accord
from coder.discourse.news.word_counts import count_words
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.senses.violence import is_counted_act, is_violent
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.labels import EventType, Recency
from coder.values.text import NormalisedText

_SUFFERED = frozenset({"health", "disaster"})  # domains in which people die by nobody's doing
_REMOTE_BLOWS = VERBAL_BLOWS | {EventType.ABDUCTION, EventType.BOMBING, EventType.AIR_STRIKE}
_LAUNCHED = frozenset({EventType.SHELLING, EventType.BOMBING})
_PLAYED = FIGURATIVE | {EventType.ABUSE, EventType.RIOT, EventType.OTHER_VIOLENCE}
_CROWDED = frozenset({"mob_violence", "arson", "vandalism"})
_LENGTH, _SHORT = 300, 180  # characters: a note says little of any act
_OF_SENSES = sign(
    *("sport_sure", "scored", "rostrum", "grievance", "cyber", "space"),
    *("speaker", "house", "on_air"),
    PARTS_OF_MATCH,
)
"""Without one of these words a sentence without a score is read as it stands."""


_ABDUCTION = EventType.ABDUCTION
_OTHER, _PROTEST = EventType.OTHER_VIOLENCE, EventType.PROTEST


def without_figures(groups: list[Group], sections: Sequence[NormalisedText]) -> list[Group]:
    """Leave out acts that a story tells, and acts of force in the sense of a game or a quarrel."""
    text = " ".join(item.text for item in sections)
    stories = _those(groups, lambda drafts: any(map(is_made_up, drafts)))
    kept = [it for it in groups if id(it) not in stories and not _is_figure(it[0])]
    kept = _without_accords(kept, text)
    left = without_plays(kept, text) if kept else kept
    if left is not None:
        return left
    doubtful = _those(kept, _is_doubtful)
    plots = _those(kept, lambda drafts: any(map(is_in_present, drafts)))
    vague = _those(kept, lambda drafts: all(map(is_nowhere, drafts)))
    undone = _those(kept, lambda drafts: all(map(is_done_by_nobody, drafts)))
    launched = _those(kept, lambda drafts: {draft.type for draft in drafts} <= _LAUNCHED)
    beaten = _those(kept, lambda drafts: all(map(is_defeat, drafts)))
    won = _those(kept, lambda drafts: all(map(_is_win, drafts))) if beaten else set[int]()
    moved = _those(kept, lambda drafts: all(map(is_moved, drafts)))
    echoed = _those(kept, are_echoes)
    blasts = _those(kept, are_blasts)
    bites = _by_no_person(kept, text)
    by_thing = moved | echoed | blasts | bites
    if not (doubtful or plots or vague or undone or launched or beaten or by_thing):
        return kept
    drafts = [draft for group in kept for draft in group[0]]
    told = [draft.reading.vocabulary for draft in drafts]
    domain = domain_of_acts(text, told)
    dropped = won | _of_stories(kept, plots, vague, text, domain, stories)
    if launched and is_of_spaceflight(text):
        dropped |= launched
    if launched and tells_of_fireworks(text):
        lit = launched & _those(kept, _is_lit)
        dropped |= lit | (_those(kept, _is_burnt) if lit else set())
    idle = undone | doubtful | by_thing | dropped
    is_any_left = any(
        id(group) not in idle and any(map(is_counted_act, group[0])) for group in kept
    )
    is_any_taken = any(map(_is_taking, drafts))
    if not (is_any_left or is_any_taken) and (
        domain in _SUFFERED or opens_with_accident(text, drafts)
    ):
        unexplained = undone | by_thing
        dropped |= {  # "H5N1 has killed two": only where no act of violence is told
            id(group) for group in kept if id(group) in unexplained or not is_of_people(group[0])
        }
    dropped |= of_collision(blasts, text) | of_drill(kept, text)
    if not is_any_left:
        dropped |= of_mishaps(undone, moved, echoed, blasts, text) | bites
    is_daily = doubtful and not is_any_left and is_of_daily_life(text, told)
    if is_daily or (domain is not None and domain not in _SUFFERED):
        dropped |= _meant_otherwise(kept, doubtful)
    if doubtful and not is_any_left and is_of_politics(text, told):
        dropped |= doubtful & _those(kept, lambda drafts: not any(map(is_somewhere, drafts)))
    dropped |= _of_other_trade(kept, doubtful, text)
    if domain == "sport":
        dropped |= beaten | _meant_otherwise(kept, _those(kept, _is_of_sides))
        dropped |= _those(kept, _is_of_player)
    dropped |= _of_little_told(kept, doubtful, text)
    return [group for group in kept if id(group) not in dropped]


def _by_no_person(kept: Sequence[Group], text: str) -> set[int]:
    """What a beast, spoilt food or an accident did, by the acts and by the text."""
    bites = _those(kept, lambda drafts: all(map(is_bite, drafts)))
    found = bites if bites and tells_of_beasts(text) else set[int]()
    found |= _those(kept, lambda drafts: is_spoilt(drafts, text))
    found |= _those(kept, are_by_nobody) if is_said_to_be_accident(text) else set()
    mauled = _those(kept, are_of_beast)
    return found | mauled if mauled and tells_of_mauling(text) else found


def _without_accords(groups: list[Group], text: str) -> list[Group]:
    """Leave out accords of which no word tells of peace, in a text without a word of war."""
    accords = _those(groups, lambda drafts: all(map(is_bare_accord, drafts)))
    if not accords or count_words(text).of("of_war"):
        return groups
    return [group for group in groups if id(group) not in accords]


def _of_stories(  # noqa: PLR0917 - what speaks for a story
    kept: Sequence[Group],
    plots: set[int],
    vague: set[int],
    text: str,
    domain: str | None,
    stories: set[int],
) -> set[int]:
    """What a story tells: acts in the present, and acts without day, place and number.

    ``stories``: acts of which their own words say so ("is poisoned in the second act").
    """
    dropped = set[int]()
    if not (plots or vague):
        return dropped
    is_story = domain == "fiction" or tells_stories(text)
    is_paper = names_own_kind(text)  # "Statement of witness 4": who tells of "him" saw it
    is_plot = is_story or is_told_now(text) or bool(stories) or names_story(text)
    if is_plot and not is_paper:
        dropped |= plots
    bare = vague & _those(kept, lambda drafts: any(map(_is_plainly_now, drafts)))
    if bare and is_by_nobody(text) and not is_paper:
        dropped |= bare  # "she hears of it and stabs him"
    is_told_so = is_story and not count_words(text).of("of_report")
    if (is_narrated(text) and not is_paper) or is_told_so:
        dropped |= vague
    return dropped


def _is_plainly_now(draft: Draft) -> bool:
    """As in "she stabs him", "the bomb explodes".

    No "gunman opens fire" and no "they are shooting": a witness tells so.
    """
    group = draft.reading.clauses.chunks[draft.chunk]
    if draft.support != "verb" or group.aux or group.passive or not is_in_present(draft):
        return False
    if draft.reading.tags[group.head] != "Z":
        return False  # "they beat the driver" may be past
    doers = draft.by_role("perpetrator")
    return not any("armed" in filler.nominal.fillers for filler in doers)


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

    "Nobody was hurt in the explosion": where another act is real, so is what refers back to it, and
    what came of it: "Gunmen attacked a bus. Three drivers died".
    """
    is_all = len(doubtful) == len(kept)
    came_of_real = _outcomes_of_real(kept, doubtful)
    return {
        id(group)
        for group in kept
        if id(group) in doubtful - came_of_real
        and (is_all or not all(map(refers_back, group[0])))
        and not any(map(befell_somebody, group[0]))
    }


def _outcomes_of_real(kept: Sequence[Group], doubtful: set[int]) -> set[int]:
    """The groups that only tell who came to harm, right behind an act of violence that is real."""
    found = set[int]()
    for before, group in pairwise(kept):
        old, new = before[0][-1], group[0]
        is_real_one = id(before) in found or (
            id(before) not in doubtful and is_violent(old.type) and is_counted_act(old)
        )
        is_next = new[0].reading.sentence.index - old.reading.sentence.index == 1
        if is_real_one and is_next and all(draft.support == "dependent" for draft in new):
            found.add(id(group))
    return found


def _of_little_told(kept: Sequence[Group], doubtful: set[int], text: str) -> set[int]:
    """The acts of which too little is told, in a text of some length without any other violence."""
    if len(text) < _SHORT:
        return set()
    is_brief = len(text) < _LENGTH and not names_daily_life(text)
    slight = {
        id(group)
        for group in kept
        if (not is_brief or (id(group) in doubtful and is_bare(group[0])))
        and (id(group) in doubtful or all(draft.support == "dependent" for draft in group[0]))
        and is_slight(group[0])
    }
    others = [group for group in kept if id(group) not in slight]
    if any(is_violent(draft.type) for group in others for draft in group[0]):
        return set()
    return slight


def _is_taking(draft: Draft) -> bool:
    """As in "were freed a week after they were kidnapped": who is free again was in no accident."""
    return draft.type is _ABDUCTION and draft.recency is Recency.BACKGROUND


def _is_of_sides(drafts: list[Draft]) -> bool:
    """As in "Denmark struck after 57 seconds": in a text about a match a country is a side."""
    return all(draft.type in FIGURATIVE for draft in drafts) and not any(
        is_real(draft, are_sides=True) for draft in drafts
    )


def _is_win(draft: Draft) -> bool:
    """As in "Ana beats Rosa": who beats somebody in the present, on no day, has won."""
    return (
        draft.reading.sentence.norms[draft.first] == "beats"
        and is_defeat(draft)
        and is_nowhere(draft)
        and is_in_present(draft)
        and not any("armed" in filler.nominal.fillers for filler in draft.fillers)
    )


def _is_figure(drafts: Sequence[Draft]) -> bool:
    """Whether the sentence itself says that no act of violence is meant, and no story is told."""
    reading = drafts[0].reading
    if is_play(drafts) or is_quarrel(drafts) or is_bloodless(drafts):
        return True
    if not reading.signs & _OF_SENSES and not has_score(reading):
        return False
    if all(draft.type in _PLAYED for draft in drafts) and is_of_match(reading):
        return any(map(is_scored, drafts)) or not any(
            is_real(draft, is_match=True) for draft in drafts
        )
    kinds = {draft.type for draft in drafts}
    if kinds & _LAUNCHED and kinds <= _LAUNCHED | {EventType.KILLING} and _is_of_space(reading):
        return True
    if any(is_real(draft) for draft in drafts):
        return False
    return all(is_spoken(draft) or _is_of_computers(draft) for draft in drafts)


def _is_of_computers(draft: Draft) -> bool:
    """As in "hackers attacked the website": what is attacked is no body and no building."""
    is_of_them = not draft.claims and (draft.type in _REMOTE_BLOWS or draft.subtype == "looting")
    cyber = noun_classes()["cyber"]
    return is_of_them and not cyber.isdisjoint(draft.reading.vocabulary) and not _is_on_site(draft)


def _is_on_site(draft: Draft) -> bool:
    """As in "protesters set fire to the offices of a software firm": who is at no keyboard."""
    doers = draft.by_role("perpetrator")
    is_at_keys = any(draft.head_word(it) in noun_classes()["cyber"] for it in doers)
    is_thing = any("facility" in it.nominal.fillers for it in draft.fillers if it not in doers)
    return bool(doers) and is_thing and not is_at_keys and draft.subtype in _CROWDED


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
    return all(draft.type in FIGURATIVE or _is_in_tow(draft) for draft in drafts) and not any(
        is_real(draft) for draft in drafts
    )


def _is_in_tow(draft: Draft) -> bool:
    """As in "left three players in hospital", "were killed by the rally": as real as the rest."""
    return (draft.type is _OTHER and draft.support == "dependent") or (
        draft.type is _PROTEST and not draft.fillers and draft.support != "verb"
    )


def _is_lit(drafts: Sequence[Draft]) -> bool:
    """As in "rockets shot in all directions": at nobody, and nobody shot them."""
    return all(
        draft.type is EventType.SHELLING and not draft.by_role("perpetrator") and is_nowhere(draft)
        for draft in drafts
    )


def _is_burnt(drafts: Sequence[Draft]) -> bool:
    """As in "two died at the party": who came to harm where rockets were lit, by nobody."""
    return all(
        (draft.type is EventType.KILLING or draft.support == "dependent")
        and not (draft.by_role("perpetrator") or draft.by_role("instrument"))
        for draft in drafts
    )


def _is_of_player(drafts: Sequence[Draft]) -> bool:
    """As in "the striker shot from thirty metres": nobody in a text about a match strikes work."""
    sport = noun_classes()["sport"]
    if all(draft.type is _ABDUCTION and not draft.by_role("perpetrator") for draft in drafts):
        return not any(map(is_real, drafts))  # "was carried off after a brutal challenge"
    return all(draft.subtype == "excessive_force" for draft in drafts) and any(
        draft.head_word(filler) in sport for draft in drafts for filler in draft.fillers
    )

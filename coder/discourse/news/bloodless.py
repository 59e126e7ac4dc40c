"""Blows that reach no body: with words, money and balls, at a tumour or a currency, by trades.

In: the drafts of one act. Out: whether its own roles say that no violence is meant. Four things do
so: what it is done with, what it hits, who does it, and how it is told (again, as a saying, only to
compare).
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from coder.discourse.news.little_told import is_nowhere
from coder.discourse.news.quarrels import VERBAL_BLOWS
from coder.discourse.news.stories import is_in_present
from coder.discourse.news.unmeant import has_arms, is_office, is_unmeant, words_of
from coder.events.drafts import Draft, Filler
from coder.events.roles.nominals import LIFELESS, Nominal
from coder.events.senses.crashes import is_armed
from coder.events.status.war_began import is_crowd_at_war
from coder.grammar.clauses import groups_behind
from coder.lexicon.closed import A_AN
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.kinds import ATTACK_OR_KILLING, ATTACKS, DAMAGE, REMOTE
from coder.values.labels import EventType, WeaponType

_AT_LARGE = VERBAL_BLOWS | {EventType.BOMBING, EventType.AIR_STRIKE, EventType.KILLING}
_THROWN = ATTACKS | {EventType.KILLING}
_OF_FLESH = frozenset({"person", "crowd", "armed", "authority", "number"})
_NAMES = frozenset({"name", "pronoun"})
_MONEY = ("$", "£", "€")
_TRADES = ("health", "laboratory", "technology", "business", "cookery", "hacking")
_IT = frozenset({"it", "itself"})
_ITS = "its"
_PARTIES = frozenset({"party", "coalition", "cabinet", "caucus"})
_ECONOMIC = "economic"
_ABDUCTION, _ARMED_ATTACK = frozenset({EventType.ABDUCTION}), frozenset({EventType.ARMED_ATTACK})
_BOMBING, _KILLING = frozenset({EventType.BOMBING}), frozenset({EventType.KILLING})
_PROPERTY_ATTACK, _RIOT = frozenset({EventType.PROPERTY_ATTACK}), frozenset({EventType.RIOT})
_FOR_THE, _TIME = ("for", "the"), "time"
_FAR = 5  # tokens: "stabbed to death by conspirators | for the 100th time"
_FIRST = frozenset({"first", "last"})
_WHOEVER = frozenset({("he", "who"), ("she", "who"), ("those", "who"), ("they", "who")})
_UNDER = frozenset({"in", "under", "at", "inside", "beneath", "into"})
_SLASH, _TO_BY = "slash", frozenset({"to", "by", "from"})
_ITSELF = "itself"
_COLOURS = frozenset({"black", "white"})
_EXPLODE, _BODY = "explod", frozenset({"organisation", "name"})
_CROWDED = frozenset({"armed", "crowd"})


def is_bloodless(drafts: Sequence[Draft]) -> bool:
    """As in "bombed him with bouncers", "killed a tumour", "firefighters set fire to a house"."""
    drafts = [it for it in drafts if it.support != "dependent" or it.claims] or drafts
    if all(any(test(draft) for test in _before_arms(draft.type)) for draft in drafts):
        return True
    if any(it.nominal.weapon is not None for draft in drafts for it in draft.fillers):
        return False
    if any(map(_is_make_believe, drafts)):
        return True
    return all(any(test(draft) for test in _tests(draft.type)) for draft in drafts)


def _hit(draft: Draft) -> list[Filler]:
    return [filler for filler in draft.fillers if filler.role in HIT_ROLES]


def _is_compared(draft: Draft) -> bool:
    """As in "stronger than the bomb dropped on it", "the speed of a bullet fired from a gun"."""
    if draft.claims or draft.construction != "participle":
        return False
    clauses, at = draft.reading.clauses, draft.chunk - 1
    if clauses.kinds[at - 1 : at + 1] != "PN":
        return False
    word = clauses.first_words[at - 1]
    return word == "than" or (
        word == "of" and clauses.head_words[at - 2] in noun_classes()["measured"]
    )


def _is_one_of_most(draft: Draft) -> bool:
    """As in "one of England's bloodiest sieges": one of many, of which no more is told."""
    clauses, at = draft.reading.clauses, draft.chunk
    return (
        clauses.kinds[at - 2 : at + 1] == "NPN"
        and clauses.first_words[at - 1] == "of"
        and clauses.head_words[at - 2] == "one"
        and any(word.endswith("est") for word in words_of(draft, at))
        and not (draft.times or draft.claims)
        and not any(has_arms(it.nominal) for it in draft.fillers if it.nominal.chunk != at)
    )


def _is_smoke(draft: Draft) -> bool:
    """As in "activists set off smoke bombs in the stalls": what only smells or blinds."""
    arms = [it.nominal.weapon for it in draft.by_role("instrument")]
    return (
        bool(arms)
        and all(arm is not None and arm.type is WeaponType.CROWD_CONTROL for arm in arms)
        and not any(claim.quantity is not None for claim in draft.claims)
    )


def _is_with_no_arms(draft: Draft) -> bool:
    """As in "attacked the government with slogans", "bombed the state with $90m of spots"."""
    if draft.support != "verb":
        return False
    reading, classes = draft.reading, noun_classes()
    norms, means = reading.sentence.norms, classes["no_arms"]
    for phrase in reading.clauses.phrases(draft.chunk):
        if phrase.preposition != "with":
            continue
        for at in phrase.groups:
            group = reading.clauses.chunks[at]
            is_money = any(norm.startswith(_MONEY) for norm in norms[group.first : group.last])
            if is_money or norms[group.head] in means:
                return reading.nominal(at).weapon is None
    return False


def _takes_no_person(draft: Draft) -> bool:
    """As in "saw thousands of routers hijacked": nobody was carried off."""
    hit = _hit(draft)
    return bool(hit) and all(it.role == "victim" and it.nominal.fillers == LIFELESS for it in hit)


def _kills_no_person(draft: Draft) -> bool:
    """As in "killed a tumour", "Bitcoin was murdered", "it was wiped out": no people died."""
    hit = _hit(draft) if draft.support == "verb" else []
    return bool(hit) and all(_is_no_person(draft, filler) for filler in hit)


def _is_no_person(draft: Draft, filler: Filler) -> bool:
    nominal, head = filler.nominal, draft.head_word(filler)
    if "pronoun" in nominal.fillers:
        return head in _IT and draft.meant_by(filler)[1].fillers.isdisjoint(_OF_FLESH)
    if draft.reading.sentence.norms[nominal.first] == _ITS and head in noun_classes()["victim"]:
        subjects = draft.reading.clauses.subject(draft.chunk)  # "debt claimed its largest victim"
        return any(draft.reading.nominal(at).fillers == LIFELESS for at in subjects)
    if nominal.fillers & _OF_FLESH or nominal.quantity is not None:
        return False
    return any(head in noun_classes()[trade] for trade in _TRADES)


def _is_reproach(draft: Draft) -> bool:
    """As in "traders attacked the ministry for warning them too late", "attacked it as rude".

    Said, where an office does it or suffers it and nobody in arms does: what for follows.
    """
    if draft.support != "verb" or draft.claims:
        return False
    if any(has_arms(filler.nominal) for filler in draft.by_role("perpetrator")):
        return False
    if not any(is_office(filler.nominal) for filler in draft.fillers):
        return False
    clauses = draft.reading.clauses
    _, right = clauses.clause(draft.chunk)
    return any(
        (clauses.kinds[at : at + 2] == "PG" and clauses.first_words[at] == "for")
        or (
            clauses.first_words[at] == "as"
            and (clauses.kinds[at + 1] == "J" or clauses.first_words[at + 1] in A_AN)
        )
        for at in range(draft.chunk + 1, right - 1)
    )


def _hits_no_thing(draft: Draft) -> bool:
    """As in "blew up a housing bill", "blowing up weeks of talks": the object fills no role."""
    if draft.support != "verb" or draft.claims:
        return False
    clauses = draft.reading.clauses
    acting = [item.nominal for item in draft.fillers if item.role not in HIT_ROLES]
    acting += [draft.reading.nominal(at) for at in clauses.subject(draft.chunk)]
    if any(
        (has_arms(nominal) and not _is_of_party(draft, nominal)) or "aircraft" in nominal.fillers
        for nominal in acting
    ):
        return False
    is_passive = bool(groups_behind(clauses.phrases(draft.chunk), "by"))  # "set off by climbers"
    hit = {
        at
        for at in clauses.befallen(draft.chunk)
        if is_passive or clauses.chunks[at].head >= draft.last
    }
    return (
        bool(hit)
        and hit.isdisjoint(filler.nominal.chunk for filler in draft.fillers)
        and all(draft.reading.nominal(at).fillers == LIFELESS for at in hit)
    )


def _is_of_party(draft: Draft, nominal: Nominal) -> bool:
    """As in "rebels in his party blew up the reform": who votes otherwise than the rest."""
    clauses, at = draft.reading.clauses, nominal.chunk + 1
    return clauses.kinds[at : at + 2] == "PN" and clauses.head_words[at + 1] in _PARTIES


def _is_on_no_ground(draft: Draft) -> bool:
    """As in "a bomb went off in the budget debate"."""
    if draft.support != "verb" or draft.claims:
        return False
    grounds, clauses = noun_classes()["no_ground"], draft.reading.clauses
    groups = groups_behind(clauses.phrases(draft.chunk), *_UNDER)
    if clauses.has_head(groups, grounds) or any(_is_war_of_trade(draft, at) for at in groups):
        return True
    groups = groups_behind(clauses.phrases(draft.chunk), "outside", "in", "into")
    return any(
        _ECONOMIC in words_of(draft, at) for at in groups
    )  # "fell outside its economic zone"


def _is_war_of_trade(draft: Draft, number: int) -> bool:
    """As in "fired a salvo in a trade war": what it is fought over names no people."""
    group, norms = draft.reading.clauses.chunks[number], draft.reading.sentence.norms
    if norms[group.head] not in noun_classes()["war"] or group.head == group.first:
        return False
    return norms[group.head - 1] in noun_classes()["fought_over"]


def _is_by_maker(draft: Draft) -> bool:
    """As in "the playwright killed her at 13"."""
    doers = draft.by_role("perpetrator")
    makers = noun_classes()["story_maker"]
    return (
        bool(doers)
        and all(draft.head_word(filler) in makers for filler in doers)
        and is_nowhere(draft)
    )


def _is_cut(draft: Draft) -> bool:
    """As in "slashing 20 ministries to 14"."""
    clauses, tags = draft.reading.clauses, draft.reading.tags
    at = draft.chunk + 1
    return (
        draft.reading.sentence.norms[draft.first].startswith(_SLASH)
        and clauses.kinds[at : at + 2] == "NP"
        and clauses.first_words[at + 1] in _TO_BY
        and tags[clauses.chunks[at + 1].last : clauses.chunks[at + 1].last + 1] == "#"
    )


def _is_slaughter_of_one(draft: Draft) -> bool:
    """As in "Fury was butchered by Usyk": killing of many, said of one who has a name."""
    if draft.reading.sentence.norms[draft.first] not in noun_classes()["slaughtering"]:
        return False
    hit = [filler.nominal for filler in _hit(draft)]
    return (
        len(hit) == 1
        and hit[0].fillers <= _NAMES
        and any(filler.nominal.fillers <= _NAMES for filler in draft.by_role("perpetrator"))
    )


def _is_done_again(draft: Draft) -> bool:
    """As in "was stabbed to death for the 100th time": nobody dies twice but on a stage."""
    norms = draft.reading.sentence.norms
    if any(claim.best != 1 for claim in draft.claims):
        return False
    for at in range(draft.last, min(draft.last + _FAR, len(norms) - 3)):
        if norms[at : at + 2] == _FOR_THE and norms[at + 3] == _TIME:
            return norms[at + 2] not in _FIRST and bool(draft.claims)
    return False


def _is_of_whoever(draft: Draft) -> bool:
    """As in "he who lives by the sword dies by the sword": a saying, and nobody's deed."""
    norms = draft.reading.sentence.norms
    return (
        "who" in draft.reading.vocabulary
        and not _WHOEVER.isdisjoint(pairwise(norms[: draft.first]))
        and is_in_present(draft)
    )


def _is_of_trade(draft: Draft) -> bool:
    """As in "firefighters set fire to a barn", "demolition crews destroyed the last tower"."""
    doers = draft.by_role("perpetrator")
    if not doers or draft.claims:
        return False
    classes, norms = noun_classes(), draft.reading.sentence.norms
    trades = classes["fire_service"] | classes["wrecking"]
    return all(
        not trades.isdisjoint(norms[filler.nominal.first : filler.nominal.head + 1])
        and "armed" not in filler.nominal.fillers
        for filler in doers
    )


def _is_of_itself(draft: Draft) -> bool:
    """As in "the cartel shot itself in the foot"."""
    hit = _hit(draft) if _ITSELF in draft.reading.vocabulary else []
    return bool(hit) and all(draft.head_word(filler) == _ITSELF for filler in hit)


def _is_of_piece(draft: Draft) -> bool:
    """As in "executed the black king": a piece on a board."""
    norms, chessmen = draft.reading.sentence.norms, noun_classes()["chessman"]
    if chessmen.isdisjoint(draft.reading.vocabulary):
        return False
    hit = [filler.nominal for filler in _hit(draft)]
    return bool(hit) and all(
        norms[it.head] in chessmen and norms[it.head - 1] in _COLOURS for it in hit
    )


def _is_make_believe(draft: Draft) -> bool:
    """As in "stormed a mock village"."""
    mock, norms = noun_classes()["make_believe"], draft.reading.sentence.norms
    clauses = draft.reading.clauses
    objects = clauses.objects(draft.chunk)
    groups = [clauses.chunks[at] for at in objects]
    return any(not mock.isdisjoint(norms[group.first : group.head]) for group in groups)


def _is_thing_that_bursts(draft: Draft) -> bool:
    """As in "Twitter exploded as the trailer came out": no "a Fiat exploded"."""
    doers = draft.by_role("perpetrator")
    return (
        draft.support == "verb"
        and draft.reading.sentence.norms[draft.first].startswith(_EXPLODE)
        and bool(doers)
        and len(doers) == len(draft.fillers)
        and not draft.claims
        and not draft.reading.clauses.objects(draft.chunk)
        and all(it.nominal.fillers <= _BODY and it.nominal.first == it.nominal.head for it in doers)
        and not is_armed(draft.reading)
    )


def _is_lit_up(draft: Draft) -> bool:
    """As in "the band set the stage on fire", "set the internet alight": by no crowd."""
    if draft.claims:
        return False
    clauses, lit = draft.reading.clauses, noun_classes()["lit_up"]
    return clauses.has_head(clauses.objects(draft.chunk), lit) and not any(
        not filler.nominal.fillers.isdisjoint(_CROWDED) for filler in draft.fillers
    )


_Test: TypeAlias = Callable[[Draft], bool]
_OF_ALL = frozenset(EventType)
_BEFORE_ARMS: tuple[tuple[frozenset[EventType], _Test], ...] = (
    (REMOTE, _is_on_no_ground),
    (_BOMBING, _is_smoke),
    (_OF_ALL, _is_compared),
)
# By what it is done with, by what is hit, by who does it, by how it is told.
_TESTS: tuple[tuple[frozenset[EventType], _Test], ...] = (
    *((_AT_LARGE, _is_with_no_arms), (_OF_ALL, is_unmeant)),
    *((_ABDUCTION, _takes_no_person), (_KILLING, _kills_no_person), (_THROWN, _hits_no_thing)),
    *((_OF_ALL, _is_of_piece), (_OF_ALL, _is_of_itself), (_OF_ALL, _is_slaughter_of_one)),
    *((_OF_ALL, _is_cut), (_PROPERTY_ATTACK, _is_lit_up)),
    *((DAMAGE, _is_of_trade), (ATTACK_OR_KILLING, _is_by_maker), (_RIOT, is_crowd_at_war)),
    *((_BOMBING, _is_thing_that_bursts), (_ARMED_ATTACK, _is_reproach)),
    (ATTACK_OR_KILLING, _is_done_again),
    *((_OF_ALL, _is_of_whoever), (_OF_ALL, _is_one_of_most)),
)
"""What is asked of which types of acts."""


@cache
def _before_arms(kind: EventType) -> tuple[_Test, ...]:
    return tuple(test for kinds, test in _BEFORE_ARMS if kind in kinds)


@cache
def _tests(kind: EventType) -> tuple[_Test, ...]:
    return tuple(test for kinds, test in _TESTS if kind in kinds)

"""Blows in another sense: at shares and reputations, by votes and print, by thieves and runners.

In: one draft of an act. Out: whether the words beside its trigger give it a sense without violence.
"""

from coder.discourse.news.little_told import is_nowhere
from coder.events.drafts import Draft, Filler
from coder.events.roles.nominals import LIFELESS, Nominal
from coder.grammar.clauses import groups_behind
from coder.lexicon.words import noun_classes
from coder.values.kinds import ATTACKS, OFFICES
from coder.values.labels import ActorType, EventType

_KILLING, _ATTACK = EventType.KILLING, EventType.ARMED_ATTACK
_PROTEST, _AGREEMENT = EventType.PROTEST, EventType.AGREEMENT
_BLOWS = frozenset({EventType.ABUSE, _ATTACK})
_THROWN = ATTACKS | {_KILLING}
_AIMED_AT = frozenset({"on", "against", "at", "of"})
_FROM_IN, _WHAT = frozenset({"in", "from", "at"}), "what"
_IDEAS = ("ship", "ness", "ity", "tion", "sion", "ism", "ance", "ence")  # what is thought ends so
_OF_IDEAS = ("abstract", "wealth", "grievance", "no_ground")
_BODIES = LIFELESS | {"organisation"}
_FAR = 5  # tokens: "at what he called | an attack"
_NOT_SO = frozenset({"politically", "metaphorically", "figuratively", "financially"})
_BACK, _OWN = "back", "own"
_SHOT, _SHOT_DOWN = ("shot",), ("shot", "down")
_DASHES = (("away",), ("clear",), ("ahead",), ("past",), ("forward",), ("clean",))
_KICK, _PUT_OUT = "kick", (("out",), ("upstairs",))
_BREAKING = frozenset({"broke", "break", "breaks", "broken", "breaking"})
_THIEVES, _ARMED = frozenset({"thieves", "thief", "burglars", "burglar"}), "armed"


def is_unmeant(draft: Draft) -> bool:
    """As in "a raid on the shares", "was shot down by colleagues", "thieves broke in"."""
    if not _NOT_SO.isdisjoint(draft.reading.sentence.norms[draft.last : draft.last + 1]):
        return True  # "two have been executed politically"
    if draft.reading.clauses.kinds[draft.chunk] == "N":
        return _is_on_idea(draft) or _is_in_house(draft) or _is_called_so(draft)
    if draft.type is _KILLING:
        return _is_in_print(draft)
    if draft.type is _PROTEST:
        return _is_note(draft)
    return draft.type in _BLOWS and (
        _is_betrayal(draft)
        or _is_voted_down(draft)
        or _is_put_out(draft)
        or _is_at_game(draft)
        or _is_dash(draft)
        or _is_burglary(draft)
    )


def has_arms(nominal: Nominal) -> bool:
    """Whether who acts has arms; a state as such may have sent words alone."""
    return "armed" in nominal.fillers and not is_office(nominal)


def is_office(nominal: Nominal) -> bool:
    """Whether an office or institution is meant, which may act by words alone."""
    return nominal.actor is not None and nominal.actor.type in OFFICES


def words_of(draft: Draft, number: int) -> tuple[str, ...]:
    """The words of a noun group."""
    group = draft.reading.clauses.chunks[number]
    return draft.reading.sentence.norms[group.first : group.last]


def _is_on_idea(draft: Draft) -> bool:
    """As in "a raid on the shares", "an assault on her leadership": what no one can touch."""
    clauses = draft.reading.clauses
    if draft.type not in _THROWN or draft.claims:
        return False
    behind = clauses.phrases(draft.chunk)[:1]
    groups = [at for phrase in behind if phrase.preposition in _AIMED_AT for at in phrase.groups]
    if any(has_arms(filler.nominal) for filler in draft.by_role("perpetrator")):
        return False
    return bool(groups) and all(_is_idea(draft, at) for at in groups)


def _is_idea(draft: Draft, number: int) -> bool:
    nominal, head = draft.reading.nominal(number), draft.reading.clauses.head_words[number]
    if nominal.fillers != LIFELESS or nominal.target is not None:
        return False
    classes = noun_classes()
    return head.endswith(_IDEAS) or any(head in classes[kind] for kind in _OF_IDEAS)


def _is_betrayal(draft: Draft) -> bool:
    """As in "four ministers stabbed him in the back", "by his own deputy": those of a house."""
    if draft.support != "verb":
        return False
    norms, clauses = draft.reading.sentence.norms, draft.reading.clauses
    if _BACK not in norms[draft.last : draft.last + _FAR]:
        return False
    doers = {filler.nominal.chunk for filler in draft.by_role("perpetrator")}
    doers |= set(groups_behind(clauses.phrases(draft.chunk), "by"))
    speaking = noun_classes()["speaker"] | noun_classes()["house"]
    return bool(doers) and all(
        clauses.head_words[at] in speaking or (_OWN in words_of(draft, at) and is_nowhere(draft))
        for at in doers
    )


def _is_in_print(draft: Draft) -> bool:
    """As in "was crucified in the press", "lynched by the tabloids": with ink."""
    if draft.support != "verb":
        return False
    groups = groups_behind(draft.reading.clauses.phrases(draft.chunk), "in", "by")
    return draft.reading.clauses.has_head(groups, noun_classes()["printed_in"])


def _is_voted_down(draft: Draft) -> bool:
    """As in "the minister was shot down by colleagues": by people who bear no arms, nowhere."""
    norms = draft.reading.sentence.norms
    doers = draft.by_role("perpetrator")
    return (
        norms[draft.first : draft.last] == _SHOT_DOWN
        and draft.reading.clauses.chunks[draft.chunk].passive
        and bool(doers)
        and not any("armed" in filler.nominal.fillers for filler in doers)
        and not (draft.times or draft.places)
    )


def _is_in_house(draft: Draft) -> bool:
    """As in "survived a battering in parliament": where blows are words, and no fight is told."""
    clauses = draft.reading.clauses
    if draft.type not in _BLOWS or _counts(draft):
        return False
    behind = clauses.phrases(draft.chunk)[:1]
    groups = [at for phrase in behind if phrase.preposition in _FROM_IN for at in phrase.groups]
    is_armed = any(has_arms(filler.nominal) for filler in draft.fillers)
    return not is_armed and clauses.has_head(groups, noun_classes()["rostrum"])


def _counts(draft: Draft) -> bool:
    return any(claim.quantity is not None for claim in draft.claims)


def _is_called_so(draft: Draft) -> bool:
    """As in "hit back at what he called an attack on the club": by who is named so, on a body."""
    norms, clauses = draft.reading.sentence.norms, draft.reading.clauses
    group = clauses.chunks[draft.chunk]
    if draft.type is not _ATTACK or group.kind != "N" or draft.claims:
        return False
    before = norms[max(group.first - _FAR, 0) : group.first]
    if _WHAT not in before or noun_classes()["calling"].isdisjoint(before):
        return False
    behind = clauses.phrases(draft.chunk)[:1]
    groups = [at for phrase in behind if phrase.preposition in _AIMED_AT for at in phrase.groups]
    is_armed = any(has_arms(filler.nominal) for filler in draft.by_role("perpetrator"))
    return (
        bool(groups)
        and not (draft.times or is_armed)
        and all(draft.reading.nominal(at).fillers <= _BODIES for at in groups)
    )


def _is_put_out(draft: Draft) -> bool:
    """As in "were kicked out in a boardroom coup": who loses a place, and takes no kick."""
    norms = draft.reading.sentence.norms
    return norms[draft.first].startswith(_KICK) and norms[draft.last : draft.last + 1] in _PUT_OUT


def _is_at_game(draft: Draft) -> bool:
    """As in "volunteers shot at clay pigeons", where it is read as "who were shot at"."""
    clauses, norms = draft.reading.clauses, draft.reading.sentence.norms
    at = draft.chunk + 1
    return (
        draft.construction == "participle"
        and draft.type is _ATTACK
        and norms[draft.last : draft.last + 1] == ("at",)
        and clauses.kinds[at : at + 2] == "PN"
        and clauses.head_words[at + 1] in noun_classes()["animal"]
    )


def _is_dash(draft: Draft) -> bool:
    """As in "shot away from the pack": who runs, rides or rises, and is hit by nothing."""
    norms = draft.reading.sentence.norms
    return (
        draft.type is _ATTACK
        and norms[draft.first : draft.last] == _SHOT
        and norms[draft.last : draft.last + 1] in _DASHES
    )


def _is_note(draft: Draft) -> bool:
    """As in "Tokyo protested over the seizure of a boat": a state does so by letter."""
    doers = draft.by_role("perpetrator")
    if draft.support != "verb" or not doers:
        return False
    return _is_state(doers[0]) or (
        all(is_office(filler.nominal) for filler in doers)
        and bool(groups_behind(draft.reading.clauses.phrases(draft.chunk), "to"))
    )


def _is_state(filler: Filler) -> bool:
    actor = filler.nominal.actor
    return actor is not None and actor.type is ActorType.STATE_OTHER


def is_bare_accord(draft: Draft) -> bool:
    """As in "reached an accord on chips": no word of it tells of peace, and nobody is in arms."""
    if draft.type is not _AGREEMENT or draft.subtype != "peace_deal":
        return False
    if not draft.by_role("target"):
        return False  # "they made their peace"
    peace = noun_classes()["of_war"]
    return peace.isdisjoint(draft.reading.vocabulary) and not any(
        has_arms(filler.nominal) for filler in draft.fillers
    )


def _is_burglary(draft: Draft) -> bool:
    """As in "thieves broke into a museum": who steals, without arms, and nobody was hurt."""
    doers = draft.by_role("perpetrator")
    return (
        draft.type is _ATTACK
        and draft.reading.sentence.norms[draft.first] in _BREAKING
        and not draft.claims
        and bool(doers)
        and all(draft.head_word(filler) in _THIEVES for filler in doers)
        and _ARMED not in draft.reading.vocabulary
    )

"""Words that stand together and are no longer what they are alone: "no longer", "oil well"."""

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from coder.grammar.particles import CAPTIVE
from coder.grammar.retagging import asked_for, places_by_word
from coder.lexicon.closed import ARTICLES, LATELY, THIS_THOSE
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes, word_tags

_Finder: TypeAlias = Callable[[tuple[str, ...]], list[tuple[int, int, str]]]
_VERBAL = "VXLKZG"
_FINITE = "XLZVBHMO"
_OWNED = frozenset({"owned", "operated", "run", "held", "funded", "built", "opened"})
_OPENING_CLAUSE = ARTICLES | {"any", "this", "these", "their", "his", "its", "they", "he", "it"}
_TOOK = frozenset({"accepted", "acknowledged", "admitted", "assumed", "claimed"})
_LETTING = frozenset({"let", "lets", "letting"})
_MAX_LET = 5
_WHERE_TO = frozenset((norm,) for norm in ("to", "into", "through", "ahead", "out", "up", "down"))
_STANDS = frozenset({"stand", "stands", "stood"})
_CHARGED = frozenset({"accused", "charged", "indicted"})
_ON_WHAT = frozenset(("on", norm) for norm in ("a", "an", "his", "the", "their", "to", "with"))
_ANSWERS = frozenset({"reply", "response", "retaliation", "revenge", "turn"})
_ANSWERED = frozenset({"to", "for", "against"})
_HANDS, _PART = frozenset({"at", "by"}), frozenset({"on", "from", "by"})
_PARTS = {"hands": _HANDS, "hand": _HANDS, "part": _PART}
_RANKS = frozenset({"major", "general"})
_WITH_RANKS = frozenset({"army", "police", "navy", "marine", "militia", "guard"})
_NOMINAL = frozenset("NnsEJ#")
_DUE = frozenset("VvnBH")  # "due to begin", "due to return": no cause
_NEW_GROUP = frozenset("D#P")
_SIDES, _BUILDING = frozenset({"back", "rear"}), "building"
NUMBERING = frozenset({"no", "no.", "nr", "nr.", "number"})
_HAVING = frozenset({"have", "has", "had", "'ve", "'d"})
_PLURALS = ("s", "people", "men", "women", "children")
_UP_TO_DATE, _SINGLE = ("up", "to", "date"), frozenset({"a", "an", "each", "every"})
_OF_VERBS = frozenset("VnNXLE")
_ENDS_CLAUSE = frozenset({".", ",", ";", ":"})
_BEHIND_DOING = frozenset("PDN#nJEtAR-")
_THINGS = frozenset({"building", "housing", "ring", "spring", "string", "training", "wedding"})
_COULD = frozenset({"could", "would", "may", "might", "must", "should", "will"})
_FREED = frozenset({"released", "freed", "liberated", "rescued"})
_OPENING = frozenset({"and", "but"})
_MAX_NAME = 8  # words from the first dash to the noun: "the A - B - C oil pipeline"


def _numbered(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "bus No 42 of the company", "ambulance number 7": which one it is, and no count."""
    things = load_lexicon().targets.last_words
    return [
        (at, at + 1, "E")
        for at in range(1, len(norms) - 1)
        if norms[at] in NUMBERING
        and norms[at - 1] in things
        and (norms[at + 1].isdigit() or word_tags().get(norms[at + 1]) == "#")
    ]


def fixed_words(norms: tuple[str, ...], vocabulary: frozenset[str]) -> list[tuple[int, int, str]]:
    """First token, token behind and tag of each such group of words."""
    found: list[tuple[int, int, str]] = []
    for place in asked_for(_places(), vocabulary):
        found += _finders()[place][1](norms)
    return found


@cache
def _places() -> dict[str, tuple[int, ...]]:
    return places_by_word(signs for signs, _ in _finders())


@cache
def _finders() -> tuple[tuple[frozenset[str], _Finder], ...]:
    """Words of which a sentence needs one, and what looks for the groups they stand in."""
    classes = noun_classes()
    return (
        _beside(frozenset({"longer"}), "A", behind=frozenset({"no"}), back=1),  # "no longer holds"
        # "two have since died": from then on, and no time that follows
        _beside(frozenset({"since"}), "A", behind=_HAVING, then=_VERBAL),
        (NUMBERING, _numbered),
        (frozenset({"armed"}), _armed_did),
        # "fear an assault should the talks collapse": a condition, and no verb of the clause
        _beside(frozenset({"should"}), "U", before=_OPENING_CLAUSE),
        _beside(frozenset({"well"}), "N", behind=classes["drilled"]),  # "an oil well": a thing
        (_SIDES | {_BUILDING}, _backs),
        # "an attack on the UN secretary general": an office, whose last word is part of it
        _beside(frozenset({"general"}), "N", behind=classes["general_office"]),
        (_RANKS, _ranks),
        (frozenset(_PARTS), _by_the_hand),
        (_OWNED, _owned),
        (frozenset({"due"}), _due_to),
        (frozenset({"opposite"}), _opposite),
        # "four of those on board the plane": one preposition, and "on board a bus"
        _beside(frozenset({"board"}), "P", behind=frozenset({"on"}), then="DJN", back=1),
        (CAPTIVE, _held_hostage),
        # "the following officers died": no preposition behind the article
        _beside(frozenset({"following"}), "J", behind=frozenset({"the"})),
        (frozenset({"responsibility"}), _took_it),
        (_LETTING, _let_go),
        (_ANSWERS, _in_answer),
        (classes["route"], _named_routes),
        (classes["compounding"], _compounds),
        (_hyphenated(), _behind_verbs),
        _beside(_STANDS, "B", before=_CHARGED),
        (_doings(), _doing),
        (frozenset({"date"}), _up_to_date),
        (THIS_THOSE, _this_could),
    )


def lately_done(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "three recently released hostages": which ones, and nothing that is told.

    "The recently murdered deputy" tells of his death.
    """
    found: list[tuple[int, int, str]] = []
    for at in range(1, len(norms) - 2):
        if norms[at] in LATELY and _tag(norms[at - 1]) in "D#" and norms[at + 1] in _FREED:
            is_noun = _tag(norms[at + 2]) in "Nns" and norms[at + 2].isalpha()
            found += [(at, at + 1, "A"), (at + 1, at + 2, "J")] if is_noun else []
    return found


def _this_could(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "That could bring the toll to 50": what was told before, and no noun behind it."""
    return [
        (at, at + 1, "R")
        for at in range(len(norms) - 1)
        if norms[at] in THIS_THOSE
        and norms[at + 1] in _COULD
        and (norms[at] != "that" or not at or norms[at - 1] in _OPENING)
    ]


def _up_to_date(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "an up to date list": an adjective."""
    return [
        (at - 2, at + 1, "J")
        for at in range(2, len(norms) - 1)
        if norms[at - 2 : at + 1] == _UP_TO_DATE
    ]


def _doing(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "two boys fishing in the river", "women harvesting rice": what people are doing.

    Behind "a" or one person nouns make a compound: "a teachers training college".
    """
    peoples, doings = load_lexicon().persons.last_words, _doings()
    found: list[tuple[int, int, str]] = []
    for at in range(1, len(norms) - 1):
        who, behind = norms[at - 1], norms[at + 1]
        if norms[at] not in doings or who not in peoples or _tag(who) == "P":
            continue
        are_many = who.endswith(_PLURALS) and (at == 1 or norms[at - 2] not in _SINGLE)
        if _tag(behind) in (_BEHIND_DOING if are_many else "PD") and behind not in _ENDS_CLAUSE:
            found.append((at, at + 1, "G"))
    return found


@cache
def _doings() -> frozenset[str]:
    """The -ing forms that are listed as nouns and made of a listed word; no acts of violence."""
    tags, classes = word_tags(), noun_classes()
    nouns = _THINGS | classes["deed"] | classes["blame"]
    return frozenset(
        word
        for word, tag in tags.items()
        if tag == "N"
        and word.endswith("ing")
        and word not in nouns
        and tags.get(word[:-3], tags.get(f"{word[:-3]}e", tags.get(word[:-4]))) in _OF_VERBS
    )


def _beside(
    words: frozenset[str],
    tag: str,
    *,
    behind: frozenset[str] | None = None,
    before: frozenset[str] | None = None,
    then: str | None = None,
    back: int = 0,
) -> tuple[frozenset[str], _Finder]:
    """What finds words right behind and before some words, or before one mostly of some tags.

    ``back``: how many words before it the tag is for as well.
    """

    def find(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
        return [
            (at - back, at + 1, tag)
            for at in range(1, len(norms))
            if norms[at] in words
            and (behind is None or norms[at - 1] in behind)
            and (before is None or not before.isdisjoint(norms[at + 1 : at + 2]))
            and (then is None or (at + 1 < len(norms) and _tag(norms[at + 1]) in then))
        ]

    return words, find


def _tag(norm: str) -> str:
    """The tag that a word mostly has; a hyphen for words of no list."""
    return word_tags().get(norm, "-")


@cache
def _hyphenated() -> frozenset[str]:
    """Every party with every such participle: "rebel-held", "us-backed"."""
    classes = noun_classes()
    parties, participles = classes["compounded"], classes["compounding"]
    return frozenset(f"{who}-{how}" for who in parties for how in participles)


def _behind_verbs(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "pounded rebel-held villages": behind a verb an adjective, no verb of its own."""
    tags = word_tags()
    return [
        (at, at + 1, "J")
        for at in range(1, len(norms) - 1)
        if norms[at] in _hyphenated() and tags.get(norms[at - 1], "-") in _VERBAL
    ]


def _compounds(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "US backed forces said", "by the rebel held town": a hyphen that was left out.

    Of forces and ground only, behind a preposition or before their own verb, for "the UN backed
    government forces" may be a sentence.
    """
    classes, tags = noun_classes(), word_tags()
    found: list[tuple[int, int, str]] = []
    for at in range(1, len(norms) - 1):
        if norms[at] not in classes["compounding"] or norms[at - 1] not in classes["compounded"]:
            continue
        is_thing = norms[at] == "propelled"
        is_named = any(
            norms[at + 1] in classes[name] for name in ("armed_body", "place_noun", "troops")
        )
        is_behind = any(tags.get(norm) == "P" for norm in norms[max(at - 3, 0) : at - 1])
        is_subject = tags.get(norms[at + 2], "-") in _FINITE if at + 2 < len(norms) else False
        if is_thing or (is_named and (is_behind or is_subject)):
            found.append((at, at + 1, "J"))
    return found


def _armed_did(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "ten men duly armed attacked a post": behind them what they did, and no second kind.

    Not in "the police armed wounded settlers": whom they gave arms to.
    """
    tags = word_tags()
    return [
        (at + 1, at + 2, "L")
        for at in range(1, len(norms) - 2)
        if norms[at] == "armed"
        and norms[at + 1].endswith("ed")
        and (
            tags.get(norms[at - 1]) == "A"
            or (tags.get(norms[at - 1], "N") in "Nns" and tags.get(norms[at + 2]) in _NEW_GROUP)
        )
        and norms[at + 2] not in noun_classes()["troops"]
    ]


def _let_go(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "gunmen let the driver go", "he was let go on Monday": no second verb.

    It is one in "let the pupils go to the beach", "let them go on the tour".
    """
    return [
        (at, at + 1, "A")
        for at in range(1, len(norms))
        if norms[at] == "go"
        and not _LETTING.isdisjoint(norms[max(at - _MAX_LET, 0) : at])
        and norms[at + 1 : at + 2] not in _WHERE_TO
        and norms[at + 1 : at + 3] not in _ON_WHAT
    ]


def _took_it(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "the group, in a statement, claimed responsibility and said": its verb, and no kind."""
    return [
        (at - 1, at, "V")
        for at in range(2, len(norms))
        if norms[at] == "responsibility" and norms[at - 1] in _TOOK and norms[at - 2] == ","
    ]


def _by_the_hand(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "died at the hands of bandits", "on the part of the army": one preposition for who did.

    Translations have it in many forms: "at hands of", "by the hand of", "from the part of".
    """
    found: list[tuple[int, int, str]] = []
    for at in range(1, len(norms) - 1):
        if norms[at] not in _PARTS or norms[at + 1] != "of":
            continue
        first = at - 2 if norms[at - 1] == "the" else at - 1
        if first >= 0 and norms[first] in _PARTS[norms[at]]:
            found.append((first, at + 2, "P"))
    return found


def _due_to(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "killed due to a blast": one preposition, but where something is due to begin."""
    tags = word_tags()
    return [
        (at, at + 2, "P")
        for at in range(1, len(norms) - 2)
        if norms[at : at + 2] == ("due", "to")
        and tags.get(norms[at - 1], "N") in _VERBAL
        and tags.get(norms[at + 2], "N") not in _DUE
    ]


def _owned(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "a privately owned bus": a participle inside a noun group, and no verb."""
    return [
        (at - 1, at + 1, "J")
        for at in range(2, len(norms) - 1)
        if norms[at] in _OWNED and norms[at - 1].endswith("ly") and norms[at - 2] in ARTICLES
    ]


def _held_hostage(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "13 sailors held hostage by pirates": how they are held, and whom nobody holds."""
    tags = word_tags()
    return [
        (at, at + 1, "J")
        for at in range(1, len(norms) - 1)
        if norms[at] in CAPTIVE
        and norms[at - 1] in noun_classes()["holding"]
        and (not norms[at + 1].isalnum() or tags.get(norms[at + 1], "-") in "PCUA")
    ]


def _opposite(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "exploded opposite a bank": a preposition, but for "the opposite side"."""
    tags = word_tags()
    return [
        (at, at + 1, "P")
        for at in range(1, len(norms) - 1)
        if norms[at] == "opposite"
        and tags.get(norms[at + 1]) == "D"
        and tags.get(norms[at - 1]) != "D"
    ]


def _in_answer(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "launched in response 12 rockets": an adverb, but for "in response to"."""
    return [
        (at - 1, at + 1, "A")
        for at in range(1, len(norms) - 1)
        if norms[at] in _ANSWERS and norms[at - 1] == "in" and norms[at + 1] not in _ANSWERED
    ]


def _named_routes(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "the Kirkuk - Baniyas oil pipeline": the ends of a route are its name.

    Only where the dash stands alone and the route is named by a noun close behind.
    """
    found: list[tuple[int, int, str]] = []
    routes = noun_classes()["route"]
    for at in range(1, len(norms) - 2) if "-" in norms else ():
        if norms[at] != "-" or not (norms[at - 1].isalpha() and norms[at + 1].isalpha()):
            continue
        behind = next(
            (k for k in range(at + 2, min(at + _MAX_NAME, len(norms))) if norms[k] in routes), None
        )
        if behind is not None and all(n.isalpha() or n == "-" for n in norms[at:behind]):
            last = max(k for k in range(at, behind) if norms[k] == "-") + 2
            found.append((at - 1, min(last, behind), "E"))
    return found


def _backs(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "the back of the house", "building 626": a part of it, and no verb."""
    return [
        (at, at + 1, "N")
        for at in range(1, len(norms) - 1)
        if (norms[at] in _SIDES and norms[at - 1] == "the" and norms[at + 1] == "of")
        or (norms[at] == _BUILDING and norms[at + 1].isdigit())
    ]


def _ranks(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "an army major was killed": a rank where it ends its group."""
    tags = word_tags()
    return [
        (at, at + 1, "N")
        for at in range(1, len(norms) - 1)
        if norms[at] in _RANKS
        and norms[at - 1] in _WITH_RANKS
        and (not norms[at + 1].isalpha() or tags.get(norms[at + 1], "N") not in _NOMINAL)
    ]

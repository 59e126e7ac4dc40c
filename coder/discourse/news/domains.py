"""What a text is about, and what paper it says it is.

In: a whole text. Out: the domain whose words it is dense with, so that words of force in it can be
told from acts of violence.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from coder.discourse.news.word_counts import WordCounts, count_words
from coder.lexicon.words import noun_classes

_DOMAINS = (
    *("sport", "business", "fiction", "technology", "health", "disaster"),
    *("wildlife", "law_trade", "cookery", "laboratory"),
)
_DAILY = ("sport", "business", "fiction", "technology")
_MIN_WORDS = 5
_SHARE = 18  # one telling word in so many
_FEW_WORDS = 3
_DENSE_SHARE = 14  # for few distinct words
_MIN_HACKING = 2
_MIN_DISASTER = 2
_MIN_COURT = 3
_MIN_BEASTS = 1
_MIN_MAULING = 2
_MIN_PLAY = 4
_PLAY_SHARE = 22  # one such word in so many
_MIN_DAILY = 4
_HEAD = 250  # characters


def is_of_spaceflight(text: str) -> bool:
    """Whether what is launched and explodes in a text is on its way to orbit."""
    return bool(count_words(text).of("space")) and is_dense_with(text, "spaceflight")


def figurative_domain(text: str) -> str | None:
    """The domain whose words a text is dense with; null where there is none."""
    return _densest(text, _DOMAINS)


def domain_of_acts(text: str, told: Sequence[AbstractSet[str]]) -> str | None:
    """The domain of a text with acts, ``told`` being the words of their sentences."""
    domain = figurative_domain(text)
    if domain is None or _stand_aside(text, count_words(text).of(domain), told):
        return None
    return domain


def _stand_aside(text: str, words: AbstractSet[str], told: Sequence[AbstractSet[str]]) -> bool:
    """Whether a single sentence of a text has all of some words, and tells no act.

    As in "Herders burned 30 huts. The stock market fell slightly."
    """
    if not all(map(words.isdisjoint, told)):
        return False
    return sum(not words.isdisjoint(count_words(it).counts) for it in sentences_of(text)) == 1


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, cut roughly."""
    return re.split(r"(?<=[.!?])\s+|\n+", text)


def tells_of_play(text: str) -> bool:
    """Whether those who attack in a text are pieces, cards or figures of a game.

    By words of games and by words that are of games among them: "dice", "turn", "fortress".
    """
    told = count_words(text)
    sure = told.of("play")
    words = sure | told.of("at_play")
    is_enough = len(words) >= (_MIN_PLAY if len(sure) > 1 else _MIN_PLAY + 1)
    return bool(sure) and is_enough and told.share(words) * _PLAY_SHARE >= told.size


def is_of_daily_life(text: str, told: Sequence[AbstractSet[str]]) -> bool:
    """Whether a text is dense with words of sport, trade, stories and technology together.

    ``told``: the words of the sentences with acts.
    """
    count = count_words(text)
    words = frozenset().union(*map(count.of, _DAILY))
    is_dense = len(words) >= _MIN_DAILY and count.share(words) * _SHARE >= count.size
    return is_dense and not _stand_aside(text, words, told)


def is_of_politics(text: str, told: Sequence[AbstractSet[str]]) -> bool:
    """Whether a text is dense with words of votes, budgets and houses, in which words are blows."""
    words = count_words(text).of("politics")
    return is_dense_with(text, "politics") and not _stand_aside(text, words, told)


def names_daily_life(text: str) -> bool:
    """Whether a short text has some words of sport, trade, stories, technology and votes."""
    count = count_words(text)
    return len(frozenset().union(*map(count.of, (*_DAILY, "politics")))) >= _FEW_WORDS


def is_dense_with(text: str, domain: str) -> bool:
    """Whether the words of one class are so frequent in a text that it is about nothing else."""
    return _densest(text, (domain,)) is not None


def _densest(text: str, domains: tuple[str, ...]) -> str | None:
    """The first of the classes of words that a text is dense with."""
    told = count_words(text)
    for domain in domains:
        telling = told.of(domain)
        if len(telling) >= _FEW_WORDS:
            share = _SHARE if len(telling) >= _MIN_WORDS else _DENSE_SHARE
            if told.share(telling) * share >= told.size:
                return domain
    return None


def tells_of_fireworks(text: str) -> bool:
    """Whether the rockets of a text are lit for show."""
    return bool(count_words(text).of("firework"))


def tells_of_hacking(text: str) -> bool:
    """Whether those who attack and take hostages in a text sit at a computer."""
    return _tells_of(text, "hacking", _MIN_HACKING)


def tells_of_disaster(text: str) -> bool:
    """Whether a fire, a flood or a storm is told of by at least two words for such things."""
    told = count_words(text)
    return len(told.of("disaster") | told.of("hazard")) >= _MIN_DISASTER


def tells_of_mishap(text: str) -> bool:
    """Whether a text names what bursts or explodes by itself: a boiler, a plant, a leak."""
    told = count_words(text)
    return bool(told.of("bursting") | told.of("works") | told.of("mishap_word"))


def tells_of_beasts(text: str) -> bool:
    """Whether an animal, and what animals do or is done to them, are told of: a dog, its leash."""
    return bool(count_words(text).of("animal")) and _tells_of(text, "of_beasts", _MIN_BEASTS)


def tells_of_mauling(text: str) -> bool:
    """Whether an animal hurt people, by two words of beasts besides: "a tiger", "mauled", "zoo".

    Or twice the name of one that does so: "sharks".
    """
    told = count_words(text)
    beasts = told.of("animal")
    if not beasts:
        return False
    is_named = told.share(beasts & told.of("accident")) >= _MIN_MAULING
    return is_named or len(told.of("of_beasts")) >= _MIN_MAULING


def tells_of_court(text: str) -> bool:
    """Whether a hearing is told of by at least three words of the courts."""
    return _tells_of(text, "court", _MIN_COURT)


def tells_of_sentence(text: str) -> bool:
    """Whether a text reports what a court made of a crime: a verdict and other words of courts.

    Two words are enough where the verdict opens the text: "a thug has been jailed", "the judge".
    """
    told = count_words(text)
    words = _of_court(told)
    opening = count_words(text[:_HEAD])
    if not (told.of("court_verb") and _of_court(opening)):
        return False
    return len(words) >= (_MIN_COURT - 1 if opening.of("court_verb") else _MIN_COURT)


def _of_court(told: WordCounts) -> frozenset[str]:
    return told.of("court") | told.of("of_trial") | told.of("bench")


def _tells_of(text: str, domain: str, least: int) -> bool:
    return len(count_words(text).of(domain)) >= least


def names_own_kind(text: str) -> bool:
    """Whether a text says in front what paper it is: "Radio log, sector north.", "Q: Who came?"."""
    front = _front().match(text)
    if front is None:
        return False
    words = front.group().casefold().rstrip(".:").replace(",", " ").split()
    return not noun_classes()["own_kind"].isdisjoint(words)


@cache
def _front() -> re.Pattern[str]:
    """The few words before the first full stop or colon."""
    return re.compile(r"(?:[^\s.:]+ ){0,5}[^\s.:]+[.:](?=\s)")

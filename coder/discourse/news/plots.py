"""Texts that tell a story: reviews, plots, tales of ghosts, and prose that no reporter wrote."""

from itertools import pairwise

from coder.discourse.news.word_counts import EPISODE, WordCounts, bare_words, count_words
from coder.lexicon.words import noun_classes

OPENING_VERBS = frozenset({"opens", "begins", "ends", "closes", "climaxes"})
_MIN_STORIES = 2
_MIN_OF_TRADE = 4
_TRADE_SHARE = 35  # one such word in so many
_HEAD = 80  # characters
_MIN_PLOT = 50  # words
_MIN_NARRATIVE = 4  # distinct verbs
_MIN_NOW = 4  # "is", "are" and "has", so many times "was" and "had"
_PLOT_SHARE = 30  # one such verb in so many words
_MIN_TOLD = 40  # words
_MIN_TALE = 60  # words
_TALE_SHARE = 11  # one pronoun in so many


def tells_stories(text: str) -> bool:
    """Whether a text speaks of films, books or games by at least two words for them.

    One is enough among several words of their trade ("the novel", "chapters", "readers"), and none
    where a plot is told.
    """
    told = count_words(text)
    sure = told.of("story_sure")
    sure |= told.of("made_up")
    if len(sure) >= _MIN_STORIES or EPISODE in sure or _tells_plot(told) or _opens_as_review(text):
        return True
    if not sure:
        return False
    trade = told.of("fiction") | sure
    least = _MIN_OF_TRADE if told.of("of_report") else _MIN_OF_TRADE - 1
    return len(trade) >= least and told.share(trade) * _TRADE_SHARE >= told.size


def names_story(text: str) -> bool:
    """Whether a text of some length names a work or its figures, and nobody reports in it."""
    told = count_words(text)
    if told.size < _MIN_PLOT or told.of("of_report"):
        return False
    return bool(told.of("story_sure") | told.of("made_up"))


def tells_lore(text: str) -> bool:
    """Whether a text tells of ghosts and legends, and with them how their people once died."""
    return len(count_words(text).of("lore")) >= _MIN_STORIES


def _opens_as_review(text: str) -> bool:
    """As in "The episode opens with", "This issue follows": a story is what the text is about."""
    classes = noun_classes()
    words = bare_words(text[:_HEAD])
    return any(
        word in classes["story"] and following in classes["shown"] | OPENING_VERBS
        for word, following in pairwise(words)
    )


def _tells_plot(told: WordCounts) -> bool:
    """As in "she wakes, runs and finds": a plot is told in the present, and by nobody's report."""
    if told.size < _MIN_PLOT or told.of("of_report"):
        return False
    verbs = told.of("narrative")
    return len(verbs) >= _MIN_NARRATIVE and told.share(verbs) * _PLOT_SHARE >= told.size


def is_told_now(text: str) -> bool:
    """Whether a text tells of "he" and "she" in the present, by nobody's report, as a plot does."""
    told = count_words(text)
    if told.size < _MIN_PLOT or told.of("of_report"):
        return False
    now = told.share(told.of("now_verb"))
    return (
        now >= max(_MIN_NOW, _MIN_NOW * told.share(told.of("then_verb")))
        and told.share(told.of("person_pronoun")) * _PLOT_SHARE >= told.size
    )


def is_by_nobody(text: str) -> bool:
    """Whether a text of a few sentences has no word of a report: no office, no day of the week."""
    told = count_words(text)
    return told.size >= _MIN_TOLD and not told.of("of_report")


def is_narrated(text: str) -> bool:
    """Whether a text tells of "he", "she" and "I" as novels do and no report does."""
    told = count_words(text)
    if told.size < _MIN_TALE:
        return False
    return told.share(told.of("person_pronoun")) * _TALE_SHARE >= told.size

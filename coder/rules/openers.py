"""What of each trigger is looked for in a text before anything of it is read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from coder.lexicon.words import noun_classes, word_tags
from coder.rules.model import OF_ACT, OWNER, Frame, TriggerForm

#: Kinds of what is looked for; one word may be of several. A word of ``FORCE`` opens a sentence
#: alone, an ``EVERYDAY`` one in company, the most ``COMMON`` verbs never but so, and a ``CUE`` is
#: such company. Those of ``GRAVELY`` are company for each other, those of ``DYING`` for everyday
#: words. ``BEGUN`` and ``ENDED`` are the two parts of one trigger. ``BEHIND`` tells of an act told
#: before, ``BESIDE`` of what is no act.
COMMON: Final = 1
EVERYDAY: Final = 2
CUE: Final = 4
FORCE: Final = 8
BESIDE: Final = 16
BEHIND: Final = 32
GRAVELY: Final = 64
DYING: Final = 128
BEGUN: Final = 256
ENDED: Final = 512
PARTED: Final = BEGUN | ENDED  # both parts of "lost ... lives"; one alone is no trigger

_GRAVE = frozenset({"dead", "death", "hostage", "hostages", "ablaze", "alight"})
_TELLING = 2  # further words: "took to the streets" needs no company
_PARTICLES = frozenset({"A", "P", "D", "R", "T", "o"})
_AUXILIARIES = frozenset("BHO")  # be, have, do


def openers_of(
    triggers: Mapping[str, Iterable[TriggerForm]], frames: Sequence[Frame]
) -> dict[str, int]:
    """The kinds of every word and phrase that no place a trigger can stand is missed without."""
    patterns: dict[str, int] = {}
    for first, forms in triggers.items():
        for form in forms:
            for pattern, kind in _patterns(first, form, frames[form.frame]):
                patterns[pattern] = patterns.get(pattern, 0) | kind
    add_parts(patterns, tuple(patterns))
    return patterns


def add_parts(patterns: dict[str, int], phrases: Iterable[str]) -> None:
    """Let phrases begin and end what their words do.

    The longest match wins: "gunshot wounds" must tell what "wounds" would.
    """
    for phrase in phrases:
        if " " in phrase:
            for word in phrase.split(" "):
                patterns[phrase] |= patterns.get(word, 0) & PARTED


def _patterns(first: str, form: TriggerForm, frame: Frame) -> Iterator[tuple[str, int]]:
    classes = noun_classes()
    lemma = form.lemma.partition(" ")[0]
    usual = COMMON if lemma in classes["common"] else EVERYDAY
    if form.pos == "noun" and form.form == OF_ACT:
        return  # the verb opens by the same words
    if form.pos == "item":
        yield " ".join((first, *form.words)), usual
    elif not form.words:
        yield first, usual if form.lemma in classes["everyday"] else FORCE
    elif OWNER in form.words and not form.gap:
        # "fell into rebel hands": neither part alone tells much
        at = form.words.index(OWNER)
        yield " ".join((first, *form.words[:at])), BEGUN
        yield " ".join(form.words[at + 1 :]), ENDED
    elif not form.gap:
        is_weak = frame.strength == "weak" and form.pos == "verb"
        is_weak = is_weak and _GRAVE.isdisjoint(form.words) and len(form.words) < _TELLING
        is_phrase = word_tags().get(form.words[-1], "") not in _PARTICLES  # "stopped work"
        weak = EVERYDAY if is_phrase else usual
        yield " ".join((first, *form.words)), weak if is_weak else FORCE
    else:
        # "take ... hostage": the last words are rarer than the verb, unless they are particles.
        literal = max(form.words, key=len)
        is_particle = word_tags().get(literal, "") in _PARTICLES
        if is_particle:
            yield first, usual
        elif word_tags().get(first, "") in _AUXILIARIES:  # "had ... his throat": everywhere
            yield literal, EVERYDAY
        else:
            yield first, BEGUN
            yield literal, ENDED
        if literal in _GRAVE:
            yield literal, GRAVELY
        if usual is not COMMON or not is_particle:
            yield " ".join((first, *form.words)), FORCE  # "was beaten up", "set on fire"

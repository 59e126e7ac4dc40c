"""Which sentences are worth reading: one scan over the raw text before anything is tokenised.

A word that always tells of force opens the gate alone ("killed", "air strike"). An everyday word
("fire", "march") opens it in company of an armed group, a captive or a weapon, and alone in a text
dense with force; the commonest verbs ("take", "make") only in company. In a note of up to three
sentences each of them opens it alone. Most of ordinary news never gets further than this scan.
"""

from bisect import bisect_right
from collections.abc import Mapping

from ahocorasick_rs import AhoCorasick, MatchKind

from coder.lexicon.load import Lexicon
from coder.lexicon.words import noun_classes
from coder.rules.model import OF_ACT, TriggerForm
from coder.rules.openers import (
    BEHIND,
    BESIDE,
    COMMON,
    CUE,
    DYING,
    ENDED,
    EVERYDAY,
    FORCE,
    GRAVELY,
    PARTED,
    add_parts,
)
from coder.rules.ruleset import RuleSet
from coder.rules.triggers import TriggerForms
from coder.values.text import NormalisedText, Sentence
from coder.values.value import value

_NAMING = (
    *("were identified as", "was identified as", "been identified as", "victims were identified"),
    *("identified the", "was named as", "were named as"),
    *("among the dead", "among the injured", "among the victims", "among the wounded"),
    *("the victims are", "the dead are", "the dead were", "the wounded are", "the injured are"),
    *("the wounded were", "the injured were", "the victims were", "the victim was"),
)
_BLAME = (
    *("claimed responsibility", "claim of responsibility", "responsibility for"),
    *("was the work of", "is the work of", "were the work of"),
    *("killers were", "murderers were", "assassins were", "attackers were", "assailants were"),
    *("killers are", "assassins are", "attackers are", "murderers are", "kidnappers are"),
    *("kidnappers were", "killer was", "attacker was", "bomber was", "gunman was"),
    *("the attackers,", "the assailants,", "the killers,", "the murderers,", "the assassins,"),
    *("the kidnappers,", "the abductors,", "the bombers,", "the hijackers,", "the perpetrators,"),
    *("of the crime", "of this crime", "for the crime", "for this crime", "in the crime"),
    *("in this crime", "to the crime", "to this crime", "behind the crime"),
)
_DID_IT = (
    *("did it", "done it", "point the finger", "pointed the finger", "fingers pointed"),
    *("suspicion fell", "suspicion falls", "suspicion has fallen", "suspicion is likely"),
    *("blame fell", "blame falls", "blame has fallen"),
    *("slogans of", "slogans from", "initials of", "emblem of", "leaflets of", "leaflets from"),
    *("graffiti of", "insignia of", "pamphlets of", "be behind the", "to be behind it"),
    *("suspicion immediately", "suspicion quickly", "suspicion centred", "suspicion centered"),
    *("evidence points to", "evidence pointed to", "signs point to", "signs pointed to"),
    *("it was behind", "they were behind", "is behind the", "was behind the"),
)
_NOT_SO = "not true"
_KNEW_NOTHING = (
    *("knew nothing", "knows nothing", "know nothing", "nothing to do with", "no knowledge of"),
    *("no hand in", "no part in", "not responsible", "distanced itself", "retracted"),
)
_CAME_ABOUT = tuple(
    f"{known} {verb}"
    for known in ("it", "this", "which", "incident", "event", "tragedy")
    for verb in ("happened", "occurred", "took place")
)
_CAME = tuple(
    f"the {doers} {verb}"
    for doers in ("attackers", "assailants", "gunmen", "bandits", "raiders", "militants")
    for verb in ("arrived", "came", "struck", "invaded", "entered")
)
_SAID_OF_IT = (
    *("confirmed the", "confirming the", "confirmed it", "confirmed this", "was confirmed by"),
    *("took part", "taking part", "people attended", "attending", "turnout", "the crowd at"),
    *("attendance at", "crowd was estimated", "joined the march", "joined the rally"),
    *("joined the protest", "joined the demonstration", "drew about", "drew some", "numbering"),
)
_CHANGED = (
    *("revised the figure", "revised the number", "revised it", "revised that", "lowered it to"),
    *("lowered the figure", "lowered the number", "lowered that", "reduced it to", "raised it to"),
    *("reduced the figure", "corrected the figure", "corrected the number", "corrected it to"),
    *("figure it later", "its own at"),
)
# A text with force in every eighth sentence is about force: there everyday words count alone.
_DENSE = 8
_THICK = 4  # and in every fourth: there even half a trigger is worth a look
_ARMED = 4  # the same for words of force and of who bears arms
_NOTE = 3  # sentences: a note or a brief says little, so each of its everyday words counts
_BRIEF = 6  # sentences
_PRONOUNS = ("they ", "he ", "she ", "all ", "both ")
_THEY = ("they ",)
_THEY_ARE = ("they are ", "they were ", "he is ", "he was ", "she is ", "she was ")
_OF_THEM = " of them "
_REMAINS = "remains of"
_BEHIND_WITHIN = 4  # sentences: "Separatists were suspected", "Two of them died" stand near an act
_ORDINARY = COMMON | EVERYDAY
_ANY_FORCE = FORCE | CUE | DYING
_NOWHERE: frozenset[int] = frozenset()
_LOWER_BREAKS = str.maketrans("\n", " ")


@value
class Opened:
    """Positions of the sentences to read for events, and of those to read for nothing else.

    The latter hold a word that states or controls, in a text or sentence about force. ``own`` are
    those of ``events`` that nothing but their own words opens: without a trigger they are not read.
    ``beside`` may hold some of these, for the case that they are not.
    """

    events: list[int]
    beside: list[int]
    own: frozenset[int]


class Gate:
    """The scan, built once from the rules and word lists.

    ``beside`` are words of what is told and is no event; none is a part of a longer trigger here.
    """

    __slots__ = ("_automaton", "_kinds", "_nouns", "_patterns", "_triggers")

    def __init__(
        self, rules: RuleSet, lexicon: Lexicon, beside: frozenset[str] = frozenset()
    ) -> None:
        self._triggers = rules.trigger_forms
        self._nouns = _NounsUnder(rules.trigger_forms)
        patterns: dict[str, int] = dict.fromkeys(lexicon.force_words, CUE)
        patterns.update(dict.fromkeys((*noun_classes()["captivity"], _REMAINS), CUE))
        patterns.update(dict.fromkeys((*_BLAME, *_NAMING), FORCE))
        classes = noun_classes()
        behind = (*_DID_IT, *_CAME_ABOUT, *_CAME, *_CHANGED, *_SAID_OF_IT)
        words = (*classes["blaming"], *classes["label_doers"], *classes["denying"])
        for word in (*words, *classes["untrue"], _NOT_SO, *_KNEW_NOTHING, *behind):
            patterns[word] = patterns.get(word, 0) | BEHIND
        for word in classes["dying"]:
            patterns[word] = patterns.get(word, 0) | BEHIND | DYING
        for word in beside:
            patterns[word] = patterns.get(word, 0) | BESIDE
        self._patterns = {**rules.openers}
        for word, kind in patterns.items():
            self._patterns[word] = self._patterns.get(word, 0) | kind
        add_parts(self._patterns, patterns)
        self._kinds = tuple(self._patterns.values())
        self._automaton = AhoCorasick(list(self._patterns), matchkind=MatchKind.LeftmostLongest)

    def scan(
        self,
        section: NormalisedText,
        spans: list[tuple[int, int]],
        *,
        is_text: bool = True,
        events_alone: bool = False,
    ) -> Opened:
        """Which sentences are read, and for what; for nothing else where ``events_alone``."""
        lowered = _lower(section.text)
        found = self._kinds_in(lowered, [start for start, _ in spans])
        if not found:
            return Opened(events=[], beside=[], own=_NOWHERE)
        forceful = len([kind for kind in found.values() if kind & (FORCE | DYING)])
        alone, ordinary = _what_opens(forceful, len(spans), is_text=is_text)
        opened = {
            number
            for number, kind in found.items()
            if kind & alone or (kind & CUE and kind & ordinary)
        }
        context = _open_more(opened, found, lowered, spans) if opened else set[int]()
        is_dense = forceful * _DENSE >= len(spans)
        own = _NOWHERE if is_dense else frozenset(opened - context)
        beside = [] if events_alone else _beside(opened, own, found, forceful, len(spans))
        return Opened(events=sorted(opened), beside=beside, own=own)

    def _kinds_in(self, lowered: str, starts: list[int]) -> dict[int, int]:
        """The kinds of the words found in each sentence that has any, by its position."""
        kinds = self._kinds
        size = len(lowered)
        found: dict[int, int] = {}
        for pattern, start, end in self._automaton.find_matches_as_indexes(lowered):
            kind = kinds[pattern]
            if (start and lowered[start - 1].isalnum()) or (end < size and lowered[end].isalnum()):
                # Most of what is found so is one word inside another ("pit" in "hospital").
                is_phrase = lowered.find(" ", start, end) >= 0
                kind = self._words_inside(lowered, start, end) if is_phrase else 0
                if not kind:
                    continue
            number = bisect_right(starts, start) - 1
            known = found.get(number, 0)
            both = known | kind
            if both & PARTED == PARTED:
                kind |= EVERYDAY
            if both & GRAVELY and known & _ORDINARY and kind & (_ORDINARY | ENDED):
                both |= CUE  # "a battle left four dead": company for each other
            elif both & DYING and known & kind & EVERYDAY:
                both |= CUE  # "four died when their bus was fired on"
            found[number] = both | kind
        found.pop(-1, None)
        return found

    def _words_inside(self, lowered: str, start: int, end: int) -> int:
        """The kinds of whole words under a phrase that ended inside one ("police raid|ed")."""
        size = len(lowered)
        while end < size and lowered[end].isalnum():
            end += 1
        while start and lowered[start - 1].isalnum():
            start -= 1
        kind = 0
        for word in lowered[start:end].split(" "):
            kind |= self._patterns.get(word, 0)
        return kind

    def event_nouns(self, sentence: Sentence) -> frozenset[int]:
        """Tokens that end a noun trigger, or are the head of one that a verb makes."""
        triggers, nouns = self._triggers, self._nouns
        norms, vocabulary = sentence.norms, sentence.vocabulary
        if triggers.keys().isdisjoint(vocabulary):
            return _NOWHERE
        return frozenset(
            [
                token + to_head
                for token, norm in enumerate(norms)
                if norm in triggers
                for words, to_head in nouns[norm]
                if not words
                or (words[0] in vocabulary and norms[token + 1 : token + 1 + len(words)] == words)
            ]
        )


class _NounsUnder(dict[str, tuple[tuple[tuple[str, ...], int], ...]]):
    """The further words of the noun triggers that begin with a word, and where the head is."""

    __slots__ = ("_triggers",)

    def __init__(self, triggers: Mapping[str, TriggerForms]) -> None:
        super().__init__()
        self._triggers = triggers

    def __missing__(self, first: str) -> tuple[tuple[tuple[str, ...], int], ...]:
        """Read the forms under a word when a text first holds it."""
        nouns = (form for form in self._triggers[first] if form.pos == "noun")
        found = self[first] = tuple({_of_noun(form): None for form in nouns})
        return found


def _open_more(
    opened: set[int], found: dict[int, int], lowered: str, spans: list[tuple[int, int]]
) -> set[int]:
    """Add the sentences that go on with what those opened tell; one may follow another.

    Returns those that are read though they may hold no trigger.
    """
    # "They were freed on Thursday": the company stands in the sentence before.
    for number, kind in found.items():
        if kind & _ORDINARY and number - 1 in opened and number not in opened:
            start, end = spans[number]
            if lowered.startswith(_PRONOUNS, start) or lowered.find(_OF_THEM, start, end) >= 0:
                opened.add(number)
    # "They are A, B and C": the names of those told of in the sentence before.
    context = {
        number + 1
        for number in opened
        if number + 1 < len(spans) and lowered.startswith(_THEY_ARE, spans[number + 1][0])
    }
    # "40 men came to A on Sunday. They killed 26": when and where, whatever its words.
    context |= {
        number - 1
        for number in opened
        if number > 0 and lowered.startswith(_THEY, spans[number][0])
    }
    if len(spans) <= _BRIEF:
        context.add(0)  # the first sentence of a brief says where, whatever its words
    opened |= context
    # "Separatists were suspected", "one later died": of an act told a few sentences before.
    for number, kind in found.items():
        if kind & BEHIND and not opened.isdisjoint(range(number - _BEHIND_WITHIN, number)):
            context.add(number)
            opened.add(number)
    return context


def _beside(
    opened: set[int], own: frozenset[int], found: dict[int, int], forceful: int, size: int
) -> list[int]:
    """The sentences read for what they state or control alone, by force.

    In a text about something else one of its sentences seldom does. With them those that open by
    their ``own`` words.
    """
    armed = len([kind for kind in found.values() if kind & _ANY_FORCE])
    is_dense = forceful > 0 and forceful * _DENSE >= size
    near = _ANY_FORCE | (EVERYDAY if forceful else 0) if armed * _ARMED >= size else 0
    return sorted(
        [
            number
            for number, kind in found.items()
            if kind & BESIDE
            and (number in own or (number not in opened and (is_dense or kind & near)))
        ]
    )


def _what_opens(forceful: int, size: int, *, is_text: bool) -> tuple[int, int]:
    """The kinds that open a sentence alone, and in company, by how much force a text tells."""
    alone, in_company = FORCE, _ORDINARY
    is_note = is_text and size <= _NOTE
    if is_note:
        alone |= _ORDINARY
    elif forceful * _DENSE >= size:
        alone |= EVERYDAY
    if is_note or forceful * _THICK >= size:
        alone |= ENDED
        in_company |= ENDED
    return alone, in_company


def _of_noun(form: TriggerForm) -> tuple[tuple[str, ...], int]:
    """The words behind the first of a noun and how many lead to its head.

    "Of" stands behind one that a verb makes: "the gunning down of".
    """
    return ((*form.words, "of"), 0) if form.form == OF_ACT else (form.words, len(form.words))


def _lower(text: str) -> str:
    """The text in small letters, offsets kept, line breaks as spaces."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join([low if len(low := char.lower()) == 1 else char for char in text])
    return lowered.translate(_LOWER_BREAKS) if "\n" in lowered else lowered

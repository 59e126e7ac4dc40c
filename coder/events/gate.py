"""Which sentences are worth reading: one scan over the raw text before anything is tokenised.

A word that always tells of force opens the gate alone ("killed", "air strike"). An everyday word
("fire", "march") opens it in company of an armed group, a captive or a weapon, and alone in a text
dense with force; the commonest verbs ("take", "make") only in company. In a note of up to three
sentences each of them opens it alone. Most of ordinary news never gets further than this scan.
"""

from bisect import bisect_right
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from coder.lexicon.load import Lexicon
from coder.lexicon.words import noun_classes, word_tags
from coder.rules.model import OF_ACT, OWNER, TriggerForm
from coder.rules.ruleset import RuleSet
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
_TELLING = 2  # further words: "took to the streets" needs no company
_PRONOUNS = ("they ", "he ", "she ", "all ", "both ")
_THEY_ARE = ("they are ", "they were ", "he is ", "he was ", "she is ", "she was ")
_OF_THEM = " of them "
_GRAVE = frozenset({"dead", "death", "hostage", "hostages", "ablaze", "alight"})
_REMAINS = "remains of"
_PARTICLES = frozenset({"A", "P", "D", "R", "T", "o"})
_AUXILIARIES = frozenset("BHO")  # be, have, do
_BEHIND_WITHIN = 4  # sentences: "Separatists were suspected", "Two of them died" stand near an act
_COMMON, _EVERYDAY, _CUE, _FORCE, _BESIDE, _BEHIND = 1, 2, 4, 8, 16, 32
_GRAVELY, _DYING, _BEGUN, _ENDED = 64, 128, 256, 512
_ORDINARY = _COMMON | _EVERYDAY
_PARTED = _BEGUN | _ENDED  # both parts of "lost ... lives"; one alone is no trigger
_ANY_FORCE = _FORCE | _CUE | _DYING
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

    __slots__ = ("_automaton", "_is_phrase", "_kinds", "_nouns", "_singles")

    def __init__(
        self, rules: RuleSet, lexicon: Lexicon, beside: frozenset[str] = frozenset()
    ) -> None:
        self._nouns = {
            first: found
            for first, forms in rules.trigger_forms.items()
            if (found := tuple({_of_noun(form): None for form in forms if form.pos == "noun"}))
        }
        patterns: dict[str, int] = dict.fromkeys(lexicon.force_words, _CUE)
        patterns.update(dict.fromkeys((*noun_classes()["captivity"], _REMAINS), _CUE))
        patterns.update(dict.fromkeys((*_BLAME, *_NAMING), _FORCE))
        for first, forms in rules.trigger_forms.items():
            for form in forms:
                for pattern, kind in _patterns(first, form, rules):
                    patterns[pattern] = patterns.get(pattern, 0) | kind
        classes = noun_classes()
        behind = (*_DID_IT, *_CAME_ABOUT, *_CAME, *_CHANGED)
        words = (*classes["blaming"], *classes["label_doers"], *classes["denying"])
        for word in (*words, *classes["untrue"], _NOT_SO, *_KNEW_NOTHING, *behind):
            patterns[word] = patterns.get(word, 0) | _BEHIND
        for word in noun_classes()["dying"]:
            patterns[word] = patterns.get(word, 0) | _BEHIND | _DYING
        for word in beside:
            patterns[word] = patterns.get(word, 0) | _BESIDE
        # The longest match wins: "gunshot wounds" must tell what "wounds" would.
        for pattern in [it for it in patterns if " " in it]:
            for word in pattern.split(" "):
                patterns[pattern] |= patterns.get(word, 0) & _PARTED
        self._kinds = tuple(patterns.values())
        self._is_phrase = tuple([" " in pattern for pattern in patterns])
        self._singles = {word: kind for word, kind in patterns.items() if " " not in word}
        self._automaton = AhoCorasick(list(patterns), matchkind=MatchKind.LeftmostLongest)

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
        forceful = len([kind for kind in found.values() if kind & (_FORCE | _DYING)])
        alone, ordinary = _what_opens(forceful, len(spans), is_text=is_text)
        opened = {
            number
            for number, kind in found.items()
            if kind & alone or (kind & _CUE and kind & ordinary)
        }
        context = _open_more(opened, found, lowered, spans) if opened else set[int]()
        is_dense = forceful * _DENSE >= len(spans)
        own = _NOWHERE if is_dense else frozenset(opened - context)
        beside = [] if events_alone else _beside(opened, own, found, forceful, len(spans))
        return Opened(events=sorted(opened), beside=beside, own=own)

    def _kinds_in(self, lowered: str, starts: list[int]) -> dict[int, int]:
        """The kinds of the words found in each sentence that has any, by its position."""
        kinds, is_phrase = self._kinds, self._is_phrase
        size = len(lowered)
        found: dict[int, int] = {}
        for pattern, start, end in self._automaton.find_matches_as_indexes(lowered):
            kind = kinds[pattern]
            if (start and lowered[start - 1].isalnum()) or (end < size and lowered[end].isalnum()):
                # Most of what is found so is one word inside another ("pit" in "hospital").
                kind = self._words_inside(lowered, start, end) if is_phrase[pattern] else 0
                if not kind:
                    continue
            number = bisect_right(starts, start) - 1
            known = found.get(number, 0)
            both = known | kind
            if both & _PARTED == _PARTED:
                kind |= _EVERYDAY
            if both & _GRAVELY and known & _ORDINARY and kind & (_ORDINARY | _ENDED):
                both |= _CUE  # "a battle left four dead": company for each other
            elif both & _DYING and known & kind & _EVERYDAY:
                both |= _CUE  # "four died when their bus was fired on"
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
            kind |= self._singles.get(word, 0)
        return kind

    def event_nouns(self, sentence: Sentence) -> frozenset[int]:
        """Tokens that end a noun trigger, or are the head of one that a verb makes."""
        nouns = self._nouns
        norms, vocabulary = sentence.norms, sentence.vocabulary
        if nouns.keys().isdisjoint(vocabulary):
            return _NOWHERE
        return frozenset(
            [
                token + to_head
                for token, norm in enumerate(norms)
                if norm in nouns
                for words, to_head in nouns[norm]
                if not words
                or (words[0] in vocabulary and norms[token + 1 : token + 1 + len(words)] == words)
            ]
        )


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
    if len(spans) <= _BRIEF:
        context.add(0)  # the first sentence of a brief says where, whatever its words
    opened |= context
    # "Separatists were suspected", "one later died": of an act told a few sentences before.
    for number, kind in found.items():
        if kind & _BEHIND and not opened.isdisjoint(range(number - _BEHIND_WITHIN, number)):
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
    near = _ANY_FORCE | (_EVERYDAY if forceful else 0) if armed * _ARMED >= size else 0
    return sorted(
        [
            number
            for number, kind in found.items()
            if kind & _BESIDE
            and (number in own or (number not in opened and (is_dense or kind & near)))
        ]
    )


def _what_opens(forceful: int, size: int, *, is_text: bool) -> tuple[int, int]:
    """The kinds that open a sentence alone, and in company, by how much force a text tells."""
    alone, in_company = _FORCE, _ORDINARY
    is_note = is_text and size <= _NOTE
    if is_note:
        alone |= _ORDINARY
    elif forceful * _DENSE >= size:
        alone |= _EVERYDAY
    if is_note or forceful * _THICK >= size:
        alone |= _ENDED
        in_company |= _ENDED
    return alone, in_company


def _of_noun(form: TriggerForm) -> tuple[tuple[str, ...], int]:
    """The words behind the first of a noun and how many lead to its head.

    "Of" stands behind one that a verb makes: "the gunning down of".
    """
    return ((*form.words, "of"), 0) if form.form == OF_ACT else (form.words, len(form.words))


def _patterns(first: str, form: TriggerForm, rules: RuleSet) -> Iterator[tuple[str, int]]:
    """What to look for so that no place the trigger can stand is missed."""
    classes = noun_classes()
    lemma = form.lemma.partition(" ")[0]
    usual = _COMMON if lemma in classes["common"] else _EVERYDAY
    if form.pos == "noun" and form.form == OF_ACT:
        return  # the verb opens by the same words
    if form.pos == "item":
        yield " ".join((first, *form.words)), usual
    elif not form.words:
        yield first, usual if form.lemma in classes["everyday"] else _FORCE
    elif OWNER in form.words and not form.gap:
        # "fell into rebel hands": neither part alone tells much
        at = form.words.index(OWNER)
        yield " ".join((first, *form.words[:at])), _BEGUN
        yield " ".join(form.words[at + 1 :]), _ENDED
    elif not form.gap:
        is_weak = rules.frames[form.frame].strength == "weak" and form.pos == "verb"
        is_weak = is_weak and _GRAVE.isdisjoint(form.words) and len(form.words) < _TELLING
        is_phrase = word_tags().get(form.words[-1], "") not in _PARTICLES  # "stopped work"
        weak = _EVERYDAY if is_phrase else usual
        yield " ".join((first, *form.words)), weak if is_weak else _FORCE
    else:
        # "take ... hostage": the last words are rarer than the verb, unless they are particles.
        literal = max(form.words, key=len)
        is_particle = word_tags().get(literal, "") in _PARTICLES
        if is_particle:
            yield first, usual
        elif word_tags().get(first, "") in _AUXILIARIES:  # "had ... his throat": everywhere
            yield literal, _EVERYDAY
        else:
            yield first, _BEGUN
            yield literal, _ENDED
        if literal in _GRAVE:
            yield literal, _GRAVELY
        if usual is not _COMMON or not is_particle:
            yield " ".join((first, *form.words)), _FORCE  # "was beaten up", "set on fire"


def _lower(text: str) -> str:
    """The text in small letters, offsets kept, line breaks as spaces."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join([low if len(low := char.lower()) == 1 else char for char in text])
    return lowered.translate(_LOWER_BREAKS) if "\n" in lowered else lowered

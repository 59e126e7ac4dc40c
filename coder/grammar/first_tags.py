"""The first tag of each word: what the dictionary and its letters say, whoever stands beside it.

A capital counts where a text is written in mixed letters, but not in a headline and not on the
first word of a sentence.
"""

import re
from functools import cache

from coder.lexicon.entries import Entry, PersonNoun
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import word_tags
from coder.text.tokens import written_out
from coder.values.kept import Kept
from coder.values.labels import CaseProfile
from coder.values.text import Sentence

_PUNCTUATION = {
    ",": ",",
    ".": ".",
    "!": ".",
    "?": ".",
    "...": ":",
    "\u2026": ":",
    ";": ":",
    ":": ":",
    "-": ":",
    "--": ":",
    "\u2014": ":",
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
    '"': '"',
    "'": '"',
    "'s": "S",
    "'S": "S",
    "/": "C",
    "+": "C",
    "&": "C",
    "%": "N",
    "$": "#",
}
_NUMBER = re.compile(r"[0-9][0-9.,:]*(?:st|nd|rd|th|x|-odd|-plus)?\Z")
_WEIGHT = re.compile(r"[0-9][0-9.,]*(?:kgs?|kilos|lbs|tons?|tonnes?|grams)\Z")
_ARTICLES_OF_NAMES = ("al-", "el-", "ul-", "ash-", "as-", "an-", "ar-", "ad-", "az-", "ibn-")
_HEADING = 12  # tokens in front of a note
_TITLE_SHARE = 0.7
_ENDING = re.compile(r"(?:ed|ing|ly)$")
_FINITE = frozenset("BHM")
_ADVERBS = ("edly", "ingly", "ously", "lessly")  # no name ends so
_MIN_TITLE_WORDS = 4
_OF_ADJECTIVES = ("ial", "ical", "ous", "ive", "ate", "ful", "less")  # "extrajudicial|ly"
_NEVER_VERBS, _RARE_VERBS = frozenset("NJH"), frozenset("ns")
_BEFORE_NOUNS = frozenset("DJ#PS")
_SMALL_IN_TITLES = frozenset("PCDUTWRMBHAQ")  # "after", "from", "with": no nouns and no verbs
_MIXED = CaseProfile.MIXED


class _Memo(Kept[str, str]):
    """Word -> tag, remembered."""

    most = 300_000

    def __init__(self, *, trusts_capitals: bool) -> None:
        super().__init__()
        self._trusts_capitals = trusts_capitals
        self._tags = word_tags()
        self._names = load_lexicon().given_names
        self._persons = load_lexicon().persons

    def __missing__(self, word: str) -> str:
        return self.keep(word, self._tag(word))

    def counts_persons(self, norm: str) -> bool:
        """Whether a word of no dictionary is a listed noun for people: "councillors", "dacoits"."""
        found = self._persons.get(norm)
        return found is not None and norm.isalpha() and all(_counts(term.entry) for term in found)

    def _tag(self, word: str) -> str:  # noqa: PLR0911 - one answer a construction
        found = _PUNCTUATION.get(word)
        if found is not None:
            return found
        word = written_out(word) or word
        norm = word.lower()
        if not word[0].isalnum():
            return self._tags.get(norm, "'")
        if word[0].isdigit():
            return _of_number(norm)
        known = "#" if _is_number(norm) else self._tags.get(norm)
        if self._trusts_capitals and word[0].isupper():
            return self._of_capital(word, known)
        if known is not None:
            return "g" if known == "N" and norm.endswith("ing") else known
        if norm in self._names:
            return "E"  # "AHMED" ends as a verb does
        if not self._trusts_capitals and "-" not in norm:
            return _by_ending(norm) or "E"
        is_double = not self._trusts_capitals and self._tags.keys().isdisjoint(norm.split("-"))
        if is_double or norm.startswith(_ARTICLES_OF_NAMES):
            return "E"  # "ANA LEON-GOMEZ", "al-islamiyya"
        return _by_ending(norm) or ("J" if "-" in norm else "N")

    def _of_capital(self, word: str, known: str | None) -> str:
        """The tag of a word with a capital: a name, a word of grammar, or "US-owned"."""
        if len(word) > 1 and word.isupper():
            return "E"  # "US", "IS", "WHO": an acronym, not the word
        if known is not None and known in "DPCTRMBHOUWQ!A#":
            return known
        last = word.rpartition("-")[2]
        if self._tags.get(last) == "X":
            return "J"
        # "a U-turn", "an X-ray": a letter before a word in small letters names nobody
        return "N" if word[1:2] == "-" and last.islower() and len(last) == len(word) - 2 else "E"


def _is_number(norm: str) -> bool:
    """Whether all parts of a hyphenated word are number words: "thirty-eight", "thirty-odd"."""
    numbers = norm.removesuffix("-odd").removesuffix("-some").split("-")
    return "-" in norm and all(word_tags().get(number) == "#" for number in numbers)


def _of_number(norm: str) -> str:
    """The tag of a word that begins with a digit: a number, an age, or "3-storey"."""
    if norm.endswith("-year-old"):
        return "y"
    if norm[-1] in "gsn" and _WEIGHT.match(norm) is not None:
        return "N"  # "12kg of explosives"
    return "#" if _NUMBER.match(norm) or norm[-1].isdigit() else "J"


def _counts(entry: Entry) -> bool:
    """Whether an entry is a noun for persons, and no people ("Chechen") or body ("diaspora")."""
    is_people = isinstance(entry, PersonNoun) and entry.is_open and not entry.armed
    return isinstance(entry, PersonNoun) and entry.kind == "person" and not is_people


def _by_ending(norm: str) -> str | None:  # noqa: PLR0911 - one answer a construction
    """Guess the class of an unknown word; None where its ending says nothing."""
    head, _, last = norm.rpartition("-")
    if head:
        known = word_tags().get(last)
        if known in ("N", "X", "G", "J", "n"):
            return {"X": "X", "G": "J", "J": "J"}.get(known, "N")
        return None
    if len(norm) > 4:  # noqa: PLR2004 - shorter words have no ending to speak of
        if norm.endswith("ed"):
            return "X"
        if norm.endswith("ing"):
            return "G"
        if norm.endswith("ly"):
            return "A" if norm.endswith(_ADVERBS) or _is_of_word(norm[:-2]) else None
        if norm.endswith(("tion", "ment", "ness", "ists", "ers", "arity", "ility", "ivity")):
            return "N"
    return None


def _is_of_word(stem: str) -> bool:
    """As of "heinous|ly", "murk|ily"; no name like "Donnel|ly" is made of a word."""
    return stem.endswith(_OF_ADJECTIVES) or not word_tags().keys().isdisjoint(
        (stem, f"{stem}le", f"{stem}e", f"{stem[:-1]}y")
    )


@cache
def _memos() -> tuple[_Memo, _Memo]:
    return _Memo(trusts_capitals=True), _Memo(trusts_capitals=False)


def first_tags(sentence: Sentence) -> str:
    """One tag a token.

    >>> from coder.text import normalise, tokenise
    >>> from coder.values.labels import Section
    >>> text = "Gunmen attack Mopti."
    >>> first_tags(tokenise(normalise(text, Section.TEXT), 0, len(text), 0))
    'NnE.'
    """
    words = sentence.words
    trusting, plain = _memos()
    if sentence.case is not _MIXED:
        return "".join(map(plain.__getitem__, words))
    return _tag_start(words, "".join(map(trusting.__getitem__, words)), plain)


def is_no_verb(sentence: Sentence, token: int) -> bool:
    """Whether a word is no verb whatever else its sentence holds: "the march", "in an attack".

    False is undecided, as for a word with a capital and for the first one.
    """
    if not token:
        return False
    memo = _memos()[sentence.case is not _MIXED]
    tag = memo[sentence.words[token]]
    return tag in _NEVER_VERBS or (
        tag in _RARE_VERBS and memo[sentence.words[token - 1]] in _BEFORE_NOUNS
    )


def _tag_start(words: tuple[str, ...], tags: str, plain: _Memo) -> str:
    """The first word's capital proves nothing; in a headline no word's does."""
    if _is_in_title_case(words):
        return "".join(map(plain.__getitem__, words))
    at = tags.find(":E", 0, _HEADING)
    if at > 0:  # "Yala - Policeman dies": the first word behind a heading proves nothing either
        found = _first(words[at + 1], plain, tags[at + 2 : at + 3])
        tags = tags[: at + 1] + found + tags[at + 2 :]
    if tags[0] == "E":
        return _first(words[0], plain, tags[1:2]) + tags[1:]
    if tags[0] in "\"'(:" and len(tags) > 1 and tags[1] == "E":
        return tags[0] + _first(words[1], plain, tags[2:3]) + tags[2:]
    return tags


def _is_in_title_case(words: tuple[str, ...]) -> bool:
    """Whether nearly all words of more than three letters have capitals, and no noun lacks one."""
    kinds = list(map(_cases.__getitem__, words))
    capitals, small = kinds.count(_CAPITAL), kinds.count(_SMALL)
    return (
        capitals + small >= _MIN_TITLE_WORDS
        and small < (1 - _TITLE_SHARE) * (capitals + small)
        and all(
            word_tags().get(word, "P") in _SMALL_IN_TITLES
            for word, kind in zip(words, kinds, strict=True)
            if kind == _SMALL
        )
    )


_SHORT_WORD, _SMALL, _CAPITAL = 0, 1, 2


class _Cases(Kept[str, int]):
    """Whether a word has a capital, and is long enough to tell."""

    def __missing__(self, word: str) -> int:
        if len(word) <= 3 or not word[0].isalpha():  # noqa: PLR2004
            return self.keep(word, _SHORT_WORD)
        return self.keep(word, _CAPITAL if word[0].isupper() else _SMALL)


_cases = _Cases()


def _first(word: str, plain: _Memo, following: str) -> str:
    """The tag of a first word with a capital: its ordinary one, a name where it has none."""
    if word.lower() in word_tags():
        is_given = following == "E" and word.lower() in load_lexicon().given_names
        return "E" if is_given else plain[word]  # "Peter Odongo", no "to peter out"
    if plain.counts_persons(word.lower()):
        return "N"
    is_verbal = following != "E" and word.endswith(("ed", "ing", "ly"))
    if is_verbal and following in _FINITE and not _is_of_word(_ENDING.sub("", word.lower())):
        return "E"  # "Tololing is", "Sayed was"
    return plain[word] if is_verbal else "E"

"""Sentence -> one tag character per token: the string every grammar pattern runs on.

=====  ==========================================  =====  =====================================
``D``  determiner, possessive pronoun              ``V``  verb, base or present plural
``J``  adjective                                   ``Z``  verb, third person present
``N``  common noun                                 ``X``  past or participle (same form)
``E``  proper name                                 ``L``  past only ("took")
``n``  noun or base verb ("attack")                ``K``  participle only ("taken")
``s``  plural noun or third person ("attacks")     ``G``  -ing form
``#``  number, quantity word                       ``M``  modal
``R``  pronoun                                     ``B H O``  be, have, do
``A``  adverb                                      ``!``  negation
``P``  preposition                                 ``T``  to
``C``  and, or, but                                ``U``  subordinating conjunction
``W``  relative pronoun                            ``t``  part of a time expression
``S``  possessive mark                             ``" , . : ( )``  punctuation
=====  ==========================================  =====  =====================================

A word's first tag is a dictionary look-up; substitutions then settle what its neighbours decide.
"""

import re
from functools import cache

from coder.grammar.headlines import with_headline_verbs
from coder.grammar.tag_words import by_words
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
        return "J" if self._tags.get(word.rpartition("-")[2]) == "X" else "E"


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
        if norm.endswith(("tion", "ment", "ness", "ists", "ers")):
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


# Behind a noun group: what shows that a participle was its noun.
_ENDS_GROUP = r"(?=A?[BHMXL]|[PCZ,.:)\"SUW]|$)"
_OPENING = r"(^(?:A{1,2},?|Pt{1,2},?|P[DJ#ENnst]{1,8},)?|U)"  # "Meanwhile,", "In Gao,", "that"
# What neighbours decide: a tag that must be there for the rule to apply, the pattern, what it
# becomes. Each pattern keeps the length of the string; the order is the order of need.
_FIXES: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (needed, re.compile(pattern), replacement)
    for needed, pattern, replacement in (
        # "that": after a noun and before a verb it is relative, after a verb or noun a conjunction.
        ("Q", r"Q(?<=[NEns#,t].)(?=[A!]?[VZXLMBHO])", "W"),
        ("Qs", r"(?<=[NnE])Qs(?=E)", "WZ"),  # "an offshoot that controls Abyan"
        ("Q", r"Q(?<=[DJS][gGV].)(?=[A!]?[XLBHMOZ])", "W"),  # "a shooting that took place"
        ("Q", r"Q(?:(?<=[VZXLKGJNEnsA,\"R)t].)|(?=D))", "U"),
        ("Q", r"Q", "D"),
        ("AS", r"(?<=A)S", "B"),  # "there's one farmer who"
        ("PT", r"(?<=P)T", "P"),  # "according to police"
        ("BL", r"(?<=B)L", "K"),  # "is said to"
        ("DX", r"(?<=[NEs])D(?=X[NDR#PTA.])|(?<=B)D(?=XC)", "A"),  # "were either hit or"
        ("DL", r"(?<=[NEs])D(?=L[NDR#PTA.])", "A"),  # "the two groups both claimed it"
        ("PV", r"(?<=P)V(?=[Nn])", "J"),  # "at close range"
        ("PV", r"(?<=P)V(?=[CP.,:)BHMLXt])", "N"),  # "who were on leave and"
        ("DLP", r"(?<=D)L(?=P)", "N"),  # "a slew of"
        ("DM", r"(?<=D)M", "N"),  # "against their will"
        ("DXV", r"(?<=D)X(?=V)", "N"),  # "the wounded include"
        ("XJ#", r"(?<=X)J(?=#)", '"'),  # "shot dead four gunmen": no word of theirs
        # "to" and modals make a verb of the next word, also behind an adverb.
        ("TN", r"T(?=N[BMHO])|(?<=[Nn])T(?=N[P.,C])", "P"),  # "a boy going to school was"
        ("T", r"(T(?:[A!]{1,2}(?=[nN](?![SP]?[.,])))?)[nN]", r"\1V"),
        ("M", r"(M(?:[A!]{1,2}(?=[nN](?![SP]?[.,])))?)[nN]", r"\1V"),
        ("O", r"(O(?:[A!]{1,2}(?=[nN](?![SP]?[.,])))?)[nN]", r"\1V"),
        ("nD", r"^([OUAM]D?)[VN]n(?=D)", r"\1NV"),  # "did (once) the rebels attack the post"
        ("VV", r"^(U?[MO])VV", r"\1NV"),  # "Should gunmen kill them"
        ("J", r"J(?:(?<=[TM].)(?=[DR])|(?<=[MO][!A].)(?=[D#RNEns]))", "V"),  # "to clear the road"
        ("MJ", r"(?<=[NEnsRD]M)J(?=[#NEns])", "V"),  # "they will free hostages"
        ("L", r"(?<=[TM])L", "V"),  # "to lay down their arms"
        ("CnD", r"^([EVn]D[JNns]+C)n(?=D)", r"\1V"),  # "peel the squash and attack the"
        ("DNn", r"(?<=[NWU]DN)n(?=[.,)])", "V"),
        ("Dsn", r"(?<=[NWU]Ds)n(?=[.,)])", "V"),  # "the villages that the rebels control"
        ("Rn", r"(?<=R)n(?=[DPT#JENo])", "V"),
        ("Wn", r"(?<=W)n(?=[DPT#JERtA])", "V"),  # "who work for", "which force them"
        ("Wn", r"(?<=[Ns]W)n(?=[Nns])", "V"),  # "men who attack oil wells"
        # "militants often ambush convoys", "they now plan to attack"
        ("An", r"(?<=[NsEW]A)n(?=[DJ#ENns])|(?<=[NER]A)n(?=T[VBHO])", "V"),
        ("Rs", r"(?<=R)s", "Z"),
        ("Ws", r"(?<=W)s", "Z"),
        ("Es", r"(?<=[Nn]E)s(?=[.,])", "Z"),  # "a figure Israel disputes"
        # "the group still controls parts of the camp", "he also hopes to take it"
        ("As", r"(?<=[NERA]A)s(?=[DJ#ENRs])|(?<=[NnER]A)s(?=T[VBHO])", "Z"),
        ("UZP", r"(?<=U)Z(?=P)", "N"),  # "when suspects in a car"
        ("ZB", r"Z(?=B)", "s"),  # "where fires were burning"
        # "to" before anything but a verb is a preposition.
        ("TZ", r"(?<=T)Z", "N"),  # "set fire to homes"
        ("T", r"T(?=[DE#JtSRGg]|N|s)", "P"),
        ("HP", r"(?<=H)P(?=[BXKL])", "A"),  # "have since been released"
        ("g", r"g(?:(?<=B.)|(?<=B[A!].)|(?<=B[A!][A!].))(?=[PDTE#])", "G"),  # a verb behind "be"
        ("g", r"(?<=[P,C])g(?=[#DE])", "G"),  # "after kidnapping two nurses", ", looting a shop"
        ("gD", r"(?<=[NEsXLVZ])g(?=D)", "G"),  # "boys handling a shell", "denied bombing the town"
        ("g", r"g", "N"),
        # A determiner, adjective or possessive makes a noun of a verb form.
        ("V", r"V(?![DE#])(?:(?<=[DS].)|(?<=[DS][#J].))", "N"),
        ("G", r"G(?![DE#])(?:(?<=[DS].)|(?<=[DS][#J].))", "N"),
        ("G", r"G(?:(?<=[DS].)|(?<=[DS][#J].))(?=[E#D])", "N"),
        ("JG", r"(?<=J)G(?=[PBHMXLZ,.:)C])", "N"),
        ("Z", r"Z(?:(?<=[DS].)|(?<=[DS][#J].))", "N"),
        ("V", r"V(?<=[#J]V)(?![#DE])", "N"),
        ("Z", r"Z(?<=[#J]Z)(?![#DE])", "N"),
        ("Dt", r"(?<=[VXLKZG])D(?=t+(?:[.,PCU]|$))", "R"),  # "released her three days later"
        # Ages are nouns before a verb with its object, or where no noun follows.
        ("y", r"y(?=X[DR#EPA.t]|X[JNns]+[^BHMOXLZ]*$|[BHMOLZWPCU.,:])", "N"),
        ("y", r"y", "J"),
        # A participle before a noun, not behind its subject or an auxiliary, is an adjective.
        ("X", r"X(?<=[DJSP#].)(?=[JXG]?[JNEns])", "J"),
        # "killed two newly hired teachers", "by a recently stolen car"
        ("AX", r"(?:(?<=[VZXLKGPT]DA)|(?<=[VZXKGPT\"]#A))X(?=[JXG]?[JNEns])", "J"),
        ("AK", r"(?:(?<=[VZXLKGPT]DA)|(?<=[VZXKGPT\"]#A))K(?=[JXG]?[JNEns])", "J"),
        ("DX#", r"(?<=[VZXLKPT]D)X(?=#)", "J"),  # "killed a reported 20 people"
        ("X", r"X(?<=[GVZ]X)(?=[Nns])", "J"),  # "a school sheltering displaced people"
        ("XX", _OPENING + r"([D#]?J?[Ns]X)X(?=[Nns])", r"\1\2J"),  # "rebels freed captured men"
        ("JCX", r"(?<=[DPVZG#]JC)X(?=[JNns])", "J"),  # "received heavy and sustained fire"
        ("K", r"(?<=[DJS])(?<![BHO]D)K(?=[JG]?[NEns])", "J"),  # "in a stolen car"
        # Not in a row of verbs: "entered the hall, flogged Father Luc and left".
        (
            "X",
            (
                r"X(?:(?<=^.)|(?<=[VZG:,\"(].))(?=[JNEns]{1,3}[^NEns])(?=[^#D]{1,4}[BHMOXLZVA!])"
                r"(?!(?<=,.)(?:E{1,3}(?:CA?[XL]|U)|[JNEns]{1,3}CA?[XL][DS#R]))"
            ),
            "J",
        ),
        # "Displaced people in the camp took to the streets"
        ("X", _OPENING + r"X(?=[JNns]{1,3}(?:PD?[JNEns]{1,4}){1,2}A?[BHMXLZV])", r"\1J"),
        ("DX", rf"(?<=D)(?<!#D)X{_ENDS_GROUP}", "N"),
        ("SX", rf"(?<=S)X{_ENDS_GROUP}", "N"),
        ("#X", rf"(?<=[DS]#)(?<!#D#)X{_ENDS_GROUP}", "N"),
        ("JX", rf"(?<=[DS]J)(?<!#DJ)X{_ENDS_GROUP}", "N"),
        ("JJX", rf"(?<=[DS]JJ)(?<!#DJJ)X{_ENDS_GROUP}", "N"),  # "a single high-velocity shot"
        ("#X", r"(?<=#)X(?=[NEns])", "J"),
        ("BJX", r"(?<=B)J(?=X(?:[P.,tT]|$))", "A"),  # "was cowardly shot by"
        ("BJK", r"(?<=B)J(?=K(?:[P.,tTCA]|$))", "A"),  # "were first beaten and then"
        ("BJA", r"(?<=B)J(?=A[KX](?:[P.,tTCA]|$))", "A"),  # "were first brutally beaten and"
        # "has attacked and sunk a ship", "have killed two guards in Gao and taken three nurses"
        ("CK", r"(HA?[XLK][JD#REnNsPStA,]{0,14}C)K(?=A?[D#RENJns])", r"\1X"),
        # -s forms between a noun and an object are verbs; so are base forms behind plural subjects.
        ("sD", r"(?<=[NER])s(?=D)", "Z"),
        ("s#", r"(?<=[NER])(?<!P[NE])s(?=#)|(?<=[NE]G)s(?=#)", "Z"),
        ("sR", r"(?<=[NER])s(?=R)", "Z"),
        ("ns#P", r"(?<=n)s(?=#P)", "Z"),  # "the other side reports 18 of"
        # "kills six and wounds 20", "kills six people, wounds 20"
        ("Z#", r"s(?:(?<=Z#[C,].)|(?<=Z#[NEns][C,].))(?=[D#])", "Z"),
        # "a bus stop in Davao": a compound, no sentence.
        ("DnV", r"(?<=Dn)V(?=[P.,BHXLt])", "N"),
        # "dragged 26 pilgrims off a bus" is a preposition, "went off" an adverb.
        ("o", r"(?<=[NEns])o(?=[DJ#ENns])", "P"),
        ("o", r"o", "A"),
        ("SA", r"(?<=S)A(?=[,.:;PBHM)]|$)", "N"),  # "in the country's northwest"
        # "troops, while on patrol, shot", "detectives, while acting on a tip, raided"
        ("U", r"U(?<=[NEns],.)(?=[PG][^,.:;UWQVZXLKMBH]{1,12},A?[BHMXLKVZ])", "A"),
        # Particles of names.
        ("De", r"(?<=D)e(?=[VXLBZMHPC.,])", "N"),  # "in a van"
        ("e", r"e", "E"),
    )
)


# A few words in quotes inside a noun group: 'Maoist "Red Path" rebels', 'the "Red Path" said'.
_QUOTED = re.compile(r'(?<=[DJNEns#PVXLZ])"([JENns]{1,5})"([NEns])|(?<=[DJSP#])"([ENns]{1,4})"')
# 'the eastern UN "safe area"'; in a text of capitals what is quoted so is mostly a name.
_QUOTED_SMALL = re.compile(
    r'(?<=[DJNEns#PVXLZ])"([JENns]{1,5})"([NEns])'
    r'|(?:(?<=[DJSP#])|(?<=[DJ]E))"([JENns]{0,3}[ENns])"'
)


def tag_string(sentence: Sentence, fixed: tuple[tuple[int, int, str], ...] = ()) -> str:
    """One tag a token. ``fixed`` gives token ranges whose tag is known already (names, times).

    >>> from coder.text import normalise, tokenise
    >>> from coder.values.labels import Section
    >>> text = "Gunmen killed three farmers in Mopti."
    >>> tag_string(tokenise(normalise(text, Section.TEXT), 0, len(text), 0))
    'NX#NPE.'
    """
    words = sentence.words
    if not words:
        return ""
    trusting, plain = _memos()
    if sentence.case is not _MIXED:
        tags = "".join(map(plain.__getitem__, words))
    else:
        tags = "".join(map(trusting.__getitem__, words))
        tags = _tag_start(words, tags, plain)
    if fixed:
        pieces = list(tags)
        for first, last, tag in fixed:
            pieces[first:last] = tag * (last - first)
        tags = "".join(pieces)
    tags = by_words(tags, sentence)
    if '"' in tags:
        quoted = _QUOTED_SMALL if sentence.case is _MIXED else _QUOTED
        tags = quoted.sub(_without_quotes, tags)
    for needed, pattern, replacement in _FIXES:
        if needed in tags:
            tags = pattern.sub(replacement, tags)
    return with_headline_verbs(tags, sentence.norms)


def is_no_verb(sentence: Sentence, token: int) -> bool:
    """Whether a word is no verb whatever else its sentence holds: "the march", "in an attack".

    False is undecided, as for a word with a capital and for the first one.
    """
    if not token:
        return False
    memo = _memos()[sentence.case is not CaseProfile.MIXED]
    tag = memo[sentence.words[token]]
    return tag in _NEVER_VERBS or (
        tag in _RARE_VERBS and memo[sentence.words[token - 1]] in _BEFORE_NOUNS
    )


def _without_quotes(match: re.Match[str]) -> str:
    """The quotes as words of the noun group; the closing one only where the group goes on."""
    words, following, name = match.groups()
    return f'J{name}"' if name is not None else f"J{words}J{following}"


def _tag_start(words: tuple[str, ...], tags: str, plain: _Memo) -> str:
    """The first word's capital proves nothing; in a headline no word's does."""
    long_words = [word for word in words if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004
    small = [word for word in long_words if not word[0].isupper()]
    if (
        len(long_words) >= _MIN_TITLE_WORDS
        and len(small) < (1 - _TITLE_SHARE) * len(long_words)
        and all(word_tags().get(word, "P") in _SMALL_IN_TITLES for word in small)
    ):
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

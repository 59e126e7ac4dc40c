"""What the stages of place recognition hand to each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from coder.gazetteer.names import name_key
from coder.gazetteer.store import Entry, Gazetteer
from coder.gazetteer.words import PlaceWords, place_words
from coder.values.labels import CaseProfile
from coder.values.text import Sentence
from coder.values.value import value

_SHORTEST_DOTTED = 3  # "dr."; two characters with a dot are an initial
_MIXED = CaseProfile.MIXED
_CONVERSION = 6  # tokens: "(115 miles)"
_FROM = frozenset({"from", "outside"})
JOINED_MEASURE = re.compile(r"(?P<number>\d[\d.,]{0,6})(?P<unit>[a-z]{1,10})$")


@dataclass(slots=True, kw_only=True)
class PlaceSpan:
    """A possible place name: tokens ``[first, last)`` of sentence ``sentence``.

    ``name_last`` is where the name itself ends ("Nyanza" in "Nyanza Province"). ``head`` is the
    level its head noun ``head_word`` says, ``cue`` whether the words around it ask for a place,
    ``relation`` the words that take an event away from the point, ``area`` the span of the
    containing area beside it, ``is_spelling`` whether ``entries`` are of another spelling of the
    name. ``certain``: a mention whatever the rest of the document says.
    ``chosen`` and ``scores`` are filled when the document is resolved.
    """

    sentence: int
    first: int
    last: int
    name_last: int
    name: str
    entries: tuple[Entry, ...]
    certain: bool
    cue: bool = False
    is_demonym: bool = False
    head: str | None = None
    head_word: str | None = None
    relation: str | None = None
    area: "PlaceSpan | None" = None
    is_spelling: bool = False
    chosen: Entry | None = None
    scores: list[tuple[float, Entry]] = field(default_factory=list)
    key: str = field(init=False)

    def __post_init__(self) -> None:
        """Keep the look-up key; resolution compares it often."""
        self.key = name_key(self.name)

    @property
    def is_single(self) -> bool:
        """Whether the name is one word."""
        return self.name_last - self.first == 1


@value
class DocumentNames:
    """What all sentences of one document share while they are scanned.

    ``persons`` and ``surnames`` are filled on the way: words that stood after a title or given
    name, and words that ended a longer name. ``lower_words`` are words the document also writes
    small: their capitals at a sentence's start prove nothing. ``proven``: places that no gazetteer
    has, proved by the words around them in an earlier sentence.
    """

    gazetteer: Gazetteer
    lists: PlaceWords
    lower_words: frozenset[str]
    persons: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    proven: set[str] = field(default_factory=set)


_BEHIND_HEAD = frozenset({":", "(", "-", "--", ""})


def document_names(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> DocumentNames:
    """The shared state for one document."""
    lower: set[str] = set()
    for sentence in sentences:
        if sentence.case is _MIXED:
            lower.update(sentence.vocabulary.intersection(sentence.words))
    return DocumentNames(gazetteer=gazetteer, lists=place_words(), lower_words=frozenset(lower))


def is_capitalised(word: str, lists: PlaceWords) -> bool:
    """A capital in front, or after a lower-case article ("al-Bab", "d'Ivoire")."""
    first = word[0]
    if first.isupper():
        return True
    if word[1:2] == "'" and first in "dl" and word[2:3].isupper():
        return True
    head, hyphen, rest = word.partition("-")
    return bool(hyphen) and rest[:1].isupper() and head in lists.article_prefixes


def without_dots(sentence: Sentence) -> tuple[str, ...]:
    """Lower-cased words with the dot of "Dr." taken off; "u.s." keeps its dots."""
    norms = sentence.norms
    if sentence.text.find(".", sentence.start, sentence.end - 1) < 0 and (
        not norms or len(norms[-1]) < _SHORTEST_DOTTED
    ):
        return norms
    return tuple([_bare(norm) if "." in norm else norm for norm in norms])


def _bare(norm: str) -> str:
    is_abbreviation = len(norm) >= _SHORTEST_DOTTED and norm.find(".") == len(norm) - 1
    return norm[:-1] if is_abbreviation else norm


def is_called_so(norms: Sequence[str], i: int, lists: PlaceWords) -> bool:
    """As in "the frigate Exeter", "the rue de Belfort": what a ship or a street is called."""
    i -= 1
    if norms[i] in lists.crafts:
        return True
    while i > 0 and norms[i] in lists.particles:
        i -= 1
    return norms[i] in lists.street_openers


def heads_entry(norms: Sequence[str], i: int) -> bool:
    """As in "2. MOSUL: Gunmen shot": a name in front of what was done there."""
    is_first = not any(norm[0].isalpha() for norm in norms[:i])
    return is_first and norms[i + 1] in _BEHIND_HEAD


def is_measured(
    norms: Sequence[str], i: int, words: PlaceWords, tying: frozenset[str] = _FROM
) -> bool:
    """As in "12 km from", "12km from" before a token: how far a place is from it."""
    if i < 2 or norms[i - 1] not in tying:  # noqa: PLR2004 - the unit and "from"
        return False
    return norms[i - 2] in words.units or is_joined_measure(norms[i - 2], words)


def is_joined_measure(word: str, words: PlaceWords) -> bool:
    """As in "12km from": a number and its unit in one word."""
    joined = JOINED_MEASURE.match(word)
    return joined is not None and joined["unit"] in words.units


def measure_before(i: int, norms: Sequence[str], words: PlaceWords) -> str:
    """As in "12 km north of", "12 km (7 miles) north of": how far, or nothing."""
    if i and norms[i - 1] == ")":
        opening = range(i - 2, max(i - _CONVERSION, 0), -1)
        i = next((at for at in opening if norms[at] == "("), 0)
    joined = JOINED_MEASURE.match(norms[i - 1]) if i else None
    if joined is not None and is_joined_measure(norms[i - 1], words):
        return f"{joined['number']} {joined['unit']} "  # "200km south of"
    number = f"{norms[i - 2]} " if i > 1 else ""
    return f"{number}{norms[i - 1]} " if i and norms[i - 1] in words.units else ""

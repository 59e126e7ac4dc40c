"""Where place names stand in one sentence, and how sure the words around them make it.

Nothing is resolved here: a span carries every gazetteer entry of its name. Whether a span that is
only possible (``certain`` false) becomes a mention is decided for the whole document.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from coder.gazetteer.names import name_key
from coder.gazetteer.store import Entry, Gazetteer
from coder.gazetteer.words import PlaceWords
from coder.values.labels import CaseProfile, PlaceLevel
from coder.values.text import Sentence

_PARTICLES = frozenset("'s & of the and de la las los el del do da dos das du des al an ad as e y sur le".split())
_KNOWN_TOWN = 15_000  # larger towns are recognised at the beginning of a sentence without more proof
_CAPS_TOWN = 5_000  # in capitals every word may be a name: a town needs a cue and some size,
_CAPS_CITY = 500_000  # or without a cue to be a city
_NO_STATE = frozenset({"islamic"})  # "Islamic State of ..." is an organisation, no office
_ACRONYM_LENGTH = 5
_CITY = 100_000
_CONTRACTED = frozenset("d ll re ve m t".split())
_DISEASES = frozenset(
    "virus viruses fever ebolavirus hemorrhagic haemorrhagic disease encephalitis syndrome".split()
)
_PAPERS = frozenset("daily times post herald today news morning weekly airlines airways".split())
_OPENERS = frozenset(
    "former the in of and at from near on for to by with after before while when where as but "
    "although since outside inside around between across meanwhile also both only even".split()
)
_NAME_PARTICLES = frozenset("de del la las los da do dos das di van von el al bin ibn".split())
_HEADLINE_SHARE = 0.7
_SMALL_BESIDE_DEMONYM = 100_000


@dataclass(slots=True, kw_only=True)
class PlaceSpan:
    """A possible place name: tokens ``[first, last)`` of sentence ``sentence``.

    ``name_last`` is where the name itself ends ("Nyanza" in "Nyanza Province"). ``head`` is the level
    its head noun says, ``cue`` whether the words around it ask for a place, ``relation`` the words
    that take an event away from the point. ``area`` is the span of the containing area beside it.
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
    chosen: Entry | None = None
    scores: list[tuple[float, Entry]] = field(default_factory=list)
    key: str = ""

    def __post_init__(self) -> None:
        self.key = name_key(self.name)


class SentenceScan:
    """One pass over the tokens of one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        position: int,
        gazetteer: Gazetteer,
        words: PlaceWords,
        blocked: Collection[tuple[int, int]],
        persons: set[str],
        surnames: set[str],
        lower_words: Collection[str],
    ) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.norms = _without_dots(sentence.norms)
        self.position = position
        self.gazetteer = gazetteer
        self.lists = words
        self.persons = persons
        self.surnames = surnames
        self.lower_words = lower_words
        self.organisation_end = -1  # where a place ended that is part of an organisation's name
        self.place_end = -1  # where the last accepted name ended
        self.blocked = {i for first, last in blocked for i in range(first, last)}
        self.cased = sentence.case is CaseProfile.MIXED
        if self.cased:
            self.caps = [
                word is not norm and word != norm and is_capitalised(word)
                for word, norm in zip(sentence.words, sentence.norms, strict=True)
            ]
        else:
            self.caps = [word[0].isalpha() for word in self.words]

    @cached_property
    def headline(self) -> bool:
        """Whether nearly every longer word has a capital, so that capitals prove little."""
        if not self.cased:
            return False
        long = [
            cap
            for cap, word in zip(self.caps, self.words, strict=True)
            if len(word) > 3 and word[0].isalpha()  # noqa: PLR2004 - "the", "and", "for"
        ]
        return len(long) > 2 and sum(long) >= _HEADLINE_SHARE * len(long)  # noqa: PLR2004

    def spans(self) -> Iterator[PlaceSpan]:
        """The possible place names from left to right; the longest name wins."""
        blocked, norms, is_blank = self.blocked, self.norms, self.gazetteer.is_blank
        end = 0
        for i, cap in enumerate(self.caps):
            if not cap or i < end or i in blocked:
                continue
            if is_blank(norms[i]) and norms[i + 1 : i + 2] != ("'s",):
                continue
            end, span = self._match(i)
            if span is not None:
                self.place_end = end
                yield span

    def _match(self, i: int) -> tuple[int, PlaceSpan | None]:
        """The longest name from token ``i`` on, and where the scan goes on."""
        norms = self.norms
        first = norms[i]
        if i + 1 < len(norms) and norms[i + 1] == "'s":
            first += "s"  # "People's Republic of ..."
        longest = min(self.gazetteer.longest(first), len(norms) - i)
        for length in range(longest, 0, -1):
            j = i + length
            if length > 1 and not self._can_join(i, j):
                continue
            name = norms[i] if length == 1 else " ".join(norms[i:j])
            found = self.gazetteer.lookup(name)
            people = self.gazetteer.demonyms(name)
            if people and _says_people(people[0], found):
                return j, self._demonym(i, j, name, people)
            if found:
                return self._judge(i, j, name, found)
        return i + 1, None

    def _can_join(self, i: int, j: int) -> bool:
        """Whether tokens ``[i, j)`` can be one name: capitals, and particles between them."""
        caps = self.caps
        if not caps[j - 1]:
            return False
        blocked = self.blocked
        for k in range(i + 1, j):
            if k in blocked or not (caps[k] or self.norms[k] in _PARTICLES):
                return False
        return True

    def _demonym(self, i: int, j: int, name: str, people: tuple[Entry, ...]) -> PlaceSpan | None:
        if not self.cased and name in self.lists.common:
            return None
        return PlaceSpan(
            sentence=self.position,
            first=i,
            last=j,
            name_last=j,
            name=name,
            entries=people,
            certain=True,
            is_demonym=True,
        )

    def _judge(
        self, i: int, j: int, name: str, found: tuple[Entry, ...]
    ) -> tuple[int, PlaceSpan | None]:
        """Accept, keep as possible, or refuse the match by what stands beside it."""
        norms, lists = self.norms, self.lists
        previous = norms[i - 1] if i else ""
        following = norms[j] if j < len(norms) else ""
        last = j
        head = lists.heads.get(following)
        head_word = following if head else None
        if head and self.caps[j] and self.cased and following not in norms[i:j]:
            if self._is_body_after_head(j):
                head = head_word = None
                if following == "state":
                    return j, None
            else:
                last = j + 1
        if j - i == 1 and name in lists.directions and head is None:
            return j, None
        if self._is_acronym(i, j, found) or self._is_in_other_word(i, j):
            return j, None
        if following in _DISEASES:
            self.persons.add(name)
            return j, None
        if j - i == 1 and self._is_surname(i):
            self.persons.add(name)
            return j, None
        if self._is_part_of_other_name(i, j, head is not None, found):
            return j, None
        span = PlaceSpan(
            sentence=self.position,
            first=i,
            last=last,
            name_last=j,
            name=name,
            entries=found,
            certain=False,
            head=head,
            head_word=head_word,
        )
        if head is None:
            self._head_before(span)
        span.cue = (
            span.head is not None
            or previous in lists.inside
            or previous in lists.near
            or (previous in lists.directions and i > 1 and norms[i - 2] in lists.inside)
            or (previous == "," and i - 1 == self.place_end and _is_area(found[0]))
            or (previous == "of" and i > 1 and norms[i - 2] in lists.directions)
            or len(norms) == j - i
            or (len(norms) - (j - i) == 1 and not norms[-1][0].isalnum())
        )
        span.certain = self._is_certain(span, previous)
        return last, span

    def _is_acronym(self, i: int, j: int, found: tuple[Entry, ...]) -> bool:
        """Short words in capitals inside ordinary text are no small towns."""
        word = self.words[i]
        return (
            self.cased
            and not self.headline
            and j - i == 1
            and len(word) <= _ACRONYM_LENGTH
            and word.isupper()
            and found[0].level in {PlaceLevel.PLACE, PlaceLevel.ADMIN2}
        )

    def _is_in_other_word(self, i: int, j: int) -> bool:
        """ "US$5", "You'd": what looks like a name is part of something else."""
        if j < len(self.norms) and self.norms[j] == "$":
            return True
        word = self.words[j - 1]
        if self.norms[i] == "us" and j - i == 1:
            return word != "US" or not (self.cased or (i and self.norms[i - 1] == "the"))
        return j - i == 1 and "'" in word[2:] and word.rpartition("'")[2] in _CONTRACTED

    def _is_surname(self, i: int) -> bool:
        """Whether a title or a given name stands before the word."""
        if not i:
            return False
        previous = self.norms[i - 1]
        if previous in self.lists.given_names and self.caps[i - 1]:
            return True
        if len(previous) == 2 and previous[1] == "." and i > 1 and self.caps[i - 2]:  # noqa: PLR2004
            return True  # a middle initial
        if previous not in self.lists.titles or not self.caps[i - 1]:
            return False
        return self.cased or previous not in {"general", "private", "major", "chief", "police"}

    def _is_body_after_head(self, j: int) -> bool:
        """ "City Hall", "State University": the head noun opens the name of an organisation."""
        k = j + 1
        if k >= len(self.norms) or not self.caps[k] or self.headline:
            return False
        return self.norms[k] in self.lists.bodies or self.norms[k] in self.lists.titles

    def _head_before(self, span: PlaceSpan) -> None:
        """ "the province of X", "Lake X": the head noun stands before the name."""
        norms, i = self.norms, span.first
        if i > 1 and norms[i - 1] == "of" and norms[i - 2] in self.lists.heads:
            span.head, span.head_word = self.lists.heads[norms[i - 2]], norms[i - 2]
        elif i and norms[i - 1] in self.lists.prefixes and self.caps[i - 1]:
            span.head, span.head_word = self.lists.prefixes[norms[i - 1]], norms[i - 1]

    def _is_certain(self, span: PlaceSpan, previous: str) -> bool:
        best = span.entries[0]
        single = span.name_last - span.first == 1
        wide = best.level in {
            PlaceLevel.COUNTRY,
            PlaceLevel.INTERNATIONAL,
            PlaceLevel.ADMIN1,
            PlaceLevel.FEATURE,
        }
        population = max(entry.population for entry in span.entries)
        common = single and (span.name in self.lists.common or span.name in self.lower_words)
        given = (
            single
            and span.name in self.lists.given_names
            and best.level not in {PlaceLevel.COUNTRY, PlaceLevel.ADMIN1}
        )
        if not self.cased:
            return self._is_certain_in_capitals(span, common or given)
        first = span.first == 0 or not self.words[span.first - 1][-1].isalnum()
        if common or given:
            return span.cue and not first and span.name not in self.lists.times
        if wide and best.level is not PlaceLevel.FEATURE:
            return True
        if span.cue:
            return True
        return not single or best.level is PlaceLevel.FEATURE or population >= _KNOWN_TOWN

    def _is_certain_in_capitals(self, span: PlaceSpan, unsafe: bool) -> bool:
        """In a text without case only syntax, several words or fame prove a name."""
        norms, i, best = self.norms, span.first, span.entries[0]
        previous = norms[i - 1] if i else ""
        if unsafe:
            return span.head is not None and previous == "of"
        if span.name_last - i > 1 or best.level is PlaceLevel.COUNTRY:
            return True
        main = [entry for entry in span.entries if entry.key == span.key]
        population = max((entry.population for entry in main), default=0)
        span.cue = span.cue or self._has_cue_in_capitals(span)
        wide = best.level is not PlaceLevel.PLACE
        if span.cue:
            return wide or max(entry.population for entry in span.entries) >= _CAPS_TOWN
        return previous not in _NAME_PARTICLES and population >= _CAPS_CITY

    def _has_cue_in_capitals(self, span: PlaceSpan) -> bool:
        norms, lists, i, j = self.norms, self.lists, span.first, span.last
        previous = norms[i - 1] if i else ""
        if previous in lists.other_prepositions:
            return True
        if previous in {",", "and", "or"} and i - 1 == self.place_end:
            return True
        if j + 1 < len(norms) and norms[j] == ",":
            after = self.gazetteer.lookup(norms[j + 1])
            return bool(after) and after[0].level in {PlaceLevel.COUNTRY, PlaceLevel.ADMIN1}
        return i == 0 and j < len(norms) and norms[j] in {",", "("}

    def _is_part_of_other_name(
        self, i: int, j: int, has_head: bool, found: tuple[Entry, ...]
    ) -> bool:
        """ "Jordan Smith", "the Washington Post", "University of Damascus" are no places."""
        lists, norms = self.lists, self.norms
        if not self.cased:
            return self._is_part_in_capitals(i, j)
        if i and self._refuses_before(i, found):
            return True
        if has_head or j >= len(norms) or not self.caps[j]:
            return False
        following = norms[j]
        level = found[0].level
        if level is PlaceLevel.COUNTRY and following not in _PAPERS:
            return False
        if level is PlaceLevel.ADMIN1 and self._is_office_of_area(j):
            return False
        if following in lists.bodies:
            return True
        if (
            following in lists.times
            or following in lists.titles
            or following in lists.directions
            or self.gazetteer.demonyms(following)
            or self.headline
            or self.words[j].isupper()
        ):
            return False
        after = self.gazetteer.lookup(following)
        return not (after and after[0].level in {PlaceLevel.COUNTRY, PlaceLevel.ADMIN1})

    def _is_office_of_area(self, j: int) -> bool:
        """ "Queensland Health Minister", "California Department of ...": the area is named as such."""
        for k in range(j, min(j + 3, len(self.norms))):
            if not self.caps[k]:
                return False
            if self.norms[k] in self.lists.titles or self.norms[k] == "department":
                return True
        return False

    def _refuses_before(self, i: int, found: tuple[Entry, ...]) -> bool:
        lists, norms = self.lists, self.norms
        previous = norms[i - 1]
        if self._continues_organisation(i):
            return True
        if previous == "of" and i > 1 and self.caps[i - 2]:
            head = norms[i - 2]
            if i > 2 and self.caps[i - 3] and norms[i - 3] in _NO_STATE:  # noqa: PLR2004
                self.organisation_end = i + 1
                return True
            return head in lists.bodies and head not in lists.offices
        if not self.caps[i - 1]:
            return False
        if previous in lists.titles or previous in lists.given_names:
            return True
        if i == 1:
            small = found[0].level is PlaceLevel.PLACE and found[0].population < _CITY
            plain = previous in self.lower_words or previous in lists.common or self.headline
            return small and not plain and previous not in _OPENERS
        if i == self.place_end or self.headline or (i > 1 and not self.words[i - 2][-1].isalnum()):
            return False
        allowed = (
            previous in lists.directions
            or previous in lists.times
            or previous in lists.prefixes
            or previous in lists.heads
            or previous in lists.inside
            or previous in _OPENERS
            or bool(self.gazetteer.demonyms(previous))
            or self.words[i - 1].isupper()
        )
        if not allowed:
            self.surnames.add(self.norms[i])
        return not allowed

    def _continues_organisation(self, i: int) -> bool:
        """ "Islamic State of Iraq and the Levant": the second name belongs to the first's owner."""
        k = i - 1
        if self.norms[k] == "the":
            k -= 1
        return k == self.organisation_end and self.norms[k] in {"and", "&", "in"}

    def _is_part_in_capitals(self, i: int, j: int) -> bool:
        lists, norms = self.lists, self.norms
        if i and self._continues_organisation(i):
            return True
        if i > 1 and norms[i - 1] == "of":
            if norms[i - 3 : i - 1] == ("islamic", "state"):
                self.organisation_end = i + 1
                return True
            if norms[i - 2] in lists.bodies:
                return True
        return j < len(norms) and norms[j] in lists.bodies and norms[j] not in lists.heads


def _is_area(entry: Entry) -> bool:
    return entry.level in {PlaceLevel.COUNTRY, PlaceLevel.ADMIN1}


def _without_dots(norms: tuple[str, ...]) -> tuple[str, ...]:
    """Lower-cased words with the dot of "Dr." taken off; "u.s." keeps its dots."""
    if not any(len(norm) > 2 and norm[-1] == "." for norm in norms):  # noqa: PLR2004
        return norms
    return tuple(
        norm[:-1] if len(norm) > 2 and norm[-1] == "." and norm.find(".") == len(norm) - 1 else norm  # noqa: PLR2004
        for norm in norms
    )


def _says_people(people: Entry, found: tuple[Entry, ...]) -> bool:
    """Whether a word that is a demonym and perhaps also a place ("American" in Ohio) is the demonym."""
    if not found:
        return True
    best = found[0]
    if best.level is PlaceLevel.COUNTRY:
        return False
    return people.level is PlaceLevel.COUNTRY or (
        best.level is PlaceLevel.PLACE and max(x.population for x in found) < _SMALL_BESIDE_DEMONYM
    )


def is_capitalised(word: str) -> bool:
    """A capital in front, or after a lower-case article ("al-Bab").

    >>> is_capitalised("al-Bab"), is_capitalised("anti-Assad"), is_capitalised("bank")
    (True, False, False)
    """
    first = word[0]
    if first.isupper():
        return True
    if word[1:2] == "'" and first in "dl" and word[2:3].isupper():
        return True  # "Cote d'Ivoire"
    if not first.islower() or len(word) < 5:  # noqa: PLR2004 - "al-X" and two more letters
        return False
    head, _, rest = word.partition("-")
    return len(head) in {2, 3} and rest[:1].isupper() and head in _HYPHEN_ARTICLES


_HYPHEN_ARTICLES = frozenset("al el an ar as ad at az ash ez es ed er et esh adh ath ibn bin".split())


def scan_lower_words(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Words the document also writes small: their capitals at a sentence's start prove nothing."""
    found: set[str] = set()
    for sentence in sentences:
        if sentence.case is CaseProfile.MIXED:
            found.update(set(sentence.words).intersection(sentence.norms))
    return frozenset(found)

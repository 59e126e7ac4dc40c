"""Where place names stand in one sentence, and how sure the words around them make it.

Nothing is resolved here: a span carries every gazetteer entry of its name. Whether a span that is
only possible (``certain`` false) becomes a mention is decided for the whole document.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from coder.gazetteer.store import Entry, Gazetteer
from coder.gazetteer.words import PlaceWords
from coder.values.labels import CaseProfile, PlaceLevel
from coder.values.text import Sentence

_PARTICLES = frozenset("of the and de la las los el del do da dos das du des al an ad as e y sur le".split())
_KNOWN_TOWN = 15_000  # larger towns are recognised at the beginning of a sentence without more proof
_CAPS_TOWN = 60_000  # in capitals every word may be a name, so the town must be better known
_HEADLINE_SHARE = 0.7


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
        lower_words: Collection[str],
    ) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.norms = sentence.norms
        self.position = position
        self.gazetteer = gazetteer
        self.lists = words
        self.persons = persons
        self.lower_words = lower_words
        self.blocked = {i for first, last in blocked for i in range(first, last)}
        self.cased = sentence.case is CaseProfile.MIXED
        if self.cased:
            self.caps = [is_capitalised(word) for word in self.words]
            letters = sum(word[0].isalpha() for word in self.words)
            long = sum(len(w) > 3 and w[0].isalpha() for w in self.words)  # noqa: PLR2004
            capital = sum(c and len(w) > 3 for c, w in zip(self.caps, self.words, strict=True))  # noqa: PLR2004
            self.headline = letters > 3 and capital >= _HEADLINE_SHARE * max(long, 1)  # noqa: PLR2004
        else:
            self.caps = [word[0].isalpha() for word in self.words]
            self.headline = False

    def spans(self) -> Iterator[PlaceSpan]:
        """The possible place names from left to right; the longest name wins."""
        i, n = 0, len(self.words)
        caps, blocked = self.caps, self.blocked
        while i < n:
            if not caps[i] or i in blocked:
                i += 1
                continue
            end, span = self._match(i)
            if span is not None:
                yield span
            i = end

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
            if people and (not found or people[0].level is PlaceLevel.COUNTRY) and not (
                found and found[0].level is PlaceLevel.COUNTRY
            ):
                return j, self._demonym(i, j, name, people)
            if found:
                return self._judge(i, j, name, found)
        return i + 1, None

    def _can_join(self, i: int, j: int) -> bool:
        if not self.caps[j - 1] or any(k in self.blocked for k in range(i, j)):
            return False
        for k in range(i + 1, j - 1):
            word = self.norms[k]
            if not (self.caps[k] or word in _PARTICLES or word in {"'s", "&"}):
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
            last = j + 1
        if self._is_part_of_other_name(i, j, head is not None):
            if self.cased and j - i == 1:
                self.persons.add(name)
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
            or (previous == "of" and i > 1 and norms[i - 2] in lists.directions)
            or len(norms) == j - i
            or (len(norms) - (j - i) == 1 and not norms[-1][0].isalnum())
        )
        span.certain = self._is_certain(span, previous)
        return last, span

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
        given = single and span.name in self.lists.given_names
        if not self.cased:
            if common or given:
                return span.head is not None and previous == "of"
            if not single:
                return True
            return best.level is PlaceLevel.COUNTRY or (
                span.cue and (wide or population >= _KNOWN_TOWN)
            ) or population >= _CAPS_TOWN * (1 if wide else 5)
        first = span.first == 0 or not self.words[span.first - 1][-1].isalnum()
        if common or given:
            return span.cue and not first
        if wide and best.level is not PlaceLevel.FEATURE:
            return True
        if span.cue:
            return True
        return not single or best.level is PlaceLevel.FEATURE or population >= _KNOWN_TOWN

    def _is_part_of_other_name(self, i: int, j: int, has_head: bool) -> bool:
        """ "Jordan Smith", "the Washington Post", "University of Damascus" are no places."""
        lists, norms = self.lists, self.norms
        if not self.cased:
            return self._is_part_in_capitals(i, j)
        if i and self._refuses_before(i):
            return True
        if has_head or j >= len(norms) or not self.caps[j]:
            return False
        following = norms[j]
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

    def _refuses_before(self, i: int) -> bool:
        lists, norms = self.lists, self.norms
        previous = norms[i - 1]
        if previous == "of" and i > 1 and self.caps[i - 2]:
            head = norms[i - 2]
            return head not in lists.offices and head not in lists.heads and (
                head in lists.bodies or not (head in lists.directions or head in lists.titles)
            )
        if not self.caps[i - 1]:
            return False
        if previous in lists.titles or previous in lists.given_names:
            return True
        if i == 1 or self.headline or (i > 1 and not self.words[i - 2][-1].isalnum()):
            return False
        return not (
            previous in lists.directions
            or previous in lists.times
            or previous in lists.prefixes
            or previous in lists.heads
            or previous in lists.inside
            or previous in {"former", "the", "in", "of", "and"}
            or bool(self.gazetteer.demonyms(previous))
            or self.words[i - 1].isupper()
        )

    def _is_part_in_capitals(self, i: int, j: int) -> bool:
        lists, norms = self.lists, self.norms
        previous = norms[i - 1] if i else ""
        if previous in lists.titles or previous in lists.given_names:
            return previous not in {"general"}
        if previous == "of" and i > 1 and norms[i - 2] in lists.bodies:
            return True
        return j < len(norms) and norms[j] in lists.bodies and norms[j] not in lists.heads


def is_capitalised(word: str) -> bool:
    """A capital in front, or after a lower-case article ("al-Bab").

    >>> is_capitalised("al-Bab"), is_capitalised("anti-Assad"), is_capitalised("bank")
    (True, False, False)
    """
    first = word[0]
    if first.isupper():
        return True
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
            found.update(word for word in sentence.words if word[0].islower())
    return frozenset(found)

"""Places no gazetteer has, where the words around a name prove one."""

from collections.abc import Iterator, Sequence

from coder.lexicon.entries import PersonNoun
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes
from coder.mentions.places.beside import Neighbours
from coder.mentions.places.spans import DocumentNames, PlaceSpan, is_capitalised
from coder.mentions.places.syntax import LIST_LINKS
from coder.text.items import item_of
from coder.values.kinds import UPPER_AREAS_AND_COUNTRIES
from coder.values.labels import ActorType, CaseProfile, PlaceLevel
from coder.values.text import Sentence

_AREA = "area"
_ESTATE = "estate"
_BESIDE = frozenset({"nearby", "neighbouring", "neighboring"})
_LEAVING = frozenset({"withdrew", "withdrawn", "withdraw", "withdrawing", "retreated"})
_AREAS = frozenset({_AREA, _ESTATE})
_OF_PLACES = frozenset({_AREA, "residents", "inhabitants", "villagers"})
_BY_WHOM = 6  # tokens: "a strike by the army on A"
_BEFORE_AREA = 4  # words: "in the busy"
_AFTER_AREA = 5  # tokens: "of the east of"
_SYLLABLE = 4  # letters
_MAX_WORDS = 4
_MAX_BEARING = 7  # tokens: ", some 20 km north-west of"
_SHORTEST = 3
_PAIR = 2
_COUNTIES = frozenset({"county", "department", "oblast", "state", "zone", "borough"})


class UnlistedNames:
    """The capitalised words of one sentence that no gazetteer name has taken."""

    def __init__(
        self,
        sentence: Sentence,
        position: int,
        known: Sequence[PlaceSpan],
        names: DocumentNames,
        free: Sequence[bool],
        *,
        beside: Neighbours,
    ) -> None:
        self.sentence = sentence
        self.position = position
        self.norms = sentence.norms
        self.words = sentence.words
        self.names = names
        self.lists = names.lists
        self.free = free
        self.beside = beside
        self.cased = sentence.case is CaseProfile.MIXED
        item = item_of(sentence)
        head = item.head if item is not None else None
        self.front = head.end if head is not None and head.is_day else 0
        self.starts = {span.first: span for span in known if not span.is_demonym}
        self.ends = {span.last: span for span in known if span.head_word in self.lists.list_heads}

    def spans(self) -> Iterator[PlaceSpan]:
        """Names with a head noun, an area or a list that proves them, and merely possible ones."""
        end = 0
        for i, is_free in enumerate(self.free):
            if not is_free or i < end:
                continue
            if not (self.cased or self.ends or self.norms[i - 1] == "of"):
                continue
            listed = self._listed_after(i)
            if listed is None and not self._is_asked_for(i):
                continue
            if not (self._may_name(i) or self._opens_name(i) or self._is_first_syllable(i)):
                continue
            if listed and not self.cased and self.names.gazetteer.lookup(self.norms[i]):
                continue
            end = self._end(i)
            span = self._proven(i, end, listed)
            if span is not None:
                if span.head_word in self.lists.list_heads:
                    self.ends[span.last] = span
                if span.certain and self.cased:
                    self.names.proven.add(span.name)
                yield span

    def _end(self, i: int) -> int:
        j = i + 1
        while (
            j < min(len(self.norms), i + _MAX_WORDS)
            and self.free[j]
            and self.norms[j] not in self.lists.heads
            and not (self.cased and load_lexicon().opens_people(self.norms, j))
            and (
                self._may_name(j)
                or self._is_short_part(j)
                or self._is_given_part(i, j)
                or self._is_side(j)
            )
        ):
            j += 1
        return j

    def _is_short_part(self, j: int) -> bool:
        """As in "Sangha Do", "Ban Ba Ngo": two letters behind the name they belong to."""
        word = self.sentence.words[j]
        return self.cased and len(word) == _PAIR and word.istitle() and not self.beside.headline

    def _is_given_part(self, i: int, j: int) -> bool:
        """As in "in Nad Ali", "entered Tel Zahra", "Deir Jamal town": behind one that is none."""
        behind = self.norms[j + 1] if j + 1 < len(self.norms) else ""
        is_town = self.lists.heads.get(behind) == "place" and behind not in self.lists.weak_heads
        return (
            self.cased
            and (is_town or self.norms[i - 1] in self.lists.inside | self.lists.entering)
            and self.norms[j] in self.lists.given_names
            and is_capitalised(self.sentence.words[j], self.lists)
        )

    def _is_side(self, j: int) -> bool:
        """As in "Gwer West Local Government Area": a direction with a capital ends the name."""
        is_named = self.cased and self.words[j][0].isupper() and not self.beside.headline
        return is_named and self.norms[j] in self.lists.directions

    def _listed_after(self, i: int) -> PlaceSpan | None:
        """The place before the word in a list like "the villages of A, B and C"."""
        if not self.ends:
            return None
        for length in (1, 2):
            if i >= length and self.norms[i - length : i] in LIST_LINKS:
                found = self.ends.get(i - length)
                if found is not None:
                    return found
        return None

    def _is_asked_for(self, i: int) -> bool:
        """The cheap test: a preposition, a head noun or a kind of place stands beside the word."""
        norms, lists = self.norms, self.lists
        previous = norms[i - 1] if i else ""
        if previous == "of":
            return i > 1 and (norms[i - 2] in lists.heads or norms[i - 2] in _OF_PLACES)
        if not self.cased:
            return False
        if previous in lists.inside or previous in lists.near or previous in lists.prefixes:
            return True
        if previous in lists.entering or previous in lists.taking or self._is_in_front(i):
            return True
        is_beside = previous in _BESIDE or self._is_left(i)
        if self._is_struck(i) or is_beside or norms[i] in self.names.proven:
            return True
        behind = norms[i + 1 : i + 1 + _MAX_WORDS]
        return not (
            lists.heads.keys().isdisjoint(behind)
            and lists.long_heads.keys().isdisjoint(behind)
            and _AREAS.isdisjoint(behind)
        )

    def _is_struck(self, i: int) -> bool:
        """As in "a raid on A, in B", "a strike by the army on A"."""
        if i < _PAIR or self.norms[i - 1] != "on":
            return False
        struck, before = noun_classes()["struck_on"], self.norms[max(i - _BY_WHOM, 0) : i - 1]
        return before[-1] in struck or ("by" in before and not struck.isdisjoint(before))

    def _is_in_front(self, i: int) -> bool:
        """As in "19 April, Wad Rawa: ...": behind the day of an entry stands where."""
        return bool(i) and self.sentence.starts[i] < self.front

    def _may_name(self, i: int) -> bool:
        """Whether the word can be (part of) a name that is no person, people, month or body."""
        word, norm, lists = self.sentence.words[i], self.norms[i], self.lists
        letters = word.replace("-", "").replace("'", "")
        opens = self._opens_name(i)
        if (
            (len(word) < _SHORTEST and not opens)
            or not letters.isalpha()
            or not is_capitalised(word, lists)
        ):
            return False
        if norm in lists.common or norm in lists.times or norm in lists.titles | lists.units:
            return False
        is_direction = norm in lists.directions and "-" not in norm  # "Deir al-Sharqi" is a name
        if norm in lists.bodies or is_direction or (norm in lists.given_names and not opens):
            return False
        if self.names.gazetteer.demonyms(norm) or _names_people(norm):
            return False
        if self.cased:
            return norm not in self.names.lower_words and not word.isupper()
        return (
            norm not in lists.heads
            and norm not in lists.inside
            and norm not in lists.other_prepositions
        )

    def _opens_name(self, i: int) -> bool:
        """As in "Al Maleh", "Sidi Moussa": a capital opener with the name it belongs to behind."""
        norm, lists = self.norms[i], self.lists
        if not self.cased or not (norm in lists.article_prefixes or norm in lists.place_openers):
            return False
        if not self.sentence.words[i][0].isupper():
            return False
        return i + 1 < len(self.free) and self.free[i + 1] and self._may_name(i + 1)

    def _is_first_syllable(self, i: int) -> bool:
        """As in "bombed Kan Gyi village": a short word that is also another, before the name."""
        norm, lists = self.norms[i], self.lists
        if not i or not self.cased or self.beside.headline or norm not in lists.common:
            return False
        if len(norm) > _SYLLABLE or not self.words[i].istitle():
            return False
        if norm in lists.times or norm in lists.titles or norm in lists.bodies:
            return False
        is_next = i + 1 < len(self.free) and self.free[i + 1] and self._may_name(i + 1)
        if not is_next:
            return False
        behind = self._end(i + 1)
        return behind < len(self.norms) and self.norms[behind] in lists.heads

    def _proven(self, i: int, j: int, listed: PlaceSpan | None) -> PlaceSpan | None:
        norms, lists = self.norms, self.lists
        previous = norms[i - 1] if i else ""
        head_word, last = self._head(i, j)
        head = (lists.heads.get(head_word) or lists.prefixes.get(head_word)) if head_word else None
        cue = self._is_cued(i, j)
        if not cue and listed is None and previous != "of" and self.beside.headline:
            return None  # where every word has a capital, a head noun alone proves nothing
        is_told = self._is_in_front(i) or self._is_told_where(i, j, cue=cue)
        if head is None and not self.beside.headline and is_told:
            head = "place"
        if head is None and norms[j : j + 1] == (_ESTATE,) and self._is_ground(i):
            head, head_word, cue = "district", _ESTATE, True
        elif head is None and norms[j : j + 1] == (_AREA,) and self._is_ground(i):
            head, head_word, cue = self._head_of_area(j), _AREA, True
        elif head is None and previous == "of" and self._is_lived_in(i - 2):
            head, cue = "place", True
        area = self._area(j, cue=cue, has_head=head is not None)
        if head is None and listed is not None:
            head, head_word, cue = listed.head, listed.head_word, True
        if head is None and area is None and not (cue and self.cased):
            return None
        return PlaceSpan(
            sentence=self.position,
            first=i,
            last=last,
            name_last=j,
            name=" ".join(norms[i:j]),
            entries=(),
            certain=head is not None or area is not None,
            cue=cue,
            head=head or ("place" if area is not None else None),
            head_word=head_word,
            area=area,
        )

    def _is_cued(self, i: int, j: int) -> bool:
        """Whether the word before a name asks for a place, or the name was proved before."""
        norms, lists = self.norms, self.lists
        previous = norms[i - 1] if i else ""
        if previous in lists.inside or previous in lists.near or self._is_in_front(i):
            return True
        if self._is_struck(i) or previous in _BESIDE or self._is_left(i):
            return True
        return " ".join(norms[i:j]) in self.names.proven

    def _head(self, i: int, j: int) -> tuple[str | None, int]:
        """The head noun beside the name and where the name ends with it."""
        norms, lists, words = self.norms, self.lists, self.sentence.words
        previous = norms[i - 1] if i else ""
        before = norms[i - 2] if i > 1 else ""
        if previous == "of" and before in lists.heads and before not in lists.no_name_of:
            return before, j
        if not self.cased:
            return None, j
        following, end = lists.head_at(norms, j)
        if i and following and (following not in lists.weak_heads or self._closes_name(j)):
            return following, end if is_capitalised(words[j], lists) else j
        if previous in lists.prefixes and is_capitalised(words[i - 1], lists):
            return previous, j
        return None, j

    def _closes_name(self, j: int) -> bool:
        """Whether a head noun of many names ("Lainya County,") ends this one and a clause part."""
        if not is_capitalised(self.sentence.words[j], self.lists) or j + 1 >= len(self.norms):
            return False
        return self.norms[j] in _COUNTIES and not is_capitalised(
            self.sentence.words[j + 1], self.lists
        )

    def _is_told_where(self, i: int, j: int, *, cue: bool) -> bool:
        return self.beside.is_taken(i, j) or (cue and self._has_bearing(j))

    def _is_left(self, i: int) -> bool:
        """As in "withdrew two companies from Athony": forces leave a place, and nobody else."""
        norms = self.norms
        return self.cased and norms[max(i - 1, 0)] == "from" and not _LEAVING.isdisjoint(norms[:i])

    def _is_ground(self, i: int) -> bool:
        """As in "in the Duekoue area", "at the busy Kasoa area of Accra": behind a preposition."""
        if self.beside.headline or not self.cased:
            return False
        for at in range(i - 1, max(i - _BEFORE_AREA, -1), -1):
            if self.norms[at] in self.lists.inside or self.norms[at] in self.lists.near:
                return True
            if self.norms[at] == "on" and self.norms[at + 1] == "the":
                return True  # "on the Creggan estate"
            if not self.words[at].islower():
                return False
        return False

    def _is_lived_in(self, i: int) -> bool:
        """As in "in the area of Um Dukhun", "residents of Rukoba": the word before "of"."""
        word = self.norms[i]
        return word in _OF_PLACES and self.cased and (word != _AREA or self._is_ground(i))

    def _head_of_area(self, j: int) -> str:
        """An area of a town is a quarter of it; else it is called after what lies there."""
        behind = self.norms[j + 1 : j + _AFTER_AREA]
        known = next(
            (self.starts[at] for at in range(j + 2, j + _AFTER_AREA) if at in self.starts), None
        )
        is_of = behind[:1] in {("of",), ("in",)}
        is_town = known is not None and any(e.level is PlaceLevel.PLACE for e in known.entries)
        return "district" if is_of and is_town else "place"

    def _has_bearing(self, j: int) -> bool:
        """As in "A north of Homs", "A, 20 km east of Homs": a known place says where it lies."""
        for of in range(j + 1, j + _MAX_BEARING):
            if of + 1 in self.starts and self.norms[of] == "of":
                return self.norms[of - 1] in self.lists.directions
        return False

    def _area(self, j: int, *, cue: bool, has_head: bool) -> PlaceSpan | None:
        """As in "in X, Homs": the area that follows proves the name before it."""
        if not (self.cased and cue) or j + 1 not in self.starts:
            return None
        link = self.norms[j]
        if link == "," or (has_head and link in {"in", "("}):
            area = self.starts[j + 1]
            if any(entry.level in UPPER_AREAS_AND_COUNTRIES for entry in area.entries):
                return area
        return None


def _names_people(norm: str) -> bool:
    """As in "a Yoruba village", "the Fishermen district": whose it is, and no name of it."""
    return any(
        isinstance(term.entry, PersonNoun)
        and term.entry.kind == "person"
        and term.entry.type is ActorType.CIVILIANS
        for term in load_lexicon().persons.get(norm) or ()
    )

"""The words beside a possible place name: do they make it a person, a body or a place.

All questions are about tokens ``[i, j)`` of one sentence. In a text without case a capital proves
nothing, so there are separate, stricter tests for it.
"""

from collections.abc import Callable
from functools import cache, cached_property

from coder.gazetteer.names import WELL_KNOWN
from coder.gazetteer.store import Entry
from coder.gazetteer.words import place_words
from coder.lexicon.closed import LIST_MARKS, POSSESSIVES
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes, word_tags
from coder.mentions.places import sites, spans
from coder.mentions.places.held import is_held, is_person, is_placed
from coder.mentions.places.spans import DocumentNames, PlaceSpan, is_capitalised, without_dots
from coder.values.kept import Kept
from coder.values.kinds import PROVINCES_AND_COUNTRIES, WIDE_OR_PROVINCE
from coder.values.labels import CaseProfile, PlaceLevel
from coder.values.text import Sentence

_KNOWN_TOWN = 15_000  # larger towns are recognised where a sentence begins without more proof
_CAPS_TOWN = 5_000  # in capitals every word may be a name: a town needs a cue and some size
_CITY = 100_000
_ISLAND = "island"
_HEADLINE_SHARE = 0.7
_HEADLINE_WORDS = 5
_SHORT_WORD = 3  # "the", "and", "for" stay small in headlines
_NO_ACRONYMS = frozenset({PlaceLevel.PLACE, PlaceLevel.ADMIN2, PlaceLevel.FEATURE})
_ACRONYM_LENGTH = 5
_BEHIND_TAKEN = frozenset({"on", "in", "after", "following", "early", "."})
_INITIAL_LENGTH = 2
_APPOSED = 8  # tokens: ", a strategic town north of"
_PLAIN_TITLES = frozenset({"general", "private", "major", "chief", "police"})
_MIXED = CaseProfile.MIXED
_COUNTRY = PlaceLevel.COUNTRY


class _Verdicts(Kept[str, bool]):
    """What one test says of every word met so far."""

    most = 40_000

    def __init__(self, test: Callable[[str], bool]) -> None:
        super().__init__()
        self._test = test

    def __missing__(self, word: str) -> bool:
        return self.keep(word, self._test(word))


@cache
def _capitalised() -> _Verdicts:
    lists = place_words()
    return _Verdicts(lambda word: word != word.lower() and is_capitalised(word, lists))


@cache
def _lettered() -> _Verdicts:
    return _Verdicts(lambda word: word[0].isalpha())


@cache
def _telling() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words that tell of a name behind them, of one before them, and of one behind "of"."""
    lists = place_words()
    before = lists.inside | lists.near | lists.other_prepositions | lists.directions
    before |= lists.prefixes.keys() | lists.given_names | lists.titles
    return before, lists.diseases | lists.heads.keys(), lists.directions | lists.heads.keys()


def _is_known(found: tuple[Entry, ...]) -> bool:
    return max(entry.population for entry in found) >= _KNOWN_TOWN


class Neighbours:
    """One sentence with the questions about what stands beside a span of it."""

    def __init__(self, sentence: Sentence, names: DocumentNames) -> None:
        self.words = sentence.words
        self.size = len(sentence.words)
        # Beside the first and the last word stands the empty one: neighbours can always be asked.
        self.norms = (*without_dots(sentence), "", "", "")
        self.names = names
        self.lists = names.lists
        self.organisation_end = -1  # where a place ended that is part of an organisation's name
        self.place_end = -1  # where the last accepted name ended
        self.cased = sentence.case is _MIXED
        # Which words may begin a name: those with a capital, in a text without case any.
        table = _capitalised() if self.cased else _lettered()
        self.caps = [*map(table.__getitem__, sentence.words), False, False, False]

    @cached_property
    def headline(self) -> bool:
        """Whether nearly every longer word has a capital, so that capitals prove little."""
        if not self.cased:
            return False
        long = [
            cap
            for cap, word in zip(self.caps, self.words, strict=False)
            if len(word) > _SHORT_WORD and word[0].isalpha()
        ]
        return len(long) >= _HEADLINE_WORDS and sum(long) >= _HEADLINE_SHARE * len(long)

    def is_no_name(self, i: int, j: int, found: tuple[Entry, ...]) -> bool:
        """Whether the match is no name at all: "US$5", "You'd", "the Eastern side", an acronym."""
        if self.norms[j] == "$":
            return True
        if j - i > 1:
            return False
        word, norm = self.words[i], self.norms[i]
        if norm == "us":
            return word != "US" or not (self.cased or self.norms[i - 1] == "the")
        if norm in self.lists.directions:
            return self.norms[j] not in self.lists.heads
        if "'" in word[2:] and word.rpartition("'")[2] in self.lists.contractions:
            return True
        return (
            self.cased
            and word.isupper()
            and len(word) <= _ACRONYM_LENGTH
            and not self.headline
            and found[0].level in _NO_ACRONYMS
            and not (spans.heads_entry(self.norms, i) and _is_known(found))
        )

    def is_surname(self, i: int) -> bool:
        """Whether a title, a given name or an initial stands before the word."""
        if not i or not self.caps[i - 1]:
            return False
        previous = self.norms[i - 1]
        if previous in self.lists.given_names:
            return True
        if len(previous) == _INITIAL_LENGTH and previous[1] == "." and i > 1 and self.caps[i - 2]:
            return True
        return previous in self.lists.titles and (self.cased or previous not in _PLAIN_TITLES)

    def opens_organisation(self, j: int) -> bool:
        """As in "City Hall", "State University": the head noun at ``j`` opens another name."""
        word = self.norms[j + 1]
        is_name = self.caps[j + 1] and not self.headline
        return is_name and (word in self.lists.bodies or word in self.lists.titles)

    def opens_office(self, j: int) -> bool:
        """As in "Benue State Police Command": what acts for the state at ``j``, a place."""
        behind = self.norms[j + 1]
        return self.norms[j] == "state" and (
            behind in self.lists.offices or behind in self.lists.titles
        )

    def is_part_of_name(self, i: int, j: int, found: tuple[Entry, ...], *, has_head: bool) -> bool:
        """As in "Jordan Smith", "the Washington Post", "University of Damascus" are no places."""
        if not self.cased:
            return self._is_part_in_capitals(i, j)
        if i and self._belongs_to_word_before(i, found):
            return True
        if has_head or not self.caps[j]:
            return False
        if self.norms[i] in self.lists.given_names and j - i == 1:
            return not self._may_follow(j)  # "Jordan Smith", but "Jordan Airports"
        is_apart = sites.is_of_town(self.norms, i, j, found, self.lists)
        return not is_apart and self._belongs_to_word_after(j, found[0])

    def _may_follow(self, j: int) -> bool:
        """Whether the capitalised word at ``j`` speaks of a place before it, not of a person."""
        lists, following = self.lists, self.norms[j]
        return (
            following in lists.bodies
            or following in lists.titles
            or following in lists.times
            or following in lists.offices
            or self.headline
            or self.words[j].isupper()
        )

    def _belongs_to_word_after(self, j: int, best: Entry) -> bool:
        lists, following = self.lists, self.norms[j]
        if best.level is PlaceLevel.COUNTRY or self.headline:
            return following in lists.papers
        if best.level is PlaceLevel.ADMIN1 and self._is_office_of_area(j):
            return False
        if following in lists.bodies:
            return True
        if following in lists.times or following in lists.titles or following in lists.directions:
            return False
        if self._is_country_word(following):  # "Santa Rosa Philippines Inc."
            return j + 1 < self.size and self.caps[j + 1] and self.norms[j + 1] in lists.bodies
        return not (self.words[j].isupper() or load_lexicon().opens_people(self.norms, j))

    def _is_country_word(self, word: str) -> bool:
        """A demonym, a country or a province: it begins something of its own."""
        found = self.names.gazetteer.lookup(word)
        return bool(self.names.gazetteer.demonyms(word)) or (
            bool(found) and found[0].level in PROVINCES_AND_COUNTRIES
        )

    def _is_office_of_area(self, j: int) -> bool:
        """As in "Queensland Health Minister": the area itself is named."""
        for k in range(j, min(j + 3, self.size)):
            if not self.caps[k]:
                return False
            if self.norms[k] in self.lists.titles or self.norms[k] == "department":
                return True
        return False

    def _belongs_to_word_before(self, i: int, found: tuple[Entry, ...]) -> bool:
        lists, norms = self.lists, self.norms
        previous = norms[i - 1]
        if self._continues_organisation(i):
            return True
        if previous == "of" and i > 1 and self.caps[i - 2]:
            body = norms[i - 2] in lists.bodies and norms[i - 2] not in lists.offices
            body = body and not sites.is_school_of(norms, i, found, lists)
            return body or self._is_islamic_state(i)
        if spans.is_called_so(norms, i, lists) and not self.headline:
            return True
        if not self.caps[i - 1]:
            return False
        if previous in lists.titles or previous in lists.given_names:
            return True
        return self._opens_with_name(i, found[0]) if i == 1 else self._ends_longer_name(i)

    def _opens_with_name(self, i: int, best: Entry) -> bool:
        """Whether the sentence begins with an unlisted given name instead of an ordinary word.

        Before a city only a word that no list has is one.
        """
        previous = self.norms[i - 1]
        plain = previous in self.names.lower_words or previous in self.lists.common
        if best.level is not PlaceLevel.PLACE or plain or self.headline:
            return False
        if previous in self.lists.openers:
            return False
        if best.population >= _CITY and not (previous.isalpha() and previous not in word_tags()):
            return False
        self.names.surnames.add(self.norms[i])
        return True

    def _ends_longer_name(self, i: int) -> bool:
        if i == self.place_end or self.headline or not self.words[i - 2][-1].isalnum():
            return False
        if self._may_precede(i):
            return False
        self.names.surnames.add(self.norms[i])
        return True

    def _may_precede(self, i: int) -> bool:
        """Whether the capitalised word before belongs beside a place, not into one name with it."""
        lists, previous = self.lists, self.norms[i - 1]
        return (
            previous in lists.directions
            or previous in lists.times
            or previous in lists.prefixes
            or previous in lists.heads
            or previous in lists.inside
            or previous in lists.openers
            or self.words[i - 1].isupper()
            or bool(self.names.gazetteer.demonyms(previous))
            or (previous[-1] == "s" and self._is_country_word(previous[:-1]))  # "Syrias Idlib"
        )

    def _is_islamic_state(self, i: int) -> bool:
        """As in "Islamic State of Iraq": an organisation, no office of the country."""
        if i > 2 and self.norms[i - 3 : i - 1] == ("islamic", "state"):  # noqa: PLR2004
            self.organisation_end = i + 1
            return True
        return False

    def _continues_organisation(self, i: int) -> bool:
        """As in "Islamic State of Iraq and the Levant": both belong to one name."""
        k = i - 2 if self.norms[i - 1] == "the" else i - 1
        return k == self.organisation_end and self.norms[k] in {"and", "&", "in"}

    def _is_part_in_capitals(self, i: int, j: int) -> bool:
        lists, norms = self.lists, self.norms
        if i:
            previous = norms[i - 1]
            if self._continues_organisation(i) or previous in lists.name_openers:
                return True
            if previous in lists.bodies and previous not in lists.heads:
                return True
            if previous == "of":
                before = norms[i - 2]  # "department of Huila" is a place, "university of" none
                is_body = i > 1 and before in lists.bodies and before not in lists.heads
                if is_body or self._is_islamic_state(i):
                    return True
        following = self.norms[j]
        return following in lists.bodies and following not in lists.heads

    def may_tell(self, i: int) -> bool:
        """Whether in a text without case a word alone may be a place, or say that another is none.

        The cheap test before a word is looked up: it asks for less than the others together do.
        """
        norms = self.norms
        previous, following = norms[i - 1], norms[i + 1]
        before, behind, of = _telling()
        if previous in before or following in behind or i == self.place_end + 1:
            return True
        if previous == "of":
            return norms[i - 2] in of
        if following in LIST_MARKS:
            return not i or self.names.gazetteer.openings[norms[i + 2]] is not None
        is_first = not i and (following == "(" or self.size <= 2)  # noqa: PLR2004
        return is_first or previous[1:] == "." or (not i and is_held(norms, 1))

    def may_hold(self, span: PlaceSpan) -> bool:
        """Whether a name in a text without case may become a mention."""
        return span.certain or (
            span.cue
            and span.name not in self.lists.common
            and span.name not in self.lists.given_names
        )

    def has_cue(self, i: int, j: int, best: Entry) -> bool:
        """Whether the words before ask for a place, or nothing but the name stands there."""
        lists, norms, previous = self.lists, self.norms, self.norms[i - 1]
        if previous in lists.inside or previous in lists.near or spans.is_measured(norms, i, lists):
            return True
        if self.is_taken(i, j) or ((self.cased or not i) and is_held(norms, j)):
            return True
        before = norms[i - 2]
        of_whose = lists.directions | noun_classes()["of_town"] if previous == "of" else ()
        if before in of_whose or (previous in lists.directions and before in lists.inside):
            return True
        if previous == "," and i - 1 == self.place_end and best.level in PROVINCES_AND_COUNTRIES:
            return True
        rest, is_head = self.size - (j - i), not self.cased and spans.heads_entry(norms, i)
        return rest == 0 or is_head or (rest == 1 and not norms[self.size - 1][0].isalnum())

    def is_taken(self, i: int, j: int) -> bool:
        """As in "entered A", "took A from the army": who holds it changes, not who is captured."""
        lists, norms = self.lists, self.norms
        previous = norms[i - 1]
        if not i or not self.cased or norms[j] == "'s" or norms[i] in lists.bodies:
            return False
        if previous in lists.entering:
            return True
        if previous not in lists.taking:
            return False
        if norms[i - 2] in noun_classes()["conquerors"] and norms[j] in _BEHIND_TAKEN and i > 1:
            return j == i + 1  # armies take towns rather than somebody
        if norms[j] == "from":
            return norms[j + 1] not in POSSESSIVES and not previous.startswith("attack")
        behind = norms[j + 1 : j + _APPOSED]
        return norms[j] == "," and (
            "capital" in behind or not lists.heads.keys().isdisjoint(behind)
        )

    def is_certain(self, span: PlaceSpan) -> bool:
        """Whether the span is a place whatever the rest of the document says."""
        best, lists = span.entries[0], self.lists
        name, is_single = span.name, span.is_single
        common = is_single and (name in lists.common or name in self.names.lower_words)
        given = is_single and name in lists.given_names
        if not self.cased:
            return self._is_certain_in_capitals(span, unsafe=common or given)
        starts = span.first == 0 or not self.words[span.first - 1][-1].isalnum()
        if common or (given and best.level not in PROVINCES_AND_COUNTRIES):
            return span.cue and not starts and name not in lists.times
        if span.cue or not is_single:
            return True
        is_town = best.level is PlaceLevel.PLACE and best.population < _CITY
        is_lesser = is_town or best.kind == _ISLAND
        if starts and is_lesser and is_person(self.norms, span.last, lists):
            return False
        if best.level in WIDE_OR_PROVINCE:
            return True
        return _is_known(span.entries) or is_placed(self.norms, span.first, span.last, lists)

    def _is_certain_in_capitals(self, span: PlaceSpan, *, unsafe: bool) -> bool:
        """In a text without case only syntax, several words or fame prove a name."""
        best, previous = span.entries[0], self.norms[span.first - 1]
        is_country = best.level is _COUNTRY
        if unsafe:
            if self.norms[span.last][:1].isalpha():  # a person's other name may follow
                return span.head is not None and previous == "of"
            if span.head is None and (not is_country or span.name in self.lists.common):
                return False  # "UNDER A PARKED CAR"
        if is_country or not span.is_single:
            return True
        span.cue = span.cue or self._has_cue_in_capitals(span)
        if span.cue:
            most = max(entry.population for entry in span.entries)
            return best.level is not PlaceLevel.PLACE or most >= _CAPS_TOWN
        is_known = any(it.population >= WELL_KNOWN and it.key == span.key for it in span.entries)
        return is_known and previous not in self.lists.name_particles

    def _has_cue_in_capitals(self, span: PlaceSpan) -> bool:
        i, j = span.first, span.last
        previous, following = self.norms[i - 1], self.norms[j]
        is_listed = i - 1 == self.place_end and previous in LIST_MARKS
        if previous in self.lists.other_prepositions or is_listed:
            return True
        if following == ",":
            after = self.names.gazetteer.lookup(self.norms[j + 1])
            return bool(after) and after[0].level in PROVINCES_AND_COUNTRIES
        return i == 0 and following in {",", "("}

"""Where place names stand in one sentence, and how sure the words around them make it.

Nothing is resolved here: a span carries every gazetteer entry of its name. Whether a span that is
only possible (``certain`` false) becomes a mention is decided for the whole document.
"""

from collections.abc import Collection, Iterable
from functools import cache
from itertools import compress

from coder.gazetteer.openings import COMMON, FAMOUS, NO_WORDS, Opening
from coder.gazetteer.store import Entry
from coder.gazetteer.words import place_words
from coder.lexicon.closed import (
    A_OR_ANOTHER,
    AFTER_BEFORE,
    ANY_ONE,
    LIST_MARKS,
    WHO_WHICH_THAT,
)
from coder.lexicon.words import noun_classes
from coder.mentions.places.beside import Neighbours
from coder.mentions.places.quarters import lie_within
from coder.mentions.places.spans import DocumentNames, PlaceSpan
from coder.mentions.places.syntax import AREA_HEADS
from coder.values.kinds import PROVINCES_AND_COUNTRIES, WIDE
from coder.values.labels import PlaceLevel
from coder.values.text import Sentence

_NAME_LINKS = frozenset({"de", "del"})  # between two capitals they stand in names only
_SMALL_BESIDE_DEMONYM = 100_000
_TOWNS = frozenset({"city", "town"})
_BEFORE_PART = 4  # words: "a largely residential district of"
_CITY_OF_PARTS = 100_000
_COUNTY = "co"  # "County Down", "Co Down": so British and Irish counties are written
_RIVER = "river"
_SAME_SPOT = 0.1  # degrees
_WITH_ARTICLE = frozenset({_RIVER, "desert", "mountains", "ocean", "region", "sea"})
_PARTS = frozenset({"old", "new", "upper", "lower", "inner"})
_PAIR = 2
_OWNER = Opening(0, 1, NO_WORDS)


@cache
def _behind_names() -> frozenset[str]:
    """The words before which an article and a name stand by themselves."""
    lists = place_words()
    before = lists.inside | lists.near | lists.other_prepositions
    return before | LIST_MARKS | WHO_WHICH_THAT | AFTER_BEFORE


class SentenceScan:
    """One pass over the tokens of one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        position: int,
        names: DocumentNames,
        blocked: Collection[tuple[int, int]],
    ) -> None:
        self.position = position
        self.names = names
        self.openings = names.gazetteer.openings
        self.beside = Neighbours(sentence, names)
        self.blocked = {i for first, last in blocked for i in range(first, last)}

    def spans(self) -> list[PlaceSpan]:
        """The possible place names from left to right; the longest name wins."""
        return self._in_mixed_case() if self.beside.cased else self._without_case()

    def free(self, spans: Iterable[PlaceSpan]) -> list[bool]:
        """Which words may begin a name and belong to no name yet."""
        free = self.beside.caps[: self.beside.size]
        for index in self.blocked:
            if index < len(free):
                free[index] = False
        for span in spans:
            free[span.first : span.last] = [False] * (span.last - span.first)
        return free

    def _in_mixed_case(self) -> list[PlaceSpan]:
        """Names begin with a capital, and what begins with one is worth a look."""
        beside, blocked, openings = self.beside, self.blocked, self.openings
        norms = beside.norms
        found: list[PlaceSpan] = []
        end = 0
        for i, cap in enumerate(beside.caps):
            if not cap or i < end or i in blocked:
                continue
            if openings[norms[i]] is not None or norms[i + 1] == "'s":
                end, span = self._match(i, self._longest(i))
                if span is not None:
                    beside.place_end = end
                    found.append(span)
        return found

    def _without_case(self) -> list[PlaceSpan]:
        """Every word may begin a name: worth a look is what is famous or has a word beside it."""
        beside, blocked, second_of = self.beside, self.blocked, self.openings.second_of
        norms, openers = beside.norms, beside.lists.head_openers
        is_owned = "'s" in norms
        told = self._openings_of_words(is_owned=is_owned)
        found: list[PlaceSpan] = []
        end = 0
        for i, opening in compress(enumerate(told), told):
            if opening is None or i < end or i in blocked:
                continue
            bits, longest, seconds = opening
            if is_owned:
                longest = self._longest(i)
            elif longest > 1 and seconds and second_of[norms[i + 1]] not in seconds:
                longest = 1
            if longest == 1 and bits == COMMON and norms[i - 1] not in openers:
                continue
            if longest > 1 or bits & FAMOUS or beside.may_tell(i):
                end, span = self._match(i, longest)
                if span is not None:
                    beside.place_end = end
                    if beside.may_hold(span):
                        found.append(span)
        return found

    def _openings_of_words(self, *, is_owned: bool) -> list[Opening | None]:
        """How names begin with each word, in a text without case."""
        norms, caps = self.beside.norms, self.beside.caps
        found: list[Opening | None] = list(map(self.openings.__getitem__, norms))
        if is_owned:  # a genitive changes the word before it ("People's Republic")
            for i, norm in enumerate(norms):
                if norm == "'s" and i and caps[i - 1]:
                    found[i - 1] = found[i - 1] or _OWNER
        return found

    def _match(self, i: int, longest: int) -> tuple[int, PlaceSpan | None]:
        """The longest name from token ``i`` on, and where the scan goes on."""
        norms, caps, gazetteer = self.beside.norms, self.beside.caps, self.names.gazetteer
        for j in range(self._joined_end(i, longest), i, -1) if longest > 1 else (i + 1,):
            if j > i + 1 and not caps[j - 1] and norms[j - 1] not in self.names.lists.name_ends:
                continue  # a particle ends no name, but "the Evin prison" is one
            name = norms[i] if j == i + 1 else " ".join(norms[i:j])
            found = gazetteer.lookup(name)
            people = gazetteer.demonyms(name)
            if people and _says_people(people[0], found):
                return j, self._demonym(i, j, name, people)
            if found and (caps[j - 1] or not self._is_in_shorter(i, j, found)):
                return self._judge(i, j, name, found)
        return i + 1, None

    def _is_in_shorter(self, i: int, j: int, found: tuple[Entry, ...]) -> bool:
        """As in "Washington state", which is what "Washington" beside a head noun means.

        Nor is "the Northern region" more than a region, and "the Afar region" is the province.
        """
        norms, caps, lists = self.beside.norms, self.beside.caps, self.names.lists
        is_area = lists.heads.get(norms[j - 1]) in AREA_HEADS
        while not caps[j - 1]:
            j -= 1
        shorter = self.names.gazetteer.lookup(" ".join(norms[i:j]))
        if is_area and shorter and shorter[0].level is not PlaceLevel.FEATURE:
            return True
        if found[0].level is PlaceLevel.SITE and any(
            town.level is PlaceLevel.PLACE and lie_within(town, found[0], _SAME_SPOT)
            for town in shorter
        ):
            return True  # "Jabalia camp", which lies in the town of that name
        return norms[i] in lists.directions or set(found) <= set(shorter)

    def _longest(self, i: int) -> int:
        """How many words a name from token ``i`` on can have, by the first two of them."""
        norms, openings = self.beside.norms, self.openings
        following = norms[i + 1]
        if following == "'s":
            return openings.longest(norms[i] + "s")  # "People's Republic of ..."
        opening = openings[norms[i]]
        if opening is None:
            return 1
        if norms[i + 2].startswith("'s"):
            return opening.longest  # "Democratic People's Republic of ..."
        return opening.longest_with(openings.second_of[following])

    def _joined_end(self, i: int, longest: int) -> int:
        """Where the words end that can be one name with token ``i``: capitals, and particles.

        Small words may end it: "the Zaporizhzhia nuclear power plant".
        """
        caps, norms, blocked = self.beside.caps, self.beside.norms, self.blocked
        particles = self.names.lists.particles
        end = min(i + longest, self.beside.size)
        j = i + 1
        while j < end and j not in blocked and (caps[j] or norms[j] in particles):
            j += 1
        while j < end and j not in blocked and not caps[j] and norms[j].isalpha():
            j += 1
        return j

    def _demonym(self, i: int, j: int, name: str, people: tuple[Entry, ...]) -> PlaceSpan | None:
        if not self.beside.cased and name in self.names.lists.common:
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

    def _is_body(self, i: int, name: str) -> bool:
        """As in "Police in Texas": a word for a body, with nothing before it that places it."""
        lists = self.names.lists
        if name not in lists.bodies or name not in lists.common:
            return False
        return not i or self.beside.norms[i - 1] not in lists.inside | lists.near

    def _judge(
        self, i: int, j: int, name: str, found: tuple[Entry, ...]
    ) -> tuple[int, PlaceSpan | None]:
        """Accept, keep as possible, or refuse the match by what stands beside it."""
        beside, lists = self.beside, self.names.lists
        if beside.is_no_name(i, j, found) or self._is_car(i, name) or self._is_old_town(i, j):
            return j, None
        if i and beside.norms[i - 1] == "the" and (waters := self._with_article(j, name, found)):
            name, found = f"the {name}", waters
        following = beside.norms[j]
        if following in _NAME_LINKS and j + 1 < beside.size and beside.caps[j + 1]:
            return j + 2, self._longer_name(i, j + 2)
        if following in lists.diseases or (j - i == 1 and beside.is_surname(i)):
            self.names.persons.add(name)
            return j, None
        head_word, last = self._head_after(i, j, found)
        if last < j:
            return j, None
        is_body = head_word is None and self._is_body(i, name)
        if is_body or beside.is_part_of_name(i, j, found, has_head=head_word is not None):
            return j, None
        span = PlaceSpan(
            sentence=self.position,
            first=i,
            last=last,
            name_last=j,
            name=name,
            entries=found,
            certain=False,
            head=lists.heads[head_word] if head_word else None,
            head_word=head_word,
        )
        if head_word is None:
            self._head_before(span)
        if span.head is not None:
            span.entries = self._entries_of_head(span, is_behind=last > j)
        span.cue = span.head is not None or beside.has_cue(i, j, found[0])
        if span.head == "district" and i and beside.norms[i - 1] in A_OR_ANOTHER:
            span.head = span.head_word = None  # "an Athens suburb" is one of the town
        span.certain = not span.entries or beside.is_certain(span)
        return last, span

    def _is_old_town(self, i: int, j: int) -> bool:
        """As in "the Old City of Nablus", "Aleppo's Old Town": a part that many a town has."""
        norms = self.beside.norms
        is_part = norms[i] in _PARTS and j - i == _PAIR and norms[j - 1] in self.names.lists.heads
        return is_part and (norms[j] == "of" or (i > 0 and norms[i - 1] == "'s"))

    def _is_car(self, i: int, name: str) -> bool:
        """As in "a Toyota pickup", which is no town unless something is in it."""
        if name not in noun_classes()["make_of_car"]:
            return False
        return not i or self.beside.norms[i - 1] not in self.names.lists.inside

    def _with_article(self, j: int, name: str, found: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """As in "drowned in the Limpopo": rivers and the like have the article, provinces none."""
        lists, following = self.names.lists, self.beside.norms[j]
        if found[0].level in WIDE or name in lists.common:
            return ()
        if following[:1].isalpha() and following not in _behind_names():
            return ()
        waters = tuple([entry for entry in found if entry.kind in _WITH_ARTICLE])
        return waters or self.names.gazetteer.lookup(f"{name} {_RIVER}")

    def _entries_of_head(self, span: PlaceSpan, *, is_behind: bool) -> tuple[Entry, ...]:
        """What a name may mean beside its head noun ("Niger State", "Masisi territory")."""
        found = span.entries
        levels = {entry.level for entry in found}
        if is_behind and span.head == "admin1" and found[0].level is PlaceLevel.COUNTRY:
            # "Niger State" is no country where one has a state of that name.
            found = tuple([e for e in found if e.level is PlaceLevel.ADMIN1]) or found
        if is_behind and span.head == "feature" and span.name in self.names.lists.directions:
            return ()  # "the Western Desert" is none of the province "Western"
        if span.head == "place" and not is_behind and levels & PROVINCES_AND_COUNTRIES:
            # "the Colombian city of Armenia" is no country.
            found = tuple([e for e in found if e.level is PlaceLevel.PLACE]) or found
        if span.head == "admin2" and levels == {PlaceLevel.PLACE, PlaceLevel.FEATURE}:
            # "Masisi territory" is the area of the town of Masisi, with its province.
            found = tuple([e for e in found if e.level is PlaceLevel.PLACE])
        countries = self.names.lists.used_in.get(span.head_word or "")
        if countries is not None:  # "Donga LGA" of Nigeria, and no town of Benin
            found = tuple([entry for entry in found if entry.iso2 in countries])
        return found

    def _is_plain_word(self, head_word: str | None, found: tuple[Entry, ...]) -> bool:
        """As in "Gaza territory", "the capital territory": areas of that name in others alone."""
        lists = self.names.lists
        if head_word not in lists.weak_heads or head_word not in lists.used_in:
            return False
        return all(entry.iso2 not in lists.used_in[head_word] for entry in found)

    def _head_after(self, i: int, j: int, found: tuple[Entry, ...]) -> tuple[str | None, int]:
        """The head noun behind a name, and where the name ends with it; before ``j`` for none.

        As in "Nyanza Province", and no "Florida State University".
        """
        beside, lists = self.beside, self.names.lists
        head_word, head_end = lists.head_at(beside.norms, j)
        if self._is_plain_word(head_word, found):
            return None, j
        is_head = head_word and beside.caps[j] and beside.cased
        if not is_head or head_word in beside.norms[i:j]:
            return head_word, j
        if beside.opens_office(j):
            return head_word, head_end
        is_body = found[0].level is PlaceLevel.COUNTRY and head_word in lists.bodies
        if is_body or beside.opens_organisation(j):
            return None, (i if head_word == "state" else j)
        return head_word, head_end

    def _longer_name(self, i: int, j: int) -> PlaceSpan | None:
        """As in "the district of San Martin de Porres": an unlisted name that begins like a listed.

        Without a head noun before it nothing says what it is.
        """
        span = PlaceSpan(
            sentence=self.position,
            first=i,
            last=j,
            name_last=j,
            name=" ".join(self.beside.norms[i:j]),
            entries=(),
            certain=True,
        )
        self._head_before(span)
        return span if span.head is not None else None

    def _head_before(self, span: PlaceSpan) -> None:
        """As in "the province of X", "Lake X": the head noun stands before the name.

        Not in "the Zuhur district of X", which tells what Zuhur is.
        """
        norms, i, lists = self.beside.norms, span.first, self.names.lists
        is_of = i > 1 and norms[i - 1] == "of" and norms[i - 2] in lists.heads
        if is_of and not (self._is_named_before(i - 2) or self._is_one_of_many(span, i - 2)):
            if not self._is_plain_word(norms[i - 2], span.entries):
                span.head, span.head_word = lists.heads[norms[i - 2]], norms[i - 2]
        elif i and norms[i - 1] in lists.prefixes and self.beside.caps[i - 1]:
            if lists.prefixes[norms[i - 1]] in AREA_HEADS:
                if i > 1 and self.beside.caps[i - 2]:
                    return  # "Orange County Los Angeles", and no "County Londonderry"
                countries = lists.used_in[_COUNTY]
                known = tuple([it for it in span.entries if it.iso2 in countries])
                if not known:
                    return
                span.entries = known
            span.head, span.head_word = lists.prefixes[norms[i - 1]], norms[i - 1]

    def _is_one_of_many(self, span: PlaceSpan, i: int) -> bool:
        """As in "a residential district of X", "eastern districts of X": parts of the town of X."""
        norms, lists = self.beside.norms, self.names.lists
        if norms[i] in lists.list_heads and norms[span.last] not in LIST_MARKS:
            return any(entry.population >= _CITY_OF_PARTS for entry in span.entries)
        first = next((at for at in range(i - 1, i - _BEFORE_PART, -1) if norms[at] in ANY_ONE), 0)
        return first > 0 and not any(self.beside.caps[first + 1 : i])

    def _is_named_before(self, i: int) -> bool:
        """As in "the Zuhur district", and not "the Nigerian state", "the Kurdish-held province"."""
        beside, names = self.beside, self.names
        if i < 2 or not beside.caps[i - 1] or beside.caps[i]:  # noqa: PLR2004
            return False
        if beside.norms[i] in names.lists.list_heads:
            return False  # "the Berom villages of X and Y"
        is_area = beside.norms[i] in _TOWNS or names.lists.heads[beside.norms[i]] in AREA_HEADS
        return not (is_area and names.gazetteer.demonyms(beside.norms[i - 1].partition("-")[0]))


def _says_people(people: Entry, found: tuple[Entry, ...]) -> bool:
    """Whether a word that is both a demonym and a place ("American" in Ohio) is the demonym."""
    if not found:
        return True
    best = found[0]
    if best.level is PlaceLevel.COUNTRY:
        return False
    largest = max(entry.population for entry in found)
    return people.level is PlaceLevel.COUNTRY or (
        best.level is PlaceLevel.PLACE and largest < _SMALL_BESIDE_DEMONYM
    )

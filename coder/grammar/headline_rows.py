"""The chunks of a sentence, and the rows that headlines write without "and"."""

import re
from collections.abc import Container, Iterable, Iterator
from collections.abc import Set as AbstractSet

from coder.grammar.chunks import Chunk
from coder.grammar.tellers import told_in_chunks, without_hearer
from coder.lexicon.closed import A_AN, AT_PLACE, HIS_HER_THEIR
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes
from coder.values.text import Sentence

_OPENING = re.compile(r"A,?|PN,")  # "Meanwhile,", "In addition,"
_OF = "of"
_WHERE_FROM = AT_PLACE | {"from"}
_PLURAL = ("s", "men", "women", "people", "children", "police")
_BARE = frozenset("Nns")
_BESIDE_NOUNS = frozenset({"parked", "located", "situated", "owned", "stationed", "housed"})
ANYONE = frozenset({"people", "persons", "others", "victims"})


class GroupTable:
    """The chunks of one sentence; numbers are chunk positions.

    ``head_words`` are the words that the groups are about, ``first_words`` those they begin with.
    ``wider`` are the tokens where a place begins that says where the one before its comma lies.
    ``told`` is where ", police said." begins, which is no clause of what is told; else the end.
    ``start`` is where what is told begins, behind "Officials said that", ``front`` the words from
    there on; ``line`` is where its clause begins, also behind "Meanwhile," and "In addition,".
    """

    __slots__ = (
        "at_token",
        "chunks",
        "first_words",
        "front",
        "head_words",
        "kinds",
        "line",
        "norms",
        "start",
        "tags",
        "told",
        "wider",
    )

    def __init__(self, sentence: Sentence, tags: str, chunks: list[Chunk]) -> None:
        self.norms = norms = sentence.norms
        self.tags = tags
        self.chunks = chunks
        self.wider: frozenset[int] = frozenset()
        kinds = "".join([chunk.kind for chunk in chunks])
        self.kinds = kinds = without_hearer(kinds, chunks, norms)
        self.head_words = [norms[chunk.head] for chunk in chunks]
        self.first_words = [norms[chunk.first] for chunk in chunks]
        start, self.told = told_in_chunks(kinds, self.head_words, self.first_words)
        opening = _OPENING.match(kinds, start)
        self.start = start
        self.line = opening.end() if opening is not None else start
        self.front = norms[chunks[start - 1].last :] if start else norms
        # The words of an aside count to the group they stand behind.
        at_token: list[int] = []
        before = first = 0
        for number, chunk in enumerate(chunks):
            at_token += [before] * (chunk.first - first)
            before, first = number, chunk.first
        at_token += [before] * (len(tags) - first)
        self.at_token = at_token

    def lies_in_next(self, number: int) -> bool:
        """As in "Gao, Mali": behind the comma after a place stands the country or area it is in."""
        return self.kinds.startswith(",N", number + 1) and (
            self.chunks[number + 2].first in self.wider
        )

    def _are_people(self, number: int) -> bool:
        """Whether a noun group ends with a listed noun for people: "hired guns", and no "guns"."""
        group = self.chunks[number]
        found = load_lexicon().persons.ending(self.norms, group.first, group.head + 1)
        return found is not None

    def _behind_where(self, number: int) -> int | None:
        """As "a driver" for "a driver in Multan and | his son": what a place in between is of.

        Null where the second is a place itself, or no name of a place stands between.
        """
        place = number - 2
        while place > 1 and self.chunks[place].first in self.wider:
            place -= 2
        if self.kinds.endswith("NP", 0, place) and self._is_kind_of_place(place - 2):
            place -= 2  # "in the town of Multan"
        is_joined = self.kinds.endswith("NC", 0, number) and self.kinds.endswith("NP", 0, place)
        is_behind = is_joined and self.first_words[place - 1] in _WHERE_FROM
        is_place = self.tags[self.chunks[number].head] == "E" or self._is_kind_of_place(number)
        is_named = self.tags[self.chunks[number - 2].head] == "E"
        is_of_whole = is_behind and is_named and not is_place
        return self._people_above(place - 2, number) if is_of_whole else None

    def _people_above(self, number: int, joined: int) -> int:
        """As "a cook" for "a cook at | a school in Yala and her son": people, as the one joined.

        An owner's word goes on with the first of them: "the wife of a guard in Yala and her son".
        """
        at = found = number
        if self.tags[self.chunks[joined].head] == "#" and self.kinds.startswith("PN", joined + 1):
            joined += 2  # "and three of his staff"
        is_owned = self.first_words[joined] in HIS_HER_THEIR
        if not self._are_people(joined):
            return number
        while self.kinds.endswith("NP", 0, at) and (is_owned or not self._are_people(found)):
            at -= 2
            found = at if self._are_people(at) else found
        return found

    def _tells_which(self, verb: int, number: int) -> bool:
        """As in "and a lorry | parked nearby", "a monk and four students | accused of sedition"."""
        word = self.head_words[verb]
        if word in _BESIDE_NOUNS:
            return True
        if self.kinds[number - 1] != "C" or not number:
            return False
        following = self.kinds[verb + 1 : verb + 2]
        told = {"P": "told_with", "I": "held_for"}.get(following)  # "said to be students"
        return told is not None and word in noun_classes()[told]

    def _are_of_one_body(self, number: int) -> bool:
        """As in "a joint patrol of | soldiers and police was": who it is made of, both."""
        return (
            self.kinds[max(number - 2, 0) : number] == "NP"
            and self.first_words[number - 1] == _OF
            and self.head_words[number - 2] in noun_classes()["body_of_many"]
        )

    def _is_kind_of_place(self, number: int) -> bool:
        return self.head_words[number] in noun_classes()["place_noun"]

    def headed(self, words: Container[str], kinds: str) -> Iterator[int]:
        """The groups of these kinds whose head is one of some words."""
        for number, kind in enumerate(self.kinds):
            if kind in kinds and self.head_words[number] in words:
                yield number

    def has_head(self, numbers: Iterable[int], words: AbstractSet[str]) -> bool:
        """Whether the head of one of some chunks is one of some words."""
        return any(self.head_words[number] in words for number in numbers)

    def _lists_on(self, number: int, following: int) -> bool:
        """As in "Policeman, two villagers die", "kills a rabbi, three children": headlines join so.

        The second group has a number and a noun, or both open the line bare ("Woman, child
        killed", "Two guards, driver killed") or are whom a verb befell ("kill teacher, driver");
        the first is no name, which may say where.
        """
        first, second = self.chunks[number], self.chunks[following]
        opening, behind = self.tags[second.first], self.kinds[following + 1 : following + 2]
        is_first_bare = self.tags[first.first] in _BARE
        is_line = (
            behind == "X"
            and not number
            and (is_first_bare or (self._is_number_of(first) and not self._are_several(second)))
        )
        is_line |= (
            is_first_bare and self.kinds[number - 1 : number] == "V" and self._is_one(first, second)
        )
        is_counted = opening == "#" and second.last - second.first > 1
        is_bare = is_line and (opening in _BARE or self.norms[second.first] in HIS_HER_THEIR)
        # "Three policemen, a civilian killed": what is counted before is not what "a" calls it
        is_one = behind == "X" and self._is_number_of(first) and self.norms[second.first] in A_AN
        return (
            (is_counted or is_bare or is_one)
            and (is_one or self.tags[second.head] in _BARE or self._is_number_of(second))
            and (self.tags[first.head] in _BARE or self._is_number_of(first))
            and self.norms[first.head] not in ANYONE
            and not (behind == "P" and self.first_words[following + 1] == _OF)
        )

    def _is_one(self, first: Chunk, second: Chunk) -> bool:
        """Whether two groups are one person each, without an article: "teacher, driver"."""
        people = load_lexicon().persons.last_words
        return not any(
            self._are_several(group) or self.norms[group.head] not in people
            for group in (first, second)
        )

    def _are_several(self, group: Chunk) -> bool:
        return self.norms[group.head].endswith(_PLURAL)

    def _is_number_of(self, group: Chunk) -> bool:
        """Whether a group is a number and a plural: "five Maoists", and no place."""
        return (
            self.tags[group.first] == "#" and group.first < group.head and self._are_several(group)
        )

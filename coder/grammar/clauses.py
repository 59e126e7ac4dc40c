"""Chunks -> who stands where around a verb or noun: subject, objects, prepositional phrases.

A shallow reading: no tree is built. Each question walks a few chunks to the left (``subjects``) or
right of the one it is asked about, and every walk stops at the edges of the clause.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from coder.gazetteer.words import place_words
from coder.grammar.chunks import Chunk
from coder.grammar.lists import ListWalks
from coder.lexicon.closed import AFTER_BEFORE, MAKING
from coder.lexicon.words import noun_classes
from coder.values.text import Sentence

_VERBAL = "VXKIG"
_MAX_WALK = 40
_TOLD_BETWEEN = re.compile(r",(?:N[VX]|[VX]N(?:PN)?),(?=P)")
_OF, _AMONG = "of", "among"
_OF_BESIDE = frozenset({"ahead", "instead"})  # "in Gao ahead of a festival": of no such thing
_BY = "by"
_WAYS = frozenset({"way", "journey", "trip", "route", "return", "commute"})
_INSIDE = {"from": _WAYS, "to": _WAYS, "with": frozenset({"border", "frontier", "boundary"})}
# Prepositions that say of a thing what a commoner one says; frames name the commoner one.
_ALIKE = {
    "at hands of": "by",
    "at the hand of": "by",
    "by hands of": "by",
    "by part of": "by",
    "by the hand of": "by",
    "by the hands of": "by",
    "from part of": "by",
    "from the part of": "by",
    "on the part of": "by",
    "in front of": "outside",
    "opposite": "outside",
    "next to": "near",
    "close to": "near",
    "alongside": "near",
    "beside": "near",
    "aboard": "inside",
    "on board": "inside",
    "underneath": "under",
    "beneath": "under",
    "targeting": "against",
}
_SUBORDINATING = AFTER_BEFORE | {"than"}
# Participles that introduce a phrase as prepositions do: "strikes using jets against a depot".
_PARTICIPLE_PREPOSITIONS = frozenset(
    {"using", "targeting", "involving", "following", "carrying", "containing"}
)
_LENGTHS = frozenset({"minute", "hour", "day", "night", "week", "month", "year", "decade"})
_DATING = frozenset({"recent", "overnight", "weekend", "late-night"})
_PHRASE = r"(?:P(?:t|N(?:CN)*)|[tA])"
_ASIDE = ",(?:A{0,2}(?:P?t)+|A{1,2}|P{1,2}N(?:PN)*|UN[VX]|N[VX]),"
_PHRASES = re.compile(rf"(?:(?=(?:Pt|[tA,])*PN)(?:{_PHRASE}|,{_PHRASE}+,)+|{_ASIDE})(?=N)")
_OPENING_OBJECTS = "D#"
_NOBODY = frozenset({"no", "none", "neither", "zero"})
_FATES = frozenset({"death", "dead"})
_RELATIVE = frozenset({"that", "which", "who", "whom"})
_OFF = frozenset("AP(")
_BOUNDING = frozenset("PUW:C")  # the kinds between two clauses
_WHOEVER = frozenset({"whoever", "whomever"})


@dataclass(slots=True)
class Phrase:
    """A prepositional phrase: the preposition's words and chunk, and its noun groups.

    ``is_inner``: a phrase of the noun group before it, not of what was asked for.
    """

    preposition: str
    position: int
    groups: list[int] = field(default_factory=list)
    is_inner: bool = False


def groups_behind(phrases: Iterable[Phrase], *prepositions: str) -> list[int]:
    """The noun groups of those phrases that begin with one of some prepositions."""
    return [at for phrase in phrases if phrase.preposition in prepositions for at in phrase.groups]


class Clauses(ListWalks):
    """The chunks of one sentence and the walks over them; numbers are positions in ``chunks``."""

    __slots__ = ("_clauses", "_objects", "_phrases")

    def __init__(self, sentence: Sentence, tags: str, chunks: list[Chunk]) -> None:
        super().__init__(sentence, tags, chunks)
        self._clauses: dict[int, tuple[int, int]] = {}
        self._objects: dict[int, list[int]] = {}
        self._phrases: dict[int, list[Phrase]] = {}

    def befallen(self, verb: int) -> list[int]:
        """Whom or what a verb befalls: its objects, and the subject of a passive."""
        return self.subject(verb) if self.chunks[verb].passive else self.objects(verb)

    def objects(self, number: int) -> list[int]:
        """Noun groups that are the object of the verb group, joined ones included."""
        known = self._objects.get(number)
        if known is None:
            known = self._objects[number] = self._find_objects(number)
        return known.copy()

    def _find_objects(self, number: int) -> list[int]:
        parties = self.parties_behind(number)
        if parties is not None and parties[1] is not None:
            return self.conjoined_right(parties[1])
        at = number + 1
        while at < len(self.kinds) and (
            self.kinds[at] in 'tA"!' or self.kinds[at : at + 2] == "Pt"  # "kidnapped on Monday two"
        ):
            at += 1
        if self.kinds[max(at - 2, number) : at + 1] == "PtN" and self._is_dated_by_word(at - 1):
            return []  # "were killed and wounded in recent attacks"
        if self.kinds[at : at + 1] == "N" and self._is_distance(at):
            return []
        if (
            at < len(self.kinds)
            and self.kinds[at] == "N"
            and (
                self._is_in_subject(number)
                or self._is_told_of(number)
                or self._presumed(at) is not None
                or not self._starts_own_clause(at)
            )
        ):
            return self.conjoined_right(at)
        if self.kinds[at : at + 1] == "C" and self.kinds[at + 1 : at + 2] in ("X", "G"):
            return self.objects(at + 1)  # "killed or wounded twelve people"
        behind = self._put_behind(number)
        return self.conjoined_right(behind) if behind else self._object_before(number)

    def _object_before(self, number: int) -> list[int]:
        """As in "the houses that soldiers burned", "whom they took": what the clause is of."""
        if self.kinds[number] not in "VX" or self.chunks[number].passive:
            return []
        if self.kinds[number + 1 : number + 2] in ("I", "G", "U", "J") and (
            self.head_words[number + 1] not in _FATES
        ):
            return []  # "the men whom they threatened to kill", no "whom they beat to death"
        acting = number - 1 - (self.kinds[number - 1 : number] == "A")
        if acting < 1 or self.kinds[acting] != "N":
            return []
        opening = acting - 1
        if self.kinds[opening] != "W" or self.kinds[opening - 1 : opening] == "P":
            return []  # "the crash in which a nurse died"
        is_relative = self.first_words[opening] in _RELATIVE
        return self.antecedent(opening) if is_relative else []

    def _is_distance(self, number: int) -> bool:
        """As in "died 20 km (12 miles) north of Gao": how far off, and no object."""
        return (
            self.head_words[number] in place_words().units
            and self.kinds[number + 1 : number + 2] in _OFF
            and self.first_words[number + 1] != "of"  # "destroyed 20 km of road"
        )

    def _is_dated_by_word(self, number: int) -> bool:
        """Whether a time is an adjective of the noun behind it: "recent attacks"."""
        return self.head_words[number] in _DATING

    def _put_behind(self, number: int) -> int:
        """As in "shot on Monday(,) in A(,) the mayor": the object behind phrases, or zero."""
        between = _PHRASES.match(self.kinds, number + 1)
        if between is None or self.chunks[number].passive or self._has_agent(number):
            return 0
        at = between.end()
        first = self.chunks[at].first
        is_new = self.tags[first] in _OPENING_OBJECTS and self.norms[first] not in _NOBODY
        tells_fate = self.norms[self.chunks[at].last - 1] in noun_classes()["harmed"]
        if not is_new or tells_fate:
            return 0
        return at if self.is_described(number, at) or not self._starts_clause(at) else 0

    def _has_agent(self, number: int) -> bool:
        """As in "nine villagers, murdered by militiamen": done to those before the verb."""
        return self.norms[self.chunks[number].last : self.chunks[number].last + 1] == (_BY,)

    def _is_in_subject(self, number: int) -> bool:
        """As in "an attempt by X to free the men was foiled": the verb behind is the noun's."""
        if self.kinds[number] != "I":
            return False
        at = number - 1
        while at >= 0 and self.kinds[at] in "NPt":
            at -= 1
        return at < number - 1 and (at < 0 or self.kinds[at] in ',":')

    def _is_told_of(self, number: int) -> bool:
        """As in "the man who threw the grenade was beaten": the next verb is the man's."""
        is_told = self.kinds[max(number - 1, 0)] == "W" or self.tells_where(number)
        return is_told and self.head_words[number] not in noun_classes()["clausal"]

    def _starts_own_clause(self, number: int) -> bool:
        """A noun group behind a verb of saying that is the subject of its own verb."""
        at = number + 1
        if self.head_words[number] in _WHOEVER:
            return False  # "killed whoever was near"
        if self._is_made_to(number):
            return False
        if at < len(self.kinds) and self.kinds[at] == "V":
            return True
        if self.kinds[at : at + 2] == "XJ":
            return False  # "damaged a car parked nearby"
        if self.kinds[at : at + 2] == "XN" and self.name_behind(number) is not None:
            return False  # "injuring a guard named Ruiz"
        return at < len(self.kinds) and self.kinds[at] == "X" and not self._is_reduced(at)

    def _is_made_to(self, number: int) -> bool:
        """As in "made the driver | get out": a base form behind the object is what it is to do."""
        verb = number + 1
        return (
            self.head_words[number - 1] in MAKING
            and self.kinds[verb : verb + 1] == "V"
            and not self.chunks[verb].aux
            and self.tags[self.chunks[verb].head] in "VB"  # "get" stands before participles, too
        )

    def phrases(self, number: int) -> list[Phrase]:
        """Prepositional phrases to the right that can belong to the chunk."""
        known = self._phrases.get(number)
        if known is None:
            known = self._phrases[number] = self._find_phrases(number)
        return known.copy()

    def _find_phrases(self, number: int) -> list[Phrase]:  # noqa: C901, PLR0912 - one walk, read in one place
        found: list[Phrase] = []
        kinds, size = self.kinds, len(self.kinds)
        at = number + 1
        steps = 0
        while at < size and steps < _MAX_WALK:
            steps += 1
            kind = kinds[at]
            if kind == "P":
                start = at
                while at + 1 < size and kinds[at + 1] == "P":
                    at += 1
                if kinds[at + 1 : at + 3] == "CP":  # "in and around"
                    at += 2
                if at + 1 < size and kinds[at + 1] == "N":
                    groups = self.conjoined_right(at + 1)
                    is_of = self.kinds[at + 2 : at + 3] == "P"
                    if is_of and len(groups) > 1 and self.is_behind_place(at + 2, number):
                        groups = groups[:1]  # "the murder in Kano of two judges and a priest"
                    if len(groups) == 1 and self.first_words[start] == "between":
                        groups += self.second_party(groups[0])
                    if self._subordinates(at):
                        break
                    if self.first_words[start] == "according":
                        break  # what follows is the source's: "according to a release by the army"
                    words = self._words(start, start if kinds[start + 1] == "C" else at)
                    if words == _OF and self.head_words[start - 1] in _OF_BESIDE:
                        words = f"{self.head_words[start - 1]} {words}"
                    inner = start > number + 1 and self._is_inner(start, words, number)
                    found.append(Phrase(words, start, groups, inner))
                    at = max(groups)
                elif self._is_length_of(at + 1):
                    groups = self.conjoined_right(at + 3)  # "in two days of fighting"
                    found.append(Phrase(self._words(start, at), start, groups))
                    at = max(groups)
                elif at + 1 < size and kinds[at + 1] == "G":
                    break
            elif kind == "," and (told := _TOLD_BETWEEN.match(kinds, at)) is not None:
                at = told.end() - 1  # "was shot, witnesses say, by gunmen"
            elif kind in "UW:" or at == self.told:
                break
            elif kind == "X" and self._is_loaded(at):
                pass  # "rammed a car packed | with explosives | into a bus"
            elif kind == "G" and self._introduces(at):
                groups = self.conjoined_right(at + 1)
                found.append(Phrase(self._words(at, at), at, groups))
                at = max(groups)
            elif (
                kind in "VXG"
                or (kind == "I" and (at > number + 1 or kinds[number] == "N"))
                or (kind == "C" and self._conjoins_verb(at))
                or (kind == "N" and self._starts_clause(at) and not self._is_loaded(at + 1))
            ):
                break
            at += 1
        return found

    def _is_inner(self, preposition: int, words: str, asked: int) -> bool:
        """As in "a post manned by soldiers", "a visit by the mayor", "of" behind a noun.

        Also "killed on his way from the market": where he came from, and nothing that killed.
        """
        before = self.kinds[preposition - 1]
        if words in _INSIDE and before == "N":
            return self.head_words[preposition - 1] in _INSIDE[words]
        if words == _OF and self.kinds[max(preposition - 2, 0) : preposition] == 'N"':
            return True  # "had 'all the hallmarks' of the Front"
        if words == _OF:
            return before == "N" and not self.is_behind_place(preposition, asked)
        host = self.head_words[preposition - 1] if before == "N" else ""
        if words == _AMONG:
            return host in noun_classes()["toll_noun"]  # "with the toll among civilians rising"
        is_of_occasion = host in noun_classes()["staged"]
        return words == _BY and (before in {"J", "K"} or is_of_occasion)

    def _is_loaded(self, number: int) -> bool:
        """As in "a lorry laden with dynamite": what a thing is full of."""
        return (
            self.kinds[number - 1 : number + 3] == "NXPN"
            and self.head_words[number] in noun_classes()["loaded"]
            and self.first_words[number + 1] == "with"
        )

    def _is_length_of(self, time: int) -> bool:
        """As in "(in) two days of fighting", not "the murders in two days of three cooks"."""
        if self.kinds[time : time + 3] != "tPN" or self.first_words[time + 1] != _OF:
            return False
        unit = self.norms[self.chunks[time].last - 1]
        return (unit[-1] == "s" or unit in _LENGTHS) and not self._are_people(time + 2)

    def _introduces(self, gerund: int) -> bool:
        """Whether an -ing form stands as a preposition before a noun group."""
        group = self.chunks[gerund]
        return (
            self.kinds[gerund + 1 : gerund + 2] == "N"
            and group.last - group.first == 1
            and self.norms[group.head] in _PARTICIPLE_PREPOSITIONS
        )

    def second_party(self, number: int) -> list[int]:
        """The group behind "and" of "between A and B", whatever follows it."""
        at = self.behind_of(number)
        return [at + 1] if self.kinds[at : at + 2] == "CN" else []

    def _conjoins_verb(self, conjunction: int) -> bool:
        at = conjunction + 1
        while at < len(self.kinds) and self.kinds[at] in "tA":
            at += 1
        if at >= len(self.kinds):
            return False
        if self.kinds[at] == "N":
            return self._starts_clause(at) or self._is_own_subject(at)
        return self.kinds[at] in _VERBAL

    def _words(self, first: int, last: int) -> str:
        words = " ".join(self.norms[self.chunks[first].first : self.chunks[last].last])
        return _ALIKE.get(words, words)

    def _opens_main(self, number: int) -> bool:
        """A conjunction before a subject with its own verb: "a bomb went off and rebels fled"."""
        at = number + 1
        if self.kinds[at : at + 1] != "N" or self._joins_pair(number):
            return False
        end = self.behind_phrases(at + 1)
        if self.kinds[end : end + 2] == "GN" and self.kinds[number - 1 : number] == ",":
            end = self.behind_phrases(end + 2)  # ", and a lorry bringing bread to it ran over"
        opens = self._starts_clause(end - 1)
        return opens and self._list_beside_start(at) is None

    def _joins_pair(self, number: int) -> bool:
        """As in "clashes between soldiers and rebels killed nine": the two sides of one thing."""
        is_pair = self.kinds.endswith("PN", 0, number)
        return is_pair and self.first_words[number - 2] == "between"

    def _bounds(self, number: int) -> bool:
        """Whether a clause ends before a chunk and another begins behind it."""
        kind = self.kinds[number]
        if kind == "P":
            behind = self.kinds[number + 1 : number + 3]
            return behind in ("NV", "NX") and self._subordinates(number)
        return kind in "UW:" or (kind == "C" and self._opens_main(number))

    def _subordinates(self, number: int) -> bool:
        """As in "after gunmen attacked the bus": a preposition with a clause of its own.

        ``number`` is that of a preposition before a noun group.
        """
        return (
            self.first_words[number] in _SUBORDINATING
            and self._starts_clause(number + 1)
            and not (self.kinds[number + 2 : number + 3] == "X" and self._is_reduced(number + 2))
        )

    def relative_before(self, number: int, first: int = 0) -> int:
        """Where the last relative clause before a chunk opens: "who", "whose shop"; -1 for none."""
        whose = (at for at in range(first, number) if self.first_words[at] == "whose")
        return max(self.kinds.rfind("W", first, number), *whose, -1)

    def clause(self, number: int) -> tuple[int, int]:
        """The half-open range of chunks of the clause around a chunk."""
        known = self._clauses.get(number)
        if known is None:
            kinds, left, right = self.kinds, number, number + 1
            while left > 0 and not (kinds[left - 1] in _BOUNDING and self._bounds(left - 1)):
                left -= 1
            while right < len(kinds) and not (kinds[right] in _BOUNDING and self._bounds(right)):
                if kinds[right - 1 : right + 1] == ",V" and self.is_aside_before(right, number):
                    break  # "a clerk, who was shot in May, | will be buried": its own clause ends
                right += 1
            known = self._clauses[number] = (left, right)
        return known

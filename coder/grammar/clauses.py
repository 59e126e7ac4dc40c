"""Chunks -> who stands where around a verb or noun: subject, objects, prepositional phrases.

A shallow reading: no tree is built. Each question walks a few chunks to the left (``subjects``) or
right of the one it is asked about, and every walk stops at the edges of the clause.
"""

from dataclasses import dataclass, field

from coder.grammar.chunks import Chunk
from coder.grammar.interruptions import WHERE
from coder.grammar.subjects import SubjectWalks
from coder.lexicon.words import noun_classes
from coder.values.text import Sentence

_VERBAL = "VXKIG"
_MAX_WALK = 40
_MAX_LIST = 14
# "of" phrases that name what a number or set word counts belong to the group before them.
_OF = "of"
_BY = "by"
_ACCORDING = "according"
_SUBORDINATING = frozenset({"after", "before", "since", "until", "till", "as", "than"})
# Participles that introduce a phrase as prepositions do: "strikes using jets against a depot".
_PARTICIPLE_PREPOSITIONS = frozenset({"using", "targeting", "involving", "following"})
_DETERMINERS = frozenset({"the", "a", "an", "their", "his", "its"})
_PERSONAL = frozenset({"his", "her"})
_NAMING = frozenset({"named", "called", "identified", "nicknamed"})
POSSESSIVES = frozenset({"its", "their", "his", "her"})


@dataclass(slots=True)
class Phrase:
    """A prepositional phrase: the preposition's words and chunk, and its noun groups.

    ``is_inner``: a phrase of the noun group before it, not of what was asked for.
    """

    preposition: str
    position: int
    groups: list[int] = field(default_factory=list)
    is_inner: bool = False


class Clauses(SubjectWalks):
    """The chunks of one sentence and the walks over them; numbers are positions in ``chunks``."""

    __slots__ = ("_clauses", "_phrases")

    def __init__(self, sentence: Sentence, tags: str, chunks: list[Chunk]) -> None:
        super().__init__(sentence, tags, chunks)
        self._clauses: dict[int, tuple[int, int]] = {}
        self._phrases: dict[int, list[Phrase]] = {}

    def objects(self, number: int) -> list[int]:
        """Noun groups that are the object of the verb group, joined ones included."""
        at = number + 1
        while at < len(self.kinds) and (
            self.kinds[at] in 'tA"!' or self.kinds[at : at + 2] == "Pt"  # "kidnapped on Monday two"
        ):
            at += 1
        if (
            at < len(self.kinds)
            and self.kinds[at] == "N"
            and (
                self._is_in_subject(number)
                or self._is_told_of(number)
                or not self._starts_own_clause(at)
            )
        ):
            return self.conjoined_right(at)
        if self.kinds[at : at + 1] == "C" and self.kinds[at + 1 : at + 2] in ("X", "G"):
            return self.objects(at + 1)  # "killed or wounded twelve people"
        if self.kinds[at : at + 3] == "PNN" and self._is_put_behind(at):
            return self.conjoined_right(at + 2)
        return []

    def _is_put_behind(self, preposition: int) -> bool:
        """As in "attacked with mortars the barracks": the object behind the means."""
        return (
            self.norms[self.chunks[preposition].first] == "with"
            and self.norms[self.chunks[preposition + 2].first] in _DETERMINERS
            and not self._starts_clause(preposition + 2)
        )

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
        return (
            self.kinds[max(number - 1, 0)] == "W"
            and self.norms[self.chunks[number].head] not in noun_classes()["clausal"]
        )

    def _starts_own_clause(self, number: int) -> bool:
        """A noun group behind a verb of saying that is the subject of its own verb."""
        at = number + 1
        if at < len(self.kinds) and self.kinds[at] == "V":
            return True
        if self.kinds[at : at + 2] == "XJ":
            return False  # "damaged a car parked nearby"
        if self.kinds[at : at + 2] == "XN" and self.norms[self.chunks[at].head] in _NAMING:
            return False  # "injuring a guard named Ruiz"
        return at < len(self.kinds) and self.kinds[at] == "X" and not self._is_reduced(at)

    def conjoined_right(self, number: int) -> list[int]:
        """The noun group and those joined to it on the right, "of" phrases stepped over."""
        groups = [number]
        at = number
        while True:
            following = self._next_joined(at)
            if (
                following is None
                or following >= len(self.kinds)
                or self.kinds[following] != "N"
                or self._starts_clause(following)
                or self._is_own_subject(following)
                or self._is_gapped(following)
            ):
                break
            groups.append(following)
            at = following
        return groups

    def _next_joined(self, number: int) -> int | None:
        """The chunk behind the comma or conjunction that joins the next group; null without one."""
        behind = self._behind_some_of(self.behind_of(number))
        placed = self._behind_places(behind) if self.kinds[behind : behind + 1] == "P" else behind
        if placed == behind and self.kinds[number - 1 : number] == ",":
            placed = self._before_last_item(behind)
        kind = self.kinds[placed : placed + 1]
        if kind == "C":
            return placed + 1
        if kind != ",":
            return self._next_item(placed) if kind == ":" else None
        following = self._behind_relative(placed) + 1
        if self.kinds[following : following + 1] == "C":
            return following + 1
        goes_on = self._list_goes_on(following) or (
            placed == behind
            and self.kinds[following : following + 1] == "N"
            and (self._counts_on(number, following) or self._lists_on(number, following))
        )
        return following if goes_on else None

    def _behind_places(self, preposition: int) -> int:
        """Behind the places of one item of a list: "a shop in Gao, a bank in Kidal and a mill"."""
        at = preposition
        while (
            self.kinds[at : at + 2] == "PN"
            and self.norms[self.chunks[at].first] in WHERE
            and "E" in self.tags[self.chunks[at + 1].first : self.chunks[at + 1].last]
        ):
            at += 2
        joined = at + (self.kinds[at : at + 2] == ",C")
        is_item = (
            at > preposition
            and self.kinds[joined : joined + 2] in ("CN", ",N")
            and self.tags[self.chunks[joined + 1].first] in "D#"
        )
        return at if is_item else preposition

    def _before_last_item(self, preposition: int) -> int:
        """Behind the phrases of an item: "a post, a home for monks, and a mill"."""
        at = self._behind_phrases(preposition)
        is_last = self.kinds[at : at + 3] == ",CN" and not self._starts_clause(at + 2)
        return at if is_last else preposition

    def _next_item(self, mark: int) -> int | None:
        """As in "attacked a town hall; an office; and a shop": the item behind a semicolon."""
        item = mark + 1 + (self.kinds[mark + 1 : mark + 2] == "C")
        if self.norms[self.chunks[mark].first] != ";" or self.kinds[item : item + 1] != "N":
            return None
        at = self._behind_phrases(self.behind_of(item))
        return item if self.kinds[at : at + 1] in (":", ".", "") else None

    def _behind_some_of(self, comma: int) -> int:
        """The comma behind an aside on some of a group: "six men, two of whom were clerks, and"."""
        if self.kinds[comma : comma + 4] != ",NPW":
            return comma
        closing = self.kinds.find(",", comma + 4, comma + _MAX_LIST)
        return closing if closing > 0 else comma

    def _behind_relative(self, comma: int) -> int:
        """The comma that ends a relative clause: "a clerk, who was on leave, and two guards"."""
        if self.kinds[comma + 1 : comma + 2] != "W":
            return comma
        end = self.kinds.find(",", comma + 2, comma + _MAX_LIST)
        return end if end > 0 and self.kinds[end + 1 : end + 2] == "C" else comma

    def _is_own_subject(self, number: int) -> bool:
        """As in "lost a leg and two soldiers on patrol were hurt": a subject with its phrases."""
        at = self._behind_phrases(number + 1)
        return at > number + 1 and self.kinds[at : at + 1] == "V"

    def _is_gapped(self, number: int) -> bool:
        """As in "lost 50 men and the rebels | at least 30": a subject whose verb is left out."""
        return (
            self.kinds[number + 1 : number + 2] == "N"
            and self.tags[self.chunks[number + 1].first] == "#"
            and self.tags[self.chunks[number].first] != "#"
        )

    def behind_of(self, number: int) -> int:
        """The chunk behind a noun group and the "of" phrases that belong to it.

        What an "of" phrase joins by its own possessive stays in it ("of the army and its allies").
        """
        at = number + 1
        while (
            at + 1 < len(self.kinds)
            and self.kinds[at] == "P"
            and self.norms[self.chunks[at].first] == _OF
            and self.kinds[at + 1] == "N"
            and not self._is_charge(number, at + 1)
        ):
            at += 2
            while (
                self.kinds[at : at + 2] == "CN"
                and self._is_its_own(at - 1, at + 1)
                and not self._starts_clause(at + 1)
            ):
                at += 2
        return at

    def _is_charge(self, number: int, behind: int) -> bool:
        """As in "accused the army | of a massacre": of what, and not whose."""
        if not number or self.norms[self.chunks[number - 1].head] not in noun_classes()["charging"]:
            return False
        norm = self.norms[self.chunks[behind].head]
        return norm in noun_classes()["wrong"] or norm in noun_classes()["deed"]

    def _is_its_own(self, owner: int, number: int) -> bool:
        """Whether a possessive is that of the group before it: not "the mayor of X and his son"."""
        word = self.norms[self.chunks[number].first]
        return word in POSSESSIVES and not (
            word in _PERSONAL and self.tags[self.chunks[owner].head] == "E"
        )

    def group_end(self, number: int) -> int:
        """The token behind a noun group with the "of" phrases that belong to it."""
        return self.chunks[self.behind_of(number) - 1].last

    def _counts_on(self, number: int, following: int) -> bool:
        """As in "killed 17 villagers, one soldier and wounded nine": two numbers, then a verb."""
        behind = self.kinds[following : following + 3]
        return (
            behind in ("NCX", "NCV")
            and self.tags[self.chunks[number].first] == "#"
            and self.tags[self.chunks[following].first] == "#"
            and self.chunks[following].last - self.chunks[following].first > 1
        )

    def _list_goes_on(self, number: int) -> bool:
        """Behind a comma: more noun groups up to a conjunction make a list, not an apposition."""
        at = number
        for _ in range(_MAX_LIST):
            if at >= len(self.kinds) or self.kinds[at] != "N":
                return False
            at = self.behind_of(at)
            if self.kinds[at : at + 1] == "P":
                at = self._before_last_item(self._behind_places(at))
            if at < len(self.kinds) and self.kinds[at] == "C":
                # "wounding two, police and doctors said": those who speak are no part of the list
                return self.kinds[at + 1 : at + 2] == "N" and not self._starts_clause(at + 1)
            if at + 1 < len(self.kinds) and self.kinds[at] == "," and self.kinds[at + 1] == "C":
                # "killed the guard, a father of three, and fled": who he was
                is_list = self.kinds[at + 2 : at + 3] not in ("X", "V")
                return is_list or self.tags[self.chunks[number].first] == "#"
            if at >= len(self.kinds) or self.kinds[at] != ",":
                return False
            at += 1
        return False

    def phrases(self, number: int) -> list[Phrase]:
        """Prepositional phrases to the right that can belong to the chunk."""
        known = self._phrases.get(number)
        if known is None:
            known = self._phrases[number] = self._find_phrases(number)
        return known.copy()

    def _find_phrases(self, number: int) -> list[Phrase]:  # noqa: C901, PLR0912 - one walk, read in one place
        found: list[Phrase] = []
        at = number + 1
        steps = 0
        while at < len(self.kinds) and steps < _MAX_WALK:
            steps += 1
            kind = self.kinds[at]
            if kind == "P":
                start = at
                while at + 1 < len(self.kinds) and self.kinds[at + 1] == "P":
                    at += 1
                if self.kinds[at + 1 : at + 3] == "CP":  # "in and around"
                    at += 2
                if at + 1 < len(self.kinds) and self.kinds[at + 1] == "N":
                    groups = self.conjoined_right(at + 1)
                    if len(groups) == 1 and self.norms[self.chunks[start].first] == "between":
                        groups += self._second_party(groups[0])
                    if self._subordinates(at):
                        break
                    if self.norms[self.chunks[start].first] == _ACCORDING:
                        break  # what follows is the source's: "according to a release by the army"
                    words = self._words(start, start if self.kinds[start + 1] == "C" else at)
                    # "of" behind a noun, "by" behind a participle: "a post manned by soldiers"
                    before = self.kinds[start - 1] if start > number + 1 else ""
                    inner = (words == _BY and before in {"J", "K"}) or (
                        words == _OF and before == "N" and not self.is_behind_place(start, number)
                    )
                    found.append(Phrase(words, start, groups, inner))
                    at = max(groups)
                elif self._is_length_of(at + 1):
                    groups = self.conjoined_right(at + 3)  # "in two days of fighting"
                    found.append(Phrase(self._words(start, at), start, groups))
                    at = max(groups)
                elif at + 1 < len(self.kinds) and self.kinds[at + 1] == "G":
                    break
            elif kind in "UW:":
                break
            elif kind == "G" and self._introduces(at):
                groups = self.conjoined_right(at + 1)
                found.append(Phrase(self.norms[self.chunks[at].head], at, groups))
                at = max(groups)
            elif (
                kind in "VXG"
                or (kind == "I" and (at > number + 1 or self.kinds[number] == "N"))
                or (kind == "C" and self._conjoins_verb(at))
                or (kind == "N" and self._starts_clause(at))
            ):
                break
            at += 1
        return found

    def _is_length_of(self, time: int) -> bool:
        """As in "(in) two days of fighting"."""
        return self.kinds[time : time + 3] == "tPN" and (
            self.norms[self.chunks[time + 1].first] == _OF
        )

    def _introduces(self, gerund: int) -> bool:
        """Whether an -ing form stands as a preposition before a noun group."""
        group = self.chunks[gerund]
        return (
            self.kinds[gerund + 1 : gerund + 2] == "N"
            and group.last - group.first == 1
            and self.norms[group.head] in _PARTICIPLE_PREPOSITIONS
        )

    def _second_party(self, number: int) -> list[int]:
        """The group behind "and" of "between A and B", whatever follows it."""
        at = self.behind_of(number)
        return [at + 1] if self.kinds[at : at + 2] == "CN" else []

    def _conjoins_verb(self, conjunction: int) -> bool:
        at = conjunction + 1
        while at < len(self.kinds) and self.kinds[at] in "tA":
            at += 1
        if at >= len(self.kinds):
            return False
        return self.kinds[at] in _VERBAL or (self.kinds[at] == "N" and self._starts_clause(at))

    def _words(self, first: int, last: int) -> str:
        words = " ".join(self.norms[self.chunks[first].first : self.chunks[last].last])
        return "outside" if words == "in front of" else words

    def _opens_main(self, number: int) -> bool:
        """A conjunction before a subject with its own verb: "a bomb went off and rebels fled"."""
        at = number + 1
        if self.kinds[number] != "C" or self.kinds[at : at + 1] != "N":
            return False
        opens = self._starts_clause(self._behind_phrases(at + 1) - 1)
        return opens and self._participle_list_start(at) is None

    def _bounds(self, number: int) -> bool:
        """Whether a clause ends before a chunk and another begins behind it."""
        if self.kinds[number : number + 3] in ("PNV", "PNX") and self._subordinates(number):
            return True
        return self.kinds[number] in "UW:" or self._opens_main(number)

    def _subordinates(self, number: int) -> bool:
        """As in "after gunmen attacked the bus": a preposition with a clause of its own.

        ``number`` is that of a preposition before a noun group.
        """
        return (
            self.norms[self.chunks[number].first] in _SUBORDINATING
            and self._starts_clause(number + 1)
            and not (self.kinds[number + 2 : number + 3] == "X" and self._is_reduced(number + 2))
        )

    def clause(self, number: int) -> tuple[int, int]:
        """The half-open range of chunks of the clause around a chunk."""
        known = self._clauses.get(number)
        if known is None:
            left = number
            while left > 0 and not self._bounds(left - 1):
                left -= 1
            right = number + 1
            while right < len(self.kinds) and not self._bounds(right):
                right += 1
            known = self._clauses[number] = (left, right)
        return known

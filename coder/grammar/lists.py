"""The walks to the right of a noun group: its "of" phrases, and what is joined to it."""

from coder.grammar.groups import BUT
from coder.grammar.interruptions import WHERE
from coder.grammar.subjects import ONE_OF_ROW, SubjectWalks
from coder.lexicon.closed import POSSESSIVES
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes

_MAX_LIST = 14
_ON_FROM = frozenset({"on", "from"})
_OF_SPEAKER = "NP()t"
_JOINING = frozenset("PC,:")  # what stands behind a group that another may be joined to
# "of" phrases that name what a number or set word counts belong to the group before them.
_OF = "of"
_PERSONAL = frozenset({"his", "her"})
_CLAUSAL = frozenset("VXWU:KIG")


class ListWalks(SubjectWalks):
    """The chunks of one sentence and the lists in it; numbers are chunk positions."""

    __slots__ = ()

    def conjoined_right(self, number: int) -> list[int]:
        """The noun group and those joined to it on the right, "of" phrases stepped over."""
        behind = number + 2
        if self.first_words[number] == "not" and self.kinds[behind - 1 : behind + 1] == "CN":
            number = behind if self.first_words[behind - 1] == BUT else number
        groups = [number]  # "killed not 12 | but ten people"
        at = number
        while True:
            following = self._next_joined(at)
            if (
                following is None
                or following >= len(self.kinds)
                or self.kinds[following] != "N"
                or (self._starts_clause(following) and not self._goes_with_act(number, following))
                or self._is_own_subject(following)
                or self._is_gapped(following)
                or self.is_act_beside(number, following)
            ):
                break
            groups.append(following)
            at = following
        if following is not None and len(groups) > 1 and self._speak_both(at, following):
            groups.pop()
        return groups

    def _speak_both(self, one: int, other: int) -> bool:
        """As in "killed four men, two villagers and a policeman said": who tells it, no item."""
        if self.kinds[one - 1] != "," or self.kinds[other - 1 : other + 1] != "CN":
            return False
        verb = next((at for at in range(other + 1, len(self.kinds)) if self.kinds[at] in "VX"), 0)
        between = self.kinds[other + 1 : verb]
        return bool(verb) and not between.strip(_OF_SPEAKER) and self._is_saying(verb)

    def _is_saying(self, verb: int) -> bool:
        return self.head_words[verb] in load_lexicon().speech_words

    def _without_phrases(self, previous: int, following: int) -> int:
        """As in "the house of a candidate, two shops and a school | were": whose it is, apart.

        And as in "the windows of a bank and the doors of a shop | were".
        """
        found = super()._without_phrases(previous, following)
        if found != previous or not self.kinds.endswith("NPN", 0, previous + 1):
            return found
        lexicon = load_lexicon()
        thing, of, owner, item = (
            self.head_words[at] for at in (previous - 2, previous - 1, previous, following)
        )
        is_ones = self.kinds[previous + 1] == "," and owner in lexicon.persons.last_words
        is_thing_of_row = is_ones and {thing, item} <= lexicon.targets.last_words
        is_part_of_row = {thing, item} <= noun_classes()["part_noun"]
        return previous - 2 if of == _OF and (is_thing_of_row or is_part_of_row) else found

    def _goes_with_act(self, number: int, following: int) -> bool:
        """As in "The murder of two priests and a nun was": no clause is over before the "and"."""
        return (
            self.kinds[following - 1] == "C"
            and self.kinds[:number].endswith("NP")
            and not _CLAUSAL & {*self.kinds[self.start : following]}
        )

    def _next_joined(self, number: int) -> int | None:
        """The chunk behind the comma or conjunction that joins the next group; null without one."""
        number = self._name_of(number)
        if self.kinds[number + 1 : number + 2] not in _JOINING:
            return number + 5 if self._is_of_kind(number + 1) else self._other_side(number)
        behind = self._behind_some_of(self.behind_of(number))
        placed = self._behind_places(behind) if self.kinds[behind : behind + 1] == "P" else behind
        if placed == behind and self.kinds[number - 1 : number] == ",":
            placed = self._before_last_item(behind)
        kind = self.kinds[placed : placed + 1]
        if kind == "C":
            return self._behind_conjunction(number, placed)
        if kind != ",":
            return self._next_item(placed) if kind == ":" else None
        end = self.behind_of(placed + 1) if self._is_who(placed + 1) else placed
        if self.kinds[end : end + 3] == "(N)":
            end += 3  # the short form of a name
        if self.kinds[end : end + 1] == ",":
            placed = end
        if self.kinds[placed : placed + 6] == ",NPNN," and self._tells_who_some_are(placed + 4):
            placed += 5  # "killed six children, most of them girls, and two guards"
        mark = self._behind_who(placed)
        if self.kinds[mark : mark + 1] == ":":
            return self._next_item(mark)
        following = self._behind_relative(placed) + 1
        if self.kinds[following : following + 1] == "C":
            return following + 1 if self.first_words[following] != BUT else None
        goes_on = self._list_goes_on(following) or (
            placed == behind
            and self.kinds[following : following + 1] == "N"
            and (self._counts_on(number, following) or self._lists_on(number, following))
        )
        return following if goes_on else None

    def _other_side(self, number: int) -> int | None:
        """As in "between rebels on one side and the army on the other"; null for other words."""
        at = number + 1
        while self.kinds[at : at + 1] == "A":
            at += 1
        is_side = at > number + 1 and self.first_words[number + 1] in _ON_FROM
        return at + 1 if is_side and self.kinds[at : at + 1] == "C" else None

    def _behind_conjunction(self, number: int, at: int) -> int | None:
        """As in "set fire to a bus and to | a tram": behind the preposition that is said again."""
        first = self.chunks[number].first
        if self.first_words[at] == BUT:  # "not only a guard but also two farmers"
            return at + 1 if self.first_words[at + 1 : at + 2] == ["also"] else None
        is_again = (
            self.kinds[at + 1 : at + 3] == "PN"
            and first > 0
            and self.first_words[at + 1] == self.norms[first - 1]
        )
        return at + 1 + is_again

    def _behind_places(self, preposition: int) -> int:
        """Behind the places of one item of a list: "a shop in Gao, a bank in Kidal and a mill"."""
        at = preposition
        while (
            self.kinds[at : at + 2] == "PN"
            and self.first_words[at] in WHERE
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

    def _is_of_kind(self, at: int) -> bool:
        """As in "a mill, a cafe | popular with guests | and a shop": what is said of an item."""
        return self.kinds[at : at + 5] == "JPNCN" and not self._starts_clause(at + 4)

    def _before_last_item(self, preposition: int) -> int:
        """Behind the phrases of an item: "a post, a home for monks, and a mill"."""
        at = self.behind_phrases(preposition)
        is_last = self.kinds[at : at + 3] == ",CN" and not self._starts_clause(at + 2)
        return at if is_last else preposition

    def _next_item(self, mark: int) -> int | None:
        """As in "attacked a town hall; an office; and a shop": the item behind a semicolon.

        Who somebody is may stand behind a comma: "killed Ana Ruiz, a cook; and Eva Paz, a nurse".
        """
        item = mark + 1 + (self.kinds[mark + 1 : mark + 2] == "C")
        if self.first_words[mark] != ";" or self.kinds[item : item + 1] != "N":
            return None
        end = self.behind_phrases(self.behind_of(item))
        at = self._behind_who(end)
        if at > end and item > mark + 1:  # "; and Eva Paz, a nurse, in Gao on Friday"
            at += self.kinds[at : at + 1] == ","
            return None if self.kinds[at : at + 1] in ("V", "X") else item
        return item if self.kinds[at : at + 1] in (":", ".", "") else None

    def _behind_who(self, comma: int) -> int:
        """Behind what somebody is: "Ana Ruiz, a cook who worked nearby;"; else where it began."""
        if self.kinds[comma : comma + 2] != ",N":
            return comma
        at = self.behind_phrases(self.behind_of(comma + 1))
        if self.kinds[at : at + 1] == "W":
            at = self.kinds.find(":", at, at + _MAX_LIST)
        return at if at > 0 else comma

    def _name_of(self, number: int) -> int:
        """As in "a trader named Musa Bello and his wife": the name; the group itself without one.

        Names behind several people are theirs ("two men identified as A and B").
        """
        name = self.name_behind(number)
        if name is None or self.is_many(number):
            return number
        return name if self.kinds[name : name + 1] == "N" else number

    def _behind_some_of(self, comma: int) -> int:
        """The comma behind an aside on some of a group: "six men, two of whom were clerks, and"."""
        if self.kinds[comma : comma + 4] != ",NPW":
            return comma
        closing = self.kinds.find(",", comma + 4, comma + _MAX_LIST)
        return closing if closing > 0 else comma

    def _behind_relative(self, comma: int) -> int:
        """The comma that ends an aside: "a clerk, who was on leave, and two guards".

        Also in "six guards, including a captain, and two drivers".
        """
        if self.kinds[comma + 1 : comma + 2] != "W" and not self._is_part_aside(comma):
            return comma
        end = self.kinds.find(",", comma + 2, comma + _MAX_LIST)
        return end if end > 0 and self.kinds[end + 1 : end + 2] == "C" else comma

    def _is_part_aside(self, comma: int) -> bool:
        """As in "six guards, including a captain, and": one group of parts between commas."""
        part = comma + 2 + (self.kinds[comma + 1 : comma + 4] == "PNN")
        return (
            self.kinds[comma - 1 : comma] == "N"
            and self.kinds[comma + 1 : comma + 2] == "P"
            and self.kinds[part : part + 3] == "N,C"
            and self.whole_joined_behind(part) == comma - 1
        )

    def next_part(self, number: int) -> int | None:
        """Behind the comma or conjunction that goes on with a list of parts; null where it ends.

        In "six guards, including a captain, and two drivers" the drivers are no part of the guards.
        """
        kinds = self.kinds
        at = self.behind_of(number)
        if kinds[at : at + 2] == ",C" and self.whole_joined_behind(number) != number:
            return None
        mark = next((mark for mark in (",C", ",", "C") if kinds.startswith(mark, at)), "")
        at += len(mark)
        if not mark or at == len(kinds) or (mark == "," and kinds[at] != "N"):
            return None
        return at

    def _is_own_subject(self, number: int) -> bool:
        """As in "lost a leg and two soldiers on patrol were hurt": a subject with its phrases.

        And one of several that goes on: "the first killing three and the second wounding five".
        And the first of two behind an "and" of their own: "fought rebels, and two soldiers and four
        rebels | died".
        """
        at = self.behind_phrases(number + 1)
        if self.kinds[number - 1 : number] == "C" and self.kinds[at : at + 2] == "CN":
            return self._starts_clause(at + 1)
        if at > number + 1:
            return self.kinds[at : at + 1] == "V"
        return self.kinds[at : at + 1] == "G" and self.head_words[number] in ONE_OF_ROW

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
            self.kinds[at : at + 2] == "PN"
            and self.first_words[at] == _OF
            and not (self._is_charge(number, at + 1) or self._is_taken_from(number, at + 1))
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
        if not number or self.head_words[number - 1] not in noun_classes()["charging"]:
            return False
        norm = self.head_words[behind]
        return norm in noun_classes()["wrong"] or norm in noun_classes()["deed"]

    def _is_taken_from(self, number: int, behind: int) -> bool:
        """As in "robbed a trader | of cash", "deprived two men of their liberty": what is lost.

        Not whose they are: "robbed a trader of Gao", "robbed the manager of the bank".
        """
        if not number or self.head_words[number - 1] not in noun_classes()["depriving"]:
            return False
        return self.tags[self.chunks[behind].first] not in "ED" or (
            self.first_words[behind] in POSSESSIVES
        )

    def _is_its_own(self, owner: int, number: int) -> bool:
        """Whether a possessive is that of the group before it: not "the mayor of X and his son".

        Nor "a mother of four and her son".
        """
        word, tag = self.first_words[number], self.tags[self.chunks[owner].head]
        return word in POSSESSIVES and tag != "#" and not (word in _PERSONAL and tag == "E")

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
            at += 3 * self._is_of_kind(at)
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

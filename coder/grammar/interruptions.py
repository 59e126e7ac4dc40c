"""What stands between a subject and its verb: asides, appositions, clauses that interrupt.

Each walk answers where the interruption begins, so that the search for the subject goes on there.
"""

from coder.grammar.groups import ASIDES, MAX_ASIDE
from coder.grammar.relatives import RelativeWalks
from coder.lexicon.closed import AMONG_INCLUDING, PLURAL_VERBS, THEM_WHOM
from coder.lexicon.words import noun_classes

_WHOSE = "whose"
_VERBAL = "VXKIG"
_OPENING = frozenset({"", *'C,:WUT"'})
_ACCUSED = ("NXPG", "NKPG")  # "a man accused of shooting a nurse in Gao, Mali"
_DESCRIBED = ("NX", "NK", "NXJ", "NKJ")
_MAX_WALK = 40
_OF = "of"
_NAMED = frozenset({"identified", "known", "listed", "named"})
_UNCOUNTED = frozenset({"dead", "deceased", "victims"})
WHERE = frozenset({"in", "at", "on", "near"})
DASHES = frozenset({"-", "--", "---", "\u2013", "\u2014"})
_MAX_DASHED = 14
_SOME = frozenset({"all", "both", "some", "most", "many", "each", "several"})
_EQUIPPED = frozenset({"armed", "dressed", "disguised", "clad", "equipped"})
_BACKED = frozenset({"backed", "supported", "aided", "assisted", "accompanied", "escorted"})
_OF_DOING = ("VPG", "WNXPG")  # "who was accused of stealing", "whom they accused of helping"
_HAVING = frozenset({"in", "with", "on", "aboard"})


class InterruptionWalks(RelativeWalks):
    """The chunks of one sentence and what interrupts its clauses; numbers are chunk positions."""

    __slots__ = ()

    def _lasted(self, number: int) -> bool:
        """As in "two days of fighting killed": the time before "of" says how long it went on."""
        start = number - 2
        opens = start in {0, self.start, self.line} or self.kinds[start - 1 : start] in (
            ",",
            ":",
            "U",
        )
        return opens and self.kinds[start:number] == "tP" and self.first_words[start + 1] == "of"

    def _counted_start(self, number: int) -> int | None:
        """As in "eight members of A and B were", "the homes of A and B were": the "of" of both."""
        at = number
        while number - at < _MAX_WALK and at > 1 and self.kinds[at - 2 : at] == "NC":
            at -= 2
        start = self._names_start(at, number)
        if start is not None:
            return start
        if at == number or at < 2 or self.kinds[at - 2 : at] != "NP":  # noqa: PLR2004 - N of A
            return None
        if self._counts_anew(number):
            return None
        of, counted = self.chunks[at - 1], self.chunks[at - 2]
        is_counted = "#" in self.tags[counted.first : counted.last] or (
            self.norms[counted.head] in noun_classes()["owned"]
        )
        return at - 1 if is_counted and self.norms[of.first] == _OF else None

    def _names_start(self, first: int, last: int) -> int | None:
        """As in "12 men of the ELN, the FARC and the EPL were": the "of" of names in a row."""
        at = first
        while at > 1 and self.kinds[at - 2 : at] == "N,":
            at -= 2
        if first in {at, last} or not self.kinds.endswith("NP", 0, at):
            return None
        counted = self.head_words[at - 2]
        is_row = all(self.tags[self.chunks[name].head] == "E" for name in range(at, last + 1, 2))
        is_of = self.first_words[at - 1] == _OF
        return at - 1 if is_row and is_of and counted.endswith("s") else None

    def _aside_start(self, number: int) -> int | None:
        """As in "five people including the bomber and a guard died", "two men aged 30 and 41".

        And in "two men identified as A and B were".
        """
        at = number - 1
        while at > 0 and self.kinds[at] == "C" and self.kinds[at - 1] == "N":
            at -= 2
        if at > 1 and self.kinds[at - 2 : at + 1] == "N,C":
            return self._list_aside_start(at - 2)
        naming = self._naming_before(at + 1)
        if naming is not None:
            return naming
        if at < 1 or self.kinds[at] != "P" or self.kinds[at - 1] != "N":
            return None
        if (
            at > 1
            and self.kinds[at - 2] in _VERBAL
            and self.head_words[at - 2] not in noun_classes()["clausal"]
        ):
            return None  # "killed five people including the bomber and a guard was hurt"
        return at if self.first_words[at] in ASIDES else None

    def _wider_start(self, number: int) -> int | None:
        """As in "a bus in Mombasa, Kenya | was burned": where a place lies, with no second comma.

        The preposition of the first; null where the phrase opens the sentence ("in Gao, Mali").
        """
        at = number if self.wider else -1
        while at > 1 and self.chunks[at].first in self.wider:
            at -= 2
        above = start = self.phrase_start(at) if -1 < at < number else None
        whole = number
        while above is not None:
            whole = above - 1
            if self.kinds.endswith(
                _DESCRIBED, 0, above
            ):  # "a man shot by guards in Tela, Honduras"
                whole = self.kinds.rindex("N", 0, above)
            if self.kinds[max(whole, 0) : whole + 1] != "N":
                return None
            above = self.phrase_start(whole)
        kind = self.kinds[whole - 1 : whole]
        opens = (
            kind in _OPENING
            or self.kinds.endswith(_ACCUSED, 0, whole)
            or self.head_words[whole - 1] in noun_classes()["clausal"]
        )
        return start if opens else None

    def _list_aside_start(self, last: int) -> int | None:
        """As in "ten people, including a cook, a nurse, and a guard died": the comma before it.

        ``last``: the group before the last. Null where the guard is joined to who was counted.
        """
        first = last
        while first > 1 and self.kinds[first - 2 : first] == "N,":
            first -= 2
        whole = self.before_including(first)
        is_aside = whole < first and self.kinds[whole + 1] == ","
        is_joined = first == last and self.whole_joined_behind(first) != first
        return whole + 1 if is_aside and not is_joined else None

    def is_many(self, number: int) -> bool:
        """Whether a noun group is of several: counted, or a plural."""
        group = self.chunks[number]
        return self.tags[group.head] == "s" or "#" in self.tags[group.first : group.last]

    def name_behind(self, number: int) -> int | None:
        """Where the name of a group begins: "a trader named | Bello", "men identified as | A"."""
        if self.kinds[number + 1 : number + 2] not in ("X", "K"):
            return None
        if self.head_words[number + 1] not in noun_classes()["naming"]:
            return None
        return number + 2 + (self.kinds[number + 2 : number + 3] == "P")

    def _naming_before(self, name: int) -> int | None:
        """The participle behind a noun and before its name: "a trader | named | Musa Bello"."""
        at = name - 1 - self.kinds.endswith("P", 0, name)
        is_naming = at > 0 and self.kinds[at - 1] == "N" and self.name_behind(at - 1) == name
        return at if is_naming else None

    def _named_and(self, number: int) -> int | None:
        """As in "a trader named Musa Bello and his wife were": whom the wife is joined to."""
        if not self.kinds.endswith("NC", 0, number):
            return None
        naming = self._naming_before(number - 2)
        return None if naming is None or self.is_many(naming - 1) else naming - 1

    def _behind_those_named(self, at: int) -> int | None:
        """As in "three suspects, named as A, B and C, were held": where their names begin."""
        kinds = self.kinds
        start = len(kinds[: at + 1].rstrip("NC,")) - 1
        if kinds[start - 1 : start + 1] not in {"XP", "KP"}:
            return None
        noun = start - 2 - (kinds[max(start - 2, 0)] == ",")
        if noun < 0 or self.head_words[noun] in _UNCOUNTED or self.kinds[noun - 1 : noun] == "W":
            return None  # "gunmen, whom the army identified as deserters, raided"
        is_named = self.head_words[start - 1] in _NAMED and self.first_words[start] == "as"
        return noun + 1 if is_named else None

    def _of_first_phrase(self, preposition: int) -> int:
        """As in "men on foot and on horseback | attacked": the first of the phrases so joined."""
        while self.kinds[preposition - 2 : preposition + 1] == "NCP":
            before = self.phrase_start(preposition - 2)
            if before is None or self.kinds[max(before - 2, 0)] in _VERBAL:
                break  # "took his bag at gunpoint and on resistance shot him"
            preposition = before
        return preposition

    def _list_beside_start(self, last: int) -> int | None:
        """As in "men armed with rifles and knives | attacked": behind the participle of the list.

        Or at the preposition of what people have, and of who stands behind them ("men with rifles
        and knives", "troops backed by Hezbollah and militias"). Null where the last of the list
        is people, who join the subject ("a man carrying a gun and his brother attacked").
        """
        kinds = self.kinds
        if kinds[last - 1 : last] != "C":
            return None
        first = last
        while first > 1 and kinds[first - 1] in "C," and kinds[first - 2] == "N":
            first -= 2
        start = self.phrase_start(first)
        before = (first if start is None else start) - 1
        if self._have(before, start, first, last):
            return start
        if before < 1:
            return None
        word = self.head_words[before]
        is_of_noun = kinds[before - 1] == "N"
        if start is not None and word in _BACKED and is_of_noun:
            return before
        if self._are_people(last):
            return None
        is_armed = kinds[before] == "J" and word in _EQUIPPED
        return before + 1 if is_of_noun and (is_armed or kinds[before] == "G") else None

    def _have(self, people: int, preposition: int | None, first: int, last: int) -> bool:
        """As in "two men in a taxi and a van": people, and what they have with them.

        That is no name, which may be a place or a party, and no people.
        """
        if people < 0 or preposition is None or self.kinds[people] != "N":
            return False
        return (
            self.first_words[preposition] in _HAVING
            and self._are_people(people)
            and not self._are_people(last)
            and all(
                self.tags[self.chunks[at].head] != "E"
                for at in range(first, last + 1)
                if self.kinds[at] == "N"
            )
        )

    def _opening_dash(self, closing: int) -> int | None:
        """As in "two of them -- Ana Ruiz and her husband -- were": the dash that opens.

        A verb may stand between the two only in a clause about the people ("four men -- who had
        come by night -- were", "two men -- said to be drunk -- were").
        """
        dash = self.first_words[closing]
        if dash not in DASHES:
            return None
        has_verb = False
        for at in range(closing - 1, max(-1, closing - _MAX_DASHED), -1):
            has_verb = has_verb or self.kinds[at] in _VERBAL
            if self.kinds[at] == ":":
                is_aside = not has_verb or self.kinds[at + 1] in "WGXKV"
                return at if is_aside and self.first_words[at] == dash else None
        return None

    def _clause_start(self, verb: int) -> int | None:
        """Where a clause that interrupts begins: the relative pronoun, or the bare participle."""
        at = verb
        before = self.kinds[max(0, verb - 2) : verb + 1]
        if before in {"NXX", "NGI"} or self._tells_what_is_thought(verb):
            # "two bombs believed planted by rebels wrecked", "a man claiming to speak for it said"
            return verb - 1
        is_behind_verb = self.kinds.endswith(_OF_DOING, 0, verb + 1)
        if (self.kinds[verb] in "KG" and not is_behind_verb) or (
            self.kinds[verb] == "X" and self._is_reduced(verb)
        ):  # but "a man whom they had accused of spying was": the gerund is in the relative clause
            return verb
        while at >= 0 and verb - at < _MAX_WALK:
            if self.kinds[at] == "W" or self._is_whose(at, verb):
                is_in_which = self.kinds[at - 2 : at] in ("NP", ",P")
                return at - 2 if self._is_some_of(at - 2) else at - is_in_which
            if self.kinds[at] in "KX" and self.kinds[at - 1] == "," and self._is_reduced(at):
                return at  # "Ruiz, sent to cover the war, was"
            if self.kinds[at] in "U:":
                return None
            at -= 1
        return None

    def _is_whose(self, number: int, verb: int) -> bool:
        """As in "the mayor, on whose head a price was, was", "a trader whose shop burned was".

        And in "the killer, whose ties to gangs are known, fired".
        """
        before = self.kinds[max(number - 2, 0) : number + 1]
        is_open = before.endswith("NN") and self.kinds[verb + 1 : verb + 2] != ","
        is_behind = before == ",PN" or before[-2:] == ",N" or is_open
        return is_behind and self.first_words[number] == _WHOSE

    def _tells_what_is_thought(self, infinitive: int) -> bool:
        """As in "men believed to belong to the Front attacked": the participle describes them."""
        return self.kinds[max(0, infinitive - 2) : infinitive + 1] in ("NXI", "NKI") and (
            self.head_words[infinitive - 1] in noun_classes()["clausal"]
        )

    def _is_some_of(self, number: int) -> bool:
        """As in "Ruiz and Paz, both of whom were writers, were": "both of" opens the clause."""
        return (
            number > 0
            and self.kinds[number - 1 : number + 2] == ",NP"
            and self.first_words[number + 1] == _OF
            and (self.head_words[number] in _SOME or self.tags[self.chunks[number].head] == "#")
        )

    def _aside_of_some(self, verb: int) -> int | None:
        """As in "27 people, all blindfolded and shot in the head, were": where the aside begins."""
        for at in range(verb - 1, max(0, verb - MAX_ASIDE), -1):
            if self.kinds[at] not in "NXKCJA":
                return None
            is_open = self.kinds[at - 1] == "," and self.kinds[at] == "N"
            if is_open and self.first_words[at] in _SOME:
                return at - 1
        return None

    def _before_apposition(self, number: int) -> int | None:
        """``A , B , verb``: the chunk number of A when B stands between commas."""
        at = number - 1
        while at >= 0 and self.kinds[at] in "NPCtA":
            at -= 1
        if at < 1 or self.kinds[at] != ",":
            return None
        left = at - 1
        is_counted = self.tags[self.chunks[number].first] == "#"
        if is_counted and self.kinds.endswith("PN,", 0, left):
            return None  # "in Osh, Jalalabad region, six men, who ..., were"
        if self.kinds[left] == ")":
            left = self.opening(left) - 1
        if self.kinds[left - 1 : left + 1] == ",N" and self.tags[self.chunks[left].head] == "#":
            left -= 2  # an age: "Ruiz, 34, a teacher, was"
        if left >= 0 and self.kinds[left] == "N":
            start = self.phrase_start(left)
            while start is not None and start > 0 and self.kinds[start - 1] == "N":
                left = start - 1
                start = self.phrase_start(left)
            return left if start is None else None
        return None

    def before_aside(self, mark: int) -> int | None:
        """Of whom an aside is that ends at a chunk: "six men, two of them guards, | dead".

        Also in brackets or dashes, and of an age: "Ana Ruiz, 32, | dead". Null where none ends.
        """
        kind = self.kinds[mark]
        if kind == ")":
            return self.opening(mark) - 1
        if kind == ":":
            dash = self._opening_dash(mark)
            return dash - 1 if dash else None
        first = mark - 1
        while kind == "," and first >= 0 and self.kinds[first] in "NPCtAJ":
            first -= 1
        if kind != "," or first < 1 or self.kinds[first - 1 : first + 1] != "N,":
            return None
        whole = first - 1
        words = self.norms[self.chunks[whole].last : self.chunks[mark].first]
        is_of_some = words[1:2] != () and (
            words[1] in AMONG_INCLUDING or not THEM_WHOM.isdisjoint(words)
        )
        is_of_one = self.tags[self.chunks[whole].head] == "E" and words[1:2] != ("and",)
        return whole if is_of_some or is_of_one else None

    def _participle_before_apposition(self, number: int) -> int | None:
        """As in "a farm owned by Ruiz, head of the board, was": where the participle stands."""
        at = number - 1
        while at >= 0 and self.kinds[at] in "NPCt":
            at -= 1
        start = self.phrase_start(at - 1) if self.kinds.endswith("N,", 0, at + 1) else None
        if start is None or start < 2 or self.kinds[start - 1] not in "XK":  # noqa: PLR2004 - N X
            return None
        return start - 1 if self.kinds[start - 2] == "N" else None

    def _ends_list_of_names(self, number: int) -> bool:
        """As in "A, B, and C, who were guests, were": names in a row say not who one of them is."""
        if self.kinds[number - 1 : number] != "C":
            return False
        groups = self.conjoined_left(number)
        return len(groups) > 2 and all(  # noqa: PLR2004 - "A, a teacher, and B" has a noun
            self.tags[self.chunks[group].head] == "E" for group in groups
        )

    def _describes(self, name: int, number: int, verb: int) -> bool:
        """As in "Ana Ruiz, head of the union and a teacher, was": two nouns say who one is."""
        heads = [self.tags[self.chunks[at].head] for at in (name, number)]
        is_one = self.first_words[verb] not in PLURAL_VERBS
        return heads[0] == "E" != heads[1] and is_one

    def is_behind_place(self, preposition: int, noun: int) -> bool:
        """As in "the killing in Karachi of two journalists": "of" goes on with the noun itself."""
        return (
            preposition == noun + 3
            and self.kinds[noun:preposition] == "NPN"
            and self.first_words[noun + 1] in WHERE
            and self.tags[self.chunks[noun + 2].head] == "E"
        )

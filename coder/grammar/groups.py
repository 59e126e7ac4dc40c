"""The walks between noun groups: which phrase a group hangs on, what is joined to it."""

from coder.grammar.chunks import FINITE
from coder.grammar.headline_rows import ANYONE, GroupTable
from coder.lexicon.closed import (
    AMONG_INCLUDING,
    CROWDS,
    HIS_HER_THEIR,
    OF_FROM,
    PLURAL_VERBS,
    POSSESSIVES,
    THEM_WHOM,
)
from coder.lexicon.entries import PersonNoun
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes

_OF, _NOT = "of", "not"
_THE = "the"
_ARTICLES = frozenset({"a", "an", "his", "her"})
_DEFINITE = POSSESSIVES | {"the"}
_SHOT_DEAD = ("XJ", "VJ")
_OTHER_CLAUSE = frozenset({",NV", ",NX"})
_OPENERS = frozenset("PUW")  # "when fighting soldiers and police were"
_COUNTING = frozenset({"counting", "including", "excluding"})
ASIDES = frozenset({"including", "aged", "excluding", "besides"})
MAX_ASIDE = 8
_MANY = ("s", "men", "people", "children")  # ends of plural nouns
BUT = "but"  # joins two clauses: "arrested a clerk, but seven others fled"


class GroupWalks(GroupTable):
    """The chunks of one sentence and the groups joined in it; numbers are chunk positions."""

    __slots__ = ()

    def phrase_start(self, number: int) -> int | None:
        """The preposition chunk a noun group hangs on, also through conjunctions; null if none."""
        at = number - 1
        if at >= 0 and self.kinds[at] == "P":
            return self._compound_preposition(at)
        if self.kinds.endswith("PA", 0, at + 1):
            return self._compound_preposition(at - 1)  # "authorities in northwest Mexico"
        if at < 1 or self.kinds[at - 1 : at + 1] not in ("NC", ",C"):
            return None
        if (names := self._before_names(number)) is not None:
            return self._compound_preposition(names)
        if self.kinds[at - 1] == "N" and (
            self._is_between(at - 1)
            or not (
                self._starts_clause(number)
                or self._counts_anew(number)
                or self._behind_where(number) is not None
            )
        ):
            return self.phrase_start(at - 1)
        return None

    def _before_names(self, number: int) -> int | None:
        """The preposition of "40 men from Vicha and Condora died", "the mayors of A, B and C were".

        Names in a row behind a plural say which ones they are; behind "from" they always do.
        """
        at = number
        while at > 1 and self.kinds[at - 1] in "C," and self._is_bare_name(at):
            at -= 2 + (self.kinds[at - 2 : at] == ",C")
        of = at - 1
        if of < 1 or self.kinds[of - 1 : of + 1] != "NP" or not self._is_bare_name(at):
            return None
        word = self.head_words[of - 1]
        are_many = word.endswith(_MANY) and self.kinds[max(of - 2, 0)] not in "VXGIP"
        return of if are_many or self.first_words[of] == "from" else None

    def _is_bare_name(self, number: int) -> bool:
        group = self.chunks[number]
        return group.kind == "N" and not self.tags[group.first : group.last].strip("E")

    def _is_between(self, number: int) -> bool:
        """As in "clashes between herders and farmers erupted": the second group is no subject."""
        before = number - 1
        return before >= 0 and self.kinds[before] == "P" and self.first_words[before] == "between"

    def _counts_anew(self, number: int) -> bool:
        """As in "the driver of the bus and two women": joined to the driver, not the bus."""
        if number < 4 or self.kinds[number - 4 : number] != "NPNC":  # noqa: PLR2004 - A of B and
            return False
        of, counted = self.chunks[number - 3], self.chunks[number - 4]
        if self._are_people(number - 4) and not self._are_people(number - 2):
            return self._are_people(number)  # "the driver of a bus and two passengers"
        return (
            self.norms[of.first] in OF_FROM
            and self._is_counted(number)
            and (self._is_known(number - 2) or self.norms[counted.head] in CROWDS)
            and self.norms[counted.head] not in noun_classes()["remains"]
        )

    def _is_counted(self, number: int) -> bool:
        """Whether a noun group begins with a number, an indefinite article, or "his" or "her"."""
        first = self.chunks[number].first
        return self.tags[first] == "#" or self.norms[first] in _ARTICLES

    def _is_known(self, number: int) -> bool:
        """Whether a noun group is a name or begins with "the" or the word of an owner."""
        first = self.chunks[number].first
        return self.tags[first] == "E" or self.norms[first] in _DEFINITE

    def _compound_preposition(self, at: int) -> int:
        while at > 0:
            if self.kinds[at - 1] == "P":
                at -= 1
            elif at > 1 and self.kinds[at - 2 : at] == "PC":  # "in and around"
                at -= 2
            else:
                break
        return at

    def _starts_clause(self, number: int) -> bool:
        """Whether a finite verb follows the noun group at once: it is a subject of its own."""
        at = self._behind_including(number + 1)
        while at < len(self.kinds) and self.kinds[at] in "tA":
            at += 1
        if self.kinds[at : at + 1] == "X" and self._tells_which(at, number):
            return False
        if self.kinds.endswith("PNC", 0, number) and self._is_one_of_more(number, at):
            return False  # "the killings of a priest and a nun were condemned"
        if self.tags[self.chunks[number].head] == "E" and self._is_one_with_two_nouns(number):
            return False  # "the murder of senator and candidate Luis Galan shocked"
        return self.kinds[at : at + 1] in ("V", "X") and self.kinds[at : at + 2] != "XV"

    def _behind_including(self, comma: int) -> int:
        """Behind an aside: "and nine people, including three children, were hurt"."""
        kinds = self.kinds
        if kinds[comma : comma + 3] != ",PN" or (self.first_words[comma + 1] not in ASIDES):
            return comma
        end = kinds.find(",", comma + 3, comma + MAX_ASIDE)
        return end + 1 if end > 0 and kinds[end + 1 : end + 2] == "V" else comma

    def _is_one_with_two_nouns(self, number: int) -> bool:
        """As in "lawyer and activist Ana Ruiz": nouns without an article, then a name."""
        if not self.kinds.endswith("NC", 0, number):
            return False
        one, other = self.chunks[number - 2], self.chunks[number]
        terms = load_lexicon().persons.get(self.norms[one.head]) or ()
        return (
            any(
                isinstance(term.entry, PersonNoun)
                and term.entry.kind == "person"
                and not term.is_plural
                for term in terms
            )
            and self.tags[one.first] not in "D#E"
            and self.tags[other.first] not in "D#E"
        )

    def _is_one_of_more(self, number: int, verb: int) -> bool:
        """As in "a priest and a nun | were": one person or thing behind "and", a plural verb."""
        return (
            self.kinds[number - 1 : number] == "C"
            and verb < len(self.kinds)
            and self.first_words[verb] in PLURAL_VERBS
            and self.first_words[number] in _ARTICLES
        )

    def remains_of(self, verb: int) -> list[int]:
        """As in "the bodies of two policemen, a nun and a driver | were": each whose body it is.

        Empty where the verb does not stand behind such a list; who stands between commas with an
        article is one told already.
        """
        kinds = self.kinds
        at = verb - 1
        while at > 1 and kinds[at] in "N,C":
            at -= 1
        if at < 1 or kinds[at] != "P" or "C" not in kinds[at:verb] or kinds[at - 1] != "N":
            return []
        if BUT in self.first_words[at:verb]:
            return []  # "fired at the bodies of the guards, but none was hurt"
        of, bodies = self.chunks[at].first, self.chunks[at - 1]
        if self.norms[of] != _OF or self.norms[bodies.head] not in noun_classes()["remains"]:
            return []
        return [at - 1] + [
            number
            for number in range(at + 2, verb)
            if kinds[number] == "N"
            and not (kinds[number - 1] == kinds[number + 1] == "," and self._is_counted(number))
        ]

    def conjoined_left(self, number: int) -> list[int]:
        """The noun group and those joined to it by "and" or commas, left to right."""
        groups = self._items_left(number) + self._joined_left(number)
        if len(groups) > 2 and self._names_follow(groups):  # noqa: PLR2004 - who, and two names
            return groups[:1]
        return groups

    def _items_left(self, number: int) -> list[int]:
        """As in "Ana Ruiz, a cook; Eva Paz, a nurse; and Omar Bakri were": all before the last."""
        items: list[int] = []
        mark = number - 2 if self.kinds[number - 1 : number] == "C" else number - 1
        while mark > 0 and self.first_words[mark] == ";":
            first = mark
            while first > 0 and self.kinds[first - 1] in "N,Pt":
                first -= 1
            if self.kinds[first] != "N" or (first and self.kinds[first - 1] != ":"):
                return []
            items.insert(0, first)
            mark = first - 1
        return items

    def _is_in_other_clause(self, number: int, subject: int) -> bool:
        """As in "killed three men and two women were hurt", ", killing a man, and jets bombed"."""
        if self.kinds[number - 2 : number] in _SHOT_DEAD:
            number -= 1  # "shot | dead | a mayor and a bomb went off"
        verb = self.chunks[number - 1] if number else None
        return (
            verb is not None
            and (verb.kind in FINITE or self.kinds[number - 2 : number] == ",G")
            and not verb.passive
            and self.kinds[subject - 1] == "C"
            and self.norms[verb.head] not in noun_classes()["clausal"]
            and self.kinds[number - 2 : number - 1] not in _OPENERS
            and self.kinds[(at := self.behind_phrases(subject + 1)) : at + 1] in FINITE
            and not (self.kinds[at] == "X" and self.norms[verb.head] in noun_classes()["leaving"])
        )

    def _is_of_verb_before(self, number: int, subject: int) -> bool:
        """As in "after it offered a deal, two men were shot": the deal is another verb's."""
        return (
            self.kinds[number - 1 : number] in FINITE
            and self.kinds[number + 1 : subject + 2] in _OTHER_CLAUSE
            and self.norms[self.chunks[number - 1].head] not in noun_classes()["clausal"]
        )

    def _names_follow(self, groups: list[int]) -> bool:
        """As in "two nuns, Ana Ruiz and Eva Paz, were": names behind a noun say who they are."""
        heads = [self.tags[self.chunks[number].head] for number in groups]
        is_beside = self.kinds[groups[1] - 1] == ","
        return is_beside and heads[0] in "Ns" and all(tag == "E" for tag in heads[1:])

    def _joined_left(self, number: int) -> list[int]:
        groups = [number]
        at = number
        while True:
            left = at - 1
            if left >= 1 and self.kinds[left - 1 : at] == ",C":
                left -= self.first_words[left] != BUT
            if left < 1 or self.kinds[left] not in "C," or self.kinds[left - 1] != "N":
                break
            if self.first_words[left] == BUT and self.first_words[left - 1] == _NOT:
                break  # "Not 12 but 10 people were killed"
            is_first = self.kinds[left] == "," and len(groups) == 1 and self.kinds[at - 1] == ","
            if is_first and not self._lists_on(left - 1, at):
                break
            previous = left - 1
            if len(groups) == 1 and self.kinds[left : left + 2] == ",C":
                previous = self.whole_joined_behind(previous)
            if self.kinds[left] == "," == self.kinds[at - 1] and self.is_added(previous):
                break  # "killed seven as well as himself, police and medics said"
            previous = self._counted_in_crowds(self._without_phrases(previous, at))
            is_pair = self.kinds[previous - 1] == "C" and (
                self._is_one_of_more(number, number + 1)
                or (self._is_counted(previous) and self._is_counted(number))
            )
            if is_pair and groups == [number]:
                groups.insert(0, previous)  # "near Gao and a driver and a guard were"
                break
            if (
                (
                    self.phrase_start(previous) is not None
                    and not self._is_scene_of(previous, number)
                    and not self._are_of_one_body(previous)
                )
                or self._is_plus(previous)
                or self._tells_who_some_are(previous)
                or (groups == [number] and self._is_in_other_clause(previous, number))
                or (groups == [number] and self._is_of_verb_before(previous, number))
            ):
                break
            groups.insert(0, previous)
            at = previous
        return groups

    def _tells_who_some_are(self, number: int) -> bool:
        """As in "ten died, most of them drivers, and 27 were hurt": what some of the ten were."""
        before = number - 1
        return (
            before > 0
            and self.kinds[before] == "N"
            and self.chunks[before].last == self.chunks[number].first
            and self.head_words[before] in THEM_WHOM
        )

    def _is_scene_of(self, first: int, last: int) -> bool:
        """As in ", with two guards and a cook | killed": what befell all behind "with"."""
        return (
            self.kinds[max(first - 2, 0) : first] in {",P", "P"}
            and self.first_words[first - 1] == "with"
            and self.kinds[last + 1 : last + 2] in ("X", "J")
        )

    def _without_phrases(self, previous: int, following: int) -> int:
        """The group that is joined to the next one: what "of" says of it, and who it is, apart."""
        if (whole := self._behind_where(following)) is not None:
            return whole
        if self._counts_anew(following) or self._are_kin(previous, following):
            previous -= 2
        if self.kinds[previous - 1 : previous] == "P" and self._is_who(previous - 2):
            previous -= 4  # "Ana Ruiz, mayor of Gao, and Eva Paz were"
        if self._tells_who_some_are(previous) and self.kinds.endswith("N,NPN", 0, previous):
            previous -= 5  # "six children, most of them girls, and two guards were"
        return previous

    def _counted_in_crowds(self, number: int) -> int:
        """As in "dozens of men, women and children": the group that counts all of them."""
        is_of = self.kinds.endswith("NP", 0, number)
        if not is_of or self.kinds[number + 1] != "," or self.first_words[number - 1] != _OF:
            return number
        return number - 2 if self.head_words[number - 2] in CROWDS else number

    def _is_who(self, number: int) -> bool:
        """As in "Ana Ruiz, daughter of Luis Ruiz, and", "Ana Ruiz, the mayor of Gao, and".

        Who the person is whose name stands before.
        """
        if number < 2 or self.kinds[number - 2 : number + 2] != "N,NP":  # noqa: PLR2004 - a name
            return False
        group = self.chunks[number]
        head = self.norms[group.head]
        is_bare = self.tags[group.first] not in "D#E" or self.norms[group.first] == _THE
        is_one = head in load_lexicon().persons.last_words and self.tags[group.head] != "s"
        return (
            is_bare
            and self.first_words[number + 1] == _OF
            and self.tags[self.chunks[number - 2].head] == "E"
            and (is_one or head in noun_classes()["kin"])
        )

    def before_including(self, number: int) -> int:
        """Of whom parts are, as in "six men, including two boys, killed"; else the group itself."""
        start = self.phrase_start(number)
        if self.kinds.endswith("PN", 0, number) and self.first_words[number - 1] in THEM_WHOM:
            start = number - 2  # "four observers, among them a doctor, found shot"
        if not start or self.first_words[start] not in AMONG_INCLUDING:
            return number
        if (
            self.first_words[start] == "among"
            and self.kinds[start - 1] == "N"
            and self._is_number(number)
        ):
            return number  # "Two soldiers among five | killed"
        whole = start - 2 if self.kinds[start - 1] == "," else start - 1
        return whole if whole >= 0 and self.kinds[whole] == "N" else number

    def _is_number(self, number: int) -> bool:
        """Whether a group is no more than a number, or opens with one."""
        return self.tags[self.chunks[number].first] == "#"

    def whole_joined_behind(self, part: int) -> int:
        """As in "six guards, including a captain, and two drivers": whom the drivers are joined to.

        The part itself where they may be among those counted ("six people, including a captain,
        and two drivers") and where it is no part.
        """
        whole = self.before_including(part)
        if whole == part or self.kinds[whole + 1] != ",":
            return part
        return part if self.head_words[whole] in ANYONE else whole

    def _are_kin(self, number: int, following: int) -> bool:
        """As in "a colonel of the guard, his wife and son were": people of whom a phrase stands."""
        return (
            self.first_words[following] in HIS_HER_THEIR
            and self.kinds.endswith("NP", 0, number)
            and self.head_words[following] in noun_classes()["kin"]
            and self.head_words[number - 2] in load_lexicon().persons.last_words
        )

    def _is_plus(self, number: int) -> bool:
        """As in "43 died, plus the three attackers, and 239 were hurt": of the clause before."""
        before = self.kinds[max(number - 2, 0) : number]
        word = self.norms[self.chunks[number - 1].last - 1] if number else ""
        return (before == ",C" and word == "plus") or (before[-1:] == "G" and word in _COUNTING)

    def is_added(self, number: int) -> bool:
        """As in "six priests as well as their cook": joined by more than one word."""
        before = self.chunks[number - 1] if number else None
        return before is not None and before.kind == "C" and before.last - before.first > 1

    def opening(self, closing: int) -> int:
        """The bracket that opens what ``closing`` closes; 0 where none stands before it."""
        at = closing
        while at > 0 and self.kinds[at] != "(":
            at -= 1
        return at

    def behind_phrases(self, preposition: int) -> int:
        """Behind every phrase that begins here: "(a post) on a hill near Gao"."""
        at = preposition
        while self.kinds[at : at + 2] == "PN":
            at += 2
        return at

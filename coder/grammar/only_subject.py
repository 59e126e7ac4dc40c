"""The subject of a clause with one finite verb, whatever is said of it on the way to the verb."""

import re

from coder.grammar.chunks import FINITE
from coder.grammar.left_of_verbs import LeftOfVerbWalks
from coder.lexicon.closed import AFTER_BEFORE, BEING_HAVING, LATELY, TOLD, WHILE
from coder.lexicon.words import noun_classes

_DESCRIBING = frozenset("XKGIJ")
_BEFORE_CLAUSES = AFTER_BEFORE | WHILE
_LOOKING = frozenset({"watched", "watching", "waited", "waiting", "listened", "listening"})
_OF_LATE = LATELY | {"just"}
_NOT = "not"
_OPENING = ':U"('
_CLAUSE = re.compile(
    r"(?:[At,]|P[Nt])*"  # "On Monday in Gao, ..."
    r"(?P<head>N(?:CN)?)(?P<phrases>(?:PN)*)"
    r"(?P<open>,?)"
    r"(?P<said>(?:P[NtGJ]|[AtJ!]|[XK](?=[PAtIJ])|[GI](?:A?N)?)+)"
    r"(?P<close>,?)"
)
_WITH_ASIDE = re.compile(r"(?:[At,]|P[Nt])*(?P<head>N(?:CN)?)(?:PN)*,(?P<aside>[^:;\"()]+),")
_OBJECT = re.compile(r'[AJ"]?N|IN')  # "shot dead a guard", "beat to death a guard"
_RUMOUR = re.compile(r"A?P(?:NP)?N[VX]?UN(?:PN)*[VX](?:[NtA]|PN)*\Z")
_TOLD_BY = re.compile(r"A?(?:N[NPCtI,W]*[VX]|[VX]N)[NPtA,]*")  # "the mayor told AFP", "said Paz"


class OnlySubjectWalks(LeftOfVerbWalks):
    """The chunks of one sentence and the groups that only one verb can be said of."""

    __slots__ = ()

    def described_by(self, number: int, chunk: int) -> int | None:
        """The subject that a group describes, of a verb between it and a chunk; null where none.

        As the men by the day in "men arrested on Friday were shot in a raid", for the raid as well.
        "Men believed to be rebels today shot a guard": the day before a bare verb is the verb's.
        Of the verb is a day between commas, too.
        """
        for verb in range(number + 1, chunk + 1):
            subject = self.only_subject(verb) if self.kinds[verb] in FINITE else []
            if subject and subject[-1] < number:
                is_bare = not self.chunks[verb].aux and self.kinds[number] == "t"
                is_of_verb = (is_bare and number == verb - 1) or self._is_when(number, verb)
                return None if is_of_verb else subject[-1]
        return None

    def _is_when(self, number: int, verb: int) -> bool:
        """As in "the men, | on Friday night, | shot a guard": an aside that only says when."""
        opening = self.kinds.rfind(",", 0, number) + 1
        return (
            opening > 0
            and self.kinds[verb - 1] == ","
            and self.kinds[number] == "t"
            and not self.kinds[opening : verb - 1].strip("PtA,#")
        )

    def only_subject(self, number: int) -> list[int]:
        """As in "two teachers dressed in white and waiting for a bus | were shot".

        Two finite verbs stand in one clause only when something joins them. So what stands between
        the first group of a clause and its only finite verb describes that group, in whichever
        words, and is neither its verb nor the subject. Empty where the clause is not of that form.
        """
        kinds = self.kinds
        is_parted = kinds[number - 1 : number] == ","
        if _DESCRIBING.isdisjoint(kinds[:number]) and not is_parted:
            return []
        if not self._is_finite(number):
            return []
        for start in self._openings(number):
            told = _CLAUSE.fullmatch(kinds, start, number)
            is_told = told is not None and self._only_describes(told)
            if not is_told and is_parted:
                told = _WITH_ASIDE.fullmatch(kinds, start, number)
                is_told = told is not None and self._is_aside(*told.span("aside"))
            if told is not None and is_told:
                return self.conjoined_left(told.end("head") - 1)
        return []

    def _is_aside(self, first: int, last: int) -> bool:
        """As in ", after they left a bar," ", though unarmed," ", the mayor told AFP,"."""
        aside = self.kinds[first:last]
        verbs = [first + at for at, kind in enumerate(aside) if kind in FINITE]
        opening = first + (aside[0] == "A")
        if self.kinds[opening] in "PU":
            opens = self.kinds[opening] == "U" or self.first_words[opening] in _BEFORE_CLAUSES
            is_told = _RUMOUR.match(aside) is not None  # "after a rumour spread that a boy was hit"
            return is_told or ("U" not in aside[2:] and len(verbs) <= opens)
        if self.first_words[first] == _NOT or "PW" in aside:
            return len(verbs) <= 1  # "not three as first reported", "one of whom wore a mask"
        if self.first_words[first] in BEING_HAVING or aside[0] in "GJXK":
            return all(verb == first for verb in verbs)  # "having finished their shift"
        is_comment = aside.startswith("CN") and len(verbs) == 1  # "and this is confirmed"
        if is_comment or (aside[0] in "A!" and not verbs):
            return True  # "no longer content to wait"
        is_told = _TOLD_BY.fullmatch(aside) is not None and len(verbs) == 1
        if not is_told or self.head_words[verbs[0]] not in noun_classes()["clausal"]:
            return False
        # "Ivan Petrov, said the soldiers, all conscripts, were": a clause, and nobody who heard
        is_clause = self.kinds[verbs[0] + 1] == "N" and verbs[0] > first
        return not is_clause or self.head_words[verbs[0]] in TOLD

    def _is_finite(self, number: int) -> bool:
        """A verb that is no participle: by its tags, its sense, or an object that is behind it."""
        if self.kinds[number] == "X":
            is_own = self.head_words[number] in noun_classes()["intransitive"]
            return is_own or _OBJECT.match(self.kinds, number + 1) is not None
        return self.kinds[number] == "V" and self.tags[self.chunks[number].head] != "V"

    def _openings(self, number: int) -> list[int]:
        """Where the clause of a verb may begin, the farthest first."""
        kinds, clausal = self.kinds, noun_classes()["clausal"]
        relative = kinds.rfind("W", 0, number)
        if kinds[relative - 1 : relative] == "P":  # ", one of whom wore a uniform,"
            relative = kinds.rfind("W", 0, relative)
        first = max(relative, kinds.rfind(".", 0, number)) + 1
        starts = [first] if not first or kinds[first - 1] != "W" else []
        return starts + [
            at + 1
            for at in range(first, number - 1)
            if kinds[at] in _OPENING
            or (kinds[at] == "C" and not FINITE.isdisjoint(kinds[first:at]))
            or (kinds[at] in "VX" and self.head_words[at] in clausal)
        ]

    def _only_describes(self, told: re.Match[str]) -> bool:
        """Whether marks stand in pairs, and no past form may open a clause of its own."""
        if told["open"] != told["close"] or _DESCRIBING.isdisjoint(told["said"]):
            return False
        return not any(map(self._may_open_clause, range(told.start("phrases"), told.end("said"))))

    def _may_open_clause(self, at: int) -> bool:
        """As "said" in "said gunmen killed", "exploded", "after" in "after gunmen killed"."""
        kinds, classes = self.kinds, noun_classes()
        if kinds[at] == "P":
            opens = kinds[at + 1] == "N" and self.first_words[at] in _BEFORE_CLAUSES
            before = self.head_words[at - 1]  # "six injured as troops shelled": no "known as"
            is_called = kinds[at - 1] in "XKG" and before not in _LOOKING | classes["befallen_as"]
            return opens and not (self.first_words[at] == "as" and is_called)
        if kinds[at] not in "XK":
            return False
        word = self.head_words[at]
        is_matrix = word in classes["clausal"] and kinds[at + 1] != "I"
        is_of_late = self.first_words[at] in _OF_LATE  # "two nurses newly arrived"
        return is_matrix or (word in classes["intransitive"] and not is_of_late)

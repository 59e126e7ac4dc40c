"""What verbs beside each other say of one another: which one another joins, completes or hangs on.

Nothing here asks for a subject; the walks that do decide by these answers.
"""

from coder.grammar.particles import PARTICLES
from coder.grammar.verb_first import VerbFirstWalks
from coder.lexicon.closed import LATELY, WHILE
from coder.lexicon.words import noun_classes

_PHRASES = frozenset("NPtAJ")
_FINITE = "VX"
_MAX_WALK = 40
_CHARGES = frozenset({"suspicion", "charge", "charges", "allegations", "accusations"})
_WITHOUT = "without"
_FAR_FROM = ("far", "from")
_THAN = "than"
_WANTING = frozenset({"on", "upon", "for"})
_WITH = frozenset({("with",), (_WITHOUT,)})
_ENDING_IN = frozenset({"result", "resulted", "resulting", "results", "led", "leading"})
_IN_TO = frozenset({"in", "to"})
SUSPECTED = ("XPG", "KPG", "JPG")
_BIDDING = frozenset({"made", "let", "saw", "watched", "heard"})  # "made them lie down"
_OF_LATE = LATELY | {"yesterday"}
_USING = frozenset({"use", "uses", "used", "using"})


class JoinedVerbWalks(VerbFirstWalks):
    """The chunks of one sentence and how its verbs stand to each other."""

    __slots__ = ()

    def _is_being(self, verb: int) -> bool:
        """As in "accused of being witches": what the people before it are taken for follows."""
        return self.kinds.endswith("PV", 0, verb + 1) and self.first_words[verb] == "being"

    def _is_attribute(self, verb: int) -> bool:
        """As in "the party of the recently murdered senator": nobody before it did it."""
        kinds = self.kinds
        if kinds[verb - 1 : verb + 2] not in ("tXN", "tKN") or verb < 2:  # noqa: PLR2004 - two before
            return False
        before = self.chunks[verb - 2]
        return self.first_words[verb - 1] in _OF_LATE and (
            before.kind == "P" or not self.tags[before.first : before.last].strip("D")
        )

    def _hangs(self, preposition: int) -> bool:
        """As in "on Monday", "in which", "jailed for speaking out were freed", "was driving by"."""
        kinds = self.kinds
        return (
            kinds[preposition + 1] in "tW"
            or kinds[preposition - 1 : preposition + 2] in SUSPECTED
            or (kinds[preposition + 1] == "V" and kinds[preposition - 1] in "VG")
        )

    def _is_by_the_way(self, verb: int) -> bool:
        """As in "a bomb went off as police arrived, killing two": only when it was.

        And of who tells it: "a bomb went off, police said, killing two". What only says which
        thing was hit did nothing: "fired on a bus that was taken by students, killing two".
        """
        kinds = self.kinds
        if kinds.endswith("NW", 0, verb) and self.chunks[verb].passive:
            return True
        opening = kinds.rfind("W", 0, verb)
        if opening > 0 and self.first_words[opening] == "where" and self._goes_on_there(verb):
            return True
        return self._is_who_tells(verb) or (
            kinds[verb - 2 : verb] in ("UN", "PN")
            and self.first_words[verb - 2] in WHILE
            and self.head_words[verb] in noun_classes()["coming_by"]
        )

    def _goes_on_there(self, verb: int) -> bool:
        """As in "ripped through a hotel where they were staying, killing two"."""
        return "B" in self.chunks[verb].aux and self.head_words[verb].endswith("ing")

    def _is_who_tells(self, verb: int) -> bool:
        """As in "shells fell on Aden, a police officer in the town told reporters, killing two"."""
        if self.head_words[verb] not in noun_classes()["clausal"]:
            return False
        start = verb - 1
        while self.kinds.endswith("NPN", 0, start + 1):
            start -= 2
        end = self.kinds.find(",", verb)
        return (
            start > 0
            and self.kinds[start - 1 : start + 1] == ",N"
            and not self.kinds[verb + 1 : end].strip("NPtA")
            and any(kind in _FINITE for kind in self.kinds[: start - 1])
        )

    def _is_setting(self, verb: int) -> bool:
        """As in "fired on women who were queuing, killing two": what only sets the scene."""
        kinds, group = self.kinds, self.chunks[verb]
        is_going_on = "B" in group.aux and self.tags[group.head] == "G"
        had_come = "H" in group.aux and self.norms[group.head] in noun_classes()["gathered"]
        if not (is_going_on or had_come or self.tags[group.head] == "B"):
            return False
        start = verb - 1
        while start > 0 and kinds[start] in _PHRASES:
            start -= 1
        return kinds[start] == "W" and any(kind in _FINITE for kind in kinds[:start])

    def _row_of_participles(self, last: int) -> int | None:
        """As in "Ruiz, carrying a bag and wanted in ten cases, was": the comma that opens it.

        Without commas, as in "men dressed in black and carrying rifles killed", the first of them.
        """
        kinds = self.kinds
        if first := self._first_of_open_row(last):
            return first
        at = kinds.rfind(",", 0, last)
        is_aside = kinds[last - 1] == "C" and at > 0 and kinds[at - 1] == "N"
        is_row = is_aside and kinds[last] in "XKG" and kinds[at + 1] in "XKG"
        return at if is_row and set(kinds[at + 1 : last]).isdisjoint("VUW:") else None

    def _first_of_open_row(self, gerund: int) -> int | None:
        """As "dressed" for "men | dressed in black and | carrying": it hangs on the noun before.

        Also what else is told of them first: "men | in masks and", "men | armed with rifles and".
        """
        if not self.kinds.endswith("CG", 0, gerund + 1):
            return None
        at = gerund - 2
        while at > 0 and self.kinds[at] in "NPJAt":
            at -= 1
        is_bare = self.kinds[at] in "KG" or (self.kinds[at] == "X" and self._is_reduced(at))
        if is_bare:
            is_hung = self.kinds[at - 1] == "N" and self.phrase_start(at - 1) is None
            return at if at and is_hung else None
        first = at + (self.kinds[at] != "N")
        return first + 1 if self.kinds.startswith(("NP", "NJ"), first) else None

    def _goes_on(self, mark: int, verb: int) -> bool:
        """A verb directly behind a semicolon goes on with the subject of the clause before it."""
        between = self.kinds[mark + 1 : verb]
        return self.first_words[mark] == ";" and not between.strip("CA")

    def _is_done(self, verb: int) -> bool:
        """As in "stopped the bus to rob it and killed two": a past form joins no infinitive."""
        group = self.chunks[verb]
        return (
            self.kinds[verb] in _FINITE
            and not group.passive
            and self.tags[group.head] in "XL"
            and self.kinds[verb + 1 : verb + 2] == "N"
        )

    def _matrix_of_scene(self, verb: int) -> int | None:
        """As in "was hurt when robbers fired, but lived": the verb before a clause of time."""
        for at in range(verb - 1, 0, -1):
            if self.kinds[at] in "VXW:C":
                return None
            if self.kinds[at] == "U" or self.first_words[at] == "as":
                return self._verb_before(at) if self.first_words[at] in WHILE else None
        return None

    def _verb_before(self, subordinator: int) -> int | None:
        """As in "was hit in the neck by a shot | as": over phrases to the finite verb."""
        at = subordinator - 1
        while at > 0 and self.kinds[at] in "NPtAD":
            at -= 1
        return at if at >= 0 and self.kinds[at] in _FINITE else None

    def _is_while(self, at: int, gerund: int) -> bool:
        """As in "was shot while | guarding a bridge": who is told of before does both."""
        is_tried = self.kinds[gerund + 1 : gerund + 2] == "I"  # "drowned while trying to escape"
        return at == gerund - 1 and self.first_words[at] == "while" and not is_tried

    def _is_scene(self, verb: int, joined: int) -> bool:
        """As in "fired on men who were throwing stones and killed two": one lasts, one is done."""
        lasting = self.chunks[verb]
        return (
            self.kinds[verb - 1] == "W"
            and "B" in lasting.aux
            and self.tags[lasting.head] == "G"
            and self.kinds[joined] in _FINITE
            and not self.chunks[joined].aux
        )

    def _matrix_of_bare(self, verb: int, joined: int) -> int | None:
        """As in "made the clerks lie down and shot them": a past form joins no bare infinitive."""
        group = self.chunks[verb]
        if group.aux or self.tags[group.head] not in "VnB" or not self._is_done(joined):
            return None
        matrix = self.conjoined_left(verb - 1)[0] - 1 if self.kinds[verb - 1] == "N" else -1
        is_bidding = matrix > 0 and self.head_words[matrix] in _BIDDING
        return matrix if is_bidding and self.kinds[matrix] in _FINITE else None

    def fulfils(self, verb: int, number: int) -> bool:
        """As in "carried out its threat to kill", "rang a paper to say", "used a knife to kill".

        Who did the one does the other.
        """
        classes = noun_classes()
        norm = self.head_words[verb]
        if norm in _USING:
            return True
        is_bidden = self.head_words[number] in classes["bidding"]
        if norm in classes["ringing"]:
            return self.first_words[verb + 1] not in _WANTING  # "called on the men to kill"
        return is_bidden and norm in classes["fulfilling"]

    def over_particle(self, number: int) -> int:
        """The chunk of the verb whose particle this is ("set | up | a post"), else itself."""
        return number - (number > 0 and self.head_words[number] in PARTICLES)

    def is_left_out(self, gerund: int) -> bool:
        """As in "without (the guards) attacking anyone, they left": what did not happen.

        Nor in "far from killing them", "rather talk than kill", "left without killing anybody".
        """
        first = self.chunks[gerund].first
        if self.norms[first - 2 : first] == _FAR_FROM or (
            self.norms[first - 1] == _THAN and self.tags[self.chunks[gerund].head] == "V"
        ):
            return True
        before = gerund - 2
        if self.kinds[before : gerund + 1] == "GCG":
            return self.is_left_out(before)
        if before >= -1 and self.kinds[gerund - 1 : gerund + 1] == "PG":
            return self.first_words[gerund - 1] == _WITHOUT and not self._is_never(before)
        return (
            before >= 0
            and self.kinds[before:gerund] == "PN"
            and (self.kinds[gerund] == "G" or self.first_words[gerund] == "being")
            and self.norms[self.chunks[before].last - 1] == _WITHOUT
        )

    def _is_never(self, number: int) -> bool:
        """As in "did not leave without killing two": the verb before is denied, so they did."""
        verb = max(self.kinds.rfind(kind, 0, number + 1) for kind in "VX")
        return verb >= 0 and self.chunks[verb].negated

    def gerund_above(self, gerund: int) -> int | None:
        """As in "accused of stirring up hatred by killing": the gerund that another one is of."""
        if self.kinds[gerund - 1] != "P":
            return None
        at = max(self.kinds.rfind(kind, 0, gerund) for kind in "VXGUW:")
        return at if at > 0 and self.kinds[at - 1 : at + 1] == "PG" else None

    def _is_fate(self, number: int) -> bool:
        """As in "Man dead after being shot": what befell those before it, with no verb."""
        return (
            self.kinds[number - 1 : number] == "N"
            and self.head_words[number] in noun_classes()["harmed"]
        )

    def _counts(self, number: int) -> bool:
        """Whether a noun group that begins with a number stands there."""
        return self.kinds[number : number + 1] == "N" and (
            self.tags[self.chunks[number].first] == "#"
        )

    def is_charge(self, gerund: int) -> bool:
        """As in "on suspicion of killing", "on charges of having killed", "accused of killing"."""
        if gerund < 2 or self.kinds[gerund - 1] != "P":  # noqa: PLR2004 - charge and preposition
            return False
        word = self.head_words[gerund - 2]
        if self.kinds[gerund - 2] == "N":
            return word in _CHARGES
        return word in noun_classes()["taken_for"]

    def _perceives(self, verb: int) -> bool:
        """As in "found a car burning", "left a shop smouldering": the object does it."""
        return self.head_words[verb] in noun_classes()["perception"]

    def _depicted(self, number: int) -> list[int]:
        """As in "a clip of militiamen | hanging two boys": they do what is shown or told."""
        is_shown = (
            self.kinds.endswith("NPN", 0, number + 1)
            and self.first_words[number - 1] == "of"
            and self.head_words[number - 2] in noun_classes()["depiction"]
        )
        return [number] if is_shown else []

    def _next_verb(self, number: int) -> int | None:
        for at in range(number, min(len(self.kinds), number + _MAX_WALK)):
            if self.kinds[at] in _FINITE:
                return at
        return None

    def behind_with(self, number: int) -> list[int]:
        """As in "with seven policemen being killed", "without anyone dying": before the verb."""
        if number < 1 or self.kinds[number] != "N":
            return []
        groups = self.conjoined_left(number)
        if (
            len(groups) == 1
            and self.kinds.endswith("NP", 0, number)
            and self.first_words[number - 1] == "of"
        ):
            groups = [number - 2]  # "thousands of people"
        before = self.chunks[max(min(groups) - 1, 0)]
        if self.norms[before.first : before.last] in _WITH:
            return groups
        ending = self.head_words[max(min(groups) - 2, 0)]
        is_outcome = ending in _ENDING_IN and self.norms[before.first] in _IN_TO
        return groups if is_outcome else []  # "resulted in 900 people fleeing"

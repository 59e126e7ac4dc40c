"""What a noun group to the left of a verb is to it, as the chunks between the two tell.

Nothing here asks for the subject of another verb; the walks that do decide by these answers.
"""

from coder.grammar.joined import JoinedVerbWalks
from coder.lexicon.closed import A_OR_ONE, AFTER_BEFORE, PLURAL_VERBS
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes

_VERBAL = "VXKIG"
_PRESUMED = ("NXI", "NKI", "NJI", "NXICX", "NKICX", "NJICX")
_TOLD = frozenset({"said", "reported", "understood"})  # "men said to be rebels"
_LOOKING = frozenset({"disguised", "dressed", "posing", "masquerading", "clad"})  # "as guards"
_COMPLEMENT = frozenset({"of", "from", "for", "into"})
_WHO_ONCE = ("W", "Wt", "WPt")  # "who", "who last year", "who on Monday"
_WHERE = ("NWN", "NPWN")
_WHO_TRIED = tuple(f"{who}{verb}I" for who in _WHO_ONCE for verb in "VX")
_PHRASES = frozenset({"PN", "PNPN"})


class LeftOfVerbWalks(JoinedVerbWalks):
    """The chunks of one sentence and what stands to the left of its verbs."""

    __slots__ = ()

    def _with_their_head(self, found: list[int]) -> list[int]:
        """As in "six guards escorting a convoy and a driver | were killed": the guards, too."""
        if len(found) < 2 or self.kinds[max(found[0] - 2, 0) : found[0]] != "NG":  # noqa: PLR2004
            return found
        if self.head_words[found[0] - 1] not in noun_classes()["guarding"]:
            return found
        return [*self.conjoined_left(found[0] - 2), *found[1:]]

    def _thought_of(self, number: int) -> list[int]:
        """As in "searched the hills for rebels, believed to have": people before the comma."""
        if self.kinds[number - 2 : number + 2] != "N,XI":
            return []
        if self.head_words[number] not in noun_classes()["presuming"]:
            return []
        is_person = self.head_words[number - 2] in load_lexicon().persons.last_words
        return self.conjoined_left(number - 2) if is_person else []

    def _people_of_phrase(self, verb: int) -> list[int]:
        """As in "In Mir Ali troops killed five": people behind a place, and no mark between."""
        before = self.kinds[:verb].replace("Pt", "").replace("t", "")
        if before not in _PHRASES or self.kinds[verb - 1] != "N":
            return []
        people = load_lexicon().persons.last_words
        return [verb - 1] if self.head_words[verb - 1] in people else []

    def _presumed(self, number: int) -> int | None:
        """As in "a man believed to have robbed and shot a guard was": of whom one thinks so.

        And "an attempt (by rebels) to storm a prison was": what the infinitive is the aim of.
        """
        if (aim := self._aim_before(number)) is not None:
            return aim
        if not self.kinds.endswith(_PRESUMED, 0, number):
            return None
        tail = next(end for end in _PRESUMED if self.kinds.endswith(end, 0, number))
        noun = number - len(tail)
        word = self.head_words[noun + 1]
        return noun if word in _TOLD or word in noun_classes()["presuming"] else None

    def _is_object(self, number: int, commas: int) -> bool:
        """Whether a noun group is the object of a clause that interrupts, and no subject."""
        kinds = self.kinds
        verb = self.over_particle(number - 1)
        verb -= verb > 0 and kinds[verb] == '"'  # "who shot | dead | three people was arrested"
        return (
            (commas == 1 and kinds[verb] in _VERBAL)
            or (kinds[number - 1] == "G" and kinds[number - 2 : number - 1] in ("N", ","))
            or self._first_of_open_row(number - 1) is not None  # "in masks and carrying guns"
            or kinds.endswith("VPG", 0, number)  # "who was accused of stealing a goat"
            or (kinds[verb] in "VX" and kinds.endswith(_WHO_ONCE, 0, verb))
            or (kinds[verb] in "VX" and not commas and self.tells_where(verb))
            or self._is_seen_done(number)
            or kinds[:number].endswith(_WHO_TRIED)  # "a guard who tried to stop a thief was"
        )

    def tells_where(self, verb: int) -> bool:
        """As in "the village where soldiers killed nine was", "the bus in which a bomb killed"."""
        is_within = self.kinds.endswith(_WHERE, 0, verb)
        return is_within and self.head_words[verb] not in noun_classes()["clausal"]

    def _aim_before(self, number: int) -> int | None:
        """The noun whose infinitive a group is the object of: "an attempt to blow up a bridge"."""
        to_do = number - 1 - self.kinds.endswith("IA", 0, number)
        if self.kinds[to_do - 1 : to_do + 1] != "NI":
            return None
        noun = to_do - 1
        if self.kinds[noun - 2 : noun] == "NP" and self.first_words[noun - 1] == "by":
            noun -= 2
        return noun if self.head_words[noun] in noun_classes()["aim"] else None

    def _is_seen_done(self, number: int) -> bool:
        """As in "a man caught stealing a goat was", "men seen loading crates were"."""
        before = self.kinds[max(number - 3, 0) : number]
        is_noun = before.endswith(("NX", "NK")) and self.first_words[number].endswith("ing")
        verb = number - 1 if is_noun else number - 2
        is_told = is_noun or before in {"NXG", "NKG"}
        return is_told and self.head_words[verb] in noun_classes()["seen_doing"]

    def _is_series(self, number: int, verb: int) -> bool:
        """As in "stormed Paoua, a town in the north, killed two men and": verbs of one subject.

        The noun group is the object of the verb before it, and the next verb has its own.
        """
        kinds = self.kinds
        return (
            kinds[verb - 1] == ","
            and kinds[verb : verb + 2] in ("XN", "VN")
            and kinds[number - 1 : number] in ("X", "V")
            and not self.chunks[verb].passive
            and not self.chunks[number - 1].passive
            and self.head_words[number - 1] not in noun_classes()["clausal"]
        )

    def _follows_subordinator(self, number: int) -> bool:
        """As in "after they stormed the hotel": the preposition opens a clause with a subject."""
        before = number - 1
        return (
            before > 0
            and self.kinds[before] == "P"
            and self.first_words[before] in AFTER_BEFORE
            and self.head_words[before - 1] not in _LOOKING
            and not (self.kinds[number + 1] == "X" and self._is_reduced(number + 1))
        )

    def behind_subordinator(self, number: int, verb: int, *, is_near: bool) -> int | None:
        """As "a bomb" for "Two left after a bomb in Gao | killed six": the subject of a clause.

        ``is_near``: no comma parts the group from the verb. Null where no clause opens, or what
        stands before tells no act of its own: "men held after a raid in Gao died".
        """
        if number == verb - 1 and self._follows_subordinator(number):
            return number
        at = number
        while self.kinds.endswith("NP", 0, at) and self.first_words[at - 1] not in AFTER_BEFORE:
            at -= 2
        if not is_near or at == number or not self._follows_subordinator(at):
            return None
        left = at - 2
        while left > 0 and self.kinds[left] in "NPtAJ":
            left -= 1
        is_told = self.kinds[left] == "V" or (
            self.kinds[left] == "X"
            and (
                self.kinds[left + 1] == "N"  # "closed the road after a convoy of lorries was hit"
                or self._is_no_time(at)
                or not (self.chunks[verb].passive or self._is_reduced(left))
            )
        )
        return at if is_told else None

    def row_behind_subordinator(self, last: int, verb: int) -> list[int]:
        """As in "fled after a clerk and two guards | were shot": both; empty where no row is.

        An act stands apart: "left after the raid and two guards were shot" has two clauses.
        """
        row = [last]
        while self.kinds.endswith(("NC", "N,"), 0, row[0]):
            at = row[0] - 2
            while self.kinds.endswith("NP", 0, at) and self.first_words[at - 1] not in AFTER_BEFORE:
                at -= 2
            row.insert(0, at)
        first = row[0]
        is_row = self.kinds[last - 1 : last] == "C" and self.kinds[verb - 1] == "N"
        is_row = is_row and len(row) > 1 and self._opens_behind(first)
        return row if is_row and (self._may_be_harmed(first) or self._are_two(last, verb)) else []

    def _opens_behind(self, number: int) -> bool:
        before = number - 1
        return (
            self.kinds[max(before, 0) : number] == "P"
            and self.first_words[before] in AFTER_BEFORE
            and self.head_words[number] not in noun_classes()["deed"]
        )

    def _may_be_harmed(self, number: int) -> bool:
        """Whether a group is of people, things that can be hit, or has a name."""
        head, words = self.head_words[number], load_lexicon()
        return (
            head in words.persons.last_words
            or head in words.targets.last_words
            or self.tags[self.chunks[number].head] == "E"
        )

    def _are_two(self, last: int, verb: int) -> bool:
        """As in "a plan and a book were": one at the end of the row, and a verb of more."""
        is_plural = self.norms[self.chunks[verb].first] in PLURAL_VERBS
        return is_plural and self.first_words[last] in A_OR_ONE

    def _is_no_time(self, number: int) -> bool:
        """As in "after dozens of shops | were looted": a number or people; no act to count from."""
        persons = load_lexicon().persons.last_words
        head = self.head_words[number]
        if self.tags[self.chunks[number].first] == "#" or head in persons:
            return True
        is_of_people = (
            self.kinds[number + 1 : number + 3] == "PN"
            and self.first_words[number + 1] == "of"
            and self.head_words[number + 2] in persons
        )
        return is_of_people and head not in noun_classes()["fate_noun"]  # "the bodies of three men"

    def object_accused(self, gerund: int) -> list[int]:
        """Who acts, as in "accused the rebels of killing", "held a man on suspicion of killing"."""
        at = gerund - 1
        if self.kinds[at : at + 1] == '"':
            at -= 1
        if at < 2 or self.kinds[at] != "P":  # noqa: PLR2004 - verb and object
            return []
        if self.first_words[at] not in _COMPLEMENT:
            return []
        at -= 1
        while at > 1 and self.kinds[at - 1 : at + 1] in ("PN", "Pt"):  # "on Monday of killing"
            at -= 2
        at -= at > 1 and self.kinds[at] == "t"
        if self.kinds[at] != "N":
            return []
        groups = self.conjoined_left(at)
        while self.kinds[max(groups[0] - 2, 0) : groups[0]] == "NP":
            groups = self.conjoined_left(groups[0] - 2)  # "accused men from the base of killing"
        verb = groups[0] - 1
        is_object = verb >= 0 and self.kinds[verb] in _VERBAL and not self.chunks[verb].passive
        return groups if is_object else []

    def _held_for(self, gerund: int) -> list[int]:
        """As in "the arrest of two men charged with killing": who stands before the participle."""
        held = gerund - 2
        is_behind = held > 0 and self.kinds[held - 1 : gerund] in ("NXP", "NKP", "NJP")
        if is_behind and self.head_words[held] in noun_classes()["taken_for"]:
            return self.conjoined_left(held - 1)
        return []

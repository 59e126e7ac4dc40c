"""What a relative pronoun stands for: "the raiders, who fled", "the attack that killed two"."""

import re

from coder.grammar.groups import GroupWalks
from coder.grammar.particles import PARTICLES
from coder.lexicon.closed import A_AN, AFTER_BEFORE, PLURAL_VERBS, SINGULAR_VERBS
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes

HARMED = frozenset({"killed", "wounded", "injured", "left", "claimed", "destroyed", "damaged"})
WHO = frozenset({"who", "whom"})
COMMITTED = frozenset({"perpetrated", "committed", "staged", "carried"})
_MAX_PHRASES = 14  # chunks from an act to what it did: "on a bus with pilgrims near Quetta that"
_PARTICLES = PARTICLES | {"over"}
_FIRED = "fired"
_AIMING = frozenset({"at", "on", "upon", "into", "toward", "towards"})
_OBJECT = frozenset({"PN", "VN", "XN", "JN"})  # "fired on (shot dead) men seen digging"
_DOING = re.compile("GA?N?(?:P[NG]N?|t){0,3},?A?V")  # "a man caught stealing a goat was beaten"
_RELATIVE = re.compile(r"N,W[VX][^,:UWVX]*,\Z")  # "bandits, who came at night, | shot"
_ASIDE = re.compile(r"N,W?[VX][^,:UWVX]*,\Z")  # also "the bandits, hired in Gao, | shot"
_MAIN = re.compile(r"[^:UW.]*(?<!C)(?:V|(?<=,)X)")  # "men, who lived in Gao, shot in May, were"
_PASSED = re.compile("A(?:PG?[Nt]|t)+,?[AJ]?[VX]")  # phrases behind a particle, then another verb


class ReducedWalks(GroupWalks):
    """The chunks of one sentence and the bare participles in it; numbers are chunk positions."""

    __slots__ = ()

    def _is_reduced(self, verb: int) -> bool:
        """A past form directly behind a noun and before "by", "in" ...: "men armed with rifles".

        Or before the verb of its noun: "men, their hands tied, were found".
        """
        following = self.kinds[verb + 1 : verb + 2]
        is_main = self.kinds[verb - 2 : verb] == "WN" and self._is_verb_of_relative(verb)
        if is_main or self.stands_behind_relative(verb):
            return False
        if following == "I" and self.head_words[verb] in noun_classes()["trying"]:
            return False  # "after the troops continued to receive fire"
        if following == "A" and self.first_words[verb + 1] in _PARTICLES:
            return self._is_passed(verb)  # "shells rained down on"
        if self.head_words[verb] in noun_classes()["intransitive"]:
            return False  # "two planes crashed at the same time"
        if following == "P" and self._fired_at(verb):
            return False  # "after gunmen fired on the bus"
        if following == "X" and self.chunks[verb + 1].first < self.chunks[verb + 1].head:
            following = "A"  # "extremists lodged therein opened fire"
        if following == "G" and self.head_words[verb] in noun_classes()["seen_doing"]:
            is_seen = self.kinds[verb - 2 : verb] in _OBJECT
            following = "A" if is_seen or _DOING.match(self.kinds, verb + 1) else following
        return following in ("P", "I", "t", "A", "V") and self.kinds[verb - 1 : verb] in ("N", ",")

    def is_described(self, verb: int, number: int) -> bool:
        """As in "killed, with knives, | five men | accused of spying": no subject of a verb."""
        is_inserted = self.kinds[verb + 1] == self.kinds[number - 1] == ","
        is_past = self.kinds[number + 1 : number + 2] == "X"
        return is_inserted and is_past and self._is_reduced(number + 1)

    def _fired_at(self, verb: int) -> bool:
        """As in "gunmen fired on the bus", and not "rockets fired at the town"."""
        return (
            self.head_words[verb] == _FIRED
            and self.first_words[verb + 1] in _AIMING
            and self.head_words[verb - 1] in load_lexicon().persons.last_words
        )

    def _is_verb_of_relative(self, verb: int) -> bool:
        """As in "the teachers whom gunmen took in Gao were found": no verb is left for the clause.

        Its noun has a verb of its own behind the clause, unless it hangs on one before.
        """
        kinds = self.kinds
        before = max(map(kinds.rfind, ",:UW", (0,) * 4, (verb - 2,) * 4))
        needed = 0 if any(kind in "VX" for kind in kinds[before + 1 : verb - 2]) else 1
        end = next((at for at in range(verb, len(kinds)) if kinds[at] in ":UW"), self.told)
        return sum(kind in "VX" for kind in kinds[verb + 1 : end]) <= needed

    def stands_behind_relative(self, verb: int) -> bool:
        """As in "the bandits, who came at night, shot in all directions": the only main verb."""
        if self.kinds[verb - 1 : verb] != ",":
            return False
        found = _RELATIVE.search(self.kinds, 0, verb)
        return found is not None and _MAIN.match(self.kinds, verb + 1, self.told) is None

    def is_aside_before(self, verb: int, number: int) -> bool:
        """Whether a chunk stands in what is said of the subject on the way to a main verb."""
        found = _ASIDE.search(self.kinds, 0, verb)
        return found is not None and found.start() < number and self.kinds[number] in "VX"

    def _is_passed(self, verb: int) -> bool:
        """As in "six men carried off by raiders were freed": the noun has a verb of its own."""
        found = _PASSED.match(self.kinds, verb + 1)
        return found is not None and all(
            self.norms[chunk.first] not in AFTER_BEFORE
            for chunk in self.chunks[verb + 2 : found.end()]
            if chunk.kind == "P"
        )


class RelativeWalks(ReducedWalks):
    """Walks from a relative pronoun back to the noun it is about."""

    __slots__ = ()

    def is_act_beside(self, people: int, act: int) -> bool:
        """As in "killed three nuns and | a blast that hurt two": people are joined to no act.

        Left of a verb they are: "the rebels and heavy shelling | drove out the villagers".
        """
        deeds = noun_classes()["deed"]
        return self.head_words[act] in deeds and self.head_words[people] not in deeds

    def antecedent(self, relative: int) -> list[int]:
        """The noun group a relative pronoun stands for."""
        first = self._first_that(relative)
        if first is not None:
            return self.antecedent(first)
        at = relative - 1
        while at >= 0 and self.kinds[at] in ',"tP)':
            at = self.opening(at) - 1 if self.kinds[at] == ")" else at - 1
        if at > 2 and self.kinds[at - 2 : at + 1] == ",AN" and self.kinds[at - 3] == "N":  # noqa: PLR2004
            at -= 3  # "12 people, mostly drivers, who"
        if at < 0 or self.kinds[at] != "N":
            return []
        act = self._act_that_harmed(at, relative)
        if act is not None:
            return [act]
        people = load_lexicon().persons.last_words
        if self._is_of_place(at, relative) and self.head_words[at] not in people:
            at -= 2
        # A name behind a preposition only says where or whose: "the quake in Peru, which killed".
        start = self.phrase_start(at)
        while start is not None and self.tags[self.chunks[at].head] == "E" and start > 0:
            if self.kinds[start - 1] != "N" or self._is_of_person(start, relative):
                break
            if self.first_words[relative] == "which" and self.head_words[start - 1] in people:
                break  # "killed two men in Gao, which rebels once held"
            at = start - 1
            start = self.phrase_start(at)
        at = self._agreeing(at, relative)
        described = self._described(at, relative)
        groups = self.conjoined_left(at if described is None else described)
        groups = [it for it in groups if not self.is_act_beside(it, groups[-1])]
        return [at - 2, at] if groups == [at] and self._are_both_meant(at, relative) else groups

    def _is_of_place(self, number: int, relative: int) -> bool:
        """As in "a man from Allen, a Dallas suburb, who": what the name behind "from" is."""
        return (
            self.first_words[relative] in WHO
            and self.kinds.endswith("NPN,", 0, number)
            and self.tags[self.chunks[number - 2].head]
            == "E"
            != self.tags[self.chunks[number].head]
        )

    def _are_both_meant(self, number: int, relative: int) -> bool:
        """As in "for two nurses and a driver who were shot": behind a preposition, by the verb."""
        if (
            self.kinds[number - 3 : number] != "PNC"
            or self.kinds[relative + 1 : relative + 2] != "V"
        ):
            return False
        are_counted = all(
            self.first_words[at] in A_AN or self.tags[self.chunks[at].first] == "#"
            for at in (number - 2, number)
        )
        verb = self.norms[self.chunks[relative + 1].first]
        return are_counted and self.first_words[relative] in WHO and verb in PLURAL_VERBS

    def _agreeing(self, number: int, relative: int) -> int:
        """As in "the mayor named by the rebels, who was hurt": whoever agrees with the verb."""
        verb = self.chunks[relative + 1].first if relative + 1 < len(self.chunks) else 0
        is_one = self.first_words[relative] in WHO and self.norms[verb] in SINGULAR_VERBS
        start = self.phrase_start(number) if is_one and self._is_plural(number) else None
        if not start:
            return number
        at = start - 1 - (self.kinds[start - 1] in "XKJ")
        return at if at >= 0 and self.kinds[at] == "N" and not self._is_plural(at) else number

    def _is_plural(self, number: int) -> bool:
        norm = self.head_words[number]
        return norm[-1] == "s" != norm[-2] and norm in load_lexicon().persons.last_words

    def _first_that(self, relative: int) -> int | None:
        """As in "a gang that robs banks, that killed a guard": what the first "that" is of."""
        if self.kinds[relative - 1 : relative] != "," or not self._is_that(relative):
            return None
        first = self.kinds.rfind("W", 0, relative)
        if first < 0 or not self._is_that(first):
            return None
        return None if self.kinds[first + 1 : relative].strip("VXNPtAC,") else first

    def _is_that(self, relative: int) -> bool:
        return self.first_words[relative] == "that"

    def _act_that_harmed(self, number: int, relative: int) -> int | None:
        """As in "a raid on a bus carrying pilgrims that killed nine": the raid did, not they.

        And of "an attack with bombs that was staged by rebels": no bomb is staged.
        """
        verb = relative + 1
        deeds, kinds = noun_classes()["deed"], self.kinds
        if (
            self.first_words[relative] in WHO
            or kinds[verb : verb + 1] not in ("V", "X")
            or self.head_words[verb] not in (COMMITTED if self.chunks[verb].passive else HARMED)
        ):
            return None
        at = number
        while at >= max(0, number - _MAX_PHRASES) and kinds[at] in "NPGt,A":
            if kinds[at] == "N" and self.head_words[at] in deeds:
                return at if at < number else None
            at -= 1
        return None

    def _is_of_person(self, preposition: int, relative: int) -> bool:
        """As in "the murder of Ana Ruiz, who was", "a warrant for her": no thing is a "who"."""
        return (
            self.first_words[relative] in WHO
            and self.head_words[preposition - 1] not in load_lexicon().persons.last_words
        )

    def _described(self, number: int, relative: int) -> int | None:
        """As in "Jan Kowalski, son-in-law of the army chief, who was": the one a name is of.

        The words between the commas only say who the name is.
        """
        start = self.phrase_start(number)
        if (
            not start
            or self.kinds[relative - 1] not in ",)"
            or self.first_words[relative] not in WHO
            or not self.kinds.endswith("N,N", 0, start)
        ):
            return None
        named = start - 3
        opening = self.phrase_start(named)  # "at the funeral of Jan Kowalski, son-in-law of"
        is_name = self.tags[self.chunks[named].head] == "E"
        return named if is_name and (not opening or self._is_of_person(opening, relative)) else None

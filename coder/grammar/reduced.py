"""Whether a past form behind a noun is its verb or only describes it: "men armed with rifles"."""

import re

from coder.grammar.groups import GroupWalks
from coder.grammar.particles import PARTICLES
from coder.lexicon.closed import AFTER_BEFORE
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes

_PARTICLES = PARTICLES | {"over"}
_FIRED = "fired"
_AIMING = frozenset({"at", "on", "upon", "into", "toward", "towards"})
_OBJECT = frozenset({"PN", "VN", "XN", "JN"})  # "fired on (shot dead) men seen digging"
_DOING = re.compile("GA?N?(?:P[NG]N?|t){0,3},?A?V")  # "a man caught stealing a goat was beaten"
_RELATIVE = re.compile(r"N,W[VX][^,:UWVX]*,\Z")  # "bandits, who came at night, | shot"
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
            is_seen = self.kinds[max(verb - 2, 0) : verb] in _OBJECT
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
        end = next((at for at in range(verb, len(kinds)) if kinds[at] in ":UW"), len(kinds))
        return sum(kind in "VX" for kind in kinds[verb + 1 : end]) <= needed

    def stands_behind_relative(self, verb: int) -> bool:
        """As in "the bandits, who came at night, shot in all directions": the only main verb."""
        if self.kinds[verb - 1 : verb] != ",":
            return False
        found = _RELATIVE.search(self.kinds, 0, verb)
        return found is not None and _MAIN.match(self.kinds, verb + 1) is None

    def _is_passed(self, verb: int) -> bool:
        """As in "six men carried off by raiders were freed": the noun has a verb of its own."""
        found = _PASSED.match(self.kinds, verb + 1)
        return found is not None and all(
            self.norms[chunk.first] not in AFTER_BEFORE
            for chunk in self.chunks[verb + 2 : found.end()]
            if chunk.kind == "P"
        )

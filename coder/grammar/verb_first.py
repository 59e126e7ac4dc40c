"""Clauses whose verb stands before its subject, as in texts translated from other languages.

"On Sunday were killed four men", "Arrested the police two suspects", "In Homs exploded a bomb". A
verb with nothing before it that could be its subject has its subject behind it.
"""

import re

from coder.grammar.interruptions import InterruptionWalks
from coder.lexicon.closed import ONE_MORE, WAS_WERE
from coder.lexicon.load import load_lexicon

_THERE = "there"
_WHERE = "where"
_FINITE = "VX"
_NO_SUBJECT = re.compile(r"[C,]{0,2}(?:P{1,2}[Nt](?:CN)?|t|A|,){0,8}")
_PHRASES = re.compile(r"(?:P{1,2}[Nt]|[tA])*+(?=N)")  # "were hurt on Friday by shrapnel |"
_OPENING_OBJECTS = "D#JsN"
_PAST = "XL"


class VerbFirstWalks(InterruptionWalks):
    """The chunks of one sentence and the subjects that stand behind their verbs."""

    __slots__ = ()

    def subject_behind(self, number: int) -> int | None:
        """The noun group that a passive stands before: "on Sunday were arrested ten men"."""
        group = self.chunks[number]
        if not group.passive:
            return None
        if self.norms[group.first] == _THERE:
            return number + 1 if self.kinds[number + 1 : number + 2] == "N" else None
        if self.norms[group.first] not in WAS_WERE or not self._opens_clause(number):
            return None
        between = _PHRASES.match(self.kinds, number + 1)
        return between.end() if between and self._is_somebody(between.end()) else None

    def _is_somebody(self, number: int) -> bool:
        """Whether a group is counted or names people: no "was killed the hope of peace"."""
        group = self.chunks[number]
        people = load_lexicon().persons.last_words
        return (
            "#" in self.tags[group.first : group.last]
            or self.norms[group.head] in ONE_MORE
            or not people.isdisjoint(self.norms[group.first : group.last])
        )

    def _opens_clause(self, number: int) -> bool:
        """Whether nothing stands between the edge of its clause and a verb but when and where."""
        before = self.kinds[self.kinds.rfind(":", 0, number) + 1 : number]
        return (
            _NO_SUBJECT.fullmatch(before) is not None
            or before.endswith("PW")  # "a mediation by which were freed ten men"
            or self._is_where(number - 1)
            or (before.endswith("C") and self._follows_inverted(number))
        )

    def _is_where(self, number: int) -> bool:
        """As in "the areas where | were killed ten men"; at the start it asks where they were."""
        return number > 0 and self.kinds[number] in "WU" and self.first_words[number] == _WHERE

    def _follows_inverted(self, number: int) -> bool:
        """Whether the verb that this one is joined to stood before its subject as well."""
        kinds = self.kinds
        first = next((at for at in range(number) if kinds[at] in _FINITE), number)
        return first < number and _NO_SUBJECT.fullmatch(kinds[:first]) is not None

    def parties_behind(self, number: int) -> tuple[int, int | None] | None:
        """Subject and object of an active past form that opens its clause; null where it does not.

        "Attacked unknown gunmen on Friday | a patrol": who, then whom; of a verb that has one group
        behind it alone ("Fell a shell on a school") that one.
        """
        group, kinds = self.chunks[number], self.kinds
        if kinds[number] not in _FINITE or group.aux or self.tags[group.head] not in _PAST:
            return None
        if group.first != group.head or not self._opens_clause(number):
            return None
        between = _PHRASES.match(kinds, number + 1)
        if between is None or "N" in kinds[number + 1 : between.end()]:
            return None
        who = between.end()
        between = _PHRASES.match(kinds, who + 1)
        whom = between.end() if between else None
        if whom is not None and (
            self.tags[self.chunks[whom].first] not in _OPENING_OBJECTS or self._starts_clause(whom)
        ):
            return None
        return who, whom

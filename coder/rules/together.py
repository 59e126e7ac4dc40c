"""Rules that are asked together, with what at least one of them must find in a sentence."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self

from coder.rules.model import Refinement, TriggerForm

_MOST = 200  # combinations of second words that are remembered for a trigger


class TriggerForms(tuple[TriggerForm, ...]):  # noqa: SLOT001 - a tuple takes no slots of its own
    """The forms under one first word, in the order of trial.

    ``alone`` are those of that word alone, ``seconds`` the words that the longer ones go on with.
    """

    alone: tuple[TriggerForm, ...]
    seconds: frozenset[str]
    _places: dict[str, list[int]]  # of the forms, by their second word; none where alone
    _among: dict[frozenset[str], tuple[TriggerForm, ...]]

    def __new__(cls, forms: Iterable[TriggerForm]) -> Self:
        """Sort out once what every sentence asks."""
        made = super().__new__(cls, forms)
        made.alone = tuple(form for form in made if not form.words)
        made._places = {}
        for place, form in enumerate(made):
            made._places.setdefault(form.words[0] if form.words else "", []).append(place)
        made.seconds = frozenset(made._places.keys() - {""})
        made._among = {}
        return made

    def among(self, vocabulary: frozenset[str]) -> Sequence[TriggerForm]:
        """Those whose next word, if they have one, is among the words of a sentence."""
        seconds = self.seconds
        if seconds.isdisjoint(vocabulary):
            return self.alone
        there = vocabulary & seconds
        found = self._among.get(there)
        if found is None:
            if len(self._among) >= _MOST:
                self._among.clear()
            places = [place for word in ("", *there) for place in self._places.get(word, ())]
            found = tuple(map(self.__getitem__, sorted(places)))
            self._among[there] = found
        return found


class Refinements(NamedTuple):
    """The refinements of one type, the higher rank first, and what one of them must find.

    ``signs``: the first words of the cues that are words, and kind and cue of all others.
    """

    rules: tuple[Refinement, ...]
    signs: frozenset[str | tuple[str, str]]

    @classmethod
    def of(cls, rules: Iterable[Refinement]) -> Self:
        """These refinements with their signs."""
        rules = tuple(rules)
        signs: set[str | tuple[str, str]] = set()
        for rule in rules:
            sign = rule.cue.partition(" ")[0] if rule.kind == "word" else (rule.kind, rule.cue)
            signs.add(sign)
        return cls(rules, frozenset(signs))

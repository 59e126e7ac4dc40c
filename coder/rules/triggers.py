"""The triggers of frames by their first word, with what looking at all of them gives."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Self, overload

from coder.lexicon.words import noun_classes
from coder.rules.model import KILLED_OR_INJURED, Frame, TriggerForm
from coder.rules.openers import add_parts, openers_of

_MOST = 200  # combinations of second words that are remembered for a trigger


class _Sorted(NamedTuple):
    """Forms as every sentence asks for them."""

    forms: tuple[TriggerForm, ...]
    alone: tuple[TriggerForm, ...]
    places: Mapping[str, Sequence[int]]  # of the forms, by their second word; "" where alone
    seconds: frozenset[str]  # the words that longer forms go on with
    among: dict[frozenset[str], tuple[TriggerForm, ...]]

    @classmethod
    def of(cls, forms: tuple[TriggerForm, ...]) -> Self:
        """Sort out forms."""
        places: dict[str, list[int]] = {}
        for place, form in enumerate(forms):
            places.setdefault(form.words[0] if form.words else "", []).append(place)
        alone = tuple(form for form in forms if not form.words)
        return cls(forms, alone, places, frozenset(places.keys() - {""}), {})


class TriggerForms(Sequence[TriggerForm]):
    """The forms under one first word, in the order of trial; spelled out when first asked for.

    ``forms`` are asked for them then, since most words wait in vain for a text that holds them.
    """

    __slots__ = ("_given", "_sorted")

    def __init__(self, forms: Iterable[TriggerForm]) -> None:
        self._given = forms
        self._sorted: _Sorted | None = None

    @property
    def _found(self) -> _Sorted:
        """What is sorted out once. Two threads may do so at once, and find the same."""
        found = self._sorted
        if found is None:
            found = self._sorted = _Sorted.of(tuple(self._given))
        return found

    @property
    def alone(self) -> tuple[TriggerForm, ...]:
        """The forms of the first word alone."""
        return self._found.alone

    def among(self, vocabulary: frozenset[str]) -> Sequence[TriggerForm]:
        """Those whose next word, if they have one, is among the words of a sentence."""
        forms, alone, by_second, seconds, known = self._sorted or self._found
        if seconds.isdisjoint(vocabulary):
            return alone
        there = vocabulary & seconds
        found = known.get(there)
        if found is None:
            if len(known) >= _MOST:
                known.clear()
            places = [place for word in ("", *there) for place in by_second.get(word, ())]
            found = known[there] = tuple(map(forms.__getitem__, sorted(places)))
        return found

    @overload
    def __getitem__(self, place: int) -> TriggerForm: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[TriggerForm]: ...
    def __getitem__(self, place: int | slice) -> TriggerForm | Sequence[TriggerForm]:
        """The form at a place."""
        return self._found.forms[place]

    def __iter__(self) -> Iterator[TriggerForm]:
        """Each form."""
        return iter(self._found.forms)

    def __len__(self) -> int:
        """How many forms there are."""
        return len(self._found.forms)


class Triggers(NamedTuple):
    """Forms by their lower-cased first word, in the order to try them.

    More words come first, then the higher rank. ``openers`` are what of them is looked for in a
    text, with its kinds (:mod:`coder.rules.openers`); ``harm_words`` the verbs that say people came
    to harm, whoever did it.
    """

    forms: Mapping[str, TriggerForms] = {}
    openers: Mapping[str, int] = {}
    harm_words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, forms: Iterable[tuple[str, TriggerForm]], frames: Sequence[Frame]) -> Self:
        """The triggers of forms that stand with their first word."""
        by_word: dict[str, list[TriggerForm]] = defaultdict(list)
        for first, form in forms:
            by_word[first].append(form)
        return cls(
            forms={first: _in_order(found, frames) for first, found in by_word.items()},
            openers=openers_of(by_word, frames),
            harm_words=frozenset(
                first for first, found in by_word.items() if _does_harm(found, frames)
            ),
        )

    def with_others(self, others: "Triggers", frames: Sequence[Frame]) -> "Triggers":
        """These and others, where ``frames`` are those of both."""
        forms, openers = {**self.forms}, {**self.openers}
        for first, found in others.forms.items():
            forms[first] = _in_order((*forms.get(first, ()), *found), frames)
        for pattern, kind in others.openers.items():
            openers[pattern] = openers.get(pattern, 0) | kind
        add_parts(openers, tuple(openers))
        return Triggers(forms, openers, self.harm_words | others.harm_words)

    def without(self, left_out: Container[int], frames: Sequence[Frame]) -> "Triggers":
        """These without the forms of some frames."""
        kept = (
            (first, form)
            for first, forms in self.forms.items()
            for form in forms
            if form.frame not in left_out
        )
        return Triggers.of(kept, frames)


def _in_order(forms: Iterable[TriggerForm], frames: Sequence[Frame]) -> TriggerForms:
    return TriggerForms(
        sorted(forms, key=lambda form: (-len(form.words), -frames[form.frame].rank, form.frame))
    )


def _does_harm(forms: Sequence[TriggerForm], frames: Sequence[Frame]) -> bool:
    """Whether a verb form alone says that people came to harm ("killed", and not "cut")."""
    parts = noun_classes()["body_part"]
    return any(
        role.effect in KILLED_OR_INJURED and role.heads.isdisjoint(parts)
        for form in forms
        if not form.words and form.pos == "verb"
        for role in frames[form.frame].roles
    )

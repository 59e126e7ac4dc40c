"""The triggers of frames by their first word, with what looking at all of them gives."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Self, overload

from coder.lexicon.words import noun_classes
from coder.rules.model import KILLED_OR_INJURED, Frame, TriggerForm
from coder.rules.openers import add_parts, openers_of

_MOST = 200  # combinations of second words that are remembered for a trigger


class TriggerForms(Sequence[TriggerForm]):
    """The forms under one first word, in the order of trial; spelled out when first asked for.

    ``forms`` are asked for them then, since most words wait in vain for a text that holds them.
    """

    __slots__ = ("_alone", "_among", "_forms", "_given", "_places", "_seconds")

    def __init__(self, forms: Iterable[TriggerForm]) -> None:
        self._given = forms
        self._seconds: frozenset[str] | None = None  # set last, when all else is there

    def _sort_out(self) -> frozenset[str]:
        """Sort out once what every sentence asks; returns the words that longer forms go on with.

        Two threads may do so at once, and find the same.
        """
        forms = tuple(self._given)
        places: dict[str, list[int]] = {}  # of the forms, by their second word; none where alone
        for place, form in enumerate(forms):
            places.setdefault(form.words[0] if form.words else "", []).append(place)
        self._forms, self._places = forms, places
        self._alone = tuple(form for form in forms if not form.words)
        self._among: dict[frozenset[str], tuple[TriggerForm, ...]] = {}
        self._seconds = frozenset(places.keys() - {""})
        return self._seconds

    @property
    def alone(self) -> tuple[TriggerForm, ...]:
        """The forms of the first word alone."""
        if self._seconds is None:
            self._sort_out()
        return self._alone

    def among(self, vocabulary: frozenset[str]) -> Sequence[TriggerForm]:
        """Those whose next word, if they have one, is among the words of a sentence."""
        seconds = self._seconds
        if seconds is None:
            seconds = self._sort_out()
        if seconds.isdisjoint(vocabulary):
            return self._alone
        there = vocabulary & seconds
        found = self._among.get(there)
        if found is None:
            if len(self._among) >= _MOST:
                self._among.clear()
            places = [place for word in ("", *there) for place in self._places.get(word, ())]
            found = tuple(map(self._forms.__getitem__, sorted(places)))
            self._among[there] = found
        return found

    @overload
    def __getitem__(self, place: int) -> TriggerForm: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[TriggerForm]: ...
    def __getitem__(self, place: int | slice) -> TriggerForm | Sequence[TriggerForm]:
        """The form at a place."""
        if self._seconds is None:
            self._sort_out()
        return self._forms[place]

    def __iter__(self) -> Iterator[TriggerForm]:
        """Each form."""
        if self._seconds is None:
            self._sort_out()
        return iter(self._forms)

    def __len__(self) -> int:
        """How many forms there are."""
        if self._seconds is None:
            self._sort_out()
        return len(self._forms)


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

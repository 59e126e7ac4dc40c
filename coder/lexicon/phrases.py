"""A table of phrases of one or more tokens, looked up by the longest form at a position."""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from copy import copy
from typing import Generic, Self, TypeAlias, TypeVar, cast

Value = TypeVar("Value")
_Beside: TypeAlias = tuple[dict[str, set[str]], dict[str, set[str]]]
_Sizes: TypeAlias = dict[str, tuple[int, ...]]
_ALONE = (1,)


class PhraseTable(Generic[Value]):
    """Values by form (lower-case tokens joined by a space). Immutable; pickles by content.

    A value of class ``str`` stands for one that is made when it is first looked up, by
    :meth:`_unfold` of a table that has such values.
    """

    __slots__ = ("_backward", "_beside", "_forms", "_forward", "first_words", "last_words")

    def __init__(self, forms: Iterable[tuple[str, Value]]) -> None:
        self._forms: dict[str, Value] = dict(forms)
        forward: dict[str, int] = {}
        backward: dict[str, int] = {}
        for form in self._forms:
            # One bit a length: half the time of sets, and the start of every run pays for this
            # loop.
            bit = 1 << form.count(" ")
            first = form.partition(" ")[0]
            last = form.rpartition(" ")[2]
            forward[first] = forward.get(first, 0) | bit
            backward[last] = backward.get(last, 0) | bit
        self._beside: _Beside | None = None
        self._forward = _longest_first(forward)
        self._backward = _longest_first(backward)
        self.first_words: frozenset[str] = frozenset(forward)
        self.last_words: frozenset[str] = frozenset(backward)

    def beginnings(self, norms: tuple[str, ...]) -> list[int]:
        """The positions at which a form may begin, by its first two words; all others are none."""
        forward = self._forward
        seconds, _ = self._beside or self._index()
        behind = (*norms[1:], "")
        return [
            position
            for position, norm in enumerate(norms)
            if norm in forward and (forward[norm][-1] == 1 or behind[position] in seconds[norm])
        ]

    def longest(self, norms: tuple[str, ...], position: int) -> tuple[int, Value] | None:
        """How many tokens the longest form from ``position`` on covers, and its value."""
        first = norms[position]
        sizes = self._forward.get(first)
        if sizes is None:
            return None
        if sizes[0] > 1:
            seconds, _ = self._beside or self._index()
            behind = position + 1
            if behind == len(norms) or norms[behind] not in seconds[first]:
                if sizes[-1] > 1:
                    return None
                sizes = _ALONE
        for size in sizes:
            if position + size <= len(norms):
                form = first if size == 1 else " ".join(norms[position : position + size])
                found = self._forms.get(form)
                if found is not None:
                    if found.__class__ is str:
                        found = self._unfold(form)
                    return size, found
        return None

    def ending(self, norms: tuple[str, ...], first: int, last: int) -> tuple[int, Value] | None:
        """The longest form that ends before ``last`` and begins at ``first`` or later."""
        word = norms[last - 1]
        sizes = self._backward.get(word)
        if sizes is None:
            return None
        if sizes[0] > 1:
            _, before = self._beside or self._index()
            if last - first < 2 or norms[last - 2] not in before[word]:  # noqa: PLR2004
                if sizes[-1] > 1:
                    return None
                sizes = _ALONE
        for size in sizes:
            if size <= last - first:
                form = word if size == 1 else " ".join(norms[last - size : last])
                found = self._forms.get(form)
                if found is not None:
                    if found.__class__ is str:
                        found = self._unfold(form)
                    return size, found
        return None

    def _index(self) -> _Beside:
        """The words beside the first and last ones of longer forms: mostly they tell of none."""
        seconds: dict[str, set[str]] = {}
        before: dict[str, set[str]] = {}
        for form in self._forms:
            if " " in form:
                words = form.split(" ")
                seconds.setdefault(words[0], set()).add(words[1])
                before.setdefault(words[-1], set()).add(words[-2])
        self._beside = seconds, before
        return self._beside

    def get(self, form: str) -> Value | None:
        """The value of exactly this form."""
        found = self._forms.get(form)
        return self._unfold(form) if found.__class__ is str else found

    def with_forms(self, forms: Mapping[str, Value]) -> Self:
        """The same table with more forms, each of two words or more or of one."""
        changed = copy(self)
        changed._add(PhraseTable(forms.items()))  # noqa: SLF001 - a copy of this table
        return changed

    def _add(self, more: "PhraseTable[Value]") -> None:
        """Take in the forms of another table of the class, in a copy of this one."""
        self._forms = cast("dict[str, Value]", ChainMap(more._forms, self._forms))  # noqa: SLF001
        seconds, before = self._beside or self._index()
        own_seconds, own_before = more._index()  # noqa: SLF001
        self._beside = _joined_sets(own_seconds, seconds), _joined_sets(own_before, before)
        self._forward = _joined_sizes(more._forward, self._forward)  # noqa: SLF001
        self._backward = _joined_sizes(more._backward, self._backward)  # noqa: SLF001
        self.first_words |= more.first_words
        self.last_words |= more.last_words

    def _unfold(self, form: str) -> Value:
        """The value of a form that is listed."""
        return self._forms[form]

    def sizes(self) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
        """How many tokens the forms have, longest first, by their first and by their last word."""
        return self._forward, self._backward

    def forms(self) -> tuple[str, ...]:
        """All forms, in the order they were given."""
        return tuple(self._forms)

    def __len__(self) -> int:
        """How many forms there are."""
        return len(self._forms)


def _joined_sets(more: dict[str, set[str]], known: dict[str, set[str]]) -> dict[str, set[str]]:
    both = {word: words | known.get(word, set()) for word, words in more.items()}
    return cast("dict[str, set[str]]", ChainMap(both, known))


def _joined_sizes(more: _Sizes, known: _Sizes) -> _Sizes:
    both = {
        word: tuple(sorted({*sizes, *known.get(word, ())}, reverse=True))
        for word, sizes in more.items()
    }
    return cast("_Sizes", ChainMap(both, known))


def _longest_first(lengths: dict[str, int]) -> dict[str, tuple[int, ...]]:
    """Lengths in tokens by word, longest first, from one bit a length."""
    known = {
        bits: tuple(size for size in range(bits.bit_length(), 0, -1) if bits >> (size - 1) & 1)
        for bits in set(lengths.values())
    }
    return {word: known[bits] for word, bits in lengths.items()}

"""A table of phrases of one or more tokens, looked up by the longest form at a position."""

from collections.abc import Iterable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class PhraseTable(Generic[Value]):
    """Values by form (lower-case tokens joined by a space). Immutable; pickles by content.

    A value of class ``str`` stands for one that is made when it is first looked up, by
    :meth:`_unfold` of a table that has such values.
    """

    __slots__ = ("_backward", "_forms", "_forward", "first_words", "last_words")

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
        self._forward = _longest_first(forward)
        self._backward = _longest_first(backward)
        self.first_words: frozenset[str] = frozenset(forward)
        self.last_words: frozenset[str] = frozenset(backward)

    def longest(self, norms: tuple[str, ...], position: int) -> tuple[int, Value] | None:
        """How many tokens the longest form from ``position`` on covers, and its value."""
        sizes = self._forward.get(norms[position])
        if sizes is None:
            return None
        for size in sizes:
            if position + size <= len(norms):
                found = self._forms.get(
                    norms[position] if size == 1 else " ".join(norms[position : position + size])
                )
                if found is not None:
                    if found.__class__ is str:
                        found = self._unfold(" ".join(norms[position : position + size]))
                    return size, found
        return None

    def ending(self, norms: tuple[str, ...], first: int, last: int) -> tuple[int, Value] | None:
        """The longest form that ends before ``last`` and begins at ``first`` or later."""
        sizes = self._backward.get(norms[last - 1])
        if sizes is None:
            return None
        for size in sizes:
            if size <= last - first:
                found = self._forms.get(
                    norms[last - 1] if size == 1 else " ".join(norms[last - size : last])
                )
                if found is not None:
                    if found.__class__ is str:
                        found = self._unfold(" ".join(norms[last - size : last]))
                    return size, found
        return None

    def get(self, form: str) -> Value | None:
        """The value of exactly this form."""
        found = self._forms.get(form)
        return self._unfold(form) if found.__class__ is str else found

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


def _longest_first(lengths: dict[str, int]) -> dict[str, tuple[int, ...]]:
    """Lengths in tokens by word, longest first, from one bit a length."""
    known = {
        bits: tuple(size for size in range(bits.bit_length(), 0, -1) if bits >> (size - 1) & 1)
        for bits in set(lengths.values())
    }
    return {word: known[bits] for word, bits in lengths.items()}

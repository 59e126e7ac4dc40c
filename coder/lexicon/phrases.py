"""A table of phrases of one or more tokens, looked up by the longest form at a position."""

from collections.abc import Iterable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class PhraseTable(Generic[Value]):
    """Values by form (lower-case tokens joined by a space). Immutable once built; pickles by content."""

    __slots__ = ("_backward", "_forms", "_forward", "first_words", "last_words")

    def __init__(self, forms: Iterable[tuple[str, Value]]) -> None:
        self._forms: dict[str, Value] = dict(forms)
        forward: dict[str, set[int]] = {}
        backward: dict[str, set[int]] = {}
        for form in self._forms:
            words = form.split(" ")
            forward.setdefault(words[0], set()).add(len(words))
            backward.setdefault(words[-1], set()).add(len(words))
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
                    return size, found
        return None

    def ending(self, norms: tuple[str, ...], first: int, last: int) -> tuple[int, Value] | None:
        """The same for the longest form that ends before token ``last`` and begins at ``first`` or later."""
        sizes = self._backward.get(norms[last - 1])
        if sizes is None:
            return None
        for size in sizes:
            if size <= last - first:
                found = self._forms.get(
                    norms[last - 1] if size == 1 else " ".join(norms[last - size : last])
                )
                if found is not None:
                    return size, found
        return None

    def get(self, form: str) -> Value | None:
        """The value of exactly this form."""
        return self._forms.get(form)

    def forms(self) -> tuple[str, ...]:
        """All forms, in the order they were given."""
        return tuple(self._forms)

    def __len__(self) -> int:
        """How many forms there are."""
        return len(self._forms)


def _longest_first(sizes: dict[str, set[int]]) -> dict[str, tuple[int, ...]]:
    return {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}

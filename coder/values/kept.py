"""Tables of answers found so far, bounded because users stream millions of documents."""

from typing import ClassVar, TypeVar

Key = TypeVar("Key")
Answer = TypeVar("Answer")


class Kept(dict[Key, Answer]):
    """Questions and their answers; a subclass finds an answer in ``__missing__`` and keeps it."""

    most: ClassVar[int] = 20_000
    """How many it holds; full, it is begun anew."""

    def keep(self, key: Key, answer: Answer) -> Answer:
        """Remember and give back an answer."""
        if len(self) >= self.most:
            self.clear()
        self[key] = answer
        return answer

"""Short names of listed actors: "the Observatory" after the Syrian Observatory for Human Rights."""

from collections.abc import Callable, Sequence

from coder.lexicon.entries import ActorEntry
from coder.lexicon.load import Lexicon
from coder.mentions.actors import named_actors
from coder.values.labels import CaseProfile
from coder.values.text import Sentence

_MIN_WORDS = 2
_MIN_LETTERS = 4


class Aliases:
    """The short names one document gives, found when first asked for.

    ``read_all`` tokenises the whole text: most documents never need it.
    """

    __slots__ = ("_lexicon", "_names", "_read_all")

    def __init__(self, read_all: Callable[[], Sequence[Sentence]], lexicon: Lexicon) -> None:
        self._read_all = read_all
        self._lexicon = lexicon
        self._names: dict[str, ActorEntry | None] | None = None

    def resolve(self, sentence: Sentence, first: int, last: int) -> ActorEntry | None:
        """The actor that tokens "the Name" stand for; null for other words and unclear names."""
        if last - first != _MIN_WORDS or sentence.norms[first] != "the":
            return None
        word = sentence.words[first + 1]
        if sentence.case is CaseProfile.MIXED and not word[0].isupper():
            return None
        if self._names is None:
            self._names = self._collect()
        return self._names.get(word.lower())

    def _collect(self) -> dict[str, ActorEntry | None]:
        """Each word of a listed name told in full; null where two actors share the word."""
        names: dict[str, ActorEntry | None] = {}
        for sentence in self._read_all():
            for first, last, entry in named_actors(sentence, self._lexicon):
                if last - first < _MIN_WORDS:
                    continue
                for norm in sentence.norms[first:last]:
                    if len(norm) >= _MIN_LETTERS:
                        known = names.setdefault(norm, entry)
                        if known is not entry:
                            names[norm] = None
        return names

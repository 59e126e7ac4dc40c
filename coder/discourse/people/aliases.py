"""Short names of listed actors: "the Observatory" after the Syrian Observatory for Human Rights."""

from collections.abc import Sequence

from coder.lexicon.entries import ActorEntry
from coder.lexicon.load import Lexicon
from coder.mentions.actors.typing import named_actors
from coder.text import tokenise
from coder.values.labels import CaseProfile
from coder.values.text import NormalisedText, Sentence

_MIN_WORDS = 2
_MIN_LETTERS = 4


class Aliases:
    """The short names one document gives, each found when it is first asked for.

    ``spans`` are the sentences of the text; only those that hold the word are tokenised.
    """

    __slots__ = ("_lexicon", "_names", "_spans", "_text")

    def __init__(
        self, text: NormalisedText, spans: Sequence[tuple[int, int]], lexicon: Lexicon
    ) -> None:
        self._text = text
        self._spans = spans
        self._lexicon = lexicon
        self._names: dict[str, ActorEntry | None] = {}

    def resolve(self, sentence: Sentence, first: int, last: int) -> ActorEntry | None:
        """The actor that tokens "the Name" stand for; null for other words and unclear names."""
        if last - first != _MIN_WORDS or sentence.norms[first] != "the":
            return None
        word = sentence.words[first + 1]
        if sentence.case is CaseProfile.MIXED and not word[0].isupper():
            return None
        norm = word.lower()
        if len(norm) < _MIN_LETTERS:
            return None
        if norm not in self._names:
            self._names[norm] = self._meant(norm)
        return self._names[norm]

    def _meant(self, norm: str) -> ActorEntry | None:
        """The one actor whose name, told in full, has the word; null where there are two."""
        found: ActorEntry | None = None
        for index, (start, end) in enumerate(self._spans):
            if norm not in self._text.text[start:end].lower():
                continue
            sentence = tokenise(self._text, start, end, index)
            for first, last, entry in named_actors(sentence, self._lexicon):
                if last - first >= _MIN_WORDS and norm in sentence.norms[first:last]:
                    if found is not None and found is not entry:
                        return None
                    found = entry
        return found

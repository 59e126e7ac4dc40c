"""Document -> normalised sections -> sentences with tokens, offsets in the normalised section."""

from coder.text.normalise import normalise
from coder.text.sentences import sentence_spans
from coder.text.tokens import sentences, tokenise

__all__ = ["normalise", "sentence_spans", "sentences", "tokenise"]

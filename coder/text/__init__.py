"""Document -> normalised sections -> sentences with tokens, offsets in the normalised section."""

from coder.text.normalise import normalise, sections_of
from coder.text.sentences import sentence_spans
from coder.text.tokens import sentences, tokenise

__all__ = ["normalise", "sections_of", "sentence_spans", "sentences", "tokenise"]

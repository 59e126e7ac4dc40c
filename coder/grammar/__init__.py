"""Sentence and mentions -> tags, chunks and the relations between them."""

from coder.grammar.asides import chunks_of
from coder.grammar.chunks import Chunk, chunk
from coder.grammar.clauses import Clauses
from coder.grammar.fixed import fixed_words
from coder.grammar.tags import tag_string

__all__ = ["Chunk", "Clauses", "chunk", "chunks_of", "fixed_words", "tag_string"]

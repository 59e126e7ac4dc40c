"""Sentence and mentions -> tags, chunks and the relations between them."""

from coder.grammar.chunks import Chunk, chunk
from coder.grammar.clauses import Clauses
from coder.grammar.tags import tag_string

__all__ = ["Chunk", "Clauses", "chunk", "tag_string"]

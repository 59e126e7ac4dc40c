"""The engine: the stages in their order, from documents to what they tell."""

from coder.pipeline.engine import Engine

__all__ = ["Engine"]

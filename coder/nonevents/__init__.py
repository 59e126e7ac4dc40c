"""What a document tells beside its events: statements, and who holds which place."""

from coder.nonevents.told import Told, ToldOf, told_beside

__all__ = ["Told", "ToldOf", "told_beside"]

"""How the values and the closed vocabularies of the pipeline are declared."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar, dataclass_transform

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def value(cls: type[Value]) -> type[Value]:
    """A slotted dataclass with keyword-only fields, equality and hash by value.

    The type checker refuses to assign to a field. Nothing checks it at run time: making a dataclass
    that is frozen at run time takes four times as long, and a document makes hundreds of values.
    """
    return dataclass(slots=True, kw_only=True, unsafe_hash=True)(cls)


class Label(StrEnum):
    """A word of a vocabulary. It hashes as its text, at the speed of one."""

    __hash__ = str.__hash__

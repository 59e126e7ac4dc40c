"""How the values of the pipeline are declared: frozen for the reader, quick to make."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def value(cls: type[Value]) -> type[Value]:
    """A slotted dataclass with keyword-only fields, equality and hash by value.

    The type checker refuses to assign to a field. Nothing checks it at run time: making a dataclass
    that is frozen at run time takes four times as long, and a document makes hundreds of values.
    """
    return dataclass(slots=True, kw_only=True, unsafe_hash=True)(cls)

"""The versions a record is stamped with."""

from dataclasses import dataclass

SCHEMA_VERSION = "1"
"""Version of the published schema: an integer that changes only when a meaning changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What coded a record. ``gazetteer_credit`` is the line the gazetteer's licence asks for."""

    coder_version: str
    rules_version: str
    gazetteer_version: str
    gazetteer_credit: str = ""
    schema_version: str = SCHEMA_VERSION

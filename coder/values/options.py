"""The engine's options: everything that can change what is coded.

Options hold the *content* of the user's rules and lists, never their paths, so that a pickled coder
works in a process that does not see those files; only a compiled gazetteer, which may be larger
than memory, is named by its path. What only changes reading or writing of files lives in
``formats``.
"""

from datetime import date
from enum import IntEnum, StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class CasualtyPolicy(StrEnum):
    """Which claim becomes ``best`` where claims for one quantity differ; codebook 2.5.

    ``priority``: that of the source furthest from the fight, by its type.
    """

    CONSERVATIVE = "conservative"
    MAX = "max"
    MEDIAN = "median"
    PRIORITY = "priority"


class DateOrder(StrEnum):
    """How an all-digit date such as 03/04/2020 is read; without it such a date is ambiguous."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class SourceText(BaseModel):
    r"""The content of one rule file or word list, under the name that error messages show.

    >>> SourceText(name="my-actors.tsv", content="id\\tname\\n").name
    'my-actors.tsv'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    content: str

    @classmethod
    def read(cls, path: Path | str) -> "SourceText":
        """Read one UTF-8 file; raises OSError or UnicodeDecodeError."""
        return cls(name=str(path), content=Path(path).read_text(encoding="utf-8-sig"))


class Depth(IntEnum):
    """What is looked for: no more than the output has a place for.

    ``ROWS``: what the columns of ``events`` say. ``EVENTS``: with the clauses that tell each event
    and the words each field was read from. ``EVERYTHING``: statements and states of control, too.
    """

    ROWS = 0
    EVENTS = 1
    EVERYTHING = 2


class EngineOptions(BaseModel):
    """What the engine is told; frozen, hashable, picklable.

    ``published`` is the report date of documents that bring none. ``rules``, ``actors``,
    ``places``, ``weapons`` and ``persons`` (nouns for people) are added to the built-in ones; a
    user's row wins over a built-in one of the same id. ``gazetteer`` is a file of ``coder gazetteer
    build`` that stands in for the embedded one; every process must see it. ``max_chars`` counts
    code points of the text. ``plugins``: whether mention finders of installed packages run (their
    rule packs stand in ``rules`` already).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rules: tuple[SourceText, ...] = ()
    actors: tuple[SourceText, ...] = ()
    places: tuple[SourceText, ...] = ()
    weapons: tuple[SourceText, ...] = ()
    persons: tuple[SourceText, ...] = ()
    gazetteer: Path | None = None
    casualty_policy: CasualtyPolicy = CasualtyPolicy.CONSERVATIVE
    preview_rules: bool = False
    merge: bool = True
    plugins: bool = True
    published: date | None = None
    date_order: DateOrder | None = None
    strip_html: bool = False
    detect_language: bool = True
    max_chars: int = Field(default=10_000_000, gt=0)

"""What the engine looked at and decided, for ``explain``.

Offsets count in the normalised section.
"""

from dataclasses import dataclass

from coder.values.events import CodedDocument
from coder.values.mentions import Mention
from coder.values.text import NormalisedText, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTrace:
    """One unit of the class string: a word or a whole mention, with its categories."""

    start: int
    end: int
    text: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChunkTrace:
    """A noun group or verb group. ``features`` are readable facts ("passive", "head=soldiers")."""

    start: int
    end: int
    kind: str
    text: str
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameTrial:
    """One frame tried on one trigger: the roles it filled and why it is a record or not."""

    frame_id: str
    start: int
    end: int
    trigger: str
    construction: str | None
    roles: tuple[tuple[str, str], ...]
    accepted: bool
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceTrace:
    """Everything about one sentence; ``reason`` says why there is or is not a record."""

    sentence: Sentence
    units: tuple[UnitTrace, ...]
    mentions: tuple[Mention, ...]
    chunks: tuple[ChunkTrace, ...]
    trials: tuple[FrameTrial, ...]
    event_ids: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTrace:
    """The trace of one document beside its result."""

    sections: tuple[NormalisedText, ...]
    sentences: tuple[SentenceTrace, ...]
    coded: CodedDocument

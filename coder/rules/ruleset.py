"""The rule set of a run, and its way to and from the compact JSON of the built pack."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final, NamedTuple, Self, TypeVar

from coder.rules.asked import Asked, asked_of
from coder.rules.model import (
    RULES_VERSION,
    Cue,
    Frame,
    LightVerb,
    Refinement,
    RuleSource,
)
from coder.rules.triggers import TriggerForms, Triggers
from coder.values.labels import EventType

_HASH_LENGTH: Final = 8
_TWO = 2  # words
_RANK = itemgetter(0)
_Item = TypeVar("_Item", LightVerb, Cue)


class Refinements(NamedTuple):
    """The refinements of one type by what they must find, each with its rank among them.

    That is the first word of a cue that is words, and kind and cue of all others.
    """

    by_sign: Mapping[str | tuple[str, str], tuple[tuple[int, Refinement], ...]]

    @classmethod
    def of(cls, rules: Iterable[Refinement]) -> Self:
        """These refinements, the higher rank first."""
        by_sign: dict[str | tuple[str, str], tuple[tuple[int, Refinement], ...]] = {}
        for rank, rule in enumerate(rules):
            sign = rule.cue.partition(" ")[0] if rule.kind == "word" else (rule.kind, rule.cue)
            by_sign[sign] = (*by_sign.get(sign, ()), (rank, rule))
        return cls(by_sign)

    def met(
        self, words: AbstractSet[str], facts: AbstractSet[tuple[str, str]]
    ) -> list[tuple[int, Refinement]]:
        """Those whose signs are among some words and facts, the higher rank first."""
        table = self.by_sign
        found = [it for sign in table.keys() & words for it in table[sign]]
        found += [it for sign in table.keys() & facts for it in table[sign]]
        found.sort(key=_RANK)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """Frames and word lists, ready for the engine; safe to share between threads.

    ``version`` is the semantic version of the rules with the hash of their content
    ("0.1.0+1f0c93aa"). ``trigger_forms``, ``light_verbs`` and ``cues`` are keyed by the lower-cased
    first word; ``trigger_forms``, ``openers`` and ``harm_words`` are those of
    :class:`~coder.rules.triggers.Triggers`. ``refinements`` stand with the higher rank first,
    ``refinements_of`` by the type they start from. ``cues_by_two`` has the cues that two words can
    begin, by the first and by the second; under the empty word those of one word alone.
    ``figurative`` has the set phrases that tell of no violence by each of their words, with how
    many words stand before it. ``asked`` is what each frame asks of a sentence. ``user_sources``
    are the rules a user added, by content.
    """

    version: str
    frames: tuple[Frame, ...]
    trigger_forms: Mapping[str, TriggerForms]
    openers: Mapping[str, int]
    light_verbs: Mapping[str, tuple[LightVerb, ...]]
    refinements: tuple[Refinement, ...]
    refinements_of: Mapping[EventType, Refinements]
    cues: Mapping[str, tuple[Cue, ...]]
    cues_by_two: Mapping[str, Mapping[str, tuple[Cue, ...]]]
    figurative: Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]
    harm_words: frozenset[str]
    asked: tuple[Asked, ...]
    user_sources: tuple[RuleSource, ...] = field(default=(), repr=False)

    def frame(self, frame_id: str) -> Frame:
        """The frame of that id; raises :class:`KeyError`, naming the nearest id."""
        for frame in self.frames:
            if frame.frame_id == frame_id:
                return frame
        raise KeyError(_unknown_frame(frame_id, self.frames))

    def cues_in(self, norms: tuple[str, ...]) -> tuple[tuple[int, Cue], ...]:
        """The cues that stand among lower-cased words, each with its first token, in order."""
        table = self.cues_by_two
        behind = (*norms[1:], "")
        return tuple(
            [
                (token, cue)
                for token, norm in enumerate(norms)
                if norm in table
                for cue in table[norm].get(behind[token]) or table[norm][""]
                if len(cue.words) <= _TWO or norms[token : token + len(cue.words)] == cue.words
            ]
        )


def _unknown_frame(frame_id: str, frames: Iterable[Frame]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    close = get_close_matches(frame_id, [frame.frame_id for frame in frames], n=1)
    return f"no frame '{frame_id}'" + (f" (did you mean '{close[0]}'?)" if close else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleParts:
    """What a rule set is assembled from; light verbs come with their first word."""

    frames: tuple[Frame, ...] = ()
    triggers: Triggers = field(default_factory=Triggers)
    light_verbs: tuple[tuple[str, LightVerb], ...] = ()
    refinements: tuple[Refinement, ...] = ()
    cues: tuple[Cue, ...] = ()

    def __add__(self, other: "RuleParts") -> "RuleParts":
        """These parts, then the others."""
        frames = self.frames + other.frames
        return RuleParts(
            frames=frames,
            triggers=self.triggers.with_others(other.triggers, frames),
            light_verbs=self.light_verbs + other.light_verbs,
            refinements=self.refinements + other.refinements,
            cues=self.cues + other.cues,
        )


def assemble(
    parts: RuleParts,
    version: str,
    user_sources: tuple[RuleSource, ...] = (),
    *,
    preview: bool = False,
) -> RuleSet:
    """The rule set of ``parts``, everything grouped by first word and put in the order of trial.

    A frame on trial keeps its place in ``frames`` but has no trigger unless ``preview``.
    """
    on_trial = {
        position
        for position, frame in enumerate(parts.frames)
        if frame.status == "preview" and not preview
    }
    triggers = parts.triggers.without(on_trial, parts.frames) if on_trial else parts.triggers
    light_verbs: dict[str, list[LightVerb]] = defaultdict(list)
    for first, verb in parts.light_verbs:
        light_verbs[first].append(verb)
    cues: dict[str, list[Cue]] = defaultdict(list)
    for cue in parts.cues:
        cues[cue.words[0]].append(cue)
    refinements = tuple(
        sorted(parts.refinements, key=lambda item: (-item.rank, item.to_subtype, item.cue))
    )
    refinements_of = {
        kind: Refinements.of(item for item in refinements if item.from_type is kind)
        for kind in EventType
    }
    return RuleSet(
        version=version,
        frames=parts.frames,
        trigger_forms=triggers.forms,
        openers=triggers.openers,
        light_verbs={first: _longest_first(verbs) for first, verbs in light_verbs.items()},
        refinements=refinements,
        harm_words=triggers.harm_words,
        refinements_of=refinements_of,
        cues={first: _longest_first(items) for first, items in cues.items()},
        cues_by_two={first: _by_second(_longest_first(items)) for first, items in cues.items()},
        figurative=_by_each_word(cue.words for cue in parts.cues if cue.kind == "figurative"),
        asked=tuple(map(asked_of, parts.frames)),
        user_sources=user_sources,
    )


def _by_second(cues: Sequence[Cue]) -> dict[str, tuple[Cue, ...]]:
    """The cues that may stand where a second word follows, in their order."""
    seconds = {cue.words[1] if len(cue.words) > 1 else "" for cue in cues} | {""}
    return {
        second: tuple(cue for cue in cues if cue.words[1:2] in ((), (second,)))
        for second in seconds
    }


def _by_each_word(
    phrases: Iterable[tuple[str, ...]],
) -> dict[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    """Phrases by each of their words, with how many words stand before it."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for words in phrases:
        for before, word in enumerate(words):
            found[word].append((before, words))
    return {word: tuple(places) for word, places in found.items()}


def _longest_first(items: list[_Item]) -> tuple[_Item, ...]:
    return tuple(sorted(items, key=lambda item: -len(item.words)))


def version_of(content: str) -> str:
    """The version of rules with that content."""
    digest = hashlib.sha256(content.encode()).hexdigest()[:_HASH_LENGTH]
    return f"{RULES_VERSION}+{digest}"

"""The examples every frame carries, and the check that a coder meets them.

``match`` must be found by its frame, as a countable record unless the example says otherwise, with
the roles it names; ``no_match`` must give no countable record of the frame; ``known_miss`` is a
strict expected failure: an example that works now must be moved to ``match``.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from coder.rules.frames import SourcedFrame, read_frames
from coder.rules.loader import shipped_sources
from coder.rules.model import HIT_OR_HELD, RuleSource
from coder.rules.source import MatchSource, NoMatchSource
from coder.values.events import CodedDocument, Event
from coder.values.labels import Role

ExampleKind: TypeAlias = Literal["match", "no_match", "known_miss"]

_WORD: Final = re.compile(r"[\w'-]+")
_DETERMINERS: Final = frozenset({"a", "an", "the", "some", "his", "her", "their"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One example sentence with its frame and the place it is written."""

    frame_id: str
    kind: ExampleKind
    text: str
    expected: MatchSource | None
    file: str
    line: int

    @property
    def name(self) -> str:
        """A readable, stable id for reports and tests."""
        return f"{self.frame_id}-{self.kind}-{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleOutcome:
    """What became of one example; ``reason`` says why it failed, null where it passed."""

    example: Example
    reason: str | None

    @property
    def passed(self) -> bool:
        """Whether the coder meets the example; a known miss is met by missing."""
        return self.reason is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleReport:
    """The outcomes of all examples, in the order of the files; ``bare_frames`` lack examples."""

    outcomes: tuple[ExampleOutcome, ...]
    bare_frames: tuple[str, ...]

    @property
    def failures(self) -> tuple[ExampleOutcome, ...]:
        """The outcomes that are not as the rule files say."""
        return tuple(outcome for outcome in self.outcomes if not outcome.passed)

    def lines(self) -> Iterator[str]:
        """The report as lines of text: failures with file and line, then the count."""
        for outcome in self.failures:
            item = outcome.example
            yield f"{item.file}:{item.line}: {item.frame_id} ({item.kind}): {outcome.reason}"
            yield f"    {item.text}"
        for frame_id in self.bare_frames:
            yield f"{frame_id}: needs both match and no_match"
        failed = len(self.failures)
        yield f"{len(self.outcomes) - failed} passed, {failed} failed"


def iter_examples(sources: Iterable[RuleSource] | None = None) -> Iterator[Example]:
    """The examples of ``sources``, by default of the shipped rules, in the order of the files."""
    for frame in read_frames(shipped_sources() if sources is None else sources):
        yield from _examples_of(frame)


def _examples_of(frame: SourcedFrame) -> Iterator[Example]:
    groups: tuple[tuple[ExampleKind, Sequence[MatchSource | NoMatchSource]], ...] = (
        ("match", frame.source.match),
        ("no_match", frame.source.no_match),
        ("known_miss", frame.source.known_miss),
    )
    for kind, examples in groups:
        for position, item in enumerate(examples):
            mark = frame.yaml.marks[frame.index, kind, position, "text"]
            yield Example(
                frame_id=frame.source.id,
                kind=kind,
                text=item.text,
                expected=item if isinstance(item, MatchSource) else None,
                file=frame.yaml.file,
                line=mark.line + 1,
            )


def run_examples(
    code: Callable[[str], CodedDocument], sources: Iterable[RuleSource] | None = None
) -> ExampleReport:
    """Code every example of ``sources``, by default of the shipped rules, and compare."""
    given = shipped_sources() if sources is None else tuple(sources)
    outcomes = tuple(check_example(item, code(item.text)) for item in iter_examples(given))
    bare = tuple(
        frame.source.id
        for frame in read_frames(given)
        if not (frame.source.match and frame.source.no_match)
    )
    return ExampleReport(outcomes=outcomes, bare_frames=bare)


def check_example(example: Example, document: CodedDocument) -> ExampleOutcome:
    """Compare what was coded with what the example says."""
    events = [event for event in document.events if _is_of(event, example.frame_id)]
    if example.expected is None:
        counted = any(event.countable for event in events)
        reason = "gives a countable record of the frame" if counted else None
    else:
        reasons = [_mismatch(example.expected, event) for event in events]
        reason = None if None in reasons else next(iter(reasons), "the frame gives no record")
        if example.kind == "known_miss":
            reason = "is found now: move it to match" if reason is None else None
    return ExampleOutcome(example=example, reason=reason)


def _is_of(event: Event, frame_id: str) -> bool:
    return frame_id in event.rule_ids or any(
        mention.frame_id == frame_id for mention in event.mentions
    )


def _mismatch(expected: MatchSource, event: Event) -> str | None:
    """The first thing an event has otherwise than expected; null where it has all."""
    status = (expected.modality, expected.recency, expected.scope)
    if status == (None, None, None) and not event.countable:
        return f"is not countable ({event.modality}, {event.recency}, {event.scope})"
    for want, found in zip(status, (event.modality, event.recency, event.scope), strict=True):
        if want is not None and want is not found:
            return f"is {found}, not {want}"
    path = f"{event.event_type}/{event.event_subtype}"
    if expected.type is not None and not f"{path}/".startswith(f"{expected.type}/"):
        return f"is {path}, not {expected.type}"
    return _role_mismatch(expected, event) or _count_mismatch(expected, event)


def _role_mismatch(expected: MatchSource, event: Event) -> str | None:
    for role, words in expected.roles.items():
        found_words = tuple(_role_words(event, role))
        if not any(_same_words(words, text) for text in found_words):
            return f"{role} is {' | '.join(found_words) or 'missing'}, not {words}"
    return None


def _count_mismatch(expected: MatchSource, event: Event) -> str | None:
    for kind, bounds in expected.count.items():
        rows = [(row.low, row.best, row.high) for row in event.casualties if row.kind is kind]
        if bounds not in rows:
            return f"{kind} is {rows or 'missing'}, not {bounds}"
    return None


def _role_words(event: Event, role: str) -> Iterator[str]:
    roles = HIT_OR_HELD if role in HIT_OR_HELD else {role}
    wanted = {Role(name) for name in roles if name in set(Role)}
    yield from (actor.text for actor in event.actors if actor.role in wanted)
    if role in HIT_OR_HELD:
        yield from (row.text for row in event.casualties)
        yield from (target.text for target in event.targets)
        yield from (text for text in (event.place.text, event.place.site_name) if text)
    if role == "instrument":
        yield from (weapon.text for weapon in event.weapons)


def _same_words(expected: str, found: str) -> bool:
    """Whether one of the two noun groups is the other with determiners or a phrase behind it."""
    one, other = _words(expected), _words(found)
    short, long = sorted((one, other), key=len)
    return bool(short) and any(
        long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1)
    )


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if word not in _DETERMINERS]

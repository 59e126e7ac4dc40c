"""Frames in the words of their source files, for a reader."""

from dataclasses import dataclass

from coder.rules.frames import read_frames
from coder.rules.loader import shipped_sources
from coder.rules.model import Frame
from coder.rules.ruleset import RuleSet


@dataclass(frozen=True, slots=True)
class FrameDescription:
    """What ``rules show`` prints: the words of the source file, examples included."""

    frame_id: str
    type: str
    status: str
    why: str
    source: str
    triggers: tuple[tuple[str, tuple[str, ...]], ...]
    roles: tuple[tuple[str, str], ...]
    match: tuple[str, ...]
    no_match: tuple[tuple[str, str], ...]
    known_miss: tuple[str, ...]


def describe_frame(rules: RuleSet, frame_id: str) -> FrameDescription:
    """The frame as its source file tells it, with the examples; raises :class:`KeyError`."""
    frame = rules.frame(frame_id)
    for item in read_frames((*shipped_sources(), *rules.user_sources)):
        if item.source.id != frame.frame_id:
            continue
        source = item.source
        triggers = source.triggers
        return FrameDescription(
            frame_id=source.id,
            type=source.type,
            status=source.status,
            why=source.why,
            source=item.yaml.file,
            triggers=tuple(
                (name, words)
                for name, words in (
                    ("verb", triggers.verb),
                    ("noun", triggers.noun),
                    ("predicate", triggers.predicate),
                    ("item", triggers.item),
                )
                if words
            ),
            roles=tuple((role.name, _describe_role(frame, role.name)) for role in frame.roles),
            match=tuple(example.text for example in source.match),
            no_match=tuple((example.text, example.why) for example in source.no_match),
            known_miss=tuple(example.text for example in source.known_miss),
        )
    raise KeyError(frame.frame_id)  # pragma: no cover - every frame has a source


def _describe_role(frame: Frame, name: str) -> str:
    role = frame.role(name)
    assert role is not None  # noqa: S101 - the name comes from the frame
    parts = [" or ".join(sorted(role.fillers))]
    parts += [f"as {' or '.join(role.places)}"] if role.places else []
    parts += [f"after {', '.join(role.prepositions)}"] if role.prepositions else []
    parts += [f"is {role.effect}"] if role.effect else []
    return "; ".join(parts) + (" (needed)" if name in {*frame.needs, *frame.requires} else "")

"""Rule sources -> frames: reads YAML, checks it, expands the triggers.

A mistake raises :class:`coder.errors.RuleError` with file, line and a caret under the words, and
says which word was probably meant.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from coder.errors import RuleError
from coder.rules import source as rule_source
from coder.rules.forms import IrregularVerbs, noun_forms, verb_forms
from coder.rules.model import (
    OF_ACT,
    OWNER,
    ROLES,
    SUBTYPES,
    Frame,
    PartOfSpeech,
    RoleSpec,
    RuleSource,
    TriggerForm,
)
from coder.rules.positions import Path, PositionedYaml, read_yaml
from coder.rules.source import FRAME_FILE, FrameSource, RoleSource
from coder.values.labels import EventType

_GAP: Final = "..."
_ARTICLES: Final = frozenset({"a", "an", "his", "her", "the", "their", OWNER, "of"})

# Keys a mapping may hold, by the key it stands under; for "did you mean".
_KEYS: Final[Mapping[str, type[BaseModel]]] = {
    "triggers": rule_source.TriggerSource,
    "roles": rule_source.RoleSource,
    "match": rule_source.MatchSource,
    "known_miss": rule_source.MatchSource,
    "no_match": rule_source.NoMatchSource,
}


@dataclass(frozen=True, slots=True)
class SourcedFrame:
    """A checked frame with the place it was read from."""

    source: FrameSource
    yaml: PositionedYaml
    index: int


def read_frames(sources: Iterable[RuleSource]) -> tuple[SourcedFrame, ...]:
    """The checked frames of all YAML sources, in order; raises :class:`RuleError`."""
    return tuple(
        frame
        for item in sources
        if item.name.endswith((".yaml", ".yml"))
        for frame in _read_file(item)
    )


def _read_file(item: RuleSource) -> Iterator[SourcedFrame]:
    document = read_yaml(item.text, item.name)
    if not isinstance(document.value, list):
        raise document.error("a rule file is a list of frames, each beginning with '- id:'", ())
    try:
        frames = FRAME_FILE.validate_python(document.value)
    except ValidationError as error:
        # A misspelt key is both unknown and missing: telling the misspelling helps more.
        first = min(error.errors(), key=lambda item: item["type"] == "missing")
        raise _rule_error(document, first) from error
    for index, frame in enumerate(frames):
        yield SourcedFrame(frame, document, index)


def _rule_error(document: PositionedYaml, details: ErrorDetails) -> RuleError:
    """The first thing wrong, told in the words of the file."""
    path: Path = tuple(part for part in details["loc"] if part != "[key]")
    kind, found = details["type"], details["input"]
    if kind == "extra_forbidden":
        name = str(path[-1])
        return document.error(f"unknown key '{name}'{_meant(name, _keys_at(path))}", path, key=True)
    if kind == "missing":
        return document.error(f"'{path[-1]}' is missing", path[:-1])
    if kind in {"literal_error", "enum"}:
        expected = str(details.get("ctx", {}).get("expected", ""))
        allowed = [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]
        hint = _meant(str(found), allowed) or f": one of {', '.join(allowed)}"
        return document.error(f"unknown value '{found}'{hint}", path)
    message = details["msg"].removeprefix("Value error, ")
    if message.startswith("unknown role"):
        is_key = "[key]" in details["loc"]
        return document.error(message + _meant(str(found), ROLES), path, key=is_key)
    if message.startswith("unknown type"):
        return document.error(message + _meant(str(found), _type_paths(str(found))), path)
    return document.error(message[:1].lower() + message[1:], path)


def _keys_at(path: Path) -> list[str]:
    names = [part for part in path[1:-1] if isinstance(part, str)]
    model = _KEYS.get(names[0], FrameSource) if names else FrameSource
    return [field.alias or name for name, field in model.model_fields.items()]


def _type_paths(found: str) -> list[str]:
    head = found.partition("/")[0]
    if head in set(EventType):
        return [f"{head}/{name}" for name in SUBTYPES[EventType(head)]]
    return [str(event_type) for event_type in EventType]


def _meant(word: str, allowed: Iterable[str]) -> str:
    close = get_close_matches(word, list(allowed), n=1, cutoff=0.5)
    return f" (did you mean '{close[0]}'?)" if close else ""


def build_frames(
    sourced: Iterable[SourcedFrame],
    irregular: IrregularVerbs,
    *,
    taken: Mapping[str, str],
    first: int = 0,
) -> tuple[tuple[Frame, ...], tuple[tuple[str, TriggerForm], ...]]:
    """Frames and their trigger forms, each with its first word; positions count from ``first``.

    ``taken`` maps the ids in use to their files; a second use of an id raises :class:`RuleError`.
    """
    seen = dict(taken)
    frames: list[Frame] = []
    forms: list[tuple[str, TriggerForm]] = []
    for item in sourced:
        frame_id = item.source.id
        if frame_id in seen:
            raise item.yaml.error(f"the id is taken by {seen[frame_id]}", (item.index, "id"))
        seen[frame_id] = item.yaml.file
        forms += expand_triggers(item.source, first + len(frames), irregular)
        frames.append(to_frame(item.source, item.yaml.file))
    listed = {
        (word, form.words) for word, form in forms if form.pos == "noun" and form.form != OF_ACT
    }
    kept = (
        (word, form)
        for word, form in forms
        if form.pos != "noun" or form.form != OF_ACT or (word, form.words) not in listed
    )
    return tuple(frames), tuple(kept)


def to_frame(frame: FrameSource, file: str) -> Frame:
    """The frozen frame the engine reads."""
    head, _, tail = frame.type.partition("/")
    event_type = EventType(head)
    return Frame(
        frame_id=frame.id,
        type=event_type,
        subtype=tail or SUBTYPES[event_type][-1 if head != "arrest" else 0],
        status=frame.status,
        why=frame.why,
        strength=frame.strength,
        bare=frame.bare,
        reciprocal=frame.reciprocal,
        rank=frame.rank,
        needs=frame.needs,
        requires=frame.requires,
        roles=tuple(_role(name, role) for name, role in frame.roles.items()),
        cancel=_spellings(frame.cancel),
        modality=frame.modality,
        outcome=frame.outcome,
        tactic=frame.tactic,
        means=frame.means,
        tags=frame.tags,
        source=file,
    )


def _role(name: str, role: RoleSource) -> RoleSpec:
    return RoleSpec(
        name=name,
        fillers=frozenset(role.fillers),
        places=tuple(place for place in role.places if place != "none"),
        prepositions=role.after,
        heads=_spellings(role.heads),
        effect=role.effect,
    )


def _spellings(nouns: Iterable[str]) -> frozenset[str]:
    """The nouns in singular and plural, compounds also with a hyphen."""
    return frozenset(" ".join(words) for noun in nouns for words, _ in noun_forms(noun))


_PARTED = frozenset({"up", "down", "off", "out", "away", "apart"})


def expand_triggers(
    frame: FrameSource, position: int, irregular: IrregularVerbs
) -> Iterator[tuple[str, TriggerForm]]:
    """First word and :class:`TriggerForm` of every form of every trigger of a frame.

    A verb that befalls its object also gives the noun of the act: "the gunning down of two men". A
    particle may stand behind the object, too: "set off a bomb", "set a bomb off".
    """
    takes = [role for role in frame.roles.values() if "object" in role.places]
    takes_people = any(role.effect for role in takes)
    takes_only = bool(takes) and not any("subject" in role.places for role in takes)
    for lemma in frame.triggers.verb:
        verb, *rest = lemma.split()
        gap = bool(rest) and rest[0] == _GAP
        words = tuple(rest[1:] if gap else rest)
        is_parted = f"{verb} {_GAP} {lemma.partition(' ')[2]}" in frame.triggers.verb
        may_part = takes_only and len(words) == 1 and words[0] in _PARTED and not is_parted
        forms = verb_forms(verb, irregular)
        for form, tags in forms.items():
            yield form, TriggerForm(position, lemma, words, gap, "verb", tags)
            if may_part and not gap:
                yield form, TriggerForm(position, lemma, words, True, "verb", tags)
            if tags == OF_ACT and takes_people and _ARTICLES.isdisjoint(words):
                act = " ".join((form, *words))
                yield form, TriggerForm(position, act, words, False, "noun", tags)
    nouns: tuple[tuple[PartOfSpeech, tuple[str, ...]], ...] = (
        ("noun", frame.triggers.noun),
        ("item", frame.triggers.item),
    )
    for pos, lemmas in nouns:
        for lemma in lemmas:
            for words, tag in noun_forms(lemma):
                yield words[0], TriggerForm(position, lemma, words[1:], False, pos, tag)
    for lemma in frame.triggers.predicate:
        first, *others = lemma.split()
        yield first, TriggerForm(position, lemma, tuple(others), False, "predicate", "base")

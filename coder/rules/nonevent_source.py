"""What a person writes in the YAML files of ``data/nonevents``, and the pack built from them.

Imported by the build step and the tests only: a run reads the pack.
"""

import importlib.resources
import json
from collections.abc import Iterator, Sequence
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from coder.rules.forms import IrregularVerbs, noun_forms, verb_forms
from coder.rules.model import TriggerForm
from coder.rules.nonevents import FAMILIES, ROLES
from coder.rules.positions import PositionedYaml, read_yaml
from coder.rules.source import NoMatchSource, Trigger, Words
from coder.values.labels import Stance
from coder.values.nonevent_labels import ControlExtent, ControlKind, StatementKind

_GAP: Final = "..."
_KINDS: Final = {"statement": StatementKind, "control": ControlKind}
_FILES: Final = (("statements.yaml", "statement"), ("control.yaml", "control"))
_EXTENTS: Final = "extents.tsv"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class NonEventMatch(_Strict):
    """A sentence the frame must read, with the words of its roles; what is not given is free."""

    text: str = Field(min_length=8)
    roles: dict[str, str] = Field(default_factory=dict)


class NonEventSource(_Strict):
    """One sense of a trigger that tells no event."""

    id: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
    status: Literal["stable"]
    kind: str
    stance: Stance | None = None
    why: str = Field(min_length=10)
    verb: tuple[Trigger, ...] = ()
    noun: tuple[Trigger, ...] = ()
    phrase: tuple[Trigger, ...] = ()
    compound: tuple[Trigger, ...] = ()
    roles: dict[str, Words]
    needs: Words = ()
    about_acts: bool = False
    cancel: Words = ()
    match: Annotated[tuple[NonEventMatch, ...], Field(min_length=2)]
    no_match: Annotated[tuple[NoMatchSource, ...], Field(min_length=2)]

    @model_validator(mode="after")
    def _is_consistent(self) -> "NonEventSource":
        if not (self.verb or self.noun or self.phrase or self.compound):
            raise ValueError("a frame needs a trigger: verb, noun, phrase or compound")
        for name in self.needs:
            if name not in self.roles:
                raise ValueError(f"needs '{name}', which is no role of this frame")
        return self


_FILE: Final = TypeAdapter(tuple[NonEventSource, ...])


def shipped_nonevents() -> Iterator[tuple[str, NonEventSource]]:
    """Family and frame, in the order of the files.

    Raises :class:`coder.errors.RuleError` with file and line for what is wrong, an id or a trigger
    used twice included.
    """
    taken: dict[tuple[str, str, str], str] = {}
    folder = importlib.resources.files("coder.rules") / "data" / "nonevents"
    for file, family in _FILES:
        document = read_yaml((folder / file).read_text(encoding="utf-8"), file)
        try:
            frames = _FILE.validate_python(document.value)
        except ValidationError as error:
            first = error.errors()[0]
            raise document.error(first["msg"], tuple(first["loc"])) from error
        for index, frame in enumerate(frames):
            _check(document, index, family, frame)
            for key in (("all", "id", frame.id), *_triggers(family, frame)):
                owner = taken.setdefault(key, f"{file}:{index}")
                if owner != f"{file}:{index}":
                    raise document.error(f"the {key[1]} '{key[2]}' is taken", (index, "id"))
            yield family, frame


def _triggers(family: str, frame: NonEventSource) -> Iterator[tuple[str, str, str]]:
    for pos in ("verb", "noun", "phrase", "compound"):
        for trigger in getattr(frame, pos):
            yield family, pos, trigger


def _check(document: PositionedYaml, index: int, family: str, frame: NonEventSource) -> None:
    """Refuse a kind or role that the family does not have."""
    if frame.kind not in set(_KINDS[family]):
        raise document.error(f"unknown kind '{frame.kind}'", (index, "kind"))
    for role in (*frame.roles, *(name for item in frame.match for name in item.roles)):
        if role not in ROLES[family]:
            raise document.error(f"unknown role '{role}'", (index, "roles"))


def build_nonevents(irregular: IrregularVerbs) -> str:
    """The text of the pack that the shipped files give; same files, same text."""
    frames: list[list[object]] = []
    forms: list[list[object]] = []
    compounds: dict[str, int] = {}
    for family, source in shipped_nonevents():
        number = len(frames)
        roles = {name: list(places) for name, places in source.roles.items()}
        needs = list(source.needs)
        kept = [source.about_acts, list(source.cancel)]
        frames.append([source.id, family, source.kind, source.stance, roles, needs, *kept])
        forms += [
            [first, form.frame, form.lemma, form.words, form.gap, form.pos, form.form]
            for first, form in _forms(source, number, irregular)
        ]
        compounds.update(dict.fromkeys(source.compound, number))
    body: dict[str, Sequence[object]] = {
        "frames": frames,
        "forms": forms,
        "extents": sorted(_extents().items()),
    }
    lines = [f'"compounds":{json.dumps(compounds, sort_keys=True)}']
    for name, rows in body.items():
        inner = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
        lines.append(f'"{name}":[\n{inner}\n]')
    return "{" + ",\n".join(lines) + "}\n"


def _forms(
    source: NonEventSource, frame: int, irregular: IrregularVerbs
) -> Iterator[tuple[str, TriggerForm]]:
    for lemma in source.verb:
        first, *rest = lemma.split()
        words = tuple(word for word in rest if word != _GAP)
        for spelling, tags in verb_forms(first, irregular).items():
            yield spelling, TriggerForm(frame, lemma, words, _GAP in rest, "verb", tags)
    for lemma in source.noun:
        for spelled, tag in noun_forms(lemma):
            yield spelled[0], TriggerForm(frame, lemma, spelled[1:], False, "noun", tag)
    for lemma in source.phrase:
        first, *rest = lemma.split()
        yield first, TriggerForm(frame, lemma, tuple(rest), False, "predicate", "")


def _extents() -> dict[str, str]:
    """Words that say how much of a place is meant: ``word<tab>extent``."""
    file = importlib.resources.files("coder.rules") / "data" / "nonevents" / _EXTENTS
    found: dict[str, str] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            word, extent = line.split("\t")
            found[word] = ControlExtent(extent).value
    return found


assert tuple(family for _, family in _FILES) == FAMILIES  # noqa: S101 - one file a family

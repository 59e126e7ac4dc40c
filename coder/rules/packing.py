"""The rules on their way to and from the compact JSON of the built pack."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from coder.rules.model import Cue, Frame, LightVerb, Refinement, RoleSpec, TriggerForm
from coder.rules.ruleset import RuleParts, version_of
from coder.rules.triggers import TriggerForms, Triggers
from coder.values.labels import EventType, Modality, Outcome, Tactic, WeaponType

_AND: Final = "|"
_AS: Final = ":"
_COLUMN: Final = "\t"


def dump_parts(parts: RuleParts) -> str:
    """The compact JSON of the pack; same parts, same text."""
    body: dict[str, object] = {
        "frames": [_frame_row(frame) for frame in parts.frames],
        **_packed(parts.triggers),
        "light_verbs": [
            [first, verb.lemma, verb.words, verb.form, verb.subject, verb.object]
            for first, verb in parts.light_verbs
        ],
        "refinements": [
            [
                item.from_type,
                item.from_subtype,
                item.kind,
                item.cue,
                item.to_type,
                item.to_subtype,
                item.rank,
            ]
            for item in parts.refinements
        ],
        "cues": [[cue.words, cue.kind, cue.pos, cue.position, cue.lemma] for cue in parts.cues],
    }
    lines = [f'"version":{json.dumps(version_of(json.dumps(body)))}']
    lines += [f'"{name}":{_lines_of(rows)}' for name, rows in body.items()]
    return "{" + ",\n".join(lines) + "}\n"


def _lines_of(rows: object) -> str:
    """JSON with a line for each member of a list or an object."""
    dump = partial(json.dumps, separators=(",", ":"))
    if isinstance(rows, dict):
        inner = ",\n".join(f"{dump(key)}:{dump(value)}" for key, value in rows.items())
        return "{\n" + inner + "\n}"
    assert isinstance(rows, list)  # noqa: S101 - narrows the type
    return "[\n" + ",\n".join(map(dump, rows)) + "\n]"


def _packed(triggers: Triggers) -> dict[str, object]:
    """Every spelling of a trigger once, and by first word which of them with which tags.

    Strings to be taken apart when asked for, since thousands of objects would make a start slow.
    """
    table: dict[str, int] = {}
    forms = {
        first: _AND.join(
            f"{table.setdefault(_trigger_row(form), len(table))}{_AS}{form.form}" for form in found
        )
        for first, found in triggers.forms.items()
    }
    openers: dict[str, list[str]] = defaultdict(list)
    for pattern, kind in triggers.openers.items():
        openers[str(kind)].append(pattern)
    return {
        "triggers": list(table),
        "forms": forms,
        "openers": {kind: _AND.join(patterns) for kind, patterns in openers.items()},
        "harm_words": sorted(triggers.harm_words),
    }


def _trigger_row(form: TriggerForm) -> str:
    gap = "1" if form.gap else ""
    return _COLUMN.join((str(form.frame), form.pos, gap, form.lemma, *form.words))


@dataclass(frozen=True, slots=True)
class _PackedForms:
    """The forms under one first word, spelled out when iterated over."""

    triggers: list[str]
    forms: str

    def __iter__(self) -> Iterator[TriggerForm]:
        for form in self.forms.split(_AND):
            row, _, tags = form.partition(_AS)
            frame, pos, gap, lemma, *words = self.triggers[int(row)].split(_COLUMN)
            # the pack holds no other part of speech
            yield TriggerForm(int(frame), lemma, tuple(words), bool(gap), pos, tags)  # type: ignore[arg-type]


def _frame_row(frame: Frame) -> dict[str, object]:
    """A frame without its empty fields."""
    row: dict[str, object] = {
        "id": frame.frame_id,
        "type": frame.type,
        "subtype": frame.subtype,
        "status": frame.status,
        "why": frame.why,
        "strength": frame.strength,
        "bare": frame.bare,
        "reciprocal": frame.reciprocal,
        "rank": frame.rank,
        "needs": frame.needs,
        "requires": frame.requires,
        "roles": [
            [
                role.name,
                sorted(role.fillers),
                role.places,
                role.prepositions,
                sorted(role.heads),
                role.effect,
            ]
            for role in frame.roles
        ],
        "cancel": sorted(frame.cancel),
        "modality": frame.modality,
        "outcome": frame.outcome,
        "tactic": frame.tactic,
        "means": frame.means,
        "tags": frame.tags,
        "source": frame.source,
    }
    return {name: value for name, value in row.items() if value or name == "strength"}


def parse_parts(text: str) -> tuple[str, RuleParts]:
    """Version and parts of a pack written by :func:`dump_parts`."""
    pack: dict[str, Any] = json.loads(text)
    return str(pack["version"]), RuleParts(
        frames=tuple(_frame_of(row) for row in pack["frames"]),
        triggers=Triggers(
            forms={
                first: TriggerForms(_PackedForms(pack["triggers"], forms))
                for first, forms in pack["forms"].items()
            },
            openers={
                pattern: int(kind)
                for kind, patterns in pack["openers"].items()
                for pattern in patterns.split(_AND)
            },
            harm_words=frozenset(pack["harm_words"]),
        ),
        light_verbs=tuple(
            (first, LightVerb(lemma, tuple(words), form, subject, held))
            for first, lemma, words, form, subject, held in pack["light_verbs"]
        ),
        refinements=tuple(
            Refinement(EventType(source), subtype, kind, cue, EventType(target), to, rank)
            for source, subtype, kind, cue, target, to, rank in pack["refinements"]
        ),
        cues=tuple(Cue(tuple(words), *rest) for words, *rest in pack["cues"]),
    )


def _frame_of(row: dict[str, Any]) -> Frame:
    return Frame(
        frame_id=row["id"],
        type=EventType(row["type"]),
        subtype=row["subtype"],
        status=row["status"],
        why=row["why"],
        strength=row["strength"],
        bare=row.get("bare", False),
        reciprocal=row.get("reciprocal", False),
        rank=row.get("rank", 0),
        needs=tuple(row.get("needs", ())),
        requires=tuple(row.get("requires", ())),
        roles=tuple(
            RoleSpec(
                name=name,
                fillers=frozenset(fillers),
                places=tuple(places),
                prepositions=tuple(prepositions),
                heads=frozenset(heads),
                effect=effect,
            )
            for name, fillers, places, prepositions, heads, effect in row.get("roles", ())
        ),
        cancel=frozenset(row.get("cancel", ())),
        modality=Modality(row["modality"]) if "modality" in row else None,
        outcome=Outcome(row["outcome"]) if "outcome" in row else None,
        tactic=Tactic(row["tactic"]) if "tactic" in row else None,
        means=WeaponType(row["means"]) if "means" in row else None,
        tags=tuple(row.get("tags", ())),
        source=row["source"],
    )

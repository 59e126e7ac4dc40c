"""Entries as texts and back: how the pack keeps what a run may never look at."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, Final, TypeAlias

from coder.lexicon.entries import (
    ActorEntry,
    Demonym,
    Entry,
    ModifierTerm,
    PersonNoun,
    SourceNoun,
    SpeechVerb,
    TargetModifier,
    TargetNoun,
    WeaponTerm,
)
from coder.values.labels import (
    ActorType,
    Certainty,
    SourceType,
    Stance,
    TargetType,
    VictimGroup,
    WeaponType,
)

Folded: TypeAlias = Entry | SpeechVerb | TargetModifier

_KINDS: Final[Mapping[str, type[Folded]]] = {
    kind.__name__: kind
    for kind in (
        ActorEntry,
        Demonym,
        ModifierTerm,
        PersonNoun,
        SourceNoun,
        SpeechVerb,
        TargetModifier,
        TargetNoun,
        WeaponTerm,
    )
}
# Fields that JSON does not give back as they were; every other one is a string, number or truth.
_MAKERS: Final[Mapping[str, Mapping[str, Callable[[Any], object]]]] = {
    "ActorEntry": {"aliases": tuple, "type": ActorType, "source_type": SourceType},
    "ModifierTerm": {"type": ActorType, "certainty": Certainty, "victim_group": VictimGroup},
    "PersonNoun": {"type": ActorType, "victim_group": VictimGroup},
    "SourceNoun": {"type": SourceType},
    "SpeechVerb": {"stance": Stance, "forms": tuple},
    "TargetModifier": {"type": TargetType},
    "TargetNoun": {"type": TargetType},
    "WeaponTerm": {"type": WeaponType},
}


def fold_entry(entry: Folded) -> str:
    """The entry as one line: the name of its class, then its fields, as a JSON list."""
    cells = (getattr(entry, field.name) for field in fields(entry))
    return json.dumps([type(entry).__name__, *cells], ensure_ascii=False, separators=(",", ":"))


def entry_key(text: str) -> str:
    """The first field of a folded entry, without making it: the id of an actor.

    >>> entry_key('["ActorEntry","m23","March 23 Movement"]')
    'm23'
    """
    return text.split('"', 4)[3]


def unfold_entry(text: str) -> Any:  # noqa: ANN401 - the caller knows what stands there
    """The entry of a line that :func:`fold_entry` wrote."""
    name, *cells = json.loads(text)
    kind = _KINDS[name]
    values = {field.name: cell for field, cell in zip(fields(kind), cells, strict=True)}
    for field_name, make in _MAKERS.get(name, {}).items():
        if values[field_name] is not None:
            values[field_name] = make(values[field_name])
    return kind(**values)
